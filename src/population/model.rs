//! Everything that is worked out before the first household is drawn: probabilities and means, cell by cell.

use super::benefits::{NO_WINDOW, Window, take_up};
use super::curve::{Curve, Points, chance, lognormal, unit};
use super::data::{Assumptions, Base, margins};
use super::families::{Family, Kind, families};
use super::income::{Incomes, STRATA};
use super::spending::{Means, POSTS, post};
use super::tenure::Tenure;

pub(super) const AGES: usize = 8;
pub(super) const KINDS: usize = 5;
pub(super) const TENTHS: usize = 10;
pub(super) const PLACES: usize = 5;

/// One number for each type, age band and tenth.
pub(super) type ByCell<T> = [[[T; TENTHS]; AGES]; KINDS];

/// Probabilities and means of a base under some assumptions, ready for drawing.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) base: Base,
    /// The year whose prices bills are in.
    prices: i32,
    pub(super) assumptions: Assumptions,
    pub(super) families: Vec<Family>,
    /// Upper end of each family on the 32-bit line.
    pub(super) ends: Vec<u32>,
    /// The first family whose end may lie in each 256th of the line.
    pub(super) first: Vec<usize>,
    pub(super) living: [Curve; STRATA],
    pub(super) tenths: [f64; TENTHS - 1],
    pub(super) median: f64,
    pub(super) poverty_line: f64,
    pub(super) owner: ByCell<u32>,
    pub(super) repaying: [u32; AGES],
    pub(super) free: [u32; AGES],
    pub(super) social: ByCell<u32>,
    /// Cumulated, for owners then for the others.
    pub(super) place: [[u32; PLACES]; 2],
    pub(super) retired: [u32; AGES],
    /// Unemployed or inactive, then the unemployed among them.
    pub(super) out_of_work: [u32; TENTHS],
    pub(super) unemployed: [u32; TENTHS],
    /// In work, among those who are eligible for RSA with some resources, then among those who receive the AAH.
    pub(super) in_work: [u32; 2],
    /// No fixed access, then neither fixed nor mobile, cumulated.
    pub(super) offline: [[(u32, u32); TENTHS]; AGES],
    /// What brings telecom bills back to the mean of their cell.
    pub(super) telecom_scale: [[f64; TENTHS]; AGES],
    pub(super) rsa: [Window; 8],
    /// Those who claim, among the eligible of each group, by tenure.
    pub(super) take_up: [[u32; 4]; 8],
    pub(super) aah: Window,
    pub(super) aspa: Window,
    pub(super) prime_activite: Window,
    pub(super) housing_benefit: Window,
    pub(super) ass: Window,
    pub(super) means: Means,
    pub(super) spread: [Curve; POSTS],
    /// What housing benefit is multiplied by for its mean to be the published one.
    pub(super) housing_benefit_times: f64,
    /// Share of the fixed access in the telecom bill.
    pub(super) internet_share: [f64; KINDS],
    /// No resources for RSA, claims the health cover, collective cable, one income.
    pub(super) chances: [u32; 4],
    /// Minors of 14 or more, among 65,536.
    pub(super) teenagers: u32,
    /// No motor fuel.
    pub(super) without_car: [u32; TENTHS],
    joint: ByCell<f64>,
}

/// What telecom bills are multiplied by: fixed access and mobile, mobile alone, neither.
pub(super) fn telecom_factors(assumptions: &Assumptions) -> [f64; 3] {
    let Assumptions {
        telecom_fixed,
        telecom_mobile_only,
        telecom_offline,
        ..
    } = *assumptions;
    [telecom_fixed, telecom_mobile_only, telecom_offline]
}

/// A household of one of these cells: standards of living inside each stratum, on an even grid.
pub(super) struct Grid {
    /// Standard of living over the median, and tenth.
    pub(super) points: [Vec<(f64, usize)>; STRATA],
}

pub(super) const GRID: u32 = 512;

impl Model {
    /// Works out everything, at the prices of the year of the base; none when a table lacks it.
    #[must_use]
    pub fn new(base: Base, assumptions: Assumptions) -> Option<Self> {
        Self::at_prices_of(i32::from(base.year()), base, assumptions)
    }

    /// The same households with the bills of another year.
    #[must_use]
    pub fn at_prices_of(year: i32, base: Base, assumptions: Assumptions) -> Option<Self> {
        Self::central(base, year, assumptions)?.under(assumptions)
    }

