//! Requests, answers and problems about one household: the command line, the page and other languages all pass here. Those of
//! the comparison stand beside it, in `bindings/lab`.
//!
//! Amounts cross as decimal strings; nothing here reads a clock, a file or the network.

mod answer;
#[cfg(feature = "words")]
mod catalogue;
mod check;
mod next_question;
#[cfg(feature = "words")]
mod pointer_words;
mod pointers;
mod problems;
mod regime_view;
mod request;
mod spending_view;
mod view;

pub use answer::*;
#[cfg(feature = "words")]
pub use catalogue::{catalogue, parameters, parameters_at, regime_record, regimes};
pub use check::{DEFAULT_REGIMES, answer, check, ruleset, unreadable};
pub use problems::{Unread, read};
pub use request::{CheckRequest, Detail, SCHEMA_VERSION};
