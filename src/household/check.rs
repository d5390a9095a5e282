mod bills;

use core::fmt::Display;

use super::bounds::{BALANCE, MONTHLY, YEARLY};
use super::input::{
    AmountInput, FlowInput, HouseholdInput, IncomesInput, PersonInput, ScalarInput, income_of, told_among,
};
use super::{
    Benefit, DeclaredFamilyBenefits, Flow, Household, IncomeKind, Person, Problem, ProblemKind, Question, Role, Tenure,
};
use crate::algebra::{Amount, Range, Truth, Unknowns, Verdict, Whole};
use crate::units::{AmountError, Cents, Day, Euros, Month};

/// Most persons in a household.
const PERSONS: usize = 15;
/// Nobody is an apprentice before this age (code du travail L6222-1), nor registered as looking for work.
const WORKER: i64 = 15;
/// Youngest applicant or partner, in years.
const ADULT: i64 = 16;
/// Earliest that a child to be born is described, in months of age.
const EXPECTED: i64 = -10;
/// Oldest person, in years.
const OLDEST: i64 = 120;
/// Longest text, in characters.
const TEXT: usize = 60;

/// Accepted tax parts, in hundredths.
const PARTS: (Cents, Cents) = (Cents::new(25), Cents::new(3_000));

impl HouseholdInput {
    /// Checks the description for a right looked at in `month`.
    ///
    /// # Errors
    /// Every problem found, each with its field; nothing is corrected silently.
    ///
    /// # Example
    /// ```
    /// use tarif_social::household::{HouseholdInput, PersonInput, Role};
    /// use tarif_social::units::Month;
    ///
    /// let mut input = HouseholdInput { persons: vec![PersonInput { age: Some(34), ..Default::default() }], ..Default::default() };
    /// let problems = input.check(Month::new(2014, 11)).unwrap_err();
    /// assert_eq!(problems[0].field, "persons[0].role");
    /// input.persons[0].role = Some(Role::Applicant);
    /// assert!(input.check(Month::new(2014, 11)).is_ok());
    /// ```
    pub fn check(&self, month: Month) -> Result<Household, Vec<Problem>> {
        self.check_with(month, 0, 0)
    }

    /// The other households this may be when a partner or children are not known, each with somebody more of whom
    /// nothing is said, and the questions that tell it apart.
    ///
    /// # Errors
    /// Every problem found.
    pub fn others(&self, month: Month) -> Result<Vec<(Unknowns, Household)>, Vec<Problem>> {
        let room = PERSONS.saturating_sub(self.persons.len());
        let most_partners = usize::from(self.partner_not_known).min(room);
        let mut others = Vec::new();
        for partners in 0..=most_partners {
            let most_children = if self.children_not_known { room - partners } else { 0 };
            for children in 0..=most_children {
                let mut open = Unknowns::NONE;
                if partners > 0 {
                    open = open.union(Question::Partner.open());
                }
                if children > 0 {
                    open = open.union(Question::Children.open());
                }
                if !open.is_empty() {
                    others.push((open, self.check_with(month, partners, children)?));
                }
            }
        }
        Ok(others)
    }

    fn check_with(&self, month: Month, partners: usize, children: usize) -> Result<Household, Vec<Problem>> {
        let mut checker = Checker {
            month,
            problems: Vec::new(),
        };
        let mut household = checker.household(self, partners, children);
        if !checker.problems.is_empty() {
            return Err(checker.problems);
        }
        let (mut persons, children): (Vec<_>, Vec<_>) = household.persons.into_iter().partition(Person::is_adult);
        if persons.first().is_some_and(|first| first.role == Role::Partner) {
            persons.reverse(); // the applicant comes first
        }
        persons.extend(children);
        household.persons = persons;
        Ok(household)
    }
}

struct Checker {
    month: Month,
    problems: Vec<Problem>,
}

impl Checker {
    /// Every check names its field, and only a problem writes the name.
    fn report(&mut self, field: &dyn Display, value: impl Into<String>, kind: ProblemKind) {
        self.problems.push(Problem {
            field: field.to_string(),
            value: value.into(),
            kind,
        });
    }

