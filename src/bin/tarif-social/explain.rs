//! `explain`: the steps behind an answer.

use tarif_social::api::{self, Assessed, CheckAnswer, CriterionAnswer, DatedValueAnswer, Detail};

use crate::arguments::{Explain, Register};
use crate::fault::{Done, Fault};
use crate::input;
use crate::output::print;
use crate::page::{Page, figure, unit_words};
use crate::records::Records;
use crate::sections::{self, ruleset, title, truth_word, verdict_word};

pub fn run(arguments: &Explain) -> Result<Done, Fault> {
    // The steps are what is asked for here.
    let tree = input::request(arguments.file.as_deref(), &arguments.reading, Some(Detail::Full))?;
    let request = match api::read(&tree) {
        Ok(request) => request,
        Err(unread) => {
            print(&sections::problems(&unread.problems, unread.language))?;
            return Ok(Done::WithProblems);
        }
    };
    match api::check(&request) {
        CheckAnswer::Success(assessed) => {
            let mut page = Page::new(request.language);
            title(&mut page, &assessed);
            sections::place(&mut page, &request);
            write(&mut page, &assessed, &Records::of(&request), arguments.register);
            print(&page.finish())?;
            Ok(Done::Well)
        }
        CheckAnswer::Failure { problems } => {
            print(&sections::problems(&problems, request.language))?;
            Ok(Done::WithProblems)
        }
    }
}

fn write(page: &mut Page, answer: &Assessed, records: &Records, register: Register) {
    page.heading("Étapes", "Steps");
    for (place, step) in answer.steps.iter().enumerate() {
        let number = place + 1;
        let month = step.month.as_deref();
        let month = month.map_or_else(String::new, |month| sections::month_words(month, page.language) + " – ");
        match register {
            Register::Citizen => page.paragraph(1, &format!("{number}. {month}{}", step.citizen)),
            Register::Adviser => {
                let uses: String = step.uses.iter().map(|place| format!(" [{}]", place + 1)).collect();
                let (term, article) = records.step(&step.name);
                let colon = page.language.pick("\u{a0}:", ":");
                page.paragraph(
                    1,
                    &format!("{number}. {month}{term} ({article}){colon} {}{uses}", step.value),
                );
            }
        }
    }
    page.heading("Régimes", "Regimes");
    for regime in &answer.regimes {
        page.row(
            0,
            &format!("{:<5}{}", regime.id, regime.name),
            verdict_word(regime.verdict, page.language),
        );
        page.paragraph(1, &regime.reason);
        if let Some(criterion) = &regime.criteria {
            criteria(page, criterion, 1);
        }
        if register == Register::Adviser {
            for source in records
                .regime(&regime.id)
                .into_iter()
                .flat_map(|record| &record.sources)
            {
                page.source(1, source);
            }
        }
        page.gap();
    }
    if register == Register::Adviser {
        page.heading("Valeurs", "Values");
        for (place, used) in answer.values.iter().enumerate() {
            if let Some(value) = records.value(used) {
                dated_value(page, place + 1, value);
            }
        }
        page.gap();
    }
    ruleset(page, &answer.ruleset);
}

/// The criteria of a regime, those inside others further from the margin.
fn criteria(page: &mut Page, criterion: &CriterionAnswer, depth: usize) {
    let language = page.language;
    let mut words = format!("[{}] {}", truth_word(criterion.truth, language), criterion.sentence);
    if let Some(compared) = &criterion.compared {
        let (value, limit) = (page.amount(&compared.value), page.amount(&compared.limit));
        words.push_str(&language.pick(
            format!(" ({value}, limite {limit}"),
            format!(" ({value}, limit {limit}"),
        ));
        if let Some(margin) = &compared.margin {
            let margin = page.amount(margin);
            words.push_str(&language.pick(format!(", écart {margin}"), format!(", {margin} apart")));
        }
        words.push(')');
    }
    page.paragraph(depth, &words);
    for inside in &criterion.of {
        criteria(page, inside, depth + 1);
    }
}

/// A dated value, as steps point to it.
fn dated_value(page: &mut Page, number: usize, value: &DatedValueAnswer) {
    let DatedValueAnswer {
        id,
        label,
        unit,
        article,
        ..
    } = value;
    let (figure, unit) = (figure(value, page.language), unit_words(unit, page.language));
    page.labelled(
        1,
        &format!("[{number}] {label}"),
        &format!("{figure} {unit} (`{id}`, {article})"),
    );
    page.provenance(2, value);
}
