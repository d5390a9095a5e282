//! Regimes and verdicts in words people can read out on the phone.

mod names;

pub use names::{kind, limit, payer, pick, way};

use super::evaluate::{Change, Compared, Examined, a_year};
use super::{Comparison, Criterion, Fact, Regime, Right, Side};
use crate::algebra::{Range, Verdict};
use crate::explain::{Language, Named, amount, capitalised, money, say};
use crate::units::Cents;

/// A criterion and what came out of it, in a clause without capital or full stop.
#[must_use]
pub fn sentence(examined: &Examined<'_>, language: Language) -> String {
    let truth = examined.truth;
    match examined.criterion {
        Criterion::All(_) => by_truth(
            truth,
            language,
            ("toutes ces conditions sont remplies", "all these conditions are met"),
            (
                "il manque au moins une de ces conditions",
                "at least one of these conditions is not met",
            ),
            (
                "il reste à savoir si toutes ces conditions sont remplies",
                "whether all these conditions are met is not known yet",
            ),
        ),
        Criterion::Any(_) => by_truth(
            truth,
            language,
            (
                "au moins une de ces conditions est remplie",
                "at least one of these conditions is met",
            ),
            (
                "aucune de ces conditions n'est remplie",
                "none of these conditions is met",
            ),
            (
                "il reste à savoir si une de ces conditions est remplie",
                "whether one of these conditions is met is not known yet",
            ),
        ),
        Criterion::Not(_) => by_truth(
            truth,
            language,
            ("rien de ce qui exclut n'est là", "nothing that rules it out is there"),
            ("ceci l'exclut", "this rules it out"),
            (
                "il reste à savoir si ceci l'exclut",
                "whether this rules it out is not known yet",
            ),
        ),
        Criterion::Right(right) => right_words(*right, examined, language),
        Criterion::Receives(list) => {
            let names = names::benefits(list, language);
            if list.len() > 1 {
                let colon = language.pick("\u{a0}: ", ": ");
                by_truth(
                    truth,
                    language,
                    (
                        "vous recevez au moins une de ces aides",
                        "you receive at least one of these benefits",
                    ),
                    (
                        "vous ne recevez aucune de ces aides",
                        "you receive none of these benefits",
                    ),
                    (
                        "il reste à savoir si vous recevez une de ces aides",
                        "whether you receive one of these benefits is not known yet",
                    ),
                ) + colon
                    + &names
            } else {
                match truth {
                    Verdict::Yes => say!(language, "vous recevez {names}", "you receive {names}"),
                    Verdict::No => say!(language, "vous ne recevez pas {names}", "you do not receive {names}"),
                    Verdict::Maybe(_) => open(&say!(language, "vous recevez {names}", "you receive {names}"), language),
                }
            }
        }
        Criterion::Amount(comparison) => comparison_words(comparison, examined, language),
        Criterion::Adult(adult) => {
            let colon = language.pick("\u{a0}: ", ": ");
            by_truth(
                truth,
                language,
                (
                    "un adulte du foyer est dans ce cas",
                    "an adult of the household is in this case",
                ),
                (
                    "aucun adulte du foyer n'est dans ce cas",
                    "no adult of the household is in this case",
                ),
                (
                    "il reste à savoir si un adulte du foyer est dans ce cas",
                    "whether an adult of the household is in this case is not known yet",
                ),
            ) + colon
                + &names::adult(*adult, language)
        }
        Criterion::Territory(list) => {
            let places = names::territories(list, language);
            match truth {
                Verdict::Yes => say!(language, "vous habitez {places}", "you live {places}"),
                Verdict::No => say!(language, "vous n'habitez pas {places}", "you do not live {places}"),
                Verdict::Maybe(_) => open(&say!(language, "vous habitez {places}", "you live {places}"), language),
            }
        }
        Criterion::Fact(fact) => fact_words(*fact, truth, language),
        Criterion::Always => language
            .pick("aucune condition n'est demandée", "no condition is asked for")
            .to_owned(),
        Criterion::NotComputable(words) => pick(words, language).trim_end_matches('.').to_owned(),
    }
}

