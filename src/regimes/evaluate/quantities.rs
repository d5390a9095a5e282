//! The amounts criteria look at, and the limits they set.

use super::super::{Counting, Limit, Parameter, Per, Quantity};
use super::Looked;
use crate::algebra::{Amount, Count, Domain};
use crate::benefits::rsa::montant_forfaitaire;
use crate::facts::Values;
use crate::law::Clock;
use crate::spending::{STANDARDS_OF_LIVING, year_for};
use crate::units::Cents;

/// Whether a source gives a limit for the month of the values.
pub fn limit_is_known(limit: &Limit, values: &Values) -> bool {
    match limit {
        Limit::Parameter(multiple) => match multiple.name {
            Parameter::PovertyLine => values.poverty_line.is_some(),
            Parameter::StandardOfLivingD3 => third_decile(values.clock).is_some(),
            Parameter::C2sPlafond | Parameter::C2sPlafondParticipation | Parameter::MontantForfaitaire => true,
        },
        Limit::Euros(_) | Limit::Scale(_) | Limit::Share(_) => true,
    }
}

impl<D: Domain> Looked<'_, D> {
    /// An amount of the household, over the period of the quantity.
    pub(in crate::regimes) fn quantity(&self, of: Quantity) -> D::Amount {
        let facts = self.facts;
        match of {
            Quantity::Resources12Months => self
                .rights
                .c2s
                .as_ref()
                .map_or(facts.resources_12_months, |cover| cover.resources),
            Quantity::RsaResources => self.rights.rsa.resources + self.rights.rsa.flat_housing,
            Quantity::Rfr => facts.rfr,
            Quantity::RfrPerPart => facts.parts.share(facts.rfr, HUNDREDTHS),
            Quantity::RfrPerEnergyUnit => facts.energy_units.share(facts.rfr, HUNDREDTHS),
            Quantity::QuotientFamilialCaf => facts.quotient_familial_caf,
            Quantity::DisposableIncome => facts.disposable_income,
            Quantity::StandardOfLiving => facts.consumption_units.share(facts.disposable_income, TENTHS),
            Quantity::MoneyLeft => facts.disposable_income - facts.pre_committed,
            Quantity::MoneyLeftPerUnit => facts
                .consumption_units
                .share(facts.disposable_income - facts.pre_committed, TENTHS),
            Quantity::FixedBill => facts.internet_price,
            Quantity::TelecomBills => facts.telecom_bills,
        }
    }

    /// A limit over a period; `None` when no source gives it for the month.
    #[cfg_attr(not(any(smaller, smallest)), inline(always))]
    pub(super) fn limit(&self, limit: &Limit, per: Per) -> Option<D::Amount> {
        let facts = self.facts;
        let (amount, own) = match limit {
            Limit::Euros(euros) => (D::Amount::from(euros.amount), euros.per),
            Limit::Scale(scale) => {
                let with = |count: i64| scale.first + scale.further.multiplied(count.max(0));
                let amount = match scale.counting {
                    Counting::FurtherPersons => facts.persons.look_up(|persons| with(persons.saturating_sub(1))),
                    Counting::PersonsWithoutIncome => facts.persons_without_income.look_up(with),
                };
                (amount, scale.per)
            }
            Limit::Parameter(multiple) => (
                self.parameter(multiple.name)?.times(multiple.times),
                multiple.name.per(),
            ),
            Limit::Share(share) => (self.quantity(share.of).times(share.rate), share.of.per()),
        };
        Some(match (own, per) {
            (Per::Month, Per::Year) => amount.ratio(12, 1),
            (Per::Year, Per::Month) => amount.ratio(1, 12),
            _ => amount,
        })
    }

    fn parameter(&self, name: Parameter) -> Option<D::Amount> {
        match name {
            Parameter::C2sPlafond => self.rights.c2s.as_ref().map(|cover| cover.ceiling),
            Parameter::C2sPlafondParticipation => {
                let cover = self.rights.c2s.as_ref();
                cover.map(|cover| cover.ceiling_with_contribution)
            }
            Parameter::MontantForfaitaire => Some(montant_forfaitaire(self.facts, self.values)),
            Parameter::PovertyLine => self.values.poverty_line.map(|line| D::Amount::from(line.cents())),
            Parameter::StandardOfLivingD3 => third_decile(self.values.clock).map(D::Amount::from),
        }
    }
}

const HUNDREDTHS: i64 = 100;
const TENTHS: i64 = 10;

/// The third decile of standard of living of the year, or of the latest year before, a month. Where the table of that
/// year does not have it (2010 to 2016), the first table that does, moved as the median moved.
fn third_decile(clock: Clock) -> Option<Cents> {
    let table = u16::try_from(clock.month.year()).ok().and_then(year_for)?;
    let yearly = match table.bound(3) {
        Some(bound) => bound.amount,
        None => {
            let complete = STANDARDS_OF_LIVING
                .iter()
                .find(|later| later.year > table.year && later.bound(3).is_some())?;
            let (third, median) = (complete.bound(3)?.amount, complete.bound(5)?.amount);
            third.ratio(table.bound(5)?.amount.count(), median.count())
        }
    };
    Some(yearly.divided(12))
}
