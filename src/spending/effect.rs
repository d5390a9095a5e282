use super::Definition;
use super::bounds::{Bounds, Figure, Known, share_half_up};
use super::budget::{Budget, Left, Missing, counted};
use crate::algebra::{Amount, Range};
use crate::household::Post;
use crate::units::{Cents, Rate};

/// What a tariff changes in a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What is left with the tariff.
    pub after: Left,
    /// What the tariff leaves in the household's purse: the saving, never more than the bill.
    pub gain: Left,
    /// The gain a year: twelve months.
    pub gain_year: Bounds<Cents>,
    /// The gain over what was left before it; `None` ends where nothing, or less, was left.
    pub gain_over_left: Bounds<Rate>,
}

impl Budget {
    /// What a saving (a month) on some `bills`, all together, changes under `definition`.
    ///
    /// # Example
    /// ```
    /// use tarif_social::algebra::{Range, Whole};
    /// use tarif_social::household::Post;
    /// use tarif_social::spending::{Budget, Definition};
    /// use tarif_social::units::Cents;
    /// let euros = |count: i64| Range::from(Cents::new(count * 100));
    /// let budget = Budget::from_lines(&[(Post::FixedInternet, euros(38))], euros(900), Whole::from(15));
    /// let effect = budget.effect(Definition::Drees, &[Post::FixedInternet], euros(15));
    /// assert_eq!(effect.gain.month.value.exact(), Some(Cents::new(1_500)));
    /// assert_eq!(effect.gain_year.exact(), Some(Cents::new(18_000)));
    /// assert_eq!(effect.gain.month_per_unit.exact(), Some(Cents::new(1_000))); // 1.5 units
    /// assert_eq!(effect.after.month.value.at_most, Some(Cents::new(87_700))); // the other lines are not known
    /// ```
    #[must_use]
    pub fn effect(&self, definition: Definition, bills: &[Post], saving: Range) -> Effect {
        let each = bills.iter().map(|post| Known::answered(self.spent(*post)));
        let bill = each.fold(Known::NOTHING, Known::plus);
        let saved = Known::answered(saving.positive());
        let gain = Known {
            low: saved.low.min(bill.low),
            high: match (saved.high, bill.high) {
                (Some(saved), Some(bill)) => Some(saved.min(bill)),
                (saved, bill) => saved.or(bill),
            },
        };
        let left = self.costs(counted(definition)).left();
        let year = |month: Cents| month.multiplied(12);
        let figure = Figure {
            value: gain.bounds(),
            missing: bills
                .iter()
                .filter(|post| Known::answered(self.spent(**post)).is_missing())
                .map(|post| Missing::Post(*post))
                .collect(),
        };
        Effect {
            after: self.with_saving(bills, saving).left(definition),
            gain: self.spread(figure),
            gain_year: Bounds {
                at_least: Some(year(gain.low)),
                at_most: gain.high.map(year),
            },
            gain_over_left: Bounds {
                at_least: left.at_most.and_then(|left| share_half_up(gain.low, left)),
                at_most: gain
                    .high
                    .zip(left.at_least)
                    .and_then(|(gain, left)| share_half_up(gain, left)),
            },
        }
    }
}
