use super::bounds::{Bounds, Figure, Known};
use super::costs::Costs;
use super::{Definition, Family};
use crate::algebra::{Amount, Range, Whole};
use crate::household::bounds::BILL;
use crate::household::{Household, Post, Question, Tenure};
use crate::law::Text;
use crate::units::{Cents, Rate};

/// What a household spends and receives in a month. An unanswered line is read as anything from nothing up.
#[derive(Clone, Debug)]
pub struct Budget {
    posts: [Range; Post::ALL.len()],
    /// Housing benefit, a month.
    pub housing_benefit: Range,
    /// Rent the home of an owner-occupier, or of somebody lodged free, would fetch a month. The survey of households
    /// never asks it: `None` when nobody estimated it.
    pub imputed_rent: Option<Range>,
    /// Disposable income, a month, housing benefit included, before paying anything of what is here.
    pub income: Range,
    /// Consumption units of the modified OECD scale, in tenths: 10 for one person.
    pub consumption_units: Whole,
}

/// Something nobody answered and a figure needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A line of spending.
    Post(Post),
    /// The housing benefit.
    HousingBenefit,
    /// The rent the home would fetch.
    ImputedRent,
    /// The disposable income.
    Income,
}

impl Missing {
    /// Its id in answers: that of the question that would settle it, where there is one.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Post(post) => Question::Spending(post).name(),
            Self::HousingBenefit => Question::HousingBenefit.name(),
            Self::ImputedRent => "imputed_rent".into(),
            Self::Income => Question::DisposableIncome.name(),
        }
    }

    /// Its name, to show.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Post(post) => post.label(),
            Self::HousingBenefit => Text {
                fr: "Aide au logement",
                en: "Housing benefit",
            },
            Self::ImputedRent => Text {
                fr: "Loyer imputé : celui que le logement occupé par son propriétaire rapporterait",
                en: "Imputed rent: what the owner-occupied home would be let for",
            },
            Self::Income => Text {
                fr: "Revenu disponible",
                en: "Disposable income",
            },
        }
    }
}

/// Constrained spending under a definition, for one household and one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What was counted.
    pub definition: Definition,
    /// By family, in the order of [`Family::ALL`]; housing is net of housing benefit.
    pub families: [(Family, Figure<Cents>); 5],
    /// The sum.
    pub total: Figure<Cents>,
    /// The income it is compared with: disposable income less the housing benefit deducted from the spending, plus the
    /// imputed rent where the definition counts it.
    pub income: Figure<Cents>,
    /// `total ÷ income`; unbounded above when income may be nothing.
    pub share: Figure<Rate>,
    /// What is left once it is paid.
    pub left: Left,
}

/// What is left of the income, or what a saving adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// A month. Imputed rents and the deduction of housing benefit, on both sides, leave it unchanged.
    pub month: Figure<Cents>,
    /// A month and consumption unit.
    pub month_per_unit: Bounds<Cents>,
    /// A day, for the household: twelve months over 365 days.
    pub day: Bounds<Cents>,
    /// A day and consumption unit.
    pub day_per_unit: Bounds<Cents>,
}

impl Budget {
    /// The budget of a household, with its disposable income (a month, housing benefit included) and its consumption units
    /// (tenths) as the facts work them out. Nobody pays an imputed rent but owners and those lodged free: for the others it
    /// is nothing.
    #[must_use]
    pub fn of(household: &Household, income: Range, consumption_units: Whole) -> Self {
        let imputed = !matches!(
            household.tenure,
            Some(
                Tenure::Tenant
                    | Tenure::SocialTenant
                    | Tenure::FurnishedTenant
                    | Tenure::LodgedSharingCosts
                    | Tenure::Hostel
                    | Tenure::Homeless
            )
        );
        Self {
            posts: household.spending,
            housing_benefit: household.housing_benefit,
            imputed_rent: (!imputed).then(|| Range::from(Cents::ZERO)),
            income,
            consumption_units,
        }
    }

    /// A budget from its lines (a month each), without housing benefit nor imputed rent. A post left out is unanswered, a
    /// post given twice is added.
    #[must_use]
    pub fn from_lines(lines: &[(Post, Range)], income: Range, consumption_units: Whole) -> Self {
        let mut posts = [Range::from(Cents::ZERO); Post::ALL.len()];
        for (amount, post) in posts.iter_mut().zip(Post::ALL) {
            let mut given = lines
                .iter()
                .filter(|(line, _)| line == post)
                .map(|(_, amount)| *amount)
                .peekable();
            *amount = if given.peek().is_some() {
                given.sum()
            } else {
                unanswered(*post)
            };
        }
        Self {
            posts,
            housing_benefit: Range::from(Cents::ZERO),
            imputed_rent: Some(Range::from(Cents::ZERO)),
            income,
            consumption_units,
        }
    }

    /// The same budget when the household says its lines are all there is: the unanswered ones are nothing.
    #[must_use]
    pub fn complete(mut self) -> Self {
        for amount in &mut self.posts {
            if Known::answered(*amount).is_missing() {
                *amount = Range::from(Cents::ZERO);
            }
        }
        self
    }

    /// What is spent on a post, a month.
    #[must_use]
    pub fn spent(&self, post: Post) -> Range {
        let amount = self.posts.get(post.index()).copied();
        amount.unwrap_or_else(|| unanswered(post))
    }

