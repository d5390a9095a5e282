//! Words for what was worked out: one trace, two registers, two languages.
//!
//! The catalogue gives each step its article and its words; the sentences are made from the trace, never written twice.

/// A sentence in a language: `say!(language, "{sum} par mois", "{sum} a month")`. Only that one is written.
macro_rules! say {
    ($language:expr, $french:literal, $english:literal $(,)?) => {
        match $language {
            $crate::explain::Language::French => format!($french),
            $crate::explain::Language::English => format!($english),
        }
    };
}
pub(crate) use say;

mod catalogue;
mod format;
mod names;
mod sentences;

pub use catalogue::{CATALOGUE, Entry, entry};
pub use format::{amount, between, day, money, month, number, percent, quarter_words, telling};
pub use names::Named;
pub(crate) use names::names;
pub use sentences::{capitalised, citizen, resource, value_text};

use crate::law::Text;
use crate::reading::word;

word! {
    /// A language of the product.
    #[derive(Default)]
    Language {
        /// French.
        #[default]
        French = "fr",
        /// English.
        English = "en",
    }
}

impl Language {
    /// The words of a text in this language.
    #[must_use]
    pub const fn of(self, text: Text) -> &'static str {
        match self {
            Self::French => text.fr,
            Self::English => text.en,
        }
    }

    /// One of two.
    #[must_use]
    pub fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::French => french,
            Self::English => english,
        }
    }
}
