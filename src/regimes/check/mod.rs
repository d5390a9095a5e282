//! The static checker: what is odd in a regime, said before anybody is run through it.

use core::fmt;

use serde::Serialize;

use super::super::units::{Cents, Rate};
use super::model::{Per, Regime, Source, Words};

mod criteria;
mod tariff;

/// Something odd in a regime, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Remark {
    /// The place, as keys and positions from zero: `criteria.all.0.amount`.
    pub path: String,
    /// What is odd.
    #[serde(flatten)]
    pub oddity: Oddity,
}

/// What is odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(tag = "oddity", rename_all = "snake_case")]
pub enum Oddity {
    /// The condition can never hold.
    NeverHolds,
    /// The condition holds for everybody.
    AlwaysHolds,
    /// The limit is counted over another period than the amount.
    PeriodMismatch {
        /// Of the amount.
        quantity: Per,
        /// Of the limit.
        limit: Per,
    },
    /// The amount and the limit are not divided by the same thing: a household against a consumption unit.
    BasisMismatch,
    /// Between two bands, or after the last one, entitled households get nothing.
    BandGap {
        /// First amount without a band.
        from: Cents,
        /// First amount with a band again, or out of the criteria.
        to: Cents,
    },
    /// Two bands claim the same households.
    BandOverlap {
        /// First amount claimed twice.
        from: Cents,
        /// First amount claimed once again.
        to: Cents,
    },
    /// The band ends before it begins.
    BandEmpty,
    /// No entitled household reaches the band.
    BandNotReached,
    /// Passing the limit loses this much.
    Cliff {
        /// In euros a year.
        per_year: Cents,
        /// Whether it is the most it can be: the size depends on the household.
        up_to: bool,
    },
    /// The price is not below the ordinary price.
    NoSaving,
    /// An amount or a share is negative.
    Negative,
    /// A share is more than the whole.
    MoreThanAll,
    /// A source whose address no browser opens.
    SourceAddress,
    /// A payer stands there twice.
    PayerTwice,
    /// The shares of the payers do not sum to one.
    PayerShares {
        /// Their sum.
        sum: Rate,
    },
    /// Take-up is not low, then central, then high, between 0 and 1.
    TakeUpOrder,
    /// No source, or one without title or address.
    MissingSource,
    /// The date of a source is not a year, a month or a day.
    SourceDate,
    /// A text is missing in one language.
    MissingWords,
    /// The dates are not in order.
    DateOrder,
    /// The id is not a short name: tables and addresses are made of ids.
    BadId,
}

impl Remark {
    fn new(path: impl Into<String>, oddity: Oddity) -> Self {
        Self {
            path: path.into(),
            oddity,
        }
    }

    /// Whether it describes the regime without being a mistake: a cliff may be wanted.
    #[must_use]
    pub fn is_note(&self) -> bool {
        matches!(self.oddity, Oddity::Cliff { .. })
    }

    /// The remark in a sentence.
    #[must_use]
    pub fn words(&self) -> Words {
        let (fr, en) = self.oddity.words();
        Words {
            fr: fr.into(),
            en: en.into(),
        }
    }
}

impl Oddity {
    fn words(&self) -> (String, String) {
        let plain = |fr: &str, en: &str| (fr.to_owned(), en.to_owned());
        let fr = |number: &dyn fmt::Display| number.to_string().replace('.', ",");
        match self {
            Self::NeverHolds => plain(
                "cette condition ne peut jamais être remplie",
                "this condition can never hold",
            ),
            Self::AlwaysHolds => plain(
                "cette condition est toujours remplie : elle ne trie personne",
                "this condition always holds: it sorts nobody",
            ),
            Self::PeriodMismatch { quantity, limit } => {
                let fr = |per: &Per| if *per == Per::Month { "par mois" } else { "par an" };
                let en = |per: &Per| if *per == Per::Month { "a month" } else { "a year" };
                (
                    format!("la limite est {} alors que le montant est {}", fr(limit), fr(quantity)),
                    format!("the limit is {} while the amount is {}", en(limit), en(quantity)),
                )
            }
            Self::BasisMismatch => plain(
                "le montant et la limite ne se comparent pas : l'un est pour le ménage, l'autre par part ou par unité",
                "the amount and the limit do not compare: one is for the household, the other by part or by unit",
            ),
            Self::BandGap { from, to } => (
                format!(
                    "de {} à {} euros, aucune tranche : ces ménages n'ont rien",
                    fr(from),
                    fr(to)
                ),
                format!("from {from} to {to} euros there is no band: these households get nothing"),
            ),
            Self::BandOverlap { from, to } => (
                format!("de {} à {} euros, deux tranches se recouvrent", fr(from), fr(to)),
                format!("from {from} to {to} euros two bands overlap"),
            ),
            Self::BandEmpty => plain(
                "cette tranche finit avant de commencer",
                "this band ends before it begins",
            ),
            Self::BandNotReached => plain(
                "aucun ménage ayant droit n'arrive dans cette tranche",
                "no entitled household reaches this band",
            ),
            Self::Cliff { per_year, up_to } => {
                let most = if *up_to { ("jusqu'à ", "up to ") } else { ("", "") };
                (
                    format!("un euro de trop fait perdre {}{} euros par an", most.0, fr(per_year)),
                    format!("one euro too much loses {}{per_year} euros a year", most.1),
                )
            }
            Self::NoSaving => plain(
                "le prix n'est pas plus bas que le prix ordinaire",
                "the price is not lower than the ordinary price",
            ),
            Self::Negative => plain("un montant ou une part est négatif", "an amount or a share is negative"),
            Self::MoreThanAll => plain("une part dépasse le tout", "a share is more than the whole"),
            Self::SourceAddress => plain(
                "l'adresse d'une source commence par https:// ou http://",
                "the address of a source begins with https:// or http://",
            ),
            Self::PayerTwice => plain(
                "le même payeur est donné deux fois : additionnez ses parts",
                "the same payer is given twice: add its shares up",
            ),
            Self::PayerShares { sum } => (
                format!("les parts des payeurs font {} au lieu de 1", fr(sum)),
                format!("the shares of the payers sum to {sum} instead of 1"),
            ),
            Self::TakeUpOrder => plain(
                "les taux de recours doivent aller du plus bas au plus haut, entre 0 et 1",
                "take-up rates must go from the lowest to the highest, between 0 and 1",
            ),
            Self::MissingSource => plain(
                "il manque une source, avec son titre et son adresse",
                "a source is missing, with its title and address",
            ),
            Self::SourceDate => plain(
                "la date de la source n'est pas une année, un mois ou un jour",
                "the date of the source is not a year, a month or a day",
            ),
            Self::MissingWords => plain("un texte manque dans une langue", "a text is missing in one language"),
            Self::DateOrder => plain("les dates ne sont pas dans l'ordre", "the dates are not in order"),
            Self::BadId => plain(
                "l'identifiant a de une à quarante lettres sans accent, chiffres, points, tirets ou astérisques, une lettre d'abord",
                "an id is one to forty plain letters, digits, dots, dashes or stars, a letter first",
            ),
        }
    }
}

