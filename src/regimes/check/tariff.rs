//! Bands that leave a hole or meet twice, prices that save nothing, and the cliff at each threshold.

use super::super::super::units::{Cents, Rate};
use super::super::model::{Comparison, Criterion, Limit, Off, Per, Price, Quantity, Regime, Side, Tariff, VoucherBand};
use super::{Oddity, Remark};

pub(super) fn check(regime: &Regime, remarks: &mut Vec<Remark>) {
    amounts(&regime.tariff, remarks);
    let steps = steps(&regime.tariff);
    if let Some((by, path)) = banded(&regime.tariff) {
        bands(&steps, path, bound(&regime.criteria, by), remarks);
        for (index, pair) in steps.windows(2).enumerate() {
            if let [this, next] = pair {
                cliff(
                    this.per_year - next.per_year,
                    false,
                    &format!("{path}.{index}"),
                    remarks,
                );
            }
        }
    }
    thresholds(&regime.criteria, "criteria", regime, &steps, remarks);
}

/// A band of either kind: its limits and what it gives in euros a year, at most.
struct Step {
    from: Cents,
    below: Cents,
    per_year: Cents,
}

fn steps(tariff: &Tariff) -> Vec<Step> {
    match tariff {
        Tariff::Bands(bands) => bands
            .bands
            .iter()
            .map(|band| {
                let per_year = match band.off {
                    Off::Share(rate) => yearly(bands.reference).times(rate),
                    Off::Euros(amount) => amount.multiplied(12),
                };
                Step {
                    from: band.from,
                    below: band.below,
                    per_year,
                }
            })
            .collect(),
        Tariff::Voucher(bands) => bands
            .iter()
            .map(|band| Step {
                from: band.from,
                below: band.below,
                per_year: largest(band),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn largest(band: &VoucherBand) -> Cents {
    band.one_unit.max(band.under_two_units).max(band.two_units_or_more)
}

/// What the bands go by, and where they stand.
fn banded(tariff: &Tariff) -> Option<(Quantity, &'static str)> {
    match tariff {
        Tariff::Bands(bands) => Some((bands.by, "tariff.bands.bands")),
        Tariff::Voucher(_) => Some((Quantity::RfrPerEnergyUnit, "tariff.voucher")),
        _ => None,
    }
}

fn yearly(price: Price) -> Cents {
    match price.per {
        Per::Month => price.ttc.multiplied(12),
        Per::Year => price.ttc,
    }
}

fn share(rate: Rate, path: &str, remarks: &mut Vec<Remark>) {
    if rate < Rate::default() {
        remarks.push(Remark::new(path, Oddity::Negative));
    } else if rate > Rate::ONE {
        remarks.push(Remark::new(path, Oddity::MoreThanAll));
    }
}

fn amounts(tariff: &Tariff, remarks: &mut Vec<Remark>) {
    match tariff {
        Tariff::PriceCap(cap) => {
            if cap.price.ttc < Cents::ZERO {
                remarks.push(Remark::new("tariff.price_cap.price", Oddity::Negative));
            } else if yearly(cap.price) >= yearly(cap.ordinary) {
                remarks.push(Remark::new("tariff.price_cap.price", Oddity::NoSaving));
            }
        }
        Tariff::Reduction(price) if price.ttc <= Cents::ZERO => {
            let oddity = if price.ttc == Cents::ZERO {
                Oddity::NoSaving
            } else {
                Oddity::Negative
            };
            remarks.push(Remark::new("tariff.reduction", oddity));
        }
        Tariff::ReductionShare(reduction) => share(reduction.rate, "tariff.reduction_share.rate", remarks),
        Tariff::Bands(bands) => {
            for (index, band) in bands.bands.iter().enumerate() {
                let path = format!("tariff.bands.bands.{index}.off");
                match band.off {
                    Off::Share(rate) => share(rate, &path, remarks),
                    Off::Euros(amount) if amount < Cents::ZERO => remarks.push(Remark::new(path, Oddity::Negative)),
                    Off::Euros(_) => {}
                }
            }
        }
        Tariff::Voucher(bands) => {
            for (index, band) in bands.iter().enumerate() {
                if [band.one_unit, band.under_two_units, band.two_units_or_more]
                    .iter()
                    .any(|amount| *amount < Cents::ZERO)
                {
                    remarks.push(Remark::new(format!("tariff.voucher.{index}"), Oddity::Negative));
                }
            }
        }
        Tariff::EffortCap(cap) => share(cap.rate, "tariff.effort_cap.rate", remarks),
        Tariff::Reduction(_) | Tariff::NotSet => {}
    }
}

fn bands(steps: &[Step], path: &str, bound: Option<Cents>, remarks: &mut Vec<Remark>) {
    let Some(last) = steps.last() else {
        return remarks.push(Remark::new(path, Oddity::NeverHolds));
    };
    let mut end: Option<Cents> = None;
    for (index, step) in steps.iter().enumerate() {
        let place = format!("{path}.{index}");
        if step.below <= step.from {
            remarks.push(Remark::new(place.clone(), Oddity::BandEmpty));
        }
        match end {
            Some(end) if step.from > end => {
                remarks.push(Remark::new(
                    place.clone(),
                    Oddity::BandGap {
                        from: end,
                        to: step.from,
                    },
                ));
            }
            Some(end) if step.from < end => {
                remarks.push(Remark::new(
                    place.clone(),
                    Oddity::BandOverlap {
                        from: step.from,
                        to: end.min(step.below),
                    },
                ));
            }
            _ => {}
        }
        if bound.is_some_and(|bound| step.from >= bound) {
            remarks.push(Remark::new(place, Oddity::BandNotReached));
        }
        end = Some(step.below.max(end.unwrap_or(step.below)));
    }
    if let Some(bound) = bound.filter(|bound| last.below < *bound) {
        remarks.push(Remark::new(
            path,
            Oddity::BandGap {
                from: last.below,
                to: bound,
            },
        ));
    }
}

/// The first amount of `by` beyond which nobody is entitled, when the criteria say so in euros.
fn bound(criteria: &Criterion, by: Quantity) -> Option<Cents> {
    match criteria {
        Criterion::Amount(Comparison {
            of,
            is,
            limit: Limit::Euros(euros),
        }) if *of == by => match is {
            Side::AtMost => Some(euros.amount + Cents::new(1)),
            Side::Below => Some(euros.amount),
            Side::AtLeast | Side::Above => None,
        },
        Criterion::All(list) => list.iter().filter_map(|criterion| bound(criterion, by)).min(),
        _ => None,
    }
}

fn cliff(per_year: Cents, up_to: bool, path: &str, remarks: &mut Vec<Remark>) {
    if per_year > Cents::ZERO {
        remarks.push(Remark::new(path, Oddity::Cliff { per_year, up_to }));
    }
}

/// Each limit on an amount or on a computed right is a place where one euro too much loses the saving.
fn thresholds(criterion: &Criterion, path: &str, regime: &Regime, steps: &[Step], remarks: &mut Vec<Remark>) {
    let (key, list) = match criterion {
        Criterion::All(list) => ("all", list),
        Criterion::Any(list) => ("any", list),
        Criterion::Not(list) => ("not", list),
        Criterion::Amount(comparison) => {
            if let Some((per_year, up_to)) = lost(&regime.tariff, Some(comparison), steps) {
                cliff(per_year, up_to, &format!("{path}.amount"), remarks);
            }
            return;
        }
        Criterion::Right(_) => {
            if let Some((per_year, up_to)) = lost(&regime.tariff, None, steps) {
                cliff(per_year, up_to, &format!("{path}.right"), remarks);
            }
            return;
        }
        _ => return,
    };
    for (index, child) in list.iter().enumerate() {
        thresholds(child, &format!("{path}.{key}.{index}"), regime, steps, remarks);
    }
}

/// What stands to be lost at a limit in euros a year, and whether that is only the most it can be.
fn lost(tariff: &Tariff, comparison: Option<&Comparison>, steps: &[Step]) -> Option<(Cents, bool)> {
    match tariff {
        Tariff::PriceCap(cap) => Some((yearly(cap.ordinary) - yearly(cap.price), false)),
        Tariff::Reduction(price) => Some((yearly(*price), false)),
        Tariff::ReductionShare(reduction) => Some((yearly(reduction.reference).times(reduction.rate), false)),
        Tariff::Bands(_) | Tariff::Voucher(_) => {
            let by = banded(tariff).map(|(by, _)| by);
            if comparison.map(|comparison| comparison.of) == by {
                steps
                    .last()
                    .map(|step| (step.per_year, matches!(tariff, Tariff::Voucher(_))))
            } else {
                steps.iter().map(|step| step.per_year).max().map(|most| (most, true))
            }
        }
        Tariff::EffortCap(cap) => match comparison.map(|comparison| &comparison.limit) {
            // at the bill that is just this share of income, the cap gives nothing yet
            Some(Limit::Share(share)) if share.rate == cap.rate && share.of == Quantity::DisposableIncome => None,
            _ => Some((yearly(cap.ordinary), true)),
        },
        Tariff::NotSet => None,
    }
}
