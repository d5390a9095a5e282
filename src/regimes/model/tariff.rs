//! What an entitled household gets: a price, a rebate, a cheque.

use serde::Serialize;

use super::super::super::reading::{Read, reads, reads_one_of, word};
use super::super::super::units::{Cents, Rate};
use super::{List, Per, Quantity};

word! {
    /// Which bill a regime lowers.
    #[derive(Default)]
    Service {
        /// Internet at home, alone or in a bundle.
        #[default]
        FixedInternet = "fixed_internet",
        /// The fixed telephone line alone.
        FixedTelephone = "fixed_telephone",
        /// Internet and mobile together.
        AllTelecoms = "all_telecoms",
    }
}

/// An amount a household pays or receives, all taxes included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// In euros, all taxes included.
    pub ttc: Cents,
    /// The same before tax, when that is the published figure, in euros.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ht: Option<Cents>,
    /// A month or a year.
    pub per: Per,
}

/// The price or the support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Tariff {
    /// An offer sold at this price at most.
    PriceCap(PriceCap),
    /// An amount off the bill, never more than the bill.
    Reduction(Price),
    /// A share off the bill, or off a reference offer.
    ReductionShare(ReductionShare),
    /// What is given changes with an amount of the household.
    Bands(Bands),
    /// A yearly cheque by bands of income and consumption units of the energy cheque.
    Voucher(List<VoucherBand>),
    /// The household pays at most this share of its disposable income.
    EffortCap(EffortCap),
    /// The rule names no price.
    NotSet,
}

impl Tariff {
    /// What bands go by, and the amount from which none of them gives anything, over the period of the quantity.
    #[must_use]
    pub fn served_below(&self) -> Option<(Quantity, Cents)> {
        let (by, ends) = match self {
            Self::Bands(bands) => (bands.by, bands.bands.iter().map(|band| band.below).max()),
            Self::Voucher(bands) => (Quantity::RfrPerEnergyUnit, bands.iter().map(|band| band.below).max()),
            _ => return None,
        };
        Some((by, ends?))
    }
}

/// An offer sold at a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct PriceCap {
    /// What the household pays at most.
    pub price: Price,
    /// What the same service costs otherwise: sizes the cliff at the threshold, nothing else.
    pub ordinary: Price,
}

/// A share off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct ReductionShare {
    /// How much of it: `0.5` for half.
    pub rate: Rate,
    /// The offer it is counted on; the household still pays the rest of its own bill.
    pub reference: Price,
}

/// A support by bands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// What decides the band.
    pub by: Quantity,
    /// The bands, from the smallest amount up, each beginning where the one before ends.
    pub bands: List<Band>,
    /// The offer the shares are counted on.
    pub reference: Price,
}

/// One band: from its lower limit, included, to its upper limit, left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lower limit, included, in euros over the period of the quantity.
    pub from: Cents,
    /// Upper limit, left out, in euros over the period of the quantity.
    pub below: Cents,
    /// What is given.
    pub off: Off,
}

/// What a band gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// A share of the reference offer.
    Share(Rate),
    /// An amount a month, in euros, all taxes included.
    Euros(Cents),
}

/// One line of the table of a cheque.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct VoucherBand {
    /// Lower limit of RFR by energy unit, included, in euros a year.
    pub from: Cents,
    /// Upper limit, left out, in euros a year.
    pub below: Cents,
    /// For one unit, in euros a year.
    pub one_unit: Cents,
    /// For more than one unit and less than two, in euros a year.
    pub under_two_units: Cents,
    /// For two units or more, in euros a year.
    pub two_units_or_more: Cents,
}

/// A bill held to a share of income.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct EffortCap {
    /// The share: `0.02` for 2 %.
    pub rate: Rate,
    /// What the service costs otherwise: sizes the cliff at the threshold, nothing else.
    pub ordinary: Price,
}

reads! {
    Price { ttc, per; ht }
    PriceCap { price, ordinary; }
    ReductionShare { rate, reference; }
    Bands { by, bands, reference; }
    Band { from, below, off; }
    VoucherBand { from, below, one_unit, under_two_units, two_units_or_more; }
    EffortCap { rate, ordinary; }
}

reads_one_of! {
    Tariff = Self::NotSet; {
        PriceCap = "price_cap", Reduction = "reduction", ReductionShare = "reduction_share", Bands = "bands",
        Voucher = "voucher", EffortCap = "effort_cap"; NotSet = "not_set"
    }
    Off = Self::Euros(Read::blank()); { Share = "share", Euros = "euros"; }
}
