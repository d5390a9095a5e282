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

/// The first of one's own regimes whose id is that of a built-in one, or of one before it: no answer could tell them apart.
#[must_use]
pub fn taken(own: &[Regime]) -> Option<&Regime> {
    own.iter().enumerate().find_map(|(place, regime)| {
        let mut before = own.iter().take(place);
        (by_id(&regime.id).is_some() || before.any(|other| other.id == regime.id)).then_some(regime)
    })
}

/// The built-in regime of this id (`R1`, `R3b`).
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Regime> {
    builtin().iter().find(|regime| regime.id == id)
}
