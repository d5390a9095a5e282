//! The columns of a file of households: the one place where each is named, bounded and described. The reading, the
//! writing, the JSON Schema, the page's help and the table of the README come from here.

use crate::explain::Named;
use crate::household::Benefit;
use crate::law::Text;
use crate::units::Euros;

/// What a cell of a column holds. Read, it is a whole number of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number between two bounds.
    Whole(i64, i64),
    /// Euros, in cents, from nothing (or from minus the most) to the most.
    Euros {
        /// May be below nothing.
        negative: bool,
    },
    /// Tax parts, in hundredths.
    Parts,
    /// A weight, in thousandths.
    Weight,
    /// Yes or no.
    Truth,
    /// One of these words, by its place.
    Word(&'static [Text]),
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name on the first line: a file may use either.
    pub name: Text,
    /// What its cells hold.
    pub kind: Kind,
    /// A file must have it, and each row must fill it in.
    pub needed: bool,
    /// What it is, and what an empty cell means when that is not "unknown".
    pub about: Text,
}

/// The most euros in a cell, in cents.
pub const MOST_CENTS: i64 = Euros::LARGEST * 100;
/// The heaviest weight, in thousandths: a million.
pub const HEAVIEST: i64 = 1_000_000_000;
/// The most tax parts, in hundredths.
pub const MOST_PARTS: i64 = 4000;

impl Kind {
    /// The lowest and the highest number.
    #[must_use]
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::Whole(low, high) => (low, high),
            Self::Euros { negative: true } => (-MOST_CENTS, MOST_CENTS),
            Self::Euros { negative: false } => (0, MOST_CENTS),
            Self::Parts => (100, MOST_PARTS),
            Self::Weight => (1, HEAVIEST),
            Self::Truth => (0, 1),
            Self::Word(words) => (0, words.len() as i64 - 1),
        }
    }

    /// Digits after the decimal mark.
    #[must_use]
    pub const fn decimals(self) -> usize {
        match self {
            Self::Euros { .. } | Self::Parts => 2,
            Self::Weight => 3,
            Self::Whole(..) | Self::Truth | Self::Word(_) => 0,
        }
    }
}

/// Yes or no, as they are written; other ways of writing them are read.
pub const TRUTHS: [Text; 2] = [Text { fr: "non", en: "no" }, Text { fr: "oui", en: "yes" }];

macro_rules! words {
    ($($fr:literal / $en:literal),+) => {
        Kind::Word(&[$(Text { fr: $fr, en: $en }),+])
    };
}

macro_rules! columns {
    (@need) => { false };
    (@need needed) => { true };
    ($($id:ident $(($needed:ident))? $fr:literal / $en:literal: $kind:expr; $about_fr:literal, $about_en:literal;)+) => {
        /// The place of a column among [`COLUMNS`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Id {
            $($id),+
        }

        /// Every column, in the order in which they are written and documented.
        pub static COLUMNS: &[Column] = &[$(Column {
            name: Text { fr: $fr, en: $en },
            kind: $kind,
            needed: columns!(@need $($needed)?),
            about: Text { fr: $about_fr, en: $about_en },
        }),+];

        /// How many there are.
        pub(super) const COUNT: usize = [$(Id::$id),+].len();
    };
}

const EUROS: Kind = Kind::Euros { negative: false };

