//! The words of what exists beside the regimes, each with its doubt and its source.

use super::answer::{PointerRecord, SourceAnswer};
use crate::explain::Language;
use crate::law::{Confidence, Text};

struct Pointer {
    id: &'static str,
    /// The regime that says the same, where there is one.
    regime: Option<&'static str>,
    title: Text,
    text: Text,
    doubt: Text,
    source: &'static str,
    url: &'static str,
    date: &'static str,
    confidence: Confidence,
}

/// Last day on which these were verified.
const CHECKED: &str = "2026-11-23";

/// What Orange sells today.
const OFFER: Pointer = Pointer {
    id: "operator_offer",
    regime: Some("R11"),
    title: Text {
        fr: "Une offre d'opérateur à prix réduit",
        en: "A reduced offer from an operator",
    },
    text: Text {
        fr: "Orange vend « Coup de pouce Internet » à 15,99 € par mois à des foyers modestes. Demandez-lui les conditions, avec votre attestation de quotient familial.",
        en: "Orange sells \"Coup de pouce Internet\" at €15.99 a month to low-income households. Ask it for the conditions, with your family quotient certificate.",
    },
    doubt: Text {
        fr: "Les conditions n'ont pas pu être vérifiées auprès de l'opérateur : le seuil de quotient familial de 700 € n'a pas de source sûre, et l'offre peut changer sans préavis.",
        en: "The conditions could not be verified with the operator: the family quotient threshold of €700 has no sure source, and the offer may change without notice.",
    },
    source: "Page de l'offre sociale d'Orange, reprise par deux simulateurs libres",
    url: "https://boutique.orange.fr/informations/offre-sociale",
    date: "2026",
    confidence: Confidence::Secondary,
};

/// The telephone reduction as long as it was law, since the RSA is socle alone.
const TELEPHONE_BY_LAW: Pointer = Pointer {
    id: "telephone_line_law",
    regime: Some("R2"),
    title: Text {
        fr: "La réduction sur la ligne téléphonique",
        en: "The reduction on the telephone line",
    },
    text: Text {
        fr: "Une ligne fixe seule, sans internet, à 6,49 € par mois pour les foyers au RSA, à l'ASS ou à l'AAH et les invalides de guerre. Elle se demande à Orange avec une attestation à renouveler chaque année.",
        en: "A fixed line alone, without internet, at €6.49 a month for households on the RSA, the ASS or the AAH and war invalids. Ask Orange, with a certificate to renew every year.",
    },
    doubt: Text {
        fr: "Le texte compare les ressources de l'année au montant forfaitaire ; nous le lisons comme le RSA socle.",
        en: "The text compares the resources of the year with the guaranteed amount; we read it as the RSA socle.",
    },
    source: "CPCE R.20-34 (2010 à 2021)",
    url: "https://www.lexbase.fr/index/source/73011139-art-r2034-code-des-postes-et-des-communications-electroniques",
    date: "2010-07-09",
    confidence: Confidence::Law,
};

