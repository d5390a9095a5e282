//! The registry of dated values: no hole in time, amounts as published, the two clocks, and what the build refuses.

use std::collections::BTreeMap;
use std::path::Path;

use tarif_social::law::{self, Clock, Parameter};
use tarif_social::units::{Cents, Day, Month};

use crate::build_script::{parameters, ruleset};

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
        .and_then(|known| known.dated.scaled())
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
                        .is_some_and(|next| next.from() <= month.first_day());
                    dated.from() <= month.first_day() && !ended
                })
                .map(|(dated, _)| dated)
                .collect();
            let known = parameter.at(today(month)).map(|known| known.dated);
            match (in_force.as_slice(), known) {
                ([expected], Some(known)) => {
                    assert_eq!(*expected, known, "{} in {month}", parameter.id)
                }
                ([], None) => {
                    let begins = parameter.values[0].from().month();
                    assert!(month <= begins, "{} has no value in {month}", parameter.id);
                }
                ([only], None) => {
                    let past_the_end = parameter.until.is_some_and(|last| month > last);
                    assert!(
                        only.scaled().is_none() || past_the_end,
                        "{} has no value in {month}",
                        parameter.id
                    );
                }
                (many, _) => panic!("{} has {} values in {month}", parameter.id, many.len()),
            }
        }
    }
}

/// What is in force all along: no declared start, end or repeal excuses a hole in these.
const ALWAYS: [&str; 55] = [
    "aah.majoration_plafond_couple",
    "aah.majoration_plafond_enfant",
    "aah.majoration_vie_autonome",
    "aah.montant",
    "af.age_intermediaire",
    "af.age_limite",
    "af.enfants_minimum",
    "af.heures_autonomie",
    "af.seuil_autonomie",
    "af.taux_deux_enfants",
    "af.taux_enfant_supplementaire",
    "asf.taux_deux_parents",
    "asf.taux_un_parent",
    "aspa.age_minimum",
    "aspa.montant_couple",
    "aspa.montant_seul",
    "aspa.plafond_couple",
    "aspa.plafond_seul",
    "ass.montant",
    "ass.montant_mayotte",
    "ass.plafond_couple",
    "ass.plafond_seul",
    "bmaf.montant",
    "c2s.majoration_dom",
    "c2s.majoration_participation",
    "c2s.plafond",
    "cf.plafond",
    "cf.plafond_biactif",
    "cf.taux",
    "crds.taux",
    "livret_a.taux",
    "paje.age_limite",
    "pauvrete.seuil_60",
    "rsa.age_limite_a_charge",
    "rsa.age_minimum",
    "rsa.decalage_trimestre",
    "rsa.forfait_logement_deux_personnes",
    "rsa.forfait_logement_trois_personnes",
    "rsa.forfait_logement_une_personne",
    "rsa.majoration_deuxieme_personne",
    "rsa.majoration_isolement_age_enfant",
    "rsa.majoration_isolement_base",
    "rsa.majoration_isolement_duree",
    "rsa.majoration_isolement_par_enfant",
    "rsa.majoration_personne_supplementaire",
    "rsa.majoration_troisieme_enfant",
    "rsa.montant_de_base",
    "rsa.montant_minimum_verse",
    "rsa.rendement_epargne",
    "smic.heures_mensuelles",
    "smic.horaire_brut",
    "telephone.reduction_sociale_ht",
    "tva.taux_normal",
    "uc.age",
    "uc.enfant",
];

/// The short form allows for 3 % (`HIGHEST_RATE` of `src/bindings/row/facts.rs`): a higher rate would make it say more than it knows.
#[test]
fn no_savings_book_yielded_more_than_the_short_form_allows() {
    let rates = parameter("livret_a.taux")
        .values
        .iter()
        .filter_map(|dated| dated.scaled());
    assert_eq!(rates.max(), Some(30_000));
}

#[test]
fn the_core_values_are_in_force_every_month() {
    for id in ALWAYS {
        for month in months() {
            assert!(parameter(id).at(today(month)).is_some(), "{id} in {month}");
        }
    }
}

