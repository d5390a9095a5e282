//! Households that a lawyer would bring: what they are answered, by the article that says so.

use serde_json::{Value, json};

use super::api::{ask, regime};

/// A tenant alone, fifty years old, who answers everything; `household` replaces fields.
pub fn alone(month: &str, regimes: &[&str], incomes: Value, household: Value) -> Value {
    let mut request = json!({
        "schema_version": 1, "month": month, "regimes": regimes,
        "household": {
            "territory": "metropolitan", "benefits": {"complete": true},
            "housing": {"tenure": "tenant", "housing_benefit": "0", "social_line": false},
            "persons": [{"role": "applicant", "age": 50, "student": false, "on_leave": false, "residence_condition": true,
                "pregnant": false, "incomes": incomes}],
        }
    });
    for (name, value) in household.as_object().unwrap() {
        request["household"][name] = value.clone();
    }
    ask(request)
}

/// CASF R262-13: what stands for work and stops is left out whole, unless something replaces it.
#[test]
fn an_income_that_stops_is_left_out_unless_it_is_replaced() {
    let rsa = |incomes: Value| {
        let answer = alone("2025-04", &["R3"], incomes, json!({}));
        answer["rsa"]["total"].clone()
    };
    let until = |amount: &str| json!({"amount": amount, "until": "2025-03"});
    let since = |amount: &str| json!({"amount": amount, "since": "2025-04"});
    for stopped in ["net_wage", "self_employed", "unemployment", "training_pay", "sick_pay"] {
        assert_eq!(
            rsa(json!({"complete": true, stopped: until("1400")})),
            "646.52",
            "{stopped}"
        );
        for substitute in [
            "unemployment",
            "sick_pay",
            "pension",
            "invalidity_pension",
            "ass",
            "training_pay",
        ] {
            if substitute != stopped {
                let incomes = json!({"complete": true, stopped: until("1400"), substitute: since("600")});
                assert_eq!(rsa(incomes), "0.00", "{stopped}, then {substitute}");
            }
        }
    }
    // Daily allowances of less than three months, counted as pay, are no different.
    let short = json!({"complete": true, "sick_pay": {"amount": "1400", "since": "2025-01", "until": "2025-03"}});
    assert_eq!(rsa(short), "646.52");
}

/// CSS L861-2: the RSA received opens the free cover, and some minimum incomes that with a contribution.
#[test]
fn the_health_cover_follows_what_is_received() {
    let cover = |month: &str, incomes: Value, benefits: Value| {
        let answer = alone(month, &["R5"], incomes, json!({ "benefits": benefits }));
        let cover = &answer["health_cover"];
        (cover["free"].clone(), cover["with_contribution"].clone())
    };
    let wage = json!({"complete": true, "net_wage": "1500"});
    let with_rsa = json!({"complete": true, "rsa": true});
    assert_eq!(cover("2025-04", wage.clone(), with_rsa), (json!("yes"), json!("no")));
    assert_eq!(
        cover("2025-04", wage, json!({"complete": true})),
        (json!("no"), json!("no"))
    );
    let recently = |kind: &str, since: &str, until: &str| json!({"complete": true, kind: {"amount": "1000", "since": since}, "net_wage": {"amount": "2500", "until": until}});
    let (yes, no) = ((json!("no"), json!("yes")), (json!("no"), json!("no")));
    let none = json!({"complete": true});
    assert_eq!(
        cover("2026-11", recently("aspa", "2026-07", "2026-06"), none.clone()),
        yes
    );
    // Three months without work, those just before: not the quarter of the RSA, which ends in September.
    assert_eq!(
        cover("2026-11", recently("aspa", "2026-08", "2026-07"), none.clone()),
        yes
    );
    // Work in one of them, or a month before the presumption.
    assert_eq!(
        cover("2026-11", recently("aspa", "2026-09", "2026-08"), none.clone()),
        no
    );
    assert_eq!(
        cover("2022-03", recently("aspa", "2021-12", "2021-11"), none.clone()),
        no
    );
    assert_eq!(
        cover("2026-11", recently("ass", "2026-07", "2026-06"), none.clone()),
        yes
    );
    assert_eq!(cover("2026-05", recently("ass", "2026-01", "2025-12"), none), no);
}

