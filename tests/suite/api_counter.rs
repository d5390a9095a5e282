//! What somebody at a counter checks first: an RSA that is paid, an amount that is missing, the condition that fails, what
//! would have to change.

use serde_json::{Value, json};

use super::api::{ask, regime};

/// One adult who answers everything, a tenant without aid; `changed` replaces fields of the household.
fn counter(month: &str, regimes: &[&str], changed: &[(&str, Value)]) -> Value {
    let mut request = json!({
        "schema_version": 1, "month": month, "regimes": regimes,
        "household": {
            "territory": "metropolitan",
            "persons": [{
                "role": "applicant", "age": 40, "student": false, "on_leave": false, "residence_condition": true,
                "regular_stay": true, "pregnant": false, "young_worker_hours": false, "apprentice": false, "jobseeker": false,
                "incomes": {"complete": true},
            }],
            "family": {"recent_isolation": false},
            "benefits": {"complete": true},
            "housing": {"tenure": "tenant", "housing_benefit": "0", "fixed_line": true, "social_line": false},
            "spending": {"complete": true},
        },
    });
    for (pointer, value) in changed {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        request["household"].pointer_mut(parent).unwrap()[name] = value.clone();
    }
    ask(request)
}

fn verdict<'a>(answer: &'a Value, id: &str) -> &'a str {
    regime(answer, id)["verdict"].as_str().unwrap()
}

fn said(answer: &Value, id: &str, what: &str) -> String {
    regime(answer, id)[what]
        .to_string()
        .replace(['\u{a0}', '\u{202f}'], " ")
}

/// Before 2016 an RSA paid to who earns nothing can only be the socle; who earns has the part that the amounts say.
#[test]
fn an_rsa_that_is_paid_without_earnings_is_the_socle() {
    let paid = ("/benefits/rsa", json!(true));
    let with = |kind: &str, amount: &str| {
        let income = format!("/persons/0/incomes/{kind}");
        counter("2014-11", &["R1", "R3"], &[paid.clone(), (&income, json!(amount))])
    };
    let unemployed = with("unemployment", "600");
    assert_eq!(
        [verdict(&unemployed, "R1"), verdict(&unemployed, "R3")],
        ["eligible"; 2]
    );
    assert!(said(&unemployed, "R1", "reason").contains("vous recevez le RSA"));
    let worker = with("net_wage", "1000");
    assert_eq!(
        [verdict(&worker, "R1"), verdict(&worker, "R3")],
        ["not_eligible", "eligible"]
    );
}

/// Money that a benefit brings is not nothing, and nothing said among incomes counted alike does not make it so.
#[test]
fn a_benefit_paid_among_other_incomes_leaves_them_open() {
    for (benefit, kind) in [
        ("ada", "unemployment"),
        ("war_invalid", "invalidity_pension"),
        ("pacea", "training_pay"),
        ("assurance_veuvage", "pension"),
    ] {
        let (received, income) = (format!("/benefits/{benefit}"), format!("/persons/0/incomes/{kind}"));
        let with = |amount: &str| {
            let changed = [(received.as_str(), json!(true)), (&income, json!(amount))];
            counter("2018-05", &["R1"], &changed)
        };
        let without = counter("2018-05", &["R1"], &[(received.as_str(), json!(true))]);
        assert_eq!(verdict(&without, "R1"), "unknown", "{benefit}");
        assert_eq!(verdict(&with("0"), "R1"), "unknown", "{benefit}");
        assert_eq!(verdict(&with("120"), "R1"), "eligible", "{benefit}");
    }
}

/// CASF L522-14: the RSO is had instead of the RSA, which its recipients are not sent to claim.
#[test]
fn the_rso_replaces_the_rsa() {
    let overseas = |rso: bool, age: u8| {
        let changed = [
            ("/territory", json!("overseas")),
            ("/benefits/rso", json!(rso)),
            ("/persons/0/age", json!(age)),
            ("/persons/0/incomes/pension", json!("100")),
        ];
        counter("2026-05", &["R1"], &changed)
    };
    let with = overseas(true, 58);
    assert_eq!(verdict(&with, "R1"), "not_eligible");
    assert!(said(&with, "R1", "reason").contains("le RSO remplace le RSA"));
    assert_eq!(verdict(&overseas(false, 58), "R1"), "eligible");
}

