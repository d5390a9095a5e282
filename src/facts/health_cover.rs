//! Resources counted for the complementary health cover: CMU-C and ACS, then C2S (CSS L861-2, R861-4 to R861-10).

use super::month::any;
use super::{FamilyBenefits, Values};
use crate::algebra::{Amount, Domain, Range, Ranges, Truth, Unknowns, Verdict, Whole};
use crate::household::{Benefit, Household, IncomeKind, Person};
use crate::law::{Known, Parameter, params};
use crate::units::{Cents, Month};

/// Counted as received, wages and what takes an abatement apart.
const IN_FULL: [IncomeKind; 9] = [
    IncomeKind::SelfEmployed,
    IncomeKind::Unemployment,
    IncomeKind::SickPay,
    IncomeKind::Pension,
    IncomeKind::InvalidityPension,
    IncomeKind::AlimonyReceived,
    IncomeKind::Exceptional,
    IncomeKind::Capital,
    IncomeKind::Rents,
];

/// Applicant and partner, and dependants under an age (CSS R861-2).
fn members<'a>(household: &'a Household, values: &'a Values) -> impl Iterator<Item = (&'a Person, Verdict)> {
    let age_limit = params::C2S_AGE_LIMITE_A_CHARGE.at(values.clock).map(Known::number);
    household.persons.iter().map(move |person| {
        let dependant = || {
            let young = age_limit.map_or(Verdict::Yes, |limit| person.is_aged(limit).not());
            person.is_born().and(young)
        };
        let counted = if person.is_adult() { Verdict::Yes } else { dependant() };
        (person, counted)
    })
}

/// Persons counted.
pub(super) fn persons(household: &Household, values: &Values) -> Whole {
    members(household, values)
        .map(|(_, counted)| Whole::counting(counted))
        .sum()
}

/// Half of what minors who live by turns would add to the ceiling, in hundredths of that of one person. What each adds goes by
/// its rank: the partner comes first, then the others by decreasing age (CSS R861-3), of the same age those by turns last. None when there is none.
pub(super) fn by_turns(household: &Household, values: &Values) -> Option<Whole> {
    let shares = [
        &params::C2S_PART_DEUXIEME_PERSONNE,
        &params::C2S_PART_TROISIEME_QUATRIEME_PERSONNE,
        &params::C2S_PART_PERSONNE_SUIVANTE,
    ]
    .map(|share| {
        share
            .at(values.clock)
            .map_or(0, |share| share.rate().millionths() / HUNDREDTH / 2)
    });
    let halved = |(child, counted): (&Person, Verdict)| counted.and(child.shared_custody).and(child.is_aged(18).not());
    let children: Vec<_> = members(household, values)
        .filter(|(person, counted)| !person.is_adult() && *counted != Verdict::No)
        .collect();
    if children.iter().all(|child| halved(*child) == Verdict::No) {
        return None;
    }
    let of_child = |place: usize, child: (&Person, Verdict)| {
        let counted = Whole::counting(halved(child));
        // Whoever may be as old may come before.
        let before = |surely: bool| {
            let comes = |(at, other): &(usize, &(&Person, Verdict))| {
                let (age, of_other) = (child.0.age, other.0.age);
                if *at == place || surely && other.1 != Verdict::Yes {
                    false
                } else if age.low() == of_other.high() && age.high() == of_other.low() {
                    match halved(**other) {
                        Verdict::No => true,
                        Verdict::Yes => *at < place,
                        Verdict::Maybe(_) => !surely || *at < place,
                    }
                } else if surely {
                    age.high() < of_other.low()
                } else {
                    age.low() <= of_other.high()
                }
            };
            household.adults().count() + children.iter().enumerate().filter(comes).count()
        };
        let share = |rank: usize| {
            let [second, next_two, further] = shares;
            match rank {
                ..=1 => second,
                2 | 3 => next_two,
                _ => further,
            }
        };
        let (first, last) = (before(true), before(false));
        let possible = || (first..=last).map(share);
        let least = possible().min().unwrap_or_default() * counted.low();
        let most = possible().max().unwrap_or_default() * counted.high();
        let ages = if first == last {
            Unknowns::NONE
        } else {
            // As the others do, the rank rests on their ages, and on who of the same age lives by turns.
            let of_all = children
                .iter()
                .map(|child| child.0.age.open().union(halved(*child).open()));
            of_all.fold(Unknowns::NONE, Unknowns::union)
        };
        Whole::new(least, most, counted.open().union(ages))
    };
    let halves = children
        .iter()
        .enumerate()
        .map(|(place, child)| of_child(place, *child));
    Some(halves.sum())
}

/// A hundredth, in millionths.
const HUNDREDTH: i64 = 10_000;

