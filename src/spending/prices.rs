use crate::law::Text;
use crate::units::Cents;

pub use super::built::PRICES_SOURCE;

/// A price index of the national accounts, 2020 = 100; [`PRICES_SOURCE`] says where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its identifier in `tables/prices.toml`.
    pub key: &'static str,
    /// What it prices.
    pub name: Text,
    /// Years, in order, with the index in tenths (2020: 1000). Years that were not read are not there.
    pub tenths: &'static [(u16, i64)],
}

/// An amount moved to the prices of another year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The amount, at the prices of `to`.
    pub amount: Cents,
    /// Year and index (tenths) of the prices it comes from.
    pub from: (u16, i64),
    /// Year and index (tenths) of the prices it is moved to; the last year known when a later one was asked for.
    pub to: (u16, i64),
    /// The series used.
    pub series: &'static Series,
}

impl Series {
    /// `amount`, at the prices of `from`, at those of `to`: multiplied by the ratio of the two indices, to the nearest cent,
    /// the half upwards. After the last year of the series, that last year, shown in [`Moved::to`]. `None` when `from` is
    /// not in the series or `to` falls in a gap of it: nothing is interpolated.
    ///
    /// # Example
    /// ```
    /// use tarif_social::spending::cell;
    /// use tarif_social::units::Cents;
    /// let (heading, mean) = cell("deciles", "D1").unwrap().amount("telecoms").unwrap();
    /// let moved = heading.prices.unwrap().moved(mean, 2017, 2014).unwrap();
    /// assert_eq!(moved.amount, Cents::new(58_844)); // 567 × 104.3 ÷ 100.5
    /// ```
    #[must_use]
    pub fn moved(&'static self, amount: Cents, from: u16, to: u16) -> Option<Moved> {
        let from = self.level(from)?;
        let to = self
            .level(to)
            .or_else(|| self.tenths.last().copied().filter(|(last, _)| *last < to))?;
        Some(Moved {
            amount: amount.ratio(to.1, from.1),
            from,
            to,
            series: self,
        })
    }

    fn level(&self, year: u16) -> Option<(u16, i64)> {
        self.tenths.iter().copied().find(|(known, _)| *known == year)
    }
}
