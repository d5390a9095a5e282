use super::bounds::{Bounds, Figure, Known, share_half_up};
use super::budget::Missing;
use crate::household::Post;
use crate::units::{Cents, Rate};

/// Costs and the income they are compared with.
pub(super) struct Costs {
    /// Rent and loan instalment: what the housing benefit is deducted from.
    pub home: Known,
    pub others: Known,
    pub benefit: Known,
    pub imputed: Known,
    pub income: Known,
    /// The posts nobody answered.
    pub missing: Vec<Missing>,
}

/// One completion of what is unknown.
#[derive(Clone, Copy)]
struct Point {
    home: Cents,
    others: Cents,
    benefit: Cents,
    imputed: Cents,
    income: Cents,
}

impl Point {
    /// Housing benefit deducted: never more than what it helps to pay.
    fn deducted(self) -> Cents {
        self.benefit.min(self.home)
    }

    fn spent(self) -> Cents {
        self.home + self.others - self.deducted() + self.imputed
    }

    fn base(self) -> Cents {
        self.income - self.deducted() + self.imputed
    }

    fn share(self) -> Option<Rate> {
        share_half_up(self.spent(), self.base())
    }
}

impl Costs {
    /// What is spent on one more post.
    pub fn add(&mut self, post: Post, amount: Known) {
        if amount.is_missing() {
            self.missing.push(Missing::Post(post));
        }
        let sum = match post {
            Post::Rent | Post::LoanInstalment => &mut self.home,
            _ => &mut self.others,
        };
        *sum = sum.plus(amount);
    }

    /// What is left of the income, a month.
    pub fn left(&self) -> Bounds<Cents> {
        let paid = self.home.plus(self.others);
        Bounds {
            at_least: paid
                .high
                .filter(|_| !self.income.is_missing())
                .map(|paid| self.income.low - paid),
            at_most: self.income.high.map(|income| income - paid.low),
        }
    }

    /// Energy and telecoms are compared with the whole disposable income, housing benefit included.
    pub fn without_benefit(mut self) -> Self {
        self.benefit = Known::NOTHING;
        self
    }

    /// The posts, the benefit where there is a home to deduct it from, the imputed rent.
    fn missing(&self) -> Vec<Missing> {
        let pays_for_a_home = self.home.high != Some(Cents::ZERO);
        let benefit = self.benefit.is_missing() && pays_for_a_home;
        let mut missing = self.missing.clone();
        missing.extend(benefit.then_some(Missing::HousingBenefit));
        missing.extend(self.imputed.is_missing().then_some(Missing::ImputedRent));
        missing
    }

    pub fn with_income(&self, mut missing: Vec<Missing>) -> Vec<Missing> {
        missing.extend(self.income.is_missing().then_some(Missing::Income));
        missing
    }

    pub fn total(&self) -> Figure<Cents> {
        let low = Point {
            home: self.home.low,
            others: self.others.low,
            benefit: self.benefit.high.unwrap_or(self.home.low),
            imputed: self.imputed.low,
            income: Cents::ZERO,
        };
        let high = self.home.high.zip(self.others.high).zip(self.imputed.high);
        let high = high.map(|((home, others), imputed)| Point {
            home,
            others,
            benefit: self.benefit.low,
            imputed,
            income: Cents::ZERO,
        });
        Figure {
            value: Bounds {
                at_least: Some(low.spent()),
                at_most: high.map(Point::spent),
            },
            missing: self.missing(),
        }
    }

    pub fn income(&self) -> Figure<Cents> {
        let most_deducted = match (self.benefit.high, self.home.high) {
            (Some(benefit), Some(home)) => Some(benefit.min(home)),
            (benefit, home) => benefit.or(home),
        };
        let least_deducted = self.benefit.low.min(self.home.low);
        let known = !self.income.is_missing();
        // The posts only matter for how much of the benefit there is to deduct.
        let deducts = self.benefit.high != Some(Cents::ZERO);
        let home = |missing: &Missing| matches!(missing, Missing::Post(Post::Rent | Post::LoanInstalment)) && deducts;
        let missing = self
            .missing()
            .into_iter()
            .filter(|missing| home(missing) || !matches!(missing, Missing::Post(_)));
        let missing = missing.collect();
        Figure {
            value: Bounds {
                at_least: most_deducted
                    .filter(|_| known)
                    .map(|most| self.income.low - most + self.imputed.low),
                at_most: self
                    .income
                    .high
                    .zip(self.imputed.high)
                    .map(|(income, imputed)| income - least_deducted + imputed),
            },
            missing: self.with_income(missing),
        }
    }

    /// Each end is reached where every unknown is at one of its ends: the share rises with what is paid, falls with
    /// income, and moves one way only with the benefit and with the imputed rent, though which way depends on the rest.
    pub fn share(&self) -> Figure<Rate> {
        let missing = self.with_income(self.missing());
        let at_least = self
            .income
            .high
            .and_then(|income| self.extreme(self.home.low, self.others.low, income, Ord::min));
        let most = self
            .home
            .high
            .zip(self.others.high)
            .filter(|_| !self.income.is_missing());
        let at_most = most.and_then(|(home, others)| self.extreme(home, others, self.income.low, Ord::max));
        Figure {
            value: Bounds { at_least, at_most },
            missing,
        }
    }

    fn extreme(&self, home: Cents, others: Cents, income: Cents, choose: fn(Rate, Rate) -> Rate) -> Option<Rate> {
        // An imputed rent without limit, on both sides, draws the share towards one.
        let mut best = self.imputed.is_missing().then_some(Rate::ONE);
        for benefit in [self.benefit.low, self.benefit.high.unwrap_or(home)] {
            for imputed in [self.imputed.low, self.imputed.high.unwrap_or(self.imputed.low)] {
                let share = Point {
                    home,
                    others,
                    benefit,
                    imputed,
                    income,
                }
                .share()?;
                best = Some(best.map_or(share, |best| choose(best, share)));
            }
        }
        best
    }
}
