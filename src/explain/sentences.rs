//! Sentences made from the trace.

use super::{Entry, Language, Named, amount, day, money, percent};
use crate::algebra::{Step, Value, Verdict};
use crate::facts::{ResourceLine, Treatment};
use crate::law::{Known, Unit};

/// A step for somebody who reads it out on the phone.
#[must_use]
pub fn citizen(entry: &Entry, step: &Step, language: Language) -> String {
    let sentence = language.of(entry.sentence);
    let Value::Truth(truth) = step.value else {
        return sentence.replace("{}", &value_text(step.value, language));
    };
    let mut cases = sentence.split('|');
    let place = match truth {
        Verdict::Yes => 0,
        Verdict::No => 1,
        Verdict::Maybe(_) => 2,
    };
    cases.nth(place).unwrap_or_default().to_owned()
}

/// A step for an adviser: term, article, value, and the dated values used with their sources.
#[must_use]
pub fn adviser(entry: &Entry, step: &Step, language: Language) -> String {
    let term = language.of(entry.term);
    let value = value_text(step.value, language);
    let colon = language.pick("\u{a0}:", ":");
    let mut text = format!("{term} ({}){colon} {value}", entry.article);
    for (place, known) in step.uses.iter().enumerate() {
        text.push_str(if place == 0 { " ; " } else { ", " });
        text.push_str(&used(*known, language));
    }
    text
}

fn used(known: Known, language: Language) -> String {
    let label = language.of(known.parameter.label);
    let value = known_text(known, language);
    let since = day(known.dated.from(), language);
    let source = known.dated.source.title;
    language.pick(
        format!("{label}\u{a0}: {value} depuis le {since} ({source})"),
        format!("{label}: {value} since {since} ({source})"),
    )
}

/// A dated value as people write it.
fn known_text(known: Known, language: Language) -> String {
    match known.parameter.unit {
        Unit::Ratio => percent(known.rate(), language),
        unit if unit.is_money() => money(known.cents(), language),
        Unit::Years => language.pick(format!("{} ans", known.number()), format!("{} years", known.number())),
        Unit::Months => language.pick(format!("{} mois", known.number()), format!("{} months", known.number())),
        Unit::Hours => language.pick(
            format!("{} heures", known.number()),
            format!("{} hours", known.number()),
        ),
        _ => known.number().to_string(),
    }
}

/// A value of the trace as people write it.
#[must_use]
pub fn value_text(value: Value, language: Language) -> String {
    match value {
        Value::Amount(range) => amount(range, language),
        Value::Truth(Verdict::Yes) => language.pick("oui", "yes").to_owned(),
        Value::Truth(Verdict::No) => language.pick("non", "no").to_owned(),
        Value::Truth(Verdict::Maybe(_)) => language.pick("on ne sait pas encore", "not known yet").to_owned(),
        Value::Count(count) => match count.exact() {
            Some(number) => number.to_string(),
            None => {
                let (low, high) = (count.low(), count.high());
                language.pick(format!("de {low} à {high}"), format!("{low} to {high}"))
            }
        },
    }
}

/// What was done with a resource, and why.
#[must_use]
pub fn resource(line: &ResourceLine, language: Language) -> String {
    let name = capitalised(language.of(line.kind.name_text()));
    let received = amount(line.received, language);
    let counted = amount(line.counted, language);
    let (fr, en) = match line.treatment {
        Treatment::Earnings | Treatment::Other | Treatment::MinimumIncome => (
            format!("{name}\u{a0}: {counted} par mois, en moyenne sur le trimestre."),
            format!("{name}: {counted} a month, on average over the quarter."),
        ),
        Treatment::Stopped(Verdict::Yes) => (
            format!(
                "{name} ({received} par mois) ne compte pas : il s'est arrêté et rien ne le remplace (CASF R262-13)."
            ),
            format!("{name} ({received} a month) does not count: it stopped and nothing replaces it (CASF R262-13)."),
        ),
        Treatment::Reduced(Verdict::Yes) => (
            format!("{name} ({received} par mois) s'est arrêté : {counted} comptent (CASF R262-13)."),
            format!("{name} ({received} a month) stopped: {counted} counts (CASF R262-13)."),
        ),
        Treatment::Stopped(_) | Treatment::Reduced(_) => (
            format!("{name} ({received} par mois) : {counted} comptent, selon que ce revenu s'est arrêté ou non."),
            format!("{name} ({received} a month): {counted} counts, depending on whether it stopped."),
        ),
        Treatment::AssumedYield => (
            format!("{name} ({received}) compte comme si elle rapportait {counted} par mois (CASF R132-2)."),
            format!("{name} ({received}) count as if they yielded {counted} a month (CASF R132-2)."),
        ),
        Treatment::ChildNotCounted(Verdict::Maybe(_)) => (
            format!(
                "{name} de l'enfant ({received} par mois) : {counted} comptent, selon que l'enfant est à charge ou non."
            ),
            format!(
                "{name} of the child ({received} a month): {counted} counts, depending on whether the child is a dependant."
            ),
        ),
        Treatment::ChildNotCounted(_) => (
            format!(
                "{name} de l'enfant ({received} par mois) ne compte pas : l'enfant n'est pas à charge (CASF R262-3)."
            ),
            format!(
                "{name} of the child ({received} a month) does not count: the child is not a dependant (CASF R262-3)."
            ),
        ),
    };
    language.pick(fr, en)
}

/// The same text with a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
