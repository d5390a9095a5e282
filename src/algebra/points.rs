use super::{Amount, Count, Domain, Truth};
use crate::law::Known;
use crate::units::{Cents, Rate};

/// Reads rules on one row of exact facts: cents, `bool`, no trace.
#[derive(Clone, Copy, Debug, Default)]
pub struct Points;

/// What [`Points`] keeps of a step: nothing.
#[derive(Clone, Copy, Debug)]
pub struct Nothing;

impl From<Cents> for Nothing {
    fn from(_: Cents) -> Self {
        Self
    }
}

impl From<bool> for Nothing {
    fn from(_: bool) -> Self {
        Self
    }
}

impl From<i64> for Nothing {
    fn from(_: i64) -> Self {
        Self
    }
}

impl Domain for Points {
    type Amount = Cents;
    type Truth = bool;
    type Count = i64;
    type Noted = Nothing;

    fn select(condition: bool, yes: Cents, no: Cents) -> Cents {
        if condition { yes } else { no }
    }

    fn unsettled() -> bool {
        false
    }

    fn note<V: Copy + Into<Nothing>>(&mut self, _: &'static str, value: V, _: &[Known]) -> V {
        value
    }
}

impl Amount for Cents {
    type Truth = bool;

    fn times(self, rate: Rate) -> Self {
        Self::times(self, rate)
    }

    fn without(self, rate: Rate) -> Self {
        self - Self::times(self, rate)
    }

    fn ratio(self, numerator: i64, denominator: i64) -> Self {
        Self::ratio(self, numerator, denominator)
    }

    fn lesser(self, other: Self) -> Self {
        self.min(other)
    }

    fn greater(self, other: Self) -> Self {
        self.max(other)
    }

    fn at_most(self, other: Self) -> bool {
        self <= other
    }

    fn below(self, other: Self) -> bool {
        self < other
    }
}

impl Truth for bool {
    fn and(self, other: Self) -> Self {
        self & other
    }

    fn or(self, other: Self) -> Self {
        self | other
    }

    fn not(self) -> Self {
        !self
    }

    fn is(self, settled: bool) -> bool {
        self == settled
    }
}

impl Count for i64 {
    type Truth = bool;
    type Amount = Cents;

    fn at_least(self, least: i64) -> bool {
        self >= least
    }

    fn convert(self, table: impl Fn(i64) -> i64) -> i64 {
        table(self)
    }

    fn look_up(self, table: impl Fn(i64) -> Cents) -> Cents {
        table(self)
    }

    fn share(self, amount: Cents, scale: i64) -> Cents {
        amount.ratio(scale, self.max(1))
    }
}
