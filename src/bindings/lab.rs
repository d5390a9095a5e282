//! The comparison of regimes, in JavaScript: pieces of work that any number of workers may do, then the answer.

use std::collections::BTreeMap;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::{object, tree};
use super::refusal::{read, refusal};
use crate::household::ScalarInput;
use crate::law::Text;
use crate::population::own::{COLUMNS, EXAMPLE, FileFault, FileStudy, LARGEST_FILE};
use crate::population::{
    ASSUMPTIONS, Assumptions, Base, GROUPINGS, MOST_SORTED, Marginal, Model, Question, Setting, Study, Sums, Task,
    Threshold, Thresholds, board, group_words, threshold_of,
};
use crate::reading::{self, reads};
use crate::regimes::{self, Regime, Tariff, Words, check};
use crate::units::{Month, Rate};

/// What is to be compared, and on whom.
#[derive(Clone, Debug, Default, Serialize, tsify::Tsify)]
#[serde(deny_unknown_fields)]
pub struct CompareRequest {
    /// `france-2022`, `france-2017` or `pays-de-la-loire-2022`.
    pub base: String,
    /// The month whose law is applied (`2022-10`); that of the incomes when left out.
    #[serde(default)]
    pub month: Option<String>,
    /// Households to draw.
    pub size: ScalarInput,
    /// What the draw begins with.
    pub seed: ScalarInput,
    /// Also draw the other hypotheses, for the intervals.
    #[serde(default)]
    pub hypotheses: bool,
    /// Assumptions that are moved.
    #[serde(default)]
    pub assumptions: Vec<MovedInput>,
    /// Regimes by id, built in or of `own_regimes`.
    pub regimes: Vec<String>,
    /// Regimes written by the caller.
    #[serde(default)]
    pub own_regimes: Vec<Regime>,
}

/// An assumption that is moved.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[serde(deny_unknown_fields)]
pub struct MovedInput {
    /// Its id.
    pub id: String,
    /// Its value.
    pub value: ScalarInput,
}

reads! {
    CompareRequest { base, size, seed, regimes; month, hypotheses, assumptions, own_regimes }
    MovedInput { id, value; }
}

/// An assumption, as a slider shows it.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct AssumptionAnswer {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// Why it has to be supposed.
    pub why: Words,
    /// The value taken.
    pub value: f64,
    /// The lowest that makes sense.
    pub low: f64,
    /// The highest that makes sense.
    pub high: f64,
}

/// Compares regimes over simulated households, the whole work at once: a page gives it to workers, by [`Lab`].
///
/// # Errors
/// A `Refusal` with the problems of the request.
#[wasm_bindgen(unchecked_return_type = "CompareAnswer")]
pub fn compare(#[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    let request: CompareRequest = read(&request)?;
    let study = study(&request)?;
    let tasks = study.tasks().into_iter().map(|task| {
        let counted = study.work(&task);
        (task, counted)
    });
    Ok(object(&study.finish(tasks)))
}

/// A comparison at work.
#[wasm_bindgen]
pub struct Lab {
    study: Study<'static>,
    sums: Sums,
    tasks: Vec<Task>,
}

#[wasm_bindgen]
impl Lab {
    /// Prepares a comparison. The request stays in memory as long as the worker does.
    ///
    /// # Errors
    /// A `Refusal` with the problems of the request.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue) -> Result<Self, JsValue> {
        let study = study(Box::leak(Box::new(read(&request)?)))?;
        Ok(Self {
            sums: study.begin(),
            tasks: study.tasks(),
            study,
        })
    }

    /// How many tasks there are.
    #[must_use]
    pub fn tasks(&self) -> usize {
        self.tasks.len()
    }

    /// Does a task; each must be done once, by this worker or by another.
    pub fn work(&mut self, task: usize) {
        if let Some(task) = self.tasks.get(task) {
            self.sums.add(task, &self.study.work(task));
        }
    }

    /// What this worker counted.
    #[must_use]
    pub fn counted(&mut self) -> Vec<u8> {
        self.sums.to_bytes()
    }

    /// Adds what another worker counted for the same request; `false` when these are not its bytes.
    pub fn add(&mut self, counted: &[u8]) -> bool {
        self.sums.add_bytes(counted)
    }

    /// The comparison, once every task is done and added.
    #[wasm_bindgen(unchecked_return_type = "CompareAnswer")]
    #[must_use]
    pub fn answer(&self) -> JsValue {
        object(&self.study.answer(&self.sums))
    }
}

