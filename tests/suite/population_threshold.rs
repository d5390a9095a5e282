//! Every threshold at once, against the comparison of a regime that has that very threshold.

use tarif_social::population::{
    Assumptions, Base, Counted, Figure, Intervals, Model, Question, Setting, Source, Study, Threshold, Thresholds,
    pieces,
};
use tarif_social::regimes::bill::bill;
use tarif_social::regimes::evaluate::entitled;
use tarif_social::regimes::{Criterion, Limit, Regime, by_id};
use tarif_social::units::{Cents, Month, Rate};

fn question(regimes: Vec<&Regime>) -> Question<'_> {
    Question {
        base: Base::France2022,
        month: None,
        size: 20_000,
        seed: 2014,
        assumptions: Assumptions::default(),
        hypotheses: false,
        regimes,
    }
}

fn sorted(size: u64, regime: &Regime) -> Thresholds<'_> {
    let question = Question {
        size,
        ..question(Vec::new())
    };
    Thresholds::new(&question, &[regime]).unwrap().remove(0)
}

/// The regime with its threshold moved.
fn moved(regime: &Regime, times: i64) -> Regime {
    let mut moved = regime.clone();
    moved.id = "moved".into();
    if let Criterion::Amount(comparison) = &mut moved.criteria {
        match &mut comparison.limit {
            Limit::Parameter(multiple) => multiple.times = Rate::new(times),
            Limit::Euros(euros) => euros.amount = Cents::new(euros.amount.times(Rate::new(times)).count()),
            other => panic!("{other:?}"),
        }
    }
    moved
}

/// Households covered, share of the poor covered and central cost, by the comparison.
fn compared(regime: &Regime) -> [f64; 3] {
    let answer = Study::new(question(vec![regime])).unwrap().run();
    let outcome = &answer.regimes[0];
    [
        outcome.covered.value.unwrap(),
        1.0 - outcome.poor_left_out.value.unwrap(),
        outcome.costs[0].central.value.unwrap(),
    ]
}

fn close(threshold: &Threshold, compared: [f64; 3]) {
    for (one, other) in [threshold.covered, threshold.poor_covered, threshold.cost]
        .into_iter()
        .zip(compared)
    {
        assert!(
            (one - other).abs() <= 1e-9 * other.abs(),
            "{threshold:?}: {one} is not {other}"
        );
    }
}

#[test]
fn the_best_threshold_is_the_last_one_within_the_budget() {
    for (id, budget) in [
        ("R6", 100e6),
        ("R6", 287e6),
        ("R6", 400e6),
        ("R14", 300e6),
        ("R14", 900e6),
    ] {
        let regime = by_id(id).unwrap();
        let sorted = sorted(20_000, regime);
        let take_up = regime.granting.take_up.central;
        close(&sorted.at(Rate::ONE, take_up).unwrap(), compared(regime));

        let best = sorted.within(budget, take_up).unwrap();
        assert!(best.cost <= budget, "{id}: {best:?}");
        let times = (best.times * 1e6).round() as i64;
        close(&best, compared(&moved(regime, times)));
        // The next household in would cost more than the budget.
        let next = (times + 1..times + 1_000_000)
            .map(|times| sorted.at(Rate::new(times), take_up).unwrap())
            .find(|next| next.covered > best.covered)
            .unwrap();
        assert!(next.cost > budget, "{id}: {next:?}");
    }
}

#[test]
fn a_budget_too_small_for_500_households_gives_no_threshold() {
    let regime = by_id("R14").unwrap();
    let sorted = sorted(20_000, regime);
    let central = regime.granting.take_up.central;
    assert_eq!(sorted.within(1.0, central), None);
    // 20 simulated households stand for 30,907: what pays for fewer is not shown.
    let budgets = (1..100).map(|hundreds| f64::from(hundreds) * 1e5);
    let found: Vec<Option<Threshold>> = budgets.map(|budget| sorted.within(budget, central)).collect();
    assert!(found.iter().any(Option::is_none) && found.iter().any(Option::is_some));
    assert!(
        found
            .iter()
            .flatten()
            .all(|threshold| threshold.covered >= 20.0 * 30_907_289.0 / 20_000.0)
    );
}

