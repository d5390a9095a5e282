//! The steps of the computation: article and words.

use crate::law::Text;

/// What a step is called, and where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name the rule records.
    pub name: &'static str,
    /// The article it follows.
    pub article: &'static str,
    /// For the adviser: the term of the law.
    pub term: Text,
    /// For the citizen: a sentence with `{}` where the value goes. Conditions have a second sentence after `|` for no,
    /// and a third for not known.
    pub sentence: Text,
}

/// The entry of a step.
#[must_use]
pub fn entry(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}

macro_rules! catalogue {
    ($($name:literal, $article:literal, $fr:literal, $en:literal: $sentence_fr:literal / $sentence_en:literal;)+) => {
        /// Every step, in the order in which a reader meets them.
        pub const CATALOGUE: &[Entry] = &[$(Entry {
            name: $name,
            article: $article,
            term: Text { fr: $fr, en: $en },
            sentence: Text { fr: $sentence_fr, en: $sentence_en },
        }),+];
    };
}

catalogue! {
    "rsa.dependants", "CASF R262-3", "Personnes à charge", "Dependants":
        "Personnes à charge comptées pour le RSA : {}." / "Dependants counted for the RSA: {}.";
    "rsa.entitled", "CASF L262-4", "Conditions du RSA", "Conditions of the RSA":
        "Vous remplissez les conditions d'âge, de séjour et d'études du RSA.|Vous ne remplissez pas les conditions d'âge, de séjour ou d'études du RSA.|Il manque une réponse pour dire si vous remplissez les conditions d'âge, de séjour et d'études du RSA." /
        "You meet the age, residence and study conditions of the RSA.|You do not meet the age, residence or study conditions of the RSA.|An answer is missing to tell whether you meet the age, residence and study conditions of the RSA.";
    "rsa.lone_parent", "CASF L262-9", "Majoration pour isolement", "Lone-parent increase":
        "Vous avez droit au RSA majoré des parents isolés.|Vous n'êtes pas dans le cas du RSA majoré des parents isolés.|Il manque une réponse pour dire si le RSA majoré des parents isolés s'applique." /
        "You are entitled to the increased RSA of lone parents.|The increased RSA of lone parents does not apply to you.|An answer is missing to tell whether the increased RSA of lone parents applies.";
    "rsa.guaranteed", "CASF L262-2, R262-1", "Montant forfaitaire", "Guaranteed amount":
        "Le montant garanti pour votre foyer est de {} par mois." / "The amount guaranteed to your household is {} a month.";
    "rsa.resources", "CASF L262-3, R262-7", "Ressources prises en compte", "Resources counted":
        "Les ressources comptées font {} par mois." / "The resources counted come to {} a month.";
    "rsa.flat_housing", "CASF R262-9, R262-10", "Forfait logement", "Flat housing amount":
        "Pour le logement, {} sont retirés." / "For housing, {} is deducted.";
    "rsa.total", "CASF L262-2, R262-39", "RSA dû", "RSA due":
        "Le RSA calculé est de {} par mois." / "The RSA worked out is {} a month.";
    "rsa.socle", "CASF L262-2", "Part socle", "Socle part":
        "Dont RSA socle : {}." / "Of which RSA socle: {}.";
    "rsa.activite", "CASF L262-2 (jusqu'au 31 décembre 2015)", "Part activité", "Activité part":
        "Dont RSA activité : {}." / "Of which RSA activité: {}.";
}
