//! The engine as other languages see it: thin wrappers, no rule.

#[cfg(feature = "catalogue")]
mod catalogue;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "wasm")]
mod js;
#[cfg(feature = "lab")]
pub mod lab;
#[cfg(any(feature = "catalogue", feature = "lab"))]
mod refusal;
#[cfg(feature = "cli")]
pub mod row;
