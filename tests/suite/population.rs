//! The simulated population: the same whoever draws it, and honest about what it misses.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tarif_social::api::DEFAULT_REGIMES;
use tarif_social::household::Benefit;
use tarif_social::population::{
    Activity, Assumptions, Base, CompareAnswer, Compared, Counted, Drawn, Figure, Model, Question, Setting, Source,
    Standing, Study, Tally, board,
};
use tarif_social::regimes::bill::bill;
use tarif_social::regimes::evaluate::entitled;
use tarif_social::regimes::{Regime, Tariff, by_id};
use tarif_social::units::{Cents, Month};

fn model(base: Base) -> Model {
    Model::new(base, Assumptions::default()).unwrap()
}

fn setting(base: Base) -> Setting {
    Setting::new(base, Setting::usual_month(base)).unwrap()
}

fn defaults() -> Vec<&'static Regime> {
    DEFAULT_REGIMES.iter().map(|id| by_id(id).unwrap()).collect()
}

/// The defaults over so many households of France, without the other hypotheses.
pub fn question(size: u64, seed: u64) -> Question<'static> {
    Question {
        base: Base::France2022,
        month: None,
        size,
        seed,
        assumptions: Assumptions::default(),
        hypotheses: false,
        regimes: defaults(),
    }
}

fn compare(question: Question<'_>) -> CompareAnswer {
    Study::new(question).unwrap().run()
}

fn json(comparison: &CompareAnswer) -> String {
    serde_json::to_string(comparison).unwrap()
}

#[test]
fn a_household_depends_on_the_seed_and_on_its_number_alone() {
    let model = model(Base::France2022);
    let mut from_start = Source::new(7, 0);
    let drawn: Vec<String> = (0..300).map(|_| format!("{:?}", model.draw(&mut from_start))).collect();
    for first in [1_usize, 63, 64, 255] {
        let mut later = Source::new(7, first as u64);
        assert_eq!(
            format!("{:?}", model.draw(&mut later)),
            drawn[first],
            "household {first}"
        );
    }
    let mut other = Source::new(8, 0);
    assert_ne!(format!("{:?}", model.draw(&mut other)), drawn[0]);
}

/// The bits of a draw: they change when the recipe or a margin does, and with nothing else. The WebAssembly of the lab
/// must give these very bytes.
#[test]
fn a_draw_keeps_its_bits() {
    let model = model(Base::France2022);
    let mut source = Source::new(2014, 0);
    let mut digest = Sha256::new();
    for _ in 0..10_000 {
        // Every field; numbers are written with all the digits that tell them apart.
        digest.update(format!("{:?}", model.draw(&mut source)));
    }
    let hash = digest.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    assert_eq!(hash, "0b15ac2b79974d2f");
}

#[test]
fn tasks_done_in_any_order_give_the_same_answer() {
    let study = Study::new(Question {
        hypotheses: true,
        ..question(3_000, 5)
    })
    .unwrap();
    let forward = json(&study.run());
    let mut workers = [(); 3].map(|()| study.begin());
    for (place, task) in study.tasks().iter().rev().enumerate() {
        study.work(&mut workers[place * place % 3], task);
    }
    let [mut sums, second, third] = workers;
    sums.merge(&third);
    sums.merge(&second);
    assert_eq!(json(&study.answer(&sums)), forward);
}

#[test]
fn what_is_counted_is_what_the_rules_say_household_by_household() {
    let (size, base) = (4_000, Base::France2022);
    let comparison = compare(question(size, 3));
    let (model, setting) = (model(base), setting(base));
    let regimes = defaults();
    let mut source = Source::new(3, 0);
    let mut found = vec![(0_u64, 0_u64, 0_i64); regimes.len()];
    let mut poor = 0;
    for _ in 0..size {
        let counted = Counted::of(&model, &setting, &model.draw(&mut source));
        let judged = &counted.judged;
        poor += u64::from(counted.poor);
        for (regime, (covered, covered_poor, saving)) in regimes.iter().zip(&mut found) {
            if entitled(regime, &judged.facts, &judged.rights, &setting.values) {
                *covered += 1;
                *covered_poor += u64::from(counted.poor);
                let bill = bill(regime, &judged.facts, &judged.rights, &setting.values);
                *saving += bill.map_or(0, |bill| bill.saving_year.count());
            }
        }
    }
    for (outcome, (covered, covered_poor, saving)) in comparison.regimes.iter().zip(found) {
        let near = |found: Option<f64>, wanted: f64| {
            let found = found.unwrap_or(wanted);
            assert!(
                (found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0),
                "{}: {found} for {wanted}",
                outcome.id
            );
        };
        near(outcome.share.value, covered as f64 / size as f64);
        near(outcome.poor_left_out.value, 1.0 - covered_poor as f64 / poor as f64);
        near(outcome.saving.value, saving as f64 / 100.0 / covered as f64);
        // Groups share out the covered households.
        for by in ["tenth", "type", "age", "tenure", "place", "activity"] {
            let sum: f64 = outcome
                .groups
                .iter()
                .filter(|group| group.by == by)
                .filter_map(|group| group.covered.value)
                .sum();
            let whole = outcome.covered.value.unwrap();
            // Small groups are not shown: what is shown never goes beyond the whole.
            assert!(sum <= whole * (1.0 + 1e-9), "{} by {by}: {sum} of {whole}", outcome.id);
        }
    }
}

