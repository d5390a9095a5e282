//! The comparison of regimes, in JavaScript: pieces of work that any number of workers may do, then the answer.

mod choices;
mod file;
mod thresholds;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::object;
use super::refusal::{read, refusal};
use crate::household::ScalarInput;
use crate::population::{Assumptions, Base, Question, Study, Sums, Task};
use crate::reading::reads;
use crate::regimes::check::check;
use crate::regimes::{self, Regime};
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

/// Compares regimes over simulated households, the whole work at once: a page gives it to workers, by [`Lab`].
///
/// # Errors
/// A `Refusal` with the problems of the request.
#[wasm_bindgen(unchecked_return_type = "CompareAnswer")]
pub fn compare(#[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    let request: CompareRequest = read(&request)?;
    Ok(object(&study(&request)?.run()))
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
            self.study.work(&mut self.sums, task);
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

fn study(request: &CompareRequest) -> Result<Study<'_>, JsValue> {
    Study::new(question(request)?).map_err(|message| refusal("", "not_computable", message))
}

fn question(request: &CompareRequest) -> Result<Question<'_>, JsValue> {
    let mut assumptions = Assumptions::default();
    for moved in &request.assumptions {
        let refused = |message| refusal("assumptions", "no_such_assumption", message);
        let ScalarInput(text) = &moved.value;
        let value =
            Rate::nearest(text).map_err(|_| refused(format!("`{text}` is not a number: write it like 0.62")))?;
        let value = value.millionths() as f64 / 1e6;
        assumptions.set(&moved.id, value).map_err(refused)?;
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

/// The largest whole number that JavaScript gives back exactly.
const EXACT: u64 = (1 << 53) - 1;

/// A whole number, as typed.
fn whole(field: &'static str, ScalarInput(text): &ScalarInput) -> Result<u64, JsValue> {
    let number = text.parse().ok().filter(|number| *number <= EXACT);
    number.ok_or_else(|| {
        let message = format!("`{text}` is not a whole number from 0 to {EXACT}");
        refusal(field, "not_a_whole_number", message)
    })
}

fn month(request: &CompareRequest) -> Result<Option<Month>, JsValue> {
    let parsed = request.month.as_ref().map(|text| Month::parse(text)).transpose();
    parsed.map_err(|error| refusal("month", "not_a_month", error.to_string()))
}

fn named_all(request: &CompareRequest) -> Result<Vec<&Regime>, JsValue> {
    for regime in &request.own_regimes {
        let faults = check(regime).into_iter().filter(|remark| !remark.is_note());
        let said: Vec<String> = faults
            .map(|fault| format!("{}: {}", fault.path, fault.words().en))
            .collect();
        if !said.is_empty() {
            return Err(refusal(
                "own_regimes",
                "faulty_rule",
                format!("`{}` is faulty: {}", regime.id, said.join("; ")),
            ));
        }
    }
    if let Some(taken) = regimes::taken(&request.own_regimes) {
        let words = format!("another regime is called `{}`: give it an id of its own", taken.id);
        return Err(refusal("own_regimes", "id_taken", words));
    }
    let mut regimes: Vec<&Regime> = Vec::new();
    for id in &request.regimes {
        let regime = named(request, "regimes", id)?;
        // Named twice, it is compared once.
        if regimes.iter().all(|known| known.id != regime.id) {
            regimes.push(regime);
        }
    }
    Ok(regimes)
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
