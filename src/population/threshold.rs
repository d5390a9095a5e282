//! The best threshold for a budget: exact on the drawn households, which are sorted by the threshold that lets them in.

use serde::Serialize;

use super::draw::Source;
use super::facts::Judged;
use super::figures::enough;
use super::study::Question;
use super::tally::Counted;
use super::{Model, Setting};
use crate::regimes::bill::bill;
use crate::regimes::evaluate::leaves;
use crate::regimes::{Comparison, Criterion, Limit, Regime, Side};
use crate::units::{Cents, Rate};

/// The most households that are sorted: each takes 24 bytes.
pub const MOST_SORTED: u64 = 1_000_000;

/// A household, and the threshold from which it is in.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// In millionths of the threshold as the regime has it.
    at: i64,
    /// What it would save a year.
    saving: Cents,
    poor: bool,
}

/// Drawn households in the order in which a rising threshold lets them in.
#[derive(Clone, Debug)]
pub struct Thresholds<'r> {
    regime: &'r Regime,
    entries: Vec<Entry>,
    poor: u64,
    /// Real households that a drawn one stands for.
    weight: f64,
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

/// The one threshold of a regime: its criteria are an amount that must stay under a limit, and nothing else.
#[must_use]
pub fn threshold_of(regime: &Regime) -> Option<&Comparison> {
    match &regime.criteria {
        Criterion::Amount(comparison) if matches!(comparison.is, Side::AtMost | Side::Below) => Some(comparison),
        _ => None,
    }
}

impl<'r> Thresholds<'r> {
    /// Draws the households of a question and sorts them by the threshold of `regime` that lets them in.
    ///
    /// # Errors
    /// A regime without a threshold of its own or without a price, more than [`MOST_SORTED`] households, a month that the
    /// sources do not cover.
    pub fn new(question: &Question<'_>, regime: &'r Regime) -> Result<Self, String> {
        let id = &regime.id;
        let Some(comparison) = threshold_of(regime) else {
            return Err(format!(
                "`{id}` does not rest on one threshold: choose a regime whose criterion is one amount"
            ));
        };
        let (size, base) = (question.size, question.base);
        if !(1..=MOST_SORTED.min(base.households())).contains(&size) {
            return Err(format!(
                "`{size}` households cannot be sorted: choose from 1 to {MOST_SORTED}"
            ));
        }
        let month = question.month.unwrap_or(Setting::usual_month(base));
        let setting = Setting::new(base, month).map_err(|reason| reason.to_string())?;
        let model = Model::new(base, question.assumptions).ok_or("no table of standards of living for this base")?;
        let mut source = Source::new(question.seed, 0);
        let mut entries = Vec::new();
        let mut poor = 0;
        for _ in 0..size {
            let household = Counted::of(&model, &setting, &model.draw(&mut source));
            let Judged { facts, rights } = &household.judged;
            poor += u64::from(household.poor);
            let bill = bill(regime, facts, rights, &setting.values).ok_or_else(|| format!("`{id}` names no price"))?;
            let read = leaves(&regime.criteria, facts, rights, &setting.values);
            let compared = read.first().and_then(|leaf| leaf.compared);
            let blocked = regime.one_per_household && facts.social_line;
            let at = compared.and_then(|(value, limit)| lets_in(value, limit, comparison.is));
            if let Some(at) = at.filter(|_| !blocked) {
                entries.push(Entry {
                    at,
                    saving: bill.saving_year,
                    poor: household.poor,
                });
            }
        }
        entries.sort_unstable_by_key(|entry| entry.at);
        Ok(Self {
            regime,
            entries,
            poor,
            weight: base.households() as f64 / size as f64,
        })
    }

    /// The highest threshold whose yearly cost stays within a budget, in euros, when `take_up` of those entitled claim;
    /// nothing when it covers too few households to be shown.
    #[must_use]
    pub fn within(&self, budget: f64, take_up: Rate) -> Option<Threshold> {
        let mut best = None;
        let mut sum = Sum::default();
        for (place, entry) in self.entries.iter().enumerate() {
            sum.add(entry);
            // Those whom the same threshold lets in come in together.
            let together = self.entries.get(place + 1).is_some_and(|next| next.at == entry.at);
            if together {
                continue;
            }
            if self.cost(&sum, take_up) > budget {
                break;
            }
            best = Some((entry.at, sum));
        }
        best.and_then(|(at, sum)| self.threshold(at, &sum, take_up))
    }

    /// What a threshold does, over that of the regime: 1 is the regime as it is; nothing when it covers too few households
    /// to be shown.
    #[must_use]
    pub fn at(&self, times: Rate, take_up: Rate) -> Option<Threshold> {
        let mut sum = Sum::default();
        let within = self.entries.iter().take_while(|entry| entry.at <= times.millionths());
        within.for_each(|entry| sum.add(entry));
        self.threshold(times.millionths(), &sum, take_up)
    }

    /// Yearly cost, in euros.
    fn cost(&self, sum: &Sum, take_up: Rate) -> f64 {
        let rate = take_up.millionths() as f64 / 1e6;
        self.weight * rate * sum.saving as f64 / 100.0
    }

    fn threshold(&self, at: i64, sum: &Sum, take_up: Rate) -> Option<Threshold> {
        let rows = sum.households as f64;
        let covered = self.weight * rows;
        if !enough(covered, rows) {
            return None;
        }
        let times = at as f64 / 1e6;
        let euros = match threshold_of(self.regime).map(|comparison| &comparison.limit) {
            Some(Limit::Euros(euros)) => Some(euros.amount.times(Rate::new(at)).count() as f64 / 100.0),
            _ => None,
        };
        Some(Threshold {
            times,
            euros,
            covered,
            poor_covered: sum.poor as f64 / self.poor as f64,
            cost: self.cost(sum, take_up),
        })
    }
}

/// What the households let in come to.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    households: u64,
    poor: u64,
    /// In cents a year.
    saving: i128,
}

impl Sum {
    fn add(&mut self, entry: &Entry) {
        self.households += 1;
        self.poor += u64::from(entry.poor);
        self.saving += i128::from(entry.saving.count());
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
