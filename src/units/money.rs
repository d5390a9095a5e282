use core::fmt;
use core::ops::{Add, AddAssign, Neg, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::digits::Digits;

/// An amount of money in euros: exact, at most two decimals, within ±[`Euros::LARGEST`].
///
/// Crosses JSON as a string with two decimals (`"646.52"`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Euros(Decimal);

/// Why a text is not an amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a decimal number.
    NotANumber,
    /// More than two digits after the decimal point.
    TooManyDecimals,
    /// Beyond ±[`Euros::LARGEST`].
    TooLarge,
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "not an amount: write it like `646.52`",
            Self::TooManyDecimals => "more than two decimals: an amount stops at the cent",
            Self::TooLarge => "too large: at most ten million euros",
        })
    }
}

impl core::error::Error for AmountError {}

impl Euros {
    /// The largest amount accepted, in whole euros: with rates in millionths nothing can overflow below it.
    pub const LARGEST: i64 = 10_000_000;

    /// Reads `646.52`, `-3`, `1e2`-free decimals with a point.
    ///
    /// # Errors
    /// Not a number, more than two decimals, or beyond [`Euros::LARGEST`].
    ///
    /// # Example
    /// ```
    /// use tarif_social::units::{AmountError, Cents, Euros};
    /// assert_eq!(Euros::parse("646.52").map(Euros::cents), Ok(Cents::new(64652)));
    /// assert_eq!(Euros::parse("0.005"), Err(AmountError::TooManyDecimals));
    /// assert_eq!(Euros::parse("1.200"), Err(AmountError::TooManyDecimals));
    /// assert_eq!(Euros::parse("1000000000000000000000000000000"), Err(AmountError::TooLarge));
    /// assert_eq!(Euros::parse("dix"), Err(AmountError::NotANumber));
    /// assert_eq!(Euros::parse("29_99"), Err(AmountError::NotANumber));
    /// ```
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        if !is_decimal(text) {
            return Err(AmountError::NotANumber);
        }
        let value = Decimal::from_str_exact(text).map_err(|_| match text.split_once('.') {
            // More digits than any decimal holds: before the point or after it.
            Some((whole, _)) if whole.len() < 20 => AmountError::TooManyDecimals,
            _ => AmountError::TooLarge,
        })?;
        // `1.200` too: it may be meant as twelve hundred.
        if value.scale() > 2 {
            return Err(AmountError::TooManyDecimals);
        }
        if value.abs() > Decimal::from(Self::LARGEST) {
            return Err(AmountError::TooLarge);
        }
        Ok(Self(value.normalize()))
    }

    /// The same amount in cents; exact.
    #[must_use]
    pub fn cents(self) -> Cents {
        let hundredths = self.0.saturating_mul(Decimal::ONE_HUNDRED);
        Cents(hundredths.to_i64().unwrap_or(0)) // always fits: |value| <= LARGEST with at most two decimals
    }
}

/// Digits, with a minus before and a point between two of them at most: what the schemas say. The library alone takes `29_99`,
/// `+5` and `.5` too.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, decimals]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn decimal(text: &str) -> Result<Decimal, RateError> {
    Some(text)
        .filter(|text| is_decimal(text))
        .and_then(|text| Decimal::from_str_exact(text).ok())
        .ok_or(RateError)
}

impl Euros {
    pub(crate) fn digits(self) -> Digits {
        self.cents().digits()
    }
}

impl From<Cents> for Euros {
    fn from(cents: Cents) -> Self {
        Self(Decimal::new(cents.0, 2))
    }
}

impl fmt::Display for Euros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

/// An amount of money in whole cents. Additions saturate instead of overflowing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(type = "string"))]
pub struct Cents(i64);

impl Cents {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// `count` cents.
    #[must_use]
    pub const fn new(count: i64) -> Self {
        Self(count)
    }

    /// The number of cents.
    #[must_use]
    pub const fn count(self) -> i64 {
        self.0
    }

    /// `646.52`.
    pub(crate) fn digits(self) -> Digits {
        Digits::of(self.0, 2, 2)
    }

    /// `self × rate`, half a cent rounded up (règlement CE 1103/97, art. 5: to the nearest cent, the half upwards).
    ///
    /// # Example
    /// ```
    /// use tarif_social::units::{Cents, Rate};
    /// // 50 % of 607.75 is 303.875: published as 303.88
    /// assert_eq!(Cents::new(60775).times(Rate::new(500_000)), Cents::new(30388));
    /// ```
    #[must_use]
    #[cfg_attr(smallest, inline(never))]
    pub const fn times(self, rate: Rate) -> Self {
        if rate.is_one() {
            return self; // as most limits are multiplied: no division
        }
        self.ratio(rate.0, Rate::ONE.0)
    }