/// Why a household is entitled to a regime or not, in a sentence.
#[must_use]
pub fn reason(regime: &Regime, examined: &Examined<'_>, language: Language) -> String {
    if let Criterion::NotComputable(words) = &regime.criteria {
        return pick(words, language).into_owned();
    }
    let name = pick(&regime.name, language);
    let opening = match (examined.truth, language) {
        (Verdict::Yes, Language::French) => format!("Vous remplissez les conditions de «\u{a0}{name}\u{a0}»\u{a0}: "),
        (Verdict::No, Language::French) => {
            format!("Vous ne remplissez pas les conditions de «\u{a0}{name}\u{a0}»\u{a0}: ")
        }
        (Verdict::Maybe(_), Language::French) => {
            format!("On ne peut pas encore dire si vous remplissez les conditions de «\u{a0}{name}\u{a0}»\u{a0}: ")
        }
        (Verdict::Yes, Language::English) => format!("You meet the conditions of “{name}”: "),
        (Verdict::No, Language::English) => format!("You do not meet the conditions of “{name}”: "),
        (Verdict::Maybe(_), Language::English) => {
            format!("Whether you meet the conditions of “{name}” cannot be said yet: ")
        }
    };
    let because: Vec<String> = decisive(examined)
        .into_iter()
        .map(|leaf| sentence(leaf, language))
        .collect();
    let because = if because.is_empty() {
        sentence(examined, language)
    } else {
        because.join(language.pick(" et ", " and "))
    };
    format!("{opening}{because}.")
}

/// A change that would turn a refusal, in a sentence.
#[must_use]
pub fn change(change: &Change<'_>, language: Language) -> String {
    match (change.criterion, change.by) {
        (Criterion::Amount(comparison), Some(by)) => {
            let of = comparison.of;
            let (what, period) = (language.of(of.name_text()), names::per(of.per(), language));
            let down = matches!(comparison.is, Side::AtMost | Side::Below) == change.holds;
            let plural = names::is_plural(of, language);
            let by = amount(by, language);
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
                "Il faudrait que {what} {verb} de {by} {period}\u{a0}: la limite est {limit}.",
                "{begins} would have to be {by} {period} {verb}: the limit is {limit}."
            )
        }
        (Criterion::Right(right), Some(by)) if change.holds => {
            let by = amount(by, language);
            let limit = change
                .limit
                .map_or(String::new(), |limit| amount(limit, language).to_string());
            let what = deducted(*right, language);
            let begins = capitalised(what);
            say!(
                language,
                "Il faudrait que {what} baissent de {by} par mois\u{a0}: le montant forfaitaire du RSA est {limit}.",
                "{begins} would have to be {by} a month lower: the guaranteed amount of the RSA is {limit}."
            )
        }
        (criterion, _) => {
            let wish = wish(criterion, change.holds, language);
            say!(language, "Ce serait oui si {wish}.", "It would be yes if {wish}.")
        }
    }
}

