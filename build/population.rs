//! Compiles the margins, assumptions and targets of `src/population` into Rust: a missing source, a count of values that is
//! not that of the keys, shares that do not make one or an assumption outside its range fails the build with the line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use super::parameters::{CONFIDENCES, KINDS, RawSource, Report, Text};
use super::tables::{day, option, text};

/// France 2022, France 2017, Pays de la Loire 2022.
const BASES: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Margins {
    margin: Vec<Margin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Margin {
    id: Spanned<String>,
    name: Text,
    keys: Vec<String>,
    values: Option<Vec<f64>>,
    by_base: Option<Vec<Vec<f64>>>,
    /// The assumption that moves what nobody publishes.
    moved_by: Option<Spanned<String>>,
    /// Keys of the cells that nobody publishes, in a table that is published.
    #[serde(default)]
    supposed: Vec<Spanned<String>>,
    /// The places among the bases of those where they are not published: all of them when left out.
    supposed_in: Option<Vec<usize>>,
    confidence: Spanned<String>,
    checked: Spanned<String>,
    note: Option<Text>,
    source: RawSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assumptions {
    assumption: Vec<Assumption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assumption {
    id: Spanned<String>,
    name: Text,
    value: f64,
    low: f64,
    high: f64,
    why: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Board {
    target: Vec<Target>,
    held_back: Vec<HeldBack>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Target {
    id: Spanned<String>,
    name: Text,
    by_base: Vec<Wanted>,
    tolerance: f64,
    #[serde(default)]
    relative: bool,
    unit: String,
    note: Option<Text>,
    source: RawSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeldBack {
    id: String,
    name: Text,
    unit: String,
}

/// A target, or the word `none`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Wanted {
    Number(f64),
    Nothing(String),
}

/// The Rust text of the files of `src/population` among `files` (path → text).
///
/// # Errors
/// All problems found, each as `file:line: what is wrong`.
pub fn compile(files: &BTreeMap<String, String>) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut values = String::new();
    let mut records = String::new();
    let mut rest = String::new();
    let mut assumptions = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with("src/population/")) {
        let mut report = Report {
            path,
            text,
            problems: &mut problems,
        };
        if path.starts_with("src/population/margins/") {
            if let Some(file) = open::<Margins>(&mut report) {
                for margin in file.margin {
                    let _ = write_margin(margin, &assumptions, &mut report, &mut values, &mut records);
                }
            }
        } else if path.ends_with("assumptions.toml") {
            if let Some(file) = open::<Assumptions>(&mut report) {
                write_assumptions(&file.assumption, &mut report, &mut rest);
                assumptions = file.assumption;
            }
        } else if path.ends_with("targets.toml")
            && let Some(file) = open::<Board>(&mut report)
        {
            write_board(file, &mut report, &mut rest);
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(format!(
        "pub(in crate::population) mod margins {{\n    use super::Partly;\n{values}}}\n/// Every margin.\npub static MARGINS: &[Margin] = &[\n{records}];\n{rest}"
    ))
}

fn open<'a, T: Deserialize<'a>>(report: &mut Report<'a>) -> Option<T> {
    match toml::from_str(report.text) {
        Ok(file) => Some(file),
        Err(error) => {
            report.say(error.span().unwrap_or(0..0), error.message());
            None
        }
    }
}

fn constant(id: &str) -> String {
    id.to_uppercase()
}

fn numbers(values: &[f64]) -> String {
    let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    format!("[{}]", values.join(", "))
}

fn write_margin(
    raw: Margin,
    assumptions: &[Assumption],
    report: &mut Report<'_>,
    values: &mut String,
    records: &mut String,
) -> Option<()> {
    let span = raw.id.span();
    let id = raw.id.into_inner();
    let by_base = match (raw.values, raw.by_base) {
        (Some(same), None) => vec![same; BASES],
        (None, Some(by_base)) if by_base.len() == BASES => by_base,
        _ => {
            report.say(
                span,
                &format!("`{id}` wants either `values` or `by_base` with {BASES} lists"),
            );
            return None;
        }
    };
    let is_split = ["types", "age_", "minors_", "places"]
        .iter()
        .any(|start| id.starts_with(start));
    for list in &by_base {
        if list.len() != raw.keys.len() {
            let message = format!("`{id}` has {} values for {} keys", list.len(), raw.keys.len());
            report.say(span.clone(), &message);
            return None;
        }
        let sum: f64 = list.iter().sum();
        if is_split && (sum - 1.0).abs() > 1e-9 {
            report.say(span.clone(), &format!("the shares of `{id}` make {sum}, not one"));
        }
    }
    let (kind, _) = report.pick(&raw.source.kind, "kind of source", &KINDS)?;
    let confidence = report.pick(&raw.confidence, "confidence", &CONFIDENCES)?;
    let moved_by = raw.moved_by.as_ref().map(Spanned::get_ref);
    if moved_by.is_none() && confidence == "Unverified" {
        report.say(
            span.clone(),
            &format!("nobody published `{id}`: say what assumption it is `moved_by`"),
        );
    }
    if let Some(mover) = moved_by.filter(|mover| assumptions.iter().all(|known| known.id.get_ref() != *mover)) {
        report.say(
            span.clone(),
            &format!("`{id}` is moved by `{mover}`, which is no assumption"),
        );
    }
    let checked = report.day(raw.checked)?;
    let source = report.source(raw.source, kind)?;
    for key in raw.supposed.iter().filter(|key| !raw.keys.contains(key.get_ref())) {
        report.say(key.span(), &format!("`{id}` has no such key"));
    }
    if raw.supposed_in.iter().flatten().any(|base| *base >= BASES) {
        report.say(span, &format!("`{id}` is supposed in a base that does not exist"));
    }
    let is_supposed = |base: usize, key: &String| {
        let there = raw.supposed_in.as_ref().is_none_or(|bases| bases.contains(&base));
        there && raw.supposed.iter().any(|supposed| supposed.get_ref() == key)
    };
    let supposed: Vec<Vec<bool>> = (0..BASES)
        .map(|base| raw.keys.iter().map(|key| is_supposed(base, key)).collect())
        .collect();
    let lists: Vec<String> = by_base.iter().map(|list| numbers(list)).collect();
    let (name, count, lists_of) = (constant(&id), raw.keys.len(), lists.join(", "));
    let _ = if raw.supposed.is_empty() {
        writeln!(
            values,
            "    pub const {name}: [[f64; {count}]; {BASES}] = [{lists_of}];"
        )
    } else {
        writeln!(
            values,
            "    pub const {name}: Partly<{count}> = Partly {{ values: [{lists_of}], supposed: {supposed:?}, is_split: {is_split} }};"
        )
    };
    let _ = writeln!(
        records,
        "Margin {{ id: {id:?}, name: {}, moved_by: {}, keys: &{:?}, supposed: &{:?}, values: [{}], note: {}, cited: Cited {{ source: Source {{ kind: SourceKind::{kind}, title: {:?}, url: {:?} }}, confidence: Confidence::{confidence}, checked: {} }} }},",
        text(&raw.name),
        option(moved_by.map(|mover| format!("{mover:?}"))),
        raw.keys,
        raw.supposed.iter().map(Spanned::get_ref).collect::<Vec<_>>(),
        lists
            .iter()
            .map(|list| format!("&{list}"))
            .collect::<Vec<_>>()
            .join(", "),
        option(raw.note.as_ref().map(text)),
        source.title,
        source.url,
        day(checked),
    );
    Some(())
}

fn write_assumptions(all: &[Assumption], report: &mut Report<'_>, code: &mut String) {
    let (mut fields, mut defaults, mut places, mut records) =
        (String::new(), String::new(), String::new(), String::new());
    for assumption in all {
        let Assumption { value, low, high, .. } = *assumption;
        let id = assumption.id.get_ref();
        if !(low <= value && value <= high && low < high) {
            report.say(assumption.id.span(), &format!("`{id}` is not inside its range"));
        }
        let _ = writeln!(fields, "    /// {}.\n    pub {id}: f64,", assumption.name.en);
        let _ = write!(defaults, "{id}: {value:?}, ");
        let _ = writeln!(places, "            {id:?} => Some(&mut self.{id}),");
        let _ = writeln!(
            records,
            "Assumption {{ id: {id:?}, name: {}, value: {value:?}, low: {low:?}, high: {high:?}, why: {} }},",
            text(&assumption.name),
            text(&assumption.why),
        );
    }
    let _ = write!(
        code,
        "/// What no source gives; each may be moved within the range of its [`Assumption`].\n#[derive(Clone, Copy, Debug, PartialEq)]\npub struct Assumptions {{\n{fields}}}\n\
         impl Default for Assumptions {{\n    fn default() -> Self {{\n        Self {{ {defaults}}}\n    }}\n}}\n\
         impl Assumptions {{\n    pub(in crate::population) fn place(&mut self, id: &str) -> Option<&mut f64> {{\n        match id {{\n{places}            _ => None,\n        }}\n    }}\n}}\n\
         /// Every assumption.\npub static ASSUMPTIONS: &[Assumption] = &[\n{records}];\n"
    );
}

fn write_board(board: Board, report: &mut Report<'_>, code: &mut String) {
    code.push_str("pub(in crate::population) mod targets {\n    use super::{Published, Target, Text};\n");
    for target in board.target {
        let id = target.id.get_ref();
        let Some((kind, _)) = report.pick(&target.source.kind, "kind of source", &KINDS) else {
            continue;
        };
        let Some(source) = report.source(target.source, kind) else {
            continue;
        };
        if target.by_base.len() != BASES {
            report.say(
                target.id.span(),
                &format!("`{id}` wants {BASES} targets, `none` included"),
            );
        }
        let mut wanted = Vec::new();
        for value in &target.by_base {
            wanted.push(match value {
                Wanted::Number(number) => format!("Some({number:?})"),
                Wanted::Nothing(word) if word == "none" => "None".to_owned(),
                Wanted::Nothing(word) => {
                    report.say(target.id.span(), &format!("`{word}` is neither a number nor `none`"));
                    continue;
                }
            });
        }
        let _ = writeln!(
            code,
            "    pub const {}: Target = Target {{ id: {id:?}, name: {}, unit: {:?}, wanted: [{}], tolerance: {:?}, relative: {}, note: {}, source: Some(Published {{ title: {:?}, url: {:?} }}) }};",
            constant(id),
            text(&target.name),
            target.unit,
            wanted.join(", "),
            target.tolerance,
            target.relative,
            option(target.note.as_ref().map(text)),
            source.title,
            source.url,
        );
    }
    for held in board.held_back {
        let _ = writeln!(
            code,
            "    pub const {}: Target = Target {{ id: {:?}, name: {}, unit: {:?}, wanted: [None; {BASES}], tolerance: 0.0, relative: false, note: None, source: None }};",
            constant(&held.id),
            held.id,
            text(&held.name),
            held.unit,
        );
    }
    code.push_str("}\n");
}
