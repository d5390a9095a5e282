//! A dated value of the law, and what was known of it before its publication.
//!
//! `cargo run --example parameters` prints
//! ```text
//! 598.54 euros from 2022-07-01: Loi 2022-1158 du 16/08/2022, art. 9
//! 575.52 euros when asked on 2022-07-31
//! ```
#![allow(clippy::print_stdout, reason = "this is a program")]

use tarif_social::law::{Clock, params};
use tarif_social::units::{Day, Month};

fn main() {
    let month = Month::new(2022, 7);
    let base = &params::RSA_MONTANT_DE_BASE;
    if let Some(known) = base.at(Clock { month, known_on: None }) {
        println!(
            "{} euros from {}: {}",
            known.cents(),
            known.dated.from(),
            known.dated.source.title
        );
    }
    let known_on = Day::parse("2022-07-31").ok();
    if let Some(known) = base.at(Clock { month, known_on }) {
        println!("{} euros when asked on 2022-07-31", known.cents());
    }
}
