//! Who owns, who rents from whom, and where: probabilities fitted to published margins.

use super::curve::{invert, logistic, logit};
use super::data::{Assumptions, Base, margins};
use super::families::Kind;
use super::income::shifted;
use super::model::{AGES, ByCell, KINDS, PLACES, cell, each};
use super::spending::{Means, means};

/// What depends on the source on tenure.
pub(super) struct Tenure {
    pub owner: ByCell<f64>,
    pub social: ByCell<f64>,
    pub place: [[f64; PLACES]; 2],
    pub means: Means,
}

impl Tenure {
    pub(super) fn new(base: Base, prices: i32, assumptions: &Assumptions, joint: &ByCell<f64>) -> Option<Self> {
        let [srcv, survey] = base.of(&margins::OWNER_LEVEL);
        let level = srcv + assumptions.tenure_source * (survey - srcv);
        let owner = owners(base, assumptions, joint, level);
        let place = places(base, assumptions, level);
        let means = means(base, prices, joint, &owner, &place, assumptions)?;
        Some(Self {
            social: social(base, assumptions, joint, &owner),
            owner,
            place,
            means,
        })
    }
}

/// Probability of owning: one logit a fifth, a type and an age band, fitted in turn to the three published margins, each
/// first moved to the same level.
fn owners(base: Base, assumptions: &Assumptions, joint: &ByCell<f64>, level: f64) -> ByCell<f64> {
    let (mut by_fifth, mut by_kind, mut by_age) = ([0.0; 5], [0.0; KINDS], [0.0; AGES]);
    for (kind, age, tenth, share) in each(joint) {
        let add = |list: &mut [f64], place: usize| {
            if let Some(sum) = list.get_mut(place) {
                *sum += share;
            }
        };
        add(&mut by_fifth, tenth / 2);
        add(&mut by_kind, kind);
        add(&mut by_age, age);
    }
    let wanted = (
        shifted(base.of(&margins::OWNER_BY_FIFTH), &by_fifth, level),
        shifted(base.partly(&margins::OWNER_BY_TYPE, assumptions), &by_kind, level),
        shifted(base.of(&margins::OWNER_BY_AGE), &by_age, level),
    );
    let (mut fifths, mut kinds, mut ages) = ([0.0; 5], [0.0; KINDS], [0.0; AGES]);
    let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or_default();
    let probability = |fifths: &[f64], kinds: &[f64], ages: &[f64], kind: usize, age: usize, tenth: usize| {
        let inside = if tenth.is_multiple_of(2) { -0.5 } else { 0.5 };
        logistic(at(fifths, tenth / 2) + at(kinds, kind) + at(ages, age) + assumptions.owner_slope * inside)
    };
    for _ in 0..60 {
        for dimension in 0..3 {
            let (mut now, mut weight) = ([0.0; AGES], [0.0; AGES]);
            for (kind, age, tenth, share) in each(joint) {
                let place = match dimension {
                    0 => tenth / 2,
                    1 => kind,
                    _ => age,
                };
                if let Some((now, weight)) = now.get_mut(place).zip(weight.get_mut(place)) {
                    *now += share * probability(&fifths, &kinds, &ages, kind, age, tenth);
                    *weight += share;
                }
            }
            let (intercepts, wanted): (&mut [f64], &[f64]) = match dimension {
                0 => (&mut fifths, &wanted.0),
                1 => (&mut kinds, &wanted.1),
                _ => (&mut ages, &wanted.2),
            };
            for (((intercept, wanted), now), weight) in intercepts.iter_mut().zip(wanted).zip(now).zip(weight) {
                *intercept += logit(*wanted) - logit((now / weight).clamp(1e-6, 1.0 - 1e-6));
            }
        }
    }
    core::array::from_fn(|kind| {
        core::array::from_fn(|age| core::array::from_fn(|tenth| probability(&fifths, &kinds, &ages, kind, age, tenth)))
    })
}

/// Probability of social housing among tenants, set on its share of all main homes.
fn social(base: Base, assumptions: &Assumptions, joint: &ByCell<f64>, owner: &ByCell<f64>) -> ByCell<f64> {
    let by_age = base.partly(&margins::SOCIAL_BY_AGE, assumptions);
    let free = base.partly(&margins::FREE_BY_AGE, assumptions);
    let [wanted] = base.of(&margins::SOCIAL_LEVEL);
    let at = |list: &[f64], place: usize| list.get(place).copied().unwrap_or_default();
    let probability = |age: usize, tenth: usize, level: f64| {
        logistic(logit(at(&by_age, age)) + assumptions.social_slope * (tenth as f64 - 4.5) + level)
    };
    let share = |level: f64| {
        each(joint)
            .map(|(kind, age, tenth, share)| {
                let owns = Kind::ALL.get(kind).map_or(0.0, |kind| cell(owner, *kind, age, tenth));
                share * (1.0 - owns) * (1.0 - at(&free, age)) * probability(age, tenth, level)
            })
            .sum::<f64>()
    };
    let level = invert(-8.0, 8.0, wanted, share);
    core::array::from_fn(|_| core::array::from_fn(|age| core::array::from_fn(|tenth| probability(age, tenth, level))))
}

/// Shares of the places among owners, then among the others.
fn places(base: Base, assumptions: &Assumptions, level: f64) -> [[f64; PLACES]; 2] {
    let shares = base.partly(&margins::PLACES, assumptions);
    let rates = shifted(base.of(&margins::OWNER_BY_PLACE), &shares, level);
    let mut owners = shares;
    let mut others = shares;
    for ((owner, other), rate) in owners.iter_mut().zip(&mut others).zip(rates) {
        let rate = rate + assumptions.owner_by_place_contrast * (rate - level);
        *owner *= rate / level;
        *other *= (1.0 - rate) / (1.0 - level);
    }
    [owners, others]
}
