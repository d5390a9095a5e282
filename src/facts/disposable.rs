//! Disposable income of the month, as far as the household's own answers give it.

use super::{FamilyBenefits, Values};
use crate::algebra::{Amount, Range, Verdict};
use crate::household::bounds::MONTHLY;
use crate::household::{Benefit, Household, IncomeKind, Question};
use crate::law::params;
use crate::units::Cents;

/// What came in this month: incomes of every person, family benefits with their increases and housing benefit, less the
/// alimony paid to another household (Insee, « revenu disponible »). The RSA and the prime d'activité are added once
/// they are known; income tax is not taken off. What the household declares comes first. Family benefits that were worked out lose the CRDS; declared ones have lost it.
pub(super) fn income(household: &Household, values: &Values, family: &FamilyBenefits) -> Range {
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
    let crds = params::CRDS_TAUX.at(values.clock);
    let received: Range = family
        .each()
        .into_iter()
        .map(|benefit| match crds {
            Some(rate) if benefit.computed => benefit.amount.without(rate.rate()),
            _ => benefit.amount,
        })
        .sum();
    let persons = household.persons.iter();
    let paid: Range = persons.map(|person| person.alimony_paid_over(household.month, 1)).sum();
    (incomes + received + household.housing_benefit + without_amount(household) - paid).positive()
}

/// The AEEH, of which no amount is asked: when it is received, or may be, only the declared income tells.
fn without_amount(household: &Household) -> Range {
    match household.receives(Benefit::Aeeh) {
        Verdict::Yes => Range::new(Cents::ZERO, MONTHLY, Question::DisposableIncome.open()),
        Verdict::Maybe(open) => Range::new(Cents::ZERO, MONTHLY, open),
        Verdict::No => Range::from(Cents::ZERO),
    }
}
