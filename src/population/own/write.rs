//! Simulated households, written in the columns of a file: read again, they give the same figures.

use super::super::data::Base;
use super::super::draw::Drawn;
use super::super::tally::Counted;
use super::cell::written;
use super::columns::{COLUMNS, Column};
use super::row::Row;

/// What stands between cells.
const fn delimiter(french: bool) -> char {
    if french { ';' } else { ',' }
}

fn joined(french: bool, cell: impl FnMut((usize, &Column)) -> String) -> String {
    let cells: Vec<String> = COLUMNS.iter().enumerate().map(cell).collect();
    cells.join(delimiter(french).encode_utf8(&mut [0; 4]))
}

/// The names of the columns, as a line without its end: `;` between them in French, which has decimal commas.
#[must_use]
pub fn header(french: bool) -> String {
    joined(french, |(_, column)| {
        if french { column.name.fr } else { column.name.en }.to_owned()
    })
}

/// A simulated household, as [`header`].
#[must_use]
pub fn line(drawn: &Drawn, counted: &Counted, weight: u64, french: bool) -> String {
    let row = Row::of(drawn, counted, weight);
    joined(french, |(place, column)| {
        row.at(place)
            .map_or_else(String::new, |value| written(value, column, french))
    })
}

/// The weight of each of `size` households of a base, in thousandths.
#[must_use]
pub fn weight_of(base: Base, size: u64) -> u64 {
    let all = base.households() * 1000;
    (all + size / 2).checked_div(size).unwrap_or_default()
}
