//! Sentences made from the trace.

use core::fmt;
use std::borrow::Cow;

use super::{Entry, Language, Named, amount, telling};
use crate::algebra::{Range, Step, Value, Verdict};
use crate::facts::{ResourceLine, Treatment};

/// A step for somebody who reads it out on the phone.
#[must_use]
pub fn citizen(entry: &Entry, step: &Step, language: Language) -> Cow<'static, str> {
    let sentence = language.of(entry.sentence);
    let Value::Truth(truth) = step.value else {
        let (before, after) = sentence.split_once("{}").unwrap_or((sentence, ""));
        let after = match step.value {
            Value::Amount(range) if tells_nothing(range) => ".",
            _ => after,
        };
        return format!("{before}{}{after}", value_text(step.value, language)).into();
    };
    let mut cases = sentence.split('|');
    let place = match truth {
        Verdict::Yes => 0,
        Verdict::No => 1,
        Verdict::Maybe(_) => 2,
    };
    cases.nth(place).unwrap_or_default().into()
}

/// A value of the trace as people write it: see [`value_text`].
#[derive(Clone, Copy, Debug)]
pub struct ValueText(Value, Language);

/// A value of the trace as people write it.
#[must_use]
pub const fn value_text(value: Value, language: Language) -> ValueText {
    ValueText(value, language)
}

impl fmt::Display for ValueText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value, language) = *self;
        match value {
            Value::Amount(range) => amount(range, language).fmt(f),
            Value::Truth(Verdict::Yes) => f.write_str(language.pick("oui", "yes")),
            Value::Truth(Verdict::No) => f.write_str(language.pick("non", "no")),
            Value::Truth(Verdict::Maybe(_)) => f.write_str(language.pick("on ne sait pas encore", "not known yet")),
            Value::Count(count) => match (count.exact(), language) {
                (Some(number), _) => number.fmt(f),
                (None, Language::French) => write!(f, "de {} à {}", count.low(), count.high()),
                (None, Language::English) => write!(f, "{} to {}", count.low(), count.high()),
            },
        }
    }
}

fn tells_nothing(range: Range) -> bool {
    telling(range.low(), range.high()) == (None, None)
}

/// What was done with a resource, and why.
#[must_use]
pub fn resource(line: &ResourceLine, language: Language) -> String {
    let mut text = capitalised(language.of(line.kind.name_text()));
    text.push_str(language.pick("\u{a0}: ", ": "));
    text.push_str(&treated(line, language));
    text
}

fn treated(line: &ResourceLine, language: Language) -> String {
    let counted = amount(line.counted, language);
    if tells_nothing(line.counted) {
        return format!("{counted}.");
    }
    let whole = amount(line.received, language);
    let of = if tells_nothing(line.received) {
        String::new()
    } else {
        say!(language, " sur {whole} par mois", " of {whole} a month")
    };
    match line.treatment {
        Treatment::Earnings | Treatment::Other | Treatment::MinimumIncome => say!(
            language,
            "{counted} par mois, en moyenne sur le trimestre.",
            "{counted} a month, on average over the quarter."
        ),
        Treatment::Stopped(Verdict::Yes) => say!(
            language,
            "rien n'est compté{of}, car ce revenu s'est arrêté et rien ne le remplace (CASF R262-13).",
            "nothing is counted{of}, as this income stopped and nothing replaces it (CASF R262-13)."
        ),
        Treatment::Reduced(Verdict::Yes) => say!(
            language,
            "{counted}{of}, car ce revenu s'est arrêté (CASF R262-13).",
            "{counted}{of}, as this income stopped (CASF R262-13)."
        ),
        Treatment::Stopped(_) | Treatment::Reduced(_) => say!(
            language,
            "{counted}{of}, selon que ce revenu s'est arrêté ou non (CASF R262-13).",
            "{counted}{of}, depending on whether this income stopped (CASF R262-13)."
        ),
        Treatment::AssumedYield => say!(
            language,
            "{whole} comptent comme {counted} de revenu par mois (CASF R132-2).",
            "{whole} counts as {counted} of income a month (CASF R132-2)."
        ),
        Treatment::ChildNotCounted(Verdict::Maybe(_)) => say!(
            language,
            "{counted}{of}, selon que cet enfant est à charge ou non (CASF R262-3).",
            "{counted}{of}, depending on whether this child is a dependant (CASF R262-3)."
        ),
        Treatment::ChildNotCounted(_) => say!(
            language,
            "rien n'est compté{of}, car cet enfant n'est pas à charge (CASF R262-3).",
            "nothing is counted{of}, as this child is not a dependant (CASF R262-3)."
        ),
    }
}

/// The same text with a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
