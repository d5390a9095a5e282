//! Family benefits the RSA counts.

use super::Values;
use crate::algebra::{Range, Ranges};
use crate::household::{Household, Question};
use crate::units::Cents;

/// Family benefits of the month, a month.
#[derive(Clone, Copy, Debug)]
pub struct FamilyBenefits {
    /// Family allowances, increase for age left out.
    pub allocations_familiales: FamilyBenefit,
    /// Family supplement.
    pub complement_familial: FamilyBenefit,
    /// Base allowance of the PAJE.
    pub paje_base: FamilyBenefit,
    /// Family support allowance.
    pub allocation_soutien_familial: FamilyBenefit,
}

/// A family benefit of the month.
#[derive(Clone, Copy, Debug)]
pub struct FamilyBenefit {
    /// What is received, before the CRDS.
    pub amount: Range,
    /// What of it the RSA counts.
    pub counted: Range,
    /// Worked out by us, because the household did not say.
    pub computed: bool,
}

impl FamilyBenefits {
    /// What the RSA counts, all told.
    #[must_use]
    pub fn counted_for_rsa(&self) -> Range {
        self.each().into_iter().map(|benefit| benefit.counted).sum()
    }

    /// What is received, all told.
    #[must_use]
    pub fn received(&self) -> Range {
        self.each().into_iter().map(|benefit| benefit.amount).sum()
    }

    /// The four, in the order of the fields.
    #[must_use]
    pub const fn each(&self) -> [FamilyBenefit; 4] {
        [
            self.allocations_familiales,
            self.complement_familial,
            self.paje_base,
            self.allocation_soutien_familial,
        ]
    }
}

/// Family benefits of the household's month.
pub(super) fn benefits(household: &Household, _values: &Values, _reading: &mut Ranges) -> FamilyBenefits {
    let benefit = |declared: Option<Range>, question: Question| {
        let amount = match declared {
            Some(amount) => amount,
            None if household.children().next().is_none() => Range::from(Cents::ZERO),
            None => Range::new(Cents::ZERO, Cents::new(500_000), question.open()),
        };
        FamilyBenefit {
            amount,
            counted: amount,
            computed: declared.is_none(),
        }
    };
    let declared = &household.family_benefits;
    FamilyBenefits {
        allocations_familiales: benefit(declared.allocations_familiales, Question::AllocationsFamiliales),
        complement_familial: benefit(declared.complement_familial, Question::ComplementFamilial),
        paje_base: benefit(declared.paje_base, Question::PajeBase),
        allocation_soutien_familial: benefit(
            declared.allocation_soutien_familial,
            Question::AllocationSoutienFamilial,
        ),
    }
}
