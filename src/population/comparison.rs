//! What a comparison of regimes says.

use serde::Serialize;

use super::figures::{Figure, Runs, enough_rows};
use super::tally::{Compared, Covered, EFFORTS, EVERYBODY, GROUPINGS, Tally, Versus};
use crate::regimes::{Criterion, Payer, Regime, Service, TakeUp, Tariff, Text, Words};
use crate::units::Rate;

/// What stands beside every result.
pub const STATEMENT: Words = Words {
    fr: Text::Borrowed(
        "Ménages simulés, tirés de façon à redonner des totaux publiés. Aucun ménage réel n'y figure. Cela donne des ordres de grandeur et des différences entre règles ; cela ne dit pas qui a droit, et les petites cases ne sont pas fiables.",
    ),
    en: Text::Borrowed(
        "Simulated households, drawn to match published totals. No real household is in it. It shows orders of magnitude and differences between rules; it cannot say who is eligible, and small cells are not reliable.",
    ),
};

/// A group of households.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Group {
    /// How households are grouped: `all`, `tenth`, `type`, `age`, `tenure`, `place` or `activity`.
    pub by: &'static str,
    /// The group.
    pub group: &'static str,
    /// Households.
    pub households: Figure,
    /// Share of them below the poverty line.
    pub poor: Figure,
}

/// What a regime does in a group of households.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GroupOutcome {
    /// How households are grouped.
    pub by: &'static str,
    /// The group.
    pub group: &'static str,
    /// Households of a file for which the regime cannot tell: neither covered nor left out; nothing for simulated ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undetermined: Option<Figure>,
    /// Households covered.
    pub covered: Figure,
    /// Share of the group covered.
    pub share: Figure,
    /// What a covered household saves a year, in euros, on average.
    pub saving: Figure,
    /// The same over what is left after pre-committed spending.
    pub saving_of_left: Figure,
}

/// A yearly cost, in euros, under the three levels of take-up of the regime's way of granting.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Cost {
    /// Who bears it; nothing for all payers together.
    pub payer: Option<Payer>,
    /// Cautious.
    pub low: Figure,
    /// In the middle.
    pub central: Figure,
    /// Favourable.
    pub high: Figure,
}

/// Internet bills that take more than a share of income.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Relief {
    /// The share of income, in hundredths.
    pub above: i64,
    /// Households above it, before.
    pub before: Figure,
    /// Of which come under it with the regime.
    pub relieved: Figure,
}

/// What a regime does. "Covered" is entitled, whether they claim or not: only costs suppose a take-up.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Outcome {
    /// The regime.
    pub id: Text,
    /// Its name.
    pub name: Words,
    /// It names a price: without one there is neither saving nor cost.
    pub priced: bool,
    /// Why nothing tells whom it covers: somebody decides, no source gives its limit, no simulated household receives what it
    /// asks for. Then it has no figure at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_computable: Option<Words>,
    /// What its figures do not allow for: whom it covers besides, who are not simulated; a limit that stands still.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<Words>,
    /// The share of those entitled who claim, in three scenarios.
    pub take_up: TakeUp,
    /// Households of a file for which the regime cannot tell: neither covered nor left out; nothing for simulated ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undetermined: Option<Figure>,
    /// Households of a file that are covered and whose saving cannot be told: no amount below counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unpriced: Option<Figure>,
    /// Households covered.
    pub covered: Figure,
    /// Share of all households.
    pub share: Figure,
    /// Households covered that pay less with it.
    pub better_off: Figure,
    /// Share of the poor that it leaves out (exclusion error).
    pub poor_left_out: Figure,
    /// Share of those it covers that are not poor (inclusion error).
    pub covered_not_poor: Figure,
    /// What a covered household saves a year, in euros, on average.
    pub saving: Figure,
    /// The same over what is left after pre-committed spending.
    pub saving_of_left: Figure,
    /// Yearly cost by poor household that claims, in euros: whatever the take-up, if the poor claim like the others.
    pub cost_per_poor: Figure,
    /// Yearly cost if all those entitled claimed, in euros.
    pub full_cost: Figure,
    /// Yearly cost: all payers, then each.
    pub costs: Vec<Cost>,
    /// Heavy bills.
    pub relief: Vec<Relief>,
    /// In each group.
    pub groups: Vec<GroupOutcome>,
}

