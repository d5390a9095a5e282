//! Who receives which benefit: probabilities that fall with the standard of living, set on the published counts.

use super::curve::{invert, logistic, logit};
use super::data::{Assumptions, Base, margins};
use super::families::{BANDS, Family, RETIREMENT_BAND};
use super::income::STRATA;
use super::model::{ByCell, GRID, Grid, Model, cell, out_of_work, retired};

/// A probability that falls with the standard of living, over the median, and vanishes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    from: f64,
    to: f64,
    times: f64,
}

impl Window {
    fn shape(&self, living: f64) -> f64 {
        ((self.to - living) / (self.to - self.from)).clamp(0.0, 1.0)
    }

    /// There is a probability at a standard of living over the median.
    pub(super) fn reaches(&self, living: f64) -> bool {
        living < self.to
    }

    /// The probability at a standard of living over the median.
    pub(super) fn chance(&self, living: f64) -> f64 {
        (self.times * self.shape(living)).min(1.0)
    }
}

pub(super) const NO_WINDOW: Window = Window {
    from: 0.0,
    to: 1.0,
    times: 0.0,
};

impl Model {
    /// Sets the windows of the benefits on their published counts.
    pub(super) fn fit_benefits(&mut self, grid: &Grid, owner: &ByCell<f64>, social: &ByCell<f64>) {
        let households = self.base.households() as f64;
        let [
            rsa_from,
            rsa_to,
            aah_from,
            aah_to,
            aspa_from,
            aspa_to,
            prime_from,
            prime_to,
            home_from,
            home_to,
            ass_from,
            ass_to,
        ] = self.base.of(&margins::WINDOWS);
        let share = |thousands: f64| thousands * 1000.0 / households;
        type Who<'a> = &'a dyn Fn(&Family) -> bool;
        let window = |from: f64, to: f64, wanted: f64, who: Who<'_>, weight: &dyn Fn(&Family, usize, f64) -> f64| {
            let to = to + self.assumptions.benefit_reach;
            let families = self.families.iter().filter(|family| who(family));
            fit_window(families, grid, Window { from, to, times: 1.0 }, wanted, weight)
        };
        let counts = self.base.partly(&margins::RSA, &self.assumptions);
        let free = self.base.partly(&margins::FREE_BY_AGE, &self.assumptions);
        let claims: [[f64; 4]; 8] = core::array::from_fn(|group| {
            core::array::from_fn(|tenure| take_up(self.base, &self.assumptions, group, tenure))
        });
        let mut rsa = [NO_WINDOW; 8];
        for (((group, window_of), count), claims) in rsa.iter_mut().enumerate().zip(counts).zip(claims) {
            *window_of = window(
                rsa_from,
                rsa_to,
                share(count),
                &|family| family.rsa_group == group && family.may_claim(),
                &|family, tenth, _| {
                    let at = |table: &ByCell<f64>| cell(table, family.kind, family.band, tenth);
                    let (own, council) = (at(owner), at(social));
                    let free = free.get(family.band).copied().unwrap_or_default();
                    let rest = 1.0 - own;
                    let by_tenure = [
                        own,
                        rest * (1.0 - free) * council,
                        rest * (1.0 - free) * (1.0 - council),
                        rest * free,
                    ];
                    by_tenure.iter().zip(claims).map(|(part, claims)| part * claims).sum()
                },
            );
        }
        let [aah, aspa, prime, home, ass] = self.base.partly(&margins::STOCKS, &self.assumptions);
        // Whoever is eligible for RSA is drawn first, and has neither AAH, nor ASS, nor prime d'activité.
        let without_rsa = |family: &Family, living: f64| {
            let window = rsa.get(family.rsa_group).filter(|_| family.may_claim());
            1.0 - window.map_or(0.0, |window| window.chance(living))
        };
        let may_have_aah = |family: &Family| family.band < RETIREMENT_BAND;
        let aah = window(aah_from, aah_to, share(aah), &may_have_aah, &|family, _, living| {
            without_rsa(family, living)
        });
        let with_aah = |family: &Family, living: f64| if may_have_aah(family) { aah.chance(living) } else { 0.0 };
        let aspa = window(
            aspa_from,
            aspa_to,
            share(aspa),
            &|family| family.band >= RETIREMENT_BAND,
            &|_, _, _| 1.0,
        );
        let retired = retired(self.base, &self.assumptions);
        let (unemployed, inactive) = out_of_work(self.base, &self.assumptions);
        let [_, in_work_with_aah] = self.base.of(&margins::IN_WORK);
        let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or_default();
        let prime = window(
            prime_from,
            prime_to,
            share(prime),
            &|_| true,
            &|family, tenth, living| {
                let works = 1.0 - at(&unemployed, tenth) - at(&inactive, tenth);
                let receives = with_aah(family, living) / f64::from(family.grown_ups());
                let works = receives * in_work_with_aah + (1.0 - receives) * works;
                (1.0 - at(&retired, family.band)) * works * without_rsa(family, living)
            },
        );
        let ass = window(
            ass_from,
            ass_to,
            share(ass),
            &|family| self.may_have_ass(family.band),
            &|family, tenth, living| {
                let looks = (1.0 - at(&retired, family.band)) * at(&unemployed, tenth);
                looks * without_rsa(family, living) * (1.0 - with_aah(family, living))
            },
        );
        let rents = |family: &Family, tenth: usize| {
            (1.0 - cell(owner, family.kind, family.band, tenth)) * (1.0 - at(&free, family.band))
        };
        let home = window(home_from, home_to, share(home), &|_| true, &|family, tenth, _| {
            rents(family, tenth)
        });
        let (mut receive, mut times) = (0.0, 0.0);
        for family in &self.families {
            for (living, tenth) in grid.points.get(family.stratum).into_iter().flatten() {
                let part = family.share * rents(family, *tenth) * home.chance(*living);
                receive += part;
                times += part * self.assumptions.housing_benefit_around(*living);
            }
        }
        self.housing_benefit_times = receive / times;
        (self.rsa, self.aah, self.aspa) = (rsa, aah, aspa);
        (self.prime_activite, self.ass, self.housing_benefit) = (prime, ass, home);
    }

    /// Somebody unemployed of this age band may receive the ASS.
    pub(super) fn may_have_ass(&self, band: usize) -> bool {
        let bands = BANDS.get(band).filter(|_| band < RETIREMENT_BAND);
        bands.is_some_and(|(first, _)| f64::from(*first) >= self.assumptions.ass_from_age)
    }
}

