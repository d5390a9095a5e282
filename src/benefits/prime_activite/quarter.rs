//! From a household to the months of its reference quarter.

use super::values::PrimeValues;
use super::{Earner, MonthFacts, PrimeActivite, prime_activite};
use crate::algebra::{Amount, Domain, Range, Ranges, Truth, Unknowns, Verdict, Whole};
use crate::facts::{Assessment, Values, month};
use crate::household::bounds::PRIME_ACTIVITE;
use crate::household::{Household, IncomeKind, Person, Question};
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

/// The prime of the month the household was checked for: nothing as long as there is an RSA activité; open where `prime` is missing
/// ([`PrimeValues::at`] says when).
pub fn of_household(
    reading: &mut Ranges,
    household: &Household,
    values: &Values,
    prime: Option<&PrimeValues>,
    assessment: &Assessment,
) -> PrimeActivite<Ranges> {
    let without_months = |total: Range, active: Verdict| PrimeActivite {
        months: Vec::new(),
        active,
        total,
    };
    if values.has_rsa_activite() {
        return without_months(Range::from(Cents::ZERO), Verdict::No);
    }
    let Some(prime) = prime else {
        // The disposable income is all that it would be in: told, there is nothing to ask.
        let open = match household.disposable_income {
            Some(_) => Unknowns::NONE,
            None => Question::DisposableIncome.open(),
        };
        return without_months(Range::new(Cents::ZERO, PRIME_ACTIVITE, open), Verdict::Maybe(open));
    };
    let active = reading.note(
        "prime_activite.active",
        active(household, values, prime, assessment),
        &[],
    );
    if active == Verdict::No {
        // Month by month there is nothing to work out: what it came to would be read as due.
        let total = reading.note("prime_activite.total", Range::from(Cents::ZERO), &[prime.minimum_paid]);
        return without_months(total, active);
    }
    // CSS R842-2: the claimant's age and permit are looked at in the month of the right; the five years of the permit are not
    // asked of who has the lone-parent increase (CSS L842-2 2° c).
    let age = prime.claimant_age.number();
    let entitled = month::any(household.adults(), |adult| {
        let residence = adult.residence_condition.or(assessment.facts.lone_parent);
        adult.is_aged(age).and(residence)
    });
    // CSS L842-2: somebody on leave is not counted, unless she earns (5°).
    let adults = month::adults_who(household, |adult| {
        let free = adult.on_leave.not().or(works(adult, values, prime).0);
        adult.residence_condition.and(free)
    });
    let mut past = household.clone();
    let months = prime.quarter.each_ref().map(|(rsa, of_month)| {
        past.look_from(rsa.clock.month);
        (month_facts(&past, rsa, adults, entitled, assessment), of_month)
    });
    prime_activite(reading, &months, active, prime.minimum_paid)
}

fn month_facts(
    past: &Household,
    values: &Values,
    adults: Whole,
    entitled: Verdict,
    assessment: &Assessment,
) -> MonthFacts<Ranges> {
    let at = past.month;
    let composition = month::composition(past, values);
    // Nobody else is a member of the household: a child who is not counted keeps its incomes (CSS L842-3).
    let members = || {
        let persons = past.persons.iter().zip(&composition.counted);
        persons.map(|(person, counted)| (person, if person.is_adult() { Verdict::Yes } else { *counted }))
    };
    let zero = Range::from(Cents::ZERO);
    let other: Range = members()
        .map(|(person, counted)| {
            let incomes: Range = OTHER.iter().map(|kind| person.income(*kind, at)).sum();
            // ASPA is a benefit of the household: whatever month its incomes tell, it is the one of that month.
            let other = incomes + person.income(IncomeKind::Aspa, at) + month::sick_pay(person, at).1;
            Ranges::select(counted, other, zero)
        })
        .sum();
    MonthFacts {
        month: at,
        adults,
        dependants: composition.dependants,
        entitled,
        lone_parent: composition.lone_parent,
        earners: members()
            .map(|(person, counted)| {
                let Earner { earnings, aah } = earner(person, at);
                let [earnings, aah] = [earnings, aah].map(|amount| Ranges::select(counted, amount, zero));
                Earner { earnings, aah }
            })
            .collect(),
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

/// Whether somebody earned something in one of the months of the reference quarter, and more than 55 % of 169 hours of SMIC
/// in each (CSS R842-2).
fn works(adult: &Person, values: &Values, prime: &PrimeValues) -> (Verdict, Verdict) {
    let zero = Range::from(Cents::ZERO);
    let floor = Range::from(values.autonomy_wage());
    let (mut once, mut always) = (Verdict::No, Verdict::Yes);
    for (rsa, of_month) in &prime.quarter {
        let earner = earner(adult, rsa.clock.month);
        let aah = Ranges::select(of_month.counts_aah(&earner), earner.aah, zero);
        let earnings = earner.earnings + aah;
        once = once.or(zero.below(earnings));
        always = always.and(floor.below(earnings.ratio(Rate::ONE.millionths(), 1)));
    }
    (once, always)
}

/// CSS L842-1, L842-2: somebody works in the reference quarter, a student or an apprentice for more than 55 % of the
/// SMIC in each of them; or the lone-parent increase applies.
fn active(household: &Household, values: &Values, prime: &PrimeValues, assessment: &Assessment) -> Verdict {
    let works = month::any(household.adults(), |adult| {
        let (once, always) = works(adult, values, prime);
        let learner = adult.student.or(adult.apprentice);
        always.or(learner.not().and(once))
    });
    works.or(assessment.facts.lone_parent)
}
