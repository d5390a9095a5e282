//! What is received without its amount, what nobody is asked, and what is said to whom: as somebody at a counter would check.

use serde_json::{Value, json};

use super::api::regime;
use super::api_law;

/// A tenant alone who tells all of her incomes.
fn alone(month: &str, regimes: &[&str], mut incomes: Value, household: Value) -> Value {
    incomes["complete"] = json!(true);
    api_law::alone(month, regimes, incomes, household)
}

/// The temporary waiting allowance is paid and counted as unemployment benefit; the others are income all the same.
#[test]
fn a_benefit_without_its_amount_is_not_nothing() {
    let ata = alone(
        "2013-06",
        &["R1"],
        json!({"net_wage": "300"}),
        json!({"benefits": {"ata": true, "complete": true}}),
    );
    assert_eq!(regime(&ata, "R1")["verdict"], "unknown");
    assert_eq!(ata["next_question"]["question"], "income.unemployment");
    let benefits = |name: &str| json!({ name: true, "complete": true });
    for name in ["ada", "pacea", "war_invalid", "aeeh"] {
        let household = json!({"benefits": benefits(name)});
        let open = alone("2026-07", &["R14"], json!({"net_wage": "900"}), household);
        assert_eq!(regime(&open, "R14")["verdict"], "unknown", "{name}");
        let told = json!({"benefits": benefits(name), "disposable_income": "1100"});
        let told = alone("2026-07", &["R14"], json!({"net_wage": "900"}), told);
        assert_eq!(regime(&told, "R14")["verdict"], "eligible", "{name}");
    }
    let none = alone("2026-07", &["R14"], json!({"net_wage": "900"}), json!({}));
    assert_eq!(regime(&none, "R14")["verdict"], "eligible");
}

#[test]
fn who_is_paid_rsa_beyond_the_amounts_is_not_told_that_she_is_entitled() {
    let household = json!({"benefits": {"rsa": true, "complete": true}});
    let answer = alone("2026-07", &["R1"], json!({"net_wage": "1200"}), household);
    let reason = regime(&answer, "R1")["reason"].as_str().unwrap();
    assert!(
        reason.contains("vous recevez le RSA") && !reason.contains("droit au RSA"),
        "{reason}"
    );
}

/// The saving on all telecoms is that of the budget: 40 of the 80 euros, not only of the 20 of internet.
#[test]
fn a_tariff_on_all_telecoms_is_taken_off_all_of_them() {
    let household = json!({
        "internet": {"price": "20"}, "disposable_income": "700",
        "spending": {"complete": true, "lines": [{"post": "mobile", "amount": "60"}, {"post": "rent", "amount": "300"}]},
    });
    let answer = alone("2026-07", &["R18b"], json!({"aah": "700"}), household);
    assert_eq!(regime(&answer, "R18b")["bill"]["saving"], "40.00");
    let gain = &answer["spending"]["gains"][0];
    assert_eq!((&gain["month"], &gain["year"]), (&json!("40.00"), &json!("480.00")));
    let left = |of: &Value| of["left"]["month"].clone();
    let definition = &answer["spending"]["definitions"][1];
    assert_eq!(
        (left(definition), left(&definition["with"][0])),
        (json!("320.00"), json!("360.00"))
    );
}

/// CCH L822-2: without rent nor loan there is no housing benefit to ask about.
#[test]
fn who_pays_nothing_for_a_home_is_not_asked_for_a_housing_benefit() {
    for (tenure, verdict) in [
        ("homeless", "eligible"),
        ("lodged_free", "not_eligible"),
        ("tenant", "unknown"),
    ] {
        let household = json!({"housing": {"tenure": tenure, "social_line": false}});
        let answer = alone("2026-07", &["R3"], json!({"net_wage": "600"}), household);
        assert_eq!(regime(&answer, "R3")["verdict"], verdict, "{tenure}");
    }
}

#[test]
fn nobody_is_asked_what_a_young_child_earns() {
    let with_child = |age: i64| {
        let adult = json!({"role": "applicant", "age": 40, "student": false, "on_leave": false, "residence_condition": true,
            "pregnant": false, "incomes": {"net_wage": "900", "complete": true}});
        let persons = json!([adult, {"role": "child", "age": age, "shared_custody": false}]);
        alone("2026-07", &["R3"], json!({}), json!({"persons": persons}))["next_question"].clone()
    };
    assert_ne!(with_child(1)["question"], "income.net_wage");
    assert_eq!(with_child(17)["question"], "income.net_wage");
}

