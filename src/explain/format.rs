//! Amounts and dates as people of each language write them.

use core::fmt;

use super::Language;
use crate::algebra::Range;
use crate::law::Text;
use crate::units::digits::Digits;
use crate::units::{Cents, Day, Month, Rate};

/// A number as people write it: see [`number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(i64, usize, Language);

/// `1 357,70` (narrow no-break space) or `1,357.70`: `scaled` is the number times ten to the power `decimals`.
///
/// # Example
/// ```
/// use tarif_social::explain::{Language, number};
/// assert_eq!(number(30_907_289, 0, Language::French).to_string(), "30\u{202f}907\u{202f}289");
/// assert_eq!(number(-93, 1, Language::English).to_string(), "-9.3");
/// ```
#[must_use]
pub const fn number(scaled: i64, decimals: usize, language: Language) -> Number {
    Number(scaled, decimals, language)
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(scaled, decimals, language) = *self;
        let (separator, point) = language.pick(("\u{202f}", ","), (",", "."));
        f.write_str(Digits::grouped(scaled, decimals, point, separator).as_str())
    }
}

/// An amount of money as people write it: see [`money`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money(Cents, Language);

/// `1 357,70 €` (narrow no-break space, no-break space) or `€1,357.70`.
///
/// # Example
/// ```
/// use tarif_social::explain::{Language, money};
/// use tarif_social::units::Cents;
/// assert_eq!(money(Cents::new(135_770), Language::French).to_string(), "1\u{202f}357,70\u{a0}€");
/// assert_eq!(money(Cents::new(-4_217), Language::English).to_string(), "-€42.17");
/// ```
#[must_use]
pub const fn money(amount: Cents, language: Language) -> Money {
    Money(amount, language)
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(amount, language) = *self;
        let cents = amount.count();
        match language {
            Language::French => write!(f, "{}\u{a0}€", number(cents, 2, language)),
            Language::English => {
                f.write_str(if cents < 0 { "-€" } else { "€" })?;
                number(cents.saturating_abs(), 2, language).fmt(f)
            }
        }
    }
}

/// The bounds that tell something: nothing tells nothing, nor does more than four times the lower bound, but for an
/// amount that is small by itself.
///
/// # Example
/// ```
/// use tarif_social::explain::telling;
/// use tarif_social::units::Cents;
/// let euros = |low: i64, high: i64| telling(Cents::new(low * 100), Cents::new(high * 100));
/// assert_eq!(euros(0, 50_000), (None, None));
/// assert_eq!(euros(680, 6_208), (Some(Cents::new(68_000)), None)); // at least 680 €
/// assert_eq!(euros(0, 12), (None, Some(Cents::new(1_200)))); // at most 12 €
/// assert_eq!(telling(Cents::new(25_000), Cents::new(100_001)), (Some(Cents::new(25_000)), None));
/// assert_eq!(euros(-1_000, 0), (Some(Cents::new(-100_000)), Some(Cents::ZERO)));
/// assert_eq!(telling(Cents::new(-100_001), Cents::ZERO), (None, Some(Cents::ZERO)));
/// ```
#[must_use]
pub fn telling(low: Cents, high: Cents) -> (Option<Cents>, Option<Cents>) {
    if low == high {
        return (Some(low), Some(high));
    }
    (
        Some(low).filter(|low| *low != Cents::ZERO && -SMALL <= *low),
        Some(high).filter(|high| *high <= SMALL.max(low.multiplied(4))),
    )
}

/// An amount of a month that tells something as a bound whatever the other one is.
const SMALL: Cents = Cents::new(100_000);

/// An amount, as much as is known of it: see [`amount`].
#[derive(Clone, Copy, Debug)]
pub struct Amount(Range, Language);

/// An amount, as much as is known of it.
#[must_use]
pub const fn amount(range: Range, language: Language) -> Amount {
    Amount(range, language)
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(range, language) = *self;
        let (low, high) = telling(range.low(), range.high());
        let written = |amount: Cents| money(amount, language);
        between(low.map(written), high.map(written), language).fmt(f)
    }
}

