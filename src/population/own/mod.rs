//! Households of one's own, read from a CSV file instead of drawn: the same rules, the same counts.
//!
//! What a file does not say is not known, never "no": rules read what is known and what is not with [`Ranges`], and a
//! regime that cannot tell counts the household apart.
//!
//! [`Ranges`]: crate::algebra::Ranges

mod cell;
mod columns;
mod fault;
mod outcome;
mod read;
mod row;
mod split;
mod write;

pub use columns::{COLUMNS, Column, Kind as ColumnKind};
pub use fault::{CellFault, FileFault, LARGEST_FILE, MOST_FAULTS, RowFault};
pub use read::FileReport;
pub use row::Row;
pub use write::{header, line, weight_of};

use super::comparison::groups;
use super::figures::{REPLICATES, Run, Runs};
use super::study::CompareAnswer;
use super::tally::{Compared, MOST_REGIMES, Tally};
use super::threshold::Thresholds;
use crate::law::{RULESET_HASH, RULESET_VERSION};
use crate::regimes::{Regime, Text, Words};
use crate::units::Month;
use outcome::{outcomes, pairs};
use read::FileReader;

/// Ten households in the documented columns, for whoever begins a file.
pub const EXAMPLE: &str = include_str!("example.csv");

/// What stands beside every result.
pub const STATEMENT: Words = Words {
    fr: Text::Borrowed(
        "Ménages lus dans votre fichier, comptés avec leurs poids ; rien n'en est envoyé. Ce que le fichier ne dit pas n'est pas compté comme un non : les ménages pour lesquels une règle ne peut pas conclure sont donnés à part. Vides, deux colonnes valent ce que dit leur description : pas encore de ligne sociale, et douze fois les ressources du mois.",
    ),
    en: Text::Borrowed(
        "Households read from your file, counted with their weights; nothing of it is sent. What the file does not say is not counted as a no: households for which a rule cannot tell are given apart. Empty, two columns are what their description says: no social line yet, and twelve times the resources of the month.",
    ),
};

/// A comparison of regimes over the households of a file, given piece by piece.
#[derive(Clone, Debug)]
pub struct FileStudy<'r> {
    compared: Compared<'r>,
    month: Month,
    reader: FileReader,
    /// Rows are dealt to the replicates at random, so that the order of the file does not matter.
    replicates: Vec<Tally>,
}

impl<'r> FileStudy<'r> {
    /// Prepares a comparison under the law of a month.
    ///
    /// # Errors
    /// Too many regimes, a month that the sources do not cover.
    pub fn new(month: Month, regimes: Vec<&'r Regime>) -> Result<Self, String> {
        let count = regimes.len();
        if !(1..=MOST_REGIMES).contains(&count) {
            return Err(format!(
                "`{count}` regimes cannot be compared: choose from 1 to {MOST_REGIMES}"
            ));
        }
        let reader = FileReader::new(month).map_err(|reason| reason.to_string())?;
        let compared = Compared::new(regimes);
        Ok(Self {
            replicates: (0..REPLICATES).map(|_| Tally::new(&compared)).collect(),
            compared,
            month,
            reader,
        })
    }

    /// Reads on.
    ///
    /// # Errors
    /// Nothing of the file can be used.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        let (reader, mut deal) = self.dealt();
        reader.push(bytes, &mut deal)
    }

    /// The comparison, once the whole file is read.
    ///
    /// # Errors
    /// Nothing of the file can be used.
    pub fn finish(mut self) -> Result<CompareAnswer, FileFault> {
        {
            let (reader, mut deal) = self.dealt();
            reader.finish(&mut deal)?;
        }
        let Self {
            compared,
            month,
            reader,
            replicates,
        } = self;
        let file = reader.report();
        let runs = Runs {
            main: Run::new(&compared, replicates),
            reference: None,
            others: Vec::new(),
            households: file.households,
            fewest: 0.0,
        };
        Ok(CompareAnswer {
            statement: STATEMENT,
            version: RULESET_VERSION,
            ruleset: RULESET_HASH,
            base: "file",
            month: month.to_string(),
            size: file.rows,
            effective_size: runs.main.whole.effective_size(),
            seed: 0,
            moved: Vec::new(),
            households: file.households,
            poverty_line: reader.poverty_line(),
            groups: groups(&runs),
            regimes: outcomes(&runs, &compared),
            pairs: pairs(&runs, &compared),
            file: Some(file),
        })
    }

    fn dealt(&mut self) -> (&mut FileReader, impl FnMut(u64, &Row, &read::Law)) {
        let (compared, replicates) = (&self.compared, &mut self.replicates);
        let deal = move |place: u64, row: &Row, law: &read::Law| {
            if let Some(tally) = replicates.get_mut(replicate(place)) {
                tally.add(compared, &law.values, &law.count(row), true);
            }
        };
        (&mut self.reader, deal)
    }
}

/// The replicate of a row, as good as drawn at random: in turn, those of a file sorted by income would be too much alike.
/// The mixing of SplitMix64.
const fn replicate(place: u64) -> usize {
    let mut mixed = place.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((mixed ^ (mixed >> 31)) % REPLICATES as u64) as usize
}

/// Every threshold of some regimes over the households of a file, given piece by piece.
#[derive(Clone, Debug)]
pub struct FileThresholds<'r> {
    all: Vec<Thresholds<'r>>,
    reader: FileReader,
}

impl<'r> FileThresholds<'r> {
    /// Prepares the search under the law of a month.
    ///
    /// # Errors
    /// A regime without a price, a month that the sources do not cover.
    pub fn new(month: Month, regimes: &[&'r Regime]) -> Result<Self, String> {
        Ok(Self {
            all: Thresholds::of_file(regimes)?,
            reader: FileReader::new(month).map_err(|reason| reason.to_string())?,
        })
    }

    /// Reads on.
    ///
    /// # Errors
    /// Nothing of the file can be used.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), FileFault> {
        let all = &mut self.all;
        self.reader
            .push(bytes, &mut |place, row, law| sort_in(all, place, row, law))
    }

    /// Rows used so far.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.reader.good_rows()
    }

    /// The households sorted for each regime, and what was read, once the whole file is.
    ///
    /// # Errors
    /// Nothing of the file can be used.
    pub fn finish(mut self) -> Result<(Vec<Thresholds<'r>>, FileReport), FileFault> {
        let all = &mut self.all;
        self.reader
            .finish(&mut |place, row, law| sort_in(all, place, row, law))?;
        all.iter_mut().for_each(Thresholds::sort);
        Ok((self.all, self.reader.report()))
    }
}

fn sort_in(all: &mut [Thresholds<'_>], place: u64, row: &Row, law: &read::Law) {
    let household = law.count(row);
    all.iter_mut()
        .for_each(|of| of.add(&household, &law.values, replicate(place)));
}
