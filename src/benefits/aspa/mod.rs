//! Allocation de solidarité aux personnes âgées and allocation supplémentaire d'invalidité (CSS L815-1 and L815-24 and
//! following): their amounts and ceilings, not the rights themselves.
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::law::{Clock, Known, params};

/// Largest ASPA (CSS D815-1), in euros a year: of one person, or of a couple who both receive it.
///
/// # Example
/// ```
/// use tarif_social::benefits::aspa;
/// use tarif_social::law::Clock;
/// use tarif_social::units::{Cents, Month};
/// let clock = Clock { month: Month::new(2014, 11), known_on: None };
/// assert_eq!(aspa::maximum(clock, false).map(|known| known.cents()), Some(Cents::new(960_000)));
/// assert_eq!(aspa::asi_ceiling(clock, true).map(|known| known.cents()), Some(Cents::new(1_475_532)));
/// ```
#[must_use]
pub fn maximum(clock: Clock, couple: bool) -> Option<Known> {
    if couple {
        params::ASPA_MONTANT_COUPLE.at(clock)
    } else {
        params::ASPA_MONTANT_SEUL.at(clock)
    }
}

/// Ceiling on the resources, ASPA included (CSS D815-1), in euros a year.
#[must_use]
pub fn ceiling(clock: Clock, couple: bool) -> Option<Known> {
    if couple {
        params::ASPA_PLAFOND_COUPLE.at(clock)
    } else {
        params::ASPA_PLAFOND_SEUL.at(clock)
    }
}

/// Largest ASI (CSS D815-19), in euros a year; `None` from April 2020, when it became a top-up to the ceiling.
#[must_use]
pub fn asi_maximum(clock: Clock, couple: bool) -> Option<Known> {
    if couple {
        params::ASI_MONTANT_COUPLE.at(clock)
    } else {
        params::ASI_MONTANT_SEUL.at(clock)
    }
}

/// Ceiling on the resources, ASI included (CSS D815-19), in euros a year; `None` past the last one found.
#[must_use]
pub fn asi_ceiling(clock: Clock, couple: bool) -> Option<Known> {
    if couple {
        params::ASI_PLAFOND_COUPLE.at(clock)
    } else {
        params::ASI_PLAFOND_SEUL.at(clock)
    }
}
