//! Mean spending of each cell of households, raked on the published tables of the household budget survey.

use super::data::{Assumptions, Base, margins};
use super::families::Kind;
use super::model::{ByCell, KINDS, PLACES, TENTHS, cell, each, tenth_slope};
use crate::spending::{Cell, Series};

/// Spending that is drawn, one post each.
pub(super) const POSTS: usize = 7;
/// Places of the posts in the lists below.
pub(super) mod post {
    pub const RENT: usize = 0;
    pub const CHARGES: usize = 1;
    pub const ENERGY: usize = 2;
    pub const FUEL: usize = 3;
    pub const TELECOM: usize = 4;
    pub const INSURANCE: usize = 5;
    pub const LOAN: usize = 6;
}

/// The published headings of each post.
pub(super) const HEADINGS: [&[&str]; POSTS] = [
    &["rent"],
    &["water", "charges"],
    &["electricity", "gas", "electricity_and_gas", "other_heating"],
    &["motor_fuel"],
    &["telecoms"],
    &[
        "home_insurance",
        "health_insurance",
        "vehicle_insurance",
        "other_insurance",
    ],
    &["loan_instalment"],
];

/// The year whose prices the tables are in.
const TABLES: i32 = 2017;

/// Euros a year of a published cell, at the prices of a year; none when a heading is missing.
pub(super) fn published(cell: &Cell, post: usize, year: i32) -> Option<f64> {
    let mut sum = 0.0;
    for heading in HEADINGS.get(post)?.iter() {
        let (heading, amount) = match cell.amount(heading) {
            Some(found) => found,
            // The tables by type and by place do not publish every insurance.
            None if *heading == "other_insurance" => continue,
            None => return None,
        };
        // A heading without a price index stays at the prices of its table.
        let times = heading.prices.map_or(1.0, |series| times(series, TABLES, year));
        sum += amount.count() as f64 / 100.0 * times;
    }
    Some(sum)
}

/// How much the prices of a series moved from a year to another, each taken as the last one known until then.
fn times(series: &Series, from: i32, to: i32) -> f64 {
    let level = |year: i32| {
        let until = series
            .tenths
            .iter()
            .take_while(|(known, _)| i32::from(*known) <= year)
            .last();
        until
            .or(series.tenths.first())
            .map_or(1.0, |(_, tenths)| *tenths as f64)
    };
    level(to) / level(from)
}

/// Euros a year by tenure (owner, others), tenth, type and place, for each post.
pub(super) type Means = Vec<[[[[f64; POSTS]; PLACES]; KINDS]; TENTHS]>;

const FIFTHS: [[&str; 5]; 2] = [
    ["owner_q1", "owner_q2", "owner_q3", "owner_q4", "owner_q5"],
    ["tenant_q1", "tenant_q2", "tenant_q3", "tenant_q4", "tenant_q5"],
];
pub(super) const TENTH_KEYS: [&str; TENTHS] = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"];
const KIND_KEYS: [&str; KINDS] = ["single", "lone_parent", "couple", "couple_children", "other"];
const PLACE_KEYS: [&str; PLACES] = ["rural", "under_20k", "under_100k", "over_100k", "paris"];

/// Starts from the table by tenure and fifth, then multiplies by one factor a place, a type and a tenth, in turn, until the
/// means of the three other tables come out. The tenths come last: their table is the one that must be met.
pub(super) fn means(
    base: Base,
    year: i32,
    joint: &ByCell<f64>,
    owner: &ByCell<f64>,
    places: &[[f64; PLACES]; 2],
    assumptions: &Assumptions,
) -> Option<Means> {
    let mut weights = vec![[[[0.0; PLACES]; KINDS]; TENTHS]; 2];
    // Who repays and who is lodged free is told by age, hence very differently by type.
    let nobody = [[0.0; KINDS]; TENTHS];
    let [mut repaying, mut owning, mut renting, mut free] = [nobody; 4];
    let without_car = tenth_slope(assumptions.without_car);
    let loans = base.partly(&margins::REPAYING_BY_AGE, assumptions);
    let lodged = base.partly(&margins::FREE_BY_AGE, assumptions);
    for (kind, age, tenth, share) in each(joint) {
        let owns = Kind::ALL.get(kind).map_or(0.0, |kind| cell(owner, *kind, age, tenth));
        for ((tenure, of_places), part) in weights.iter_mut().zip(places).zip([owns, 1.0 - owns]) {
            if let Some(cells) = tenure.get_mut(tenth).and_then(|kinds| kinds.get_mut(kind)) {
                for (cell, place) in cells.iter_mut().zip(of_places) {
                    *cell += share * part * place;
                }
            }
        }
        let at = |list: &[f64]| list.get(age).copied().unwrap_or_default();
        for (sums, part) in [
            (&mut repaying, owns * at(&loans)),
            (&mut owning, owns),
            (&mut renting, (1.0 - owns) * (1.0 - at(&lodged))),
            (&mut free, (1.0 - owns) * at(&lodged)),
        ] {
            if let Some(sum) = sums
                .get_mut(tenth)
                .and_then(|kinds: &mut [f64; KINDS]| kinds.get_mut(kind))
            {
                *sum += share * part;
            }
        }
    }
    let mut means = vec![[[[[0.0; POSTS]; PLACES]; KINDS]; TENTHS]; 2];
    for post in 0..POSTS {
        rake(year, post, &weights, &mut means)?;
    }
    // What is drawn is the amount of those who have the post at all.
    for (tenure, tenths) in means.iter_mut().enumerate() {
        for (tenth, kinds) in tenths.iter_mut().enumerate() {
            let with_car = 1.0 - without_car.get(tenth).copied().unwrap_or_default();
            for (kind, places) in kinds.iter_mut().enumerate() {
                let of = |list: &[[f64; KINDS]; TENTHS]| {
                    let kinds = list.get(tenth).and_then(|kinds| kinds.get(kind));
                    kinds.copied().unwrap_or_default()
                };
                for [rent, _, _, fuel, _, _, loan] in places {
                    if tenure == 1 {
                        *rent *= (of(&renting) + of(&free)) / of(&renting);
                    }
                    *fuel /= with_car;
                    *loan *= of(&owning) / of(&repaying);
                }
            }
        }
    }
    Some(means)
}

