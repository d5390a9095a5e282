//! Regimes as people write them: a TOML file with one regime and its variants.
//!
//! The build reads the built-in ones with this very file; the command line reads those of its users.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::super::reading::{self, Tree};
use super::model::Regime;

/// A regime and the table it was read from, which knows where each value stands.
#[derive(Clone, Debug)]
pub struct Written<'t> {
    /// The regime.
    pub regime: Regime,
    text: &'t str,
    table: Spanned<DeTable<'t>>,
}

/// What is wrong with a file, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub message: String,
}

/// The regime of a file, then its variants: each `[[variant]]` replaces fields and adds its `suffix` to the id.
///
/// # Errors
/// The first thing that is not TOML, or not a regime.
pub fn read(text: &str) -> Result<Vec<Written<'_>>, Fault> {
    let mut base = DeTable::parse(text).map_err(|error| fault(text, &error))?;
    let variants = base.get_mut().remove("variant");
    let mut written = vec![Written::new(text, base.clone())?];
    let listed = match &variants {
        None => &[][..],
        Some(variants) => variants.get_ref().as_array().map(AsRef::as_ref).ok_or_else(|| Fault {
            line: line(text, variants.span().start),
            message: "variants are a list: write `[[variant]]`".to_owned(),
        })?,
    };
    for variant in listed {
        let wrong = |message: &str| Fault {
            line: line(text, variant.span().start),
            message: message.to_owned(),
        };
        let overrides = variant.get_ref().as_table().ok_or(wrong("a variant is a table"))?;
        let mut merged = base.clone();
        for (key, value) in overrides {
            merged.get_mut().insert(key.clone(), value.clone());
        }
        let suffix = merged.get_mut().remove("suffix");
        let suffix = suffix.as_ref().and_then(|suffix| suffix.get_ref().as_str());
        let suffix = suffix.ok_or(wrong("a variant says its `suffix`"))?;
        let mut variant = Written::new(text, merged)?;
        variant.regime.variant_of = Some(variant.regime.id.clone());
        variant.regime.id = format!("{}{suffix}", variant.regime.id).into();
        written.push(variant);
    }
    Ok(written)
}

impl<'t> Written<'t> {
    fn new(text: &'t str, table: Spanned<DeTable<'t>>) -> Result<Self, Fault> {
        let tree = Tree::deserialize(Deserializer::from(table.clone())).map_err(|error| fault(text, &error))?;
        match reading::read(&tree) {
            Ok(regime) => Ok(Self { regime, text, table }),
            Err(faults) => Err(faults.first().map_or_else(Fault::default, |first| Fault {
                line: line_of(text, &table, &first.field),
                message: first.to_string(),
            })),
        }
    }

    /// The line where the value at `path` (`criteria.all.0.amount`) begins, or its nearest written ancestor.
    #[must_use]
    pub fn line(&self, path: &str) -> usize {
        line_of(self.text, &self.table, path)
    }
}

/// The line of a place, written `criteria.all.0.amount` or `criteria.all[0].amount`.
fn line_of(text: &str, table: &Spanned<DeTable<'_>>, path: &str) -> usize {
    let mut keys = path.split(['.', '[', ']']).filter(|key| !key.is_empty());
    let mut value = keys.next().and_then(|key| table.get_ref().get(key));
    let mut start = value.map_or(table.span().start, |value| value.span().start);
    for key in keys {
        value = match (value.map(Spanned::get_ref), key.parse::<usize>()) {
            (Some(DeValue::Array(items)), Ok(index)) => items.get(index),
            (Some(DeValue::Table(fields)), _) => fields.get(key),
            _ => None,
        };
        start = value.map_or(start, |value| value.span().start);
    }
    line(text, start)
}

fn fault(text: &str, error: &Error) -> Fault {
    Fault {
        line: line(text, error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    }
}

fn line(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}
