use serde_json::Value;
use tarif_social::api;
use tarif_social::explain::Language;

use super::{in_order, run};

fn json(arguments: &[&str]) -> Vec<Value> {
    serde_json::from_str(&run(arguments).well()).unwrap()
}

#[test]
fn every_dated_value_stands_in_the_table() {
    let values = api::parameters(Language::English);
    let table = run(&["params", "--language", "en"]).well();
    assert_eq!(table.lines().count(), values.len() + 1);
    for (line, value) in table.lines().skip(1).zip(&values) {
        in_order(
            line,
            &[&value.id, &value.from, &value.source.confidence, &value.source.title],
        );
    }
    assert_eq!(json(&["params", "--json"]).len(), values.len());
    let french = run(&["params", "rsa.montant_de_base", "--at", "2025-04"]).well();
    in_order(&french, &["646,52", "€/mois", "loi"]);
}

#[test]
fn a_value_is_read_under_two_clocks() {
    let base = |arguments: &[&str]| {
        let found = json(&[&["params", "rsa.montant_de_base", "--json"], arguments].concat());
        assert_eq!(found.len(), 1);
        found[0]["value"].as_str().unwrap().to_owned()
    };
    assert_eq!(base(&["--at", "2014-11"]), "509.30");
    assert_eq!(base(&["--at", "2022-07"]), "598.54");
    assert_eq!(base(&["--at", "2022-07", "--known-on", "2022-07-31"]), "575.52");
}

#[test]
fn one_id_shows_its_whole_history_with_sources() {
    let text = run(&["params", "rsa.montant_de_base", "--language", "en"]).well();
    in_order(
        &text,
        &[
            "rsa.montant_de_base: ",
            "CASF R262-1",
            "454.63 EUR/month",
            "Since 2009-06-01",
            "598.54 EUR/month",
            "Since 2022-07-01",
            "651.69 EUR/month",
            "Source: ",
            "https://",
        ],
    );
}

#[test]
fn the_beginning_of_an_id_shows_all_it_begins() {
    let rsa = json(&["params", "rsa", "--at", "2014-11", "--json"]);
    assert!(rsa.len() > 5);
    assert!(
        rsa.iter()
            .all(|value| value["id"].as_str().unwrap().starts_with("rsa."))
    );
    run(&["params", "rs"]).unusable("no dated value is called `rs`: `tarif-social params` lists them");
}

#[test]
fn what_is_not_in_force_or_not_covered_is_said() {
    let ran = run(&["params", "rsa.pente", "--at", "2017-01"]);
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "tarif-social: nothing is in force then: leave out --at to see every date\n"
    );
    run(&["params", "--at", "1999-01"])
        .unusable("`1999-01` is outside what the sources cover: choose a month from 2009-06");
    for wrong in [["--at", "2014"], ["--known-on", "2014-11-30"], ["--language", "de"]] {
        assert_eq!(run(&["params", wrong[0], wrong[1]]).code, 2, "{wrong:?}");
    }
}

#[test]
fn the_csv_reads_back() {
    let csv = run(&["params", "--csv"]).well();
    let rows = read_csv(&csv);
    let values = api::parameters(Language::French);
    assert_eq!(rows.len(), values.len() + 1);
    assert_eq!(rows[0][..5], ["id", "label", "article", "value", "unit"]);
    assert!(
        values.iter().any(|value| value.source.title.contains(',')),
        "no field needs quotes: the test proves nothing"
    );
    for (row, value) in rows[1..].iter().zip(&values) {
        assert_eq!(row.len(), rows[0].len());
        assert_eq!(
            (row[0].as_str(), row[3].as_str()),
            (&*value.id, value.value.as_deref().unwrap_or_default())
        );
        assert_eq!(
            (row[9].as_str(), row[10].as_str()),
            (&*value.source.title, &*value.source.url)
        );
    }
}

/// RFC 4180.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    assert!(field.is_empty() && row.is_empty() && !quoted, "an unfinished row");
    rows
}

#[test]
fn the_schemas_describe_what_is_read_and_printed() {
    let schema = |of: &str| -> Value { serde_json::from_str(&run(&["schema", of]).well()).unwrap() };
    let request = schema("request");
    assert_eq!(request["required"], serde_json::json!(["schema_version", "month"]));
    for field in [
        "month",
        "known_on",
        "language",
        "regimes",
        "own_regimes",
        "together",
        "household",
    ] {
        assert!(request["properties"][field].is_object(), "{field}");
    }
    let regime = schema("regime");
    for field in ["id", "criteria", "tariff", "payers", "granting", "sources"] {
        assert!(regime["properties"][field].is_object(), "{field}");
    }
    let answer = schema("answer");
    let printed: Value = serde_json::from_str(&run(&["check", "--json", super::COUPLE]).well()).unwrap();
    let described = answer["$defs"]["Assessed"]["properties"].as_object().unwrap();
    for field in printed.as_object().unwrap().keys().filter(|field| *field != "outcome") {
        assert!(described.contains_key(field), "{field}");
    }
    assert_eq!(run(&["schema", "nothing"]).code, 2);
}
