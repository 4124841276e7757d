//! The way in: a document written as 32-bit words and one text, read where it stands. The host writes it so
//! that it crosses at one stroke, whatever its size; in Rust, a [`Document`] is written the same way.
//!
//! Each word is a tag in its low three bits and a payload above them. The first is the number of those
//! that follow; behind them the text stands, in UTF-8. A text is entered by its length, and in the next word by
//! where it begins, both in UTF-16 units, as the host counts. A list or an object is entered by its length,
//! and in the next word by where it ends, in bytes, so that nobody reads what he does not look for.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::{Document, MAX_DEPTH, MAX_SAFE, MAX_TEXT};
use super::words::{KEYS, Key};

/// Nothing, or with a payload: a number that is not whole or whatever else no document takes; what is nested
/// too deep; what is too large to be sent at all.
const NOTHING: u32 = 0;
const FRACTION: u32 = 1;
const TOO_DEEP: u32 = 2;
const TOO_LARGE: u32 = 3;
/// `false` or `true`, as payload 0 or 1.
const BOOL: u32 = 1;
/// A small whole number in the payload.
const SMALL: u32 = 2;
/// A whole number in the next two words, low then high.
const LARGE: u32 = 3;
/// A known key, by its number.
const KEY: u32 = 4;
const TEXT: u32 = 5;
const LIST: u32 = 6;
const MAP: u32 = 7;

const TAG_BITS: u32 = 3;
const TAG: u32 = 7;
const WORD: usize = size_of::<u32>();

/// A document as it is written.
#[derive(Clone, Debug)]
pub struct Written {
    bytes: Vec<u8>,
    /// Where the words end and the text begins.
    end: usize,
}

fn word_at(words: &[u8], at: usize) -> u32 {
    words.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |word| u32::from_le_bytes(*word))
}

fn put_at(words: &mut [u8], at: usize, word: u32) {
    if let Some(place) = words.get_mut(at..).and_then(|rest| rest.first_chunk_mut()) {
        *place = word.to_le_bytes();
    }
}

/// Bytes of what a word of this tag begins, without what is in it.
const fn length(word: u32) -> usize {
    match word & TAG {
        LARGE => 3 * WORD,
        TEXT | LIST | MAP => 2 * WORD,
        _ => WORD,
    }
}

impl From<Vec<u8>> for Written {
    /// What a host wrote.
    fn from(bytes: Vec<u8>) -> Self {
        let end = (word_at(&bytes, 0) as usize).saturating_add(1).saturating_mul(WORD).min(bytes.len());
        let mut written = Self { bytes, end };
        if !written.text().iter().all(u8::is_ascii) {
            written.count_in_bytes();
        }
        written
    }
}

impl Written {
    /// The document.
    #[must_use]
    pub const fn root(&self) -> Value<'_> {
        Value { written: self, at: WORD }
    }

    /// All texts of it, one after the other.
    fn text(&self) -> &[u8] {
        self.bytes.get(self.end..).unwrap_or_default()
    }

    /// Texts by their bytes instead of their units.
    fn count_in_bytes(&mut self) {
        let mut at = WORD;
        let mut begin = 0_usize;
        while at < self.end {
            let word = word_at(&self.bytes, at);
            if word & TAG == TEXT {
                let bytes = bytes_of(self.text().get(begin..).unwrap_or_default(), word >> TAG_BITS);
                put_at(&mut self.bytes, at, ((bytes as u32) << TAG_BITS) | TEXT);
                put_at(&mut self.bytes, at.saturating_add(WORD), begin as u32);
                begin = begin.saturating_add(bytes);
            }
            at = at.saturating_add(length(word));
        }
    }
}

/// How many bytes so many UTF-16 units of a text are.
fn bytes_of(text: &[u8], units: u32) -> usize {
    let mut left = units;
    let is_behind = |byte: &u8| {
        let more = left;
        left = left.saturating_sub(units_of(*byte));
        more == 0 && units_of(*byte) > 0
    };
    text.iter().position(is_behind).unwrap_or(text.len())
}

/// Of a text in UTF-16, how many units begin with a byte of UTF-8: a character begins with a byte that goes on none, and is
/// two units where it takes four bytes.
pub(super) fn units_of(byte: u8) -> u32 {
    u32::from(byte & 0xc0 != 0x80).wrapping_add((byte >= 0xf0).into())
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number, or what is no value of a document.
    Fraction,
    /// Text.
    Text(&'a str),
    /// A list.
    List,
    /// An object.
    Map,
    /// Nested beyond the limit.
    TooDeep,
    /// Beyond the limit of values, or a text beyond its own.
    TooLarge,
}

/// A key as it stands in a document.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    /// That of some field, by its number.
    Known(u32),
    /// Any other.
    Other(&'a str),
}

/// A value where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    written: &'a Written,
    at: usize,
}

