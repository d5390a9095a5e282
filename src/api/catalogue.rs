//! Everything the engine holds, in words: for the outlets, which show it beside answers, for the page "sources and
//! method" and for `params`.

use super::answer::{
    BenefitPeriod, BenefitRecord, Catalogue, DatedValueAnswer, DefinitionRecord, HeadingRecord, IndexRecord,
    LevelRecord, PayerAnswer, RegimeRecord, SourceAnswer, StepRecord, TableRecord, TenthsRecord, WordsRecord,
};
use super::check::ruleset;
use super::pointer_words;
use super::view::decimal;
use crate::explain::{CATALOGUE, Language};
use crate::household::{Benefit, Post, Territory};
use crate::law::{COVERAGE, Clock, DatedValue, PARAMETERS, Parameter};
use crate::regimes::{Regime, Source, Text, builtin, words};
use crate::spending::{
    Cited, Definition, ENERGY_RULE, Family, HEADINGS, Missing, Row, SERIES, STANDARDS_OF_LIVING, tables,
};
use crate::units::digits::Digits;

/// All the words, articles and sources that answers point at by id.
///
/// # Example
/// ```
/// use tarif_social::{api, explain::Language};
/// let words = api::catalogue(Language::English);
/// let step = words.steps.iter().find(|step| step.name == "rsa.guaranteed").unwrap();
/// assert_eq!((&*step.term, &*step.article), ("Guaranteed amount", "CASF L262-2, R262-1"));
/// ```
#[must_use]
pub fn catalogue(language: Language) -> Catalogue {
    let of = |text| Text::from(language.of(text));
    let lacking = Post::ALL.iter().map(|post| Missing::Post(*post));
    let lacking = lacking.chain([Missing::HousingBenefit, Missing::ImputedRent, Missing::Income]);
    Catalogue {
        ruleset: ruleset(),
        months: [COVERAGE.0, COVERAGE.1].map(|month| month.to_string().into()).to_vec(),
        benefits: Benefit::ALL.iter().map(benefit).collect(),
        values: parameters(language),
        regimes: regimes(language),
        steps: CATALOGUE
            .iter()
            .map(|entry| StepRecord {
                name: entry.name.into(),
                article: entry.article.into(),
                term: of(entry.term),
            })
            .collect(),
        definitions: Definition::ALL
            .iter()
            .map(|definition| DefinitionRecord {
                name: definition.id().into(),
                label: of(definition.name()),
                scope: of(definition.scope()),
                source: cited(&definition.cited()),
            })
            .collect(),
        tables: tables()
            .iter()
            .map(|table| TableRecord {
                id: table.id.into(),
                label: of(table.name),
                field: of(table.field),
                year: table.year,
                rows: table.cells.first().map_or_else(Vec::new, |cell| {
                    let ids = |row: &Row| row.headings.iter().map(|heading| heading.key.into()).collect();
                    cell.rows().iter().map(ids).collect()
                }),
                groups: words_of(table.cells.iter().map(|cell| (cell.key, of(cell.name)))),
                source: cited(&table.cited),
            })
            .collect(),
        tenths: STANDARDS_OF_LIVING
            .iter()
            .map(|year| TenthsRecord {
                year: year.year,
                source: cited(&year.cited),
            })
            .collect(),
        energy_rule: cited(&ENERGY_RULE),
        pointers: pointer_words::records(language),
        families: words_of(Family::ALL.map(|family| (family.id(), of(family.label())))),
        headings: HEADINGS
            .iter()
            .map(|heading| HeadingRecord {
                id: heading.key.into(),
                label: of(heading.name),
                index: heading.prices.map(|series| series.key.into()),
            })
            .collect(),
        indices: SERIES
            .iter()
            .map(|series| IndexRecord {
                id: series.key.into(),
                label: of(series.name),
                levels: series.tenths.iter().map(level).collect(),
            })
            .collect(),
        missing: words_of(lacking.map(|missing| (missing.id(), of(missing.label())))),
    }
}

fn benefit(benefit: &Benefit) -> BenefitRecord {
    let (first, last) = COVERAGE;
    let in_territory = |territory: &Territory| {
        let mut months = (0..=last.since(first))
            .map(|offset| first.plus(offset))
            .filter(|month| benefit.exists(*month, *territory));
        let from = months.next()?;
        let until = months.next_back().unwrap_or(from);
        Some(BenefitPeriod {
            territory: territory.name().into(),
            from: (from > first).then(|| from.to_string().into()),
            until: (until < last).then(|| until.to_string().into()),
        })
    };
    BenefitRecord {
        id: benefit.name().into(),
        periods: Territory::ALL.iter().filter_map(in_territory).collect(),
    }
}

