//! Everything that is worked out before the first household is drawn: probabilities and means, cell by cell.

use super::curve::{Curve, Points, chance, invert, logistic, logit, lognormal};
use super::data::{Assumptions, Base, margins};
use super::families::{BANDS, Family, Kind, RETIREMENT_BAND, families};
use super::income::{Incomes, STRATA};
use super::spending::{Means, POSTS};
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
    pub(super) unemployed: [u32; TENTHS],
    pub(super) inactive: [u32; TENTHS],
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
struct Grid {
    /// Standard of living over the median, and tenth.
    points: [Vec<(f64, usize)>; STRATA],
}

const GRID: u32 = 512;

impl Model {
    /// Works out everything; none when a table lacks the year of the base.
    #[must_use]
    pub fn new(base: Base, assumptions: Assumptions) -> Option<Self> {
        Self::central(base, assumptions)?.under(assumptions)
    }

    /// The same with the usual incomes and source on tenure: what the benefits are set on.
    pub(super) fn central(base: Base, assumptions: Assumptions) -> Option<Self> {
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
        let tenure = Tenure::new(base, &assumptions, &joint)?;
        let (unemployed, inactive) = out_of_work(base, &assumptions);
        let (offline, telecom_scale) = offline(base, &assumptions);
        let (ends, first) = line(&families);
        let mut model = Self {
            base,
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
            unemployed: unemployed.map(chance),
            inactive: core::array::from_fn(|tenth| {
                let of = |list: &[f64; TENTHS]| list.get(tenth).copied().unwrap_or_default();
                chance(of(&unemployed) + of(&inactive))
            }),
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
            internet_share: base
                .of(&margins::INTERNET_SHARE)
                .map(|share| share + assumptions.internet_share_shift),
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
            let tenure = Tenure::new(self.base, &assumptions, &self.joint)?;
            model.owner = cells(&tenure.owner, chance);
            model.social = cells(&tenure.social, chance);
            model.place = tenure.place.map(cumulated);
            model.means = tenure.means;
        }
        Some(model)
    }

    /// Sets the windows of the benefits on their published counts.
    fn fit_benefits(&mut self, grid: &Grid, owner: &ByCell<f64>, social: &ByCell<f64>) {
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
        let counts = self.base.of(&margins::RSA);
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
        let [aah, aspa, prime, home, ass] = self.base.of(&margins::STOCKS);
        // Whoever is eligible for RSA is drawn first, and has neither AAH, nor ASS, nor prime d'activité.
        let without_rsa = |family: &Family, living: f64| {
            let window = rsa.get(family.rsa_group).filter(|_| family.may_claim());
            1.0 - window.map_or(0.0, |window| window.chance(living))
        };
        let aah = window(
            aah_from,
            aah_to,
            share(aah),
            &|family| family.band < RETIREMENT_BAND,
            &|family, _, living| without_rsa(family, living),
        );
        let aspa = window(
            aspa_from,
            aspa_to,
            share(aspa),
            &|family| family.band >= RETIREMENT_BAND,
            &|_, _, _| 1.0,
        );
        let retired = retired(self.base, &self.assumptions);
        let (unemployed, inactive) = out_of_work(self.base, &self.assumptions);
        let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or_default();
        let prime = window(
            prime_from,
            prime_to,
            share(prime),
            &|_| true,
            &|family, tenth, living| {
                let works = (1.0 - at(&retired, family.band)) * (1.0 - at(&unemployed, tenth) - at(&inactive, tenth));
                works * without_rsa(family, living)
            },
        );
        let ass = window(
            ass_from,
            ass_to,
            share(ass),
            &|family| self.may_have_ass(family.band),
            &|family, tenth, living| {
                let looks = (1.0 - at(&retired, family.band)) * at(&unemployed, tenth);
                looks * without_rsa(family, living)
            },
        );
        let home = window(home_from, home_to, share(home), &|_| true, &|family, tenth, _| {
            (1.0 - cell(owner, family.kind, family.band, tenth)) * (1.0 - at(&free, family.band))
        });
        (self.rsa, self.aah, self.aspa) = (rsa, aah, aspa);
        (self.prime_activite, self.ass, self.housing_benefit) = (prime, ass, home);
    }

    /// Somebody unemployed of this age band may receive the ASS.
    pub(super) fn may_have_ass(&self, band: usize) -> bool {
        let bands = BANDS.get(band).filter(|_| band < RETIREMENT_BAND);
        bands.is_some_and(|(first, _)| f64::from(*first) >= self.assumptions.ass_from_age)
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

/// Share of the eligible who receive RSA, by profile and by tenure: the two published tables, multiplied as odds.
fn take_up(base: Base, assumptions: &Assumptions, group: usize, tenure: usize) -> f64 {
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

const NO_WINDOW: Window = Window {
    from: 0.0,
    to: 1.0,
    times: 0.0,
};

/// The tenth of a standard of living.
pub(super) fn tenth(value: f64, bounds: &[f64; TENTHS - 1]) -> usize {
    bounds.iter().map(|bound| usize::from(value > *bound)).sum()
}

/// A value of a table by type, age band and tenth.
pub(super) fn cell<T: Copy + Default>(table: &ByCell<T>, kind: Kind, band: usize, tenth: usize) -> T {
    let row = table.get(kind as usize).and_then(|ages| ages.get(band));
    row.and_then(|tenths| tenths.get(tenth)).copied().unwrap_or_default()
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
fn retired(base: Base, assumptions: &Assumptions) -> [f64; AGES] {
    let mut retired = base.of(&margins::RETIRED);
    if let Some(share) = retired.get_mut(FROM_60_TO_64) {
        *share += assumptions.retired_60_64_shift;
    }
    retired
}

/// The place of that age band.
const FROM_60_TO_64: usize = 5;

/// Unemployed, then inactive, among the not retired.
fn out_of_work(base: Base, assumptions: &Assumptions) -> ([f64; TENTHS], [f64; TENTHS]) {
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