/// No benefit that counts is nothing because its amount was not asked.
#[test]
fn a_widows_allowance_is_an_amount_to_tell() {
    let answer = |incomes: Value| {
        let benefits = json!({"complete": true, "assurance_veuvage": true});
        alone("2025-04", &["R3"], incomes, json!({ "benefits": benefits }))
    };
    let open = answer(json!({"complete": true}));
    assert_eq!(regime(&open, "R3")["verdict"], "unknown");
    assert_eq!(open["next_question"]["question"], "income.pension");
    let told = answer(json!({"complete": true, "pension": "713.17"}));
    assert_eq!(regime(&told, "R3")["verdict"], "not_eligible");
}

/// What is answered is not asked again.
#[test]
fn no_question_is_asked_twice() {
    let mayotte = alone(
        "2024-02",
        &["R3b"],
        json!({"complete": true, "net_wage": "1000"}),
        json!({"territory": "mayotte", "disposable_income": "1000"}),
    );
    assert_eq!(regime(&mayotte, "R3b")["verdict"], "unknown");
    assert_eq!(mayotte["next_question"], Value::Null);
    let child = |age: u8| json!({"role": "child", "age": age, "shared_custody": false, "incomes": {"complete": true}});
    let mut parent = json!({"role": "applicant", "age": 40, "student": false, "on_leave": false,
        "residence_condition": true, "pregnant": false});
    parent["incomes"] = json!({"complete": true, "rents": "1000"});
    let family = json!({"recent_isolation": false, "allocations_familiales": "141.99", "complement_familial": "0",
        "paje_base": "0", "allocation_soutien_familial": "0"});
    let persons = json!([parent, child(8), child(13)]);
    let overseas = alone(
        "2024-02",
        &["R3"],
        json!({}),
        json!({"territory": "overseas", "persons": persons, "family": family}),
    );
    // 1,093.96 for a parent and two children, less 1,000 and 141.99: two children have the national scale.
    assert_eq!(regime(&overseas, "R3")["verdict"], "not_eligible");
    assert_eq!(overseas["next_question"], Value::Null);
}

/// There was no complementary cover in Mayotte in 2018: whoever may live there may have none.
#[test]
fn a_place_not_told_may_have_no_health_cover() {
    let answer = alone(
        "2018-10",
        &["R3"],
        json!({"complete": true}),
        json!({ "territory": null }),
    );
    assert_eq!(answer["health_cover"]["free"], "unknown");
}

/// A child beside that tenant, who does not live by turns; `child` replaces fields.
fn with_children(month: &str, regimes: &[&str], incomes: Value, children: &[Value], household: Value) -> Value {
    let parent = json!({"role": "applicant", "age": 52, "student": false, "on_leave": false, "apprentice": false,
        "residence_condition": true, "pregnant": false, "incomes": incomes});
    let mut persons = vec![parent];
    for child in children {
        let mut person = json!({"role": "child", "shared_custody": false, "incomes": {"complete": true}});
        for (name, value) in child.as_object().unwrap() {
            person[name] = value.clone();
        }
        persons.push(person);
    }
    let mut fields = json!({"persons": persons, "family": {"recent_isolation": false, "resources_n2": "9000"}});
    for (name, value) in household.as_object().unwrap() {
        fields[name] = value.clone();
    }
    alone(month, regimes, json!({}), fields)
}

/// CASF L262-3, R262-3, CSS L842-3: a child of 25, or whose resources reach the limit, is no member of the household, and
/// nothing of what it receives counts.
#[test]
fn a_child_who_is_not_counted_keeps_its_incomes() {
    let complete = json!({"complete": true});
    let wage = json!({"complete": true, "net_wage": "900"});
    let rsa = |child: Value| {
        let answer = with_children("2026-10", &["R3"], complete.clone(), &[child], json!({}));
        answer["rsa"]["total"].clone()
    };
    let prime = |child: Value| {
        let answer = with_children("2026-10", &["R3"], wage.clone(), &[child], json!({}));
        answer["prime_activite"]["total"].clone()
    };
    let grown = json!({"age": 30});
    let [alone, working] = [rsa(grown.clone()), prime(grown)];
    assert_eq!((&alone, &working), (&json!("651.69"), &json!("319.91")));
    for (age, kind, amount) in [
        (30, "aah", "1041.59"),
        (30, "ass", "580"),
        (30, "net_wage", "1500"),
        (30, "unemployment", "900"),
        (22, "aah", "1041.59"),
        (22, "net_wage", "1500"),
    ] {
        let child = json!({"age": age, "incomes": {"complete": true, kind: amount}});
        assert_eq!(rsa(child.clone()), alone, "{age}, {kind}");
        assert_eq!(prime(child), working, "{age}, {kind}");
    }
}

