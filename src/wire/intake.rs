//! The way in: a document that the host wrote as 32-bit words and one text, read into the generic tree.
//!
//! It is the tape of [`super::tape`] the other way round: each word is a tag in its low three bits and a
//! payload above them. The number of words comes first, the text, in UTF-8, last; a text is entered by
//! its length in UTF-16 units, as the host counts. So a document crosses at one stroke, whatever its size.

use alloc::string::String;
use alloc::vec::Vec;

use super::document::{Document, MAX_TEXT, MAX_VALUES};
use super::tape::{BOOL, LARGE, LIST, MAP, NULL, SMALL, TAG_BITS, TEXT};

/// Payloads of [`NULL`]: a number that is not whole or whatever else no document takes, what is nested
/// too deep, what is too large to be sent at all.
const FRACTION: u32 = 1;
const TOO_DEEP: u32 = 2;
const TOO_LARGE: u32 = 3;

const WORD: usize = size_of::<u32>();

/// Reads a document.
#[must_use]
pub fn document(bytes: &[u8]) -> Document {
    let mut words = bytes.chunks_exact(WORD).map(|word| word.try_into().map_or(0, u32::from_le_bytes));
    let count = words.next().unwrap_or_default() as usize;
    let text = count.checked_add(1).and_then(|words| words.checked_mul(WORD)).and_then(|at| bytes.get(at..)).unwrap_or_default();
    let text = core::str::from_utf8(text).unwrap_or_default();
    Intake { words: words.take(count), text, ascii: text.is_ascii(), left: MAX_VALUES }.value()
}

struct Intake<'a, W> {
    words: W,
    /// What has not been read of the text.
    text: &'a str,
    ascii: bool,
    /// How many more values there may be.
    left: u32,
}

impl<W: Iterator<Item = u32>> Intake<'_, W> {
    fn value(&mut self) -> Document {
        let Some(left) = self.left.checked_sub(1) else { return Document::TooLarge };
        self.left = left;
        let word = self.words.next().unwrap_or_default();
        let payload = word >> TAG_BITS;
        match word & 7 {
            BOOL => Document::Bool(payload == 1),
            SMALL => Document::Integer(payload.into()),
            LARGE => {
                let mut next = || u64::from(self.words.next().unwrap_or_default());
                let (low, high) = (next(), next());
                Document::Integer((low | (high << 32)).cast_signed())
            }
            TEXT => self.text(payload),
            LIST => self.list(payload),
            MAP => self.map(payload),
            NULL => match payload {
                FRACTION => Document::Fraction,
                TOO_DEEP => Document::TooDeep,
                TOO_LARGE => Document::TooLarge,
                _ => Document::Null,
            },
            _ => Document::Fraction,
        }
    }

    fn text(&mut self, units: u32) -> Document {
        let bytes = if self.ascii { units as usize } else { bytes_of(self.text, units) };
        let (text, rest) = self.text.split_at_checked(bytes).unwrap_or((self.text, ""));
        self.text = rest;
        if text.len() > MAX_TEXT { Document::TooLarge } else { Document::Text(String::from(text)) }
    }

    fn list(&mut self, count: u32) -> Document {
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(self.value());
            if self.left == 0 {
                return Document::TooLarge;
            }
        }
        Document::List(list)
    }

    fn map(&mut self, count: u32) -> Document {
        let mut map = Vec::new();
        for _ in 0..count {
            // What is too long or too deep to be a text is no known key either.
            let key = match self.value() {
                Document::Text(key) => key,
                _ => String::from("(too long)"),
            };
            map.push((key, self.value()));
            if self.left == 0 {
                return Document::TooLarge;
            }
        }
        Document::Map(map)
    }
}

/// How many bytes so many UTF-16 units of a text are.
fn bytes_of(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let within = text.chars().take_while(|character| {
        let more = left > 0;
        left = left.saturating_sub(character.len_utf16());
        more
    });
    within.map(char::len_utf8).sum()
}