/// Why nothing of a file can be used.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct FileRefusal {
    /// A short name for programs.
    pub code: &'static str,
    /// The reason and what to do.
    pub reason: Words,
}

impl From<&FileFault> for FileRefusal {
    fn from(fault: &FileFault) -> Self {
        Self {
            code: fault.code(),
            reason: Words {
                fr: fault.french().into(),
                en: fault.to_string().into(),
            },
        }
    }
}

/// A comparison over the households of a CSV file, given piece by piece. Of the request, `month` must be there, and nothing
/// is drawn: `base`, `size`, `seed`, `hypotheses` and `assumptions` do not matter.
#[wasm_bindgen]
pub struct FileLab {
    study: Result<FileStudy<'static>, FileFault>,
}

#[wasm_bindgen]
impl FileLab {
    /// Prepares a comparison over a file of so many bytes. The request stays in memory as long as the worker does.
    ///
    /// # Errors
    /// A `Refusal` with the problems of the request.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
        size: f64,
    ) -> Result<Self, JsValue> {
        let request: &CompareRequest = Box::leak(Box::new(read(&request)?));
        let study = FileStudy::new(file_month(request)?, named_all(request)?);
        let study = study.map_err(|message| refusal("", "not_computable", message))?;
        Ok(Self {
            study: if size > LARGEST_FILE as f64 {
                Err(FileFault::TooLarge)
            } else {
                Ok(study)
            },
        })
    }

    /// Reads on; `false` when nothing of the file can be used, and the rest need not be given.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let read = match &mut self.study {
            Ok(study) => study.push(bytes),
            Err(_) => return false,
        };
        let whole = read.is_ok();
        if let Err(fault) = read {
            self.study = Err(fault);
        }
        whole
    }

    /// The comparison, once the whole file was given, or why there is none.
    #[wasm_bindgen(unchecked_return_type = "CompareAnswer | FileRefusal")]
    #[must_use]
    pub fn answer(self) -> JsValue {
        match self.study.and_then(FileStudy::finish) {
            Ok(comparison) => object(&comparison),
            Err(fault) => object(&FileRefusal::from(&fault)),
        }
    }
}

fn file_month(request: &CompareRequest) -> Result<Month, JsValue> {
    month(request)?.ok_or_else(|| refusal("month", "missing", "a file needs the month of its incomes".to_owned()))
}

/// A column of a file of households.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct ColumnAnswer {
    /// Its name: a file may use either.
    pub name: Words,
    /// What its cells hold.
    pub holds: Words,
    /// What it is, and what an empty cell means when that is not "unknown".
    pub about: Words,
    /// A file must have it, and each row must fill it in.
    pub needed: bool,
}

/// What a file of households may be.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct FileGuide {
    /// The columns.
    pub columns: Vec<ColumnAnswer>,
    /// A few households in these columns.
    pub example: &'static str,
}

/// What a file of households may be.
#[wasm_bindgen(js_name = fileGuide, unchecked_return_type = "FileGuide")]
#[must_use]
pub fn file_guide() -> JsValue {
    let words = |[fr, en]: [String; 2]| Words {
        fr: fr.into(),
        en: en.into(),
    };
    let columns = COLUMNS.iter().map(|column| ColumnAnswer {
        name: both(&column.name),
        holds: words(column.holds()),
        about: words(column.described()),
        needed: column.needed,
    });
    object(&FileGuide {
        columns: columns.collect(),
        example: EXAMPLE,
    })
}

