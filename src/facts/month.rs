//! What the other benefits look at in a month of the past, as the RSA would have seen it.

use super::assess::{self, Composition};
use super::quarter::{PersonQuarter, person_quarter};
use super::{FamilyBenefits, Values, family};
use crate::algebra::{Range, Ranges};
use crate::household::Household;
use crate::units::Cents;

pub(crate) use super::quarter::sick_pay;
pub(crate) use assess::{adults_who, any};

/// Who counts in the month the household is seen from.
pub(crate) fn composition(household: &Household, values: &Values) -> Composition {
    assess::composition(household, values, |place| {
        let zero = Range::from(Cents::ZERO);
        let person = household.persons.get(place);
        person.map_or((zero, zero), |person| {
            PersonQuarter::totals(&person_quarter(person, values))
        })
    })
}

/// Family benefits of the month the household is seen from, without a trace.
pub(crate) fn family_benefits(household: &Household, values: &Values) -> FamilyBenefits {
    family::benefits(household, values, &mut Ranges::silent())
}
