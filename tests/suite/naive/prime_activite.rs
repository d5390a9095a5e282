//! Prime d'activité (CSS L841-1 and following), month by month of the reference quarter.

use rust_decimal::Decimal;
use tarif_social::units::Month;

use super::case::{Case, Kind, Person, Role, Territory};
use super::difference::{Difference, Model};
use super::rsa::{self, Right};
use super::{exact, family, resources, to_the_cent, values};

/// What is due in the month of the case: the mean of the months of the quarter, nothing under 15 euros (CSS D846-2).
/// None in Mayotte once there is one, whose amounts are not among our sources.
pub fn due(model: Model, case: &Case) -> Option<Decimal> {
    if case.period < first(case) {
        return Some(Decimal::ZERO);
    }
    if case.inputs.territory == Territory::Mayotte {
        return None;
    }
    if !is_active(model, case) {
        return Some(Decimal::ZERO);
    }
    let months = resources::quarter(model, case).map(|back| month(model, &case.seen_from(back), case));
    let mean = cents(model, months.into_iter().sum::<Decimal>() / exact("3"));
    Some(if mean < exact("15") { Decimal::ZERO } else { mean })
}

const FIRST: Month = Month::new(2016, 1);

/// The first month of the prime, the first without RSA activité (loi 2015-994, art. 57; ordonnance 2016-160).
pub fn first(case: &Case) -> Month {
    match case.inputs.territory {
        Territory::Mayotte => Month::new(2016, 7),
        _ => FIRST,
    }
}

fn cents(model: Model, amount: Decimal) -> Decimal {
    if model.departs(Difference::PublishedRounding) {
        amount
    } else {
        to_the_cent(amount)
    }
}

/// Somebody worked in one of the months of the quarter; a student, in each of them for more than 55 % of the SMIC; or the
/// lone-parent increase is due (CSS L842-1, L842-2).
fn is_active(model: Model, case: &Case) -> bool {
    let now = Right::of(model, case);
    let [smic] = values::at(values::SMIC_HOURLY, case.period);
    now.is_increased(now.dependants())
        || case.parents().any(|parent| {
            let enough = exact("0.55") * exact("169") * smic;
            let mut quarter = work_quarter(model, case).into_iter();
            if parent.student {
                quarter.all(|back| worked(model, case, parent, enough, back))
            } else {
                quarter.any(|back| worked(model, case, parent, Decimal::ZERO, back))
            }
        })
}

/// The months in which work is looked for, counted back from M (CSS R842-2).
fn work_quarter(model: Model, case: &Case) -> [usize; 3] {
    if model.departs(Difference::PrimeWorkQuarter) {
        [3, 2, 1]
    } else {
        resources::quarter(model, case)
    }
}

/// Whether somebody earned more than that in the month `back` months before M.
fn worked(model: Model, case: &Case, person: &Person, more_than: Decimal, back: usize) -> bool {
    let then = case.seen_from(back);
    earned(model, &then, &then.inputs.persons[rank(case, person)]).0 > more_than
}

fn rank(case: &Case, person: &Person) -> usize {
    case.inputs
        .persons
        .iter()
        .position(|one| std::ptr::eq(one, person))
        .unwrap()
}

/// Earnings of the month of the case, and the AAH that is not among them: it is for who earns 29 hours of SMIC (CSS D843-4).
fn earned(model: Model, case: &Case, person: &Person) -> (Decimal, Decimal) {
    let [smic] = values::at(values::SMIC_HOURLY, case.period);
    let (sick_pay, _) = resources::sick_pay(model, case, person);
    let earnings = person.income(Kind::NetWage, 0) + sick_pay;
    let aah = person.income(Kind::Aah, 0);
    if earnings >= exact("29") * smic {
        (earnings + aah, Decimal::ZERO)
    } else {
        (earnings, aah)
    }
}

