//! From what people know to what the law looks at.

use super::quarter::{PersonQuarter, ResourceLine, Treatment, person_quarter};
use super::{AdultFacts, Facts, FamilyBenefits, Unmet, Values, WithoutByTurns, disposable, family, health_cover};
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Unknowns, Verdict, Whole};
use crate::household::{Benefit, Household, IncomeKind, Person, Post, Role, Tenure, Territory};
use crate::units::{Cents, Month, Rate};

/// What [`assess`] works out: the facts, and what stands behind them.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// What the rules look at.
    pub facts: Facts<Ranges>,
    /// The reference quarter.
    pub quarter: [Month; 3],
    /// Each resource, counted or left out and why.
    pub lines: Vec<ResourceLine>,
    /// Whether each person is a dependant counted for the RSA, in the order of the household; adults are not.
    pub counted_children: Vec<Verdict>,
    /// Family benefits of the month, declared or computed.
    pub family: FamilyBenefits,
}

/// Works out the facts of a household in the month it was checked for. Incomes of months that were not given, and
/// everything else that is not known, leave their facts open.
#[must_use]
pub fn assess(household: &Household, values: &Values, reading: &mut Ranges) -> Assessment {
    let quarters: Vec<PersonQuarter> = household
        .persons
        .iter()
        .map(|person| person_quarter(person, values))
        .collect();
    let of_child = |place: usize| {
        quarters
            .get(place)
            .map_or((nothing(), nothing()), PersonQuarter::totals)
    };
    let Composition {
        counted,
        dependants,
        by_turns,
        without_by_turns,
        pregnancy,
        lone_parent,
    } = composition(household, values, of_child);
    reading.note("rsa.dependants", dependants, &[values.dependant_age]);
    if without_by_turns.is_some() {
        reading.note("rsa.by_turns", by_turns, &[]);
    }

    let mut lines = Vec::new();
    let (mut earnings, mut other, mut minimum) = (nothing(), nothing(), nothing());
    for ((person, quarter), counted) in household.persons.iter().zip(&quarters).zip(&counted) {
        let included = if person.is_adult() { Verdict::Yes } else { *counted };
        earnings = earnings + Ranges::select(included, quarter.earnings, nothing());
        other = other + Ranges::select(included, quarter.other, nothing());
        minimum = minimum + Ranges::select(included, quarter.minimum, nothing());
        lines.extend(quarter.lines.iter().map(|line| leave_out(*line, included)));
    }
    let family = family::benefits(household, values, reading);

    // CASF L522-14: who receives the RSO has given the RSA up.
    let rso = household.receives(Benefit::Rso).and(any(household.adults(), |adult| {
        Verdict::from(Benefit::Rso.exists(household.month, values.territory))
            .and(adult.is_aged(Benefit::Rso.ages().start))
    }));
    let (entitled, unmet) = claimant(household, values, dependants, pregnancy);
    let (entitled, lone_parent) = (entitled.and(rso.not()), lone_parent.and(rso.not()));
    reading.note("rsa.entitled", entitled.or(lone_parent), &[values.claimant_age]);
    reading.note("rsa.lone_parent", lone_parent, &[values.lone_parent_child_age]);

    let facts = Facts {
        territory: household.territory.unwrap_or(Territory::Metropolitan),
        adults: counted_adults(household),
        dependants,
        without_by_turns,
        entitled,
        lone_parent,
        unmet: Unmet {
            rso: rso == Verdict::Yes,
            ..unmet
        },
        earnings,
        worked_lately: health_cover::worked_lately(household),
        other_income: other,
        minimum_incomes: minimum,
        family_benefits: family.counted_for_rsa(),
        housing_benefit: household.housing_benefit,
        housed_free: housed_free(household),
        receives: household.receives,
        prime_activite: nothing(),
        health_cover_persons: health_cover::persons(household, values),
        health_cover_by_turns: health_cover::by_turns(household, values),
        resources_12_months: health_cover::resources(reading, household, values, &family),
        rfr: household.rfr,
        parts: household.parts,
        energy_units: energy_units(household),
        consumption_units: consumption_units(household),
        quotient_familial_caf: household.quotient_familial_caf,
        disposable_income: disposable::income(household, values, &family),
        disposable_is_complete: Verdict::from(household.disposable_income.is_some()),
        pre_committed: nothing(),
        internet_price: household.internet.price,
        landline_price: household.spending(Post::Landline),
        telecom_bills: Post::TELECOMS.map(|post| household.spending(post)).into_iter().sum(),
        described: [0, 1].map(|place| described(household.adults().nth(place))),
        persons: household
            .persons
            .iter()
            .map(|person| Whole::counting(person.is_born()))
            .sum(),
        persons_without_income: persons_without_income(household),
        collective_cable: household.collective_cable,
        fixed_line: household.fixed_line,
        social_line: household.social_line,
    };
    Assessment {
        facts,
        quarter: values.quarter(),
        lines,
        counted_children: counted,
        family,
    }
}

