use core::ops::{Add, Sub};

use super::{Amount, Count, Domain, Truth};
use crate::law::Known;
use crate::units::{Cents, Month, Rate};

/// Which unanswered questions something still depends on: one bit a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unknowns(u128);

impl Unknowns {
    /// Depends on nothing unknown.
    pub const NONE: Self = Self(0);

    /// Questions that can be told apart.
    pub const MOST: usize = u128::BITS as usize;

    /// Depends on question number `bit`, below [`Self::MOST`].
    #[must_use]
    pub const fn one(bit: u8) -> Self {
        debug_assert!((bit as usize) < Self::MOST);
        Self(1 << (bit & 127))
    }

    /// Whether question number `bit` is among them.
    #[must_use]
    pub const fn has(self, bit: u8) -> bool {
        self.0 & Self::one(bit).0 != 0
    }

    /// Depends on what either depends on.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have a question in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

// Compiled for size, even a little, the operations stay out of line: inlined, they would be a twentieth of what each page
// downloads. "Comparer" reads ranges only for the rows of a file.

/// An amount known to lie between two bounds, both included. Bounds that meet depend on nothing unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    low: Cents,
    high: Cents,
    open: Unknowns,
}

impl Range {
    /// Between `low` and `high` (in either order), as long as `open` is not answered.
    #[must_use]
    #[cfg_attr(smaller, inline(never))]
    pub fn new(low: Cents, high: Cents, open: Unknowns) -> Self {
        let (low, high) = (low.min(high), low.max(high));
        let open = if low == high { Unknowns::NONE } else { open };
        Self { low, high, open }
    }

    /// The lowest it can be.
    #[must_use]
    pub const fn low(self) -> Cents {
        self.low
    }

    /// The highest it can be.
    #[must_use]
    pub const fn high(self) -> Cents {
        self.high
    }

    /// The amount, when the bounds meet.
    #[must_use]
    pub fn exact(self) -> Option<Cents> {
        (self.low == self.high).then_some(self.low)
    }

    /// What it still depends on.
    #[must_use]
    pub const fn open(self) -> Unknowns {
        self.open
    }

    /// The smallest range that holds both, as long as `open` is not answered.
    #[must_use]
    #[cfg_attr(smaller, inline(never))]
    pub fn join(self, other: Self, open: Unknowns) -> Self {
        let (low, high) = (self.low.min(other.low), self.high.max(other.high));
        Self::new(low, high, open.union(self.open).union(other.open))
    }
}

impl Range {
    /// Allows for `other` too, as long as `open` is not answered. What `other` depends on is forgotten: it is supposed,
    /// nobody can be asked about it.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        if other.low < self.low || self.high < other.high {
            self.low = self.low.min(other.low);
            self.high = self.high.max(other.high);
            self.open = self.open.union(open);
        }
    }
}

impl From<Cents> for Range {
    fn from(amount: Cents) -> Self {
        Self::new(amount, amount, Unknowns::NONE)
    }
}

impl Add for Range {
    type Output = Self;
    #[cfg_attr(smaller, inline(never))]
    fn add(self, other: Self) -> Self {
        Self::new(
            self.low + other.low,
            self.high + other.high,
            self.open.union(other.open),
        )
    }
}

impl Sub for Range {
    type Output = Self;
    #[cfg_attr(smaller, inline(never))]
    fn sub(self, other: Self) -> Self {
        Self::new(
            self.low - other.high,
            self.high - other.low,
            self.open.union(other.open),
        )
    }
}

impl core::iter::Sum for Range {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::from(Cents::ZERO), Add::add)
    }
}

impl Amount for Range {
    type Truth = Verdict;

    #[cfg_attr(smaller, inline(never))]
    fn times(self, rate: Rate) -> Self {
        Self::new(self.low.times(rate), self.high.times(rate), self.open)
    }

    #[cfg_attr(smaller, inline(never))]
    fn without(self, rate: Rate) -> Self {
        Self::new(self.low.without(rate), self.high.without(rate), self.open)
    }

