//! The household's words, in French and English.

use crate::household::{Benefit, IncomeKind, Question, Tenure, Territory};
use crate::law::Text;

/// Something with a name people know.
pub trait Named {
    /// Its name, ready to stand in a sentence.
    fn name_text(&self) -> Text;
}

macro_rules! names {
    ($type:ident { $($variant:ident: $fr:literal, $en:literal;)+ }) => {
        impl Named for $type {
            fn name_text(&self) -> Text {
                match self {
                    $(Self::$variant => Text { fr: $fr, en: $en }),+
                }
            }
        }
    };
}
pub(crate) use names;

names!(Territory {
    Metropolitan: "en métropole", "in metropolitan France";
    Overseas: "outre-mer", "in an overseas department";
    Mayotte: "à Mayotte", "in Mayotte";
});

names!(Tenure {
    Owner: "propriétaire sans emprunt", "owner without a loan";
    OwnerWithLoan: "propriétaire avec un emprunt en cours", "owner repaying a loan";
    Tenant: "locataire d'un logement vide", "tenant of an unfurnished dwelling";
    SocialTenant: "locataire d'un logement social", "tenant of social housing";
    FurnishedTenant: "locataire d'un meublé", "tenant of a furnished dwelling";
    LodgedFree: "logé gratuitement", "lodged free of charge";
    LodgedSharingCosts: "logé en partageant les frais", "lodged while sharing the costs";
    Hostel: "en foyer", "in a hostel";
    Homeless: "sans domicile", "without a dwelling";
});

names!(IncomeKind {
    NetWage: "le salaire net", "the net wage";
    SelfEmployed: "le revenu d'indépendant", "the self-employed income";
    TrainingPay: "la rémunération de formation", "the training pay";
    Unemployment: "l'allocation de chômage", "the unemployment benefit";
    SickPay: "les indemnités journalières", "the daily sickness allowances";
    Pension: "la pension de retraite", "the retirement pension";
    InvalidityPension: "la pension d'invalidité", "the invalidity pension";
    AlimonyReceived: "la pension alimentaire reçue", "the alimony received";
    Exceptional: "la rentrée d'argent exceptionnelle", "the exceptional gain";
    Capital: "les revenus de placements", "the income from capital";
    Rents: "les loyers reçus", "the rents received";
    Savings: "l'épargne", "the savings";
    Aah: "l'AAH", "the AAH (disabled adults)";
    Ass: "l'ASS", "the ASS (end of unemployment rights)";
    Asi: "l'ASI", "the ASI (invalidity)";
    Aspa: "l'ASPA", "the ASPA (old age)";
});

names!(Benefit {
    Rsa: "le RSA", "the RSA";
    PrimeActivite: "la prime d'activité", "the prime d'activité (in-work benefit)";
    Aah: "l'AAH (adultes handicapés)", "the AAH (disabled adults)";
    Ass: "l'ASS (fin de droits au chômage)", "the ASS (end of unemployment rights)";
    Aspa: "l'ASPA (minimum vieillesse)", "the ASPA (old age)";
    Asi: "l'ASI (invalidité)", "the ASI (invalidity)";
    Ada: "l'ADA (demandeurs d'asile)", "the ADA (asylum seekers)";
    Ata: "l'ATA (allocation temporaire d'attente)", "the ATA (temporary waiting allowance)";
    AssuranceVeuvage: "l'allocation veuvage", "the widow's insurance";
    C2sGratuite: "la complémentaire santé gratuite (CMU-C, puis C2S)", "the free complementary health cover (CMU-C, then C2S)";
    C2sParticipation: "la complémentaire santé avec participation (ACS, puis C2S)", "the complementary health cover with a contribution (ACS, then C2S)";
    Pacea: "l'allocation du parcours des jeunes (PACEA, CEJ)", "the youth-pathway allowance (PACEA, CEJ)";
    Rso: "le RSO (outre-mer)", "the RSO (overseas)";
    WarInvalid: "une pension d'invalide de guerre", "a war invalid's pension";
    EnergyCheque: "le chèque énergie", "the energy cheque";
    UnemploymentBenefit: "l'allocation de chômage", "unemployment benefit";
    HousingBenefit: "une aide au logement", "housing benefit";
    Aeeh: "l'AEEH (enfant handicapé)", "the AEEH (disabled child)";
    Apa: "l'APA (perte d'autonomie)", "the APA (loss of autonomy)";
});

impl Named for Question {
    fn name_text(&self) -> Text {
        let (fr, en) = match self {
            Self::Income(kind) => return kind.name_text(),
            Self::Receives(benefit) => return benefit.name_text(),
            Self::Spending(_) => ("vos dépenses", "your spending"),
            Self::Territory => ("l'endroit où vous habitez", "where you live"),
            Self::Partner => ("si vous vivez en couple", "whether you live with a partner"),
            Self::Children => ("combien vous avez d'enfants à charge", "how many children you support"),
            Self::BirthDate => ("les dates de naissance", "the days of birth"),
            Self::Student => ("si vous êtes étudiant", "whether you are a student"),
            Self::OnLeave => (
                "un congé parental, sabbatique ou sans solde",
                "a parental, sabbatical or unpaid leave",
            ),
            Self::Apprentice => ("si vous êtes apprenti", "whether you are an apprentice"),
            Self::Jobseeker => ("si vous cherchez un emploi", "whether you are looking for work"),
            Self::Pregnant => ("une grossesse", "a pregnancy"),
            Self::RegularStay => ("un titre de séjour en cours", "a current residence permit"),
            Self::ResidenceCondition => (
                "la nationalité ou le titre de séjour",
                "the nationality or residence permit",
            ),
            Self::YoungWorkerHours => ("les heures travaillées avant 25 ans", "the hours worked before 25"),
            Self::SharedCustody => ("la résidence alternée des enfants", "the children's shared custody"),
            Self::RecentIsolation => (
                "depuis quand vous élevez seul vos enfants",
                "how long you have been a lone parent",
            ),
            Self::ResourcesN2 => (
                "vos ressources d'il y a deux ans",
                "your resources of the year before last",
            ),
            Self::DualEarnerN2 => (
                "si les deux conjoints travaillaient il y a deux ans",
                "whether both partners worked in the year before last",
            ),
            Self::AllocationsFamiliales => ("les allocations familiales", "the family allowances"),
            Self::ComplementFamilial => ("le complément familial", "the family supplement"),
            Self::PajeBase => ("l'allocation de base de la PAJE", "the base allowance of the PAJE"),
            Self::AllocationSoutienFamilial => ("l'allocation de soutien familial", "the family support allowance"),
            Self::Tenure => ("votre situation de logement", "how you are housed"),
            Self::HousingBenefit => ("votre aide au logement", "your housing benefit"),
            Self::CollectiveCable => ("le câble collectif de l'immeuble", "the building's collective cable"),
            Self::FixedLine => ("votre ligne de téléphone fixe", "your fixed telephone line"),
            Self::SocialLine => ("une autre ligne à tarif social", "another line with a social tariff"),
            Self::Rfr => ("votre revenu fiscal de référence", "your reference tax income"),
            Self::Parts => ("votre nombre de parts fiscales", "your number of tax parts"),
            Self::QuotientFamilialCaf => ("votre quotient familial de la CAF", "your family quotient of the CAF"),
            Self::DisposableIncome => ("ce dont vous disposez chaque mois", "what you have each month"),
            Self::AlimonyPaid => ("la pension alimentaire payée", "the alimony paid"),
            Self::InternetPrice => ("le prix de votre accès à internet", "the price of your internet access"),
        };
        Text { fr, en }
    }
}
