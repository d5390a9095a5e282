//! What a regime does to the bill of an entitled household.

use super::evaluate::{Looked, entitled};
use super::{Off, Per, Price, Regime, Service, Tariff, VoucherBand};
use crate::algebra::{Amount, Domain, Ranges, Truth, Unknowns};
use crate::benefits::Rights;
use crate::benefits::energy_cheque::by_units;
use crate::facts::{Facts, Values};
use crate::units::Cents;

/// A regime on the household's own bill, in euros a month, all taxes included.
#[derive(Clone, Copy, Debug)]
pub struct Bill<D: Domain> {
    /// The bill before.
    pub before: D::Amount,
    /// The bill after.
    pub after: D::Amount,
    /// Saved a month.
    pub saving: D::Amount,
    /// Saved a year: a yearly aid is not rounded by the month.
    pub saving_year: D::Amount,
    /// The household pays something, and no more than the regime's price already.
    pub cheaper_already: D::Truth,
}

impl Bill<Ranges> {
    /// Allows for another bill too, told apart by the questions in `open`.
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        self.before.allow_for(&other.before, open);
        self.after.allow_for(&other.after, open);
        self.saving.allow_for(&other.saving, open);
        self.saving_year.allow_for(&other.saving_year, open);
        self.cheaper_already.allow_for(&other.cheaper_already, open);
    }
}

/// Several regimes on one bill, in euros a month: each takes off what the ones before it left.
#[derive(Clone, Debug)]
pub struct Together<D: Domain> {
    /// The bill before.
    pub before: D::Amount,
    /// What each takes off, in the order given; nothing for one the household is not entitled to.
    pub savings: Vec<D::Amount>,
    /// The bill after all of them.
    pub after: D::Amount,
}

impl Together<Ranges> {
    /// Allows for the bill of another territory too: see [`Bill::allow_for`].
    pub fn allow_for(&mut self, other: &Self, open: Unknowns) {
        self.before.allow_for(&other.before, open);
        for (here, there) in self.savings.iter_mut().zip(&other.savings) {
            here.allow_for(there, open);
        }
        self.after.allow_for(&other.after, open);
    }
}

/// What a regime would do to the bill, whoever is entitled. `None` when it names no price.
pub fn bill<D: Domain>(regime: &Regime, facts: &Facts<D>, rights: &Rights<D>, values: &Values) -> Option<Bill<D>> {
    on(
        &regime.tariff,
        own(regime.service, facts),
        &Looked { facts, rights, values },
    )
}

/// The regimes a household is entitled to, put on its bill in the order given.
pub fn together<D: Domain>(regimes: &[&Regime], facts: &Facts<D>, rights: &Rights<D>, values: &Values) -> Together<D> {
    let none = D::Amount::from(Cents::ZERO);
    let internet_only = regimes.iter().all(|regime| regime.service == Service::FixedInternet);
    let before = own(
        if internet_only {
            Service::FixedInternet
        } else {
            Service::AllTelecoms
        },
        facts,
    );
    let mut left = before;
    // What is left of the bills of one service, beside what is left of the whole.
    let mut of_service =
        [Service::FixedInternet, Service::FixedTelephone].map(|service| (service, own(service, facts)));
    let savings = regimes
        .iter()
        .map(|regime| {
            let part = of_service.iter_mut().find(|(service, _)| *service == regime.service);
            let bill = part.as_ref().map_or(left, |(_, part)| part.lesser(left));
            let saving = on(&regime.tariff, bill, &Looked { facts, rights, values }).map_or(none, |bill| bill.saving);
            let saving = D::select(entitled(regime, facts, rights, values), saving, none);
            left = (left - saving).positive();
            if let Some((_, part)) = part {
                *part = (*part - saving).positive();
            }
            saving
        })
        .collect();
    Together {
        before,
        savings,
        after: left,
    }
}

/// The bill a service is paid with.
fn own<D: Domain>(service: Service, facts: &Facts<D>) -> D::Amount {
    match service {
        Service::FixedInternet => facts.internet_price,
        Service::FixedTelephone => facts.landline_price,
        Service::AllTelecoms => facts.telecom_bills,
    }
}

fn on<D: Domain>(tariff: &Tariff, before: D::Amount, looked: &Looked<'_, D>) -> Option<Bill<D>> {
    let cap = |price: D::Amount| capped(before, price);
    match tariff {
        Tariff::PriceCap(offer) => Some(cap(D::Amount::from(monthly(offer.price)))),
        Tariff::EffortCap(effort) => Some(cap(looked.facts.disposable_income.times(effort.rate).positive())),
        Tariff::Reduction(price) => Some(match price.per {
            Per::Month => less(before, D::Amount::from(price.ttc)),
            Per::Year => less_a_year(before, D::Amount::from(price.ttc)),
        }),
        Tariff::ReductionShare(share) => Some(less(
            before,
            D::Amount::from(monthly(share.reference).times(share.rate)),
        )),
        Tariff::Bands(bands) => {
            let value = looked.quantity(bands.by);
            let off = bands.bands.iter().fold(D::Amount::from(Cents::ZERO), |rest, band| {
                let given = match band.off {
                    Off::Share(rate) => monthly(bands.reference).times(rate),
                    Off::Euros(amount) => amount,
                };
                D::select(within::<D>(value, band.from, band.below), D::Amount::from(given), rest)
            });
            Some(less(before, off))
        }
        Tariff::Voucher(bands) => Some(less_a_year(before, voucher(bands, looked))),
        Tariff::NotSet => None,
    }
}

/// The cheque, in euros a year: by RFR and by consumption units of the energy cheque.
fn voucher<D: Domain>(bands: &[VoucherBand], looked: &Looked<'_, D>) -> D::Amount {
    let value = looked.quantity(super::Quantity::RfrPerEnergyUnit);
    bands.iter().fold(D::Amount::from(Cents::ZERO), |rest, band| {
        let amounts = [band.one_unit, band.under_two_units, band.two_units_or_more];
        let given = by_units::<D>(looked.facts.energy_units, amounts);
        D::select(within::<D>(value, band.from, band.below), given, rest)
    })
}

fn within<D: Domain>(value: D::Amount, from: Cents, below: Cents) -> D::Truth {
    D::Amount::from(from)
        .at_most(value)
        .and(value.below(D::Amount::from(below)))
}

/// At most `price`, which whoever pays nothing yet would pay.
fn capped<D: Domain>(before: D::Amount, price: D::Amount) -> Bill<D> {
    let saving = (before - price).positive();
    let pays = D::Amount::from(Cents::ZERO).below(before);
    Bill {
        before,
        after: D::select(pays, before.lesser(price), price),
        saving,
        saving_year: saving.ratio(12, 1),
        cheaper_already: pays.and(before.at_most(price)),
    }
}

/// `off` less a month, down to nothing.
fn less<D: Domain>(before: D::Amount, off: D::Amount) -> Bill<D> {
    let saving = before.lesser(off);
    Bill {
        before,
        after: (before - off).positive(),
        saving,
        saving_year: saving.ratio(12, 1),
        cheaper_already: D::Truth::from(false),
    }
}

/// `off` less a year, down to nothing.
fn less_a_year<D: Domain>(before: D::Amount, off: D::Amount) -> Bill<D> {
    Bill {
        saving_year: before.ratio(12, 1).lesser(off),
        ..less(before, off.ratio(1, 12))
    }
}

fn monthly(price: Price) -> Cents {
    match price.per {
        Per::Month => price.ttc,
        Per::Year => price.ttc.divided(12),
    }
}
