//! Every threshold of some regimes at once.

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::super::js::object;
use super::super::refusal::{read, refusal};
use super::{CompareRequest, named, question};
use crate::population::{MOST_SORTED, Marginal, Question, Setting, Threshold, Thresholds, threshold_of};
use crate::regimes::{Regime, Tariff};
use crate::units::Rate;

/// The best threshold of a regime for a yearly budget in euros, at each level of take-up; nothing for a level whose first
/// household costs more, or for a regime without one threshold. At most a million households are looked at.
///
/// # Errors
/// A `Refusal` with the problems of the request.
#[wasm_bindgen(unchecked_return_type = "(Threshold | null)[] | null")]
pub fn threshold(
    #[wasm_bindgen(unchecked_param_type = "CompareRequest")] request: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    budget: f64,
) -> Result<JsValue, JsValue> {
    let request: CompareRequest = read(&request)?;
    if !(budget.is_finite() && budget > 0.0) {
        let message = format!("`{budget}` is not a yearly budget: give euros, above nothing");
        return Err(refusal("budget", "out_of_range", message));
    }
    let question = sortable(&request)?;
    let regime = named(&request, "id", &read::<String>(&id)?)?;
    if threshold_of(regime).is_none() {
        return Ok(JsValue::NULL);
    }
    let sorted = Thresholds::new(&question, &[regime]).map_err(|message| refusal("id", "not_computable", message))?;
    let sorted = sorted.first();
    Ok(object(&sorted.map(|sorted| {
        levels(sorted, |sorted, level| sorted.within(budget, level))
    })))
}

/// The question, with no more households than can be sorted.
fn sortable(request: &CompareRequest) -> Result<Question<'_>, JsValue> {
    let mut question = question(request)?;
    question
        .base
        .drawable(question.size)
        .map_err(|message| refusal("size", "not_computable", message))?;
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
#[tsify(missing_as_null)]
pub struct FrontierAnswer {
    /// The regime.
    pub id: String,
    /// It has a threshold.
    pub moves: bool,
    /// The highest threshold looked at, in euros over its own period: above, no band of the tariff gives anything.
    pub highest: Option<f64>,
    /// Households of a file of whom it cannot be told from which threshold they are in, or what they save: none of its
    /// figures counts them.
    pub undetermined: f64,
    /// As it is, no other regime at any threshold covers more of the poor without costing more if all claim, or as many for 1 % less.
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
        let not_computable = |message: String| refusal("", "not_computable", message);
        let month = question.month.unwrap_or(Setting::usual_month(question.base));
        let setting = Setting::new(question.base, month).map_err(|reason| not_computable(reason.to_string()))?;
        let told = priced(question.regimes.clone(), |regime| setting.untold(regime).is_none());
        let sorted = Thresholds::new(&question, &told).map_err(not_computable)?;
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
            highest: sorted.highest(),
            undetermined: sorted.undetermined(),
            unbeaten: self.unbeaten(sorted),
            curve: sorted.frontier(points, sorted.regime().granting.take_up.central),
            marginal: sorted.marginal(),
            within: levels(sorted, |sorted, level| sorted.within(budget, level)),
            reaching: levels(sorted, |sorted, level| sorted.reaching(share, level)),
        });
        object(&each.collect::<Vec<_>>())
    }
}

/// Regimes that say what their tariff costs, and whose criteria can be computed.
pub(super) fn priced(mut regimes: Vec<&Regime>, computable: impl Fn(&Regime) -> bool) -> Vec<&Regime> {
    regimes.retain(|regime| !matches!(regime.tariff, Tariff::NotSet) && computable(regime));
    regimes
}

impl Frontiers {
    pub(super) const fn of(sorted: Vec<Thresholds<'static>>) -> Self {
        Self { sorted }
    }

    /// Among regimes that can tell for every household.
    fn unbeaten(&self, sorted: &Thresholds<'_>) -> bool {
        let today = sorted.at(Rate::ONE, sorted.regime().granting.take_up.central);
        today.is_some_and(|today| {
            let others = self.sorted.iter().filter(|other| !core::ptr::eq(*other, sorted));
            let mut comparable = others.filter(|other| other.undetermined() == 0.0);
            sorted.undetermined() == 0.0 && !comparable.any(|other| other.beats(&today))
        })
    }
}
