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

#[cfg(all(feature = "wasm", target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
