//! Figures with their intervals.

use serde::Serialize;

use super::curve::normal;
use super::tally::{Compared, EVERYBODY, Tally};

/// Pieces the population is cut into, to see how much a figure moves from one to the next.
pub const REPLICATES: usize = 20;

/// A figure that stands for fewer households is not shown.
pub const FEWEST_HOUSEHOLDS: f64 = 500.0;
/// Nor one that rests on fewer simulated households.
pub const FEWEST_ROWS: f64 = 20.0;

/// Two-sided 95 % point of Student's distribution with 19 degrees of freedom.
const STUDENT: f64 = 2.093;

/// What an interval at 95 % leaves at each end.
const ONE_END: f64 = 0.025;

/// A figure. Intervals are about the simulated population, at 95 % for the drawing; they say nothing of what it leaves out.
/// A count rests on the households counted, a mean or a share on those it is the mean or the share of: when they are fewer
/// than [`FEWEST_HOUSEHOLDS`], or than [`FEWEST_ROWS`] simulated ones of equal weight, there is no figure, only [`Figure::HIDDEN`].
/// Over a file, only its rows are held to a fewest, and what the file does not allow to say is always told.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Figure {
    /// The figure; nothing when it rests on too few households to be shown.
    pub value: Option<f64>,
    /// Simulated households, or rows of a file, that it rests on, all weighted the same.
    pub effective: Option<f64>,
    /// What drawing other households would give.
    pub sampling: Option<[f64; 2]>,
    /// What the other hypotheses give: incomes 5 % lower or higher, the other source on tenure.
    pub model: Option<[f64; 2]>,
    /// Both together, as independent.
    pub together: Option<[f64; 2]>,
}

impl Figure {
    /// Nothing that can be shown.
    pub const HIDDEN: Self = Self {
        value: None,
        effective: None,
        sampling: None,
        model: None,
        together: None,
    };
}

/// Around a value of a simulated population, as those of a [`Figure`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Intervals {
    /// What drawing other households would give.
    pub sampling: Option<[f64; 2]>,
    /// What the other hypotheses give.
    pub model: Option<[f64; 2]>,
    /// Both together, as independent.
    pub together: Option<[f64; 2]>,
}

impl Intervals {
    /// Of what is not estimated.
    pub(super) const NONE: Self = Self {
        sampling: None,
        model: None,
        together: None,
    };

    /// As those of a share of so many drawn: none goes beyond the whole, and that none, or all, of those drawn are in it says
    /// little of the others when few were drawn (Clopper and Pearson's interval, which the pieces, all the same, cannot give).
    #[cfg_attr(smaller, inline(never))]
    pub(super) fn of_a_whole(self, value: f64, drawn: f64) -> Self {
        let beyond = 1.0 - libm::pow(ONE_END, 1.0 / drawn);
        let capped = |interval: Option<[f64; 2]>, beyond: f64| {
            interval.map(|[low, high]| {
                let low = if value >= 1.0 { low.min(1.0 - beyond) } else { low };
                let high = if value <= 0.0 { high.max(beyond) } else { high };
                [low, high.min(1.0)]
            })
        };
        Self {
            sampling: capped(self.sampling, beyond),
            model: capped(self.model, 0.0),
            together: capped(self.together, beyond),
        }
    }

    /// As those of what cannot be more than `most`.
    pub(super) fn up_to(self, most: f64) -> Self {
        let capped = |interval: Option<[f64; 2]>| interval.map(|ends| ends.map(|end| end.min(most)));
        Self {
            sampling: capped(self.sampling),
            model: capped(self.model),
            together: capped(self.together),
        }
    }

    /// From what the value is in each piece of the population, and from how far the other hypotheses move it, down and up.
    pub(super) fn new(value: f64, pieces: &[f64], moved: Option<(f64, f64)>) -> Self {
        // Counts, shares, savings and costs: none is below nothing, whatever half a width says. A threshold may be.
        let least = if value < 0.0 { f64::NEG_INFINITY } else { 0.0 };
        let interval = |down: f64, up: f64| [(value - down).max(least), value + up];
        let drawing = half_width(pieces);
        Self {
            sampling: drawing.map(|half| interval(half, half)),
            model: moved.map(|(low, high)| interval(-low, high)),
            together: drawing.map(|half| {
                let (low, high) = moved.unwrap_or_default();
                interval(libm::hypot(half, low), libm::hypot(half, high))
            }),
        }
    }
}

