//! What an answer must not say: a tariff that costs nothing, a benefit for a tariff nobody sells, a limit passed by nothing.

use serde_json::{Value, json};
use tarif_social::api::{CheckRequest, check};

/// A single tenant without income who answers everything; `changed` replaces fields of the household.
fn single(month: &str, regimes: &[&str], changed: &[(&str, Value)]) -> Value {
    let mut request = json!({
        "schema_version": 1,
        "month": month,
        "regimes": regimes,
        "household": {
            "territory": "metropolitan",
            "persons": [{
                "role": "applicant", "age": 40, "student": false, "on_leave": false, "pregnant": false, "residence_condition": true,
                "incomes": { "complete": true },
            }],
            "family": { "recent_isolation": false },
            "benefits": { "complete": true },
            "housing": { "tenure": "lodged_free", "fixed_line": true, "social_line": false },
            "quotient_familial_caf": "900",
            "internet": { "price": "40" },
            "spending": { "complete": true },
        },
    });
    for (pointer, value) in changed {
        *request["household"].pointer_mut(pointer).unwrap() = value.clone();
    }
    let request: CheckRequest = serde_json::from_value(request).unwrap();
    serde_json::to_value(check(&request)).unwrap()
}

fn regime<'a>(answer: &'a Value, id: &str) -> &'a Value {
    let regimes = answer["regimes"].as_array().unwrap();
    regimes.iter().find(|regime| regime["id"] == id).unwrap()
}

