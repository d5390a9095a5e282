//! One integration binary; its modules are the suites.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod agreement;
mod benefits;
mod benefits_unknown;
mod api;
mod api_clocks;
mod api_counter;
mod api_family;
mod api_law;
mod api_received;
mod api_words;
mod build_script;
mod cli;
mod conformance;
mod engine;
mod examples;
mod households;
mod law;
mod layout;
mod leaving_out;
mod naive;
mod own_households;
mod own_untold;
mod population;
mod population_assumptions;
mod population_pairs;
mod population_threshold;
mod population_untold;
mod published;
mod reference;
mod reference_samples;
mod reading;
mod regimes;
mod regimes_build;
mod regimes_soundness;
mod regimes_verdicts;
mod row;
mod soundness;
mod spending;
mod spending_budget;
mod spending_build;
mod spending_household;
mod units_wire;