columns! {
    Weight "poids" / "weight": Kind::Weight;
        "Combien de ménages cette ligne représente, au millième. Vide : 1.",
        "How many households the row stands for, to the thousandth. Empty: 1.";
    Adults (needed) "adultes" / "adults": Kind::Whole(1, 20);
        "Personnes de 18 ans et plus, enfants majeurs compris.",
        "Persons of 18 and over, grown children included.";
    Young (needed) "enfants_moins_14" / "children_under_14": Kind::Whole(0, 20);
        "Enfants de moins de 14 ans.",
        "Children under 14.";
    Teenagers (needed) "enfants_14_17" / "children_14_17": Kind::Whole(0, 20);
        "Enfants de 14 à 17 ans.",
        "Children of 14 to 17.";
    Disposable (needed) "revenu_disponible" / "disposable_income": Kind::Euros { negative: true };
        "Revenu disponible du ménage, € par mois : toutes les ressources, prestations, RSA et prime d'activité compris, moins les impôts directs.",
        "Disposable income of the household, € a month: all resources, benefits, RSA and prime d'activité included, less direct taxes.";
    Infants "enfants_moins_3" / "children_under_3": Kind::Whole(0, 20);
        "Parmi les moins de 14 ans, ceux de moins de 3 ans.",
        "Of those under 14, how many are under 3.";
    Family "type" / "type": words!("seul" / "single", "monoparental" / "lone_parent", "couple" / "couple", "couple_enfants" / "couple_children", "autre" / "other");
        "Type de ménage. Vide : connu s'il n'y a qu'un adulte.",
        "Type of household. Empty: known when there is one adult only.";
    Age "age" / "age": Kind::Whole(15, 120);
        "Âge de la personne de référence.",
        "Age of the reference person.";
    PartnerAge "age_second_adulte" / "second_adult_age": Kind::Whole(15, 120);
        "Âge du conjoint ou du second adulte.",
        "Age of the partner or of the second adult.";
    Activity "activite" / "activity": words!("emploi" / "worker", "chomage" / "unemployed", "inactif" / "inactive", "retraite" / "retired");
        "Ce que fait la personne de référence.",
        "What the reference person does.";
    PartnerSeeks "second_adulte_cherche_emploi" / "second_adult_jobseeker": Kind::Truth;
        "Le conjoint ou second adulte cherche un emploi.",
        "The partner or second adult looks for work.";
    Territory "territoire" / "territory": words!("metropole" / "metropolitan", "outre_mer" / "overseas", "mayotte" / "mayotte");
        "Où vit le ménage. Vide : en métropole.",
        "Where the household lives. Empty: in metropolitan France.";
    Place "lieu" / "place": words!("rural" / "rural", "moins_20000" / "under_20k", "moins_100000" / "under_100k", "plus_100000" / "over_100k", "paris" / "paris");
        "Taille de l'agglomération, pour la répartition par lieu.",
        "Size of the town, to group by place.";
    Tenure "logement" / "tenure": words!("proprietaire" / "owner", "proprietaire_emprunt" / "owner_with_loan", "locataire_social" / "social_tenant", "locataire_prive" / "private_tenant", "loge_gratuitement" / "lodged_free");
        "Comment le ménage est logé.",
        "How the household is housed.";
    Earnings "revenus_activite" / "earnings": EUROS;
        "Salaires nets et revenus d'indépendant comptés pour le RSA, € par mois.",
        "Net wages and self-employed income counted for the RSA, € a month.";
    Other "autres_revenus" / "other_income": EUROS;
        "Chômage, retraites, pensions alimentaires et autres revenus comptés pour le RSA, € par mois, sans les prestations qui suivent.",
        "Unemployment benefit, pensions, alimony and other incomes counted for the RSA, € a month, without the benefits that follow.";
    Minimum "minima_sociaux" / "minimum_incomes": EUROS;
        "AAH, ASS, ASPA et ASI, € par mois. Vide : 0 si aucune n'est reçue.",
        "AAH, ASS, ASPA and ASI, € a month. Empty: 0 when none is received.";
    FamilyBenefits "prestations_familiales" / "family_benefits": EUROS;
        "Prestations familiales comptées pour le RSA, € par mois. Vide : 0 sans enfant ni second adulte.",
        "Family benefits counted for the RSA, € a month. Empty: 0 without child or second adult.";
    HousingBenefit "aide_logement" / "housing_benefit": EUROS;
        "APL, ALF ou ALS, € par mois. Vide : 0 si aucune n'est reçue.",
        "APL, ALF or ALS, € a month. Empty: 0 when none is received.";
    Prime "prime_activite" / "prime_activite": EUROS;
        "Prime d'activité, € par mois. Vide : 0 si elle n'est pas reçue.",
        "Prime d'activité, € a month. Empty: 0 when it is not received.";
    RsaAdults "rsa_adultes" / "rsa_adults": Kind::Whole(1, 2);
        "Adultes du foyer RSA, quand il n'est pas tout le ménage. Vide : 2 pour un couple, 1 pour un autre type.",
        "Adults of the RSA unit, when it is not the whole household. Empty: 2 for a couple, 1 for another type.";
    RsaChildren "rsa_enfants" / "rsa_children": Kind::Whole(0, 20);
        "Enfants et personnes à charge du foyer RSA. Vide : les moins de 18 ans, et peut-être les autres adultes de la famille.",
        "Children and dependants of the RSA unit. Empty: those under 18, and perhaps the other adults of the family.";
    RsaConditions "rsa_conditions" / "rsa_conditions": Kind::Truth;
        "Les conditions du RSA autres que les ressources sont remplies. Vide : oui à 25 ans ou avec un enfant, non sinon, inconnu pour les jeunes qui ont pu travailler assez.",
        "The conditions of the RSA other than resources are met. Empty: yes at 25 or with a child, otherwise no, unknown for the young who may have worked enough.";
    Isolated "majoration_isolement" / "lone_parent_increase": Kind::Truth;
        "Parent isolé au sens du RSA majoré. Vide : oui seul avec un enfant de moins de 3 ans, inconnu avec un plus grand, non sinon.",
        "Lone parent in the sense of the increased RSA. Empty: yes alone with a child under 3, unknown with an older one, otherwise no.";
    Resources "ressources_12_mois" / "resources_12_months": EUROS;
        "Ressources des douze derniers mois au sens de la C2S, sans forfait logement, € par an. Vide : douze fois les ressources du mois.",
        "Resources of the last twelve months in the sense of the C2S, without the flat housing amount, € a year. Empty: twelve times those of the month.";
    Rfr "rfr" / "rfr": EUROS;
        "Revenu fiscal de référence, € par an.",
        "Reference tax income, € a year.";
    TaxParts "parts" / "parts": Kind::Parts;
        "Parts fiscales, comme 2,5.",
        "Tax parts, like 2.5.";
    Quotient "quotient_familial" / "family_quotient": EUROS;
        "Quotient familial de la CAF, € par mois.",
        "Family quotient of the CAF, € a month.";
    WithoutIncome "personnes_sans_revenu" / "persons_without_income": Kind::Whole(0, 60);
        "Personnes du ménage sans aucun revenu ce mois.",
        "Persons of the household without any income this month.";
    Constrained "depenses_contraintes" / "constrained_spending": EUROS;
        "Dépenses pré-engagées (définition de la DREES), loyer avant aide au logement, € par mois. Vide : la somme des cinq colonnes qui suivent et des factures de télécom.",
        "Pre-committed spending (DREES definition), rent before housing benefit, € a month. Empty: the sum of the next five columns and of the telecom bills.";
    Rent "loyer" / "rent": EUROS;
        "Loyer, avant aide au logement, € par mois.",
        "Rent, before housing benefit, € a month.";
    Charges "charges_eau" / "charges_and_water": EUROS;
        "Charges et eau, € par mois.",
        "Charges and water, € a month.";
    Energy "energie" / "energy": EUROS;
        "Électricité, gaz et chauffage, € par mois.",
        "Electricity, gas and heating, € a month.";
    Insurance "assurances" / "insurance": EUROS;
        "Assurances, € par mois.",
        "Insurance, € a month.";
    Loan "emprunt_logement" / "home_loan": EUROS;
        "Mensualité de l'emprunt du logement, € par mois.",
        "Instalment of the home loan, € a month.";
    Internet "facture_internet" / "internet_bill": EUROS;
        "Accès fixe à internet, toutes taxes, € par mois ; 0 sans accès fixe.",
        "Fixed internet access, all taxes included, € a month; 0 without one.";
    Landline "facture_telephone_fixe" / "landline_bill": EUROS;
        "Ligne de téléphone fixe sans internet, € par mois ; 0 sans ligne.",
        "Fixed telephone line without internet, € a month; 0 without one.";
    Telecoms "factures_telecom" / "telecom_bills": EUROS;
        "Toutes les factures de télécom, internet compris, € par mois.",
        "All telecom bills, internet included, € a month.";
    Cable "cable_collectif" / "collective_cable": Kind::Truth;
        "L'immeuble a un service collectif de câble.",
        "The building has a collective cable service.";
    SocialLine "ligne_sociale" / "social_line": Kind::Truth;
        "Une ligne du ménage a déjà un tarif social. Vide : non.",
        "A line of the household has a social tariff already. Empty: no.";
    Poor "pauvre" / "poor": Kind::Truth;
        "Niveau de vie sous le seuil de pauvreté. Vide : calculé avec le seuil publié pour le mois.",
        "Standard of living below the poverty line. Empty: worked out with the line published for the month.";
    Tenth "dixieme" / "tenth": Kind::Whole(1, 10);
        "Dixième de niveau de vie. Vide : placé d'après les bornes publiées pour l'année, quand elles y suffisent.",
        "Tenth of standard of living. Empty: placed by the bounds published for the year, where they allow it.";
    Rsa "recoit_rsa" / "receives_rsa": Kind::Truth; "", "";
    PrimeActivite "recoit_prime_activite" / "receives_prime_activite": Kind::Truth; "", "";
    Aah "recoit_aah" / "receives_aah": Kind::Truth; "", "";
    Ass "recoit_ass" / "receives_ass": Kind::Truth; "", "";
    Aspa "recoit_aspa" / "receives_aspa": Kind::Truth; "", "";
    Asi "recoit_asi" / "receives_asi": Kind::Truth; "", "";
    Ada "recoit_ada" / "receives_ada": Kind::Truth; "", "";
    Ata "recoit_ata" / "receives_ata": Kind::Truth; "", "";
    Widow "recoit_assurance_veuvage" / "receives_assurance_veuvage": Kind::Truth; "", "";
    C2sFree "recoit_c2s_gratuite" / "receives_c2s_gratuite": Kind::Truth; "", "";
    C2sPaid "recoit_c2s_participation" / "receives_c2s_participation": Kind::Truth; "", "";
    Pacea "recoit_pacea" / "receives_pacea": Kind::Truth; "", "";
    Rso "recoit_rso" / "receives_rso": Kind::Truth; "", "";
    WarInvalid "recoit_pension_invalide_guerre" / "receives_war_invalid": Kind::Truth; "", "";
    EnergyCheque "recoit_cheque_energie" / "receives_energy_cheque": Kind::Truth; "", "";
    Unemployment "recoit_chomage" / "receives_unemployment_benefit": Kind::Truth; "", "";
    Housing "recoit_aide_logement" / "receives_housing_benefit": Kind::Truth; "", "";
    Aeeh "recoit_aeeh" / "receives_aeeh": Kind::Truth; "", "";
    Apa "recoit_apa" / "receives_apa": Kind::Truth; "", "";
}

