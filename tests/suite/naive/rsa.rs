//! The right itself: who is counted, the guaranteed amount, what is deducted, what remains.

use rust_decimal::Decimal;
use tarif_social::units::Month;

use super::case::{Case, Person, Role, Tenure, Territory};
use super::difference::{Difference, Model};
use super::family::{self, is_autonomous};
use super::resources::{self, Brought};
use super::{PersonAnswer, RsaAnswer, exact, prime_activite, to_the_cent, values};

/// The right of a household in the month of its case.
pub fn answer(model: Model, case: &Case) -> RsaAnswer {
    let right = Right::of(model, case);

    let persons: Vec<PersonAnswer> = case
        .inputs
        .persons
        .iter()
        .map(|person| {
            let Brought { from_work, other } = right.brought(person);
            let counted = person.role != Role::Child || right.is_counted_child(person);
            PersonAnswer {
                counted,
                from_work,
                other,
            }
        })
        .collect();
    let parents = case.parents().count();
    let dependants = persons.iter().filter(|person| person.counted).count() - parents;
    let earnings: Decimal = persons
        .iter()
        .filter(|person| person.counted)
        .map(|person| person.from_work)
        .sum();
    let other: Decimal = persons
        .iter()
        .filter(|person| person.counted)
        .map(|person| person.other)
        .sum();

    let benefits = family::counted(model, case);
    let members = case.inputs.persons.iter().zip(&persons);
    let minimum_incomes = case.inputs.family.aspa
        + members
            .filter(|(_, answer)| answer.counted || model.departs(Difference::ChildNotCounted))
            .map(|(one, _)| resources::minimum_incomes(model, case, one))
            .sum::<Decimal>();
    let resources = benefits.af + benefits.cf + benefits.paje + benefits.asf + minimum_incomes + earnings + other;

    let adults = right.adults();
    let entitled = right.is_entitled(dependants);
    let increased = right.is_increased(dependants);
    let plain = if entitled {
        right.scale(adults, dependants)
    } else {
        Decimal::ZERO
    };
    let with_increase = if increased {
        right.lone_parent_scale(dependants)
    } else {
        Decimal::ZERO
    };
    let guaranteed = match dependants - right.by_turns() {
        all if all == dependants => plain.max(with_increase),
        _ if !entitled && !increased => Decimal::ZERO,
        others => right.with_children_by_turns(adults, others, dependants, increased),
    };
    let flat_housing = right.flat_housing(adults + dependants);

    let kept = right.cents(earnings * right.share_kept());
    let total = (guaranteed + kept - flat_housing - resources).max(Decimal::ZERO);
    let total = if total < exact("6") { Decimal::ZERO } else { total }; // CASF R262-39
    let socle_on = if model.departs(Difference::LoneParentSoclePart) && right.is_before_2016() {
        plain
    } else {
        guaranteed
    };
    let socle = (socle_on - flat_housing - resources).max(Decimal::ZERO).min(total);

    RsaAnswer {
        persons,
        dependants,
        af: benefits.af,
        cf: benefits.cf,
        paje: benefits.paje,
        asf: benefits.asf,
        minimum_incomes,
        resources,
        guaranteed,
        increased,
        flat_housing,
        socle,
        activite: total - socle,
        total,
        prime_activite: prime_activite::due(model, case),
    }
}

/// From which child on a family is large, and the share of each from there.
type LargeFamily = (usize, &'static str);

/// CASF R262-1.
pub const LARGE_FAMILY: LargeFamily = (3, "0.4");

/// CASF R542-6 I.
const LARGE_FAMILY_IN_MAYOTTE: LargeFamily = (4, "0.1");

/// The amount guaranteed to `parents` adults and `children` counted, without increase: 50 % for the second person, 30 %
/// for each other, and another share for each child of a large family (CASF R262-1). Each increment is rounded to the cent.
pub fn scale(
    base: Decimal,
    parents: usize,
    children: usize,
    (from_child, share): LargeFamily,
    cents: impl Fn(Decimal) -> Decimal,
) -> Decimal {
    let half = cents(base * exact("0.5"));
    let third = cents(base * exact("0.3"));
    let more = cents(base * exact(share));
    let mut amount = base;
    for person in 2..=parents + children {
        let child_rank = person.saturating_sub(parents);
        amount += if person == 2 {
            half
        } else if child_rank >= from_child {
            more
        } else {
            third
        };
    }
    amount
}

/// A household and the month of its case, with the base amount of that month.
pub struct Right<'a> {
    pub model: Model,
    pub case: &'a Case,
    pub base: Decimal,
    /// The last day of the month counts, not its first.
    pub to_the_last_day: bool,
}

