//! Resources of the reference quarter (CASF R262-7 to R262-13): each line, counted or left out and why.

use super::Values;
use crate::algebra::{Amount, Domain, Range, Ranges, Truth, Verdict};
use crate::household::{IncomeKind, Person};
use crate::units::{Cents, Month};

/// One kind of income of one person over the reference quarter.
#[derive(Clone, Copy, Debug)]
pub struct ResourceLine {
    /// Place of the person in the request.
    pub person: usize,
    /// What it is.
    pub kind: IncomeKind,
    /// Monthly mean over the quarter, as received.
    pub received: Range,
    /// What is counted, a month.
    pub counted: Range,
    /// Counted with earnings; otherwise as another income.
    pub as_earnings: bool,
    /// What was done with it.
    pub treatment: Treatment,
}

/// What is done with a kind of income.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Counted in full, as earnings.
    Earnings,
    /// Counted in full, as another income.
    Other,
    /// Left out: it stopped this month and nothing replaces it (CASF R262-13); `Maybe` when that is not known.
    Stopped(Verdict),
    /// Counted in full though it stopped in an earlier month: the law leaves it out (CASF R262-13), see the README of the RSA.
    StoppedBefore,
    /// Reduced by three base amounts at most: it stopped this month (CASF R262-13).
    Reduced(Verdict),
    /// The balance of a savings book, whose interest counts in the quarter in which it is received (CASF R262-7).
    Interest {
        /// Whether it is this quarter.
        received: bool,
    },
    /// A minimum income, counted apart.
    MinimumIncome,
    /// Left out with the child who is not counted (CASF R262-3).
    ChildNotCounted(Verdict),
}

/// What a person's quarter comes to.
pub(crate) struct PersonQuarter {
    pub earnings: Range,
    pub other: Range,
    pub minimum: Range,
    pub lines: Vec<ResourceLine>,
}

impl PersonQuarter {
    /// Earnings, then all the rest.
    pub fn totals(&self) -> (Range, Range) {
        (self.earnings, self.other + self.minimum)
    }
}

const NOTHING: Cents = Cents::ZERO;

fn is_nothing(amount: Range) -> Verdict {
    amount.at_most(Range::from(NOTHING))
}

fn is_something(amount: Range) -> Verdict {
    is_nothing(amount).not()
}

/// Interrupted income is tested in the month of the interruption alone: nothing this month, something the month before.
fn stopped(person: &Person, kind: IncomeKind, month: Month) -> Verdict {
    if person.is_steady(kind) {
        return Verdict::No;
    }
    is_nothing(person.income(kind, month)).and(is_something(person.income(kind, month.plus(-1))))
}

const SUBSTITUTES: [IncomeKind; 6] = [
    IncomeKind::Unemployment,
    IncomeKind::SickPay,
    IncomeKind::Pension,
    IncomeKind::InvalidityPension,
    IncomeKind::Ass,
    IncomeKind::TrainingPay,
];

/// Something received this month replaces what stopped: what is paid because work stopped.
fn replaced(person: &Person, month: Month) -> Verdict {
    SUBSTITUTES
        .into_iter()
        .map(|kind| is_something(person.income(kind, month)))
        .fold(Verdict::No, Truth::or)
}

/// Daily allowances of a month are pay when there is a wage that month, or when the stop is less than three months
/// old; later they are another income (CASF R262-12 and R262-11).
fn sick_pay_is_earnings(person: &Person, month: Month) -> Verdict {
    let wage = is_something(person.income(IncomeKind::NetWage, month));
    if person.is_steady(IncomeKind::SickPay) {
        return wage;
    }
    wage.or(is_nothing(person.income(IncomeKind::SickPay, month.plus(-3))))
}

/// Sick pay of a month: what is earnings, what is another income.
pub(crate) fn sick_pay(person: &Person, month: Month) -> (Range, Range) {
    let zero = Range::from(NOTHING);
    let pay = person.income(IncomeKind::SickPay, month);
    if pay == zero {
        return (zero, zero);
    }
    let earnings = sick_pay_is_earnings(person, month);
    (Ranges::select(earnings, pay, zero), Ranges::select(earnings, zero, pay))
}

