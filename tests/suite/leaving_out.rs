//! Leaving an answer out never settles anything otherwise: whatever is removed from a request, the verdicts that stand and
//! the bounds that are given hold for the request as it was.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use tarif_social::api::{CheckRequest, check};

/// Words and lists that follow the verdicts; what they say is tested elsewhere.
const WORDS: [&str; 15] = [
    "reason",
    "criteria",
    "changes",
    "claim_first",
    "missing",
    "doubts",
    "lines",
    "steps",
    "values",
    "pointers",
    "next_question",
    "references",
    "source",
    "sources",
    "payers",
];

/// Requests that have an answer, and it.
static ANSWERED: LazyLock<Vec<(Value, Value)>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/requests.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    let requests = text.lines().map(|line| serde_json::from_str(line).unwrap());
    let answered: Vec<_> = requests
        .filter_map(|request| ask(&request).map(|answer| (request, answer)))
        .collect();
    assert!(answered.len() > 40);
    answered
});

/// The answer, as JSON; none when the request is refused.
fn ask(request: &Value) -> Option<Value> {
    let request: CheckRequest = serde_json::from_value(request.clone()).ok()?;
    let answer = serde_json::to_value(check(&request)).unwrap();
    answer["rsa"].is_object().then_some(answer)
}

/// What stays: who there is, and what is worked out when it is not declared.
const KEPT: [&str; 9] = [
    "disposable_income",
    "family",
    "role",
    "persons",
    "complete",
    "allocations_familiales",
    "complement_familial",
    "paje_base",
    "allocation_soutien_familial",
];

/// Takes away the answers that `leave_out` chooses, and with any of a list the word that the list is complete.
fn thin(record: &mut Map<String, Value>, leave_out: &mut impl FnMut() -> bool) {
    let asked = record.len();
    record.retain(|name, _| KEPT.contains(&name.as_str()) || !leave_out());
    for (name, value) in record.iter_mut() {
        match value {
            Value::Object(inner) if is_record(name) => thin(inner, leave_out),
            Value::Array(persons) if name == "persons" => {
                for person in persons {
                    thin(person.as_object_mut().unwrap(), leave_out);
                }
            }
            _ => {}
        }
    }
    let fewer_lines = match record.get_mut("lines") {
        Some(Value::Array(lines)) => {
            let asked = lines.len();
            lines.retain(|_| !leave_out());
            lines.len() < asked
        }
        _ => false,
    };
    if record.len() < asked || fewer_lines {
        record.remove("complete");
    }
}

fn is_record(name: &str) -> bool {
    [
        "incomes", "family", "benefits", "housing", "tax", "internet", "spending",
    ]
    .contains(&name)
}

/// Whether what is said with less known allows for what is said with more.
fn allows(less: &Value, more: &Value) -> bool {
    match (bounds(less), bounds(more)) {
        (Some(_), Some((None, None))) => return true, // a share of no income at all
        (Some((low, high)), Some((lower, higher))) => {
            return low.is_none_or(|low| lower.is_some_and(|lower| low <= lower))
                && high.is_none_or(|high| higher.is_some_and(|higher| higher <= high));
        }
        // a flag that is not raised says nothing either
        _ if less.is_null() || less == "unknown" || less == false => return true,
        _ => {}
    }
    match (less, more) {
        (Value::Object(less), Value::Object(more)) => less
            .iter()
            .filter(|(name, _)| !WORDS.contains(&name.as_str()))
            .all(|(name, value)| {
                let said = more.get(name).filter(|other| !other.is_null());
                said.map_or(value.is_null(), |other| allows(value, other))
            }),
        (Value::Array(less), Value::Array(more)) if less.iter().all(Value::is_object) => less.iter().all(|item| {
            let twin = |other: &&Value| {
                ["id", "name", "label", "month"]
                    .iter()
                    .all(|key| item[*key] == other[*key])
            };
            // Lines that are known to be nothing are not there.
            more.iter().find(twin).is_none_or(|other| allows(item, other))
        }),
        _ => less == more,
    }
}

type Bounds = (Option<Decimal>, Option<Decimal>);

/// An amount or a number, exactly or between two; no bound where none is known.
fn bounds(value: &Value) -> Option<Bounds> {
    let number = |value: &Value| match value {
        Value::String(text) => Decimal::from_str_exact(text).ok(),
        Value::Number(number) => number.as_i64().map(Decimal::from),
        _ => None,
    };
    if let Value::Object(record) = value {
        let ends = [("from", "to"), ("lowest", "highest")];
        let (low, high) = ends
            .iter()
            .find(|(low, high)| record.contains_key(*low) && record.contains_key(*high))?;
        return Some((number(&record[*low]), number(&record[*high])));
    }
    number(value).map(|exactly| (Some(exactly), Some(exactly)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn leaving_answers_out_settles_nothing_otherwise(
        place in any::<prop::sample::Index>(),
        share in 1..100_u8,
        draws in vec(0..100_u8, 150),
    ) {
        let (request, more) = place.get(&ANSWERED);
        let mut thinner = request.clone();
        let mut draws = draws.iter().cycle();
        let household = thinner["household"].as_object_mut().unwrap();
        thin(household, &mut || draws.next().unwrap() < &share);
        let less = ask(&thinner);
        prop_assert!(less.is_some(), "refused: {thinner}");
        let less = less.unwrap();
        for part in ["regimes", "rsa", "prime_activite", "health_cover", "energy_cheque", "spending", "together"] {
            let (less, more) = (&less[part], &more[part]);
            if more.is_null() {
                continue; // no such right in that place
            }
            if part == "regimes" {
                let ids = |of: &Value| of.as_array().unwrap().iter().map(|of| of["id"].clone()).collect::<Vec<_>>();
                prop_assert_eq!(ids(less), ids(more));
            }
            prop_assert!(allows(less, more), "{thinner}\n{part}: {less}\nagainst {more}");
        }
    }
}

/// One of 24 alone, without resources, whose child is to be born in February 2027.
const EXPECTING: &str = r#"{
    "schema_version": 1, "month": "2026-11", "regimes": ["R1", "R5", "R8", "R9", "R14"],
    "household": {
        "territory": "metropolitan",
        "persons": [{"role": "applicant", "age": 24, "residence_condition": true}, {"role": "child", "birth_date": "2027-02-10"}],
        "tax": {"rfr": 11100, "parts": 1}
    }
}"#;

#[test]
fn a_child_without_age_may_be_one_to_be_born() {
    let request: Value = serde_json::from_str(EXPECTING).unwrap();
    let mut without = request.clone();
    without["household"]["persons"][1] = serde_json::json!({"role": "child"});
    let (more, less) = (ask(&request).unwrap(), ask(&without).unwrap());
    for part in ["regimes", "rsa", "health_cover", "energy_cheque", "spending"] {
        assert!(
            allows(&less[part], &more[part]),
            "{part}: {}\nagainst {}",
            less[part],
            more[part]
        );
    }
    assert_ne!(less["energy_cheque"], more["energy_cheque"]);
}
