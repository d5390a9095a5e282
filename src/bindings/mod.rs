//! The engine as other languages see it: thin wrappers, no rule.

mod wasm;
