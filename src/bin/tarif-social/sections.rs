//! An answer as text: what to claim, the verdicts, the RSA, the budget, the next question, the rules used.

use tarif_social::api::{
    Assessed, BillAnswer, CheckRequest, CountAnswer, ProblemAnswer, QuestionAnswer, RegimeAnswer, RegimeRecord,
    RsaAnswer, Ruleset, TogetherAnswer, TruthAnswer, VerdictAnswer,
};
use tarif_social::explain::{Language, month, quarter_words};
use tarif_social::units::{Cents, Month};

use crate::page::Page;
use crate::records::Records;
use crate::spending;

/// The whole answer.
pub fn assessed(answer: &Assessed, request: &CheckRequest) -> String {
    let mut page = Page::new(request.language);
    let bill_is_known = request.household.internet.price.is_some();
    let records = Records::of(request);
    title(&mut page, answer);
    claims(&mut page, &answer.regimes);
    page.heading("Tarifs", "Tariffs");
    for regime in &answer.regimes {
        verdict(&mut page, regime, records.regime(&regime.id), bill_is_known);
        page.gap();
    }
    if let Some(together) = &answer.together {
        several(&mut page, together);
    }
    rsa(&mut page, answer);
    spending::section(&mut page, answer, &records);
    pointers(&mut page, answer, &records);
    if let Some(question) = &answer.next_question {
        page.heading("Question suivante", "Next question");
        let question = asked(&page, question);
        page.paragraph(1, &question);
    }
    page.gap();
    ruleset(&mut page, &answer.ruleset);
    page.finish()
}

/// What is to be corrected in a request.
pub fn problems(problems: &[ProblemAnswer], language: Language) -> String {
    let mut page = Page::new(language);
    page.paragraph(
        0,
        language.pick("La demande est à corriger\u{a0}:", "The request is to be corrected:"),
    );
    for problem in problems {
        let value = match problem.value.as_ref() {
            "" => String::new(),
            value => format!(" (`{value}`)"),
        };
        page.labelled(1, &format!("{}{value}", problem.field), &problem.message);
    }
    page.finish()
}

/// What the answer is about.
pub fn title(page: &mut Page, answer: &Assessed) {
    let language = page.language;
    let mut line = language.pick("Situation en ", "Situation in ").to_owned();
    line.push_str(&month_words(&answer.month, language));
    if let Some(day) = &answer.known_on {
        line.push_str(language.pick(", avec ce qui était publié le ", ", with what was published on "));
        line.push_str(day);
    }
    page.paragraph(0, &line);
}

/// Whose the amounts of the steps are, when that was not said: what is due allows for every place.
pub fn place(page: &mut Page, request: &CheckRequest) {
    if request.household.territory.is_none() {
        let fr = "Le lieu n'est pas dit\u{a0}: les montants des étapes sont ceux de la métropole.";
        let en = "The place is not said: the amounts of the steps are those of metropolitan France.";
        page.paragraph(0, page.language.pick(fr, en));
    }
}

/// A month of an answer, as people write it.
pub fn month_words(text: &str, language: Language) -> String {
    Month::parse(text).map_or_else(|_| text.to_owned(), |parsed| month(parsed, language).to_string())
}

/// Benefits computed but not received come first, each once.
fn claims(page: &mut Page, regimes: &[RegimeAnswer]) {
    let mut said: Vec<&str> = Vec::new();
    for claim in regimes.iter().flat_map(|regime| &regime.claim_first) {
        if said.contains(&claim.benefit.as_ref()) {
            continue;
        }
        if said.is_empty() {
            page.heading("À demander d'abord", "Claim first");
        }
        page.paragraph(1, &claim.sentence);
        said.push(&claim.benefit);
    }
}

fn verdict(page: &mut Page, regime: &RegimeAnswer, record: Option<&RegimeRecord>, bill_is_known: bool) {
    let language = page.language;
    let refused = regime.verdict == VerdictAnswer::NotEligible;
    page.row(
        0,
        &format!("{:<5}{}", regime.id, regime.name),
        verdict_word(regime.verdict, language),
    );
    match &regime.bill {
        Some(bill) if bill_is_known && !refused => price(page, bill),
        _ => page.paragraph(1, record.map_or("", |record| &record.description)),
    }
    page.paragraph(1, &regime.reason);
    let valid = match regime.in_force {
        TruthAnswer::Yes => language.pick("valable ce mois-là", "valid that month"),
        TruthAnswer::No => language.pick("pas valable ce mois-là", "not valid that month"),
        TruthAnswer::Unknown => language.pick("dates incertaines", "dates not certain"),
    };
    let status = status(&regime.status, language);
    page.labelled(1, language.pick("Statut", "Status"), &format!("{status}, {valid}."));
    if !regime.missing.is_empty() {
        let names: Vec<_> = regime
            .missing
            .iter()
            .map(|missing| page.question(&missing.question))
            .collect();
        page.labelled(
            1,
            language.pick("Il manque", "Missing"),
            &format!("{}.", names.join(", ")),
        );
    }
    for change in &regime.changes {
        page.paragraph(1, change);
    }
    for doubt in record.iter().flat_map(|record| &record.doubts).filter(|_| !refused) {
        page.labelled(1, language.pick("Doute", "Doubt"), doubt);
    }
}

