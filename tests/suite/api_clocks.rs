//! The two clocks: the month of the right, and the day on which one is looking.

use serde_json::{Value, json};

use super::api::{ask, couple, regime};

fn seen_on(mut request: Value, known_on: &str) -> Value {
    request["known_on"] = json!(known_on);
    request
}

/// Nobody knew on 1 July 2011 of a label announced in September, nor in 2020 that an offer would end in 2024.
#[test]
fn what_was_not_announced_yet_was_not_in_force() {
    let in_force = |month: &str, known_on: &str, id: &str| {
        let mut request = seen_on(couple(month, "1050"), known_on);
        request["regimes"] = json!([id]);
        regime(&ask(request), id)["in_force"].clone()
    };
    assert_eq!(in_force("2012-06", "2011-07-01", "R1"), "no");
    assert_eq!(in_force("2012-06", "2011-10-01", "R1"), "yes");
    assert_eq!(in_force("2025-06", "2023-12-31", "R11b"), "yes");
    assert_eq!(in_force("2025-06", "2025-06-01", "R11b"), "no");
}

/// The decree that ends the RSA activité was published on 22 December 2015: seen from before, it goes on, and there is no
/// prime d'activité.
#[test]
fn the_rsa_activite_goes_on_as_long_as_its_end_is_not_published() {
    let answer = |known_on: &str| ask(seen_on(couple("2016-01", "1050"), known_on));
    let (before, after) = (answer("2015-12-21"), answer("2016-01-01"));
    assert_eq!(before["rsa"]["situation"], "activite_only");
    assert_eq!(before["prime_activite"], Value::Null);
    assert_eq!(regime(&before, "R1")["verdict"], "not_eligible");
    assert_eq!(regime(&before, "R3")["verdict"], "eligible");
    assert_eq!(after["rsa"]["situation"], "none");
    assert!(after["prime_activite"]["total"].is_string());
}

/// Mayotte kept the RSA activité until June 2016 (ordonnance 2016-160).
#[test]
fn the_rsa_activite_ends_six_months_later_in_mayotte() {
    let answer = |month: &str, territory: &str| {
        let mut request = couple(month, "400");
        request["household"]["territory"] = json!(territory);
        ask(request)
    };
    assert_eq!(answer("2016-06", "mayotte")["rsa"]["situation"], "activite_only");
    assert_eq!(answer("2016-06", "mayotte")["prime_activite"], Value::Null);
    assert_eq!(answer("2016-06", "metropolitan")["rsa"]["situation"], "rsa");
    assert_eq!(answer("2016-07", "mayotte")["rsa"]["situation"], "none");
    assert!(answer("2016-07", "mayotte")["prime_activite"]["total"].is_object());
}