    /// The same with the usual incomes and source on tenure: what the benefits are set on.
    pub(super) fn central(base: Base, prices: i32, assumptions: Assumptions) -> Option<Self> {
        let Assumptions {
            income_shift,
            tenure_source,
            ..
        } = Assumptions::default();
        let assumptions = Assumptions {
            income_shift,
            tenure_source,
            ..assumptions
        };
        let families = families(base, &assumptions);
        let mut households = [0.0; STRATA];
        let mut persons = [0.0; STRATA];
        for family in &families {
            let places = households.get_mut(family.stratum).zip(persons.get_mut(family.stratum));
            if let Some((households, persons)) = places {
                *households += family.share;
                *persons += family.share * f64::from(family.persons());
            }
        }
        let incomes = Incomes::fit(base, &assumptions, households, persons)?;
        let points = Points::new();
        let living = incomes.curves(&points);
        let tenths = incomes.tenths();
        let median = incomes.median;
        let grid = Grid {
            points: living.each_ref().map(|curve| {
                (0..GRID)
                    .map(|k| curve.at(k * (u32::MAX / GRID) + u32::MAX / GRID / 2))
                    .map(|value| (value / median, tenth(value, &tenths)))
                    .collect()
            }),
        };
        let joint = joint(&families, &grid);
        let tenure = Tenure::new(base, prices, &assumptions, &joint)?;
        let (unemployed, inactive) = out_of_work(base, &assumptions);
        let [with_rsa, with_aah] = base.of(&margins::IN_WORK);
        let of = |list: &[f64; TENTHS], tenth: usize| list.get(tenth).copied().unwrap_or_default();
        let both: [f64; TENTHS] = core::array::from_fn(|tenth| of(&unemployed, tenth) + of(&inactive, tenth));
        let (offline, telecom_scale) = offline(base, &assumptions);
        let (ends, first) = line(&families);
        let mut model = Self {
            base,
            prices,
            assumptions,
            ends,
            first,
            living,
            tenths,
            median,
            poverty_line: incomes.poverty_line,
            owner: cells(&tenure.owner, chance),
            repaying: base.partly(&margins::REPAYING_BY_AGE, &assumptions).map(chance),
            free: base.partly(&margins::FREE_BY_AGE, &assumptions).map(chance),
            social: cells(&tenure.social, chance),
            place: tenure.place.map(cumulated),
            retired: retired(base, &assumptions).map(chance),
            out_of_work: both.map(chance),
            unemployed: core::array::from_fn(|tenth| chance(of(&unemployed, tenth) / of(&both, tenth))),
            in_work: [with_rsa / (1.0 - assumptions.rsa_without_resources), with_aah].map(chance),
            offline,
            telecom_scale,
            rsa: [NO_WINDOW; 8],
            take_up: core::array::from_fn(|group| {
                core::array::from_fn(|tenure| chance(take_up(base, &assumptions, group, tenure)))
            }),
            aah: NO_WINDOW,
            aspa: NO_WINDOW,
            prime_activite: NO_WINDOW,
            housing_benefit: NO_WINDOW,
            ass: NO_WINDOW,
            means: tenure.means,
            spread: [
                assumptions.housing_spread,
                assumptions.other_spread,
                assumptions.energy_spread,
                assumptions.other_spread,
                assumptions.telecom_spread,
                assumptions.other_spread,
                assumptions.housing_spread,
            ]
            .map(|spread| lognormal(&points, spread)),
            housing_benefit_times: 1.0,
            internet_share: base.of(&margins::INTERNET_SHARE),
            chances: [
                assumptions.rsa_without_resources,
                assumptions.health_cover_take_up,
                assumptions.collective_cable,
                assumptions.one_income,
            ]
            .map(chance),
            teenagers: chance(assumptions.teenagers) >> 16,
            without_car: tenth_slope(assumptions.without_car).map(chance),
            families,
            joint,
        };
        model.fit_benefits(&grid, &tenure.owner, &tenure.social);
        model.fit_internet(&tenure.owner, &tenure.place);
        Some(model)
    }

    /// The same households with other incomes or another source on tenure. The probabilities of the benefits stay as the
    /// central hypothesis sets them on the published counts: how many receive them moves with the incomes.
    pub(super) fn under(&self, assumptions: Assumptions) -> Option<Self> {
        let mut model = Self {
            assumptions,
            ..self.clone()
        };
        let scale = 1.0 + assumptions.income_shift;
        model.living.iter_mut().for_each(|curve| curve.scale(scale));
        model.tenths.iter_mut().for_each(|bound| *bound *= scale);
        if (assumptions.tenure_source - self.assumptions.tenure_source).abs() > 0.0 {
            let tenure = Tenure::new(self.base, self.prices, &assumptions, &self.joint)?;
            model.owner = cells(&tenure.owner, chance);
            model.social = cells(&tenure.social, chance);
            model.place = tenure.place.map(cumulated);
            model.means = tenure.means;
        }
        Some(model)
    }

