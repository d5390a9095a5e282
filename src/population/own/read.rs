//! A file, read piece by piece: its names, then its rows, good ones handed over, bad ones kept with what is wrong.

use std::borrow::Cow;

use serde::Serialize;

use super::super::facts::Judged;
use super::super::tally::Counted;
use super::cell::{plain, read};
use super::columns::{COLUMNS, Id, Kind};
use super::fault::{CellFault, FileFault, LARGEST_FILE, MOST_FAULTS, RowFault};
use super::row::Row;
use super::split::{Cells, Endless, LONGEST_ROW, Splitter};
use crate::algebra::Ranges;
use crate::benefits::{Scales, rights};
use crate::facts::{NotComputable, Values, YearOfAbatements};
use crate::household::Territory;
use crate::law::Clock;
use crate::regimes::Words;
use crate::units::{Cents, Month};

/// What was read of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct FileReport {
    /// Rows used.
    pub rows: u64,
    /// The sum of their weights.
    pub households: f64,
    /// Rows that cannot be used, and are left out of everything.
    pub bad_rows: u64,
    /// What is wrong with them, in the order of the file; a row may have several.
    pub faults: Vec<CellFault>,
    /// What stands between cells: `;`, `,` or a tab.
    pub delimiter: &'static str,
    /// `utf-8` or `windows-1252`.
    pub encoding: &'static str,
    /// Columns whose name is not known: nothing of them is used.
    pub unused: Vec<String>,
}

/// The law of a month and a place.
#[derive(Clone, Debug)]
pub(super) struct Law {
    pub values: Values,
    scales: Scales,
    abatements: YearOfAbatements,
}

impl Law {
    fn at(month: Month, territory: Territory) -> Result<Self, NotComputable> {
        let values = Values::at(Clock { month, known_on: None }, territory)?;
        Ok(Self {
            scales: Scales::at(&values),
            abatements: YearOfAbatements::at(&values),
            values,
        })
    }

    /// A row as it is counted.
    pub fn count(&self, row: &Row) -> Counted<Ranges> {
        let mut facts = row.facts(&self.values, self.abatements);
        let rights = rights(&mut Ranges::silent(), &mut facts, &self.values, &self.scales);
        Counted {
            groups: row.groups(&self.values),
            weight: row.weight(),
            poor: row.is_poor(&self.values),
            judged: Judged { facts, rights },
        }
    }
}

/// Reads a file.
#[derive(Clone, Debug)]
pub(super) struct FileReader {
    laws: [Result<Law, NotComputable>; 3],
    /// Bytes read.
    size: u64,
    /// The line of the names, as long as it has no end.
    head: Vec<u8>,
    /// Its place in the file, from 1.
    first: u32,
    table: Option<(Splitter, Header)>,
    rows: u64,
    bad_rows: u64,
    faults: Vec<CellFault>,
    /// Households that the rows stand for, in thousandths.
    thousandths: u64,
}

/// The names of the columns.
#[derive(Clone, Debug)]
struct Header {
    delimiter: u8,
    /// Each as the file has it, and its place in [`COLUMNS`].
    names: Vec<(String, Option<usize>)>,
    windows_1252: bool,
}

const DELIMITERS: [(u8, &str); 3] = [(b';', ";"), (b',', ","), (b'\t', "\t")];

/// What stands before the names: nothing, or `sep=;`, which spreadsheets write and read.
fn is_preamble(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace) || line.windows(4).any(|part| part.eq_ignore_ascii_case(b"sep="))
}

impl FileReader {
    /// Begins a file, under the law of a month.
    pub fn new(month: Month) -> Result<Self, NotComputable> {
        Law::at(month, Territory::Metropolitan)?;
        let laws = [Territory::Metropolitan, Territory::Overseas, Territory::Mayotte];
        Ok(Self {
            laws: laws.map(|territory| Law::at(month, territory)),
            size: 0,
            head: Vec::new(),
            first: 1,
            table: None,
            rows: 0,
            bad_rows: 0,
            faults: Vec::new(),
            thousandths: 0,
        })
    }

    /// Good rows so far.
    pub const fn good_rows(&self) -> u64 {
        self.rows
    }

    /// Reads on. Each good row is handed over with its place among them and its law.
    pub fn push(&mut self, bytes: &[u8], each: &mut impl FnMut(u64, &Row, &Law)) -> Result<(), FileFault> {
        self.size += bytes.len() as u64;
        if self.size > LARGEST_FILE {
            return Err(FileFault::TooLarge);
        }
        if self.table.is_some() {
            return self.rows(bytes, each);
        }
        self.head.extend_from_slice(bytes);
        match self.names()? {
            Some(end) => self.begin(end, each),
            None => Ok(()),
        }
    }

