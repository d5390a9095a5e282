//! `compare`: regimes over a simulated population, or over a file.

use std::io::{IsTerminal, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use tarif_social::api;
use tarif_social::population::{Assumptions, Base, CompareAnswer, Question, Study};
use tarif_social::regimes::check::check;
use tarif_social::regimes::{self, Regime, file};

use crate::arguments::{Compare, Population};
use crate::fault::{Done, Fault};
use crate::figures;
use crate::households;
use crate::input;
use crate::output::{print, print_json};
use crate::regimes::of_json;

pub fn run(arguments: &Compare) -> Result<Done, Fault> {
    let own = own_regimes(&arguments.regime_file)?;
    let regimes = chosen(&arguments.regimes, &own)?;
    if let Some(file) = &arguments.households {
        let comparison = households::compare(file, arguments.month, regimes.clone())?;
        return say(&comparison, &regimes, arguments);
    }
    let question = Question {
        month: arguments.month,
        size: arguments.population.size,
        seed: arguments.population.seed,
        base: arguments.population.base,
        assumptions: assumptions(&arguments.population)?,
        hypotheses: !arguments.no_hypotheses,
        regimes: regimes.clone(),
    };
    let study = Study::new(question).map_err(Fault::unusable)?;
    let comparison = spread(&study, arguments.population.workers());
    say(&comparison, &regimes, arguments)
}

fn say(comparison: &CompareAnswer, regimes: &[&Regime], arguments: &Compare) -> Result<Done, Fault> {
    let language = arguments.words.language;
    if arguments.json {
        print_json(comparison, false)?;
    } else if arguments.csv {
        print(&figures::csv(comparison, language))?;
        if let Some(file) = &comparison.file {
            households::warn(file, language);
        }
    } else {
        print(&figures::text(comparison, regimes, language))?;
    }
    Ok(comparison.file.as_ref().map_or(Done::Well, households::done))
}

/// The regimes of the files, whose ids come before the built-in ones.
pub fn own_regimes(files: &[std::path::PathBuf]) -> Result<Vec<Regime>, Fault> {
    let mut own = Vec::new();
    for path in files {
        let text = input::text(path)?;
        if is_json(path, &text) {
            own.extend(of_json(path, &text)?);
        } else {
            let written = file::read(&text).map_err(|fault| {
                let (path, line) = (path.display(), fault.line);
                Fault::unusable(format_args!("`{path}:{line}` is not a regime: {}", fault.message))
            })?;
            own.extend(written.into_iter().map(|written| written.regime));
        }
        if let Some(faulty) = own
            .iter()
            .find(|regime| check(regime).iter().any(|remark| !remark.is_note()))
        {
            return Err(Fault::unusable(format_args!(
                "the regime `{}` has faults: `tarif-social regimes lint {}` says them",
                faulty.id,
                path.display()
            )));
        }
    }
    if let Some(taken) = regimes::taken(&own) {
        return Err(Fault::unusable(format_args!(
            "another regime is called `{}`: give it an id of its own",
            taken.id
        )));
    }
    Ok(own)
}

/// Whether the text of a file is JSON: by its name, or as no TOML begins with a brace.
pub fn is_json(path: &Path, text: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        || text.trim_start().starts_with('{')
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
        let regime = regime.ok_or_else(|| {
            Fault::unusable(format_args!(
                "no regime is called `{id}`: `tarif-social regimes list` lists them"
            ))
        })?;
        // Named twice, it is compared once.
        if !chosen.iter().any(|known| known.id == regime.id) {
            chosen.push(regime);
        }
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
    for (place, (id, value)) in population.assume.iter().enumerate() {
        if !value.is_finite() {
            return Err(Fault::unusable(format_args!("`{id}={value}` is not a number")));
        }
        if population.assume.iter().take(place).any(|(before, _)| before == id) {
            return Err(Fault::unusable(format_args!("`{id}` is assumed twice: keep one")));
        }
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

/// Does a study with so many workers. Long work says how far it is on stderr, when somebody is there to read it.
pub fn spread(study: &Study<'_>, workers: NonZero<usize>) -> CompareAnswer {
    let tasks = study.tasks();
    let next = AtomicUsize::new(0);
    let watched = tasks.len() > 200 && std::io::stderr().is_terminal();
    let one = || {
        let mut sums = study.begin();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(place) else {
                return sums;
            };
            study.work(&mut sums, task);
            if watched {
                let share = 100 * place / tasks.len();
                let _ = write!(std::io::stderr(), "\r{share} %\u{1b}[K");
            }
        }
    };
    let sums = thread::scope(|scope| {
        // No more workers than there is work; a machine that has no thread left does with those it gave.
        let more = 1..workers.get().min(tasks.len());
        let others: Vec<_> = more
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, one).ok())
            .collect();
        let mut sums = one();
        // A worker that panicked has said why on stderr, and `abort` has ended the program.
        for other in others.into_iter().filter_map(|other| other.join().ok()) {
            sums.merge(&other);
        }
        sums
    });
    if watched {
        let _ = write!(std::io::stderr(), "\r\u{1b}[K");
    }
    study.answer(&sums)
}

/// A population by its name.
pub fn base(text: &str) -> Result<Base, String> {
    Base::from_name(text).ok_or_else(|| format!("write one of {}", Base::ALL.map(Base::name).join(", ")))
}