    /// `self × count`; exact.
    #[must_use]
    #[cfg_attr(smallest, inline(never))]
    pub const fn multiplied(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count))
    }

    /// `self ÷ count` to the nearest cent, the half upwards (règlement CE 1103/97, art. 5). Zero when `count` is zero.
    #[must_use]
    #[cfg_attr(smallest, inline(never))]
    pub const fn divided(self, count: i64) -> Self {
        self.ratio(1, count)
    }

    /// `self × numerator ÷ denominator` to the nearest cent, the half upwards. Zero when `denominator` is zero.
    #[must_use]
    #[cfg_attr(smallest, inline(never))]
    pub const fn ratio(self, numerator: i64, denominator: i64) -> Self {
        if denominator == 0 {
            return Self::ZERO;
        }
        if denominator == 1 {
            return self.multiplied(numerator);
        }
        // Amounts stay below 2^40 and factors below 2^24 in practice; the wide path keeps the rest exact.
        let quotient = match self.0.checked_mul(numerator) {
            Some(product)
                if product < i64::MAX / 4
                    && product > i64::MIN / 4
                    && denominator > 0
                    && denominator < i64::MAX / 4 =>
            {
                (2 * product + denominator).div_euclid(2 * denominator)
            }
            _ => {
                // Euclid's quotient rounds down for positive divisors only, so both change sign together.
                let sign = denominator.signum() as i128;
                let product = sign * self.0 as i128 * numerator as i128;
                let denominator = sign * denominator as i128;
                let half_up = (2 * product.rem_euclid(denominator) >= denominator) as i128;
                let wide = product.div_euclid(denominator) + half_up;
                if wide > i64::MAX as i128 {
                    i64::MAX
                } else if wide < i64::MIN as i128 {
                    i64::MIN
                } else {
                    wide as i64
                }
            }
        };
        Self(quotient)
    }
}

impl Add for Cents {
    type Output = Self;
    #[cfg_attr(smallest, inline(never))]
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Cents {
    type Output = Self;
    #[cfg_attr(smallest, inline(never))]
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl core::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

/// A rate, in millionths: 62 % is `Rate::new(620_000)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(type = "string"))]
pub struct Rate(i64);

impl Rate {
    /// 100 %.
    pub const ONE: Self = Self(1_000_000);

    /// `millionths` of one.
    #[must_use]
    pub const fn new(millionths: i64) -> Self {
        Self(millionths)
    }

    /// Whether it is 100 %.
    #[must_use]
    pub const fn is_one(&self) -> bool {
        self.0 == Self::ONE.0
    }

    /// The number of millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// `0.62`.
    pub(crate) fn digits(self) -> Digits {
        Digits::of(self.0, 6, 0)
    }

    /// Reads `0.62`; a plain decimal with a point, six decimals at most.
    ///
    /// # Errors
    /// Not a decimal number, more than six decimals, or beyond ±1000.
    ///
    /// # Example
    /// ```
    /// use tarif_social::units::{Rate, RateError};
    /// assert_eq!(Rate::parse("1.35"), Ok(Rate::new(1_350_000)));
    /// assert_eq!(Rate::parse("62 %"), Err(RateError));
    /// ```
    pub fn parse(text: &str) -> Result<Self, RateError> {
        let value = decimal(text)?;
        if value.normalize().scale() > 6 {
            return Err(RateError);
        }
        Self::of(value)
    }

    /// The same to the nearest millionth, however many decimals: what JavaScript makes of `0.1 + 0.2`.
    ///
    /// # Errors
    /// Not a decimal number, or beyond ±1000.
    ///
    /// # Example
    /// ```
    /// use tarif_social::units::{Rate, RateError};
    /// assert_eq!(Rate::nearest("0.30000000000000004"), Ok(Rate::new(300_000)));
    /// assert_eq!(Rate::nearest("1e-7"), Err(RateError));
    /// ```
    pub fn nearest(text: &str) -> Result<Self, RateError> {
        Self::of(decimal(text)?.round_dp(6))
    }

    /// Six decimals at most.
    fn of(value: Decimal) -> Result<Self, RateError> {
        if value.abs() > Decimal::ONE_THOUSAND {
            return Err(RateError);
        }
        let millionths = value.saturating_mul(Decimal::from(Self::ONE.0)).to_i64();
        millionths.map(Self).ok_or(RateError)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

/// A text that is not a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateError;

impl fmt::Display for RateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a rate: write 62 % as `0.62`, six decimals at most")
    }
}

impl core::error::Error for RateError {}
