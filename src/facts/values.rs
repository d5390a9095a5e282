use core::fmt;

use super::family::values::FamilyValues;
use crate::household::Territory;
use crate::law::{Clock, Known, NotCovered, Parameter, covered, params};
use crate::units::{Cents, Month, Rate};

/// The dated values the assessment and the RSA look at, read once for a month and a territory.
#[derive(Clone, Copy, Debug)]
pub struct Values {
    /// The two clocks they were read under.
    pub clock: Clock,
    /// The territory they were read for.
    pub territory: Territory,
    /// Montant forfaitaire of one person (CASF L262-2), half of it in Mayotte.
    pub montant_de_base: Cents,
    /// The value behind it.
    pub montant_de_base_source: Known,
    /// What persons add to the base amount.
    pub increases: Increases,
    /// The child from which on each brings the increase of large families: the third (CASF R262-1), the fourth in Mayotte
    /// (R542-6 I).
    pub large_family: i64,
    /// Lone parent: share of the base amount (CASF R262-1).
    pub lone_parent: Known,
    /// Lone parent: share of the base amount for each child.
    pub lone_parent_child: Known,
    /// Flat housing rates for one, two, three persons and more (CASF R262-9).
    pub flat_housing: [Known; 3],
    /// The flat housing amounts they give.
    pub flat_housing_amounts: [Cents; 3],
    /// Share of earnings kept, as long as there is an RSA activité: until 2015-12, 2016-06 in Mayotte. The prime d'activité
    /// takes over (loi 2015-994, art. 57 and 59; ordonnance 2016-160).
    pub pente: Option<Known>,
    /// Amount below which nothing is paid (CASF R262-39).
    pub minimum_paid: Known,
    /// Months by which the reference quarter is moved back (CASF R262-7).
    pub quarter_shift: Known,
    /// Age below which a dependant is counted (CASF R262-3).
    pub dependant_age: Known,
    /// Age of the claimant (CASF L262-4).
    pub claimant_age: Known,
    /// Age of the young claimant who worked, once that RSA exists (CASF L262-7-1); not in Mayotte (ordonnance 2011-1641).
    pub young_age: Option<Known>,
    /// Age below which a child opens the lone-parent increase (CASF R262-2).
    pub lone_parent_child_age: Known,
    /// Gross hourly SMIC.
    pub smic: Known,
    /// Hours of SMIC a month of the autonomy test.
    pub autonomy_hours: Known,
    /// Share of them.
    pub autonomy_share: Known,
    /// 60 % of the median standard of living, a month and consumption unit, when it is known.
    pub poverty_line: Option<Known>,
    /// Those of the family benefits: `None` but in [`Values::for_household`], and there when one of them was not published
    /// yet. What rests on them is then not known.
    pub(super) family: Option<FamilyValues>,
}

/// What persons add to a base amount (CASF R262-1): shares of it, each rounded to the cent by itself as the published
/// scales do.
#[derive(Clone, Copy, Debug)]
pub struct Increases {
    /// The second person.
    pub second_person: Cents,
    /// Each further person.
    pub further_person: Cents,
    /// Each child of a large family, from [`Values::large_family`] on.
    pub large_family: Cents,
    /// The amount of a lone parent, without children.
    pub lone_parent: Cents,
    /// Each child of a lone parent.
    pub lone_parent_child: Cents,
}

impl Increases {
    /// Those of a base amount, with the shares in the order of the fields.
    #[must_use]
    pub fn of(base: Cents, shares: [Known; 5]) -> Self {
        let [
            second_person,
            further_person,
            large_family,
            lone_parent,
            lone_parent_child,
        ] = shares.map(|share| base.times(share.rate()));
        Self {
            second_person,
            further_person,
            large_family,
            lone_parent,
            lone_parent_child,
        }
    }

    /// Shares of the amounts for one, two and three persons, only one of whom is an adult, to the cent.
    #[must_use]
    pub fn flat(&self, base: Cents, [one, two, three]: [Known; 3]) -> [Cents; 3] {
        let pair = base + self.second_person;
        [
            base.times(one.rate()),
            pair.times(two.rate()),
            (pair + self.further_person).times(three.rate()),
        ]
    }
}

