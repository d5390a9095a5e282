//! Children and what is paid for them, benefits told without an amount: what one answer says must not change what another means.

use serde_json::{Value, json};

use super::api::{ask, regime};

/// A tenant without housing aid, with these persons and benefits.
fn answer(month: &str, territory: &str, persons: &Value, more: &[(&str, Value)]) -> Value {
    let mut request = json!({
        "schema_version": 1, "month": month, "regimes": ["R1", "R14"],
        "household": {
            "territory": territory, "persons": persons,
            "family": {"recent_isolation": false, "resources_n2": "9000"},
            "benefits": {"complete": true}, "housing": {"tenure": "tenant", "housing_benefit": "0"},
        },
    });
    for (name, value) in more {
        request["household"][*name] = value.clone();
    }
    ask(request)
}

fn parent(incomes: Value) -> Value {
    json!({"role": "applicant", "age": 38, "student": false, "on_leave": false, "apprentice": false, "pregnant": false,
        "residence_condition": true, "incomes": incomes})
}

fn child(age: u8, alimony: &str) -> Value {
    json!({"role": "child", "age": age, "apprentice": false, "jobseeker": false, "shared_custody": false,
        "incomes": {"complete": true, "alimony_received": alimony}})
}

fn verdict(answer: &Value) -> &str {
    regime(answer, "R1")["verdict"].as_str().unwrap()
}

/// The ASF of April 2025, 200.18 € a child, of which the RSA counts 106.73 €, as the answer has it: paid, counted.
fn asf(answer: &Value) -> [String; 2] {
    let benefits = answer["rsa"]["family_benefits"].as_array().unwrap();
    let asf = benefits
        .iter()
        .find(|of| of["name"] == "allocation_soutien_familial")
        .unwrap();
    ["amount", "counted"].map(|field| asf[field].as_str().unwrap().to_owned())
}

#[test]
fn the_alimony_of_a_child_is_for_that_child() {
    let of = |wage: &str, children: &[Value]| {
        let mut persons = vec![parent(json!({"complete": true, "net_wage": wage}))];
        persons.extend_from_slice(children);
        answer("2025-04", "metropolitan", &json!(persons), &[])
    };
    // One who is grown up opens no ASF, and his alimony takes nobody's.
    for alimony in ["0", "250"] {
        let grown = of("870", &[child(5, "0"), child(30, alimony)]);
        assert_eq!(asf(&grown), ["200.18", "106.73"], "{alimony}");
        assert_eq!(verdict(&grown), "not_eligible");
    }
    // 240 € are more than the ASF of the first; that of the second stays whole, and counts for one child.
    let two = of("640", &[child(5, "240"), child(8, "0")]);
    assert_eq!(asf(&two), ["200.18", "106.73"]);
    assert_eq!(two["rsa"]["resources"], "1138.53"); // 640 + 240 + 151.80 of family allowances + 106.73
    assert_eq!(verdict(&two), "eligible");
    // What the parent receives is for these children, whichever.
    let mut persons = vec![parent(
        json!({"complete": true, "net_wage": "640", "alimony_received": "100"}),
    )];
    persons.extend([child(5, "0"), child(8, "0")]);
    let parents = answer("2025-04", "metropolitan", &json!(persons), &[]);
    assert_eq!(asf(&parents), ["300.36", "213.46"]);
}

#[test]
fn a_declared_asf_counts_for_the_children_of_whom_it_is_due() {
    let persons = json!([
        parent(json!({"complete": true, "net_wage": "640"})),
        child(5, "240"),
        child(8, "0")
    ]);
    let family = json!({"recent_isolation": false, "resources_n2": "9000", "allocation_soutien_familial": "199.18"});
    let declared = answer("2025-04", "metropolitan", &persons, &[("family", family)]);
    assert_eq!(asf(&declared), ["199.18", "106.73"]);
}

#[test]
fn nobody_of_21_opens_a_family_benefit_overseas() {
    for territory in ["overseas", "mayotte"] {
        let of = |age: u8| {
            let persons = json!([parent(json!({"complete": true})), child(age, "0")]);
            let answer = answer("2025-04", territory, &persons, &[]);
            (verdict(&answer).to_owned(), answer["rsa"]["family_benefits"].clone())
        };
        let (verdict, benefits) = of(30);
        assert_eq!(verdict, "eligible", "{territory}");
        let none = benefits.as_array().unwrap().iter().all(|of| of["amount"] == "0.00");
        assert!(none, "{benefits}");
        assert_eq!(of(15).0, "unknown");
    }
}

#[test]
fn a_complete_budget_without_an_instalment_does_not_end_a_loan() {
    let persons = json!([parent(json!({"complete": true, "net_wage": "600"}))]);
    let owner = ("housing", json!({"tenure": "owner_with_loan", "housing_benefit": "0"}));
    let of = |spending: Value| {
        let answer = answer(
            "2025-04",
            "metropolitan",
            &persons,
            &[owner.clone(), ("spending", spending)],
        );
        (verdict(&answer).to_owned(), answer["rsa"]["flat_housing"].clone())
    };
    for spending in [json!({}), json!({"complete": true})] {
        assert_eq!(of(spending), ("eligible".to_owned(), json!("0.00")));
    }
}