#[test]
fn regimes_stand_to_each_other_as_their_criteria_do() {
    let comparison = compare(question(20_000, 11));
    let outcome = |id: &str| comparison.regimes.iter().find(|outcome| outcome.id == id).unwrap();
    let share = |id: &str| outcome(id).share.value.unwrap();
    assert!((share("R20") - 1.0).abs() < 1e-12, "R20 is for everybody");
    assert!(share("R1") <= share("R3"), "R3 only adds RSA activité to R1");
    assert!(share("R6") <= share("R5"), "R5 lists the households of R6, and others");
    assert!(
        outcome("R5").costs.is_empty() && !outcome("R5").priced,
        "R5 names no price"
    );
    let pair = |first: &str, second: &str| {
        comparison
            .pairs
            .iter()
            .find(|pair| pair.first == first && pair.second == second)
            .unwrap()
    };
    // Nobody is too few to be shown.
    assert_eq!(pair("R5", "R6").only_second, Figure::HIDDEN);
    assert!(pair("R5", "R6").only_first.value.is_some() && !pair("R5", "R6").same);
    assert!(pair("R1", "R3").same, "no RSA activité since 2016");
    let parting = &pair("R6", "R14").part_at[0];
    assert!(!parting.is_empty(), "somebody of R6 is above the poverty line");
    let costs = &outcome("R6").costs;
    let [all, operator, state] = costs.as_slice() else {
        panic!("{costs:?}")
    };
    assert!(all.low.value < all.central.value && all.central.value < all.high.value);
    let halves = operator.central.value.unwrap() + state.central.value.unwrap();
    assert!((halves / all.central.value.unwrap() - 1.0).abs() < 1e-9);
}

/// With few households, half a width reaches below nothing and beyond the whole: what is shown does not.
#[test]
fn no_interval_goes_below_nothing_nor_beyond_the_whole() {
    let comparison = compare(Question {
        hypotheses: true,
        ..question(4_000, 9)
    });
    let bounded = |figure: &Figure, most: f64| {
        for [low, high] in [figure.sampling, figure.model, figure.together].into_iter().flatten() {
            assert!((0.0..=most).contains(&low) && low <= high && high <= most, "{figure:?}");
        }
    };
    for group in &comparison.groups {
        bounded(&group.households, f64::INFINITY);
        bounded(&group.poor, 1.0);
    }
    for outcome in &comparison.regimes {
        for share in [&outcome.share, &outcome.poor_left_out, &outcome.covered_not_poor] {
            bounded(share, 1.0);
        }
        for group in &outcome.groups {
            bounded(&group.share, 1.0);
            bounded(&group.saving_of_left, f64::INFINITY);
        }
    }
}

/// Every figure of an answer with its path, and the path of every number that is not in one.
fn walk(value: &Value, path: &str, figures: &mut Vec<(String, Value)>, bare: &mut Vec<String>) {
    match value {
        Value::Object(fields) if fields.contains_key("sampling") => figures.push((path.to_owned(), value.clone())),
        Value::Object(fields) => {
            for (name, inner) in fields {
                walk(inner, &format!("{path}/{name}"), figures, bare);
            }
        }
        Value::Array(list) => {
            for (place, inner) in list.iter().enumerate() {
                walk(inner, &format!("{path}/{place}"), figures, bare);
            }
        }
        Value::Number(_) => bare.push(path.rsplit('/').next().unwrap().to_owned()),
        _ => {}
    }
}

