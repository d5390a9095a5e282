//! The allocation de soutien familial (CSS L523-1 to L523-3).

use super::{Family, FamilyBenefit};
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Whole};
use crate::household::{IncomeKind, Person};
use crate::units::Cents;

impl Family<'_> {
    /// Children who open the allocation de soutien familial: under 20, not on their own by their wage, and whose other
    /// parent does not keep them half of the time (CSS L523-1). Of each, what is due: the full amount less the alimony told
    /// of the child (D523-1).
    fn due_to_supported_children(&self) -> impl Iterator<Item = Range> {
        let asf = &self.current.asf;
        let (full, nothing) = (
            Range::from(self.share_of_bmaf(asf.rate.rate())),
            Range::from(Cents::ZERO),
        );
        let children = self.children(0, asf.age_limit.number(), 0);
        children.map(move |(child, counted)| {
            let supported = counted.and(child.shared_custody.not());
            Ranges::select(supported, (full - self.alimony(child)).positive(), nothing)
        })
    }

    /// CSS L523-1, D523-1: each child of a lone parent, the other one taken to pay nothing but the alimony received.
    pub(super) fn allocation_soutien_familial(&self, reading: &mut Ranges) -> FamilyBenefit {
        let zero = Range::from(Cents::ZERO);
        let asf = &self.current.asf;
        let mut uses = vec![self.current.bmaf, asf.rate];
        if self.household.is_couple() {
            return FamilyBenefit::computed(reading.note("family.allocation_soutien_familial", zero, &uses));
        }
        let of_children: Range = self.due_to_supported_children().sum();
        // What is told of a parent is taken to be for these children, whichever.
        let of_parents: Range = self.household.adults().map(|parent| self.alimony(parent)).sum();
        let due = (of_children - of_parents).positive();
        let paid = match asf.least_paid {
            Some(least) => {
                uses.push(least);
                Ranges::select(due.below(Range::from(least.cents())), zero, due)
            }
            None => due,
        };
        let amount = reading.note("family.allocation_soutien_familial", paid, &uses);
        FamilyBenefit {
            amount,
            counted: self.counted_of_asf(amount),
            computed: true,
        }
    }

    fn alimony(&self, person: &Person) -> Range {
        person.income(IncomeKind::AlimonyReceived, self.household.month)
    }

    /// CASF R262-10-1: from 2014-04, 22.5 % of the BMAF at most for each child of whom it is due.
    pub(super) fn counted_of_asf(&self, amount: Range) -> Range {
        let Some(share) = self.current.asf.counted else {
            return amount;
        };
        let nothing = Range::from(Cents::ZERO);
        let children: Whole = self
            .due_to_supported_children()
            .map(|due| Whole::counting(nothing.below(due)))
            .sum();
        let most = self.share_of_bmaf(share.rate());
        amount.lesser(children.look_up(|children| most.multiplied(children)))
    }
}
