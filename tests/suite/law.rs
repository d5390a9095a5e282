//! The registry of dated values: no hole in time, amounts as published, the two clocks, and what the build refuses.

use tarif_social::law::{self, Clock, Parameter, SourceKind};
use tarif_social::units::{Cents, Day, Month};

fn months() -> impl Iterator<Item = Month> {
    let (first, last) = law::COVERAGE;
    (0..=last.since(first)).map(move |count| first.plus(count))
}

fn today(month: Month) -> Clock {
    Clock { month, known_on: None }
}

fn parameter(id: &str) -> &'static Parameter {
    law::parameter(id).unwrap_or_else(|| panic!("no parameter `{id}`"))
}

fn scaled(id: &str, month: &str) -> Option<i64> {
    parameter(id)
        .at(today(Month::parse(month).unwrap()))
        .and_then(|known| known.dated.scaled)
}

/// One value, or a gap that the parameter declares: not begun, repealed, or past the end of its sources.
#[test]
fn every_month_has_one_value_or_a_declared_gap() {
    for parameter in law::PARAMETERS {
        for month in months() {
            let in_force: Vec<_> = (parameter.values.iter().zip(1..))
                .filter(|(dated, next)| {
                    let ended = parameter
                        .values
                        .get(*next)
                        .is_some_and(|next| next.from <= month.first_day());
                    dated.from <= month.first_day() && !ended
                })
                .map(|(dated, _)| dated)
                .collect();
            let known = parameter.at(today(month)).map(|known| known.dated);
            match (in_force.as_slice(), known) {
                ([expected], Some(known)) => {
                    assert_eq!(*expected, known, "{} in {month}", parameter.id)
                }
                ([], None) => {
                    let begins = parameter.values[0].from.month();
                    assert!(month <= begins, "{} has no value in {month}", parameter.id);
                }
                ([only], None) => {
                    let past_the_end = parameter.until.is_some_and(|last| month > last);
                    assert!(
                        only.scaled.is_none() || past_the_end,
                        "{} has no value in {month}",
                        parameter.id
                    );
                }
                (many, _) => panic!("{} has {} values in {month}", parameter.id, many.len()),
            }
        }
    }
}

#[test]
fn amounts_as_published() {
    // The RSA of one person, in cents (decrees cited in src/benefits/rsa/parameters.toml).
    let rsa = [
        ("2009-06", 45463),
        ("2010-01", 46009),
        ("2011-01", 46699),
        ("2012-01", 47493),
        ("2013-01", 48324),
        ("2013-09", 49290),
        ("2014-01", 49931),
        ("2014-09", 50930),
        ("2015-01", 51388),
        ("2015-09", 52416),
        ("2016-04", 52468),
        ("2016-09", 53517),
        ("2017-04", 53678),
        ("2017-09", 54548),
        ("2018-04", 55093),
        ("2019-04", 55974),
        ("2020-04", 56478),
        ("2021-04", 56534),
        ("2022-04", 57552),
        ("2022-07", 59854),
        ("2023-04", 60775),
        ("2024-04", 63571),
        ("2025-04", 64652),
        ("2026-04", 65169),
    ];
    for (month, cents) in rsa {
        assert_eq!(scaled("rsa.montant_de_base", month), Some(cents), "{month}");
        let before = scaled(
            "rsa.montant_de_base",
            &Month::parse(month).unwrap().plus(-1).to_string(),
        );
        assert_ne!(before, Some(cents), "the value of {month} starts that month");
    }
}

#[test]
fn a_value_published_later_is_not_known_yet() {
    let base = parameter("rsa.montant_de_base");
    let july = Month::new(2022, 7);
    let cents = |known_on: &str| {
        base.at(Clock {
            month: july,
            known_on: Day::parse(known_on).ok(),
        })
        .unwrap()
        .cents()
    };
    assert_eq!(cents("2022-07-31"), Cents::new(57552));
    assert_eq!(cents("2022-08-16"), Cents::new(57552));
    assert_eq!(cents("2022-08-17"), Cents::new(59854));
    assert_eq!(base.at(today(july)).unwrap().cents(), Cents::new(59854));
}

#[test]
fn publication_dates_are_plausible() {
    let late = |kind| {
        !matches!(
            kind,
            SourceKind::OfficialPage | SourceKind::Computed | SourceKind::Secondary
        )
    };
    for parameter in law::PARAMETERS {
        for dated in parameter.values.iter().filter(|dated| late(dated.source.kind)) {
            if let Some(published) = dated.published {
                let months = published.month().since(dated.from.month());
                assert!(
                    months <= 12,
                    "{} of {}: published {months} months later",
                    parameter.id,
                    dated.from
                );
            }
        }
    }
}
