//! JavaScript objects in, JavaScript objects out.

#[cfg(feature = "check")]
use js_sys::JSON;
use js_sys::{Array, Map, Object};
use serde::Serialize;
#[cfg(any(feature = "catalogue", feature = "lab"))]
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue};

use crate::reading::{DEEPEST, Tree};

/// What a value holds. By hand: the errors of serde-wasm-bindgen bring the printing of floats, 11 kB in brotli.
pub(super) fn tree(value: &JsValue) -> Result<Tree, String> {
    walk(value, DEEPEST).ok_or_else(|| "too many objects or lists, one inside another or side by side".to_owned())
}

/// No list of a request is nearly as long: a longer one would hold the page for seconds before it is refused.
const LONGEST: u32 = 10_000;

fn walk(value: &JsValue, deep: u8) -> Option<Tree> {
    Some(if let Some(text) = value.as_string() {
        Tree::Text(text)
    } else if let Some(truth) = value.as_bool() {
        Tree::Truth(truth)
    } else if let Some(number) = value.as_f64().filter(|number| number.is_finite()) {
        Tree::number(number)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let inside = deep.checked_sub(1).filter(|_| list.length() <= LONGEST)?;
        let items: Option<_> = list.iter().map(|item| walk(&item, inside)).collect();
        Tree::List(items?)
    } else if value.is_object() {
        let inside = deep.checked_sub(1)?;
        let entries = match value.dyn_ref::<Map>() {
            Some(map) => Array::from(map),
            None => Object::entries(value.unchecked_ref()),
        };
        let fields = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            Some((name, walk(&entry.get(1), inside)?))
        });
        Tree::Record(fields.collect::<Option<_>>()?)
    } else if value.is_null() || value.is_undefined() {
        Tree::Nothing
    } else {
        // A function, a symbol, a number that is none: nothing a request is made of, and refused by that name.
        Tree::Text(value.js_typeof().as_string().unwrap_or_default())
    })
}

/// Plain objects, `null` for what is absent: the same bytes as the JSON of the other outlets.
#[cfg(any(feature = "catalogue", feature = "lab"))]
pub(super) fn object<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// The same, of a thousand small texts and without floats: written as one text and parsed by the host, a tenth quicker.
#[cfg(feature = "check")]
pub(super) fn parsed<T: Serialize>(value: &T) -> JsValue {
    let text = serde_json::to_string(value).unwrap_or_default();
    JSON::parse(&text).unwrap_or(JsValue::NULL)
}
