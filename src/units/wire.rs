//! How money, rates and dates cross JSON and TOML: as text, exact; money and rates may also come in as numbers.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{AmountError, Cents, Day, Euros, Month, Rate, RateError, TimeError};

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

/// Reads a text, or a number when the type takes one, and keeps the parser's own words on failure.
struct Text<T> {
    expecting: &'static str,
    numbers: bool,
    read: PhantomData<T>,
}

impl<T: FromStr<Err: fmt::Display>> Text<T> {
    fn parse<E: Error>(text: &str) -> Result<T, E> {
        text.parse()
            .map_err(|error| E::custom(format_args!("`{text}`: {error}")))
    }

    fn number<E: Error>(&self, number: impl fmt::Display) -> Result<T, E> {
        if self.numbers {
            Self::parse(&number.to_string())
        } else {
            Err(E::custom(format_args!("`{number}` is a number: {}", self.expecting)))
        }
    }
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Self::parse(text)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.number(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.number(number)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.number(number) // the shortest decimals that read back as this number: 15.99 stays 15.99
    }
}

macro_rules! crosses_as_text {
    ($($type:ident, $numbers:literal, $expecting:literal, $pattern:literal;)*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let reader = Text { expecting: $expecting, numbers: $numbers, read: PhantomData };
                if $numbers { deserializer.deserialize_any(reader) } else { deserializer.deserialize_str(reader) }
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
    Euros, true, "an amount in euros, like `646.52`", r"^-?[0-9]+(\.[0-9]{1,2})?$";
    Cents, true, "an amount in euros, like `646.52`", r"^-?[0-9]+(\.[0-9]{1,2})?$";
    Rate, true, "a rate, like `0.62` for 62 %", r"^-?[0-9]+(\.[0-9]{1,6})?$";
    Month, false, "a month, like `2014-11`", r"^[0-9]{4}-[0-9]{2}$";
    Day, false, "a day, like `2014-11-30`", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
}
