//! JavaScript: objects in, objects out.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::api;
use crate::reading::Tree;

/// The version of this package and the hash of its rules and values.
#[wasm_bindgen(unchecked_return_type = "Ruleset")]
#[must_use]
pub fn ruleset() -> JsValue {
    object(&api::ruleset())
}

/// Looks at a household. A request that cannot be read is answered by its problems, never thrown.
#[wasm_bindgen(unchecked_return_type = "CheckAnswer")]
#[must_use]
pub fn check(#[wasm_bindgen(unchecked_param_type = "CheckRequest")] request: JsValue) -> JsValue {
    let answer = match tree(request) {
        Ok(tree) => api::answer(&tree),
        Err(reason) => api::unreadable(&reason),
    };
    object(&answer)
}

pub(super) fn tree(value: JsValue) -> Result<Tree, String> {
    serde_wasm_bindgen::from_value(value).map_err(|error| error.to_string())
}

/// Plain objects, `null` for what is absent: the same bytes as the JSON of the other outlets.
pub(super) fn object<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
