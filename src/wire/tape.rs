//! The way out: an answer written onto a flat tape, which the host reads back into plain objects.
//!
//! A tape is a list of entries and one text. An entry is two 32-bit words, a key and a value, each a tag
//! in its low three bits and a payload above them. Keys and words known at compile time are entered by
//! their place in the list of them all (see [`super::words`]), which the host reads once; every other
//! text is appended to the one text and entered by its length, so that the host decodes it at one stroke.
//! Lists and objects go on until an entry that marks their end. Nothing is parsed, and no number is
//! formatted.

use alloc::vec::Vec;

use super::intake::units_of;
use super::words::{Key, Word};
use crate::calendar::Timestamp;
use crate::decimal::Room;
use crate::money::Amount;
use crate::text::Text;

/// `null`.
pub const NULL: u32 = 0;
/// `false` or `true`, as payload 0 or 1.
pub const BOOL: u32 = 1;
/// A small whole number in the payload.
pub const SMALL: u32 = 2;
/// A whole number in the words of the next entry, low then high.
pub const LARGE: u32 = 3;
/// A text known at compile time: its place in the list.
pub const KNOWN: u32 = 4;
/// The next so many UTF-16 units of the text.
pub const TEXT: u32 = 5;
/// The next entries, without their keys.
pub const LIST: u32 = 6;
/// The next entries; the payload is a [`Shape`], or 0.
pub const MAP: u32 = 7;
/// The end of a list or an object.
pub const END: u32 = 1 << TAG_BITS;

pub(super) const TAG_BITS: u32 = 3;
const SMALL_LIMIT: u64 = 1 << 28;

/// An object that always has certain fields, and begins with them. The host makes it with all of them at once, which
/// takes far less than to add one after the other; whatever else it has follows.
#[derive(Clone, Copy)]
pub enum Shape {
    /// kind, current, new, changed.
    Row = 1,
    /// start, end.
    Period,
    /// From engine to balanceAfter.
    Preview,
}

/// What is written is told by its place: what compilers make of it, both of its words, takes twice as much at each call.
fn at_place<T>(value: &T) -> &T {
    core::hint::black_box(value)
}

/// An answer on its way out. Reused, it allocates nothing.
pub struct Tape {
    /// Keys and values.
    pub entries: Vec<[u32; 2]>,
    /// Every text that is not known at compile time, in UTF-8.
    pub text: Vec<u8>,
    room: Room,
}

impl Default for Tape {
    fn default() -> Self {
        Self::new()
    }
}

/// What can stand on a tape.
pub trait Write {
    /// Enters one value.
    fn write(&self, key: Key, out: &mut Tape);
}

