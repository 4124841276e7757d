//! The way out: an answer written onto a flat tape, which the host reads back into plain objects.
//!
//! A tape is a list of 32-bit words and one text. Each word is a tag in its low three bits and a
//! payload above them. Keys and words known at compile time are entered by where they stand in memory, so
//! that the host turns each into its own string once; every other text is appended to the one text and
//! entered by its length, so that the host decodes it at one stroke. Nothing is parsed, and no number is
//! formatted.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;

use serde::ser::{
    self, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// `null`.
pub const NULL: u32 = 0;
/// `false` or `true`, as payload 0 or 1.
pub const BOOL: u32 = 1;
/// A small whole number in the payload.
pub const SMALL: u32 = 2;
/// A whole number in the next two words, low then high.
pub const LARGE: u32 = 3;
/// A text known at compile time: its address is in the payload, its length in the next word.
pub const STATIC: u32 = 4;
/// The next so many UTF-16 units of the text.
pub const TEXT: u32 = 5;
/// So many values follow.
pub const LIST: u32 = 6;
/// So many keys and values follow.
pub const MAP: u32 = 7;

pub(super) const TAG_BITS: u32 = 3;
const SMALL_LIMIT: i64 = 1 << 28;

/// An answer on its way out. Reused, it allocates nothing.
#[derive(Default)]
pub struct Tape {
    /// Tags and payloads.
    pub words: Vec<u32>,
    /// Every text that is not known at compile time.
    pub text: String,
}

/// Writing cannot fail but for what the answer's types never hold.
#[derive(Debug)]
pub struct TapeError;

impl Display for TapeError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str("not a value of an answer")
    }
}
impl core::error::Error for TapeError {}
impl ser::Error for TapeError {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

const fn word(tag: u32, payload: u32) -> u32 {
    (payload << TAG_BITS) | tag
}

impl Tape {
    /// Writes an answer in place of what was there.
    ///
    /// # Errors
    /// Never for the types of this crate.
    pub fn write(&mut self, value: &impl Serialize) -> Result<(), TapeError> {
        self.words.clear();
        self.text.clear();
        value.serialize(&mut *self)
    }

    fn enter(&mut self, text: &'static str) -> Result<(), TapeError> {
        // Texts known at compile time stand at the lowest addresses, which need far fewer bits than a payload has.
        self.words.push(word(STATIC, text.as_ptr().addr() as u32));
        self.words.push(u32::try_from(text.len()).map_err(|_| TapeError)?);
        Ok(())
    }

    fn integer(&mut self, value: i64) -> Result<(), TapeError> {
        if (0..SMALL_LIMIT).contains(&value) {
            self.words.push(word(SMALL, u32::try_from(value).map_err(|_| TapeError)?));
            return Ok(());
        }
        let bits = value.cast_unsigned();
        self.words.push(LARGE);
        self.words.push((bits & 0xffff_ffff) as u32);
        self.words.push((bits >> 32) as u32);
        Ok(())
    }

    fn append(&mut self, text: &str) -> Result<(), TapeError> {
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.text.push_str(text);
        self.words.push(word(TEXT, u32::try_from(units).map_err(|_| TapeError)?));
        Ok(())
    }
}

/// A list or an object whose length is known at its end.
pub struct Open<'a> {
    tape: &'a mut Tape,
    at: usize,
    tag: u32,
    count: u32,
}

impl Tape {
    fn open(&mut self, tag: u32) -> Open<'_> {
        let at = self.words.len();
        self.words.push(tag);
        Open { tape: self, at, tag, count: 0 }
    }
}

impl Open<'_> {
    fn close(self) {
        if let Some(slot) = self.tape.words.get_mut(self.at) {
            *slot = word(self.tag, self.count);
        }
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), TapeError> {
        self.tape.enter(key)?;
        self.count = self.count.saturating_add(1);
        value.serialize(&mut *self.tape)
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), TapeError> {
        self.count = self.count.saturating_add(1);
        value.serialize(&mut *self.tape)
    }
}

impl<'a> Serializer for &'a mut Tape {
    type Ok = ();
    type Error = TapeError;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Open<'a>;
    type SerializeTupleVariant = Open<'a>;
    type SerializeMap = Impossible<(), TapeError>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Open<'a>;

    fn serialize_bool(self, value: bool) -> Result<(), TapeError> {
        self.words.push(word(BOOL, value.into()));
        Ok(())
    }
    fn serialize_i8(self, value: i8) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_i64(self, value: i64) -> Result<(), TapeError> {
        self.integer(value)
    }
    fn serialize_u8(self, value: u8) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<(), TapeError> {
        self.integer(value.into())
    }
    fn serialize_u64(self, value: u64) -> Result<(), TapeError> {
        self.integer(i64::try_from(value).map_err(|_| TapeError)?)
    }
    fn serialize_f32(self, _: f32) -> Result<(), TapeError> {
        Err(TapeError) // No float is an answer.
    }
    fn serialize_f64(self, _: f64) -> Result<(), TapeError> {
        Err(TapeError) // No float is an answer.
    }
    fn serialize_char(self, value: char) -> Result<(), TapeError> {
        self.append(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<(), TapeError> {
        self.append(value)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), TapeError> {
        Err(TapeError)
    }
    fn serialize_none(self) -> Result<(), TapeError> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), TapeError> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), TapeError> {
        self.words.push(NULL);
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), TapeError> {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), TapeError> {
        self.enter(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), TapeError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<(), TapeError> {
        Err(TapeError)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, TapeError> {
        Ok(self.open(LIST))
    }
    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, TapeError> {
        Ok(self.open(LIST))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, TapeError> {
        Ok(self.open(LIST))
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Open<'a>, TapeError> {
        Err(TapeError)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, TapeError> {
        Err(TapeError) // Every key of an answer is known at compile time.
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, TapeError> {
        Ok(self.open(MAP))
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Open<'a>, TapeError> {
        Err(TapeError)
    }
}

macro_rules! elements {
    ($($trait:ident $method:ident),*) => {$(
        impl $trait for Open<'_> {
            type Ok = ();
            type Error = TapeError;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), TapeError> {
                self.element(value)
            }
            fn end(self) -> Result<(), TapeError> {
                self.close();
                Ok(())
            }
        }
    )*};
}
elements!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);

macro_rules! fields {
    ($($trait:ident),*) => {$(
        impl $trait for Open<'_> {
            type Ok = ();
            type Error = TapeError;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), TapeError> {
                self.field(key, value)
            }
            fn end(self) -> Result<(), TapeError> {
                self.close();
                Ok(())
            }
        }
    )*};
}
fields!(SerializeStruct, SerializeStructVariant);
