//! Compiles the published tables of `src/spending/tables` into Rust, after checking them: a missing source, an unknown
//! series or a figure that does not recompose its total fails the build with the file and the line.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::parameters::{CONFIDENCES, KINDS, RawSource, Report, Text, scaled};
use super::tables::{day, kept, option, text};

/// The tables of cells, in the order in which they are shown.
const TABLES: [&str; 4] = ["deciles", "household_types", "places", "tenure_by_fifth"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Headings {
    heading: Vec<Heading>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    key: Spanned<String>,
    plus: Vec<String>,
    #[serde(default)]
    minus: Vec<String>,
    #[serde(default)]
    minus_if_published: Vec<String>,
    posts: Vec<String>,
    index: Option<String>,
    name: Text,
    remark: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: Spanned<String>,
    year: u16,
    name: Text,
    field: Text,
    confidence: Spanned<String>,
    checked: Spanned<String>,
    source: RawSource,
    column: Vec<Column>,
    values: BTreeMap<String, Spanned<Vec<i64>>>,
    #[serde(default)]
    row_check: Vec<Spanned<RowCheck>>,
    #[serde(default)]
    recomposition: Vec<Spanned<Recomposition>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    key: String,
    name: Text,
}

/// A published total against its published parts, column by column.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowCheck {
    total: String,
    parts: Vec<String>,
    /// Euros: published parts are rounded one by one.
    tolerance: i64,
}

