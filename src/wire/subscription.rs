//! The subscription document, and that of a customer alone.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::catalog::price;
use super::change;
use super::field::{Field, may, must};
use super::intake::{Name, Value, Written};
use super::reader::{Fields, Reader, Words};
use super::words::Key;
use crate::calendar::{Period, Timestamp};
use crate::catalog::CatalogData;
use crate::change::{AddOnQuantity, Change, HeldDiscount, Terms, held_price, resolve_add_ons};
use crate::error::{ErrorCode, ErrorKind, PricingError};
use crate::invoice::LineKind;
use crate::money::Amount;
use crate::preview::Checkout;
use crate::rules::proration::Basis;
use crate::subscription::{Customer, DeferredLine, PaidSpan, Status, Subscription, Tax, Team, Teams};

const SUBSCRIPTION: [Field; 21] = [
    must(Key::Plan),
    must(Key::Interval),
    may(Key::Operations),
    may(Key::Seats),
    may(Key::Price),
    may(Key::AddOns),
    may(Key::Status),
    may(Key::TrialEnd),
    must(Key::Period),
    may(Key::Anchor),
    may(Key::UnusedOperations),
    may(Key::ExtraOperations),
    may(Key::Paid),
    may(Key::Scheduled),
    may(Key::Deferred),
    may(Key::Taxes),
    may(Key::Discounts),
    may(Key::Balance),
    may(Key::Members),
    may(Key::Teams),
    may(Key::IndividualSubscription),
];
const FIELDS: (&[Field], &[Field]) = SUBSCRIPTION.split_at(15);
/// What only a subscription has.
const ITS_OWN: &[Field] = FIELDS.0;
/// What a customer has, with or without one.
const CUSTOMER: &[Field] = FIELDS.1;

/// Decodes what a customer has now against a catalog; a customer alone, or nothing, for a first purchase.
///
/// # Errors
/// Every problem, of kind `document`.
pub fn decode(catalog: &Arc<CatalogData>, document: impl Into<Written>) -> Result<Checkout, PricingError> {
    let mut reader = Reader::default();
    reader.ends_are_last_days = catalog.policy.proration.basis == Basis::DayInclusive;
    reader.digits = catalog.amount_digits();
    let checkout = checkout(&mut reader, catalog, document.into().root());
    reader.finish(checkout, ErrorKind::Document)
}

fn checkout(reader: &mut Reader, catalog: &Arc<CatalogData>, value: Value<'_>) -> Checkout {
    if value.is_null() {
        return Checkout { catalog: Arc::clone(catalog), customer: Customer::default(), subscription: None };
    }
    // What only a subscription has makes it one: then the rest of it must be there too.
    let mut names = value.entries();
    let is_subscription = names.any(|(name, _)| matches!(name, Name::Known(number) if ITS_OWN.iter().any(|field| field.key.place() == number)));
    let mut fields = reader.object(value, if is_subscription { &SUBSCRIPTION } else { CUSTOMER });
    let mut customer = customer(&mut fields, catalog);
    let subscription = if fields.knows(Key::Plan) { subscription(&mut fields, catalog, core::mem::take(&mut customer.discounts)) } else { None };
    Checkout { catalog: Arc::clone(catalog), customer, subscription }
}

fn customer(fields: &mut Fields<'_, '_>, catalog: &CatalogData) -> Customer {
    let taxes = fields.value(Key::Taxes, |reader, value| reader.list(value, tax));
    fields.unique(Key::Taxes);
    let discounts = fields.list_with(Key::Discounts, &mut |reader, value| held_discount(reader, catalog, value));
    fields.unique(Key::Discounts);
    let balance = fields.value(Key::Balance, Reader::amount);
    let members = fields.read(Key::Members, Reader::count);
    let teams = fields.read(Key::Teams, teams);
    fields.unique(Key::Teams);
    let individual_subscription = fields.value(Key::IndividualSubscription, Reader::boolean);
    Customer { taxes, discounts, balance, members, teams, individual_subscription }
}

const TAX: [Field; 4] = [must(Key::Id), must(Key::Name), must(Key::Rate), may(Key::Inclusive)];

fn tax(reader: &mut Reader, value: Value<'_>) -> Tax {
    let mut fields = reader.object(value, &TAX);
    let id = fields.value(Key::Id, Reader::name);
    let name = fields.value(Key::Name, Reader::name);
    let rate = fields.value(Key::Rate, |reader, value| reader.percent(value, 1000));
    let inclusive = fields.value(Key::Inclusive, Reader::boolean);
    Tax { id, name, rate, inclusive }
}

const HELD_DISCOUNT: [Field; 2] = [must(Key::Id), must(Key::Since)];

