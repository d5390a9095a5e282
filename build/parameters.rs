//! Reads and checks the dated values: `src/law/*.toml` and `src/benefits/*/*.toml`.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::units::{Day, Month};

/// The first and last months the registry must answer for.
pub const COVERAGE: (Month, Month) = (Month::new(2009, 6), Month::new(2026, 12));

/// A name in the files and what it stands for.
type Named<T> = (&'static str, T);

/// Units: the variant, and the digits kept after the decimal point.
pub const UNITS: [Named<(&str, usize)>; 10] = [
    ("EUR", ("Euro", 2)),
    ("EUR/hour", ("EuroPerHour", 2)),
    ("EUR/day", ("EuroPerDay", 2)),
    ("EUR/month", ("EuroPerMonth", 2)),
    ("EUR/year", ("EuroPerYear", 2)),
    ("ratio", ("Ratio", 6)),
    ("years", ("Years", 0)),
    ("months", ("Months", 0)),
    ("hours", ("Hours", 0)),
    ("persons", ("Persons", 0)),
];

/// How sure a value is: the variant.
pub const CONFIDENCES: [Named<&str>; 6] = [
    ("law", "Law"),
    ("official", "Official"),
    ("press", "Press"),
    ("secondary", "Secondary"),
    ("derived", "Derived"),
    ("unverified", "Unverified"),
];

/// Kinds of source: the variant, and whether it is a text that takes effect near its publication.
pub const KINDS: [Named<(&str, bool)>; 11] = [
    ("loi", ("Loi", true)),
    ("ordonnance", ("Ordonnance", true)),
    ("decret", ("Decret", true)),
    ("arrete", ("Arrete", true)),
    ("code", ("Code", true)),
    ("circulaire", ("Circulaire", true)),
    ("avis", ("Avis", true)),
    ("official_page", ("OfficialPage", false)),
    ("press", ("Press", false)),
    ("secondary", ("Secondary", false)),
    ("computed", ("Computed", false)),
];

/// A checked parameter, ready to be written as a table.
pub struct Parameter {
    pub id: String,
    pub unit: &'static str,
    pub label: Text,
    pub note: Option<Text>,
    pub article: String,
    pub until: Option<Month>,
    pub values: Vec<Value>,
}

/// A checked dated value; `scaled` is in cents, millionths or units, `None` for a repeal.
pub struct Value {
    pub from: Day,
    pub scaled: Option<i32>,
    pub published: Option<Day>,
    pub checked: Day,
    pub confidence: &'static str,
    pub source: Source,
}

/// A checked source; the address is empty when the file says why there is none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    pub kind: &'static str,
    pub title: String,
    pub url: String,
}

/// A text in the two languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub fr: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    parameter: Vec<RawParameter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParameter {
    id: Spanned<String>,
    unit: Spanned<String>,
    label: Text,
    note: Option<Text>,
    article: Option<String>,
    since: Option<Spanned<String>>,
    until: Option<Spanned<String>>,
    value: Vec<RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawValue {
    from: Spanned<String>,
    value: Spanned<String>,
    published: Option<Spanned<String>>,
    checked: Spanned<String>,
    confidence: Spanned<String>,
    source: RawSource,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub kind: Spanned<String>,
    title: Spanned<String>,
    url: Option<Spanned<String>>,
    no_url: Option<String>,
}

/// Reads every file of values among `files` (path → text); parameters come back in the order of their ids.
///
/// # Errors
/// All problems found, each as `file:line: what is wrong`.
pub fn read_all(files: &BTreeMap<String, String>) -> Result<Vec<Parameter>, Vec<String>> {
    let mut parameters: BTreeMap<String, Parameter> = BTreeMap::new();
    let mut problems = Vec::new();
    for (path, text) in files {
        if !is_values(path) {
            continue;
        }
        for parameter in read(path, text, &mut problems) {
            let id = parameter.id.clone();
            if parameters.insert(id.clone(), parameter).is_some() {
                problems.push(format!("{path}: the parameter `{id}` is defined twice: keep one"));
            }
        }
    }
    if problems.is_empty() {
        Ok(parameters.into_values().collect())
    } else {
        Err(problems)
    }
}

