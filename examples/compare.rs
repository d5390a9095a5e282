//! Two rules over the same 20,000 simulated households of France.
//!
//! `cargo run --release --features population --example compare` prints
//! ```text
//! R1 covers 9.2 % of households
//! R9 covers 18.5 % of households
//! ```
#![allow(clippy::print_stdout, reason = "this is a program")]

use tarif_social::population::{Assumptions, Base, Question, Study};
use tarif_social::regimes;

fn main() -> Result<(), String> {
    let study = Study::new(Question {
        base: Base::France2022,
        month: None,
        size: 20_000,
        seed: 1,
        assumptions: Assumptions::default(),
        hypotheses: false,
        regimes: ["R1", "R9"].into_iter().filter_map(regimes::by_id).collect(),
    })?;
    // Here by one worker. Its tasks may be done in any order and on any number of threads: the figures are the same.
    for regime in study.run().regimes {
        if let Some(share) = regime.share.value {
            println!("{} covers {:.1} % of households", regime.id, 100.0 * share);
        }
    }
    Ok(())
}
