//! Standards of living: the national distribution over persons, and the rank-normal model that spreads the types of
//! household along it. Types are normal in a hidden score; a score becomes a rank among persons, a rank a standard of
//! living: so the published distribution comes out whatever the types are, and the types fit their poverty rate and median.

use super::curve::{Curve, Points, invert, logistic, logit, normal, normal_quantile, normal_sides};
use super::data::{Assumptions, Base, margins};
use crate::spending::year_for;

/// Types of household for incomes, in the order of the margin `poverty_rates`.
pub(super) const STRATA: usize = 8;

/// Quantiles of the standard of living over persons, in euros a year.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    knots: Vec<(f64, f64)>,
    slopes: Vec<f64>,
    ends: (f64, f64),
    pareto: f64,
    low_power: f64,
}

impl Distribution {
    /// The distribution of a base; none when the table of standards of living lacks its year.
    pub(super) fn of(base: Base) -> Option<Self> {
        let table = year_for(base.year())?;
        let bounds: Option<Vec<f64>> = (1..=9)
            .map(|rank| table.bound(rank).map(|bound| bound.amount.count() as f64 / 100.0))
            .collect();
        let bounds = bounds?;
        let (first, middle, last) = (*bounds.first()?, *bounds.get(4)?, *bounds.last()?);
        let [to_france, d1, d9] = base.of(&margins::REGION);
        let [pareto, low_power] = base.of(&margins::TAILS);
        // A region keeps the shape of France, with each half drawn in so that its own D1 and D9 come out.
        let drawn = |ratio: f64, own: f64| {
            if ratio > 0.0 {
                libm::log(ratio) / libm::log(own / middle)
            } else {
                1.0
            }
        };
        let (below, above) = (drawn(d1, first), drawn(d9, last));
        let values: Vec<f64> = bounds
            .iter()
            .map(|bound| {
                let power = if *bound < middle { below } else { above };
                middle * to_france * libm::pow(bound / middle, power)
            })
            .collect();
        let knots: Vec<(f64, f64)> = (1..=9)
            .zip(&values)
            .map(|(tenth, value)| (logit(f64::from(tenth) / 10.0), libm::log(*value)))
            .collect();
        Some(Self {
            slopes: monotone_slopes(&knots),
            knots,
            ends: (*values.first()?, *values.last()?),
            pareto: pareto / above,
            low_power: low_power * below,
        })
    }

    /// The standard of living of rank `p`; `q` is 1 − p, given apart so that the top keeps its digits.
    pub(super) fn at(&self, p: f64, q: f64) -> f64 {
        if p <= 0.1 {
            return self.ends.0 * libm::pow(p / 0.1, self.low_power);
        }
        if q <= 0.1 {
            return self.ends.1 * libm::pow(q / 0.1, -1.0 / self.pareto);
        }
        let x = libm::log(p / q);
        let pieces = self.knots.windows(2).zip(self.slopes.windows(2));
        for (knots, slopes) in pieces {
            if let ([(x0, y0), (x1, y1)], [m0, m1]) = (knots, slopes)
                && x <= *x1
            {
                let (width, t) = (x1 - x0, (x - x0) / (x1 - x0));
                let (t2, t3) = (t * t, t * t * t);
                let y = (2.0 * t3 - 3.0 * t2 + 1.0) * y0
                    + (t3 - 2.0 * t2 + t) * width * m0
                    + (3.0 * t2 - 2.0 * t3) * y1
                    + (t3 - t2) * width * m1;
                return libm::exp(y);
            }
        }
        self.ends.1
    }

    /// The rank of a standard of living.
    pub(super) fn rank(&self, value: f64) -> f64 {
        invert(1e-9, 1.0 - 1e-9, value, |p| self.at(p, 1.0 - p))
    }

    /// The median.
    pub(super) fn median(&self) -> f64 {
        self.at(0.5, 0.5)
    }
}

/// Slopes of a cubic that never turns back (Fritsch and Carlson, harmonic means).
fn monotone_slopes(knots: &[(f64, f64)]) -> Vec<f64> {
    let secants: Vec<f64> = knots
        .windows(2)
        .map(|pair| match pair {
            [(x0, y0), (x1, y1)] => (y1 - y0) / (x1 - x0),
            _ => 0.0,
        })
        .collect();
    let mut slopes = vec![secants.first().copied().unwrap_or_default()];
    slopes.extend(secants.windows(2).map(|pair| match pair {
        [a, b] if a * b > 0.0 => 2.0 * a * b / (a + b),
        _ => 0.0,
    }));
    slopes.extend(secants.last());
    slopes
}

