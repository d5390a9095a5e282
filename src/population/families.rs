//! Every combination of household type, age band and children, with its share of households.

use super::data::{Assumptions, Base, margins};
use super::income::STRATA;
use super::model::{AGES, KINDS};

/// A type of household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person.
    Single,
    /// A parent without partner, and children.
    LoneParent,
    /// A couple without child at home.
    Couple,
    /// A couple with children at home.
    CoupleWithChildren,
    /// Several people without family: counted as two adults.
    Other,
}

impl Kind {
    /// Every type, in the order of the margins.
    pub const ALL: [Self; 5] = [
        Self::Single,
        Self::LoneParent,
        Self::Couple,
        Self::CoupleWithChildren,
        Self::Other,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::LoneParent => "lone_parent",
            Self::Couple => "couple",
            Self::CoupleWithChildren => "couple_children",
            Self::Other => "other",
        }
    }
}

/// First and last year of each age band of the reference person.
pub(super) const BANDS: [(u8, u8); 8] = [
    (18, 24),
    (25, 29),
    (30, 39),
    (40, 49),
    (50, 59),
    (60, 64),
    (65, 69),
    (70, 94),
];
/// The band of 65 to 69.
pub(super) const RETIREMENT_BAND: usize = 6;

/// A combination.
#[derive(Clone, Copy, Debug)]
pub(super) struct Family {
    pub kind: Kind,
    /// Place in [`BANDS`].
    pub band: usize,
    /// Children below 18.
    pub minors: u8,
    /// Children of 18 and more.
    pub grown: u8,
    /// Share of households.
    pub share: f64,
    /// Place in the margin `poverty_rates`.
    pub stratum: usize,
    /// Place in the margin `rsa`; a grown child at home, or somebody of a shared home, claims as a single person.
    pub rsa_group: usize,
}

impl Family {
    pub(super) fn adults(&self) -> u8 {
        match self.kind {
            Kind::Single | Kind::LoneParent => 1,
            Kind::Couple | Kind::CoupleWithChildren | Kind::Other => 2,
        }
    }

    pub(super) fn persons(&self) -> u8 {
        self.adults() + self.minors + self.grown
    }

    /// Persons of 18 and more.
    pub(super) fn grown_ups(&self) -> u8 {
        self.adults() + self.grown
    }

    /// Somebody may claim RSA: 25 years or a child, below the age of the minimum pension.
    pub(super) fn may_claim(&self) -> bool {
        self.band < RETIREMENT_BAND && (self.band > 0 || self.minors > 0)
    }
}

/// Every combination of a base; the shares sum to one.
pub(super) fn families(base: Base, assumptions: &Assumptions) -> Vec<Family> {
    let mut all = Vec::new();
    let ages: [[f64; AGES]; KINDS] = [
        base.of(&margins::AGE_SINGLE),
        base.of(&margins::AGE_LONE_PARENT),
        base.of(&margins::AGE_COUPLE),
        base.of(&margins::AGE_COUPLE_CHILDREN),
        base.of(&margins::AGE_OTHER),
    ]
    .map(|ages| tilted(ages, assumptions.age_tilt));
    for ((kind, share), ages) in Kind::ALL.into_iter().zip(base.of(&margins::TYPES)).zip(ages) {
        let children = children(base, kind, assumptions);
        for ((minors, grown, _), joint) in children.iter().zip(of_age(base, assumptions, &children, &ages)) {
            let (minors, grown) = (*minors, *grown);
            for (band, part) in joint.into_iter().enumerate() {
                all.push(Family {
                    kind,
                    band,
                    minors,
                    grown,
                    share: share * part,
                    stratum: stratum(kind, band, minors),
                    rsa_group: rsa_group(kind, minors),
                });
            }
        }
    }
    all
}

/// Youngest parent of a child of 18 and more.
pub(super) const PARENT_OF_GROWN: u8 = 36;

/// The share of each number of children at each age of the parent, inside a type: what age allows, raked on the two
/// published totals.
fn of_age(base: Base, assumptions: &Assumptions, children: &[(u8, u8, f64)], ages: &[f64; AGES]) -> Vec<[f64; AGES]> {
    // What is neither sure nor excluded is what the assumption moves.
    let moved = |weight: f64| {
        if weight < 1.0 {
            (weight * assumptions.children_at_rare_ages_times).min(1.0)
        } else {
            weight
        }
    };
    let [minors_at, grown_at] =
        [&margins::WITH_MINORS_BY_AGE, &margins::WITH_GROWN_BY_AGE].map(|at| base.of(at).map(moved));
    let mut joint: Vec<[f64; AGES]> = children
        .iter()
        .map(|(minors, grown, _)| {
            core::array::from_fn(|band| {
                let at = |weights: [f64; AGES], any: u8| {
                    if any > 0 {
                        weights.get(band).copied().unwrap_or_default()
                    } else {
                        1.0
                    }
                };
                at(minors_at, *minors) * at(grown_at, *grown)
            })
        })
        .collect();
    for _ in 0..200 {
        for (row, (.., part)) in joint.iter_mut().zip(children) {
            let sum: f64 = row.iter().sum();
            let times = if sum > 0.0 { part / sum } else { 0.0 };
            row.iter_mut().for_each(|cell| *cell *= times);
        }
        for (band, age) in ages.iter().enumerate() {
            let sum: f64 = joint.iter().filter_map(|row| row.get(band)).sum();
            let cells = joint.iter_mut().filter_map(|row| row.get_mut(band));
            cells.for_each(|cell| *cell *= age / sum);
        }
    }
    joint
}

