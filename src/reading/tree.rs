use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Deepest record or list looked into: beyond, a JavaScript object may hold itself.
pub const DEEPEST: u8 = 64;

/// What JSON, TOML or a JavaScript object holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// Nothing: `null`.
    Nothing,
    /// Yes or no.
    Truth(bool),
    /// A number, in decimals: `15.99`.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Fields by name, in the order given.
    Record(Vec<(String, Tree)>),
}

impl Tree {
    /// A number, in decimals.
    #[must_use]
    pub fn number(number: f64) -> Self {
        Self::Number(decimal(number))
    }

    /// The text or the number.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The field of this name, when there are fields.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(fields) => fields.iter().find(|(given, _)| given == name).map(|(_, tree)| tree),
            _ => None,
        }
    }

    /// One of several alternatives: the name of a field alone and what it holds, or a text, holding nothing.
    #[must_use]
    pub fn choice(&self) -> Option<(&str, &Self)> {
        match self {
            Self::Text(name) => Some((name, &Self::Nothing)),
            Self::Record(fields) => match fields.as_slice() {
                [(name, held)] => Some((name, held)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// No accepted number comes near this one: a larger one is refused by any range, and loses its decimals.
const LARGEST: f64 = 9e9;

/// A number in decimals. No amount and no rate has more than six, so that one with more is only begun, and refused.
#[expect(
    clippy::float_cmp,
    reason = "exactly: the decimals are those of the number when they read back as it"
)]
fn decimal(number: f64) -> String {
    if number.abs() > LARGEST {
        return (number as i64).to_string();
    }
    let millionths = (number * 1e6).round();
    let sign = if millionths < 0.0 { "-" } else { "" };
    let digits = millionths.abs() as u64;
    let text = format!("{sign}{}.{:06}", digits / 1_000_000, digits % 1_000_000);
    if millionths / 1e6 == number {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text + "…"
    }
}

/// Reads a tree, so many records and lists deep at most.
#[derive(Clone, Copy)]
struct Deep(u8);

impl<'de> Visitor<'de> for Deep {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, yes or no, a list or fields")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tree, E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.inside()?)? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = entries.next_key()? {
            fields.push((name, entries.next_value_seed(self.inside()?)?));
        }
        Ok(Tree::Record(fields))
    }
}

impl Deep {
    fn inside<E: Error>(self) -> Result<Self, E> {
        self.0
            .checked_sub(1)
            .map(Self)
            .ok_or_else(|| E::custom(format_args!("more than {DEEPEST} objects or lists, one inside another")))
    }
}

impl<'de> DeserializeSeed<'de> for Deep {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deep(DEEPEST).deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_number_is_written_in_decimals_and_only_begun_when_it_has_too_many() {
        for (number, text) in [
            (15.99, "15.99"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (1e-6, "0.000001"),
            (4_999_999.999_999, "4999999.999999"),
            (0.1 + 0.2, "0.300000…"),
            (1.5e-7, "0.000000…"),
            (12_345_678_901.5, "12345678901"),
            (-2.5e300, "-9223372036854775808"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }
}
