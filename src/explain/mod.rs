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

use serde::{Deserialize, Serialize};

pub use catalogue::{CATALOGUE, Entry, entry};
pub use format::{amount, between, day, money, month, percent, quarter_words, telling};
pub use names::Named;
pub(crate) use names::names;
pub use sentences::{adviser, capitalised, citizen, resource, value_text};

use crate::law::Text;

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum Language {
    /// French.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
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
