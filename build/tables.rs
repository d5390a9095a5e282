//! Writes the checked values as Rust.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::parameters::{COVERAGE, Parameter, Source, Text, Value};
use super::units::{Day, Month};

/// The registry: shared sources, one static a parameter, the list of all.
pub fn parameters(parameters: &[Parameter]) -> String {
    let sources: Vec<&Source> = parameters
        .iter()
        .flat_map(|parameter| &parameter.values)
        .map(|value| &value.source)
        .collect::<BTreeSet<_>>()
        .into_iter()
        // Without words they are alike: one is enough.
        .take(if cfg!(feature = "words") { usize::MAX } else { 1 })
        .collect();
    let mut code = String::new();
    for (number, Source { kind, title, url }) in sources.iter().enumerate() {
        // one static each, so that a program which reads few values carries few sources
        let _ = writeln!(
            code,
            "static SOURCE_{number}: Source = Source {{ kind: SourceKind::{kind}, title: {:?}, url: {:?} }};",
            kept(title),
            kept(url),
        );
    }
    for parameter in parameters {
        let _ = write!(
            code,
            "/// `{}`: {}.\npub static {}: Parameter = Parameter {{\n    id: {:?}, unit: Unit::{}, label: {}, note: {}, article: {:?}, until: {},\n    values: &[\n",
            parameter.id,
            parameter.label.en,
            constant(&parameter.id),
            parameter.id,
            parameter.unit,
            text(&parameter.label),
            option(parameter.note.as_ref().map(text)),
            kept(&parameter.article),
            option(parameter.until.map(month)),
        );
        for value in &parameter.values {
            code.push_str(&dated(value, &sources));
        }
        code.push_str("    ],\n};\n");
    }
    code.push_str("/// All parameters, in the order of their ids.\npub static ALL: &[&Parameter] = &[\n");
    for parameter in parameters {
        let _ = writeln!(code, "    &{},", constant(&parameter.id));
    }
    code.push_str("];\n");
    code
}

/// The identity of the rules and the data, and the months they cover.
pub fn ruleset(hash: &str) -> String {
    let (first, last) = COVERAGE;
    format!(
        "/// SHA-256 of the rules and of all data (first 16 bytes, hexadecimal): the same on every platform.\npub const RULESET_HASH: &str = {hash:?};\n\n/// First and last months the registry answers for.\npub const COVERAGE: (Month, Month) = ({}, {});\n",
        month(first),
        month(last),
    )
}

fn dated(value: &Value, sources: &[&Source]) -> String {
    let same = |source: &&Source| **source == value.source;
    let source = sources.iter().position(same).unwrap_or_default();
    format!(
        "        DatedValue::new({}, {:?}, {}, {}, Confidence::{}, &SOURCE_{source}),\n",
        day(value.from),
        value.scaled,
        option(value.published.map(day)),
        day(value.checked),
        value.confidence,
    )
}

fn constant(id: &str) -> String {
    id.replace('.', "_").to_uppercase()
}

pub fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".to_owned(), |code| format!("Some({code})"))
}

pub fn text(text: &Text) -> String {
    format!("Text {{ fr: {:?}, en: {:?} }}", kept(&text.fr), kept(&text.en))
}

/// What only the catalogue shows, empty when the engine is built without it.
pub fn kept(text: &str) -> &str {
    if cfg!(feature = "words") { text } else { "" }
}

fn month(month: Month) -> String {
    format!("Month::new({}, {})", month.year(), month.number())
}

pub fn day(day: Day) -> String {
    format!(
        "day({}, {}, {})",
        day.month().year(),
        day.month().number(),
        day.number()
    )
}
