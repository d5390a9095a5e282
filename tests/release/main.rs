//! Tests that read millions of values, run in release mode by `make test`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod numbers;
mod readings;
mod units;
