//! Soundness of the benefits around the RSA: whatever a household leaves out, what it gets with every answer lies within
//! what is said without, and what is said to be missing is what was left out.

use std::path::Path;

use tarif_social::algebra::{Range, Ranges, Unknowns, Verdict};
use tarif_social::benefits::{Scales, rights};
use tarif_social::facts::{Values, assess};
use tarif_social::household::{
    AmountInput, FlowInput, HouseholdInput, IncomeKind, IntervalInput, PersonInput, Question, Role, ScalarInput,
    Territory,
};
use tarif_social::law::Clock;
use tarif_social::units::Month;

use crate::benefits::complete;
use crate::engine::{describe, prime};
use crate::reference::read;

/// What a household gets, by name.
struct Gets {
    amounts: Vec<(String, Range)>,
    truths: Vec<(&'static str, Verdict)>,
}

fn gets(input: &HouseholdInput, month: Month) -> Gets {
    let household = input.check(month).unwrap_or_else(|problems| panic!("{problems:?}"));
    let clock = Clock { month, known_on: None };
    let values = Values::for_household(clock, Territory::Metropolitan).unwrap();
    let mut reading = Ranges::silent();
    let mut assessment = assess(&household, &values, &mut reading);
    let prime = prime(&mut reading, &household, &values, &assessment);
    let family = assessment.family;
    assessment.facts.prime_activite = prime.total;
    let rights = rights(&mut reading, &mut assessment.facts, &values, &Scales::at(&values));
    let cover = rights.c2s.unwrap();

    let mut amounts = Vec::new();
    for (benefit, name) in family.each().into_iter().zip(["af", "cf", "paje", "asf"]) {
        amounts.push((name.to_owned(), benefit.amount));
        amounts.push((format!("{name}_counted"), benefit.counted));
    }
    for month in &prime.months {
        let at = month.month;
        for (name, amount) in [
            ("guaranteed", month.guaranteed),
            ("earnings", month.earnings),
            ("bonus", month.bonus),
            ("other_income", month.other_income),
            ("flat_housing", month.flat_housing),
            ("amount", month.amount),
        ] {
            amounts.push((format!("{name}_{at}"), amount));
        }
    }
    for (name, amount) in [
        ("prime", prime.total),
        ("rsa", rights.rsa.total),
        ("resources", cover.resources),
        ("ceiling", cover.ceiling),
        ("ceiling_with_contribution", cover.ceiling_with_contribution),
        ("disposable", assessment.facts.disposable_income),
    ] {
        amounts.push((name.to_owned(), amount));
    }
    let mut truths = vec![
        ("active", prime.active),
        ("free", cover.free),
        ("with_contribution", cover.with_contribution),
    ];
    if let Some(cheque) = rights.energy_cheque {
        truths.push(("cheque", cheque.entitled));
        amounts.push(("cheque_amount".to_owned(), cheque.amount));
    }
    Gets { amounts, truths }
}

/// An answer left out: what it is called, and how it goes.
type Forget = (Question, fn(&mut HouseholdInput));

fn forget_wage(person: &mut PersonInput) {
    person.incomes.net_wage = Some(FlowInput::Every(AmountInput::Between(IntervalInput {
        from: ScalarInput("0".to_owned()),
        to: ScalarInput("5000".to_owned()),
    })));
}

const FORGET: [Forget; 14] = [
    (Question::ResourcesN2, |input| input.family.resources_n2 = None),
    (Question::DualEarnerN2, |input| input.family.dual_earner_n2 = None),
    (Question::RecentIsolation, |input| input.family.recent_isolation = None),
    (Question::HousingBenefit, |input| input.housing.housing_benefit = None),
    (Question::Tenure, |input| input.housing.tenure = None),
    (Question::Student, |input| input.persons[0].student = None),
    (Question::OnLeave, |input| input.persons[0].on_leave = None),
    (Question::Pregnant, |input| input.persons[0].pregnant = None),
    (Question::ResidenceCondition, |input| {
        input.persons[0].residence_condition = None;
    }),
    (Question::SharedCustody, |input| {
        for person in &mut input.persons {
            person.shared_custody = None;
        }
    }),
    (Question::AlimonyPaid, |input| {
        input.persons[0].incomes.alimony_paid = Some(FlowInput::Every(AmountInput::Between(IntervalInput {
            from: ScalarInput("0".to_owned()),
            to: ScalarInput("300".to_owned()),
        })));
    }),
    (Question::BirthDate, |input| {
        for person in input
            .persons
            .iter_mut()
            .filter(|person| person.role == Some(Role::Child))
        {
            person.birth_date = None;
        }
    }),
    (Question::Income(IncomeKind::NetWage), |input| {
        forget_wage(&mut input.persons[0])
    }),
    (Question::Income(IncomeKind::NetWage), |input| {
        for person in &mut input.persons {
            forget_wage(person);
        }
    }),
];

/// The last child's birth date goes for an age in years only.
fn only_the_age(input: &mut HouseholdInput, month: Month) {
    let household = input.check(month).unwrap();
    if let (Some(described), Some(checked)) = (input.persons.last_mut(), household.persons.last())
        && let Some(months) = checked.age.exact()
        && months >= 0
    {
        (described.birth_date, described.age) = (None, Some(months.div_euclid(12)));
    }
}

fn assert_within(exact: &Gets, open: &Gets, forgotten: Unknowns, place: &str) {
    // Nobody works in the one, somebody may in the other: the months of the prime d'activité are in the second alone.
    let range_of = |name: &String| &open.amounts.iter().find(|(same, _)| same == name).unwrap().1;
    for (name, exact) in &exact.amounts {
        let range = range_of(name);
        let amount = exact
            .exact()
            .unwrap_or_else(|| panic!("{place}: {name} is not settled"));
        assert!(
            range.low() <= amount && amount <= range.high(),
            "{place}: {name} is {amount}, not from {} to {}",
            range.low(),
            range.high()
        );
        assert_eq!(
            range.open().union(forgotten),
            forgotten,
            "{place}: {name} asks for more"
        );
    }
    for ((name, exact), (_, truth)) in exact.truths.iter().zip(&open.truths) {
        assert!(matches!(exact, Verdict::Yes | Verdict::No), "{place}: {name}");
        let holds = matches!(truth, Verdict::Maybe(_)) || truth == exact;
        assert!(holds, "{place}: {name} is {exact:?}, not {truth:?}");
        assert_eq!(
            truth.open().union(forgotten),
            forgotten,
            "{place}: {name} asks for more"
        );
    }
}

#[test]
fn what_is_left_out_only_widens_the_answer() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/openfisca");
    let mut households = 0;
    for file in [
        "oracle_2014-11",
        "oracle_2018-05",
        "oracle_2020-06",
        "oracle_2026-06_shifted",
    ] {
        for case in read(&folder.join(format!("{file}.jsonl.gz"))).step_by(5) {
            let mut input = complete(&describe(&case));
            input.tax.rfr = Some(AmountInput::Exactly(ScalarInput("12000".to_owned())));
            let exact = gets(&input, case.period);
            for (place, (question, forget)) in FORGET.iter().enumerate() {
                let mut without = input.clone();
                forget(&mut without);
                let place = format!("{} without answer {place}", case.id);
                assert_within(&exact, &gets(&without, case.period), question.open(), &place);
            }
            let mut without = input.clone();
            only_the_age(&mut without, case.period);
            let place = format!("{} with an age only", case.id);
            assert_within(&exact, &gets(&without, case.period), Question::BirthDate.open(), &place);
            let mut without = input;
            FORGET.iter().for_each(|(_, forget)| forget(&mut without));
            let all = FORGET
                .iter()
                .fold(Unknowns::NONE, |all, (question, _)| all.union(question.open()));
            let place = format!("{} without any", case.id);
            assert_within(&exact, &gets(&without, case.period), all, &place);
            households += 1;
        }
    }
    assert!(households > 700, "{households} households");
}