fn level(&(year, tenths): &(u16, i64)) -> LevelRecord {
    LevelRecord {
        year,
        level: Digits::of(tenths, 1, 1).as_str().to_owned().into(),
    }
}

fn words_of<I: Into<Text>>(meanings: impl IntoIterator<Item = (I, Text)>) -> Vec<WordsRecord> {
    let record = |(id, label): (I, Text)| WordsRecord { id: id.into(), label };
    meanings.into_iter().map(record).collect()
}

/// Every dated value, in the order of the ids, then of the dates.
///
/// # Example
/// ```
/// use tarif_social::{api, explain::Language};
/// let table = api::parameters(Language::French);
/// let base = table.iter().rfind(|value| value.id == "rsa.montant_de_base").unwrap();
/// assert_eq!(base.value.as_deref(), Some("651.69"));
/// assert_eq!(base.source.confidence, "law");
/// ```
#[must_use]
pub fn parameters(language: Language) -> Vec<DatedValueAnswer> {
    PARAMETERS
        .iter()
        .flat_map(|parameter| {
            parameter
                .values
                .iter()
                .map(|value| dated_value(parameter, value, language))
        })
        .collect()
}

/// Every built-in regime, variants after their parent.
#[must_use]
pub fn regimes(language: Language) -> Vec<RegimeRecord> {
    builtin().iter().map(|regime| regime_record(regime, language)).collect()
}

/// The dated values in force under a clock, in the order of the ids.
#[must_use]
pub fn parameters_at(clock: Clock, language: Language) -> Vec<DatedValueAnswer> {
    PARAMETERS
        .iter()
        .filter_map(|parameter| parameter.at(clock))
        .map(|known| dated_value(known.parameter, known.dated, language))
        .collect()
}

/// A dated value with its source.
fn dated_value(parameter: &Parameter, dated: &DatedValue, language: Language) -> DatedValueAnswer {
    let published = dated.published().map(|day| Text::from(day.to_string()));
    DatedValueAnswer {
        id: parameter.id.into(),
        label: language.of(parameter.label).into(),
        article: parameter.article.into(),
        value: dated.scaled().map(|scaled| decimal(parameter.unit, scaled)),
        unit: parameter.unit.name().into(),
        from: dated.from().to_string().into(),
        published: published.clone(),
        checked: dated.checked().to_string().into(),
        source: SourceAnswer {
            title: dated.source.title.into(),
            url: dated.source.url.into(),
            date: published.unwrap_or_default(),
            confidence: dated.confidence.name().into(),
        },
    }
}

/// A regime, built in or of the caller, as lists show it.
#[must_use]
pub fn regime_record(regime: &Regime, language: Language) -> RegimeRecord {
    let take_up = regime.granting.take_up;
    let day = |day: Option<crate::units::Day>| day.map(|day| Text::from(day.to_string()));
    RegimeRecord {
        id: regime.id.clone(),
        variant_of: regime.variant_of.clone(),
        name: words::pick(&regime.name, language),
        description: words::pick(&regime.description, language),
        status: regime.status.name().into(),
        announced: day(regime.in_force.announced),
        from: day(regime.in_force.from),
        until: day(regime.in_force.until),
        granting: words::way(regime.granting.way, language).into(),
        take_up: [take_up.low, take_up.central, take_up.high]
            .map(|share| share.to_string().into())
            .to_vec(),
        take_up_source: source(&regime.granting.source),
        payers: payers(regime, language),
        doubts: regime.doubts.iter().map(|doubt| words::pick(doubt, language)).collect(),
        sources: regime.sources.iter().map(source).collect(),
        checked: regime.checked.to_string().into(),
    }
}

fn payers(regime: &Regime, language: Language) -> Vec<PayerAnswer> {
    regime
        .payers
        .iter()
        .map(|part| PayerAnswer {
            payer: words::payer(part.payer, language).into(),
            share: part.share.to_string().into(),
        })
        .collect()
}

fn source(source: &Source) -> SourceAnswer {
    SourceAnswer {
        title: source.title.clone(),
        url: source.url.clone(),
        date: source.date.clone().unwrap_or_default(),
        confidence: source.confidence.name().into(),
    }
}

fn cited(cited: &Cited) -> SourceAnswer {
    SourceAnswer {
        title: cited.source.title.into(),
        url: cited.source.url.into(),
        date: Text::default(),
        confidence: cited.confidence.name().into(),
    }
}