/// How far other hypotheses move a value from its reference, down and up.
pub(super) fn moved(reference: f64, others: impl Iterator<Item = f64>) -> (f64, f64) {
    others.fold((0.0, 0.0), |(low, high), other| {
        let by = other - reference;
        (low.min(by), high.max(by))
    })
}

/// Half the width of the interval of the drawing; none when a piece has no household to show for it.
fn half_width(pieces: &[f64]) -> Option<f64> {
    let (_, spread) = mean(pieces)?;
    Some(STUDENT * spread)
}

/// The mean of the pieces, and how far from it that of another draw of the whole is (standard error); none when a piece has
/// no household to show for it.
fn mean(pieces: &[f64]) -> Option<(f64, f64)> {
    let count = pieces.len() as f64;
    if pieces.len() < 2 || pieces.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let mean = pieces.iter().sum::<f64>() / count;
    let variance = pieces.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
    Some((mean, libm::sqrt(variance / count)))
}

impl Figure {
    pub(super) const fn new(value: f64, effective: f64, intervals: Intervals) -> Self {
        let Intervals {
            sampling,
            model,
            together,
        } = intervals;
        Self {
            value: Some(value),
            effective: Some(effective),
            sampling,
            model,
            together,
        }
    }

    /// The same, which what a file does not say may bring anywhere between two ends.
    #[must_use]
    pub fn around(self, [low, high]: [f64; 2]) -> Self {
        let around = self.value.map(|_| [low, high]);
        let wider = |[from, to]: [f64; 2]| [from.min(low), to.max(high)];
        Self {
            model: around,
            together: self.together.map(wider).or(around),
            ..self
        }
    }

    /// The same, which may be more by so much: those for whom a file does not allow to tell.
    #[must_use]
    pub fn and_more(self, more: f64) -> Self {
        match self.value {
            Some(value) if more > 0.0 && more.is_finite() => {
                let model = Some([value, value + more]);
                let together = self.together.map(|[from, to]| [from, to + more]).or(model);
                Self {
                    model,
                    together,
                    ..self
                }
            }
            _ => self,
        }
    }

    /// The same as a share.
    #[must_use]
    #[cfg_attr(smaller, inline(never))]
    pub fn of_a_whole(self) -> Self {
        let Self {
            value: Some(value),
            effective: Some(drawn),
            sampling,
            model,
            together,
        } = self
        else {
            return self;
        };
        let intervals = Intervals {
            sampling,
            model,
            together,
        };
        Self::new(value, drawn, intervals.of_a_whole(value, drawn))
    }
}

/// The same households under one hypothesis.
#[derive(Clone, Debug)]
pub struct Run {
    /// Pieces of consecutive households, each a small population by itself.
    pub replicates: Vec<Tally>,
    /// All of them.
    pub whole: Tally,
}

impl Run {
    /// The tallies of the pieces.
    #[must_use]
    pub fn new(compared: &Compared<'_>, replicates: Vec<Tally>) -> Self {
        let mut whole = Tally::new(compared);
        replicates.iter().for_each(|replicate| whole.merge(replicate));
        Self { replicates, whole }
    }
}

/// A population as it was counted, under its hypothesis and under others.
#[derive(Clone, Debug)]
pub struct Runs {
    /// The population.
    pub main: Run,
    /// The same hypothesis with as many households as the others, when these are fewer.
    pub reference: Option<Run>,
    /// The other hypotheses.
    pub others: Vec<Run>,
    /// Households that the whole stands for.
    pub households: f64,
    /// A figure that stands for fewer of them is not shown: [`FEWEST_HOUSEHOLDS`], or nothing for a file.
    pub fewest: f64,
}

