//! Published amounts, worked examples and both sides of each threshold: tests/cases/rsa.toml, rsa_thresholds.toml.

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::engine::Engine;
use crate::naive::case::Inputs;
use crate::naive::{Case, Model, Rsa, exact};

#[derive(Deserialize)]
struct File {
    case: Vec<Published>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    name: String,
    source: String,
    period: String,
    inputs: Inputs,
    expect: BTreeMap<String, String>,
}

fn cases(name: &str) -> Vec<Published> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let file: File = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.case
}

fn check(implementation: &dyn Rsa, cases: &str) {
    for Published {
        name,
        source,
        period,
        inputs,
        expect,
    } in self::cases(cases)
    {
        let case = Case::of(&period, inputs);
        let answer: BTreeMap<String, Decimal> = implementation.rsa(&case).fields().into_iter().collect();
        assert!(!expect.is_empty(), "{name}: nothing expected");
        for (field, amount) in expect {
            let found = answer
                .get(&field)
                .unwrap_or_else(|| panic!("{name}: no field `{field}`"));
            assert_eq!(*found, exact(&amount), "{name}: {field} ({source})");
        }
    }
}

#[test]
fn the_naive_implementation_gives_the_published_amounts() {
    check(&Model::LAW, "rsa.toml");
}

#[test]
fn the_engine_gives_the_published_amounts() {
    check(&Engine, "rsa.toml");
}

#[test]
fn the_naive_implementation_stands_on_the_right_side_of_each_threshold() {
    check(&Model::LAW, "rsa_thresholds.toml");
}

#[test]
fn the_engine_stands_on_the_right_side_of_each_threshold() {
    check(&Engine, "rsa_thresholds.toml");
}
