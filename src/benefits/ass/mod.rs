//! Allocation de solidarité spécifique (code du travail L5423-1 and following): its amount and its ceiling, not the right
//! itself.
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::household::Territory;
use crate::law::{Clock, Known, params};
use crate::units::Cents;

/// Full daily amount (code du travail R5423-6 and D5423-9), in euros.
#[must_use]
pub fn daily(clock: Clock, territory: Territory) -> Option<Known> {
    match territory {
        Territory::Metropolitan | Territory::Overseas => params::ASS_MONTANT.at(clock),
        Territory::Mayotte => params::ASS_MONTANT_MAYOTTE.at(clock),
    }
}

/// Full amount of a month of thirty days, in euros.
///
/// # Example
/// ```
/// use tarif_social::benefits::ass;
/// use tarif_social::household::Territory;
/// use tarif_social::law::Clock;
/// use tarif_social::units::{Cents, Month};
/// let clock = Clock { month: Month::new(2014, 11), known_on: None };
/// assert_eq!(ass::month(clock, Territory::Metropolitan), Some(Cents::new(48_330)));
/// assert_eq!(ass::ceiling(clock, Territory::Metropolitan, true), Some(Cents::new(177_210)));
/// ```
#[must_use]
pub fn month(clock: Clock, territory: Territory) -> Option<Cents> {
    Some(daily(clock, territory)?.cents().multiplied(30))
}

/// Ceiling on resources (code du travail R5423-2), in euros a month: 70 daily amounts alone, 110 in a couple.
#[must_use]
pub fn ceiling(clock: Clock, territory: Territory, couple: bool) -> Option<Cents> {
    let days = if couple {
        &params::ASS_PLAFOND_COUPLE
    } else {
        &params::ASS_PLAFOND_SEUL
    };
    Some(daily(clock, territory)?.cents().times(days.at(clock)?.rate()))
}