/// In Pays de la Loire 40,000 simulated households stand for 43 each: 500 households are 12 of them, and 20 are 868.
#[test]
fn no_figure_rests_on_fewer_than_500_households_or_20_simulated_ones() {
    // So dear that it spares nearly nobody anything.
    let mut dear = by_id("R1").unwrap().clone();
    dear.id = "dear".into();
    let Tariff::PriceCap(cap) = &mut dear.tariff else {
        panic!("{:?}", dear.tariff)
    };
    cap.price.ttc = Cents::new(9_000);
    for (size, fewest) in [(40_000, 868.0), (200_000, 500.0)] {
        let comparison = compare(Question {
            base: Base::PaysDeLaLoire,
            hypotheses: true,
            regimes: ["R1", "R2", "R5", "R6", "R19", "R20"]
                .map(|id| by_id(id).unwrap())
                .into_iter()
                .chain([&dear])
                .collect(),
            ..question(size, 2014)
        });
        let (mut figures, mut bare) = (Vec::new(), Vec::new());
        walk(&serde_json::to_value(&comparison).unwrap(), "", &mut figures, &mut bare);
        bare.sort();
        bare.dedup();
        // A number that is in no figure says what was asked, or is a share held to the same rule below.
        assert_eq!(
            bare,
            [
                "above",
                "criterion",
                "effective_size",
                "first_covers_more_poor",
                "households",
                "poverty_line",
                "second_covers_more_poor",
                "seed",
                "share",
                "size"
            ],
        );
        let hidden = |figure: &Value| figure.as_object().unwrap().values().all(Value::is_null);
        let (mut shown, mut withheld) = (0, 0);
        for (path, figure) in &figures {
            let value = figure["value"].as_f64();
            assert_eq!(value.is_none(), hidden(figure), "{path}: {figure}");
            let counts = [
                "covered",
                "better_off",
                "before",
                "relieved",
                "households",
                "only_first",
                "only_second",
            ];
            let counted =
                counts.iter().any(|count| path.ends_with(&format!("/{count}"))) || path.contains("/better_with");
            assert!(
                !counted || value.is_none_or(|value| value >= fewest),
                "{path}: {figure}"
            );
            let effective = figure["effective"].as_f64();
            let stands_for = effective.map(|effective| effective * comparison.households / size as f64);
            assert!(
                stands_for.is_none_or(|households| households >= fewest * 0.999),
                "{path}: {figure}"
            );
            shown += usize::from(value.is_some());
            withheld += usize::from(value.is_none());
        }
        assert!(shown > 500 && withheld > 50, "{shown} {withheld}");

        let whole = comparison.households;
        for outcome in &comparison.regimes {
            let rests = |figures: &[&Figure], count: Option<f64>| {
                for figure in figures {
                    assert!(figure.value.is_none() || count.is_some(), "{}: {figure:?}", outcome.id);
                }
            };
            rests(
                &[&outcome.saving, &outcome.saving_of_left, &outcome.covered_not_poor],
                outcome.covered.value,
            );
            for cost in &outcome.costs {
                rests(&[&cost.low, &cost.central, &cost.high], outcome.better_off.value);
            }
            for group in &outcome.groups {
                rests(&[&group.saving, &group.saving_of_left], group.covered.value);
            }
            // A share rests on its whole: none of a hundredth is as sure as another.
            assert!(outcome.share.value.is_some() && outcome.poor_left_out.value.is_some());
        }
        let poor = |id: &str| {
            let outcome = comparison.regimes.iter().find(|outcome| outcome.id == id).unwrap();
            let poor = comparison.groups[0].poor.value.unwrap() * whole;
            (1.0 - outcome.poor_left_out.value.unwrap()) * poor
        };
        for pair in &comparison.pairs {
            let [out_of_second, out_of_first] = &pair.part_at;
            assert!(out_of_second.is_empty() || pair.only_first.value.is_some());
            assert!(out_of_first.is_empty() || pair.only_second.value.is_some());
            let most = poor(&pair.first).max(poor(&pair.second));
            for share in [pair.first_covers_more_poor, pair.second_covers_more_poor] {
                assert_eq!(share.is_some(), most >= fewest, "{pair:?}");
            }
        }
        assert!(comparison.pairs.iter().any(|pair| !pair.part_at[0].is_empty()));
    }
}

