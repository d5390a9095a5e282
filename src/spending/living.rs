use super::Cited;
use crate::units::Cents;

/// The bounds of the tenths of standard of living in a year (Insee, ERFS): metropolitan France, persons, euros of the
/// year, per consumption unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year of the incomes.
    pub year: u16,
    /// Where they come from; a derived source has bounds that were fitted between published ones.
    pub cited: Cited,
    /// The bounds known, in rising order; nine when complete.
    pub bounds: &'static [Bound],
}

/// The upper bound of a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// 1 for D1, below which the lowest tenth stands, up to 9 for D9.
    pub rank: u8,
    /// Per year and consumption unit.
    pub amount: Cents,
    /// Read in the source; fitted otherwise.
    pub published: bool,
}

/// Where a standard of living stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The lowest tenth it can be in, 1 to 10.
    pub lowest: u8,
    /// The highest tenth it can be in; above `lowest` when the standard of living or the bounds are not all known.
    pub highest: u8,
    /// The table used; its year may come before the one asked for.
    pub table: &'static Year,
    /// Every bound it rests on was read in the source.
    pub published: bool,
}

/// The latest table not after `year`; `None` before the first.
///
/// # Example
/// ```
/// use tarif_social::spending::year_for;
/// assert_eq!(year_for(2026).map(|table| table.year), Some(2023)); // older than asked: say so
/// assert_eq!(year_for(2013).map(|table| table.year), Some(2011)); // 2013 is published in constant euros only
/// assert!(year_for(2009).is_none());
/// ```
#[must_use]
pub fn year_for(year: u16) -> Option<&'static Year> {
    super::built::STANDARDS_OF_LIVING
        .iter()
        .rev()
        .find(|table| table.year <= year)
}

impl Year {
    /// The bound `rank` (1 to 9), when the table has it.
    #[must_use]
    pub fn bound(&self, rank: u8) -> Option<&'static Bound> {
        self.bounds.iter().find(|bound| bound.rank == rank)
    }
}

/// The tenth of a standard of living between `low` and `high` (per year and consumption unit), in the latest table not
/// after `year`. A bound belongs to the tenth below it. `None` before the first table.
///
/// # Example
/// ```
/// use tarif_social::spending::place;
/// use tarif_social::units::Cents;
/// let euros = |count: i64| Cents::new(count * 100);
/// let placed = place(euros(13_000), euros(13_000), 2021).unwrap();
/// assert_eq!((placed.lowest, placed.highest), (2, 2)); // above D1 (12,290), below D2 (15,550)
/// let placed = place(euros(13_000), euros(13_000), 2014).unwrap();
/// assert_eq!((placed.lowest, placed.highest), (2, 5)); // only D1, the median and D9 are published for 2014
/// ```
#[must_use]
pub fn place(low: Cents, high: Cents, year: u16) -> Option<Placement> {
    let table = year_for(year)?;
    let below = table.bounds.iter().rev().find(|bound| bound.amount < low);
    let above = table.bounds.iter().find(|bound| high <= bound.amount);
    Some(Placement {
        lowest: below.map_or(1, |bound| bound.rank + 1),
        highest: above.map_or(10, |bound| bound.rank),
        table,
        published: below.into_iter().chain(above).all(|bound| bound.published),
    })
}