fn study(request: &CompareRequest) -> Result<Study<'_>, JsValue> {
    Study::new(question(request)?).map_err(|message| refusal("", "not_computable", message))
}

fn question(request: &CompareRequest) -> Result<Question<'_>, JsValue> {
    let whole = |field, ScalarInput(text): &ScalarInput| {
        text.parse::<u64>()
            .map_err(|_| refusal(field, "not_a_whole_number", format!("`{text}` is not a whole number")))
    };
    let mut assumptions = Assumptions::default();
    for moved in &request.assumptions {
        let value = moved.value.0.parse().unwrap_or(f64::NAN);
        assumptions
            .set(&moved.id, value)
            .map_err(|message| refusal("assumptions", "no_such_assumption", message))?;
    }
    Ok(Question {
        base: base(&request.base)?,
        month: month(request)?,
        size: whole("size", &request.size)?,
        seed: whole("seed", &request.seed)?,
        assumptions,
        hypotheses: request.hypotheses,
        regimes: named_all(request)?,
    })
}

fn month(request: &CompareRequest) -> Result<Option<Month>, JsValue> {
    let parsed = request.month.as_ref().map(|text| Month::parse(text)).transpose();
    parsed.map_err(|error| refusal("month", "not_a_month", error.to_string()))
}

fn named_all(request: &CompareRequest) -> Result<Vec<&Regime>, JsValue> {
    let ids = request.regimes.iter();
    ids.map(|id| named(request, "regimes", id)).collect()
}

/// A regime of the request or a built-in one.
fn named<'r>(request: &'r CompareRequest, field: &'static str, id: &str) -> Result<&'r Regime, JsValue> {
    let mine = request.own_regimes.iter().find(|regime| regime.id == id);
    mine.or_else(|| regimes::by_id(id))
        .ok_or_else(|| refusal(field, "no_such_regime", format!("no regime is called `{id}`")))
}

fn base(name: &str) -> Result<Base, JsValue> {
    Base::from_name(name).ok_or_else(|| {
        let names = Base::ALL.map(Base::name).join(", ");
        let message = format!("`{name}` is not a population: choose from {names}");
        refusal("base", "not_one_of", message)
    })
}

/// A population to choose.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct BaseAnswer {
    /// Its name in a request.
    pub name: &'static str,
    /// Real households, and the most that can be drawn.
    pub households: f64,
}

/// The populations.
#[wasm_bindgen(unchecked_return_type = "BaseAnswer[]")]
#[must_use]
pub fn bases() -> JsValue {
    object(&Base::ALL.map(|base| BaseAnswer {
        name: base.name(),
        households: base.households() as f64,
    }))
}

/// A regime to choose.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct RegimeName {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: Words,
    /// `in-force`, `lapsed`, `voluntary-offer`, `statutory-list`, `proposal`, `transposed`.
    pub status: &'static str,
}

/// The built-in regimes.
#[wasm_bindgen(unchecked_return_type = "RegimeName[]")]
#[must_use]
pub fn choices() -> JsValue {
    let all: Vec<RegimeName> = regimes::builtin()
        .iter()
        .map(|regime| RegimeName {
            id: &regime.id,
            name: regime.name.clone(),
            status: regime.status.name(),
        })
        .collect();
    object(&all)
}

/// The groups of households in words.
#[wasm_bindgen(js_name = groupNames, unchecked_return_type = "Record<string, Words>")]
#[must_use]
pub fn group_names() -> JsValue {
    let groups = GROUPINGS.iter().flat_map(|(_, groups)| *groups);
    let named: BTreeMap<&str, Words> = groups
        .filter_map(|key| Some((*key, both(&group_words(key)?))))
        .collect();
    object(&named)
}

