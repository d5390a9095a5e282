use crate::facts::{Increases, Values};
use crate::law::{Clock, Known, params};
use crate::units::{Cents, Month};

/// First month of the prime d'activité (loi 2015-994, art. 57).
pub(super) const FIRST: Month = Month::new(2016, 1);

/// The dated values of the prime for a month of the reference quarter; months of 2015 take those of January 2016.
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
    /// Gross hourly SMIC.
    pub smic: Known,
}

impl MonthValues {
    /// The values of the month of `values`; `None` when one of them was not published yet.
    #[must_use]
    pub fn of(values: &Values) -> Option<Self> {
        let month = values.clock.month.max(FIRST);
        let clock: Clock = values.clock.in_month(month);
        let base = params::PRIME_ACTIVITE_MONTANT_DE_BASE.at(clock)?;
        let shares = [
            params::PRIME_ACTIVITE_MAJORATION_DEUXIEME_PERSONNE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_PERSONNE_SUPPLEMENTAIRE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_TROISIEME_ENFANT.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_ISOLEMENT_BASE.at(clock)?,
            params::PRIME_ACTIVITE_MAJORATION_ISOLEMENT_PAR_ENFANT.at(clock)?,
        ];
        let [.., lone_parent, lone_parent_child] = shares;
        Some(Self {
            scale: Values {
                montant_de_base: base.cents(),
                montant_de_base_source: base,
                increases: Increases::of(base.cents(), shares),
                lone_parent,
                lone_parent_child,
                flat_housing: [
                    params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_UNE_PERSONNE.at(clock)?,
                    params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_DEUX_PERSONNES.at(clock)?,
                    params::PRIME_ACTIVITE_FORFAIT_LOGEMENT_TROIS_PERSONNES.at(clock)?,
                ],
                ..*values
            },
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

    /// So many hours of gross SMIC.
    #[must_use]
    pub fn hours_of_smic(&self, hours: Known) -> Cents {
        self.smic.cents().multiplied(hours.number())
    }
}
