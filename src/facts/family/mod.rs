//! Family benefits of a month: as declared, or worked out. Scope and what is left out: `benefits/family/README.md`.
//!
//! Amounts are gross of the CRDS and rounded to the cent where they are published (BMAF × rate), then where the law
//! takes a share of them.

mod asf;
pub(super) mod values;

use super::Values;
use super::assess::{any, born_together, is_autonomous};
use crate::algebra::{Amount, Count, Domain, Range, Ranges, Truth, Verdict, Whole};
use crate::household::bounds::FAMILY_BENEFIT;
use crate::household::{Household, Person, Question, Territory};
use crate::law::Known;
use crate::units::{Cents, Month, Rate};
use values::{COHORTS, Ceiling, Cohort, FORMER_INCREASES_BIRTHS, FamilyValues, INCREASE_REFORM_BIRTHS};

/// Family benefits of the month, a month.
#[derive(Clone, Copy, Debug)]
pub struct FamilyBenefits {
    /// Family allowances, increases for age included; what the RSA counts of them is apart.
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
    /// What is received, increases included: before the CRDS when worked out, after it when declared.
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

    /// Without children there is none.
    fn none() -> Self {
        let none = FamilyBenefit::computed(Range::from(Cents::ZERO));
        Self {
            allocations_familiales: none,
            complement_familial: none,
            paje_base: none,
            allocation_soutien_familial: none,
        }
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

/// The age of the first increase of an only child overseas (CSS D755-5).
const OVERSEAS_INCREASE_AGE: i64 = 11;

/// Family benefits of the month the household is seen from.
pub(super) fn benefits(household: &Household, values: &Values, reading: &mut Ranges) -> FamilyBenefits {
    let zero = Range::from(Cents::ZERO);
    let declared = household.family_benefits;
    let childless = household.children().next().is_none();
    if childless && declared.is_silent() {
        return FamilyBenefits::none();
    }
    let current = values.family.as_ref();
    // Overseas, allocations familiales are due from the first child and the complément familial follows other ages;
    // Mayotte has its own amounts (CSS L755-11 and following, ordonnance 2002-149). Neither is worked out.
    let [everywhere_but_mayotte, metropolitan] = match values.territory {
        Territory::Metropolitan => [true, true],
        Territory::Overseas => [true, false],
        Territory::Mayotte => [false, false],
    };
    let computable = |here: bool| current.filter(|_| here);
    let most = if childless { Cents::ZERO } else { FAMILY_BENEFIT };
    let unknown = |question: Question| FamilyBenefit::computed(Range::new(Cents::ZERO, most, question.open()));

    let allocations_familiales = match (declared.allocations_familiales, computable(metropolitan)) {
        (Some(amount), _) => {
            let counted = current.map_or(amount, |current| {
                Family::of(household, values, current).counted_of_af(amount)
            });
            said(reading, "family.allocations_familiales.declared", amount, counted)
        }
        (None, Some(current)) => Family::of(household, values, current).allocations_familiales(reading),
        (None, None) if none_under(household, GROWN) => FamilyBenefit::computed(zero),
        (None, None) => unknown(Question::AllocationsFamiliales),
    };
    let paje_base = match (declared.paje_base, computable(everywhere_but_mayotte)) {
        (Some(amount), _) => said(reading, "family.paje_base.declared", amount, amount),
        (None, Some(current)) => Family::of(household, values, current).paje_base(reading),
        (None, None) if none_under(household, 3) => FamilyBenefit::computed(zero),
        (None, None) => unknown(Question::PajeBase),
    };
    let complement_familial = match (declared.complement_familial, computable(metropolitan)) {
        (Some(amount), _) => {
            let counted = current.map_or(amount, |current| counted_of_cf(current, amount));
            said(reading, "family.complement_familial.declared", amount, counted)
        }
        (None, Some(current)) => {
            // CSS L532-1: not with the base allowance of the PAJE.
            let free = paje_base.amount.at_most(zero);
            Family::of(household, values, current).complement_familial(reading, free)
        }
        (None, None) if none_under(household, GROWN) => FamilyBenefit::computed(zero),
        (None, None) => unknown(Question::ComplementFamilial),
    };
    let allocation_soutien_familial = match (declared.allocation_soutien_familial, computable(everywhere_but_mayotte)) {
        (Some(amount), Some(current)) => {
            let counted = Family::of(household, values, current).counted_of_asf(amount);
            said(reading, "family.allocation_soutien_familial.declared", amount, counted)
        }
        (Some(amount), None) => said(reading, "family.allocation_soutien_familial.declared", amount, amount),
        (None, Some(current)) => Family::of(household, values, current).allocation_soutien_familial(reading),
        (None, None) if household.is_couple() || none_under(household, GROWN) => FamilyBenefit::computed(zero),
        (None, None) => unknown(Question::AllocationSoutienFamilial),
    };
    let benefits = FamilyBenefits {
        allocations_familiales,
        complement_familial,
        paje_base,
        allocation_soutien_familial,
    };
    reading.note("family.counted", benefits.counted_for_rsa(), &[]);
    benefits
}

/// The age from which no child opens any family benefit: 20 years and, for the supplement and the flat allowance, 21 (CSS
/// R512-2, R522-1, D521-2).
const GROWN: i64 = 21;

/// No child is so young that a benefit due until an age in years may be due.
fn none_under(household: &Household, years: i64) -> bool {
    household.children().all(|child| child.age.low() > 12 * years)
}

fn said(reading: &mut Ranges, step: &'static str, amount: Range, counted: Range) -> FamilyBenefit {
    FamilyBenefit {
        amount: reading.note(step, amount, &[]),
        counted,
        computed: false,
    }
}

impl FamilyBenefit {
    const fn computed(amount: Range) -> Self {
        Self {
            amount,
            counted: amount,
            computed: true,
        }
    }
}

/// CASF R262-10-1, overseas R522-9: from 2014-04 the increase of the complément familial is not counted.
fn counted_of_cf(current: &FamilyValues, amount: Range) -> Range {
    match current.cf.counted {
        Some(share) => amount.lesser(Range::from(current.bmaf.cents().times(share.rate()))),
        None => amount,
    }
}

/// Whether a child is one of those looked for.
type Which = fn(&Person) -> Verdict;

/// A household in its month, with the values of that month.
struct Family<'a> {
    household: &'a Household,
    values: &'a Values,
    current: &'a FamilyValues,
}

impl<'a> Family<'a> {
    const fn of(household: &'a Household, values: &'a Values, current: &'a FamilyValues) -> Self {
        Self {
            household,
            values,
            current,
        }
    }

