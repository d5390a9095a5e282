//! Every threshold of a regime at once: exact on the households, which are sorted by the threshold that lets them in.
//! The best one for a budget, the cheapest that covers so many of the poor, and the frontier between cost and coverage.

use serde::Serialize;

use super::draw::Source;
use super::facts::Judged;
use super::figures::{FEWEST_HOUSEHOLDS, enough_rows};
use super::study::Question;
use super::tally::{Counted, Told};
use super::{Model, Setting};
use crate::algebra::Truth;
use crate::facts::Values;
use crate::regimes::bill::bill;
use crate::regimes::evaluate::{entitled, leaves};
use crate::regimes::{Comparison, Criterion, Limit, Regime, Side, Tariff};
use crate::units::{Cents, Rate};

/// The most simulated households that are sorted: each takes 32 bytes, for each regime that has a threshold.
pub const MOST_SORTED: u64 = 1_000_000;

/// By how much the threshold is raised to see what it does, in millionths.
const RAISED: i64 = 1_010_000;

/// A household, and the threshold from which it is in.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// In millionths of the threshold as the regime has it.
    at: i64,
    /// What it would save a year.
    saving: Cents,
    /// In thousandths.
    weight: u64,
    poor: bool,
}

/// Households in the order in which a rising threshold lets them in; for a regime without a threshold, those it covers.
#[derive(Clone, Debug)]
pub struct Thresholds<'r> {
    regime: &'r Regime,
    entries: Vec<Entry>,
    /// All those looked at, covered or not, in thousandths.
    households: u64,
    /// Sum of their squared weights, in millionths.
    squares: i128,
    /// The poor among them, in thousandths.
    poor: u64,
    /// Those of a file of whom it cannot be told from which threshold they are in, or what they save, in thousandths.
    undetermined: u64,
    /// Real households that a household of weight one stands for.
    weight: f64,
    /// What covers fewer of them is not shown.
    fewest: f64,
}

/// A threshold and what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Threshold {
    /// The threshold over that of the regime: 1.2 is a fifth higher.
    pub times: f64,
    /// The threshold itself when the regime writes it in euros, over its own period.
    pub euros: Option<f64>,
    /// Households covered.
    pub covered: f64,
    /// Share of poor households covered.
    pub poor_covered: f64,
    /// Yearly cost, in euros, at the take-up asked for.
    pub cost: f64,
}