    #[cfg_attr(smaller, inline(never))]
    fn ratio(self, numerator: i64, denominator: i64) -> Self {
        let [low, high] = [self.low, self.high].map(|bound| bound.ratio(numerator, denominator));
        Self::new(low, high, self.open)
    }

    #[cfg_attr(smaller, inline(never))]
    fn lesser(self, other: Self) -> Self {
        Self::new(
            self.low.min(other.low),
            self.high.min(other.high),
            self.open.union(other.open),
        )
    }

    #[cfg_attr(smaller, inline(never))]
    fn greater(self, other: Self) -> Self {
        Self::new(
            self.low.max(other.low),
            self.high.max(other.high),
            self.open.union(other.open),
        )
    }

    #[cfg_attr(smaller, inline(never))]
    fn at_most(self, other: Self) -> Verdict {
        if self.high <= other.low {
            Verdict::Yes
        } else if self.low > other.high {
            Verdict::No
        } else {
            Verdict::Maybe(self.open.union(other.open))
        }
    }

    #[cfg_attr(smaller, inline(never))]
    fn below(self, other: Self) -> Verdict {
        other.at_most(self).not()
    }
}

/// A condition that may not be settled yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds whatever the missing answers are.
    Yes,
    /// It does not hold whatever the missing answers are.
    No,
    /// It depends on these.
    Maybe(Unknowns),
}

impl Verdict {
    /// What it still depends on.
    #[must_use]
    pub const fn open(self) -> Unknowns {
        match self {
            Self::Yes | Self::No => Unknowns::NONE,
            Self::Maybe(open) => open,
        }
    }

    /// Stays as long as `other` is the same; otherwise open on `open`: see [`Range::allow_for`].
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        if matches!(self, Self::Yes | Self::No) && self != other {
            *self = Self::Maybe(open);
        }
    }
}

impl From<bool> for Verdict {
    fn from(truth: bool) -> Self {
        if truth { Self::Yes } else { Self::No }
    }
}

impl Truth for Verdict {
    #[cfg_attr(smaller, inline(never))]
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, truth) | (truth, Self::Yes) => truth,
            (Self::Maybe(a), Self::Maybe(b)) => Self::Maybe(a.union(b)),
        }
    }

    #[cfg_attr(smaller, inline(never))]
    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    #[cfg_attr(smaller, inline(never))]
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            maybe @ Self::Maybe(_) => maybe,
        }
    }

    fn is(self, settled: bool) -> bool {
        self == Self::from(settled)
    }
}

/// A whole number known to lie between two bounds, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    low: i64,
    high: i64,
    open: Unknowns,
}

impl Whole {
    /// Between `low` and `high` (in either order), as long as `open` is not answered.
    #[must_use]
    #[cfg_attr(smaller, inline(never))]
    pub fn new(low: i64, high: i64, open: Unknowns) -> Self {
        let (low, high) = (low.min(high), low.max(high));
        let open = if low == high { Unknowns::NONE } else { open };
        Self { low, high, open }
    }

    /// One where the condition holds, zero where it does not.
    #[must_use]
    #[cfg_attr(smaller, inline(never))]
    pub fn counting(condition: Verdict) -> Self {
        match condition {
            Verdict::Yes => Self::from(1),
            Verdict::No => Self::from(0),
            Verdict::Maybe(open) => Self::new(0, 1, open),
        }
    }

    /// The lowest it can be.
    #[must_use]
    pub const fn low(self) -> i64 {
        self.low
    }

    /// The highest it can be.
    #[must_use]
    pub const fn high(self) -> i64 {
        self.high
    }

    /// What it still depends on.
    #[must_use]
    pub const fn open(self) -> Unknowns {
        self.open
    }

    /// Allows for `other` too: see [`Range::allow_for`].
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        if other.low < self.low || self.high < other.high {
            self.low = self.low.min(other.low);
            self.high = self.high.max(other.high);
            self.open = self.open.union(open);
        }
    }

    /// The number, when the bounds meet.
    #[must_use]
    pub fn exact(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }
}

impl From<i64> for Whole {
    fn from(number: i64) -> Self {
        Self::new(number, number, Unknowns::NONE)
    }
}

