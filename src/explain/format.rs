//! Amounts and dates as people of each language write them.

use super::Language;
use crate::algebra::Range;
use crate::law::Text;
use crate::units::{Cents, Day, Month, Rate};

/// `1 357,70 €` (narrow no-break space, no-break space) or `€1,357.70`.
///
/// # Example
/// ```
/// use tarif_social::explain::{Language, money};
/// use tarif_social::units::Cents;
/// assert_eq!(money(Cents::new(135_770), Language::French), "1\u{202f}357,70\u{a0}€");
/// assert_eq!(money(Cents::new(-4_217), Language::English), "-€42.17");
/// ```
#[must_use]
pub fn money(amount: Cents, language: Language) -> String {
    let count = amount.count();
    let sign = if count < 0 { "-" } else { "" };
    let whole = grouped(count.unsigned_abs() / 100, language.pick("\u{202f}", ","));
    let rest = count.unsigned_abs() % 100;
    match language {
        Language::French => format!("{sign}{whole},{rest:02}\u{a0}€"),
        Language::English => format!("{sign}€{whole}.{rest:02}"),
    }
}

/// An amount that may lie between two.
#[must_use]
pub fn amount(range: Range, language: Language) -> String {
    match range.exact() {
        Some(exact) => money(exact, language),
        None => {
            let (low, high) = (money(range.low(), language), money(range.high(), language));
            language.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
        }
    }
}

/// `62 %` or `62%`, with as many digits as the rate has (four decimals of a per cent at most).
#[must_use]
pub fn percent(rate: Rate, language: Language) -> String {
    let millionths = rate.millionths();
    let sign = if millionths < 0 { "-" } else { "" };
    let parts = millionths.unsigned_abs();
    let decimals = format!("{:04}", parts % 10_000);
    let decimals = decimals.trim_end_matches('0');
    let point = language.pick(",", ".");
    let digits = if decimals.is_empty() {
        (parts / 10_000).to_string()
    } else {
        format!("{}{point}{decimals}", parts / 10_000)
    };
    language.pick(format!("{sign}{digits}\u{a0}%"), format!("{sign}{digits}%"))
}

/// `novembre 2014` or `November 2014`.
#[must_use]
pub fn month(month: Month, language: Language) -> String {
    let name = MONTHS
        .get(usize::from(month.number()) - 1)
        .map_or("", |name| language.of(*name));
    format!("{name} {}", month.year())
}

/// `1er avril 2026` or `1 April 2026`.
#[must_use]
pub fn day(day: Day, language: Language) -> String {
    let number = match (day.number(), language) {
        (1, Language::French) => "1er".to_owned(),
        (number, _) => number.to_string(),
    };
    format!("{number} {}", month(day.month(), language))
}

/// `août à octobre 2014`: a run of months, first and last.
#[must_use]
pub fn quarter_words(first: Month, last: Month, language: Language) -> String {
    let begins = month(first, language);
    let begins = if first.year() == last.year() {
        begins.split(' ').next().unwrap_or_default().to_owned()
    } else {
        begins
    };
    let ends = month(last, language);
    language.pick(format!("{begins} à {ends}"), format!("{begins} to {ends}"))
}

fn grouped(number: u64, separator: &str) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 6);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
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