    fn household(&mut self, input: &HouseholdInput, partners: usize, children: usize) -> Household {
        let mut persons = self.persons(&input.persons);
        if input.partner_not_known && persons.iter().any(|person| person.role == Role::Partner) {
            self.report(&"partner_not_known", "true", ProblemKind::OnlyOne);
        }
        for (role, count) in [(Role::Partner, partners), (Role::Child, children)] {
            let nobody = PersonInput::default();
            for _ in 0..count {
                persons.push(self.person(&nobody, role, persons.len()));
            }
        }
        open_missing(input, &mut persons, self.month);
        let (family, housing) = (&input.family, &input.housing);
        let mut declared = |amount: &Option<AmountInput>, field: &str, question| {
            amount
                .as_ref()
                .map(|_| self.amount(amount, &format_args!("family.{field}"), MONTHLY, question))
        };
        let family_benefits = DeclaredFamilyBenefits {
            allocations_familiales: declared(
                &family.allocations_familiales,
                "allocations_familiales",
                Question::AllocationsFamiliales,
            ),
            complement_familial: declared(
                &family.complement_familial,
                "complement_familial",
                Question::ComplementFamilial,
            ),
            paje_base: declared(&family.paje_base, "paje_base", Question::PajeBase),
            allocation_soutien_familial: declared(
                &family.allocation_soutien_familial,
                "allocation_soutien_familial",
                Question::AllocationSoutienFamilial,
            ),
        };
        let internet = self.internet(input);
        // Without rent nor loan there is none (CCH L822-2).
        let without = matches!(
            housing.tenure,
            Some(Tenure::Owner | Tenure::LodgedFree | Tenure::Homeless)
        );
        let housing_benefit = if without && housing.housing_benefit.is_none() {
            Range::from(Cents::ZERO)
        } else {
            self.amount(
                &housing.housing_benefit,
                &"housing.housing_benefit",
                MONTHLY,
                Question::HousingBenefit,
            )
        };
        let mut receives = self.benefits(input, &persons);
        if let Some(received) = receives.get_mut(Benefit::HousingBenefit.index()) {
            *received = Range::from(Cents::ZERO).below(housing_benefit);
        }
        Household {
            month: self.month,
            territory: input.territory,
            receives,
            recent_isolation: truth(family.recent_isolation, Question::RecentIsolation),
            resources_n2: self.amount(
                &family.resources_n2,
                &"family.resources_n2",
                YEARLY,
                Question::ResourcesN2,
            ),
            dual_earner_n2: truth(family.dual_earner_n2, Question::DualEarnerN2),
            family_benefits,
            tenure: housing.tenure,
            housing_benefit,
            collective_cable: truth(housing.collective_cable, Question::CollectiveCable),
            fixed_line: truth(housing.fixed_line, Question::FixedLine),
            social_line: truth(housing.social_line, Question::SocialLine),
            rfr: self.amount(&input.tax.rfr, &"tax.rfr", YEARLY, Question::Rfr),
            parts: self.parts(&input.tax.parts),
            quotient_familial_caf: self.amount(
                &input.quotient_familial_caf,
                &"quotient_familial_caf",
                MONTHLY,
                Question::QuotientFamilialCaf,
            ),
            disposable_income: input.disposable_income.as_ref().map(|_| {
                self.amount(
                    &input.disposable_income,
                    &"disposable_income",
                    MONTHLY,
                    Question::DisposableIncome,
                )
            }),
            spending: self.spending(input, internet.price),
            internet,
            persons,
            partner_not_known: input.partner_not_known,
            children_not_known: input.children_not_known,
        }
    }

    fn persons(&mut self, inputs: &[PersonInput]) -> Vec<Person> {
        if inputs.len() > PERSONS {
            self.report(
                &"persons",
                inputs.len().to_string(),
                ProblemKind::TooManyPersons(PERSONS as i64),
            );
        }
        let mut persons: Vec<Person> = Vec::new();
        for (place, input) in inputs.iter().take(PERSONS).enumerate() {
            let Some(role) = input.role else {
                self.report(&format_args!("persons[{place}].role"), "", ProblemKind::Missing);
                continue;
            };
            if role != Role::Child && persons.iter().any(|person| person.role == role) {
                self.report(
                    &format_args!("persons[{place}].role"),
                    role.name(),
                    ProblemKind::OnlyOne,
                );
            }
            persons.push(self.person(input, role, place));
        }
        if inputs.iter().all(|input| input.role != Some(Role::Applicant)) && !inputs.iter().any(|p| p.role.is_none()) {
            self.report(&"persons", "", ProblemKind::NoApplicant);
        }
        persons
    }

