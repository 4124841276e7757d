//! The subscription document, and that of a customer alone.

use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::catalog::{price, unique};
use super::change;
use super::document::Document;
use super::reader::{Fields, Reader};
use crate::calendar::{Period, Timestamp};
use crate::catalog::CatalogData;
use crate::change::{AddOnQuantity, HeldDiscount, Terms, held_price, resolve_add_ons};
use crate::error::{ErrorCode, ErrorKind, PricingError};
use crate::invoice::LineKind;
use crate::money::{Amount, MAX_DECIMALS};
use crate::preview::Checkout;
use crate::rules::proration::Basis;
use crate::subscription::{Customer, DeferredLine, PaidSpan, Status, Subscription, Tax, Team, Teams};

const CUSTOMER_KEYS: [&str; 6] = ["taxes", "discounts", "balance", "members", "teams", "individualSubscription"];
const SUBSCRIPTION_KEYS: [&str; 21] = [
    "plan",
    "interval",
    "operations",
    "seats",
    "price",
    "addOns",
    "status",
    "trialEnd",
    "period",
    "anchor",
    "unusedOperations",
    "extraOperations",
    "paid",
    "scheduled",
    "deferred",
    "taxes",
    "discounts",
    "balance",
    "members",
    "teams",
    "individualSubscription",
];

/// Decodes what a customer has now against a catalog; a customer alone, or nothing, for a first purchase.
///
/// # Errors
/// Every problem, of kind `document`.
pub fn decode(catalog: &Arc<CatalogData>, document: &Document) -> Result<Checkout, PricingError> {
    let ends_are_last_days = catalog.policy.proration.basis == Basis::DayInclusive;
    let mut reader = Reader::default();
    reader.ends_are_last_days = ends_are_last_days;
    let checkout = checkout(&mut reader, catalog, document);
    reader.finish(checkout, ErrorKind::Document)
}

fn checkout(reader: &mut Reader, catalog: &Arc<CatalogData>, document: &Document) -> Option<Checkout> {
    if *document == Document::Null {
        return Some(Checkout { catalog: Arc::clone(catalog), customer: Customer::default(), subscription: None });
    }
    // What only a subscription has makes it one: then the rest of it must be there too.
    let is_subscription = match document {
        Document::Map(fields) => fields.iter().any(|(key, _)| SUBSCRIPTION_KEYS.contains(&key.as_str()) && !CUSTOMER_KEYS.contains(&key.as_str())),
        _ => false,
    };
    let fields = reader.object(document, if is_subscription { &SUBSCRIPTION_KEYS } else { &CUSTOMER_KEYS })?;
    let customer = customer(reader, catalog, fields);
    if !is_subscription {
        return Some(Checkout { catalog: Arc::clone(catalog), customer: customer?, subscription: None });
    }
    let subscription = subscription(reader, catalog, fields, customer.as_ref());
    let mut customer = customer?;
    customer.discounts = Vec::new();
    Some(Checkout { catalog: Arc::clone(catalog), customer, subscription: Some(subscription?) })
}

fn customer(reader: &mut Reader, catalog: &CatalogData, fields: Fields<'_>) -> Option<Customer> {
    let digits = catalog.amount_digits();
    let taxes = reader.optional(fields, "taxes", |reader, value| reader.list(value, tax));
    unique(reader, fields, "taxes");
    let discounts = reader.optional(fields, "discounts", |reader, value| reader.list(value, |reader, value| held_discount(reader, catalog, value)));
    unique(reader, fields, "discounts");
    let balance = reader.optional(fields, "balance", |reader, value| reader.decimal(value, digits));
    let members = reader.optional(fields, "members", Reader::count);
    let teams = reader.optional(fields, "teams", teams);
    unique(reader, fields, "teams");
    let individual_subscription = reader.optional(fields, "individualSubscription", Reader::boolean).unwrap_or(false);
    Some(Customer {
        taxes: taxes.unwrap_or_default(),
        discounts: discounts.unwrap_or_default(),
        balance: balance.unwrap_or(Decimal::ZERO),
        members,
        teams,
        individual_subscription,
    })
}

fn tax(reader: &mut Reader, document: &Document) -> Option<Tax> {
    let fields = reader.object(document, &["id", "name", "rate", "inclusive"])?;
    let id = reader.required(fields, "id", Reader::name);
    let name = reader.required(fields, "name", Reader::name);
    let rate = reader.required(fields, "rate", |reader, value| reader.percent(value, 1000));
    let inclusive = reader.optional(fields, "inclusive", Reader::boolean).unwrap_or(false);
    Some(Tax { id: id?, name: name?, rate: rate?, inclusive })
}

