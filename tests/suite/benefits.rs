//! Published amounts and worked examples of the benefits around the RSA: tests/cases.

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;
use serde::Deserialize;
use tarif_social::algebra::{Range, Ranges, Verdict};
use tarif_social::benefits::{Scales, aah, aspa, ass, energy_cheque, rights};
use tarif_social::facts::{Values, assess};
use tarif_social::household::{HouseholdInput, Role, Territory};
use tarif_social::law::{Clock, Known};
use tarif_social::units::{Euros, Month};

use crate::engine::prime;
use crate::naive::exact;

/// Cases of one benefit; households have names so that a table of dates stays short.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    households: BTreeMap<String, HouseholdInput>,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    month: String,
    household: String,
    /// Where the amounts come from.
    source: String,
    expect: BTreeMap<String, String>,
    /// How far the answer may be, and why.
    within: Option<(String, String)>,
}

/// Everything the benefits answer, by name; what is open is not there.
type Answer = BTreeMap<String, String>;

fn check(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let File { households, case } = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(!case.is_empty());
    for case in &case {
        let answer = answer(&households[&case.household], Month::parse(&case.month).unwrap());
        assert!(
            !case.expect.is_empty(),
            "{} {}: nothing expected",
            case.month,
            case.household
        );
        for (name, expected) in &case.expect {
            let place = format!("{} {}: {name} ({})", case.month, case.household, case.source);
            let found = answer.get(name).map_or("open", String::as_str);
            match &case.within {
                Some((within, because)) => {
                    let gap: Decimal = exact(found) - exact(expected);
                    assert!(
                        gap.abs() <= exact(within),
                        "{place}: {found}, not {expected}: {because}"
                    );
                }
                None => assert_eq!(found, expected, "{place}"),
            }
        }
    }
}

/// What the file leaves out is no: the cases are about amounts.
pub fn complete(described: &HouseholdInput) -> HouseholdInput {
    let mut input = described.clone();
    input.territory.get_or_insert(Territory::Metropolitan);
    input.benefits.complete = true;
    input.spending.complete = true;
    input.family.recent_isolation.get_or_insert(false);
    input.family.dual_earner_n2.get_or_insert(false);
    for person in &mut input.persons {
        person.incomes.complete = true;
        for answer in [
            &mut person.student,
            &mut person.on_leave,
            &mut person.apprentice,
            &mut person.jobseeker,
            &mut person.pregnant,
            &mut person.young_worker_hours,
            &mut person.shared_custody,
        ] {
            answer.get_or_insert(false);
        }
        person
            .residence_condition
            .get_or_insert(person.role != Some(Role::Child));
    }
    input
}

fn answer(described: &HouseholdInput, month: Month) -> Answer {
    let household = complete(described).check(month).unwrap();
    let clock = Clock { month, known_on: None };
    let values = Values::for_household(clock, household.territory.unwrap()).unwrap();
    let mut reading = Ranges::traced();
    let mut assessment = assess(&household, &values, &mut reading);
    let prime = prime(&mut reading, &household, &values, &assessment);
    let family = assessment.family;
    let facts = &mut assessment.facts;
    facts.prime_activite = prime.total;
    let rights = rights(&mut reading, facts, &values, &Scales::at(&values));

    let mut answer = Answer::new();
    let mut amount = |name: &str, amount: Range| {
        if let Some(cents) = amount.exact() {
            answer.insert(name.to_owned(), cents.to_string());
        }
    };
    for (name, benefit) in [
        ("af", family.allocations_familiales),
        ("cf", family.complement_familial),
        ("paje", family.paje_base),
        ("asf", family.allocation_soutien_familial),
    ] {
        amount(name, benefit.amount);
        amount(&format!("{name}_counted"), benefit.counted);
    }
    amount("rsa", rights.rsa.total);
    amount("rsa_socle", rights.rsa.socle);
    amount("prime", prime.total);
    for (place, month) in prime.months.iter().enumerate() {
        amount(&format!("prime_bonus_{place}"), month.bonus);
    }
    amount("disposable", facts.disposable_income);
    if let Some(cover) = &rights.c2s {
        amount("resources", cover.resources);
        amount("ceiling", cover.ceiling);
        amount("ceiling_with_contribution", cover.ceiling_with_contribution);
        if let Some(tariff) = energy_cheque::social_energy_tariff(&mut reading, facts, cover, clock) {
            truth(&mut answer, "social_energy_tariff", tariff);
        }
        truth(&mut answer, "free", cover.free);
        truth(&mut answer, "with_contribution", cover.with_contribution);
    }
    if let Some(cheque) = &rights.energy_cheque {
        truth(&mut answer, "cheque", cheque.entitled);
        answer.extend(
            cheque
                .amount
                .exact()
                .map(|cents| ("cheque_amount".to_owned(), cents.to_string())),
        );
    }
    let steps = reading.into_steps();
    assert!(
        steps.iter().all(|step| step.name.contains('.')),
        "every step has a dotted name"
    );
    answer
}