/// Share of the eligible who receive RSA, by profile and by tenure: the two published tables, multiplied as odds.
pub(super) fn take_up(base: Base, assumptions: &Assumptions, group: usize, tenure: usize) -> f64 {
    let [single, lone, couple, with_children, all] = base.of(&margins::RSA_TAKE_UP);
    let profile = match group {
        0 => single,
        1..=3 => lone,
        4 => couple,
        _ => with_children,
    };
    let by_tenure = base.partly(&margins::RSA_TAKE_UP_BY_TENURE, assumptions);
    let tenure = by_tenure.get(tenure).copied().unwrap_or(all);
    logistic(logit(profile) + logit(tenure) - logit(all))
}

/// The number a window is multiplied by so that the expected share of households is `wanted`; what is beyond everybody
/// stays at everybody.
fn fit_window<'a>(
    families: impl Iterator<Item = &'a Family>,
    grid: &Grid,
    window: Window,
    wanted: f64,
    weight: &dyn Fn(&Family, usize, f64) -> f64,
) -> Window {
    let mut weights = [(); STRATA].map(|()| vec![0.0; GRID as usize]);
    for family in families {
        if let Some((weights, points)) = weights.get_mut(family.stratum).zip(grid.points.get(family.stratum)) {
            for (sum, (living, tenth)) in weights.iter_mut().zip(points) {
                if window.reaches(*living) {
                    *sum += family.share * weight(family, *tenth, *living) / f64::from(GRID);
                }
            }
        }
    }
    let points: Vec<(f64, f64)> = weights
        .iter()
        .zip(&grid.points)
        .flat_map(|(weights, points)| weights.iter().zip(points))
        .map(|(weight, (living, _))| (window.shape(*living), *weight))
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    let share = |times: f64| {
        points
            .iter()
            .map(|(shape, weight)| weight * (times * shape).min(1.0))
            .sum::<f64>()
    };
    Window {
        times: invert(0.0, 50.0, wanted, share),
        ..window
    }
}
