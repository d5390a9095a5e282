use core::fmt::Write;
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

use super::fault::{Fault, Refusal};
use super::tree::Tree;

/// Longest value repeated in a fault, in characters.
const LONGEST: usize = 60;

/// Something that is read from a tree, in place: the walk is then the same code for every type.
pub trait Read {
    /// What stands there until it is read. Nobody sees it: a reading with a fault gives no value.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads what the tree holds, or tells the reader why it cannot.
    fn read(&mut self, tree: &Tree, reader: &mut Reader);
}

/// Reads a whole tree.
///
/// # Errors
/// Every fault, with its place.
///
/// # Example
/// ```
/// use tarif_social::household::LineInput;
/// use tarif_social::reading::{Tree, read};
/// let tree = Tree::Record(vec![("amount".into(), Tree::Number("15.99".into()))]);
/// let faults = read::<LineInput>(&tree).unwrap_err();
/// assert_eq!(faults[0].to_string(), "post: this field is needed: fill it in");
/// ```
pub fn read<T: Read>(tree: &Tree) -> Result<T, Vec<Fault>> {
    let mut reader = Reader::default();
    let mut value = T::blank();
    value.read(tree, &mut reader);
    if reader.faults.is_empty() {
        Ok(value)
    } else {
        Err(reader.faults)
    }
}

/// Reads a value in whatever format serde knows.
///
/// # Errors
/// What the format refuses, or every fault in one text.
pub fn deserialize<'de, T: Read, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    read(&Tree::deserialize(deserializer)?).map_err(|faults| {
        let texts: Vec<String> = faults.iter().map(ToString::to_string).collect();
        D::Error::custom(texts.join("; "))
    })
}

/// Walks a tree, and keeps the faults with their places.
#[derive(Debug, Default)]
pub struct Reader {
    place: String,
    faults: Vec<Fault>,
}

impl Reader {
    /// Refuses what stands here.
    pub fn refuse(&mut self, tree: &Tree, refusal: Refusal) {
        let value = match tree {
            Tree::Text(text) | Tree::Number(text) => text.chars().take(LONGEST).collect(),
            Tree::Truth(truth) => truth.to_string(),
            Tree::Nothing | Tree::List(_) | Tree::Record(_) => String::new(),
        };
        self.faults.push(Fault {
            field: self.place.clone(),
            value,
            refusal,
        });
    }

    /// Reads a field.
    pub fn field(&mut self, name: &str, tree: &Tree, slot: &mut dyn Read) {
        let end = self.enter(name);
        slot.read(tree, self);
        self.place.truncate(end);
    }

    fn refuse_field(&mut self, name: &str, tree: &Tree, refusal: Refusal) {
        let end = self.enter(name);
        self.refuse(tree, refusal);
        self.place.truncate(end);
    }

    /// Goes to a field; returns the length of the place to come back to.
    fn enter(&mut self, name: &str) -> usize {
        let end = self.place.len();
        if end > 0 {
            self.place.push('.');
        }
        self.place.push_str(name);
        end
    }

    /// Reads a record of at most 32 fields: the first `needed` of them must be there, and `null` leaves out another.
    /// No other name is accepted.
    pub fn record(&mut self, tree: &Tree, names: &'static [&'static str], needed: usize, slots: &mut [&mut dyn Read]) {
        let Tree::Record(fields) = tree else {
            return self.refuse(tree, Refusal::NotARecord);
        };
        let mut given = 0_u32;
        for (name, tree) in fields {
            let known = names
                .iter()
                .zip(&mut *slots)
                .enumerate()
                .find(|(_, (known, _))| *known == name);
            let Some((place, (_, slot))) = known else {
                self.refuse_field(name, &Tree::Nothing, Refusal::UnknownField);
                continue;
            };
            if given & (1 << place) != 0 {
                self.refuse_field(name, tree, Refusal::GivenTwice);
            }
            given |= 1 << place;
            if place < needed || *tree != Tree::Nothing {
                self.field(name, tree, *slot);
            }
        }
        for (place, name) in names.iter().enumerate().take(needed) {
            if given & (1 << place) == 0 {
                self.refuse_field(name, &Tree::Nothing, Refusal::Missing);
            }
        }
    }

    /// The items of a list, each read by `item`.
    pub fn items(&mut self, tree: &Tree, item: &mut dyn FnMut(&Tree, &mut Self)) {
        let Tree::List(items) = tree else {
            return self.refuse(tree, Refusal::NotAList);
        };
        let end = self.place.len();
        for (place, tree) in items.iter().enumerate() {
            // writing to a String cannot fail
            let _ = write!(self.place, "[{place}]");
            item(tree, self);
            self.place.truncate(end);
        }
    }

    /// The place of a word among `words`.
    pub fn word(&mut self, tree: &Tree, words: &'static [&'static str]) -> Option<usize> {
        let place = match tree {
            Tree::Text(text) => words.iter().position(|word| word == text),
            _ => None,
        };
        if place.is_none() {
            self.refuse(tree, Refusal::NotOneOf(words));
        }
        place
    }
}

impl<T: Read> Read for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        let mut value = T::blank();
        value.read(tree, reader);
        *self = Some(value);
    }
}

impl<T: Read> Read for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        reader.items(tree, &mut |tree, reader| {
            let mut value = T::blank();
            value.read(tree, reader);
            self.push(value);
        });
    }
}

impl<T: Read + Clone> Read for Cow<'static, [T]> {
    fn blank() -> Self {
        Cow::Borrowed(&[])
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        let mut list = Vec::new();
        list.read(tree, reader);
        *self = Cow::Owned(list);
    }
}

/// The fields of a record, by name.
impl<T: Read> Read for Vec<(String, T)> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        let Tree::Record(fields) = tree else {
            return reader.refuse(tree, Refusal::NotARecord);
        };
        for (name, tree) in fields {
            if self.iter().any(|(given, _)| given == name) {
                reader.refuse_field(name, tree, Refusal::GivenTwice);
            }
            let mut value = T::blank();
            reader.field(name, tree, &mut value);
            self.push((name.clone(), value));
        }
    }
}

impl Read for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        match tree {
            Tree::Text(text) => self.clone_from(text),
            _ => reader.refuse(tree, Refusal::NotAText),
        }
    }
}

impl Read for Cow<'static, str> {
    fn blank() -> Self {
        Cow::Borrowed("")
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        let mut text = String::new();
        text.read(tree, reader);
        *self = Cow::Owned(text);
    }
}

impl Read for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, tree: &Tree, reader: &mut Reader) {
        match tree {
            Tree::Truth(truth) => *self = *truth,
            _ => reader.refuse(tree, Refusal::NotATruth),
        }
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl Read for $type {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, tree: &Tree, reader: &mut Reader) {
                let number = match tree {
                    Tree::Number(text) => text.parse().ok(),
                    _ => None,
                };
                match number {
                    Some(number) => *self = number,
                    None => reader.refuse(tree, Refusal::NotAWholeNumber),
                }
            }
        }
    )+};
}

whole_numbers!(i64, u32, u8);
