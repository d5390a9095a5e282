//! Chèque énergie (code de l'énergie L124-1, R124-1), from 2018; the social energy tariffs before.
//!
//! Scope and what is left out: `README.md` in this folder.

use crate::algebra::{Amount, Count, Domain, Truth};
use crate::benefits::c2s::C2s;
use crate::facts::Facts;
use crate::household::Territory;
use crate::law::{Clock, Known, Parameter, params};
use crate::units::{Cents, Month};

/// The cheque of a campaign.
#[derive(Clone, Copy, Debug)]
pub struct EnergyCheque<D: Domain> {
    /// The reference tax income per consumption unit is below the last threshold.
    pub entitled: D::Truth,
    /// Amount, in euros for the year.
    pub amount: D::Amount,
}

/// A band of reference tax income per consumption unit.
#[derive(Clone, Copy, Debug)]
struct Band {
    /// Where it ends, not included, in euros a year.
    end: Known,
    /// Amount for one unit, for more than one and less than two, for two and more.
    amounts: [Known; 3],
}

/// How many values make a band.
const VALUES: usize = 4;

/// Where a band ends, and its three amounts.
type Names = (&'static Parameter, [&'static Parameter; 3]);

const BANDS: [Names; 4] = [
    (
        &params::CHEQUE_ENERGIE_PLAFOND_TRANCHE_UN,
        [
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_UN_UNE_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_UN_MOINS_DE_DEUX_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_UN_DEUX_UC,
        ],
    ),
    (
        &params::CHEQUE_ENERGIE_PLAFOND_TRANCHE_DEUX,
        [
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_DEUX_UNE_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_DEUX_MOINS_DE_DEUX_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_DEUX_DEUX_UC,
        ],
    ),
    (
        &params::CHEQUE_ENERGIE_PLAFOND_TRANCHE_TROIS,
        [
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_TROIS_UNE_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_TROIS_MOINS_DE_DEUX_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_TROIS_DEUX_UC,
        ],
    ),
    (
        &params::CHEQUE_ENERGIE_PLAFOND_TRANCHE_QUATRE,
        [
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_QUATRE_UNE_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_QUATRE_MOINS_DE_DEUX_UC,
            &params::CHEQUE_ENERGIE_MONTANT_TRANCHE_QUATRE_DEUX_UC,
        ],
    ),
];

fn band(clock: Clock, (end, amounts): &Names) -> Option<Band> {
    let [one, less_than_two, two] = amounts;
    Some(Band {
        end: end.at(clock)?,
        amounts: [one.at(clock)?, less_than_two.at(clock)?, two.at(clock)?],
    })
}

/// The bands of a campaign.
#[derive(Clone, Debug)]
pub struct Bands {
    bands: Vec<Band>,
    last: Known,
    /// Where each band ends and its three amounts, band after band.
    values: Vec<Known>,
}

impl Bands {
    /// The bands of the year of the month looked at. `None` before 2018.
    #[must_use]
    pub fn at(clock: Clock) -> Option<Self> {
        let bands: Vec<Band> = BANDS.iter().filter_map(|names| band(clock, names)).collect();
        let last = bands.last()?.end;
        let of = |band: &Band| [band.end].into_iter().chain(band.amounts);
        let values = bands.iter().flat_map(of).collect();
        Some(Self { bands, last, values })
    }
}

/// The amount of one unit, of more but less than two, of two and more.
pub(crate) fn by_units<D: Domain>(units: D::Count, [one, less_than_two, two]: [Cents; 3]) -> D::Amount {
    units.look_up(|hundredths| match hundredths {
        ..=100 => one,
        101..=199 => less_than_two,
        _ => two,
    })
}

/// The cheque of the year.
pub fn energy_cheque<D: Domain>(reading: &mut D, facts: &Facts<D>, bands: &Bands) -> EnergyCheque<D> {
    let last = bands.last;
    let entitled = reading.note("energy_cheque.entitled", below(facts, last), &[last]);
    let nothing = D::Amount::from(Cents::ZERO);
    // The bands it may be in: from the first that does not end below its income, to the first that ends above.
    let (mut from, mut until) = (0, 0);
    let amount = bands.bands.iter().rev().fold(nothing, |above, band| {
        let amount = by_units::<D>(facts.energy_units, band.amounts.map(Known::cents));
        let inside = below(facts, band.end);
        from += if inside.is(false) { VALUES } else { 0 };
        until += if inside.is(true) { 0 } else { VALUES };
        D::select(inside, amount, above)
    });
    let until = bands.values.len().min(until + VALUES);
    let amount = reading.note(
        "energy_cheque.amount",
        amount,
        bands.values.get(from..until).unwrap_or_default(),
    );
    EnergyCheque { entitled, amount }
}

/// Reference tax income below a threshold times the consumption units: both sides × 100, so that nothing is rounded.
fn below<D: Domain>(facts: &Facts<D>, threshold: Known) -> D::Truth {
    let limit = facts
        .energy_units
        .look_up(|hundredths| threshold.cents().multiplied(hundredths));
    facts.rfr.ratio(HUNDREDTHS, 1).below(limit)
}

const HUNDREDTHS: i64 = 100;

/// First month of the national cheque, in the place of the social tariffs of electricity and gas.
pub const FIRST: Month = Month::new(2018, 1);
/// The ACS opens the social tariffs from this month on (arrêté of 21 December 2012).
const ACS: Month = Month::new(2013, 1);

/// The social tariffs of electricity and gas (TPN, TSS; code de l'énergie L337-3): the CMU-C, the ACS from 2013, then
/// also a reference tax income per part up to a limit, from November 2013. `None` once the cheque replaced them.
pub fn social_energy_tariff<D: Domain>(
    reading: &mut D,
    facts: &Facts<D>,
    cover: &C2s<D>,
    clock: Clock,
) -> Option<D::Truth> {
    if clock.month >= FIRST {
        return None;
    }
    let mut entitled = cover.free;
    if clock.month >= ACS {
        entitled = entitled.or(cover.with_contribution);
    }
    let limit = params::TPN_PLAFOND_REVENU_PAR_PART.at(clock);
    if let Some(limit) = limit {
        let more = params::TPN_MAJORATION_DOM.at(clock);
        let of_one = match more.filter(|_| facts.territory != Territory::Metropolitan) {
            Some(more) => limit.cents() + limit.cents().times(more.rate()),
            None => limit.cents(),
        };
        let of_parts = facts.parts.look_up(|hundredths| of_one.multiplied(hundredths));
        entitled = entitled.or(facts.rfr.ratio(HUNDREDTHS, 1).at_most(of_parts));
    }
    let uses: Vec<Known> = limit.into_iter().collect();
    Some(reading.note("energy.social_tariff", entitled, &uses))
}