    fn share_of_bmaf(&self, rate: Rate) -> Cents {
        self.current.bmaf.cents().times(rate)
    }

    /// Children of a range of ages, in years; from `autonomy_from` on, those on their own by their wage are left out.
    /// A benefit is due from the month after its conditions are met (CSS R552-2), and no longer in the month in which they
    /// cease to be (R552-3): that of the birthday.
    fn children(&self, first_age: i64, age_limit: i64, autonomy_from: i64) -> impl Iterator<Item = (&Person, Verdict)> {
        self.household.children().map(move |child| {
            let of_age = self.passed(child, first_age).and(self.turns(child, age_limit).not());
            let dependent = || {
                child
                    .is_aged(autonomy_from)
                    .not()
                    .or(is_autonomous(child, self.values).not())
            };
            let counted = if of_age == Verdict::No {
                of_age
            } else {
                of_age.and(dependent())
            };
            (child, counted)
        })
    }

    /// So many years old since an earlier month.
    fn passed(&self, child: &Person, years: i64) -> Verdict {
        child.passed(years, self.household.month)
    }

    fn turns(&self, child: &Person, years: i64) -> Verdict {
        child.turns(years, self.household.month)
    }

    /// CSS L512-3, R512-2: under 20, and from 16 on with a wage of 55 % of the SMIC at most.
    fn dependent_children(&self) -> impl Iterator<Item = (&Person, Verdict)> {
        let af = &self.current.af;
        self.children(0, af.age_limit.number(), af.middle_age.number())
    }

    fn dependent_children_count(&self) -> Whole {
        self.dependent_children_who(|_| Verdict::Yes)
    }

    fn dependent_children_who(&self, which: Which) -> Whole {
        let af = &self.current.af;
        self.count(0, af.age_limit.number(), af.middle_age.number(), which)
    }

    /// How many of [`Family::children`] are such.
    fn count(&self, first_age: i64, age_limit: i64, autonomy_from: i64, which: Which) -> Whole {
        self.children(first_age, age_limit, autonomy_from)
            .map(|(child, counted)| Whole::counting(counted.and(which(child))))
            .sum()
    }

    fn resources(&self) -> Range {
        self.household.resources_n2
    }

