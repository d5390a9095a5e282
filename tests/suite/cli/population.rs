use serde_json::{Value, json};
use tarif_social::explain::{Language, number};

use super::{file, in_order, run, run_with};

const SMALL: [&str; 4] = ["--size", "4000", "--seed", "9"];

fn compare(more: &[&str]) -> String {
    run(&[&["compare"], &SMALL[..], more].concat()).well()
}

#[test]
fn a_comparison_is_the_same_whatever_the_workers() {
    let one: Value = serde_json::from_str(&compare(&["--json", "--workers", "1"])).unwrap();
    let three: Value = serde_json::from_str(&compare(&["--json", "--workers", "3"])).unwrap();
    assert_eq!(one, three);
    assert_eq!(one["regimes"].as_array().unwrap().len(), 8);
    assert_eq!((&one["base"], &one["size"]), (&"france-2022".into(), &4000.into()));
    let share = &one["regimes"][0]["share"];
    assert!(share["together"][0].as_f64() < share["value"].as_f64(), "{share}");
}

#[test]
fn a_bill_held_to_a_share_of_income_is_relieved_and_another_bill_is_not() {
    let asked = ["--regimes", "R15,R15d,R2", "--no-hypotheses", "--json"];
    let json: Value = serde_json::from_str(&compare(&asked)).unwrap();
    let [held, telecoms, landline] = [0, 1, 2].map(|place| &json["regimes"][place]);
    // Held to 2 % of income, to the cent: nobody who has it pays more.
    assert!(held["covered"]["value"].as_f64().unwrap() > 1e6);
    assert_eq!(held["relief"][0]["relieved"]["value"], held["covered"]["value"]);
    // What they save is not on the internet bill alone, or not on it at all.
    assert_eq!([&telecoms["relief"], &landline["relief"]], [&json!([]); 2]);
}

#[test]
fn a_comparison_reads_as_text_and_as_a_french_or_english_table() {
    let text = compare(&["--regimes", "R1,R14", "--no-hypotheses", "--language", "en"]);
    in_order(&text, &["No real household is in it", "REGIMES", "R1 ", "R14 "]);
    // The side that the text tells is that of the JSON.
    let json: Value = serde_json::from_str(&compare(&["--regimes", "R1,R14", "--no-hypotheses", "--json"])).unwrap();
    let only = json["pairs"][0]["only_second"]["value"].as_f64().unwrap();
    let relieved = json["regimes"][1]["relief"][0]["relieved"]["value"].as_f64().unwrap();
    let told = |value: f64| number(value.round() as i64, 0, Language::English).to_string();
    in_order(
        &text,
        &[
            "INTERNET BILLS THAT WEIGH TOO MUCH",
            &format!("R14     {} ", told(relieved)),
            "SIDE BY SIDE",
            &format!("R14       R1       {} ", told(only)),
            "right to the RSA socle, 100%",
            "of other draws of this size",
        ],
    );
    let text = compare(&["--regimes", "R1,R5,R21", "--no-hypotheses"]);
    in_order(
        &text,
        &[
            "R21      non calculable\n",
            "R5\u{a0}: prix à fixer, donc ni gain ni coût",
            "R21, non calculable\u{a0}: L’accord dépend d’un travailleur social",
            "droit au RSA socle, 100\u{a0}%",
            "R1        R21     non calculable\n",
        ],
    );
    assert!(
        !text.contains("rsa_socle") && !text.contains("not_computable"),
        "{text}"
    );
    let french = compare(&["--regimes", "R14", "--csv", "--no-hypotheses"]);
    assert!(french.starts_with("\u{feff}regime;by;group;figure;value;"));
    let english = compare(&["--regimes", "R14", "--csv", "--no-hypotheses", "--language", "en"]);
    let share = english
        .lines()
        .find(|line| line.starts_with("R14,all,all,share,"))
        .unwrap();
    let value: f64 = share.split(',').nth(4).unwrap().parse().unwrap();
    assert!((0.1..0.2).contains(&value), "{share}");
    let decimal = format!("R14;all;all;share;{}", value.to_string().replace('.', ","));
    assert!(french.contains(&decimal), "{decimal}");
}

