//! What is not known stays unknown: whatever is left out or given roughly, the engine's intervals contain the answer of
//! every household that fits the description, and a settled condition is the same in all of them.

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use tarif_social::algebra::{Value, Verdict, Whole};
use tarif_social::household::{self, AmountInput, FlowInput, HouseholdInput, IncomesInput, IntervalInput, MonthsInput};
use tarif_social::household::{PersonInput, ScalarInput};
use tarif_social::units::Day;

use crate::engine::{EngineAnswer, answer, describe, exactly};
use crate::households::{KINDS, composition, household, month};
use crate::naive::case::{Case, Kind, Person, Tenure};
use crate::naive::to_the_cent;

/// What somebody does with a question: answers exactly, roughly, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reply {
    Exact,
    Rough,
    None,
}

/// Two households of one composition; what a description leaves open lies anywhere between them.
#[derive(Clone, Debug)]
struct Between {
    one: Case,
    other: Case,
    /// One reply for each field.
    replies: Vec<Reply>,
    /// Households that fit the description: for each field, from `0` (as in `one`) to `4` (as in `other`).
    completions: Vec<Vec<u8>>,
}

/// Places of the fields among the replies: seven of the household, then each person's.
const HOUSEHOLD: usize = 7;
const OF_A_PERSON: usize = 9 + KINDS.len();
const FIELDS: usize = HOUSEHOLD + 8 * OF_A_PERSON;

fn between() -> impl Strategy<Value = Between> {
    let reply = |exact| prop_oneof![exact => Just(Reply::Exact), 1 => Just(Reply::Rough), 1 => Just(Reply::None)];
    let replies = prop_oneof![1 => vec(reply(1), FIELDS), 3 => vec(reply(12), FIELDS)];
    let completions = vec(vec(0..=4_u8, FIELDS), 6);
    (month(), composition())
        .prop_flat_map(move |(month, composition)| {
            let both = (household(month, composition), household(month, composition));
            (both, replies.clone(), completions.clone())
        })
        .prop_map(|((one, other), replies, completions)| {
            Between {
                one,
                other,
                replies,
                completions,
            }
            .consistent()
        })
}

impl Between {
    /// Roughly, an age is a number of whole years, the same in both; a child to be born has its day.
    fn consistent(mut self) -> Self {
        let month = self.one.period;
        // Nor for a housing benefit where there is neither rent nor loan.
        let tenure = self.one.inputs.housing.status;
        let no_benefit = matches!(tenure, Tenure::Owner | Tenure::Free | Tenure::Homeless);
        if no_benefit && self.replies[5] == Reply::None {
            self.replies[5] = Reply::Exact;
        }
        for (place, (one, other)) in self
            .one
            .inputs
            .persons
            .iter()
            .zip(&mut self.other.inputs.persons)
            .enumerate()
        {
            let reply = &mut self.replies[HOUSEHOLD + place * OF_A_PERSON];
            let (age, other_age) = (
                one.birth_date.age_in_months(month),
                other.birth_date.age_in_months(month),
            );
            if age < 0 || (other_age < 0 && *reply == Reply::None) {
                *reply = Reply::Exact;
            } else if *reply == Reply::Rough {
                let months_old = age.div_euclid(12) * 12 + other_age.rem_euclid(12);
                other.birth_date = Day::new(month.plus(-months_old), 1);
            }
            // Nobody is asked what a young child earns.
            for (rank, kind) in KINDS.into_iter().enumerate() {
                let reply = &mut self.replies[HOUSEHOLD + place * OF_A_PERSON + 9 + rank];
                if age < 15 * 12 && is_of_working_age(kind) && *reply == Reply::None {
                    *reply = Reply::Exact;
                }
            }
        }
        self
    }

    fn reply(&self, field: usize) -> Reply {
        self.replies[field]
    }

    fn amount(&self, field: usize, one: Decimal, other: Decimal) -> Option<AmountInput> {
        let scalar = |amount: Decimal| ScalarInput(amount.to_string());
        match self.reply(field) {
            Reply::Exact => Some(exactly(one)),
            Reply::Rough => Some(AmountInput::Between(IntervalInput {
                from: scalar(one.min(other)),
                to: scalar(one.max(other)),
            })),
            Reply::None => None,
        }
    }

    fn condition(&self, field: usize, value: Option<bool>) -> Option<bool> {
        if self.reply(field) == Reply::Exact { value } else { None }
    }

