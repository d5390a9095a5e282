//! What the engine takes for one household, for a line of `check --jsonl` and for a row of a population. Each bench
//! asserts what it works out. `cargo bench --features population` runs them; the README has the figures.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a bench that meets what it does not expect must stop"
)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Value, json};
use tarif_social::algebra::Points;
use tarif_social::api::{self, AmountAnswer, Assessed, CheckAnswer, CheckRequest, DEFAULT_REGIMES, VerdictAnswer};
use tarif_social::benefits::{Scales, rights};
use tarif_social::facts::{AdultFacts, Facts, Values};
use tarif_social::household::{Benefit, Territory};
use tarif_social::law::Clock;
use tarif_social::regimes::evaluate::entitled;
use tarif_social::regimes::{self, Regime};
use tarif_social::units::{Cents, Month};

/// A household looked at under the eight default regimes, and what is known of its answer.
struct Case {
    name: &'static str,
    request: Value,
    rsa: Option<&'static str>,
    eligible: usize,
}

fn person(role: &str, age: i64, net_wage: &str) -> Value {
    json!({
        "role": role, "age": age, "student": false, "on_leave": false, "apprentice": false, "jobseeker": false, "pregnant": false,
        "residence_condition": true, "young_worker_hours": false, "shared_custody": false,
        "incomes": { "complete": true, "net_wage": net_wage },
    })
}

/// A request that leaves no question open.
fn answered(month: &str, persons: &[Value], rent: &str) -> Value {
    json!({
        "schema_version": 1,
        "month": month,
        "household": {
            "territory": "metropolitan",
            "persons": persons,
            "family": { "recent_isolation": false, "resources_n2": "14000", "dual_earner_n2": false },
            "benefits": { "complete": true },
            "housing": {
                "tenure": "tenant", "housing_benefit": "280.50",
                "collective_cable": false, "fixed_line": false, "social_line": false,
            },
            "tax": { "rfr": "13100", "parts": "2" },
            "quotient_familial_caf": "640",
            "internet": { "operator": "Orange", "price": "33.90" },
            "spending": { "complete": true, "lines": [
                { "post": "rent", "amount": rent },
                { "post": "electricity", "amount": "62" },
                { "post": "mobile", "amount": "29.90" },
                { "post": "home_insurance", "amount": "156", "per": "year" },
            ] },
        },
    })
}

fn cases() -> [Case; 4] {
    let child = |age| person("child", age, "0");
    let couple = [
        person("applicant", 36, "880"),
        person("partner", 34, "0"),
        child(9),
        child(6),
    ];
    [
        Case {
            name: "single person",
            request: answered("2014-11", &[person("applicant", 31, "0")], "410"),
            rsa: Some("448.18"), // 509.30 less 61.12 for housing
            eligible: 7,
        },
        Case {
            name: "couple with two children",
            request: answered("2012-06", &couple, "520"),
            rsa: Some("394.22"),
            eligible: 7,
        },
        Case {
            name: "lone parent, three months of prime d'activité",
            request: answered("2026-11", &[person("applicant", 29, "780"), child(1)], "480"),
            rsa: Some("0"),
            eligible: 6,
        },
        Case {
            name: "hardly anything answered",
            request: json!({
                "schema_version": 1, "month": "2026-11", "household": { "persons": [{ "role": "applicant" }] },
            }),
            rsa: None,
            eligible: 1,
        },
    ]
}

impl Case {
    fn request(&self) -> CheckRequest {
        serde_json::from_value(self.request.clone()).unwrap()
    }

    /// The whole answer is there, and it is the right one.
    fn verify(&self, answer: &CheckAnswer) {
        let CheckAnswer::Success(answer) = answer else {
            panic!("{}: the request has problems: {answer:?}", self.name);
        };
        let Assessed {
            rsa, regimes, steps, ..
        } = &**answer;
        match self.rsa {
            Some(total) => assert_eq!(
                rsa.total,
                AmountAnswer::Exactly(total.parse().unwrap()),
                "{}",
                self.name
            ),
            None => assert!(matches!(rsa.total, AmountAnswer::Between { .. })),
        }
        let eligible = regimes
            .iter()
            .filter(|regime| regime.verdict == VerdictAnswer::Eligible);
        assert_eq!((eligible.count(), regimes.len()), (self.eligible, 8), "{}", self.name);
        assert_eq!(answer.next_question.is_none(), self.rsa.is_some(), "{}", self.name);
        assert!(steps.len() > 5);
    }
}

/// One household, from a request in memory to the full answer: every step in words, every regime, the budget.
fn one_household(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("one household, full answer with trace");
    for case in cases() {
        let request = case.request();
        case.verify(&api::check(&request));
        group.bench_function(case.name, |run| run.iter(|| api::check(black_box(&request))));
    }
    group.finish();
}