/// Where the types stand along the distribution.
#[derive(Clone, Debug)]
pub(super) struct Incomes {
    distribution: Distribution,
    persons: [f64; STRATA],
    households: [f64; STRATA],
    places: [(f64, f64); STRATA],
    /// 60 % of the national median, in euros a year.
    pub(super) poverty_line: f64,
    /// The national median, in euros a year.
    pub(super) median: f64,
}

impl Incomes {
    /// Fits the types: `households` and `persons` are the weights of each stratum.
    pub(super) fn fit(
        base: Base,
        assumptions: &Assumptions,
        households: [f64; STRATA],
        persons: [f64; STRATA],
    ) -> Option<Self> {
        let distribution = Distribution::of(base)?;
        let national = year_for(base.year())?.bound(5)?.amount.count() as f64 / 100.0;
        let mut incomes = Self {
            persons: share(persons),
            households: share(households),
            places: [(0.0, 1.0); STRATA],
            poverty_line: 0.6 * national,
            median: national,
            distribution,
        };
        let poor = incomes.distribution.rank(incomes.poverty_line);
        let rates = shifted(
            base.partly(&margins::POVERTY_RATES, assumptions),
            &incomes.persons,
            poor,
        );
        let median = incomes.distribution.median();
        let medians = base
            .of(&margins::MEDIAN_RATIOS)
            .map(|ratio| ratio + assumptions.type_medians_contrast * (ratio - 1.0))
            .map(|ratio| incomes.distribution.rank(ratio * median));
        for _ in 0..40 {
            let line = incomes.score(poor);
            let scores = medians.map(|rank| incomes.score(rank));
            for ((place, score), rate) in incomes.places.iter_mut().zip(scores).zip(rates) {
                *place = (score, ((line - score) / normal_quantile(rate)).clamp(0.3, 3.0));
            }
            // Scores have no scale of their own: the line stands at −1 and the median at 0.
            let (line, middle) = (incomes.score(poor), incomes.score(0.5));
            for (mean, spread) in &mut incomes.places {
                *mean = (*mean - middle) / (middle - line);
                *spread /= middle - line;
            }
        }
        Some(incomes)
    }

    /// The score of a rank among persons.
    fn score(&self, rank: f64) -> f64 {
        invert(-12.0, 12.0, rank, |z| self.share_below(z, &self.persons))
    }

    /// The shares below and above a score, under some weights.
    fn below(&self, z: f64, weights: &[f64; STRATA]) -> (f64, f64) {
        let mut shares = (0.0, 0.0);
        for ((mean, spread), weight) in self.places.iter().zip(weights) {
            let (below, above) = normal_sides((z - mean) / spread);
            shares.0 += weight * below;
            shares.1 += weight * above;
        }
        shares
    }

    /// The share below alone.
    fn share_below(&self, z: f64, weights: &[f64; STRATA]) -> f64 {
        let strata = self.places.iter().zip(weights);
        strata.fold(0.0, |sum, ((mean, spread), weight)| {
            sum + weight * normal((z - mean) / spread)
        })
    }

    fn living(&self, z: f64) -> f64 {
        let (p, q) = self.below(z, &self.persons);
        self.distribution.at(p, q)
    }

    /// The standard of living of each stratum, drawn from a uniform number.
    pub(super) fn curves(&self, points: &Points) -> [Curve; STRATA] {
        self.places
            .map(|(mean, spread)| Curve::new(points, |z| self.living(mean + spread * z)))
    }

    /// Upper bounds of the tenths of households.
    pub(super) fn tenths(&self) -> [f64; 9] {
        [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map(|share| {
            let z = invert(-12.0, 12.0, share, |z| self.share_below(z, &self.households));
            self.living(z)
        })
    }
}

fn share(weights: [f64; STRATA]) -> [f64; STRATA] {
    let whole: f64 = weights.iter().sum();
    weights.map(|weight| weight / whole)
}

/// The rates, all moved by one logit so that their mean is `wanted`.
pub(super) fn shifted<const N: usize>(rates: [f64; N], weights: &[f64; N], wanted: f64) -> [f64; N] {
    let whole: f64 = weights.iter().sum();
    let moved = |by: f64| rates.map(|rate| logistic(logit(rate.clamp(1e-6, 1.0 - 1e-6)) + by));
    let mean = |by: f64| {
        moved(by)
            .iter()
            .zip(weights)
            .map(|(rate, weight)| rate * weight)
            .sum::<f64>()
            / whole
    };
    moved(invert(-10.0, 10.0, wanted, mean))
}
