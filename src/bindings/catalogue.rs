//! All that the engine holds, to show or to search: more than the page of one household needs to download.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::object;
use super::refusal::read;
use crate::api;
use crate::explain::Language;

/// All the words, articles and sources that answers point at by id, in a language, French when left out.
///
/// # Errors
/// A `Refusal`: no such language.
#[wasm_bindgen(unchecked_return_type = "Catalogue")]
pub fn catalogue(
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Result<JsValue, JsValue> {
    Ok(object(&api::catalogue(words_in(&language)?)))
}

/// Every dated value with its source, in a language, French when left out.
///
/// # Errors
/// A `Refusal`: no such language.
#[wasm_bindgen(unchecked_return_type = "DatedValueAnswer[]")]
pub fn parameters(
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Result<JsValue, JsValue> {
    Ok(object(&api::parameters(words_in(&language)?)))
}

/// Every built-in regime, in a language, French when left out.
///
/// # Errors
/// A `Refusal`: no such language.
#[wasm_bindgen(unchecked_return_type = "RegimeRecord[]")]
pub fn regimes(
    #[wasm_bindgen(unchecked_optional_param_type = "Language")] language: JsValue,
) -> Result<JsValue, JsValue> {
    Ok(object(&api::regimes(words_in(&language)?)))
}

fn words_in(language: &JsValue) -> Result<Language, JsValue> {
    if language.is_undefined() {
        return Ok(Language::default());
    }
    read(language)
}
