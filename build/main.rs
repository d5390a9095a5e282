//! Compiles the dated values, the regimes and the reference tables (TOML) into Rust tables.
fn main() {}
