//! The allocation de soutien familial (CSS L523-1 to L523-3).

use super::{Family, FamilyBenefit};
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Whole};
use crate::household::{IncomeKind, Person};
use crate::units::{Cents, Month};

/// From this month on, what an alimony paid in full lacks is due; before, such an alimony left nothing due (CSS L523-1 I 4°, loi
/// 2015-1702, art. 44).
const DIFFERENCE_DUE: Month = Month::new(2016, 4);

impl Family<'_> {
    /// Children who open the allocation de soutien familial: under 20, not on their own by their wage, and whose other
    /// parent does not keep them half of the time (CSS L523-1). Of each, what is due: what the alimony told of the child lacks of
    /// the full amount (D523-1).
    fn due_to_supported_children(&self) -> impl Iterator<Item = Range> {
        let asf = &self.current.asf;
        let (full, nothing) = (
            Range::from(self.share_of_bmaf(asf.rate.rate())),
            Range::from(Cents::ZERO),
        );
        let children = self.children(0, asf.age_limit.number(), 0);
        children.map(move |(child, counted)| {
            let supported = counted.and(child.shared_custody.not());
            Ranges::select(supported, self.lacking(full, self.alimony(child)), nothing)
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
        let due = self.lacking(of_children, of_parents);
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

    /// What an alimony lacks of an amount.
    fn lacking(&self, amount: Range, alimony: Range) -> Range {
        let nothing = Range::from(Cents::ZERO);
        if self.household.month < DIFFERENCE_DUE {
            return Ranges::select(alimony.at_most(nothing), amount, nothing);
        }
        (amount - alimony).positive()
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
