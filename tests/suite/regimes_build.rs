//! What the build refuses in a regime, with the file and the line.

use tarif_social::{household, law, reading, units};

#[path = "../../build/regimes.rs"]
mod build;

use std::collections::BTreeMap;

const R15: &str = include_str!("../../src/regimes/builtin/r15.toml");
const R12: &str = include_str!("../../src/regimes/builtin/r12.toml");

/// The refusal of `text` with `old` replaced by `new`, and the line where `new` stands.
fn refused(text: &str, old: &str, new: &str) -> (String, usize) {
    assert!(text.contains(old), "nothing to spoil: `{old}`");
    let spoiled = text.replacen(old, new, 1);
    let line = spoiled[..spoiled.find(new).unwrap()].matches('\n').count() + 1;
    let sources = BTreeMap::from([("src/regimes/builtin/r.toml".to_owned(), spoiled)]);
    let problems = build::tables(&sources).err().unwrap_or_default();
    assert_eq!(problems.len(), 1, "{problems:?}");
    (problems[0].clone(), line)
}

#[test]
fn a_fault_is_refused_at_its_line() {
    for (text, old, new, words) in [
        (
            R15,
            "\"fixed_bill\"",
            "\"fixed_bil\"",
            "`fixed_bil`: one of these words is expected",
        ),
        (
            R15,
            "standard_of_living.d3",
            "standard_of_living.d4",
            "`standard_of_living.d4`: one of these words is expected",
        ),
        (R15, "rate = \"0.02\"", "rate = \"2 %\"", "write 62 % as `0.62`"),
        (
            R15,
            "checked = \"2026-11-23\"",
            "checked = \"2026-11-31\"",
            "`2026-11-31`: not a day that exists",
        ),
        (
            R15,
            "low = \"0.05\", central = \"0.20\"",
            "low = \"0.20\", central = \"0.05\"",
            "take-up rates must go",
        ),
        (R15, "share = \"1\"", "share = \"0.9\"", "sum to 0.9 instead of 1"),
        (
            R15,
            "date = \"2018\"",
            "date = \"March 2018\"",
            "not a year, a month or a day",
        ),
        (
            R12,
            "from = \"405\", below = \"809\"",
            "from = \"809\", below = \"405\"",
            "this band ends before it begins",
        ),
        (
            R12,
            "from = \"405\", below",
            "from = \"406\", below",
            "from 405.00 to 406.00 euros there is no band",
        ),
        (
            R12,
            "from = \"350.01\"",
            "from = \"350\"",
            "from 350.00 to 350.01 euros two bands overlap",
        ),
        (
            R12,
            "amount = \"809\", per = \"month\"",
            "amount = \"809\", per = \"year\"",
            "the limit is a year",
        ),
        (R12, "suffix = \"b\"", "suffixe = \"b\"", "a variant says its `suffix`"),
        (R12, "[[variant]]", "[variant]", "variants are a list"),
        (
            R12,
            "status = \"proposal\"",
            "status = \"proposal\"\nrank = 3",
            "rank: no field has this name here",
        ),
    ] {
        let (problem, line) = refused(text, old, new);
        assert!(problem.contains(words), "`{new}`: {problem}");
        let said: usize = problem.split(':').nth(1).unwrap().parse().unwrap();
        assert!(said.abs_diff(line) <= 1, "`{new}` stands at line {line}: {problem}");
    }
}

#[test]
fn a_missing_source_is_refused() {
    let first = R12.find("[[sources]]").unwrap();
    let last = R12.find("[[doubts]]").unwrap();
    let without = format!("sources = []\n{}{}", &R12[..first], &R12[last..]);
    let sources = BTreeMap::from([("src/regimes/builtin/r.toml".to_owned(), without)]);
    let problems = build::tables(&sources).err().unwrap_or_default();
    assert!(
        problems[0].starts_with("src/regimes/builtin/r.toml:1: R12 at `sources`: a source is missing"),
        "{problems:?}"
    );
}

#[test]
fn two_regimes_with_one_id_are_refused() {
    let sources = ["a", "b"].map(|name| (format!("src/regimes/builtin/{name}.toml"), R12.to_owned()));
    let problems = build::tables(&BTreeMap::from(sources)).err().unwrap_or_default();
    assert_eq!(
        problems,
        ["R12", "R12b"].map(|id| format!("src/regimes/builtin/b.toml:1: another regime is called `{id}`"))
    );
}

#[test]
fn all_faulty_files_are_named_at_once() {
    let sources = ["a", "b"].map(|name| (format!("src/regimes/builtin/{name}.toml"), "id = ".to_owned()));
    assert_eq!(
        build::tables(&BTreeMap::from(sources)).err().unwrap_or_default().len(),
        2
    );
}
