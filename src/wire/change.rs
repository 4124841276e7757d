//! The change document.

use super::catalog::{EFFECTIVE, acknowledgement};
use super::field::{Field, may, must};
use super::intake::{Value, Written};
use super::reader::{Reader, Words};
use super::words::Key;
use crate::calendar::Timestamp;
use crate::change::{AddOnQuantity, Answers, AskedPeriod, Change};
use crate::error::{ErrorCode, ErrorKind, PricingError};

/// Decodes a change.
///
/// # Errors
/// Every problem, of kind `change`.
pub fn decode(document: impl Into<Written>) -> Result<Change, PricingError> {
    decode_value(document.into().root())
}

/// Decodes a change that is part of a document.
///
/// # Errors
/// Every problem, of kind `change`.
pub fn decode_value(value: Value<'_>) -> Result<Change, PricingError> {
    let mut reader = Reader::default();
    let change = change(&mut reader, value);
    reader.finish(change, ErrorKind::Change)
}

/// Decodes the change of a submitted preview; nothing else of it is read.
///
/// # Errors
/// Every problem, of kind `change`.
pub fn submitted(preview: Value<'_>) -> Result<Change, PricingError> {
    let mut reader = Reader::default();
    let submitted = match preview.field(Key::Change) {
        Some(value) => reader.below(Key::Change, value, change),
        None => {
            if preview.is_map() {
                reader.report_at(Key::Change, ErrorCode::Missing, "expected a preview with its change");
            } else {
                reader.report(ErrorCode::WrongType, "expected a preview");
            }
            Change::at(Timestamp::EPOCH)
        }
    };
    reader.finish(submitted, ErrorKind::Change)
}

const CHANGE: [Field; 16] = [
    must(Key::At),
    may(Key::Plan),
    may(Key::Interval),
    may(Key::Operations),
    may(Key::Price),
    may(Key::Seats),
    may(Key::AddOns),
    may(Key::Discounts),
    may(Key::Effective),
    may(Key::Period),
    may(Key::Cancel),
    may(Key::Renew),
    may(Key::Withdraw),
    may(Key::Anchor),
    may(Key::ExtraOperations),
    may(Key::Answers),
];

/// Decodes a change where it stands, also a scheduled one in a subscription.
pub fn change(reader: &mut Reader, value: Value<'_>) -> Change {
    let mut fields = reader.object(value, &CHANGE);
    Change {
        at: fields.value(Key::At, Reader::timestamp),
        plan: fields.read(Key::Plan, Reader::name),
        interval: fields.read(Key::Interval, Reader::interval),
        operations: fields.read(Key::Operations, Reader::count),
        price: fields.read(Key::Price, Reader::name),
        seats: fields.read(Key::Seats, Reader::count),
        add_ons: fields.read(Key::AddOns, |reader, value| reader.list(value, add_on_quantity)),
        discounts: fields.read(Key::Discounts, |reader, value| reader.list(value, Reader::name)),
        effective: fields.word(Key::Effective, &EFFECTIVE),
        period: fields.word(Key::Period, &Words("keep restart", &[AskedPeriod::Keep, AskedPeriod::Restart])),
        cancel: fields.value(Key::Cancel, Reader::flag),
        renew: fields.value(Key::Renew, Reader::flag),
        withdraw: fields.value(Key::Withdraw, Reader::flag),
        anchor: fields.read(Key::Anchor, Reader::anchor),
        extra_operations: fields.read(Key::ExtraOperations, Reader::positive),
        answers: fields.read(Key::Answers, answers),
    }
}

const ADD_ON_QUANTITY: [Field; 2] = [must(Key::Id), must(Key::Quantity)];

/// Decodes an add-on with its quantity.
pub fn add_on_quantity(reader: &mut Reader, value: Value<'_>) -> AddOnQuantity {
    let mut fields = reader.object(value, &ADD_ON_QUANTITY);
    let id = fields.value(Key::Id, Reader::name);
    let quantity = fields.value(Key::Quantity, Reader::count);
    AddOnQuantity { id, quantity }
}

const ANSWERS: [Field; 3] = [may(Key::KeepTeams), may(Key::RemoveMembers), may(Key::Acknowledged)];

fn answers(reader: &mut Reader, value: Value<'_>) -> Answers {
    let mut fields = reader.object(value, &ANSWERS);
    Answers {
        keep_teams: fields.read(Key::KeepTeams, |reader, value| reader.list(value, Reader::name)),
        remove_members: fields.read(Key::RemoveMembers, Reader::count),
        acknowledged: fields.read(Key::Acknowledged, |reader, value| reader.list(value, acknowledgement)),
    }
}

const VERIFY_OPTIONS: [Field; 3] = [must(Key::Now), may(Key::MaxAge), may(Key::MaxSkew)];

/// Decodes `{ now, maxAge?, maxSkew? }`: an instant and two numbers of seconds, 900 and 60 unless told.
pub fn verify_options(reader: &mut Reader, value: Value<'_>) -> (Timestamp, i64, i64) {
    /// Up to ten years.
    fn seconds(reader: &mut Reader, value: Value<'_>) -> i64 {
        reader.integer(value, 0, 315_360_000)
    }
    let mut fields = reader.object(value, &VERIFY_OPTIONS);
    let now = fields.value(Key::Now, Reader::timestamp);
    let max_age = fields.read(Key::MaxAge, seconds).unwrap_or(900);
    let max_skew = fields.read(Key::MaxSkew, seconds).unwrap_or(60);
    (now, max_age, max_skew)
}

const OUTLOOK_OPTIONS: [Field; 3] = [must(Key::Until), may(Key::Step), may(Key::OperationsPerDay)];

/// Decodes `{ until, step?, operationsPerDay? }`: an instant, days between two entries, operations used a day.
pub fn outlook_options(reader: &mut Reader, value: Value<'_>) -> (Timestamp, i64, i64) {
    let mut fields = reader.object(value, &OUTLOOK_OPTIONS);
    let until = fields.value(Key::Until, Reader::timestamp);
    let step = fields.word(Key::Step, &Words("day week", &[1, 7])).unwrap_or(1);
    let per_day = fields.value(Key::OperationsPerDay, Reader::count);
    (until, step, per_day)
}

const SCHEDULE_OPTIONS: [Field; 1] = [must(Key::Count)];

/// Decodes `{ count }`: how many invoices, at most.
pub fn schedule_options(reader: &mut Reader, value: Value<'_>) -> i64 {
    reader.object(value, &SCHEDULE_OPTIONS).value(Key::Count, Reader::count)
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec;

    use super::*;
    use crate::wire::Document;

    #[test]
    fn problems_of_a_submitted_preview_are_told_from_the_preview() {
        let with = |change: Document| Document::Map(vec![(String::from("change"), change)]);
        let unknown = Document::Map(vec![(String::from("at"), Document::Text(String::from("2025-01-01"))), (String::from("seats"), Document::Bool(true))]);
        for (preview, code, path) in [
            (Document::Null, ErrorCode::WrongType, ""),
            (Document::Map(vec![]), ErrorCode::Missing, "change"),
            (with(Document::Null), ErrorCode::WrongType, "change"),
            (with(Document::List(vec![])), ErrorCode::WrongType, "change"),
            (with(Document::Map(vec![])), ErrorCode::Missing, "change.at"),
            (with(unknown), ErrorCode::WrongType, "change.seats"),
        ] {
            let error = submitted(Written::from(&preview).root()).unwrap_err();
            assert_eq!((error.code(), error.path(), error.kind), (code, path, ErrorKind::Change));
        }
    }
}