fn nothing() -> Range {
    Range::from(Cents::ZERO)
}

pub(crate) fn any<'a>(persons: impl Iterator<Item = &'a Person>, test: impl Fn(&Person) -> Verdict) -> Verdict {
    persons.map(test).fold(Verdict::No, Truth::or)
}

/// A line of a child who is not counted is left out (CASF L262-3: the resources of the members of the household).
fn leave_out(line: ResourceLine, included: Verdict) -> ResourceLine {
    if included == Verdict::Yes {
        return line;
    }
    ResourceLine {
        counted: Ranges::select(included, line.counted, nothing()),
        treatment: Treatment::ChildNotCounted(included),
        ..line
    }
}

/// Who counts, and whether the lone-parent increase is due, in the month the household is seen from.
pub(crate) struct Composition {
    /// Whether each person is a dependant counted for the RSA, in the order of the household; adults are not.
    pub counted: Vec<Verdict>,
    pub dependants: Whole,
    /// Those of them who live by turns with both parents.
    pub by_turns: Whole,
    pub without_by_turns: Option<WithoutByTurns<Ranges>>,
    pub pregnancy: Verdict,
    pub lone_parent: Verdict,
}

/// `of_child`: the earnings and the other income of the reference quarter of the child at that place.
pub(crate) fn composition(
    household: &Household,
    values: &Values,
    of_child: impl Fn(usize) -> (Range, Range),
) -> Composition {
    let pregnancy = pregnancy(household);
    let counted = counted_children(household, values, of_child, pregnancy);
    let (mut dependants, mut by_turns, mut others) = (Whole::from(0), Whole::from(0), Whole::from(0));
    for (person, counted) in household.persons.iter().zip(&counted) {
        dependants = dependants + Whole::counting(*counted);
        by_turns = by_turns + Whole::counting(counted.and(person.shared_custody));
        others = others + Whole::counting(counted.and(person.shared_custody.not()));
    }
    // CASF L262-4 2° b: the five years of the permit are not asked of who has the increase and one of the documents of CSS D512-1;
    // what an asylum seeker has is none of them.
    let asylum = household.receives(Benefit::Ada);
    let stay = any(household.adults(), |adult| {
        adult.residence_condition.or(adult.regular_stay.and(asylum.not()))
    });
    let increase = |dependants: Whole, by_turns_too: bool| {
        lone_parent(household, values, dependants, pregnancy, by_turns_too).and(stay)
    };
    Composition {
        counted,
        dependants,
        by_turns,
        without_by_turns: (by_turns.high() > 0).then(|| WithoutByTurns {
            counted: by_turns.at_least(1),
            dependants: others,
            lone_parent: increase(others, false),
        }),
        pregnancy,
        lone_parent: increase(dependants, true),
    }
}

/// CASF L262-5: a partner is counted who meets the condition of nationality or permit and is not on leave; the resources
/// of one who is not counted are.
fn counted_adults(household: &Household) -> Whole {
    adults_who(household, |adult| adult.residence_condition.and(adult.on_leave.not()))
}

/// Adults counted in an amount: both when both meet the `conditions` of the partner, otherwise who claims.
pub(crate) fn adults_who(household: &Household, conditions: impl Fn(&Person) -> Verdict) -> Whole {
    let all = household.adults().map(conditions).fold(Verdict::Yes, Truth::and);
    match household.is_couple() {
        true => Whole::from(1) + Whole::counting(all),
        false => Whole::from(1),
    }
}

/// A parent is pregnant, or a child described in advance is to be born within six months.
fn pregnancy(household: &Household) -> Verdict {
    let declared = any(household.adults(), |adult| adult.pregnant);
    let to_be_born = |child: &Person| child.age.at_least(-6).and(child.age.at_least(0).not());
    declared.or(any(household.children(), to_be_born))
}