#[test]
fn a_regime_without_one_threshold_is_the_one_point_it_is() {
    for id in ["R3", "R15", "R20"] {
        let regime = by_id(id).unwrap();
        let (sorted, central) = (sorted(20_000, regime), regime.granting.take_up.central);
        let [point] = sorted.frontier(10, central).try_into().unwrap();
        assert!(!sorted.moves() && sorted.marginal().is_none());
        close(&point, compared(regime));
        assert_eq!(sorted.within(point.cost, central), Some(point.clone()));
        assert_eq!(sorted.within(point.cost - 1.0, central), None);
        assert_eq!(sorted.reaching(point.poor_covered, central), Some(point.clone()));
        assert_eq!(sorted.reaching(point.poor_covered + 1e-6, central), None);
    }
    let refused = |id: &str, size: u64| {
        let question = Question {
            size,
            ..question(Vec::new())
        };
        Thresholds::new(&question, &[by_id(id).unwrap()]).unwrap_err()
    };
    assert!(refused("R5", 1_000).contains("`R5` names no price"));
    let mut decided = by_id("R21").unwrap().clone();
    decided.tariff = by_id("R14").unwrap().tariff.clone();
    let refusal = Thresholds::new(&question(Vec::new()), &[&decided]).unwrap_err();
    assert!(refusal.contains("`R21` cannot be computed"), "{refusal}");
    assert!(refused("R6", 2_000_000).contains("choose from 1 to 1000000"));
}

/// The regime at a threshold on every household, by the rules: covered, share of the poor covered, central cost.
fn by_force(regime: &Regime, households: &[Counted], setting: &Setting) -> [f64; 3] {
    let weight = Base::France2022.households() as f64 / households.len() as f64;
    let (mut covered, mut poor, mut saving, mut all_poor) = (0.0, 0.0, 0.0, 0.0);
    for household in households {
        let is_poor = f64::from(u8::from(household.poor));
        all_poor += is_poor;
        let judged = &household.judged;
        if entitled(regime, &judged.facts, &judged.rights, &setting.values) {
            covered += weight;
            poor += is_poor;
            let bill = bill(regime, &judged.facts, &judged.rights, &setting.values).unwrap();
            saving += weight * bill.saving_year.count() as f64 / 100.0;
        }
    }
    let central = regime.granting.take_up.central.millionths() as f64 / 1e6;
    [covered, poor / all_poor, central * saving]
}

/// The frontier holds every threshold that none beats, each with what the rules give at that threshold, and no other.
#[test]
fn the_frontier_is_that_of_every_threshold_tried_one_by_one() {
    const SIZE: u64 = 3_000;
    let base = Base::France2022;
    let setting = Setting::new(base, Setting::usual_month(base)).unwrap();
    let model = Model::new(base, Assumptions::default()).unwrap();
    let mut source = Source::new(2014, 0);
    let households: Vec<Counted> = (0..SIZE)
        .map(|_| Counted::of(&model, &setting, &model.draw(&mut source)))
        .collect();
    for id in ["R6", "R9", "R14"] {
        let regime = by_id(id).unwrap();
        let (sorted, central) = (sorted(SIZE, regime), regime.granting.take_up.central);
        let frontier = sorted.frontier(usize::MAX, central);
        assert!(frontier.len() > 100, "{id}: {}", frontier.len());
        assert!(
            frontier
                .windows(2)
                .all(|pair| pair[0].cost < pair[1].cost && pair[0].poor_covered < pair[1].poor_covered),
            "{id}: dearer and no better"
        );
        for point in frontier.iter().step_by(20) {
            let times = (point.times * 1e6).round() as i64;
            close(point, by_force(&moved(regime, times), &households, &setting));
        }
        // R9 has no band above its own threshold.
        let highest = if id == "R9" { 1_000 } else { 3_000 };
        for thousandths in (40..highest).step_by(7) {
            let times = thousandths * 1_000;
            let tried = by_force(&moved(regime, times), &households, &setting);
            if let Some(threshold) = sorted.at(Rate::new(times), central) {
                close(&threshold, tried);
                let [_, poor, cost] = tried;
                // Something on the frontier does as well for no more.
                let reaching = sorted.reaching(poor, central).unwrap();
                assert!(
                    reaching.cost <= cost + 1.0 && reaching.poor_covered >= poor,
                    "{id} at {times}"
                );
                let numbers = |of: &Threshold| (of.times, of.covered, of.poor_covered, of.cost);
                let on_it = frontier.iter().any(|point| numbers(point) == numbers(&reaching));
                assert!(on_it, "{id} at {times}: {reaching:?}");
            }
        }
        // Few points are some of them, with both ends.
        let few = sorted.frontier(12, central);
        assert!((8..=12).contains(&few.len()), "{id}: {}", few.len());
        assert!(few.iter().all(|point| frontier.contains(point)));
        assert_eq!((few.first(), few.last()), (frontier.first(), frontier.last()));
    }
}

