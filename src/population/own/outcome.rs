//! What a regime does to the households of a file: the figures of simulated ones, less what the file does not allow to say.

use super::super::comparison::{self, GroupOutcome, Outcome, Pair};
use super::super::figures::{Figure, Runs};
use super::super::tally::{Compared, EVERYBODY, GROUPINGS, Tally};
use crate::regimes::{Criterion, Text};

/// What each regime does.
pub(super) fn outcomes(runs: &Runs, compared: &Compared<'_>) -> Vec<Outcome> {
    let mut outcomes = comparison::outcomes(runs, compared);
    for (place, outcome) in outcomes.iter_mut().enumerate() {
        let all = |tally: &Tally| tally.covered(place, EVERYBODY, 0);
        outcome.undetermined = Some(undetermined(runs, place, EVERYBODY, 0));
        outcome.unpriced = Some(untold(runs, |tally| all(tally).unpriced));
        let cannot_tell = |tally: &Tally| tally.undetermined(place, EVERYBODY, 0);
        let whole = &runs.main.whole;
        let count = whole.count(EVERYBODY, 0);
        // A rule for all covers all of them in any draw: nothing is estimated, nothing is untold.
        let for_all = matches!(
            compared.regimes.get(place).map(|regime| &regime.criteria),
            Some(Criterion::Always)
        ) && all(whole).households == count.households;
        if !for_all {
            outcome.share = share(
                runs,
                &|tally| tally.count(EVERYBODY, 0).households,
                &|tally| cannot_tell(tally).households,
                &|tally| all(tally).households,
            );
            outcome.poor_left_out = share(
                runs,
                &|tally| tally.count(EVERYBODY, 0).poor,
                &|tally| cannot_tell(tally).poor,
                &|tally| tally.count(EVERYBODY, 0).poor - all(tally).poor - cannot_tell(tally).poor,
            );
        }
        // Those for whom it cannot tell may all be in. Those whose saving is not known either may all pay less.
        let perhaps_in = cannot_tell(whole).households;
        let perhaps_better = perhaps_in + all(whole).unpriced;
        outcome.covered = outcome.covered.and_more(runs.households(whole, perhaps_in));
        outcome.better_off = outcome.better_off.and_more(runs.households(whole, perhaps_better));
        // They may save what the others do.
        let priced = all(whole).households - all(whole).unpriced;
        let times = perhaps_better as f64 / priced as f64;
        let costs = outcome
            .costs
            .iter_mut()
            .flat_map(|cost| [&mut cost.low, &mut cost.central, &mut cost.high]);
        for cost in [&mut outcome.full_cost].into_iter().chain(costs) {
            *cost = cost.and_more(cost.value.unwrap_or_default() * times);
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
            in_group(runs, place, group, for_all);
        }
    }
    outcomes
}

/// Every two regimes. Whom one of them cannot tell about may be covered by it alone, or save more with it; so may whom it
/// covers, and whose saving is not known.
pub(super) fn pairs(runs: &Runs, compared: &Compared<'_>) -> Vec<Pair> {
    let mut pairs = comparison::pairs(runs, compared);
    let place = |id: &Text| {
        compared
            .regimes
            .iter()
            .position(|regime| regime.id == *id)
            .unwrap_or_default()
    };
    let whole = &runs.main.whole;
    for pair in &mut pairs {
        let both = [&pair.first, &pair.second].map(place);
        let sum = |f: &dyn Fn(usize) -> u64| runs.households(whole, both.iter().map(|of| f(*of)).sum());
        let untold = sum(&|of| whole.undetermined(of, EVERYBODY, 0).households);
        let unpriced = sum(&|of| whole.covered(of, EVERYBODY, 0).unpriced);
        for figure in [&mut pair.only_first, &mut pair.only_second] {
            *figure = figure.and_more(untold);
        }
        for figure in [&mut pair.better_with_first, &mut pair.better_with_second] {
            *figure = figure.and_more(untold + unpriced);
        }
    }
    pairs
}

/// The regime cannot tell for anybody: a share of nothing would pass for a no.
fn nobody_told(tally: &Tally, place: usize) -> bool {
    tally.undetermined(place, EVERYBODY, 0).households == tally.count(EVERYBODY, 0).households
}

fn in_group(runs: &Runs, place: usize, outcome: &mut GroupOutcome, for_all: bool) {
    let grouping = GROUPINGS
        .iter()
        .position(|(by, _)| *by == outcome.by)
        .unwrap_or_default();
    let names = GROUPINGS.get(grouping).map_or(&[][..], |(_, names)| names);
    let group = names.iter().position(|name| *name == outcome.group).unwrap_or_default();
    outcome.undetermined = Some(undetermined(runs, place, grouping, group));
    if !for_all {
        outcome.share = share(
            runs,
            &|tally| tally.count(grouping, group).households,
            &|tally| tally.undetermined(place, grouping, group).households,
            &|tally| tally.covered(place, grouping, group).households,
        );
    }
    let whole = &runs.main.whole;
    let perhaps_in = whole.undetermined(place, grouping, group).households;
    outcome.covered = outcome.covered.and_more(runs.households(whole, perhaps_in));
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
