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
    /// For the citizen: a sentence with `{}` where the value goes, after a colon: the rest is left out while it is not known. Conditions have a second sentence after `|` for no,
    /// and a third for not known.
    pub sentence: Text,
}

/// The entry of a step.
#[must_use]
pub fn entry(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}

/// What only the catalogue shows, empty when the engine is built without it.
const fn kept(text: &'static str) -> &'static str {
    if cfg!(feature = "words") { text } else { "" }
}

macro_rules! catalogue {
    ($($name:literal, $article:literal, $fr:literal, $en:literal: $sentence_fr:literal / $sentence_en:literal;)+) => {
        /// Every step, in the order in which a reader meets them.
        pub const CATALOGUE: &[Entry] = &[$(Entry {
            name: $name,
            article: kept($article),
            term: Text { fr: kept($fr), en: kept($en) },
            sentence: Text { fr: $sentence_fr, en: $sentence_en },
        }),+];
    };
}

catalogue! {
    "rsa.dependants", "CASF R262-3", "Personnes à charge", "Dependants":
        "Personnes à charge comptées pour le RSA\u{a0}: {}." / "Dependants counted for the RSA: {}.";
    "rsa.by_turns", "CE 21 juillet 2017, n° 398911", "Enfants en résidence alternée", "Children living by turns with both parents":
        "Enfants en résidence alternée\u{a0}: {}. Le RSA compte pour moitié ce qu'ils ajoutent, sauf autre accord des parents ou décision du juge." /
        "Children living by turns with both parents: {}. The RSA counts half of what they add, unless the parents agreed or a judge decided otherwise.";
    "family.children", "CSS L512-3, R512-2", "Enfants à charge pour les prestations familiales", "Children counted for family benefits":
        "Enfants comptés pour les prestations familiales\u{a0}: {}." / "Children counted for family benefits: {}.";
    "family.allocations_familiales.declared", "CASF R262-10, R262-11", "Allocations familiales déclarées", "Family allowances as declared":
        "Allocations familiales que vous recevez\u{a0}: {}." / "Family allowances you receive: {}.";
    "family.paje_base.declared", "CASF R262-10, R262-11", "Allocation de base de la PAJE déclarée", "Base allowance of the PAJE as declared":
        "Allocation de base de la PAJE que vous recevez\u{a0}: {}." / "Base allowance of the PAJE you receive: {}.";
    "family.complement_familial.declared", "CASF R262-10, R262-11", "Complément familial déclaré", "Family supplement as declared":
        "Complément familial que vous recevez\u{a0}: {}." / "Family supplement you receive: {}.";
    "family.allocation_soutien_familial.declared", "CASF R262-10, R262-11", "Allocation de soutien familial déclarée", "Family support allowance as declared":
        "Allocation de soutien familial que vous recevez\u{a0}: {}." / "Family support allowance you receive: {}.";
    "family.allocations_familiales", "CSS L521-1, D521-1", "Allocations familiales", "Family allowances":
        "Allocations familiales du mois\u{a0}: {}." / "Family allowances of the month: {}.";
    "family.allocations_familiales.counted", "CASF R262-10, R262-11", "Allocations familiales prises en compte", "Family allowances counted":
        "Allocations familiales comptées par le RSA\u{a0}: {}." / "Family allowances counted by the RSA: {}.";
    "family.complement_familial", "CSS L522-1, D522-1", "Complément familial", "Family supplement":
        "Complément familial du mois\u{a0}: {}." / "Family supplement of the month: {}.";
    "family.paje_base", "CSS L531-3, D531-3", "Allocation de base de la PAJE", "Base allowance of the PAJE":
        "Allocation de base de la PAJE du mois\u{a0}: {}." / "Base allowance of the PAJE of the month: {}.";
    "family.allocation_soutien_familial", "CSS L523-1, D523-1", "Allocation de soutien familial", "Family support allowance":
        "Allocation de soutien familial du mois\u{a0}: {}." / "Family support allowance of the month: {}.";
    "family.counted", "CASF R262-10-1, R262-11", "Prestations familiales prises en compte", "Family benefits counted":
        "Prestations familiales comptées par le RSA, au total\u{a0}: {}." / "Family benefits counted by the RSA, in all: {}.";
    "rsa.entitled", "CASF L262-4", "Conditions du RSA", "Conditions of the RSA":
        "Vous remplissez les conditions d'âge, de séjour et d'études du RSA.|Vous ne remplissez pas les conditions d'âge, de séjour ou d'études du RSA.|Il manque une réponse pour dire si vous remplissez les conditions d'âge, de séjour et d'études du RSA." /
        "You meet the age, residence and study conditions of the RSA.|You do not meet the age, residence or study conditions of the RSA.|An answer is missing to tell whether you meet the age, residence and study conditions of the RSA.";
    "rsa.lone_parent", "CASF L262-9", "Majoration pour isolement", "Lone-parent increase":
        "Vous avez droit au RSA majoré des parents isolés.|Vous n'êtes pas dans le cas du RSA majoré des parents isolés.|Il manque une réponse pour dire si le RSA majoré des parents isolés s'applique." /
        "You are entitled to the increased RSA of lone parents.|The increased RSA of lone parents does not apply to you.|An answer is missing to tell whether the increased RSA of lone parents applies.";
    "rsa.guaranteed", "CASF L262-2, R262-1", "Montant forfaitaire", "Guaranteed amount":
        "Montant garanti pour votre foyer\u{a0}: {} par mois." / "Amount guaranteed to your household: {} a month.";
    "rsa.resources", "CASF L262-3, R262-7", "Ressources prises en compte", "Resources counted":
        "Ressources comptées par le RSA\u{a0}: {} par mois." / "Resources counted by the RSA: {} a month.";
    "rsa.flat_housing", "CASF R262-9, R262-10", "Forfait logement", "Flat housing amount":
        "Retiré du RSA pour le logement\u{a0}: {}." / "Deducted from the RSA for housing: {}.";
    "rsa.total", "CASF L262-2, R262-39", "RSA dû", "RSA due":
        "RSA calculé\u{a0}: {} par mois." / "RSA worked out: {} a month.";
    "rsa.socle", "CASF L262-2", "Part socle", "Socle part":
        "Dont RSA socle\u{a0}: {}." / "Of which RSA socle: {}.";
    "rsa.activite", "CASF L262-2 (jusqu'au 31 décembre 2015)", "Part activité", "Activité part":
        "Dont RSA activité\u{a0}: {}." / "Of which RSA activité: {}.";
    "prime_activite.active", "CSS L842-1, L842-2", "Activité ouvrant la prime d'activité", "Work that opens the prime d'activité":
        "Quelqu'un travaille, ou le parent isolé a la majoration\u{a0}: la prime d'activité est possible.|Aucun travail compté (un étudiant ou un apprenti doit gagner assez)\u{a0}: pas de prime d'activité.|Il manque une réponse pour dire si la prime d'activité est possible." /
        "Somebody works, or the lone parent has the increase: the prime d'activité is possible.|No work counted (a student or an apprentice must earn enough): no prime d'activité.|An answer is missing to tell whether the prime d'activité is possible.";
    "prime_activite.guaranteed", "CSS L842-3, D843-1", "Montant forfaitaire de la prime d'activité", "Guaranteed amount of the prime d'activité":
        "Montant garanti par la prime d'activité pour ce mois\u{a0}: {}." / "Amount guaranteed by the prime d'activité for that month: {}.";
    "prime_activite.earnings", "CSS L842-3, R844-1", "Revenus d'activité d'un mois du trimestre", "Earnings of a month of the quarter":
        "Revenus d'activité retenus pour ce mois\u{a0}: {}." / "Earnings counted for that month: {}.";
    "prime_activite.bonus", "CSS L842-3, D843-2", "Bonification individuelle", "Individual bonus":
        "Bonification de ceux qui gagnent assez\u{a0}: {}." / "Bonus of those who earn enough: {}.";
    "prime_activite.other_income", "CSS L842-4, R844-1 et suivants", "Autres ressources", "Other resources":
        "Autres ressources de ce mois\u{a0}: {}." / "Other resources of that month: {}.";
    "prime_activite.flat_housing", "CSS R844-3", "Forfait logement de la prime d'activité", "Flat housing amount of the prime d'activité":
        "Retiré de la prime d'activité pour le logement\u{a0}: {}." / "Deducted from the prime d'activité for housing: {}.";
    "prime_activite.month", "CSS L842-3", "Prime d'un mois du trimestre", "Prime of a month of the quarter":
        "Prime d'activité pour ce mois\u{a0}: {}." / "Prime d'activité for that month: {}.";
    "prime_activite.total", "CSS R843-1, D843-1", "Prime d'activité due", "Prime d'activité due":
        "Prime d'activité calculée\u{a0}: {} par mois." / "Prime d'activité worked out: {} a month.";
    "c2s.alimony_paid", "CSS R861-9", "Pensions alimentaires versées", "Alimony paid":
        "Pension alimentaire payée, retirée des ressources pour la complémentaire santé\u{a0}: {} par an." / "Alimony paid, deducted from the resources for the health cover: {} a year.";
    "c2s.flat_housing", "CSS R861-5, R861-7", "Forfait logement de la complémentaire santé", "Flat housing amount of the health cover":
        "Ajouté aux ressources pour le logement, pour la complémentaire santé\u{a0}: {} par an." / "Added to the resources for housing, for the health cover: {} a year.";
    "c2s.resources", "CSS R861-4 et suivants", "Ressources des douze mois de référence", "Resources of the twelve months of reference":
        "Ressources des douze mois de référence comptées pour la complémentaire santé\u{a0}: {} par an." / "Resources of the twelve months of reference counted for the health cover: {} a year.";
    "c2s.ceiling", "CSS L861-1, R861-3", "Plafond de la couverture gratuite", "Ceiling of the free cover":
        "Plafond pour la complémentaire santé gratuite\u{a0}: {} par an." / "Ceiling of the free health cover: {} a year.";
    "c2s.ceiling_with_contribution", "CSS L861-1, L863-1", "Plafond de la couverture avec participation", "Ceiling of the cover with a contribution":
        "Plafond pour la complémentaire santé avec participation\u{a0}: {} par an." / "Ceiling of the health cover with a contribution: {} a year.";
    "c2s.free", "CSS L861-1, L861-2", "Complémentaire santé gratuite", "Free health cover":
        "Vous avez droit à la complémentaire santé gratuite, par vos ressources ou avec le RSA.|Vous n'avez pas droit à la complémentaire santé gratuite.|Il manque une réponse pour la complémentaire santé gratuite." /
        "You are entitled to the free health cover, by your resources or with the RSA.|You are not entitled to the free health cover.|An answer is missing about the free health cover.";
    "c2s.with_contribution", "CSS L861-1, L863-1", "Complémentaire santé avec participation", "Health cover with a contribution":
        "Vous avez droit à la complémentaire santé avec participation.|La complémentaire santé avec participation n'est pas pour vous.|Il manque une réponse pour la complémentaire santé avec participation." /
        "You are entitled to the health cover with a contribution.|The health cover with a contribution does not apply to you.|An answer is missing about the health cover with a contribution.";
    "energy_cheque.entitled", "Code de l'énergie L124-1, R124-1", "Chèque énergie", "Energy cheque":
        "Votre revenu fiscal ouvre droit au chèque énergie.|Votre revenu fiscal n'ouvre pas droit au chèque énergie.|Il manque une réponse pour le chèque énergie." /
        "Your tax income entitles you to the energy cheque.|Your tax income does not entitle you to the energy cheque.|An answer is missing about the energy cheque.";
    "energy_cheque.amount", "Code de l'énergie R124-3", "Montant du chèque énergie", "Amount of the energy cheque":
        "Montant du chèque énergie de l'année\u{a0}: {}." / "Amount of the energy cheque of the year: {}.";
}