/// What lies between two bounds: see [`between`].
#[derive(Clone, Copy, Debug)]
pub struct Between<T>(Option<T>, Option<T>, Language);

/// What lies between two bounds, one or both of which may not be known.
#[must_use]
pub fn between<T>(at_least: Option<T>, at_most: Option<T>, language: Language) -> Between<T> {
    Between(at_least, at_most, language)
}

impl<T: fmt::Display + PartialEq> fmt::Display for Between<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0, &self.1, self.2) {
            (Some(low), Some(high), _) if low == high => low.fmt(f),
            (Some(low), Some(high), Language::French) => write!(f, "entre {low} et {high}"),
            (Some(low), Some(high), Language::English) => write!(f, "between {low} and {high}"),
            (Some(low), None, language) => write!(f, "{} {low}", language.pick("au moins", "at least")),
            (None, Some(high), language) => write!(f, "{} {high}", language.pick("au plus", "at most")),
            (None, None, language) => f.write_str(language.pick("pas encore connu", "not known yet")),
        }
    }
}

/// A rate as people write it: see [`percent`].
#[derive(Clone, Copy, Debug)]
pub struct Percent(Rate, Language);

/// `62 %` or `62%`, with as many digits as the rate has (four decimals of a per cent at most).
#[must_use]
pub const fn percent(rate: Rate, language: Language) -> Percent {
    Percent(rate, language)
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(rate, language) = *self;
        let digits = Digits::of(rate.millionths(), 4, 0);
        let mut parts = digits.as_str().split('.');
        f.write_str(parts.next().unwrap_or_default())?;
        for decimals in parts {
            f.write_str(language.pick(",", "."))?;
            f.write_str(decimals)?;
        }
        f.write_str(language.pick("\u{a0}%", "%"))
    }
}

/// A month in words: see [`month`].
#[derive(Clone, Copy, Debug)]
pub struct MonthWords(Month, Language);

/// `novembre 2014` or `November 2014`.
#[must_use]
pub const fn month(month: Month, language: Language) -> MonthWords {
    MonthWords(month, language)
}

impl MonthWords {
    /// Its name, without the year.
    fn name(self) -> &'static str {
        let Self(month, language) = self;
        MONTHS
            .get(usize::from(month.number()) - 1)
            .map_or("", |name| language.of(*name))
    }
}

impl fmt::Display for MonthWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name(), self.0.year())
    }
}

/// A day in words: see [`day`].
#[derive(Clone, Copy, Debug)]
pub struct DayWords(Day, Language);

/// `1er avril 2026` or `1 April 2026`.
#[must_use]
pub const fn day(day: Day, language: Language) -> DayWords {
    DayWords(day, language)
}

impl fmt::Display for DayWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(day, language) = *self;
        let month = month(day.month(), language);
        match (day.number(), language) {
            (1, Language::French) => write!(f, "1er {month}"),
            (number, _) => write!(f, "{number} {month}"),
        }
    }
}

/// `août à octobre 2014`: a run of months, first and last.
#[must_use]
pub fn quarter_words(first: Month, last: Month, language: Language) -> String {
    let (begins, ends) = (month(first, language), month(last, language));
    let to = language.pick("à", "to");
    if first.year() == last.year() {
        format!("{} {to} {ends}", begins.name())
    } else {
        format!("{begins} {to} {ends}")
    }
}

macro_rules! months {
    ($($fr:literal $en:literal),+) => {
        const MONTHS: [Text; 12] = [$(Text { fr: $fr, en: $en }),+];
    };
}

months!(
    "janvier" "January", "février" "February", "mars" "March", "avril" "April", "mai" "May", "juin" "June",
    "juillet" "July", "août" "August", "septembre" "September", "octobre" "October", "novembre" "November",
    "décembre" "December"
);