    fn person(&mut self, input: &PersonInput, role: Role, place: usize) -> Person {
        let field: &dyn Display = &format_args!("persons[{place}]");
        let age = self.age(input, role, field);
        // What no rule looks at in somebody is not missing: an infant who does not say whether she looks for work.
        let asked = |of_this_one: bool, answer: Option<bool>, question| match answer {
            None if !of_this_one => Verdict::No,
            _ => truth(answer, question),
        };
        let (adult, child) = (role != Role::Child, role == Role::Child);
        let may_work = adult || age.high() >= WORKER * 12;
        let residence_condition = asked(adult, input.residence_condition, Question::ResidenceCondition);
        Person {
            place,
            role,
            age,
            birth: input.birth_date.as_ref().and_then(|text| Day::parse(text).ok()),
            student: asked(adult, input.student, Question::Student),
            on_leave: asked(adult, input.on_leave, Question::OnLeave),
            apprentice: asked(may_work, input.apprentice, Question::Apprentice),
            jobseeker: asked(may_work, input.jobseeker, Question::Jobseeker),
            pregnant: asked(adult, input.pregnant, Question::Pregnant),
            residence_condition,
            regular_stay: match residence_condition {
                Verdict::Yes => Verdict::Yes,
                _ => asked(adult, input.regular_stay, Question::RegularStay),
            },
            young_worker_hours: asked(adult, input.young_worker_hours, Question::YoungWorkerHours),
            shared_custody: asked(child, input.shared_custody, Question::SharedCustody),
            incomes: self.incomes(&input.incomes, may_work, &format_args!("{field}.incomes")),
            alimony_paid: self.alimony_paid(&input.incomes, may_work, &format_args!("{field}.incomes.alimony_paid")),
            until: None,
        }
    }

    /// Whole months of age; an age in years leaves the months open.
    fn age(&mut self, input: &PersonInput, role: Role, field: &dyn Display) -> Whole {
        let (youngest, first) = if role == Role::Child {
            (0, EXPECTED)
        } else {
            (ADULT, ADULT * 12)
        };
        let open = Question::BirthDate.open();
        let unknown = Whole::new(first, OLDEST * 12 + 11, open);
        if let Some(age) = input.age {
            let problem = match age {
                0..=OLDEST if input.birth_date.is_some() || age >= youngest => None,
                0..=OLDEST => Some(ProblemKind::TooYoung(youngest)),
                _ => Some(ProblemKind::NumberOutOfRange(0, OLDEST)),
            };
            if let Some(problem) = problem {
                self.report(&format_args!("{field}.age"), age.to_string(), problem);
                return unknown;
            }
        }
        let Some(text) = &input.birth_date else {
            return input
                .age
                .map_or(unknown, |age| Whole::new(age * 12, age * 12 + 11, open));
        };
        let Ok(birth) = Day::parse(text) else {
            self.report(&format_args!("{field}.birth_date"), text, ProblemKind::NotADay);
            return unknown;
        };
        let months = i64::from(birth.age_in_months(self.month));
        let years = months.div_euclid(12);
        let problem = if years > OLDEST {
            Some(ProblemKind::NumberOutOfRange(0, OLDEST))
        } else if role == Role::Child && months < EXPECTED {
            Some(ProblemKind::AfterTheMonth(self.month))
        } else if role != Role::Child && years < youngest {
            Some(ProblemKind::TooYoung(youngest))
        } else if input.age.is_some_and(|age| age != years) {
            Some(ProblemKind::AgeDisagrees(years))
        } else {
            None
        };
        if let Some(problem) = problem {
            self.report(&format_args!("{field}.birth_date"), text, problem);
        }
        Whole::from(months)
    }

    fn incomes(&mut self, input: &IncomesInput, may_work: bool, field: &dyn Display) -> Vec<Flow> {
        IncomeKind::ALL
            .iter()
            .map(|kind| {
                let most = if *kind == IncomeKind::Savings { BALANCE } else { MONTHLY };
                let question = Question::Income(*kind);
                match input.get(*kind) {
                    Some(flow) => self.flow(flow, &format_args!("{field}.{}", kind.name()), most, question),
                    None if !may_work && of_working_age(*kind) => Flow::nothing(),
                    None if input.complete => Flow::nothing(),
                    None => Flow::not_given(most, question),
                }
            })
            .collect()
    }