/// A line of `check --jsonl`: the JSON of a request read, answered, and the answer written as JSON.
fn lines(bench: &mut Criterion) {
    let cases = cases();
    let lines: Vec<_> = cases
        .iter()
        .filter(|case| case.rsa.is_some())
        .map(|case| case.request.to_string())
        .collect();
    let mut written = Vec::new();
    answer_each(&lines, &mut written);
    let answers: Vec<_> = written.split_inclusive(|byte| *byte == b'\n').collect();
    assert_eq!(answers.len(), lines.len());
    for (case, answer) in cases.iter().zip(answers) {
        let answer: Value = serde_json::from_slice(answer).unwrap();
        let total: Cents = answer.pointer("/rsa/total").unwrap().as_str().unwrap().parse().unwrap();
        assert_eq!(total, case.rsa.unwrap().parse().unwrap());
    }
    let mut group = bench.benchmark_group("check --jsonl");
    group.throughput(Throughput::Elements(lines.len() as u64));
    group.bench_function("a line read, answered and written", |run| {
        run.iter(|| answer_each(black_box(&lines), &mut written));
    });
    group.finish();
}

fn answer_each(lines: &[String], written: &mut Vec<u8>) {
    written.clear();
    for line in lines {
        let request: CheckRequest = serde_json::from_slice(line.as_bytes()).unwrap();
        sonic_rs::to_writer(&mut *written, &api::check(&request)).unwrap();
        written.push(b'\n');
    }
}

const ROWS: usize = 10_000;
/// Rows entitled to each of the default regimes.
const ENTITLED: [usize; 8] = [2980, 2980, 7984, 4266, 5269, 6422, 4536, 10_000];

/// The rules of the benefits and the criteria of the default regimes on rows of exact facts, as a population is read.
fn columns(bench: &mut Criterion) {
    let clock = Clock {
        month: Month::new(2025, 6),
        known_on: None,
    };
    let values = Values::at(clock, Territory::Metropolitan).unwrap();
    let scales = Scales::at(&values);
    let regimes = DEFAULT_REGIMES.map(|id| regimes::by_id(id).unwrap());
    let rows: Vec<Facts<Points>> = (0..ROWS as u64).map(row).collect();
    assert_eq!(entitled_rows(&rows, &regimes, &values, &scales), ENTITLED);
    let mut group = bench.benchmark_group("columnar rules");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("8 regimes", |run| {
        run.iter(|| entitled_rows(black_box(&rows), &regimes, &values, &scales));
    });
    group.finish();
}

fn entitled_rows(rows: &[Facts<Points>], regimes: &[&Regime; 8], values: &Values, scales: &Scales) -> [usize; 8] {
    let mut counts = [0; 8];
    for row in rows {
        let mut facts = row.clone();
        let rights = rights(&mut Points, &mut facts, values, scales);
        for (count, regime) in counts.iter_mut().zip(regimes) {
            *count += usize::from(entitled(regime, &facts, &rights, values));
        }
    }
    counts
}

/// Household number `place`: its amounts and circumstances follow from the number, and no two neighbours are alike.
fn row(place: u64) -> Facts<Points> {
    let mut seed = place;
    let mut below = move |most: i64| {
        // Knuth's linear congruential generator: any spread will do, as long as it is the same everywhere.
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(seed >> 33).unwrap() % most
    };
    let adults = 1 + below(2);
    let dependants = below(4);
    let earnings = Cents::new(below(260_000));
    let other = Cents::new(below(60_000));
    let income = earnings + other;
    let bill = Cents::new(1_500 + below(4_000));
    Facts {
        unmet: Default::default(),
        territory: Territory::Metropolitan,
        adults,
        dependants,
        without_by_turns: None,
        entitled: below(20) > 0,
        lone_parent: adults == 1 && dependants > 0 && below(3) == 0,
        earnings,
        worked_lately: earnings > Cents::ZERO,
        other_income: other,
        minimum_incomes: Cents::ZERO,
        family_benefits: Cents::new(7_500).multiplied(dependants),
        housing_benefit: Cents::new(below(30_000)),
        housed_free: below(5) == 0,
        receives: [(); Benefit::ALL.len()].map(|()| below(12) == 0),
        prime_activite: Cents::new(below(20_000)),
        health_cover_persons: adults + dependants,
        health_cover_by_turns: None,
        resources_12_months: income.multiplied(12),
        rfr: income.multiplied(11),
        parts: 100 * adults + 50 * dependants,
        energy_units: 100 + 50 * (adults - 1) + 30 * dependants,
        consumption_units: 10 + 5 * (adults - 1) + 3 * dependants,
        quotient_familial_caf: income.divided(1 + adults + dependants),
        disposable_income: income + Cents::new(20_000),
        disposable_is_complete: false,
        pre_committed: Cents::new(60_000),
        internet_price: bill,
        landline_price: Cents::ZERO,
        telecom_bills: bill + Cents::new(2_000),
        described: [true, adults == 2].map(|present| AdultFacts {
            present,
            age: 18 + below(60),
            jobseeker: below(8) == 0,
        }),
        persons: adults + dependants,
        persons_without_income: dependants,
        collective_cable: below(4) == 0,
        fixed_line: below(3) == 0,
        social_line: below(50) == 0,
    }
}

criterion_group!(benches, one_household, lines, columns);
criterion_main!(benches);
