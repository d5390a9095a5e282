//! What a regime does to the households of a file: the figures of simulated ones, less what the file does not allow to say.

use super::super::comparison::{self, GroupOutcome, Outcome};
use super::super::figures::{Figure, Runs};
use super::super::tally::{Compared, EVERYBODY, GROUPINGS, Tally};
use crate::regimes::Criterion;

/// What each regime does.
pub(super) fn outcomes(runs: &Runs, compared: &Compared<'_>) -> Vec<Outcome> {
    let mut outcomes = comparison::outcomes(runs, compared);
    for (place, outcome) in outcomes.iter_mut().enumerate() {
        let all = |tally: &Tally| tally.covered(place, EVERYBODY, 0);
        outcome.undetermined = Some(undetermined(runs, place, EVERYBODY, 0));
        outcome.unpriced = Some(untold(runs, |tally| all(tally).unpriced));
        let cannot_tell = |tally: &Tally| tally.undetermined(place, EVERYBODY, 0);
        // A rule for all covers all of them in any draw: nothing is estimated.
        if !matches!(
            compared.regimes.get(place).map(|regime| &regime.criteria),
            Some(Criterion::Always)
        ) {
            outcome.share = share(
                runs,
                &|tally| tally.count(EVERYBODY, 0).households,
                &|tally| cannot_tell(tally).households,
                &|tally| all(tally).households,
            );
        }
        outcome.poor_left_out = share(
            runs,
            &|tally| tally.count(EVERYBODY, 0).poor,
            &|tally| cannot_tell(tally).poor,
            &|tally| tally.count(EVERYBODY, 0).poor - all(tally).poor - cannot_tell(tally).poor,
        );
        let whole = &runs.main.whole;
        let count = whole.count(EVERYBODY, 0);
        // Those for whom it cannot tell may all be in, and save what the others do.
        let more = cannot_tell(whole).households as f64 / all(whole).households as f64;
        if more > 0.0 && more.is_finite() {
            let costs = outcome
                .costs
                .iter_mut()
                .flat_map(|cost| [&mut cost.low, &mut cost.central, &mut cost.high]);
            let counts = [&mut outcome.covered, &mut outcome.better_off, &mut outcome.full_cost];
            for figure in counts.into_iter().chain(costs) {
                *figure = figure.and_more(more);
            }
        }
        let unpriced = all(whole).unpriced > 0;
        // A share or a mean of amounts of which some are missing would be that of others.
        if unpriced {
            outcome.cost_per_poor = Figure::HIDDEN;
        }
        if unpriced || count.without_left > 0 {
            outcome.saving_of_left = Figure::HIDDEN;
        }
        if nobody_told(whole, place) || unpriced && all(whole).unpriced == all(whole).households {
            outcome.better_off = Figure::HIDDEN;
            outcome.full_cost = Figure::HIDDEN;
            for cost in &mut outcome.costs {
                (cost.low, cost.central, cost.high) = (Figure::HIDDEN, Figure::HIDDEN, Figure::HIDDEN);
            }
        }
        if count.without_bill > 0 {
            for relief in &mut outcome.relief {
                (relief.before, relief.relieved) = (Figure::HIDDEN, Figure::HIDDEN);
            }
        }
        for group in &mut outcome.groups {
            in_group(runs, place, group);
        }
    }
    outcomes
}

/// The regime cannot tell for anybody: a share of nothing would pass for a no.
fn nobody_told(tally: &Tally, place: usize) -> bool {
    tally.undetermined(place, EVERYBODY, 0).households == tally.count(EVERYBODY, 0).households
}

fn in_group(runs: &Runs, place: usize, outcome: &mut GroupOutcome) {
    let grouping = GROUPINGS
        .iter()
        .position(|(by, _)| *by == outcome.by)
        .unwrap_or_default();
    let names = GROUPINGS.get(grouping).map_or(&[][..], |(_, names)| names);
    let group = names.iter().position(|name| *name == outcome.group).unwrap_or_default();
    outcome.undetermined = Some(undetermined(runs, place, grouping, group));
    outcome.share = share(
        runs,
        &|tally| tally.count(grouping, group).households,
        &|tally| tally.undetermined(place, grouping, group).households,
        &|tally| tally.covered(place, grouping, group).households,
    );
    let whole = &runs.main.whole;
    if whole.covered(place, grouping, group).unpriced > 0 || whole.count(grouping, group).without_left > 0 {
        outcome.saving_of_left = Figure::HIDDEN;
    }
}

/// The share of a part among those told; around it, what it is of the whole when all those untold are out of the part, then
/// when they are all in. Nothing when nobody is told.
fn share(
    runs: &Runs,
    whole: &dyn Fn(&Tally) -> u64,
    untold: &dyn Fn(&Tally) -> u64,
    part: &dyn Fn(&Tally) -> u64,
) -> Figure {
    let told = |tally: &Tally| whole(tally) - untold(tally);
    let figure = runs.figure(told, |tally| part(tally) as f64 / told(tally) as f64);
    let figure = figure.of_a_whole();
    let all = &runs.main.whole;
    let [all, untold, part] = [whole, untold, part].map(|count| count(all) as f64);
    if untold > 0.0 {
        figure.around([part / all, (part + untold) / all])
    } else {
        figure
    }
}

fn undetermined(runs: &Runs, place: usize, grouping: usize, group: usize) -> Figure {
    untold(runs, |tally| tally.undetermined(place, grouping, group).households)
}

/// A number of households of which something cannot be told, shown however few they are.
fn untold(runs: &Runs, thousandths: impl Fn(&Tally) -> u64) -> Figure {
    runs.however_few(thousandths(&runs.main.whole), &|tally| {
        runs.households(tally, thousandths(tally))
    })
}