    /// The ceiling for so many children, raised for a lone parent and for two earners.
    fn ceiling(&self, ceiling: &Ceiling, children: Whole) -> Range {
        let [first_two, next] = ceiling.per_child.map(Known::rate);
        let base = children.look_up(|children| {
            let shares = first_two.millionths().saturating_mul(children.min(2))
                + next.millionths().saturating_mul((children - 2).max(0));
            ceiling.base.cents().times(Rate::new(Rate::ONE.millionths() + shares))
        });
        let raised = Verdict::from(!self.household.is_couple()).or(self.household.dual_earner_n2);
        Ranges::select(raised, base + Range::from(ceiling.two_earners.cents()), base)
    }

    /// CSS L521-1, D521-1, D521-2: 32 % of the BMAF for two children, 41 % for each further one; 16 % for each child of an
    /// age, the eldest of two left out; 20.234 % for the one who turned 20, out of three. The RSA counts the first part
    /// (CASF R262-11).
    fn allocations_familiales(&self, reading: &mut Ranges) -> FamilyBenefit {
        let af = &self.current.af;
        let children = reading.note(
            "family.children",
            self.dependent_children_count(),
            &[
                af.age_limit,
                af.middle_age,
                self.values.autonomy_share,
                self.values.smic,
            ],
        );
        let (base, increase) = (self.base_allowance(children), self.increases(children));
        let ([two, further], bmaf) = (af.rates, self.current.bmaf);
        let (counted, amount) = match &af.modulation {
            None => (base, base + increase),
            Some(modulation) => {
                let [first, second] = modulation.ceilings.map(|ceiling| {
                    children.look_up(|children| ceiling.cents() + modulation.per_child.cents().multiplied(children))
                });
                let [half, quarter] = modulation.shares.map(Known::rate);
                let resources = self.resources();
                let (below_first, below_second) = (resources.at_most(first), resources.at_most(second));
                let by_income = |full: Range, half: Range, quarter: Range| {
                    Ranges::select(below_first, full, Ranges::select(below_second, half, quarter))
                };
                let full = base + increase;
                // CSS L521-1: just above a ceiling, what is missing to reach the ceiling and the reduced allowance.
                // Never more than the reduced allowance again, also while the resources may be under the ceiling.
                let reduced = |share: Rate, ceiling: Range| {
                    let allowance = base.times(share) + increase.times(share);
                    let missing = (allowance - (resources - ceiling).positive().ratio(1, 12)).positive();
                    (allowance + missing).lesser(full)
                };
                (
                    by_income(base, base.times(half), base.times(quarter)),
                    by_income(full, reduced(half, first), reduced(quarter, second)),
                )
            }
        };
        let [counted, amount] = [counted, amount].map(|due| self.shared(due, children));
        let amount = reading.note(
            "family.allocations_familiales",
            amount,
            &[bmaf, two, further, af.increase, af.flat.0],
        );
        FamilyBenefit {
            amount,
            counted: reading.note("family.allocations_familiales.counted", counted, &[bmaf, two, further]),
            computed: true,
        }
    }

    /// CSS R521-3: of allocations familiales due for so many children, those living by turns counted for half. The
    /// increases for age take the same share (see the README of the benefits).
    fn shared(&self, due: Range, children: Whole) -> Range {
        let by_turns = self.dependent_children_who(|child| child.shared_custody);
        let part = |due: Cents, children: i64, by_turns: i64| {
            let all = children.max(by_turns).max(1).saturating_mul(2);
            due.ratio(all - by_turns, all)
        };
        Range::new(
            part(due.low(), children.low(), by_turns.high()),
            part(due.high(), children.high(), by_turns.low()),
            due.open().union(children.open()).union(by_turns.open()),
        )
    }

    /// CSS D521-1: 32 % of the BMAF for two children, 41 % for each further one.
    fn base_allowance(&self, children: Whole) -> Range {
        let af = &self.current.af;
        let [two, further] = af.rates.map(|rate| rate.rate().millionths());
        children.look_up(|children| {
            if children < af.least_children.number() {
                return Cents::ZERO;
            }
            self.share_of_bmaf(Rate::new(two + further.saturating_mul(children - 2)))
        })
    }