/// Applicant or partner had a wage or a profit in one of the three months before.
pub(super) fn worked_lately(household: &Household) -> Verdict {
    let first = household.month.plus(-3);
    any(household.adults(), |adult| {
        let some = |kind| Range::from(Cents::ZERO).below(adult.income_over(kind, first, 3));
        some(IncomeKind::NetWage).or(some(IncomeKind::SelfEmployed))
    })
}

/// Resources of the twelve months looked at, a year; the flat housing amount is left to the rule.
/// Family benefits, the base allowance of the PAJE left out (CSS R861-10), are taken to have been twelve times those of
/// the month. Alimony paid is deducted (CSS R861-9).
pub(super) fn resources(
    reading: &mut Ranges,
    household: &Household,
    values: &Values,
    family: &FamilyBenefits,
) -> Range {
    let zero = Range::from(Cents::ZERO);
    let (mut of_persons, mut alimony_paid) = (zero, zero);
    for (person, counted) in members(household, values).filter(|(_, counted)| *counted != Verdict::No) {
        of_persons = of_persons + Ranges::select(counted, of_person(person, household, values), zero);
        let paid = person.alimony_paid_over(first_month(values), 12);
        alimony_paid = alimony_paid + Ranges::select(counted, paid, zero);
    }
    if alimony_paid != zero {
        reading.note("c2s.alimony_paid", alimony_paid, &[]);
    }
    let of_family = family.allocations_familiales.amount
        + family.complement_familial.amount
        + family.allocation_soutien_familial.amount;
    (of_persons + of_family.ratio(12, 1) - alimony_paid).positive()
}

fn of_person(person: &Person, household: &Household, values: &Values) -> Range {
    let year = |kind| person.income_over(kind, first_month(values), 12);
    let full: Range = IN_FULL.iter().map(|kind| year(*kind)).sum();
    full + year(IncomeKind::Ass)
        + person
            .income(IncomeKind::Savings, values.clock.month)
            .times(values.untaxed_interest().unwrap_or_default())
        + wages(person, household, values)
        + training_pay(person, household, values)
        + minimum_incomes(person, household, values)
}

/// M-12, M-13 from 2022 on: the first of the twelve months looked at (CSS R861-4).
fn first_month(values: &Values) -> Month {
    let shift = params::C2S_DECALAGE_PERIODE.at(values.clock).map_or(0, Known::number);
    values.clock.month.plus(-12 - i32::try_from(shift).unwrap_or(0))
}

/// Daily allowances in each of so many months, this one the last, are a leave of more than six months.
const LONG_SICK_LEAVE: i32 = 7;

/// CSS R861-8: 30 % off the wages of whoever has been on sick leave for more than six months, is out of work with a
/// benefit, on the ASS or in training.
fn wages(person: &Person, household: &Household, values: &Values) -> Range {
    let wages = person.income_over(IncomeKind::NetWage, first_month(values), 12);
    let Some(abatement) = params::C2S_ABATTEMENT_CHOMAGE.at(values.clock) else {
        return wages;
    };
    let month = values.clock.month;
    let in_month = |kind, month| Range::from(Cents::ZERO).below(person.income(kind, month));
    let now = |kind| in_month(kind, month);
    let stopped = (0..LONG_SICK_LEAVE)
        .map(|back| in_month(IncomeKind::SickPay, month.plus(-back)))
        .fold(Verdict::Yes, Truth::and)
        .or(now(IncomeKind::Unemployment).and(person.jobseeker))
        .or(now(IncomeKind::Ass))
        .or(now(IncomeKind::TrainingPay).and(has_youth_allowance(person, household, values).not()));
    Ranges::select(stopped, wages.without(abatement.rate()), wages)
}

/// The allowance of the CEJ no longer counts (CSS R861-10, décret 2023-671).
const WITHOUT_YOUTH_ALLOWANCE: Month = Month::new(2023, 8);

/// Whether the training pay is the allowance of the CEJ, which is no pay of a trainee.
fn has_youth_allowance(person: &Person, household: &Household, values: &Values) -> Verdict {
    Verdict::from(Benefit::Pacea.exists(household.month, values.territory))
        .and(household.receives(Benefit::Pacea))
        .and(person.is_aged(Benefit::Pacea.ages().end).not())
}

/// The pay of a training that is over is left out.
fn training_pay(person: &Person, household: &Household, values: &Values) -> Range {
    let zero = Range::from(Cents::ZERO);
    let year = person.income_over(IncomeKind::TrainingPay, first_month(values), 12);
    let last = person.income(IncomeKind::TrainingPay, values.clock.month.plus(-1));
    let counts = if values.clock.month < WITHOUT_YOUTH_ALLOWANCE || year == zero {
        Verdict::Yes
    } else {
        has_youth_allowance(person, household, values).not()
    };
    Ranges::select(counts.and(zero.below(last)), year, zero)
}