impl<'a> Value<'a> {
    fn word(self) -> u32 {
        word_at(&self.written.bytes, self.at)
    }

    fn next_word(self) -> u32 {
        word_at(&self.written.bytes, self.at.saturating_add(WORD))
    }

    /// The same document elsewhere.
    pub(super) const fn there(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Where it stands.
    pub(super) const fn position(self) -> usize {
        self.at
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind<'a> {
        let word = self.word();
        let payload = word >> TAG_BITS;
        match word & TAG {
            BOOL => Kind::Bool(payload == 1),
            SMALL => Kind::Integer(payload.into()),
            LARGE => {
                let high = word_at(&self.written.bytes, self.at.saturating_add(2 * WORD));
                Kind::Integer((u64::from(self.next_word()) | (u64::from(high) << 32)).cast_signed())
            }
            KEY | TEXT => self.text().map_or(Kind::TooLarge, Kind::Text),
            LIST => Kind::List,
            MAP => Kind::Map,
            _ => match payload {
                FRACTION => Kind::Fraction,
                TOO_DEEP => Kind::TooDeep,
                TOO_LARGE => Kind::TooLarge,
                _ => Kind::Null,
            },
        }
    }

    /// The text that it is.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        let word = self.word();
        let length = (word >> TAG_BITS) as usize;
        if word & TAG != TEXT || length > MAX_TEXT {
            return None;
        }
        let begin = self.next_word() as usize;
        let text = self.written.text().get(begin..begin.saturating_add(length))?;
        core::str::from_utf8(text).ok()
    }

    /// Whether it is as if it were not there.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.word() == NOTHING
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_list(self) -> bool {
        self.word() & TAG == LIST
    }

    /// Whether it is an object.
    #[must_use]
    pub fn is_map(self) -> bool {
        self.word() & TAG == MAP
    }

    /// What stands in a list; nothing in anything else.
    #[must_use]
    pub fn items(self) -> Items<'a> {
        Items { next: self.inside(), left: if self.is_list() { self.word() >> TAG_BITS } else { 0 } }
    }

    /// How many items of a list there can be at most, so that room is made for them and for no more.
    #[must_use]
    #[inline(never)]
    pub fn count(self) -> usize {
        let room = self.written.end.saturating_sub(self.inside().at);
        if self.is_list() { room.min((self.word() >> TAG_BITS) as usize) } else { 0 }
    }

    /// The fields of an object, in their order; none of anything else.
    #[must_use]
    pub fn entries(self) -> Entries<'a> {
        Entries(Items { next: self.inside(), left: if self.is_map() { self.word() >> TAG_BITS } else { 0 } })
    }

    /// A field of an object; of several the last.
    #[must_use]
    pub fn field(self, key: Key) -> Option<Self> {
        self.entries().filter(|(name, _)| matches!(name, Name::Known(known) if *known == key.place())).last().map(|(_, value)| value)
    }

    const fn inside(self) -> Self {
        self.there(self.at.saturating_add(2 * WORD))
    }

    /// What stands behind it.
    fn behind(self) -> Self {
        let word = self.word();
        let own = self.at.saturating_add(length(word));
        self.there(if matches!(word & TAG, LIST | MAP) { own.max(self.next_word() as usize) } else { own })
    }
}

/// What stands in a list.
#[derive(Clone, Debug)]
pub struct Items<'a> {
    next: Value<'a>,
    left: u32,
}

impl<'a> Items<'a> {
    /// What stands next, if anything does.
    fn step(&mut self) -> Option<Value<'a>> {
        // What counts more than there are ends where they end.
        if self.left == 0 || self.next.at >= self.next.written.end {
            return None;
        }
        self.left = self.left.saturating_sub(1);
        Some(self.next)
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        let value = self.step()?;
        self.next = value.behind();
        Some(value)
    }
}

/// The fields of an object.
#[derive(Clone, Debug)]
pub struct Entries<'a>(Items<'a>);

impl<'a> Iterator for Entries<'a> {
    type Item = (Name<'a>, Value<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let name = self.0.step()?;
        let word = name.word();
        let value = name.there(name.at.saturating_add(length(word)));
        self.0.next = value.behind();
        let number = word >> TAG_BITS;
        let is_known = word & TAG == KEY && number < KEYS;
        // What is too long to be a text is no known key either.
        Some((if is_known { Name::Known(number) } else { Name::Other(name.text().unwrap_or("(too long)")) }, value))
    }
}

// ------------------------------------------------------------------------------------------------
// Documents in Rust
// ------------------------------------------------------------------------------------------------

