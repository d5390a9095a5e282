//! Who is entitled: conditions, the amounts they look at and the limits they set.

use serde::Serialize;

use super::super::super::household::{Benefit, Territory};
use super::super::super::reading::{Read, reads, reads_one_of, word};
use super::super::super::units::{Cents, Rate};
use super::{List, Words};

/// Who is entitled: a tree of conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Criterion {
    /// Each of these holds.
    All(List<Criterion>),
    /// At least one of these holds.
    Any(List<Criterion>),
    /// None of these holds.
    Not(List<Criterion>),
    /// The right exists, whether computed from the resources or already received.
    Right(Right),
    /// At least one of these benefits is received.
    Receives(List<Benefit>),
    /// An amount stands on one side of a limit.
    Amount(Comparison),
    /// The applicant or the partner fits the whole description.
    Adult(Adult),
    /// The home is in one of these places.
    Territory(List<Territory>),
    /// Something else is true of the household.
    Fact(Fact),
    /// Everybody.
    Always,
    /// Decided by somebody, not by a rule: why no program can tell.
    NotComputable(Words),
}

impl Criterion {
    /// Why no program can tell, when somebody decides this criterion or one inside it.
    #[must_use]
    pub fn not_computable(&self) -> Option<&Words> {
        match self {
            Self::NotComputable(reason) => Some(reason),
            Self::All(list) | Self::Any(list) | Self::Not(list) => list.iter().find_map(Self::not_computable),
            _ => None,
        }
    }
}

word! {
    /// A right the engine computes.
    Right {
        /// RSA, whichever part (CASF L.262-2).
        Rsa = "rsa",
        /// RSA with resources below the guaranteed amount, the lone-parent increase included; any RSA since 2016.
        RsaSocle = "rsa_socle",
        /// The in-work part only: RSA without socle, until 2015-12, 2016-06 in Mayotte.
        RsaActivite = "rsa_activite",
        /// Prime d'activité, from 2016-01, 2016-07 in Mayotte.
        PrimeActivite = "prime_activite",
    }
}

/// An amount against a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What is looked at.
    pub of: Quantity,
    /// On which side it must stand.
    pub is: Side,
    /// Against what.
    pub limit: Limit,
}

word! {
    /// The side of the limit.
    Side {
        /// Less than or equal.
        AtMost = "at_most",
        /// Strictly less.
        Below = "below",
        /// More than or equal.
        AtLeast = "at_least",
        /// Strictly more.
        Above = "above",
    }
}

word! {
    /// An amount the rules look at.
    Quantity {
        /// Resources of the last twelve months counted for C2S, in euros a year.
        Resources12Months = "resources_12_months",
        /// Resources counted for RSA, the housing flat rate included, in euros a month.
        RsaResources = "rsa_resources",
        /// Reference tax income, in euros a year.
        Rfr = "rfr",
        /// Reference tax income by tax part, in euros a year.
        RfrPerPart = "rfr_per_part",
        /// Reference tax income by consumption unit of the energy cheque (1, 0.5, then 0.3 a head), in euros a year.
        RfrPerEnergyUnit = "rfr_per_energy_unit",
        /// Family quotient of the CAF, in euros a month.
        QuotientFamilialCaf = "quotient_familial_caf",
        /// Disposable income of the household, in euros a month.
        DisposableIncome = "disposable_income",
        /// Disposable income by OECD consumption unit, in euros a month.
        StandardOfLiving = "standard_of_living",
        /// What is left after pre-committed spending, in euros a month.
        MoneyLeft = "money_left",
        /// The same by OECD consumption unit (revenu arbitrable), in euros a month.
        MoneyLeftPerUnit = "money_left_per_unit",
        /// Bill for fixed internet, in euros a month, all taxes included.
        FixedBill = "fixed_bill",
        /// All telecom bills, in euros a month, all taxes included.
        TelecomBills = "telecom_bills",
    }
}

word! {
    /// What an amount is counted over.
    Per {
        /// A month.
        Month = "month",
        /// A year.
        Year = "year",
    }
}

/// What an amount is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Nothing: the household's own amount.
    Household,
    /// OECD consumption units.
    ConsumptionUnit,
    /// Consumption units of the energy cheque.
    EnergyUnit,
    /// Tax parts, or the parts of the family quotient.
    Part,
}

impl Quantity {
    /// Month or year.
    #[must_use]
    pub const fn per(self) -> Per {
        match self {
            Self::Resources12Months | Self::Rfr | Self::RfrPerPart | Self::RfrPerEnergyUnit => Per::Year,
            _ => Per::Month,
        }
    }

