//! `regimes`: list them, show one, check a file.

use std::path::Path;

use tarif_social::api::{self, RegimeRecord};
use tarif_social::explain::{Language, percent};
use tarif_social::regimes::check::{Remark, check};
use tarif_social::regimes::{self, Regime, file};
use tarif_social::units::Rate;

use crate::arguments::{Lint, List, Regimes, Show};
use crate::compare::is_json;
use crate::fault::{Done, Fault};
use crate::input;
use crate::output::{print, print_json};
use crate::page::Page;
use crate::sections::status;

pub fn run(command: &Regimes) -> Result<Done, Fault> {
    match command {
        Regimes::List(arguments) => list(arguments),
        Regimes::Show(arguments) => show(arguments),
        Regimes::Lint(arguments) => lint(arguments),
    }
}

fn list(arguments: &List) -> Result<Done, Fault> {
    let language = arguments.words.language;
    let records = api::regimes(language);
    if arguments.json {
        print_json(&records, false)?;
        return Ok(Done::Well);
    }
    let mut page = Page::new(language);
    let rows: Vec<_> = records
        .into_iter()
        .map(|record| {
            vec![
                record.id,
                record.name,
                status(&record.status, language).to_owned().into(),
            ]
        })
        .collect();
    let headings = ["Id", language.pick("Nom", "Name"), language.pick("Statut", "Status")];
    page.table(0, &headings, &rows);
    print(&page.finish())?;
    Ok(Done::Well)
}

fn show(arguments: &Show) -> Result<Done, Fault> {
    let id = &arguments.id;
    let unknown = || {
        Fault::unusable(format_args!(
            "no regime is called `{id}`: `tarif-social regimes list` lists them"
        ))
    };
    let regime = regimes::builtin()
        .iter()
        .find(|regime| regime.id.eq_ignore_ascii_case(id));
    let regime = regime.ok_or_else(unknown)?;
    if arguments.json {
        print_json(regime, false)?;
        return Ok(Done::Well);
    }
    let record = api::regimes(arguments.words.language)
        .into_iter()
        .find(|record| record.id == regime.id);
    print(&record_text(
        &record.ok_or_else(unknown)?,
        regime,
        arguments.words.language,
    ))?;
    Ok(Done::Well)
}

fn record_text(record: &RegimeRecord, regime: &Regime, language: Language) -> String {
    let mut page = Page::new(language);
    page.paragraph(0, &format!("{} {}", record.id, record.name));
    page.paragraph(1, &record.description);
    if let Some(parent) = &record.variant_of {
        page.labelled(1, language.pick("Variante de", "Variant of"), parent);
    }
    page.labelled(1, language.pick("Statut", "Status"), status(&record.status, language));
    let days = [
        (language.pick("Annoncé le", "Announced on"), &record.announced),
        (language.pick("Depuis le", "Since"), &record.from),
        (language.pick("Jusqu'au", "Until"), &record.until),
    ];
    for (label, day) in days {
        if let Some(day) = day {
            page.labelled(1, label, day);
        }
    }
    page.labelled(1, language.pick("Obtention", "Granting"), &record.granting);
    let shares: Vec<_> = record
        .take_up
        .iter()
        .map(|share| in_per_cent(share, language))
        .collect();
    let take_up = language.pick("Recours bas, central, haut", "Take-up low, central, high");
    page.labelled(1, take_up, &shares.join(", "));
    page.source(2, &record.take_up_source);
    for payer in &record.payers {
        let words = format!("{}, {}", payer.payer, in_per_cent(&payer.share, language));
        page.labelled(1, language.pick("Payeur", "Payer"), &words);
    }
    for doubt in &record.doubts {
        page.labelled(1, language.pick("Doute", "Doubt"), doubt);
    }
    for source in &record.sources {
        page.source(1, source);
    }
    page.labelled(1, language.pick("Vérifié le", "Checked on"), &record.checked);
    for remark in check(regime) {
        page.labelled(1, &format!("`{}`", remark.path), &remark_words(&remark, language));
    }
    page.finish()
}

fn in_per_cent(share: &str, language: Language) -> String {
    Rate::parse(share).map_or_else(|_| share.to_owned(), |rate| percent(rate, language).to_string())
}

fn remark_words(remark: &Remark, language: Language) -> String {
    let words = remark.words();
    language.pick(words.fr, words.en).into_owned()
}

fn lint(arguments: &Lint) -> Result<Done, Fault> {
    let (file, language) = (&arguments.file, arguments.words.language);
    let written = input::text(file)?;
    let found = if is_json(file, &written) {
        remarks_of_json(file, &written)?
    } else {
        remarks_of_toml(file, &written)?
    };
    let mut mistakes = 0_usize;
    let mut text = String::new();
    for (place, id, remark) in &found {
        let kind = if remark.is_note() {
            language.pick("note", "note")
        } else {
            mistakes += 1;
            language.pick("erreur", "mistake")
        };
        let colon = language.pick("\u{a0}:", ":");
        let words = remark_words(remark, language);
        text.push_str(&format!("{place}: {id}, {kind}, `{}`{colon} {words}\n", remark.path));
    }
    if found.is_empty() {
        text.push_str(language.pick("rien à redire\n", "nothing to say\n"));
    }
    print(&text)?;
    Ok(if mistakes == 0 { Done::Well } else { Done::WithProblems })
}

/// What is odd in a file: where, in which regime, what.
type Found = Vec<(String, String, Remark)>;

fn remarks_of_toml(path: &Path, text: &str) -> Result<Found, Fault> {
    let written = file::read(text).map_err(|fault| {
        Fault::unusable(format_args!(
            "`{}:{}` cannot be read: {}",
            path.display(),
            fault.line,
            fault.message
        ))
    })?;
    let found = written.iter().flat_map(|written| {
        check(&written.regime).into_iter().map(|remark| {
            let place = format!("{}:{}", path.display(), written.line(&remark.path));
            (place, written.regime.id.to_string(), remark)
        })
    });
    Ok(found.collect())
}

/// The regime of the text of a JSON file, or the list of them.
pub fn of_json(path: &Path, text: &str) -> Result<Vec<Regime>, Fault> {
    let fault = |error: serde_json::Error| {
        Fault::unusable(format_args!(
            "`{}` is not a regime: {error}; compare it with `tarif-social schema regime`",
            path.display()
        ))
    };
    let regimes: Vec<Regime> = if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map_err(fault)?
    } else {
        vec![serde_json::from_str(text).map_err(fault)?]
    };
    if regimes.is_empty() {
        return Err(Fault::unusable(format_args!("`{}` holds no regime", path.display())));
    }
    Ok(regimes)
}

fn remarks_of_json(path: &Path, text: &str) -> Result<Found, Fault> {
    let regimes = of_json(path, text)?;
    let found = regimes.iter().flat_map(|regime| {
        let id = regime.id.to_string();
        check(regime)
            .into_iter()
            .map(move |remark| (path.display().to_string(), id.clone(), remark))
    });
    Ok(found.collect())
}
