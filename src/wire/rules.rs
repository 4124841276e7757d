//! The rules alone, from a document to an answer.

use super::catalog::{proration, rounding, tiers};
use super::document::Document;
use super::reader::Reader;
use super::subscription::paid_span;
use crate::calendar::{Anchor, Cycle, Grid, Stretch, Timestamp, periods as periods_of};
use crate::error::{ErrorCode, ErrorKind, OutOfRange, PricingError, Problem};
use crate::invoice::{BandPart, Rate, Rounder, band_parts};
use crate::money::{Amount, Exact, MAX_DECIMALS, minus};
use crate::policy::{ChangeDay, CreditBase, Policy, Rounding};
use crate::rules::proration::{Basis, Factor};
use crate::rules::{credit_conversion, operations_transfer, proration as proration_rule};
use alloc::string::String;
use alloc::vec::Vec;

fn beyond(_: OutOfRange) -> PricingError {
    let problem = Problem::new(ErrorCode::OutOfRange, "", "a number is beyond the range of exact arithmetic");
    PricingError { kind: ErrorKind::Document, problems: alloc::vec![problem] }
}

/// Reads a document and answers it.
fn answered<T, A>(
    document: &Document,
    read: impl FnOnce(&mut Reader, &Document) -> Option<T>,
    answer: impl FnOnce(T) -> Result<A, OutOfRange>,
) -> Result<A, PricingError> {
    let mut reader = Reader::default();
    let input = read(&mut reader, document);
    answer(reader.finish(input, ErrorKind::Document)?).map_err(beyond)
}