/// A verdict in a word.
pub fn verdict_word(verdict: VerdictAnswer, language: Language) -> &'static str {
    match verdict {
        VerdictAnswer::Eligible => language.pick("OUI", "YES"),
        VerdictAnswer::NotEligible => language.pick("NON", "NO"),
        VerdictAnswer::Unknown => language.pick("PAS ENCORE SÛR", "NOT SURE YET"),
        VerdictAnswer::NotComputable => language.pick("NE SE CALCULE PAS", "NOT COMPUTABLE"),
    }
}

/// The standing of a regime, in words.
pub fn status(status: &str, language: Language) -> &str {
    match status {
        "in-force" => language.pick("en vigueur", "in force"),
        "lapsed" => language.pick("disparu", "lapsed"),
        "voluntary-offer" => language.pick("offre volontaire", "voluntary offer"),
        "statutory-list" => language.pick(
            "liste écrite dans la loi, sans opérateur obligé",
            "list in the law, no obliged operator",
        ),
        "proposal" => language.pick("proposition", "proposal"),
        "transposed" => language.pick("transposé de l'étranger", "borrowed from abroad"),
        other => other,
    }
}

fn price(page: &mut Page, bill: &BillAnswer) {
    let [before, after, saving, year] =
        [&bill.before, &bill.after, &bill.saving, &bill.saving_year].map(|amount| page.amount(amount));
    let (fr, en) = if bill.cheaper_already {
        (
            format!("Vous ne payez pas plus que cela\u{a0}: {before} par mois."),
            format!("You pay no more than that already: {before} a month."),
        )
    } else if bill.before == Cents::ZERO.into() && bill.after == Cents::ZERO.into() {
        // Something off a bill that is not there: what an access would cost is not known.
        (
            "À déduire d'un abonnement, que vous n'avez pas.".to_owned(),
            "To be taken off a subscription, which you do not have.".to_owned(),
        )
    } else if bill.before == Cents::ZERO.into() {
        (format!("{after} par mois."), format!("{after} a month."))
    } else {
        (
            format!("{after} par mois, aujourd'hui {before}\u{a0}: {saving} de moins par mois, {year} par an."),
            format!("{after} a month instead of {before}: {saving} less a month, {year} a year."),
        )
    };
    page.paragraph(1, page.language.pick(&fr, &en));
}

fn several(page: &mut Page, together: &TogetherAnswer) {
    page.heading("Ensemble sur la même facture", "Together on the same bill");
    let language = page.language;
    let amount = page.amount(&together.before);
    page.row(1, language.pick("Facture avant", "Bill before"), &amount);
    for aid in &together.aids {
        let saving = page.amount(&aid.saving);
        page.row(1, &aid.id, &format!("- {saving}"));
    }
    let amount = page.amount(&together.after);
    page.row(1, language.pick("Facture après", "Bill after"), &amount);
}

fn rsa(page: &mut Page, answer: &Assessed) {
    let RsaAnswer {
        quarter,
        lines,
        family_benefits,
        ..
    } = &answer.rsa;
    let rsa = &answer.rsa;
    let language = page.language;
    page.heading("RSA du mois", "RSA of the month");
    let months = quarter
        .first()
        .zip(quarter.last())
        .map(|(first, last)| [first, last].map(|month| Month::parse(month)));
    if let Some([Ok(first), Ok(last)]) = months {
        let months = quarter_words(first, last, language);
        page.labelled(1, language.pick("Ressources regardées", "Resources looked at"), &months);
    }
    page.labelled(
        1,
        language.pick("Personnes à charge", "Dependants"),
        &count(&rsa.dependants, language),
    );
    let truths = [
        (language.pick("Conditions remplies", "Conditions met"), rsa.entitled),
        (
            language.pick("Majoration parent isolé", "Lone-parent increase"),
            rsa.lone_parent,
        ),
    ];
    for (label, truth) in truths {
        page.labelled(1, label, truth_word(truth, language));
    }
    page.gap();
    let amount = page.amount(&rsa.guaranteed);
    page.row(1, language.pick("Montant garanti", "Guaranteed amount"), &amount);
    let amount = page.amount(&rsa.resources);
    page.row(1, language.pick("Ressources comptées", "Resources counted"), &amount);
    let (known, open): (Vec<_>, Vec<_>) = lines.iter().partition(|line| page.tells(&line.counted));
    let several = lines.iter().any(|line| line.person > 0);
    for line in known {
        if several {
            // By their place in the request: nobody has a name.
            let who = format!("{} {}", language.pick("Personne", "Person"), line.person + 1);
            page.labelled(2, &who, &line.sentence);
        } else {
            page.paragraph(2, &line.sentence);
        }
    }
    if !open.is_empty() {
        let rest = language.pick(
            "Les autres ressources\u{a0}: pas encore connu.",
            "The other resources: not known yet.",
        );
        page.paragraph(2, rest);
    }
    for benefit in family_benefits {
        let name = page.question(&benefit.name);
        let counted = page.amount(&benefit.counted);
        let computed = match benefit.computed && page.tells(&benefit.counted) {
            true => language.pick(" (notre calcul)", " (our calculation)"),
            false => "",
        };
        page.labelled(2, &format!("{name}{computed}"), &counted);
    }
    let rows = [
        (
            1,
            language.pick("Forfait logement", "Flat housing amount"),
            Some(&rsa.flat_housing),
        ),
        (1, language.pick("RSA calculé", "RSA worked out"), Some(&rsa.total)),
        (2, language.pick("dont socle", "of which socle"), Some(&rsa.socle)),
        (
            2,
            language.pick("dont activité", "of which activité"),
            Some(&rsa.activite),
        ),
        (
            1,
            "Prime d'activité",
            answer.prime_activite.as_ref().map(|prime| &prime.total),
        ),
    ];
    for (depth, label, amount) in rows {
        if let Some(amount) = amount {
            let amount = page.amount(amount);
            page.row(depth, label, &amount);
        }
    }
    page.labelled(
        1,
        language.pick("En résumé", "In short"),
        situation(&rsa.situation, language),
    );
    health_cover(page, answer);
}

