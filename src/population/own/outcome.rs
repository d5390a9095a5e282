//! What a regime does to the households of a file: the figures of simulated ones, less what the file does not allow to say.

use super::super::comparison::{self, GroupOutcome, Outcome};
use super::super::figures::{Figure, Runs};
use super::super::tally::{Compared, EVERYBODY, GROUPINGS, Tally};

/// What each regime does.
pub(super) fn outcomes(runs: &Runs, compared: &Compared<'_>) -> Vec<Outcome> {
    let mut outcomes = comparison::outcomes(runs, compared);
    for (place, outcome) in outcomes.iter_mut().enumerate() {
        let all = |tally: &Tally| tally.covered(place, EVERYBODY, 0);
        outcome.undetermined = Some(undetermined(runs, place, EVERYBODY, 0));
        outcome.unpriced = Some(untold(runs, |tally| all(tally).unpriced));
        // Those for whom the regime cannot tell are not left out.
        let poor = |tally: &Tally| tally.count(EVERYBODY, 0).poor;
        outcome.poor_left_out = runs
            .figure(poor, |tally| {
                let others = all(tally).poor + tally.undetermined(place, EVERYBODY, 0).poor;
                1.0 - others as f64 / poor(tally) as f64
            })
            .of_a_whole();
        let whole = &runs.main.whole;
        let count = whole.count(EVERYBODY, 0);
        let unpriced = all(whole).unpriced > 0;
        // A share or a mean of amounts of which some are missing would be that of others.
        if unpriced {
            outcome.cost_per_poor = Figure::HIDDEN;
        }
        if unpriced || count.without_left > 0 {
            outcome.saving_of_left = Figure::HIDDEN;
        }
        if nobody_told(whole, place) {
            (outcome.share, outcome.poor_left_out) = (Figure::HIDDEN, Figure::HIDDEN);
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
    let whole = &runs.main.whole;
    if whole.covered(place, grouping, group).unpriced > 0 || whole.count(grouping, group).without_left > 0 {
        outcome.saving_of_left = Figure::HIDDEN;
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
