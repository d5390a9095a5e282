//! What can be asked of the program.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use tarif_social::api::Detail;
use tarif_social::explain::Language;
use tarif_social::population::Base;
use tarif_social::units::{Day, Month};

const EXIT_CODES: &str = "\
Exit codes:
  0  answered
  1  something in what was given is to be corrected (a problem in a request, a mistake in a regime) or was not
     found (a value that does not exist at that date); the output says what
  2  an argument or a file cannot be used
  3  the output cannot be written";

/// Who is entitled to an internet social tariff in France, since 2009, and why.
#[derive(Parser)]
#[command(name = "tarif-social", version, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Check(Check),
    Explain(Explain),
    Params(Params),
    Catalogue(Catalogue),
    #[command(subcommand)]
    Regimes(Regimes),
    Schema(Schema),
    /// Print the rules over the answers of the widget, as a JavaScript module.
    #[command(hide = true)]
    Lower,
    Compare(Compare),
    Threshold(Threshold),
    #[command(subcommand)]
    Population(Populations),
}

/// Look at a household: verdict of each regime, price and saving, RSA, constrained spending, what is still missing.
///
/// The request is JSON (`tarif-social schema request`), or a file kept from the page. A request without
/// `month` is looked at in the current month.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social check household.json
  tarif-social check --language en < household.json
  tarif-social check --json household.json
  tarif-social check --jsonl households.jsonl > answers.jsonl
  tarif-social check --jsonl --detail verdicts households.jsonl > verdicts.jsonl

With --jsonl, blank lines included, each line is a request and gets one line of answer, at the same place. A line
that cannot be read is answered by a problem, and the run goes on; the exit code is then 1.")]
pub struct Check {
    /// File with the request; standard input when left out or `-`
    pub file: Option<PathBuf>,
    /// Print the answer as JSON
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,
    /// With --json, everything on one line
    #[arg(long, requires = "json")]
    pub compact: bool,
    /// Read one request a line, print one answer a line
    #[arg(long)]
    pub jsonl: bool,
    /// How much of the answer, whatever the request says: all of it, or only verdicts, for thousands of households
    #[arg(long, value_parser = detail, value_name = "full|verdicts")]
    pub detail: Option<Detail>,
    #[command(flatten)]
    pub reading: Reading,
}

/// Show every step behind the answer, with its article and the dated values it used.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social explain household.json
  tarif-social explain --register adviser --language en household.json")]
pub struct Explain {
    /// File with the request; standard input when left out or `-`
    pub file: Option<PathBuf>,
    /// For whom the sentences are
    #[arg(long, value_enum, default_value_t = Register::Citizen)]
    pub register: Register,
    #[command(flatten)]
    pub reading: Reading,
}

/// How requests are read.
#[derive(Args)]
pub struct Reading {
    /// Language of the answer, whatever the request says
    #[arg(long, value_parser = language, value_name = "fr|en")]
    pub language: Option<Language>,
    /// Day taken as today, when a request has no month; the machine's clock when left out
    #[arg(long, value_parser = day, value_name = "YYYY-MM-DD")]
    pub today: Option<Day>,
}

/// For whom sentences are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Register {
    /// Somebody who asks for herself
    Citizen,
    /// Somebody who checks: articles, values, dates and sources
    Adviser,
}

/// Show dated values with their sources: all of them, or those of an id, through time or at a month.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social params
  tarif-social params rsa.montant_de_base
  tarif-social params rsa --at 2014-11 --language en
  tarif-social params rsa.montant_de_base --at 2022-07 --known-on 2022-07-31
  tarif-social params --csv > values.csv