const POINTERS: &[Pointer] = &[
    Pointer {
        id: "operator_offer_2019",
        regime: Some("R11b"),
        text: Text {
            fr: "Orange vend « Coup de pouce Livebox » à 19,99 € par mois à des foyers modestes. Demandez-lui les conditions, avec votre attestation de RSA ou de quotient familial.",
            en: "Orange sells \"Coup de pouce Livebox\" at €19.99 a month to low-income households. Ask it for the conditions, with your certificate of RSA or of family quotient.",
        },
        doubt: Text {
            fr: "La source dit : aux allocataires du RSA. Les conditions n'ont pas pu être vérifiées auprès de l'opérateur, ni la date à laquelle le prix est passé à 15,99 €.",
            en: "The source says: to recipients of the RSA. The conditions could not be verified with the operator, nor the day on which the price became €15.99.",
        },
        source: "Question écrite n° 22911 à l'Assemblée nationale (19,99 € en 2019)",
        url: "http://questions.assemblee-nationale.fr/q15/15-22911QE.htm",
        date: "2019-09-17",
        ..OFFER
    },
    OFFER,
    Pointer {
        id: "telephone_line_socle",
        text: Text {
            fr: "Une ligne fixe seule, sans internet, à 6,49 € par mois pour les foyers au RSA socle, à l'ASS ou à l'AAH et les invalides de guerre. Elle se demande à Orange avec une attestation à renouveler chaque année.",
            en: "A fixed line alone, without internet, at €6.49 a month for households on the RSA socle, the ASS or the AAH and war invalids. Ask Orange, with a certificate to renew every year.",
        },
        ..TELEPHONE_BY_LAW
    },
    TELEPHONE_BY_LAW,
    Pointer {
        id: "telephone_line",
        doubt: Text {
            fr: "Depuis le 3 décembre 2020 aucun opérateur n'y est obligé ; l'engagement d'Orange allait jusqu'en 2023. Sa vente à de nouveaux clients après cette date est probable, pas prouvée.",
            en: "Since 3 December 2020 no operator is obliged to offer it; Orange's commitment ran until 2023. That it is still sold to new customers is probable, not proven.",
        },
        source: "CPCE R.20-34 (2010 à 2021) ; Arcep, engagements d'Orange sur l'abonnement principal",
        url: "https://arcep.fr/mes-demarches-et-services/consommateurs/fiches-pratiques/raccordement-au-reseau-fixe-des-telecoms-et-abonnement-au-service-telephonique-les-engagements-dorange.html",
        date: "2020-12-03",
        confidence: Confidence::Official,
        ..TELEPHONE_BY_LAW
    },
    Pointer {
        id: "statutory_list",
        regime: Some("R5"),
        title: Text {
            fr: "Un droit écrit, sans guichet trouvé",
            en: "A right on paper, without a counter found",
        },
        text: Text {
            fr: "Depuis septembre 2021 le code des postes dresse une large liste de personnes à qui un tarif abordable peut être réservé : C2S ou ressources sous son plafond, minima sociaux, invalides de guerre.",
            en: "Since September 2021 the postal code lists widely those for whom an affordable tariff may be reserved: C2S or resources under its ceiling, minimum incomes, war invalids.",
        },
        doubt: Text {
            fr: "Nous n'avons trouvé aucun arrêté ni aucune décision qui oblige un opérateur à servir cette liste. L'absence de preuve n'est pas une preuve : demandez à l'Arcep.",
            en: "We found no order and no decision that obliges an operator to serve this list. Absence of evidence is no evidence: ask Arcep.",
        },
        source: "CPCE L.35-2 et R.20-31 (décret 2021-1136 du 31 août 2021)",
        url: "https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070987/articles/LEGIARTI000006465807?version=LEGIARTI000042624286",
        date: "2021-08-31",
        confidence: Confidence::Law,
    },
    Pointer {
        id: "housing_fund",
        regime: None,
        title: Text {
            fr: "En cas d'impayé : le fonds de solidarité logement",
            en: "Unpaid bills: the housing solidarity fund",
        },
        text: Text {
            fr: "Si vous ne pouvez plus payer, demandez l'aide du FSL de votre département, par un travailleur social. L'accès à internet est maintenu jusqu'à sa décision ; l'opérateur peut réduire le débit, pas couper le web et le courriel.",
            en: "If you can no longer pay, ask the FSL of your department for help, through a social worker. Internet access is kept until its decision; the operator may slow it down, not cut the web and e-mail.",
        },
        doubt: Text {
            fr: "L'aide et son montant dépendent de chaque département ; la mise en place nationale n'a pas été vérifiée.",
            en: "The help and its amount depend on each department; the national roll-out was not verified.",
        },
        source: "CASF L.115-3 (loi 2016-1321 du 7 octobre 2016, art. 108)",
        url: "https://consultation.avocat.fr/blog/thierry-vallat/article-13443-le-droit-au-maintien-de-la-connexion-a-internet-l-article-108-de-la-loi-numerique-du-7-octobre-2016.html",
        date: "2016-10-07",
        confidence: Confidence::Secondary,
    },
    Pointer {
        id: "housing_fund_telephone",
        regime: None,
        title: Text {
            fr: "En cas d'impayé : le fonds de solidarité logement",
            en: "Unpaid bills: the housing solidarity fund",
        },
        text: Text {
            fr: "Le FSL du département aidait pour le téléphone : un service restreint était maintenu jusqu'à sa décision. Internet n'y était pas encore.",
            en: "The FSL of the department helped with the telephone: a restricted service was kept until its decision. Internet was not in it yet.",
        },
        doubt: Text {
            fr: "L'aide dépendait de chaque département.",
            en: "The help depended on each department.",
        },
        source: "CASF L.115-3, rédaction de 2014",
        url: "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006074069/",
        date: "2014",
        confidence: Confidence::Law,
    },
];

/// All of them, in words.
pub(super) fn records(language: Language) -> Vec<PointerRecord> {
    POINTERS
        .iter()
        .map(|pointer| PointerRecord {
            id: pointer.id.into(),
            regime: pointer.regime.map(Into::into),
            title: language.of(pointer.title).into(),
            text: language.of(pointer.text).into(),
            doubt: language.of(pointer.doubt).into(),
            source: SourceAnswer {
                title: pointer.source.into(),
                url: pointer.url.into(),
                date: pointer.date.into(),
                confidence: pointer.confidence.name().into(),
            },
            checked: CHECKED.into(),
        })
        .collect()
}
