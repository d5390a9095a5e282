//! Conditions that sort nobody, and limits that do not compare with their amount.

use super::super::super::household::Territory;
use super::super::model::{Basis, Comparison, Counting, Criterion, Limit, Parameter, Per, Quantity, Side};
use super::{Oddity, Remark};

/// What can be said of a condition without knowing the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Never,
    Always,
    Depends,
}

pub(super) fn check(criteria: &Criterion, remarks: &mut Vec<Remark>) {
    // `always` alone is a choice; anywhere below it is a leftover.
    if *criteria != Criterion::Always {
        truth(criteria, "criteria", remarks);
    }
}

/// Says what holds, remarking on the smallest condition responsible.
fn truth(criterion: &Criterion, path: &str, remarks: &mut Vec<Remark>) -> Truth {
    let own = match criterion {
        Criterion::All(list) => return group(list, &format!("{path}.all"), Truth::Never, remarks),
        Criterion::Any(list) => return group(list, &format!("{path}.any"), Truth::Always, remarks),
        Criterion::Not(list) => {
            return match group(list, &format!("{path}.not"), Truth::Always, remarks) {
                Truth::Never => Truth::Always,
                Truth::Always => Truth::Never,
                Truth::Depends => Truth::Depends,
            };
        }
        Criterion::Amount(comparison) => {
            units(comparison, &format!("{path}.amount"), remarks);
            if contradict(std::slice::from_ref(comparison)) {
                Truth::Never
            } else if contradict(&[negated(comparison)]) {
                Truth::Always
            } else {
                Truth::Depends
            }
        }
        Criterion::Adult(adult) => {
            let from = adult.age_at_least.unwrap_or(0);
            if adult.age_below.is_some_and(|below| below <= from) {
                Truth::Never
            } else if from == 0 && adult.age_below.is_none() && adult.jobseeker.is_none() {
                Truth::Always
            } else {
                Truth::Depends
            }
        }
        Criterion::Receives(list) if list.is_empty() => Truth::Never,
        Criterion::Territory(list) => {
            if list.is_empty() {
                Truth::Never
            } else if Territory::ALL.iter().all(|territory| list.contains(territory)) {
                Truth::Always
            } else {
                Truth::Depends
            }
        }
        Criterion::Always => Truth::Always,
        Criterion::Right(_) | Criterion::Receives(_) | Criterion::Fact(_) | Criterion::NotComputable(_) => {
            Truth::Depends
        }
    };
    remark(own, path, remarks);
    own
}

fn remark(truth: Truth, path: &str, remarks: &mut Vec<Remark>) {
    match truth {
        Truth::Never => remarks.push(Remark::new(path, Oddity::NeverHolds)),
        Truth::Always => remarks.push(Remark::new(path, Oddity::AlwaysHolds)),
        Truth::Depends => {}
    }
}

/// `all` when one [`Truth::Never`] decides, `any` when one [`Truth::Always`] does; the two mirror each other.
fn group(list: &[Criterion], path: &str, decisive: Truth, remarks: &mut Vec<Remark>) -> Truth {
    let neutral = if decisive == Truth::Never {
        Truth::Always
    } else {
        Truth::Never
    };
    if list.is_empty() {
        remark(neutral, path, remarks);
        return neutral;
    }
    let truths: Vec<Truth> = list
        .iter()
        .enumerate()
        .map(|(index, child)| truth(child, &format!("{path}.{index}"), remarks))
        .collect();
    if truths.contains(&decisive) {
        return decisive; // the child has its remark
    }
    if truths.iter().all(|truth| *truth == neutral) {
        return neutral; // so have the children
    }
    let mut flat = Vec::new();
    flatten(list, decisive, &mut flat);
    let comparisons: Vec<Comparison> = flat
        .iter()
        .filter_map(|criterion| match criterion {
            Criterion::Amount(comparison) if decisive == Truth::Never => Some(comparison.clone()),
            Criterion::Amount(comparison) => Some(negated(comparison)),
            _ => None,
        })
        .collect();
    if contradict(&comparisons) || flat.iter().any(|criterion| excludes(criterion, &flat, decisive)) {
        remark(decisive, path, remarks);
        return decisive;
    }
    Truth::Depends
}

