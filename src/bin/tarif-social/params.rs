//! `params`: the dated values and their sources.

use std::io::{self, BufWriter, Write};

use tarif_social::api::{self, DatedValueAnswer};
use tarif_social::explain::Language;
use tarif_social::law::{self, Clock, Parameter};

use crate::arguments::{Catalogue, Params};
use crate::fault::{Done, Fault};
use crate::output::{print, print_json};
use crate::page::{Page, confidence_words, figure, unit_words};

const CSV_HEADINGS: [&str; 11] = [
    "id",
    "label",
    "article",
    "value",
    "unit",
    "from",
    "published",
    "checked",
    "confidence",
    "source",
    "url",
];

pub fn run(arguments: &Params) -> Result<Done, Fault> {
    let values = chosen(arguments)?;
    if arguments.json {
        print_json(&values, false)?;
    } else if arguments.csv {
        print_csv(&values)?;
    } else {
        let exactly_one = arguments.id.as_deref().and_then(law::parameter);
        print(&match exactly_one {
            Some(parameter) => record(parameter, &values, arguments.words.language),
            None => table(&values, arguments.words.language),
        })?;
    }
    if values.is_empty() {
        eprintln!("tarif-social: nothing is in force then: leave out --at to see every date");
        return Ok(Done::WithProblems);
    }
    Ok(Done::Well)
}

/// All the words, articles and sources, in JSON.
pub fn catalogue(arguments: &Catalogue) -> Result<Done, Fault> {
    print_json(&api::catalogue(arguments.words.language), true)?;
    Ok(Done::Well)
}

/// The values asked for: by id, and by date when there is one.
fn chosen(arguments: &Params) -> Result<Vec<DatedValueAnswer>, Fault> {
    let mut values = match arguments.at {
        None => api::parameters(arguments.words.language),
        Some(month) => {
            let month = law::covered(month).map_err(Fault::unusable)?;
            let clock = Clock {
                month,
                known_on: arguments.known_on,
            };
            api::parameters_at(clock, arguments.words.language)
        }
    };
    if let Some(id) = &arguments.id {
        if !law::PARAMETERS
            .iter()
            .any(|parameter| is_or_begins_with(parameter.id, id))
        {
            return Err(Fault::unusable(format_args!(
                "no dated value is called `{id}`: `tarif-social params` lists them"
            )));
        }
        values.retain(|value| is_or_begins_with(&value.id, id));
    }
    Ok(values)
}

/// `rsa` is what `rsa.pente` begins with; `rs` is not.
fn is_or_begins_with(id: &str, wanted: &str) -> bool {
    id.strip_prefix(wanted)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn table(values: &[DatedValueAnswer], language: Language) -> String {
    let mut page = Page::new(language);
    let headings = [
        language.pick("Identifiant", "Id"),
        language.pick("Depuis", "From"),
        language.pick("Valeur", "Value"),
        language.pick("Unité", "Unit"),
        language.pick("Sûreté", "Confidence"),
        language.pick("Source", "Source"),
    ];
    let rows: Vec<_> = values
        .iter()
        .map(|value| {
            vec![
                value.id.clone(),
                value.from.clone(),
                figure(value, language).into(),
                unit_words(&value.unit, language).to_owned().into(),
                confidence_words(&value.source.confidence, language).to_owned().into(),
                value.source.title.clone(),
            ]
        })
        .collect();
    page.table(0, &headings, &rows);
    page.finish()
}

/// All there is to know about one parameter.
fn record(parameter: &Parameter, values: &[DatedValueAnswer], language: Language) -> String {
    let mut page = Page::new(language);
    page.labelled(0, parameter.id, language.of(parameter.label));
    if !parameter.article.is_empty() {
        page.paragraph(1, parameter.article);
    }
    if let Some(note) = parameter.note {
        page.paragraph(1, language.of(note));
    }
    for value in values {
        page.gap();
        page.paragraph(
            1,
            &format!("{} {}", figure(value, language), unit_words(&value.unit, language)),
        );
        page.provenance(2, value);
    }
    page.finish()
}

fn print_csv(values: &[DatedValueAnswer]) -> Result<(), Fault> {
    let mut out = BufWriter::new(io::stdout().lock());
    write_row(&mut out, CSV_HEADINGS)?;
    for value in values {
        let source = &value.source;
        let row = [
            &value.id,
            &value.label,
            &value.article,
            value.value.as_deref().unwrap_or_default(),
            &value.unit,
            &value.from,
            value.published.as_deref().unwrap_or_default(),
            &value.checked,
            &source.confidence,
            &source.title,
            &source.url,
        ];
        write_row(&mut out, row)?;
    }
    Ok(out.flush()?)
}

/// A row of RFC 4180: a field with a comma, a quote or a line end stands between quotes, its own quotes doubled.
fn write_row<'f>(out: &mut impl Write, fields: impl IntoIterator<Item = &'f str>) -> io::Result<()> {
    for (place, field) in fields.into_iter().enumerate() {
        if place > 0 {
            out.write_all(b",")?;
        }
        if field.contains([',', '"', '\n', '\r']) {
            write!(out, "\"{}\"", field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}