impl<'a> Right<'a> {
    pub fn of(model: Model, case: &'a Case) -> Self {
        let [base] = values::at(
            match case.inputs.territory {
                Territory::Metropolitan => values::RSA_BASE,
                Territory::Mayotte => values::RSA_BASE_MAYOTTE,
            },
            case.period,
        );
        Self {
            model,
            case,
            base,
            to_the_last_day: false,
        }
    }

    /// Parents counted: both when both have the nationality or the permit and neither is on leave (CASF L262-5).
    pub fn adults(&self) -> usize {
        self.adults_counting(|parent| !parent.on_leave)
    }

    /// Parents counted when `free` says who is not kept out by a leave.
    pub fn adults_counting(&self, free: impl Fn(&Person) -> bool) -> usize {
        let parents = self.case.parents();
        let counted = if self.model.departs(Difference::PartnerWithoutPermit) {
            parents.filter(|parent| free(parent)).count()
        } else {
            parents.filter(|parent| parent.residence_ok && free(parent)).count()
        };
        counted.max(1)
    }

    /// Children counted.
    pub fn dependants(&self) -> usize {
        self.case
            .children()
            .filter(|child| self.is_counted_child(child))
            .count()
    }

    /// Those of them who live by turns with both parents.
    fn by_turns(&self) -> usize {
        let children = self.case.children().filter(|child| child.shared_custody);
        children.filter(|child| self.is_counted_child(child)).count()
    }

    /// CE 21 July 2017, n° 398911: `others` first, then the children living by turns, each of whom brings half of the
    /// increase of its rank, and half of what the lone-parent increase grows by.
    fn with_children_by_turns(&self, parents: usize, others: usize, all: usize, increased: bool) -> Decimal {
        let lone_parent_increase = |children: usize, due: bool| {
            if due {
                self.lone_parent_scale(children) - self.scale(parents, children)
            } else {
                Decimal::ZERO
            }
        };
        let mut alone = self.case.clone();
        let to_be_born = |person: &Person| self.age_in_months(person) < 0;
        alone
            .inputs
            .persons
            .retain(|person| !person.shared_custody || to_be_born(person));
        let increased_alone = Right { case: &alone, ..*self }.is_increased(others);
        let before = lone_parent_increase(others, increased_alone);
        let halves: Decimal = (others..all)
            .map(|rank| self.scale(parents, rank + 1) - self.scale(parents, rank))
            .sum::<Decimal>()
            + lone_parent_increase(all, increased)
            - before;
        self.cents(self.scale(parents, others) + before + halves / exact("2"))
    }

    fn cents(&self, amount: Decimal) -> Decimal {
        if self.model.departs(Difference::PublishedRounding) {
            amount
        } else {
            to_the_cent(amount)
        }
    }

    /// Neither lone-parent increase nor RSA of the young there (ordonnance 2011-1641, CASF R542-6).
    fn is_in_mayotte(&self) -> bool {
        self.case.inputs.territory == Territory::Mayotte
    }

    fn is_before_2016(&self) -> bool {
        self.case.period < Month::new(2016, 1)
    }

    /// Share of earnings given back: 62 % until the RSA activité ended (CASF D262-4, décret 2015-1710).
    fn share_kept(&self) -> Decimal {
        if self.case.period < prime_activite::first(self.case) {
            exact("0.62")
        } else {
            Decimal::ZERO
        }
    }

    fn age_in_months(&self, person: &Person) -> i32 {
        person.birth_date.age_in_months(self.case.period)
    }

    /// A parent is pregnant, or a child is to be born within the six months that follow: she was already expecting it.
    fn is_pregnant(&self) -> bool {
        let mut ages = self.case.children().map(|child| self.age_in_months(child));
        let expected = if self.model.departs(Difference::ChildToBeBorn) {
            ages.min().is_some_and(|youngest| (-5..0).contains(&youngest))
        } else {
            ages.any(|age| (-6..0).contains(&age))
        };
        expected || self.case.parents().any(|parent| parent.pregnant)
    }

    fn brought(&self, person: &Person) -> Brought {
        resources::brought(self.model, self.case, self.base, person)
    }

