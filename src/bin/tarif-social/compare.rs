//! `compare`: regimes over a simulated population, or over a file.

use std::io::{IsTerminal, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tarif_social::api;
use tarif_social::explain::Language;
use tarif_social::population::{Assumptions, Base, CompareAnswer, Figure, Outcome, Question, Study, Task};
use tarif_social::regimes::{self, Regime, file};

use crate::arguments::{Compare, Population};
use crate::fault::{Done, Fault};
use crate::households;
use crate::input;
use crate::output::{print, print_json};
use crate::page::{Page, estimate, estimated_euros, estimated_share};

pub fn run(arguments: &Compare) -> Result<Done, Fault> {
    let own = own_regimes(&arguments.regime_file)?;
    if let Some(file) = &arguments.households {
        let comparison = households::compare(file, arguments.month, chosen(&arguments.regimes, &own)?)?;
        return say(&comparison, arguments);
    }
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
    say(&comparison, arguments)
}

fn say(comparison: &CompareAnswer, arguments: &Compare) -> Result<Done, Fault> {
    let language = arguments.words.language;
    if arguments.json {
        print_json(comparison, false)?;
    } else if arguments.csv {
        print(&csv(comparison, language))?;
        if let Some(file) = &comparison.file {
            households::warn(file, language);
        }
    } else {
        print(&text(comparison, language))?;
    }
    Ok(comparison.file.as_ref().map_or(Done::Well, households::done))
}

/// The regimes of the files, whose ids come before the built-in ones.
pub fn own_regimes(files: &[std::path::PathBuf]) -> Result<Vec<Regime>, Fault> {
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

pub fn chosen<'r>(ids: &[String], own: &'r [Regime]) -> Result<Vec<&'r Regime>, Fault> {
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

fn text(comparison: &CompareAnswer, language: Language) -> String {
    let mut page = Page::new(language);
    let statement = &comparison.statement;
    page.paragraph(0, language.pick(&statement.fr, &statement.en));
    page.gap();
    let (size, seed) = (comparison.size, comparison.seed);
    let (base, month) = (comparison.base, &comparison.month);
    let effective = estimate(Some(comparison.effective_size), 0, language);
    let (fr, en) = if let Some(file) = &comparison.file {
        households::report(&mut page, file);
        page.gap();
        (
            format!("Taille effective {effective}, droit de {month}"),
            format!("Effective size {effective}, law of {month}"),
        )
    } else {
        (
            format!("{base}, {size} ménages (taille effective {effective}), graine {seed}, droit de {month}"),
            format!("{base}, {size} households (effective size {effective}), seed {seed}, law of {month}"),
        )
    };
    page.paragraph(0, language.pick(&fr, &en));
    page.heading("Régimes", "Regimes");
    let mut headings = vec![
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
    if comparison.file.is_some() {
        headings.insert(2, language.pick("on ne peut pas dire", "cannot tell"));
        for (place, fr, en) in [
            (8, "coût bas", "low cost"),
            (9, "central", "central"),
            (10, "haut", "high"),
        ] {
            if let Some(heading) = headings.get_mut(place) {
                *heading = language.pick(fr, en);
            }
        }
        headings.push(language.pick("gain inconnu", "saving not known"));
    }
    let rows: Vec<Vec<String>> = comparison
        .regimes
        .iter()
        .map(|outcome| row(outcome, language))
        .collect();
    page.table(0, &headings, &rows);
    page.finish()
}

fn row(outcome: &Outcome, language: Language) -> Vec<String> {
    let percent = |value: Option<f64>| estimated_share(value, 1, language);
    let interval = outcome.share.together.map_or_else(
        || "—".to_owned(),
        |[low, high]| format!("{} – {}", percent(Some(low)), percent(Some(high))),
    );
    let cost = outcome.costs.first();
    // A file is rarely a country: its costs are told to the euro.
    let in_euros = outcome.undetermined.is_some();
    let million = |figure: Option<&Figure>| {
        if in_euros {
            return estimated_euros(figure.and_then(|figure| figure.value), 0, language);
        }
        estimate(
            figure.and_then(|figure| figure.value).map(|cost| cost * 1e-6),
            1,
            language,
        )
    };
    let mut cells = vec![
        outcome.id.to_string(),
        estimate(outcome.covered.value, 0, language),
        percent(outcome.share.value),
        interval,
        percent(outcome.poor_left_out.value),
        percent(outcome.covered_not_poor.value),
        estimated_euros(outcome.saving.value, 0, language),
        million(cost.map(|cost| &cost.low)),
        million(cost.map(|cost| &cost.central)),
        million(cost.map(|cost| &cost.high)),
    ];
    if let (Some(undetermined), Some(unpriced)) = (&outcome.undetermined, &outcome.unpriced) {
        cells.insert(2, estimate(undetermined.value, 0, language));
        cells.push(estimate(unpriced.value, 0, language));
    }
    cells
}

/// One line a figure: regime, group, figure, value and intervals. In French for a French spreadsheet. A figure that rests on
/// too few households is a line without a value.
fn csv(comparison: &CompareAnswer, language: Language) -> String {
    let mut csv = Csv::new(language);
    for group in &comparison.groups {
        csv.line(["", group.by, group.group, "households"], &group.households, 0);
        csv.line(["", group.by, group.group, "poor"], &group.poor, 6);
    }
    for outcome in &comparison.regimes {
        let id = &*outcome.id;
        for (name, figure, decimals) in [
            ("covered", &outcome.covered, 0),
            ("share", &outcome.share, 6),
            ("better_off", &outcome.better_off, 0),
            ("poor_left_out", &outcome.poor_left_out, 6),
            ("covered_not_poor", &outcome.covered_not_poor, 6),
            ("saving", &outcome.saving, 2),
            ("saving_of_left", &outcome.saving_of_left, 6),
            ("cost_per_poor", &outcome.cost_per_poor, 2),
        ] {
            csv.line([id, "all", "all", name], figure, decimals);
        }
        for (name, figure) in [("undetermined", &outcome.undetermined), ("unpriced", &outcome.unpriced)] {
            if let Some(figure) = figure {
                csv.line([id, "all", "all", name], figure, 0);
            }
        }
        for cost in &outcome.costs {
            let payer = cost.payer.map_or("all", regimes::Payer::name);
            csv.line([id, "payer", payer, "cost_low"], &cost.low, 0);
            csv.line([id, "payer", payer, "cost_central"], &cost.central, 0);
            csv.line([id, "payer", payer, "cost_high"], &cost.high, 0);
        }
        for relief in &outcome.relief {
            let above = format!("{}%", relief.above);
            csv.line([id, "effort", &above, "before"], &relief.before, 0);
            csv.line([id, "effort", &above, "relieved"], &relief.relieved, 0);
        }
        for group in &outcome.groups {
            csv.line([id, group.by, group.group, "covered"], &group.covered, 0);
            csv.line([id, group.by, group.group, "share"], &group.share, 6);
            csv.line([id, group.by, group.group, "saving"], &group.saving, 2);
            csv.line([id, group.by, group.group, "saving_of_left"], &group.saving_of_left, 6);
            if let Some(figure) = &group.undetermined {
                csv.line([id, group.by, group.group, "undetermined"], figure, 0);
            }
        }
    }
    for pair in &comparison.pairs {
        let [first, second] = [&*pair.first, &*pair.second];
        csv.line([first, "against", second, "only_first"], &pair.only_first, 0);
        csv.line([first, "against", second, "only_second"], &pair.only_second, 0);
        csv.line(
            [first, "against", second, "better_with_first"],
            &pair.better_with_first,
            0,
        );
        csv.line(
            [first, "against", second, "better_with_second"],
            &pair.better_with_second,
            0,
        );
        for (name, share) in [
            ("first_covers_more_poor", pair.first_covers_more_poor),
            ("second_covers_more_poor", pair.second_covers_more_poor),
        ] {
            csv.number([first, "against", second, name], share, 6);
        }
        let [out_of_second, out_of_first] = &pair.part_at;
        for (name, partings) in [
            ("kept_out_of_second", out_of_second),
            ("kept_out_of_first", out_of_first),
        ] {
            for parting in partings {
                let name = format!("{name}_by_{}", parting.criterion);
                csv.number([first, "against", second, &name], Some(parting.share), 6);
            }
        }
    }
    csv.text
}

/// The lines written so far.
struct Csv {
    text: String,
    language: Language,
}

impl Csv {
    fn new(language: Language) -> Self {
        let text = language.pick("\u{feff}", "").to_owned();
        let mut csv = Self { text, language };
        let names = [
            "regime",
            "by",
            "group",
            "figure",
            "value",
            "effective",
            "sampling_low",
            "sampling_high",
            "model_low",
            "model_high",
            "together_low",
            "together_high",
        ];
        csv.write(names.map(str::to_owned).to_vec());
        csv
    }

    /// A figure, with every digit that it can bear, and no more: households and costs whole, shares in millionths.
    fn line(&mut self, about: [&str; 4], figure: &Figure, decimals: i32) {
        let mut fields = vec![self.rounded(figure.value, decimals), self.rounded(figure.effective, 0)];
        for interval in [figure.sampling, figure.model, figure.together] {
            fields.push(self.rounded(interval.map(|[low, _]| low), decimals));
            fields.push(self.rounded(interval.map(|[_, high]| high), decimals));
        }
        self.write(about.map(str::to_owned).into_iter().chain(fields).collect());
    }

    /// A number without intervals.
    fn number(&mut self, about: [&str; 4], value: Option<f64>, decimals: i32) {
        let figure = Figure {
            value,
            ..Figure::HIDDEN
        };
        self.line(about, &figure, decimals);
    }

    fn rounded(&self, value: Option<f64>, decimals: i32) -> String {
        let scale = 10_f64.powi(decimals);
        value.map_or_else(String::new, |value| {
            decimal((value * scale).round() / scale, self.language)
        })
    }

    fn write(&mut self, fields: Vec<String>) {
        self.text.push_str(&fields.join(self.language.pick(";", ",")));
        self.text.push('\n');
    }
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