/// Amounts as published, in cents, millionths or units: (parameter, month it starts, value).
const PUBLISHED: &[(&str, &str, i64)] = &[
    ("rsa.montant_de_base", "2010-01", 46009),
    ("rsa.montant_de_base", "2011-01", 46699),
    ("rsa.montant_de_base", "2012-01", 47493),
    ("rsa.montant_de_base", "2013-01", 48324),
    ("rsa.montant_de_base", "2013-09", 49290),
    ("rsa.montant_de_base", "2014-01", 49931),
    ("rsa.montant_de_base", "2014-09", 50930),
    ("rsa.montant_de_base", "2015-01", 51388),
    ("rsa.montant_de_base", "2015-09", 52416),
    ("rsa.montant_de_base", "2016-04", 52468),
    ("rsa.montant_de_base", "2016-09", 53517),
    ("rsa.montant_de_base", "2017-04", 53678),
    ("rsa.montant_de_base", "2017-09", 54548),
    ("rsa.montant_de_base", "2018-04", 55093),
    ("rsa.montant_de_base", "2019-04", 55974),
    ("rsa.montant_de_base", "2020-04", 56478),
    ("rsa.montant_de_base", "2021-04", 56534),
    ("rsa.montant_de_base", "2022-04", 57552),
    ("rsa.montant_de_base", "2022-07", 59854),
    ("rsa.montant_de_base", "2023-04", 60775),
    ("rsa.montant_de_base", "2024-04", 63571),
    ("rsa.montant_de_base", "2025-04", 64652),
    ("rsa.montant_de_base", "2026-04", 65169),
    ("rsa.decalage_trimestre", "2025-03", 1),
    ("rsa.part_mayotte", "2014-01", 500_000),
    ("rsa.jeune_heures", "2010-09", 3214),
    ("rsa.plafond_asf_un_parent", "2014-04", 225_000),
    ("prime_activite.montant_de_base", "2016-01", 52416),
    ("prime_activite.montant_de_base", "2018-08", 55151),
    ("prime_activite.montant_de_base", "2026-04", 63828),
    ("prime_activite.bonification_plafond", "2019-01", 120),
    ("prime_activite.bonification_plafond", "2026-04", 138),
    ("prime_activite.bonification_taux", "2026-04", 377_000),
    ("prime_activite.part_revenus_professionnels", "2025-04", 598_500),
    ("bmaf.montant", "2014-04", 40621),
    ("bmaf.montant", "2022-07", 43917),
    ("bmaf.montant", "2026-04", 47816),
    ("smic.horaire_brut", "2011-12", 919),
    ("smic.horaire_brut", "2022-08", 1107),
    ("smic.horaire_brut", "2026-06", 1231),
    ("paje.base_ne_avant_2018_04", "2013-04", 18554),
    ("paje.base_ne_depuis_2018_04", "2026-04", 19915),
    ("asf.taux_un_parent", "2022-11", 422_000),
    ("cf.taux_majore", "2018-04", 624_800),
    ("af.plafond_un", "2015-07", 5_595_000),
    ("af.age_majoration", "2026-03", 18),
    ("aah.montant", "2018-11", 86000),
    ("aah.montant", "2019-11", 90000),
    ("aah.montant", "2026-04", 104_159),
    ("ass.montant", "2022-07", 1790),
    ("ass.montant_mayotte", "2012-07", 391),
    ("ass.montant", "2026-04", 1948),
    ("aspa.montant_seul", "2026-01", 1_252_314),
    ("asi.plafond_seul", "2025-04", 1_097_830),
    ("c2s.plafond", "2020-04", 903_200),
    ("c2s.plafond", "2024-04", 1_016_600),
    ("c2s.plafond", "2025-04", 1_033_900),
    ("c2s.majoration_participation", "2011-01", 260_000),
    ("c2s.majoration_participation", "2012-01", 350_000),
    ("cheque_energie.plafond_tranche_quatre", "2023-01", 1_100_000),
    ("cheque_energie.plafond_tranche_trois", "2023-01", 785_000),
    ("cheque_energie.montant_tranche_un_deux_uc", "2019-01", 27700),
    ("tpn.plafond_revenu_par_part", "2013-12", 217_500),
    ("pauvrete.seuil_60", "2023-01", 128_800),
    ("tva.taux_normal", "2014-01", 200_000),
    ("livret_a.taux", "2025-02", 24_000),
    ("internet.plafond_label", "2011-10", 2300),
];