fn own_rounding(reader: &mut Reader, document: &Document) -> Option<Rounding> {
    rounding(reader, document, Policy::BASE.rounding)
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
pub fn prorate(document: &Document) -> Result<Prorated, PricingError> {
    answered(
        document,
        |reader, document| {
            let fields = reader.object(document, &["amount", "currency", "period", "from", "to", "proration", "rounding", "paid", "base"])?;
            let amount = reader.required(fields, "amount", |reader, value| reader.signed_decimal(value, MAX_DECIMALS));
            let currency = reader.required(fields, "currency", Reader::currency);
            let from = reader.optional(fields, "from", Reader::timestamp);
            let to = reader.optional(fields, "to", Reader::timestamp);
            let base = Policy::BASE.proration;
            let proration = reader.optional(fields, "proration", |reader, value| proration(reader, value, base)).unwrap_or(base);
            reader.ends_are_last_days = proration.basis == Basis::DayInclusive;
            let period = reader.required(fields, "period", Reader::period);
            let to = if reader.ends_are_last_days { to.and_then(|to| to.plus_days(1).ok()) } else { to };
            let rounding = reader.optional(fields, "rounding", own_rounding).unwrap_or(Policy::BASE.rounding);
            let paid = reader.optional(fields, "paid", |reader, value| reader.list(value, |reader, value| paid_span(reader, value, MAX_DECIMALS)));
            let bases = [("paid", CreditBase::Paid), ("list", CreditBase::List)];
            let from_paid = reader.optional(fields, "base", |reader, value| reader.word(value, &bases));
            let period = period?;
            for (key, at) in [("from", from), ("to", to)] {
                let bare = at.is_some_and(|at| !at.has_own_offset());
                if proration.basis.counts_days() && period.start.is_off_utc() && bare {
                    reader.at_key(key, |reader| {
                        reader.report(ErrorCode::OffsetRequired, "days are counted in the period's offset: give the instant one of its own");
                    });
                }
            }
            Some((amount?, currency?, period, from, to, proration, rounding, paid.unwrap_or_default(), from_paid))
        },
        |(amount, currency, period, from, to, proration, rounding, paid, base)| {
            let rounder = Rounder::new(rounding, currency.digits());
            let from = from.unwrap_or(period.start);
            let to = to.unwrap_or(period.end);
            let factor = proration_rule::factor(period, from, to, period, &proration, ChangeDay::Unused)?;
            let mut value = Exact::decimal(amount).mul(factor.value());
            if !paid.is_empty() {
                let mut limit = Exact::ZERO;
                let mut unused = Exact::ZERO;
                for span in &paid {
                    limit = limit.add(Exact::decimal(span.amount)).sub(Exact::decimal(span.credited));
                    let own = proration_rule::factor(span.period, from, to, span.period, &proration, ChangeDay::Unused)?;
                    unused = unused.add(Exact::decimal(span.amount).mul(own.value()));
                }
                if base == Some(CreditBase::Paid) {
                    value = unused;
                }
                value = value.min(limit.max(Exact::ZERO)).max(Exact::ZERO);
            }
            let Factor { remaining, total, unit, .. } = factor;
            Ok(Prorated { amount: rounder.round(value)?, factor: factor.text(), unit, remaining, total })
        },
    )
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
pub fn convert_operations(document: &Document) -> Result<Converted, PricingError> {
    answered(
        document,
        |reader, document| {
            let fields = reader.object(document, &["amount", "allowance", "unused", "currency", "bill", "rounding"])?;
            let decimal = |reader: &mut Reader, value: &Document| reader.decimal(value, MAX_DECIMALS);
            let amount = reader.required(fields, "amount", decimal);
            let allowance = reader.required(fields, "allowance", Reader::count);
            let unused = reader.required(fields, "unused", Reader::count);
            let currency = reader.required(fields, "currency", Reader::currency);
            let bill = reader.optional(fields, "bill", decimal);
            let rounding = reader.optional(fields, "rounding", own_rounding).unwrap_or(Policy::BASE.rounding);
            if allowance == Some(0) {
                reader.at_key("allowance", |reader| reader.report(ErrorCode::AllowanceZero, "operations of a price that grants none have no value"));
            }
            Some((amount?, allowance?, unused?, currency?, bill, rounding))
        },
        |(amount, allowance, unused, currency, bill, rounding)| {
            let rounder = Rounder::new(rounding, currency.digits());
            let exact = Exact::decimal(amount);
            let value = rounder.round(credit_conversion::credit(exact, unused, allowance))?;
            let credit = bill.map_or(value.decimal(), |bill| value.decimal().min(bill));
            let forfeited = minus(value.decimal(), credit)?;
            Ok(Converted {
                credit: rounder.stated(credit),
                unit_amount: exact.mul(Exact::ratio(1, allowance)).display(currency.digits())?,
                rate: Rate { amount: rounder.stated(amount), per: allowance },
                forfeited: rounder.stated(forfeited),
            })
        },
    )
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
pub fn transfer_operations(document: &Document) -> Result<Transferred, PricingError> {
    answered(
        document,
        |reader, document| {
            let fields = reader.object(document, &["unused", "allowance", "period", "resets"])?;
            let unused = reader.required(fields, "unused", Reader::count);
            let allowance = reader.required(fields, "allowance", Reader::count);
            let period = reader.required(fields, "period", Reader::period);
            let monthly = reader.optional(fields, "resets", |reader, value| reader.word(value, &[("period", false), ("month", true)]));
            Some((unused?, allowance?, period?, monthly.unwrap_or(false)))
        },
        |(unused, allowance, period, monthly)| {
            let moved = operations_transfer::transfer(unused, allowance, period, period.start, monthly)?;
            Ok(Transferred { available: moved.available, transferred: unused, expires_at: moved.expires_at })
        },
    )
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
pub fn price_quantity(document: &Document) -> Result<Priced, PricingError> {
    answered(
        document,
        |reader, document| {
            let fields = reader.object(document, &["tiers", "quantity", "currency", "rounding"])?;
            let tiers = reader.required(fields, "tiers", tiers);
            let quantity = reader.required(fields, "quantity", Reader::quantity);
            let currency = reader.required(fields, "currency", Reader::currency);
            let rounding = reader.optional(fields, "rounding", own_rounding).unwrap_or(Policy::BASE.rounding);
            Some((tiers?, quantity?, currency?, rounding))
        },
        |(tiers, quantity, currency, rounding)| {
            let rounder = Rounder::new(rounding, currency.digits());
            let (exact, bands) = tiers.price(Exact::decimal(quantity))?;
            Ok(Priced { amount: rounder.round(exact)?, exact: exact.display(currency.digits())?, bands: band_parts(&bands, currency.digits())? })
        },
    )
}

/// Consecutive periods from an anchor.
///
/// # Errors
/// Every problem of the document.
pub fn periods(document: &Document) -> Result<Vec<Stretch>, PricingError> {
    /// Most periods of one answer.
    const MOST: i64 = 1200;
    answered(
        document,
        |reader, document| {
            let fields = reader.object(document, &["anchor", "interval", "from", "count", "until", "cycle"])?;
            let anchor = reader.required(fields, "anchor", Reader::anchor);
            let interval = reader.required(fields, "interval", Reader::interval);
            let from = reader.optional(fields, "from", Reader::timestamp);
            let count = reader.optional(fields, "count", |reader, value| reader.integer(value, 0, MOST));
            let until = reader.optional(fields, "until", Reader::timestamp);
            let cycles = [("calendar", Cycle::Calendar), ("fixed", Cycle::Fixed)];
            let cycle = reader.optional(fields, "cycle", |reader, value| reader.word(value, &cycles)).unwrap_or(Cycle::Calendar);
            let from = match (from, anchor?) {
                (Some(from), _) => from,
                (None, Anchor::At(at)) => at,
                (None, Anchor::Day(_)) => {
                    reader.at_key("from", |reader| reader.report(ErrorCode::Missing, "a day of the month is read in the month of the start"));
                    return None;
                }
            };
            // Without either, the period that contains the start.
            let count = count.unwrap_or(if until.is_some() { MOST } else { 1 });
            Some((anchor?, interval?, from, count, until, cycle))
        },
        |(anchor, interval, from, count, until, cycle)| {
            let grid = Grid::new(anchor, from, interval, cycle)?;
            let from = match anchor {
                Anchor::At(at) => from.beside(at),
                Anchor::Day(_) => from,
            };
            periods_of(grid, from, usize::try_from(count).map_err(|_| OutOfRange)?, until)
        },
    )
}