    /// The same budget once bills are cut by `saving` a month in all, one after the other; none goes below nothing. An
    /// unanswered bill stays unanswered.
    #[must_use]
    pub fn with_saving(&self, bills: &[Post], saving: Range) -> Self {
        let mut after = self.clone();
        let mut rest = saving;
        for post in bills {
            let bill = after.posts.get_mut(post.index());
            if let Some(bill) = bill.filter(|bill| !Known::answered(**bill).is_missing()) {
                let left = (rest - *bill).positive();
                *bill = (*bill - rest).positive();
                rest = left;
            }
        }
        after
    }

    /// Everything `definition` has a household pay in money each month, before housing benefit.
    #[must_use]
    pub fn paid(&self, definition: Definition) -> Range {
        counted(definition).map(|post| self.spent(post)).sum()
    }

    /// Constrained spending, its share of income and what is left, under `definition`.
    ///
    /// # Example
    /// ```
    /// use tarif_social::algebra::{Range, Whole};
    /// use tarif_social::household::Post;
    /// use tarif_social::spending::{Budget, Definition, Missing};
    /// use tarif_social::units::{Cents, Rate};
    /// let euros = |count: i64| Range::from(Cents::new(count * 100));
    /// let lines = [(Post::Rent, euros(500)), (Post::Mobile, euros(10))];
    /// let mut budget = Budget::from_lines(&lines, euros(1_000), Whole::from(10)).complete();
    /// budget.housing_benefit = euros(200);
    /// let four = budget.statement(Definition::FourPosts);
    /// assert_eq!(four.total.value.exact(), Some(Cents::new(31_000))); // 500 − 200 + 10
    /// assert_eq!(four.share.value.exact(), Some(Rate::new(387_500))); // of 1,000 − 200
    /// assert_eq!(four.left.month.value.exact(), Some(Cents::new(49_000)));
    /// assert_eq!(four.left.day.exact(), Some(Cents::new(1_611))); // × 12 ÷ 365
    ///
    /// let unsaid = Budget::from_lines(&[(Post::FixedInternet, euros(30))], euros(1_000), Whole::from(10));
    /// let total = unsaid.statement(Definition::FourPosts).total;
    /// assert_eq!((total.value.at_least, total.value.at_most), (Some(Cents::new(3_000)), None)); // "at least 30 €"
    /// assert!(total.missing.contains(&Missing::Post(Post::Rent)));
    /// ```
    #[must_use]
    pub fn statement(&self, definition: Definition) -> Statement {
        let none = || self.costs(core::iter::empty());
        let mut costs = none();
        let mut families = Family::ALL.map(|family| (family, none()));
        for post in counted(definition) {
            let amount = Known::answered(self.spent(post));
            costs.add(post, amount);
            let family = families.iter_mut().find(|(family, _)| *family == post.family());
            family.into_iter().for_each(|(_, family)| family.add(post, amount));
        }
        if definition.counts_imputed_rent() {
            costs.imputed = self.imputed_rent.map_or(Known::ANYTHING, Known::answered);
        }
        let families = families.map(|(family, mut of_family)| {
            if family == Family::Housing {
                of_family.imputed = costs.imputed;
            }
            (family, of_family.total())
        });
        Statement {
            definition,
            families,
            total: costs.total(),
            income: costs.income(),
            share: costs.share(),
            left: self.left_of(&costs),
        }
    }

    /// The costs of some posts, what the housing benefit is deducted from apart, and the income; no imputed rent.
    pub(super) fn costs(&self, posts: impl Iterator<Item = Post>) -> Costs {
        let mut costs = Costs {
            home: Known::NOTHING,
            others: Known::NOTHING,
            benefit: Known::answered(self.housing_benefit),
            imputed: Known::NOTHING,
            income: Known::answered(self.income),
            missing: Vec::new(),
        };
        for post in posts {
            costs.add(post, Known::answered(self.spent(post)));
        }
        costs
    }

    /// What is left once everything `definition` counts is paid: the same as in [`Budget::statement`].
    #[must_use]
    pub fn left(&self, definition: Definition) -> Left {
        self.left_of(&self.costs(counted(definition)))
    }

    fn left_of(&self, costs: &Costs) -> Left {
        self.spread(Figure {
            value: costs.left(),
            missing: costs.with_income(costs.missing.clone()),
        })
    }

    /// A monthly amount, also per consumption unit and per day.
    pub(super) fn spread(&self, month: Figure<Cents>) -> Left {
        let units = [
            self.consumption_units.low().max(1),
            self.consumption_units.high().max(1),
        ];
        let value = month.value;
        // Dividing by more units brings a debt nearer to nothing as it does a gain: both ends are tried.
        let per_unit = |numerator: i64, denominator: i64| {
            let [least, most] =
                units.map(|units| value.map(|left| left.ratio(numerator, denominator.saturating_mul(units))));
            Bounds {
                at_least: least.at_least.min(most.at_least),
                at_most: least.at_most.max(most.at_most),
            }
        };
        Left {
            month_per_unit: per_unit(10, 1),
            day_per_unit: per_unit(10 * MONTHS, DAYS),
            day: value.map(|left| left.ratio(MONTHS, DAYS)),
            month,
        }
    }
}

/// A day is a month times twelve over 365; leap years are not told apart.
const MONTHS: i64 = 12;
const DAYS: i64 = 365;

/// The posts a definition counts.
pub(super) fn counted(definition: Definition) -> impl Iterator<Item = Post> {
    Post::ALL.iter().copied().filter(move |post| post.counts_in(definition))
}

/// A line nobody filled in.
fn unanswered(post: Post) -> Range {
    Range::new(Cents::ZERO, BILL, Question::Spending(post).open())
}
