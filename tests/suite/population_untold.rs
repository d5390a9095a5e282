//! What simulated households cannot tell is said, and never counted as a no; what they are in another month follows the law.

use tarif_social::population::{
    Assumptions, Base, CompareAnswer, Drawn, Equipment, Model, Outcome, Question, Setting, Source, Study, Thresholds,
};
use tarif_social::regimes::{Regime, by_id};
use tarif_social::units::{Cents, Month, Rate};

fn question(month: Option<Month>, ids: &[&str]) -> Question<'static> {
    Question {
        month,
        regimes: ids.iter().map(|id| by_id(id).unwrap()).collect(),
        ..super::population::question(20_000, 5)
    }
}

fn compared(month: Option<Month>, ids: &[&str]) -> CompareAnswer {
    Study::new(question(month, ids)).unwrap().run()
}

fn outcome<'a>(answer: &'a CompareAnswer, id: &str) -> &'a Outcome {
    answer.regimes.iter().find(|outcome| outcome.id == id).unwrap()
}

fn why_not(outcome: &Outcome) -> &str {
    &outcome.not_computable.as_ref().unwrap().en
}

#[test]
fn a_limit_that_no_source_gives_is_not_a_no() {
    let old = compared(Some(Month::new(2009, 6)), &["R14", "R15"]);
    let hidden = outcome(&old, "R15");
    assert!(why_not(hidden).contains("No source gives its limit"));
    assert!(hidden.covered.value.is_none() && hidden.poor_left_out.value.is_none() && hidden.costs.is_empty());
    assert!(old.pairs[0].first_covers_more_poor.is_none() && old.pairs[0].only_first.value.is_none());
    assert!(outcome(&old, "R14").covered.value.is_some());
    let now = compared(None, &["R14", "R15"]);
    assert!(outcome(&now, "R15").covered.value.is_some() && outcome(&now, "R15").not_computable.is_none());
    let regime = by_id("R15").unwrap();
    let refused = Thresholds::new(&question(Some(Month::new(2009, 6)), &["R15"]), &[regime]).unwrap_err();
    assert!(refused.contains("No source gives its limit"), "{refused}");
}

#[test]
fn a_benefit_that_nobody_is_drawn_with_is_not_a_no() {
    let answer = compared(None, &["R1", "R2b", "R5"]);
    let alone = outcome(&answer, "R2b");
    assert!(why_not(alone).contains("a war invalid's pension"));
    assert!(alone.covered.value.is_none());
    // One way in among others: whom the figures leave out is said.
    let among = outcome(&answer, "R5");
    let who = &among.caveat.as_ref().unwrap().en;
    assert!(
        who.contains("the ASI (invalidity)") && !who.contains("the RSA,"),
        "{who}"
    );
    assert!(among.covered.value.is_some() && among.not_computable.is_none());
    assert!(outcome(&answer, "R1").caveat.is_none());
}

