//! Compiles the dated values (TOML) into Rust tables and computes the hash of the ruleset.

#[path = "../src/household/words.rs"]
#[allow(
    dead_code,
    clippy::enum_variant_names,
    reason = "the build uses a part of what the crate offers"
)]
mod household;
#[path = "../src/law/words.rs"]
#[allow(dead_code, missing_docs, reason = "the build uses a part of what the crate offers")]
mod law;
mod parameters;
mod population;
#[path = "../src/reading/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    missing_docs,
    reason = "the build uses a part of what the crate offers"
)]
mod reading;
mod regimes;
mod ruleset;
mod spending;
mod tables;
#[path = "../src/units/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    missing_docs,
    reason = "the build uses a part of what the crate offers"
)]
mod units;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=build");
    // Compiled for size (`z`) or a little (`2`), what would be inlined at a hundred places stays out of line.
    let level = env::var("OPT_LEVEL").unwrap_or_default();
    if matches!(level.as_str(), "2" | "z") {
        println!("cargo::rustc-cfg=smaller");
    }
    if level == "z" {
        println!("cargo::rustc-cfg=smallest");
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let sources = ruleset::files(Path::new("src"))?;
    let parameters = parameters::read_all(&sources)?;
    write("parameters.rs", &tables::parameters(&parameters))?;
    write("spending.rs", &spending::compile(&sources)?)?;
    write("population.rs", &population::compile(&sources)?)?;
    write("regimes.rs", &regimes::tables(&sources)?)?;
    write("ruleset.rs", &tables::ruleset(&ruleset::hash(&sources)))
}

fn write(name: &str, text: &str) -> Result<(), Vec<String>> {
    let folder = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&folder).join(name), text).map_err(|error| vec![format!("{name}: {error}")])
}
