//! Estimates in a table, and under each line between what and what they may be.

use tarif_social::explain::Language;

use crate::page::{estimate, estimated_euros};

/// How costs are told: a file is rarely a country, and its costs are told to the euro.
#[derive(Clone, Copy)]
pub struct Cost {
    pub in_millions: bool,
    pub language: Language,
}

impl Cost {
    pub fn heading(self) -> &'static str {
        if self.in_millions {
            self.language.pick("coût, M€ par an", "cost, M€ a year")
        } else {
            self.language.pick("coût par an", "cost a year")
        }
    }

    pub fn cell(self, cost: Option<f64>) -> String {
        if self.in_millions {
            estimate(cost.map(|cost| cost * 1e-6), 1, self.language)
        } else {
            estimated_euros(cost, 0, self.language)
        }
    }
}

/// Between what and what; nothing for what does not move, as a threshold that was chosen.
pub fn between(interval: Option<[f64; 2]>, tell: &dyn Fn(Option<f64>) -> String) -> String {
    let moves = interval.filter(|[low, high]| low < high);
    moves.map_or_else(String::new, |[low, high]| {
        format!("{} – {}", tell(Some(low)), tell(Some(high)))
    })
}

/// What a line is about and its cells, each with its interval: the line and, when one of them has an interval, a second one.
pub fn lines(name: String, cells: Vec<(String, String)>, language: Language) -> Vec<Vec<String>> {
    let (values, intervals): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
    let with = |first: String, rest: Vec<String>| std::iter::once(first).chain(rest).collect();
    let alone = intervals.iter().all(String::is_empty);
    let mut lines = vec![with(name, values)];
    if !alone {
        lines.push(with(language.pick("  entre", "  between").to_owned(), intervals));
    }
    lines
}
