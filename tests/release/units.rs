//! Arithmetic on cents against integers of twice the width.

use tarif_social::units::{Cents, Rate};

use crate::numbers::Numbers;

const VALUES: usize = 1_000_000;

/// `amount × numerator ÷ denominator` to the nearest integer, the half upwards, by the definition.
fn nearest(amount: i64, numerator: i64, denominator: i64) -> i64 {
    if denominator == 0 {
        return 0;
    }
    let sign = i128::from(denominator.signum());
    let product = sign * i128::from(amount) * i128::from(numerator);
    let denominator = sign * i128::from(denominator);
    let below = product.div_euclid(denominator);
    let half_or_more = product - below * denominator >= denominator - (product - below * denominator);
    let rounded = below + i128::from(half_or_more);
    rounded.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

#[test]
fn ratios_round_to_the_nearest_cent_the_half_upwards() {
    let mut numbers = Numbers(1);
    for _ in 0..VALUES {
        let (amount, numerator, denominator) = (numbers.any_size(), numbers.any_size(), numbers.any_size());
        let found = Cents::new(amount).ratio(numerator, denominator).count();
        assert_eq!(
            found,
            nearest(amount, numerator, denominator),
            "{amount} × {numerator} ÷ {denominator}"
        );
    }
}

#[test]
fn rates_and_divisions_are_ratios() {
    let mut numbers = Numbers(2);
    for _ in 0..VALUES {
        let (amount, other) = (numbers.any_size(), numbers.any_size());
        assert_eq!(
            Cents::new(amount).times(Rate::new(other)).count(),
            nearest(amount, other, 1_000_000)
        );
        assert_eq!(Cents::new(amount).divided(other).count(), nearest(amount, 1, other));
    }
}

#[test]
fn sums_stop_at_the_limits_instead_of_wrapping() {
    let mut numbers = Numbers(3);
    for _ in 0..VALUES {
        let (one, other) = (numbers.any_size(), numbers.any_size());
        let clamp = |wide: i128| wide.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
        assert_eq!(
            (Cents::new(one) + Cents::new(other)).count(),
            clamp(i128::from(one) + i128::from(other))
        );
        assert_eq!(
            (Cents::new(one) - Cents::new(other)).count(),
            clamp(i128::from(one) - i128::from(other))
        );
        assert_eq!((-Cents::new(one)).count(), clamp(-i128::from(one)));
    }
}
