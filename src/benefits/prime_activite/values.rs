use super::Earner;
use crate::algebra::{Amount, Domain};
use crate::facts::{Increases, Values};
use crate::household::Territory;
use crate::law::{Clock, Known, params};
use crate::units::Cents;

/// The dated values of the prime due in a month, read once for any number of households.
#[derive(Clone, Copy, Debug)]
pub struct PrimeValues {
    /// Each month of the reference quarter, with the values of the RSA then and those of the prime.
    pub(super) quarter: [(Values, MonthValues); 3],
    /// Age of the claimant (CSS R842-2).
    pub(super) claimant_age: Known,
    /// Amount below which nothing is paid (CSS D843-1).
    pub(super) minimum_paid: Known,
}

impl PrimeValues {
    /// Those of the month of `values`: `None` as long as there is an RSA activité, in Mayotte, whose amounts are not among our sources, and when
    /// one of them was not published yet.
    #[must_use]
    pub fn at(values: &Values) -> Option<Self> {
        let (clock, territory) = (values.clock, values.territory);
        if values.has_rsa_activite() || territory == Territory::Mayotte {
            return None;
        }
        let of_month = |month| {
            let values = Values::for_household(clock.in_month(month), territory).ok()?;
            Some((values, MonthValues::of(&values, clock)?))
        };
        let [first, second, third] = values.quarter();
        Some(Self {
            quarter: [of_month(first)?, of_month(second)?, of_month(third)?],
            claimant_age: params::PRIME_ACTIVITE_AGE_MINIMUM.at(clock)?,
            minimum_paid: params::PRIME_ACTIVITE_MONTANT_MINIMUM_VERSE.at(clock)?,
        })
    }
}

/// The values a month of the reference quarter is worked out with: those in force in the month of the right, which the
/// decrees apply to the primes due from a date on, but for the minimum wage, which is that of the earnings.
#[derive(Clone, Copy, Debug)]
pub struct MonthValues {
    /// The scale of the RSA, on the base amount and with the rates of the prime (CSS D843-1, R844-3).
    pub scale: Values,
    /// Share of earnings kept (CSS D843-3).
    pub share: Known,
    /// Bonus (CSS D843-2): from which earnings, up to which, in hours of gross SMIC, and its maximum as a share of the
    /// base amount.
    pub bonus: [Known; 3],
    /// The AAH is earnings from so many hours of gross SMIC on (CSS L842-8, D843-4).
    pub aah_hours: Known,
    /// Gross hourly SMIC of the month.
    pub smic: Known,
}

impl MonthValues {
    /// Those of the month of `values` for a right looked at under `clock`; `None` when one of them was not published yet.
    #[must_use]
    fn of(values: &Values, clock: Clock) -> Option<Self> {
        let base = params::PRIME_ACTIVITE_MONTANT_DE_BASE.at(clock)?;
        let shares = [
            params::PRIME_ACTIVITE_MAJORATION_DEUXIEME_PERSONNE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_PERSONNE_SUPPLEMENTAIRE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_TROISIEME_ENFANT.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_ISOLEMENT_BASE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_ISOLEMENT_PAR_ENFANT.at(clock)?,
        ];
        let [.., lone_parent, lone_parent_child] = shares;
        let mut scale = *values;
        scale.montant_de_base = base.cents();
        scale.montant_de_base_source = base;
        scale.increases = Increases::of(base.cents(), shares);
        scale.lone_parent = lone_parent;
        scale.lone_parent_child = lone_parent_child;
        scale.flat_housing = [
            params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_UNE_PERSONNE.at(clock)?,
            params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_DEUX_PERSONNES.at(clock)?,
            params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_TROIS_PERSONNES.at(clock)?,
        ];
        scale.flat_housing_amounts = scale.increases.flat(base.cents(), scale.flat_housing);
        Some(Self {
            scale,
            share: params::PRIME_ACTIVITE_PART_REVENUS_PROFESSIONNELS.at(clock)?,
            bonus: [
                params::PRIME_ACTIVITE_BONIFICATION_SEUIL.at(clock)?,
                params::PRIME_ACTIVITE_BONIFICATION_PLAFOND.at(clock)?,
                params::PRIME_ACTIVITE_BONIFICATION_TAUX.at(clock)?,
            ],
            aah_hours: params::PRIME_ACTIVITE_SEUIL_AAH.at(clock)?,
            smic: values.smic,
        })
    }

    /// CSS D843-4: the AAH is earnings for whoever earns enough, another income otherwise.
    pub(super) fn counts_aah<D: Domain>(&self, earner: &Earner<D>) -> D::Truth {
        D::Amount::from(self.hours_of_smic(self.aah_hours)).at_most(earner.earnings)
    }

    /// So many hours of gross SMIC.
    #[must_use]
    pub fn hours_of_smic(&self, hours: Known) -> Cents {
        self.smic.cents().multiplied(hours.number())
    }
}