/// CASF L262-4: somebody who is 25, or has a child born or to be born, or the hours of the young worker (L262-7-1), has the
/// nationality or the permit, and is neither a student nor on leave. One person meets all of it: who claims.
fn claimant(household: &Household, values: &Values, dependants: Whole, pregnancy: Verdict) -> (Verdict, Unmet) {
    let opened = |adult: &Person| {
        let young = values.young_age.map_or(Verdict::No, |age| adult.is_aged(age.number()));
        let of_age = adult.is_aged(values.claimant_age.number());
        of_age
            .or(dependants.at_least(1))
            .or(pregnancy)
            .or(young.and(adult.young_worker_hours))
    };
    let claims = any(household.adults(), |adult| {
        opened(adult)
            .and(adult.residence_condition)
            .and(adult.student.not())
            .and(adult.on_leave.not())
    });
    let nobody = |meets: &dyn Fn(&Person) -> Verdict| any(household.adults(), meets) == Verdict::No;
    let unmet = Unmet {
        age: nobody(&opened),
        hours_count: values.young_age.is_some(),
        residence: nobody(&|adult| adult.residence_condition),
        studies: nobody(&|adult| adult.student.not()),
        leave: nobody(&|adult| adult.on_leave.not()),
        rso: false,
    };
    (claims, unmet)
}

/// CASF L262-9: alone, pregnant or with a child, and a child under three, a recent separation or a pregnancy; children
/// living by turns are looked at or not. There is no such increase in Mayotte.
fn lone_parent(
    household: &Household,
    values: &Values,
    dependants: Whole,
    pregnancy: Verdict,
    by_turns_too: bool,
) -> Verdict {
    let age = values.lone_parent_child_age.number();
    let infant = any(household.children(), |child| {
        child
            .is_aged(0)
            .and(child.is_aged(age).not())
            .and(is_autonomous(child, values).not())
            .and(child.shared_custody.not().or(Verdict::from(by_turns_too)))
    });
    Verdict::from(values.increases_lone_parents() && !household.is_couple())
        .and(pregnancy.or(dependants.at_least(1)))
        .and(infant.or(household.recent_isolation).or(pregnancy))
}

/// Mean net wage of the six months before above 55 % of 169 hours of SMIC (CSS R512-2).
pub(crate) fn is_autonomous(person: &Person, values: &Values) -> Verdict {
    let wages = person.income_over(IncomeKind::NetWage, values.clock.month.plus(-6), 6);
    // Six months of it, against the sum of six months: no rounding.
    let limit = values.autonomy_wage().multiplied(6);
    Range::from(limit).below(wages.ratio(Rate::ONE.millionths(), 1))
}

/// The most of these persons who were born on one day. Those of whom only the age is known may have been.
pub(super) fn born_together(persons: &[&Person]) -> Whole {
    let most = |same: &dyn Fn(&Person, &Person) -> bool| {
        let with = |one: &&Person| persons.iter().filter(|other| same(one, other)).count();
        i64::try_from(persons.iter().map(with).max().unwrap_or_default()).unwrap_or(i64::MAX)
    };
    let surely =
        |one: &Person, other: &Person| core::ptr::eq(one, other) || one.birth.is_some() && one.birth == other.birth;
    let low = most(&surely);
    let high = most(&|one, other| match (one.birth, other.birth) {
        (Some(_), Some(_)) => surely(one, other),
        _ => one.age.low() <= other.age.high() && other.age.low() <= one.age.high(),
    });
    let ages = persons.iter().map(|person| person.age.open());
    let open = if low < high {
        ages.fold(Unknowns::NONE, Unknowns::union)
    } else {
        Unknowns::NONE
    };
    Whole::new(low, high, open)
}

