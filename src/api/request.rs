use serde::Serialize;

use crate::explain::Language;
use crate::household::HouseholdInput;
use crate::reading::{reads, word};
use crate::regimes::Regime;

/// Version of the requests and answers; a request of another version is refused.
pub const SCHEMA_VERSION: u32 = 1;

word! {
    /// How much of an answer is wanted.
    #[derive(Default)]
    Detail {
        /// All of it.
        #[default]
        Full = "full",
        /// What thousands of households are looked at for: verdicts with their reasons and bills, the RSA and the other
        /// benefits, the next question. Without criteria, steps, values, constrained spending and what exists besides.
        Verdicts = "verdicts",
    }
}

/// A household to look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct CheckRequest {
    /// The structure that this version reads: 1.
    pub schema_version: u32,
    /// The month the right is looked at: `2014-11`.
    pub month: String,
    /// The day on which one is looking (`2014-11-30`): what was published later is ignored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<String>,
    /// Language of the sentences.
    #[serde(default)]
    pub language: Language,
    /// The regimes to evaluate, by id; those of the default comparison when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regimes: Option<Vec<String>>,
    /// Regimes written by the caller, evaluated after the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_regimes: Vec<Regime>,
    /// Regimes whose aids are put together on the one bill, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<String>,
    /// How much of the answer is wanted.
    #[serde(default)]
    pub detail: Detail,
    /// The household.
    #[serde(default)]
    pub household: HouseholdInput,
}

impl Default for CheckRequest {
    /// Nobody, in no month: fill in at least `month` and `household`.
    fn default() -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            month: String::new(),
            known_on: None,
            language: Language::default(),
            regimes: None,
            own_regimes: Vec::new(),
            together: Vec::new(),
            detail: Detail::default(),
            household: HouseholdInput::default(),
        }
    }
}

reads! {
    CheckRequest { schema_version, month; known_on, language, regimes, own_regimes, together, detail, household }
}
