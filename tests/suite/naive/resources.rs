//! What one person brings: averages over the reference quarter, interrupted incomes left out (CASF R262-6 to R262-13).

use rust_decimal::Decimal;
use tarif_social::units::Month;

use super::case::{Case, Kind, Person, Quarter};
use super::difference::{Difference, Model};
use super::{exact, to_the_cent};

/// Earnings of one person: `from_work`; everything else but minimum incomes: `other`.
pub struct Brought {
    pub from_work: Decimal,
    pub other: Decimal,
}

pub fn brought(model: Model, case: &Case, base: Decimal, person: &Person) -> Brought {
    let one = One {
        model,
        case,
        base,
        person,
    };
    Brought {
        from_work: one.stopped_or_mean(|back| person.income(Kind::NetWage, back))
            + one.stopped_or_mean(|back| one.sick_pay(back, true)),
        other: one.stopped_or_mean(|back| person.income(Kind::Unemployment, back))
            + one.stopped_or_mean(|back| person.income(Kind::Pension, back))
            + one.reduced_if_stopped(|back| person.income(Kind::InvalidityPension, back))
            + one.reduced_if_stopped(|back| person.income(Kind::AlimonyReceived, back))
            + one.reduced_if_stopped(|back| person.income(Kind::Exceptional, back))
            + one.reduced_if_stopped(|back| one.sick_pay(back, false))
            + one.mean_of(|_| person.savings * exact("0.03") / exact("12")), // CASF R132-1: 3 % a year
    }
}

/// ASS and AAH: averaged like the rest, never left out.
pub fn minimum_incomes(model: Model, case: &Case, person: &Person) -> Decimal {
    let one = One {
        model,
        case,
        base: Decimal::ZERO,
        person,
    };
    one.mean_of(|back| person.income(Kind::Ass, back)) + one.mean_of(|back| person.income(Kind::Aah, back))
}

struct One<'a> {
    model: Model,
    case: &'a Case,
    base: Decimal,
    person: &'a Person,
}

impl One<'_> {
    /// How many months before M the reference quarter lies.
    fn quarter(&self) -> [usize; 3] {
        let shifted = if self.model.departs(Difference::ReferenceQuarter) {
            self.case.quarter == Quarter::Shifted
        } else {
            self.case.period >= Month::new(2025, 3)
        };
        if shifted { [4, 3, 2] } else { [3, 2, 1] }
    }

    fn third(&self, sum: Decimal) -> Decimal {
        let mean = sum / exact("3");
        if self.model.departs(Difference::PublishedRounding) {
            mean
        } else {
            to_the_cent(mean)
        }
    }

    fn sum_of(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        self.quarter().into_iter().map(amount).sum()
    }

    fn mean_of(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        self.third(self.sum_of(amount))
    }

    fn has_stopped(&self, amount: impl Fn(usize) -> Decimal) -> bool {
        amount(0) == Decimal::ZERO && amount(1) > Decimal::ZERO
    }

    /// Something received in M that takes the place of a lost income.
    fn has_substitute(&self) -> bool {
        [Kind::Unemployment, Kind::SickPay, Kind::Pension]
            .iter()
            .any(|kind| self.person.income(*kind, 0) > Decimal::ZERO)
    }

    /// Left out when it has just stopped and nothing takes its place (CASF R262-13).
    fn stopped_or_mean(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        if self.has_stopped(&amount) && !self.has_substitute() {
            Decimal::ZERO
        } else {
            self.mean_of(amount)
        }
    }

    /// Reduced by up to one base amount a month when it has just stopped (CASF R262-13).
    fn reduced_if_stopped(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        if self.has_stopped(&amount) {
            self.third((self.sum_of(amount) - self.base * exact("3")).max(Decimal::ZERO))
        } else {
            self.mean_of(amount)
        }
    }

    /// Daily allowances of one month, counted with work when there is a wage that month or none was paid three months
    /// before (CASF R262-12), otherwise with the rest.
    fn sick_pay(&self, back: usize, with_work: bool) -> Decimal {
        let is_work = self.person.income(Kind::NetWage, back) > Decimal::ZERO
            || self.person.income(Kind::SickPay, back + 3) == Decimal::ZERO;
        if is_work == with_work {
            self.person.income(Kind::SickPay, back)
        } else {
            Decimal::ZERO
        }
    }
}