/// A figure that is hidden in JSON has a line without a number in CSV, and every figure of JSON has its line.
#[test]
fn the_csv_has_every_figure_and_hides_those_that_are_too_small() {
    let assumed = ["--assume", "income_shift=-0.02"];
    let of = |format: &str| compare(&[&["--regimes", "R1,R6,R20", "--language", "en", format], &assumed[..]].concat());
    fn figures(value: &Value) -> (usize, usize) {
        let all: Vec<&Value> = match value {
            Value::Object(fields) if fields.contains_key("sampling") => {
                return (1, usize::from(value["value"].is_null()));
            }
            Value::Object(fields) => fields.values().collect(),
            Value::Array(list) => list.iter().collect(),
            _ => Vec::new(),
        };
        let sums = all.into_iter().map(figures);
        sums.fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1))
    }
    let answer: Value = serde_json::from_str(&of("--json")).unwrap();
    let (all, hidden) = figures(&answer);
    let csv = of("--csv");
    let lines: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    // It says which run it is: whose households, rules and draw, and what was supposed.
    let run = |name: &str| {
        let line = lines
            .iter()
            .find(|line| matches!(line[1], "run" | "assumption") && line[3] == name);
        line.map(|line| [line[2], line[4]])
    };
    let ruleset = answer["ruleset"].as_str().unwrap();
    assert_eq!(run("ruleset"), Some([ruleset, ""]));
    assert_eq!(run("base"), Some(["france-2022", ""]));
    assert_eq!(run("size"), Some(["all", answer["size"].to_string().as_str()]));
    assert_eq!(run("moved"), Some(["income_shift", "-0.02"]));
    let lines: Vec<&Vec<&str>> = lines
        .iter()
        .filter(|line| !matches!(line[1], "run" | "assumption"))
        .filter(|line| {
            !line[3].starts_with("kept_out") && !line[3].ends_with("covers_more_poor") && line[3] != "take_up_central"
        })
        .collect();
    let empty = lines
        .iter()
        .filter(|line| line[4..12].iter().all(|field| field.is_empty()))
        .count();
    let half = lines.iter().filter(|line| line[4].is_empty()).count();
    assert_eq!((lines.len(), empty, half), (all, hidden, hidden));
    assert!(hidden > 20, "{hidden}");
    assert!(lines.iter().any(|line| line[1] == "effort") && lines.iter().any(|line| line[1] == "against"));
}

#[test]
fn thresholds_are_told_for_a_budget_and_for_a_coverage() {
    let more = |more: &[&str]| run(&[&["threshold", "R6,R9,R14,R20"], &SMALL[..], more].concat()).well();
    let answer: Value =
        serde_json::from_str(&more(&["--budget", "250", "--cover", "60", "--points", "30", "--json"])).unwrap();
    let regimes = answer["regimes"].as_array().unwrap();
    let by_id = |id: &Value| regimes.iter().find(|along| &along["id"] == id).unwrap();
    let best = by_id(&answer["best"])["within"]["central"]["poor_covered"]
        .as_f64()
        .unwrap();
    let cheapest = by_id(&answer["cheapest"])["reaching"]["central"]["cost"]
        .as_f64()
        .unwrap();
    for along in regimes {
        let within = &along["within"]["central"];
        assert!(
            within.is_null()
                || within["cost"].as_f64().unwrap() <= 250e6 && within["poor_covered"].as_f64().unwrap() <= best
        );
        let reaching = &along["reaching"]["central"];
        assert!(reaching["poor_covered"].as_f64().unwrap() >= 0.6 && reaching["cost"].as_f64().unwrap() >= cheapest);
        let points = along["frontier"].as_array().unwrap().len();
        assert!(
            if along["moves"].as_bool().unwrap() {
                points > 15
            } else {
                points == 1
            },
            "{along}"
        );
        // R20 has no threshold, and the bands of R9 end at its own.
        assert_eq!(along["marginal"].is_null(), along["id"] == "R20" || along["id"] == "R9");
        assert_eq!(along["highest"].as_f64(), (along["id"] == "R9").then_some(11_000.0));
    }
    let text = more(&["--budget", "250", "--language", "en"]);
    in_order(
        &text,
        &[
            "R6. ",
            "the rule, central",
            "  between",
            "within the budget, low",
            "  between",
            "Threshold raised by 1 %",
            "R20. ",
            "no single threshold to move",
            "the most poor would claim",
            "of poor households are",
            "would",
            "a year",
        ],
    );
    run(&["threshold", "R5"]).unusable("`R5` names no price");
    for [option, value] in [
        ["--budget", "nan"],
        ["--budget", "-5"],
        ["--budget", "1e9"],
        ["--cover", "nan"],
        ["--cover", "150"],
        ["--cover", "-1"],
    ] {
        let refused = run(&["threshold", "R6", option, value]);
        assert!(
            refused.code == 2 && refused.err.contains("write "),
            "{value}: {}",
            refused.err
        );
    }
    let bounded = run(&[&["threshold", "R9"], &SMALL[..]].concat()).well();
    in_order(
        &bounded,
        &[
            "Ménages simulés",
            "france-2022, 4\u{202f}000 ménages, graine 9",
            "règles de 2022-10",
        ],
    );
    assert!(
        bounded.contains("Seuil bougé jusqu'à 11\u{202f}000\u{a0}€\u{a0}: au-dessus, aucune tranche"),
        "{bounded}"
    );
}

