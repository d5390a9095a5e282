use super::words::{Confidence, SourceKind, Text, Unit};
use crate::units::{Cents, Day, Month, Rate};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// Its title, in French, as cited.
    pub title: &'static str,
    /// Its https address; empty when it has none.
    pub url: &'static str,
}

/// A value from a day on, until the next one of its parameter. There are hundreds: each takes 16 bytes of the download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedValue {
    scaled: i32,
    from: ShortDay,
    published: ShortDay,
    checked: ShortDay,
    /// How sure it is.
    pub confidence: Confidence,
    /// The text or page that gives it.
    pub source: &'static Source,
}

/// A day from 1900 to 2069 in two bytes, zero for none. They compare as the days do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ShortDay(u16);

impl ShortDay {
    const EPOCH: Month = Month::new(1900, 1);
    const NONE: Self = Self(0);

    /// The day, or the nearest one from 1900 to 2069.
    const fn new(day: Day) -> Self {
        let months = day.month().since(Self::EPOCH);
        match months {
            ..0 => Self(1),
            0..2048 => Self(months as u16 * 32 + day.number() as u16),
            _ => Self(u16::MAX),
        }
    }

    const fn day(self) -> Day {
        Day::new(Self::EPOCH.plus(self.0 as i32 / 32), (self.0 % 32) as u8)
    }
}

impl DatedValue {
    /// What a repeal is kept as.
    const REPEALED: i32 = i32::MIN;

    /// A value checked by the build: days from 1900 to 2069, at most 31 bits.
    pub(super) const fn new(
        from: Day,
        scaled: Option<i32>,
        published: Option<Day>,
        checked: Day,
        confidence: Confidence,
        source: &'static Source,
    ) -> Self {
        Self {
            scaled: match scaled {
                Some(scaled) => scaled,
                None => Self::REPEALED,
            },
            from: ShortDay::new(from),
            published: match published {
                Some(day) => ShortDay::new(day),
                None => ShortDay::NONE,
            },
            checked: ShortDay::new(checked),
            confidence,
            source,
        }
    }

    /// The first day it applies.
    #[must_use]
    pub const fn from(&self) -> Day {
        self.from.day()
    }

    /// Cents for money, millionths for ratios, a plain number otherwise; `None` when the rule is repealed from that day.
    #[must_use]
    pub const fn scaled(&self) -> Option<i64> {
        match self.scaled {
            Self::REPEALED => None,
            scaled => Some(scaled as i64),
        }
    }

    /// The day of the Journal officiel (or of the publication of a statistic), when recorded.
    #[must_use]
    pub const fn published(&self) -> Option<Day> {
        match self.published {
            ShortDay::NONE => None,
            day => Some(day.day()),
        }
    }

    /// The last day on which somebody verified that it holds.
    #[must_use]
    pub const fn checked(&self) -> Day {
        self.checked.day()
    }

    /// The day it became known: its publication, or its first day when that is not recorded.
    #[must_use]
    pub const fn known_from(&self) -> Day {
        match self.published() {
            Some(published) => published,
            None => self.from(),
        }
    }
}

/// A value of the law and its history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// `benefit.name`, in the words of the law: `rsa.montant_de_base`.
    pub id: &'static str,
    /// What its values count.
    pub unit: Unit,
    /// What it is, in a few words.
    pub label: Text,
    /// What a reader must know before relying on it: a doubt, a correction, a convention on its dates.
    pub note: Option<Text>,
    /// The article that holds it (`CASF R262-1`); empty when there is none.
    pub article: &'static str,
    /// The last month its sources cover, when they stop before the registry does.
    pub until: Option<Month>,
    /// Its values, oldest first.
    pub values: &'static [DatedValue],
}

/// The two clocks: the month the right is looked at, and the day on which one is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The month of the right.
    pub month: Month,
    /// What was published later is ignored; `None` to use all that is known.
    pub known_on: Option<Day>,
}

impl Clock {
    /// The same day of looking, for another month.
    #[must_use]
    pub const fn in_month(self, month: Month) -> Self {
        Self {
            month,
            known_on: self.known_on,
        }
    }
}

impl Parameter {
    /// The value in force on the first day of the month, leaving out what was not yet published on `known_on`.
    ///
    /// `None` before its first value, once it is repealed, and after the last month its sources cover.
    ///
    /// # Example
    /// ```
    /// use tarif_social::law::{Clock, params};
    /// use tarif_social::units::{Cents, Day, Month};
    /// // The rise of 1 July 2022 was published on 17 August.
    /// let july = |known_on: &str| Clock { month: Month::new(2022, 7), known_on: Day::parse(known_on).ok() };
    /// let base = |clock| params::RSA_MONTANT_DE_BASE.at(clock).unwrap().cents();
    /// assert_eq!(base(july("2022-07-31")), Cents::new(57552));
    /// assert_eq!(base(july("2022-08-31")), Cents::new(59854));
    /// ```
    #[must_use]
    pub fn at(&'static self, clock: Clock) -> Option<Known> {
        if self.until.is_some_and(|last| clock.month > last) {
            return None;
        }
        let first_day = ShortDay::new(clock.month.first_day());
        let known = |dated: &&DatedValue| clock.known_on.is_none_or(|day| dated.known_from() <= day);
        let dated = self
            .values
            .iter()
            .rev()
            .filter(|dated| dated.from <= first_day)
            .find(known)?;
        dated.scaled().map(|_| Known { parameter: self, dated })
    }
}

/// A value in force, with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The parameter.
    pub parameter: &'static Parameter,
    /// The value, with its dates and its source.
    pub dated: &'static DatedValue,
}

impl Known {
    /// The value of an amount of money.
    #[must_use]
    pub fn cents(self) -> Cents {
        debug_assert!(self.parameter.unit.is_money(), "{} is not money", self.parameter.id);
        Cents::new(self.scaled())
    }

    /// The value of a ratio.
    #[must_use]
    pub fn rate(self) -> Rate {
        debug_assert!(
            self.parameter.unit == Unit::Ratio,
            "{} is not a ratio",
            self.parameter.id
        );
        Rate::new(self.scaled())
    }

    /// The value of an age, a duration or a number of persons.
    #[must_use]
    pub fn number(self) -> i64 {
        debug_assert!(
            !self.parameter.unit.is_money() && self.parameter.unit != Unit::Ratio,
            "{} is not a number",
            self.parameter.id
        );
        self.scaled()
    }

    /// Never a repeal: see [`Parameter::at`].
    fn scaled(self) -> i64 {
        i64::from(self.dated.scaled)
    }
}
