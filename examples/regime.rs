//! A rule of one's own: what its checker says of a mistake, then, corrected, its verdict on a person with 700 euros a month.
//!
//! `cargo run --example regime` prints
//! ```text
//! criteria.amount.limit: the limit is a year while the amount is a month
//! criteria.amount: one euro too much loses 180.00 euros a year
//! Eligible: You meet the conditions of “15 euros below 900 euros”: your resources counted for the RSA, the housing lump sum included (€778.20 a month) are not above the limit of €900.00 a month.
//! ```
#![allow(clippy::print_stdout, reason = "this is a program")]

use serde_json::{from_str, from_value, json};
use tarif_social::api::{CheckAnswer, CheckRequest, check};
use tarif_social::regimes::{Regime, check::check as lint};

const MINE: &str = r#"{
  "id": "MINE", "status": "proposal", "checked": "2026-11-24",
  "name": { "fr": "15 euros sous 900 euros", "en": "15 euros below 900 euros" },
  "description": { "fr": "Un accès à 15 euros sous 900 euros.", "en": "An access at 15 euros below 900 euros." },
  "criteria": { "amount": { "of": "rsa_resources", "is": "below",
    "limit": { "euros": { "amount": "900", "per": "year" } } } },
  "tariff": { "price_cap": { "price": { "ttc": "15", "per": "month" }, "ordinary": { "ttc": "30", "per": "month" } } },
  "payers": [{ "payer": "operator", "share": "1" }],
  "sources": [{ "title": "Proposition", "url": "https://example.org", "date": "2026-11", "confidence": "unverified" }],
  "granting": { "way": "request", "take_up": { "low": "0.1", "central": "0.2", "high": "0.3" },
    "source": { "title": "Supposé", "url": "https://example.org", "date": "2026-11", "confidence": "derived" } }
}"#;

fn main() -> Result<(), serde_json::Error> {
    let mistaken: Regime = from_str(MINE)?;
    for remark in lint(&mistaken) {
        println!("{}: {}", remark.path, remark.words().en);
    }
    let mine: Regime = from_str(&MINE.replace(
        r#""amount": "900", "per": "year""#,
        r#""amount": "900", "per": "month""#,
    ))?;
    let request: CheckRequest = from_value(json!({
        "schema_version": 1,
        "month": "2026-11",
        "language": "en",
        "regimes": [],
        "own_regimes": [mine],
        "household": {
            "territory": "metropolitan",
            "persons": [{ "role": "applicant", "age": 45, "incomes": { "complete": true, "net_wage": "700" } }],
            "benefits": { "complete": true },
            "housing": { "tenure": "lodged_free" },
        },
    }))?;
    match check(&request) {
        CheckAnswer::Success(assessed) => {
            for regime in &assessed.regimes {
                println!("{:?}: {}", regime.verdict, regime.reason);
            }
        }
        CheckAnswer::Failure { problems } => {
            for problem in problems {
                println!("{}: {}", problem.field, problem.message);
            }
        }
    }
    Ok(())
}
