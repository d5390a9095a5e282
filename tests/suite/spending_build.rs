//! What the build refuses in the tables of constrained spending, with the file and the line.

use std::collections::BTreeMap;

use crate::build_script::spending;

const FOLDER: &str = "src/spending/tables";

fn files() -> BTreeMap<String, String> {
    let names = [
        "deciles",
        "headings",
        "household_types",
        "places",
        "prices",
        "standards_of_living",
        "tenure_by_fifth",
    ];
    names
        .map(|name| {
            let path = format!("{FOLDER}/{name}.toml");
            let text = std::fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .into()
}

/// The first problem once `from` has become `to` in a file, and the line `from` stood on.
fn spoiled(name: &str, from: &str, to: &str) -> (String, usize) {
    let mut files = files();
    let text = files.get_mut(&format!("{FOLDER}/{name}.toml")).unwrap();
    let line = text
        .lines()
        .position(|line| line.contains(from))
        .unwrap_or_else(|| panic!("no `{from}`"))
        + 1;
    *text = text.replacen(from, to, 1);
    let problems = spending::compile(&files).unwrap_err();
    (problems.first().cloned().unwrap(), line)
}

#[test]
fn the_tables_as_they_stand_are_accepted() {
    assert!(spending::compile(&files()).is_ok());
}

#[test]
fn a_missing_source_is_refused_with_file_and_line() {
    let source = files()[&format!("{FOLDER}/places.toml")]
        .lines()
        .find(|line| line.starts_with("source = "))
        .unwrap()
        .to_owned();
    let (problem, _) = spoiled("places", &source, "");
    assert_eq!(problem, format!("{FOLDER}/places.toml:1: missing field `source`"));
    let (problem, line) = spoiled("prices", "title = \"Insee, comptes nationaux", "title = \"\", no = \"");
    assert!(
        problem.starts_with(&format!("{FOLDER}/prices.toml:{line}: ")),
        "{problem}"
    );
    let (problem, line) = spoiled(
        "standards_of_living",
        "confidence = \"derived\"",
        "confidence = \"sure\"",
    );
    assert_eq!(
        problem,
        format!(
            "{FOLDER}/standards_of_living.toml:{line}: `sure` is not a confidence: one of law, official, press, secondary, derived, unverified"
        )
    );
}

#[test]
fn a_figure_copied_wrong_is_refused() {
    // One digit of the energy of the lowest tenth: its parts no longer make it.
    let (problem, _) = spoiled("deciles", "\"045\" = [1353, 967,", "\"045\" = [1353, 976,");
    assert!(problem.starts_with(&format!("{FOLDER}/deciles.toml:")), "{problem}");
    assert!(
        problem.ends_with("in D1, the parts of 045 make 967, the total is 976"),
        "{problem}"
    );
    // Rents of the tenants of the lowest fifth: the fifth no longer matches the table by decile.
    let (problem, _) = spoiled("tenure_by_fifth", "3023", "3203");
    assert!(
        problem.contains("code 041 recomposes to 2015375 thousandths of a euro, published 1903000"),
        "{problem}"
    );
    let (problem, line) = spoiled(
        "places",
        "\"0813\" = [662, 637, 608, 627, 637]",
        "\"0813\" = [662, 637, 608, 627]",
    );
    assert_eq!(
        problem,
        format!("{FOLDER}/places.toml:{line}: code 0813 has 4 values for 5 columns")
    );
}

#[test]
fn an_index_or_a_bound_out_of_order_is_refused() {
    let (problem, line) = spoiled("prices", "2014 = \"104.3\"", "2014 = \"104.35\"");
    assert_eq!(
        problem,
        format!("{FOLDER}/prices.toml:{line}: an index is written like `2014 = \"104.3\"`")
    );
    let (problem, line) = spoiled("headings", "index = \"rents\"", "index = \"loyers\"");
    assert_eq!(
        problem,
        format!(
            "{FOLDER}/headings.toml:{}: `rent`: `loyers` is not a series of prices.toml",
            line - 3
        )
    );
    let (problem, line) = spoiled("standards_of_living", "D2 = 13838", "D2 = 11190");
    assert_eq!(
        problem,
        format!(
            "{FOLDER}/standards_of_living.toml:{}: D2 is not above the bound before it",
            line - 1
        )
    );
}
