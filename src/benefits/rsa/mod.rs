//! Revenu de solidarité active (CASF L262-1 and following): what is due for a month, and which part of it.
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::algebra::{Amount, Count, Domain, Ranges, Truth, Unknowns};
use crate::facts::{Facts, Values};
use crate::units::Cents;

/// The RSA of a month, in euros a month.
#[derive(Clone, Copy, Debug)]
pub struct Rsa<D: Domain> {
    /// The conditions are met, whatever the amount.
    pub entitled: D::Truth,
    /// The guaranteed amount (montant forfaitaire), with the lone-parent increase when it is due.
    pub guaranteed: D::Amount,
    /// Resources counted, flat housing amount left out.
    pub resources: D::Amount,
    /// Flat housing amount.
    pub flat_housing: D::Amount,
    /// The part that remains when all resources and the flat housing amount are deducted from the guaranteed amount.
    pub socle: D::Amount,
    /// The part that comes from the share of earnings kept, until December 2015.
    pub activite: D::Amount,
    /// What is due.
    pub total: D::Amount,
}

impl Rsa<Ranges> {
    /// Allows for another RSA too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        self.entitled.allow_for(&other.entitled, open);
        for (here, there) in [
            (&mut self.guaranteed, &other.guaranteed),
            (&mut self.resources, &other.resources),
            (&mut self.flat_housing, &other.flat_housing),
            (&mut self.socle, &other.socle),
            (&mut self.activite, &other.activite),
            (&mut self.total, &other.total),
        ] {
            here.allow_for(there, open);
        }
    }
}

/// CASF L262-2: guaranteed amount and share of earnings, less resources and flat housing amount.
pub fn rsa<D: Domain>(reading: &mut D, facts: &Facts<D>, values: &Values) -> Rsa<D> {
    let zero = D::Amount::from(Cents::ZERO);
    let right = facts.entitled.or(facts.lone_parent);
    let guaranteed = reading.note(
        "rsa.guaranteed",
        forfait(facts, values, facts.entitled, right),
        &[values.montant_de_base_source],
    );
    let other = facts.other_income + facts.minimum_incomes + facts.family_benefits;
    let resources = reading.note("rsa.resources", facts.earnings + other, &[]);
    let flat_housing = reading.note("rsa.flat_housing", flat_housing(facts, values), &values.flat_housing);

    // Earnings less the share kept is one operation, so that in ranges the two move together.
    let deducted = match values.pente {
        Some(pente) => facts.earnings.without(pente.rate()),
        None => facts.earnings,
    };
    let due = (guaranteed - deducted - other - flat_housing).positive();
    let paid = right.and(due.below(D::Amount::from(values.minimum_paid.cents())).not());
    let total = D::select(paid, due, zero);
    let total = reading.note("rsa.total", total, &[values.minimum_paid]);
    let socle = D::select(paid, (guaranteed - resources - flat_housing).positive(), zero);
    let socle = reading.note("rsa.socle", socle, &[]);
    let activite = match values.pente {
        // total − socle, which in ranges may seem more than what is kept of the earnings.
        Some(pente) => {
            let kept = facts.earnings.times(pente.rate());
            reading.note("rsa.activite", (total - socle).positive().lesser(kept), &[])
        }
        None => zero,
    };
    Rsa {
        entitled: right,
        guaranteed,
        resources,
        flat_housing,
        socle,
        activite,
        total,
    }
}

/// CASF R262-1: the montant forfaitaire of the household, whether it is entitled or not.
pub fn montant_forfaitaire<D: Domain>(facts: &Facts<D>, values: &Values) -> D::Amount {
    let yes = D::Truth::from(true);
    forfait(facts, values, yes, yes)
}

/// CE 21 July 2017, n° 398911: children living by turns with both parents bring half of what they would, the mean of the
/// amounts with and without them. Whoever has the `right` has the scale at least without them.
#[cfg_attr(not(any(smaller, smallest)), inline(always))]
fn forfait<D: Domain>(facts: &Facts<D>, values: &Values, entitled: D::Truth, right: D::Truth) -> D::Amount {
    let of = |dependants, lone_parent, entitled| larger::<D>(facts.adults, dependants, lone_parent, entitled, values);
    let with = of(facts.dependants, facts.lone_parent, entitled);
    match &facts.without_by_turns {
        None => with,
        Some(without) => {
            let half = (with + of(without.dependants, without.lone_parent, right)).ratio(1, 2);
            D::select(without.counted, half, with)
        }
    }
}

/// The base amount and its increases when the conditions are met, or the lone-parent amount, which is larger, when it is
/// due.
fn larger<D: Domain>(
    adults: D::Count,
    dependants: D::Count,
    lone_parent: D::Truth,
    entitled: D::Truth,
    values: &Values,
) -> D::Amount {
    let zero = D::Amount::from(Cents::ZERO);
    let scale = D::select(
        adults.at_least(2),
        dependants.look_up(|children| scale(values, 2, children)),
        dependants.look_up(|children| scale(values, 1, children)),
    );
    let lone = dependants.look_up(|children| lone_parent_amount(values, children));
    D::select(entitled, scale, zero).greater(D::select(lone_parent, lone, zero))
}

/// CASF R262-1: 50 % for the second person, 30 % for each further one, 40 % from the third child on; in Mayotte 10 % from
/// the fourth on (R542-6 I). Each increase is rounded by itself, then added, as the published scales do.
#[must_use]
pub fn scale(values: &Values, adults: i64, children: i64) -> Cents {
    let persons = adults.saturating_add(children);
    let large_family = children.saturating_sub(values.large_family - 1).max(0);
    let second = i64::from(persons >= 2);
    let further = persons.saturating_sub(2).saturating_sub(large_family).max(0);
    values.montant_de_base
        + values.increases.second_person.multiplied(second)
        + values.increases.further_person.multiplied(further)
        + values.increases.large_family.multiplied(large_family)
}

/// CASF R262-1: 128.412 % of the base amount, and 42.804 % for each child.
#[must_use]
pub fn lone_parent_amount(values: &Values, children: i64) -> Cents {
    values.increases.lone_parent + values.increases.lone_parent_child.multiplied(children)
}

/// CASF R262-9, R262-10: the flat amount for whoever is housed free, the housing benefit up to it otherwise.
fn flat_housing<D: Domain>(facts: &Facts<D>, values: &Values) -> D::Amount {
    let flat = of_persons::<D>(facts.adults + facts.dependants, values.flat_housing_amounts);
    housing_deduction::<D>(facts.housing_benefit, facts.housed_free, flat)
}

/// The flat amount for whoever is housed free, the housing benefit up to it otherwise.
pub fn housing_deduction<D: Domain>(benefit: D::Amount, housed_free: D::Truth, flat: D::Amount) -> D::Amount {
    let zero = D::Amount::from(Cents::ZERO);
    benefit.lesser(flat).greater(D::select(housed_free, flat, zero))
}

/// CASF R262-9: 12 % of the amount for one person, 16 % of that for two, 16.5 % of that for three, and no more beyond.
pub(crate) fn of_persons<D: Domain>(persons: D::Count, [one, two, three]: [Cents; 3]) -> D::Amount {
    persons.look_up(|persons| match persons {
        ..=1 => one,
        2 => two,
        _ => three,
    })
}
