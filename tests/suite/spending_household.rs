//! Constrained spending from what a household says of itself.

use serde_json::json;
use tarif_social::algebra::{Range, Whole};
use tarif_social::household::{Household, HouseholdInput, Post};
use tarif_social::spending::{Bounds, Budget, Definition, Missing, cells_like, place};
use tarif_social::units::{Cents, Month};

fn household(input: serde_json::Value) -> Household {
    let input: HouseholdInput = serde_json::from_value(input).unwrap();
    input.check(Month::new(2022, 11)).unwrap()
}

fn budget(household: &Household) -> Budget {
    Budget::of(household, Range::from(Cents::new(120_000)), Whole::from(10))
}

#[test]
fn the_lines_of_a_household_reach_its_budget() {
    let tenant = household(json!({
        "persons": [{ "role": "applicant", "age": 40 }],
        "housing": { "tenure": "tenant", "housing_benefit": "150" },
        "internet": { "price": "35.99" },
        "spending": { "complete": true, "lines": [
            { "post": "rent", "amount": "480" },
            { "post": "water", "amount": "240", "per": "year" },
            { "post": "mobile", "amount": "9.99" },
            { "post": "mobile", "amount": "4.99" },
            { "post": "electricity", "amount": { "from": "50", "to": "70" } }
        ] }
    }));
    let statement = budget(&tenant).statement(Definition::Insee);
    let bounds = Bounds {
        at_least: Some(Cents::new(45_097)), // 480 − 150 + 20 + 9.99 + 4.99 + 35.99 + 50
        at_most: Some(Cents::new(47_097)),
    };
    assert_eq!(statement.total.value, bounds);
    assert!(
        statement.total.missing.is_empty(),
        "an approximate answer is an answer, a tenant pays no imputed rent"
    );
}

#[test]
fn what_a_household_did_not_say_is_missing() {
    let silent = household(json!({ "persons": [{ "role": "applicant", "age": 40 }] }));
    let silent = budget(&silent).statement(Definition::Insee);
    assert_eq!(
        silent.total.value,
        Bounds {
            at_least: Some(Cents::ZERO),
            at_most: None
        }
    );
    let posts = Post::ALL
        .iter()
        .filter(|post| post.counts_in(Definition::Insee))
        .map(|post| Missing::Post(*post));
    let missing: Vec<_> = posts.chain([Missing::HousingBenefit, Missing::ImputedRent]).collect();
    assert_eq!(silent.total.missing, missing); // the internet access among them
    let owner = household(json!({
        "persons": [{ "role": "applicant", "age": 40 }],
        "housing": { "tenure": "owner", "housing_benefit": "0" },
        "internet": { "price": "0" },
        "spending": { "complete": true, "lines": [] }
    }));
    assert_eq!(
        budget(&owner).statement(Definition::Insee).total.missing,
        [Missing::ImputedRent]
    );
    assert!(budget(&owner).statement(Definition::Drees).total.missing.is_empty());
}

#[test]
fn the_cells_of_a_household() {
    let keys = |household: &Household, low: i64, high: i64| -> Vec<(&str, &str)> {
        let placement = place(Cents::new(low * 100), Cents::new(high * 100), 2022);
        cells_like(household, placement)
            .iter()
            .map(|(table, cell)| (table.id, cell.key))
            .collect()
    };
    let lone_parent = household(json!({
        "persons": [{ "role": "applicant", "age": 40 }, { "role": "child", "age": 6 }],
        "housing": { "tenure": "social_tenant" }
    }));
    assert_eq!(
        keys(&lone_parent, 13_000, 13_000),
        [
            ("deciles", "D2"),
            ("household_types", "lone_parent"),
            ("tenure_by_fifth", "tenant_q1")
        ]
    );
    // D1 or D2: the tenth is not settled, the fifth is.
    assert_eq!(
        keys(&lone_parent, 12_000, 13_000),
        [
            ("deciles", "all"),
            ("household_types", "lone_parent"),
            ("tenure_by_fifth", "tenant_q1")
        ]
    );
    let couple = household(json!({
        "persons": [{ "role": "applicant", "age": 40 }, { "role": "partner", "age": 41 }],
        "housing": { "tenure": "owner_with_loan" }
    }));
    assert_eq!(
        keys(&couple, 12_000, 60_000),
        [
            ("deciles", "all"),
            ("household_types", "couple"),
            ("tenure_by_fifth", "owner")
        ]
    );
    let lodged =
        household(json!({ "persons": [{ "role": "applicant", "age": 20 }], "housing": { "tenure": "lodged_free" } }));
    assert_eq!(
        keys(&lodged, 60_000, 60_000),
        [("deciles", "D10"), ("household_types", "single")]
    );
    assert_eq!(cells_like(&lodged, None).len(), 2);
}
