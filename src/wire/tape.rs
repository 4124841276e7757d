//! The way out: an answer written onto a flat tape, which the host reads back into plain objects.
//!
//! A tape is a list of 32-bit words and one text. Each word is a tag in its low three bits and a
//! payload above them. Keys and words known at compile time are entered by their place in the list of
//! them all (see [`super::words`]), which the host reads once; every other text is appended to the one
//! text and entered by its length, so that the host decodes it at one stroke. Lists and objects go on
//! until their end is marked. Nothing is parsed, and no number is formatted.

use alloc::string::String;
use alloc::vec::Vec;

use super::words::{Key, Word};
use crate::calendar::{Period, Timestamp};
use crate::money::Amount;
use crate::text::Text;

/// `null`.
pub const NULL: u32 = 0;
/// `false` or `true`, as payload 0 or 1.
pub const BOOL: u32 = 1;
/// A small whole number in the payload.
pub const SMALL: u32 = 2;
/// A whole number in the next two words, low then high.
pub const LARGE: u32 = 3;
/// A text known at compile time: its place in the list.
pub const KNOWN: u32 = 4;
/// The next so many UTF-16 units of the text.
pub const TEXT: u32 = 5;
/// Values, up to the end.
pub const LIST: u32 = 6;
/// Keys and values, up to the end.
pub const MAP: u32 = 7;
/// The end of a list or an object.
pub const END: u32 = 1 << TAG_BITS;

pub(super) const TAG_BITS: u32 = 3;
const SMALL_LIMIT: u64 = 1 << 28;

/// An answer on its way out. Reused, it allocates nothing.
#[derive(Default)]
pub struct Tape {
    /// Tags and payloads.
    pub words: Vec<u32>,
    /// Every text that is not known at compile time.
    pub text: String,
}

/// What can stand on a tape.
pub trait Write {
    /// Enters one value.
    fn write(&self, out: &mut Tape);
}

impl Tape {
    /// Writes an answer in place of what was there.
    pub fn answer(&mut self, value: &dyn Write) {
        self.words.clear();
        self.text.clear();
        value.write(self);
    }
}

// Out of line, each of them: a field of an answer is then one call, and all of the code stands here once.

/// Values.
impl Tape {
    #[inline(never)]
    fn put(&mut self, word: u32) {
        self.words.push(word);
    }

    /// Nothing.
    pub fn put_null(&mut self) {
        self.put(NULL);
    }

    /// A truth value.
    pub fn put_bool(&mut self, value: bool) {
        self.put((u32::from(value) << TAG_BITS) | BOOL);
    }

    /// A whole number.
    #[inline(never)]
    pub fn put_whole(&mut self, value: i64) {
        let bits = value.cast_unsigned();
        if bits < SMALL_LIMIT {
            return self.put(((bits as u32) << TAG_BITS) | SMALL);
        }
        self.put(LARGE);
        self.put(bits as u32);
        self.put((bits >> 32) as u32);
    }

    /// A word.
    pub fn put_word(&mut self, word: Word) {
        self.put((word.place() << TAG_BITS) | KNOWN);
    }

    /// A text.
    #[inline(never)]
    pub fn put_text(&mut self, text: &str) {
        // A character begins with a byte that goes on none, and is two units where it takes four bytes.
        let units = |byte: u8| u32::from(byte & 0xc0 != 0x80).wrapping_add((byte >= 0xf0).into());
        let units = text.bytes().fold(0_u32, |sum, byte| sum.wrapping_add(units(byte)));
        self.append(text, units);
    }

    /// A text of so many units.
    #[inline(never)]
    fn append(&mut self, text: &str, units: u32) {
        self.text.push_str(text);
        self.put((units << TAG_BITS) | TEXT);
    }

    /// A text that is known to be ASCII.
    fn put_ascii(&mut self, text: &str) {
        self.append(text, text.len() as u32);
    }

    /// An amount.
    #[inline(never)]
    pub fn put_amount(&mut self, amount: &Amount) {
        self.put_ascii(amount.in_text(&mut [0; 40]));
    }

    /// An instant.
    #[inline(never)]
    pub fn put_time(&mut self, at: &Timestamp) {
        self.put_ascii(at.in_text(&mut [0; 40]));
    }

    /// Values in a row.
    pub fn put_list<T: Write>(&mut self, list: &[T]) {
        self.put(LIST);
        for value in list {
            value.write(self);
        }
        self.end();
    }

    /// Begins an object.
    pub fn put_object(&mut self) {
        self.put(MAP);
    }

    /// Begins an object of a kind.
    #[inline(never)]
    pub fn put_kind(&mut self, kind: Word) {
        self.put_object();
        self.word(Key::Kind, kind);
    }