/// A weighted file is as precise as fewer households of equal weight: Kish, (Σw)² ÷ Σw².
#[test]
fn the_effective_size_falls_with_uneven_weights() {
    let base = Base::France2022;
    let (model, setting) = (model(base), setting(base));
    let compared = Compared::new(defaults());
    let tally = |weights: &[u64]| {
        let (mut tally, mut source) = (Tally::new(&compared), Source::new(1, 0));
        for weight in weights {
            let mut counted = Counted::of(&model, &setting, &model.draw(&mut source));
            counted.weight = *weight;
            tally.add(&compared, &setting.values, &counted, false);
        }
        tally
    };
    assert!(tally(&[]).effective_size().abs() < 1e-9);
    let even = tally(&[1000; 60]);
    assert!((even.effective_size() - 60.0).abs() < 1e-9);
    // Weights of 1 and 3, as many of each: (4 n)² ÷ 10 n, of 2 n households.
    let mut uneven = tally(&[1000, 3000].repeat(30));
    assert!((uneven.effective_size() - 48.0).abs() < 1e-9);
    // And the squares add up as the rest does.
    uneven.merge(&even);
    assert!((uneven.effective_size() - 180.0 * 180.0 / 360.0).abs() < 1e-9);
    let comparison = compare(question(4_000, 3));
    assert!((comparison.effective_size - 4_000.0).abs() < 1e-6);
    let covered = &comparison.regimes[0].covered;
    let wanted = 4_000.0 * covered.value.unwrap() / comparison.households;
    assert!((covered.effective.unwrap() - wanted).abs() < 1e-6, "{covered:?}");
}

#[test]
fn the_board_says_what_is_met_and_what_is_missed() {
    let missed = |base: Base| -> Vec<&'static str> {
        let board = board(&model(base), &setting(base), 100_000, 2014);
        assert_eq!(board.held_back.len(), 4);
        assert!(
            board
                .held_back
                .iter()
                .all(|line| line.standing == Standing::WithoutTarget && line.target.is_none())
        );
        let lines = board.lines.iter().filter(|line| line.standing == Standing::Missed);
        lines.map(|line| line.id).collect()
    };
    // Known misses, each said on the board; whoever mends one takes it off this list, whoever breaks another sees it here.
    let owners = ["owners_q1", "owners_q2", "owners_q3", "owners_q4", "owners_q5"];
    assert_eq!(missed(Base::France2022), [&owners[..], &["health_cover"]].concat());
    assert_eq!(missed(Base::France2017), [&["poverty"], &owners[..]].concat());
    assert_eq!(missed(Base::PaysDeLaLoire), ["poverty_lone_parent"]);
}

/// Those on RSA and AAH work as often as published (12 and 18 %), and nobody works without resources.
#[test]
fn who_receives_a_minimum_income_works_as_often_as_published() {
    let model = model(Base::France2022);
    let mut source = Source::new(9, 0);
    let drawn: Vec<_> = (0..60_000).map(|_| model.draw(&mut source)).collect();
    let in_work = |who: &dyn Fn(&Drawn) -> bool| {
        let among = drawn.iter().filter(|drawn| who(drawn));
        let (all, at_work) = among.fold((0.0, 0.0), |(all, at_work), drawn| {
            (
                all + 1.0,
                at_work + f64::from(u8::from(drawn.activity == Activity::Worker)),
            )
        });
        at_work / all
    };
    let of_rsa = in_work(&|drawn| drawn.receives_rsa);
    assert!((of_rsa - 0.12).abs() < 0.02, "{of_rsa}");
    let alone = in_work(&|drawn| drawn.aah && drawn.adults + drawn.grown == 1);
    assert!((alone - 0.18).abs() < 0.04, "{alone}");
    assert!(in_work(&|drawn| drawn.rsa.is_some_and(|level| level <= 0.0)) <= 0.0);
}

/// Arcep, before tax: 36.1 € in 2012, 33.3 € in 2022, 34.5 € in 2023, 36.0 € in 2024, the last one.
#[test]
fn bills_are_those_published_for_the_year_of_the_rules() {
    let base = Base::France2022;
    let bills = |year: i32| {
        let month = Month::new(year, 10);
        let model = Model::at_prices_of(year, base, Assumptions::default()).unwrap();
        let setting = Setting::new(base, month).unwrap();
        let mut source = Source::new(3, 0);
        let bill = |drawn: &Drawn| setting.judge(&model, drawn).facts.internet_price.count() as f64;
        (0..5_000).map(|_| bill(&model.draw(&mut source))).sum::<f64>()
    };
    let usual = bills(2022);
    for (year, bill) in [(2012, 36.1), (2023, 34.5), (2026, 36.0)] {
        let moved = bills(year) / usual;
        assert!((moved - bill / 33.3).abs() < 1e-3, "{year}: {moved}");
    }
}

