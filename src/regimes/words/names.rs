//! Names of what a regime is made of.

use super::super::{
    Adult, Counting, Criterion, Fact, Limit, Multiple, Parameter, Payer, Per, Quantity, Right, Way, Words,
};
use crate::explain::{Language, Named, money, names, percent, say};
use crate::household::{Benefit, Territory};
use crate::law::Text;
use crate::units::Rate;

names!(Quantity {
    Resources12Months: "vos ressources des douze derniers mois", "your resources of the last twelve months";
    RsaResources: "vos ressources comptées pour le RSA, forfait logement compris", "your resources counted for the RSA, the housing lump sum included";
    Rfr: "votre revenu fiscal de référence", "your reference tax income";
    RfrPerPart: "votre revenu fiscal de référence par part", "your reference tax income per part";
    RfrPerEnergyUnit: "votre revenu fiscal de référence par unité de consommation", "your reference tax income per consumption unit";
    QuotientFamilialCaf: "votre quotient familial de la CAF", "your family quotient of the CAF";
    DisposableIncome: "votre revenu disponible", "your disposable income";
    StandardOfLiving: "votre niveau de vie", "your standard of living";
    MoneyLeft: "ce qui vous reste après les dépenses pré-engagées", "what you have left after pre-committed spending";
    MoneyLeftPerUnit: "ce qui vous reste par unité de consommation après les dépenses pré-engagées",
        "what you have left per consumption unit after pre-committed spending";
    FixedBill: "votre facture d'internet", "your internet bill";
    TelecomBills: "l'ensemble de vos factures de télécoms", "your telecom bills as a whole";
});

names!(Parameter {
    C2sPlafond: "le plafond de la complémentaire santé gratuite (CMU-C, puis C2S)",
        "the ceiling of the free complementary health cover (CMU-C, then C2S)";
    C2sPlafondParticipation: "le plafond de la complémentaire santé avec participation (ACS, puis C2S)",
        "the ceiling of the complementary health cover with a contribution (ACS, then C2S)";
    MontantForfaitaire: "le montant forfaitaire du RSA", "the guaranteed amount of the RSA";
    PovertyLine: "le seuil de pauvreté", "the poverty line";
    StandardOfLivingD3: "le niveau de vie sous lequel vivent trois personnes sur dix",
        "the standard of living below which three people in ten live";
});

names!(Right {
    Rsa: "au RSA", "to the RSA";
    RsaSocle: "au RSA socle", "to the RSA socle";
    RsaActivite: "au RSA activité seul", "to the RSA activité alone";
    PrimeActivite: "à la prime d'activité", "to the prime d'activité";
});

names!(Fact {
    CollectiveCable: "votre immeuble est câblé par un service collectif", "your building has a collective cable service";
    FixedPhoneLine: "vous avez une ligne de téléphone fixe seule", "you have a fixed telephone line on its own";
    SocialLine: "une ligne du foyer a déjà un tarif social", "a line of the household already has a social tariff";
});

names!(Payer {
    Operator: "l'opérateur", "the operator";
    UniversalServiceFund: "le fonds de service universel", "the universal-service fund";
    State: "l'État", "the State";
    LocalAuthority: "la collectivité locale", "the local authority";
    Fsl: "le fonds de solidarité pour le logement", "the solidarity fund for housing";
    Levy: "une contribution sur toutes les factures", "a levy on every bill";
});

names!(Way {
    VoluntaryRequest: "à demander à un opérateur qui n'y est pas obligé", "asked of an operator that is not obliged";
    Request: "à demander, et dû à qui remplit les conditions", "asked for, and due to whoever meets the conditions";
    IncomeProof: "à demander avec un justificatif de revenu", "asked for with a proof of income";
    Letter: "par un courrier envoyé aux ménages concernés, puis sur demande", "by a letter to the households concerned, then on request";
    Automatic: "automatique, sans démarche", "automatic, nothing to ask";
    Referral: "sur orientation d'un travailleur social", "on referral by a social worker";
    Open: "ouvert à tous, sans justificatif", "open to all, nothing to prove";
});