/// What a threshold 1 % higher adds to a regime. Each is nothing when it rests on too few households to be shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Marginal {
    /// Households that come in.
    pub covered: Option<f64>,
    /// Of which poor.
    pub poor: Option<f64>,
    /// What they cost a year, in euros, at the central take-up.
    pub cost: Option<f64>,
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
    /// A regime without a price, more than [`MOST_SORTED`] households, a month that the sources do not cover.
    pub fn new(question: &Question<'_>, regimes: &[&'r Regime]) -> Result<Vec<Self>, String> {
        let (size, base) = (question.size, question.base);
        if !(1..=MOST_SORTED.min(base.households())).contains(&size) {
            return Err(format!(
                "`{size}` households cannot be sorted: choose from 1 to {MOST_SORTED}"
            ));
        }
        let mut all = Self::begin(regimes, base.households() as f64 / size as f64, FEWEST_HOUSEHOLDS)?;
        let month = question.month.unwrap_or(Setting::usual_month(base));
        let setting = Setting::new(base, month).map_err(|reason| reason.to_string())?;
        let model = Model::new(base, question.assumptions).ok_or("no table of standards of living for this base")?;
        let mut source = Source::new(question.seed, 0);
        for _ in 0..size {
            let household = Counted::of(&model, &setting, &model.draw(&mut source));
            all.iter_mut().for_each(|of| of.add(&household, &setting.values));
        }
        all.iter_mut().for_each(Self::sort);
        Ok(all)
    }

    /// Regimes over the households of a file, none of them read yet, each of which stands for its weight.
    pub(super) fn of_file(regimes: &[&'r Regime]) -> Result<Vec<Self>, String> {
        Self::begin(regimes, 1.0, 0.0)
    }

    fn begin(regimes: &[&'r Regime], weight: f64, fewest: f64) -> Result<Vec<Self>, String> {
        let each = regimes.iter().map(|regime| {
            if matches!(regime.tariff, Tariff::NotSet) {
                let id = &regime.id;
                return Err(format!("`{id}` names no price: choose a regime that does"));
            }
            Ok(Self {
                regime,
                entries: Vec::new(),
                households: 0,
                squares: 0,
                poor: 0,
                undetermined: 0,
                weight,
                fewest,
            })
        });
        each.collect()
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

    /// Each threshold that lets somebody in, from the lowest, and what it lets in.
    fn each(&self) -> impl Iterator<Item = (i64, Sum)> {
        let mut sum = Sum::default();
        // Those whom the same threshold lets in come in together.
        self.entries
            .chunk_by(|one, next| one.at == next.at)
            .map(move |together| {
                together.iter().for_each(|entry| sum.add(entry));
                (together.first().map_or(ITSELF, |entry| entry.at), sum)
            })
    }

    pub(super) fn add<D: Told>(&mut self, household: &Counted<D>, values: &Values) {
        let Judged { facts, rights } = &household.judged;
        let (weight, poor) = (household.weight, household.poor);
        self.households += weight;
        self.squares += i128::from(weight) * i128::from(weight);
        self.poor += if poor { weight } else { 0 };
        let at = match self.enters(household, values) {
            Enters::At(at) => at,
            Enters::Never => return,
            Enters::Untold => {
                self.undetermined += weight;
                return;
            }
        };
        let saving = bill(self.regime, facts, rights, values).and_then(|bill| D::told(bill.saving_year));
        match saving {
            Some(saving) => self.entries.push(Entry {
                at,
                saving,
                weight,
                poor,
            }),
            None => self.undetermined += weight,
        }
    }

    /// From which threshold a household is in.
    fn enters<D: Told>(&self, household: &Counted<D>, values: &Values) -> Enters {
        let Judged { facts, rights } = &household.judged;
        let regime = self.regime;
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
            Some((value, limit)) if free.is(true) => {
                lets_in(value, limit, comparison.is).map_or(Enters::Never, Enters::At)
            }
            _ => Enters::Untold,
        }
    }

    pub(super) fn sort(&mut self) {
        self.entries.sort_unstable_by_key(|entry| entry.at);
    }

    /// Households of a file of whom it cannot be told from which threshold they are in, or what they save: they are in no
    /// other number but that of the poor.
    #[must_use]
    pub fn undetermined(&self) -> f64 {
        self.stands_for(self.undetermined)
    }

    /// The highest threshold whose yearly cost stays within a budget, in euros, when `take_up` of those entitled claim;
    /// nothing when it covers too few households to be shown.
    #[must_use]
    pub fn within(&self, budget: f64, take_up: Rate) -> Option<Threshold> {
        let affordable = self.each().take_while(|(_, sum)| self.cost(sum, take_up) <= budget);
        affordable
            .last()
            .and_then(|(at, sum)| self.threshold(at, &sum, take_up))
    }

    /// The cheapest threshold that covers a share of the poor; nothing when none does.
    #[must_use]
    pub fn reaching(&self, share: f64, take_up: Rate) -> Option<Threshold> {
        let unbeaten = self.unbeaten();
        let mut reaching = unbeaten.iter().filter(|(_, sum)| self.poor_covered(sum) >= share);
        reaching.find_map(|(at, sum)| self.threshold(*at, sum, take_up))
    }

    /// The thresholds that none beats, from the cheapest: none covers as many of the poor for less, or more of them for as
    /// much. Every threshold is looked at.
    fn unbeaten(&self) -> Vec<(i64, Sum)> {
        let mut unbeaten: Vec<(i64, Sum)> = Vec::new();
        for (at, sum) in self.each() {
            match unbeaten.last_mut() {
                Some((_, last)) if sum.poor <= last.poor => {}
                // More of the poor for the same money.
                Some(last) if sum.saving <= last.1.saving => *last = (at, sum),
                _ => unbeaten.push((at, sum)),
            }
        }
        unbeaten
    }

    /// The thresholds that none beats, from the cheapest; when they are more than `most`, so many of them, at even steps of
    /// the poor covered, the first and the last among them.
    #[must_use]
    pub fn frontier(&self, most: usize, take_up: Rate) -> Vec<Threshold> {
        let unbeaten = self.unbeaten();
        let shown = unbeaten
            .iter()
            .filter_map(|(at, sum)| self.threshold(*at, sum, take_up));
        let shown: Vec<Threshold> = shown.collect();
        let (first, last) = (shown.first(), shown.last());
        let (Some(first), Some(last)) = (first, last) else {
            return Vec::new();
        };
        if shown.len() <= most {
            return shown;
        }
        let step = (last.poor_covered - first.poor_covered) / most.saturating_sub(1).max(1) as f64;
        let (start, end) = (first.poor_covered, last.clone());
        let mut kept: Vec<Threshold> = Vec::new();
        for threshold in shown {
            if threshold.poor_covered >= start + step * kept.len() as f64 {
                kept.push(threshold);
            }
        }
        // Rounding may leave the last step just out of reach.
        if kept.last() != Some(&end) {
            kept.truncate(most.saturating_sub(1));
            kept.push(end);
        }
        kept
    }

    /// What a threshold does, over that of the regime: 1 is the regime as it is; nothing when it covers too few households
    /// to be shown.
    #[must_use]
    pub fn at(&self, times: Rate, take_up: Rate) -> Option<Threshold> {
        self.threshold(times.millionths(), &self.sum(times.millionths()), take_up)
    }

    /// What a threshold 1 % higher adds; nothing for a regime without a threshold.
    #[must_use]
    pub fn marginal(&self) -> Option<Marginal> {
        let (usual, raised) = (self.sum(ITSELF), self.sum(RAISED));
        let added = Sum {
            households: raised.households - usual.households,
            poor: raised.poor - usual.poor,
            saving: raised.saving - usual.saving,
        };
        let covered = self.shown(added.households);
        let cost = self.cost(&added, self.regime.granting.take_up.central);
        self.moves().then(|| Marginal {
            covered,
            poor: self.shown(added.poor),
            cost: covered.map(|_| cost),
        })
    }

    /// Those whom a threshold lets in.
    fn sum(&self, times: i64) -> Sum {
        let mut sum = Sum::default();
        let within = self.entries.iter().take_while(|entry| entry.at <= times);
        within.for_each(|entry| sum.add(entry));
        sum
    }

    /// Households that so many thousandths stand for; nothing when they are too few to be shown, as in [`super::Runs`].
    fn shown(&self, thousandths: u64) -> Option<f64> {
        let households = self.stands_for(thousandths);
        // Of equal weight (Kish), as if those counted had weights as uneven as all of them.
        let effective = thousandths as f64 * self.households as f64 / self.squares as f64;
        (households >= self.fewest && enough_rows(effective)).then_some(households)
    }

    fn stands_for(&self, thousandths: u64) -> f64 {
        self.weight * thousandths as f64 / 1000.0
    }

    /// Yearly cost, in euros.
    fn cost(&self, sum: &Sum, take_up: Rate) -> f64 {
        let rate = take_up.millionths() as f64 / 1e6;
        self.weight * rate * sum.saving as f64 / 100_000.0
    }

    fn poor_covered(&self, sum: &Sum) -> f64 {
        sum.poor as f64 / self.poor as f64
    }

    fn threshold(&self, at: i64, sum: &Sum, take_up: Rate) -> Option<Threshold> {
        let covered = self.shown(sum.households)?;
        let times = at as f64 / 1e6;
        let euros = match threshold_of(self.regime).map(|comparison| &comparison.limit) {
            Some(Limit::Euros(euros)) => Some(euros.amount.times(Rate::new(at)).count() as f64 / 100.0),
            _ => None,
        };
        Some(Threshold {
            times,
            euros,
            covered,
            poor_covered: self.poor_covered(sum),
            cost: self.cost(sum, take_up),
        })
    }
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

/// What the households let in come to.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    /// In thousandths.
    households: u64,
    /// In thousandths.
    poor: u64,
    /// In thousandths of a cent a year.
    saving: i128,
}

impl Sum {
    fn add(&mut self, entry: &Entry) {
        self.households += entry.weight;
        self.poor += if entry.poor { entry.weight } else { 0 };
        self.saving += i128::from(entry.saving.count()) * i128::from(entry.weight);
    }
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