/// CSS R861-3: twins by turns have each a rank, whichever comes first; 10,422 × (1.8 − 0.25 − 0.15).
#[test]
fn twins_living_by_turns_have_one_ceiling() {
    let twin = json!({"birth_date": "2016-03-10", "shared_custody": true});
    let other = json!({"birth_date": "2016-03-10"});
    let ceiling = |children: &[Value]| {
        let answer = with_children("2026-10", &["R5"], json!({"complete": true}), children, json!({}));
        answer["health_cover"]["ceiling"].clone()
    };
    assert_eq!(ceiling(&[twin.clone(), twin.clone()]), "14591.00");
    // Of another age, nothing rests on the day of birth.
    let [ten, eight] = [10, 8].map(|age| json!({"age": age, "shared_custody": null}));
    let open = with_children(
        "2026-10",
        &["R6"],
        json!({"complete": true, "net_wage": "1400"}),
        &[ten, eight],
        json!({}),
    );
    assert_eq!(regime(&open, "R6")["verdict"], "unknown");
    assert!(
        !regime(&open, "R6")["missing"].to_string().contains("birth_date"),
        "{open}"
    );
    // The one in full care comes first, whatever the order of the list.
    assert_eq!(ceiling(&[twin.clone(), other.clone()]), ceiling(&[other, twin]));
}

/// Code de l'énergie R124-1: minors by turns count half, and come last whatever the order of the list.
#[test]
fn units_of_the_energy_cheque_do_not_follow_the_order_of_the_list() {
    let cheque = |children: &[Value], parts: &str, rfr: &str| {
        let household = json!({"tax": {"rfr": rfr, "parts": parts}});
        let answer = with_children("2026-10", &["R9"], json!({"complete": true}), children, household);
        answer["energy_cheque"]["amount"].clone()
    };
    let [by_turns, full] = [json!({"age": 10, "shared_custody": true}), json!({"age": 8})];
    let first = cheque(&[by_turns.clone(), full.clone()], "1.75", "17600");
    assert_eq!(first, "63.00");
    assert_eq!(cheque(&[full, by_turns], "1.75", "17600"), first);
    // Of age, it counts whole.
    let grown = json!({"age": 20, "shared_custody": true});
    assert_eq!(cheque(&[grown], "1.75", "15000"), "63.00");
}

/// CSS L861-1 2°: the ceiling with a contribution is rounded by itself, not 1.35 times the other one.
#[test]
fn the_list_with_the_wider_ceiling_takes_that_of_the_law() {
    let incomes = json!({"complete": true, "pension": "1172.49"});
    let answer = alone("2026-10", &["R5b"], incomes, json!({}));
    assert_eq!(answer["health_cover"]["with_contribution"], "yes");
    assert_eq!(regime(&answer, "R5b")["verdict"], "eligible");
}

/// CPCE R.20-34: a right until December 2020, an offer since.
#[test]
fn the_telephone_reduction_was_law_before_it_was_an_offer() {
    let of = |month: &str| {
        let answer = alone(month, &["R2"], json!({"complete": true}), json!({}));
        let pointers = answer["pointers"].to_string();
        (regime(&answer, "R2")["status"].clone(), pointers)
    };
    for (month, status, pointer) in [
        ("2012-06", "in-force", "\"telephone_line_socle\""),
        ("2018-06", "in-force", "\"telephone_line_law\""),
        ("2021-01", "voluntary-offer", "\"telephone_line\""),
    ] {
        let (found, pointers) = of(month);
        assert_eq!(found, status, "{month}");
        assert!(pointers.contains(pointer), "{month}: {pointers}");
    }
}
