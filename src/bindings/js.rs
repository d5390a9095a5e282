//! JavaScript objects in, JavaScript objects out.

#[cfg(feature = "check")]
use js_sys::JSON;
use js_sys::{Array, Map};
use serde::Serialize;
#[cfg(any(feature = "catalogue", feature = "lab"))]
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::reading::{DEEPEST, Tree};

#[wasm_bindgen]
extern "C" {
    /// Catching, as what is read may be getters: an exception that crossed this code would leave its stack unusable.
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn items(list: &JsValue) -> Result<Array, JsValue>;
}

/// What a value holds. By hand: the errors of serde-wasm-bindgen bring the printing of floats, 11 kB in brotli.
pub(super) fn tree(value: &JsValue) -> Result<Tree, &'static str> {
    walk(value, DEEPEST)
}

/// No list of a request is nearly as long: a longer one would hold the page for seconds before it is refused.
const LONGEST: u32 = 10_000;

const ENDLESS: &str = "too many objects or lists, one inside another or side by side";
const THROWS: &str = "reading one of its fields throws";

fn walk(value: &JsValue, deep: u8) -> Result<Tree, &'static str> {
    Ok(if let Some(text) = value.as_string() {
        Tree::Text(text)
    } else if let Some(truth) = value.as_bool() {
        Tree::Truth(truth)
    } else if let Some(number) = value.as_f64().filter(|number| number.is_finite()) {
        Tree::number(number)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        let inside = deep
            .checked_sub(1)
            .filter(|_| list.length() <= LONGEST)
            .ok_or(ENDLESS)?;
        let list = items(value).or(Err(THROWS))?;
        let items: Result<_, _> = list.iter().map(|item| walk(&item, inside)).collect();
        Tree::List(items?)
    } else if value.is_object() {
        let inside = deep.checked_sub(1).ok_or(ENDLESS)?;
        let entries = if value.is_instance_of::<Map>() {
            items(value)
        } else {
            entries(value)
        };
        let entries = entries.or(Err(THROWS))?;
        let fields = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            Ok((name, walk(&entry.get(1), inside)?))
        });
        Tree::Record(fields.collect::<Result<_, _>>()?)
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
