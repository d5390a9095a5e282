//! What exists beside the regimes: offers, funds, rights without an obliged operator, each with its doubt.

use crate::regimes::Text;
use crate::units::Month;

/// Each with its first and last month. Apart from the words, which the engine of the page does not carry.
const PERIODS: &[(&str, Month, Option<Month>)] = &[
    ("operator_offer_2019", Month::new(2019, 9), Some(Month::new(2024, 12))),
    ("operator_offer", Month::new(2025, 1), None),
    ("telephone_line_socle", Month::new(2009, 6), Some(Month::new(2015, 12))),
    ("telephone_line_law", Month::new(2016, 1), Some(Month::new(2020, 12))),
    ("telephone_line", Month::new(2021, 1), None),
    ("statutory_list", Month::new(2021, 9), None),
    ("housing_fund", Month::new(2018, 1), None),
    (
        "housing_fund_telephone",
        Month::new(2009, 6),
        Some(Month::new(2017, 12)),
    ),
];

/// Those of a month, by id.
pub(super) fn of(month: Month) -> Vec<Text> {
    PERIODS
        .iter()
        .filter(|(_, from, until)| *from <= month && until.is_none_or(|until| month <= until))
        .map(|(id, ..)| (*id).into())
        .collect()
}