names!(Counting {
    FurtherPersons: "par personne en plus", "for each further person";
    PersonsWithoutIncome: "par personne sans revenu", "for each person without income";
});

/// The words in a language.
#[must_use]
pub fn pick(words: &Words, language: Language) -> super::super::Text {
    language.pick(&words.fr, &words.en).clone()
}

/// How a regime is obtained.
#[must_use]
pub fn way(way: Way, language: Language) -> &'static str {
    language.of(way.name_text())
}

/// Who pays.
#[must_use]
pub fn payer(payer: Payer, language: Language) -> &'static str {
    language.of(payer.name_text())
}

/// What a criterion is, in a word for programs.
#[must_use]
pub const fn kind(criterion: &Criterion) -> &'static str {
    match criterion {
        Criterion::All(_) => "all",
        Criterion::Any(_) => "any",
        Criterion::Not(_) => "not",
        Criterion::Right(_) => "right",
        Criterion::Receives(_) => "receives",
        Criterion::Amount(_) => "amount",
        Criterion::Adult(_) => "adult",
        Criterion::Territory(_) => "territory",
        Criterion::Fact(_) => "fact",
        Criterion::Always => "always",
        Criterion::NotComputable(_) => "not_computable",
    }
}

/// What a criterion looks at, as the head of a list names it.
#[must_use]
pub fn criterion(criterion: &Criterion, language: Language) -> String {
    match criterion {
        Criterion::Right(right) => {
            let right = language.of(right.name_text());
            say!(language, "droit {right}", "right {right}")
        }
        Criterion::Amount(comparison) => limit(&comparison.limit, language),
        Criterion::Receives(list) => one_of(list, language),
        Criterion::Adult(wanted) => adult(*wanted, language),
        Criterion::Territory(_) => language.pick("lieu du logement", "place of the home").to_owned(),
        Criterion::Fact(Fact::CollectiveCable) => language.pick("câble collectif", "collective cable").to_owned(),
        Criterion::Fact(Fact::FixedPhoneLine) => {
            let words = language.pick("ligne de téléphone fixe seule", "fixed telephone line on its own");
            words.to_owned()
        }
        Criterion::Fact(Fact::SocialLine) => {
            let words = language.pick(
                "tarif social déjà dans le foyer",
                "social tariff already in the household",
            );
            words.to_owned()
        }
        Criterion::Always => language.pick("aucune condition", "no condition").to_owned(),
        Criterion::NotComputable(_) => language
            .pick("décision d'une personne", "somebody's decision")
            .to_owned(),
        Criterion::All(_) | Criterion::Any(_) | Criterion::Not(_) => kind(criterion).to_owned(),
    }
}

/// A limit, ready to stand after "above": its name, and its amount when it is written in the regime.
#[must_use]
pub fn limit(limit: &Limit, language: Language) -> String {
    match limit {
        Limit::Euros(euros) => {
            let (amount, per) = (money(euros.amount, language), per(euros.per, language));
            say!(language, "la limite de {amount} {per}", "the limit of {amount} {per}")
        }
        Limit::Scale(scale) => {
            let (first, further) = (money(scale.first, language), money(scale.further, language));
            let counting = language.of(scale.counting.name_text());
            let per = per(scale.per, language);
            say!(
                language,
                "la limite de {first} plus {further} {counting}, {per}",
                "the limit of {first} plus {further} {counting}, {per}"
            )
        }
        Limit::Parameter(multiple) => parameter(*multiple, language),
        Limit::Share(share) => {
            let (rate, of) = (percent(share.rate, language), language.of(share.of.name_text()));
            say!(language, "{rate} de {of}", "{rate} of {of}")
        }
    }
}

fn parameter(multiple: Multiple, language: Language) -> String {
    let name = language.of(multiple.name.name_text());
    if multiple.times == Rate::ONE {
        return name.to_owned();
    }
    let times = multiple.times.to_string().replace('.', language.pick(",", "."));
    say!(
        language,
        "la limite de {times} fois {name}",
        "the limit of {times} times {name}"
    )
}

