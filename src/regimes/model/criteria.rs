//! Who is entitled: conditions, the amounts they look at and the limits they set.

use serde::{Deserialize, Serialize};

use super::super::super::household::{Benefit, Territory};
use super::super::super::units::{Cents, Rate};
use super::{List, Words};

/// Who is entitled: a tree of conditions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A right the engine computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// RSA, whichever part (CASF L.262-2).
    Rsa,
    /// RSA with resources below the guaranteed amount, the lone-parent increase included; any RSA since 2016.
    RsaSocle,
    /// The in-work part only: RSA without socle, until 2015-12.
    RsaActivite,
    /// Prime d'activité, from 2016-01.
    PrimeActivite,
}

/// An amount against a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The side of the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Less than or equal.
    AtMost,
    /// Strictly less.
    Below,
    /// More than or equal.
    AtLeast,
    /// Strictly more.
    Above,
}

/// An amount the rules look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Resources of the last twelve months counted for C2S, in euros a year.
    #[serde(rename = "resources_12_months")]
    Resources12Months,
    /// Resources counted for RSA, the housing flat rate included, in euros a month.
    RsaResources,
    /// Reference tax income, in euros a year.
    Rfr,
    /// Reference tax income by tax part, in euros a year.
    RfrPerPart,
    /// Reference tax income by consumption unit of the energy cheque (1, 0.5, then 0.3 a head), in euros a year.
    RfrPerEnergyUnit,
    /// Family quotient of the CAF, in euros a month.
    QuotientFamilialCaf,
    /// Disposable income of the household, in euros a month.
    DisposableIncome,
    /// Disposable income by OECD consumption unit, in euros a month.
    StandardOfLiving,
    /// What is left after pre-committed spending, in euros a month.
    MoneyLeft,
    /// The same by OECD consumption unit (revenu arbitrable), in euros a month.
    MoneyLeftPerUnit,
    /// Bill for fixed internet, in euros a month, all taxes included.
    FixedBill,
    /// All telecom bills, in euros a month, all taxes included.
    TelecomBills,
}

/// What an amount is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A month.
    Month,
    /// A year.
    Year,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The persons a scale counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Everybody in the household after the first person.
    FurtherPersons,
    /// Everybody in the household without any income.
    PersonsWithoutIncome,
}

/// A multiple of an amount of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

fn once() -> Rate {
    Rate::ONE
}

/// An amount of the law that a limit may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum Parameter {
    /// Ceiling of the free C2S (of the CMU-C before) for the household, in euros a year (CSS L.861-1 1°).
    #[serde(rename = "c2s.plafond")]
    C2sPlafond,
    /// Guaranteed amount of the RSA for the household, in euros a month (CASF L.262-2).
    #[serde(rename = "rsa.montant_forfaitaire")]
    MontantForfaitaire,
    /// 60 % of the median standard of living, in euros a month by consumption unit (Insee).
    #[serde(rename = "poverty_line")]
    PovertyLine,
    /// Third decile of standard of living, in euros a month by consumption unit (Insee).
    #[serde(rename = "standard_of_living.d3")]
    StandardOfLivingD3,
}

impl Parameter {
    /// Month or year.
    #[must_use]
    pub const fn per(self) -> Per {
        match self {
            Self::C2sPlafond => Per::Year,
            Self::MontantForfaitaire | Self::PovertyLine | Self::StandardOfLivingD3 => Per::Month,
        }
    }

    /// What it is divided by.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::C2sPlafond | Self::MontantForfaitaire => Basis::Household,
            Self::PovertyLine | Self::StandardOfLivingD3 => Basis::ConsumptionUnit,
        }
    }
}

/// A share of an amount of the household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Something true or false of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The building has a collective cable service.
    CollectiveCable,
    /// A fixed telephone line is subscribed on its own.
    FixedPhoneLine,
    /// A line of the household has a social tariff already.
    SocialLine,
}
