//! `compare`: regimes over a simulated population.

use std::io::{IsTerminal, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tarif_social::api;
use tarif_social::explain::Language;
use tarif_social::population::{Assumptions, Base, Comparison, Figure, Outcome, Question, Study, Task};
use tarif_social::regimes::{self, Regime, file};

use crate::arguments::{Compare, Population};
use crate::fault::{Done, Fault};
use crate::input;
use crate::output::{print, print_json};
use crate::page::Page;

pub fn run(arguments: &Compare) -> Result<Done, Fault> {
    let own = own_regimes(&arguments.regime_file)?;
    let question = Question {
        month: arguments.month,
        size: arguments.population.size,
        seed: arguments.population.seed,
        base: arguments.population.base,
        assumptions: assumptions(&arguments.population)?,
        hypotheses: !arguments.no_hypotheses,
        regimes: chosen(&arguments.regimes, &own)?,
    };
    let study = Study::new(question).map_err(Fault::unusable)?;
    let tasks = study.tasks();
    let done = spread(&tasks, arguments.population.workers(), |task: &Task| study.work(task));
    let comparison = study.finish(tasks.iter().cloned().zip(done));
    if arguments.json {
        print_json(&comparison, false)?;
    } else if arguments.csv {
        print(&csv(&comparison, arguments.language))?;
    } else {
        print(&text(&comparison, arguments.language))?;
    }
    Ok(Done::Well)
}

/// The regimes of the files, whose ids come before the built-in ones.
fn own_regimes(files: &[std::path::PathBuf]) -> Result<Vec<Regime>, Fault> {
    let mut own = Vec::new();
    for path in files {
        let text = input::text(path)?;
        let unusable = |line: String, message: String| {
            Fault::unusable(format_args!("`{}{line}` is not a regime: {message}", path.display()))
        };
        if is_json(path) {
            let regime = serde_json::from_str(&text).map_err(|error| unusable(String::new(), error.to_string()))?;
            own.push(regime);
        } else {
            let written = file::read(&text).map_err(|fault| unusable(format!(":{}", fault.line), fault.message))?;
            own.extend(written.into_iter().map(|written| written.regime));
        }
    }
    Ok(own)
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn chosen<'r>(ids: &[String], own: &'r [Regime]) -> Result<Vec<&'r Regime>, Fault> {
    let defaults = api::DEFAULT_REGIMES.map(str::to_owned);
    let ids = if ids.is_empty() { defaults.as_slice() } else { ids };
    let mut chosen: Vec<&Regime> = Vec::new();
    for id in ids {
        let regime = own
            .iter()
            .find(|regime| regime.id == id.as_str())
            .or_else(|| regimes::by_id(id));
        chosen.push(regime.ok_or_else(|| {
            Fault::unusable(format_args!(
                "no regime is called `{id}`: `tarif-social regimes list` lists them"
            ))
        })?);
    }
    // A file is given to be compared: its regimes come in even when nobody names them.
    for regime in own {
        if !chosen.iter().any(|known| known.id == regime.id) {
            chosen.push(regime);
        }
    }
    Ok(chosen)
}

pub fn assumptions(population: &Population) -> Result<Assumptions, Fault> {
    let mut assumptions = Assumptions::default();
    for (id, value) in &population.assume {
        assumptions.set(id, *value).map_err(Fault::unusable)?;
    }
    Ok(assumptions)
}

impl Population {
    /// As many workers as asked for, or as the machine has cores.
    pub fn workers(&self) -> NonZero<usize> {
        self.workers
            .or_else(|| thread::available_parallelism().ok())
            .unwrap_or(NonZero::<usize>::MIN)
    }
}

/// Does the tasks with so many workers, and gives the results in the order of the tasks. Long work says how far it is on
/// stderr, when somebody is there to read it.
pub fn spread<T: Sync, R: Send>(tasks: &[T], workers: NonZero<usize>, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let watched = tasks.len() > 200 && std::io::stderr().is_terminal();
    let one = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(place) else {
                return done;
            };
            done.push((place, work(task)));
            if watched {
                let share = 100 * place / tasks.len();
                let _ = write!(std::io::stderr(), "\r{share} %\u{1b}[K");
            }
        }
    };
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers.get()).map(|_| scope.spawn(one)).collect();
        let mut results = one();
        for other in others {
            // A worker that panicked has said why on stderr, and `abort` has ended the program.
            results.extend(other.join().unwrap_or_default());
        }
        results
    });
    if watched {
        let _ = write!(std::io::stderr(), "\r\u{1b}[K");
    }
    results.sort_by_key(|(place, _)| *place);
    results.into_iter().map(|(_, result)| result).collect()
}