/// AAH, ASI and ASPA, less a monthly abatement that takes their exceptional rises off (loi 2017-1836, art. 40; instructions
/// of 31 March 2020 and DSS/SD2A/2021/71). One abatement for the two partners when both receive the ASI or the ASPA;
/// none on the ASI of whoever has the AAH.
fn minimum_incomes(person: &Person, household: &Household, values: &Values) -> Range {
    let zero = Range::from(Cents::ZERO);
    let first = first_month(values);
    let received = |kind: IncomeKind| person.income_over(kind, first, 12) != zero;
    let mut total = zero;
    if received(IncomeKind::Aah) {
        let abatement = Abatement::alone(&params::C2S_ABATTEMENT_AAH);
        total = total + abatement.left(IncomeKind::Aah, person, household, values);
    }
    if received(IncomeKind::Asi) {
        let abatement = Abatement {
            single: &params::C2S_ABATTEMENT_ASI_SEUL,
            couple: &params::C2S_ABATTEMENT_ASI_COUPLE,
        };
        let whole = person.income_over(IncomeKind::Asi, first, 12);
        let with_aah = zero.below(person.income_over(IncomeKind::Aah, first, 12));
        let left = abatement.left(IncomeKind::Asi, person, household, values);
        total = total + Ranges::select(with_aah, whole, left);
    }
    if received(IncomeKind::Aspa) {
        let abatement = Abatement {
            single: &params::C2S_ABATTEMENT_ASPA_SEUL,
            couple: &params::C2S_ABATTEMENT_ASPA_COUPLE,
        };
        total = total + abatement.left(IncomeKind::Aspa, person, household, values);
    }
    total
}

/// A monthly abatement on a minimum income: of one recipient, and of a couple of recipients.
struct Abatement {
    single: &'static Parameter,
    couple: &'static Parameter,
}

impl Abatement {
    const fn alone(single: &'static Parameter) -> Self {
        Self { single, couple: single }
    }

    /// What is left of twelve months.
    fn left(&self, kind: IncomeKind, person: &Person, household: &Household, values: &Values) -> Range {
        let zero = Range::from(Cents::ZERO);
        let shared = household.is_couple() && !core::ptr::eq(self.single, self.couple);
        (0..12)
            .map(|count| {
                let month = first_month(values).plus(count);
                let income = person.income(kind, month);
                let clock = values.clock.in_month(month);
                let (Some(single), Some(couple)) = (self.single.at(clock), self.couple.at(clock)) else {
                    return income;
                };
                let alone = (income - Range::from(single.cents())).positive();
                if !shared {
                    return alone;
                }
                let other = any(
                    household.adults().filter(|adult| !core::ptr::eq(*adult, person)),
                    |adult| zero.below(adult.income(kind, month)),
                );
                let half = couple.cents().divided(2);
                Ranges::select(other, (income - Range::from(half)).positive(), alone)
            })
            .sum()
    }
}

/// The twelve months whose resources the cover looks at.
#[cfg(feature = "population")]
pub fn months_looked_at(values: &Values) -> impl Iterator<Item = Month> {
    let first = first_month(values);
    (0..12).map(move |count| first.plus(count))
}

/// What the abatements take off twelve months of the AAH and of the ASPA of a household of which no more is known than that it
/// receives them: one recipient, two in a couple for the ASPA.
#[cfg(feature = "population")]
#[derive(Clone, Copy, Debug)]
pub struct YearOfAbatements {
    aah: Cents,
    aspa: Cents,
    aspa_of_couple: Cents,
}

#[cfg(feature = "population")]
impl YearOfAbatements {
    /// Those of the twelve months that a month looks at.
    #[must_use]
    pub fn at(values: &Values) -> Self {
        let of = |parameter: &'static Parameter| {
            months_looked_at(values)
                .filter_map(|month| parameter.at(values.clock.in_month(month)))
                .fold(Cents::ZERO, |sum, known| sum + known.cents())
        };
        Self {
            aah: of(&params::C2S_ABATTEMENT_AAH),
            aspa: of(&params::C2S_ABATTEMENT_ASPA_SEUL),
            aspa_of_couple: of(&params::C2S_ABATTEMENT_ASPA_COUPLE),
        }
    }

    /// What they take off; never more than the minimum incomes.
    pub fn of<D: Domain>(self, [aah, aspa]: [D::Truth; 2], couple: D::Truth, minimum_incomes: D::Amount) -> D::Amount {
        let zero = D::Amount::from(Cents::ZERO);
        let of_aspa = D::select(couple, D::Amount::from(self.aspa_of_couple), D::Amount::from(self.aspa));
        let both = D::select(aah, D::Amount::from(self.aah), zero) + D::select(aspa, of_aspa, zero);
        both.lesser(minimum_incomes.ratio(12, 1))
    }
}