#[test]
fn an_income_that_is_over_is_not_the_amount_of_a_benefit() {
    let received = |benefit: &str, kind: &str, amount: Value| {
        let mut incomes = json!({"complete": true, "net_wage": "300"});
        incomes[kind] = amount;
        let benefits = json!({"complete": true, benefit: true});
        answer(
            "2022-05",
            "metropolitan",
            &json!([parent(incomes)]),
            &[("benefits", benefits)],
        )
    };
    for (benefit, kind) in [
        ("ada", "unemployment"),
        ("pacea", "training_pay"),
        ("war_invalid", "invalidity_pension"),
    ] {
        for nothing in [
            json!("0"),
            json!({"from": "0", "to": "0"}),
            json!({"amount": "0"}),
            json!({"by_month": {}, "otherwise": "0"}),
            json!({"amount": "500", "until": "2019-12"}),
        ] {
            let answer = received(benefit, kind, nothing.clone());
            assert_eq!(verdict(&answer), "unknown", "{benefit}, {nothing}");
            assert!(answer["next_question"].is_object());
        }
        // Told, it counts, and the income of the month is known.
        let told = received(benefit, kind, json!("206.80"));
        assert_eq!(told["rsa"]["resources"], "506.80", "{benefit}");
        assert_eq!(regime(&told, "R14")["verdict"], "eligible");
    }
}

#[test]
fn persons_are_named_by_their_place_in_the_request() {
    let mut claimant = parent(json!({"complete": true, "pension": "100"}));
    claimant.as_object_mut().unwrap().remove("student");
    let answer = answer("2025-04", "metropolitan", &json!([child(5, "0"), claimant]), &[]);
    assert_eq!(answer["next_question"], json!({"question": "student", "persons": [1]}));
    assert_eq!(answer["rsa"]["lines"][0]["person"], 1);
}

#[test]
fn amounts_of_one_place_are_said_to_be_of_that_place() {
    let of = |territory: Value| {
        let adult = parent(json!({"complete": true}));
        let request = json!({
            "schema_version": 1, "month": "2026-04", "regimes": ["R1", "R14"],
            "household": {
                "territory": territory, "persons": [adult], "benefits": {"complete": true, "rsa": true},
                "housing": {"tenure": "tenant", "housing_benefit": "0"},
            },
        });
        regime(&ask(request), "R1")["reason"]
            .as_str()
            .unwrap()
            .contains("ceux de la métropole")
    };
    assert!(of(Value::Null));
    assert!(!of(json!("metropolitan")));
}

/// What the page asks about is what the engine knows to exist.
#[test]
fn the_catalogue_says_when_and_where_a_benefit_may_be_received() {
    let words = tarif_social::api::catalogue(tarif_social::explain::Language::English);
    let periods = |id: &str| {
        let record = words.benefits.iter().find(|benefit| benefit.id == id).unwrap();
        let told = |period: &tarif_social::api::BenefitPeriod| {
            let [from, until] = [&period.from, &period.until].map(|month| month.as_deref().unwrap_or("…").to_owned());
            format!("{} {from} {until}", period.territory)
        };
        record.periods.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(periods("rso"), ["overseas … …"]);
    assert_eq!(
        periods("prime_activite"),
        ["metropolitan 2016-01 …", "overseas 2016-01 …", "mayotte 2016-07 …"]
    );
    assert_eq!(periods("ata")[0], "metropolitan … 2017-12");
    assert_eq!(periods("aah").len(), 3);
    assert_eq!(words.months, ["2009-06", "2026-12"]);
}

/// CSS L521-1: the flat allowance is for one who meets the conditions other than the age; 1,104.25 € of wage in June 2025.
#[test]
fn no_flat_allowance_for_one_of_twenty_who_earns() {
    let of = |wage: &str| {
        let grown = json!({"role": "child", "birth_date": "2004-11-10", "shared_custody": false, "apprentice": false,
            "jobseeker": false, "incomes": {"complete": true, "net_wage": wage}});
        let persons = json!([
            parent(json!({"complete": true, "net_wage": "1500"})),
            {"role": "partner", "age": 44, "student": false, "on_leave": false, "apprentice": false, "pregnant": false,
                "residence_condition": true, "incomes": {"complete": true}},
            grown, child(15, "0"), child(12, "0"),
        ]);
        let family = json!({"resources_n2": "20000", "dual_earner_n2": false});
        let answer = answer("2025-06", "metropolitan", &persons, &[("family", family)]);
        answer["rsa"]["family_benefits"][0]["amount"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(of("1000"), "247.78"); // 151.80 for the two others, and 95.98
    assert_eq!(of("1200"), "151.80");
}
