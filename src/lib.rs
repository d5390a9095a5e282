//! Who is entitled to an internet social tariff in France, what constrained spending leaves to live on,
//! and how alternatives to the rule compare.
//!
//! [`api::check`] answers one household, `population::Question` a whole population (with the feature `population`). The feature
//! `words`, on by default, holds labels, doubts and sources.
//!
//! ```
//! use tarif_social::api::{CheckAnswer, CheckRequest, check};
//! use tarif_social::household::{HouseholdInput, PersonInput, Role};
//!
//! let person = PersonInput { role: Some(Role::Applicant), age: Some(40), ..PersonInput::default() };
//! let household = HouseholdInput { persons: vec![person], ..HouseholdInput::default() };
//! let request = CheckRequest { month: "2014-11".into(), household, ..CheckRequest::default() };
//! let CheckAnswer::Success(answer) = check(&request) else { panic!() };
//! // Hardly anything is known: the answer says what to ask next.
//! assert!(answer.next_question.is_some());
//! ```
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
