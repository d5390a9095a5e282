//! The margins, assumptions and targets of the TOML files, compiled by the build.

use serde::Serialize;

use crate::law::Text;
use crate::regimes::Words;
use crate::spending::Cited;
use crate::units::Rate;

/// The fewest households that can be drawn.
const SMALLEST: u64 = 1_000;

/// Where and when the households are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// France, 2022.
    France2022,
    /// France, 2017: the only year for which incomes and spending were both published.
    France2017,
    /// Pays de la Loire, 2022.
    PaysDeLaLoire,
}

impl Base {
    /// Every base.
    pub const ALL: [Self; 3] = [Self::France2022, Self::France2017, Self::PaysDeLaLoire];

    /// How it is written: `france-2022`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::France2022 => "france-2022",
            Self::France2017 => "france-2017",
            Self::PaysDeLaLoire => "pays-de-la-loire-2022",
        }
    }

    /// The base of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.name() == name)
    }

    /// The year of its incomes and of its prices.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::France2022 | Self::PaysDeLaLoire => 2022,
            Self::France2017 => 2017,
        }
    }

    /// Whether this many households can be drawn: from a thousand to one for each real one.
    ///
    /// # Errors
    /// Why not.
    pub fn drawable(self, size: u64) -> Result<(), String> {
        let most = self.households();
        if (SMALLEST..=most).contains(&size) {
            return Ok(());
        }
        Err(format!(
            "`{size}` households cannot be drawn: choose from {SMALLEST} to {most}, one for each real one"
        ))
    }

    /// How many households it really has.
    #[must_use]
    pub fn households(self) -> u64 {
        let [households] = self.of(&margins::HOUSEHOLDS);
        households as u64
    }

    /// Its values among those of every base.
    pub(super) fn of<T: Copy>(self, [france, earlier, region]: &[T; 3]) -> T {
        match self {
            Self::France2022 => *france,
            Self::France2017 => *earlier,
            Self::PaysDeLaLoire => *region,
        }
    }

    /// Its values in a table of which some cells are supposed, moved by the assumption on them.
    pub(super) fn partly<const N: usize>(self, margin: &Partly<N>, assumptions: &Assumptions) -> [f64; N] {
        let mut values = self.of(&margin.values);
        let supposed = self.of(&margin.supposed);
        move_supposed(
            &mut values,
            &supposed,
            margin.is_split,
            assumptions.supposed_cells_times,
        );
        values
    }
}

impl Assumptions {
    /// Housing benefit at a standard of living over the median, which it falls with, over its mean.
    pub(super) fn housing_benefit_around(&self, living: f64) -> f64 {
        (self.housing_benefit_first - self.housing_benefit_fall * living).max(0.0)
    }
}

/// As a decimal number: how floats are written would weigh 5 kB on the page.
fn to_the_millionth(number: f64) -> Rate {
    Rate::new((number * 1e6).round() as i64)
}

/// Supposed cells are multiplied; of shares that make one, the first of them is, and the others take what it leaves.
#[cfg_attr(smaller, inline(never))]
fn move_supposed(cells: &mut [f64], supposed: &[bool], is_split: bool, times: f64) {
    let mut moved = cells.iter_mut().zip(supposed).filter(|(_, is)| **is);
    if !is_split {
        // A share stays one; a count of households, in thousands, may be any.
        moved.for_each(|(cell, _)| *cell = (*cell * times).min(if *cell > 1.0 { f64::INFINITY } else { 1.0 }));
        return;
    }
    let Some((first, _)) = moved.next() else { return };
    let taken = *first * (times - 1.0);
    *first += taken;
    let place = supposed.iter().position(|is| *is).unwrap_or_default();
    let others = || supposed.iter().enumerate().filter(move |(at, is)| **is && *at > place);
    let rest: f64 = others().filter_map(|(at, _)| cells.get(at)).sum();
    for (at, _) in others() {
        if let Some(cell) = cells.get_mut(at) {
            *cell *= (rest - taken) / rest;
        }
    }
}

/// A published table of which some cells are supposed, by base.
pub(in crate::population) struct Partly<const N: usize> {
    pub values: [[f64; N]; 3],
    pub supposed: [[bool; N]; 3],
    /// The cells make one.
    pub is_split: bool,
}

/// Published totals, or what stands in their place, with where they come from.
#[derive(Clone, Copy, Debug)]
pub struct Margin {
    /// Its identifier.
    pub id: &'static str,
    /// What it counts.
    pub name: Text,
    /// Not published, so supposed: the assumption that moves it.
    pub moved_by: Option<&'static str>,
    /// What each value is about.
    pub keys: &'static [&'static str],
    /// Those whose values are supposed, in a table otherwise published.
    pub supposed: &'static [&'static str],
    /// The values of each base, in the order of [`Base::ALL`].
    pub values: [&'static [f64]; 3],
    /// What must be known to read it.
    pub note: Option<Text>,
    /// Where it comes from.
    pub cited: Cited,
}

