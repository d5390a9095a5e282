//! Changes that would turn a refusal, in sentences.

use super::super::evaluate::Change;
use super::super::{Criterion, Fact, Per, Side};
use super::names;
use crate::algebra::Range;
use crate::explain::{Language, Named, amount, capitalised, money, say, telling};
use crate::household::Benefit;
use crate::units::Cents;

/// A change that would turn a refusal, in a sentence. Benefits that nobody can receive there and then are not named.
#[must_use]
pub fn change(change: &Change<'_>, exists: &dyn Fn(Benefit) -> bool, language: Language) -> String {
    match (change.criterion, change.by) {
        (Criterion::Amount(comparison), Some(by)) => {
            let of = comparison.of;
            let (what, period) = (language.of(of.name_text()), names::per(of.per(), language));
            let down = matches!(comparison.is, Side::AtMost | Side::Below) == change.holds;
            let plural = names::is_plural(of, language);
            let by = by_how_much(by, period, language);
            let verb = match (language, down, plural) {
                (Language::French, true, false) => "baisse",
                (Language::French, true, true) => "baissent",
                (Language::French, false, false) => "augmente",
                (Language::French, false, true) => "augmentent",
                (Language::English, true, _) => "lower",
                (Language::English, false, _) => "higher",
            };
            let limit = change
                .limit
                .map_or(String::new(), |limit| amount(limit, language).to_string());
            let begins = capitalised(what);
            say!(
                language,
                "Il faudrait que {what} {verb}{by} (limite\u{a0}: {limit}).",
                "{begins} would have to be{by} {verb} (limit: {limit})."
            )
        }
        (Criterion::Right(right), Some(by)) if change.holds => {
            let by = by_how_much(by, names::per(Per::Month, language), language);
            let limit = change
                .limit
                .map_or(String::new(), |limit| amount(limit, language).to_string());
            let what = names::deducted(*right, language);
            let begins = capitalised(what);
            let paid = smallest_paid(change).map_or(String::new(), |paid| {
                let paid = money(paid, language);
                say!(
                    language,
                    " ; le RSA n'est pas versé sous {paid}",
                    "; no RSA is paid below {paid}"
                )
            });
            say!(
                language,
                "Il faudrait que {what} baissent{by} (montant forfaitaire\u{a0}: {limit}{paid}).",
                "{begins} would have to be{by} lower (guaranteed amount: {limit}{paid})."
            )
        }
        (criterion, _) => {
            let wish = wish(criterion, change.holds, exists, language);
            say!(language, "Ce serait oui si {wish}.", "It would be yes if {wish}.")
        }
    }
}

/// The least RSA that is paid, when it is why more is missing than what is above the guaranteed amount.
fn smallest_paid(change: &Change<'_>) -> Option<Cents> {
    let [by, value, limit] = [change.by?, change.value?, change.limit?].map(Range::exact);
    Some(by? - (value? - limit?)).filter(|paid| *paid > Cents::new(1))
}

/// `de 12,00 € par mois`, `d'au moins 12,00 € par mois`; nothing while it can be almost anything.
fn by_how_much(by: Range, period: &str, language: Language) -> String {
    let words = amount(by, language);
    let de = match telling(by.low(), by.high()) {
        (None, None) => return String::new(),
        (Some(low), Some(high)) if low == high => "de ",
        (Some(_), Some(_)) => "d'un montant compris ",
        _ => "d'",
    };
    say!(language, " {de}{words} {period}", " {words} {period}")
}

/// A criterion as it would have to be, to follow "if".
fn wish(criterion: &Criterion, holds: bool, exists: &dyn Fn(Benefit) -> bool, language: Language) -> String {
    let colon = language.pick("\u{a0}: ", ": ");
    let either = |yes: (&str, &str), no: (&str, &str)| {
        let (fr, en) = if holds { yes } else { no };
        language.pick(fr, en).to_owned()
    };
    match criterion {
        Criterion::Right(right) => {
            let name = language.of(right.name_text());
            either(
                ("vous aviez droit ", "you were entitled "),
                ("vous n'aviez pas droit ", "you were not entitled "),
            ) + name
        }
        Criterion::Receives(list) => {
            let list: Vec<Benefit> = list.iter().copied().filter(|benefit| exists(*benefit)).collect();
            let names = names::benefits(&list, language);
            either(
                ("vous receviez ", "you received "),
                ("vous ne receviez pas ", "you did not receive "),
            ) + &names
        }
        Criterion::Amount(comparison) => {
            let what = language.of(comparison.of.name_text());
            let limit = names::limit(&comparison.limit, language);
            let upper = matches!(comparison.is, Side::AtMost | Side::Below) == holds;
            let verb = match (language, upper, names::is_plural(comparison.of, language)) {
                (Language::French, true, false) => "ne dépassait pas",
                (Language::French, true, true) => "ne dépassaient pas",
                (Language::French, false, false) => "dépassait",
                (Language::French, false, true) => "dépassaient",
                (Language::English, true, _) => "were not above",
                (Language::English, false, _) => "were above",
            };
            format!("{what} {verb} {limit}")
        }
        Criterion::Adult(adult) => {
            let who = either(
                (
                    "un adulte du foyer était dans ce cas",
                    "an adult of the household were in this case",
                ),
                (
                    "aucun adulte du foyer n'était dans ce cas",
                    "no adult of the household were in this case",
                ),
            );
            who + colon + &names::adult(*adult, language)
        }
        Criterion::Territory(list) => {
            let places = names::territories(list, language);
            either(
                ("vous habitiez ", "you lived "),
                ("vous n'habitiez pas ", "you did not live "),
            ) + &places
        }
        Criterion::Fact(Fact::CollectiveCable) => either(
            (
                "votre immeuble était câblé par un service collectif",
                "your building had a collective cable service",
            ),
            (
                "votre immeuble n'était pas câblé par un service collectif",
                "your building had no collective cable service",
            ),
        ),
        Criterion::Fact(Fact::FixedPhoneLine) => either(
            (
                "vous aviez une ligne de téléphone fixe seule",
                "you had a fixed telephone line on its own",
            ),
            (
                "vous n'aviez pas de ligne de téléphone fixe seule",
                "you had no fixed telephone line on its own",
            ),
        ),
        Criterion::Fact(Fact::SocialLine) => either(
            (
                "une ligne du foyer avait un tarif social",
                "a line of the household had a social tariff",
            ),
            (
                "aucune ligne du foyer n'avait de tarif social",
                "no line of the household had a social tariff",
            ),
        ),
        // Groups are changed through their members, and the last two do not change.
        Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_) | Criterion::Always | Criterion::NotComputable(_) => {
            either(
                ("la condition était remplie", "the condition were met"),
                ("la condition n'était pas remplie", "the condition were not met"),
            )
        }
    }
}
