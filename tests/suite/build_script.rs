//! The modules of the build script, loaded once for the suites that show what it refuses.
#![allow(dead_code, reason = "the build writes what the tests only read")]

#[path = "../../build/parameters.rs"]
pub mod parameters;
#[path = "../../build/ruleset.rs"]
pub mod ruleset;
#[path = "../../build/spending.rs"]
pub mod spending;
#[path = "../../build/tables.rs"]
pub mod tables;
use tarif_social::units;
