//! What the other benefits look at in a month of the past, as the RSA would have seen it.

use super::assess::{self, Composition};
use super::quarter::{PersonQuarter, person_quarter, sick_pay_is_earnings};
use super::{FamilyBenefits, Values, family};
use crate::algebra::{Domain, Range, Ranges};
use crate::household::{Household, IncomeKind, Person};
use crate::units::{Cents, Month};

pub(crate) use assess::{adults_who, any};

/// Who counts in the month the household is seen from.
pub(crate) fn composition(household: &Household, values: &Values) -> Composition {
    assess::composition(household, values, |place| {
        let zero = Range::from(Cents::ZERO);
        let person = household.persons.get(place);
        person.map_or((zero, zero), |person| {
            PersonQuarter::totals(&person_quarter(place, person, values))
        })
    })
}

/// Family benefits of the month the household is seen from, without a trace.
pub(crate) fn family_benefits(household: &Household, values: &Values) -> FamilyBenefits {
    family::benefits(household, values, &mut Ranges::silent())
}

/// Sick pay of a month: what is earnings, what is another income.
pub(crate) fn sick_pay(person: &Person, month: Month) -> (Range, Range) {
    let zero = Range::from(Cents::ZERO);
    let pay = person.income(IncomeKind::SickPay, month);
    if pay == zero {
        return (zero, zero);
    }
    let earnings = sick_pay_is_earnings(person, month);
    (Ranges::select(earnings, pay, zero), Ranges::select(earnings, zero, pay))
}