/// Place of the first column that says whether a benefit is received; the others follow, in the order of
/// [`Benefit::ALL`].
pub(super) const FIRST_BENEFIT: usize = Id::Rsa as usize;

impl Column {
    /// What it is, in French then in English.
    #[must_use]
    pub fn described(&self) -> [String; 2] {
        let place = COLUMNS.iter().position(|column| core::ptr::eq(column, self));
        let benefit = place
            .and_then(|place| place.checked_sub(FIRST_BENEFIT))
            .and_then(|place| Benefit::ALL.get(place));
        match benefit {
            Some(benefit) => {
                let name = benefit.name_text();
                let from_amount = match benefit {
                    Benefit::HousingBenefit | Benefit::PrimeActivite => [
                        " Vide : oui si son montant dépasse 0.",
                        " Empty: yes when its amount is above 0.",
                    ],
                    _ => ["", ""],
                };
                let [fr, en] = from_amount;
                [
                    format!("Le ménage reçoit {}.{fr}", name.fr),
                    format!("The household receives {}.{en}", name.en),
                ]
            }
            None => [self.about.fr.to_owned(), self.about.en.to_owned()],
        }
    }

    /// What its cells hold, in French then in English.
    #[must_use]
    pub fn holds(&self) -> [String; 2] {
        let list = |words: &[Text]| {
            let of = |pick: fn(&Text) -> &'static str| words.iter().map(pick).collect::<Vec<_>>().join(", ");
            [of(|word| word.fr), of(|word| word.en)]
        };
        match self.kind {
            Kind::Whole(low, high) => [format!("entier de {low} à {high}"), format!("whole, {low} to {high}")],
            Kind::Euros { .. } => ["euros".to_owned(), "euros".to_owned()],
            Kind::Parts | Kind::Weight => ["nombre".to_owned(), "number".to_owned()],
            Kind::Truth => list(&TRUTHS),
            Kind::Word(words) => list(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::draw::{Activity, Housing, PLACE_NAMES};
    use super::super::super::families::Kind as Family;
    use super::super::super::tally::GROUPINGS;
    use super::*;
    use crate::household::Territory;

    fn english(id: Id) -> Vec<&'static str> {
        match COLUMNS[id as usize].kind {
            Kind::Word(words) => words.iter().map(|word| word.en).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn words_are_those_of_the_households_in_their_order() {
        assert_eq!(english(Id::Family), Family::ALL.map(Family::name));
        assert_eq!(english(Id::Tenure), Housing::ALL.map(Housing::name));
        assert_eq!(english(Id::Activity), Activity::ALL.map(Activity::name));
        assert_eq!(english(Id::Place), PLACE_NAMES);
        assert_eq!(english(Id::Territory), Territory::NAMES);
        assert_eq!(GROUPINGS[1].1.len(), 10);
    }

    #[test]
    fn every_benefit_has_its_column() {
        let of_benefits: Vec<_> = COLUMNS[FIRST_BENEFIT..].iter().map(|column| column.name.en).collect();
        let wanted: Vec<_> = Benefit::NAMES.iter().map(|name| format!("receives_{name}")).collect();
        assert_eq!(of_benefits, wanted);
    }

    #[test]
    fn names_are_plain_and_tell_columns_apart() {
        let mut names = Vec::new();
        for column in COLUMNS {
            for name in [column.name.fr, column.name.en] {
                assert!(
                    name.bytes()
                        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                );
            }
            names.push(column.name.fr);
            if column.name.en != column.name.fr {
                names.push(column.name.en);
            }
            assert!(
                column.described().iter().all(|text| text.ends_with('.')),
                "{}",
                column.name.fr
            );
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert_eq!(COLUMNS.len(), COUNT);
    }
}
