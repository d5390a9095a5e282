//! The best threshold for a budget, against the comparison of a regime that has that very threshold.

use tarif_social::population::{Assumptions, Base, Question, Study, Threshold, Thresholds};
use tarif_social::regimes::{Criterion, Limit, Regime, by_id};
use tarif_social::units::{Cents, Rate};

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
    let study = Study::new(question(vec![regime])).unwrap();
    let tasks = study.tasks();
    let answer = study.finish(tasks.iter().map(|task| (task.clone(), study.work(task))));
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
        let sorted = Thresholds::new(&question(Vec::new()), regime).unwrap();
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
    let sorted = Thresholds::new(&question(Vec::new()), regime).unwrap();
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
fn a_regime_without_one_threshold_says_so() {
    let refused = |id: &str, size: u64| {
        let question = Question {
            size,
            ..question(Vec::new())
        };
        Thresholds::new(&question, by_id(id).unwrap()).unwrap_err()
    };
    assert!(refused("R3", 1_000).contains("`R3` does not rest on one threshold"));
    assert!(refused("R15", 1_000).contains("does not rest on one threshold"));
    assert!(refused("R6", 2_000_000).contains("choose from 1 to 1000000"));
}
