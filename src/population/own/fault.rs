//! What is wrong with a file or with a row of it, and what to do.

use core::fmt;

use serde::Serialize;

use super::super::threshold::MOST_SORTED;
use super::columns::{COLUMNS, Kind, TRUTHS};
use crate::facts::NotComputable;
use crate::law::Text;
use crate::regimes::Words;

/// The largest file that is read, in bytes: some two million households.
pub const LARGEST_FILE: u64 = 500_000_000;

/// With more cells to correct, nothing of a file is used.
pub const MOST_FAULTS: usize = 100_000;

/// Something of a row that cannot be used: the row is left out of everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct CellFault {
    /// The line of the file on which the row begins, from 1.
    pub line: u32,
    /// The column, as the file names it; nothing for the whole row.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why it cannot be used, and what to do.
    pub reason: Words,
}

/// Why nothing of a file can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Not a byte, or nothing but the names of the columns.
    Empty,
    /// More than [`LARGEST_FILE`].
    TooLarge,
    /// A spreadsheet, as its program keeps it.
    Spreadsheet,
    /// UTF-16, as some programs write "Unicode text".
    WideText,
    /// Not a text.
    NotText,
    /// No column has a known name.
    NoHeader,
    /// These columns must be there.
    Missing(Vec<Text>),
    /// A column stands there twice.
    Twice(Text),
    /// A quotation mark is opened on this line and never closed.
    OpenQuote(u32),
    /// More households than are sorted by a page.
    TooManyToSort,
    /// Rows, none of which can be used: what is wrong with the first.
    NoneUsable(CellFault),
    /// So many rows are wrong that the file is: what is wrong with the first.
    TooManyFaults(CellFault),
}

impl FileFault {
    /// A short name for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::Spreadsheet => "spreadsheet",
            Self::WideText => "utf_16",
            Self::NotText => "not_text",
            Self::NoHeader => "no_header",
            Self::Missing(_) => "missing_columns",
            Self::Twice(_) => "column_given_twice",
            Self::OpenQuote(_) => "open_quote",
            Self::TooManyToSort => "too_many_to_sort",
            Self::NoneUsable(_) => "none_usable",
            Self::TooManyFaults(_) => "too_many_faults",
        }
    }

    /// The reason and what to do, in French.
    #[must_use]
    pub fn french(&self) -> String {
        match self {
            Self::Empty => "aucun ménage dans ce fichier : mettez les noms des colonnes sur la première ligne, puis un ménage par ligne".to_owned(),
            Self::TooLarge => format!("plus de {} Mo : coupez le fichier en plusieurs", LARGEST_FILE / 1_000_000),
            Self::Spreadsheet => "c'est un classeur, pas un fichier CSV : dans le tableur, « Enregistrer sous », « CSV UTF-8 »".to_owned(),
            Self::WideText => "texte en UTF-16 : enregistrez-le en « CSV UTF-8 »".to_owned(),
            Self::NotText => "ce n'est pas un texte : donnez un fichier CSV".to_owned(),
            Self::NoHeader => format!(
                "aucune colonne connue sur la première ligne : elle doit porter les noms des colonnes, dont {}",
                needed(|name| name.fr)
            ),
            Self::Missing(names) => format!("il manque les colonnes {} : ajoutez-les", listed(names, |name| name.fr)),
            Self::Twice(name) => format!("la colonne `{}` est donnée deux fois : gardez-en une", name.fr),
            Self::OpenQuote(line) => format!("la ligne {line} est trop longue, ou un guillemet qui y est ouvert n'est jamais refermé : raccourcissez-la, ou refermez-le"),
            Self::TooManyToSort => format!("plus de {MOST_SORTED} ménages à ranger : prenez la commande tarif-social threshold --households"),
            Self::NoneUsable(first) => format!(
                "aucune ligne n'est utilisable ; la première case à corriger, ligne {}, colonne `{}`, `{}` : {}",
                first.line, first.column, first.value, first.reason.fr
            ),
            Self::TooManyFaults(first) => format!(
                "plus de {MOST_FAULTS} cases à corriger ; la première, ligne {}, colonne `{}`, `{}` : {}",
                first.line, first.column, first.value, first.reason.fr
            ),
        }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(
                "no household in this file: put the names of the columns on the first line, then one household a line",
            ),
            Self::TooLarge => write!(
                f,
                "more than {} MB: cut the file into several",
                LARGEST_FILE / 1_000_000
            ),
            Self::Spreadsheet => f.write_str("a spreadsheet, not a CSV file: in its program, save it as \"CSV UTF-8\""),
            Self::WideText => f.write_str("a text in UTF-16: save it as \"CSV UTF-8\""),
            Self::NotText => f.write_str("not a text: give a CSV file"),
            Self::NoHeader => write!(
                f,
                "no known column on the first line: it must have the names of the columns, among them {}",
                needed(|name| name.en)
            ),
            Self::Missing(names) => write!(f, "the columns {} are missing: add them", listed(names, |name| name.en)),
            Self::Twice(name) => write!(f, "the column `{}` is given twice: keep one", name.en),
            Self::OpenQuote(line) => {
                write!(
                    f,
                    "line {line} is too long, or a quotation mark opened there is never closed: shorten it, or close it"
                )
            }
            Self::TooManyToSort => write!(
                f,
                "more than {MOST_SORTED} households to sort: use the command tarif-social threshold --households"
            ),
            Self::NoneUsable(first) => write!(
                f,
                "no row can be used; the first cell to correct, line {}, column `{}`, `{}`: {}",
                first.line, first.column, first.value, first.reason.en
            ),
            Self::TooManyFaults(first) => write!(
                f,
                "more than {MOST_FAULTS} cells to correct; the first, line {}, column `{}`, `{}`: {}",
                first.line, first.column, first.value, first.reason.en
            ),
        }
    }
}

