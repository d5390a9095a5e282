//! Every threshold of a regime at once: exact on the households, which are sorted by the threshold that lets them in.
//! The best one for a budget, the cheapest that covers so many of the poor, and the frontier between cost and coverage.

use serde::Serialize;

use super::Setting;
use super::draw::Source;
use super::facts::Judged;
use super::figures::{FEWEST_HOUSEHOLDS, Figure, Intervals, enough_rows, pieces};
use super::sorted::{Elsewhere, Entry, Part, Reached, Sorted};
use super::study::{Hypothesis, Question, hypotheses};
use super::tally::{Counted, Told};
use crate::algebra::Truth;
use crate::facts::Values;
use crate::regimes::bill::bill;
use crate::regimes::evaluate::{entitled, holds, leaves};
use crate::regimes::{Comparison, Criterion, EurosPer, Limit, Per, Regime, Side, Tariff, Words};
use crate::units::{Cents, Rate};

/// The most simulated households that are sorted: each takes 44 bytes, for each regime that has a threshold.
pub const MOST_SORTED: u64 = 1_000_000;

/// By how much the threshold is raised to see what it does, in millionths.
const RAISED: i64 = 1_010_000;

/// Every threshold of a regime; for a regime without a threshold, the one point it is.
#[derive(Clone, Debug)]
pub struct Thresholds<'r> {
    regime: &'r Regime,
    /// What a raised threshold must also keep to, when the tariff has bands: those it serves.
    served: Option<Criterion>,
    main: Sorted,
    /// The main hypothesis with as many households as the others, when these are fewer.
    reference: Option<Sorted>,
    /// The other hypotheses, when they were asked for.
    others: Vec<Sorted>,
    /// What covers fewer households is not shown.
    fewest: f64,
}

/// A threshold and what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Threshold {
    /// The threshold over that of the regime: 1.2 is a fifth higher.
    pub times: f64,
    /// The threshold itself when the regime writes it in euros, over its own period.
    pub euros: Option<f64>,
    /// Nobody else would come in higher up, and nothing ends there: any threshold above does as much.
    pub everybody: bool,
    /// Households covered: entitled, whether they claim or not.
    pub covered: f64,
    /// Share of poor households covered.
    pub poor_covered: f64,
    /// The share of those entitled who claim, as asked for.
    pub take_up: f64,
    /// Yearly cost, in euros, when so many claim.
    pub cost: f64,
    /// The same if all those entitled claimed.
    pub full_cost: f64,
    /// How far each may be: what the best threshold would be elsewhere, or what this one would do there, as it was asked.
    pub intervals: ThresholdIntervals,
}

impl Threshold {
    /// Share of poor households that are entitled and claim, when they claim as the others do: what a budget reaches.
    #[must_use]
    pub fn poor_reached(&self) -> f64 {
        self.poor_covered * self.take_up
    }
}

/// The intervals of a [`Threshold`], as those of a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ThresholdIntervals {
    /// Of the threshold: itself when it was chosen, not found.
    pub times: Intervals,
    /// Of the households covered.
    pub covered: Intervals,
    /// Of the share of poor households covered.
    pub poor_covered: Intervals,
    /// Of the yearly cost.
    pub cost: Intervals,
}

/// What a threshold 1 % higher adds to a regime. Each is nothing when it rests on too few households to be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Marginal {
    /// Households that come in.
    pub covered: Figure,
    /// Of which poor.
    pub poor: Figure,
    /// What they cost a year, in euros, at the central take-up.
    pub cost: Figure,
}

/// The one threshold of a regime: its criteria are an amount that must stay under a limit, and nothing else.
#[must_use]
pub fn threshold_of(regime: &Regime) -> Option<&Comparison> {
    match &regime.criteria {
        Criterion::Amount(comparison) if matches!(comparison.is, Side::AtMost | Side::Below) => Some(comparison),
        _ => None,
    }
}