fn text(comparison: &Comparison, language: Language) -> String {
    let mut page = Page::new(language);
    let statement = &comparison.statement;
    page.paragraph(0, language.pick(&statement.fr, &statement.en));
    page.gap();
    let (size, seed) = (comparison.size, comparison.seed);
    let (base, month) = (comparison.base, &comparison.month);
    let fr = format!("{base}, {size} ménages, graine {seed}, droit de {month}");
    let en = format!("{base}, {size} households, seed {seed}, law of {month}");
    page.paragraph(0, language.pick(&fr, &en));
    page.heading("Régimes", "Regimes");
    let headings = [
        language.pick("Régime", "Regime"),
        language.pick("Ménages couverts", "Households covered"),
        language.pick("part", "share"),
        language.pick("intervalle", "interval"),
        language.pick("pauvres laissés", "poor left out"),
        language.pick("non pauvres", "not poor"),
        language.pick("gain par an", "saving a year"),
        language.pick("coût M€ bas", "cost M€ low"),
        language.pick("central", "central"),
        language.pick("haut", "high"),
    ];
    let rows: Vec<Vec<String>> = comparison
        .regimes
        .iter()
        .map(|outcome| row(outcome, language))
        .collect();
    page.table(0, &headings, &rows);
    page.finish()
}

fn row(outcome: &Outcome, language: Language) -> Vec<String> {
    let shown = |value: Option<f64>, scale: f64, digits: usize, unit: &str| {
        value.map_or_else(
            || "—".to_owned(),
            |value| {
                let number = format!("{:.digits$}", value * scale);
                language.pick(number.replace('.', ","), number) + unit
            },
        )
    };
    let percent = |figure: &Figure| shown(figure.value, 100.0, 1, " %");
    let interval = match outcome.share.together {
        Some([low, high]) => format!(
            "{} – {}",
            shown(Some(low), 100.0, 1, ""),
            shown(Some(high), 100.0, 1, " %")
        ),
        None => "—".to_owned(),
    };
    let cost = outcome.costs.first();
    let million = |figure: Option<&Figure>| shown(figure.and_then(|figure| figure.value), 1e-6, 1, "");
    vec![
        outcome.id.to_string(),
        shown(outcome.covered.value, 1.0, 0, ""),
        percent(&outcome.share),
        interval,
        percent(&outcome.poor_left_out),
        percent(&outcome.covered_not_poor),
        shown(outcome.saving.value, 1.0, 0, " €"),
        million(cost.map(|cost| &cost.low)),
        million(cost.map(|cost| &cost.central)),
        million(cost.map(|cost| &cost.high)),
    ]
}

/// One line a figure: regime, group, figure, value and intervals. In French for a French spreadsheet.
fn csv(comparison: &Comparison, language: Language) -> String {
    let (separator, start) = language.pick((';', "\u{feff}"), (',', ""));
    let mut text = start.to_owned();
    let mut line = |cells: &[&str], figure: Option<&Figure>| {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| decimal(value, language));
        let mut fields: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        if let Some(figure) = figure {
            fields.push(number(figure.value));
            for interval in [figure.sampling, figure.model, figure.together] {
                fields.push(number(interval.map(|[low, _]| low)));
                fields.push(number(interval.map(|[_, high]| high)));
            }
        }
        text.push_str(&fields.join(&separator.to_string()));
        text.push('\n');
    };
    line(
        &[
            "regime",
            "by",
            "group",
            "figure",
            "value",
            "sampling_low",
            "sampling_high",
            "model_low",
            "model_high",
            "together_low",
            "together_high",
        ],
        None,
    );
    for group in &comparison.groups {
        line(&["", group.by, group.group, "households"], Some(&group.households));
        line(&["", group.by, group.group, "poor"], Some(&group.poor));
    }
    for outcome in &comparison.regimes {
        for (name, figure) in [
            ("covered", &outcome.covered),
            ("share", &outcome.share),
            ("better_off", &outcome.better_off),
            ("poor_left_out", &outcome.poor_left_out),
            ("covered_not_poor", &outcome.covered_not_poor),
            ("saving", &outcome.saving),
            ("saving_of_left", &outcome.saving_of_left),
            ("cost_per_poor", &outcome.cost_per_poor),
        ] {
            line(&[&outcome.id, "all", "all", name], Some(figure));
        }
        for cost in &outcome.costs {
            let payer = cost.payer.map_or("all", regimes::Payer::name);
            for (name, figure) in [
                ("cost_low", &cost.low),
                ("cost_central", &cost.central),
                ("cost_high", &cost.high),
            ] {
                line(&[&outcome.id, "payer", payer, name], Some(figure));
            }
        }
        for group in &outcome.groups {
            for (name, figure) in [
                ("covered", &group.covered),
                ("share", &group.share),
                ("saving", &group.saving),
                ("saving_of_left", &group.saving_of_left),
            ] {
                line(&[&outcome.id, group.by, group.group, name], Some(figure));
            }
        }
    }
    text
}

/// A number as it is written in a language.
pub fn decimal(value: f64, language: Language) -> String {
    let number = value.to_string();
    language.pick(number.replace('.', ","), number)
}

/// A population by its name.
pub fn base(text: &str) -> Result<Base, String> {
    Base::from_name(text).ok_or_else(|| format!("write one of {}", Base::ALL.map(Base::name).join(", ")))
}
