//! Published amounts and worked examples: tests/cases/rsa.toml.

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

fn cases() -> Vec<Published> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/rsa.toml");
    let file: File = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.case
}

fn check(implementation: &dyn Rsa) {
    for Published {
        name,
        source,
        period,
        inputs,
        expect,
    } in cases()
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
    check(&Model::LAW);
}

#[test]
fn the_engine_gives_the_published_amounts() {
    check(&Engine);
}
