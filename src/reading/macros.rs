//! What a type says to be read: its names, once.

/// An enumeration of words: its values, how each is written, and how it is read.
#[macro_export]
#[doc(hidden)]
macro_rules! word {
    ($(#[$meta:meta])* $name:ident {
        $(#[$first_doc:meta])* $first:ident = $first_text:literal
        $(, $(#[$doc:meta])* $variant:ident = $text:literal)* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        pub enum $name {
            $(#[$first_doc])* #[serde(rename = $first_text)] $first
            $(, $(#[$doc])* #[serde(rename = $text)] $variant)*
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$variant)*];

            /// How each is written, in the same order.
            pub const NAMES: &'static [&'static str] = &[$first_text $(, $text)*];

            /// How it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::$first => $first_text,
                    $(Self::$variant => $text),*
                }
            }

            /// Its place in [`Self::ALL`].
            #[must_use]
            pub const fn index(self) -> usize {
                self as usize
            }
        }

        impl $crate::reading::Read for $name {
            fn blank() -> Self {
                Self::$first
            }

            fn read(&mut self, tree: &$crate::reading::Tree, reader: &mut $crate::reading::Reader) {
                let place = reader.word(tree, Self::NAMES);
                *self = place.and_then(|place| Self::ALL.get(place)).copied().unwrap_or(Self::$first);
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::reading::deserialize(deserializer)
            }
        }
    };
}

/// How a record is read: the fields that are needed, then those that may be left out, with what they are then.
#[macro_export]
#[doc(hidden)]
macro_rules! reads {
    (@left_out) => {
        Default::default()
    };
    (@left_out $default:expr) => {
        $default
    };
    ($($name:ident { $($needed:ident),*; $($optional:ident $(= $default:expr)?),* })+) => {$(
        impl $crate::reading::Read for $name {
            fn blank() -> Self {
                Self {
                    $($needed: $crate::reading::Read::blank(),)*
                    $($optional: $crate::reads!(@left_out $($default)?),)*
                }
            }

            fn read(&mut self, tree: &$crate::reading::Tree, reader: &mut $crate::reading::Reader) {
                const NAMES: &[&str] = &[$(stringify!($needed),)* $(stringify!($optional),)*];
                const NEEDED: &[&str] = &[$(stringify!($needed)),*];
                reader.record(tree, NAMES, NEEDED.len(), &mut [$(&mut self.$needed,)* $(&mut self.$optional,)*]);
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::reading::deserialize(deserializer)
            }
        }
    )+};
}

/// How one of several alternatives is read: by a name and what it holds, or by a word alone.
#[macro_export]
#[doc(hidden)]
macro_rules! reads_one_of {
    ($($name:ident = $blank:expr; { $($variant:ident = $text:literal),*; $($word:ident = $alone:literal),* })+) => {$(
        impl $crate::reading::Read for $name {
            fn blank() -> Self {
                $blank
            }

            fn read(&mut self, tree: &$crate::reading::Tree, reader: &mut $crate::reading::Reader) {
                const NAMES: &[&str] = &[$($text,)* $($alone),*];
                match tree.choice() {
                    $(Some(($text, held)) => {
                        let mut value = $crate::reading::Read::blank();
                        reader.field($text, held, &mut value);
                        *self = Self::$variant(value);
                    })*
                    $(Some(($alone, $crate::reading::Tree::Nothing)) => *self = Self::$word,)*
                    _ => reader.refuse(tree, $crate::reading::Refusal::NotOneOf(NAMES)),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::reading::deserialize(deserializer)
            }
        }
    )+};
}
