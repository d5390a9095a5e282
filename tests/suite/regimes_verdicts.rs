//! Regimes on households: verdicts, margins, the change that turns a refusal, the claim to make first, the bill.

use serde_json::{Value, json};
use tarif_social::algebra::{Range, Ranges, Verdict};
use tarif_social::benefits::{Rights, Scales, rights};
use tarif_social::explain::Language;
use tarif_social::facts::{Facts, Values, assess};
use tarif_social::household::{Benefit, HouseholdInput, Question, Territory};
use tarif_social::law::Clock;
use tarif_social::regimes::bill::{Bill, bill, together};
use tarif_social::regimes::evaluate::{changes, claim_first, entitled, examine, examine_regime, holds};
use tarif_social::regimes::{self, Criterion, Regime, words};
use tarif_social::units::{Cents, Month};

/// A household looked at in a month.
struct Case {
    facts: Facts<Ranges>,
    rights: Rights<Ranges>,
    values: Values,
}

fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from.clone(),
    }
}

/// A single tenant of 35 with housing benefit, who says everything; `changed` replaces parts of it.
fn single(month: &str, wage: &str, changed: Value) -> Case {
    let mut household = json!({
        "territory": "metropolitan",
        "persons": [{ "role": "applicant", "age": 35, "student": false, "on_leave": false, "apprentice": false, "jobseeker": false,
            "pregnant": false, "residence_condition": true, "young_worker_hours": false,
            "incomes": { "complete": true, "net_wage": wage } }],
        "family": { "recent_isolation": false },
        "benefits": { "complete": true },
        "housing": { "tenure": "tenant", "housing_benefit": "200", "collective_cable": false, "fixed_line": false,
            "social_line": false },
        "tax": { "rfr": "6000", "parts": "1" },
        "quotient_familial_caf": "500",
        "internet": { "price": "40" },
        "spending": { "complete": true },
    });
    merge(&mut household, &changed);
    let input: HouseholdInput = serde_json::from_value(household).unwrap();
    let month = Month::parse(month).unwrap();
    let household = input.check(month).unwrap();
    let values = Values::for_household(Clock { month, known_on: None }, Territory::Metropolitan).unwrap();
    let mut reading = Ranges::silent();
    let mut assessment = assess(&household, &values, &mut reading);
    let rights = rights(&mut reading, &mut assessment.facts, &values, &Scales::at(&values));
    Case {
        facts: assessment.facts,
        rights,
        values,
    }
}

fn regime(id: &str) -> &'static Regime {
    regimes::by_id(id).unwrap()
}

impl Case {
    fn verdict(&self, id: &str) -> Verdict {
        entitled(regime(id), &self.facts, &self.rights, &self.values)
    }

    fn criterion(&self, criteria: Value) -> Verdict {
        let criteria: Criterion = serde_json::from_value(criteria).unwrap();
        let truth = holds(&criteria, &self.facts, &self.rights, &self.values);
        assert_eq!(examine(&criteria, &self.facts, &self.rights, &self.values).truth, truth);
        truth
    }

    fn bill(&self, id: &str) -> Bill<Ranges> {
        bill(regime(id), &self.facts, &self.rights, &self.values).unwrap()
    }

