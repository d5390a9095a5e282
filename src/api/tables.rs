//! Everything the engine holds, for the page "sources and method" and for `params`.

use super::answer::{DatedValueAnswer, RegimeRecord};
use super::regime_view::record;
use super::view::dated_value;
use crate::explain::Language;
use crate::law::{Clock, PARAMETERS};
use crate::regimes::builtin;

/// Every dated value, in the order of the ids, then of the dates.
///
/// # Example
/// ```
/// use tarif_social::{api, explain::Language};
/// let table = api::parameters(Language::French);
/// let base = table.iter().rfind(|value| value.id == "rsa.montant_de_base").unwrap();
/// assert_eq!(base.value.as_deref(), Some("651.69"));
/// assert_eq!(base.source.confidence, "law");
/// ```
#[must_use]
pub fn parameters(language: Language) -> Vec<DatedValueAnswer> {
    PARAMETERS
        .iter()
        .flat_map(|parameter| {
            parameter
                .values
                .iter()
                .map(|value| dated_value(parameter, value, language))
        })
        .collect()
}

/// Every built-in regime, variants after their parent.
#[must_use]
pub fn regimes(language: Language) -> Vec<RegimeRecord> {
    builtin().iter().map(|regime| record(regime, language)).collect()
}

/// The dated values in force under a clock, in the order of the ids.
#[must_use]
pub fn parameters_at(clock: Clock, language: Language) -> Vec<DatedValueAnswer> {
    PARAMETERS
        .iter()
        .filter_map(|parameter| parameter.at(clock))
        .map(|known| dated_value(known.parameter, known.dated, language))
        .collect()
}