    /// The increases for age, and the flat allowance of a child who turned 20, for a year from the month in which it no
    /// longer counts.
    fn increases(&self, children: Whole) -> Range {
        let zero = Range::from(Cents::ZERO);
        let af = &self.current.af;
        let (flat, least_with_flat) = af.flat;
        let limit = af.age_limit.number();
        // Who meets the conditions other than the age (L521-1): that of the wage among them.
        let is_of_twenty = |child: &Person| {
            let of_age = self.turns(child, limit).and(self.turns(child, limit + 1).not());
            of_age.and(is_autonomous(child, self.values).not())
        };
        let of_twenty: Whole = self
            .household
            .children()
            .map(|child| Whole::counting(is_of_twenty(child)))
            .sum();
        let one = self.share_of_bmaf(flat.rate());
        let flat_allowance = Ranges::select(
            (children + of_twenty).at_least(least_with_flat.number()),
            of_twenty.look_up(|count| one.multiplied(count)),
            zero,
        );
        Ranges::select(
            children.at_least(af.least_children.number()),
            self.age_increases(children) + flat_allowance,
            zero,
        )
    }

    /// What the children increase the allowance by, the eldest of two left out. Until 2013-04 those born before May 1997
    /// bring a first increase before the whole one (décret 2008-410, art. 2).
    fn age_increases(&self, children: Whole) -> Range {
        let af = &self.current.af;
        let of = |rate: Known, count: Whole, less: i64| {
            let one = self.share_of_bmaf(rate.rate());
            count.look_up(|count| one.multiplied((count - less).max(0)))
        };
        let three = children.at_least(3);
        let whole = self.increasing(|child| self.brings_whole_increase(child));
        let (all, but_one) = (of(af.increase, whole, 0), of(af.increase, whole, 1));
        let Some(former) = &af.former_increases else {
            return Ranges::select(three, all, but_one);
        };
        let first = self.increasing(|child| {
            let of_age = self.passed(child, former.first_age.number());
            self.has_former_increases(child)
                .and(of_age)
                .and(self.brings_whole_increase(child).not())
        });
        let (all_first, but_one_first) = (of(former.first, first, 0), of(former.first, first, 1));
        let of_two = Ranges::select(whole.at_least(1), but_one + all_first, but_one_first);
        Ranges::select(three, all + all_first, of_two)
    }

    /// How many of the dependent children increase the allowance so.
    fn increasing(&self, so: impl Fn(&Person) -> Verdict) -> Whole {
        self.dependent_children()
            .map(|(child, counted)| Whole::counting(counted.and(so(child))))
            .sum()
    }

    fn has_former_increases(&self, child: &Person) -> Verdict {
        child.is_born_since(FORMER_INCREASES_BIRTHS, self.household.month).not()
    }

    /// 14 years; 18 for those who reach 14 from 2026-03 on; 16 for those born before May 1997.
    fn brings_whole_increase(&self, child: &Person) -> Verdict {
        let af = &self.current.af;
        if let Some(former) = &af.former_increases {
            let (by_former, by_current) = (former.second_age.number(), af.increase_age.number());
            let has_former = self.has_former_increases(child);
            return has_former
                .and(self.passed(child, by_former))
                .or(has_former.not().and(self.passed(child, by_current)));
        }
        let [former, current] = [af.former_increase_age, af.increase_age].map(Known::number);
        let by_former = self.passed(child, former);
        if former == current {
            return by_former;
        }
        let reformed = child.is_born_since(INCREASE_REFORM_BIRTHS, self.household.month);
        self.passed(child, current).or(by_former.and(reformed.not()))
    }

    /// CASF R262-11: of allocations familiales declared, what they would be without increases. Whatever part the income
    /// leaves of both (CSS D521-3), they keep their proportions.
    fn counted_of_af(&self, amount: Range) -> Range {
        let children = self.dependent_children_count();
        let (base, increase) = (self.base_allowance(children), self.increases(children));
        let without = |amount: Cents, base: Cents, increase: Cents| {
            amount.ratio(base.count().max(1), (base + increase).count().max(1))
        };
        let least = without(amount.low(), base.low(), increase.high());
        let of_several = children.at_least(2) == Verdict::Yes;
        if self.values.territory == Territory::Metropolitan
            || (self.values.territory == Territory::Overseas && of_several)
        {
            let open = amount.open().union(base.open()).union(increase.open());
            return Range::new(least, without(amount.high(), base.high(), increase.low()), open);
        }
        // Overseas one child has an allowance and an increase of its own (CSS D755-5), less than the allowance; Mayotte's
        // amounts are not known. At least half is left.
        let older = any(self.household.children(), |child| child.is_aged(OVERSEAS_INCREASE_AGE));
        if older == Verdict::No {
            return amount;
        }
        let least = least.min(amount.low().divided(2));
        Range::new(
            least,
            amount.high(),
            amount.open().union(Question::AllocationsFamiliales.open()),
        )
    }

