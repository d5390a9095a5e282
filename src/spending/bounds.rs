use super::Missing;
use crate::algebra::Range;
use crate::household::bounds::BILL;
use crate::units::{Cents, Rate};

/// Between what and what a figure lies. An end is `None` when nothing bounds it: a line nobody filled in may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds<T> {
    /// It is this much at least.
    pub at_least: Option<T>,
    /// It is this much at most.
    pub at_most: Option<T>,
}

/// A figure and what is missing to know it. With something missing, the figure is a bound, never a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    /// Between what and what it lies.
    pub value: Bounds<T>,
    /// What nobody answered and the figure needs.
    pub missing: Vec<Missing>,
}

impl<T: Copy + PartialEq> Bounds<T> {
    /// Known exactly.
    pub const fn exactly(value: T) -> Self {
        Self {
            at_least: Some(value),
            at_most: Some(value),
        }
    }

    /// Both ends, through something that keeps their order.
    pub(super) fn map(self, through: impl Fn(T) -> T) -> Self {
        let at_least = self.at_least.map(&through);
        let at_most = if self.at_most == self.at_least {
            at_least
        } else {
            self.at_most.map(through)
        };
        Self { at_least, at_most }
    }

    /// The figure, when the bounds meet.
    #[must_use]
    pub fn exact(self) -> Option<T> {
        self.at_least.filter(|_| self.at_least == self.at_most)
    }
}

/// A monthly amount that is never negative, as a low end and, when somebody answered, a high end.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub low: Cents,
    pub high: Option<Cents>,
}

impl Known {
    pub const NOTHING: Self = Self {
        low: Cents::ZERO,
        high: Some(Cents::ZERO),
    };

    pub const ANYTHING: Self = Self {
        low: Cents::ZERO,
        high: None,
    };

    pub fn answered(range: Range) -> Self {
        // What nobody answered has no high end worth showing.
        let silent = !range.open().is_empty() && range.high() - range.low() >= BILL;
        Self {
            low: range.low(),
            high: (!silent).then(|| range.high()),
        }
    }

    pub fn is_missing(self) -> bool {
        self.high.is_none()
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high.zip(other.high).map(|(a, b)| a + b),
        }
    }

    pub fn bounds(self) -> Bounds<Cents> {
        Bounds {
            at_least: Some(self.low),
            at_most: self.high,
        }
    }
}

/// `part ÷ whole` to the nearest millionth, the half upwards; `None` unless `whole` is positive.
///
/// # Example
/// ```
/// use tarif_social::spending::share_half_up;
/// use tarif_social::units::{Cents, Rate};
/// assert_eq!(share_half_up(Cents::new(2_000), Cents::new(60_000)), Some(Rate::new(33_333)));
/// assert_eq!(share_half_up(Cents::new(2_000), Cents::ZERO), None);
/// ```
#[must_use]
pub fn share_half_up(part: Cents, whole: Cents) -> Option<Rate> {
    let millionths = Cents::new(Rate::ONE.millionths()).ratio(part.count(), whole.count());
    (whole > Cents::ZERO).then(|| Rate::new(millionths.count()))
}
