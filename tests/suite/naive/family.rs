//! Family benefits the RSA counts, gross of the 0.5 % CRDS, from the household's children and its income of N-2.

use rust_decimal::Decimal;
use tarif_social::units::Month;

use super::case::{Case, Kind, Person, Territory};
use super::difference::{Difference, Model};
use super::{exact, to_the_cent, values};

/// What the RSA counts of each family benefit.
pub struct FamilyBenefits {
    pub af: Decimal,
    pub cf: Decimal,
    pub paje: Decimal,
    pub asf: Decimal,
}

pub fn counted(model: Model, case: &Case) -> FamilyBenefits {
    if case.inputs.territory == Territory::Mayotte {
        let none = Decimal::ZERO; // other benefits there, which no case has
        return FamilyBenefits {
            af: none,
            cf: none,
            paje: none,
            asf: none,
        };
    }
    let household = Household {
        model,
        case,
        month: case.period,
    };
    let paje = household.paje();
    let cf = if paje > Decimal::ZERO {
        Decimal::ZERO
    } else {
        household.cf()
    };
    FamilyBenefits {
        af: household.af(),
        cf,
        paje,
        asf: household.asf(),
    }
}

/// Share of the BMAF of the PAJE of children born before April 2018.
const BEFORE_2018: Decimal = Decimal::from_parts(4595, 0, 0, false, 4);

/// Whether a child's wage makes it autonomous: more than 55 % of 169 hours of gross SMIC on average over six months (CSS R512-2).
pub fn is_autonomous(child: &Person, month: Month) -> bool {
    let [smic] = values::at(values::SMIC_HOURLY, month);
    let wages: Decimal = (1..=6).map(|back| child.income(Kind::NetWage, back)).sum();
    wages > exact("0.55") * exact("169") * smic * exact("6")
}

struct Household<'a> {
    model: Model,
    case: &'a Case,
    month: Month,
}