    /// Asked of whoever may work.
    fn alimony_paid(&mut self, input: &IncomesInput, may_work: bool, field: &dyn Display) -> Flow {
        match &input.alimony_paid {
            Some(flow) => self.flow(flow, field, MONTHLY, Question::AlimonyPaid),
            None if input.complete || !may_work => Flow::nothing(),
            None => Flow::not_given(MONTHLY, Question::AlimonyPaid),
        }
    }

    fn flow(&mut self, input: &FlowInput, field: &dyn Display, most: Cents, question: Question) -> Flow {
        match input {
            FlowInput::Every(amount) => Flow::steady(self.given(amount, field, most, question)),
            FlowInput::Period(period) => {
                let amount = self.given(&period.amount, &format_args!("{field}.amount"), most, question);
                let month = self.month;
                let mut end = |text: &Option<String>, name: &str, absent: Month| {
                    text.as_ref()
                        .map_or(absent, |text| self.month(text, &format_args!("{field}.{name}")))
                };
                // Nothing looks further back than the twelve months before the month, nor after it.
                let since = end(&period.since, "since", month.plus(-24));
                let until = end(&period.until, "until", month);
                if since > until && period.since.is_some() && period.until.is_some() {
                    self.report(field, "", ProblemKind::EndsBeforeItBegins);
                }
                let months = (-24..=0).map(|offset| month.plus(offset));
                Flow {
                    months: months
                        .filter(|month| since <= *month && *month <= until)
                        .map(|month| (month, amount))
                        .collect(),
                    otherwise: Range::from(Cents::ZERO),
                    steady: false,
                }
            }
            FlowInput::Months(months) => Flow {
                steady: false,
                otherwise: match &months.otherwise {
                    Some(amount) => self.given(amount, &format_args!("{field}.otherwise"), most, question),
                    None => unknown(most, question),
                },
                months: months
                    .by_month
                    .iter()
                    .map(|(month, amount)| {
                        let at = self.month(month, &format_args!("{field}.by_month.{month}"));
                        let field = &format_args!("{field}.by_month.{month}");
                        (at, self.given(amount, field, most, question))
                    })
                    .collect(),
            },
        }
    }

    fn month(&mut self, text: &str, field: &dyn Display) -> Month {
        Month::parse(text).unwrap_or_else(|_| {
            self.report(field, text, ProblemKind::NotAMonth);
            self.month
        })
    }

    /// An amount that may not be given.
    fn amount(&mut self, input: &Option<AmountInput>, field: &dyn Display, most: Cents, question: Question) -> Range {
        match input {
            Some(amount) => self.given(amount, field, most, question),
            None => unknown(most, question),
        }
    }

    /// An amount that is given: exactly, or between two.
    fn given(&mut self, input: &AmountInput, field: &dyn Display, most: Cents, question: Question) -> Range {
        self.between(input, field, (Cents::ZERO, most), question)
            .unwrap_or_else(|| unknown(most, question))
    }

    fn between(
        &mut self,
        input: &AmountInput,
        field: &dyn Display,
        accepted: (Cents, Cents),
        question: Question,
    ) -> Option<Range> {
        match input {
            AmountInput::Exactly(amount) => self.scalar(amount, field, accepted).map(Range::from),
            AmountInput::Between(interval) => {
                let from = self.scalar(&interval.from, &format_args!("{field}.from"), accepted);
                let to = self.scalar(&interval.to, &format_args!("{field}.to"), accepted);
                let (from, to) = (from?, to?);
                if from > to {
                    self.report(field, format!("{from}..{to}"), ProblemKind::UpsideDown);
                }
                Some(Range::new(from, to, question.open()))
            }
        }
    }

    fn scalar(&mut self, input: &ScalarInput, field: &dyn Display, (low, high): (Cents, Cents)) -> Option<Cents> {
        let ScalarInput(text) = input;
        let kind = match Euros::parse(text).map(Euros::cents) {
            Ok(amount) if low <= amount && amount <= high => return Some(amount),
            Ok(_) | Err(AmountError::TooLarge) => ProblemKind::AmountOutOfRange(low, high),
            Err(AmountError::TooManyDecimals) => ProblemKind::TooManyDecimals,
            Err(AmountError::NotANumber) => ProblemKind::NotAnAmount,
        };
        self.report(field, text.chars().take(TEXT).collect::<String>(), kind);
        None
    }

