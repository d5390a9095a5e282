//! Allocation aux adultes handicapés (CSS L821-1 and following): its maximum and its ceiling, not the right itself.
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::law::{Clock, Known, params};
use crate::units::{Cents, Rate};

/// Maximum amount (CSS D821-3), in euros a month.
#[must_use]
pub fn maximum(clock: Clock) -> Option<Known> {
    params::AAH_MONTANT.at(clock)
}

/// Ceiling on resources (CSS D821-2), in euros a year: twelve times the maximum, more for a couple and for each child.
/// Since October 2023 the increase for a couple only serves those who keep the former calculation.
///
/// # Example
/// ```
/// use tarif_social::benefits::aah;
/// use tarif_social::law::Clock;
/// use tarif_social::units::{Cents, Month};
/// let clock = Clock { month: Month::new(2014, 11), known_on: None };
/// assert_eq!(aah::ceiling(clock, false, 0), Some(Cents::new(960_540)));
/// assert_eq!(aah::ceiling(clock, true, 1), Some(Cents::new(2_401_350)));
/// ```
#[must_use]
pub fn ceiling(clock: Clock, couple: bool, children: i64) -> Option<Cents> {
    let alone = maximum(clock)?.cents().multiplied(12);
    let of_couple = params::AAH_MAJORATION_PLAFOND_COUPLE.at(clock)?.rate().millionths();
    let of_child = params::AAH_MAJORATION_PLAFOND_ENFANT.at(clock)?.rate().millionths();
    let shares = Rate::ONE.millionths() + of_couple * i64::from(couple) + of_child.saturating_mul(children.max(0));
    Some(alone.times(Rate::new(shares)))
}