impl Household<'_> {
    fn cents(&self, amount: Decimal) -> Decimal {
        if self.model.departs(Difference::PublishedRounding) {
            amount
        } else {
            to_the_cent(amount)
        }
    }

    fn bmaf(&self) -> Decimal {
        let [bmaf] = values::at(values::BMAF, self.month);
        bmaf
    }

    fn children(&self, ages: std::ops::Range<i32>, autonomous_below: i32) -> Decimal {
        self.children_who(ages, autonomous_below, |_| true)
    }

    fn children_who(
        &self,
        ages: std::ops::Range<i32>,
        autonomous_below: i32,
        which: impl Fn(&Person) -> bool,
    ) -> Decimal {
        Decimal::from(
            self.each_child(ages, autonomous_below)
                .filter(|child| which(child))
                .count(),
        )
    }

    fn each_child(&self, ages: std::ops::Range<i32>, autonomous_below: i32) -> impl Iterator<Item = &Person> {
        self.case.children().filter(move |child| {
            let months = child.birth_date.age_in_months(self.month);
            self.has_passed(child, ages.start * 12)
                && self.months_at_the_end(child) < ages.end * 12
                && (months < autonomous_below * 12 || !is_autonomous(child, self.month))
        })
    }

    /// So many months old since an earlier month: a benefit begins the month after (CSS R552-2).
    fn has_passed(&self, child: &Person, months: i32) -> bool {
        if self.model.departs(Difference::MonthOfTheBirthday) {
            child.birth_date.age_in_months(self.month) >= months
        } else {
            self.month.since(child.birth_date.month()) > months
        }
    }

    /// Whole months of age by the last day of the month: a benefit stops with the month of the birthday (CSS R552-3).
    fn months_at_the_end(&self, child: &Person) -> i32 {
        if self.model.departs(Difference::MonthOfTheBirthday) {
            child.birth_date.age_in_months(self.month)
        } else {
            self.month.since(child.birth_date.month())
        }
    }

    fn income(&self) -> Decimal {
        self.case.inputs.family.n2_resources
    }

    /// Adds what a ceiling allows to two earners or to a lone parent.
    fn for_two_earners(&self, more: Decimal) -> Decimal {
        if self.case.inputs.family.dual_earner_n2 || !self.case.is_couple() {
            more
        } else {
            Decimal::ZERO
        }
    }

    /// Allocations familiales without the increases for age: from two children under 20 (CSS L521-1, D521-1), halved
    /// or quartered by income from 2015-07 (CSS D521-3). Each child living by turns counts for a half (CSS R521-3).
    fn af(&self) -> Decimal {
        let children = self.children(0..20, 16);
        let by_turns = self.children_who(0..20, 16, |child| child.shared_custody);
        if by_turns == Decimal::ZERO {
            return self.whole_af(children);
        }
        let half = exact("0.5");
        self.cents(self.whole_af(children) * (children - by_turns * half) / children)
    }

    fn whole_af(&self, children: Decimal) -> Decimal {
        if children < exact("2") {
            return Decimal::ZERO;
        }
        let full = to_the_cent(self.bmaf() * (exact("0.32") + exact("0.41") * (children - exact("2"))));
        if self.month < Month::new(2015, 7) {
            return full;
        }
        let [half_above, quarter_above, per_child] = values::at(values::AF_CEILINGS, self.month);
        if self.income() > quarter_above + per_child * children {
            self.cents(full * exact("0.25"))
        } else if self.income() > half_above + per_child * children {
            self.cents(full * exact("0.5"))
        } else {
            full
        }
    }

    /// Complément familial without its increase: three children from 3 to 20 (CSS L522-1); just above the ceiling, what
    /// is missing to reach the ceiling and one year of benefit (CSS L522-2).
    fn cf(&self) -> Decimal {
        if self.children(3..21, 0) < exact("3") {
            return Decimal::ZERO;
        }
        let full = self.bmaf() * exact("0.4165");
        let [alone, two_earners] = values::at(values::CF_CEILINGS, self.month);
        let ceiling = alone * self.per_child(self.children(0..21, 0)) + self.for_two_earners(two_earners);
        let missing = (ceiling + full * exact("12") - self.income()) / exact("12");
        self.cents(missing.min(full).max(Decimal::ZERO))
    }

    /// One, and what each child adds: 25 % for the first two, 30 % for the others.
    fn per_child(&self, children: Decimal) -> Decimal {
        let two = exact("2");
        Decimal::ONE + exact("0.25") * children.min(two) + exact("0.3") * (children - two).max(Decimal::ZERO)
    }

    /// PAJE, allocation de base: a child under 3, the youngest's birth deciding ceilings and rates (CSS L531-3, R531-1).
    fn paje(&self) -> Decimal {
        if self.model.departs(Difference::BornTogether) {
            return self.one_paje();
        }
        let days = |child: &Person| {
            let under_age = |other: &&Person| self.has_passed(other, 0) && self.months_at_the_end(other) < 36;
            let others = self.case.children().filter(under_age);
            others.filter(|other| other.birth_date == child.birth_date).count()
        };
        let born_together = self.case.children().map(days).max().unwrap_or_default().max(1);
        self.one_paje() * Decimal::from(born_together)
    }

    fn one_paje(&self) -> Decimal {
        let to_be_born_too = self.model.departs(Difference::ChildToBeBorn);
        let there = || {
            self.case
                .children()
                .filter(|child| to_be_born_too || self.has_passed(child, 0))
        };
        let may_earn = !self.model.departs(Difference::InfantWage);
        let opened =
            there().any(|child| self.months_at_the_end(child) < 36 && (may_earn || !is_autonomous(child, self.month)));
        let Some(youngest) = there().max_by_key(|child| child.birth_date) else {
            return Decimal::ZERO;
        };
        if !opened {
            return Decimal::ZERO;
        }
        let children = self.children(0..20, 16);
        let birth = youngest.birth_date.month();
        if birth < Month::new(2014, 4) {
            let [alone, two_earners] = values::at(values::PAJE_CEILINGS_2004, self.month);
            let ceiling = alone * self.per_child(children) + self.for_two_earners(two_earners);
            return self.paje_of(BEFORE_2018, ceiling, ceiling);
        }
        let (ceilings, allowed, rate) = if birth < Month::new(2018, 4) {
            let allowed = Decimal::ONE + exact("0.22") * children;
            (values::at(values::PAJE_CEILINGS_2014, self.month), allowed, BEFORE_2018)
        } else if self.month < Month::new(2018, 4) {
            return Decimal::ZERO; // a child to be born under a scale that is not there yet
        } else {
            let allowed = self.per_child(children);
            (
                values::at(values::PAJE_CEILINGS_2018, self.month),
                allowed,
                exact("0.4165"),
            )
        };
        let [full, full_two_earners, partial, partial_two_earners] = ceilings;
        self.paje_of(
            rate,
            full * allowed + self.for_two_earners(full_two_earners),
            partial * allowed + self.for_two_earners(partial_two_earners),
        )
    }

    /// `rate` of the BMAF up to the first ceiling, half of it up to the second. From 2013-05 on the amount of children born
    /// before 2018-04 stayed that of 2013-04 (loi 2013-1203, art. 74).
    fn paje_of(&self, rate: Decimal, full_up_to: Decimal, half_up_to: Decimal) -> Decimal {
        let is_frozen =
            self.month < Month::new(2018, 4) || rate == BEFORE_2018 && !self.model.departs(Difference::PajeFrozen);
        let [bmaf] = values::at(
            values::BMAF,
            if is_frozen {
                self.month.min(Month::new(2013, 4))
            } else {
                self.month
            },
        );
        if self.income() <= full_up_to {
            self.cents(bmaf * rate)
        } else if self.income() <= half_up_to {
            self.cents(bmaf * rate / exact("2"))
        } else {
            Decimal::ZERO
        }
    }

    /// Allocation de soutien familial of a lone parent, the other one taken never to pay: for each child what its alimony
    /// lacks, less what the parent receives (CSS L523-1; until 2016-03, nothing of whom alimony is received); from 2014-04 the RSA counts 22.5 % of the BMAF at most for each
    /// child of whom it is due (CASF R262-10-1).
    fn asf(&self) -> Decimal {
        if self.case.is_couple() {
            return Decimal::ZERO;
        }
        let [rate] = values::at(values::ASF_RATE, self.month);
        let one = self.cents(self.bmaf() * rate);
        let alimony = |person: &Person| person.income(Kind::AlimonyReceived, 0);
        let children: Vec<&Person> = self
            .each_child(0..20, 0)
            .filter(|child| !child.shared_custody)
            .collect();
        let difference_due = self.month >= Month::new(2016, 4) || self.model.departs(Difference::AlimonyBefore2016);
        let (due, of_whom) = if self.model.departs(Difference::AlimonyOfEachChild) {
            let all: Decimal = self.case.inputs.persons.iter().map(alimony).sum();
            let none = all > Decimal::ZERO && !difference_due;
            let whole = one * Decimal::from(children.len());
            (if none { Decimal::ZERO } else { whole - all }, children.len())
        } else {
            let lacks = |amount: Decimal, alimony: Decimal| {
                if alimony > Decimal::ZERO && !difference_due {
                    Decimal::ZERO
                } else {
                    amount - alimony
                }
            };
            let lacking = children
                .iter()
                .map(|child| lacks(one, alimony(child)))
                .filter(|due| *due > Decimal::ZERO);
            let of_parents: Decimal = self.case.parents().map(alimony).sum();
            (lacks(lacking.clone().sum(), of_parents), lacking.count())
        };
        let paid = due.max(Decimal::ZERO);
        if self.month >= Month::new(2018, 7) && paid < exact("15") {
            return Decimal::ZERO; // CSS D523-3
        }
        if self.month < Month::new(2014, 4) {
            paid
        } else {
            paid.min(self.cents(self.bmaf() * exact("0.225")) * Decimal::from(of_whom))
        }
    }
}