// Out of line, each of these: a field of an answer is then one call, and all of the code stands here once.
impl Tape {
    /// An empty one.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new(), text: Vec::new(), room: [0; 64] }
    }

    /// Writes an answer in place of what was there.
    pub fn answer(&mut self, value: &dyn Write) {
        self.entries.clear();
        self.text.clear();
        value.write(Key::Item, self);
    }

    #[inline(never)]
    fn enter(&mut self, key: Key, value: u32) {
        self.entries.push([(key.place() << TAG_BITS) | KNOWN, value]);
    }

    /// Nothing.
    #[inline(never)]
    pub fn null(&mut self, key: Key) {
        self.enter(key, NULL);
    }

    /// A truth value.
    #[inline(never)]
    pub fn bool(&mut self, key: Key, value: bool) {
        self.enter(key, (u32::from(value) << TAG_BITS) | BOOL);
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
        let bits = value.cast_unsigned();
        if bits < SMALL_LIMIT {
            return self.enter(key, ((bits as u32) << TAG_BITS) | SMALL);
        }
        self.enter(key, LARGE);
        self.entries.push([bits as u32, (bits >> 32) as u32]);
    }

    /// A whole number that may be left out.
    #[inline(never)]
    pub fn optional_whole(&mut self, key: Key, value: &Option<i64>) {
        if let Some(value) = value {
            self.whole(key, *value);
        }
    }

    /// A word.
    #[inline(never)]
    pub fn word(&mut self, key: Key, word: Word) {
        self.enter(key, (word.place() << TAG_BITS) | KNOWN);
    }

    /// A text.
    #[inline(never)]
    pub fn str(&mut self, key: Key, text: &str) {
        let units = text.bytes().fold(0_u32, |sum, byte| sum.wrapping_add(units_of(byte)));
        self.text.extend_from_slice(text.as_bytes());
        self.enter(key, (units << TAG_BITS) | TEXT);
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

    /// What was put together, from one place to another.
    #[inline(never)]
    fn put_together(&mut self, key: Key, from: usize, to: usize) {
        let text = self.room.get(from..to).unwrap_or_default();
        self.text.extend_from_slice(text);
        self.enter(key, ((text.len() as u32) << TAG_BITS) | TEXT);
    }

    /// An amount.
    #[inline(never)]
    pub fn amount(&mut self, key: Key, amount: &Amount) {
        let (from, to) = at_place(amount).put(&mut self.room);
        self.put_together(key, from, to);
    }

    /// An amount that may be left out.
    #[inline(never)]
    pub fn optional_amount(&mut self, key: Key, amount: &Option<Amount>) {
        if let Some(amount) = at_place(amount) {
            self.amount(key, amount);
        }
    }

    /// An instant.
    #[inline(never)]
    pub fn time(&mut self, key: Key, at: &Timestamp) {
        let length = at_place(at).put(&mut self.room);
        self.put_together(key, 0, length);
    }

    /// An instant that may be left out.
    #[inline(never)]
    pub fn optional_time(&mut self, key: Key, at: &Option<Timestamp>) {
        if let Some(at) = at_place(at) {
            self.time(key, at);
        }
    }

    /// Begins an object of a shape.
    #[inline(never)]
    pub fn shaped(&mut self, key: Key, shape: Shape) {
        self.enter(key, ((shape as u32) << TAG_BITS) | MAP);
    }

    /// Begins an object.
    #[inline(never)]
    pub fn object(&mut self, key: Key) {
        self.enter(key, MAP);
    }

    /// Begins an object of a kind.
    #[inline(never)]
    pub fn kind(&mut self, key: Key, kind: Word) {
        self.object(key);
        self.word(Key::Kind, kind);
    }

    /// Begins values in a row.
    #[inline(never)]
    pub fn open_list(&mut self, key: Key) {
        self.enter(key, LIST);
    }

    /// Ends an object or values in a row.
    #[inline(never)]
    pub fn end(&mut self) {
        self.enter(Key::Item, END);
    }

    /// Values in a row.
    pub fn list<T: Write>(&mut self, key: Key, list: &[T]) {
        self.open_list(key);
        for value in list {
            value.write(Key::Item, self);
        }
        self.end();
    }

    /// Values in a row that may be left out.
    pub fn optional_list<T: Write>(&mut self, key: Key, list: &Option<Vec<T>>) {
        if let Some(list) = list {
            self.list(key, list);
        }
    }

    /// Whatever has a way to be written, and may be left out.
    pub fn optional<T: Write>(&mut self, key: Key, value: &Option<T>) {
        if let Some(value) = value {
            value.write(key, self);
        }
    }

    /// A field whose name is not one of the keys.
    pub fn named(&mut self, name: &str, value: &dyn Write) {
        let at = self.entries.len();
        self.str(Key::Item, name);
        let Some([_, name]) = self.entries.pop() else { return };
        value.write(Key::Item, self);
        if let Some([key, _]) = self.entries.get_mut(at) {
            *key = name;
        }
    }
}

impl Write for i64 {
    fn write(&self, key: Key, out: &mut Tape) {
        out.whole(key, *self);
    }
}

impl Write for &str {
    fn write(&self, key: Key, out: &mut Tape) {
        out.str(key, self);
    }
}

impl Write for Text {
    fn write(&self, key: Key, out: &mut Tape) {
        out.text(key, self);
    }
}

impl Write for Amount {
    fn write(&self, key: Key, out: &mut Tape) {
        out.amount(key, self);
    }
}

impl Write for Timestamp {
    fn write(&self, key: Key, out: &mut Tape) {
        out.time(key, self);
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, key: Key, out: &mut Tape) {
        out.list(key, self);
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Some(value) => value.write(key, out),
            None => out.null(key),
        }
    }
}
