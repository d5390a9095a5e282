//! Regimes as data, and what the checker says of them.

use serde_json::{Value, json};
use tarif_social::regimes::check::{Oddity, check};
use tarif_social::regimes::{self, Criterion, Fact, Limit, Parameter, Regime, Right, Status, Tariff};
use tarif_social::units::{Cents, Rate};

fn builtin(id: &str) -> Value {
    serde_json::to_value(regimes::by_id(id).unwrap()).unwrap()
}

fn read(regime: &Value) -> Regime {
    serde_json::from_value(regime.clone()).unwrap()
}

/// What is odd in `R20` once its field at `pointer` is `value`; R20 alone has nothing odd.
fn odd(pointer: &str, value: Value) -> Vec<(String, Oddity)> {
    let mut regime = builtin("R20");
    *regime.pointer_mut(pointer).unwrap() = value;
    check(&read(&regime))
        .into_iter()
        .map(|remark| (remark.path, remark.oddity))
        .collect()
}

fn one(pointer: &str, value: Value) -> (String, Oddity) {
    let mut found = odd(pointer, value);
    found.retain(|(_, oddity)| !matches!(oddity, Oddity::Cliff { .. }));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn amount(of: &str, is: &str, euros: &str) -> Value {
    json!({ "amount": { "of": of, "is": is, "limit": { "euros": { "amount": euros, "per": "month" } } } })
}

#[test]
fn every_candidate_is_there_with_its_sources_and_a_return_path() {
    for number in 1..=21 {
        let regime = regimes::by_id(&format!("R{number}")).unwrap_or_else(|| panic!("no R{number}"));
        assert_eq!(regime.variant_of, None);
        assert!(!regime.sources.is_empty());
    }
    for regime in regimes::builtin() {
        if let Some(parent) = &regime.variant_of {
            assert!(
                regime.id.starts_with(parent.as_ref()) && regimes::by_id(parent).is_some(),
                "{}",
                regime.id
            );
        }
        let json = serde_json::to_string(regime).unwrap();
        assert_eq!(serde_json::from_str::<Regime>(&json).unwrap(), *regime, "{}", regime.id);
    }
    let variants = regimes::builtin()
        .iter()
        .filter(|regime| regime.variant_of.is_some())
        .count();
    assert_eq!(variants, 15);
}

#[test]
fn the_doubts_that_matter_are_said() {
    let doubts = |id: &str| {
        regimes::by_id(id)
            .unwrap()
            .doubts
            .iter()
            .map(|doubt| doubt.fr.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(doubts("R5").contains("Aucune décision obligeant un opérateur"));
    assert!(doubts("R5").contains("lequel des deux plafonds"));
    assert!(doubts("R11").contains("700 euros"));
    assert!(doubts("R2").contains("ASPA"));
    assert_eq!(regimes::by_id("R5").unwrap().status, Status::StatutoryList);
    assert_eq!(
        regimes::by_id("R1").unwrap().criteria,
        Criterion::Right(Right::RsaSocle)
    );
    assert!(matches!(
        regimes::by_id("R21").unwrap().criteria,
        Criterion::NotComputable(_)
    ));
}

#[test]
fn a_statutory_list_has_two_readings_of_its_ceiling() {
    let ceiling = |id: &str| match &regimes::by_id(id).unwrap().criteria {
        Criterion::Any(list) => match list.first() {
            Some(Criterion::Amount(comparison)) => match comparison.limit {
                Limit::Parameter(multiple) => Some((multiple.name, multiple.times)),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    assert_eq!(ceiling("R5"), Some((Parameter::C2sPlafond, Rate::ONE)));
    assert_eq!(ceiling("R5b"), Some((Parameter::C2sPlafondParticipation, Rate::ONE)));
}

#[test]
fn a_phone_line_is_needed_for_the_phone_reduction() {
    let Criterion::All(list) = &regimes::by_id("R2").unwrap().criteria else {
        panic!("R2 is not a conjunction")
    };
    assert!(list.contains(&Criterion::Fact(Fact::FixedPhoneLine)));
    assert!(matches!(regimes::by_id("R2").unwrap().tariff, Tariff::PriceCap(_)));
}

/// The size of each cliff, in euros a year: every other remark on a built-in regime is a mistake.
#[test]
fn built_in_regimes_have_no_oddity_but_these_cliffs() {
    let mut found = Vec::new();
    for regime in regimes::builtin() {
        let mut sizes = Vec::new();
        for remark in check(regime) {
            let Oddity::Cliff { per_year, .. } = remark.oddity else {
                panic!("{} at {}: {:?}", regime.id, remark.path, remark.oddity)
            };
            sizes.push(per_year.to_string());
        }
        found.push(format!("{} {}", regime.id, sizes.join(" ")).trim().to_owned());
    }
    let declared = "R1 70.80|R2 137.64|R2b|R2c 60.36|R3 70.80|R3b 70.80 70.80 70.80|R3c 326.52|R4 178.92|R5|R5b|\
        R6 187.08|R7 112.25|R8 97.50 97.50|R9 75.00 76.00 50.00 76.00|R10 100.00 100.00|R11 326.52|R11b 278.52|R12 93.54 187.08|\
        R12b 261.91 112.25|R13 398.40 398.40|R13b 338.40 338.40|R14 398.40|R15 518.40|R15b 518.40|R15c 518.40|\
        R15d 737.28|R16 518.40|R16b 518.40|R16c 518.40|R17 444.60 444.60|R18 290.40|R18b 257.28|R19 111.00 111.00|\
        R19b 360.00 360.00|R20|R21";
    assert_eq!(found.join("|"), declared);
}

#[test]
fn a_condition_that_can_never_hold() {
    let never = |criteria: Value, path: &str| {
        assert_eq!(one("/criteria", criteria), (path.to_owned(), Oddity::NeverHolds));
    };
    never(json!({ "any": [] }), "criteria.any");
    never(json!({ "receives": [] }), "criteria");
    never(amount("fixed_bill", "below", "0"), "criteria");
    never(json!({ "adult": { "age_at_least": 65, "age_below": 25 } }), "criteria");
    let bill = |is: &str, euros: &str| amount("fixed_bill", is, euros);
    never(
        json!({ "all": [bill("above", "30"), bill("at_most", "30")] }),
        "criteria.all",
    );
    never(
        json!({ "all": [bill("at_least", "40"), { "all": [bill("below", "40")] }] }),
        "criteria.all",
    );
    never(
        json!({ "all": [{ "right": "rsa" }, { "not": [{ "right": "rsa" }] }] }),
        "criteria.all",
    );
    let ceiling = |is: &str, times: &str| {
        json!({ "amount": { "of": "resources_12_months", "is": is,
            "limit": { "parameter": { "name": "c2s.plafond", "times": times } } } })
    };
    never(
        json!({ "all": [ceiling("at_most", "1"), ceiling("above", "1.35")] }),
        "criteria.all",
    );
    // touching limits, and amounts that may be negative, leave somebody
    assert_eq!(
        odd(
            "/criteria",
            json!({ "all": [bill("at_least", "30"), bill("at_most", "30")] })
        )
        .len(),
        2
    );
    assert!(
        odd("/criteria", amount("money_left", "below", "0"))
            .iter()
            .all(|(path, _)| path == "criteria.amount")
    );
}

#[test]
fn a_condition_that_always_holds() {
    let always = |criteria: Value, path: &str| {
        assert_eq!(one("/criteria", criteria), (path.to_owned(), Oddity::AlwaysHolds));
    };
    always(json!({ "all": [] }), "criteria.all");
    always(amount("fixed_bill", "at_least", "0"), "criteria");
    always(json!({ "any": [{ "right": "rsa" }, "always"] }), "criteria.any.1");
    always(json!({ "adult": {} }), "criteria");
    always(
        json!({ "territory": ["metropolitan", "overseas", "mayotte"] }),
        "criteria",
    );
    let bill = |is: &str, euros: &str| amount("fixed_bill", is, euros);
    always(
        json!({ "any": [bill("above", "20"), bill("at_most", "30")] }),
        "criteria.any",
    );
    always(
        json!({ "any": [{ "right": "rsa" }, { "not": [{ "right": "rsa" }] }] }),
        "criteria.any",
    );
    assert!(odd("/criteria", json!("always")).is_empty());
    // none of the two, or the first: nobody with the second alone
    let two = json!([{ "right": "rsa" }, { "receives": ["aah"] }]);
    assert!(
        odd("/criteria", json!({ "any": [{ "right": "rsa" }, { "not": two }] }))
            .iter()
            .all(|(path, _)| path.ends_with("right"))
    );
}

#[test]
fn limits_that_do_not_compare() {
    let monthly_on_yearly = amount("rfr", "at_most", "900");
    assert!(
        matches!(one("/criteria", monthly_on_yearly), (path, Oddity::PeriodMismatch { .. }) if path == "criteria.amount.limit")
    );
    let household_by_unit = json!({ "amount": { "of": "standard_of_living", "is": "below",
        "limit": { "parameter": { "name": "rsa.montant_forfaitaire" } } } });
    assert_eq!(one("/criteria", household_by_unit).1, Oddity::BasisMismatch);
}

fn bands(limits: &[(&str, &str)]) -> Value {
    let bands: Vec<Value> = limits
        .iter()
        .map(|(from, below)| json!({ "from": from, "below": below, "off": { "euros": "5" } }))
        .collect();
    json!({ "bands": { "by": "quotient_familial_caf", "bands": bands,
        "reference": { "ttc": "31.18", "per": "month" } } })
}

#[test]
fn bands_with_a_hole_an_overlap_or_no_end() {
    let place = |index: usize| format!("tariff.bands.bands.{index}");
    let gap = |from, to| Oddity::BandGap {
        from: Cents::new(from),
        to: Cents::new(to),
    };
    assert_eq!(
        one("/tariff", bands(&[("0", "400"), ("450", "800")])),
        (place(1), gap(40_000, 45_000))
    );
    let overlap = Oddity::BandOverlap {
        from: Cents::new(40_000),
        to: Cents::new(45_000),
    };
    assert_eq!(one("/tariff", bands(&[("0", "450"), ("400", "800")])).0, place(1));
    assert_eq!(one("/tariff", bands(&[("0", "450"), ("400", "800")])).1, overlap);
    assert_eq!(
        one("/tariff", bands(&[("0", "400"), ("400", "400")])),
        (place(1), Oddity::BandEmpty)
    );
    assert_eq!(
        one("/tariff", bands(&[])),
        ("tariff.bands.bands".to_owned(), Oddity::NeverHolds)
    );

    let mut regime = builtin("R20");
    regime["criteria"] = amount("quotient_familial_caf", "at_most", "900");
    regime["tariff"] = bands(&[("0", "800")]);
    assert!(
        check(&read(&regime))
            .iter()
            .any(|remark| remark.oddity == gap(80_000, 90_001))
    );
    regime["tariff"] = bands(&[("0", "900.01"), ("900.01", "1000")]);
    let remarks = check(&read(&regime));
    assert!(
        remarks
            .iter()
            .any(|remark| remark.oddity == Oddity::BandNotReached && remark.path == place(1))
    );
}

#[test]
fn prices_and_shares_that_make_no_sense() {
    let cap = "/tariff/price_cap/price/ttc";
    assert_eq!(
        one(cap, json!("43.20")),
        ("tariff.price_cap.price".to_owned(), Oddity::NoSaving)
    );
    assert_eq!(one(cap, json!("-1")).1, Oddity::Negative);
    let share =
        |rate: &str| json!({ "reduction_share": { "rate": rate, "reference": { "ttc": "30", "per": "month" } } });
    assert_eq!(one("/tariff", share("1.5")).1, Oddity::MoreThanAll);
    assert_eq!(one("/tariff", share("-0.5")).1, Oddity::Negative);
    assert_eq!(
        one("/tariff", json!({ "reduction": { "ttc": "0", "per": "month" } })).1,
        Oddity::NoSaving
    );
    assert_eq!(
        one("/payers/0/share", json!("0.9")).1,
        Oddity::PayerShares {
            sum: Rate::new(900_000)
        }
    );
    assert_eq!(one("/payers", json!([])).1, Oddity::PayerShares { sum: Rate::new(0) });
    let half = json!({ "payer": "state", "share": "0.5" });
    assert_eq!(
        one("/payers", json!([half, half])),
        ("payers".to_owned(), Oddity::PayerTwice)
    );
}

#[test]
fn records_that_are_not_complete() {
    assert_eq!(
        one("/sources", json!([])),
        ("sources".to_owned(), Oddity::MissingSource)
    );
    assert_eq!(
        one("/sources/1/url", json!(" ")),
        ("sources.1".to_owned(), Oddity::MissingSource)
    );
    assert_eq!(
        one("/sources/0/url", json!("javascript:alert(1)")),
        ("sources.0.url".to_owned(), Oddity::SourceAddress)
    );
    assert_eq!(
        one("/granting/source/title", json!("")),
        ("granting.source".to_owned(), Oddity::MissingSource)
    );
    assert_eq!(
        one("/sources/0/date", json!("soon")),
        ("sources.0.date".to_owned(), Oddity::SourceDate)
    );
    assert_eq!(
        one("/description/en", json!("")),
        ("description".to_owned(), Oddity::MissingWords)
    );
    assert_eq!(one("/granting/take_up/low", json!("0.9")).1, Oddity::TakeUpOrder);
    assert_eq!(one("/granting/take_up/high", json!("1.1")).1, Oddity::TakeUpOrder);
    let backwards = json!({ "from": "2014-01-01", "until": "2012-01-01" });
    assert_eq!(one("/in_force", backwards), ("in_force".to_owned(), Oddity::DateOrder));
    // An id stands in tables that spreadsheets read, and in addresses.
    for id in ["=1+1", "a;b", "", "9lives", "é"] {
        assert_eq!(one("/id", json!(id)), ("id".to_owned(), Oddity::BadId), "{id}");
    }
}

#[test]
fn a_cliff_is_sized() {
    let poor = json!({ "amount": { "of": "standard_of_living", "is": "below",
        "limit": { "parameter": { "name": "poverty_line" } } } });
    let cliff = Oddity::Cliff {
        per_year: Cents::new(12 * (4320 - 2000)),
        up_to: false,
    };
    assert_eq!(odd("/criteria", poor), [("criteria.amount".to_owned(), cliff)]);
}

#[test]
fn every_oddity_has_words_in_both_languages() {
    let mut regime = builtin("R12");
    regime["granting"]["take_up"]["low"] = json!("0.99");
    regime["payers"] = json!([]);
    regime["tariff"] = bands(&[("0", "450"), ("400", "500"), ("600", "809")]);
    let remarks = check(&read(&regime));
    assert!(remarks.len() >= 5);
    for remark in remarks {
        let words = remark.words();
        assert!(!words.fr.is_empty() && !words.en.is_empty() && words.fr != words.en);
        assert!(words.fr.chars().next().is_some_and(char::is_lowercase) && !words.en.ends_with('.'));
    }
}

#[test]
fn a_regime_from_outside_is_refused_when_it_says_more_than_we_know() {
    let mut regime = builtin("R1");
    regime["colour"] = json!("red");
    assert!(serde_json::from_value::<Regime>(regime).is_err());
    let mut regime = builtin("R1");
    regime["criteria"] = json!({ "right": "rmi" });
    let error = serde_json::from_value::<Regime>(regime).unwrap_err().to_string();
    assert!(
        error.contains("criteria.right: `rmi`: one of these words is expected: rsa, rsa_socle"),
        "{error}"
    );
}