/// The shares, each times an exponential of its place that falls below one before the middle and rises after it; their sum
/// stays.
fn tilted<const N: usize>(shares: [f64; N], tilt: f64) -> [f64; N] {
    let half = (N as f64 - 1.0) / 2.0;
    let mut tilted = shares;
    for (place, share) in tilted.iter_mut().enumerate() {
        *share *= libm::exp(tilt * (place as f64 - half) / half);
    }
    let [before, after] = [shares, tilted].map(|shares| shares.iter().sum::<f64>());
    tilted.map(|share| share * before / after)
}

/// Numbers of minors and of grown children, with their shares inside the type.
fn children(base: Base, kind: Kind, assumptions: &Assumptions) -> Vec<(u8, u8, f64)> {
    // Of the families whose children are all grown, those that have two.
    let two = assumptions.two_grown_children;
    let [couples, lone] = base.of(&margins::FAMILIES_WITH_MINOR);
    let [of_couples, of_lone] = base.of(&margins::CHILDREN_AT_HOME);
    let (with_minor, minors, mean) = match kind {
        Kind::CoupleWithChildren => (couples, base.partly(&margins::MINORS_COUPLE, assumptions), of_couples),
        Kind::LoneParent => {
            let minors = tilted(
                base.of(&margins::MINORS_LONE_PARENT),
                assumptions.lone_parents_minors_tilt,
            );
            (lone, minors, of_lone)
        }
        _ => return vec![(0, 0, 1.0)],
    };
    let mean_minors: f64 = (1..)
        .map(f64::from)
        .zip(minors)
        .map(|(count, share)| count * share)
        .sum();
    let all_grown = 1.0 - with_minor;
    // Families with minors have as many grown children as the published number of children asks for.
    let extra = ((mean - with_minor * mean_minors - all_grown * (1.0 + two)) / with_minor).clamp(0.0, 1.0);
    let mut split = vec![(0, 1, all_grown * (1.0 - two)), (0, 2, all_grown * two)];
    for (count, share) in (1..).zip(minors) {
        split.push((count, 0, with_minor * share * (1.0 - extra)));
        split.push((count, 1, with_minor * share * extra));
    }
    split
}

fn stratum(kind: Kind, band: usize, minors: u8) -> usize {
    let old = band >= RETIREMENT_BAND;
    let stratum = match kind {
        Kind::Single if old => 6,
        Kind::Single => 0,
        Kind::LoneParent => 1,
        Kind::Couple if old => 7,
        Kind::Couple => 2,
        Kind::CoupleWithChildren if minors >= 3 => 4,
        Kind::CoupleWithChildren => 3,
        Kind::Other => 5,
    };
    debug_assert!(stratum < STRATA);
    stratum
}

fn rsa_group(kind: Kind, minors: u8) -> usize {
    let minors = usize::from(minors.min(3));
    match kind {
        Kind::LoneParent if minors > 0 => minors,
        Kind::CoupleWithChildren if minors > 0 => 4 + minors,
        Kind::Couple => 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::ASSUMPTIONS;

    /// Families with minors and a grown child are none when the others have children enough: a share of nothing stays nothing.
    #[test]
    fn every_assumption_at_either_end_gives_shares_that_make_one() {
        for base in Base::ALL {
            for assumption in ASSUMPTIONS {
                for value in [assumption.low, assumption.high] {
                    let mut assumptions = Assumptions::default();
                    *assumptions.place(assumption.id).unwrap() = value;
                    let sum: f64 = families(base, &assumptions).iter().map(|family| family.share).sum();
                    assert!((sum - 1.0).abs() < 1e-9, "{base:?}, {} {value}: {sum}", assumption.id);
                }
            }
        }
    }

    #[test]
    fn the_shares_make_one_and_the_children_are_those_published() {
        for base in Base::ALL {
            let all = families(base, &Assumptions::default());
            let sum = |f: &dyn Fn(&Family) -> f64| all.iter().map(f).sum::<f64>();
            assert!((sum(&|family| family.share) - 1.0).abs() < 1e-9);
            let of = |kind: Kind| {
                let inside = |family: &Family| if family.kind == kind { family.share } else { 0.0 };
                sum(&|family| inside(family) * f64::from(family.persons())) / sum(&inside)
            };
            assert!((of(Kind::CoupleWithChildren) - 3.89).abs() < 0.02, "{base:?}");
            assert!((of(Kind::LoneParent) - 2.64).abs() < 0.02, "{base:?}");
        }
        // A third of households are 65 or more in France (published: 32 %).
        let old: f64 = families(Base::France2022, &Assumptions::default())
            .iter()
            .filter(|family| family.band >= RETIREMENT_BAND)
            .map(|family| family.share)
            .sum();
        assert!((0.30..0.34).contains(&old), "{old}");
    }
}