/// Earnings stand on both sides of the rule, and move together there: 5,000 kept at 59.85 % would be 2,992.50.
#[test]
fn a_wage_that_is_not_known_leaves_the_prime_under_the_guaranteed_amount() {
    let input: HouseholdInput = serde_json::from_value(serde_json::json!({
        "persons": [{ "role": "applicant", "age": 40, "incomes": { "net_wage": { "from": "0", "to": "5000" } } }],
        "housing": { "tenure": "homeless", "housing_benefit": "0" },
    }))
    .unwrap();
    let gets = gets(&complete(&input), Month::new(2026, 10));
    let (_, prime) = gets.amounts.iter().find(|(name, _)| name == "prime").unwrap();
    assert_eq!(prime.low().to_string(), "0.00");
    assert_eq!(prime.high().to_string(), "638.28");
}

/// Whether an amount rests on a question.
fn asks(amount: Range, question: Question) -> bool {
    question.open().union(amount.open()) == amount.open()
}

/// Whoever may pay alimony may have told nothing of it, children too.
#[test]
fn alimony_a_child_may_pay_is_not_known() {
    let household = |alimony: &str| {
        let child = format!(r#"{{ "role": "child", "age": 22, "incomes": {{ "net_wage": "0" {alimony} }} }}"#);
        let applicant = r#"{ "role": "applicant", "age": 50, "incomes": { "complete": true, "net_wage": "1200" } }"#;
        serde_json::from_str(&format!(r#"{{ "persons": [{applicant}, {child}] }}"#)).unwrap()
    };
    let resources = |alimony: &str| {
        let gets = gets(&household(alimony), Month::new(2026, 7));
        let found = gets.amounts.into_iter().find(|(name, _)| name == "resources");
        found.unwrap().1
    };
    let (said, not_said) = (resources(r#", "alimony_paid": "200""#), resources(""));
    assert!(asks(said, Question::Income(IncomeKind::SickPay)));
    assert!(!asks(said, Question::AlimonyPaid));
    assert!(asks(not_said, Question::AlimonyPaid));
    assert!(not_said.low() <= said.low());
}

/// A benefit said to be received is an amount not known, however complete the incomes are said to be.
#[test]
fn a_benefit_received_without_its_amount_is_not_nothing() {
    let household = |aah: &str| -> HouseholdInput {
        let applicant = format!(r#"{{ "role": "applicant", "age": 50, "incomes": {{ "complete": true {aah} }} }}"#);
        let benefits = r#"{ "complete": true, "aah": true }"#;
        serde_json::from_str(&format!(r#"{{ "persons": [{applicant}], "benefits": {benefits} }}"#)).unwrap()
    };
    let gets = gets(&household(""), Month::new(2026, 7));
    for name in ["rsa", "resources"] {
        let (_, amount) = gets.amounts.iter().find(|(found, _)| found == name).unwrap();
        assert!(asks(*amount, Question::Income(IncomeKind::Aah)), "{name}: {amount:?}");
    }
    let problems = household(r#", "aah": "0""#).check(Month::new(2026, 7)).unwrap_err();
    assert_eq!(
        (&*problems[0].field, problems[0].kind.code()),
        ("benefits.aah", "received_and_not")
    );
    assert!(household(r#", "aah": "900""#).check(Month::new(2026, 7)).is_ok());
}