/// Two regimes.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Pair {
    /// The first.
    pub first: Text,
    /// The second.
    pub second: Text,
    /// They cover the same households, as far as drawn; over a file, both can tell of each.
    pub same: bool,
    /// Covered by the first alone.
    pub only_first: Figure,
    /// Covered by the second alone.
    pub only_second: Figure,
    /// Save more with the first; nothing when either regime has no price.
    pub better_with_first: Figure,
    /// Save more with the second; nothing when either regime has no price.
    pub better_with_second: Figure,
    /// Share of draws of the same size in which the first covers more poor households (see [`Runs::share_of_draws`]); nothing
    /// when both cover too few, or when one cannot tell about every household.
    pub first_covers_more_poor: Option<f64>,
    /// The same of the second: in some draws neither does.
    pub second_covers_more_poor: Option<f64>,
    /// What keeps out of the second those whom the first alone covers, and the other way round.
    pub part_at: [Vec<Parting>; 2],
}

/// A criterion at which two regimes part.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Parting {
    /// Its place among the criteria of the regime that keeps out, from 0, those inside others only.
    pub criterion: usize,
    /// Share of the households covered by the other regime alone that it alone keeps out.
    pub share: f64,
}

/// Thousandths of a cent in a euro.
const EURO: f64 = 100_000.0;

/// The groups of the population.
pub fn groups(runs: &Runs) -> Vec<Group> {
    each_group()
        .map(|(grouping, group, by, name)| Group {
            by,
            group: name,
            households: households(runs, |tally| tally.count(grouping, group).households),
            poor: runs
                .figure(
                    |tally| tally.count(grouping, group).households,
                    |tally| {
                        let count = tally.count(grouping, group);
                        ratio(count.poor as f64, count.households as f64)
                    },
                )
                .of_a_whole(),
        })
        .collect()
}

/// What each regime does.
pub fn outcomes(runs: &Runs, compared: &Compared<'_>) -> Vec<Outcome> {
    let each = compared.regimes.iter().enumerate();
    let told = |(place, regime): (usize, &&Regime)| {
        let mut outcome = outcome(runs, place, regime);
        if let Some(reason) = compared.not_computable(place) {
            outcome.hide(reason);
        }
        outcome
    };
    each.map(told).collect()
}

impl Outcome {
    /// No program can tell whom the regime covers: no figure would be one.
    fn hide(&mut self, reason: &Words) {
        self.not_computable = Some(reason.clone());
        for figure in [
            &mut self.covered,
            &mut self.share,
            &mut self.better_off,
            &mut self.poor_left_out,
            &mut self.covered_not_poor,
            &mut self.saving,
            &mut self.saving_of_left,
            &mut self.cost_per_poor,
            &mut self.full_cost,
        ] {
            *figure = Figure::HIDDEN;
        }
        self.costs.clear();
        self.relief.clear();
        for group in &mut self.groups {
            for figure in [
                &mut group.covered,
                &mut group.share,
                &mut group.saving,
                &mut group.saving_of_left,
            ] {
                *figure = Figure::HIDDEN;
            }
        }
    }
}