    /// Where the line of the names ends, once it does; what stands before it is dropped.
    fn names(&mut self) -> Result<Option<usize>, FileFault> {
        foreign(&self.head)?;
        while let Some(end) = self.line_end() {
            if !self.head.get(..end).is_some_and(is_preamble) {
                return Ok(Some(end));
            }
            let after = match self.head.get(end..) {
                // Whether a line feed follows is not read yet.
                Some(b"\r") => return Ok(None),
                Some([b'\r', b'\n', ..]) => end + 2,
                _ => end + 1,
            };
            self.head.drain(..after);
            self.first += 1;
        }
        if self.head.len() > LONGEST_ROW {
            return Err(FileFault::NoHeader);
        }
        Ok(None)
    }

    fn line_end(&self) -> Option<usize> {
        self.head.iter().position(|byte| matches!(byte, b'\n' | b'\r'))
    }

    /// The end of the file.
    pub fn finish(&mut self, each: &mut impl FnMut(u64, &Row, &Law)) -> Result<(), FileFault> {
        if self.table.is_none() {
            if self.head.iter().all(u8::is_ascii_whitespace) {
                return Err(FileFault::Empty);
            }
            let end = self.line_end().unwrap_or(self.head.len());
            self.begin(end, each)?;
        }
        if let Some((mut splitter, mut header)) = self.table.take() {
            splitter
                .finish(&mut |cells| self.row(&mut header, &cells, each))
                .map_err(|Endless(line)| FileFault::OpenQuote(line))?;
            self.table = Some((splitter, header));
        }
        self.bear()?;
        match self.rows {
            0 if self.faults.is_empty() => Err(FileFault::Empty),
            0 => Err(FileFault::NoneUsable(self.faults.swap_remove(0))),
            _ => Ok(()),
        }
    }

    /// The first line ends at `end`: what stands between cells is what cuts it into most names that are known.
    fn begin(&mut self, end: usize, each: &mut impl FnMut(u64, &Row, &Law)) -> Result<(), FileFault> {
        let head = core::mem::take(&mut self.head);
        let start = if head.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let line = head.get(start..end).unwrap_or_default();
        let mut header = Header::read(line, b';');
        for (delimiter, _) in DELIMITERS {
            let other = Header::read(line, delimiter);
            if other.known() > header.known() {
                header = other;
            }
        }
        header.check()?;
        self.table = Some((Splitter::new(header.delimiter, self.first), header));
        self.rows(head.get(start..).unwrap_or_default(), each)
    }

    fn rows(&mut self, bytes: &[u8], each: &mut impl FnMut(u64, &Row, &Law)) -> Result<(), FileFault> {
        if bytes.contains(&0) {
            return Err(FileFault::NotText);
        }
        if let Some((mut splitter, mut header)) = self.table.take() {
            splitter
                .push(bytes, &mut |cells| self.row(&mut header, &cells, each))
                .map_err(|Endless(line)| FileFault::OpenQuote(line))?;
            self.table = Some((splitter, header));
        }
        self.bear()
    }

    /// Whether the faults are few enough to go on.
    fn bear(&mut self) -> Result<(), FileFault> {
        if self.faults.len() > MOST_FAULTS && !self.faults.is_empty() {
            return Err(FileFault::TooManyFaults(self.faults.swap_remove(0)));
        }
        Ok(())
    }