/// Why nothing can be worked out for a month and a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComputable {
    /// The month is outside what the sources cover.
    Month(NotCovered),
    /// The amounts of the RSA there are known from this month on.
    NotThereYet(Territory, Month),
    /// A value was not published yet on the day one is looking.
    NotPublishedYet(&'static str),
}

impl From<NotCovered> for NotComputable {
    fn from(reason: NotCovered) -> Self {
        Self::Month(reason)
    }
}

impl NotComputable {
    /// The reason and what to do, in French.
    #[must_use]
    pub fn french(self) -> String {
        match self {
            Self::Month(NotCovered { month, first, last }) => {
                format!("`{month}` n'est pas couvert par les sources : choisissez un mois entre {first} et {last}")
            }
            Self::NotThereYet(territory, first) => {
                let name = territory.name();
                format!(
                    "les montants du RSA commencent en {first} pour `{name}` : choisissez un mois plus récent ou un autre lieu"
                )
            }
            Self::NotPublishedYet(id) => format!(
                "la valeur `{id}` n'était pas encore publiée ce jour-là : choisissez un jour de connaissance plus récent"
            ),
        }
    }
}

impl fmt::Display for NotComputable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(reason) => reason.fmt(f),
            Self::NotThereYet(territory, first) => {
                let name = territory.name();
                write!(
                    f,
                    "the amounts of the RSA begin in {first} for `{name}`: choose a later month or another territory"
                )
            }
            Self::NotPublishedYet(id) => {
                write!(
                    f,
                    "the value `{id}` was not published yet on that day: choose a later day of knowledge"
                )
            }
        }
    }
}

impl core::error::Error for NotComputable {}

impl Values {
    /// Reads the values in force, for rows of facts: [`Values::for_household`] reads those of a household.
    ///
    /// # Errors
    /// A month the sources do not cover, or a territory where the RSA had not begun
    /// (overseas departments: 2011-01, ordonnance 2010-686; Mayotte: 2012-01, amounts known from 2014-01).
    pub fn at(clock: Clock, territory: Territory) -> Result<Self, NotComputable> {
        covered(clock.month)?;
        let read =
            |parameter: &'static Parameter| parameter.at(clock).ok_or(NotComputable::NotPublishedYet(parameter.id));
        let base = read(&params::RSA_MONTANT_DE_BASE)?;
        let montant_de_base = match territory {
            Territory::Metropolitan => base.cents(),
            Territory::Overseas if clock.month < OVERSEAS => {
                return Err(NotComputable::NotThereYet(territory, OVERSEAS));
            }
            Territory::Overseas => base.cents(),
            Territory::Mayotte => match params::RSA_PART_MAYOTTE.at(clock) {
                Some(share) => base.cents().times(share.rate()),
                None => return Err(NotComputable::NotThereYet(territory, MAYOTTE)),
            },
        };
        let (large_family, large_family_share) = match territory {
            Territory::Mayotte => (4, &params::RSA_MAJORATION_QUATRIEME_ENFANT_MAYOTTE),
            _ => (3, &params::RSA_MAJORATION_TROISIEME_ENFANT),
        };
        let lone_parent = read(&params::RSA_MAJORATION_ISOLEMENT_BASE)?;
        let lone_parent_child = read(&params::RSA_MAJORATION_ISOLEMENT_PAR_ENFANT)?;
        let shares = [
            read(&params::RSA_MAJORATION_DEUXIEME_PERSONNE)?,
            read(&params::RSA_MAJORATION_PERSONNE_SUPPLEMENTAIRE)?,
            read(large_family_share)?,
            lone_parent,
            lone_parent_child,
        ];
        let increases = Increases::of(montant_de_base, shares);
        let flat_housing = [
            read(&params::RSA_FORFAIT_LOGEMENT_UNE_PERSONNE)?,
            read(&params::RSA_FORFAIT_LOGEMENT_DEUX_PERSONNES)?,
            read(&params::RSA_FORFAIT_LOGEMENT_TROIS_PERSONNES)?,
        ];
        Ok(Self {
            clock,
            territory,
            montant_de_base,
            montant_de_base_source: base,
            increases,
            large_family,
            lone_parent,
            lone_parent_child,
            flat_housing,
            flat_housing_amounts: increases.flat(montant_de_base, flat_housing),
            pente: match territory {
                Territory::Mayotte => params::RSA_PENTE_MAYOTTE.at(clock),
                _ => params::RSA_PENTE.at(clock),
            },
            minimum_paid: read(&params::RSA_MONTANT_MINIMUM_VERSE)?,
            quarter_shift: read(&params::RSA_DECALAGE_TRIMESTRE)?,
            dependant_age: read(&params::RSA_AGE_LIMITE_A_CHARGE)?,
            claimant_age: read(&params::RSA_AGE_MINIMUM)?,
            young_age: params::RSA_JEUNE_AGE_MINIMUM
                .at(clock)
                .filter(|_| territory != Territory::Mayotte),
            lone_parent_child_age: read(&params::RSA_MAJORATION_ISOLEMENT_AGE_ENFANT)?,
            smic: read(&params::SMIC_HORAIRE_BRUT)?,
            autonomy_hours: read(&params::AF_HEURES_AUTONOMIE)?,
            autonomy_share: read(&params::AF_SEUIL_AUTONOMIE)?,
            poverty_line: params::PAUVRETE_SEUIL_60.at(clock),
            family: None,
        })
    }