/// Works out a person's quarter.
pub(crate) fn person_quarter(person: &Person, values: &Values) -> PersonQuarter {
    let month = values.clock.month;
    let quarter = values.quarter();
    let mut lines = Vec::new();
    let [first, ..] = quarter;
    let sum = |kind| person.income_over(kind, first, 3);
    let zero = Range::from(NOTHING);

    let mut push = |kind, received: Range, counted: Range, as_earnings, treatment| {
        if received != zero || counted != zero {
            lines.push(ResourceLine {
                person: person.place,
                kind,
                received,
                counted,
                as_earnings,
                treatment,
            });
        }
        counted
    };
    let replaced = replaced(person, month);
    // The whole quarter is left out, unless a substitute is received.
    let interrupted = |kind| stopped(person, kind, month).and(replaced.not());
    let treatment = |kind, stop: Verdict, usual| {
        let months = [month, month.plus(-1)];
        let over = || months.map(|at| is_nothing(person.income(kind, at))) == [Verdict::Yes; 2];
        match stop {
            Verdict::No if over() && replaced == Verdict::No => Treatment::StoppedBefore,
            Verdict::No => usual,
            _ => Treatment::Stopped(stop),
        }
    };
    // The quarter is reduced by three base amounts at most, whatever else is received.
    let reduced = |total: Range, stop: Verdict| {
        let relief = Range::from(values.montant_de_base.multiplied(3));
        Ranges::select(stop, (total - relief).positive(), total).ratio(1, 3)
    };

    let received = |(_, total): &(IncomeKind, Range)| *total != zero;

    // Sick pay is split month by month between earnings and other incomes.
    let (mut sick_earnings, mut sick_other) = (zero, zero);
    for at in quarter {
        let (earnings, other) = sick_pay(person, at);
        sick_earnings = sick_earnings + earnings;
        sick_other = sick_other + other;
    }

    let mut earnings = zero;
    for (kind, total) in [
        (IncomeKind::NetWage, sum(IncomeKind::NetWage)),
        (IncomeKind::SelfEmployed, sum(IncomeKind::SelfEmployed)),
        (IncomeKind::TrainingPay, sum(IncomeKind::TrainingPay)),
        (IncomeKind::SickPay, sick_earnings),
    ]
    .into_iter()
    .filter(received)
    {
        let stop = interrupted(kind);
        let mean = total.ratio(1, 3);
        let treatment = treatment(kind, stop, Treatment::Earnings);
        earnings = earnings + push(kind, mean, Ranges::select(stop, zero, mean), true, treatment);
    }

    let mut other = zero;
    // Daily allowances stand for work, whatever they are counted as (CASF R262-13).
    for (kind, total) in [
        (IncomeKind::Unemployment, sum(IncomeKind::Unemployment)),
        (IncomeKind::Pension, sum(IncomeKind::Pension)),
        (IncomeKind::SickPay, sick_other),
    ]
    .into_iter()
    .filter(received)
    {
        let stop = interrupted(kind);
        let mean = total.ratio(1, 3);
        let treatment = treatment(kind, stop, Treatment::Other);
        other = other + push(kind, mean, Ranges::select(stop, zero, mean), false, treatment);
    }
    for (kind, total) in [
        (IncomeKind::InvalidityPension, sum(IncomeKind::InvalidityPension)),
        (IncomeKind::AlimonyReceived, sum(IncomeKind::AlimonyReceived)),
        (IncomeKind::Exceptional, sum(IncomeKind::Exceptional)),
    ]
    .into_iter()
    .filter(received)
    {
        let stop = stopped(person, kind, month);
        let treatment = if stop == Verdict::No {
            Treatment::Other
        } else {
            Treatment::Reduced(stop)
        };
        other = other + push(kind, total.ratio(1, 3), reduced(total, stop), false, treatment);
    }
    for kind in [IncomeKind::Capital, IncomeKind::Rents] {
        let mean = sum(kind).ratio(1, 3);
        other = other + push(kind, mean, mean, false, Treatment::Other);
    }
    let balance = person.income(IncomeKind::Savings, month);
    let (interest, received) = match values.interest() {
        Some(rate) => (balance.ratio(rate.rate().millionths(), 3_000_000), true),
        None => (zero, false),
    };
    other = other
        + push(
            IncomeKind::Savings,
            balance,
            interest,
            false,
            Treatment::Interest { received },
        );

    let mut minimum = zero;
    for kind in [IncomeKind::Ass, IncomeKind::Aah, IncomeKind::Asi] {
        let mean = sum(kind).ratio(1, 3);
        minimum = minimum + push(kind, mean, mean, false, Treatment::MinimumIncome);
    }
    let aspa = person.income(IncomeKind::Aspa, month);
    minimum = minimum + push(IncomeKind::Aspa, aspa, aspa, false, Treatment::MinimumIncome);

    PersonQuarter {
        earnings,
        other,
        minimum,
        lines,
    }
}