pub(super) const fn per(per: Per, language: Language) -> &'static str {
    match (per, language) {
        (Per::Month, Language::French) => "par mois",
        (Per::Year, Language::French) => "par an",
        (Per::Month, Language::English) => "a month",
        (Per::Year, Language::English) => "a year",
    }
}

/// Verbs agree with this quantity in the plural.
pub(super) const fn is_plural(quantity: Quantity, language: Language) -> bool {
    match language {
        Language::French => matches!(quantity, Quantity::Resources12Months | Quantity::RsaResources),
        Language::English => {
            matches!(
                quantity,
                Quantity::Resources12Months | Quantity::RsaResources | Quantity::TelecomBills
            )
        }
    }
}

pub(super) fn benefits(list: &[Benefit], language: Language) -> String {
    let names: Vec<&str> = list.iter().map(|benefit| language.of(benefit.name_text())).collect();
    either(&names, language)
}

/// The benefits of a list one of which is enough: by name while they are few, otherwise how many they are.
pub(super) fn one_of(list: &[Benefit], language: Language) -> String {
    if !is_long(list) {
        return benefits(list, language);
    }
    let count = list.len();
    say!(
        language,
        "l'une des {count} aides de la liste",
        "one of the {count} benefits on the list"
    )
}

/// More benefits than a sentence bears.
pub(super) const fn is_long(list: &[Benefit]) -> bool {
    const FEW: usize = 3;
    list.len() > FEW
}

/// None of the benefits of a list is received.
pub(super) fn none_received(list: &[Benefit], language: Language) -> String {
    let names: Vec<&str> = list.iter().map(|benefit| language.of(benefit.name_text())).collect();
    match (names.as_slice(), language) {
        (_, Language::French) if is_long(list) => {
            format!("vous ne recevez aucune des {} aides de la liste", list.len())
        }
        (_, Language::English) if is_long(list) => {
            format!("you receive none of the {} benefits on the list", list.len())
        }
        ([one], Language::French) => format!("vous ne recevez pas {one}"),
        (_, Language::French) => format!("vous ne recevez ni {}", names.join(" ni ")),
        (_, Language::English) => format!("you do not receive {}", either(&names, language)),
    }
}

/// What stands against the guaranteed amount.
pub(super) fn deducted(right: Right, language: Language) -> &'static str {
    match right {
        Right::RsaSocle => language.pick(
            "vos ressources et le forfait logement",
            "your resources and the housing lump sum",
        ),
        _ => language.pick(
            "les ressources que le RSA déduit du montant forfaitaire",
            "the resources that the RSA deducts from the guaranteed amount",
        ),
    }
}

/// The guaranteed amount, after [`deducted`].
pub(super) fn guaranteed(right: Right, language: Language) -> &'static str {
    match right {
        Right::RsaSocle => language.pick("le montant forfaitaire du RSA", "the guaranteed amount of the RSA"),
        _ => language.pick("ce montant", "this amount"),
    }
}

pub(super) fn territories(list: &[Territory], language: Language) -> String {
    let names: Vec<&str> = list
        .iter()
        .map(|territory| language.of(territory.name_text()))
        .collect();
    either(&names, language)
}

/// `a, b ou c`.
fn either(names: &[&str], language: Language) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} {} {last}", first.join(", "), language.pick("ou", "or")),
        None => String::new(),
    }
}

/// The description an adult must fit.
pub(super) fn adult(adult: Adult, language: Language) -> String {
    let mut parts = Vec::new();
    if let Some(age) = adult.age_at_least {
        parts.push(say!(language, "{age} ans ou plus", "{age} or older"));
    }
    if let Some(age) = adult.age_below {
        parts.push(say!(language, "moins de {age} ans", "under {age}"));
    }
    if let Some(jobseeker) = adult.jobseeker {
        let (yes, no) = language.pick(
            ("en recherche d'emploi", "pas en recherche d'emploi"),
            ("looking for work", "not looking for work"),
        );
        parts.push(if jobseeker { yes } else { no }.to_owned());
    }
    parts.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
