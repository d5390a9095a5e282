//! Money, rates and dates across JSON: exact, as text, and refused in words.

use serde::de::DeserializeOwned;
use tarif_social::units::{Cents, Day, Euros, Month, Rate};

fn refusal<T: DeserializeOwned>(json: &str) -> String {
    serde_json::from_str::<T>(json)
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn an_amount_comes_in_as_text_or_number_and_goes_out_as_text() {
    for json in ["\"15.99\"", "15.99"] {
        let amount: Euros = serde_json::from_str(json).unwrap();
        assert_eq!(amount.cents(), Cents::new(1599));
        assert_eq!(serde_json::to_string(&amount).unwrap(), "\"15.99\"");
    }
    assert_eq!(serde_json::from_str::<Cents>("-3").unwrap(), Cents::new(-300));
    assert_eq!(serde_json::to_string(&Cents::new(5)).unwrap(), "\"0.05\"");
}

#[test]
fn more_than_two_decimals_is_an_error_never_a_rounding() {
    for json in ["15.995", "\"15.995\"", "1e-3"] {
        assert!(refusal::<Euros>(json).contains("two decimals at most"), "{json}");
    }
    assert!(refusal::<Euros>("\"12 €\"").contains("`12 €`"));
    assert!(refusal::<Euros>("1e300").contains("not an amount"));
}

#[test]
fn a_rate_is_written_in_decimals() {
    for (text, millionths) in [
        ("0.62", 620_000),
        ("1", 1_000_000),
        ("0.42804", 428_040),
        ("1.35", 1_350_000),
    ] {
        let rate: Rate = serde_json::from_str(&format!("\"{text}\"")).unwrap();
        assert_eq!(rate, Rate::new(millionths));
        assert_eq!(serde_json::to_string(&rate).unwrap(), format!("\"{text}\""));
    }
    assert!(refusal::<Rate>("\"62 %\"").contains("write 62 % as `0.62`"));
    assert!(refusal::<Rate>("0.1234567").contains("six decimals at most"));
    assert!(refusal::<Rate>("5000").contains("not a rate"));
}

#[test]
fn dates_are_text_only() {
    assert_eq!(
        serde_json::from_str::<Month>("\"2014-11\"").unwrap(),
        Month::new(2014, 11)
    );
    assert_eq!(
        serde_json::from_str::<Day>("\"2014-11-30\"").unwrap().to_string(),
        "2014-11-30"
    );
    assert!(refusal::<Day>("\"2014-11-31\"").contains("not a day that exists"));
    assert!(!refusal::<Month>("201411").is_empty());
}