    fn row(&mut self, header: &mut Header, cells: &Cells<'_>, each: &mut impl FnMut(u64, &Row, &Law)) {
        // The names were read already. Spreadsheets write empty lines as delimiters alone.
        if cells.line == self.first || cells.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace)) {
            return;
        }
        let before = self.faults.len();
        let mut row = Row::default();
        let (found, wanted) = (cells.len(), header.names.len());
        // Even when the last one is empty: a decimal comma between commas shifts the cells.
        if found != wanted {
            self.fault(cells.line, "", "", &RowFault::Cells { found, wanted });
        } else {
            for (cell, (name, place)) in cells.iter().zip(&header.names) {
                let Some((place, column)) = place.and_then(|place| Some((place, COLUMNS.get(place)?))) else {
                    continue;
                };
                let (text, windows) = decode(cell);
                header.windows_1252 |= windows;
                // Between commas a decimal comma is rare: that of the thousands is not.
                let thousands = matches!(column.kind, Kind::Weight) && header.delimiter == b',';
                let ambiguous = thousands && text.trim().rsplit_once(',').is_some_and(|(_, after)| after.len() == 3);
                let value = if ambiguous {
                    Err(RowFault::Ambiguous)
                } else {
                    read(&text, column.kind)
                };
                match value {
                    Ok(None) if column.needed => self.fault(cells.line, name, &text, &RowFault::Missing),
                    Ok(value) => row.set_at(place, value),
                    Err(fault) => self.fault(cells.line, name, &text, &fault),
                }
            }
        }
        let law = self.laws.get(row.territory().index());
        let no_law = law.and_then(|law| law.as_ref().err()).copied();
        if self.faults.len() == before {
            let mut faults = row.faults();
            faults.extend(no_law.map(|reason| (Id::Territory, RowFault::NoRules(reason))));
            for (id, fault) in faults {
                let found = header.names.iter().position(|(_, place)| *place == Some(id as usize));
                let name = found.and_then(|found| header.names.get(found));
                let value = found.and_then(|found| cells.iter().nth(found)).map(decode);
                self.fault(
                    cells.line,
                    name.map_or("", |(name, _)| name),
                    &value.map_or(Cow::Borrowed(""), |(text, _)| text),
                    &fault,
                );
            }
        }
        let law = self.laws.get(row.territory().index()).and_then(|law| law.as_ref().ok());
        match law {
            Some(law) if self.faults.len() == before => {
                self.thousandths += row.weight();
                each(self.rows, &row, law);
                self.rows += 1;
            }
            _ => self.bad_rows += 1,
        }
    }

    fn fault(&mut self, line: u32, column: &str, value: &str, fault: &RowFault) {
        self.faults.push(CellFault {
            line,
            column: column.to_owned(),
            value: value.chars().take(LONGEST_SHOWN).collect(),
            reason: Words {
                fr: fault.french().into(),
                en: fault.to_string().into(),
            },
        });
    }

    /// The poverty line of the month, in euros a year and consumption unit.
    pub fn poverty_line(&self) -> f64 {
        let [Ok(law), ..] = &self.laws else {
            return 0.0;
        };
        let line = law.values.poverty_line.map_or(Cents::ZERO, |line| line.cents());
        line.multiplied(12).count() as f64 / 100.0
    }

    /// What was read.
    pub fn report(&self) -> FileReport {
        let header = self.table.as_ref().map(|(_, header)| header);
        let delimiter = DELIMITERS
            .into_iter()
            .find(|(delimiter, _)| header.is_some_and(|header| header.delimiter == *delimiter));
        let unknown =
            |(name, place): &(String, Option<usize>)| (place.is_none() && !name.is_empty()).then(|| name.clone());
        FileReport {
            rows: self.rows,
            households: self.thousandths as f64 / 1000.0,
            bad_rows: self.bad_rows,
            faults: self.faults.clone(),
            delimiter: delimiter.map_or("", |(_, text)| text),
            encoding: if header.is_some_and(|header| header.windows_1252) {
                "windows-1252"
            } else {
                "utf-8"
            },
            unused: header
                .map(|header| header.names.iter().filter_map(unknown).collect())
                .unwrap_or_default(),
        }
    }
}

/// Characters of a value that are shown.
const LONGEST_SHOWN: usize = 60;

impl Header {
    fn read(line: &[u8], delimiter: u8) -> Self {
        let mut header = Self {
            delimiter,
            names: Vec::new(),
            windows_1252: false,
        };
        let mut splitter = Splitter::new(delimiter, 1);
        let mut each = |cells: Cells<'_>| {
            for cell in cells.iter() {
                let (name, windows) = decode(cell);
                header.windows_1252 |= windows;
                let key = plain(&name);
                let known = COLUMNS
                    .iter()
                    .position(|column| column.name.fr == key || column.name.en == key);
                header.names.push((name.trim().to_owned(), known));
            }
        };
        // A quotation mark left open leaves no name, and the file is refused for that.
        let _ = splitter.push(line, &mut each).and_then(|()| splitter.finish(&mut each));
        header
    }

    fn known(&self) -> usize {
        self.names.iter().filter(|(_, place)| place.is_some()).count()
    }

    fn check(&self) -> Result<(), FileFault> {
        if self.known() == 0 {
            return Err(FileFault::NoHeader);
        }
        let count = |place: usize| self.names.iter().filter(|(_, known)| *known == Some(place)).count();
        let mut missing = Vec::new();
        for (place, column) in COLUMNS.iter().enumerate() {
            match count(place) {
                0 if column.needed => missing.push(column.name),
                0 | 1 => {}
                _ => return Err(FileFault::Twice(column.name)),
            }
        }
        if missing.is_empty() {
            Ok(())
        } else {
            Err(FileFault::Missing(missing))
        }
    }
}

/// Files that are something else, by their first bytes.
fn foreign(head: &[u8]) -> Result<(), FileFault> {
    // Zip (xlsx, ods) and the compound files of older spreadsheets.
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(FileFault::Spreadsheet);
    }
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return Err(FileFault::WideText);
    }
    if head.contains(&0) || head.starts_with(b"%PDF") {
        return Err(FileFault::NotText);
    }
    Ok(())
}

/// The text of a cell, and whether it had to be read as Windows-1252, which a French Excel writes.
fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match core::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (bytes.iter().map(|byte| windows_1252(*byte)).collect(), true),
    }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = usize::from(byte).checked_sub(0x80).and_then(|place| HIGH.get(place));
    high.copied().unwrap_or(char::from(byte))
}