fn outcome(runs: &Runs, place: usize, regime: &Regime) -> Outcome {
    let all = |tally: &Tally| tally.covered(place, EVERYBODY, 0);
    let count = |tally: &Tally| tally.count(EVERYBODY, 0);
    let of_covered = |f: &dyn Fn(Covered) -> f64| runs.figure(|tally| all(tally).households, |tally| f(all(tally)));
    // A rule for all covers all of them in any draw: nothing is estimated.
    let for_all = matches!(regime.criteria, Criterion::Always)
        && all(&runs.main.whole).households == count(&runs.main.whole).households;
    let of_a_whole = |figure: Figure| if for_all { figure } else { figure.of_a_whole() };
    let priced = !matches!(regime.tariff, Tariff::NotSet);
    let if_priced = |figure: Figure| if priced { figure } else { Figure::HIDDEN };
    Outcome {
        id: regime.id.clone(),
        name: regime.name.clone(),
        priced,
        not_computable: None,
        caveat: None,
        take_up: regime.granting.take_up,
        undetermined: None,
        unpriced: None,
        covered: households(runs, |tally| all(tally).households),
        share: of_a_whole(runs.figure(
            |tally| count(tally).households,
            |tally| ratio(all(tally).households as f64, count(tally).households as f64),
        )),
        better_off: if_priced(households(runs, |tally| all(tally).saving_households)),
        poor_left_out: of_a_whole(runs.figure(
            |tally| count(tally).poor,
            |tally| 1.0 - ratio(all(tally).poor as f64, count(tally).poor as f64),
        )),
        covered_not_poor: of_covered(&|covered| 1.0 - ratio(covered.poor as f64, covered.households as f64))
            .of_a_whole(),
        saving: if_priced(of_covered(&mean_saving)),
        saving_of_left: if_priced(of_left(of_covered(&saving_of_left), all(&runs.main.whole))),
        cost_per_poor: if_priced(runs.figure(
            |tally| all(tally).poor,
            |tally| ratio(all(tally).saving as f64 / EURO, all(tally).poor as f64 / 1000.0),
        )),
        full_cost: if_priced(cost(runs, place, 1.0)),
        costs: if priced { costs(runs, place, regime) } else { Vec::new() },
        relief: if priced && regime.service == Service::FixedInternet {
            relief(runs, place)
        } else {
            Vec::new()
        },
        groups: each_group()
            .filter(|(grouping, ..)| *grouping != EVERYBODY)
            .map(|(grouping, group, by, name)| {
                let covered = |tally: &Tally| tally.covered(place, grouping, group);
                let whole = |tally: &Tally| tally.count(grouping, group).households;
                let of_covered = |f: &dyn Fn(Covered) -> f64| {
                    runs.figure(|tally| covered(tally).households, |tally| f(covered(tally)))
                };
                GroupOutcome {
                    by,
                    group: name,
                    undetermined: None,
                    covered: households(runs, |tally| covered(tally).households),
                    share: of_a_whole(runs.figure(whole, |tally| {
                        ratio(covered(tally).households as f64, whole(tally) as f64)
                    })),
                    saving: if_priced(of_covered(&mean_saving)),
                    saving_of_left: if_priced(of_left(of_covered(&saving_of_left), covered(&runs.main.whole))),
                }
            })
            .collect(),
    }
}

/// A number of households, which rests on those it counts.
fn households(runs: &Runs, thousandths: impl Fn(&Tally) -> u64) -> Figure {
    runs.figure(&thousandths, |tally| runs.households(tally, thousandths(tally)))
}

fn mean_saving(covered: Covered) -> f64 {
    let told = covered.households - covered.unpriced;
    ratio(covered.saving as f64 / EURO, told as f64 / 1000.0)
}

/// A share of what they have left, when they have more left than they save: those who have less than nothing would make it
/// negative, or larger than the whole.
fn of_left(share: Figure, covered: Covered) -> Figure {
    if covered.left > covered.saving {
        share
    } else {
        Figure::HIDDEN
    }
}

fn saving_of_left(covered: Covered) -> f64 {
    ratio(covered.saving as f64, covered.left as f64)
}

/// Whole cost at full take-up, in euros a year.
fn full_cost(runs: &Runs, tally: &Tally, place: usize) -> f64 {
    let saving = tally.covered(place, EVERYBODY, 0).saving as f64 / EURO;
    let rows = tally.count(EVERYBODY, 0).households as f64 / 1000.0;
    runs.households * saving / rows
}

fn costs(runs: &Runs, place: usize, regime: &Regime) -> Vec<Cost> {
    let take_up = regime.granting.take_up;
    let of = |payer: Option<Payer>, share: Rate| {
        let at = |level: Rate| cost(runs, place, as_float(level) * as_float(share));
        Cost {
            payer,
            low: at(take_up.low),
            central: at(take_up.central),
            high: at(take_up.high),
        }
    };
    let mut costs = vec![of(None, Rate::ONE)];
    costs.extend(regime.payers.iter().map(|payer| of(Some(payer.payer), payer.share)));
    costs
}

/// A share of the whole cost.
fn cost(runs: &Runs, place: usize, rate: f64) -> Figure {
    runs.figure(
        |tally| tally.covered(place, EVERYBODY, 0).saving_households,
        |tally| rate * full_cost(runs, tally, place),
    )
}

