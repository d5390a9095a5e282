//! The benefits: one folder each, with its rule, its dated values (`parameters.toml`) and its scope (`README.md`).

pub mod aah;
pub mod aspa;
pub mod ass;
pub mod c2s;
pub mod energy_cheque;
pub mod prime_activite;
pub mod rsa;

use crate::algebra::Domain;
use crate::facts::{Facts, Values};
use crate::household::Benefit;
use crate::units::Cents;

/// What the rules of the benefits give, before any regime.
#[derive(Clone, Debug)]
pub struct Rights<D: Domain> {
    /// The RSA of the month.
    pub rsa: rsa::Rsa<D>,
    /// The complementary health cover; `None` where there is none.
    pub c2s: Option<c2s::C2s<D>>,
    /// The energy cheque of the year; `None` before 2018 and when its figures are not known.
    pub energy_cheque: Option<energy_cheque::EnergyCheque<D>>,
}

/// The dated values of the benefits that [`Values`] does not hold, read once for any number of households.
#[derive(Clone, Debug)]
pub struct Scales {
    /// Ceilings of the complementary health cover; `None` where there is none (Mayotte before 2024).
    pub c2s: Option<c2s::Ceilings>,
    /// Bands of the energy cheque; `None` before 2018 and when its figures are not known.
    pub energy_cheque: Option<energy_cheque::Bands>,
}

impl Scales {
    /// Those of a month and a territory.
    #[must_use]
    pub fn at(values: &Values) -> Self {
        Self {
            c2s: c2s::Ceilings::at(values),
            energy_cheque: energy_cheque::Bands::at(values.clock),
        }
    }
}

/// Reads the rules of the benefits, and adds the RSA and the prime d'activité of those who receive them to a
/// disposable income that does not have them yet.
pub fn rights<D: Domain>(reading: &mut D, facts: &mut Facts<D>, values: &Values, scales: &Scales) -> Rights<D> {
    let zero = D::Amount::from(Cents::ZERO);
    let rsa = rsa::rsa(reading, facts, values);
    let received = D::select(facts.receives(Benefit::Rsa), rsa.total, zero)
        + D::select(facts.receives(Benefit::PrimeActivite), facts.prime_activite, zero);
    facts.disposable_income = facts.disposable_income + D::select(facts.disposable_is_complete, zero, received);
    let c2s = scales
        .c2s
        .as_ref()
        .map(|ceilings| c2s::c2s(reading, facts, &rsa, values, ceilings));
    let energy_cheque = scales
        .energy_cheque
        .as_ref()
        .map(|bands| energy_cheque::energy_cheque(reading, facts, bands));
    Rights {
        rsa,
        c2s,
        energy_cheque,
    }
}