/// CASF R262-3: under 25, not on its own, with resources below a share of the base amount.
fn counted_children(
    household: &Household,
    values: &Values,
    of_child: impl Fn(usize) -> (Range, Range),
    pregnancy: Verdict,
) -> Vec<Verdict> {
    let candidate = |person: &Person| {
        if person.role != Role::Child {
            return Verdict::No;
        }
        let young = person
            .is_member()
            .and(person.is_aged(values.dependant_age.number()).not());
        young.and(is_autonomous(person, values).not())
    };
    let candidates: Vec<Verdict> = household.persons.iter().map(candidate).collect();
    let count: Whole = candidates.iter().copied().map(Whole::counting).sum();
    let only_child_of_recent_lone_parent = Verdict::from(values.increases_lone_parents() && !household.is_couple())
        .and(household.recent_isolation)
        .and(pregnancy.not())
        .and(count.at_least(2).not());
    // The child is left out when that raises the total: 40 % of the base amount, or what the lone-parent increase
    // brings with the only child (see the README of the benefit).
    let base = values.montant_de_base;
    let usual = base.times(Rate::new(400_000));
    let increase =
        values.lone_parent.rate().millionths() - Rate::ONE.millionths() + values.lone_parent_child.rate().millionths();
    let limit = Ranges::select(
        only_child_of_recent_lone_parent,
        Range::from(base.times(Rate::new(increase))),
        Range::from(usual),
    );
    candidates
        .into_iter()
        .enumerate()
        .map(|(place, candidate)| {
            if candidate == Verdict::No {
                return candidate;
            }
            let (earnings, other) = of_child(place);
            let kept = values.pente.map_or(earnings, |pente| earnings.without(pente.rate()));
            candidate.and((other + kept).below(limit))
        })
        .collect()
}

/// CASF R262-9: owner without an instalment, or lodged free.
fn housed_free(household: &Household) -> Verdict {
    match household.tenure {
        None => Verdict::Maybe(crate::household::Question::Tenure.open()),
        Some(Tenure::Owner | Tenure::LodgedFree) => Verdict::Yes,
        Some(Tenure::OwnerWithLoan) => household.spending(Post::LoanInstalment).at_most(nothing()),
        Some(_) => Verdict::No,
    }
}

fn described(adult: Option<&Person>) -> AdultFacts<Ranges> {
    AdultFacts {
        present: Verdict::from(adult.is_some()),
        age: adult.map_or(Whole::from(0), Person::years),
        jobseeker: adult.map_or(Verdict::No, |adult| adult.jobseeker),
    }
}

/// Of those who are born.
fn persons_without_income(household: &Household) -> Whole {
    let has_nothing = |person: &Person| {
        let incomes = IncomeKind::ALL.iter().filter(|kind| **kind != IncomeKind::Savings);
        let total: Range = incomes.map(|kind| person.income(*kind, household.month)).sum();
        total.at_most(nothing())
    };
    let persons = household.persons.iter();
    persons
        .map(|person| Whole::counting(person.is_born().and(has_nothing(person))))
        .sum()
}

/// 1 for the first person, 0.5 for each other from 14 years, 0.3 below (modified OECD scale), in tenths.
fn consumption_units(household: &Household) -> Whole {
    let others = household.persons.iter().skip(1).map(|person| {
        let older = Verdict::from(person.is_adult()).or(person.is_aged(14));
        Whole::counting(person.is_born()).convert(|one| 3 * one) + Whole::counting(older).convert(|one| 2 * one)
    });
    Whole::from(10) + others.sum()
}

/// Units of the energy cheque of so many persons, in hundredths: 1, then 0.5, then 0.3 by head (code de l'énergie R124-1).
#[must_use]
pub fn units_by_head(persons: i64) -> i64 {
    100 + 50 * (persons - 1).min(1) + 30 * (persons - 2).max(0)
}

/// Units of the energy cheque, in hundredths; half for a minor living by turns, and the others come first: no text ranks them
/// (code de l'énergie R124-1).
fn energy_units(household: &Household) -> Whole {
    let count = |counted: &dyn Fn(&Person) -> Verdict| -> Whole {
        let persons = household.persons.iter();
        persons
            .map(|person| Whole::counting(person.is_born().and(counted(person))))
            .sum()
    };
    let all = count(&|_| Verdict::Yes);
    let by_turns =
        count(&|person| Verdict::from(!person.is_adult()).and(person.shared_custody.and(person.is_aged(18).not())));
    let units = |all: i64, by_turns: i64| (units_by_head(all) + units_by_head(all - by_turns)) / 2;
    let open = all.open().union(by_turns.open());
    Whole::new(
        units(all.low(), by_turns.high()),
        units(all.high(), by_turns.low()),
        open,
    )
}