fn both(text: &Text) -> Words {
    Words {
        fr: text.fr.into(),
        en: text.en.into(),
    }
}

/// The best threshold of a regime for a yearly budget in euros, at each level of take-up; nothing for a level whose first
/// household costs more, or for a regime without one threshold. At most a million households are looked at.
///
/// # Errors
/// A `Refusal` with the problems of the request.
#[wasm_bindgen(unchecked_return_type = "(Threshold | null)[] | null")]
pub fn threshold(
    #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
    id: &str,
    budget: f64,
) -> Result<JsValue, JsValue> {
    let request: CompareRequest = read(&request)?;
    let question = sortable(&request)?;
    let regime = named(&request, "id", id)?;
    if threshold_of(regime).is_none() {
        return Ok(JsValue::NULL);
    }
    let sorted = Thresholds::new(&question, &[regime]).unwrap_or_default();
    let sorted = sorted.first();
    Ok(object(&sorted.map(|sorted| {
        levels(sorted, |sorted, level| sorted.within(budget, level))
    })))
}

/// The question, with no more households than can be sorted.
fn sortable(request: &CompareRequest) -> Result<Question<'_>, JsValue> {
    let mut question = question(request)?;
    question.size = question.size.min(MOST_SORTED);
    Ok(question)
}

/// Under low, central and high take-up.
fn levels<T>(sorted: &Thresholds<'_>, f: impl Fn(&Thresholds<'_>, Rate) -> T) -> [T; 3] {
    let take_up = sorted.regime().granting.take_up;
    [take_up.low, take_up.central, take_up.high].map(|level| f(sorted, level))
}

/// Every threshold of the regimes of a request, exact on the households drawn.
#[wasm_bindgen]
pub struct Frontiers {
    sorted: Vec<Thresholds<'static>>,
}

/// A regime along its thresholds; one without a threshold has a single point.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct FrontierAnswer {
    /// The regime.
    pub id: String,
    /// It has a threshold.
    pub moves: bool,
    /// As it is, no regime at any threshold covers more of the poor without costing more.
    pub unbeaten: bool,
    /// The thresholds that none beats, at the central take-up.
    pub curve: Vec<Threshold>,
    /// What a threshold 1 % higher adds.
    pub marginal: Option<Marginal>,
    /// The best threshold within the budget, under low, central and high take-up.
    pub within: [Option<Threshold>; 3],
    /// The cheapest that covers the share of the poor, under low, central and high take-up.
    pub reaching: [Option<Threshold>; 3],
}

#[wasm_bindgen]
impl Frontiers {
    /// Draws and sorts, at most a million households; regimes without a price are left out. The request stays in memory as
    /// long as the worker does.
    ///
    /// # Errors
    /// A `Refusal` with the problems of the request.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue) -> Result<Self, JsValue> {
        let request: &'static CompareRequest = Box::leak(Box::new(read(&request)?));
        let question = sortable(request)?;
        let priced = question.regimes.iter().copied();
        let priced: Vec<&Regime> = priced
            .filter(|regime| !matches!(regime.tariff, Tariff::NotSet))
            .collect();
        let sorted = Thresholds::new(&question, &priced);
        let sorted = sorted.map_err(|message| refusal("", "not_computable", message))?;
        Ok(Self { sorted })
    }

    /// Each regime: its curve of so many points, the best within a yearly budget in euros, the cheapest that covers a share
    /// of the poor.
    #[wasm_bindgen(unchecked_return_type = "FrontierAnswer[]")]
    #[must_use]
    pub fn answer(&self, points: usize, budget: f64, share: f64) -> JsValue {
        let each = self.sorted.iter().map(|sorted| FrontierAnswer {
            id: sorted.regime().id.to_string(),
            moves: sorted.moves(),
            unbeaten: self.unbeaten(sorted),
            curve: sorted.frontier(points, sorted.regime().granting.take_up.central),
            marginal: sorted.marginal(),
            within: levels(sorted, |sorted, level| sorted.within(budget, level)),
            reaching: levels(sorted, |sorted, level| sorted.reaching(share, level)),
        });
        object(&each.collect::<Vec<_>>())
    }
}

