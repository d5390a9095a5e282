//! What a file leaves out, against the same file whole.

use serde_json::Value;

use super::{run, run_with};

const RULES: &str = "R1,R6,R9,R14,R15,R20";

fn compared(csv: &str) -> Value {
    let asked = [
        "compare",
        "--households",
        "-",
        "--month",
        "2022-10",
        "--regimes",
        RULES,
        "--json",
    ];
    serde_json::from_str(&run_with(&asked, csv).well()).unwrap()
}

/// The figures of an answer, by path.
fn figures(value: &Value, path: &str, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(record) if record.contains_key("together") => found.push((path.to_owned(), value.clone())),
        Value::Object(record) => record
            .iter()
            .for_each(|(name, value)| figures(value, &format!("{path}/{name}"), found)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(place, value)| figures(value, &format!("{path}/{place}"), found)),
        _ => {}
    }
}

#[test]
fn intervals_hold_what_the_whole_file_gives() {
    let whole = run(&[
        "population",
        "export",
        "--size",
        "2000",
        "--seed",
        "5",
        "--language",
        "en",
    ])
    .well();
    let columns: Vec<&str> = whole.lines().next().unwrap().split(',').collect();
    let place = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let bill = place("internet_bill");
    let incomes = [place("resources_12_months"), place("other_income"), place("rfr")];
    // In one row of three the bill is left out, in another one what the rules look at.
    let mut holes = String::new();
    for (number, line) in whole.lines().enumerate() {
        let cells = line.split(',').enumerate().map(|(at, cell)| {
            let left_out = number > 0
                && match number % 3 {
                    1 => at == bill,
                    2 => incomes.contains(&at),
                    _ => false,
                };
            if left_out { "" } else { cell }
        });
        holes += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    let (mut told, mut true_ones) = (Vec::new(), Vec::new());
    figures(&compared(&holes), "", &mut told);
    figures(&compared(&whole), "", &mut true_ones);
    assert_eq!(told.len(), true_ones.len());
    let (mut looked, mut wider) = (0, 0);
    for ((path, told), (_, whole)) in told.iter().zip(&true_ones) {
        // Means and shares of those who are told are estimates of their own, as is the number that cannot be told.
        let counted = [
            "covered",
            "better_off",
            "share",
            "poor_left_out",
            "full_cost",
            "only_",
            "better_with_",
        ];
        let (name, parent) = (path.rsplit('/').next().unwrap(), path.contains("/costs/"));
        if !parent && !counted.iter().any(|one| name.starts_with(one)) || name == "covered_not_poor" {
            continue;
        }
        let (Some(low), Some(high)) = (told["together"][0].as_f64(), told["together"][1].as_f64()) else {
            continue;
        };
        let Some(value) = whole["value"].as_f64() else { continue };
        looked += 1;
        wider += usize::from(told["value"] != whole["value"]);
        let slack = 1e-9 * value.abs().max(1.0); // sums of other numbers of rows
        assert!(
            low - slack <= value && value <= high + slack,
            "{path}: {told} against {value}"
        );
    }
    assert!(
        looked > 150 && wider > 50,
        "{looked} figures, {wider} of them others than the whole"
    );
}

#[test]
fn a_rule_for_everybody_leaves_nobody_out_of_any_file() {
    let whole = run(&[
        "population",
        "export",
        "--size",
        "1000",
        "--seed",
        "5",
        "--language",
        "en",
    ])
    .well();
    let answer = compared(&whole);
    let all = answer["regimes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|regime| regime["id"] == "R20")
        .unwrap();
    assert_eq!(all["poor_left_out"]["together"], serde_json::json!([0.0, 0.0]));
    let shares = all["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| &group["share"]["together"]);
    assert!(
        shares
            .filter(|ends| !ends.is_null())
            .all(|ends| *ends == serde_json::json!([1.0, 1.0]))
    );
}

#[test]
fn weights_that_would_be_read_otherwise_are_refused() {
    let file = |weight: &str| {
        let text = format!(
            "weight,adults,children_under_14,children_14_17,disposable_income\n{weight},1,0,0,900\n1,1,0,0,900\n"
        );
        let asked = ["compare", "--households", "-", "--regimes", "R20", "--json"];
        let ran = run_with(&asked, &text);
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        let reason = &answer["file"]["faults"][0]["reason"]["en"];
        (ran.code, reason.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(file("1523.48291"), (0, String::new()));
    assert_eq!(file("0.05"), (0, String::new()));
    let (code, reason) = file("0.00050520");
    assert_eq!((code, reason.contains("multiply all weights")), (1, true), "{reason}");
    let (code, reason) = file("\"1,523\"");
    assert_eq!((code, reason.contains("`1523` or `1.523`")), (1, true), "{reason}");
}

#[test]
fn nobody_has_a_prime_before_it_was_there() {
    let received = |month: &str| {
        let csv = run(&[
            "population",
            "export",
            "--size",
            "1000",
            "--month",
            month,
            "--language",
            "en",
        ])
        .well();
        let columns: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
        let place = columns
            .iter()
            .position(|column| *column == "receives_prime_activite")
            .unwrap();
        csv.lines()
            .skip(1)
            .filter(|line| line.split(',').nth(place) == Some("yes"))
            .count()
    };
    assert_eq!(received("2015-12"), 0);
    assert!(received("2016-01") > 50);
}