    /// Sets the share of the fixed access so that its mean bill is the published one, at the prices of the year.
    fn fit_internet(&mut self, owner: &ByCell<f64>, places: &[[f64; PLACES]; 2]) {
        let wanted = fixed_bill(self.base, self.prices) * (1.0 + VAT);
        let [full, ..] = telecom_factors(&self.assumptions);
        let (mut accesses, mut euros) = (0.0, 0.0);
        for (kind, age, tenth, share) in each(&self.joint) {
            let Some(of_kind) = Kind::ALL.get(kind) else { continue };
            let owns = cell(owner, *of_kind, age, tenth);
            let bill: f64 = (0..2)
                .zip([owns, 1.0 - owns])
                .zip(places)
                .flat_map(|((tenure, part), places)| {
                    places
                        .iter()
                        .enumerate()
                        .map(move |(place, of)| (tenure, place, part * of))
                })
                .filter_map(|(of, place, part)| {
                    let cell = self.means.get(of)?.get(tenth)?.get(kind)?.get(place)?;
                    Some(part * cell.get(post::TELECOM)?)
                })
                .sum();
            let (_, without) = at_age(&self.offline, age, tenth);
            let scale = at_age(&self.telecom_scale, age, tenth);
            let fixed = share * (1.0 - unit(without));
            accesses += fixed;
            euros += fixed * bill / 12.0 * full * scale * self.internet_share.get(kind).copied().unwrap_or_default();
        }
        let (times, shift) = (wanted * accesses / euros, self.assumptions.internet_share_shift);
        self.internet_share = self.internet_share.map(|share| (share * times + shift).min(1.0));
    }

    /// The base it was made for.
    #[must_use]
    pub const fn base(&self) -> Base {
        self.base
    }

    /// The poverty line, 60 % of the national median, in euros a year and consumption unit.
    #[must_use]
    pub const fn poverty_line(&self) -> f64 {
        self.poverty_line
    }
}

/// The years of the margin `fixed_bill`.
const BILL_YEARS: [i32; 9] = [2010, 2012, 2014, 2015, 2016, 2021, 2022, 2023, 2024];

/// Mean bill of a fixed access in a year, before tax: on a straight line between the two years published around it, and that
/// of the first or the last outside them.
fn fixed_bill(base: Base, year: i32) -> f64 {
    let mut before: Option<(i32, f64)> = None;
    for (then, bill) in BILL_YEARS.into_iter().zip(base.of(&margins::FIXED_BILL)) {
        match before {
            _ if then < year => before = Some((then, bill)),
            Some((first, at_first)) => {
                return at_first + (bill - at_first) * f64::from(year - first) / f64::from(then - first);
            }
            None => return bill,
        }
    }
    before.map_or(0.0, |(_, last)| last)
}

/// Value added tax on an internet access (CGI art. 278): the bills Arcep publishes are before it.
const VAT: f64 = 0.2;

/// The tenth of a standard of living.
pub(super) fn tenth(value: f64, bounds: &[f64; TENTHS - 1]) -> usize {
    bounds.iter().map(|bound| usize::from(value > *bound)).sum()
}

/// A value of a table by type, age band and tenth.
pub(super) fn cell<T: Copy + Default>(table: &ByCell<T>, kind: Kind, band: usize, tenth: usize) -> T {
    let row = table.get(kind as usize).and_then(|ages| ages.get(band));
    row.and_then(|tenths| tenths.get(tenth)).copied().unwrap_or_default()
}

/// A value of a table by age band and tenth.
pub(super) fn at_age<T: Copy + Default>(table: &[[T; TENTHS]; AGES], band: usize, tenth: usize) -> T {
    table
        .get(band)
        .and_then(|tenths| tenths.get(tenth))
        .copied()
        .unwrap_or_default()
}

fn cells<T: Copy, U>(table: &ByCell<T>, f: impl Fn(T) -> U) -> ByCell<U> {
    table.map(|ages| ages.map(|tenths| tenths.map(&f)))
}

/// Shares of households by type, age band and tenth.
fn joint(families: &[Family], grid: &Grid) -> ByCell<f64> {
    let mut joint = [[[0.0; TENTHS]; AGES]; KINDS];
    for family in families {
        let tenths = joint
            .get_mut(family.kind as usize)
            .and_then(|ages| ages.get_mut(family.band));
        if let (Some(tenths), Some(points)) = (tenths, grid.points.get(family.stratum)) {
            for (_, tenth) in points {
                if let Some(share) = tenths.get_mut(*tenth) {
                    *share += family.share / f64::from(GRID);
                }
            }
        }
    }
    joint
}