impl<'r> Thresholds<'r> {
    /// Draws the households of a question once, and sorts them for each regime by the threshold that lets them in.
    ///
    /// # Errors
    /// A regime without a price or that cannot be computed, more than [`MOST_SORTED`] households, a month that the sources do
    /// not cover.
    pub fn new(question: &Question<'_>, regimes: &[&'r Regime]) -> Result<Vec<Self>, String> {
        let (size, base) = (question.size, question.base);
        if !(1..=MOST_SORTED.min(base.households())).contains(&size) {
            return Err(format!(
                "`{size}` households cannot be sorted: choose from 1 to {MOST_SORTED}"
            ));
        }
        let month = question.month.unwrap_or(Setting::usual_month(base));
        let setting = Setting::new(base, month).map_err(|reason| reason.to_string())?;
        let mut all = Self::begin(regimes, FEWEST_HOUSEHOLDS, |regime| setting.untold(regime))?;
        for (place, hypothesis) in hypotheses(question)?.iter().enumerate() {
            let sorted = drawn(question, hypothesis, &setting, &all);
            for (of, sorted) in all.iter_mut().zip(sorted) {
                match place {
                    0 => of.main = sorted,
                    1 if hypothesis.size < question.size => of.reference = Some(sorted),
                    _ => of.others.push(sorted),
                }
            }
        }
        Ok(all)
    }

    /// Regimes over the households of a file, none of them read yet, each of which stands for its weight.
    pub(super) fn of_file(regimes: &[&'r Regime]) -> Result<Vec<Self>, String> {
        Self::begin(regimes, 0.0, |regime| regime.criteria.not_computable().cloned())
    }

    fn begin(
        regimes: &[&'r Regime],
        fewest: f64,
        untold: impl Fn(&Regime) -> Option<Words>,
    ) -> Result<Vec<Self>, String> {
        let each = regimes.iter().map(|regime| {
            if matches!(regime.tariff, Tariff::NotSet) {
                let id = &regime.id;
                return Err(format!("`{id}` names no price: choose a regime that does"));
            }
            if let Some(reason) = untold(regime) {
                let (id, reason) = (&regime.id, reason.en);
                return Err(format!("`{id}` cannot be computed: choose a regime that can. {reason}"));
            }
            Ok(Self {
                regime,
                served: served(regime),
                main: Sorted::new(1.0),
                reference: None,
                others: Vec::new(),
                fewest,
            })
        });
        each.collect()
    }

    /// Adds a household of a file, of this piece of it.
    pub(super) fn add<D: Told>(&mut self, household: &Counted<D>, values: &Values, piece: usize) {
        let rule = (self.regime, self.served.as_ref());
        add(&mut self.main, rule, household, values, piece);
    }

    /// Once the whole file is added.
    pub(super) fn sort(&mut self) {
        self.main.sort();
    }

    /// The regime.
    #[must_use]
    pub const fn regime(&self) -> &'r Regime {
        self.regime
    }

    /// It has a threshold that may be moved.
    #[must_use]
    pub fn moves(&self) -> bool {
        threshold_of(self.regime).is_some()
    }

    /// The highest threshold looked at, in euros over its own period, when the bands of the tariff end by the same amount:
    /// above, they give nothing.
    #[must_use]
    pub fn highest(&self) -> Option<f64> {
        let comparison = threshold_of(self.regime)?;
        let (by, end) = self.regime.tariff.served_below()?;
        let end = match &comparison.limit {
            Limit::Euros(own) => {
                let end = match (by.per(), own.per) {
                    (Per::Month, Per::Year) => end.multiplied(12),
                    (Per::Year, Per::Month) => end.divided(12),
                    _ => end,
                };
                end.max(own.amount)
            }
            _ => end,
        };
        (by == comparison.of).then(|| end.count() as f64 / 100.0)
    }

    /// The same over the threshold of the regime, in millionths.
    fn highest_times(&self) -> Option<i64> {
        let (highest, own) = (self.highest()?, self.euros(ITSELF)?);
        (own > 0.0).then(|| (highest / own * 1e6) as i64)
    }

    /// Households of a file of whom it cannot be told from which threshold they are in, or what they save: they are in no
    /// other number but that of the poor.
    #[must_use]
    pub fn undetermined(&self) -> f64 {
        self.main.stands_for(Part::All, self.main.undetermined)
    }

    /// The highest threshold whose yearly cost stays within a budget, in euros, when `take_up` of those entitled claim;
    /// nothing when it covers too few households to be shown.
    #[must_use]
    pub fn within(&self, budget: f64, take_up: Rate) -> Option<Threshold> {
        let mut found = self.threshold(take_up, &|sorted, part| sorted.within(part, budget, take_up))?;
        if self.moves() {
            found.intervals.cost = Intervals::NONE; // what is held is not estimated
        }
        // Everybody whom the tariff serves is in below that already.
        let all_in = self.lets_all_in((found.times * 1e6).round() as i64);
        if let Some(highest) = self.highest_times().filter(|_| all_in) {
            found.times = highest as f64 / 1e6;
            found.euros = self.euros(highest);
        }
        Some(found)
    }

    /// The cheapest threshold that covers a share of the poor; nothing when none does.
    #[must_use]
    pub fn reaching(&self, share: f64, take_up: Rate) -> Option<Threshold> {
        let mut found = self.threshold(take_up, &|sorted, part| {
            sorted.reaching(part, share, &|households| self.enough(sorted, households))
        })?;
        if self.moves() {
            found.intervals.poor_covered = Intervals::NONE;
        }
        Some(found)
    }

    /// Some threshold covers more of the poor than `other` without costing more if all claim, or as many for 1 % less at least: what
    /// rules entitle to is compared at what that costs, as each has its own take-up.
    #[must_use]
    pub fn beats(&self, other: &Threshold) -> bool {
        let enough = |households: u64| self.enough(&self.main, households);
        let best = self.main.within(Part::All, other.full_cost, Rate::ONE);
        let as_good = self.main.reaching(Part::All, other.poor_covered, &enough);
        best.is_some_and(|(_, sum)| {
            enough(sum.households) && self.main.poor_covered(Part::All, &sum) > other.poor_covered
        }) || as_good.is_some_and(|(_, sum)| self.main.cost(Part::All, &sum, Rate::ONE) * 1.01 < other.full_cost)
    }

    /// The thresholds that none beats, from the cheapest; when they are more than `most`, so many of them, at even steps of
    /// the poor covered, the first and the last among them.
    #[must_use]
    pub fn frontier(&self, most: usize, take_up: Rate) -> Vec<Threshold> {
        let mut shown = self.main.unbeaten();
        shown.retain(|(_, sum)| self.enough(&self.main, sum.households));
        let kept = spread(&shown, most);
        self.thresholds(take_up, &|sorted, part| {
            sorted.at_each(part, &kept).into_iter().map(Some).collect()
        })
    }

    /// What a threshold does, over that of the regime: 1 is the regime as it is; nothing when it covers too few households
    /// to be shown.
    #[must_use]
    pub fn at(&self, times: Rate, take_up: Rate) -> Option<Threshold> {
        let times = [times.millionths()];
        self.threshold(take_up, &|sorted, part| sorted.at_each(part, &times).pop())
    }

    /// What a threshold 1 % higher adds; nothing for a regime without a threshold, or whose bands end where it stands.
    #[must_use]
    pub fn marginal(&self) -> Option<Marginal> {
        let central = self.regime.granting.take_up.central;
        let find = |sorted: &Sorted, part: Part| {
            let (usual, raised) = (sorted.at(part, ITSELF), sorted.at(part, RAISED));
            let added = usual.up_to(raised);
            let numbers = [
                sorted.stands_for(part, added.households),
                sorted.stands_for(part, added.poor),
                sorted.cost(part, &added, central),
            ];
            (added, numbers)
        };
        let (added, values) = find(&self.main, Part::All);
        let elsewhere = Elsewhere::new(&self.main, self.reference.as_ref(), &self.others, find);
        let intervals = elsewhere.intervals(values, |(_, numbers)| Some(*numbers));
        let [covered, poor, cost] = values;
        let [around_covered, around_poor, around_cost] = intervals;
        let figure = |on: u64, value: f64, intervals: Intervals| {
            if self.enough(&self.main, on) {
                Figure::new(value, self.main.effective(on), intervals)
            } else {
                Figure::HIDDEN
            }
        };
        let ends = self.served.is_some() && self.main.last().is_none_or(|last| last <= ITSELF);
        (self.moves() && !ends).then(|| Marginal {
            covered: figure(added.households, covered, around_covered),
            poor: figure(added.poor, poor, around_poor),
            cost: figure(added.households, cost, around_cost),
        })
    }

    /// No threshold above lets anybody else in.
    fn lets_all_in(&self, at: i64) -> bool {
        self.moves() && self.main.last().is_none_or(|last| last <= at)
    }

    /// So many thousandths of households are enough to be shown, as in [`super::Runs`].
    fn enough(&self, sorted: &Sorted, thousandths: u64) -> bool {
        sorted.stands_for(Part::All, thousandths) >= self.fewest && enough_rows(sorted.effective(thousandths))
    }

    fn threshold(&self, take_up: Rate, find: &dyn Fn(&Sorted, Part) -> Option<Reached>) -> Option<Threshold> {
        self.thresholds(take_up, &|sorted, part| vec![find(sorted, part)]).pop()
    }

    /// The thresholds that `find` finds among everybody, those that cover enough households to be shown, with what it finds
    /// elsewhere: as many, in the same order.
    fn thresholds(&self, take_up: Rate, find: &dyn Fn(&Sorted, Part) -> Vec<Option<Reached>>) -> Vec<Threshold> {
        let numbers = |sorted: &Sorted, part: Part, (at, sum): Reached| {
            [
                at as f64 / 1e6,
                sorted.stands_for(part, sum.households),
                sorted.poor_covered(part, &sum),
                sorted.cost(part, &sum, take_up),
            ]
        };
        let elsewhere = Elsewhere::new(&self.main, self.reference.as_ref(), &self.others, |sorted, part| {
            // A regime without a threshold is the same point everywhere.
            let found = if self.moves() {
                find(sorted, part)
            } else {
                sorted.at_each(part, &[ITSELF]).into_iter().map(Some).collect()
            };
            let each = found
                .into_iter()
                .map(|found| found.map(|reached| numbers(sorted, part, reached)));
            each.collect::<Vec<_>>()
        });
        let highest = self.highest_times();
        let each = find(&self.main, Part::All).into_iter().enumerate();
        let shown = each.filter_map(|(place, found)| {
            let (at, sum) = found.filter(|(_, sum)| self.enough(&self.main, sum.households))?;
            let all_in = self.lets_all_in(at);
            let values = numbers(&self.main, Part::All, (at, sum));
            let around = elsewhere.intervals(values, |found| found.get(place).copied().flatten());
            let [times, covered, poor_covered, cost] = values;
            let full_cost = self.main.cost(Part::All, &sum, Rate::ONE);
            // Whom a file does not allow to tell about are in none of these numbers: the truth may be beyond any interval.
            let told = |around: Intervals| {
                if self.main.undetermined == 0 {
                    around
                } else {
                    Intervals::NONE
                }
            };
            let [around_times, around_covered, around_poor_covered, around_cost] = around.map(told);
            Some(Threshold {
                times,
                euros: self.euros(at),
                everybody: all_in && self.served.is_none() && self.main.undetermined == 0,
                covered,
                poor_covered,
                take_up: take_up.millionths() as f64 / 1e6,
                cost,
                full_cost,
                intervals: ThresholdIntervals {
                    times: if all_in {
                        Intervals::NONE
                    } else {
                        around_times.up_to(highest.map_or(f64::INFINITY, |highest| highest as f64 / 1e6))
                    },
                    covered: around_covered,
                    poor_covered: if matches!(self.regime.criteria, Criterion::Always) {
                        around_poor_covered // everybody, in any draw
                    } else {
                        around_poor_covered.of_a_whole(poor_covered, self.main.poor())
                    },
                    cost: around_cost,
                },
            })
        });
        shown.collect()
    }

    fn euros(&self, at: i64) -> Option<f64> {
        match &threshold_of(self.regime)?.limit {
            Limit::Euros(euros) => Some(euros.amount.times(Rate::new(at)).count() as f64 / 100.0),
            _ => None,
        }
    }
}

