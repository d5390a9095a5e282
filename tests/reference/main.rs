//! Compares a folder of another model's answers: `cargo run --release --features cli --example reference -- DIR`.
//! Without a folder, the sample kept beside this file. Ends with 1 when something is unexplained.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a comparison that meets what it does not expect must stop"
)]

#[path = "../suite/engine.rs"]
mod engine;
#[path = "../suite/naive/mod.rs"]
mod naive;
#[path = "../suite/reference/mod.rs"]
mod reference;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let sample = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reference/openfisca");
    let folder = std::env::args_os().nth(1).map_or_else(sample, PathBuf::from);
    let comparisons = reference::compare_folder(&folder);
    for comparison in &comparisons {
        print!("{comparison}");
    }
    let unexplained: usize = comparisons.iter().map(|comparison| comparison.unexplained.len()).sum();
    if comparisons.is_empty() {
        eprintln!(
            "no `*.jsonl.gz` in `{}`: give a folder of reference files",
            folder.display()
        );
        return ExitCode::FAILURE;
    }
    println!(
        "{} households, {unexplained} unexplained",
        comparisons.iter().map(|one| one.households).sum::<usize>()
    );
    if unexplained == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
