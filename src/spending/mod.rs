//! Constrained spending: what a household is committed to pay, under three published definitions side by side, what is
//! left to live on, and what households in published groups spend on average.
//!
//! The scope, the definitions with their sources and what is left out are in `src/spending/README.md`.

mod bounds;
mod budget;
mod compare;
mod costs;
mod definitions;
mod effect;
mod effort;
mod living;
mod posts;
mod prices;
mod reference;

use crate::law::{Confidence, Source};
use crate::units::Day;

pub use bounds::{Bounds, Figure, share_half_up};
pub use budget::{Budget, Left, Missing, Statement};
pub use built::{HEADINGS, SERIES, STANDARDS_OF_LIVING};
pub use compare::{Comparison, Row, cells_like};
pub use definitions::Definition;
pub use effect::Effect;
pub use effort::{ENERGY_EFFORT, ENERGY_RULE, ENERGY_TENTHS, EffortRates, EnergyPoverty, HOUSING_EFFORT};
pub use living::{Bound, Placement, Year, place, year_for};
pub use posts::Family;
pub use prices::{Moved, PRICES_SOURCE, Series};
pub use reference::{Cell, Heading, Mean, STATISTIC, Table, cell, tables};

/// A source, how sure it is, and the last day on which somebody verified that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The publication.
    pub source: Source,
    /// How sure it is.
    pub confidence: Confidence,
    /// The last day it was verified.
    pub checked: Day,
}

/// The tables of `tables/*.toml`, checked and written by the build.
#[rustfmt::skip]
mod built {
    use super::{Bound, Cell, Cited, Heading, Series, Table, Year};
    use crate::household::Post;
    use crate::law::{Confidence, Source, SourceKind, Text};
    use crate::units::{Cents, Day, Month};

    const fn day(year: i32, month: u8, day: u8) -> Day {
        Day::new(Month::new(year, month), day)
    }

    include!(concat!(env!("OUT_DIR"), "/spending.rs"));
}