    fn reason(&self, id: &str, language: Language) -> String {
        let examined = examine_regime(regime(id), &self.facts, &self.rights, &self.values);
        words::reason(regime(id), &examined, language).replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn changes(&self, id: &str) -> Vec<(&'static str, Option<Cents>, String)> {
        let examined = examine_regime(regime(id), &self.facts, &self.rights, &self.values);
        changes(&examined, &self.facts)
            .iter()
            .map(|change| {
                let by = change.by.map(|by| by.exact().unwrap());
                let sentence = words::change(change, &|_| true, Language::French).replace(['\u{a0}', '\u{202f}'], " ");
                (words::kind(change.criterion), by, sentence)
            })
            .collect()
    }

    fn claims(&self, id: &str) -> Vec<Benefit> {
        claim_first(
            &examine_regime(regime(id), &self.facts, &self.rights, &self.values),
            &self.facts,
        )
    }
}

fn cents(range: Range) -> Cents {
    range.exact().unwrap()
}

fn euros(text: &str) -> Cents {
    text.parse().unwrap()
}

/// 2012: RSA activité was refused the label's offer. 509.30 and 61.12 of flat housing: the socle ends at 448.18.
#[test]
fn rsa_activite_is_refused_by_the_label_and_accepted_once_the_line_is_dropped() {
    let worker = single("2014-11", "490.35", json!({}));
    assert_eq!(worker.verdict("R1"), Verdict::No);
    assert_eq!(worker.verdict("R3"), Verdict::Yes);
    assert_eq!(
        worker.reason("R1", Language::French),
        "Vous ne remplissez pas les conditions de « Label de 2012, RSA socle » : vos ressources et le forfait logement \
         (551,47 € par mois) dépassent de 42,17 € le montant forfaitaire du RSA (509,30 €)."
    );
    assert_eq!(
        worker.reason("R1", Language::English),
        "You do not meet the conditions of “2012 label, RSA socle”: your resources and the housing lump sum (€551.47 a month) \
         are €42.17 above the guaranteed amount of the RSA (€509.30)."
    );
    assert_eq!(worker.claims("R3"), [Benefit::Rsa]);
}

/// The amount said is exact: with it the verdict flips, one cent short it does not.
#[test]
fn the_change_that_turns_a_refusal_is_exact_to_the_cent() {
    for (month, wage) in [
        ("2014-11", 49_035),
        ("2014-11", 44_818),
        ("2026-06", 70_000),
        ("2026-06", 56_800),
    ] {
        let text = |cents: i64| Cents::new(cents).to_string();
        let refused = single(month, &text(wage), json!({}));
        assert_eq!(refused.verdict("R1"), Verdict::No, "{month} {wage}");
        let (kind, by, _) = refused.changes("R1").remove(0);
        let by = by.unwrap().count();
        assert_eq!(kind, "right");
        assert_eq!(
            single(month, &text(wage - by), json!({})).verdict("R1"),
            Verdict::Yes,
            "{month} {wage} less {by}"
        );
        assert_eq!(
            single(month, &text(wage - by + 1), json!({})).verdict("R1"),
            Verdict::No,
            "{month} {wage}"
        );
    }
    // R6: resources of twelve months; R11: family quotient; R9: tax income by unit
    let refused = single(
        "2026-06",
        "1000",
        json!({ "quotient_familial_caf": "742.17", "tax": { "rfr": "11000" } }),
    );
    let (_, by, sentence) = refused.changes("R11").remove(0);
    assert_eq!(by, Some(euros("42.18")));
    assert_eq!(
        sentence,
        "Il faudrait que votre quotient familial de la CAF baisse de 42,18 € par mois (limite : 700,00 €)."
    );
    assert_eq!(refused.changes("R9").remove(0).1, Some(euros("0.01")));
    let over = refused.changes("R6").remove(0).1.unwrap();
    let at = |resources: Cents| {
        let mut case = single("2026-06", "1000", json!({}));
        case.rights.c2s.as_mut().unwrap().resources = Range::from(resources);
        case.verdict("R6")
    };
    let resources = cents(refused.rights.c2s.as_ref().unwrap().resources);
    assert_eq!(at(resources - over), Verdict::Yes);
    assert_eq!(at(resources - over + Cents::new(1)), Verdict::No);
}

#[test]
fn changes_come_smallest_first_and_only_when_they_are_enough_alone() {
    let refused = single("2026-06", "1000", json!({}));
    let kinds: Vec<_> = refused.changes("R5").iter().map(|(kind, ..)| *kind).collect();
    assert_eq!(kinds, ["amount", "right", "receives"]); // 12 × (1,000 + 78.20) − 10,422 a year, then 432.51 a month
    let by: Vec<_> = refused.changes("R5").iter().filter_map(|(_, by, _)| *by).collect();
    assert_eq!(by, [euros("2516.40"), euros("432.51")]);
    // R4 asks for the cable and for RSA or AAH: no single change is enough
    assert!(refused.changes("R4").is_empty());
    // somebody entitled has nothing to change
    assert!(single("2026-06", "0", json!({})).changes("R1").is_empty());
}

#[test]
fn inside_a_not_the_change_goes_the_other_way() {
    let mut regime = regime("R1").clone();
    regime.criteria = serde_json::from_value(
        json!({ "not": [{ "amount": { "of": "quotient_familial_caf", "is": "at_most",
        "limit": { "euros": { "amount": "600", "per": "month" } } } }] }),
    )
    .unwrap();
    let case = single("2026-06", "0", json!({}));
    let examined = examine_regime(&regime, &case.facts, &case.rights, &case.values);
    assert_eq!(examined.truth, Verdict::No);
    let change = changes(&examined, &case.facts).remove(0);
    assert!(!change.holds);
    assert_eq!(change.by.and_then(Range::exact), Some(euros("100.01")));
    assert!(words::change(&change, &|_| true, Language::English).contains("higher"));
}

#[test]
fn a_right_not_claimed_yet_begins_with_the_claim() {
    let not_claimed = single("2026-06", "0", json!({}));
    assert_eq!(not_claimed.verdict("R1"), Verdict::Yes);
    assert_eq!(not_claimed.claims("R1"), [Benefit::Rsa]);
    // R13 asks for RSA or another minimum; R14 for nothing to claim
    assert_eq!(not_claimed.claims("R13"), [Benefit::Rsa]);
    assert!(not_claimed.claims("R14").is_empty());
    // resources below the ceiling are enough for R5: no claim needed
    assert_eq!(not_claimed.verdict("R5"), Verdict::Yes);
    assert!(not_claimed.claims("R5").is_empty());
    let received = single("2026-06", "0", json!({ "benefits": { "rsa": true } }));
    assert!(received.claims("R1").is_empty());
}

#[test]
fn receiving_is_not_the_same_as_the_right() {
    let unclaimed = single("2026-06", "0", json!({}));
    assert_eq!(unclaimed.criterion(json!({ "receives": ["rsa"] })), Verdict::No);
    assert_eq!(unclaimed.criterion(json!({ "right": "rsa" })), Verdict::Yes);
    let received = single("2026-06", "2000", json!({ "benefits": { "rsa": true } }));
    assert_eq!(received.criterion(json!({ "right": "rsa" })), Verdict::Yes);
    // before 2016 a payment does not say which part: the amounts do
    let worker = single("2014-11", "490", json!({ "benefits": { "rsa": true } }));
    assert_eq!(worker.criterion(json!({ "right": "rsa_socle" })), Verdict::No);
    assert_eq!(worker.criterion(json!({ "right": "rsa_activite" })), Verdict::Yes);
    assert_eq!(
        single("2014-11", "0", json!({})).criterion(json!({ "right": "rsa_activite" })),
        Verdict::No
    );
    assert_eq!(received.criterion(json!({ "right": "rsa_activite" })), Verdict::No);
    assert_eq!(worker.criterion(json!({ "right": "prime_activite" })), Verdict::No);
}

/// Each threshold on both sides, through the criterion itself.
#[test]
fn each_side_of_each_limit() {
    let case = single("2026-06", "0", json!({}));
    let quotient = |is: &str, limit: &str| {
        case.criterion(json!({ "amount": { "of": "quotient_familial_caf", "is": is,
            "limit": { "euros": { "amount": limit, "per": "month" } } } }))
    };
    for (is, below, equal, above) in [
        ("at_most", Verdict::Yes, Verdict::Yes, Verdict::No),
        ("below", Verdict::Yes, Verdict::No, Verdict::No),
        ("at_least", Verdict::No, Verdict::Yes, Verdict::Yes),
        ("above", Verdict::No, Verdict::No, Verdict::Yes),
    ] {
        // 500 against 500.01, 500 and 499.99
        assert_eq!(
            (quotient(is, "500.01"), quotient(is, "500"), quotient(is, "499.99")),
            (below, equal, above),
            "{is}"
        );
    }
    // a yearly limit on a monthly amount is brought to the month
    let yearly = |amount: &str| {
        case.criterion(json!({ "amount": { "of": "quotient_familial_caf", "is": "at_most",
            "limit": { "euros": { "amount": amount, "per": "year" } } } }))
    };
    assert_eq!((yearly("6000"), yearly("5999")), (Verdict::Yes, Verdict::No));
}

#[test]
fn limits_of_the_law_and_of_the_household() {
    let case = single(
        "2026-06",
        "0",
        json!({ "disposable_income": "1000", "tax": { "rfr": "12000", "parts": "1.5" } }),
    );
    let at = |of: &str, limit: Value| {
        let criteria: Criterion =
            serde_json::from_value(json!({ "amount": { "of": of, "is": "at_most", "limit": limit } })).unwrap();
        let compared = examine(&criteria, &case.facts, &case.rights, &case.values)
            .compared
            .unwrap();
        (
            compared.value.exact().unwrap().to_string(),
            compared.limit.exact().unwrap().to_string(),
        )
    };
    let own = |value: &str, limit: &str| (value.to_owned(), limit.to_owned());
    let parameter = |name: &str, times: &str| json!({ "parameter": { "name": name, "times": times } });
    assert_eq!(
        at("standard_of_living", parameter("poverty_line", "1")),
        own("1000.00", "1288.00")
    );
    assert_eq!(
        at("standard_of_living", parameter("poverty_line", "1.35")),
        own("1000.00", "1738.80")
    );
    assert_eq!(at("money_left", parameter("rsa.montant_forfaitaire", "1")).1, "651.69");
    assert_eq!(
        at(
            "fixed_bill",
            json!({ "share": { "of": "disposable_income", "rate": "0.02" } })
        ),
        own("40.00", "20.00")
    );
    let scale =
        |counting: &str| json!({ "scale": { "first": "573", "further": "201", "counting": counting, "per": "month" } });
    assert_eq!(at("disposable_income", scale("further_persons")).1, "573.00");
    assert_eq!(at("disposable_income", scale("persons_without_income")).1, "774.00");
    assert_eq!(
        at("rfr_per_part", json!({ "euros": { "amount": "1", "per": "year" } })).0,
        "8000.00"
    );
    assert_eq!(
        at(
            "rfr_per_energy_unit",
            json!({ "euros": { "amount": "1", "per": "year" } })
        )
        .0,
        "12000.00"
    );
}

/// Insee gives the third decile of 2021; before 2017 it is moved as the median moved; before 2010 nobody knows.
#[test]
fn the_third_decile_when_sources_give_it() {
    let third = |month: &str| {
        let case = single(month, "0", json!({ "disposable_income": "900" }));
        let Criterion::All(list) = &regime("R15").criteria else {
            panic!("R15 is not a conjunction")
        };
        let examined = examine(&list[1], &case.facts, &case.rights, &case.values);
        (examined.truth, examined.compared.map(|compared| cents(compared.limit)))
    };
    assert_eq!(third("2021-06").1, Some(euros("1530.00"))); // 18,360 a year
    assert_eq!(third("2014-11").1, Some(euros("1325.27"))); // 16,432 × 20,150 ÷ 20,820 ÷ 12
    assert_eq!(
        third("2009-09"),
        (Verdict::Maybe(tarif_social::algebra::Unknowns::NONE), None)
    );
}

#[test]
fn an_adult_must_fit_the_whole_description() {
    let couple = |first: (i64, bool), second: (i64, bool)| {
        let mut case = single("2026-06", "3000", json!({}));
        let person =
            |(age, jobseeker): (i64, bool)| (tarif_social::algebra::Whole::from(age), Verdict::from(jobseeker));
        for (described, (age, jobseeker)) in case.facts.described.iter_mut().zip([person(first), person(second)]) {
            described.present = Verdict::Yes;
            described.age = age;
            described.jobseeker = jobseeker;
        }
        case.criterion(json!({ "adult": { "age_below": 25, "jobseeker": true } }))
    };
    assert_eq!(couple((24, true), (40, false)), Verdict::Yes);
    assert_eq!(couple((24, false), (40, true)), Verdict::No); // one is young, the other looks for work
    assert_eq!(couple((25, true), (40, false)), Verdict::No);
}

#[test]
fn once_per_household() {
    let with = |line: Value| single("2026-06", "0", json!({ "housing": { "social_line": line } }));
    assert_eq!(with(json!(false)).verdict("R18"), Verdict::Yes);
    assert_eq!(with(json!(true)).verdict("R18"), Verdict::No);
    assert!(
        with(json!(true))
            .reason("R18", Language::French)
            .ends_with("une ligne du foyer a déjà un tarif social.")
    );
    let unknown = with(Value::Null).verdict("R18");
    assert_eq!(
        Question::among(unknown.open()).collect::<Vec<_>>(),
        [Question::SocialLine]
    );
    assert_eq!(with(json!(true)).verdict("R1"), Verdict::Yes); // the label did not say so
}

#[test]
fn unknown_stays_unknown_until_it_cannot_matter() {
    let case = single("2026-06", "0", json!({ "quotient_familial_caf": null }));
    assert!(matches!(case.verdict("R11"), Verdict::Maybe(open) if open == Question::QuotientFamilialCaf.open()));
    assert!(case.changes("R11").is_empty());
    assert_eq!(case.verdict("R20"), Verdict::Yes);
    assert!(matches!(case.verdict("R21"), Verdict::Maybe(open) if open.is_empty()));
    let around = single(
        "2026-06",
        "0",
        json!({ "quotient_familial_caf": { "from": "600", "to": "699.99" } }),
    );
    assert_eq!(around.verdict("R11"), Verdict::Yes);
    let astride = single(
        "2026-06",
        "0",
        json!({ "quotient_familial_caf": { "from": "600", "to": "700" } }),
    );
    assert!(matches!(astride.verdict("R11"), Verdict::Maybe(_)));
    assert!(
        astride
            .reason("R11", Language::French)
            .contains("entre 600,00 € et 700,00 € par mois")
    );
}

#[test]
fn the_saving_is_counted_on_the_own_bill() {
    let case = |price: &str, changed: Value| {
        let mut internet = json!({ "internet": { "price": price } });
        merge(&mut internet, &changed);
        single("2026-06", "0", internet)
    };
    let saving = |case: &Case, id: &str| cents(case.bill(id).saving).to_string();
    let dear = case("43.20", json!({ "disposable_income": "600" }));
    assert_eq!(saving(&dear, "R1"), "20.20"); // 43.20 − 23
    assert_eq!(saving(&dear, "R6"), "15.59"); // half of 31.18
    assert_eq!(saving(&dear, "R12"), "15.59"); // family quotient of 500: 50 %
    assert_eq!(saving(&dear, "R15"), "31.20"); // down to 2 % of 600
    assert_eq!(saving(&dear, "R19"), "9.25");
    assert_eq!(saving(&dear, "R9"), "12.17"); // 6,000 by unit, one unit: 146 a year
    assert_eq!(cents(dear.bill("R9").saving_year), euros("146"));
    assert_eq!(cents(dear.bill("R8").saving_year), euros("97.50"));
    assert_eq!(cents(dear.bill("R1").after), euros("23"));
    assert!(bill(regime("R5"), &dear.facts, &dear.rights, &dear.values).is_none());
    // never below nothing, and no saving on a bill that is lower already
    let cheap = case("8", json!({}));
    assert_eq!(
        (saving(&cheap, "R1").as_str(), cheap.bill("R1").cheaper_already),
        ("0.00", Verdict::Yes)
    );
    assert_eq!(
        (saving(&cheap, "R19").as_str(), cents(cheap.bill("R19").after)),
        ("8.00", Cents::ZERO)
    );
    assert_eq!(cents(cheap.bill("R9").saving_year), euros("96"));
    // nothing is paid: nothing is saved, and it is not "cheaper already"
    let without = case("0", json!({}));
    assert_eq!(
        (saving(&without, "R1").as_str(), without.bill("R1").cheaper_already),
        ("0.00", Verdict::No)
    );
    // an unknown bill leaves the saving between two amounts
    let unknown = case("0", json!({ "internet": { "price": { "from": "20", "to": "43.20" } } })).bill("R1");
    assert_eq!(
        (unknown.saving.low(), unknown.saving.high()),
        (Cents::ZERO, euros("20.20"))
    );
    assert_eq!((unknown.after.low(), unknown.after.high()), (euros("20"), euros("23")));
}

#[test]
fn a_cheque_follows_income_and_units() {
    let cheque = |rfr: &str, persons: usize| {
        let mut case = single("2026-06", "0", json!({ "tax": { "rfr": rfr } }));
        case.facts.energy_units = tarif_social::algebra::Whole::from([100, 150, 180, 210][persons - 1]);
        cents(case.bill("R9").saving_year).to_string()
    };
    assert_eq!(cheque("5699.99", 1), "194.00");
    assert_eq!(cheque("5700", 1), "146.00");
    assert_eq!(cheque("10999.99", 1), "48.00");
    assert_eq!(cheque("11000", 1), "0.00");
    assert_eq!(cheque("5700", 2), "240.00"); // 3,800 by unit
    assert_eq!(cheque("5700", 4), "277.00");
    assert_eq!(cheque("23100", 4), "0.00"); // 11,000 by unit
}

#[test]
fn several_aids_take_off_what_is_left() {
    let case = single("2026-06", "0", json!({ "internet": { "price": "30" } }));
    let put = |ids: &[&str]| {
        let regimes: Vec<&Regime> = ids.iter().map(|id| regime(id)).collect();
        let put = together(&regimes, &case.facts, &case.rights, &case.values);
        let savings: Vec<String> = put.savings.iter().map(|saving| cents(*saving).to_string()).collect();
        (
            savings.join(" "),
            cents(put.before).to_string(),
            cents(put.after).to_string(),
        )
    };
    let own = |savings: &str, after: &str| (savings.to_owned(), "30.00".to_owned(), after.to_owned());
    assert_eq!(put(&["R19", "R9"]), own("9.25 12.17", "8.58"));
    assert_eq!(put(&["R9", "R19"]), own("12.17 9.25", "8.58"));
    assert_eq!(put(&["R14", "R19", "R9"]), own("20.00 9.25 0.75", "0.00"));
    assert_eq!(put(&["R4", "R14"]), own("0.00 20.00", "10.00")); // not entitled to R4: no collective cable
}

#[test]
fn an_aid_on_another_bill_leaves_the_internet_bill_alone() {
    let lines = json!([{ "post": "landline", "amount": "17.96" }, { "post": "mobile", "amount": "10" }]);
    let changed = json!({ "internet": { "price": "30" }, "housing": { "fixed_line": true },
        "spending": { "complete": true, "lines": lines } });
    let case = single("2026-06", "0", changed);
    assert_eq!(cents(case.bill("R2").saving), euros("11.47"));
    let put = together(
        &[regime("R2"), regime("R14"), regime("R18b")],
        &case.facts,
        &case.rights,
        &case.values,
    );
    let savings: Vec<_> = put.savings.iter().map(|saving| cents(*saving)).collect();
    assert_eq!(cents(put.before), euros("57.96"));
    assert_eq!(savings, [euros("11.47"), euros("20"), Cents::ZERO]); // 26.49 left in all: below the 40 of R18b
    assert_eq!(cents(put.after), euros("26.49"));
}

/// Every built-in regime on every household of the list: the tree agrees with the plain reading, and says something.
#[test]
fn every_regime_has_words_for_every_household() {
    let wages = ["0", "490", "1200", "2500"];
    let nulls = json!({ "benefits": { "complete": false }, "quotient_familial_caf": null, "tax": { "rfr": null },
        "internet": { "price": null }, "persons": [{ "role": "applicant" }] });
    for month in ["2009-06", "2014-11", "2026-06"] {
        for case in wages
            .map(|wage| single(month, wage, json!({})))
            .into_iter()
            .chain([single(month, "0", nulls.clone())])
        {
            for regime in regimes::builtin() {
                let examined = examine_regime(regime, &case.facts, &case.rights, &case.values);
                assert_eq!(
                    examined.truth,
                    entitled(regime, &case.facts, &case.rights, &case.values),
                    "{}",
                    regime.id
                );
                for language in [Language::French, Language::English] {
                    let reason = words::reason(regime, &examined, language);
                    assert!(
                        reason.ends_with('.') && reason.contains(": ") || regime.id == "R21",
                        "{}: {reason}",
                        regime.id
                    );
                    assert!(!reason.contains(": ."), "{}: {reason}", regime.id);
                    for change in changes(&examined, &case.facts) {
                        assert!(words::change(&change, &|_| true, language).ends_with('.'));
                    }
                }
            }
        }
    }
}

#[test]
fn wishes_follow_if() {
    let refused = single("2026-06", "1000", json!({ "housing": { "fixed_line": true } }));
    let sentences = |id: &str| {
        refused
            .changes(id)
            .into_iter()
            .map(|(.., sentence)| sentence)
            .collect::<Vec<_>>()
    };
    assert!(sentences("R2").contains(
        &"Ce serait oui si vous receviez l'ASS (fin de droits au chômage), l'AAH (adultes handicapés) ou une pension \
          d'invalide de guerre."
            .to_owned()
    ));
    let in_search = "Ce serait oui si un adulte du foyer était dans ce cas : moins de 25 ans, en recherche d'emploi.";
    assert!(!sentences("R13").contains(&in_search.to_owned())); // she cannot be younger
    assert!(sentences("R3b").contains(&"Ce serait oui si vous aviez droit à la prime d'activité.".to_owned()));
    // the nearest of several limits is the one that is said: 12 × 432 a year against 2,516
    assert!(
        refused
            .reason("R5", Language::English)
            .contains("your resources of the last twelve months")
    );
}
