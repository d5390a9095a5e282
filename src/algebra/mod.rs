//! The small algebra rules are written in, and the two ways of reading them.
//!
//! A rule is a function generic over a [`Domain`]. [`Points`] reads it with plain cents and `bool`: one row of
//! a population. [`Ranges`] reads the same text with intervals and yes / no / maybe,
//! remembers which unanswered questions a value still depends on, and records the steps for the explanation.
//! A household whose answers are all exact has intervals of width zero: that is the citizen's exact answer.

mod points;
mod ranges;

use core::fmt::Debug;
use core::ops::{Add, Sub};

pub use points::{Nothing, Points};
pub use ranges::{Range, Ranges, Step, Unknowns, Value, Verdict, Whole};

use crate::law::Known;
use crate::units::{Cents, Month, Rate};

/// What an amount, a condition and a count are while a rule is read.
pub trait Domain: Sized {
    /// An amount of money.
    type Amount: Amount<Truth = Self::Truth>;
    /// A condition.
    type Truth: Truth;
    /// A small whole number: persons, tenths of consumption units.
    type Count: Count<Truth = Self::Truth, Amount = Self::Amount>;
    /// What the reading keeps of a named step.
    type Noted: From<Self::Amount> + From<Self::Truth> + From<Self::Count>;

    /// `yes` where the condition holds, `no` where it does not; both, joined, when that is not known.
    fn select(condition: Self::Truth, yes: Self::Amount, no: Self::Amount) -> Self::Amount;

    /// A condition that no answer and no source settles: maybe, with no question behind it, in [`Ranges`]; no in [`Points`].
    fn unsettled() -> Self::Truth;

    /// The steps recorded from now on are about this month, or no longer about a single one.
    fn about(&mut self, _month: Option<Month>) {}

    /// Records a step of the explanation under a name of `explain`'s catalogue, with the dated values it used,
    /// and hands the value back.
    fn note<V: Copy + Into<Self::Noted>>(&mut self, name: &'static str, value: V, uses: &[Known]) -> V;
}

/// Amounts of money, as rules use them.
pub trait Amount: Copy + Debug + Add<Output = Self> + Sub<Output = Self> + From<Cents> {
    /// What comparing two amounts gives.
    type Truth;
    /// `self × rate`, to the nearest cent, the half upwards.
    #[must_use]
    fn times(self, rate: Rate) -> Self;
    /// What is left of the amount once `rate` of it (rounded like [`Amount::times`]) is taken away; `rate ≤ 1`.
    /// One operation, because in ranges the two halves of `a − a × rate` must move together.
    #[must_use]
    fn without(self, rate: Rate) -> Self;
    /// `self × numerator ÷ denominator` (both positive), to the nearest cent, the half upwards.
    #[must_use]
    fn ratio(self, numerator: i64, denominator: i64) -> Self;
    /// The smaller of two amounts.
    #[must_use]
    fn lesser(self, other: Self) -> Self;
    /// The larger of two amounts.
    #[must_use]
    fn greater(self, other: Self) -> Self;
    /// `self ≤ other`.
    fn at_most(self, other: Self) -> Self::Truth;
    /// `self < other`.
    fn below(self, other: Self) -> Self::Truth;
    /// The amount, or nothing when it is negative.
    #[must_use]
    fn positive(self) -> Self {
        self.greater(Self::from(Cents::ZERO))
    }
}

/// Conditions, as rules use them.
pub trait Truth: Copy + Debug + From<bool> {
    /// Both hold.
    #[must_use]
    fn and(self, other: Self) -> Self;
    /// One holds at least.
    #[must_use]
    fn or(self, other: Self) -> Self;
    /// It does not hold.
    #[must_use]
    fn not(self) -> Self;
    /// Whether it is settled, this way.
    fn is(self, settled: bool) -> bool;
}

/// Small whole numbers, as rules use them.
pub trait Count: Copy + Debug + Add<Output = Self> + From<i64> {
    /// What comparing gives.
    type Truth;
    /// What looking up a table gives.
    type Amount;
    /// `self ≥ least`.
    fn at_least(self, least: i64) -> Self::Truth;
    /// The number a table gives for this number.
    #[must_use]
    fn convert(self, table: impl Fn(i64) -> i64) -> Self;
    /// The amount a table gives for this number.
    fn look_up(self, table: impl Fn(i64) -> Cents) -> Self::Amount;
    /// `amount × scale ÷ self` to the nearest cent, the half upwards (numbers below one count as one).
    fn share(self, amount: Self::Amount, scale: i64) -> Self::Amount;
}