type Weights = [[[[f64; PLACES]; KINDS]; TENTHS]];

fn rake(year: i32, post: usize, weights: &Weights, means: &mut Means) -> Option<()> {
    for (tenure, keys) in means.iter_mut().zip(FIFTHS) {
        for (tenth, kinds) in tenure.iter_mut().enumerate() {
            let cell = crate::spending::cell("tenure_by_fifth", keys.get(tenth / 2)?)?;
            let amount = published(cell, post, year)?;
            for cell in kinds.iter_mut().flatten() {
                *cell.get_mut(post)? = amount;
            }
        }
    }
    for _ in 0..12 {
        let mut along = |table: &str, keys: &[&str], group: &dyn Fn(Place) -> usize| {
            rake_along(year, post, weights, means, table, keys, group);
        };
        along("places", &PLACE_KEYS, &|(.., place)| place);
        along("household_types", &KIND_KEYS, &|(_, _, kind, _)| kind);
        if post == post::LOAN {
            // No table gives loans by tenth.
            along("tenure_by_fifth", FIFTHS.as_flattened(), &|(tenure, tenth, ..)| {
                tenure * 5 + tenth / 2
            });
        } else {
            along("deciles", &TENTH_KEYS, &|(_, tenth, ..)| tenth);
        }
    }
    Some(())
}

/// Multiplies each group along one table by what brings its mean to the published one; a table without the post is left out.
fn rake_along(
    year: i32,
    post: usize,
    weights: &Weights,
    means: &mut Means,
    table: &str,
    keys: &[&str],
    group: &dyn Fn(Place) -> usize,
) {
    let mut groups = vec![(0.0, 0.0); keys.len()];
    walk(means, |at, cell| {
        let (tenure, tenth, kind, place) = at;
        let weight = weights
            .get(tenure)
            .and_then(|tenths| tenths.get(tenth))
            .and_then(|kinds| kinds.get(kind));
        let weight = weight.and_then(|places| places.get(place)).copied().unwrap_or_default();
        if let Some(((sum, households), mean)) = groups.get_mut(group(at)).zip(cell.get(post)) {
            *sum += weight * mean;
            *households += weight;
        }
    });
    let factor = |((sum, households), key): (&(f64, f64), &&str)| {
        let wanted = crate::spending::cell(table, key).and_then(|cell| published(cell, post, year));
        let wanted = wanted.filter(|_| *sum > 0.0 && *households > 0.0);
        wanted.map_or(1.0, |wanted| wanted * households / sum)
    };
    let factors: Vec<f64> = groups.iter().zip(keys).map(factor).collect();
    walk(means, |at, cell| {
        if let Some((mean, factor)) = cell.get_mut(post).zip(factors.get(group(at))) {
            *mean *= factor;
        }
    });
}

/// Tenure, tenth, type and place.
type Place = (usize, usize, usize, usize);

fn walk(means: &mut Means, mut f: impl FnMut(Place, &mut [f64; POSTS])) {
    for (tenure, tenths) in means.iter_mut().enumerate() {
        for (tenth, kinds) in tenths.iter_mut().enumerate() {
            for (kind, places) in kinds.iter_mut().enumerate() {
                for (place, cell) in places.iter_mut().enumerate() {
                    f((tenure, tenth, kind, place), cell);
                }
            }
        }
    }
}