#[test]
fn amounts_as_published() {
    for (id, month, value) in PUBLISHED {
        let before = Month::parse(month).unwrap().plus(-1).to_string();
        assert_eq!(scaled(id, month), Some(*value), "{id} in {month}");
        assert_ne!(scaled(id, &before), Some(*value), "{id} must start in {month}");
    }
    assert_eq!(scaled("rsa.montant_de_base", "2009-06"), Some(45463));
    assert_eq!(scaled("telephone.reduction_sociale_ht", "2014-11"), Some(421));
    // 2014-01, one person alone with a child: 641.17 and 213.72 published
    let base = Cents::new(49931);
    let rate = |id: &str| parameter(id).at(today(Month::new(2014, 1))).unwrap().rate();
    assert_eq!(base.times(rate("rsa.majoration_isolement_base")), Cents::new(64117));
    assert_eq!(
        base.times(rate("rsa.majoration_isolement_par_enfant")),
        Cents::new(21372)
    );
    // 35 hours a week give back the monthly amount of the decree of 28 June 2012
    let hours = rate("smic.heures_mensuelles");
    assert_eq!(Cents::new(940).times(hours), Cents::new(142_567));
}

#[test]
fn what_is_repealed_or_unknown_has_no_value() {
    let none = |id: &str, month: &str| assert_eq!(scaled(id, month), None, "{id} in {month}");
    assert_eq!(scaled("rsa.pente", "2015-12"), Some(620_000));
    none("rsa.pente", "2016-01");
    none("rsa.part_mayotte", "2013-12");
    none("rsa.jeune_heures", "2010-08");
    none("prime_activite.montant_de_base", "2015-12");
    none("asi.plafond_seul", "2026-04");
    none("asi.montant_seul", "2020-04");
    none("cheque_energie.plafond_tranche_un", "2017-12");
    none("cheque_energie.plafond_tranche_quatre", "2018-12");
    none("tpn.plafond_revenu_par_part", "2018-01");
    none("paje.base_ne_avant_2018_04", "2021-04");
}

#[test]
fn a_month_outside_the_sources_is_refused() {
    assert_eq!(law::covered(Month::new(2009, 6)), Ok(Month::new(2009, 6)));
    let error = law::covered(Month::new(2009, 5)).unwrap_err();
    let expected = "`2009-05` is outside what the sources cover: choose a month from 2009-06 to 2026-12";
    assert_eq!(error.to_string(), expected);
    assert!(law::covered(Month::new(2027, 1)).is_err());
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
    // the law of 16 August 2022 raised them all
    for id in [
        "bmaf.montant",
        "prime_activite.montant_de_base",
        "aah.montant",
        "ass.montant",
        "aspa.montant_seul",
    ] {
        let at = |day: &str| {
            parameter(id)
                .at(Clock {
                    month: july,
                    known_on: Day::parse(day).ok(),
                })
                .unwrap()
                .cents()
        };
        assert!(at("2022-08-16") < at("2022-08-17"), "{id}");
    }
    // in November 2014 the last poverty line published was that of 2012
    let november = Clock {
        month: Month::new(2014, 11),
        known_on: Day::parse("2014-11-15").ok(),
    };
    assert_eq!(
        parameter("pauvrete.seuil_60").at(november).unwrap().cents(),
        Cents::new(98700)
    );
}

#[test]
fn every_source_has_an_address_or_says_why_not() {
    let files = ruleset::files(Path::new("src")).unwrap();
    let parameters = parameters::read_all(&files).unwrap();
    assert_eq!(parameters.len(), law::PARAMETERS.len());
    for parameter in law::PARAMETERS {
        for dated in parameter.values {
            let (source, reasons) = (dated.source, &files);
            let stated = || {
                reasons
                    .values()
                    .any(|text| text.contains(&format!("{:?}, no_url = ", source.title)))
            };
            assert!(
                source.url.starts_with("https://") || (source.url.is_empty() && stated()),
                "{}",
                source.title
            );
        }
    }
}

#[test]
fn the_hash_follows_the_rules_and_the_data_only() {
    let files = ruleset::files(Path::new("src")).unwrap();
    assert_eq!(ruleset::hash(&files), law::RULESET_HASH);
    let changed = |path: &str| {
        let mut files = files.clone();
        files.insert(path.to_owned(), "changed".to_owned());
        ruleset::hash(&files) != law::RULESET_HASH
    };
    assert!(changed("src/benefits/rsa/parameters.toml"));
    assert!(changed("src/units/money.rs"));
    assert!(changed("src/population/margins.toml"));
    assert!(!changed("src/api/mod.rs"));
}