fn held_discount(reader: &mut Reader, catalog: &CatalogData, document: &Document) -> Option<HeldDiscount> {
    let find = |reader: &mut Reader, value: &Document| {
        let position = catalog.discount_position(reader.text(value)?);
        if position.is_none() {
            reader.report_value(ErrorCode::UnknownDiscount, "there is no such discount", value);
        }
        position
    };
    if matches!(document, Document::Text(_)) {
        return Some(HeldDiscount { position: find(reader, document)?, since: None });
    }
    let fields = reader.object(document, &["id", "since"])?;
    let position = reader.required(fields, "id", find);
    let since = reader.required(fields, "since", Reader::timestamp);
    Some(HeldDiscount { position: position?, since: Some(since?) })
}

fn teams(reader: &mut Reader, document: &Document) -> Option<Teams> {
    if !matches!(document, Document::List(_)) {
        return reader.count(document).map(Teams::Count);
    }
    let teams = reader.list(document, |reader, value| {
        let fields = reader.object(value, &["id", "name"])?;
        let id = reader.required(fields, "id", Reader::name);
        let name = reader.required(fields, "name", Reader::name);
        Some(Team { id: id?, name: name? })
    })?;
    Some(Teams::Named(teams))
}

#[derive(Clone, Copy)]
enum StatusWord {
    Active,
    Trial,
    Expired,
}

fn subscription(reader: &mut Reader, catalog: &CatalogData, fields: Fields<'_>, customer: Option<&Customer>) -> Option<Subscription> {
    const STATUS: [(&str, StatusWord); 3] = [("active", StatusWord::Active), ("trial", StatusWord::Trial), ("expired", StatusWord::Expired)];
    let period = reader.required(fields, "period", Reader::period);
    let terms = terms(reader, catalog, fields, customer, period);
    let status = reader.optional(fields, "status", |reader, value| reader.word(value, &STATUS));
    let trial_end = reader.optional(fields, "trialEnd", Reader::timestamp);
    if let (Some(end), Some(period)) = (trial_end, period)
        && end < period.start
    {
        reader.at_key("trialEnd", |reader| reader.report(ErrorCode::PeriodReversed, "lies before the period"));
    }
    let status = match (status, trial_end) {
        (Some(StatusWord::Trial), Some(end)) => Some(Status::Trial(end)),
        (Some(StatusWord::Trial), None) => period.map(|period| Status::Trial(period.end)),
        (other, Some(_)) => {
            reader.at_key("trialEnd", |reader| reader.report(ErrorCode::Conflict, "only a subscription in a trial has it"));
            other.map(|_| Status::Active)
        }
        (Some(StatusWord::Expired), None) => Some(Status::Expired),
        (Some(StatusWord::Active) | None, None) => Some(Status::Active),
    };
    let anchor = reader.optional(fields, "anchor", Reader::anchor);
    let unused_operations = reader.optional(fields, "unusedOperations", Reader::count).unwrap_or(0);
    let extra_operations = reader.optional(fields, "extraOperations", Reader::count).unwrap_or(0);
    let digits = catalog.amount_digits();
    let paid = reader.optional(fields, "paid", |reader, value| reader.list(value, |reader, value| paid_span(reader, value, digits)));
    let scheduled = reader.optional(fields, "scheduled", |reader, value| {
        let scheduled = change::change(reader, value)?;
        let flags = [("renew", scheduled.renew), ("withdraw", scheduled.withdraw), ("extraOperations", scheduled.extra_operations.is_some())];
        for (key, _) in flags.iter().filter(|(_, named)| *named) {
            reader.at_key(key, |reader| reader.report(ErrorCode::Conflict, "waits for no period's end"));
        }
        // Whether it can be carried out is a question of the document, not of a later change.
        let carried_out = match &terms {
            _ if flags.iter().any(|(_, named)| *named) => Ok(()),
            Some(terms) if !scheduled.cancel => crate::change::resolve_scheduled(catalog, terms, &scheduled, scheduled.at, "").map(drop),
            _ => scheduled.check_conflicts(),
        };
        if let Err(error) = carried_out {
            for problem in error.problems {
                reader.adopt(problem);
            }
        }
        Some(scheduled)
    });
    let deferred = reader.optional(fields, "deferred", |reader, value| reader.list(value, |reader, value| deferred_line(reader, value, digits)));
    Some(Subscription {
        terms: terms?,
        status: status?,
        period: period?,
        anchor,
        unused_operations,
        extra_operations,
        paid: paid.unwrap_or_default(),
        scheduled,
        deferred: deferred.unwrap_or_default(),
    })
}

