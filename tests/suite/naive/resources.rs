//! What one person brings: averages over the reference quarter, interrupted incomes left out (CASF R262-6 to R262-13).

use rust_decimal::Decimal;
use tarif_social::units::Month;

use super::case::{Case, Kind, Person, Quarter};
use super::difference::{Difference, Model};
use super::{exact, to_the_cent, values};

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
    let income = |kind| move |back| person.income(kind, back);
    let stopped = |kind| one.has_stopped(income(kind));
    let whole_or_nothing = |kind| one.nothing_if(stopped(kind), income(kind));
    let whole_or_reduced = |kind| one.reduced_if(stopped(kind), income(kind));
    let (with_work, with_the_rest) = (|back| one.sick_pay(back, true), |back| one.sick_pay(back, false));
    let (work_stopped, rest_stopped) = if model.departs(Difference::SickPayStop) {
        (one.has_stopped(with_work), one.has_stopped(with_the_rest))
    } else {
        (stopped(Kind::SickPay), stopped(Kind::SickPay))
    };
    Brought {
        from_work: whole_or_nothing(Kind::NetWage) + one.nothing_if(work_stopped, with_work),
        other: whole_or_nothing(Kind::Unemployment)
            + whole_or_nothing(Kind::Pension)
            + whole_or_reduced(Kind::InvalidityPension)
            + whole_or_reduced(Kind::AlimonyReceived)
            + whole_or_reduced(Kind::Exceptional)
            + if model.departs(Difference::SickPayReduced) {
                one.reduced_if(rest_stopped, with_the_rest)
            } else {
                one.nothing_if(rest_stopped, with_the_rest)
            }
            + one.mean_of(|back| one.interest(back)),
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

/// The months of the reference quarter, counted back from M (CASF R262-7).
pub fn quarter(model: Model, case: &Case) -> [usize; 3] {
    let shifted = if model.departs(Difference::ReferenceQuarter) {
        case.quarter == Quarter::Shifted
    } else {
        case.period >= Month::new(2025, 3)
    };
    if shifted { [4, 3, 2] } else { [3, 2, 1] }
}

/// Sick pay of M: what is counted with work, and what with the rest.
pub fn sick_pay(model: Model, case: &Case, person: &Person) -> (Decimal, Decimal) {
    let one = One {
        model,
        case,
        base: Decimal::ZERO,
        person,
    };
    (one.sick_pay(0, true), one.sick_pay(0, false))
}

struct One<'a> {
    model: Model,
    case: &'a Case,
    base: Decimal,
    person: &'a Person,
}

impl One<'_> {
    fn third(&self, sum: Decimal) -> Decimal {
        let mean = sum / exact("3");
        if self.model.departs(Difference::PublishedRounding) {
            mean
        } else {
            to_the_cent(mean)
        }
    }

    fn sum_of(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        quarter(self.model, self.case).into_iter().map(amount).sum()
    }

    /// Of savings books: received in December (CASF R262-7).
    fn interest(&self, back: usize) -> Decimal {
        let month = self.case.period.plus(-i32::try_from(back).unwrap());
        if self.model.departs(Difference::InterestOfSavings) {
            self.person.savings * exact("0.03") / exact("12")
        } else if month.number() == 12 {
            let [rate] = values::at(values::LIVRET_A, month);
            self.person.savings * rate
        } else {
            Decimal::ZERO
        }
    }

    fn mean_of(&self, amount: impl Fn(usize) -> Decimal) -> Decimal {
        self.third(self.sum_of(amount))
    }

    fn has_stopped(&self, amount: impl Fn(usize) -> Decimal) -> bool {
        amount(0) == Decimal::ZERO && amount(1) > Decimal::ZERO
    }

    /// Something received in M that takes the place of a lost income.
    fn has_substitute(&self) -> bool {
        let more: &[Kind] = if self.model.departs(Difference::SubstituteIncomes) {
            &[]
        } else {
            &[Kind::InvalidityPension, Kind::Ass]
        };
        [Kind::Unemployment, Kind::SickPay, Kind::Pension]
            .iter()
            .chain(more)
            .any(|kind| self.person.income(*kind, 0) > Decimal::ZERO)
    }

    /// Left out when it has just stopped and nothing takes its place (CASF R262-13).
    fn nothing_if(&self, stopped: bool, amount: impl Fn(usize) -> Decimal) -> Decimal {
        if stopped && !self.has_substitute() {
            Decimal::ZERO
        } else {
            self.mean_of(amount)
        }
    }

    /// Reduced by up to one base amount a month when it has just stopped (CASF R262-13).
    fn reduced_if(&self, stopped: bool, amount: impl Fn(usize) -> Decimal) -> Decimal {
        if stopped {
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
