//! A household: as people describe it ([`HouseholdInput`], maybe wrong, maybe incomplete) and checked ([`Household`]).
//!
//! Checking finds every problem at once. What is not said stays unknown: an amount nobody gave is the whole accepted
//! range, open on its [`Question`]; a condition nobody answered is a maybe.

pub(crate) mod bounds;
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

use crate::algebra::{Amount, Count, Range, Truth, Unknowns, Verdict, Whole};
use crate::units::{Cents, Day, Month};

impl Benefit {
    /// Whether somebody may receive it in a month and a place, as far as that is known: the ADA since November 2015
    /// (CESEDA L744-9), the ATA until 2017 (its last new claims), the PACEA since 2017 (code du travail L5131-5), the RSO overseas
    /// (CASF L522-14), the prime d'activité since 2016 and in Mayotte since July 2016 (loi 2015-994, ordonnance 2016-160), the
    /// energy cheque since 2018.
    #[must_use]
    pub fn exists(self, month: Month, territory: Territory) -> bool {
        match self {
            Self::Ada => month >= Month::new(2015, 11),
            Self::Ata => month <= Month::new(2017, 12),
            Self::Pacea => month >= Month::new(2017, 1),
            Self::PrimeActivite if territory == Territory::Mayotte => month >= Month::new(2016, 7),
            Self::PrimeActivite => month >= Month::new(2016, 1),
            Self::EnergyCheque => month >= Month::new(2018, 1),
            Self::Rso => territory == Territory::Overseas,
            _ => true,
        }
    }

    /// The ages, in years, at which it can be received: the ASPA from 60 (CSS R815-1), the RSO from 55 (CASF L522-14), the
    /// allowance of the PACEA and of the CEJ before 30 (code du travail L5131-6).
    #[must_use]
    pub const fn ages(self) -> core::ops::Range<i64> {
        match self {
            Self::Aspa => 60..i64::MAX,
            Self::Rso => 55..i64::MAX,
            Self::Pacea => 0..30,
            _ => 0..i64::MAX,
        }
    }
}

/// A checked household, seen from a month.
#[derive(Clone, Debug)]
pub struct Household {
    /// The month looked at.
    pub month: Month,
    /// Where it lives; `None` when not known.
    pub territory: Option<Territory>,
    /// The applicant, then the partner if any, then the children.
    pub persons: Vec<Person>,
    /// There may be a partner who is not among `persons`: see [`HouseholdInput::others`].
    pub partner_not_known: bool,
    /// There may be children who are not among `persons`: see [`HouseholdInput::others`].
    pub children_not_known: bool,
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
    /// Family allowances as paid, increases for age included.
    pub allocations_familiales: Option<Range>,
    /// Family supplement as paid, increase included.
    pub complement_familial: Option<Range>,
    /// Base allowance of the PAJE.
    pub paje_base: Option<Range>,
    /// Family support allowance.
    pub allocation_soutien_familial: Option<Range>,
}

