//! A comparison from its question to its answer, cut into tasks that any number of workers may do in any order.

use core::ops::Range;

use serde::Serialize;

use super::comparison::{Group, Outcome, Pair, STATEMENT, groups, outcomes, pairs};
use super::data::{ASSUMPTIONS, Assumptions, Base, Moved};
use super::facts::Setting;
use super::figures::{FEWEST_HOUSEHOLDS, Run, Runs, pieces};
use super::model::Model;
use super::own::FileReport;
use super::tally::{Compared, MOST_REGIMES, Tally};
use crate::law::{RULESET_HASH, RULESET_VERSION};
use crate::regimes::{Regime, Words};
use crate::units::Month;

/// Households drawn for each of the other hypotheses: one in ten of the main one, and no fewer or more than this. They are the
/// first of the main one, so that what a hypothesis moves is seen household by household and needs few of them.
const OTHERS: core::ops::RangeInclusive<u64> = 10_000..=50_000;
/// Households of a task, at most.
const TASK: u64 = 1 << 16;
/// Households examined for what keeps them out, about.
const EXAMINED: u64 = 20_000;

/// What is to be compared, and on whom.
#[derive(Clone, Debug)]
pub struct Question<'r> {
    /// Where and when.
    pub base: Base,
    /// The month whose law is applied; that of the incomes when left out.
    pub month: Option<Month>,
    /// Households to draw.
    pub size: u64,
    /// What the draw begins with.
    pub seed: u64,
    /// What no source gives.
    pub assumptions: Assumptions,
    /// Also draw the other hypotheses, for the intervals.
    pub hypotheses: bool,
    /// The regimes.
    pub regimes: Vec<&'r Regime>,
}

/// One hypothesis: a population of its own.
#[derive(Clone, Debug)]
pub(super) struct Hypothesis {
    pub model: Model,
    pub size: u64,
}

/// Some households of a hypothesis, all of one replicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    hypothesis: usize,
    replicate: usize,
    households: Range<u64>,
}

/// A comparison at work.
#[derive(Clone, Debug)]
pub struct Study<'r> {
    question: Question<'r>,
    setting: Setting,
    compared: Compared<'r>,
    hypotheses: Vec<Hypothesis>,
    month: Month,
}

/// What was counted so far: a tally for each replicate of each hypothesis. It does not grow with the households.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums(Vec<Vec<Tally>>);

impl Sums {
    /// Adds what another worker counted for the same study.
    pub fn merge(&mut self, other: &Self) {
        for (sum, tally) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            sum.merge(tally);
        }
    }

    /// Every number counted, for the worker that adds them up.
    #[must_use]
    pub fn to_bytes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.visit(&mut |number| bytes.extend(number.to_le_bytes()));
        bytes
    }

    /// Adds the numbers of another worker's sums; `false`, and nothing added, when there are more or fewer of them.
    pub fn add_bytes(&mut self, bytes: &[u8]) -> bool {
        let mut count = 0;
        self.visit(&mut |_| count += 1);
        let (numbers, rest) = bytes.as_chunks::<NUMBER>();
        let same = rest.is_empty() && numbers.len() == count;
        let mut numbers = numbers.iter();
        if same {
            self.visit(&mut |number| *number += numbers.next().map_or(0, |bytes| i128::from_le_bytes(*bytes)));
        }
        same
    }

    fn visit(&mut self, see: &mut impl FnMut(&mut i128)) {
        self.0.iter_mut().flatten().for_each(|tally| tally.visit(see));
    }
}

/// Bytes of a number of [`Sums`].
const NUMBER: usize = 16;

/// The answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CompareAnswer {
    /// What it is, and is not.
    pub statement: Words,
    /// Version of the rules and values.
    pub version: &'static str,
    /// Their hash.
    pub ruleset: &'static str,
    /// The population; `file` when the households were read from one.
    pub base: &'static str,
    /// What was read, when the households were read from a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileReport>,
    /// The month whose law was applied.
    pub month: String,
    /// Households drawn, or rows used.
    pub size: u64,
    /// Households of equal weight that would be as precise (Kish).
    pub effective_size: f64,
    /// What the draw began with; nothing for a file.
    pub seed: u64,
    /// Assumptions that were moved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Moved>,
    /// Households that they stand for: for a file, the sum of its weights.
    pub households: f64,
    /// The poverty line, in euros a year and consumption unit.
    pub poverty_line: f64,
    /// Groups of the population.
    pub groups: Vec<Group>,
    /// What each regime does.
    pub regimes: Vec<Outcome>,
    /// Every two regimes.
    pub pairs: Vec<Pair>,
}

impl<'r> Study<'r> {
    /// Prepares a comparison.
    ///
    /// # Errors
    /// A size that cannot be drawn, too many regimes, a month that the sources do not cover.
    pub fn new(question: Question<'r>) -> Result<Self, String> {
        let size = question.size;
        question.base.drawable(size)?;
        let count = question.regimes.len();
        if !(1..=MOST_REGIMES).contains(&count) {
            return Err(format!(
                "`{count}` regimes cannot be compared: choose from 1 to {MOST_REGIMES}"
            ));
        }
        let month = question.month.unwrap_or(Setting::usual_month(question.base));
        let setting = Setting::new(question.base, month).map_err(|reason| reason.to_string())?;
        Ok(Self {
            compared: Compared::drawn(question.regimes.clone(), &setting),
            hypotheses: hypotheses(&question)?,
            month,
            setting,
            question,
        })
    }