fn plain(text: &Value) -> String {
    text.as_str().unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn who_pays_nothing_yet_would_pay_the_price_of_the_tariff() {
    for (price, after, saving) in [("0", "23.00", "0.00"), ("23", "23.00", "0.00"), ("30", "23.00", "7.00")] {
        let answer = single("2014-11", &["R1"], &[("/internet/price", json!(price))]);
        let bill = &regime(&answer, "R1")["bill"];
        assert_eq!(
            (&bill["after"], &bill["saving"]),
            (&json!(after), &json!(saving)),
            "{price}"
        );
        assert_eq!(bill["cheaper_already"], price == "23");
    }
}

#[test]
fn a_benefit_is_claimed_for_the_tariff_that_asks_for_it_and_for_itself_otherwise() {
    let answer = single("2014-11", &["R1", "R3"], &[]);
    let claim = |id: &str| plain(&regime(&answer, id)["claim_first"][0]["sentence"]);
    assert_eq!(
        claim("R1"),
        "Demandez d'abord le RSA à la CAF ou à la MSA : d'après vos réponses vous y avez droit, et « Label de 2012, RSA socle » en demande \
         l'attestation."
    );
    // A proposal has no counter, and the label none any more.
    let alone = "Demandez d'abord le RSA à la CAF ou à la MSA : d'après vos réponses vous y avez droit.";
    assert_eq!(claim("R3"), alone);
    let today = single("2026-11", &["R1"], &[]);
    assert_eq!(plain(&regime(&today, "R1")["claim_first"][0]["sentence"]), alone);
}

#[test]
fn an_offer_is_not_said_to_be_sold_beyond_what_a_source_shows() {
    let in_force = |month: &str, id: &str| regime(&single(month, &[id], &[]), id)["in_force"].clone();
    for (month, id, expected) in [
        ("2012-06", "R2", "yes"),
        ("2023-12", "R2", "yes"),
        ("2024-01", "R2", "unknown"),
        ("2019-08", "R11b", "no"),
        ("2020-03", "R11b", "yes"),
        ("2020-03", "R11", "no"),
        ("2025-01", "R11b", "no"),
        ("2026-11", "R11", "yes"),
    ] {
        assert_eq!(in_force(month, id), expected, "{id} in {month}");
    }
    let modest = [("/quotient_familial_caf", json!("650"))];
    let bill = |month, id| regime(&single(month, &[id], &modest), id)["bill"]["after"].clone();
    assert_eq!(
        (bill("2020-03", "R11b"), bill("2026-11", "R11")),
        (json!("19.99"), json!("15.99"))
    );
}

#[test]
fn a_limit_that_is_reached_is_not_passed() {
    let at = single("2026-11", &["R11"], &[("/quotient_familial_caf", json!("700"))]);
    let reason = plain(&regime(&at, "R11")["reason"]);
    assert!(
        reason.ends_with("(700,00 € par mois) atteint la limite de 700,00 € par mois."),
        "{reason}"
    );
    // 12 % of 509.30 for who is lodged free: 448.18 more are the whole guaranteed amount.
    let wage = json!({ "complete": true, "net_wage": "448.18" });
    let at = single("2014-11", &["R1"], &[("/persons/0/incomes", wage)]);
    let reason = plain(&regime(&at, "R1")["reason"]);
    assert!(
        reason.ends_with("(509,30 € par mois) atteignent le montant forfaitaire du RSA."),
        "{reason}"
    );
}

#[test]
fn nobody_is_told_to_pay_more_to_be_helped() {
    let answer = single("2026-11", &["R15"], &[("/internet/price", json!("0"))]);
    let refused = regime(&answer, "R15");
    assert_eq!(
        (&refused["verdict"], &refused["changes"]),
        (&json!("not_eligible"), &json!([]))
    );
}

/// CASF R262-13: we leave an interrupted income out in the month after it stopped alone, and say so in the others.
#[test]
fn an_income_that_stopped_earlier_is_counted_and_said_to_be_open_to_doubt() {
    let wage = |until: &str| json!({ "complete": true, "net_wage": { "amount": "1200", "until": until } });
    let of = |until: &str| {
        let answer = single("2026-11", &["R1"], &[("/persons/0/incomes", wage(until))]);
        let changes = regime(&answer, "R1")["changes"].as_array().unwrap();
        let doubted = changes.iter().any(|change| plain(change).contains("CASF R262-13"));
        (answer["rsa"]["lines"][0]["treatment"].clone(), doubted)
    };
    assert_eq!(of("2026-10"), (json!("stopped"), false));
    assert_eq!(of("2026-09"), (json!("stopped_before"), true));
    assert_eq!(of("2026-11"), (json!("earnings"), false));
}

/// A child by turns who is not counted changes nothing: whether there is one that is counted must be known before halving.
#[test]
fn an_amount_that_may_be_whole_is_not_halved_for_sure() {
    let child = |age: i64, by_turns: Value, alimony: &str| {
        json!({ "role": "child", "age": age, "shared_custody": by_turns,
            "incomes": { "complete": true, "alimony_received": alimony } })
    };
    let guaranteed = |by_turns: Value| {
        let applicant = json!({
            "role": "applicant", "age": 30, "student": false, "on_leave": false, "pregnant": false, "residence_condition": true,
            "incomes": { "complete": true },
        });
        // The infant has resources above 40 % of the base amount, and opens the increase all the same.
        let persons = json!([applicant, child(5, by_turns, "0"), child(1, json!(true), "600")]);
        single("2025-04", &["R1"], &[("/persons", persons)])["rsa"]["guaranteed"].clone()
    };
    let (half, whole) = (guaranteed(json!(true)), guaranteed(json!(false)));
    assert_eq!((&half, &whole), (&json!("876.74"), &json!("1106.95")));
    assert_eq!(guaranteed(Value::Null), json!({ "from": half, "to": whole }));
}

/// A pointer says in words what a regime says in figures: the same price, in the months in which it is or may be on sale.
#[test]
fn a_pointer_gives_the_price_of_its_regime() {
    use super::api::ask;
    use std::collections::BTreeSet;
    use tarif_social::explain::{Language, money};
    use tarif_social::regimes::{Tariff, by_id};
    use tarif_social::units::Month;

    let words = tarif_social::api::catalogue(Language::French);
    let mut shown = BTreeSet::new();
    let (first, last) = (Month::new(2009, 6), Month::new(2026, 12));
    for month in (0..=last.since(first)).map(|offset| first.plus(offset)) {
        let request = json!({
            "schema_version": 1, "month": month.to_string(), "regimes": ["R1"],
            "household": {"territory": "metropolitan", "persons": [{"role": "applicant"}]},
        });
        for id in ask(request)["pointers"].as_array().unwrap() {
            let id = id.as_str().unwrap().to_owned();
            let pointer = words.pointers.iter().find(|pointer| pointer.id == id).unwrap();
            if let Some(regime) = pointer.regime.as_deref().filter(|_| id.starts_with("operator_offer")) {
                let from = by_id(regime).unwrap().in_force.from.unwrap().month();
                assert!(month >= from, "{id} in {month}, before {regime}");
            }
            shown.insert(id);
        }
    }
    let all: BTreeSet<String> = words.pointers.iter().map(|pointer| pointer.id.to_string()).collect();
    assert_eq!(shown, all, "pointers with words and no month, or the reverse");
    let mut looked = 0;
    for pointer in &words.pointers {
        let Some(regime) = pointer.regime.as_deref().and_then(by_id) else {
            continue;
        };
        let Tariff::PriceCap(offer) = &regime.tariff else {
            continue;
        };
        let price = money(offer.price.ttc, Language::French)
            .to_string()
            .replace('\u{a0}', " ");
        assert!(
            pointer.text.replace('\u{a0}', " ").contains(&price),
            "{}: {price}",
            pointer.id
        );
        looked += 1;
    }
    assert!(looked >= 2, "{looked}");
}
