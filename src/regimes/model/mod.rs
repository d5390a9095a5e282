//! The shape of a regime: who is entitled, to which price, paid by whom, granted how.
//!
//! One type serves the built-in files (read when the crate is built, then constant tables), the JSON of the
//! policy lab and the shared links: borrowed when built in, owned when it comes from outside.

use std::borrow::Cow;

use serde::Serialize;

use super::super::law::Confidence;
use super::super::reading::{reads, word};
use super::super::units::{Day, Month, Rate};

mod criteria;
mod tariff;

pub use criteria::{
    Adult, Basis, Comparison, Counting, Criterion, EurosPer, Fact, Limit, Multiple, Parameter, Per, Quantity, Right,
    Scale, Share, Side,
};
pub use tariff::{Band, Bands, EffortCap, Off, Price, PriceCap, ReductionShare, Service, Tariff, VoucherBand};

/// A text, constant or owned.
#[cfg_attr(feature = "wasm", tsify::declare)]
pub type Text = Cow<'static, str>;
/// A list, constant or owned.
#[cfg_attr(feature = "wasm", tsify::declare)]
pub type List<T> = Cow<'static, [T]>;

/// The same words in the two languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In French.
    pub fr: Text,
    /// In English.
    pub en: Text,
}

/// A rule that gives some households a lower price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// `R1` to `R21` for the built-in ones, with a letter for a variant (`R3b`).
    pub id: Text,
    /// The regime this one is a variant of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant_of: Option<Text>,
    /// A short name.
    pub name: Words,
    /// What it does, in one sentence of plain words.
    pub description: Words,
    /// Whether it is law, an offer, a proposal.
    pub status: Status,
    /// When it applied, as far as known.
    #[serde(default)]
    pub in_force: InForce,
    /// Where it was read, at least one.
    pub sources: List<Source>,
    /// What is not certain, said to the citizen.
    #[serde(default)]
    pub doubts: List<Words>,
    /// Who is entitled.
    pub criteria: Criterion,
    /// Which bill it lowers.
    #[serde(default)]
    pub service: Service,
    /// The price or the support.
    pub tariff: Tariff,
    /// Who bears the saving; shares sum to one.
    pub payers: List<PayerShare>,
    /// How it is obtained, and how many of those entitled then have it.
    pub granting: Granting,
    /// Whether a home has it once only.
    #[serde(default)]
    pub one_per_household: bool,
    /// The last day somebody verified this record.
    pub checked: Day,
}

word! {
    /// The standing of a regime.
    Status {
        /// Law that gives the right today.
        InForce = "in-force",
        /// Gave the right once.
        Lapsed = "lapsed",
        /// An operator or an authority offers it and may stop.
        VoluntaryOffer = "voluntary-offer",
        /// The law names the beneficiaries; nobody is obliged to serve them yet.
        StatutoryList = "statutory-list",
        /// Nobody applies it.
        Proposal = "proposal",
        /// Law elsewhere, written with French benefits and amounts.
        Transposed = "transposed",
    }
}

/// The days between which a regime applied; unknown ends are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// Made public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<Day>,
    /// First day somebody could have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Last day on which a law obliged somebody to give it; offered freely since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obliged_until: Option<Day>,
    /// Last day on which a source shows it, when nobody found the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Day>,
}

impl Regime {
    /// What it is in a month: law as long as somebody was obliged to give it.
    #[must_use]
    pub fn status_in(&self, month: Month) -> Status {
        match self.in_force.obliged_until {
            Some(day) if month <= day.month() => Status::InForce,
            _ => self.status,
        }
    }
}

/// Where a rule was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Document and passage.
    pub title: Text,
    /// Where to read it.
    pub url: Text,
    /// Date of the document: a year, a month or a day (`2011`, `2011-09`, `2011-09-21`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Text>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A payer and its share of the saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct PayerShare {
    /// Who.
    pub payer: Payer,
    /// How much: `1` for all of it.
    pub share: Rate,
}

word! {
    /// Who bears the saving.
    Payer {
        /// The operator that sells the offer, without compensation.
        Operator = "operator",
        /// The universal-service fund, fed by all operators (CPCE L.35-3).
        UniversalServiceFund = "universal_service_fund",
        /// The budget of the State.
        State = "state",
        /// A region, a department, a municipality or a grouping of them.
        LocalAuthority = "local_authority",
        /// The solidarity fund for housing of the department (FSL).
        Fsl = "fsl",
        /// A levy on everybody's bill.
        Levy = "levy",
    }
}

/// How a regime is obtained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Granting {
    /// The way.
    pub way: Way,
    /// The share of entitled households that then have it.
    pub take_up: TakeUp,
    /// Where the shares come from.
    pub source: Source,
}

word! {
    /// The way of granting.
    Way {
        /// Asked of an operator that offers it of its own will.
        VoluntaryRequest = "voluntary_request",
        /// Asked of an operator or an authority obliged to grant it.
        Request = "request",
        /// Asked with a proof of income, as C2S is.
        IncomeProof = "income_proof",
        /// A letter to the households found in files, who then ask.
        Letter = "letter",
        /// From files, nothing to ask.
        Automatic = "automatic",
        /// Named by a social worker.
        Referral = "referral",
        /// Open to everybody: nothing to ask, nothing to prove.
        Open = "open",
    }
}

/// A share of entitled households, three times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct TakeUp {
    /// Cautious.
    pub low: Rate,
    /// In the middle.
    pub central: Rate,
    /// Favourable.
    pub high: Rate,
}

reads! {
    Words { fr, en; }
    Regime {
        id, name, description, status, sources, criteria, tariff, payers, granting, checked;
        variant_of, in_force, doubts, service, one_per_household
    }
    InForce { ; announced, from, until, obliged_until, seen }
    Source { title, url, confidence; date }
    PayerShare { payer, share; }
    Granting { way, take_up, source; }
    TakeUp { low, central, high; }
}
