//! Money, rates and months: the only place where arithmetic can round or reach a limit.
//!
//! Amounts outside the rules are [`Euros`] (exact decimals, two digits at most); inside the rules they are
//! [`Cents`] (integers). Rates are [`Rate`], integers in millionths. Every rounding is a named method that
//! says what it rounds and why.

pub(crate) mod digits;
mod money;
mod time;
mod wire;

pub use money::{AmountError, Cents, Euros, Rate, RateError};
pub use time::{Day, Month, TimeError};