#[test]
fn the_marginal_effect_is_that_of_a_threshold_a_hundredth_higher() {
    let lower = moved(by_id("R9").unwrap(), 900_000);
    for regime in [&lower, by_id("R14").unwrap()] {
        let id = &regime.id;
        let marginal = sorted(20_000, regime).marginal().unwrap();
        let [before, after] = [compared(regime), compared(&moved(regime, 1_010_000))];
        let near = |found: Figure, wanted: f64| {
            let found = found.value.unwrap();
            assert!(
                (found - wanted).abs() <= 1e-6 * wanted.abs(),
                "{id}: {found} is not {wanted}"
            );
        };
        near(marginal.covered, after[0] - before[0]);
        near(marginal.cost, after[2] - before[2]);
    }
    // Above the poverty line nobody is poor: none is not a figure.
    let above = sorted(20_000, by_id("R14").unwrap()).marginal().unwrap();
    assert_eq!(above.poor, Figure::HIDDEN);
}

/// Above their last band, R9, R10 and R12 would let households in for nothing.
#[test]
fn a_threshold_is_not_moved_beyond_what_the_bands_serve() {
    for (id, highest) in [("R9", 11_000.0), ("R10", 17_400.0), ("R12", 809.0), ("R12b", 900.01)] {
        let regime = by_id(id).unwrap();
        let (sorted, central) = (sorted(20_000, regime), regime.granting.take_up.central);
        assert_eq!(sorted.highest(), Some(highest), "{id}");
        let [itself, double] = [1, 2].map(|times| sorted.at(Rate::new(times * 1_000_000), central).unwrap());
        assert_eq!((itself.covered, itself.cost), (double.covered, double.cost), "{id}");
        close(&itself, compared(regime));
        // However much is to be spent, or covered.
        let last = sorted.within(1e12, central).unwrap();
        assert!(
            last.euros.unwrap() <= highest && (last.covered - itself.covered).abs() < 1.0,
            "{id}: {last:?}"
        );
        let beyond = sorted.reaching(1.0, central);
        assert!(beyond.is_none_or(|found| found.euros.unwrap() <= highest), "{id}");
        assert_eq!(sorted.marginal(), None, "{id}");
    }
    assert_eq!(sorted(1_000, by_id("R14").unwrap()).highest(), None);

    // A lower threshold may be raised as far as the bands go, and no further.
    let lower = moved(by_id("R9").unwrap(), 500_000);
    let (sorted, central) = (sorted(20_000, &lower), lower.granting.take_up.central);
    assert_eq!(sorted.highest(), Some(11_000.0));
    assert!(sorted.marginal().is_some());
    let whole = compared(by_id("R9").unwrap());
    close(&sorted.within(1e12, central).unwrap(), whole);
    close(&sorted.at(Rate::new(4_000_000), central).unwrap(), whole);
    // Bands by another amount: whom none of them serves is not counted either.
    let mut by_income = by_id("R14").unwrap().clone();
    by_income.tariff = by_id("R12").unwrap().tariff.clone();
    let question = question(Vec::new());
    let by_income = &Thresholds::new(&question, &[&by_income]).unwrap()[0];
    let everybody = by_income.within(1e12, central).unwrap();
    assert!(
        by_income.highest().is_none() && everybody.covered < 0.5 * 30_907_289.0,
        "{everybody:?}"
    );
}

fn same(found: Option<[f64; 2]>, wanted: Option<[f64; 2]>) {
    let (found, wanted) = (found.unwrap(), wanted.unwrap());
    for (found, wanted) in found.into_iter().zip(wanted) {
        assert!((found - wanted).abs() <= 1e-9 * wanted.abs(), "{found} is not {wanted}");
    }
}

/// The regime as it is has the intervals that the comparison gives it, those of the other hypotheses included.
#[test]
fn a_threshold_has_the_intervals_of_the_comparison() {
    // More than the other hypotheses have: these begin with a reference of their own.
    let size = 52_000;
    for id in ["R6", "R14", "R20"] {
        let regime = by_id(id).unwrap();
        let question = Question {
            size,
            hypotheses: true,
            ..question(vec![regime])
        };
        let sorted = Thresholds::new(&question, &[regime]).unwrap().remove(0);
        let found = sorted.at(Rate::ONE, regime.granting.take_up.central).unwrap();
        let answer = Study::new(question).unwrap().run();
        let outcome = &answer.regimes[0];
        for (intervals, figure) in [
            (found.intervals.covered, outcome.covered),
            (found.intervals.cost, outcome.costs[0].central),
        ] {
            let Intervals {
                sampling,
                model,
                together,
            } = intervals;
            same(sampling, figure.sampling);
            same(model, figure.model);
            same(together, figure.together);
        }
        // The share of the poor it covers is what the share it leaves out leaves, though nobody of those drawn is left out.
        let (covered, left_out) = (found.intervals.poor_covered, outcome.poor_left_out);
        let rest = |ends: Option<[f64; 2]>| ends.map(|[low, high]| [1.0 - high, 1.0 - low]);
        same(covered.sampling, rest(left_out.sampling));
        same(covered.model, rest(left_out.model));
        same(covered.together, rest(left_out.together));
        let [least, _] = covered.sampling.unwrap();
        assert_eq!(least < 1.0, id != "R20", "{id}"); // everybody, in any draw
        // Chosen, not found: it does not move.
        same(found.intervals.times.together, Some([1.0, 1.0]));
        let [_, most] = found.intervals.poor_covered.together.unwrap();
        assert!(most <= 1.0);
    }
}

