//! Resources counted for the complementary health cover (CMU-C, ACS, then C2S).

use super::{FamilyBenefits, Values};
use crate::algebra::{Range, Whole};
use crate::household::{Household, IncomeKind};

/// Persons counted: both partners, and dependants up to 25 (CSS R861-2).
pub(super) fn persons(household: &Household) -> Whole {
    household
        .persons
        .iter()
        .map(|person| {
            if person.is_adult() {
                Whole::from(1)
            } else {
                use crate::algebra::Truth;
                Whole::counting(person.is_aged(0).and(person.is_aged(25).not()))
            }
        })
        .sum()
}

/// Resources of the twelve months before the month looked at, a year.
pub(super) fn resources(household: &Household, values: &Values, family: &FamilyBenefits) -> Range {
    let first = values.clock.month.plus(-12);
    let incomes: Range = household
        .persons
        .iter()
        .flat_map(|person| {
            IncomeKind::ALL
                .iter()
                .filter(|kind| **kind != IncomeKind::Savings)
                .map(move |kind| person.income_over(*kind, first, 12))
        })
        .sum();
    use crate::algebra::Amount;
    incomes + family.received().ratio(12, 1)
}
