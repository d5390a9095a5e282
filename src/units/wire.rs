//! How money, rates and dates cross JSON and TOML: as text, exact; money and rates may also come in as numbers.

use core::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::{AmountError, Cents, Day, Euros, Month, Rate, RateError, TimeError};
use crate::reading::{self, Read, Reader, Refusal, Tree};

impl FromStr for Euros {
    type Err = AmountError;
    fn from_str(text: &str) -> Result<Self, AmountError> {
        Self::parse(text)
    }
}

impl FromStr for Cents {
    type Err = AmountError;
    fn from_str(text: &str) -> Result<Self, AmountError> {
        Euros::parse(text).map(Euros::cents)
    }
}

impl FromStr for Rate {
    type Err = RateError;
    fn from_str(text: &str) -> Result<Self, RateError> {
        Self::parse(text)
    }
}

impl FromStr for Month {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        Self::parse(text)
    }
}

impl FromStr for Day {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        Self::parse(text)
    }
}

/// What stands where a date was not read yet.
const BLANK: Month = Month::new(2000, 1);

macro_rules! crosses_as_text {
    ($($type:ident, $numbers:literal, $blank:expr, $refusal:expr, $expecting:literal, $pattern:literal;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.digits().as_str())
            }
        }

        impl Read for $type {
            fn blank() -> Self {
                $blank
            }

            fn read(&mut self, tree: &Tree, reader: &mut Reader) {
                let text = match tree {
                    Tree::Number(_) if !$numbers => None,
                    _ => tree.written(),
                };
                match text.and_then(|text| Self::from_str(text).ok()) {
                    Some(value) => *self = value,
                    None => reader.refuse(tree, $refusal),
                }
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                reading::deserialize(deserializer)
            }
        }

        #[cfg(feature = "cli")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                if $numbers {
                    schemars::json_schema!({ "type": ["string", "number"], "pattern": $pattern, "description": $expecting })
                } else {
                    schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $expecting })
                }
            }
        }
    )*};
}

crosses_as_text! {
    Euros, true, Self::from(Cents::ZERO), Refusal::NotAnAmount, "an amount in euros, like `646.52`", r"^-?[0-9]+(\.[0-9]{1,2})?$";
    Cents, true, Self::ZERO, Refusal::NotAnAmount, "an amount in euros, like `646.52`", r"^-?[0-9]+(\.[0-9]{1,2})?$";
    Rate, true, Self::default(), Refusal::NotARate, "a rate, like `0.62` for 62 %", r"^-?[0-9]+(\.[0-9]{1,6})?$";
    Month, false, BLANK, Refusal::NotAMonth, "a month, like `2014-11`", r"^[0-9]{4}-[0-9]{2}$";
    Day, false, BLANK.first_day(), Refusal::NotADay, "a day, like `2014-11-30`", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
}
