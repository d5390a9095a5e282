//! Facts of a description that may be of several households.

use super::{AdultFacts, Assessment, Facts, FamilyBenefits, WithoutByTurns};
use crate::algebra::{Ranges, Unknowns, Verdict, Whole};

impl Assessment {
    /// Allows for another household too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        self.facts.allow_for(&other.facts, open);
        self.family.allow_for(&other.family, open);
    }
}

macro_rules! allow_for {
    ($here:ident, $there:ident, $open:ident: $($field:ident),+ $(,)?) => {
        $($here.$field.allow_for(&$there.$field, $open);)+
    };
}

impl Facts<Ranges> {
    fn allow_for(&mut self, other: &Self, open: Unknowns) {
        if self.without_by_turns.is_some() || other.without_by_turns.is_some() {
            let (mut here, there) = (self.without_by_turns(), other.without_by_turns());
            allow_for!(here, there, open: counted, dependants, lone_parent);
            self.without_by_turns = Some(here);
        }
        if self.health_cover_by_turns.is_some() || other.health_cover_by_turns.is_some() {
            let there = other.health_cover_by_turns.unwrap_or(Whole::from(0));
            let here = self.health_cover_by_turns.get_or_insert(Whole::from(0));
            here.allow_for(&there, open);
        }
        allow_for!(
            self, other, open:
            adults,
            dependants,
            entitled,
            lone_parent,
            earnings,
            worked_lately,
            other_income,
            minimum_incomes,
            family_benefits,
            housing_benefit,
            housed_free,
            prime_activite,
            health_cover_persons,
            resources_12_months,
            rfr,
            parts,
            energy_units,
            consumption_units,
            quotient_familial_caf,
            disposable_income,
            disposable_is_complete,
            pre_committed,
            internet_price,
            landline_price,
            telecom_bills,
            persons,
            persons_without_income,
            collective_cable,
            fixed_line,
            social_line,
        );
        for (here, there) in self.receives.iter_mut().zip(&other.receives) {
            here.allow_for(there, open);
        }
        for (here, there) in self.described.iter_mut().zip(&other.described) {
            here.allow_for(there, open);
        }
    }
}

impl Facts<Ranges> {
    /// The same household when nobody lives by turns.
    fn without_by_turns(&self) -> WithoutByTurns<Ranges> {
        self.without_by_turns.clone().unwrap_or(WithoutByTurns {
            counted: Verdict::No,
            dependants: self.dependants,
            lone_parent: self.lone_parent,
        })
    }
}

impl AdultFacts<Ranges> {
    fn allow_for(&mut self, other: &Self, open: Unknowns) {
        allow_for!(self, other, open: present, age, jobseeker);
    }
}

impl FamilyBenefits {
    /// Allows for other benefits too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        let benefits = [
            &mut self.allocations_familiales,
            &mut self.complement_familial,
            &mut self.paje_base,
            &mut self.allocation_soutien_familial,
        ];
        for (here, there) in benefits.into_iter().zip(other.each()) {
            allow_for!(here, there, open: amount, counted);
        }
    }
}
