//! The rules alone, from a document to an answer.

use alloc::string::String;
use alloc::vec::Vec;

use super::catalog::{CREDIT_BASES, CYCLES, RESETS, proration, rounding, tiers};
use super::field::{Field, may, must};
use super::intake::{Value, Written};
use super::reader::{Fields, Reader};
use super::subscription::paid_span;
use super::words::Key;
use crate::calendar::{Anchor, Cycle, Grid, Period, Stretch, Timestamp, periods as periods_of};
use crate::decimal::{MAX_DECIMALS, minus, smaller};
use crate::error::{ErrorCode, ErrorKind, OutOfRange, PricingError};
use crate::invoice::{BandPart, Rate, Rounder, band_parts};
use crate::money::{Amount, Exact};
use crate::policy::{ChangeDay, CreditBase, Policy, Rounding};
use crate::rules::proration::{Basis, Factor};
use crate::rules::{credit_conversion, operations_transfer, proration as proration_rule};

/// Answers a document; amounts in it are as fine as any. Where it has problems, they are the answer, and where it has
/// none, what keeps a rule from answering is that a number leaves the range of exact arithmetic.
fn answer<T>(document: impl Into<Written>, rule: fn(&mut Reader, Value<'_>) -> Result<T, OutOfRange>) -> Result<T, PricingError> {
    let mut reader = Reader::default();
    reader.digits = MAX_DECIMALS;
    rule(&mut reader, document.into().root()).map_err(|_| unanswered(reader))
}

#[inline(never)]
fn unanswered(reader: Reader) -> PricingError {
    reader.mistakes(ErrorKind::Document).unwrap_or_else(|| {
        let mut error = PricingError::from(OutOfRange);
        error.kind = ErrorKind::Document;
        error
    })
}

/// Of what could not be read, nothing is computed.
const fn sound(fields: &Fields<'_, '_>) -> Result<(), OutOfRange> {
    if fields.reader.is_sound() { Ok(()) } else { Err(OutOfRange) }
}

#[inline(never)]
fn own_rounding(fields: &mut Fields<'_, '_>) -> Rounding {
    let mut own = Policy::BASE.rounding;
    fields.read_with(Key::Rounding, &mut |reader, value| rounding(reader, value, &mut own));
    own
}

/// The answer of [`prorate`].
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub struct Prorated {
    pub amount: Amount,
    pub factor: String,
    pub unit: &'static str,
    pub remaining: i64,
    pub total: i64,
}

/// The value of a part of a period: amount × remaining ÷ total, rounded once.
///
/// # Errors
/// Every problem of the document.
pub fn prorate(document: impl Into<Written>) -> Result<Prorated, PricingError> {
    answer(document, part_of_period)
}

const PART_OF_PERIOD: [Field; 9] = [
    must(Key::Amount),
    must(Key::Currency),
    must(Key::Period),
    may(Key::From),
    may(Key::To),
    may(Key::Proration),
    may(Key::Rounding),
    may(Key::Paid),
    may(Key::Base),
];

fn part_of_period(reader: &mut Reader, value: Value<'_>) -> Result<Prorated, OutOfRange> {
    let mut fields = reader.object(value, &PART_OF_PERIOD);
    let amount = fields.value(Key::Amount, Reader::signed_amount);
    let currency = fields.value(Key::Currency, Reader::currency);
    let from = fields.read(Key::From, Reader::timestamp);
    let mut to = fields.read(Key::To, Reader::timestamp);
    let mut own = Policy::BASE.proration;
    fields.read_with(Key::Proration, &mut |reader, value| proration(reader, value, &mut own));
    let last_days = own.basis == Basis::DayInclusive;
    fields.reader.ends_are_last_days = last_days;
    let period = fields.read(Key::Period, Reader::period);
    if last_days && let Some(last) = to {
        to = last.plus_days(1).ok();
    }
    let rounding = own_rounding(&mut fields);
    let paid = fields.value(Key::Paid, |reader, value| reader.list(value, paid_span));
    let base = fields.word(Key::Base, &CREDIT_BASES);
    // Of a period that could not be read, nothing is asked.
    let period = period.unwrap_or(Period { start: Timestamp::EPOCH, end: Timestamp::EPOCH });
    let offset_required = own.basis.counts_days() && period.start.is_off_utc();
    for &(key, at) in &[(Key::From, &from), (Key::To, &to)] {
        if offset_required && at.is_some_and(|at| !at.has_own_offset()) {
            fields.report_value(key, ErrorCode::OffsetRequired, "days are counted in the period's offset: give the instant one of its own");
        }
    }
    sound(&fields)?;
    let rounder = Rounder::new(rounding, currency.digits());
    let from = from.unwrap_or(period.start);
    let to = to.unwrap_or(period.end);
    let factor = proration_rule::factor(&period, from, to, &period, &own, ChangeDay::Unused)?;
    let mut value = Exact::decimal(amount).mul(&factor.value());
    if !paid.is_empty() {
        let mut limit = Exact::ZERO;
        let mut unused = Exact::ZERO;
        for span in &paid {
            limit.increase(&Exact::decimal(span.amount));
            limit.decrease(&Exact::decimal(span.credited));
            let part = proration_rule::factor(&span.period, from, to, &span.period, &own, ChangeDay::Unused)?;
            unused.increase(&Exact::decimal(span.amount).mul(&part.value()));
        }
        if base == Some(CreditBase::Paid) {
            value = unused;
        }
        value = value.min(&limit.above_zero()).above_zero();
    }
    let Factor { remaining, total, basis, .. } = factor;
    Ok(Prorated { amount: rounder.round(&value)?, factor: factor.text(), unit: basis.unit(), remaining, total })
}

/// The answer of [`convert_operations`].
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub struct Converted {
    pub credit: Amount,
    pub unit_amount: Amount,
    pub rate: Rate,
    pub forfeited: Amount,
}

/// Unused operations as money: amount × unused ÷ allowance, rounded once, at most the bill.
///
/// # Errors
/// Every problem of the document; `allowance_zero`.
pub fn convert_operations(document: impl Into<Written>) -> Result<Converted, PricingError> {
    answer(document, conversion)
}

const CONVERSION: [Field; 6] = [must(Key::Amount), must(Key::Allowance), must(Key::Unused), must(Key::Currency), may(Key::Bill), may(Key::Rounding)];

fn conversion(reader: &mut Reader, value: Value<'_>) -> Result<Converted, OutOfRange> {
    let mut fields = reader.object(value, &CONVERSION);
    let amount = fields.value(Key::Amount, Reader::amount);
    let allowance = fields.read(Key::Allowance, Reader::count);
    let unused = fields.value(Key::Unused, Reader::count);
    let currency = fields.value(Key::Currency, Reader::currency);
    let bill = fields.read(Key::Bill, Reader::amount);
    let rounding = own_rounding(&mut fields);
    if allowance == Some(0) {
        fields.report_value(Key::Allowance, ErrorCode::AllowanceZero, "operations of a price that grants none have no value");
    }
    sound(&fields)?;
    let allowance = allowance.unwrap_or(0);
    let digits = currency.digits();
    let rounder = Rounder::new(rounding, digits);
    let exact = Exact::decimal(amount);
    let value = rounder.round(&credit_conversion::credit(&exact, unused, allowance))?;
    let credit = bill.map_or(value.decimal(), |bill| smaller(value.decimal(), bill));
    let forfeited = minus(value.decimal(), credit)?;
    Ok(Converted {
        credit: rounder.stated(credit),
        unit_amount: exact.mul(&Exact::ratio(1, allowance)).display(digits)?,
        rate: Rate { amount: rounder.stated(amount), per: allowance },
        forfeited: rounder.stated(forfeited),
    })
}

/// The answer of [`transfer_operations`].
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub struct Transferred {
    pub available: i64,
    pub transferred: i64,
    pub expires_at: Timestamp,
}

/// Unused operations moved into a new period, 1:1.
///
/// # Errors
/// Every problem of the document.
pub fn transfer_operations(document: impl Into<Written>) -> Result<Transferred, PricingError> {
    answer(document, transfer)
}

const TRANSFER: [Field; 4] = [must(Key::Unused), must(Key::Allowance), must(Key::Period), may(Key::Resets)];

fn transfer(reader: &mut Reader, value: Value<'_>) -> Result<Transferred, OutOfRange> {
    let mut fields = reader.object(value, &TRANSFER);
    let unused = fields.value(Key::Unused, Reader::count);
    let allowance = fields.value(Key::Allowance, Reader::count);
    let period = fields.value(Key::Period, Reader::period);
    let monthly = fields.word(Key::Resets, &RESETS).unwrap_or(false);
    sound(&fields)?;
    let moved = operations_transfer::transfer(unused, allowance, &period, period.start, monthly)?;
    Ok(Transferred { available: moved.available, transferred: unused, expires_at: moved.expires_at })
}

/// The answer of [`price_quantity`].
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub struct Priced {
    pub amount: Amount,
    pub exact: Amount,
    pub bands: Vec<BandPart>,
}

/// A quantity priced by tiers.
///
/// # Errors
/// Every problem of the document.
pub fn price_quantity(document: impl Into<Written>) -> Result<Priced, PricingError> {
    answer(document, quantity)
}

const QUANTITY: [Field; 4] = [must(Key::Tiers), must(Key::Quantity), must(Key::Currency), may(Key::Rounding)];

fn quantity(reader: &mut Reader, value: Value<'_>) -> Result<Priced, OutOfRange> {
    let mut fields = reader.object(value, &QUANTITY);
    let tiers = fields.value(Key::Tiers, tiers);
    let quantity = fields.value(Key::Quantity, Reader::quantity);
    let currency = fields.value(Key::Currency, Reader::currency);
    let rounding = own_rounding(&mut fields);
    sound(&fields)?;
    let digits = currency.digits();
    let (exact, bands) = tiers.price(&Exact::decimal(quantity))?;
    let amount = Rounder::new(rounding, digits).round(&exact)?;
    Ok(Priced { amount, exact: exact.display(digits)?, bands: band_parts(&bands, digits)? })
}

/// Consecutive periods from an anchor.
///
/// # Errors
/// Every problem of the document.
pub fn periods(document: impl Into<Written>) -> Result<Vec<Stretch>, PricingError> {
    answer(document, cycle)
}

const CYCLE: [Field; 6] = [must(Key::Anchor), must(Key::Interval), may(Key::From), may(Key::Count), may(Key::Until), may(Key::Cycle)];
/// Most periods of one answer.
const MOST: i64 = 1200;

fn cycle(reader: &mut Reader, value: Value<'_>) -> Result<Vec<Stretch>, OutOfRange> {
    let mut fields = reader.object(value, &CYCLE);
    let anchor = fields.read(Key::Anchor, Reader::anchor);
    let interval = fields.value(Key::Interval, Reader::interval);
    let from = fields.read(Key::From, Reader::timestamp);
    let count = fields.read(Key::Count, |reader, value| reader.integer(value, 0, MOST));
    let until = fields.read(Key::Until, Reader::timestamp);
    let cycle = fields.word(Key::Cycle, &CYCLES).unwrap_or(Cycle::Calendar);
    let from = match (from, anchor) {
        (Some(from), _) => from,
        (None, Some(Anchor::At(at))) => at,
        (None, None) => Timestamp::EPOCH,
        (None, Some(Anchor::Day(_))) => {
            fields.report(Key::From, ErrorCode::Missing, "a day of the month is read in the month of the start");
            Timestamp::EPOCH
        }
    };
    // Without either, the period that contains the start.
    let count = count.unwrap_or(if until.is_some() { MOST } else { 1 });
    sound(&fields)?;
    let anchor = anchor.unwrap_or(Anchor::Day(1));
    let grid = Grid::new(anchor, from, interval, cycle)?;
    let from = match anchor {
        Anchor::At(at) => from.beside(at),
        Anchor::Day(_) => from,
    };
    periods_of(&grid, from, usize::try_from(count).map_err(|_| OutOfRange)?, until)
}
