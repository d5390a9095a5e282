//! The comparison of regimes, in JavaScript: pieces of work that any number of workers may do, then the answer.

use std::collections::BTreeMap;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::{object, tree};
use crate::household::ScalarInput;
use crate::law::Text;
use crate::population::{
    ASSUMPTIONS, Assumptions, Base, GROUPINGS, MOST_SORTED, Model, Question, Setting, Study, Sums, Task, Thresholds,
    board, group_words,
};
use crate::reading::{self, reads};
use crate::regimes::{self, Regime, Words, check};
use crate::units::Month;

/// What is to be compared, and on whom.
#[derive(Clone, Debug, Default, Serialize, tsify::Tsify)]
#[serde(default, deny_unknown_fields)]
pub struct LabRequest {
    /// `france-2022`, `france-2017` or `pays-de-la-loire-2022`.
    pub base: String,
    /// The month whose law is applied (`2022-10`); that of the incomes when left out.
    pub month: Option<String>,
    /// Households to draw.
    pub size: ScalarInput,
    /// What the draw begins with.
    pub seed: ScalarInput,
    /// Also draw the other hypotheses, for the intervals.
    pub hypotheses: bool,
    /// Assumptions that are moved.
    pub assumptions: Vec<MovedInput>,
    /// Regimes by id, built in or of `own_regimes`.
    pub regimes: Vec<String>,
    /// Regimes written by the caller.
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
    LabRequest { base, size, seed, regimes; month, hypotheses, assumptions, own_regimes }
    MovedInput { id, value; }
}

/// Something wrong with a request.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
pub struct LabProblem {
    /// The field; empty when it is none by itself.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
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

/// A comparison at work. When the request cannot be answered, [`Lab::problems`] says why and there is no work to do.
#[wasm_bindgen]
pub struct Lab {
    study: Option<(Study<'static>, Sums)>,
    tasks: Vec<Task>,
    problems: Vec<LabProblem>,
}

#[wasm_bindgen]
impl Lab {
    /// Prepares a comparison. The caller's own regimes stay in memory as long as the worker does.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "LabRequest")] request: JsValue) -> Self {
        let study = question(&request).and_then(|question| {
            Study::new(question).map_err(|message| {
                vec![LabProblem {
                    field: String::new(),
                    message,
                }]
            })
        });
        match study {
            Ok(study) => Self {
                tasks: study.tasks(),
                study: Some((study.clone(), study.begin())),
                problems: Vec::new(),
            },
            Err(problems) => Self {
                study: None,
                tasks: Vec::new(),
                problems,
            },
        }
    }

    /// What is wrong with the request.
    #[wasm_bindgen(unchecked_return_type = "LabProblem[]")]
    #[must_use]
    pub fn problems(&self) -> JsValue {
        object(&self.problems)
    }

    /// How many tasks there are.
    #[must_use]
    pub fn tasks(&self) -> usize {
        self.tasks.len()
    }

    /// Does a task; each must be done once, by this worker or by another.
    pub fn work(&mut self, task: usize) {
        if let (Some((study, sums)), Some(task)) = (&mut self.study, self.tasks.get(task)) {
            sums.add(task, &study.work(task));
        }
    }

    /// What this worker counted.
    #[must_use]
    pub fn counted(&mut self) -> Vec<u8> {
        self.study.as_mut().map_or_else(Vec::new, |(_, sums)| sums.to_bytes())
    }

    /// Adds what another worker counted for the same request; `false` when these are not its bytes.
    pub fn add(&mut self, counted: &[u8]) -> bool {
        match &mut self.study {
            Some((_, sums)) => sums.add_bytes(counted),
            None => false,
        }
    }

    /// The comparison, once every task is done and added.
    #[wasm_bindgen(unchecked_return_type = "Comparison | null")]
    #[must_use]
    pub fn answer(&self) -> JsValue {
        match &self.study {
            Some((study, sums)) => object(&study.answer(sums)),
            None => JsValue::NULL,
        }
    }
}

fn question(request: &JsValue) -> Result<Question<'static>, Vec<LabProblem>> {
    let wrong = |field: &str, message: String| {
        vec![LabProblem {
            field: field.into(),
            message,
        }]
    };
    let request: LabRequest = tree(request)
        .map_err(|reason| wrong("", reason))
        .and_then(|tree| reading::read(&tree).map_err(|faults| faults.iter().map(problem).collect()))?;
    let base = base(&request.base)?;
    let month = match &request.month {
        Some(text) => Some(Month::parse(text).map_err(|error| wrong("month", error.to_string()))?),
        None => None,
    };
    let whole = |field: &str, input: &ScalarInput| {
        let text = &input.0;
        text.parse::<u64>()
            .map_err(|_| wrong(field, format!("`{text}` is not a whole number")))
    };
    let mut assumptions = Assumptions::default();
    for moved in &request.assumptions {
        let value = moved.value.0.parse().unwrap_or(f64::NAN);
        assumptions
            .set(&moved.id, value)
            .map_err(|message| wrong("assumptions", message))?;
    }
    let own: &'static [Regime] = Box::leak(request.own_regimes.into_boxed_slice());
    let find = |id: &String| {
        let mine = own.iter().find(|regime| regime.id == id.as_str());
        mine.or_else(|| regimes::by_id(id))
            .ok_or_else(|| wrong("regimes", format!("no regime is called `{id}`")))
    };
    Ok(Question {
        base,
        month,
        size: whole("size", &request.size)?,
        seed: whole("seed", &request.seed)?,
        assumptions,
        hypotheses: request.hypotheses,
        regimes: request.regimes.iter().map(find).collect::<Result<_, _>>()?,
    })
}

fn base(name: &str) -> Result<Base, Vec<LabProblem>> {
    Base::from_name(name).ok_or_else(|| {
        let names = Base::ALL.map(Base::name).join(", ");
        vec![LabProblem {
            field: "base".into(),
            message: format!("`{name}` is not a population: choose from {names}"),
        }]
    })
}

fn problem(fault: &reading::Fault) -> LabProblem {
    LabProblem {
        field: fault.field.clone(),
        message: fault.to_string(),
    }
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
#[wasm_bindgen(unchecked_return_type = "(Threshold | null)[] | null")]
#[must_use]
pub fn threshold(
    #[wasm_bindgen(unchecked_param_type = "LabRequest")] request: JsValue,
    id: &str,
    budget: f64,
) -> JsValue {
    let Ok(mut question) = question(&request) else {
        return JsValue::NULL;
    };
    question.size = question.size.min(MOST_SORTED);
    let found = question.regimes.iter().find(|regime| regime.id == id);
    let sorted = found.and_then(|regime| Some((regime, Thresholds::new(&question, regime).ok()?)));
    object(&sorted.map(|(regime, sorted)| {
        let take_up = regime.granting.take_up;
        [take_up.low, take_up.central, take_up.high].map(|level| sorted.within(budget, level))
    }))
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
#[wasm_bindgen(js_name = board, unchecked_return_type = "Board | null")]
#[must_use]
pub fn validation_board(name: &str, size: u32, seed: u32) -> JsValue {
    let drawn = || {
        let base = Base::from_name(name)?;
        let model = Model::new(base, Assumptions::default())?;
        let setting = Setting::new(base, Setting::usual_month(base)).ok()?;
        Some(board(&model, &setting, u64::from(size), u64::from(seed)))
    };
    object(&drawn())
}