/// A criterion as it would have to be, to follow "if".
fn wish(criterion: &Criterion, holds: bool, language: Language) -> String {
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
            let names = names::benefits(list, language);
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

/// The criteria that decide: those that hold, the one that fails, the nearest of those that all fail, the ones not known.
fn decisive<'a, 'r>(examined: &'a Examined<'r>) -> Vec<&'a Examined<'r>> {
    let same = |inner: &&Examined<'r>| {
        matches!((inner.truth, examined.truth), (Verdict::Maybe(_), Verdict::Maybe(_))) || inner.truth == examined.truth
    };
    match (examined.criterion, examined.truth) {
        (Criterion::All(_), Verdict::Yes) => examined.of.iter().flat_map(decisive).collect(),
        (Criterion::Any(_), Verdict::No) => {
            let leaves: Vec<_> = examined.of.iter().flat_map(decisive).collect();
            let nearest = leaves
                .iter()
                .filter_map(|leaf| Some((a_year(leaf.criterion, leaf.margin()?), *leaf)))
                .min_by_key(|(margin, _)| *margin);
            match (leaves.as_slice(), nearest) {
                ([only], _) => vec![*only],
                (_, Some((_, nearest))) => vec![nearest],
                _ => vec![examined],
            }
        }
        // A right that may still have to be claimed comes after what holds already.
        (Criterion::Any(_), Verdict::Yes) => {
            let is_right = |inner: &&Examined<'r>| matches!(inner.criterion, Criterion::Right(_));
            examined
                .of
                .iter()
                .filter(same)
                .min_by_key(is_right)
                .map(decisive)
                .unwrap_or_default()
        }
        (Criterion::All(_) | Criterion::Any(_), _) => examined.of.iter().find(same).map(decisive).unwrap_or_default(),
        (Criterion::Not(_), Verdict::Yes) => examined.of.iter().collect(),
        (Criterion::Not(_), Verdict::No) => examined
            .of
            .iter()
            .find(|inner| inner.truth == Verdict::Yes)
            .map(decisive)
            .unwrap_or_default(),
        (Criterion::Not(_), Verdict::Maybe(_)) => examined.of.iter().find(same).map(decisive).unwrap_or_default(),
        _ => vec![examined],
    }
}

fn by_truth(truth: Verdict, language: Language, yes: (&str, &str), no: (&str, &str), maybe: (&str, &str)) -> String {
    let (fr, en) = match truth {
        Verdict::Yes => yes,
        Verdict::No => no,
        Verdict::Maybe(_) => maybe,
    };
    language.pick(fr, en).to_owned()
}

fn open(clause: &str, language: Language) -> String {
    say!(
        language,
        "il reste à savoir si {clause}",
        "whether {clause} is not known yet"
    )
}

fn fact_words(fact: Fact, truth: Verdict, language: Language) -> String {
    let yes = language.of(fact.name_text());
    let no = match fact {
        Fact::CollectiveCable => (
            "votre immeuble n'est pas câblé par un service collectif",
            "your building has no collective cable service",
        ),
        Fact::FixedPhoneLine => (
            "vous n'avez pas de ligne de téléphone fixe seule",
            "you have no fixed telephone line on its own",
        ),
        Fact::SocialLine => (
            "aucune ligne du foyer n'a encore de tarif social",
            "no line of the household has a social tariff yet",
        ),
    };
    match truth {
        Verdict::Yes => yes.to_owned(),
        Verdict::No => language.pick(no.0, no.1).to_owned(),
        Verdict::Maybe(_) => open(yes, language),
    }
}

/// What stands against the guaranteed amount.
fn deducted(right: Right, language: Language) -> &'static str {
    match right {
        Right::RsaSocle => language.pick(
            "vos ressources comptées pour le RSA",
            "your resources counted for the RSA",
        ),
        _ => language.pick("les ressources que le RSA déduit", "the resources the RSA deducts"),
    }
}

fn right_words(right: Right, examined: &Examined<'_>, language: Language) -> String {
    let name = language.of(right.name_text());
    let amounts = examined
        .compared
        .and_then(|compared| Some((compared, compared.value.exact()?, compared.limit.exact()?)));
    match (examined.truth, amounts) {
        (Verdict::Yes, Some((compared, value, limit))) if compared.short.high() <= Cents::ZERO => {
            let (what, value, limit) = (
                deducted(right, language),
                money(value, language),
                money(limit, language),
            );
            say!(
                language,
                "{what} ({value} par mois) sont sous le montant forfaitaire du RSA ({limit})",
                "{what} ({value} a month) are below the guaranteed amount of the RSA ({limit})"
            )
        }
        (Verdict::No, Some((_, value, limit))) if value >= limit => {
            let (what, over) = (deducted(right, language), money(value - limit, language));
            let (value, limit) = (money(value, language), money(limit, language));
            say!(
                language,
                "{what} ({value} par mois) dépassent de {over} le montant forfaitaire du RSA ({limit})",
                "{what} ({value} a month) are {over} above the guaranteed amount of the RSA ({limit})"
            )
        }
        (Verdict::No, Some(_)) => language
            .pick(
                "le RSA qui resterait est trop faible pour être versé",
                "the RSA that would be left is too small to be paid",
            )
            .to_owned(),
        (Verdict::Yes, _) => say!(language, "vous avez droit {name}", "you are entitled {name}"),
        (Verdict::No, _) => say!(language, "vous n'avez pas droit {name}", "you are not entitled {name}"),
        (Verdict::Maybe(_), _) => open(
            &say!(language, "vous avez droit {name}", "you are entitled {name}"),
            language,
        ),
    }
}