    /// The description: `one`, with what is open left open.
    fn describe(&self) -> HouseholdInput {
        let mut input = describe(&self.one);
        let (one, other) = (&self.one.inputs, &self.other.inputs);
        input.family.recent_isolation = self.condition(0, input.family.recent_isolation);
        input.family.resources_n2 = self.amount(1, one.family.n2_resources, other.family.n2_resources);
        input.family.dual_earner_n2 = self.condition(2, input.family.dual_earner_n2);
        if self.reply(4) != Reply::Exact {
            input.housing.tenure = None;
        }
        input.housing.housing_benefit = self.amount(5, one.housing.housing_benefit, other.housing.housing_benefit);
        match self.amount(6, one.housing.monthly_housing_cost, other.housing.monthly_housing_cost) {
            Some(cost) => input.spending.lines[0].amount = cost,
            // A loan whose instalment is left out is repaid: here it may be nothing, which is said.
            None if input.housing.tenure == Some(household::Tenure::OwnerWithLoan) => {
                input.spending.lines[0].amount = AmountInput::Between(IntervalInput {
                    from: ScalarInput("0".into()),
                    to: ScalarInput("50000".into()),
                });
            }
            None => input.spending = Default::default(),
        }
        for (place, person) in input.persons.iter_mut().enumerate() {
            self.describe_person(person, place);
        }
        let aspa = self.amount(3, one.family.aspa, other.family.aspa);
        input.persons[0].incomes.aspa = aspa.map(FlowInput::Every);
        input.persons[0].incomes.complete &= self.reply(3) != Reply::None;
        input
    }

    fn describe_person(&self, input: &mut PersonInput, place: usize) {
        let (one, other) = (&self.one.inputs.persons[place], &self.other.inputs.persons[place]);
        let first = HOUSEHOLD + place * OF_A_PERSON;
        if self.reply(first) != Reply::Exact {
            let years = i64::from(one.birth_date.age_in_months(self.one.period).div_euclid(12));
            input.birth_date = None;
            input.age = (self.reply(first) == Reply::Rough).then_some(years);
        }
        input.student = self.condition(first + 1, input.student);
        input.residence_condition = self.condition(first + 2, input.residence_condition);
        input.young_worker_hours = self.condition(first + 3, input.young_worker_hours);
        input.pregnant = self.condition(first + 4, input.pregnant);
        input.shared_custody = self.condition(first + 6, input.shared_custody);
        input.regular_stay = self.condition(first + 7, input.regular_stay);
        input.on_leave = self.condition(first + 8, input.on_leave);
        input.incomes.savings = self.amount(first + 5, one.savings, other.savings).map(FlowInput::Every);
        input.incomes.complete = false;
        let nothing = || Some(FlowInput::Every(exactly(Decimal::ZERO)));
        input.incomes.self_employed = nothing();
        input.incomes.training_pay = nothing();
        input.incomes.capital = nothing();
        input.incomes.rents = nothing();
        input.incomes.asi = nothing();
        input.incomes.aspa = nothing();
        for (rank, kind) in KINDS.into_iter().enumerate() {
            let flow = self.flow(first + 9 + rank, one, other, kind);
            *slot(&mut input.incomes, kind) = flow;
        }
    }

    fn flow(&self, field: usize, one: &Person, other: &Person, kind: Kind) -> Option<FlowInput> {
        if is_steady(one, kind) && is_steady(other, kind) {
            return self
                .amount(field, one.income(kind, 0), other.income(kind, 0))
                .map(FlowInput::Every);
        }
        let at = |back: usize| self.amount(field, one.income(kind, back), other.income(kind, back));
        let by_month = (0..=4).map(|back| Some((self.one.period.plus(-(back as i32)).to_string(), at(back)?)));
        Some(FlowInput::Months(MonthsInput {
            by_month: by_month.collect::<Option<_>>()?,
            otherwise: at(4),
        }))
    }

    /// A household that fits the description.
    fn completion(&self, steps: &[u8]) -> Case {
        let mut case = self.one.clone();
        let other = &self.other.inputs;
        let step = |field: usize| {
            if self.reply(field) == Reply::Exact {
                0
            } else {
                steps[field]
            }
        };
        let inputs = &mut case.inputs;
        mix(
            &mut inputs.family.recent_isolation,
            other.family.recent_isolation,
            step(0),
        );
        mix_amount(&mut inputs.family.n2_resources, other.family.n2_resources, step(1));
        mix(&mut inputs.family.dual_earner_n2, other.family.dual_earner_n2, step(2));
        mix_amount(&mut inputs.family.aspa, other.family.aspa, step(3));
        mix(&mut inputs.housing.status, other.housing.status, step(4));
        mix_amount(
            &mut inputs.housing.housing_benefit,
            other.housing.housing_benefit,
            step(5),
        );
        mix_amount(
            &mut inputs.housing.monthly_housing_cost,
            other.housing.monthly_housing_cost,
            step(6),
        );
        for (place, (person, other)) in inputs.persons.iter_mut().zip(&other.persons).enumerate() {
            let first = HOUSEHOLD + place * OF_A_PERSON;
            mix(&mut person.birth_date, other.birth_date, step(first));
            mix(&mut person.student, other.student, step(first + 1));
            mix(&mut person.residence_ok, other.residence_ok, step(first + 2));
            mix(&mut person.young_hours_ok, other.young_hours_ok, step(first + 3));
            mix(&mut person.pregnant, other.pregnant, step(first + 4));
            mix_amount(&mut person.savings, other.savings, step(first + 5));
            mix(&mut person.shared_custody, other.shared_custody, step(first + 6));
            mix(&mut person.regular_stay, other.regular_stay, step(first + 7));
            mix(&mut person.on_leave, other.on_leave, step(first + 8));
            for (rank, kind) in KINDS.into_iter().enumerate() {
                let field = first + 9 + rank;
                let steady = is_steady(person, kind) && is_steady(other, kind);
                let months = std::array::from_fn(|month| {
                    let mut amount = person.income(kind, 4 - month);
                    let any_step = if step(field) == 0 {
                        0
                    } else {
                        steps[(field + 17 * month) % FIELDS]
                    };
                    mix_amount(
                        &mut amount,
                        other.income(kind, 4 - month),
                        if steady { step(field) } else { any_step },
                    );
                    amount
                });
                person.income.insert(kind, months);
            }
        }
        case
    }
}

