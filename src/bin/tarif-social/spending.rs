//! Constrained spending as text. The published means stand in the JSON.

use tarif_social::api::{Assessed, BoundsAnswer, DefinitionAnswer, EnergyPovertyAnswer, LeftAnswer, TenthAnswer};
use tarif_social::explain::Language;

use crate::page::Page;
use crate::records::Records;
use crate::sections::truth_word;

/// What is constrained, and what it leaves before and after each tariff.
pub fn section(page: &mut Page, answer: &Assessed, records: &Records) {
    let language = page.language;
    let Some(spending) = &answer.spending else {
        return;
    };
    page.heading("Dépenses contraintes", "Constrained spending");
    let income = page.bounds(&spending.income);
    page.row(
        1,
        language.pick("Revenu disponible du mois", "Disposable income of the month"),
        &income,
    );
    let units = &spending.consumption_units;
    let units = between(tenths(units.from, language), tenths(units.to, language));
    page.row(1, language.pick("Unités de consommation", "Consumption units"), &units);
    if let Some(tenth) = &spending.tenth {
        standing(page, tenth);
    }
    for definition in &spending.definitions {
        page.gap();
        counted(page, definition, records);
    }
    page.gap();
    let title = "Taux d'effort (part du revenu disponible)";
    page.paragraph(1, language.pick(title, "Effort rates (share of disposable income)"));
    for effort in &spending.efforts {
        let rate = page.bounds(&effort.rate);
        page.row(2, effort_name(&effort.name, language), &rate);
    }
    energy(page, &spending.energy_poverty);
}

fn between(low: String, high: String) -> String {
    if low == high { low } else { format!("{low} - {high}") }
}

fn tenths(count: i64, language: Language) -> String {
    format!("{}{}{}", count / 10, language.pick(',', '.'), count % 10)
}

fn standing(page: &mut Page, tenth: &TenthAnswer) {
    let language = page.language;
    let place = between(tenth.lowest.to_string(), tenth.highest.to_string());
    let year = tenth.year;
    let (fr, en) = (
        format!("Dixième de niveau de vie ({year})"),
        format!("Tenth of standard of living ({year})"),
    );
    page.row(1, language.pick(&fr, &en), &place);
}

fn counted(page: &mut Page, definition: &DefinitionAnswer, records: &Records) {
    let language = page.language;
    if let Some(record) = records.definition(&definition.name) {
        page.labelled(1, &record.label, &record.scope);
    }
    for family in &definition.families {
        let total = page.bounds(&family.total);
        page.row(2, records.family(&family.name), &total);
    }
    let total = page.bounds(&definition.total);
    page.row(2, "Total", &total);
    let share = page.bounds(&definition.share);
    page.row(2, language.pick("Part du revenu", "Share of income"), &share);
    if !definition.missing.is_empty() {
        let missing = records.missing(&definition.missing);
        page.labelled(2, language.pick("Il manque", "Missing"), &missing);
    }
    let today = left(page, language.pick("Aujourd'hui", "Today").to_owned(), &definition.left);
    let with = definition.with.iter().map(|effect| {
        let label = format!("{} {}", language.pick("Avec", "With"), effect.id);
        left(page, label, &effect.left)
    });
    let rows: Vec<_> = std::iter::once(today).chain(with).collect();
    let headings = [
        language.pick("Il reste", "Left"),
        language.pick("par mois", "a month"),
        language.pick("par mois et unité", "a month and unit"),
        language.pick("par jour", "a day"),
        language.pick("par jour et unité", "a day and unit"),
    ];
    page.table(2, &headings, &rows);
}

fn left(page: &Page, label: String, left: &LeftAnswer) -> Vec<String> {
    let amounts: [&BoundsAnswer; 4] = [&left.month, &left.month_per_unit, &left.day, &left.day_per_unit];
    std::iter::once(label)
        .chain(amounts.map(|amount| page.bounds(amount)))
        .collect()
}

fn effort_name(name: &str, language: Language) -> &str {
    match name {
        "housing" => language.pick("logement", "housing"),
        "energy" => language.pick("énergie", "energy"),
        "internet" => "internet",
        "telecoms" => language.pick("toutes les télécoms", "all telecoms"),
        "transport" => language.pick("transports", "transport"),
        other => other,
    }
}

fn energy(page: &mut Page, poverty: &EnergyPovertyAnswer) {
    let language = page.language;
    let rules = [
        (
            language.pick(
                "plus de 8 % du revenu pour l'énergie",
                "more than 8% of income on energy",
            ),
            poverty.above_effort,
        ),
        (
            language.pick("dans les trois premiers dixièmes", "in the first three tenths"),
            poverty.in_low_tenths,
        ),
        (
            language.pick("les deux\u{a0}: précarité énergétique", "both: energy poverty"),
            poverty.holds,
        ),
    ];
    for (rule, truth) in rules {
        page.row(2, rule, truth_word(truth, language));
    }
}