#[test]
fn a_population_is_drawn_described_and_validated() {
    let groups: Value =
        serde_json::from_str(&run(&[&["population", "draw", "--json"], &SMALL[..]].concat()).well()).unwrap();
    let all = groups[0]["households"]["value"].as_f64().unwrap();
    assert!((all - 30_907_289.0).abs() < 1.0, "{all}");
    let described = run(&["population", "describe", "--language", "en"]).well();
    in_order(
        &described,
        &[
            "PUBLISHED TOTALS",
            "(assumption: benefit_reach)",
            "ASSUMPTIONS",
            "income_shift",
            "from -0.05 to 0.05",
        ],
    );
    let board = run(&["population", "validate", "--language", "en"]);
    assert_eq!((board.code, board.err.as_str()), (1, ""));
    in_order(
        &board.out,
        &["Gini index", " met", "MISSED", "HELD BACK", "Energy poverty"],
    );
}

#[test]
fn what_cannot_be_drawn_is_said() {
    run(&["compare", "--size", "10"]).unusable("`10` households cannot be drawn");
    run(&["compare", "--regimes", "R99"]).unusable("no regime is called `R99`");
    run(&["compare", "--assume", "income_shift=3"]).unusable("choose from -0.05 to 0.05");
    run(&["compare", "--regime-file", "no-such-file.toml"]).unusable("`no-such-file.toml` cannot be read");
    run(&["population", "validate", "--size", "0"]).unusable("`0` households cannot be validated");
    assert_eq!(run(&["compare", "--base", "belgium"]).code, 2);
}

