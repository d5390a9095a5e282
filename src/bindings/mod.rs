//! The engine as other languages see it: thin wrappers, no rule.

#[cfg(feature = "catalogue")]
mod catalogue;
mod wasm;