/// Weighted cells against the plain mean of cells, here or in another table, code by code.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recomposition {
    codes: Vec<String>,
    /// Column and share of households, per mille.
    parts: Vec<(String, i64)>,
    /// Table and column.
    equals: Vec<(String, String)>,
    /// Of the value; one euro of rounding is allowed besides.
    tolerance_per_mille: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prices {
    confidence: Spanned<String>,
    checked: Spanned<String>,
    source: RawSource,
    series: Vec<Series>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Series {
    key: String,
    name: Text,
    index: BTreeMap<String, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Living {
    year: Vec<LivingYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LivingYear {
    year: Spanned<u16>,
    bounds: BTreeMap<String, i64>,
    published: Vec<String>,
    confidence: Spanned<String>,
    checked: Spanned<String>,
    source: RawSource,
}

/// Checks the tables among `files` (path → text) and returns the Rust text of their constants.
///
/// # Errors
/// All problems found, each as `file:line: what is wrong`.
pub fn compile(files: &BTreeMap<String, String>) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let code = write_all(files, &mut problems);
    match code {
        Some(code) if problems.is_empty() => Ok(code),
        _ => Err(problems),
    }
}

fn write_all(files: &BTreeMap<String, String>, problems: &mut Vec<String>) -> Option<String> {
    let mut code = String::new();
    let (prices, mut report) = open::<Prices>(files, "prices", problems)?;
    let series: Vec<String> = prices.series.iter().map(|series| series.key.clone()).collect();
    write_prices(prices, &mut report, &mut code)?;
    let (living, mut report) = open::<Living>(files, "standards_of_living", problems)?;
    write_living(living, &mut report, &mut code)?;
    let (headings, mut report) = open::<Headings>(files, "headings", problems)?;
    write_headings(&headings.heading, &series, &mut report, &mut code)?;
    let mut tables = Vec::new();
    for stem in TABLES {
        tables.push(open::<Table>(files, stem, problems)?.0);
    }
    for (stem, table) in TABLES.iter().zip(&tables) {
        check_table(table, &tables, &mut reporter(files, stem, problems)?);
    }
    code.push_str("pub static TABLES: &[Table] = &[\n");
    for (stem, table) in TABLES.iter().zip(tables) {
        write_table(
            table,
            &headings.heading,
            &mut reporter(files, stem, problems)?,
            &mut code,
        )?;
    }
    code.push_str("];\n");
    Some(code)
}

fn reporter<'a>(files: &'a BTreeMap<String, String>, stem: &str, problems: &'a mut Vec<String>) -> Option<Report<'a>> {
    let path = format!("src/spending/tables/{stem}.toml");
    match files.get_key_value(&path) {
        Some((path, text)) => Some(Report { path, text, problems }),
        None => {
            problems.push(format!("{path}: the file is missing"));
            None
        }
    }
}

fn open<'a, T: Deserialize<'a>>(
    files: &'a BTreeMap<String, String>,
    stem: &str,
    problems: &'a mut Vec<String>,
) -> Option<(T, Report<'a>)> {
    let mut report = reporter(files, stem, problems)?;
    match toml::from_str(report.text) {
        Ok(table) => Some((table, report)),
        Err(error) => {
            report.say(error.span().unwrap_or(0..0), error.message());
            None
        }
    }
}

/// The Rust text of a source with its confidence and the day it was last checked.
fn cited(
    report: &mut Report<'_>,
    confidence: &Spanned<String>,
    checked: Spanned<String>,
    source: RawSource,
) -> Option<String> {
    let confidence = report.pick(confidence, "confidence", &CONFIDENCES)?;
    let checked = report.day(checked)?;
    let (kind, _) = report.pick(&source.kind, "kind of source", &KINDS)?;
    let source = report.source(source, kind)?;
    Some(format!(
        "Cited {{ source: Source {{ kind: SourceKind::{kind}, title: {:?}, url: {:?} }}, confidence: Confidence::{confidence}, checked: {} }}",
        kept(&source.title),
        kept(&source.url),
        day(checked)
    ))
}

fn write_headings(headings: &[Heading], series: &[String], report: &mut Report<'_>, code: &mut String) -> Option<()> {
    let _ = writeln!(
        code,
        "/// Every heading of the tables.\npub static HEADINGS: [Heading; {}] = [",
        headings.len()
    );
    for heading in headings {
        let key = heading.key.get_ref();
        if heading.plus.is_empty() || heading.posts.is_empty() {
            report.say(
                heading.key.span(),
                &format!("`{key}` needs at least one code in `plus` and one post"),
            );
        }
        let prices = match &heading.index {
            None => None,
            Some(name) => match series.iter().position(|known| known == name) {
                Some(place) => Some(format!("&SERIES[{place}]")),
                None => {
                    report.say(
                        heading.key.span(),
                        &format!("`{key}`: `{name}` is not a series of prices.toml"),
                    );
                    return None;
                }
            },
        };
        let mut codes = heading.plus.join(" + ");
        for minus in heading.minus.iter().chain(&heading.minus_if_published) {
            let _ = write!(codes, " - {minus}");
        }
        // The compiler refuses an unknown post.
        let posts: Vec<String> = heading
            .posts
            .iter()
            .map(|post| format!("Post::{}", variant(post)))
            .collect();
        let _ = writeln!(
            code,
            "Heading {{ key: {key:?}, codes: {:?}, posts: &[{}], name: {}, remark: {}, prices: {} }},",
            kept(&codes),
            posts.join(", "),
            text(&heading.name),
            option(heading.remark.as_ref().map(text)),
            option(prices),
        );
    }
    code.push_str("];\n");
    Some(())
}

/// `fixed_internet` → `FixedInternet`.
fn variant(key: &str) -> String {
    let capital = |word: &str| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_uppercase() + rest,
        None => String::new(),
    };
    key.split('_').map(capital).collect()
}

fn check_table(table: &Table, all: &[Table], report: &mut Report<'_>) {
    for (code, values) in &table.values {
        let (found, wanted) = (values.get_ref().len(), table.column.len());
        if found != wanted {
            report.say(
                values.span(),
                &format!("code {code} has {found} values for {wanted} columns"),
            );
        }
    }
    let mut failed = |span: Range<usize>, outcome: Result<(), String>| {
        if let Err(message) = outcome {
            report.say(span, &message);
        }
    };
    for check in &table.row_check {
        failed(check.span(), check_rows(table, check.get_ref()));
    }
    for check in &table.recomposition {
        failed(check.span(), recompose(table, check.get_ref(), all));
    }
}

fn check_rows(table: &Table, check: &RowCheck) -> Result<(), String> {
    for column in &table.column {
        let whole = value(table, &check.total, &column.key)?;
        let mut sum = 0;
        for part in &check.parts {
            sum += value(table, part, &column.key)?;
        }
        if (whole - sum).abs() > check.tolerance {
            return Err(format!(
                "in {}, the parts of {} make {sum}, the total is {whole}",
                column.key, check.total
            ));
        }
    }
    Ok(())
}

fn recompose(table: &Table, check: &Recomposition, all: &[Table]) -> Result<(), String> {
    let shares: i64 = check.parts.iter().map(|(_, share)| share).sum();
    if shares != 1000 {
        return Err(format!("the shares make {shares} per mille"));
    }
    let count = i64::try_from(check.equals.len()).map_err(|error| error.to_string())?;
    for code in &check.codes {
        let mut sum = 0; // thousandths of a euro
        for (column, share) in &check.parts {
            sum += value(table, code, column)? * share;
        }
        let mut whole = 0;
        for (id, column) in &check.equals {
            let other = all.iter().find(|other| other.id.get_ref() == id);
            whole += value(other.ok_or_else(|| format!("no table `{id}`"))?, code, column)?;
        }
        if (sum * count - whole * 1000).abs() > whole * check.tolerance_per_mille + 1000 * count {
            return Err(format!(
                "code {code} recomposes to {sum} thousandths of a euro, published {}",
                whole * 1000 / count
            ));
        }
    }
    Ok(())
}

fn value(table: &Table, code: &str, column: &str) -> Result<i64, String> {
    let place = table.column.iter().position(|known| known.key == column);
    let row = table.values.get(code).map(Spanned::get_ref);
    let found = row.zip(place).and_then(|(row, place)| row.get(place)).copied();
    found.ok_or_else(|| format!("no value for code {code} in column {column}"))
}

fn write_table(table: Table, headings: &[Heading], report: &mut Report<'_>, code: &mut String) -> Option<()> {
    let mut cells = String::new();
    for column in &table.column {
        if let Err(message) = write_cell(&table, column, headings, &mut cells) {
            report.say(table.id.span(), &message);
        }
    }
    let _ = writeln!(
        code,
        "Table {{ id: {:?}, year: {}, name: {}, field: {}, cited: {}, cells: &[\n{cells}] }},",
        table.id.get_ref(),
        table.year,
        text(&table.name),
        text(&table.field),
        cited(report, &table.confidence, table.checked, table.source)?,
    );
    Some(())
}

fn write_cell(table: &Table, column: &Column, headings: &[Heading], code: &mut String) -> Result<(), String> {
    let total = value(table, "00", &column.key)?;
    let _ = writeln!(
        code,
        "Cell {{ key: {:?}, name: {}, consumption: Cents::new({}), amounts: &[",
        column.key,
        text(&column.name),
        total * 100
    );
    for (place, heading) in headings.iter().enumerate() {
        let sum = |codes: &[String]| {
            codes
                .iter()
                .map(|code| value(table, code, &column.key))
                .sum::<Result<i64, _>>()
        };
        let (Ok(plus), Ok(minus)) = (sum(&heading.plus), sum(&heading.minus)) else {
            continue; // not published in this table
        };
        let amount = plus - minus - sum(&heading.minus_if_published).unwrap_or(0);
        if amount < 0 {
            return Err(format!("`{}` is negative in {}", heading.key.get_ref(), column.key));
        }
        let _ = writeln!(code, "(&HEADINGS[{place}], Cents::new({})),", amount * 100);
    }
    code.push_str("] },\n");
    Ok(())
}

fn write_prices(prices: Prices, report: &mut Report<'_>, code: &mut String) -> Option<()> {
    let source = cited(report, &prices.confidence, prices.checked, prices.source)?;
    let _ = writeln!(
        code,
        "/// Where the price series come from.\npub static PRICES_SOURCE: Cited = {source};\n/// Every price index.\npub static SERIES: [Series; {}] = [",
        prices.series.len()
    );
    for series in &prices.series {
        let _ = writeln!(
            code,
            "Series {{ key: {:?}, name: {}, tenths: &[",
            series.key,
            text(&series.name)
        );
        for (year, level) in &series.index {
            match (year.parse::<u16>(), scaled(level.get_ref(), 1)) {
                (Ok(year), Ok(tenths)) if tenths > 0 => {
                    let _ = write!(code, "({year}, {tenths}), ");
                }
                _ => report.say(level.span(), "an index is written like `2014 = \"104.3\"`"),
            }
        }
        code.push_str("] },\n");
    }
    code.push_str("];\n");
    Some(())
}

fn write_living(living: Living, report: &mut Report<'_>, code: &mut String) -> Option<()> {
    code.push_str("/// Every year whose tenths are known.\npub static STANDARDS_OF_LIVING: &[Year] = &[\n");
    let mut last_year = 0;
    for entry in living.year {
        let (span, year) = (entry.year.span(), entry.year.into_inner());
        if year <= last_year {
            report.say(span.clone(), "the years are not in order");
        }
        last_year = year;
        if let Some(name) = entry.published.iter().find(|name| !entry.bounds.contains_key(*name)) {
            report.say(
                span.clone(),
                &format!("`{name}` is said to be published but has no value"),
            );
        }
        let source = cited(report, &entry.confidence, entry.checked, entry.source)?;
        let _ = writeln!(code, "Year {{ year: {year}, cited: {source}, bounds: &[");
        let mut below = 0;
        for (name, euros) in &entry.bounds {
            let rank = name
                .strip_prefix('D')
                .and_then(|rank| rank.parse().ok())
                .filter(|rank| (1..=9).contains(rank));
            let Some(rank): Option<u8> = rank else {
                report.say(span.clone(), &format!("`{name}` is not a bound: write D1 to D9"));
                continue;
            };
            if *euros <= below {
                report.say(span.clone(), &format!("{name} is not above the bound before it"));
            }
            below = *euros;
            let published = entry.published.contains(name);
            let _ = writeln!(
                code,
                "Bound {{ rank: {rank}, amount: Cents::new({}), published: {published} }},",
                euros * 100
            );
        }
        code.push_str("] },\n");
    }
    code.push_str("];\n");
    Some(())
}