#[test]
fn units_have_the_same_name_in_the_files_and_in_the_crate() {
    for parameter in law::PARAMETERS {
        let variant = format!("{:?}", parameter.unit);
        let named = parameters::UNITS
            .iter()
            .find(|(_, (known, _))| *known == variant)
            .map(|(name, _)| *name);
        assert_eq!(named, Some(parameter.unit.name()));
        for dated in parameter.values {
            let variant = format!("{:?}", dated.confidence);
            let named = parameters::CONFIDENCES
                .iter()
                .find(|(_, known)| *known == variant)
                .map(|(name, _)| *name);
            assert_eq!(named, Some(dated.confidence.name()));
            let variant = format!("{:?}", dated.source.kind);
            let named = parameters::KINDS
                .iter()
                .find(|(_, (known, _))| *known == variant)
                .map(|(name, _)| *name);
            assert_eq!(named, Some(dated.source.kind.name()));
        }
    }
}

const GOOD: &str = r#"
[[parameter]]
id = "rsa.essai"
unit = "EUR/month"
label = { fr = "Essai", en = "Trial" }
value = [
  { from = "2009-06-01", value = "454.63", checked = "2026-04-01", confidence = "law", source = { kind = "decret", title = "Décret", url = "https://example.org" } },
  { from = "2016-01-01", value = "none", checked = "2026-04-01", confidence = "law", source = { kind = "decret", title = "Décret", no_url = "a trial" } },
]
"#;

fn problems(text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    parameters::read("src/law/trial.toml", text, &mut problems);
    problems
}

#[test]
fn the_build_refuses_what_is_incomplete_with_the_line() {
    assert_eq!(problems(GOOD), Vec::<String>::new());
    let cases = [
        (r#"unit = "EUR/month""#, "", 2, "missing field `unit`"),
        (
            r#"unit = "EUR/month""#,
            r#"unit = "EUR/week""#,
            4,
            "`EUR/week` is not a unit",
        ),
        (r#"from = "2009-06-01", "#, "", 7, "missing field `from`"),
        (r#"checked = "2026-04-01", "#, "", 7, "missing field `checked`"),
        (r#"confidence = "law", "#, "", 7, "missing field `confidence`"),
        (
            r#"confidence = "law""#,
            r#"confidence = "sure""#,
            7,
            "`sure` is not a confidence",
        ),
        (
            r#", source = { kind = "decret", title = "Décret", url = "https://example.org" }"#,
            "",
            7,
            "missing field `source`",
        ),
        (
            r#", url = "https://example.org""#,
            "",
            7,
            "give the `url` of the source",
        ),
        (
            r#"https://example.org"#,
            "http://example.org",
            7,
            "not an https address",
        ),
        (r#"454.63"#, "454.635", 7, "more than 2 decimals"),
        (r#"454.63"#, "454,63", 7, "is not a number"),
        (r#"454.63"#, "45463000.63", 7, "too large for a dated value"),
        (r#"2009-06-01"#, "1899-12-31", 7, "is before 1900"),
        (r#"2009-06-01"#, "2009-06-31", 7, "not a date"),
        (r#"2009-06-01"#, "2016-01-01", 3, "comes after"),
        (r#"2009-06-01"#, "2010-01-01", 3, "say it with `since`"),
        (
            r#"value = "454.63","#,
            r#"value = "454.63", published = "2011-01-01","#,
            7,
            "more than a year after",
        ),
        (r#"id = "rsa.essai""#, r#"id = "Essai""#, 3, "is not an id"),
        (r#"en = "Trial""#, r#"en = """#, 3, "empty text"),
        (r#"label"#, "price", 5, "unknown field `price`"),
    ];
    for (good, bad, line, expected) in cases {
        let found = problems(&GOOD.replacen(good, bad, 1));
        let start = format!("src/law/trial.toml:{line}: ");
        let told = found
            .iter()
            .any(|problem| problem.starts_with(&start) && problem.contains(expected));
        assert!(told, "`{good}` → `{bad}`: {found:?}");
    }
}

#[test]
fn the_build_refuses_a_parameter_defined_twice() {
    let file = |name: &str| (format!("src/law/{name}.toml"), GOOD.to_owned());
    let found = parameters::read_all(&BTreeMap::from([file("one"), file("two")]))
        .err()
        .unwrap();
    assert!(found[0].contains("`rsa.essai` is defined twice"), "{found:?}");
}
