//! The widget's short form, and the rules over one row of its answers.
//!
//! [`judge`] reads the very rules of the engine. Read by [`Code`] instead of amounts, it writes them out as TypeScript
//! ([`typescript`]): a host page whose security policy forbids WebAssembly still runs the engine's own rules, to the cent.
//!
//! A row knows less than a household: what it does not ask stays open, so its verdict is the engine's or "not known".

mod code;
mod facts;
mod typescript;
mod writer;

pub use code::Code;
pub use facts::{Answers, INPUTS, Kind, Row};
pub use typescript::typescript;

use crate::algebra::Domain;
use crate::benefits::{Scales, rights};
use crate::facts::{NotComputable, Values};
use crate::household::Territory;
use crate::law::Clock;
use crate::regimes::bill::{Bill, bill};
use crate::regimes::evaluate::{Leaf, entitled, leaves};
use crate::regimes::{Regime, by_id};
use crate::units::Month;

/// The regimes of the widget: what is on sale, what the law lists, then what was and what is proposed. Not all offers: the
/// short form does not ask for a telephone line.
const REGIMES: [&str; 7] = ["R11", "R5", "R1", "R3", "R6", "R9", "R14"];

/// The regimes a row can settle.
pub fn regimes() -> impl Iterator<Item = &'static Regime> {
    REGIMES.into_iter().filter_map(by_id)
}

/// The law of a month and a place.
#[derive(Clone, Debug)]
pub struct Law {
    values: Values,
    scales: Scales,
}

impl Law {
    /// Reads the values in force.
    ///
    /// # Errors
    /// A month or a place that the sources do not cover.
    pub fn at(month: Month, territory: Territory) -> Result<Self, NotComputable> {
        let clock = Clock { month, known_on: None };
        let values = Values::at(clock, territory)?;
        let scales = Scales::at(&values);
        Ok(Self { values, scales })
    }
}

/// What a regime gives a row.
#[derive(Clone, Debug)]
pub struct Judged<'r, D: Domain> {
    /// The regime.
    pub regime: &'r Regime,
    /// Entitled.
    pub truth: D::Truth,
    /// The criteria that compare amounts or look for benefits.
    pub leaves: Vec<Leaf<'r, D>>,
    /// What it would take off the bill; `None` when it names no price.
    pub bill: Option<Lowered<D>>,
}

/// A bill that a regime lowers, in euros a month.
#[derive(Clone, Copy, Debug)]
pub struct Lowered<D: Domain> {
    /// What is saved.
    pub saving: D::Amount,
    /// The household pays something, and no more than the regime's price already.
    pub cheaper_already: D::Truth,
}

impl<D: Domain> Lowered<D> {
    fn of(bill: &Bill<D>) -> Self {
        Self {
            saving: bill.saving,
            cheaper_already: bill.cheaper_already,
        }
    }
}

/// Reads the rules of each regime over a row.
pub fn judge<'r, D: Domain>(
    row: &Row<D>,
    law: &Law,
    reading: &mut D,
    regimes: impl Iterator<Item = &'r Regime>,
) -> Vec<Judged<'r, D>> {
    let Law { values, scales } = law;
    let mut facts = row.facts(values);
    let rights = rights(reading, &mut facts, values, scales);
    regimes
        .map(|regime| Judged {
            regime,
            truth: entitled(regime, &facts, &rights, values),
            leaves: leaves(&regime.criteria, &facts, &rights, values),
            bill: bill(regime, &facts, &rights, values).as_ref().map(Lowered::of),
        })
        .collect()
}