    /// A dependant under 25 whose own resources stay below 40 % of the base amount, or below what an only child adds to
    /// the increased amount of a parent alone since less than 18 months (CASF R262-3).
    pub fn is_counted_child(&self, child: &Person) -> bool {
        if !self.is_candidate(child) {
            return false;
        }
        let Brought { from_work, mut other } = self.brought(child);
        if !self.model.departs(Difference::ChildNotCounted) {
            other += resources::minimum_incomes(self.model, self.case, child);
        }
        let own = other + from_work - self.cents(from_work * self.share_kept());
        let candidates = self.case.children().filter(|one| self.is_candidate(one)).count();
        let recently_alone =
            !self.case.is_couple() && !self.is_in_mayotte() && self.case.inputs.family.recent_isolation;
        let limit = if recently_alone && !self.is_pregnant() && candidates == 1 {
            let (parent, child) = self.lone_parent_rates();
            parent - Decimal::ONE + child
        } else {
            exact("0.4")
        };
        own < self.cents(self.base * limit)
    }

    fn is_candidate(&self, child: &Person) -> bool {
        let born = self.age_in_months(child) >= 0
            || self.to_the_last_day && child.birth_date.month() <= self.case.period
            || self.model.departs(Difference::ChildToBeBorn);
        born && self.age_in_months(child) < 25 * 12 && !is_autonomous(child, self.case.period)
    }

    /// CASF L262-4, L262-7-1.
    fn is_entitled(&self, dependants: usize) -> bool {
        let to_be_born = self.is_pregnant() && !self.model.departs(Difference::PregnantUnder25);
        let of_age = |parent: &Person| {
            let months = self.age_in_months(parent);
            months >= 25 * 12
                || dependants > 0
                || to_be_born
                || (parent.young_hours_ok
                    && !self.is_in_mayotte()
                    && months >= self.youngest_with_hours() * 12
                    && self.case.period >= self.first_month_of_young_workers())
        };
        let may_claim = |parent: &Person| !parent.student && !parent.on_leave && of_age(parent);
        if self.model.departs(Difference::OneClaimant) {
            return self.case.parents().any(may_claim) && self.case.parents().any(|parent| parent.residence_ok);
        }
        self.case
            .parents()
            .any(|parent| may_claim(parent) && parent.residence_ok)
    }

    fn youngest_with_hours(&self) -> i32 {
        if self.model.departs(Difference::EighteenWithHours) {
            19
        } else {
            18
        }
    }

    fn first_month_of_young_workers(&self) -> Month {
        Month::new(
            2010,
            if self.model.departs(Difference::YoungWorkersFromSeptember2010) {
                1
            } else {
                9
            },
        )
    }

    /// CASF L262-9: alone with a child under 3, expecting one, or since less than 18 months with a child.
    pub fn is_increased(&self, dependants: usize) -> bool {
        let infant = self
            .case
            .children()
            .any(|child| (0..36).contains(&self.age_in_months(child)) && !is_autonomous(child, self.case.period));
        // L262-4 2° b: the five years are not asked
        let permit = self
            .case
            .parents()
            .any(|parent| parent.residence_ok || parent.regular_stay);
        !self.case.is_couple()
            && !self.is_in_mayotte()
            && permit
            && (self.is_pregnant() || dependants > 0)
            && (infant || self.case.inputs.family.recent_isolation || self.is_pregnant())
    }

    fn scale(&self, parents: usize, children: usize) -> Decimal {
        let large_family = if self.is_in_mayotte() {
            LARGE_FAMILY_IN_MAYOTTE
        } else {
            LARGE_FAMILY
        };
        scale(self.base, parents, children, large_family, |amount| self.cents(amount))
    }

    fn lone_parent_rates(&self) -> (Decimal, Decimal) {
        if self.model.departs(Difference::LoneParentRatesBefore2016) && self.is_before_2016() {
            (exact("1.284"), exact("0.428"))
        } else {
            (exact("1.28412"), exact("0.42804"))
        }
    }

    /// CASF R262-1.
    fn lone_parent_scale(&self, children: usize) -> Decimal {
        let (parent, child) = self.lone_parent_rates();
        self.cents(self.base * parent) + self.cents(self.base * child) * Decimal::from(children)
    }

    /// What housing benefit, owning or free lodging is taken to be worth (CASF R262-9, R262-10).
    pub fn flat_housing(&self, persons: usize) -> Decimal {
        let rate = match persons {
            1 => exact("0.12"),
            2 => exact("0.16"),
            _ => exact("0.165"),
        };
        let flat = self.cents(self.scale(1, persons.min(3) - 1) * rate);
        let housing = &self.case.inputs.housing;
        let without_cost = match housing.status {
            Tenure::Owner | Tenure::OwnerMortgage => housing.monthly_housing_cost == Decimal::ZERO,
            Tenure::Free => true,
            _ => false,
        };
        if without_cost {
            flat
        } else {
            housing.housing_benefit.min(flat)
        }
    }
}
