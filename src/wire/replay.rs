//! The same answers for Rust: what was written onto a tape is replayed into any serializer.

use core::cell::Cell;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::rules::{Converted, Priced, Prorated, Transferred};
use super::subscription_document::SubscriptionDocument;
use super::tape::{BOOL, END, KNOWN, LARGE, LIST, MAP, SMALL, TAG_BITS, TEXT, Tape, Write};
use super::words;
use crate::answer::{
    Deactivation, Entry, Extension, ExtraInstead, ExtraOffer, Invoice, Loss, Next, OperationsAfter, PlanName, Preview, Recurring, RequiredAction, Row,
    SeatsAfter, Warning,
};
use crate::calendar::{Anchor, Interval, Period, Stretch, Timestamp};
use crate::change::{AddOnQuantity, Answers, AskedPeriod, Cause, Change, Direction};
use crate::error::{Operand, PricingError, Problem};
use crate::invoice::{BandPart, Cap, CapKind, Line, LineKind, PaidPart, Quantity, Rate};
use crate::money::Amount;
use crate::policy::{Acknowledgement, Effective};
use crate::rules::proration::Factor;
use crate::subscription::Team;
use crate::text::Text;

/// What has not been read yet of a tape.
struct Replay<'a> {
    entries: Cell<&'a [[u32; 2]]>,
    text: Cell<&'a str>,
}

/// A key or a value of it.
struct Part<'a>(&'a Replay<'a>, u32);

impl<'a> Replay<'a> {
    fn next(&self) -> [u32; 2] {
        let (first, rest) = self.entries.get().split_first().unwrap_or((&[END; 2], &[]));
        self.entries.set(rest);
        *first
    }

    /// So many UTF-16 units of the text.
    fn units(&self, units: u32) -> &'a str {
        let text = self.text.get();
        let units = units as usize;
        let bytes = if text.get(..units).is_some_and(str::is_ascii) {
            units
        } else {
            let mut left = units;
            let within = |character: &char| {
                let more = left > 0;
                left = left.saturating_sub(character.len_utf16());
                more
            };
            text.chars().take_while(within).map(char::len_utf8).sum()
        };
        let (read, rest) = text.split_at_checked(bytes).unwrap_or_default();
        self.text.set(rest);
        read
    }
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(tape, word) = *self;
        let payload = word >> TAG_BITS;
        match word & ((1 << TAG_BITS) - 1) {
            BOOL => serializer.serialize_bool(payload == 1),
            SMALL => serializer.serialize_u32(payload),
            LARGE => {
                let [low, high] = tape.next();
                serializer.serialize_i64(((u64::from(high) << 32) | u64::from(low)).cast_signed())
            }
            KNOWN => serializer.serialize_str(words::LIST.get(payload as usize).copied().unwrap_or_default()),
            TEXT => serializer.serialize_str(tape.units(payload)),
            LIST => {
                let mut list = serializer.serialize_seq(None)?;
                loop {
                    match tape.next() {
                        [_, END] => return list.end(),
                        [_, value] => list.serialize_element(&Part(tape, value))?,
                    }
                }
            }
            MAP => {
                let mut map = serializer.serialize_map(None)?;
                loop {
                    match tape.next() {
                        [_, END] => return map.end(),
                        [key, value] => map.serialize_entry(&Part(tape, key), &Part(tape, value))?,
                    }
                }
            }
            _ => serializer.serialize_none(),
        }
    }
}

fn replayed<S: Serializer>(value: &dyn Write, serializer: S) -> Result<S::Ok, S::Error> {
    let mut tape = Tape::default();
    // What most answers fit in.
    tape.entries.reserve(256);
    tape.text.reserve(1024);
    tape.answer(value);
    let replay = Replay { entries: Cell::new(&tape.entries), text: Cell::new(core::str::from_utf8(&tape.text).unwrap_or_default()) };
    let [_, value] = replay.next();
    Part(&replay, value).serialize(serializer)
}

macro_rules! serialized {
    ($($type:ty),* $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                replayed(self, serializer)
            }
        }
    )*};
}

serialized![
    Acknowledgement,
    AddOnQuantity,
    Amount,
    Anchor,
    Answers,
    AskedPeriod,
    BandPart,
    Cap,
    CapKind,
    Cause,
    Change,
    Converted,
    Deactivation,
    Direction,
    Effective,
    Entry,
    Extension,
    ExtraInstead,
    ExtraOffer,
    Factor,
    Interval,
    Invoice,
    Line,
    LineKind,
    Loss,
    Next,
    Operand,
    OperationsAfter,
    PaidPart,
    Period,
    PlanName,
    Preview,
    Priced,
    PricingError,
    Problem,
    Prorated,
    Quantity,
    Rate,
    Recurring,
    RequiredAction,
    Row,
    SeatsAfter,
    Stretch,
    SubscriptionDocument<'_>,
    Team,
    Text,
    Timestamp,
    Transferred,
    Warning,
];