    /// CSS L531-3: a child under three, resources under a ceiling; half above it and under a second one.
    fn paje_base(&self, reading: &mut Ranges) -> FamilyBenefit {
        let zero = Range::from(Cents::ZERO);
        let paje = &self.current.paje;
        let under_age = any(self.household.children(), |child| {
            self.passed(child, 0)
                .and(self.turns(child, paje.age_limit.number()).not())
        });
        let amount = if under_age == Verdict::No {
            zero
        } else {
            let children = self.dependent_children_count();
            let [oldest, middle, newest] = paje
                .cohorts
                .map(|cohort| cohort.map_or(zero, |cohort| self.paje_of(&cohort, children)));
            let [_, from_middle, from_newest] = COHORTS;
            let born_since = |first: Month| {
                any(self.household.children(), |child| {
                    self.passed(child, 0)
                        .and(child.is_born_since(first, self.household.month))
                })
            };
            // The youngest child decides, as one allowance is due for the family; one for each of those born together.
            let amount = Ranges::select(
                born_since(from_newest),
                newest,
                Ranges::select(born_since(from_middle), middle, oldest),
            );
            let limit = paje.age_limit.number();
            let young = |child: &&Person| self.passed(child, 0).and(self.turns(child, limit).not()) != Verdict::No;
            let born_together = born_together(&self.household.children().filter(young).collect::<Vec<_>>());
            let amount = Range::new(
                amount.low().multiplied(born_together.low()),
                amount.high().multiplied(born_together.high()),
                amount.open().union(born_together.open()),
            );
            Ranges::select(under_age, amount, zero)
        };
        let uses: Vec<Known> = paje.cohorts.iter().flatten().map(|cohort| cohort.full.0).collect();
        FamilyBenefit::computed(reading.note("family.paje_base", amount, &uses))
    }

    fn paje_of(&self, cohort: &Cohort, children: Whole) -> Range {
        let zero = Range::from(Cents::ZERO);
        let within = |ceiling: &Ceiling| self.resources().at_most(self.ceiling(ceiling, children));
        let partial = cohort.partial.as_ref().map_or(zero, |(amount, ceiling)| {
            Ranges::select(within(ceiling), Range::from(amount.cents()), zero)
        });
        let (amount, ceiling) = &cohort.full;
        Ranges::select(within(ceiling), Range::from(amount.cents()), partial)
    }

    /// CSS L522-1, L522-2: three children of three years and more, resources under a ceiling; just above it, what is
    /// missing to reach the ceiling and a year of benefit. Increased under half of the ceiling (L522-3).
    fn complement_familial(&self, reading: &mut Ranges, without_paje: Verdict) -> FamilyBenefit {
        let zero = Range::from(Cents::ZERO);
        let (cf, bmaf) = (&self.current.cf, self.current.bmaf);
        let [first_age, age_limit] = cf.ages.map(Known::number);
        let right = self
            .count(first_age, age_limit, 0, |_| Verdict::Yes)
            .at_least(cf.least_children.number());
        let right = right.and(without_paje);
        if right == Verdict::No {
            return FamilyBenefit::computed(reading.note("family.complement_familial", zero, &cf.ages));
        }
        let ceiling = self.ceiling(&cf.ceiling, self.count(0, age_limit, 0, |_| Verdict::Yes));
        let resources = self.resources();
        // A twelfth of ceiling + 12 × BMAF × rate − resources, rounded once.
        let millionths = Rate::ONE.millionths();
        let year = bmaf.cents().multiplied(cf.rate.rate().millionths().saturating_mul(12));
        let missing = ((ceiling - resources).ratio(millionths, 1) + Range::from(year)).ratio(1, 12 * millionths);
        let unincreased = missing
            .lesser(Range::from(self.share_of_bmaf(cf.rate.rate())))
            .positive();
        let mut uses = vec![bmaf, cf.rate, cf.ceiling.base, cf.ceiling.two_earners];
        let due = match cf.increased {
            None => unincreased,
            Some((rate, share)) => {
                uses.extend([rate, share]);
                let amount = Range::from(self.share_of_bmaf(rate.rate()));
                Ranges::select(resources.at_most(ceiling.times(share.rate())), amount, unincreased)
            }
        };
        let amount = reading.note("family.complement_familial", Ranges::select(right, due, zero), &uses);
        FamilyBenefit {
            amount,
            counted: counted_of_cf(self.current, amount),
            computed: true,
        }
    }
}
