//! Regimes: who is entitled to which price, granted how, paid by whom. They are data; see README.md in this folder.

pub mod bill;
pub mod check;
pub mod evaluate;
#[cfg(feature = "cli")]
pub mod file;
mod model;
pub mod words;

pub use model::*;

#[rustfmt::skip]
mod tables {
    use crate::law::Confidence;
    use crate::units::{Cents, Day, Month, Rate};

    use super::model::*;

    include!(concat!(env!("OUT_DIR"), "/regimes.rs"));
}

/// The built-in regimes, variants after their parent.
#[must_use]
pub fn builtin() -> &'static [Regime] {
    tables::BUILTIN
}

/// The built-in regime of this id (`R1`, `R3b`).
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Regime> {
    builtin().iter().find(|regime| regime.id == id)
}