fn is_of_working_age(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Pension | Kind::AlimonyReceived | Kind::AlimonyPaid | Kind::Exceptional
    )
}

fn is_steady(person: &Person, kind: Kind) -> bool {
    (1..=4).all(|back| person.income(kind, back) == person.income(kind, 0))
}

fn mix<T: Copy>(value: &mut T, other: T, step: u8) {
    if step >= 2 {
        *value = other;
    }
}

fn mix_amount(value: &mut Decimal, other: Decimal, step: u8) {
    *value = to_the_cent(*value + (other - *value) * Decimal::new(i64::from(step) * 25, 2));
}

fn slot(incomes: &mut IncomesInput, kind: Kind) -> &mut Option<FlowInput> {
    match kind {
        Kind::NetWage => &mut incomes.net_wage,
        Kind::Unemployment => &mut incomes.unemployment,
        Kind::Pension => &mut incomes.pension,
        Kind::InvalidityPension => &mut incomes.invalidity_pension,
        Kind::AlimonyReceived => &mut incomes.alimony_received,
        Kind::AlimonyPaid => &mut incomes.alimony_paid,
        Kind::Exceptional => &mut incomes.exceptional,
        Kind::SickPay => &mut incomes.sick_pay,
        Kind::Ass => &mut incomes.ass,
        Kind::Aah => &mut incomes.aah,
    }
}

/// Everything an answer holds that a missing reply may widen.
fn parts(answer: &EngineAnswer) -> Vec<(&'static str, Value)> {
    let (rsa, facts) = (&answer.rsa, &answer.assessment.facts);
    let mut parts: Vec<(&'static str, Value)> = vec![
        ("guaranteed", rsa.guaranteed.into()),
        ("resources", rsa.resources.into()),
        ("flat_housing", rsa.flat_housing.into()),
        ("socle", rsa.socle.into()),
        ("activite", rsa.activite.into()),
        ("total", rsa.total.into()),
        ("prime_activite", answer.prime_activite.unwrap().into()),
        ("earnings", facts.earnings.into()),
        ("other_income", facts.other_income.into()),
        ("minimum_incomes", facts.minimum_incomes.into()),
        ("family_benefits", facts.family_benefits.into()),
        ("resources_12_months", facts.resources_12_months.into()),
        ("disposable_income", facts.disposable_income.into()),
        ("right", rsa.entitled.into()),
        ("entitled", facts.entitled.into()),
        ("lone_parent", facts.lone_parent.into()),
        ("housed_free", facts.housed_free.into()),
        ("dependants", facts.dependants.into()),
        ("persons_without_income", facts.persons_without_income.into()),
        ("consumption_units", facts.consumption_units.into()),
        ("energy_units", facts.energy_units.into()),
        ("health_cover_persons", facts.health_cover_persons.into()),
    ];
    parts.push(("halved", facts.health_cover_by_turns.unwrap_or(Whole::from(0)).into()));
    for benefit in answer.assessment.family.each() {
        parts.extend([("received", benefit.amount.into()), ("counted", benefit.counted.into())]);
    }
    parts.extend(
        answer
            .assessment
            .counted_children
            .iter()
            .map(|child| ("counted child", (*child).into())),
    );
    parts
}

/// Whether what is left open allows for the answer of a household that fits.
fn allows(open: Value, fits: Value) -> bool {
    match (open, fits) {
        (Value::Amount(open), Value::Amount(fits)) => open.low() <= fits.low() && fits.high() <= open.high(),
        (Value::Count(open), Value::Count(fits)) => open.low() <= fits.low() && fits.high() <= open.high(),
        (Value::Truth(open), Value::Truth(fits)) => matches!(open, Verdict::Maybe(_)) || open == fits,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_household_that_fits_is_inside(between in between()) {
        let month = between.one.period;
        let open = parts(&answer(&between.describe(), month));
        for steps in &between.completions {
            let fits = parts(&answer(&describe(&between.completion(steps)), month));
            prop_assert_eq!(open.len(), fits.len());
            for ((name, open), (_, fits)) in open.iter().zip(fits) {
                prop_assert!(allows(*open, fits), "{name}: {open:?} does not allow for {fits:?}");
            }
        }
    }
}