#[test]
fn those_drawn_as_eligible_for_rsa_are_those_the_rule_finds_eligible() {
    let base = Base::France2022;
    let (model, setting) = (model(base), setting(base));
    let mut source = Source::new(1, 0);
    let (mut eligible, mut receiving) = (0, 0);
    for place in 0..50_000 {
        let drawn = model.draw(&mut source);
        let judged = setting.judge(&model, &drawn);
        assert_eq!(
            judged.rights.rsa.total > Cents::ZERO,
            drawn.rsa.is_some(),
            "household {place}: {drawn:?}"
        );
        assert!(drawn.rsa.is_some() || !drawn.receives_rsa);
        assert_eq!(judged.facts.receives(Benefit::Rsa), drawn.receives_rsa);
        eligible += u32::from(drawn.rsa.is_some());
        receiving += u32::from(drawn.receives_rsa);
    }
    // Published: two thirds of those eligible receive it.
    let take_up = f64::from(receiving) / f64::from(eligible);
    assert!((0.62..0.72).contains(&take_up), "{take_up}");
}

#[test]
fn richer_assumptions_cover_fewer_households_under_an_income_rule() {
    let with = |shift: f64| {
        let mut assumptions = Assumptions::default();
        assumptions.set("income_shift", shift).unwrap();
        let regimes = vec![by_id("R14").unwrap()];
        compare(Question {
            assumptions,
            regimes,
            ..question(20_000, 2)
        })
        .regimes[0]
            .share
            .value
            .unwrap()
    };
    let (low, usual, high) = (with(-0.05), with(0.0), with(0.05));
    assert!(low > usual + 0.015 && usual > high + 0.01, "{low} {usual} {high}");
}

/// The benefits are set on their published counts once: with poorer households more are eligible, and the interval of a rule
/// that rests on them says so.
#[test]
fn benefits_move_with_the_hypotheses_on_incomes() {
    let receiving = |shift: f64| {
        let mut assumptions = Assumptions::default();
        assumptions.set("income_shift", shift).unwrap();
        let (model, mut source) = (Model::new(Base::France2022, assumptions).unwrap(), Source::new(6, 0));
        let mut found = [0.0; 4];
        for _ in 0..60_000 {
            let drawn = model.draw(&mut source);
            for (sum, receives) in
                found
                    .iter_mut()
                    .zip([drawn.receives_rsa, drawn.aah, drawn.aspa, drawn.housing_benefit])
            {
                *sum += f64::from(u8::from(receives));
            }
        }
        found
    };
    let (poorer, usual, richer) = (receiving(-0.05), receiving(0.0), receiving(0.05));
    for benefit in 0..4 {
        assert!(
            poorer[benefit] > 1.02 * usual[benefit],
            "{benefit}: {poorer:?} {usual:?}"
        );
        assert!(
            richer[benefit] < 0.98 * usual[benefit],
            "{benefit}: {richer:?} {usual:?}"
        );
    }
    let comparison = compare(Question {
        hypotheses: true,
        regimes: vec![by_id("R1").unwrap()],
        ..question(20_000, 6)
    });
    let covered = &comparison.regimes[0].covered;
    let (value, [low, high]) = (covered.value.unwrap(), covered.model.unwrap());
    assert!(low < 0.95 * value && high > 1.05 * value, "{covered:?}");
}

#[test]
fn what_cannot_be_compared_is_refused_with_the_reason() {
    let refused = |question: Question<'static>| Study::new(question).unwrap_err();
    assert!(refused(question(999, 1)).contains("choose from 1000 to 30907289"));
    assert!(refused(question(30_907_290, 1)).contains("`30907290`"));
    assert!(
        refused(Question {
            regimes: Vec::new(),
            ..question(1_000, 1)
        })
        .contains("choose from 1 to")
    );
    let month = Some(Month::new(2031, 1));
    assert!(
        refused(Question {
            month,
            ..question(1_000, 1)
        })
        .contains("outside what the sources cover")
    );
}

#[test]
fn an_old_month_tells_socle_and_activite_apart() {
    let month = Some(Month::new(2014, 11));
    let base = Base::France2017;
    let comparison = compare(Question {
        month,
        base,
        ..question(20_000, 4)
    });
    let share = |id: &str| {
        comparison
            .regimes
            .iter()
            .find(|outcome| outcome.id == id)
            .unwrap()
            .share
            .value
            .unwrap()
    };
    assert!(share("R3") > 1.2 * share("R1"), "{} {}", share("R3"), share("R1"));
}