    /// What has to be done.
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        let mut tasks = Vec::new();
        for (hypothesis, of) in self.hypotheses.iter().enumerate() {
            for (replicate, piece) in pieces(of.size).into_iter().enumerate() {
                let mut start = piece.start;
                while start < piece.end {
                    let end = (start + TASK).min(piece.end);
                    tasks.push(Task {
                        hypothesis,
                        replicate,
                        households: start..end,
                    });
                    start = end;
                }
            }
        }
        tasks
    }

    /// Nothing counted yet.
    #[must_use]
    pub fn begin(&self) -> Sums {
        let replicates = |of: &Hypothesis| pieces(of.size).iter().map(|_| Tally::new(&self.compared)).collect();
        Sums(self.hypotheses.iter().map(replicates).collect())
    }

    /// Does a task, and adds what it counts to the sums.
    pub fn work(&self, sums: &mut Sums, task: &Task) {
        let replicate = sums
            .0
            .get_mut(task.hypothesis)
            .and_then(|of| of.get_mut(task.replicate));
        if let (Some(hypothesis), Some(tally)) = (self.hypotheses.get(task.hypothesis), replicate) {
            // Reasons are only read in the main run.
            let every = if task.hypothesis == 0 {
                (hypothesis.size / EXAMINED).max(1)
            } else {
                u64::MAX
            };
            tally.draw(
                &self.compared,
                &hypothesis.model,
                &self.setting,
                self.question.seed,
                task.households.clone(),
                every,
            );
        }
    }

    /// Does every task, one after the other, and answers.
    #[must_use]
    pub fn run(&self) -> CompareAnswer {
        let mut sums = self.begin();
        for task in &self.tasks() {
            self.work(&mut sums, task);
        }
        self.answer(&sums)
    }

    /// The answer, once every task is in the sums.
    #[must_use]
    pub fn answer(&self, sums: &Sums) -> CompareAnswer {
        let mut runs = sums
            .0
            .iter()
            .map(|replicates| Run::new(&self.compared, replicates.clone()));
        let main = runs.next().unwrap_or_else(|| Run::new(&self.compared, Vec::new()));
        // With fewer households than the main one, the others begin with their own reference.
        let fewer = others_size(self.question.size) < self.question.size;
        let reference = if fewer { runs.next() } else { None };
        self.say(&Runs {
            main,
            reference,
            others: runs.collect(),
            households: self.question.base.households() as f64,
            fewest: FEWEST_HOUSEHOLDS,
        })
    }

    fn outcomes(&self, runs: &Runs) -> Vec<Outcome> {
        let mut outcomes = outcomes(runs, &self.compared);
        for (outcome, regime) in outcomes.iter_mut().zip(&self.compared.regimes) {
            if outcome.not_computable.is_none() {
                outcome.caveat = self.setting.caveat(regime);
            }
        }
        outcomes
    }

    fn say(&self, runs: &Runs) -> CompareAnswer {
        let main = self.hypotheses.first();
        CompareAnswer {
            statement: STATEMENT,
            version: RULESET_VERSION,
            ruleset: RULESET_HASH,
            base: self.question.base.name(),
            file: None,
            month: self.month.to_string(),
            size: self.question.size,
            effective_size: runs.main.whole.effective_size(),
            seed: self.question.seed,
            moved: self.question.assumptions.moved(),
            households: runs.households,
            poverty_line: main.map_or(0.0, |main| main.model.poverty_line() * self.setting.index),
            groups: groups(runs),
            regimes: self.outcomes(runs),
            pairs: pairs(runs, &self.compared),
        }
    }
}

/// The main hypothesis, then, when they are asked for: the same with as many households as the others, when these are
/// fewer, and the others.
pub(super) fn hypotheses(question: &Question<'_>) -> Result<Vec<Hypothesis>, String> {
    let base = question.base;
    let prices = question.month.map_or(i32::from(base.year()), Month::year);
    let no_table = || format!("no table of standards of living for `{}`", base.name());
    // Worked out once: the hypotheses move it.
    let central = Model::central(base, prices, question.assumptions).ok_or_else(no_table)?;
    let under = |assumptions, size| {
        let model = central.under(assumptions).ok_or_else(no_table)?;
        Ok::<_, String>(Hypothesis { model, size })
    };
    let mut hypotheses = vec![under(question.assumptions, question.size)?];
    if question.hypotheses {
        let size = others_size(question.size);
        let same = (size < question.size).then_some(question.assumptions);
        for assumptions in same.into_iter().chain(others(question.assumptions)) {
            hypotheses.push(under(assumptions, size)?);
        }
    }
    Ok(hypotheses)
}

fn others_size(size: u64) -> u64 {
    (size / 10).clamp(*OTHERS.start(), *OTHERS.end()).min(size)
}

/// The other hypotheses: incomes lower and higher by as much as their range says, and the other source on tenure, or both
/// when the level lies between them.
fn others(assumptions: Assumptions) -> Vec<Assumptions> {
    let mut others = Vec::new();
    for range in ASSUMPTIONS {
        match range.id {
            "income_shift" => others.extend([range.low, range.high].map(|by| Assumptions {
                income_shift: assumptions.income_shift + by,
                ..assumptions
            })),
            "tenure_source" => {
                let sources = [range.low, range.high].into_iter();
                others.extend(
                    sources
                        .filter(|source| (source - assumptions.tenure_source).abs() > 0.0)
                        .map(|tenure_source| Assumptions {
                            tenure_source,
                            ..assumptions
                        }),
                );
            }
            _ => {}
        }
    }
    others
}