    /// Ends an object.
    pub fn end(&mut self) {
        self.put(END);
    }
}

/// Fields.
impl Tape {
    /// The name of a field; its value comes next.
    pub fn key(&mut self, key: Key) {
        self.put((key.place() << TAG_BITS) | KNOWN);
    }

    /// Nothing.
    #[inline(never)]
    pub fn null(&mut self, key: Key) {
        self.key(key);
        self.put_null();
    }

    /// A truth value.
    #[inline(never)]
    pub fn bool(&mut self, key: Key, value: bool) {
        self.key(key);
        self.put_bool(value);
    }

    /// A truth value that is left out where it is false.
    #[inline(never)]
    pub fn only_true(&mut self, key: Key, value: bool) {
        if value {
            self.bool(key, true);
        }
    }

    /// A whole number.
    #[inline(never)]
    pub fn whole(&mut self, key: Key, value: i64) {
        self.key(key);
        self.put_whole(value);
    }

    /// A whole number that may be left out.
    #[inline(never)]
    pub fn optional_whole(&mut self, key: Key, value: &Option<i64>) {
        if let Some(value) = value {
            self.whole(key, *value);
        }
    }

    /// A whole number, or nothing.
    #[inline(never)]
    pub fn nullable_whole(&mut self, key: Key, value: &Option<i64>) {
        match value {
            Some(value) => self.whole(key, *value),
            None => self.null(key),
        }
    }

    /// A word.
    #[inline(never)]
    pub fn word(&mut self, key: Key, word: Word) {
        self.key(key);
        self.put_word(word);
    }

    /// A text.
    #[inline(never)]
    pub fn str(&mut self, key: Key, text: &str) {
        self.key(key);
        self.put_text(text);
    }

    /// A text.
    #[inline(never)]
    pub fn text(&mut self, key: Key, text: &Text) {
        self.str(key, text);
    }

    /// A text that may be left out.
    #[inline(never)]
    pub fn optional_text(&mut self, key: Key, text: &Option<Text>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// An amount.
    #[inline(never)]
    pub fn amount(&mut self, key: Key, amount: &Amount) {
        self.key(key);
        self.put_amount(amount);
    }

    /// An amount that may be left out.
    #[inline(never)]
    pub fn optional_amount(&mut self, key: Key, amount: &Option<Amount>) {
        if let Some(amount) = amount {
            self.amount(key, amount);
        }
    }

    /// An instant.
    #[inline(never)]
    pub fn time(&mut self, key: Key, at: &Timestamp) {
        self.key(key);
        self.put_time(at);
    }

    /// An instant that may be left out.
    #[inline(never)]
    pub fn optional_time(&mut self, key: Key, at: &Option<Timestamp>) {
        if let Some(at) = at {
            self.time(key, at);
        }
    }

    /// A span.
    #[inline(never)]
    pub fn period(&mut self, key: Key, period: &Period) {
        self.key(key);
        period.write(self);
    }

    /// Begins an object.
    #[inline(never)]
    pub fn object(&mut self, key: Key) {
        self.key(key);
        self.put_object();
    }

    /// Begins values in a row.
    #[inline(never)]
    pub fn open_list(&mut self, key: Key) {
        self.key(key);
        self.put(LIST);
    }

    /// Whatever has a way to be written.
    pub fn value<T: Write>(&mut self, key: Key, value: &T) {
        self.key(key);
        value.write(self);
    }

    /// Whatever has a way to be written, and may be left out.
    pub fn optional<T: Write>(&mut self, key: Key, value: &Option<T>) {
        if let Some(value) = value {
            self.value(key, value);
        }
    }

    /// Values in a row.
    pub fn list<T: Write>(&mut self, key: Key, list: &[T]) {
        self.key(key);
        self.put_list(list);
    }

    /// Values in a row that may be left out.
    pub fn optional_list<T: Write>(&mut self, key: Key, list: &Option<Vec<T>>) {
        if let Some(list) = list {
            self.list(key, list);
        }
    }
}

impl Write for i64 {
    fn write(&self, out: &mut Tape) {
        out.put_whole(*self);
    }
}

impl Write for &str {
    fn write(&self, out: &mut Tape) {
        out.put_text(self);
    }
}

impl Write for Text {
    fn write(&self, out: &mut Tape) {
        out.put_text(self);
    }
}

impl Write for Amount {
    fn write(&self, out: &mut Tape) {
        out.put_amount(self);
    }
}

impl Write for Timestamp {
    fn write(&self, out: &mut Tape) {
        out.put_time(self);
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, out: &mut Tape) {
        out.put_list(self);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, out: &mut Tape) {
        match self {
            Some(value) => value.write(out),
            None => out.put_null(),
        }
    }
}