impl core::error::Error for FileFault {}

fn needed(pick: fn(&Text) -> &'static str) -> String {
    let needed: Vec<Text> = COLUMNS
        .iter()
        .filter(|column| column.needed)
        .map(|column| column.name)
        .collect();
    listed(&needed, pick)
}

fn listed(names: &[Text], pick: fn(&Text) -> &'static str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{}`", pick(name))).collect();
    names.join(", ")
}

/// Why a cell or a row cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// A cell that must be filled in.
    Missing,
    /// Not what the column holds.
    Not(Kind),
    /// More decimals than the column holds, or a mark between thousands.
    TooManyDecimals(usize),
    /// A weight that rounding to the thousandth would change.
    TooSmall,
    /// A comma that may stand before decimals or between thousands.
    Ambiguous,
    /// Outside the bounds of the column.
    OutOf(Kind),
    /// Another number of cells than names on the first line.
    Cells {
        /// Cells of the row.
        found: usize,
        /// Names of columns.
        wanted: usize,
    },
    /// More of the children than there are.
    MoreThan(Text),
    /// More of the persons than there are.
    MoreThanPersons,
    /// An amount of what another column says is not received.
    Contradicts(Text),
    /// The number of persons is not one that this type has.
    NotOfThisType,
    /// The rules of the month do not exist there.
    NoRules(NotComputable),
}

impl RowFault {
    /// The reason and what to do, in French.
    #[must_use]
    pub fn french(&self) -> String {
        match self {
            Self::Missing => "cette case est nécessaire : remplissez-la".to_owned(),
            Self::Not(Kind::Whole(..)) => "un nombre entier est attendu, comme `2`".to_owned(),
            Self::Not(Kind::Truth) => format!("{} est attendu", one_of(&TRUTHS, |word| word.fr, " ou ")),
            Self::Not(Kind::Word(words)) => {
                format!("un de ces mots est attendu : {}", one_of(words, |word| word.fr, ", "))
            }
            Self::Not(_) => "un nombre est attendu, comme `1234,56`".to_owned(),
            Self::TooManyDecimals(most) => {
                format!(
                    "{most} décimales au plus : arrondissez, et n'écrivez pas de point ni de virgule entre les milliers"
                )
            }
            Self::TooSmall => {
                "trop petit pour être lu au millième : multipliez tous les poids par un même nombre".to_owned()
            }
            Self::Ambiguous => "se lit de deux façons : écrivez `1523` ou `1.523`".to_owned(),
            Self::OutOf(kind) => {
                let [low, high] = bounds(*kind, ',');
                format!("hors de ce qui est possible : de {low} à {high}")
            }
            Self::Cells { found, wanted } => format!(
                "{found} cases pour {wanted} colonnes : mettez entre guillemets celle qui contient le séparateur, ou ajoutez celle qui manque"
            ),
            Self::MoreThan(name) => format!("plus que `{}` : corrigez l'un des deux", name.fr),
            Self::MoreThanPersons => "plus que de personnes dans le ménage : corrigez l'un des deux".to_owned(),
            Self::Contradicts(name) => format!("contredit `{}` : corrigez l'un des deux", name.fr),
            Self::NotOfThisType => {
                "le nombre d'adultes ou d'enfants ne va pas avec ce type : corrigez l'un des deux".to_owned()
            }
            Self::NoRules(reason) => reason.french(),
        }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("this cell is needed: fill it in"),
            Self::Not(Kind::Whole(..)) => f.write_str("a whole number is expected, like `2`"),
            Self::Not(Kind::Truth) => write!(f, "{} is expected", one_of(&TRUTHS, |word| word.en, " or ")),
            Self::Not(Kind::Word(words)) => {
                write!(
                    f,
                    "one of these words is expected: {}",
                    one_of(words, |word| word.en, ", ")
                )
            }
            Self::Not(_) => f.write_str("a number is expected, like `1234.56`"),
            Self::TooManyDecimals(most) => write!(
                f,
                "{most} decimals at most: round it, and write no mark between thousands"
            ),
            Self::TooSmall => f.write_str("too small to be read to the thousandth: multiply all weights by one number"),
            Self::Ambiguous => f.write_str("may be read in two ways: write `1523` or `1.523`"),
            Self::OutOf(kind) => {
                let [low, high] = bounds(*kind, '.');
                write!(f, "out of what is possible: from {low} to {high}")
            }
            Self::Cells { found, wanted } => write!(
                f,
                "{found} cells for {wanted} columns: put the one that holds the delimiter between quotation marks, or add the one that is missing"
            ),
            Self::MoreThan(name) => write!(f, "more than `{}`: correct one of the two", name.en),
            Self::MoreThanPersons => {
                f.write_str("more than there are persons in the household: correct one of the two")
            }
            Self::Contradicts(name) => write!(f, "contradicts `{}`: correct one of the two", name.en),
            Self::NotOfThisType => {
                f.write_str("the number of adults or children does not go with this type: correct one of the two")
            }
            Self::NoRules(reason) => reason.fmt(f),
        }
    }
}

fn one_of(words: &[Text], pick: fn(&Text) -> &'static str, between: &str) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{}`", pick(word))).collect();
    words.join(between)
}

fn bounds(kind: Kind, mark: char) -> [String; 2] {
    let (low, high) = kind.bounds();
    [low, high].map(|bound| super::cell::number(bound, kind.decimals(), mark))
}
