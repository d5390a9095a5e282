use core::fmt;

use super::digits::Digits;

/// A calendar month. Adding and subtracting months never fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// A calendar day, checked (no 30 February).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(type = "string"))]
pub struct Day {
    month: Month,
    day: u8,
}

/// A text that is neither `YYYY-MM` nor an existing `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError;

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date: write a month like `2014-11`, a day like `2014-11-30`")
    }
}

impl core::error::Error for TimeError {}

impl Month {
    /// The month `month` (1 to 12, clamped) of `year`.
    #[must_use]
    pub const fn new(year: i32, month: u8) -> Self {
        let month = if month < 1 {
            1
        } else if month > 12 {
            12
        } else {
            month
        };
        Self(year.saturating_mul(12).saturating_add(month as i32 - 1))
    }

    /// Reads `2014-11`.
    ///
    /// # Errors
    /// Anything but four digits, a dash and 01 to 12.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let (year, month) = text.split_once('-').ok_or(TimeError)?;
        let (year, month) = (digits(year, 4)?, digits(month, 2)?);
        if !(1..=12).contains(&month) {
            return Err(TimeError);
        }
        Ok(Self(year * 12 + month - 1))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0.rem_euclid(12) as u8 + 1
    }

    /// `count` months later (earlier when negative).
    #[must_use]
    pub const fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(count))
    }

    /// Months from `earlier` to this one; negative when it comes before.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// `2014-11`.
    pub(crate) fn digits(self) -> Digits {
        Digits::date(self.year(), self.number(), None)
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Day {
        Day { month: self, day: 1 }
    }

    const fn length(self) -> u8 {
        match self.number() {
            4 | 6 | 9 | 11 => 30,
            2 => {
                let year = self.year();
                if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) {
                    29
                } else {
                    28
                }
            }
            _ => 31,
        }
    }
}

impl Day {
    /// Reads `2014-11-30`.
    ///
    /// # Errors
    /// Anything but a day that exists.
    ///
    /// # Example
    /// ```
    /// use tarif_social::units::Day;
    /// assert!(Day::parse("2024-02-29").is_ok());
    /// assert!(Day::parse("2023-02-29").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let (month, day) = text.rsplit_once('-').ok_or(TimeError)?;
        let (month, day) = (Month::parse(month)?, digits(day, 2)?);
        let day = u8::try_from(day).map_err(|_| TimeError)?;
        if day < 1 || day > month.length() {
            return Err(TimeError);
        }
        Ok(Self { month, day })
    }

    /// Day `day` of `month`, clamped to the days it has. For tables checked when the crate is built.
    #[must_use]
    pub const fn new(month: Month, day: u8) -> Self {
        let length = month.length();
        Self {
            month,
            day: if day < 1 {
                1
            } else if day > length {
                length
            } else {
                day
            },
        }
    }

    /// `2014-11-30`.
    pub(crate) fn digits(self) -> Digits {
        Digits::date(self.month.year(), self.month.number(), Some(self.day))
    }

    /// Its month.
    #[must_use]
    pub const fn month(self) -> Month {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.day
    }

    /// Whole months of age on the first day of `month`, for somebody born this day: a birthday on the
    /// first counts, one on the second does not yet. Negative before birth.
    #[must_use]
    pub const fn age_in_months(self, month: Month) -> i32 {
        month.since(self.month) - if self.day > 1 { 1 } else { 0 }
    }
}

fn digits(text: &str, count: usize) -> Result<i32, TimeError> {
    if text.len() != count || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(TimeError);
    }
    text.parse().map_err(|_| TimeError)
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}
