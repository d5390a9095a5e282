//! Who is entitled to an internet social tariff in France, what constrained spending leaves to live on,
//! and how alternatives to the rule compare.
//!
//! Modules are listed in reading order: each imports only from those above it.

pub mod reading;
pub mod units;
pub mod law;
pub mod algebra;
pub mod household;
pub mod facts;
pub mod explain;
pub mod benefits;
pub mod spending;
pub mod regimes;
#[cfg(feature = "population")]
pub mod population;
pub mod api;

#[cfg(any(feature = "wasm", feature = "cli"))]
pub mod bindings;
