//! Disposable income of the month, as far as the household's own answers give it.

use super::FamilyBenefits;
use crate::algebra::Range;
use crate::household::{Household, IncomeKind};

/// What came in this month: incomes of every person, family benefits, housing benefit. The RSA and the prime
/// d'activité are added once they are known; income tax is not taken off. What the household declares comes first.
pub(super) fn income(household: &Household, family: &FamilyBenefits) -> Range {
    if let Some(declared) = household.disposable_income {
        return declared;
    }
    let incomes: Range = household
        .persons
        .iter()
        .flat_map(|person| {
            IncomeKind::ALL
                .iter()
                .filter(|kind| **kind != IncomeKind::Savings)
                .map(move |kind| person.income(*kind, household.month))
        })
        .sum();
    incomes + family.received() + household.housing_benefit
}