/// The households of a hypothesis, sorted for each regime.
fn drawn(question: &Question<'_>, of: &Hypothesis, setting: &Setting, rules: &[Thresholds<'_>]) -> Vec<Sorted> {
    let weight = question.base.households() as f64 / of.size as f64;
    let mut all = vec![Sorted::new(weight); rules.len()];
    let mut source = Source::new(question.seed, 0);
    for (piece, households) in pieces(of.size).into_iter().enumerate() {
        for _ in households {
            let household = Counted::of(&of.model, setting, &of.model.draw(&mut source));
            for (sorted, Thresholds { regime, served, .. }) in all.iter_mut().zip(rules) {
                add(sorted, (regime, served.as_ref()), &household, &setting.values, piece);
            }
        }
    }
    all.iter_mut().for_each(Sorted::sort);
    all
}

/// For a regime whose threshold moves and whose tariff has bands: an amount that some band serves. As the checker of regimes
/// has it, those above the last band would be let in for nothing.
fn served(regime: &Regime) -> Option<Criterion> {
    threshold_of(regime)?;
    let (by, end) = regime.tariff.served_below()?;
    Some(Criterion::Amount(Comparison {
        of: by,
        is: Side::Below,
        limit: Limit::Euros(EurosPer {
            amount: end,
            per: by.per(),
        }),
    }))
}