fn held_discount(reader: &mut Reader, catalog: &CatalogData, value: Value<'_>) -> HeldDiscount {
    let find = |id: &str| catalog.discount_position(id);
    let mut find = |reader: &mut Reader, value: Value<'_>| reader.known(value, &find, ErrorCode::UnknownDiscount, "there is no such discount");
    if value.text().is_some() {
        return HeldDiscount { position: find(reader, value), since: None };
    }
    let mut fields = reader.object(value, &HELD_DISCOUNT);
    let position = fields.read_with(Key::Id, &mut find).unwrap_or(0);
    let since = fields.read(Key::Since, Reader::timestamp);
    HeldDiscount { position, since }
}

const TEAM: [Field; 2] = [must(Key::Id), must(Key::Name)];

fn teams(reader: &mut Reader, value: Value<'_>) -> Teams {
    if !value.is_list() {
        return Teams::Count(reader.count(value));
    }
    Teams::Named(reader.list(value, team))
}

fn team(reader: &mut Reader, value: Value<'_>) -> Team {
    let mut fields = reader.object(value, &TEAM);
    let id = fields.value(Key::Id, Reader::name);
    let name = fields.value(Key::Name, Reader::name);
    Team { id, name }
}

#[derive(Clone, Copy)]
enum StatusWord {
    Active,
    Trial,
    Expired,
}

const STATUS: Words<StatusWord> = Words("active trial expired", &[StatusWord::Active, StatusWord::Trial, StatusWord::Expired]);

fn subscription(fields: &mut Fields<'_, '_>, catalog: &CatalogData, discounts: Vec<HeldDiscount>) -> Option<Subscription> {
    let period = fields.read(Key::Period, Reader::period);
    let terms = terms(fields, catalog, discounts, period);
    let status = fields.word(Key::Status, &STATUS);
    let trial_end = fields.read(Key::TrialEnd, Reader::timestamp);
    if let (Some(end), Some(period)) = (trial_end, period)
        && end < period.start
    {
        fields.report(Key::TrialEnd, ErrorCode::PeriodReversed, "lies before the period");
    }
    let status = match (status, trial_end) {
        (Some(StatusWord::Trial), end) => Status::Trial(end.or(period.map(|period| period.end)).unwrap_or(Timestamp::EPOCH)),
        (_, Some(_)) => {
            fields.report(Key::TrialEnd, ErrorCode::Conflict, "only a subscription in a trial has it");
            Status::Active
        }
        (Some(StatusWord::Expired), None) => Status::Expired,
        (Some(StatusWord::Active) | None, None) => Status::Active,
    };
    let anchor = fields.read(Key::Anchor, Reader::anchor);
    let unused_operations = fields.value(Key::UnusedOperations, Reader::count);
    let extra_operations = fields.value(Key::ExtraOperations, Reader::count);
    let paid = fields.value(Key::Paid, |reader, value| reader.list(value, paid_span));
    let scheduled = fields.read_with(Key::Scheduled, &mut |reader, value| scheduled(reader, value, catalog, terms.as_ref()));
    let deferred = Arc::new(fields.value(Key::Deferred, |reader, value| reader.list(value, deferred_line)));
    Some(Subscription { terms: terms?, status, period: period?, anchor, unused_operations, extra_operations, paid, scheduled, deferred })
}

fn scheduled(reader: &mut Reader, value: Value<'_>, catalog: &CatalogData, terms: Option<&Terms>) -> Change {
    let scheduled = change::change(reader, value);
    if reader.failed {
        return scheduled;
    }
    let mut waits = true;
    let flags = [(Key::Renew, scheduled.renew), (Key::Withdraw, scheduled.withdraw), (Key::ExtraOperations, scheduled.extra_operations.is_some())];
    for &(key, named) in &flags {
        if named {
            reader.report_at(key, ErrorCode::Conflict, "waits for no period's end");
            waits = false;
        }
    }
    // Whether it can be carried out is a question of the document, not of a later change.
    let carried_out = match terms {
        _ if !waits => Ok(()),
        Some(terms) if !scheduled.cancel => crate::change::resolve_scheduled(catalog, terms, &scheduled, scheduled.at, "").map(drop),
        _ => scheduled.check_conflicts(),
    };
    if let Err(error) = carried_out {
        reader.adopt(error);
    }
    scheduled
}

