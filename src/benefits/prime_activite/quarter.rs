//! From a household to the months of its reference quarter.

use super::values::{FIRST, MonthValues};
use super::{Earner, MonthFacts, PrimeActivite, prime_activite};
use crate::algebra::{Amount, Domain, Range, Ranges, Truth, Verdict};
use crate::facts::{Assessment, Values, month};
use crate::household::{Household, IncomeKind, Person, Question, Territory};
use crate::law::params;
use crate::units::{Cents, Month, Rate};

/// Incomes that are neither earnings nor the AAH (CSS R844-2, R844-5). Savings and exceptional gains do not count.
const OTHER: [IncomeKind; 8] = [
    IncomeKind::Unemployment,
    IncomeKind::Pension,
    IncomeKind::InvalidityPension,
    IncomeKind::AlimonyReceived,
    IncomeKind::Capital,
    IncomeKind::Rents,
    IncomeKind::Ass,
    IncomeKind::Asi,
];

/// The most a prime that cannot be worked out can be.
const MOST: Cents = Cents::new(200_000);

/// The prime of the month the household was checked for: nothing before 2016; open in Mayotte, whose amounts are not
/// among our sources, and when a value was not published yet.
pub fn of_household(
    reading: &mut Ranges,
    household: &Household,
    values: &Values,
    assessment: &Assessment,
) -> PrimeActivite<Ranges> {
    let without_months = |total: Range, active: Verdict| PrimeActivite {
        months: Vec::new(),
        active,
        total,
    };
    if household.month < FIRST {
        return without_months(Range::from(Cents::ZERO), Verdict::No);
    }
    let minimum = params::PRIME_ACTIVITE_MONTANT_MINIMUM_VERSE.at(values.clock);
    match (quarter(household, values, assessment), minimum) {
        (Some((months, active)), Some(minimum)) => prime_activite(reading, &months, active, minimum),
        _ => {
            let open = Question::DisposableIncome.open();
            without_months(Range::new(Cents::ZERO, MOST, open), Verdict::Maybe(open))
        }
    }
}

type Months = Vec<(MonthFacts<Ranges>, MonthValues)>;

fn quarter(household: &Household, values: &Values, assessment: &Assessment) -> Option<(Months, Verdict)> {
    if values.territory == Territory::Mayotte {
        return None;
    }
    // CSS R842-2: the claimant's age and permit are looked at in the month of the right.
    let age = params::PRIME_ACTIVITE_AGE_MINIMUM.at(values.clock)?.number();
    let entitled = month::any(household.adults(), |adult| {
        adult.is_aged(age).and(adult.residence_condition)
    });
    let mut past = household.clone();
    let mut months = Vec::with_capacity(3);
    for at in values.quarter() {
        past.look_from(at);
        let values = Values::at(values.clock.in_month(at), values.territory).ok()?;
        let of_month = MonthValues::of(&values)?;
        months.push((month_facts(&past, &values, entitled, assessment), of_month));
    }
    Some((months, active(household, values, assessment)?))
}

fn month_facts(past: &Household, values: &Values, entitled: Verdict, assessment: &Assessment) -> MonthFacts<Ranges> {
    let at = past.month;
    let composition = month::composition(past, values);
    let other: Range = past
        .persons
        .iter()
        .map(|person| {
            let incomes: Range = OTHER.iter().map(|kind| person.income(*kind, at)).sum();
            // ASPA is a benefit of the household: whatever month its incomes tell, it is the one of that month.
            incomes + person.income(IncomeKind::Aspa, at) + month::sick_pay(person, at).1
        })
        .sum();
    MonthFacts {
        month: at,
        adults: assessment.facts.adults,
        dependants: composition.dependants,
        entitled,
        lone_parent: composition.lone_parent,
        earners: past.persons.iter().map(|person| earner(person, at)).collect(),
        other_income: other + month::family_benefits(past, values).counted_for_rsa(),
        housing_benefit: past.housing_benefit,
        housed_free: assessment.facts.housed_free,
    }
}

/// Earnings of a month (CSS R844-1), children's included.
fn earner(person: &Person, at: Month) -> Earner<Ranges> {
    let earnings: Range = [IncomeKind::NetWage, IncomeKind::SelfEmployed, IncomeKind::TrainingPay]
        .into_iter()
        .map(|kind| person.income(kind, at))
        .sum();
    Earner {
        earnings: earnings + month::sick_pay(person, at).0,
        aah: person.income(IncomeKind::Aah, at),
    }
}

/// CSS L842-1, L842-2: somebody works in the three months before, a student or an apprentice for more than 55 % of the
/// SMIC in each of them; or the lone-parent increase applies.
fn active(household: &Household, values: &Values, assessment: &Assessment) -> Option<Verdict> {
    let zero = Range::from(Cents::ZERO);
    let before: [Month; 3] = [-3, -2, -1].map(|back| household.month.plus(back));
    let aah_hours = params::PRIME_ACTIVITE_SEUIL_AAH.at(values.clock)?.number();
    let mut thresholds = [zero; 3];
    for (threshold, at) in thresholds.iter_mut().zip(before) {
        let smic = params::SMIC_HORAIRE_BRUT.at(values.clock.in_month(at))?;
        *threshold = Range::from(smic.cents().multiplied(aah_hours));
    }
    let (hours, share) = values.autonomy_wage();
    let floor = Range::from(hours.multiplied(share.millionths()));
    let works = month::any(household.adults(), |adult| {
        let (mut once, mut always) = (Verdict::No, Verdict::Yes);
        for (at, threshold) in before.into_iter().zip(thresholds) {
            let Earner { earnings, aah } = earner(adult, at);
            let earnings = earnings + Ranges::select(threshold.at_most(earnings), aah, zero);
            once = once.or(zero.below(earnings));
            always = always.and(floor.below(earnings.ratio(Rate::ONE.millionths(), 1)));
        }
        let learner = adult.student.or(adult.apprentice);
        always.or(learner.not().and(once))
    });
    Some(works.or(assessment.facts.lone_parent))
}