impl From<&Document> for Written {
    fn from(document: &Document) -> Self {
        let mut writer = Writer { words: Vec::new(), text: String::new() };
        writer.put(0);
        writer.write(document, 0);
        let mut bytes = writer.words;
        let end = bytes.len();
        bytes.extend_from_slice(writer.text.as_bytes());
        Self { bytes, end }
    }
}

/// What writes a document.
struct Writer {
    words: Vec<u8>,
    text: String,
}

impl Writer {
    fn put(&mut self, word: u32) {
        self.words.extend_from_slice(&word.to_le_bytes());
    }

    fn put_text(&mut self, text: &str) {
        self.put(((text.len() as u32) << TAG_BITS) | TEXT);
        self.put(self.text.len() as u32);
        if text.len() <= MAX_TEXT {
            self.text.push_str(text);
        }
    }

    fn write(&mut self, document: &Document, depth: u32) {
        let limit = |payload: u32| (payload << TAG_BITS) | NOTHING;
        if depth >= MAX_DEPTH {
            return self.put(limit(TOO_DEEP));
        }
        let inside = depth.saturating_add(1);
        match document {
            Document::Null => self.put(NOTHING),
            Document::Bool(value) => self.put((u32::from(*value) << TAG_BITS) | BOOL),
            Document::Integer(value) => {
                debug_assert!(value.unsigned_abs() <= MAX_SAFE.unsigned_abs());
                self.put(LARGE);
                self.words.extend_from_slice(&value.to_le_bytes());
            }
            Document::Fraction => self.put(limit(FRACTION)),
            Document::Text(text) => self.put_text(text),
            Document::List(items) => {
                let begin = self.begin(LIST, items.len());
                items.iter().for_each(|item| self.write(item, inside));
                self.end(begin);
            }
            Document::Map(entries) => {
                let begin = self.begin(MAP, entries.len());
                for (key, value) in entries {
                    match Key::number(key) {
                        Some(number) => self.put((number << TAG_BITS) | KEY),
                        None => self.put_text(key),
                    }
                    self.write(value, inside);
                }
                self.end(begin);
            }
            Document::TooDeep => self.put(limit(TOO_DEEP)),
            Document::TooLarge => self.put(limit(TOO_LARGE)),
        }
    }

    fn begin(&mut self, tag: u32, count: usize) -> usize {
        self.put(((count as u32) << TAG_BITS) | tag);
        self.put(0);
        self.words.len()
    }

    fn end(&mut self, begin: usize) {
        let end = self.words.len() as u32;
        put_at(&mut self.words, begin.saturating_sub(WORD), end);
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn written(words: &[u32], text: &str) -> Written {
        let mut bytes: Vec<u8> = [words.len() as u32].iter().chain(words).flat_map(|word| word.to_le_bytes()).collect();
        bytes.extend_from_slice(text.as_bytes());
        Written::from(bytes)
    }

    #[test]
    fn texts_are_counted_in_units_of_utf_16() {
        let written = written(&[(3 << 3) | LIST, 32, (2 << 3) | TEXT, 0, (2 << 3) | TEXT, 2, (1 << 3) | TEXT, 4], "é€🙂x");
        let texts: Vec<_> = written.root().items().map(Value::kind).collect();
        assert_eq!(texts, [Kind::Text("é€"), Kind::Text("🙂"), Kind::Text("x")]);
    }

    #[test]
    fn a_document_in_rust_is_written_as_a_host_writes_it() {
        let document = Document::Map(vec![
            (String::from("at"), Document::Text(String::from("é"))),
            (String::from("surprise"), Document::List(vec![Document::Integer(-1), Document::Fraction, Document::Null, Document::Bool(true)])),
        ]);
        let written = Written::from(&document);
        let entries: Vec<_> = written.root().entries().collect();
        assert!(matches!(entries[0].0, Name::Known(number) if number == Key::At.place()) && matches!(entries[1].0, Name::Other("surprise")));
        assert_eq!(entries[0].1.kind(), Kind::Text("é"));
        assert_eq!(entries[1].1.items().map(Value::kind).collect::<Vec<_>>(), [Kind::Integer(-1), Kind::Fraction, Kind::Null, Kind::Bool(true)]);
    }

    #[test]
    fn bytes_that_are_no_document_are_read_to_their_end() {
        for bytes in [vec![], vec![1], vec![255; 64], vec![7; 64], [[0xff, 0xff, 0xff, 0x7f], [0xfe, 0xff, 0xff, 0xff]].concat()] {
            let written = Written::from(bytes);
            let _ = (written.root().kind(), written.root().items().count(), written.root().entries().count(), written.root().field(Key::At));
        }
    }
}