CSV has commas between fields and points in numbers.")]
pub struct Params {
    /// Id of a value (`rsa.montant_de_base`) or what several begin with (`rsa`)
    pub id: Option<String>,
    /// Only what is in force in this month
    #[arg(long, value_parser = month, value_name = "YYYY-MM")]
    pub at: Option<Month>,
    /// As somebody knew it on this day: what was published later is left out
    #[arg(long, requires = "at", value_parser = day, value_name = "YYYY-MM-DD")]
    pub known_on: Option<Day>,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print CSV
    #[arg(long)]
    pub csv: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Regimes: list them, show one, check a file.
#[derive(Subcommand)]
#[command(after_help = "\
Examples:
  tarif-social regimes list
  tarif-social regimes show R5
  tarif-social regimes lint regime.toml")]
pub enum Regimes {
    List(List),
    Show(Show),
    Lint(Lint),
}

/// List the built-in regimes.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social regimes list
  tarif-social regimes list --json --language en")]
pub struct List {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Show one built-in regime: who, which price, who pays, doubts, sources.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social regimes show R1
  tarif-social regimes show R15b --json > my-regime.json

The JSON is the regime itself, ready to be edited, checked with `lint` and sent in `own_regimes` of a request.")]
pub struct Show {
    /// Id of the regime: R1 to R21, with a letter for a variant
    pub id: String,
    /// Print the regime itself, as JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Check a regime file: what can never hold, bands with a hole, cliffs, units that do not compare, missing sources.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social regimes lint regime.toml
  tarif-social regimes lint --language en regime.json

A file ending in `.json` is read as JSON (a regime or a list of them), any other as TOML. Cliffs are notes: they may
be wanted. Anything else is a mistake, and ends with exit code 1.")]
pub struct Lint {
    /// File with the regime
    pub file: PathBuf,
    #[command(flatten)]
    pub words: Words,
}

/// Compare regimes over simulated households, or one's own: who is covered, who is left out, what it costs and who pays.
///
/// Households are simulated, drawn to match published totals: no real household is in it. The intervals are those of the
/// drawing and of other hypotheses on incomes and tenure, together. With --households they are the rows of a CSV file, in
/// the columns of `tarif-social population columns`; a row that cannot be used is told with its line and the reason, and
/// ends with exit code 1.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social compare --size 10000
  tarif-social compare --regimes R1,R3,R14 --base pays-de-la-loire-2022 --size 10000 --language en
  tarif-social compare --regimes R6 --size 10000 --assume income_shift=-0.05 --json > comparison.json
  tarif-social compare --size 10000 --csv > comparison.csv
  tarif-social compare --households households.csv --month 2022-10

The same seed gives the same figures, whatever the workers. CSV in French has a semicolon between fields and a decimal
comma; in English, a comma and a point. `tarif-social population describe` lists the assumptions.")]
pub struct Compare {
    /// Regimes, by id; R1, R3, R5, R6, R9, R14, R15 and R20 when left out
    #[arg(long, value_delimiter = ',', value_name = "ID,…")]
    pub regimes: Vec<String>,
    /// File with regimes of one's own, in TOML or JSON; may be given several times
    #[arg(long, value_name = "FILE")]
    pub regime_file: Vec<PathBuf>,
    /// Month whose law is applied; October of the year of the incomes when left out
    #[arg(long, value_parser = month, value_name = "YYYY-MM")]
    pub month: Option<Month>,
    /// CSV file of one's own households, `-` for standard input, instead of simulated ones; the current month when none is given
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "size", "seed", "assume", "workers", "no_hypotheses"])]
    pub households: Option<PathBuf>,
    /// Leave out the other hypotheses: quicker, intervals of the drawing alone
    #[arg(long)]
    pub no_hypotheses: bool,
    #[command(flatten)]
    pub population: Population,
    /// Print JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print CSV, one figure a line
    #[arg(long)]
    pub csv: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Move the threshold of regimes over simulated households, or one's own: the best for a budget, the cheapest that entitles so
/// many of the poor, the frontier between cost and coverage.
///
/// Households are sorted by the threshold that lets them in: the answer is exact on them, over every threshold, under the
/// three levels of take-up of each regime. A regime whose criterion is one amount under a limit has a threshold; any other
/// stays as it is, and no threshold goes beyond what the bands of its tariff serve. Covered means entitled: only costs suppose
/// a take-up, and the text gives them at full take-up too. What covers too few households to be shown is not. Intervals are those of `compare`: of the best threshold
/// found elsewhere, or of what a chosen one does there. With --households, rows are read as for `compare`, and
/// households of which it cannot be told from which threshold they are in are counted apart.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social threshold R6 --budget 100
  tarif-social threshold R6,R9,R14 --cover 60 --size 10000 --language en
  tarif-social threshold R14 --budget 10 --base pays-de-la-loire-2022 --json
  tarif-social threshold R6 --budget 0.001 --households households.csv --month 2022-10")]
pub struct Threshold {
    /// Regimes, by id
    #[arg(value_delimiter = ',', required = true, value_name = "ID,…")]
    pub regimes: Vec<String>,
    /// Budget, in millions of euros a year, at most 100000
    #[arg(long, value_parser = budget, value_name = "MILLIONS", allow_hyphen_values = true)]
    pub budget: Option<f64>,
    /// Share of poor households to entitle, in percent
    #[arg(long, value_parser = percent, value_name = "PERCENT", allow_hyphen_values = true)]
    pub cover: Option<f64>,
    /// CSV file of one's own households, as for `compare`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["base", "size", "seed", "assume", "workers", "no_hypotheses"])]
    pub households: Option<PathBuf>,
    /// Leave out the other hypotheses: quicker, intervals of the drawing alone
    #[arg(long)]
    pub no_hypotheses: bool,
    /// Points of the frontier in JSON, at most
    #[arg(long, default_value_t = 200, value_name = "COUNT")]
    pub points: usize,
    /// File with regimes of one's own, in TOML or JSON; may be given several times
    #[arg(long, value_name = "FILE")]
    pub regime_file: Vec<PathBuf>,
    /// Month whose law is applied; October of the year of the incomes when left out
    #[arg(long, value_parser = month, value_name = "YYYY-MM")]
    pub month: Option<Month>,
    #[command(flatten)]
    pub population: Population,
    /// Print JSON, with the frontier of each regime
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Simulated households: draw them, say what they are made of, set them beside published totals.
#[derive(Subcommand)]
#[command(after_help = "\
Examples:
  tarif-social population draw --size 10000
  tarif-social population describe --language en")]
pub enum Populations {
    Draw(Draw),
    Describe(Describe),
    Validate(Validate),
    Export(Export),
    Columns(Columns),
}

/// Write simulated households as a CSV file, in the columns that `compare --households` reads.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social population export --size 1000 > households.csv
  tarif-social population export --size 1000 --language en --month 2022-10 > households.csv

In French: a semicolon between cells and a decimal comma; in English, a comma and a point. Read again in the same
month, the file gives the figures of the simulated households themselves, with wider intervals.")]
pub struct Export {
    #[command(flatten)]
    pub population: Population,
    /// Month whose law the benefits received follow; October of the year of the incomes when left out
    #[arg(long, value_parser = month, value_name = "YYYY-MM")]
    pub month: Option<Month>,
    #[command(flatten)]
    pub words: Words,
}

/// Show the columns of a CSV file of households: names, what they hold, what an empty cell means.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social population columns
  tarif-social population columns --language en")]
pub struct Columns {
    #[command(flatten)]
    pub words: Words,
}

/// Draw households and show who they are: how many in each group, how many of them poor.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social population draw --size 10000
  tarif-social population draw --base pays-de-la-loire-2022 --size 10000 --json")]
pub struct Draw {
    #[command(flatten)]
    pub population: Population,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Show the published totals and the assumptions a population is drawn from, with their sources and ranges.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social population describe
  tarif-social population describe --base france-2017 --language en")]
pub struct Describe {
    /// Where and when: france-2022, france-2017 or pays-de-la-loire-2022
    #[arg(long, value_parser = crate::compare::base, default_value = "france-2022", value_name = "NAME")]
    pub base: Base,
    #[command(flatten)]
    pub words: Words,
}

/// Set a population beside published totals: target, obtained, tolerance, verdict; then what is held back.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social population validate || test $? = 1
  tarif-social population validate --base france-2017 --json > board.json || test $? = 1

A missed target is said to be missed, and ends with exit code 1.")]
pub struct Validate {
    #[command(flatten)]
    pub population: Population,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Which households are drawn.
#[derive(Args)]
pub struct Population {
    /// Where and when: france-2022, france-2017 or pays-de-la-loire-2022
    #[arg(long, value_parser = crate::compare::base, default_value = "france-2022", value_name = "NAME")]
    pub base: Base,
    /// Households to draw, from 1000 to one for each real one
    #[arg(long, default_value_t = 100_000, value_name = "COUNT")]
    pub size: u64,
    /// What the draw begins with
    #[arg(long, default_value_t = 2014, value_name = "NUMBER")]
    pub seed: u64,
    /// Move an assumption within its range; may be given several times
    #[arg(long, value_parser = assumption, value_name = "NAME=VALUE", allow_hyphen_values = true)]
    pub assume: Vec<(String, f64)>,
    /// Threads at work; one a core when left out
    #[arg(long, value_name = "COUNT")]
    pub workers: Option<NonZero<usize>>,
}

/// Millions of euros a year: as many as no rule could spend.
fn budget(text: &str) -> Result<f64, String> {
    within(text, 100_000.0, "millions of euros from 0 to 100000, like `100`")
}

fn percent(text: &str) -> Result<f64, String> {
    within(text, 100.0, "a percentage from 0 to 100, like `60`")
}

fn within(text: &str, most: f64, what: &str) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok();
    number
        .filter(|number| (0.0..=most).contains(number))
        .ok_or_else(|| format!("write {what}"))
}

fn assumption(text: &str) -> Result<(String, f64), String> {
    let (id, value) = text.split_once('=').ok_or("write it like `income_shift=-0.05`")?;
    let value = value.parse().map_err(|_| format!("`{value}` is not a number"))?;
    Ok((id.to_owned(), value))
}

/// Print the words, articles and sources that answers point at by id, in JSON (`tarif-social schema catalogue`).
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social catalogue > catalogue.json
  tarif-social catalogue --language en")]
pub struct Catalogue {
    #[command(flatten)]
    pub words: Words,
}

/// Print a JSON Schema.
#[derive(Args)]
#[command(after_help = "\
Examples:
  tarif-social schema request
  tarif-social schema answer > answer.schema.json")]
pub struct Schema {
    /// Of what
    #[arg(value_enum)]
    pub of: SchemaOf,
}

/// What has a schema.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// What `check` reads
    Request,
    /// What `check --json` prints
    Answer,
    /// A regime, in a request or in a file
    Regime,
    /// What `catalogue` prints
    Catalogue,
    /// A row of a CSV file of households
    Households,
}

/// How the text is written.
#[derive(Args)]
pub struct Words {
    /// Language of the text
    #[arg(long, value_parser = language, value_name = "fr|en", default_value = "fr")]
    pub language: Language,
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "fr" => Ok(Language::French),
        "en" => Ok(Language::English),
        _ => Err("write `fr` or `en`".to_owned()),
    }
}

fn detail(text: &str) -> Result<Detail, String> {
    match text {
        "full" => Ok(Detail::Full),
        "verdicts" => Ok(Detail::Verdicts),
        _ => Err("write `full` or `verdicts`".to_owned()),
    }
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).map_err(|error| error.to_string())
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).map_err(|error| error.to_string())
}
