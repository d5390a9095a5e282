//! A household looked at, in JavaScript.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::{parsed, tree};
use crate::api;

/// The version of this package and the hash of its rules and values.
#[wasm_bindgen(unchecked_return_type = "Ruleset")]
#[must_use]
pub fn ruleset() -> JsValue {
    parsed(&api::ruleset())
}

/// Looks at a household. A request that cannot be read is answered by its problems, never thrown.
#[wasm_bindgen(unchecked_return_type = "CheckAnswer")]
#[must_use]
pub fn check(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue) -> JsValue {
    let answer = match tree(&request) {
        Ok(tree) => api::answer(&tree),
        Err(reason) => api::unreadable(reason),
    };
    parsed(&answer)
}