/// The condition of the RSA that fails is named, and nobody is told to have the right that she lacks.
#[test]
fn a_condition_that_fails_is_named() {
    let cases = [
        (
            "age",
            json!(22),
            "avant 25 ans sans enfant né ou à naître, ni deux ans de travail",
        ),
        (
            "residence_condition",
            json!(false),
            "la nationalité ou le titre de séjour n'ouvre pas le RSA",
        ),
        ("student", json!(true), "les études n'ouvrent pas le RSA"),
        ("on_leave", json!(true), "un congé n'ouvre pas le RSA"),
    ];
    for (field, value, words) in cases {
        let field = format!("/persons/0/{field}");
        let answer = counter("2026-11", &["R1"], &[(&field, value)]);
        let reason = said(&answer, "R1", "reason");
        assert!(reason.contains(words) && !reason.contains(" et "), "{field}: {reason}");
        assert_eq!(said(&answer, "R1", "changes"), "[]", "{field}");
    }
    let before_the_hours = counter("2010-03", &["R1"], &[("/persons/0/age", json!(22))]);
    let reason = said(&before_the_hours, "R1", "reason");
    assert!(
        reason.ends_with("avant 25 ans sans enfant né ou à naître.\""),
        "{reason}"
    );
}

/// What is short counts the least RSA that is paid (CASF R262-39), and says so; a wage has to fall by more than what is
/// deducted of it.
#[test]
fn what_would_have_to_fall_is_told_whole() {
    let unemployed = counter("2026-11", &["R1"], &[("/persons/0/incomes/unemployment", json!("700"))]);
    assert!(said(&unemployed, "R1", "reason").contains("dépassent de 48,31 €"));
    let changes = said(&unemployed, "R1", "changes");
    assert!(
        changes.contains(
            "baissent de 54,31 € par mois (montant forfaitaire : 651,69 € ; le RSA n'est pas versé sous 6,00 €)"
        ),
        "{changes}"
    );

    let wage = |amount: &str| counter("2012-10", &["R3"], &[("/persons/0/incomes/net_wage", json!(amount))]);
    let changes = said(&wage("1300"), "R3", "changes");
    assert!(
        changes.contains("Si c'est le salaire qui baisse : d'environ 65,98 € par mois"),
        "{changes}"
    );
    assert_eq!(
        ["1300", "1234.05", "1234.02"].map(|amount| verdict(&wage(amount), "R3").to_owned()),
        ["not_eligible", "not_eligible", "eligible"]
    );
}

/// Nobody is told to be older, nor to receive what is not for her age.
#[test]
fn nobody_is_told_to_be_of_another_age() {
    let answer = counter(
        "2026-10",
        &["R5", "R13"],
        &[("/persons/0/incomes/net_wage", json!("2000"))],
    );
    assert!(!said(&answer, "R13", "changes").contains("65 ans"));
    let changes = said(&answer, "R5", "changes");
    assert!(
        changes.contains("l'AAH") && !changes.contains("l'ASPA") && !changes.contains("PACEA"),
        "{changes}"
    );
}

/// Without a cent of earnings there is no part that comes from them, whatever else is not known.
#[test]
fn no_earnings_no_activite() {
    let parent = json!({"role": "applicant", "age": 31, "on_leave": true, "residence_condition": true, "incomes": {"complete": true}});
    let child = json!({"role": "child", "age": 1, "shared_custody": false, "incomes": {"complete": true}});
    let answer = counter("2014-06", &["R1"], &[("/persons", json!([parent, child]))]);
    let rsa = &answer["rsa"];
    assert!(rsa["socle"].is_object(), "the PAJE of the child is not known: {rsa}");
    assert_eq!(
        (&rsa["activite"], &rsa["situation"]),
        (&json!("0.00"), &json!("socle_only"))
    );
}

/// Whoever says that she repays a loan is not asked how much before the RSA is told.
#[test]
fn a_loan_is_repaid() {
    let owner = |spending: Value| {
        let changed = [("/housing/tenure", json!("owner_with_loan")), ("/spending", spending)];
        counter("2013-03", &["R1"], &changed)
    };
    let untold = owner(json!({}));
    assert_eq!(
        (verdict(&untold, "R1"), &untold["rsa"]["flat_housing"]),
        ("eligible", &json!("0.00"))
    );
    let nothing = owner(json!({"lines": [{"post": "loan_instalment", "amount": "0"}]}));
    assert_eq!(nothing["rsa"]["flat_housing"], "57.99");
}