fn truth(answer: &mut Answer, name: &str, truth: Verdict) {
    let word = match truth {
        Verdict::Yes => "yes",
        Verdict::No => "no",
        Verdict::Maybe(_) => return,
    };
    answer.insert(name.to_owned(), word.to_owned());
}

#[test]
fn family_benefits_as_published() {
    check("family.toml");
}

#[test]
fn prime_activite_worked_examples() {
    check("prime_activite.toml");
}

#[test]
fn health_cover_ceilings_and_resources() {
    check("c2s.toml");
}

#[test]
fn energy_cheque_bands_on_both_sides() {
    check("energy_cheque.toml");
}

fn at(year: i32, month: u8) -> Clock {
    Clock {
        month: Month::new(year, month),
        known_on: None,
    }
}

/// AAH, ASS, ASPA and ASI: decrees and circulars cited by the registry.
#[test]
fn minimum_incomes_as_published() {
    let euros = |text: &str| Euros::parse(text).ok().map(Euros::cents);
    let amount = |known: Option<Known>| known.map(Known::cents);
    assert_eq!(amount(aah::maximum(at(2009, 6))), euros("666.96"));
    assert_eq!(amount(aah::maximum(at(2025, 4))), euros("1033.32"));
    // 12 × 860 × 1.89: the couple's share fell when the amount rose
    assert_eq!(aah::ceiling(at(2018, 11), true, 0), euros("19504.80"));
    assert_eq!(aah::ceiling(at(2018, 10), true, 0), euros("19656.00"));
    assert_eq!(amount(ass::daily(at(2012, 7), Territory::Metropolitan)), euros("15.63"));
    assert_eq!(amount(ass::daily(at(2012, 7), Territory::Mayotte)), euros("3.91"));
    assert_eq!(ass::month(at(2026, 4), Territory::Overseas), euros("584.40"));
    assert_eq!(
        ass::ceiling(at(2026, 4), Territory::Metropolitan, false),
        euros("1363.60")
    );
    assert_eq!(
        ass::ceiling(at(2011, 1), Territory::Metropolitan, true),
        euros("1690.70")
    );
    assert_eq!(amount(aspa::maximum(at(2026, 1), true)), euros("19442.21"));
    // the amount of one person caught up with the ceiling in 2010
    assert_eq!(amount(aspa::maximum(at(2009, 6), false)), euros("8125.59"));
    assert_eq!(amount(aspa::ceiling(at(2009, 6), false)), euros("8309.27"));
    assert_eq!(amount(aspa::ceiling(at(2009, 6), true)), euros("13765.73"));
    assert_eq!(amount(aspa::asi_maximum(at(2020, 3), false)), euros("4991.81"));
    assert_eq!(aspa::asi_maximum(at(2020, 4), false), None);
    assert_eq!(amount(aspa::asi_maximum(at(2020, 3), true)), euros("8237.26"));
    assert_eq!(amount(aspa::asi_ceiling(at(2025, 4), false)), euros("10978.30"));
    assert_eq!(aspa::asi_ceiling(at(2026, 4), true), None);
}
