//! What other programs, files and keyboards bring: marks before a text, commands to a terminal, more workers than there is work.

use serde_json::{Value, json};

use super::{run, run_with};

const REQUEST: &str = r#"{"schema_version":1,"month":"2026-11","regimes":["R1"],"household":{"persons":[{"role":"applicant","age":40}]}}"#;

/// R6 under another id and another name, as JSON.
fn own(id: &str, name: &str) -> Value {
    let mut regime: Value = serde_json::from_str(&run(&["regimes", "show", "R6", "--json"]).well()).unwrap();
    regime["id"] = json!(id);
    regime["name"] = json!({"fr": name, "en": name});
    regime
}

fn asked(regimes: &[&str], own_regimes: &[Value]) -> Value {
    let mut request: Value = serde_json::from_str(REQUEST).unwrap();
    request["regimes"] = json!(regimes);
    request["own_regimes"] = json!(own_regimes);
    let ran = run_with(&["check", "--json"], &request.to_string());
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_request() {
    let marked = format!("\u{feff}{REQUEST}");
    let plain = run_with(&["check", "--json"], REQUEST).well();
    assert_eq!(run_with(&["check", "--json"], &marked).well(), plain);
    let lines = run_with(&["check", "--jsonl"], &format!("{marked}\n")).well();
    assert!(lines.starts_with(r#"{"outcome":"success""#), "{lines}");
}

#[test]
fn nothing_of_a_request_commands_the_terminal() {
    let name = "\u{1b}[31mRED\u{1b}]0;title\u{7}";
    let mut request: Value = serde_json::from_str(REQUEST).unwrap();
    request["own_regimes"] = json!([own("MINE", name)]);
    let said = run_with(&["check"], &request.to_string()).well();
    assert!(said.contains("RED") && !said.contains(['\u{1b}', '\u{7}']), "{said:?}");
}

#[test]
fn one_s_own_regimes_are_told_apart_and_checked() {
    let ids = |answer: &Value| -> Vec<String> {
        let regimes = answer["regimes"].as_array().unwrap().iter();
        regimes
            .map(|regime| regime["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let mine = own("MINE", "Mine");
    assert_eq!(
        ids(&asked(&["R1", "MINE", "R1"], std::slice::from_ref(&mine))),
        ["R1", "MINE"]
    );
    for own_regimes in [vec![own("R6", "Mine")], vec![mine.clone(), mine.clone()]] {
        let answer = asked(&["R1"], &own_regimes);
        assert_eq!(answer["problems"][0]["code"], "id_taken", "{answer}");
    }
    let mut faulty = mine;
    faulty["payers"] = json!([{"payer": "operator", "share": "0.5"}]);
    let answer = asked(&["R1"], &[faulty]);
    assert_eq!(answer["problems"][0]["code"], "faulty_rule", "{answer}");
}

#[test]
fn a_regime_is_linted_from_standard_input() {
    let written = own("MINE", "Mine").to_string();
    run_with(&["regimes", "lint", "-"], &written).well();
    run_with(&["regimes", "lint", "-"], &format!("\u{feff}{written}")).well();
}

#[test]
fn there_are_no_more_workers_than_there_is_work() {
    let few = ["compare", "--size", "1000", "--regimes", "R1", "--json"];
    let many = [&few[..], &["--workers", "60000"]].concat();
    assert_eq!(run(&many).well(), run(&few).well());
}

/// A schema is read by people who do not have our sources: it points at none of their names.
#[test]
fn schemas_say_what_they_mean() {
    for schema in ["request", "answer", "regime"] {
        let text = run(&["schema", schema]).well();
        for line in text.lines().filter(|line| line.contains("\"description\"")) {
            assert!(!line.contains("[`"), "{schema}: {line}");
        }
    }
}

#[test]
fn an_assumption_is_a_number_and_said_once() {
    let small = ["compare", "--size", "1000", "--regimes", "R1"];
    let not = |assumed: &[&str], words: &str| run(&[&small[..], assumed].concat()).unusable(words);
    not(&["--assume", "income_shift=nan"], "is not a number");
    not(&["--assume", "income_shift=inf"], "is not a number");
    let twice = ["--assume", "income_shift=0.02", "--assume", "income_shift=0.03"];
    not(&twice, "`income_shift` is assumed twice");
    run(&[&small[..], &twice[..2]].concat()).well();
}

#[test]
fn resources_say_whose_they_are_and_nothing_unknown_is_our_computation() {
    let said = |persons: Value| {
        let mut request: Value = serde_json::from_str(REQUEST).unwrap();
        request["household"] = json!({"territory": "overseas", "persons": persons});
        run_with(&["check"], &request.to_string()).well()
    };
    let person = |role: &str| json!({"role": role, "age": 40, "incomes": {"complete": true, "pension": "300"}});
    let couple = said(json!([person("applicant"), person("partner")]));
    assert!(
        couple.contains("Personne 1\u{a0}: ") && couple.contains("Personne 2\u{a0}: "),
        "{couple}"
    );
    let child = json!({"role": "child", "age": 8, "incomes": {"complete": true}});
    let alone = said(json!([person("applicant"), child]));
    assert!(!alone.contains("Personne 1"), "{alone}");
    assert!(
        alone.contains("Les allocations familiales") || alone.contains("les allocations familiales"),
        "{alone}"
    );
    assert!(!alone.contains("allocations familiales (notre calcul)"), "{alone}");
}
