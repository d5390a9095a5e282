use crate::household::Territory;
use crate::law::{Clock, Known, params};
use crate::units::Month;

/// The dated values of the family benefits, read once for a month. Gross of the CRDS.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct FamilyValues {
    /// Monthly base of the family benefits (BMAF).
    pub bmaf: Known,
    /// Allocations familiales (CSS L521-1, D521-1).
    pub af: AfValues,
    /// Complément familial (CSS L522-1, D522-1).
    pub cf: CfValues,
    /// Allocation de base of the PAJE (CSS L531-3).
    pub paje: PajeValues,
    /// Allocation de soutien familial (CSS L523-1, D523-1).
    pub asf: AsfValues,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct AfValues {
    /// Share of the BMAF for two children, then for each further one.
    pub rates: [Known; 2],
    pub least_children: Known,
    pub age_limit: Known,
    /// From this age a wage puts the child out.
    pub middle_age: Known,
    /// Share of the BMAF by which a child of [`AfValues::increase_age`] increases the allowance.
    pub increase: Known,
    pub increase_age: Known,
    /// The age before the last change, kept for those who had reached it.
    pub former_increase_age: Known,
    /// For those born before [`FORMER_INCREASES_BIRTHS`]: the share of the BMAF from a first age on, and the age of the
    /// whole increase; until 2013-04, when all have reached it.
    pub former_increases: Option<FormerIncreases>,
    /// Share of the BMAF for each child aged [`AfValues::age_limit`], in a family of so many children, that child included.
    pub flat: (Known, Known),
    /// Shares paid above the two ceilings, the ceilings, and what each child adds to them; from 2015-07.
    pub modulation: Option<Modulation>,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct FormerIncreases {
    pub first: Known,
    pub first_age: Known,
    pub second_age: Known,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Modulation {
    pub shares: [Known; 2],
    pub ceilings: [Known; 2],
    pub per_child: Known,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct CfValues {
    pub rate: Known,
    /// Rate of the increased amount, and the share of the ceiling up to which it is due; from 2014-04.
    pub increased: Option<(Known, Known)>,
    pub least_children: Known,
    pub ages: [Known; 2],
    pub ceiling: Ceiling,
    /// What the RSA counts of it, as a share of the BMAF; from 2014-04. No limit was found for Mayotte.
    pub counted: Option<Known>,
}

/// A ceiling on the resources of the year before last: without children, what two earners or a lone parent add, and
/// the share of it that each of the first two children, then each further one, adds.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Ceiling {
    pub base: Known,
    pub two_earners: Known,
    pub per_child: [Known; 2],
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct PajeValues {
    pub age_limit: Known,
    /// For a youngest child born from each of [`COHORTS`] on; `None` outside the months when one can be under the age.
    pub cohorts: [Option<Cohort>; 3],
}

/// First month of birth of each set of rates and ceilings of the PAJE (décrets 2014-422 and 2018-312).
pub(super) const COHORTS: [Month; 3] = [Month::new(1900, 1), Month::new(2014, 4), Month::new(2018, 4)];

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Cohort {
    pub full: (Known, Ceiling),
    /// Half rate; for children born from 2014-04.
    pub partial: Option<(Known, Ceiling)>,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct AsfValues {
    pub rate: Known,
    pub age_limit: Known,
    /// Not paid below; from 2018-07.
    pub least_paid: Option<Known>,
    /// What the RSA counts of it for each child, as a share of the BMAF; from 2014-04.
    pub counted: Option<Known>,
}

/// The age from which a child increases the allocations familiales rose for those who reach 14 from this month on
/// (décret 2026-138): born from [`INCREASE_REFORM_BIRTHS`] on.
pub(super) const INCREASE_REFORM: Month = Month::new(2026, 3);
/// Born since, the increase is due from 14 years on (décret 2008-410, art. 2).
pub(super) const FORMER_INCREASES_BIRTHS: Month = Month::new(1997, 5);
/// Fourteen years before.
pub(super) const INCREASE_REFORM_BIRTHS: Month = Month::new(2012, 3);

impl FamilyValues {
    /// The values in force; `None` when one of them was not published yet.
    pub fn at(clock: Clock, territory: Territory) -> Option<Self> {
        let before_reform = clock.in_month(clock.month.min(INCREASE_REFORM.plus(-1)));
        Some(Self {
            bmaf: params::BMAF_MONTANT.at(clock)?,
            af: AfValues {
                rates: [
                    params::AF_TAUX_DEUX_ENFANTS.at(clock)?,
                    params::AF_TAUX_ENFANT_SUPPLEMENTAIRE.at(clock)?,
                ],
                least_children: params::AF_ENFANTS_MINIMUM.at(clock)?,
                age_limit: params::AF_AGE_LIMITE.at(clock)?,
                middle_age: params::AF_AGE_INTERMEDIAIRE.at(clock)?,
                increase: params::AF_TAUX_MAJORATION_AGE.at(clock)?,
                increase_age: params::AF_AGE_MAJORATION.at(clock)?,
                former_increase_age: params::AF_AGE_MAJORATION.at(before_reform)?,
                former_increases: former_increases(clock),
                flat: (
                    params::AF_TAUX_ALLOCATION_FORFAITAIRE.at(clock)?,
                    params::AF_ENFANTS_ALLOCATION_FORFAITAIRE.at(clock)?,
                ),
                modulation: modulation(clock),
            },
            cf: CfValues {
                rate: params::CF_TAUX.at(clock)?,
                increased: params::CF_TAUX_MAJORE
                    .at(clock)
                    .zip(params::CF_PART_PLAFOND_MAJORE.at(clock)),
                least_children: params::CF_ENFANTS_MINIMUM.at(clock)?,
                ages: [params::CF_AGE_MINIMUM.at(clock)?, params::CF_AGE_MAXIMUM.at(clock)?],
                ceiling: Ceiling {
                    base: params::CF_PLAFOND.at(clock)?,
                    two_earners: params::CF_PLAFOND_BIACTIF.at(clock)?,
                    per_child: [
                        params::CF_PLAFOND_PART_DEUX_PREMIERS_ENFANTS.at(clock)?,
                        params::CF_PLAFOND_PART_ENFANTS_SUIVANTS.at(clock)?,
                    ],
                },
                counted: match territory {
                    Territory::Metropolitan => params::RSA_FORFAIT_COMPLEMENT_FAMILIAL.at(clock),
                    Territory::Overseas => params::RSA_FORFAIT_COMPLEMENT_FAMILIAL_OUTRE_MER.at(clock),
                    Territory::Mayotte => None,
                },
            },
            paje: PajeValues {
                age_limit: params::PAJE_AGE_LIMITE.at(clock)?,
                cohorts: [
                    born_before_2014_04(clock),
                    born_2014_04_to_2018_03(clock),
                    born_since_2018_04(clock),
                ],
            },
            asf: AsfValues {
                rate: params::ASF_TAUX_UN_PARENT.at(clock)?,
                age_limit: params::ASF_AGE_LIMITE.at(clock)?,
                least_paid: params::ASF_MONTANT_MINIMUM_VERSE.at(clock),
                counted: params::RSA_PLAFOND_ASF_UN_PARENT.at(clock),
            },
        })
    }
}

fn former_increases(clock: Clock) -> Option<FormerIncreases> {
    Some(FormerIncreases {
        first: params::AF_TAUX_PREMIERE_MAJORATION.at(clock)?,
        first_age: params::AF_AGE_PREMIERE_MAJORATION.at(clock)?,
        second_age: params::AF_AGE_DEUXIEME_MAJORATION.at(clock)?,
    })
}

fn modulation(clock: Clock) -> Option<Modulation> {
    Some(Modulation {
        shares: [
            params::AF_PART_TRANCHE_DEUX.at(clock)?,
            params::AF_PART_TRANCHE_TROIS.at(clock)?,
        ],
        ceilings: [params::AF_PLAFOND_UN.at(clock)?, params::AF_PLAFOND_DEUX.at(clock)?],
        per_child: params::AF_PLAFOND_PAR_ENFANT.at(clock)?,
    })
}

fn per_child(clock: Clock) -> Option<[Known; 2]> {
    Some([
        params::PAJE_PLAFOND_PART_DEUX_PREMIERS_ENFANTS.at(clock)?,
        params::PAJE_PLAFOND_PART_ENFANTS_SUIVANTS.at(clock)?,
    ])
}

fn born_before_2014_04(clock: Clock) -> Option<Cohort> {
    let ceiling = Ceiling {
        base: params::PAJE_PLAFOND_NE_AVANT_2014_04.at(clock)?,
        two_earners: params::PAJE_PLAFOND_BIACTIF_NE_AVANT_2014_04.at(clock)?,
        per_child: per_child(clock)?,
    };
    Some(Cohort {
        full: (params::PAJE_BASE_NE_AVANT_2018_04.at(clock)?, ceiling),
        partial: None,
    })
}

fn born_2014_04_to_2018_03(clock: Clock) -> Option<Cohort> {
    let share = params::PAJE_PLAFOND_PART_ENFANT_NE_2014_04_A_2018_03.at(clock)?;
    let full = Ceiling {
        base: params::PAJE_PLAFOND_PLEIN_NE_2014_04_A_2018_03.at(clock)?,
        two_earners: params::PAJE_PLAFOND_PLEIN_BIACTIF_NE_2014_04_A_2018_03.at(clock)?,
        per_child: [share; 2],
    };
    let partial = Ceiling {
        base: params::PAJE_PLAFOND_PARTIEL_NE_2014_04_A_2018_03.at(clock)?,
        two_earners: params::PAJE_PLAFOND_PARTIEL_BIACTIF_NE_2014_04_A_2018_03.at(clock)?,
        per_child: [share; 2],
    };
    Some(Cohort {
        full: (params::PAJE_BASE_NE_AVANT_2018_04.at(clock)?, full),
        partial: Some((params::PAJE_BASE_PARTIELLE_NE_2014_04_A_2018_03.at(clock)?, partial)),
    })
}

fn born_since_2018_04(clock: Clock) -> Option<Cohort> {
    let per_child = per_child(clock)?;
    let full = Ceiling {
        base: params::PAJE_PLAFOND_PLEIN_NE_DEPUIS_2018_04.at(clock)?,
        two_earners: params::PAJE_PLAFOND_PLEIN_BIACTIF_NE_DEPUIS_2018_04.at(clock)?,
        per_child,
    };
    let partial = Ceiling {
        base: params::PAJE_PLAFOND_PARTIEL_NE_DEPUIS_2018_04.at(clock)?,
        two_earners: params::PAJE_PLAFOND_PARTIEL_BIACTIF_NE_DEPUIS_2018_04.at(clock)?,
        per_child,
    };
    Some(Cohort {
        full: (params::PAJE_BASE_NE_DEPUIS_2018_04.at(clock)?, full),
        partial: Some((params::PAJE_BASE_PARTIELLE_NE_DEPUIS_2018_04.at(clock)?, partial)),
    })
}
