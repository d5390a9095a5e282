//! What drawing households, passing the rules over them and counting take, on one core. It asserts what it counts.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that meets what it does not expect must stop"
)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use tarif_social::api::DEFAULT_REGIMES;
use tarif_social::population::{Assumptions, Base, CompareAnswer, Question, Study, Thresholds};
use tarif_social::regimes;

const SIZE: u64 = 100_000;

fn question() -> Question<'static> {
    Question {
        base: Base::France2022,
        month: None,
        size: SIZE,
        seed: 2014,
        assumptions: Assumptions::default(),
        hypotheses: false,
        regimes: DEFAULT_REGIMES.iter().filter_map(|id| regimes::by_id(id)).collect(),
    }
}

fn compared() -> CompareAnswer {
    Study::new(question()).unwrap().run()
}

fn population(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("100,000 households");
    group.throughput(Throughput::Elements(SIZE)).sample_size(10);

    let answer = compared();
    let covered = |id: &str| {
        let outcome = answer.regimes.iter().find(|outcome| outcome.id == id).unwrap();
        outcome.covered.effective.unwrap().round()
    };
    // What `tarif-social compare` says too, to the household.
    assert_eq!(
        [covered("R1"), covered("R6"), covered("R20")].map(|rows| rows as u64),
        [R1, R6, SIZE]
    );
    group.bench_function("drawn, eight regimes, all statistics", |bench| {
        bench.iter(|| black_box(compared()))
    });

    let six = regimes::by_id("R6").unwrap();
    let along = || Thresholds::new(&question(), &[six]).unwrap().remove(0);
    let frontier = along().frontier(usize::MAX, six.granting.take_up.central);
    assert!(frontier.len() > 5_000 && frontier.iter().all(|threshold| threshold.cost > 0.0));
    group.bench_function("drawn and sorted along one threshold", |bench| {
        bench.iter(|| black_box(along()))
    });
    group.finish();
}

/// Simulated households covered.
const R1: u64 = 9_231;
const R6: u64 = 8_665;

criterion_group!(benches, population);
criterion_main!(benches);