/// So many households of equal weight are enough to be shown; the last bits of a division do not decide.
pub(super) fn enough_rows(effective: f64) -> bool {
    effective >= FEWEST_ROWS - 1e-9
}

/// The household numbers of each replicate.
#[must_use]
pub fn pieces(size: u64) -> Vec<core::ops::Range<u64>> {
    let count = REPLICATES as u64;
    (0..count)
        .map(|piece| size * piece / count..size * (piece + 1) / count)
        .collect()
}

impl Runs {
    /// The figure `f` makes of a tally, `on` being the households it rests on, in thousandths. There is no other way to make
    /// one: what is too small is hidden wherever it is shown.
    pub fn figure(&self, on: impl Fn(&Tally) -> u64, f: impl Fn(&Tally) -> f64) -> Figure {
        let on = on(&self.main.whole);
        if self.enough(on) {
            self.however_few(on, &f)
        } else {
            Figure::HIDDEN
        }
    }

    /// The same however few the households: for what a file does not allow to say, which must never pass for nothing.
    // Not generic: it would be compiled anew for every figure.
    pub(super) fn however_few(&self, on: u64, f: &dyn Fn(&Tally) -> f64) -> Figure {
        let value = f(&self.main.whole);
        if !value.is_finite() {
            return Figure::HIDDEN;
        }
        let pieces: Vec<f64> = self.main.replicates.iter().map(f).collect();
        let moved = (!self.others.is_empty()).then(|| {
            let reference = f(&self.reference.as_ref().unwrap_or(&self.main).whole);
            moved(reference, self.others.iter().map(|other| f(&other.whole)))
        });
        Figure::new(value, self.effective(on), Intervals::new(value, &pieces, moved))
    }

    /// So many thousandths of households are enough to be shown.
    #[must_use]
    pub fn enough(&self, thousandths: u64) -> bool {
        self.households(&self.main.whole, thousandths) >= self.fewest && enough_rows(self.effective(thousandths))
    }

    /// Simulated households, or rows of a file, that a count in thousandths rests on: their part of the effective size of the whole, as if their
    /// weights were as uneven as all of them.
    pub(super) fn effective(&self, thousandths: u64) -> f64 {
        let whole = &self.main.whole;
        whole.effective_size() * (thousandths as f64 / whole.count(EVERYBODY, 0).households as f64)
    }

    /// The share of other draws as large as this one, as many under every hypothesis, in which a count is above nothing;
    /// nothing when it rests on too few households. The difference between two draws is taken as normal, with the standard
    /// error that the pieces give; it moves with the seed as long as the two regimes are close.
    pub fn share_of_draws(&self, on: impl Fn(&Tally) -> u64, count: impl Fn(&Tally) -> i64) -> Option<f64> {
        if !self.enough(on(&self.main.whole)) {
            return None;
        }
        let size = |run: &Run| run.whole.count(EVERYBODY, 0).households as f64;
        let mut shares = 0.0;
        for run in [&self.main].into_iter().chain(&self.others) {
            let pieces: Vec<f64> = run.replicates.iter().map(|piece| count(piece) as f64).collect();
            let (mean, spread) = mean(&pieces)?;
            // The other hypotheses may be drawn with fewer households than the main one. Another draw is as far from what is
            // true as this one: the two are apart by √2 times the error of one.
            let away = mean / spread * libm::sqrt(size(&self.main) / size(run) / 2.0);
            // On one side in every piece, or on neither, there is nothing to draw: a rule for all covers no fewer anywhere.
            shares += if pieces.iter().all(|piece| *piece <= 0.0) {
                0.0
            } else if pieces.iter().all(|piece| *piece >= 0.0) {
                1.0
            } else {
                normal(away)
            };
        }
        Some(shares / (1 + self.others.len()) as f64)
    }

    /// Households that a count in thousandths stands for.
    #[must_use]
    pub fn households(&self, tally: &Tally, thousandths: u64) -> f64 {
        self.households * thousandths as f64 / tally.count(EVERYBODY, 0).households as f64
    }
}