impl Frontiers {
    fn unbeaten(&self, sorted: &Thresholds<'_>) -> bool {
        let central = |sorted: &Thresholds<'_>| sorted.regime().granting.take_up.central;
        let today = sorted.at(Rate::ONE, central(sorted));
        today.is_some_and(|today| {
            let beats = |other: &Thresholds<'_>| {
                let best = other.within(today.cost, central(other));
                let as_good = other.reaching(today.poor_covered, central(other));
                best.is_some_and(|best| best.poor_covered > today.poor_covered)
                    || as_good.is_some_and(|as_good| as_good.cost < today.cost)
            };
            !self.sorted.iter().any(beats)
        })
    }
}

/// A built-in regime, whole, as an editor starts from it.
#[wasm_bindgen(unchecked_return_type = "Regime | null")]
#[must_use]
pub fn regime(id: &str) -> JsValue {
    object(&regimes::by_id(id))
}

/// What the checker says of a regime.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct RemarkAnswer {
    /// The place in the regime: `criteria.all.0.amount`.
    pub path: String,
    /// It describes the regime without being a mistake.
    pub note: bool,
    /// The remark in a sentence.
    pub words: Words,
}

/// What is odd in a regime. One that cannot be read is answered by what is wrong with it, in English in both languages.
#[wasm_bindgen(unchecked_return_type = "RemarkAnswer[]")]
#[must_use]
pub fn lint(#[wasm_bindgen(unchecked_param_type = "Regime")] written: JsValue) -> JsValue {
    let mistake = |path: &str, message: String| RemarkAnswer {
        path: path.into(),
        note: false,
        words: Words {
            fr: message.clone().into(),
            en: message.into(),
        },
    };
    let remarks: Vec<RemarkAnswer> = match tree(&written).map(|tree| reading::read::<Regime>(&tree)) {
        Ok(Ok(regime)) => check::check(&regime)
            .into_iter()
            .map(|remark| RemarkAnswer {
                note: remark.is_note(),
                words: remark.words(),
                path: remark.path,
            })
            .collect(),
        Ok(Err(faults)) => faults
            .iter()
            .map(|fault| mistake(&fault.field, fault.to_string()))
            .collect(),
        Err(message) => vec![mistake("", message)],
    };
    object(&remarks)
}

/// The assumptions that may be moved.
#[wasm_bindgen(unchecked_return_type = "AssumptionAnswer[]")]
#[must_use]
pub fn assumptions() -> JsValue {
    let all: Vec<AssumptionAnswer> = ASSUMPTIONS
        .iter()
        .map(|assumption| AssumptionAnswer {
            id: assumption.id,
            name: both(&assumption.name),
            why: both(&assumption.why),
            value: assumption.value,
            low: assumption.low,
            high: assumption.high,
        })
        .collect();
    object(&all)
}

/// The validation board of a population, with the usual assumptions.
///
/// # Errors
/// A `Refusal`: no such population.
#[wasm_bindgen(js_name = board, unchecked_return_type = "Board")]
pub fn validation_board(name: &str, size: u32, seed: u32) -> Result<JsValue, JsValue> {
    let base = base(name)?;
    let not_there = |reason: String| refusal("base", "not_computable", reason);
    let model = Model::new(base, Assumptions::default())
        .ok_or_else(|| not_there(format!("`{name}` has no table of standards of living")))?;
    let setting = Setting::new(base, Setting::usual_month(base)).map_err(|reason| not_there(reason.to_string()))?;
    Ok(object(&board(&model, &setting, u64::from(size), u64::from(seed))))
}