fn is_values(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    path.ends_with(".toml") && matches!(parts.as_slice(), ["src", "law", _] | ["src", "benefits", _, _])
}

/// Reads one file; what is wrong with it is added to `problems`.
pub fn read(path: &str, text: &str, problems: &mut Vec<String>) -> Vec<Parameter> {
    let mut report = Report { path, text, problems };
    match toml::from_str::<RawFile>(text) {
        Ok(file) => file
            .parameter
            .into_iter()
            .filter_map(|raw| report.parameter(raw))
            .collect(),
        Err(error) => {
            report.say(error.span().unwrap_or(0..0), error.message());
            Vec::new()
        }
    }
}

pub struct Report<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub problems: &'a mut Vec<String>,
}

impl Report<'_> {
    pub fn say(&mut self, span: Range<usize>, message: &str) {
        let before = self.text.as_bytes().iter().take(span.start);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        self.problems.push(format!("{}:{line}: {message}", self.path));
    }

    fn parameter(&mut self, raw: RawParameter) -> Option<Parameter> {
        let span = raw.id.span();
        let id = raw.id.into_inner();
        if !is_id(&id) {
            self.say(
                span.clone(),
                &format!("`{id}` is not an id: write it like `rsa.montant_de_base`"),
            );
        }
        let (unit, decimals) = self.pick(&raw.unit, "unit", &UNITS)?;
        for text in [Some(&raw.label), raw.note.as_ref()].into_iter().flatten() {
            if text.fr.trim().is_empty() || text.en.trim().is_empty() {
                self.say(
                    span.clone(),
                    &format!("`{id}` has an empty text: write it in French and in English"),
                );
            }
        }
        let values: Option<Vec<Value>> = raw.value.into_iter().map(|value| self.value(value, decimals)).collect();
        let values = values?;
        for (earlier, later) in values.iter().zip(values.iter().skip(1)) {
            if later.from <= earlier.from {
                let message = format!(
                    "`{id}`: {} comes after {}: sort the values, one a day",
                    later.from, earlier.from
                );
                self.say(span.clone(), &message);
            }
        }
        let since = self.month(raw.since)?;
        let until = self.month(raw.until)?;
        self.coverage(span, &id, &values, since);
        let article = raw.article.unwrap_or_default();
        Some(Parameter {
            id,
            unit,
            label: raw.label,
            note: raw.note,
            article,
            until,
            values,
        })
    }

    /// Values that start after the registry does must say so (`since`): a lost first value cannot pass for a late start.
    fn coverage(&mut self, span: Range<usize>, id: &str, values: &[Value], since: Option<Month>) {
        let Some(first) = values.first() else {
            return self.say(span, &format!("`{id}` has no value"));
        };
        match since {
            None if first.from > COVERAGE.0.first_day() => {
                self.say(
                    span,
                    &format!(
                        "`{id}` starts on {}: say it with `since`, or give earlier values",
                        first.from
                    ),
                );
            }
            Some(since) if since != first.from.month() => {
                self.say(
                    span,
                    &format!("`{id}` starts on {}, not in {since}: correct `since`", first.from),
                );
            }
            _ => {}
        }
    }

    fn value(&mut self, raw: RawValue, decimals: usize) -> Option<Value> {
        let span = raw.from.span();
        let from = self.day(raw.from)?;
        let published = match raw.published {
            Some(text) => Some(self.day(text)?),
            None => None,
        };
        let scaled = match raw.value.get_ref().as_str() {
            "none" => None,
            text => match scaled(text, decimals).and_then(|number| short(text, number)) {
                Ok(number) => Some(number),
                Err(message) => {
                    self.say(raw.value.span(), &message);
                    return None;
                }
            },
        };
        let checked_span = raw.checked.span();
        let checked = self.day(raw.checked)?;
        if published.is_some_and(|day| checked < day) {
            self.say(checked_span, "checked before it was published");
        }
        let confidence = self.pick(&raw.confidence, "confidence", &CONFIDENCES)?;
        let (kind, prompt) = self.pick(&raw.source.kind, "kind of source", &KINDS)?;
        let source = self.source(raw.source, kind)?;
        let late = published.is_some_and(|day| day.month().since(from.month()) > 12);
        if late && prompt {
            self.say(
                span,
                "published more than a year after taking effect: check the two dates",
            );
        }
        Some(Value {
            from,
            scaled,
            published,
            checked,
            confidence,
            source,
        })
    }

    pub fn source(&mut self, raw: RawSource, kind: &'static str) -> Option<Source> {
        let span = raw.title.span();
        let title = raw.title.into_inner();
        if title.trim().is_empty() {
            self.say(span.clone(), "a source without a title");
        }
        let url = match (raw.url, raw.no_url) {
            (Some(url), None) if url.get_ref().starts_with("https://") => url.into_inner(),
            (Some(url), None) => {
                self.say(url.span(), &format!("`{}` is not an https address", url.get_ref()));
                return None;
            }
            (None, Some(reason)) if !reason.trim().is_empty() => String::new(),
            _ => {
                self.say(
                    span,
                    "give the `url` of the source, or `no_url` with the reason why there is none",
                );
                return None;
            }
        };
        Some(Source { kind, title, url })
    }

    pub fn day(&mut self, text: Spanned<String>) -> Option<Day> {
        let day = Day::parse(text.get_ref())
            .map_err(|error| self.say(text.span(), &format!("`{}`: {error}", text.get_ref())))
            .ok()?;
        if (1900..2070).contains(&day.month().year()) {
            return Some(day);
        }
        let message = format!("`{day}` is before 1900 or after 2069, which dated values cannot hold");
        self.say(text.span(), &message);
        None
    }

    /// `Some(None)` when the key is absent, `None` when it is wrong.
    fn month(&mut self, text: Option<Spanned<String>>) -> Option<Option<Month>> {
        let Some(text) = text else { return Some(None) };
        match Month::parse(text.get_ref()) {
            Ok(month) => Some(Some(month)),
            Err(error) => {
                self.say(text.span(), &format!("`{}`: {error}", text.get_ref()));
                None
            }
        }
    }

    pub fn pick<T: Copy>(&mut self, text: &Spanned<String>, what: &str, known: &[Named<T>]) -> Option<T> {
        let found = known.iter().find(|(name, _)| name == text.get_ref());
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let message = format!("`{}` is not a {what}: one of {}", text.get_ref(), names.join(", "));
            self.say(text.span(), &message);
        }
        found.map(|(_, meaning)| *meaning)
    }
}

fn is_id(id: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    id.split_once('.')
        .is_some_and(|(benefit, name)| word(benefit) && word(name))
}

/// Values are kept in four bytes: there are hundreds.
fn short(text: &str, scaled: i64) -> Result<i32, String> {
    i32::try_from(scaled).map_err(|_| format!("`{text}` is too large for a dated value"))
}

/// `text` × 10^`decimals`, exactly.
pub fn scaled(text: &str, decimals: usize) -> Result<i64, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
        return Err(format!(
            "`{text}` is not a number: write it like `646.52`, or `none` for a repeal"
        ));
    }
    if fraction.len() > decimals {
        return Err(format!(
            "`{text}` has more than {decimals} decimals, too many for its unit"
        ));
    }
    format!("{whole}{fraction:0<width$}", width = decimals)
        .parse()
        .map_err(|_| format!("`{text}` is too large"))
}
