use serde::{Deserialize, Serialize};

use super::definitions::Definition::{self, Drees, FourPosts, Insee};
use crate::household::Post;
use crate::law::Text;

/// The family a post is shown under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Rent, instalments, charges, water, property tax.
    Housing,
    /// Energy used in the home.
    Energy,
    /// Own vehicles and public transport.
    Transport,
    /// Internet and telephone.
    Communication,
    /// Committed by contract, outside the four families: insurance, canteen, television, bank.
    Other,
}

impl Family {
    /// Every family, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Housing,
        Self::Energy,
        Self::Transport,
        Self::Communication,
        Self::Other,
    ];

    /// Its id in answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Energy => "energy",
            Self::Transport => "transport",
            Self::Communication => "communication",
            Self::Other => "other",
        }
    }

    /// Its name.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Housing => Text {
                fr: "Logement",
                en: "Housing",
            },
            Self::Energy => Text {
                fr: "Énergie du logement",
                en: "Energy in the home",
            },
            Self::Transport => Text {
                fr: "Transports",
                en: "Transport",
            },
            Self::Communication => Text {
                fr: "Communication",
                en: "Communication",
            },
            Self::Other => Text {
                fr: "Autres dépenses engagées",
                en: "Other committed spending",
            },
        }
    }
}

/// One row per post: family, French and English names, definitions that count it.
macro_rules! posts {
    ($($post:ident: $family:ident, $fr:literal, $en:literal, [$($definition:ident),*];)*) => {
        impl Post {
            /// Its name, to show.
            #[must_use]
            pub const fn label(self) -> Text {
                match self { $(Self::$post => Text { fr: $fr, en: $en },)* }
            }

            /// The family it is shown under.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$post => Family::$family,)* }
            }

            /// The definitions that count it, one bit each; [`Definition::cited`] says on whose authority.
            const fn definitions(self) -> u8 {
                match self { $(Self::$post => 0 $(| 1 << $definition as u8)*,)* }
            }
        }
    };
}

posts! {
    Rent: Housing, "Loyer hors charges, avant aide au logement", "Rent without charges, before housing benefit", [Insee, Drees, FourPosts];
    Charges: Housing, "Charges locatives ou de copropriété", "Service charges of the building", [Insee, Drees, FourPosts];
    Water: Housing, "Eau", "Water", [Insee, Drees, FourPosts];
    LoanInstalment: Housing, "Remboursement du prêt immobilier", "Instalment of the home loan", [Drees, FourPosts];
    PropertyTax: Housing, "Taxe foncière, taxe d'habitation", "Property and dwelling taxes", [FourPosts];
    Electricity: Energy, "Électricité", "Electricity", [Insee, Drees, FourPosts];
    Gas: Energy, "Gaz de ville", "Mains gas", [Insee, Drees, FourPosts];
    OtherHeating: Energy, "Fioul, bois, réseau de chaleur, gaz en bouteille", "Heating oil, wood, district heating, bottled gas", [Insee, Drees, FourPosts];
    MotorFuel: Transport, "Carburant", "Motor fuel", [FourPosts];
    VehicleUpkeep: Transport, "Entretien, réparation, stationnement, péages", "Vehicle upkeep, repairs, parking, tolls", [FourPosts];
    PublicTransport: Transport, "Transports collectifs", "Public transport", [FourPosts];
    FixedInternet: Communication, "Internet fixe", "Fixed internet", [Insee, Drees, FourPosts];
    Mobile: Communication, "Téléphones mobiles, toutes les lignes", "Mobile telephones, all lines", [Insee, Drees, FourPosts];
    Landline: Communication, "Ligne téléphonique fixe à part", "Separate telephone line", [Insee, Drees, FourPosts];
    Television: Other, "Abonnements de télévision et redevance", "Television subscriptions and licence fee", [Insee, Drees];
    HomeInsurance: Other, "Assurance du logement", "Home insurance", [Insee, Drees];
    HealthInsurance: Other, "Complémentaire santé", "Health top-up insurance", [Insee, Drees];
    VehicleInsurance: Other, "Assurance des véhicules", "Vehicle insurance", [Insee, Drees];
    OtherInsurance: Other, "Autres assurances, hors assurance-vie", "Other insurance, life insurance apart", [Insee, Drees];
    Canteen: Other, "Cantine", "Canteen", [Insee, Drees];
    SchoolFees: Other, "Frais de scolarité et d'études", "School and university fees", [Drees];
    Bank: Other, "Services bancaires et financiers", "Bank and financial services", [Insee, Drees];
}

impl Post {
    /// The bills of telephone and internet.
    pub const TELECOMS: [Self; 3] = [Self::FixedInternet, Self::Mobile, Self::Landline];

    /// Whether `definition` counts it.
    ///
    /// # Example
    /// ```
    /// use tarif_social::household::Post;
    /// use tarif_social::spending::Definition;
    /// assert!(Post::MotorFuel.counts_in(Definition::FourPosts));
    /// assert!(!Post::MotorFuel.counts_in(Definition::Insee)); // neither Insee nor DREES counts transport
    /// ```
    #[must_use]
    pub const fn counts_in(self, definition: Definition) -> bool {
        self.definitions() & 1 << definition as u8 != 0
    }

    /// What has to be known to read this post rightly, when something has.
    #[must_use]
    pub const fn remark(self) -> Option<Text> {
        Some(match self {
            Self::PropertyTax => Text {
                fr: "Impôt, donc hors des listes de l'Insee et de la DREES ; compté dans les quatre postes comme coût du logement, c'est notre lecture.",
                en: "A tax, hence in neither the Insee nor the DREES list; counted in the four posts as a cost of the home, which is our reading.",
            },
            Self::SchoolFees => Text {
                fr: "Comptés par la DREES, pas par France Stratégie.",
                en: "Counted by DREES, not by France Stratégie.",
            },
            Self::HomeInsurance | Self::VehicleInsurance => Text {
                fr: "Comptée avec les assurances, comme dans les nomenclatures : les quatre postes ne la comprennent pas.",
                en: "Counted with insurance, as in the classifications: the four posts do not include it.",
            },
            _ => return None,
        })
    }
}
