//! Regimes and verdicts in words people can read out on the phone.

mod change;
mod names;

pub use change::change;
pub use names::{criterion, kind, limit, payer, pick, way};

use super::evaluate::{Compared, Examined, a_year};
use super::{Comparison, Criterion, Fact, Regime, Right, Side};
use crate::algebra::{Range, Verdict};
use crate::explain::{Language, Named, amount, money, say, telling};
use crate::facts::Unmet;
use crate::household::Question;
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
                "au moins une de ces conditions n'est pas remplie",
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
            (
                "aucun motif d'exclusion ne s'applique",
                "no ground for exclusion applies",
            ),
            ("un motif d'exclusion s'applique", "a ground for exclusion applies"),
            (
                "il reste à savoir si un motif d'exclusion s'applique",
                "whether a ground for exclusion applies is not known yet",
            ),
        ),
        Criterion::Right(right) => right_words(*right, examined, language),
        Criterion::Receives(list) => {
            let names = match examined.received {
                Some(benefit) => names::benefits(&[benefit], language),
                None => names::one_of(list, language),
            };
            match truth {
                Verdict::Yes => say!(language, "vous recevez {names}", "you receive {names}"),
                Verdict::No => names::none_received(list, language),
                Verdict::Maybe(_) => open(&say!(language, "vous recevez {names}", "you receive {names}"), language),
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

/// The same clause with every benefit of a long list.
#[must_use]
pub fn in_full(examined: &Examined<'_>, language: Language) -> String {
    let clause = sentence(examined, language);
    match examined.criterion {
        // One that is received is named already.
        Criterion::Receives(list) if examined.received.is_none() && names::is_long(list) => {
            clause + language.pick("\u{a0}: ", ": ") + &names::benefits(list, language)
        }
        _ => clause,
    }
}

/// Why a household is entitled to a regime or not, in a sentence.
#[must_use]
pub fn reason(regime: &Regime, examined: &Examined<'_>, language: Language) -> String {
    if let Criterion::NotComputable(words) = &regime.criteria {
        return pick(words, language).into_owned();
    }
    let opening = opening(regime, examined.truth, language);
    let because: Vec<String> = decisive(examined)
        .into_iter()
        .map(|leaf| sentence(leaf, language))
        .collect();
    let because = if because.is_empty() {
        sentence(examined, language)
    } else {
        let because: Vec<&str> = because.iter().map(String::as_str).collect();
        because.join(language.pick(" et ", " and "))
    };
    format!("{opening}{because}.")
}

/// Why the verdict is open though what was answered settles it in one place: the answer is not the same everywhere.
#[must_use]
pub fn depends_on_place(regime: &Regime, language: Language) -> String {
    let opening = opening(regime, Verdict::Maybe(Question::Territory.open()), language);
    let because = language.pick(
        "cela dépend de l'endroit où vous habitez",
        "it depends on where you live",
    );
    format!("{opening}{because}.")
}

fn opening(regime: &Regime, truth: Verdict, language: Language) -> String {
    let name = pick(&regime.name, language);
    match (truth, language) {
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
            format!("It cannot be said yet whether you meet the conditions of “{name}”: ")
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
                .filter_map(|leaf| Some((a_year(leaf.criterion, leaf.compared?.short.low()), *leaf)))
                .min_by_key(|(margin, _)| *margin);
            match (leaves.as_slice(), nearest) {
                ([only], _) => vec![*only],
                (_, Some((_, nearest))) => vec![nearest],
                _ => vec![examined],
            }
        }
        // A right that may still have to be claimed comes after what holds already.
        (Criterion::Any(_), Verdict::Yes) => {
            let is_right = |inner: &&Examined<'r>| has_right(inner.criterion);
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

/// A right is among the criteria.
fn has_right(criterion: &Criterion) -> bool {
    match criterion {
        Criterion::Right(_) => true,
        Criterion::All(list) | Criterion::Any(list) | Criterion::Not(list) => list.iter().any(has_right),
        _ => false,
    }
}

fn right_words(right: Right, examined: &Examined<'_>, language: Language) -> String {
    let name = language.of(right.name_text());
    let (what, guaranteed) = (names::deducted(right, language), names::guaranteed(right, language));
    let amounts = examined
        .compared
        .and_then(|compared| Some((compared, compared.value.exact()?, compared.limit.exact()?)));
    match (examined.truth, amounts) {
        (Verdict::Yes, Some((compared, value, limit))) if compared.short.high() <= Cents::ZERO => {
            let (value, limit) = (money(value, language), money(limit, language));
            say!(
                language,
                "{what} ({value} par mois) restent sous {guaranteed} ({limit})",
                "{what} ({value} a month) are below {guaranteed} ({limit})"
            )
        }
        (Verdict::No, Some((_, value, limit))) if value == limit => {
            let limit = money(limit, language);
            say!(
                language,
                "{what} ({limit} par mois) atteignent {guaranteed}",
                "{what} ({limit} a month) reach {guaranteed}"
            )
        }
        (Verdict::No, Some((_, value, limit))) if value > limit => {
            let over = money(value - limit, language);
            let (value, limit) = (money(value, language), money(limit, language));
            say!(
                language,
                "{what} ({value} par mois) dépassent de {over} {guaranteed} ({limit})",
                "{what} ({value} a month) are {over} above {guaranteed} ({limit})"
            )
        }
        (Verdict::No, Some(_)) => language
            .pick(
                "le RSA qui resterait est trop faible pour être versé",
                "the RSA that would be left is too small to be paid",
            )
            .to_owned(),
        // Not by the amounts: the household says that it is paid.
        (Verdict::Yes, amounts)
            if matches!(right, Right::Rsa | Right::RsaSocle) && (amounts.is_some() || examined.compared.is_none()) =>
        {
            language.pick("vous recevez le RSA", "you receive the RSA").to_owned()
        }
        (Verdict::Yes, _) => say!(language, "vous avez droit {name}", "you are entitled {name}"),
        // The amounts decide nothing where the conditions are not met.
        (Verdict::No, _) if examined.compared.is_none() && matches!(right, Right::Rsa | Right::RsaSocle) => {
            unmet_words(examined.unmet, language)
        }
        (Verdict::No, _) => say!(language, "vous n'avez pas droit {name}", "you are not entitled {name}"),
        (Verdict::Maybe(_), _) => open(
            &say!(language, "vous avez droit {name}", "you are entitled {name}"),
            language,
        ),
    }
}

/// Why nobody of the household may claim the RSA.
fn unmet_words(unmet: Unmet, language: Language) -> String {
    let age = if unmet.hours_count {
        (
            "le RSA n'est pas ouvert avant 25 ans sans enfant né ou à naître, ni deux ans de travail dans les trois dernières années",
            "the RSA is not open before 25 without a child born or to be born, or two years of work in the last three",
        )
    } else {
        (
            "le RSA n'est pas ouvert avant 25 ans sans enfant né ou à naître",
            "the RSA is not open before 25 without a child born or to be born",
        )
    };
    let reasons = [
        (unmet.rso, ("le RSO remplace le RSA", "the RSO replaces the RSA")),
        (unmet.age, age),
        (
            unmet.residence,
            (
                "la nationalité ou le titre de séjour n'ouvre pas le RSA",
                "the nationality or the residence permit does not open the RSA",
            ),
        ),
        (
            unmet.studies,
            ("les études n'ouvrent pas le RSA", "studies do not open the RSA"),
        ),
        (
            unmet.leave,
            ("un congé n'ouvre pas le RSA", "leave does not open the RSA"),
        ),
    ];
    let told: Vec<&str> = reasons
        .into_iter()
        .filter(|(fails, _)| *fails)
        .map(|(_, (fr, en))| language.pick(fr, en))
        .collect();
    if told.is_empty() {
        let together = language.pick(
            "aucun de vous deux ne remplit à lui seul les conditions du RSA (âge ou enfant, études, congé, titre de séjour)",
            "neither of you meets the conditions of the RSA alone (age or child, studies, leave, residence permit)",
        );
        return together.to_owned();
    }
    told.join(language.pick(" et ", " and "))
}

/// An amount with its period; nothing while it can be almost anything.
fn with_period(range: Range, period: &str, language: Language) -> Option<String> {
    let tells = telling(range.low(), range.high()) != (None, None);
    tells.then(|| format!("{} {period}", amount(range, language)))
}

/// The same between brackets.
fn bracketed(range: Range, period: &str, language: Language) -> String {
    with_period(range, period, language).map_or_else(String::new, |amount| format!(" ({amount})"))
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
    let reached = value.exact().is_some_and(|value| at.exact() == Some(value));
    let value = bracketed(value, period, language);
    let at = match comparison.limit {
        super::Limit::Euros(_) => String::new(), // the limit already says its amount
        // An amount in brackets would pass for that of the whole.
        super::Limit::Share(_) => with_period(at, period, language)
            .map(|amount| say!(language, ", soit {amount}", ", that is {amount}"))
            .unwrap_or_default(),
        _ => bracketed(at, period, language),
    };
    let gap = examined
        .margin()
        .filter(|gap| *gap > Cents::ZERO)
        .map(|gap| money(gap, language));
    let verb = |one: &'static str, many: &'static str| if plural { many } else { one };
    match (language, examined.truth, upper) {
        (_, Verdict::No, true) | (_, Verdict::Yes, false) if reached => {
            let reach = match language {
                Language::French => verb("atteint", "atteignent"),
                Language::English => verb("reaches", "reach"),
            };
            format!("{what}{value} {reach} {limit}{at}")
        }
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
            let by = gap.map(|gap| format!(", il manque {gap}")).unwrap_or_default();
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
