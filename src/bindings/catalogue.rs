//! All that the engine holds, to show or to search: more than the page of one household needs to download.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::{object, tree};
use crate::api;
use crate::explain::Language;
use crate::reading;

/// Every dated value with its source.
#[wasm_bindgen(unchecked_return_type = "DatedValueAnswer[]")]
#[must_use]
pub fn parameters(#[wasm_bindgen(unchecked_param_type = "Language")] language: JsValue) -> JsValue {
    object(&api::parameters(words_in(language)))
}

/// Every built-in regime.
#[wasm_bindgen(unchecked_return_type = "RegimeRecord[]")]
#[must_use]
pub fn regimes(#[wasm_bindgen(unchecked_param_type = "Language")] language: JsValue) -> JsValue {
    object(&api::regimes(words_in(language)))
}

fn words_in(language: JsValue) -> Language {
    let read = tree(&language).ok().and_then(|tree| reading::read(&tree).ok());
    read.unwrap_or_default()
}