/// Those who are not are told apart from those who cannot be: `not` and `all` need to tell, `any` needs one way in.
#[test]
fn what_decides_is_what_is_not_drawn() {
    let told = |criteria: &str| {
        let regime = Regime {
            criteria: serde_json::from_str(criteria).unwrap(),
            ..by_id("R20").unwrap().clone()
        };
        let base = Base::France2022;
        Setting::new(base, Setting::usual_month(base))
            .unwrap()
            .untold(&regime)
            .is_none()
    };
    assert!(told(r#"{ "receives": ["rsa", "apa"] }"#));
    assert!(!told(r#"{ "receives": ["apa"] }"#));
    assert!(!told(r#"{ "not": [{ "receives": ["apa"] }] }"#));
    assert!(!told(
        r#"{ "all": [{ "receives": ["rsa"] }, { "receives": ["apa"] }] }"#
    ));
    assert!(told(r#"{ "any": [{ "receives": ["rsa"] }, { "receives": ["apa"] }] }"#));
    assert!(!told(
        r#"{ "any": [{ "receives": ["asi"] }, { "receives": ["apa"] }] }"#
    ));
}

/// The tax notice and the family quotient of October 2021 are about 2019, those of October 2019 about 2017: between the two, own
/// incomes moved as the poverty line.
#[test]
fn tax_incomes_are_those_of_two_years_before() {
    let base = Base::France2022;
    let model = Model::new(base, Assumptions::default()).unwrap();
    let mut source = Source::new(3, 0);
    let rich = |drawn: &Drawn| drawn.living > 30_000.0 && drawn.minors == 0 && !drawn.housing_benefit && !drawn.aah;
    let drawn = std::iter::from_fn(|| Some(model.draw(&mut source))).find(rich).unwrap();
    let in_october = |year: i32| {
        let setting = Setting::new(base, Month::new(year, 10)).unwrap();
        let line = setting.values.poverty_line.unwrap().cents().count() as f64;
        let facts = setting.judge(&model, &drawn).facts;
        [
            line,
            facts.rfr.count() as f64,
            facts.quotient_familial_caf.count() as f64,
        ]
    };
    let [
        [line_2017, ..],
        [line_2019, notice_2019, quotient_2019],
        [_, notice_2021, quotient_2021],
    ] = [2017, 2019, 2021].map(in_october);
    let moved = line_2019 / line_2017;
    assert!(moved > 1.01, "too little to be seen: {moved}");
    assert!((notice_2021 / notice_2019 - moved).abs() < 1e-4);
    assert!((quotient_2021 / quotient_2019 - moved).abs() < 1e-4);
}

/// Who has no internet pays for the line at most what the ordinary line costs: 17.96 € from March 2015, 16.00 € before June 2013.
#[test]
fn a_landline_costs_no_more_than_the_ordinary_line() {
    let base = Base::France2022;
    let model = Model::new(base, Assumptions::default()).unwrap();
    for (month, most) in [(Month::new(2022, 10), 1796), (Month::new(2012, 2), 1600)] {
        let setting = Setting::new(base, month).unwrap();
        let mut source = Source::new(8, 0);
        let mut highest = Cents::ZERO;
        for _ in 0..5_000 {
            let drawn = model.draw(&mut source);
            let facts = setting.judge(&model, &drawn).facts;
            assert_eq!(
                facts.landline_price > Cents::ZERO,
                drawn.equipment == Equipment::Offline
            );
            assert!(facts.landline_price <= facts.telecom_bills);
            highest = highest.max(facts.landline_price);
        }
        assert_eq!(highest, Cents::new(most));
    }
}

/// The poverty line that stands beside the figures is in the euros of the rules.
#[test]
fn the_poverty_line_is_that_of_the_month() {
    let yearly = |month| compared(Some(month), &["R14"]).poverty_line;
    let published = |month| {
        let setting = Setting::new(Base::France2022, month).unwrap();
        setting.values.poverty_line.unwrap().cents().count() as f64 / 100.0 * 12.0
    };
    for month in [Month::new(2012, 2), Month::new(2014, 11), Month::new(2022, 10)] {
        let (found, wanted) = (yearly(month), published(month));
        assert!((found / wanted - 1.0).abs() < 1e-3, "{month}: {found} for {wanted}");
    }
}

#[test]
fn a_threshold_that_lets_everybody_in_says_so() {
    let best = |id: &str, budget: f64| {
        let sorted = Thresholds::new(&question(None, &[id]), &[by_id(id).unwrap()])
            .unwrap()
            .remove(0);
        sorted.within(budget, Rate::ONE).unwrap()
    };
    // Every household with a bill, at the price of the offer, costs less than so much.
    let all = best("R11", 20e9);
    assert!(all.everybody && all.intervals.times.together.is_none());
    assert!(!best("R11", 1e9).everybody);
    // Bands end: the threshold goes there and no further, nor does its interval.
    let ended = best("R9", 20e9);
    assert!(!ended.everybody && ended.intervals.times.together.is_none());
    assert_eq!((ended.times, ended.euros), (1.0, Some(11_000.0)));
    let [_, high] = best("R9", 0.6e9).intervals.times.together.unwrap();
    assert!(high <= 1.0, "{high}");
}

/// A rule for all covers all of them in any draw: nothing is estimated.
#[test]
fn a_rule_for_all_has_no_interval_to_speak_of() {
    let answer = compared(None, &["R20"]);
    let all = outcome(&answer, "R20");
    assert_eq!(
        (all.share.sampling, all.poor_left_out.sampling),
        (Some([1.0; 2]), Some([0.0; 2]))
    );
}

/// The health cover looks at twelve months behind (CSS R861-4): nobody loses it on New Year's Day because incomes of the new year are
/// higher.
#[test]
fn the_twelve_months_of_the_health_cover_move_month_by_month() {
    let covered = |year, month| {
        let answer = compared(Some(Month::new(year, month)), &["R6"]);
        outcome(&answer, "R6").covered.value.unwrap()
    };
    let (december, january) = (covered(2021, 12), covered(2022, 1));
    assert!((january / december - 1.0).abs() < 0.02, "{december} then {january}");
}

/// The poverty line is published for 2023 at the latest; in a later month incomes have gone on without it.
#[test]
fn a_poverty_line_that_stands_still_is_said() {
    let said = |month| {
        let answer = compared(month, &["R14", "R6"]);
        assert!(outcome(&answer, "R6").caveat.is_none());
        outcome(&answer, "R14").caveat.clone()
    };
    assert!(said(None).is_none());
    assert!(said(Some(Month::new(2023, 12))).is_none());
    let later = said(Some(Month::new(2026, 11))).unwrap();
    assert!(
        later.fr.contains("celui de 2023") && later.en.contains("that of 2023"),
        "{later:?}"
    );
}