fn situation(situation: &str, language: Language) -> &str {
    match situation {
        "none" => language.pick("pas de RSA d'après ce calcul", "no RSA by this calculation"),
        "socle_only" => language.pick("RSA socle seul", "RSA socle only"),
        "socle_and_activite" => language.pick("RSA socle et activité", "RSA socle and activité"),
        "activite_only" => language.pick("RSA activité seul", "RSA activité only"),
        "rsa" => "RSA",
        "unknown" => language.pick("on ne sait pas encore", "not known yet"),
        other => other,
    }
}

fn health_cover(page: &mut Page, answer: &Assessed) {
    let Some(cover) = &answer.health_cover else {
        return;
    };
    let language = page.language;
    page.heading("Complémentaire santé", "Health cover");
    let amounts = [
        (
            language.pick("Ressources d'un an", "Resources of a year"),
            &cover.resources,
        ),
        (
            language.pick("Plafond, gratuite", "Ceiling, free of charge"),
            &cover.ceiling,
        ),
        (
            language.pick("Plafond, avec participation", "Ceiling, with a contribution"),
            &cover.ceiling_with_contribution,
        ),
    ];
    for (label, amount) in amounts {
        let amount = page.amount(amount);
        page.row(1, label, &amount);
    }
    let truths = [
        (
            language.pick("Gratuite (ressources ou RSA)", "Free of charge (resources or RSA)"),
            cover.free,
        ),
        (
            language.pick("Avec participation", "With a contribution"),
            cover.with_contribution,
        ),
    ];
    for (label, truth) in truths {
        page.row(1, label, truth_word(truth, language));
    }
}

fn pointers(page: &mut Page, answer: &Assessed, records: &Records) {
    if answer.pointers.is_empty() {
        return;
    }
    let language = page.language;
    page.heading("À savoir", "Good to know");
    for pointer in answer.pointers.iter().filter_map(|id| records.pointer(id)) {
        page.paragraph(1, &pointer.title);
        page.paragraph(2, &pointer.text);
        page.labelled(2, language.pick("Doute", "Doubt"), &pointer.doubt);
        page.source(2, &pointer.source);
    }
}

/// A question in words, with its name in a request and whom it concerns.
pub fn asked(page: &Page, asked: &QuestionAnswer) -> String {
    let mut text = format!("{} (`{}`)", page.question(&asked.question), asked.question);
    for (place, person) in asked.persons.iter().enumerate() {
        text.push_str(if place == 0 {
            page.language.pick(", personne ", ", person ")
        } else {
            ", "
        });
        text.push_str(&(person + 1).to_string());
    }
    text
}

/// Yes, no, or not known yet.
pub fn truth_word(truth: TruthAnswer, language: Language) -> &'static str {
    match truth {
        TruthAnswer::Yes => language.pick("oui", "yes"),
        TruthAnswer::No => language.pick("non", "no"),
        TruthAnswer::Unknown => language.pick("on ne sait pas encore", "not known yet"),
    }
}

fn count(count: &CountAnswer, language: Language) -> String {
    let CountAnswer { from, to } = count;
    if from == to {
        from.to_string()
    } else {
        language.pick(format!("de {from} à {to}"), format!("{from} to {to}"))
    }
}

/// Which rules and values were used.
pub fn ruleset(page: &mut Page, ruleset: &Ruleset) {
    let label = page.language.pick("Règles", "Rules");
    let version = page.language.pick("version", "version");
    page.labelled(
        0,
        label,
        &format!("tarif-social, {version} {}, {}", ruleset.version, ruleset.hash),
    );
}
