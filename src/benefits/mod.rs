//! The benefits: one folder each, with its rule, its dated values (`parameters.toml`) and its scope (`README.md`).

pub mod rsa;