fn relief(runs: &Runs, place: usize) -> Vec<Relief> {
    let at = |list: [u64; 2], effort: usize| list.get(effort).copied().unwrap_or_default();
    EFFORTS
        .iter()
        .enumerate()
        .map(|(effort, above)| Relief {
            above: *above,
            before: households(runs, |tally| at(tally.count(EVERYBODY, 0).heavy, effort)),
            relieved: households(runs, |tally| at(tally.covered(place, EVERYBODY, 0).relieved, effort)),
        })
        .collect()
}

/// Every two regimes, the first before the second.
pub fn pairs(runs: &Runs, compared: &Compared<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (a, first) in compared.regimes.iter().enumerate() {
        for (b, second) in compared.regimes.iter().enumerate().skip(a + 1) {
            let count = |one: usize, other: usize, f: &dyn Fn(&Versus) -> u64| {
                households(runs, |tally| tally.versus(one, other).map_or(0, f))
            };
            let apart = |one: usize, other: usize| runs.main.whole.versus(one, other).map_or(0, |of| of.only_first);
            let computable = [a, b].iter().all(|of| compared.not_computable(*of).is_none());
            let if_so = |so: bool, figure: Figure| if so { figure } else { Figure::HIDDEN };
            // Nobody is better off with a regime than with one whose price is yet to be set.
            let priced = computable && [first, second].iter().all(|of| !matches!(of.tariff, Tariff::NotSet));
            let tells = |of: usize| computable && runs.main.whole.undetermined(of, EVERYBODY, 0).households == 0;
            let poor = |tally: &Tally, of: usize| tally.covered(of, EVERYBODY, 0).poor;
            let more = |tally: &Tally, one: usize, other: usize| {
                i64::try_from(poor(tally, one)).unwrap_or(i64::MAX)
                    - i64::try_from(poor(tally, other)).unwrap_or(i64::MAX)
            };
            // Whom a rule cannot tell about may be covered: then nothing says which covers more.
            let compare = tells(a) && tells(b);
            let more_poor = |one: usize, other: usize| {
                let share = runs.share_of_draws(
                    |tally| poor(tally, one).max(poor(tally, other)),
                    |tally| more(tally, one, other),
                );
                share.filter(|_| compare)
            };
            pairs.push(Pair {
                first: first.id.clone(),
                second: second.id.clone(),
                same: apart(a, b) == 0 && apart(b, a) == 0 && compare,
                only_first: if_so(computable, count(a, b, &|versus| versus.only_first)),
                only_second: if_so(computable, count(b, a, &|versus| versus.only_first)),
                better_with_first: if_so(priced, count(a, b, &|versus| versus.gain_more)),
                better_with_second: if_so(priced, count(b, a, &|versus| versus.gain_more)),
                first_covers_more_poor: more_poor(a, b),
                second_covers_more_poor: more_poor(b, a),
                part_at: if computable {
                    [parting(runs, a, b), parting(runs, b, a)]
                } else {
                    Default::default()
                },
            });
        }
    }
    pairs
}

/// What keeps out of `second` those whom `first` alone covers, the commonest reason first; nothing when they are too few, or
/// when too few of them were looked at.
fn parting(runs: &Runs, first: usize, second: usize) -> Vec<Parting> {
    let enough = |versus: &&Versus| runs.enough(versus.only_first) && enough_rows(runs.effective(versus.examined));
    let Some(versus) = runs.main.whole.versus(first, second).filter(enough) else {
        return Vec::new();
    };
    let mut partings: Vec<Parting> = versus
        .kept_out
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(criterion, count)| Parting {
            criterion,
            share: *count as f64 / versus.examined as f64,
        })
        .collect();
    partings.sort_by(|one, other| {
        other
            .share
            .total_cmp(&one.share)
            .then(one.criterion.cmp(&other.criterion))
    });
    partings
}

/// Every group: place of the grouping, place in it, and their names.
fn each_group() -> impl Iterator<Item = (usize, usize, &'static str, &'static str)> {
    GROUPINGS.iter().enumerate().flat_map(|(grouping, (by, names))| {
        names
            .iter()
            .enumerate()
            .map(move |(group, name)| (grouping, group, *by, *name))
    })
}

fn ratio(part: f64, whole: f64) -> f64 {
    part / whole
}

fn as_float(rate: Rate) -> f64 {
    rate.millionths() as f64 / 1e6
}