fn terms(reader: &mut Reader, catalog: &CatalogData, fields: Fields<'_>, customer: Option<&Customer>, period: Option<Period>) -> Option<Terms> {
    let position = reader.required(fields, "plan", |reader, value| {
        let id = reader.text(value)?;
        let position = catalog.plan_position(id);
        if position.is_none() {
            reader.report_value(ErrorCode::UnknownPlan, "there is no such plan", value);
        }
        position
    });
    let interval = reader.required(fields, "interval", Reader::interval);
    let operations = reader.optional(fields, "operations", Reader::count);
    let named = reader.optional(fields, "price", |reader, value| match value {
        Document::Text(id) => Some(Err(id.as_str())),
        _ => price(reader, value, catalog.amount_digits()).map(|price| Ok(Arc::new(price))),
    });
    let seats = reader.optional(fields, "seats", Reader::count);
    let add_ons = reader.optional(fields, "addOns", |reader, value| reader.list(value, |reader, value| held_add_on(reader, catalog, value)));
    unique(reader, fields, "addOns");
    let add_ons = resolve_add_ons(catalog, &add_ons.unwrap_or_default(), "").unwrap_or_default();
    let plan = catalog.plans.get(position?)?;
    let found = match named {
        Some(Ok(own)) => {
            if interval.is_some_and(|interval| interval != own.interval) {
                reader.at_key("price.interval", |reader| reader.report(ErrorCode::Conflict, "is not the subscription's interval"));
            }
            Ok(own)
        }
        Some(Err(id)) => held_price(plan, interval?, operations, Some(id)),
        None => held_price(plan, interval?, operations, None),
    };
    let price = match found {
        Ok(price) => price,
        Err(error) => {
            for problem in error.problems {
                reader.adopt(problem);
            }
            return None;
        }
    };
    let seats = match (seats, price.prices_seats()) {
        (None, true) => Some(plan.seats.and_then(|range| range.min).unwrap_or(1)),
        (seats, _) => seats.filter(|_| plan.has_seats()),
    };
    let since = period.map(|period| period.start);
    let hold = |held: &HeldDiscount| HeldDiscount { since: held.since.or(since), ..*held };
    let discounts = customer.map(|customer| customer.discounts.iter().map(hold).collect()).unwrap_or_default();
    Some(Terms { plan: position?, price, seats, add_ons, discounts })
}

fn held_add_on(reader: &mut Reader, catalog: &CatalogData, document: &Document) -> Option<AddOnQuantity> {
    // Whether there is such an add-on is told beside what is wrong with its quantity.
    if let Document::Map(fields) = document
        && let Some((_, id @ Document::Text(text))) = fields.iter().rev().find(|(key, _)| key == "id")
        && catalog.add_on_position(text).is_none()
    {
        reader.at_key("id", |reader| reader.report_value(ErrorCode::UnknownAddOn, "there is no such add-on", id));
    }
    change::add_on_quantity(reader, document)
}

fn span(reader: &mut Reader, fields: Fields<'_>) -> Option<Period> {
    let start: Option<Timestamp> = reader.required(fields, "start", Reader::timestamp);
    let end: Option<Timestamp> = reader.required(fields, "end", Reader::timestamp);
    reader.period_of(start?, end?)
}

/// Decodes a paid span.
pub fn paid_span(reader: &mut Reader, document: &Document, digits: u32) -> Option<PaidSpan> {
    let fields = reader.object(document, &["start", "end", "amount", "credited", "received"])?;
    let period = span(reader, fields);
    let amount = reader.required(fields, "amount", |reader, value| reader.decimal(value, digits));
    let credited = reader.optional(fields, "credited", |reader, value| reader.decimal(value, digits));
    let received = reader.optional(fields, "received", |reader, value| reader.decimal(value, digits));
    Some(PaidSpan { period: period?, amount: amount?, credited: credited.unwrap_or(Decimal::ZERO), received })
}

fn deferred_line(reader: &mut Reader, document: &Document, digits: u32) -> Option<DeferredLine> {
    const KINDS: [(&str, LineKind); 10] = [
        ("credit_excess", LineKind::CreditExcess),
        ("charge", LineKind::Charge),
        ("unused_time", LineKind::UnusedTime),
        ("unused_operations", LineKind::UnusedOperations),
        ("future_grants", LineKind::FutureGrants),
        ("difference", LineKind::Difference),
        ("add_on", LineKind::AddOn),
        ("extra_operations", LineKind::ExtraOperations),
        ("discount", LineKind::Discount),
        ("rounding", LineKind::Rounding),
    ];
    let fields = reader.object(document, &["kind", "plan", "addOn", "amount", "quantity", "unitAmount", "period"])?;
    let kind = reader.required(fields, "kind", |reader, value| reader.word(value, &KINDS));
    let plan = reader.optional(fields, "plan", Reader::name);
    let add_on = reader.optional(fields, "addOn", Reader::name);
    let amount = reader.required(fields, "amount", |reader, value| reader.signed_decimal(value, digits));
    let quantity = reader.required(fields, "quantity", Reader::count);
    let unit_amount = reader.required(fields, "unitAmount", |reader, value| reader.decimal(value, MAX_DECIMALS));
    let period = reader.optional(fields, "period", Reader::period);
    Some(DeferredLine { kind: kind?, plan, add_on, amount: amount?, quantity: quantity?, unit_amount: Amount::padded(unit_amount?, digits), period })
}