/// What is due for the month of the case (CSS L842-3, R843-1).
fn month(model: Model, case: &Case, now: &Case) -> Decimal {
    let (of_base, of_rates) = if model.departs(Difference::PrimeValuesOfTheRight) {
        // months before the prime existed take the values of its first; the bonus of 2019 is there three months before
        let dated = case.period.max(FIRST);
        let bonus_moved = (Month::new(2018, 10)..Month::new(2019, 1)).contains(&dated);
        (dated, if bonus_moved { Month::new(2019, 1) } else { dated })
    } else {
        (now.period, now.period)
    };
    let [base] = values::at(values::PRIME_BASE, of_base);
    let [kept, full_hours, bonus_rate] = values::at(values::PRIME_RATES, of_rates);
    let [smic] = values::at(values::SMIC_HOURLY, case.period);
    // CSS R843-1 II: the household on the last day of the month
    let right = Right {
        to_the_last_day: true,
        ..Right::of(model, case)
    };
    let children = right.dependants();
    // CSS L842-2 5°: who is on leave is not counted, unless she earned something in the quarter
    let adults = Right::of(model, now).adults_counting(|parent| {
        !parent.on_leave
            || work_quarter(model, now)
                .into_iter()
                .any(|back| worked(model, now, parent, Decimal::ZERO, back))
    });

    let is_of_age = |person: &Person, month: Month| person.birth_date.age_in_months(month) >= 18 * 12;
    let entitled = if model.departs(Difference::PrimeClaimant) {
        let mut members = case.inputs.persons.iter();
        let permit = members.clone().any(|person| person.residence_ok) || right.is_increased(children);
        members.any(|person| is_of_age(person, case.period)) && permit
    } else {
        // CSS R842-2: in the month of the right, the five years of permit not asked with the increase (L842-2 2° c)
        let right_now = Right::of(model, now);
        let increased_now = right_now.is_increased(right_now.dependants());
        now.parents()
            .any(|parent| is_of_age(parent, now.period) && (parent.residence_ok || increased_now))
    };
    if !entitled {
        return Decimal::ZERO;
    }

    let guaranteed = if right.is_increased(children) {
        cents(model, base * exact("1.28412")) + cents(model, base * exact("0.42804")) * Decimal::from(children)
    } else {
        rsa::scale(base, adults, children, rsa::LARGE_FAMILY, |amount| cents(model, amount))
    };
    let most = to_the_cent(base * bonus_rate);
    let start = exact("59") * smic;
    let benefits = family::counted(model, case);
    let mut other = benefits.af + benefits.cf + benefits.paje + benefits.asf + case.inputs.family.aspa;
    let (mut brought, mut deducted) = (Decimal::ZERO, Decimal::ZERO);
    let is_member = |person: &&Person| {
        person.role != Role::Child || model.departs(Difference::ChildNotCounted) || right.is_counted_child(person)
    };
    for person in case.inputs.persons.iter().filter(is_member) {
        let (earnings, aah) = earned(model, case, person);
        let (_, sick_pay) = resources::sick_pay(model, case, person);
        let others = [
            Kind::Unemployment,
            Kind::Pension,
            Kind::InvalidityPension,
            Kind::AlimonyReceived,
            Kind::Ass,
        ];
        let received: Decimal = others.iter().map(|kind| person.income(*kind, 0)).sum();
        other += received + sick_pay + aah;
        // CSS D843-2: from 59 hours of SMIC on, in proportion up to its largest
        let bonus = most * ((earnings - start) / (full_hours * smic - start)).clamp(Decimal::ZERO, Decimal::ONE);
        let given_back = cents(model, earnings * kept + bonus);
        brought += given_back;
        deducted += earnings - given_back;
    }
    let flat_housing = Right { base, ..right }.flat_housing(adults + children);
    // guaranteed + brought − the larger of (earnings + other + flat housing) and of the guaranteed amount
    (guaranteed - deducted - other - flat_housing)
        .min(brought)
        .max(Decimal::ZERO)
}