/// An amount with its period between brackets; nothing while it can be almost anything.
fn bracketed(range: Range, period: &str, language: Language) -> String {
    const TELLS_NOTHING: Cents = Cents::new(1_000_000);
    if range.high() - range.low() > TELLS_NOTHING {
        return String::new();
    }
    format!(" ({} {period})", amount(range, language))
}

fn comparison_words(comparison: &Comparison, examined: &Examined<'_>, language: Language) -> String {
    let of = comparison.of;
    let what = language.of(of.name_text());
    let plural = names::is_plural(of, language);
    let limit = names::limit(&comparison.limit, language);
    let period = names::per(of.per(), language);
    let upper = matches!(comparison.is, Side::AtMost | Side::Below);
    let Some(Compared { value, limit: at, .. }) = examined.compared else {
        return say!(
            language,
            "aucune source ne donne {limit} pour ce mois",
            "no source gives {limit} for this month"
        );
    };
    let value = bracketed(value, period, language);
    let at = match comparison.limit {
        super::Limit::Euros(_) => String::new(), // the limit already says its amount
        _ => bracketed(at, period, language),
    };
    let gap = examined
        .margin()
        .filter(|gap| *gap > Cents::ZERO)
        .map(|gap| money(gap, language));
    let verb = |one: &'static str, many: &'static str| if plural { many } else { one };
    match (language, examined.truth, upper) {
        (Language::French, Verdict::Yes, true) => format!(
            "{what}{value} {} {limit}{at}",
            verb("ne dépasse pas", "ne dépassent pas")
        ),
        (Language::French, Verdict::No, true) => {
            let by = gap.map(|gap| format!("de {gap} ")).unwrap_or_default();
            format!("{what}{value} {} {by}{limit}{at}", verb("dépasse", "dépassent"))
        }
        (Language::French, Verdict::Yes, false) => {
            format!("{what}{value} {} {limit}{at}", verb("dépasse", "dépassent"))
        }
        (Language::French, Verdict::No, false) => {
            let by = gap.map(|gap| format!(", il s'en faut de {gap}")).unwrap_or_default();
            format!(
                "{what}{value} {} {limit}{at}{by}",
                verb("ne dépasse pas", "ne dépassent pas")
            )
        }
        (Language::French, Verdict::Maybe(_), _) => {
            format!(
                "il reste à savoir si {what}{value} {} {limit}{at}",
                verb("dépasse", "dépassent")
            )
        }
        (Language::English, Verdict::Yes, true) => format!("{what}{value} {} not above {limit}{at}", verb("is", "are")),
        (Language::English, Verdict::No, true) => {
            let by = gap.map(|gap| format!("{gap} ")).unwrap_or_default();
            format!("{what}{value} {} {by}above {limit}{at}", verb("is", "are"))
        }
        (Language::English, Verdict::Yes, false) => format!("{what}{value} {} above {limit}{at}", verb("is", "are")),
        (Language::English, Verdict::No, false) => {
            let by = gap.map(|gap| format!(", {gap} short")).unwrap_or_default();
            format!("{what}{value} {} not above {limit}{at}{by}", verb("is", "are"))
        }
        (Language::English, Verdict::Maybe(_), _) => {
            format!(
                "whether {what}{value} {} above {limit}{at} is not known yet",
                verb("is", "are")
            )
        }
    }
}
