//! Requests read from JSON: every fault at once, each with its place; what is written is read back.

use serde_json::{Value, json};
use tarif_social::api::{self, CheckRequest};
use tarif_social::household::{Benefit, IncomeKind, Post};
use tarif_social::reading::Tree;

/// Each problem as `field code value`.
fn problems(json: &str) -> Vec<String> {
    let tree: Tree = serde_json::from_str(json).unwrap();
    let unread = api::read(&tree).unwrap_err();
    let problems = unread.problems.iter();
    problems
        .map(|problem| format!("{} {} {}", problem.field, problem.code, problem.value))
        .collect()
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let json = r#"{ "schema_version": "1", "language": "en", "colour": "red", "known_on": "2014-11-30", "known_on": 3,
        "regimes": "R1", "household": {
            "territory": "corsica", "tax": [], "family": { "recent_isolation": "yes", "resources_n2": { "from": true } },
            "persons": [
                { "role": null, "age": 30.5, "incomes": {
                    "net_wage": { "by_month": { "2014-09": [], "2014-10": "100", "2014-10": "900" } },
                    "pension": { "amount": "3", "since": 2014, "till": "2014-10" } } },
                { "age": "34" } ] },
        "own_regimes": [{ "id": "X", "criteria": { "all": [{ "amount": { "is": "under" } }, { "right": "rsa", "fact": "x" }, "all"] } }] }"#;
    let found = problems(json);
    for expected in [
        "schema_version not_a_whole_number 1",
        "colour unknown_field ",
        "known_on given_twice 3",
        "known_on not_a_text 3",
        "regimes not_a_list R1",
        "month missing ",
        "household.territory not_one_of corsica",
        "household.tax not_a_record ",
        "household.family.recent_isolation not_a_truth yes",
        "household.family.resources_n2.from not_an_amount true",
        "household.family.resources_n2.to missing ",
        "household.persons[0].age not_a_whole_number 30.5",
        "household.persons[1].age not_a_whole_number 34",
        "household.persons[0].incomes.net_wage.by_month.2014-09 not_an_amount ",
        "household.persons[0].incomes.net_wage.by_month.2014-10 given_twice 900",
        "household.persons[0].incomes.pension.since not_a_text 2014",
        "household.persons[0].incomes.pension.till unknown_field ",
        "own_regimes[0].criteria.all[0].amount.is not_one_of under",
        "own_regimes[0].criteria.all[0].amount.of missing ",
        "own_regimes[0].criteria.all[0].amount.limit missing ",
        "own_regimes[0].criteria.all[1] not_one_of ",
        "own_regimes[0].criteria.all[2].all not_a_list ",
        "own_regimes[0].checked missing ",
    ] {
        assert!(
            found.iter().any(|problem| problem == expected),
            "`{expected}` is not among {found:#?}"
        );
    }
    let tree: Tree = serde_json::from_str(json).unwrap();
    let messages = api::read(&tree).unwrap_err().problems;
    assert!(
        messages
            .iter()
            .any(|problem| problem.message == "a list is expected, between brackets")
    );
}

#[test]
fn what_is_not_an_object_is_told_as_a_whole() {
    for json in ["null", "[]", "3", "\"x\"", "true"] {
        let tree: Tree = serde_json::from_str(json).unwrap();
        let problem = &api::read(&tree).unwrap_err().problems[0];
        assert_eq!((&*problem.field, &*problem.code), ("", "not_a_record"), "{json}");
    }
}

/// Every field there is, so that one the reader forgets is seen.
fn full() -> Value {
    let every = |names: Vec<&str>, value: &dyn Fn(usize) -> Value| -> serde_json::Map<String, Value> {
        let named = names.into_iter().enumerate();
        named.map(|(place, name)| (name.to_owned(), value(place))).collect()
    };
    let kinds = IncomeKind::ALL.iter().map(|kind| kind.name()).collect();
    let mut incomes = every(kinds, &|place| match place % 4 {
        0 => json!("646.52"),
        1 => json!({ "from": "1", "to": "2.5" }),
        2 => json!({ "amount": "3", "since": "2014-01", "until": "2014-10" }),
        _ => json!({ "by_month": { "2014-09": "3", "2014-10": { "from": "1", "to": "2" } }, "otherwise": "0" }),
    });
    incomes.insert("complete".into(), true.into());
    let known_otherwise = [Benefit::UnemploymentBenefit, Benefit::HousingBenefit];
    let benefits = Benefit::ALL.iter().filter(|benefit| !known_otherwise.contains(benefit));
    let mut benefits = every(benefits.map(|benefit| benefit.name()).collect(), &|place| {
        (place % 2 == 0).into()
    });
    benefits.insert("complete".into(), true.into());
    let lines: Vec<Value> = Post::ALL
        .iter()
        .map(|post| json!({ "post": post.name(), "amount": "12", "per": "year" }))
        .collect();
    let regime = tarif_social::regimes::by_id("R15").unwrap();
    json!({
        "schema_version": 1, "month": "2014-11", "known_on": "2014-11-30", "language": "en", "detail": "verdicts",
        "regimes": ["R1"], "own_regimes": [regime], "together": ["R1", "R15"],
        "household": {
            "territory": "overseas",
            "persons": [{
                "role": "applicant", "birth_date": "1980-05-12", "age": 34, "student": true, "on_leave": false, "apprentice": true,
                "jobseeker": true, "retired": true, "pregnant": true, "disabled": true, "residence_condition": true,
                "young_worker_hours": true, "shared_custody": true, "incomes": incomes,
            }],
            "family": {
                "recent_isolation": true, "resources_n2": "1", "dual_earner_n2": false, "allocations_familiales": "2",
                "complement_familial": "3", "paje_base": "4", "allocation_soutien_familial": "5",
            },
            "benefits": benefits,
            "housing": {
                "tenure": "hostel", "housing_benefit": "6", "collective_cable": true, "fixed_line": true, "social_line": true,
            },
            "tax": { "rfr": "7", "parts": "2.5" },
            "quotient_familial_caf": "8",
            "disposable_income": "9",
            "internet": { "operator": "X", "price": "10", "commitment_end": "2026-12-31" },
            "spending": { "complete": true, "lines": lines },
        },
    })
}

#[test]
fn every_field_is_read_and_written_back() {
    let request: CheckRequest = serde_json::from_value(full()).unwrap();
    assert_eq!(serde_json::to_value(&request).unwrap(), full());
}
