//! Households of one's own in CSV: read, told what is wrong with them, written, and their columns.

use std::io::{BufWriter, Read, Write};
use std::path::Path;

use serde_json::{Map, Value, json};
use tarif_social::explain::Language;
use tarif_social::population::own::{
    COLUMNS, Column, ColumnKind, FileFault, FileReport, FileStudy, FileThresholds, header, line, weight_of,
};
use tarif_social::population::{CompareAnswer, Counted, Model, Setting, Source, Thresholds};
use tarif_social::regimes::Regime;
use tarif_social::units::Month;

use crate::arguments::{Columns, Export};
use crate::compare::assumptions;
use crate::fault::{Done, Fault};
use crate::input::{open, unreadable};
use crate::output::print;
use crate::page::{Page, estimate};
use crate::today;

/// Bytes read at once.
const PIECE: usize = 1 << 16;

/// The comparison over a file, under the law of this month when none is given.
pub fn compare(file: &Path, month: Option<Month>, regimes: Vec<&Regime>) -> Result<CompareAnswer, Fault> {
    let mut study = FileStudy::new(month.unwrap_or_else(today::month), regimes).map_err(Fault::unusable)?;
    pieces(file, |bytes| study.push(bytes))?;
    study.finish().map_err(|fault| unusable(file, &fault))
}

/// The households of a file sorted, for each regime, by the threshold that lets them in, as [`compare`].
pub fn thresholds<'r>(
    file: &Path,
    month: Option<Month>,
    regimes: &[&'r Regime],
) -> Result<(Vec<Thresholds<'r>>, FileReport), Fault> {
    let mut sorted = FileThresholds::new(month.unwrap_or_else(today::month), regimes).map_err(Fault::unusable)?;
    pieces(file, |bytes| sorted.push(bytes))?;
    sorted.finish().map_err(|fault| unusable(file, &fault))
}

fn pieces(file: &Path, mut push: impl FnMut(&[u8]) -> Result<(), FileFault>) -> Result<(), Fault> {
    let mut source = open(Some(file))?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = source
            .read(&mut piece)
            .map_err(|error| unreadable(Some(file), &error))?;
        match piece.get(..read) {
            None | Some([]) => return Ok(()),
            Some(bytes) => push(bytes).map_err(|fault| unusable(file, &fault))?,
        }
    }
}

fn unusable(file: &Path, fault: &FileFault) -> Fault {
    Fault::unusable(format_args!("`{}` cannot be used: {fault}", file.display()))
}

/// Rows left out end the run with exit code 1.
pub fn done(report: &FileReport) -> Done {
    if report.bad_rows > 0 {
        Done::WithProblems
    } else {
        Done::Well
    }
}

/// What was read of a file: rows used and left out, what is wrong with each, columns not used.
pub fn report(page: &mut Page, report: &FileReport) {
    let language = page.language;
    let (rows, weights) = (
        report.rows,
        estimate(
            Some(report.households),
            // Weights are kept to the thousandth: no more decimals than there are.
            (0..3)
                .find(|decimals| (report.households * 10_f64.powi(*decimals)).fract() == 0.0)
                .map_or(3, |decimals| decimals as u8),
            language,
        ),
    );
    let s = if rows > 1 { "s" } else { "" };
    let used = estimate(Some(rows as f64), 0, language);
    let fr = format!("Votre fichier : {used} ménage{s}, somme des poids {weights}");
    let en = format!("Your file: {used} household{s}, weights sum to {weights}");
    page.paragraph(0, language.pick(&fr, &en));
    if !report.unused.is_empty() {
        let names = report.unused.join(", ");
        page.labelled(
            0,
            language.pick("Colonnes inconnues, non utilisées", "Columns not known, not used"),
            &names,
        );
    }
    if report.bad_rows > 0 {
        let count = report.bad_rows;
        page.heading(
            &format!("À corriger, laissées de côté : {count} sur {}", rows + count),
            &format!("To correct, left out: {count} of {}", rows + count),
        );
        faults(page, report);
    }
}