    /// What it is divided by.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::RfrPerPart | Self::QuotientFamilialCaf => Basis::Part,
            Self::RfrPerEnergyUnit => Basis::EnergyUnit,
            Self::StandardOfLiving | Self::MoneyLeftPerUnit => Basis::ConsumptionUnit,
            _ => Basis::Household,
        }
    }

    /// Whether it can be negative: only what is left after paying for something.
    #[must_use]
    pub const fn can_be_negative(self) -> bool {
        matches!(self, Self::MoneyLeft | Self::MoneyLeftPerUnit)
    }
}

/// What an amount is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Limit {
    /// An amount written in the regime.
    Euros(EurosPer),
    /// An amount written in the regime, growing with the household.
    Scale(Scale),
    /// An amount of the law at the date.
    Parameter(Multiple),
    /// A share of another amount of the household.
    Share(Share),
}

/// An amount and what it is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct EurosPer {
    /// In euros.
    pub amount: Cents,
    /// A month or a year.
    pub per: Per,
}

/// A limit that grows with the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Base amount, in euros.
    pub first: Cents,
    /// Added for each counted person, in euros.
    pub further: Cents,
    /// Which persons add.
    pub counting: Counting,
    /// A month or a year.
    pub per: Per,
}

word! {
    /// The persons a scale counts.
    Counting {
        /// Everybody in the household after the first person.
        FurtherPersons = "further_persons",
        /// Everybody in the household without any income.
        PersonsWithoutIncome = "persons_without_income",
    }
}

/// A multiple of an amount of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// Which amount.
    pub name: Parameter,
    /// Times what; once when left out.
    #[serde(default = "once", skip_serializing_if = "Rate::is_one")]
    pub times: Rate,
}

#[cfg(feature = "cli")] // what the JSON Schema says
fn once() -> Rate {
    Rate::ONE
}

word! {
    /// An amount of the law that a limit may name.
    Parameter {
        /// Ceiling of the free C2S (of the CMU-C before) for the household, in euros a year (CSS L.861-1 1°).
        C2sPlafond = "c2s.plafond",
        /// Ceiling of the C2S with a contribution (of the ACS before) for the household, in euros a year (CSS L.861-1 2°).
        C2sPlafondParticipation = "c2s.plafond_participation",
        /// Guaranteed amount of the RSA for the household, in euros a month (CASF L.262-2).
        MontantForfaitaire = "rsa.montant_forfaitaire",
        /// 60 % of the median standard of living, in euros a month by consumption unit (Insee).
        PovertyLine = "poverty_line",
        /// Third decile of standard of living, in euros a month by consumption unit (Insee).
        StandardOfLivingD3 = "standard_of_living.d3",
    }
}

impl Parameter {
    /// Month or year.
    #[must_use]
    pub const fn per(self) -> Per {
        match self {
            Self::C2sPlafond | Self::C2sPlafondParticipation => Per::Year,
            Self::MontantForfaitaire | Self::PovertyLine | Self::StandardOfLivingD3 => Per::Month,
        }
    }

    /// What it is divided by.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::C2sPlafond | Self::C2sPlafondParticipation | Self::MontantForfaitaire => Basis::Household,
            Self::PovertyLine | Self::StandardOfLivingD3 => Basis::ConsumptionUnit,
        }
    }
}

/// A share of an amount of the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Of what.
    pub of: Quantity,
    /// How much of it: `0.02` for 2 %.
    pub rate: Rate,
}

/// A description that one adult of the household must fit as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Adult {
    /// Age in whole years at least this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_at_least: Option<u8>,
    /// Age in whole years less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_below: Option<u8>,
    /// Looking for a job, or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jobseeker: Option<bool>,
}

word! {
    /// Something true or false of a household.
    Fact {
        /// The building has a collective cable service.
        CollectiveCable = "collective_cable",
        /// A fixed telephone line is subscribed on its own.
        FixedPhoneLine = "fixed_phone_line",
        /// A line of the household has a social tariff already.
        SocialLine = "social_line",
    }
}

reads! {
    Comparison { of, is, limit; }
    EurosPer { amount, per; }
    Scale { first, further, counting, per; }
    Multiple { name; times = Rate::ONE }
    Share { of, rate; }
    Adult { ; age_at_least, age_below, jobseeker }
}

reads_one_of! {
    Criterion = Self::Always; {
        All = "all", Any = "any", Not = "not", Right = "right", Receives = "receives", Amount = "amount",
        Adult = "adult", Territory = "territory", Fact = "fact", NotComputable = "not_computable"; Always = "always"
    }
    Limit = Self::Euros(Read::blank()); {
        Euros = "euros", Scale = "scale", Parameter = "parameter", Share = "share";
    }
}