/// The members of a group, those of nested groups of the same kind included.
fn flatten<'a>(list: &'a [Criterion], decisive: Truth, flat: &mut Vec<&'a Criterion>) {
    for criterion in list {
        match criterion {
            Criterion::All(inner) if decisive == Truth::Never => flatten(inner, decisive, flat),
            Criterion::Any(inner) if decisive == Truth::Always => flatten(inner, decisive, flat),
            other => flat.push(other),
        }
    }
}

/// A `not` that cannot hold together with another member it names; or, among members of which one is enough, a `not`
/// that names members only: either none of them holds, or one does.
fn excludes(criterion: &Criterion, members: &[&Criterion], decisive: Truth) -> bool {
    let named = |excluded: &Criterion| members.contains(&excluded);
    match criterion {
        Criterion::Not(list) if decisive == Truth::Never => list.iter().any(named),
        Criterion::Not(list) => list.iter().all(named),
        _ => false,
    }
}

/// The comparison that holds exactly when this one does not.
fn negated(comparison: &Comparison) -> Comparison {
    let is = match comparison.is {
        Side::AtMost => Side::Above,
        Side::Below => Side::AtLeast,
        Side::AtLeast => Side::Below,
        Side::Above => Side::AtMost,
    };
    Comparison {
        is,
        ..comparison.clone()
    }
}

/// What two limits must share to be comparable without knowing the household.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    Euros(Per),
    Scale(Per, Counting, i64),
    Parameter(Parameter),
    Share(Quantity),
}

/// A limit as a number on its ground: cents, millionths of a parameter, millionths of an amount.
fn number(limit: &Limit) -> (Ground, i64) {
    match limit {
        Limit::Euros(euros) => (Ground::Euros(euros.per), euros.amount.count()),
        Limit::Scale(scale) => (
            Ground::Scale(scale.per, scale.counting, scale.further.count()),
            scale.first.count(),
        ),
        Limit::Parameter(multiple) => (Ground::Parameter(multiple.name), multiple.times.millionths()),
        Limit::Share(share) => (Ground::Share(share.of), share.rate.millionths()),
    }
}

/// Whether no amount satisfies all of these at once.
fn contradict(comparisons: &[Comparison]) -> bool {
    comparisons.iter().any(|one| {
        let (ground, _) = number(&one.limit);
        let same = |other: &&Comparison| other.of == one.of && number(&other.limit).0 == ground;
        // Bounds as (number, strict), the tightest of each side; money starts at zero unless it can be negative.
        let mut lowest = (!one.of.can_be_negative()).then_some((0, false));
        let mut highest: Option<(i64, bool)> = None;
        for other in comparisons.iter().filter(same) {
            let (_, limit) = number(&other.limit);
            match other.is {
                Side::AtLeast | Side::Above => lowest = lowest.max(Some((limit, other.is == Side::Above))),
                Side::AtMost | Side::Below => {
                    let bound = (limit, other.is == Side::Below);
                    highest = Some(highest.map_or(bound, |(at, strict)| {
                        if bound.0 < at || (bound.0 == at && bound.1) {
                            bound
                        } else {
                            (at, strict)
                        }
                    }));
                }
            }
        }
        match (lowest, highest) {
            (Some((low, above)), Some((high, below))) => low > high || (low == high && (above || below)),
            _ => false,
        }
    })
}

fn units(comparison: &Comparison, path: &str, remarks: &mut Vec<Remark>) {
    let (per, basis) = match &comparison.limit {
        Limit::Euros(euros) => (euros.per, comparison.of.basis()),
        Limit::Scale(scale) => (scale.per, Basis::Household),
        Limit::Parameter(multiple) => (multiple.name.per(), multiple.name.basis()),
        Limit::Share(share) => (share.of.per(), share.of.basis()),
    };
    if per != comparison.of.per() {
        remarks.push(Remark::new(
            format!("{path}.limit"),
            Oddity::PeriodMismatch {
                quantity: comparison.of.per(),
                limit: per,
            },
        ));
    }
    if basis != comparison.of.basis() {
        remarks.push(Remark::new(format!("{path}.limit"), Oddity::BasisMismatch));
    }
}