#[test]
fn households_of_a_file_are_compared_and_its_bad_rows_told() {
    let good = run(&["population", "export", "--size", "1000", "--seed", "3"]).well();
    assert_eq!(good.lines().count(), 1001);
    let path = file("exported.csv", &good);
    let path = path.to_str().unwrap();
    let asked = [
        "compare",
        "--regimes",
        "R6,R14",
        "--month",
        "2022-10",
        "--json",
        "--households",
    ];
    let read: Value = serde_json::from_str(&run(&[&asked[..], &[path]].concat()).well()).unwrap();
    let drawn: Value = serde_json::from_str(
        &run(&[
            "compare",
            "--regimes",
            "R6,R14",
            "--size",
            "1000",
            "--seed",
            "3",
            "--json",
        ])
        .well(),
    )
    .unwrap();
    assert_eq!(
        (&read["base"], &read["size"], &read["file"]["rows"]),
        (&"file".into(), &1000.into(), &1000.into())
    );
    for (read, drawn) in [("share", 0), ("share", 1), ("saving", 1)].map(|(name, place)| {
        let of = |whole: &Value| whole["regimes"][place][name]["value"].as_f64().unwrap();
        (of(&read), of(&drawn))
    }) {
        assert!((read - drawn).abs() < 1e-9 * drawn, "{read} {drawn}");
    }
    // Two rows spoilt: told, left out, and the exit code says so.
    let mut lines: Vec<String> = good.lines().map(str::to_owned).collect();
    lines[5] = lines[5].replacen(';', ";x", 1);
    lines[9].clear();
    lines[9].push_str("1;2");
    let spoilt = lines.join("\n");
    let asked = ["compare", "--regimes", "R6", "--households", "-", "--language", "en"];
    // None that can be used: nothing is compared.
    let none = format!("{}\n{}\n{}", lines[0], lines[5], lines[9]);
    let refused = run_with(&asked, &none);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(
        refused
            .err
            .contains("no row can be used; the first cell to correct, line 2"),
        "{}",
        refused.err
    );
    let text = run_with(&asked, &spoilt);
    assert_eq!((text.code, text.err.as_str()), (1, ""));
    in_order(
        &text.out,
        &[
            "Your file: 998 households",
            "TO CORRECT, LEFT OUT: 2 OF 1000",
            "6 ",
            "adultes",
            "a whole number is expected",
            "10 ",
            "2 cells for",
            "REGIMES",
            "cannot tell",
        ],
    );
    let csv = run_with(&[&asked[..], &["--csv"]].concat(), &spoilt);
    assert!(
        csv.code == 1 && csv.err.contains("2 cells for") && csv.out.contains("\nR6,all,all,undetermined,0,"),
        "{}",
        csv.out
    );
    let best = run_with(
        &["threshold", "R6", "--budget", "100", "--households", "-", "--json"],
        &spoilt,
    );
    let best: Value = serde_json::from_str(&best.out).unwrap();
    assert_eq!(
        (&best["file"]["bad_rows"], &best["regimes"][0]["undetermined"]),
        (&2.into(), &0.0.into())
    );
    // A rule that cannot tell for all is neither the best nor the cheapest.
    let needed = "adultes;enfants_moins_14;enfants_14_17;revenu_disponible;facture_internet;recoit_rsa\n";
    let told = |untold: usize| needed.to_owned() + &"1;0;0;700;30;oui\n".repeat(40) + &"1;0;0;700;30;\n".repeat(untold);
    let best = |untold: usize| {
        let asked = [
            "threshold",
            "R3",
            "--budget",
            "1",
            "--cover",
            "50",
            "--households",
            "-",
            "--json",
        ];
        let ran = run_with(&asked, &told(untold));
        let answer: Value = serde_json::from_str(&ran.out).unwrap();
        [answer["best"].clone(), answer["cheapest"].clone()]
    };
    assert_eq!(best(0), ["R3", "R3"]);
    assert_eq!(best(10), [Value::Null, Value::Null]);
    run_with(&["compare", "--households", "-"], "a;b\n").unusable("no known column on the first line");
    run(&["compare", "--households", "no-such-file.csv"]).unusable("`no-such-file.csv` cannot be read");
    assert_eq!(run(&["compare", "--households", path, "--size", "10"]).code, 2);
    run(&["population", "export", "--size", "10"]).unusable("choose from 1000");
}

#[test]
fn the_columns_of_a_file_have_a_table_and_a_schema() {
    let table = run(&["population", "columns"]).well();
    in_order(
        &table,
        &[
            "| `poids` | `weight` |",
            "| `adultes` | `adults` |",
            "**Nécessaire.**",
            "`recoit_rsa`",
        ],
    );
    let schema: Value = serde_json::from_str(&run(&["schema", "households"]).well()).unwrap();
    assert_eq!(
        schema["required"],
        serde_json::json!(["adults", "children_under_14", "children_14_17", "disposable_income"])
    );
    assert_eq!(schema["properties"]["tenure"]["enum"][0], "owner");
    assert_eq!(
        table.lines().count(),
        schema["properties"].as_object().unwrap().len() + 2
    );
}

/// A rule that cannot tell of one household of a file is named as left out, not beaten without a word.
#[test]
fn a_rule_that_cannot_tell_for_all_is_said_to_be_left_out() {
    let row = |rfr: &str, income: u32| format!("1;0;0;{income};{rfr};1;30\n");
    let rows = |untold: usize| {
        "adultes;enfants_moins_14;enfants_14_17;revenu_disponible;rfr;parts;facture_internet\n".to_owned()
            + &row("8000", 900).repeat(100)
            + &row("30000", 2500).repeat(100)
            + &row("", 3000).repeat(untold)
    };
    let said = |untold: usize| {
        let file = file("left_out.csv", rows(untold));
        run(&[
            "threshold",
            "R9,R14",
            "--cover",
            "60",
            "--month",
            "2022-10",
            "--households",
            file.to_str().unwrap(),
        ])
        .well()
    };
    assert!(!said(0).contains("Écartées de ce qui suit"));
    let one = said(1);
    assert!(one.contains("Écartées de ce qui suit") && one.contains(": R9"), "{one}");
}