/// What is wrong with the rows left out.
fn faults(page: &mut Page, report: &FileReport) {
    let language = page.language;
    let headings = [
        language.pick("ligne", "line"),
        language.pick("colonne", "column"),
        language.pick("valeur", "value"),
        language.pick("ce qu'il faut corriger", "what to correct"),
    ];
    let rows: Vec<Vec<String>> = report
        .faults
        .iter()
        .map(|fault| {
            let reason = language.pick(&fault.reason.fr, &fault.reason.en);
            let value = format!("`{}`", fault.value);
            vec![fault.line.to_string(), fault.column.clone(), value, reason.to_string()]
        })
        .collect();
    page.table(0, &headings, &rows);
}

/// The same on stderr, where the output is figures alone.
pub fn warn(report: &FileReport, language: Language) {
    if report.bad_rows > 0 {
        let mut page = Page::new(language);
        faults(&mut page, report);
        eprint!("{}", page.finish());
    }
}

/// Simulated households in the columns of a file.
pub fn export(arguments: &Export) -> Result<Done, Fault> {
    let population = &arguments.population;
    let (base, size) = (population.base, population.size);
    base.drawable(size).map_err(Fault::unusable)?;
    let month = arguments.month.unwrap_or(Setting::usual_month(base));
    let model = Model::at_prices_of(month.year(), base, assumptions(population)?)
        .ok_or_else(|| Fault::unusable("the table of standards of living lacks this year"))?;
    let setting = Setting::new(base, month).map_err(Fault::unusable)?;
    let french = arguments.words.language == Language::French;
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{}", header(french))?;
    let weight = weight_of(base, size);
    let mut source = Source::new(population.seed, 0);
    for _ in 0..size {
        let drawn = model.draw(&mut source);
        let counted = Counted::of(&model, &setting, &drawn);
        writeln!(out, "{}", line(&drawn, &counted, weight, french))?;
    }
    out.flush()?;
    Ok(Done::Well)
}

/// The columns, as a table in Markdown.
pub fn columns(arguments: &Columns) -> Result<Done, Fault> {
    print(&markdown(arguments.words.language))?;
    Ok(Done::Well)
}

fn markdown(language: Language) -> String {
    let mut text = String::from(language.pick(
        "| colonne | en anglais | contient | ce que c'est |\n|---|---|---|---|\n",
        "| column | in French | holds | what it is |\n|---|---|---|---|\n",
    ));
    for column in COLUMNS {
        let (name, other) = language.pick((column.name.fr, column.name.en), (column.name.en, column.name.fr));
        let ([holds_fr, holds_en], [fr, en]) = (column.holds(), column.described());
        let needed = if column.needed {
            language.pick("**Nécessaire.** ", "**Needed.** ")
        } else {
            ""
        };
        let (holds, about) = (language.pick(holds_fr, holds_en), language.pick(fr, en));
        text.push_str(&format!("| `{name}` | `{other}` | {holds} | {needed}{about} |\n"));
    }
    text
}

/// The JSON Schema of a row, by the names of its columns.
pub fn schema() -> Value {
    let mut properties = Map::new();
    let mut needed = Vec::new();
    for column in COLUMNS {
        properties.insert(column.name.en.to_owned(), of(column));
        if column.needed {
            needed.push(column.name.en);
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Household",
        "description": "A row of a CSV file of households. A cell may be left empty unless its column is required.",
        "type": "object",
        "properties": properties,
        "required": needed,
    })
}

fn of(column: &Column) -> Value {
    let (low, high) = column.kind.bounds();
    let scale = 10_f64.powi(i32::try_from(column.kind.decimals()).unwrap_or(0));
    let mut schema = match column.kind {
        ColumnKind::Whole(..) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        ColumnKind::Euros { .. } | ColumnKind::Parts | ColumnKind::Weight => {
            json!({ "type": "number", "minimum": low as f64 / scale, "maximum": high as f64 / scale })
        }
        ColumnKind::Truth => json!({ "type": "boolean" }),
        ColumnKind::Word(words) => {
            json!({ "type": "string", "enum": words.iter().map(|word| word.en).collect::<Vec<_>>() })
        }
    };
    if let Value::Object(fields) = &mut schema {
        let [_, about] = column.described();
        fields.insert("description".to_owned(), about.into());
        fields.insert("title".to_owned(), column.name.fr.into());
    }
    schema
}
