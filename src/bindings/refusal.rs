//! What is thrown: an error that holds its problems, never a text.

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::js::{object, tree};
use crate::api::ProblemAnswer;
use crate::reading::{self, Fault, Read};

#[wasm_bindgen(typescript_custom_section)]
const REFUSAL: &str = r#"
/**
 * What every function but `check` throws when it cannot use what it was given. `message` says all the problems.
 */
export interface Refusal extends Error {
    name: "Refusal";
    /**
     * Each of them.
     */
    problems: ProblemAnswer[];
}
"#;

/// What a function is given, or every problem of it, in English.
pub(super) fn read<T: Read>(value: &JsValue) -> Result<T, JsValue> {
    let unreadable = |reason: &str| refusal("", "unreadable", reason.to_owned());
    let tree = tree(value).map_err(unreadable)?;
    reading::read(&tree).map_err(|faults| {
        let problem = |fault: Fault| ProblemAnswer {
            message: fault.refusal.to_string().into(),
            code: fault.refusal.code().into(),
            field: fault.field.into(),
            value: fault.value.into(),
        };
        refusals(faults.into_iter().map(problem).collect())
    })
}

/// The error to throw, a `Refusal` of the types above, for one problem.
pub(super) fn refusal(field: &'static str, code: &'static str, message: String) -> JsValue {
    refusals(vec![ProblemAnswer {
        field: field.into(),
        value: "".into(),
        code: code.into(),
        message: message.into(),
    }])
}

fn refusals(problems: Vec<ProblemAnswer>) -> JsValue {
    let said = problems.iter().map(|problem| match problem.field.as_ref() {
        "" => problem.message.to_string(),
        field => format!("{field}: {}", problem.message),
    });
    let error = Error::new(&said.collect::<Vec<_>>().join("; "));
    error.set_name("Refusal");
    // An object made here takes any property.
    let _ = Reflect::set(&error, &"problems".into(), &object(&problems));
    error.into()
}
