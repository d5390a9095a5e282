//! Groups of households in words.

use crate::law::Text;

/// The words for a group of [`super::GROUPINGS`], by its key.
///
/// # Example
/// ```
/// assert_eq!(tarif_social::population::group_words("lone_parent").unwrap().en, "Lone parents");
/// ```
#[must_use]
pub fn group_words(key: &str) -> Option<Text> {
    WORDS.iter().find(|(group, _)| *group == key).map(|(_, words)| *words)
}

macro_rules! words {
    ($($key:literal: $fr:literal, $en:literal;)*) => {
        const WORDS: &[(&str, Text)] = &[$(($key, Text { fr: $fr, en: $en })),*];
    };
}

words! {
    "all": "Tous les ménages", "All households";
    "D1": "1er dixième de niveau de vie", "1st tenth of standard of living";
    "D2": "2e dixième", "2nd tenth";
    "D3": "3e dixième", "3rd tenth";
    "D4": "4e dixième", "4th tenth";
    "D5": "5e dixième", "5th tenth";
    "D6": "6e dixième", "6th tenth";
    "D7": "7e dixième", "7th tenth";
    "D8": "8e dixième", "8th tenth";
    "D9": "9e dixième", "9th tenth";
    "D10": "10e dixième", "10th tenth";
    "single": "Personnes seules", "Single persons";
    "lone_parent": "Familles monoparentales", "Lone parents";
    "couple": "Couples sans enfant", "Couples without children";
    "couple_children": "Couples avec enfants", "Couples with children";
    "other": "Autres ménages", "Other households";
    "18_29": "Moins de 30 ans", "Under 30";
    "30_49": "De 30 à 49 ans", "30 to 49";
    "50_64": "De 50 à 64 ans", "50 to 64";
    "65_up": "65 ans et plus", "65 and over";
    "owner": "Propriétaires sans emprunt", "Owners without a loan";
    "owner_with_loan": "Propriétaires qui remboursent", "Owners repaying a loan";
    "social_tenant": "Locataires du parc social", "Social tenants";
    "private_tenant": "Locataires du parc privé", "Private tenants";
    "lodged_free": "Logés gratuitement", "Lodged free of charge";
    "rural": "Communes rurales", "Rural";
    "under_20k": "Villes de moins de 20 000 habitants", "Towns under 20,000";
    "under_100k": "Villes de 20 000 à 100 000 habitants", "Towns of 20,000 to 100,000";
    "over_100k": "Villes de plus de 100 000 habitants", "Towns over 100,000";
    "paris": "Agglomération de Paris", "Paris urban area";
    "worker": "En emploi", "In work";
    "unemployed": "Au chômage", "Unemployed";
    "inactive": "Inactifs", "Inactive";
    "retired": "Retraités", "Retired";
}

#[cfg(test)]
mod tests {
    use super::super::GROUPINGS;
    use super::*;

    #[test]
    fn every_group_has_words_and_every_word_a_group() {
        let groups = GROUPINGS.iter().flat_map(|(_, groups)| *groups);
        assert!(groups.clone().eq(WORDS.iter().map(|(key, _)| key)), "in the same order");
    }
}
