//! The change document.

use super::catalog::acknowledgement;
use super::document::Document;
use super::reader::Reader;
use crate::calendar::Timestamp;
use crate::change::{AddOnQuantity, Answers, AskedPeriod, Change};
use crate::error::{ErrorKind, PricingError};
use crate::policy::Effective;

/// Decodes a change.
///
/// # Errors
/// Every problem, of kind `change`.
pub fn decode(document: &Document) -> Result<Change, PricingError> {
    let mut reader = Reader::default();
    let change = change(&mut reader, document);
    reader.finish(change, ErrorKind::Change)
}

/// The fields of a change.
pub const KEYS: [&str; 16] = [
    "at",
    "plan",
    "interval",
    "operations",
    "price",
    "seats",
    "addOns",
    "discounts",
    "effective",
    "period",
    "cancel",
    "renew",
    "withdraw",
    "anchor",
    "extraOperations",
    "answers",
];

/// Decodes a change where it stands, also a scheduled one in a subscription.
pub fn change(reader: &mut Reader, document: &Document) -> Option<Change> {
    const EFFECTIVE: [(&str, Effective); 2] = [("now", Effective::Now), ("period_end", Effective::PeriodEnd)];
    const PERIOD: [(&str, AskedPeriod); 2] = [("keep", AskedPeriod::Keep), ("restart", AskedPeriod::Restart)];
    let fields = reader.object(document, &KEYS)?;
    let at = reader.required(fields, "at", Reader::timestamp);
    let plan = reader.optional(fields, "plan", Reader::name);
    let interval = reader.optional(fields, "interval", Reader::interval);
    let operations = reader.optional(fields, "operations", Reader::count);
    let price = reader.optional(fields, "price", Reader::name);
    let seats = reader.optional(fields, "seats", Reader::count);
    let add_ons = reader.optional(fields, "addOns", |reader, value| reader.list(value, add_on_quantity));
    let discounts = reader.optional(fields, "discounts", |reader, value| reader.list(value, Reader::name));
    let effective = reader.optional(fields, "effective", |reader, value| reader.word(value, &EFFECTIVE));
    let period = reader.optional(fields, "period", |reader, value| reader.word(value, &PERIOD));
    let cancel = reader.optional(fields, "cancel", Reader::flag).unwrap_or(false);
    let renew = reader.optional(fields, "renew", Reader::flag).unwrap_or(false);
    let withdraw = reader.optional(fields, "withdraw", Reader::flag).unwrap_or(false);
    let anchor = reader.optional(fields, "anchor", Reader::anchor);
    let extra_operations = reader.optional(fields, "extraOperations", Reader::positive);
    let answers = reader.optional(fields, "answers", answers);
    Some(Change {
        at: at?,
        plan,
        interval,
        operations,
        price,
        seats,
        add_ons,
        discounts,
        effective,
        period,
        cancel,
        renew,
        withdraw,
        anchor,
        extra_operations,
        answers,
    })
}

/// Decodes an add-on with its quantity.
pub fn add_on_quantity(reader: &mut Reader, document: &Document) -> Option<AddOnQuantity> {
    let fields = reader.object(document, &["id", "quantity"])?;
    let id = reader.required(fields, "id", Reader::name);
    let quantity = reader.required(fields, "quantity", Reader::count);
    Some(AddOnQuantity { id: id?, quantity: quantity? })
}

fn answers(reader: &mut Reader, document: &Document) -> Option<Answers> {
    let fields = reader.object(document, &["keepTeams", "removeMembers", "acknowledged"])?;
    let keep_teams = reader.optional(fields, "keepTeams", |reader, value| reader.list(value, Reader::name));
    let remove_members = reader.optional(fields, "removeMembers", Reader::count);
    let acknowledged = reader.optional(fields, "acknowledged", |reader, value| reader.list(value, acknowledgement));
    Some(Answers { keep_teams, remove_members, acknowledged })
}

/// Decodes `{ now, maxAge?, maxSkew? }`: an instant and two numbers of seconds, 900 and 60 unless told.
pub fn verify_options(reader: &mut Reader, document: &Document) -> Option<(Timestamp, i64, i64)> {
    /// Ten years.
    const MOST: i64 = 315_360_000;
    let fields = reader.object(document, &["now", "maxAge", "maxSkew"])?;
    let now = reader.required(fields, "now", Reader::timestamp);
    let max_age = reader.optional(fields, "maxAge", |reader, value| reader.integer(value, 0, MOST)).unwrap_or(900);
    let max_skew = reader.optional(fields, "maxSkew", |reader, value| reader.integer(value, 0, MOST)).unwrap_or(60);
    Some((now?, max_age, max_skew))
}

/// Decodes `{ until, step?, operationsPerDay? }`: an instant, days between two entries, operations used a day.
pub fn outlook_options(reader: &mut Reader, document: &Document) -> Option<(Timestamp, i64, i64)> {
    let fields = reader.object(document, &["until", "step", "operationsPerDay"])?;
    let until = reader.required(fields, "until", Reader::timestamp);
    let step = reader.optional(fields, "step", |reader, value| reader.word(value, &[("day", 1), ("week", 7)])).unwrap_or(1);
    let per_day = reader.optional(fields, "operationsPerDay", Reader::count).unwrap_or(0);
    Some((until?, step, per_day))
}
