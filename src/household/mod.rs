//! A household: as people describe it ([`HouseholdInput`], maybe wrong, maybe incomplete) and checked ([`Household`]).
//!
//! Checking finds every problem at once. What is not said stays unknown: an amount nobody gave is the whole accepted
//! range, open on its [`Question`]; a condition nobody answered is a maybe.

mod check;
mod input;
mod problem;
mod question;
mod words;

pub use input::{
    AmountInput, BenefitsInput, FamilyInput, FlowInput, HouseholdInput, HousingInput, IncomesInput, InternetInput,
    IntervalInput, LineInput, MonthsInput, Period, PeriodInput, PersonInput, ScalarInput, SpendingInput, TaxInput,
};
pub use problem::{Problem, ProblemKind};
pub use question::Question;
pub use words::{Benefit, IncomeKind, Post, Role, Tenure, Territory};

use crate::algebra::{Range, Unknowns, Verdict, Whole};
use crate::units::{Cents, Day, Month};

/// A checked household, seen from a month.
#[derive(Clone, Debug)]
pub struct Household {
    /// The month looked at.
    pub month: Month,
    /// Where it lives; `None` when not known.
    pub territory: Option<Territory>,
    /// The applicant, then the partner if any, then the children.
    pub persons: Vec<Person>,
    /// Alone with a child for less than 18 months.
    pub recent_isolation: Verdict,
    /// Resources of the year before last, cents a year.
    pub resources_n2: Range,
    /// Both partners had earnings in the year before last.
    pub dual_earner_n2: Verdict,
    /// Family benefits as declared, a month.
    pub family_benefits: DeclaredFamilyBenefits,
    /// Whether each benefit is received.
    pub receives: [Verdict; Benefit::ALL.len()],
    /// How the dwelling is occupied; `None` when not known.
    pub tenure: Option<Tenure>,
    /// Housing benefit, a month.
    pub housing_benefit: Range,
    /// Collective cable service in the building.
    pub collective_cable: Verdict,
    /// A fixed telephone line.
    pub fixed_line: Verdict,
    /// A line of the household has a social tariff.
    pub social_line: Verdict,
    /// Reference tax income, a year.
    pub rfr: Range,
    /// Tax parts, in hundredths.
    pub parts: Whole,
    /// Family quotient of the CAF, a month.
    pub quotient_familial_caf: Range,
    /// Disposable income as declared, a month; `None` when it is to be added up.
    pub disposable_income: Option<Range>,
    /// Fixed internet access.
    pub internet: Internet,
    /// Spending by post, a month; the internet access included.
    pub spending: [Range; Post::ALL.len()],
}

/// Family benefits a household says it receives, a month; `None` where they are to be computed.
#[derive(Clone, Copy, Debug)]
pub struct DeclaredFamilyBenefits {
    /// Family allowances, increase for age left out.
    pub allocations_familiales: Option<Range>,
    /// Family supplement, increase left out.
    pub complement_familial: Option<Range>,
    /// Base allowance of the PAJE.
    pub paje_base: Option<Range>,
    /// Family support allowance.
    pub allocation_soutien_familial: Option<Range>,
}

/// The fixed internet access.
#[derive(Clone, Debug)]
pub struct Internet {
    /// Name of the operator, empty when not said.
    pub operator: String,
    /// Monthly price, taxes included.
    pub price: Range,
    /// Last day of the commitment.
    pub commitment_end: Option<Day>,
}

/// A checked person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Place in the household.
    pub role: Role,
    /// Whole months of age on the first day of the month looked at; negative before birth.
    pub age: Whole,
    /// Pupil, student or unpaid trainee.
    pub student: Verdict,
    /// Apprentice.
    pub apprentice: Verdict,
    /// Looking for work.
    pub jobseeker: Verdict,
    /// Pregnant.
    pub pregnant: Verdict,
    /// French, or with the permit the RSA asks for.
    pub residence_condition: Verdict,
    /// The hours of the RSA for the young.
    pub young_worker_hours: Verdict,
    /// Lives by turns with both parents.
    pub shared_custody: Verdict,
    /// Income of each kind, in the order of [`IncomeKind::ALL`].
    incomes: Vec<Flow>,
}

impl Person {
    /// Income of a kind in a month.
    #[must_use]
    pub fn income(&self, kind: IncomeKind, month: Month) -> Range {
        self.incomes
            .get(kind.index())
            .map_or_else(|| Range::from(Cents::ZERO), |flow| flow.at(month))
    }

    /// Sum of a kind over `count` months from `first`.
    #[must_use]
    pub fn income_over(&self, kind: IncomeKind, first: Month, count: i32) -> Range {
        (0..count).map(|months| self.income(kind, first.plus(months))).sum()
    }

    /// At least so many years old on the first day of the month looked at.
    #[must_use]
    pub fn is_aged(&self, years: i64) -> Verdict {
        use crate::algebra::Count;
        self.age.at_least(years.saturating_mul(12))
    }

    /// Applicant or partner.
    #[must_use]
    pub const fn is_adult(&self) -> bool {
        matches!(self.role, Role::Applicant | Role::Partner)
    }
}

/// An income through time.
#[derive(Clone, Debug)]
struct Flow {
    months: Vec<(Month, Range)>,
    otherwise: Range,
}

impl Flow {
    fn at(&self, month: Month) -> Range {
        self.months
            .iter()
            .find_map(|(at, amount)| (*at == month).then_some(*amount))
            .unwrap_or(self.otherwise)
    }
}

impl Household {
    /// Applicant and partner.
    pub fn adults(&self) -> impl Iterator<Item = &Person> {
        self.persons.iter().filter(|person| person.is_adult())
    }

    /// Children and other dependants.
    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.persons.iter().filter(|person| !person.is_adult())
    }

    /// Whether there are two partners.
    #[must_use]
    pub fn is_couple(&self) -> bool {
        self.adults().count() > 1
    }

    /// Whether a benefit is received.
    #[must_use]
    pub fn receives(&self, benefit: Benefit) -> Verdict {
        self.receives.get(benefit.index()).copied().unwrap_or(Verdict::No)
    }

    /// What is spent on a post, a month.
    #[must_use]
    pub fn spending(&self, post: Post) -> Range {
        self.spending
            .get(post.index())
            .copied()
            .unwrap_or_else(|| Range::from(Cents::ZERO))
    }

    /// The persons whose answer to `question` is not known, by place among [`Household::persons`].
    #[must_use]
    pub fn unanswered_by(&self, question: Question) -> Vec<usize> {
        let open = |unknowns: Unknowns| unknowns.has(question.bit());
        self.persons
            .iter()
            .enumerate()
            .filter(|(_, person)| {
                person.values().any(|value| match value {
                    Slot::Amount(range) => open(range.open()),
                    Slot::Truth(truth) => open(truth.open()),
                    Slot::Count(count) => open(count.open()),
                })
            })
            .map(|(place, _)| place)
            .collect()
    }
}