/// Each cell: type, age band, tenth and share of households.
pub(super) fn each(joint: &ByCell<f64>) -> impl Iterator<Item = (usize, usize, usize, f64)> {
    joint.iter().enumerate().flat_map(|(kind, ages)| {
        ages.iter().enumerate().flat_map(move |(age, tenths)| {
            tenths
                .iter()
                .enumerate()
                .map(move |(tenth, share)| (kind, age, tenth, *share))
        })
    })
}

fn cumulated(shares: [f64; PLACES]) -> [u32; PLACES] {
    let mut sum = 0.0;
    shares.map(|share| {
        sum += share;
        chance(sum)
    })
}

type Offline = ([[(u32, u32); TENTHS]; AGES], [[f64; TENTHS]; AGES]);

/// Households without fixed access, more often poor: the gradient keeps the mean of each age band.
fn offline(base: Base, assumptions: &Assumptions) -> Offline {
    let gradient = assumptions.digital_gradient;
    let tilt = |tenth: usize| libm::exp(-gradient * (tenth as f64 - 4.5) / 10.0);
    let mean = (0..TENTHS).map(tilt).sum::<f64>() / TENTHS as f64;
    let mobile = base.partly(&margins::MOBILE_ONLY, assumptions);
    let nothing = base
        .of(&margins::OFFLINE)
        .map(|share| share * assumptions.offline_times);
    let at =
        |list: &[f64; AGES], age: usize, tenth: usize| list.get(age).copied().unwrap_or_default() * tilt(tenth) / mean;
    let [full, alone, none] = telecom_factors(assumptions);
    (
        core::array::from_fn(|age| {
            core::array::from_fn(|tenth| {
                let (mobile, nothing) = (at(&mobile, age, tenth), at(&nothing, age, tenth));
                (chance(mobile), chance(mobile + nothing))
            })
        }),
        core::array::from_fn(|age| {
            core::array::from_fn(|tenth| {
                let (mobile, nothing) = (at(&mobile, age, tenth), at(&nothing, age, tenth));
                1.0 / (full * (1.0 - mobile - nothing) + alone * mobile + none * nothing)
            })
        }),
    )
}

/// The retired, by age band.
pub(super) fn retired(base: Base, assumptions: &Assumptions) -> [f64; AGES] {
    let mut retired = base.of(&margins::RETIRED);
    if let Some(share) = retired.get_mut(FROM_60_TO_64) {
        *share += assumptions.retired_60_64_shift;
    }
    retired
}

/// The place of that age band.
const FROM_60_TO_64: usize = 5;

/// Unemployed, then inactive, among the not retired.
pub(super) fn out_of_work(base: Base, assumptions: &Assumptions) -> ([f64; TENTHS], [f64; TENTHS]) {
    let times = |rates: [f64; TENTHS], times: f64| rates.map(|rate| rate * times);
    (
        times(base.of(&margins::UNEMPLOYED), assumptions.unemployed_times),
        times(base.of(&margins::INACTIVE), assumptions.inactive_times),
    )
}

/// `first` in the lowest tenth, falling in a straight line to nothing in the highest.
pub(super) fn tenth_slope(first: f64) -> [f64; TENTHS] {
    core::array::from_fn(|tenth| first * (1.0 - tenth as f64 / 9.0))
}

/// The families on the 32-bit line.
fn line(families: &[Family]) -> (Vec<u32>, Vec<usize>) {
    let mut sum = 0.0;
    let mut ends: Vec<u32> = families
        .iter()
        .map(|family| {
            sum += family.share;
            chance(sum)
        })
        .collect();
    if let Some(last) = ends.last_mut() {
        *last = u32::MAX;
    }
    let first = (0..256_u32)
        .map(|start| ends.partition_point(|end| *end <= start << 24))
        .collect();
    (ends, first)
}

#[cfg(test)]
mod tests {
    use super::super::data::MARGINS;
    use super::*;

    #[test]
    fn the_bill_of_a_year_is_that_published_or_between_two() {
        let margin = MARGINS.iter().find(|margin| margin.id == "fixed_bill").unwrap();
        assert_eq!(margin.keys, BILL_YEARS.map(|year| year.to_string()));
        let cents = |year: i32| (100.0 * fixed_bill(Base::France2022, year)).round() as i64;
        let bills = [2009, 2010, 2011, 2014, 2017, 2022, 2024, 2026].map(cents);
        assert_eq!(bills, [3720, 3720, 3665, 3250, 3184, 3330, 3600, 3600]);
    }
}
