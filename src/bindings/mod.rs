//! The engine as other languages see it: thin wrappers, no rule.

#[cfg(feature = "catalogue")]
mod catalogue;
#[cfg(feature = "cli")]
pub mod row;
#[cfg(feature = "wasm")]
mod wasm;
