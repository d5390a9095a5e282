use serde::{Deserialize, Serialize};

use super::Cited;
use crate::law::{Confidence, Source, SourceKind, Text};
use crate::units::{Day, Month};

/// A published way of saying which spending is constrained. They are shown side by side, because none is "the" right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Definition {
    /// Insee, national accounts: with imputed rents, without loan repayments, without transport.
    Insee,
    /// DREES and France Stratégie, household surveys: with loan repayments, without imputed rents, without transport.
    Drees,
    /// The four posts of the union statement of 2014: housing, energy, transport, communication.
    FourPosts,
}

impl Definition {
    /// Every definition, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Insee, Self::Drees, Self::FourPosts];

    /// Its id in answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Insee => "insee",
            Self::Drees => "drees",
            Self::FourPosts => "four_posts",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Insee => Text {
                fr: "Dépenses pré-engagées (Insee)",
                en: "Pre-committed spending (Insee)",
            },
            Self::Drees => Text {
                fr: "Dépenses pré-engagées (DREES, France Stratégie)",
                en: "Pre-committed spending (DREES, France Stratégie)",
            },
            Self::FourPosts => Text {
                fr: "Les quatre postes de 2014 : logement, énergie, transports, communication",
                en: "The four posts of 2014: housing, energy, transport, communication",
            },
        }
    }

    /// Where its list of posts comes from.
    #[must_use]
    pub const fn cited(self) -> Cited {
        let (kind, title, url, confidence) = match self {
            Self::Insee => (
                SourceKind::OfficialPage,
                "Insee, définition c1358 « Dépenses pré-engagées »",
                "https://www.insee.fr/en/metadonnees/definition/c1358",
                Confidence::Official,
            ),
            Self::Drees => (
                SourceKind::OfficialPage,
                "DREES, Les dossiers n° 25 (2018), et France Stratégie, Note d'analyse n° 102 (2021)",
                "https://drees.solidarites-sante.gouv.fr/publications/les-dossiers-de-la-drees/depenses-pre-engagees-quel-poids-dans-le-budget-des-menages",
                Confidence::Official,
            ),
            Self::FourPosts => (
                SourceKind::Secondary,
                "Déclaration de la CGT au conseil régional des Pays de la Loire, 2014 ; la lecture poste par poste est la nôtre",
                "",
                Confidence::Secondary,
            ),
        };
        Cited {
            source: Source { kind, title, url },
            confidence,
            checked: Day::new(Month::new(2026, 11), 23),
        }
    }

    /// Whether it counts the imputed rents of owner-occupiers. They are neither paid nor received in money: counted as
    /// spending and as income, they change the share spent but not what is left.
    #[must_use]
    pub const fn counts_imputed_rent(self) -> bool {
        matches!(self, Self::Insee)
    }

    /// How housing benefit enters it. In all three the housing cost is net: the benefit, up to the rent and instalment
    /// counted, is taken off both the spending and the income it is compared with; what differs is why.
    #[must_use]
    pub const fn housing_benefit(self) -> Text {
        match self {
            Self::Insee => Text {
                fr: "Déduite : les loyers publiés par l'Insee sont nets des aides au logement.",
                en: "Deducted: the rents Insee publishes are net of housing benefit.",
            },
            Self::Drees => Text {
                fr: "Déduite : les loyers de l'enquête Budget de famille, sur laquelle porte la liste, sont nets des aides au logement.",
                en: "Deducted: the list is applied to the household budget survey, whose rents are net of housing benefit.",
            },
            Self::FourPosts => Text {
                fr: "Déduite, pour que les trois définitions se comparent : la déclaration n'en dit rien, c'est notre lecture.",
                en: "Deducted, so that the three definitions compare: the statement is silent, this is our reading.",
            },
        }
    }

    /// What it leaves out on purpose, and what it adds to the others.
    #[must_use]
    pub const fn scope(self) -> Text {
        match self {
            Self::Insee => Text {
                fr: "Compte les loyers imputés des propriétaires occupants, en dépense comme en revenu. Ne compte ni les remboursements d'emprunt, ni les impôts, ni les transports.",
                en: "Counts the imputed rents of owner-occupiers, as spending and as income. Counts neither loan repayments, nor taxes, nor transport.",
            },
            Self::Drees => Text {
                fr: "Compte les remboursements d'emprunt immobilier, et pour la DREES les frais de scolarité et d'études. Ne compte ni loyers imputés, ni impôts, ni transports.",
                en: "Counts the repayments of home loans and, for DREES, school and university fees. Counts neither imputed rents, nor taxes, nor transport.",
            },
            Self::FourPosts => Text {
                fr: "Compte les transports, les remboursements d'emprunt et la taxe foncière. Ne compte rien hors des quatre postes nommés : ni assurances, ni cantine, ni banque, ni télévision.",
                en: "Counts transport, loan repayments and property tax. Counts nothing outside the four posts it names: no insurance, canteen, bank or television.",
            },
        }
    }
}
