//! The generic tree that every document is read into, from JSON or from JavaScript values.

use alloc::string::String;
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Levels that a document may be nested.
pub const MAX_DEPTH: u32 = 24;
/// Values that a document may consist of: more than 10,000 prices with all their fields.
pub const MAX_VALUES: u32 = 250_000;
/// Bytes of one text.
pub const MAX_TEXT: usize = 10_000;

/// A value of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Document {
    /// `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number in the range that JavaScript holds exactly.
    Integer(i64),
    /// Any other number. What it is does not matter: nothing takes one.
    Fraction,
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Document>),
    /// An object, in its order.
    Map(Vec<(String, Document)>),
    /// Nested beyond the limit.
    TooDeep,
    /// Beyond the limit of values, or a text beyond its own.
    TooLarge,
}

/// The largest whole number that JavaScript holds exactly.
pub const MAX_SAFE: i64 = 9_007_199_254_740_991;

#[derive(Clone, Copy)]
struct Seed<'a> {
    depth: u32,
    values: &'a Cell<u32>,
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        let Some(left) = self.values.get().checked_sub(1) else {
            IgnoredAny::deserialize(deserializer)?;
            return Ok(Document::TooLarge);
        };
        self.values.set(left);
        let Some(depth) = self.depth.checked_sub(1) else {
            IgnoredAny::deserialize(deserializer)?;
            return Ok(Document::TooDeep);
        };
        deserializer.deserialize_any(Seed { depth, ..self })
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Document;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a document")
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(if value.unsigned_abs() <= MAX_SAFE.unsigned_abs() { Document::Integer(value) } else { Document::Fraction })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(i64::try_from(value).ok().filter(|value| *value <= MAX_SAFE).map_or(Document::Fraction, Document::Integer))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Document, E> {
        Ok(Document::Fraction)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(if text.len() > MAX_TEXT { Document::TooLarge } else { Document::Text(String::from(text)) })
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(if text.len() > MAX_TEXT { Document::TooLarge } else { Document::Text(text) })
    }

    fn visit_char<E: Error>(self, character: char) -> Result<Document, E> {
        Ok(Document::Text(String::from(character)))
    }

    // Left out, these would report a wrong type in words, with all of float formatting in the binary.

    fn visit_i128<E>(self, _: i128) -> Result<Document, E> {
        Ok(Document::Fraction)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Document, E> {
        Ok(Document::Fraction)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Document, E> {
        Ok(Document::Fraction)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element_seed(self)? {
            list.push(value);
            if self.values.get() == 0 {
                while access.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Document::TooLarge);
            }
        }
        Ok(Document::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = access.next_key_seed(self)? {
            let value = access.next_value_seed(self)?;
            // Keys are text wherever documents come from; a text too long to be one is no known key either.
            map.push((if let Document::Text(key) = key { key } else { String::from("(too long)") }, value));
            if self.values.get() == 0 {
                while access.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Document::TooLarge);
            }
        }
        Ok(Document::Map(map))
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Cell::new(MAX_VALUES);
        Seed { depth: MAX_DEPTH, values: &values }.deserialize(deserializer)
    }
}