    /// Reads the values in force, those of the family benefits too: what [`assess`](super::assess) needs.
    ///
    /// # Errors
    /// Those of [`Values::at`].
    pub fn for_household(clock: Clock, territory: Territory) -> Result<Self, NotComputable> {
        Ok(Self {
            family: FamilyValues::at(clock, territory),
            ..Self::at(clock, territory)?
        })
    }

    /// Whether the RSA has a part for those who earn.
    #[must_use]
    pub const fn has_rsa_activite(&self) -> bool {
        self.pente.is_some()
    }

    /// Whether a lone parent has the increase: not in Mayotte (CASF L542-6, R542-6 II; ordonnance 2011-1641).
    #[must_use]
    pub fn increases_lone_parents(&self) -> bool {
        self.territory != Territory::Mayotte
    }

    /// The three months whose resources are looked at: M-3 to M-1, M-4 to M-2 from 2025-03 (CASF R262-7).
    #[must_use]
    pub fn quarter(&self) -> [Month; 3] {
        let shift = i32::try_from(self.quarter_shift.number()).unwrap_or(0);
        [-3, -2, -1].map(|offset| self.clock.month.plus(offset - shift))
    }

    /// The yearly rate of savings books when the reference quarter holds a December, in which their interest is received: it
    /// counts then, the whole of it (CASF R262-7; Conseil d'État, 11 February 2022, 449400). The 3 % of CASF R132-1 are for
    /// capital that yields nothing (14 June 2017, 401637).
    #[must_use]
    pub fn interest(&self) -> Option<Known> {
        let december = self.quarter().into_iter().find(|month| month.number() == 12)?;
        params::LIVRET_A_TAUX.at(Clock {
            month: december,
            ..self.clock
        })
    }

    /// The share of savings books that counts as their interest of a year for the health cover; none from June 2017 on (CSS
    /// R861-6, décret 2017-533).
    #[must_use]
    pub fn untaxed_interest(&self) -> Option<Rate> {
        params::C2S_INTERETS_NON_IMPOSABLES.at(self.clock)?;
        params::LIVRET_A_TAUX.at(self.clock).map(Known::rate)
    }

    /// The monthly net wage above which a child is on its own: 55 % of 169 hours of SMIC, in hundred-millionths of a
    /// euro so that the comparison is exact (CSS R512-2).
    #[must_use]
    pub fn autonomy_wage(&self) -> Cents {
        let hours = self.smic.cents().multiplied(self.autonomy_hours.number());
        hours.multiplied(self.autonomy_share.rate().millionths())
    }
}

/// First month of the RSA in the overseas departments (ordonnance 2010-686 of 24 June 2010).
const OVERSEAS: Month = Month::new(2011, 1);
/// First month whose amounts are known in Mayotte (décret 2014-1128).
const MAYOTTE: Month = Month::new(2014, 1);
