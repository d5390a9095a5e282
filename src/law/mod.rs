//! The registry of every dated value: amounts, rates and ages by date, each with its unit and its source.
//!
//! The values stand in TOML files beside the rules that use them (`src/benefits/*/*.toml`), shared ones in
//! this folder. The build checks them and turns them into the statics of [`params`]; a missing unit, source or date
//! fails the build with the file and line. [`Parameter::at`] reads a value under two clocks: the month the right is
//! looked at, and the day on which one is looking.
//!
//! Most figures were transcribed from the parameter files of OpenFisca-France, which cite the texts; the corrections
//! made are said in the titles and notes. [`Confidence`] says how sure each one is.

use core::fmt;

use crate::units::Month;

mod parameter;
mod words;

pub use parameter::{Clock, DatedValue, Known, Parameter, Source};
pub use words::{Confidence, SourceKind, Text, Unit};

/// One static for each parameter, named after its id: `rsa.montant_de_base` is [`params::RSA_MONTANT_DE_BASE`].
#[rustfmt::skip]
pub mod params {
    use super::{Confidence, DatedValue, Parameter, Source, SourceKind, Text, Unit};
    use crate::units::{Day, Month};

    const fn day(year: i32, month: u8, day: u8) -> Day {
        Day::new(Month::new(year, month), day)
    }

    include!(concat!(env!("OUT_DIR"), "/parameters.rs"));
}

include!(concat!(env!("OUT_DIR"), "/ruleset.rs"));

/// Version of the crate that holds the ruleset.
pub const RULESET_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Every parameter, in the order of the ids.
pub static PARAMETERS: &[&Parameter] = params::ALL;

/// The parameter called `id`, if there is one.
///
/// # Example
/// ```
/// use tarif_social::law::{self, Clock};
/// use tarif_social::units::{Cents, Month};
/// let base = law::parameter("rsa.montant_de_base").unwrap();
/// let clock = Clock { month: Month::new(2025, 4), known_on: None };
/// assert_eq!(base.at(clock).unwrap().cents(), Cents::new(64652));
/// ```
#[must_use]
pub fn parameter(id: &str) -> Option<&'static Parameter> {
    let place = PARAMETERS.binary_search_by(|parameter| parameter.id.cmp(id)).ok()?;
    PARAMETERS.get(place).copied()
}

/// `month` itself when the registry covers it.
///
/// # Errors
/// [`NotCovered`] outside [`COVERAGE`].
pub fn covered(month: Month) -> Result<Month, NotCovered> {
    let (first, last) = COVERAGE;
    if (first..=last).contains(&month) {
        Ok(month)
    } else {
        Err(NotCovered { month, first, last })
    }
}

/// A month outside what the sources cover; nothing is extrapolated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCovered {
    /// The month asked for.
    pub month: Month,
    /// The first month covered.
    pub first: Month,
    /// The last month covered.
    pub last: Month,
}

impl fmt::Display for NotCovered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { month, first, last } = self;
        write!(
            f,
            "`{month}` is outside what the sources cover: choose a month from {first} to {last}"
        )
    }
}

impl core::error::Error for NotCovered {}