fn terms(fields: &mut Fields<'_, '_>, catalog: &CatalogData, mut discounts: Vec<HeldDiscount>, period: Option<Period>) -> Option<Terms> {
    let find = |id: &str| catalog.plan_position(id);
    let position = fields.read_with(Key::Plan, &mut |reader, value| reader.known(value, &find, ErrorCode::UnknownPlan, "there is no such plan"));
    let interval = fields.read(Key::Interval, Reader::interval);
    let operations = fields.read(Key::Operations, Reader::count);
    // The id of a price, or one of its own that is no longer sold.
    let mut own = None;
    let id = fields.read_with(Key::Price, &mut |reader, value| {
        if value.text().is_none() {
            own = Some(Arc::new(price(reader, value)));
        }
        value.text()
    });
    let own = own.filter(|_| id.is_some());
    let seats = fields.read(Key::Seats, Reader::count);
    let add_ons = fields.list_with(Key::AddOns, &mut |reader, value| held_add_on(reader, catalog, value));
    fields.unique(Key::AddOns);
    let plan = position.and_then(|position| catalog.plans.get(position));
    let price = match (plan, own, interval) {
        (Some(_), Some(own), _) => {
            if interval.is_some_and(|interval| interval != own.interval) {
                fields.reader.report_within(Key::Price, Key::Interval, ErrorCode::Conflict, "is not the subscription's interval");
            }
            Ok(own)
        }
        (Some(plan), None, Some(interval)) => held_price(plan, interval, operations, id.flatten()),
        _ => return None,
    };
    let price = match price {
        Ok(price) => price,
        Err(error) => {
            fields.reader.adopt(error);
            return None;
        }
    };
    let plan = plan?;
    let seats = match (seats, price.prices_seats()) {
        (None, true) => Some(plan.seats.and_then(|range| range.min).unwrap_or(1)),
        (seats, _) => seats.filter(|_| plan.has_seats(&price)),
    };
    let since = period.map(|period| period.start);
    for held in &mut discounts {
        if held.since.is_none() {
            held.since = since;
        }
    }
    let mut held_add_ons = Vec::new();
    // What is wrong with them was told.
    resolve_add_ons(catalog, &add_ons, &mut held_add_ons).ok();
    Some(Terms { plan: position?, price, seats, add_ons: held_add_ons, discounts })
}

fn held_add_on(reader: &mut Reader, catalog: &CatalogData, value: Value<'_>) -> AddOnQuantity {
    // Whether there is such an add-on is told beside what is wrong with its quantity.
    if let Some(id) = value.field(Key::Id)
        && id.text().is_some_and(|text| catalog.add_on_position(text).is_none())
    {
        reader.report_value_at(Key::Id, ErrorCode::UnknownAddOn, "there is no such add-on", id);
    }
    change::add_on_quantity(reader, value)
}

const PAID_SPAN: [Field; 5] = [must(Key::Start), must(Key::End), must(Key::Amount), may(Key::Credited), may(Key::Received)];

/// Decodes a paid span.
pub fn paid_span(reader: &mut Reader, value: Value<'_>) -> PaidSpan {
    let mut fields = reader.object(value, &PAID_SPAN);
    let period = fields.period();
    let amount = fields.value(Key::Amount, Reader::amount);
    let credited = fields.value(Key::Credited, Reader::amount);
    let received = fields.read(Key::Received, Reader::amount);
    PaidSpan { period, amount, credited, received }
}

const DEFERRED_LINE: [Field; 7] =
    [must(Key::Kind), may(Key::Plan), may(Key::AddOn), must(Key::Amount), must(Key::Quantity), must(Key::UnitAmount), may(Key::Period)];
const LINE_KINDS: Words<LineKind> = Words(
    "credit_excess charge unused_time unused_operations future_grants difference add_on extra_operations discount rounding",
    &[
        LineKind::CreditExcess,
        LineKind::Charge,
        LineKind::UnusedTime,
        LineKind::UnusedOperations,
        LineKind::FutureGrants,
        LineKind::Difference,
        LineKind::AddOn,
        LineKind::ExtraOperations,
        LineKind::Discount,
        LineKind::Rounding,
    ],
);

fn deferred_line(reader: &mut Reader, value: Value<'_>) -> DeferredLine {
    let digits = reader.digits;
    let mut fields = reader.object(value, &DEFERRED_LINE);
    let kind = fields.word(Key::Kind, &LINE_KINDS);
    let plan = fields.read(Key::Plan, Reader::name);
    let add_on = fields.read(Key::AddOn, Reader::name);
    let amount = fields.value(Key::Amount, Reader::signed_amount);
    let quantity = fields.value(Key::Quantity, Reader::count);
    let unit_amount = fields.value(Key::UnitAmount, Reader::fine_amount);
    let period = fields.read(Key::Period, Reader::period);
    DeferredLine { kind: kind.unwrap_or(LineKind::Charge), plan, add_on, amount, quantity, unit_amount: Amount::padded(unit_amount, digits), period }
}