/// A number that no source gives.
#[derive(Clone, Copy, Debug)]
pub struct Assumption {
    /// Its identifier, a field of [`Assumptions`].
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// The value taken.
    pub value: f64,
    /// The lowest that makes sense.
    pub low: f64,
    /// The highest that makes sense.
    pub high: f64,
    /// Why it has to be supposed.
    pub why: Text,
}

/// An assumption that was moved.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Moved {
    /// Its id.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// The value taken.
    pub value: f64,
    /// The usual one.
    pub usual: f64,
}

/// A published total that the drawn population is set against, or a quantity held back.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its identifier.
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// `share`, `index`, `households`, `persons` or `euros`.
    pub unit: &'static str,
    /// The published value for each base, in the order of [`Base::ALL`].
    pub wanted: [Option<f64>; 3],
    /// How far the population may be from it.
    pub tolerance: f64,
    /// The tolerance is a share of the target.
    pub relative: bool,
    /// What must be known to read it.
    pub note: Option<Text>,
    /// Where it was published; nothing for a quantity held back.
    pub source: Option<Published>,
}

/// Where a target was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Published {
    /// Its title.
    pub title: &'static str,
    /// Its address; empty when none was recorded.
    pub url: &'static str,
}

impl Assumptions {
    /// Those that are not as usual.
    #[must_use]
    pub fn moved(mut self) -> Vec<Moved> {
        let moved = |known: &Assumption| {
            let value = *self.place(known.id)?;
            ((value - known.value).abs() > 0.0).then(|| Moved {
                id: known.id,
                name: Words {
                    fr: known.name.fr.into(),
                    en: known.name.en.into(),
                },
                value,
                usual: known.value,
            })
        };
        ASSUMPTIONS.iter().filter_map(moved).collect()
    }

    /// Moves an assumption.
    ///
    /// # Errors
    /// An unknown name, or a value outside its range.
    pub fn set(&mut self, id: &str, value: f64) -> Result<(), String> {
        let known = ASSUMPTIONS.iter().find(|assumption| assumption.id == id);
        let (Some(assumption), Some(place)) = (known, self.place(id)) else {
            let names: Vec<&str> = ASSUMPTIONS.iter().map(|assumption| assumption.id).collect();
            return Err(format!("no assumption is called `{id}`: one of {}", names.join(", ")));
        };
        if !(assumption.low..=assumption.high).contains(&value) {
            let [value, low, high] = [value, assumption.low, assumption.high].map(to_the_millionth);
            return Err(format!("`{id}` cannot be `{value}`: choose from {low} to {high}"));
        }
        *place = value;
        Ok(())
    }
}

#[rustfmt::skip]
#[expect(clippy::approx_constant, reason = "a share of 31.8 % is not one over pi")]
mod built {
    use super::{Assumption, Cited, Margin, Partly, Published, Target, Text};
    use crate::law::{Confidence, Source, SourceKind};
    use crate::units::{Day, Month};

    const fn day(year: i32, month: u8, day: u8) -> Day {
        Day::new(Month::new(year, month), day)
    }

    include!(concat!(env!("OUT_DIR"), "/population.rs"));
}

pub use built::{ASSUMPTIONS, Assumptions, MARGINS};
pub(super) use built::{margins, targets};

#[cfg(test)]
mod tests {
    use super::*;

    /// To the billionth.
    fn near(one: &[f64], other: &[f64]) -> bool {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9)
    }

    #[test]
    fn supposed_cells_move_alone_and_shares_still_make_one() {
        let moved = |supposed_cells_times: f64| Assumptions {
            supposed_cells_times,
            ..Assumptions::default()
        };
        for base in Base::ALL {
            let owners = |times: f64| base.partly(&margins::OWNER_BY_TYPE, &moved(times));
            assert!(near(&owners(1.0), &[0.45, 0.37, 0.74, 0.68, 0.40]));
            assert!(near(&owners(1.25), &[0.45, 0.37, 0.74, 0.68, 0.50]));
            let minors = |times: f64| base.partly(&margins::MINORS_COUPLE, &moved(times));
            assert!(near(&minors(0.8), &[0.3232, 0.4538, 0.168, 0.055]));
            assert!(near(&minors(1.25), &[0.505, 0.272, 0.168, 0.055]));
        }
        // Published in France, supposed in the region.
        let places = |base: Base| base.partly(&margins::PLACES, &moved(0.7));
        let [published, ..] = margins::PLACES.values;
        assert!(near(&places(Base::France2022), &published));
        let [rural, others @ ..] = places(Base::PaysDeLaLoire);
        assert!(near(&[rural, others.iter().sum()], &[0.21, 0.79]));
    }
}
