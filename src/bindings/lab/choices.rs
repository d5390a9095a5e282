//! What there is to choose from, and what is said of a choice.

use std::collections::BTreeMap;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::super::js::{object, tree};
use super::super::refusal::{read, refusal};
use super::{CompareRequest, question};
use crate::law::{COVERAGE, Text};
use crate::population::{ASSUMPTIONS, Base, GROUPINGS, Model, Question, Setting, board, group_words};
use crate::reading;
use crate::regimes::{self, Regime, Words, check};

/// A population to choose.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
pub struct BaseAnswer {
    /// Its name in a request.
    pub name: &'static str,
    /// Real households, and the most that can be drawn.
    pub households: f64,
    /// The month whose law goes with its incomes: October of their year.
    pub month: String,
    /// The first and the last month whose law the sources cover.
    pub months: [String; 2],
}

/// The populations.
#[wasm_bindgen(unchecked_return_type = "BaseAnswer[]")]
#[must_use]
pub fn bases() -> JsValue {
    object(&Base::ALL.map(|base| BaseAnswer {
        name: base.name(),
        households: base.households() as f64,
        month: Setting::usual_month(base).to_string(),
        months: [COVERAGE.0, COVERAGE.1].map(|month| month.to_string()),
    }))
}

/// A regime to choose.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
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

/// A built-in regime, whole, as an editor starts from it.
#[wasm_bindgen(unchecked_return_type = "Regime | null")]
#[must_use]
pub fn regime(#[wasm_bindgen(unchecked_param_type = "string")] id: JsValue) -> JsValue {
    object(&id.as_string().and_then(|id| regimes::by_id(&id)))
}

/// What the checker says of a regime.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
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
        Err(message) => vec![mistake("", message.to_owned())],
    };
    object(&remarks)
}

/// An assumption, as a slider shows it.
#[derive(Clone, Debug, Serialize, tsify::Tsify)]
#[tsify(missing_as_null)]
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

/// The validation board of the population of a request, under its assumptions; its regimes and its month are not looked at.
///
/// # Errors
/// A `Refusal`: no such population, or not so many households.
#[wasm_bindgen(js_name = board, unchecked_return_type = "Board")]
pub fn validation_board(
    #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
) -> Result<JsValue, JsValue> {
    let request: CompareRequest = read(&request)?;
    let Question {
        base,
        size,
        seed,
        assumptions,
        ..
    } = question(&request)?;
    base.drawable(size)
        .map_err(|message| refusal("size", "not_computable", message))?;
    let not_there = |reason: String| refusal("base", "not_computable", reason);
    let model = Model::new(base, assumptions)
        .ok_or_else(|| not_there(format!("`{}` has no table of standards of living", base.name())))?;
    let setting = Setting::new(base, Setting::usual_month(base)).map_err(|reason| not_there(reason.to_string()))?;
    Ok(object(&board(&model, &setting, size, seed)))
}

/// A text in both languages.
pub(super) fn both(text: &Text) -> Words {
    Words {
        fr: text.fr.into(),
        en: text.en.into(),
    }
}