/// A regime, and what its threshold, once raised, must also keep to.
type Rule<'a> = (&'a Regime, Option<&'a Criterion>);

/// Looks at a household, and keeps it when some threshold of the regime lets it in.
fn add<D: Told>(sorted: &mut Sorted, rule: Rule<'_>, household: &Counted<D>, values: &Values, piece: usize) {
    let (regime, served) = rule;
    let Judged { facts, rights } = &household.judged;
    let (weight, poor) = (household.weight, household.poor);
    sorted.look(weight, poor, piece);
    let at = match enters(regime, household, values) {
        Enters::At(at) => at,
        Enters::Never => return,
        Enters::Untold => {
            sorted.undetermined += weight;
            return;
        }
    };
    // The regime as it is covers whom it covers, served or not.
    let raised = served.filter(|_| at > ITSELF);
    let served = raised.map_or(D::Truth::from(true), |served| holds(served, facts, rights, values));
    if served.is(false) {
        return;
    }
    if !served.is(true) {
        sorted.undetermined += weight;
        return;
    }
    let saving = bill(regime, facts, rights, values).and_then(|bill| D::told(bill.saving_year));
    match saving {
        Some(saving) => sorted.keep(Entry {
            at,
            saving,
            weight,
            poor,
            piece,
        }),
        None => sorted.undetermined += weight,
    }
}