#[test]
fn the_price_of_internet_may_stand_among_the_spending_once() {
    let spending = json!({"complete": true, "lines": [{"post": "fixed_internet", "amount": "45"}]});
    let answer = alone("2026-07", &["R20"], json!({}), json!({"spending": spending}));
    assert_eq!(regime(&answer, "R20")["bill"]["before"], "45.00");
    let twice = alone(
        "2026-07",
        &["R20"],
        json!({}),
        json!({"spending": spending, "internet": {"price": "30"}}),
    );
    assert_eq!(twice["problems"][0]["code"], "price_given_twice");
}

/// CASF L262-10: the minimum pension comes before the RSA for who is old enough.
#[test]
fn the_old_are_sent_to_the_minimum_pension_first() {
    let claim = |month: &str, age: i64| {
        let person = json!([{"role": "applicant", "age": age, "student": false, "on_leave": false,
            "residence_condition": true, "pregnant": false, "incomes": {"complete": true}}]);
        let answer = alone(month, &["R1"], json!({}), json!({"persons": person}));
        regime(&answer, "R1")["claim_first"][0]["sentence"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    for (month, age, words) in [
        ("2026-07", 70, "demandez d'abord l'ASPA"),
        ("2026-07", 66, "demandez aussi l'ASPA"),
        ("2012-06", 66, "demandez d'abord l'ASPA"), // born before July 1951: the full pension is at 65
    ] {
        assert!(claim(month, age).contains(words), "{}", claim(month, age));
    }
    assert!(!claim("2026-07", 64).contains("ASPA"));
}

/// CASF L262-4 2° b, CSS D512-1: who asks for asylum and receives the ADA has none of the documents that open the RSA of a lone parent.
#[test]
fn the_stay_of_an_asylum_seeker_does_not_open_the_rsa() {
    let verdict = |ada: bool| {
        let persons = json!([
            {"role": "applicant", "age": 28, "student": false, "on_leave": false, "residence_condition": false,
             "regular_stay": true, "pregnant": false, "incomes": {"complete": true}},
            {"role": "child", "age": 2, "shared_custody": false, "incomes": {"complete": true}}]);
        let benefits = json!({"ada": ada, "complete": true});
        let answer = alone(
            "2026-07",
            &["R3"],
            json!({}),
            json!({"persons": persons, "benefits": benefits}),
        );
        regime(&answer, "R3")["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict(true), "not_eligible");
    assert_eq!(verdict(false), "eligible");
}

/// Nobody is told to receive what does not exist there and then, nor to move.
#[test]
fn changes_name_what_one_can_receive() {
    let said = |month: &str, id: &str, household: Value| {
        let answer = alone(month, &[id], json!({"net_wage": "1900"}), household);
        regime(&answer, id)["changes"].to_string()
    };
    let today = said("2026-07", "R5", json!({}));
    assert!(
        today.contains("ADA") && !today.contains("l'ATA") && !today.contains("RSO"),
        "{today}"
    );
    let before = said("2010-07", "R5", json!({}));
    assert!(
        before.contains("l'ATA") && !before.contains("ADA") && !before.contains("PACEA"),
        "{before}"
    );
    // A student without much: of R3b only the right itself is missing, which began in 2016.
    let student = |month: &str| {
        let persons = json!([{"role": "applicant", "age": 45, "student": true, "on_leave": false, "residence_condition": true,
            "pregnant": false, "incomes": {"net_wage": "500", "complete": true}}]);
        said(month, "R3b", json!({"persons": persons}))
    };
    let prime = "droit à la prime d'activité";
    assert!(student("2026-07").contains(prime), "{}", student("2026-07"));
    assert!(!student("2012-06").contains(prime), "{}", student("2012-06"));
    let moved = said("2014-11", "R8", json!({"tax": {"rfr": "2300", "parts": "1"}}));
    assert!(!moved.contains("outre-mer"), "{moved}");
}

/// In Mayotte a child of 20 with so much is none: without a place, it may not count.
#[test]
fn without_a_place_the_dependants_are_those_of_every_place() {
    let persons = json!([
        {"role": "applicant", "age": 45, "student": false, "on_leave": false, "residence_condition": true, "pregnant": false,
         "incomes": {"complete": true}},
        {"role": "child", "age": 20, "shared_custody": false, "incomes": {"pension": "200", "complete": true}}]);
    let dependants = |territory: Value| {
        let household = json!({"persons": persons, "territory": territory});
        alone("2026-07", &["R3"], json!({}), household)["rsa"]["dependants"].clone()
    };
    assert_eq!(dependants(json!("metropolitan")), json!({"from": 1, "to": 1}));
    assert_eq!(dependants(json!("mayotte")), json!({"from": 0, "to": 0}));
    assert_eq!(dependants(Value::Null), json!({"from": 0, "to": 1}));
}