/// The interval of the best threshold is that of the best thresholds of the pieces, each found by force.
#[test]
fn the_best_threshold_moves_as_those_of_the_pieces_do() {
    let (regime, budget, size) = (by_id("R9").unwrap(), 400e6, 20_000);
    let setting = Setting::new(Base::France2022, Setting::usual_month(Base::France2022)).unwrap();
    let model = Model::new(Base::France2022, Assumptions::default()).unwrap();
    let mut source = Source::new(2014, 0);
    let central = regime.granting.take_up.central;
    let found = pieces(size).into_iter().map(|piece| {
        let weight = Base::France2022.households() as f64 / (piece.end - piece.start) as f64;
        let mut in_order: Vec<(i64, f64)> = piece
            .map(|_| {
                let judged = Counted::of(&model, &setting, &model.draw(&mut source)).judged;
                let facts = &judged.facts;
                let income = facts.rfr.ratio(100, facts.energy_units);
                let lets_in = |times: &i64| income < Cents::new(1_100_000).times(Rate::new(*times));
                let about = income.count() * 1_000_000 / 1_100_000;
                let saving = bill(regime, facts, &judged.rights, &setting.values)
                    .unwrap()
                    .saving_year;
                let cost = weight * saving.count() as f64 / 100.0 * central.millionths() as f64 / 1e6;
                ((about - 2..).find(lets_in).unwrap(), cost)
            })
            .collect();
        in_order.sort_by_key(|(times, _)| *times);
        let (mut spent, mut covered) = (0.0, 0.0);
        let mut best = (0.0, 0.0);
        for together in in_order.chunk_by(|one, next| one.0 == next.0) {
            spent += together.iter().map(|(_, cost)| cost).sum::<f64>();
            covered += weight * together.len() as f64;
            if spent <= budget {
                best = (together[0].0 as f64 / 1e6, covered);
            }
        }
        best
    });
    let (times, covered): (Vec<f64>, Vec<f64>) = found.unzip();
    let around = |value: f64, found: &[f64]| {
        let mean = found.iter().sum::<f64>() / 20.0;
        let variance = found.iter().map(|found| (found - mean).powi(2)).sum::<f64>() / 19.0;
        let half = 2.093 * (variance / 20.0).sqrt();
        assert!(half > 0.0);
        Some([value - half, value + half])
    };
    let best = sorted(size, regime).within(budget, central).unwrap();
    same(best.intervals.times.sampling, around(best.times, &times));
    same(best.intervals.covered.sampling, around(best.covered, &covered));
    assert_eq!(best.intervals.times.model, None);
}

/// What a search holds is not estimated, and a rule that few claim reaches few, however many it entitles.
#[test]
fn what_is_held_has_no_interval_and_who_claims_is_reached() {
    let [label, cheque] = ["R1", "R9"].map(|id| by_id(id).unwrap());
    let sorted = Thresholds::new(&super::population::question(20_000, 11), &[label, cheque]).unwrap();
    let along = &sorted[1];
    let central = cheque.granting.take_up.central;
    let within = along.within(1e8, central).unwrap();
    assert!(within.intervals.cost.together.is_none() && within.intervals.poor_covered.together.is_some());
    let reaching = along.reaching(0.5, central).unwrap();
    assert!(reaching.intervals.poor_covered.together.is_none() && reaching.intervals.cost.together.is_some());
    let first = sorted[0].within(1e8, label.granting.take_up.central).unwrap();
    assert!(first.poor_covered > within.poor_covered);
    assert!(first.poor_reached() < within.poor_reached());
}

/// Money left may be negative, and so its threshold: an interval holds its figure all the same.
#[test]
fn the_interval_of_a_threshold_below_nothing_holds_it() {
    let question = Question {
        month: Some(Month::new(2012, 10)),
        size: 30_000,
        hypotheses: true,
        ..question(Vec::new())
    };
    let regime = by_id("R16").unwrap();
    let sorted = Thresholds::new(&question, &[regime]).unwrap().remove(0);
    let found = sorted.within(30e6, regime.granting.take_up.central).unwrap();
    let [low, high] = found.intervals.times.together.unwrap();
    assert!(
        found.times < 0.0 && low <= found.times && found.times <= high,
        "{low} {} {high}",
        found.times
    );
}