/// No family support for a couple (CSS L523-1), nor base allowance without a child under three (L531-3): neither is asked.
#[test]
fn what_no_law_gives_is_not_asked() {
    let adult = |role: &str| {
        json!({"role": role, "age": 38, "student": false, "on_leave": false, "residence_condition": true, "pregnant": false,
            "incomes": {"complete": true}})
    };
    let child = |age: u8| json!({"role": "child", "age": age, "shared_custody": false, "incomes": {"complete": true}});
    let missing = |persons: Value| {
        let changed = [("/territory", json!("mayotte")), ("/persons", persons)];
        said(&counter("2020-05", &["R1"], &changed), "R1", "missing")
    };
    let couple = missing(json!([adult("applicant"), adult("partner"), child(5)]));
    assert!(couple.contains("allocations_familiales"), "{couple}");
    assert!(!couple.contains("soutien") && !couple.contains("paje"), "{couple}");
    let alone = missing(json!([adult("applicant"), child(1)]));
    assert!(alone.contains("soutien") && alone.contains("paje"), "{alone}");
}

/// Who did not say whether she receives it is not told that she does not.
#[test]
fn a_claim_is_for_who_has_not_the_benefit_already() {
    let claim = |benefits: Value| {
        said(
            &counter("2026-11", &["R1"], &[("/benefits", benefits)]),
            "R1",
            "claim_first",
        )
    };
    let (untold, told) = (claim(json!({})), claim(json!({"complete": true})));
    assert!(untold.contains("À moins que vous ne l'ayez déjà."), "{untold}");
    assert!(
        told.contains("Demandez d'abord le RSA à la CAF ou à la MSA") && !told.contains("À moins"),
        "{told}"
    );
}

/// Of conditions that all fail, the nearest is named also when its amount is not exact.
#[test]
fn a_refusal_names_a_condition_and_its_amounts() {
    let changed = [
        ("/persons/0/incomes/net_wage", json!({"from": "2000", "to": "2100"})),
        ("/housing/housing_benefit", json!("200")),
    ];
    let reason = said(&counter("2026-09", &["R5"], &changed), "R5", "reason");
    assert!(
        !reason.contains("aucune de ces conditions") && reason.contains("complémentaire santé gratuite"),
        "{reason}"
    );
}

/// A student who earns too little has no prime d'activité: what the months would come to is not told as if it were due.
#[test]
fn nobody_is_told_the_months_of_a_prime_that_is_not_due() {
    let of = |student: bool| {
        let adult = json!([{
            "role": "applicant", "age": 40, "student": student, "on_leave": false, "residence_condition": true,
            "regular_stay": true, "pregnant": false, "young_worker_hours": false, "apprentice": false, "jobseeker": false,
            "incomes": {"complete": true, "net_wage": "300"},
        }]);
        let answer = counter("2026-11", &["R1"], &[("/persons", adult)]);
        let steps = answer["steps"].as_array().unwrap();
        let told = steps
            .iter()
            .filter(|step| step["name"] == "prime_activite.month")
            .count();
        (told, answer["prime_activite"]["total"] == "0.00")
    };
    assert_eq!(of(false).0, 3);
    assert_eq!(of(true), (0, true));
}

/// A variant that was only ever proposed is no hope for who asks about an offer; among proposals it is one of them.
#[test]
fn a_proposal_is_no_variant_of_an_offer() {
    let answer = counter(
        "2026-11",
        &["R2"],
        &[("/benefits", json!({"complete": true, "rsa": true}))],
    );
    let without_line = counter(
        "2026-11",
        &["R2"],
        &[
            ("/benefits", json!({"complete": true, "rsa": true})),
            ("/housing/fixed_line", json!(false)),
        ],
    );
    assert_eq!(
        (verdict(&answer, "R2"), verdict(&without_line, "R2")),
        ("eligible", "not_eligible")
    );
    assert!(!said(&without_line, "R2", "changes").contains("variante"));
}