/// Everything odd in a regime, in the order of its fields.
#[must_use]
pub fn check(regime: &Regime) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if !is_id(&regime.id) {
        remarks.push(Remark::new("id", Oddity::BadId));
    }
    words(regime, &mut remarks);
    sources(regime, &mut remarks);
    let days = regime.in_force;
    let days: Vec<_> = [days.announced, days.from, days.until].into_iter().flatten().collect();
    if !days.is_sorted() {
        remarks.push(Remark::new("in_force", Oddity::DateOrder));
    }
    criteria::check(&regime.criteria, &mut remarks);
    tariff::check(regime, &mut remarks);
    payers(regime, &mut remarks);
    take_up(regime, &mut remarks);
    remarks
}

fn is_id(id: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b".-_*".contains(&byte);
    id.len() <= 40 && id.starts_with(|first: char| first.is_ascii_alphabetic()) && id.bytes().all(fits)
}

fn words(regime: &Regime, remarks: &mut Vec<Remark>) {
    let fixed = [
        ("name".to_owned(), &regime.name),
        ("description".to_owned(), &regime.description),
    ];
    let doubts = regime
        .doubts
        .iter()
        .enumerate()
        .map(|(index, doubt)| (format!("doubts.{index}"), doubt));
    for (path, words) in fixed.into_iter().chain(doubts) {
        if words.fr.trim().is_empty() || words.en.trim().is_empty() {
            remarks.push(Remark::new(path, Oddity::MissingWords));
        }
    }
}

fn sources(regime: &Regime, remarks: &mut Vec<Remark>) {
    if regime.sources.is_empty() {
        remarks.push(Remark::new("sources", Oddity::MissingSource));
    }
    let sources = regime
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| (format!("sources.{index}"), source));
    for (path, source) in sources.chain([("granting.source".to_owned(), &regime.granting.source)]) {
        if source.title.trim().is_empty() || source.url.trim().is_empty() {
            remarks.push(Remark::new(path.clone(), Oddity::MissingSource));
        }
        let address = source.url.trim();
        if !address.is_empty() && !["https://", "http://"].iter().any(|begins| address.starts_with(begins)) {
            remarks.push(Remark::new(format!("{path}.url"), Oddity::SourceAddress));
        }
        if !has_plain_date(source) {
            remarks.push(Remark::new(format!("{path}.date"), Oddity::SourceDate));
        }
    }
}

fn has_plain_date(source: &Source) -> bool {
    use super::super::units::{Day, Month};
    source.date.as_deref().is_none_or(|date| {
        Day::parse(date).is_ok() || Month::parse(date).is_ok() || Month::parse(&format!("{date}-01")).is_ok()
    })
}

fn payers(regime: &Regime, remarks: &mut Vec<Remark>) {
    if regime.payers.iter().any(|payer| payer.share < Rate::default()) {
        remarks.push(Remark::new("payers", Oddity::Negative));
    }
    let twice = |place: usize, payer| regime.payers.iter().take(place).any(|before| before.payer == payer);
    if regime
        .payers
        .iter()
        .enumerate()
        .any(|(place, payer)| twice(place, payer.payer))
    {
        remarks.push(Remark::new("payers", Oddity::PayerTwice));
    }
    let sum = Rate::new(regime.payers.iter().map(|payer| payer.share.millionths()).sum());
    if sum != Rate::ONE {
        remarks.push(Remark::new("payers", Oddity::PayerShares { sum }));
    }
}

fn take_up(regime: &Regime, remarks: &mut Vec<Remark>) {
    let shares = regime.granting.take_up;
    if ![Rate::default(), shares.low, shares.central, shares.high, Rate::ONE].is_sorted() {
        remarks.push(Remark::new("granting.take_up", Oddity::TakeUpOrder));
    }
}