impl Add for Whole {
    type Output = Self;
    #[cfg_attr(smaller, inline(never))]
    fn add(self, other: Self) -> Self {
        let low = self.low.saturating_add(other.low);
        let high = self.high.saturating_add(other.high);
        Self::new(low, high, self.open.union(other.open))
    }
}

impl core::iter::Sum for Whole {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::from(0), Add::add)
    }
}

impl Count for Whole {
    type Truth = Verdict;
    type Amount = Range;

    #[cfg_attr(smaller, inline(never))]
    fn at_least(self, least: i64) -> Verdict {
        if self.low >= least {
            Verdict::Yes
        } else if self.high < least {
            Verdict::No
        } else {
            Verdict::Maybe(self.open)
        }
    }

    fn convert(self, table: impl Fn(i64) -> i64) -> Self {
        let numbers = (self.low.saturating_add(1)..=self.high).map(&table);
        let first = table(self.low);
        let (low, high) = numbers.fold((first, first), |(low, high), number| {
            (low.min(number), high.max(number))
        });
        Self::new(low, high, self.open)
    }

    fn look_up(self, table: impl Fn(i64) -> Cents) -> Range {
        (self.low.saturating_add(1)..=self.high).fold(Range::from(table(self.low)), |hull, number| {
            hull.join(Range::from(table(number)), self.open)
        })
    }

    #[cfg_attr(smaller, inline(never))]
    fn share(self, amount: Range, scale: i64) -> Range {
        let of = |count: i64| amount.ratio(scale, count.max(1));
        of(self.low).join(of(self.high), self.open)
    }
}

/// A value of the trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// An amount of money.
    Amount(Range),
    /// A condition.
    Truth(Verdict),
    /// A number.
    Count(Whole),
}

impl From<Range> for Value {
    fn from(amount: Range) -> Self {
        Self::Amount(amount)
    }
}

impl From<Verdict> for Value {
    fn from(truth: Verdict) -> Self {
        Self::Truth(truth)
    }
}

impl From<Whole> for Value {
    fn from(count: Whole) -> Self {
        Self::Count(count)
    }
}

/// One step of the explanation: what was worked out, and the dated values it used.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name in the catalogue of `explain`.
    pub name: &'static str,
    /// The month it is about, when it is about a single one of several.
    pub month: Option<Month>,
    /// What came out.
    pub value: Value,
    /// The dated values it used.
    pub uses: Vec<Known>,
}

/// Reads rules with what is known and what is not, and keeps the steps.
#[derive(Clone, Debug, Default)]
pub struct Ranges {
    /// The steps, in the order of the computation; `None` when nobody will read them.
    steps: Option<Vec<Step>>,
    month: Option<Month>,
}

impl Ranges {
    /// A reading that keeps its steps.
    #[must_use]
    pub fn traced() -> Self {
        Self {
            steps: Some(Vec::with_capacity(64)),
            month: None,
        }
    }

    /// A reading that keeps nothing: for probing what an answer would change.
    #[must_use]
    pub fn silent() -> Self {
        Self::default()
    }

    /// The steps kept.
    #[must_use]
    pub fn into_steps(self) -> Vec<Step> {
        self.steps.unwrap_or_default()
    }
}

impl Domain for Ranges {
    type Amount = Range;
    type Truth = Verdict;
    type Count = Whole;
    type Noted = Value;

    #[cfg_attr(smaller, inline(never))]
    fn select(condition: Verdict, yes: Range, no: Range) -> Range {
        match condition {
            Verdict::Yes => yes,
            Verdict::No => no,
            Verdict::Maybe(open) => yes.join(no, open),
        }
    }

    fn unsettled() -> Verdict {
        Verdict::Maybe(Unknowns::NONE)
    }

    fn about(&mut self, month: Option<Month>) {
        self.month = month;
    }

    fn note<V: Copy + Into<Value>>(&mut self, name: &'static str, value: V, uses: &[Known]) -> V {
        if let Some(steps) = &mut self.steps {
            steps.push(Step {
                name,
                month: self.month,
                value: value.into(),
                uses: uses.to_vec(),
            });
        }
        value
    }
}