/// From which threshold a household is in.
fn enters<D: Told>(regime: &Regime, household: &Counted<D>, values: &Values) -> Enters {
    let Judged { facts, rights } = &household.judged;
    let Some(comparison) = threshold_of(regime) else {
        let entitled = entitled(regime, facts, rights, values);
        return match (entitled.is(true), entitled.is(false)) {
            (true, _) => Enters::At(ITSELF),
            (_, true) => Enters::Never,
            _ => Enters::Untold,
        };
    };
    let free = D::Truth::from(!regime.one_per_household).or(facts.social_line.not());
    if free.is(false) {
        return Enters::Never;
    }
    let read = leaves(&regime.criteria, facts, rights, values);
    let compared = read.first().and_then(|leaf| leaf.compared);
    match compared.and_then(|(value, limit)| D::told(value).zip(D::told(limit))) {
        Some((value, limit)) if free.is(true) => lets_in(value, limit, comparison.is).map_or(Enters::Never, Enters::At),
        _ => Enters::Untold,
    }
}

/// At most so many of the thresholds, at even steps of the poor covered, the first and the last among them.
fn spread(thresholds: &[Reached], most: usize) -> Vec<i64> {
    let at = |(at, _): &Reached| *at;
    let (Some((_, first)), Some(last)) = (thresholds.first(), thresholds.last()) else {
        return Vec::new();
    };
    if thresholds.len() <= most {
        return thresholds.iter().map(at).collect();
    }
    let step = (last.1.poor - first.poor) as f64 / most.saturating_sub(1).max(1) as f64;
    let mut kept: Vec<i64> = Vec::new();
    for threshold in thresholds {
        if threshold.1.poor as f64 >= first.poor as f64 + step * kept.len() as f64 {
            kept.push(at(threshold));
        }
    }
    // Rounding may leave the last step just out of reach.
    if kept.last() != Some(&last.0) {
        kept.truncate(most.saturating_sub(1));
        kept.push(last.0);
    }
    kept
}

/// The threshold as the regime has it.
const ITSELF: i64 = 1_000_000;

/// From which threshold a household is in, in millionths of that of the regime.
enum Enters {
    At(i64),
    Never,
    /// Not known.
    Untold,
}

/// The smallest multiple of the limit, in millionths, on whose right side the value is; none for a limit of nothing.
fn lets_in(value: Cents, limit: Cents, side: Side) -> Option<i64> {
    if limit <= Cents::ZERO {
        return None;
    }
    let inside = |times: i64| {
        let limit = limit.times(Rate::new(times));
        if side == Side::Below {
            value < limit
        } else {
            value <= limit
        }
    };
    let mut times = Cents::new(1_000_000).ratio(value.count(), limit.count()).count();
    while inside(times) {
        times -= 1;
    }
    while !inside(times) {
        times += 1;
    }
    Some(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_in_at_the_first_multiple_that_holds_it() {
        let limit = Cents::new(1_042_200);
        for count in [0, 1, 521_099, 1_042_199, 1_042_200, 1_042_201, 9_999_999] {
            for side in [Side::AtMost, Side::Below] {
                let value = Cents::new(count);
                let times = lets_in(value, limit, side).unwrap();
                let holds = |times: i64| {
                    let limit = limit.times(Rate::new(times));
                    if side == Side::Below {
                        value < limit
                    } else {
                        value <= limit
                    }
                };
                assert!(holds(times) && !holds(times - 1), "{count} {side:?} {times}");
            }
        }
        assert_eq!(lets_in(Cents::ZERO, Cents::ZERO, Side::AtMost), None);
    }
}
