//! Sentences made from the trace.

use std::borrow::Cow;

use super::{Entry, Language, Named, amount, telling};
use crate::algebra::{Range, Value, Verdict};
use crate::facts::{ResourceLine, Treatment};
use crate::household::IncomeKind;

/// A step for somebody who reads it out on the phone; `words` is its value, from [`value_text`].
#[must_use]
pub fn citizen(entry: &Entry, value: Value, words: &str, language: Language) -> Cow<'static, str> {
    let sentence = language.of(entry.sentence);
    let Value::Truth(truth) = value else {
        let (before, after) = sentence.split_once('{').unwrap_or((sentence, ""));
        let after = match value {
            Value::Amount(range) if tells_nothing(range) => ".",
            _ => after.trim_start_matches('}'),
        };
        return [before, words, after].concat().into();
    };
    let mut cases = sentence.split('|');
    let place = match truth {
        Verdict::Yes => 0,
        Verdict::No => 1,
        Verdict::Maybe(_) => 2,
    };
    cases.nth(place).unwrap_or_default().into()
}

/// A value of the trace as people write it.
#[must_use]
pub fn value_text(value: Value, language: Language) -> Cow<'static, str> {
    match value {
        Value::Amount(range) => amount(range, language).to_string().into(),
        Value::Truth(Verdict::Yes) => language.pick("oui", "yes").into(),
        Value::Truth(Verdict::No) => language.pick("non", "no").into(),
        Value::Truth(Verdict::Maybe(_)) => language.pick("on ne sait pas encore", "not known yet").into(),
        Value::Count(count) => match count.exact() {
            Some(number) => number.to_string().into(),
            None => {
                let (low, high) = (count.low(), count.high());
                say!(language, "de {low} à {high}", "{low} to {high}").into()
            }
        },
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
        // The ASPA is that of the month.
        Treatment::MinimumIncome if line.kind == IncomeKind::Aspa => {
            say!(language, "{counted} par mois.", "{counted} a month.")
        }
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
        Treatment::StoppedBefore => say!(
            language,
            "{counted} par mois, en moyenne sur le trimestre ; ce revenu s'est arrêté : demandez à la CAF ou à la MSA de ne pas le compter (CASF R262-13).",
            "{counted} a month, on average over the quarter; this income stopped: ask the CAF or the MSA not to count it (CASF R262-13)."
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
        Treatment::Interest { received: true } => say!(
            language,
            "ses intérêts, reçus en décembre, comptent pour {counted} par mois du trimestre (CASF R262-7).",
            "its interest, received in December, counts as {counted} for each month of the quarter (CASF R262-7)."
        ),
        Treatment::Interest { received: false } => say!(
            language,
            "rien n'est compté, car les intérêts des livrets sont reçus en décembre, hors de ces trois mois (CASF R262-7).",
            "nothing is counted, as the interest of savings books is received in December, outside these three months (CASF R262-7)."
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

/// The same text with a capital. Ours begin with plain letters: the capitals of every script are 4 kB of the download.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
