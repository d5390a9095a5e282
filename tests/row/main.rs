//! Random rows of the widget and what the engine's rules say of them, for the widget's own test to compare.
//!
//! `cargo run --example row --features cli -- COUNT SEED`: one line a row: territory, month, the answers, a sum of the
//! verdicts, bills and leaves.
#![allow(clippy::print_stdout, reason = "this is a program")]

use rand_core::{RngCore, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::io::{BufWriter, Write};

use tarif_social::algebra::{Range, Ranges, Unknowns, Verdict, Whole};
use tarif_social::bindings::row::{Answers, INPUTS, Judged, Kind, Law, Row, judge, regimes};
use tarif_social::household::Territory;
use tarif_social::law::COVERAGE;
use tarif_social::units::Cents;

/// Answers drawn at random: exact, between two bounds, or not given.
struct Draw<'r> {
    random: &'r mut Pcg64Mcg,
    drawn: Vec<(i64, i64)>,
}

impl Draw<'_> {
    fn up_to(&mut self, most: i64) -> i64 {
        (self.random.next_u64() % (most.unsigned_abs() + 1)) as i64
    }

    fn draw(&mut self, place: usize) -> (i64, i64) {
        let kind = INPUTS.get(place).map_or(Kind::Truth, |(_, kind)| *kind);
        let (low, high) = kind.bounds();
        // Small amounts are where thresholds are; the largest ones are where arithmetic could fail.
        let high = match (kind, self.up_to(9)) {
            (Kind::Amount(_), 0) => high,
            (Kind::Amount(most), 1..=5) => most / 50,
            (Kind::Amount(most), _) => most / 500,
            _ => high,
        };
        let one = low + self.up_to(high - low);
        let drawn = match self.up_to(3) {
            0 => (low, high),
            1 => {
                let other = low + self.up_to(high - low);
                (one.min(other), one.max(other))
            }
            _ => (one, one),
        };
        self.drawn.push(drawn);
        drawn
    }
}

impl Answers<Ranges> for Draw<'_> {
    fn truth(&mut self, place: usize) -> Verdict {
        match self.draw(place) {
            (0, 0) => Verdict::No,
            (1, 1) => Verdict::Yes,
            _ => Verdict::Maybe(Unknowns::one(place as u8)),
        }
    }

    fn count(&mut self, place: usize) -> Whole {
        let (low, high) = self.draw(place);
        Whole::new(low, high, Unknowns::one(place as u8))
    }

    fn amount(&mut self, place: usize) -> Range {
        let (low, high) = self.draw(place);
        Range::new(Cents::new(low), Cents::new(high), Unknowns::one(place as u8))
    }
}

/// FNV-1a over the text of every number.
struct Sum(u32);

impl Sum {
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([b' ']) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(16_777_619);
        }
    }

    fn open(&mut self, open: Unknowns) {
        let bits: u32 = (0..32).filter(|bit| open.has(*bit)).map(|bit| 1 << bit).sum();
        self.add(&bits.to_string());
    }

    fn truth(&mut self, truth: Verdict) {
        match truth {
            Verdict::Yes => self.add("true"),
            Verdict::No => self.add("false"),
            Verdict::Maybe(open) => self.open(open),
        }
    }

    fn range(&mut self, range: Range) {
        self.add(&range.low().count().to_string());
        self.add(&range.high().count().to_string());
        self.open(range.open());
    }

    fn of(judged: &[Judged<'_, Ranges>]) -> u32 {
        let mut sum = Self(2_166_136_261);
        for regime in judged {
            sum.truth(regime.truth);
            if let Some(bill) = &regime.bill {
                sum.range(bill.saving);
                sum.truth(bill.cheaper_already);
            }
            for leaf in &regime.leaves {
                sum.truth(leaf.truth);
                if let Some((value, limit)) = leaf.compared {
                    sum.range(value);
                    sum.range(limit);
                }
            }
        }
        sum.0
    }
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).map_while(|text| text.parse::<u64>().ok());
    let count = arguments.next().unwrap_or(1_000);
    let mut random = Pcg64Mcg::seed_from_u64(arguments.next().unwrap_or(2014));
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (first, last) = COVERAGE;
    let months = u64::try_from(last.since(first)).unwrap_or(0) + 1;
    let mut written = 0;
    while written < count {
        let month = (random.next_u64() % months) as i32;
        let place = (random.next_u64() % 4) as usize;
        let territory = Territory::ALL.get(place).copied().unwrap_or(Territory::Metropolitan);
        let Ok(law) = Law::at(first.plus(month), territory) else {
            continue;
        };
        let mut draw = Draw {
            random: &mut random,
            drawn: Vec::with_capacity(INPUTS.len()),
        };
        let row = Row::of(&mut draw);
        let answers: Vec<String> = draw.drawn.iter().map(|(low, high)| format!("{low} {high}")).collect();
        let sum = Sum::of(&judge(&row, &law, &mut Ranges::silent(), regimes()));
        writeln!(out, "{} {month} {} {sum}", territory.name(), answers.join(" "))?;
        written += 1;
    }
    out.flush()
}