impl DeclaredFamilyBenefits {
    /// Nothing is declared.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        [
            self.allocations_familiales,
            self.complement_familial,
            self.paje_base,
            self.allocation_soutien_familial,
        ]
        .iter()
        .all(Option::is_none)
    }
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
    /// Place among the persons of the request, from 0.
    pub place: usize,
    /// Applicant, partner or child.
    pub role: Role,
    /// Whole months of age on the first day of the month looked at; negative before birth.
    pub age: Whole,
    /// Day of birth, when it was given: rules that changed for those born from a day on need it.
    pub birth: Option<Day>,
    /// Pupil, student or unpaid trainee.
    pub student: Verdict,
    /// On parental, sabbatical or unpaid leave.
    pub on_leave: Verdict,
    /// Apprentice.
    pub apprentice: Verdict,
    /// Looking for work.
    pub jobseeker: Verdict,
    /// Pregnant.
    pub pregnant: Verdict,
    /// French, or with the permit the RSA asks for.
    pub residence_condition: Verdict,
    /// Stays regularly in France: so does whoever meets the condition of nationality or permit.
    pub regular_stay: Verdict,
    /// The hours of the RSA for the young.
    pub young_worker_hours: Verdict,
    /// Lives by turns with both parents.
    pub shared_custody: Verdict,
    /// Income of each kind, in the order of [`IncomeKind::ALL`].
    incomes: Vec<Flow>,
    /// Alimony paid.
    alimony_paid: Flow,
    /// The month whose last day counts, after [`Household::look_from`]; none: the first day of the month of the right.
    until: Option<Month>,
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
        self.incomes
            .get(kind.index())
            .map_or_else(|| Range::from(Cents::ZERO), |flow| flow.over(first, count))
    }

    /// Alimony paid over `count` months from `first`.
    #[must_use]
    pub fn alimony_paid_over(&self, first: Month, count: i32) -> Range {
        self.alimony_paid.over(first, count)
    }

    /// Whether the same amount of a kind is said to have come every month, known exactly or not.
    #[must_use]
    pub fn is_steady(&self, kind: IncomeKind) -> bool {
        self.incomes.get(kind.index()).is_none_or(|flow| flow.steady)
    }

    /// At least so many years old on the first day of the month looked at.
    #[must_use]
    pub fn is_aged(&self, years: i64) -> Verdict {
        self.age.at_least(years.saturating_mul(12))
    }

    /// So many years old by the last day of `month`, the month looked at.
    #[must_use]
    pub fn turns(&self, years: i64, month: Month) -> Verdict {
        let months = years.saturating_mul(12);
        match self.birth {
            Some(birth) => Verdict::from(i64::from(month.since(birth.month())) >= months),
            // One month before, on the first day: the birthday is later that month.
            None => self.age.at_least(months - 1),
        }
    }

    /// So many years old by the last day of the month before `month`, the month looked at.
    #[must_use]
    pub fn passed(&self, years: i64, month: Month) -> Verdict {
        let months = years.saturating_mul(12);
        match self.birth {
            Some(birth) => Verdict::from(i64::from(month.since(birth.month())) > months),
            // That many months old on the first day: the birthday may be that day.
            None => match (self.age.at_least(months), self.age.at_least(months + 1)) {
                (Verdict::No, _) => Verdict::No,
                (_, Verdict::Yes) => Verdict::Yes,
                _ => Verdict::Maybe(self.age.open()),
            },
        }
    }

    /// Whole years of age on the first day of the month looked at.
    #[must_use]
    pub fn years(&self) -> Whole {
        let (low, high) = (self.age.low().div_euclid(12), self.age.high().div_euclid(12));
        Whole::new(low, high, self.age.open())
    }

    /// Born by the first day of the month looked at.
    #[must_use]
    pub fn is_born(&self) -> Verdict {
        self.age.at_least(0)
    }

    /// Part of the household: born by the first day of the month of the right, or by the last day of an earlier month one
    /// looks from (CSS R843-1 II).
    #[must_use]
    pub fn is_member(&self) -> Verdict {
        match (self.until, self.birth) {
            (None, _) => self.is_born(),
            (Some(month), Some(birth)) => Verdict::from(birth.month() <= month),
            // One month before birth: born later that month, or on the first day of the next.
            (Some(_), None) => match (self.is_born(), self.age.at_least(-1)) {
                (Verdict::Yes, _) => Verdict::Yes,
                (_, Verdict::No) => Verdict::No,
                _ => Verdict::Maybe(self.age.open()),
            },
        }
    }

    /// Born on the first day of `since` or later; `seen_from` is the month looked at.
    #[must_use]
    pub fn is_born_since(&self, since: Month, seen_from: Month) -> Verdict {
        if let Some(birth) = self.birth {
            return Verdict::from(since.first_day() <= birth);
        }
        // Whoever is that many whole months old may be born the month before or on the very first day.
        let months = i64::from(seen_from.since(since));
        if self.age.exact() == Some(months) {
            return Verdict::No;
        }
        match (
            self.age.at_least(months).not(),
            self.age.at_least(months.saturating_add(1)),
        ) {
            (Verdict::Yes, _) => Verdict::Yes,
            (_, Verdict::Yes) => Verdict::No,
            _ => Verdict::Maybe(self.age.open()),
        }
    }

    /// What the person's answer to a question leaves unknown.
    fn unanswered(&self, question: Question) -> Unknowns {
        match question {
            // Rules look at an adult's age in whole years.
            Question::BirthDate if self.is_adult() && self.years().exact().is_some() => Unknowns::NONE,
            Question::BirthDate => self.age.open(),
            Question::Student => self.student.open(),
            Question::OnLeave => self.on_leave.open(),
            Question::Apprentice => self.apprentice.open(),
            Question::Jobseeker => self.jobseeker.open(),
            Question::Pregnant => self.pregnant.open(),
            Question::ResidenceCondition => self.residence_condition.open(),
            Question::RegularStay => self.regular_stay.open(),
            Question::YoungWorkerHours => self.young_worker_hours.open(),
            Question::SharedCustody => self.shared_custody.open(),
            Question::AlimonyPaid => self.alimony_paid.open(),
            Question::Income(kind) => self.incomes.get(kind.index()).map_or(Unknowns::NONE, Flow::open),
            _ => Unknowns::NONE,
        }
    }

    fn visit(&mut self, visitor: &mut dyn FnMut(Slot<'_>)) {
        visitor(Slot::Count(&mut self.age));
        for truth in [
            &mut self.student,
            &mut self.on_leave,
            &mut self.apprentice,
            &mut self.jobseeker,
            &mut self.pregnant,
            &mut self.residence_condition,
            &mut self.regular_stay,
            &mut self.young_worker_hours,
            &mut self.shared_custody,
        ] {
            visitor(Slot::Truth(truth));
        }
        for flow in &mut self.incomes {
            flow.visit(visitor);
        }
        self.alimony_paid.visit(visitor);
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
    /// Said to be the same every month: an amount nobody gave may have changed.
    steady: bool,
}

impl Flow {
    /// What is not known of it.
    fn open(&self) -> Unknowns {
        let months = self.months.iter();
        months.fold(self.otherwise.open(), |open, (_, amount)| open.union(amount.open()))
    }

    fn visit(&mut self, visitor: &mut dyn FnMut(Slot<'_>)) {
        visitor(Slot::Amount(&mut self.otherwise));
        for (_, amount) in &mut self.months {
            visitor(Slot::Amount(amount));
        }
    }

    /// Sum over `count` months from `first`.
    fn over(&self, first: Month, count: i32) -> Range {
        if self.months.is_empty() {
            return self.otherwise.ratio(i64::from(count), 1);
        }
        (0..count).map(|months| self.at(first.plus(months))).sum()
    }

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

    /// Looks at the household from another month: ages move, and what is dated is read there. What has no date
    /// (permits, studies, housing, benefits) is taken as it is in the month the right is asked for.
    pub fn look_from(&mut self, month: Month) {
        let later = i64::from(month.since(self.month));
        self.month = month;
        for person in &mut self.persons {
            person.age = person.age + Whole::from(later);
            person.until = Some(month);
        }
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
        let persons = self.persons.iter();
        let asked = persons.filter(|person| person.unanswered(question).has(question.bit()));
        asked.map(|person| person.place).collect()
    }

    /// The same household, had it answered `questions` (for everybody they concern) by `guess`.
    #[must_use]
    pub fn supposing(&self, questions: Unknowns, guess: Guess) -> Self {
        let mut supposed = self.clone();
        if questions.has(Question::Tenure.bit()) && supposed.tenure.is_none() {
            supposed.tenure = Some(guess.pick(Tenure::LodgedFree, Tenure::Tenant, Tenure::Homeless));
        }
        if questions.has(Question::Territory.bit()) && supposed.territory.is_none() {
            supposed.territory = Some(guess.pick(Territory::Mayotte, Territory::Metropolitan, Territory::Overseas));
        }
        supposed.visit(&mut |slot| {
            if slot.open().meets(questions) {
                slot.settle(guess);
            }
        });
        supposed
    }

    /// Every value that may be unknown.
    fn visit(&mut self, visitor: &mut dyn FnMut(Slot<'_>)) {
        for person in &mut self.persons {
            person.visit(visitor);
        }
        for truth in [
            &mut self.recent_isolation,
            &mut self.dual_earner_n2,
            &mut self.collective_cable,
            &mut self.fixed_line,
            &mut self.social_line,
        ] {
            visitor(Slot::Truth(truth));
        }
        for truth in &mut self.receives {
            visitor(Slot::Truth(truth));
        }
        for amount in [
            &mut self.resources_n2,
            &mut self.housing_benefit,
            &mut self.rfr,
            &mut self.quotient_familial_caf,
            &mut self.internet.price,
        ] {
            visitor(Slot::Amount(amount));
        }
        for amount in &mut self.spending {
            visitor(Slot::Amount(amount));
        }
        let declared = &mut self.family_benefits;
        [
            &mut declared.allocations_familiales,
            &mut declared.complement_familial,
            &mut declared.paje_base,
            &mut declared.allocation_soutien_familial,
            &mut self.disposable_income,
        ]
        .into_iter()
        .flatten()
        .for_each(|amount| visitor(Slot::Amount(amount)));
        visitor(Slot::Count(&mut self.parts));
    }
}

/// A supposed answer, for seeing what an answer would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// The lowest amount, or no.
    Low,
    /// In between: a modest amount; for conditions, no.
    Middle,
    /// The highest amount, or yes.
    High,
}

impl Guess {
    /// Every guess.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    fn pick<T>(self, low: T, middle: T, high: T) -> T {
        match self {
            Self::Low => low,
            Self::Middle => middle,
            Self::High => high,
        }
    }
}

/// A value that may be unknown, wherever it stands.
enum Slot<'a> {
    Amount(&'a mut Range),
    Truth(&'a mut Verdict),
    Count(&'a mut Whole),
}

impl Slot<'_> {
    fn open(&self) -> Unknowns {
        match self {
            Self::Amount(range) => range.open(),
            Self::Truth(truth) => truth.open(),
            Self::Count(count) => count.open(),
        }
    }

    fn settle(self, guess: Guess) {
        match self {
            Self::Amount(range) => {
                let modest = range.high().min(range.low() + MODEST);
                *range = Range::from(guess.pick(range.low(), modest, range.high()));
            }
            Self::Truth(truth) => *truth = Verdict::from(guess == Guess::High),
            Self::Count(count) => {
                let middle = count.low().midpoint(count.high());
                *count = Whole::from(guess.pick(count.low(), middle, count.high()));
            }
        }
    }
}

/// A modest monthly amount: the order of the thresholds, so that a middle guess is neither nothing nor a fortune.
const MODEST: Cents = Cents::new(70_000);