    fn parts(&mut self, input: &Option<AmountInput>) -> Whole {
        let (low, high) = PARTS;
        let question = Question::Parts;
        let range = match input {
            Some(amount) => self.between(amount, &"tax.parts", PARTS, question),
            None => None,
        }
        .unwrap_or_else(|| Range::new(low, high, question.open()));
        for parts in [range.low(), range.high()] {
            if parts.count() % 25 != 0 {
                self.report(&"tax.parts", parts.to_string(), ProblemKind::NotAQuarter);
                break; // one amount is both ends
            }
        }
        Whole::new(range.low().count(), range.high().count(), range.open())
    }

    fn benefits(&mut self, input: &HouseholdInput, persons: &[Person]) -> [Verdict; Benefit::ALL.len()] {
        let mut receives = [Verdict::No; Benefit::ALL.len()];
        for (slot, benefit) in receives.iter_mut().zip(Benefit::ALL) {
            let said = input.benefits.get(*benefit);
            let paid = self.paid(*benefit, persons);
            if let Some(said) = said
                && paid == Some(Verdict::from(!said))
            {
                let field = &format_args!("benefits.{}", benefit.name());
                self.report(field, said.to_string(), ProblemKind::ReceivedAndNot);
            }
            *slot = match (said, paid) {
                (Some(said), _) => Verdict::from(said),
                (None, Some(paid)) => paid,
                (None, None) if input.benefits.complete => Verdict::No,
                (None, None) => Verdict::Maybe(Question::Receives(*benefit).open()),
            };
        }
        receives
    }

    /// Whether an amount of the benefit is received this month, for those that stand among the incomes.
    fn paid(&self, benefit: Benefit, persons: &[Person]) -> Option<Verdict> {
        let kind = income_of(benefit)?;
        let nothing = Range::from(Cents::ZERO);
        let received = |person: &Person| nothing.below(person.income(kind, self.month));
        Some(persons.iter().map(received).fold(Verdict::No, Truth::or))
    }
}

/// A benefit is received, and nothing of the income it is told among comes in that month: its amount is not known, whatever is
/// said to be complete.
fn open_missing(input: &HouseholdInput, persons: &mut [Person], month: Month) {
    for benefit in Benefit::ALL
        .iter()
        .filter(|benefit| input.benefits.get(**benefit) == Some(true))
    {
        let Some(kind) = told_among(*benefit) else { continue };
        // Zero told under its own name is told.
        let told = income_of(*benefit).is_some() && !input.gives_no(kind);
        let received: Range = persons.iter().map(|person| person.income(kind, month)).sum();
        if told || received != Range::from(Cents::ZERO) {
            continue;
        }
        let adults = persons.iter_mut().filter(|person| person.is_adult());
        for flow in adults.filter_map(|adult| adult.incomes.get_mut(kind.index())) {
            *flow = Flow::not_given(MONTHLY, Question::Income(kind));
        }
    }
}

/// An income that nobody below working age has.
const fn of_working_age(kind: IncomeKind) -> bool {
    use IncomeKind::{AlimonyReceived, Capital, Exceptional, Pension, Rents, Savings};
    !matches!(
        kind,
        Pension | AlimonyReceived | Exceptional | Capital | Rents | Savings
    )
}

impl Flow {
    fn nothing() -> Self {
        Self::steady(Range::from(Cents::ZERO))
    }

    const fn steady(amount: Range) -> Self {
        Self {
            months: Vec::new(),
            otherwise: amount,
            steady: true,
        }
    }

    fn not_given(most: Cents, question: Question) -> Self {
        Self {
            months: Vec::new(),
            otherwise: unknown(most, question),
            steady: false,
        }
    }
}

fn unknown(most: Cents, question: Question) -> Range {
    Range::new(Cents::ZERO, most, question.open())
}

fn truth(answer: Option<bool>, question: Question) -> Verdict {
    answer.map_or(Verdict::Maybe(question.open()), Verdict::from)
}
