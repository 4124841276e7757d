//! The catalog document.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::field::{Field, may, must};
use super::intake::{Value, Written};
use super::reader::{Fields, Reader, Words, each_word};
use super::words::Key;
use crate::calendar::Cycle;
use crate::catalog::{AddOn, AddOnInterval, CatalogData, Discount, ExtraLimit, ExtraOperations, Plan, Price, Reduction, SeatRange};
use crate::decimal::Decimal;
use crate::error::{ErrorCode, ErrorKind, PricingError};
use crate::money::{Currency, RoundingMode};
use crate::order;
use crate::policy::{
    Acknowledgement, Acknowledgements, ChangeDay, Charge, Collect, CreditBase, CreditCap, CreditPolicy, DirectionRule, EarlierCredits, Effective, Excess,
    FactorTotal, Grant, Offer, PRESETS, PeriodTreatment, Policy, Proration, RoundOn, Rounding, Treatment, UnusedOperations, UnusedTime,
};
use crate::rules::proration::Basis;
use crate::rules::tiers::{Band, TierMode, Tiers};
use crate::text::{concat, whole};

const CATALOG: [Field; 9] = [
    may(Key::Schema),
    must(Key::Currency),
    may(Key::Unit),
    must(Key::Plans),
    may(Key::AddOns),
    may(Key::Discounts),
    must(Key::Policy),
    may(Key::GraceDays),
    may(Key::Metadata),
];

/// Decodes a catalog.
///
/// # Errors
/// Every problem, of kind `document`.
pub fn decode(document: impl Into<Written>) -> Result<Arc<CatalogData>, PricingError> {
    let mut reader = Reader::default();
    let catalog = Arc::new(catalog(&mut reader, document.into().root()));
    reader.finish(catalog, ErrorKind::Document)
}

fn catalog(reader: &mut Reader, document: Value<'_>) -> CatalogData {
    let mut fields = reader.object(document, &CATALOG);
    fields.read(Key::Schema, Reader::text);
    fields.read(Key::Unit, Reader::name);
    let currency = fields.read(Key::Currency, Reader::currency);
    // Without a currency, amounts are still read, as finely as any is.
    fields.reader.digits = currency.map_or(4, Currency::digits);
    let plans = fields.value(Key::Plans, plans);
    let add_ons = fields.value(Key::AddOns, |reader, value| reader.list(value, add_on));
    let id = |position: usize| plans.get(position).map(|plan| &plan.id);
    let plans_by_id = order::positions(plans.len(), &|left, right| id(left).cmp(&id(right)));
    fields.unique(Key::Plans);
    fields.unique(Key::AddOns);
    fields.unique(Key::Discounts);
    // By id as they are written, so that a mistake elsewhere in a plan does not hide one here.
    let plan_ids = fields.ids(Key::Plans);
    let discounts = fields.list_with(Key::Discounts, &mut |reader, value| discount(reader, value, &plan_ids));
    let mut own_policy = Policy::BASE;
    fields.read_with(Key::Policy, &mut |reader, value| policy(reader, value, currency, &mut own_policy));
    let grace_days = fields.read(Key::GraceDays, |reader, value| reader.integer(value, 0, 3650));
    CatalogData { currency: currency.unwrap_or(Currency::DOLLAR), plans, add_ons, discounts, policy: own_policy, grace_days, plans_by_id }
}

const PLAN: [Field; 10] = [
    must(Key::Id),
    must(Key::Name),
    must(Key::Prices),
    may(Key::OnSale),
    may(Key::Teams),
    may(Key::Seats),
    may(Key::Trial),
    may(Key::ExtraOperations),
    may(Key::Features),
    may(Key::Metadata),
];

fn plans(reader: &mut Reader, value: Value<'_>) -> Vec<Plan> {
    if value.is_list() && value.count() == 0 {
        reader.report(ErrorCode::Empty, "there must be something for sale");
    }
    reader.list(value, plan)
}

fn plan(reader: &mut Reader, value: Value<'_>) -> Plan {
    let mut fields = reader.object(value, &PLAN);
    let id = fields.value(Key::Id, Reader::name);
    let name = fields.value(Key::Name, Reader::name);
    let prices = fields.value(Key::Prices, prices);
    fields.unique(Key::Prices);
    let on_sale = fields.read(Key::OnSale, Reader::boolean).unwrap_or(true);
    let teams = fields.read(Key::Teams, Reader::positive);
    let seats = fields.read(Key::Seats, seat_range);
    let trial = fields.read(Key::Trial, Reader::interval);
    let extra_operations = fields.read(Key::ExtraOperations, extra_operations);
    fields.each(Key::Features, &mut |reader, value| {
        reader.text(value);
    });
    let granted = |position: usize| prices.get(position).map(|price| price.operations);
    let prices_by_operations = order::positions(prices.len(), &|left, right| granted(left).cmp(&granted(right)));
    Plan { id, name, prices, on_sale, teams, seats, trial, extra_operations, prices_by_operations }
}

fn prices(reader: &mut Reader, value: Value<'_>) -> Vec<Arc<Price>> {
    let prices = reader.list(value, |reader, value| Arc::new(price(reader, value)));
    if reader.failed {
        return prices;
    }
    if prices.is_empty() {
        reader.report(ErrorCode::Empty, "a plan has at least one price");
    }
    distinct_prices(reader, &prices);
    prices
}

/// Two prices of one interval and allowance need ids to be told apart.
fn distinct_prices(reader: &mut Reader, prices: &[Arc<Price>]) {
    let at = |position: usize| prices.get(position);
    // Equal where the intervals and the allowances are.
    let offer = |position: usize| {
        at(position).map_or([0; 3], |price| [price.interval.fixed_days(), price.interval.months().unwrap_or(0), price.operations.unwrap_or(-1)])
    };
    let unnamed = |position: usize| at(position).is_some_and(|price| price.id.is_none());
    for (first, again) in order::repeated(prices.len(), &|left, right| offer(left).cmp(&offer(right))) {
        if unnamed(first) || unnamed(again) {
            let message = concat(&["interval and operations are those of prices[", &whole(first as i64), "]: both need an id"]);
            reader.report_at_index(again, ErrorCode::DuplicatePrice, message);
        }
    }
}

const SEAT_RANGE: [Field; 3] = [may(Key::Min), may(Key::Max), may(Key::Included)];

fn seat_range(reader: &mut Reader, value: Value<'_>) -> SeatRange {
    let mut fields = reader.object(value, &SEAT_RANGE);
    let min = fields.read(Key::Min, Reader::count);
    let max = fields.read(Key::Max, Reader::count);
    let included = fields.value(Key::Included, Reader::count);
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        reader.report(ErrorCode::Conflict, "the least is above the most");
    }
    SeatRange { min, max, included }
}

const EXTRA_OPERATIONS: [Field; 3] = [must(Key::Bundle), may(Key::Surcharge), may(Key::MaxPerPeriod)];

fn extra_operations(reader: &mut Reader, value: Value<'_>) -> ExtraOperations {
    let mut fields = reader.object(value, &EXTRA_OPERATIONS);
    let bundle = fields.value(Key::Bundle, Reader::positive);
    let surcharge = fields.value(Key::Surcharge, |reader, value| reader.percent(value, 10_000));
    let max = fields.read(Key::MaxPerPeriod, |reader, value| match value.text() {
        Some(_) => reader.word(value, &Words("allowance", &[ExtraLimit::Allowance]), ExtraLimit::Allowance),
        None => ExtraLimit::Count(reader.count(value)),
    });
    ExtraOperations { bundle, surcharge, max: max.unwrap_or(ExtraLimit::None) }
}

const PRICE: [Field; 9] = [
    may(Key::Id),
    must(Key::Interval),
    must(Key::Amount),
    may(Key::Per),
    may(Key::Tiers),
    may(Key::OnSale),
    may(Key::Operations),
    may(Key::Resets),
    may(Key::Metadata),
];

/// When operations are granted anew: whether by the month.
pub const RESETS: Words<bool> = Words("period month", &[false, true]);

/// Decodes a price; also that of a subscription whose price is no longer sold.
pub fn price(reader: &mut Reader, value: Value<'_>) -> Price {
    let mut fields = reader.object(value, &PRICE);
    let id = fields.read(Key::Id, Reader::name);
    let interval = fields.value(Key::Interval, Reader::interval);
    let amount = fields.value(Key::Amount, Reader::amount);
    let per_seat = fields.word(Key::Per, &Words("subscription seat", &[false, true]));
    let tiers = fields.read(Key::Tiers, tiers);
    let on_sale = fields.read(Key::OnSale, Reader::boolean).unwrap_or(true);
    let operations = fields.read(Key::Operations, Reader::count);
    let resets = fields.word(Key::Resets, &RESETS);
    if resets == Some(true) && interval.months().is_none() {
        fields.report(Key::Resets, ErrorCode::Conflict, "monthly grants need an interval of months or years");
    }
    Price { id, interval, amount, per_seat: per_seat.unwrap_or(false), tiers, on_sale, operations, resets_monthly: resets.unwrap_or(false) }
}

const TIERS: [Field; 4] = [must(Key::Mode), must(Key::Bands), may(Key::PackageSize), may(Key::Free)];
const TIER_MODES: Words<TierMode> = Words("graduated volume package", &[TierMode::Graduated, TierMode::Volume, TierMode::Package]);

/// Decodes a tiered price.
pub fn tiers(reader: &mut Reader, value: Value<'_>) -> Tiers {
    let mut fields = reader.object(value, &TIERS);
    let mode = fields.word(Key::Mode, &TIER_MODES);
    let bands = fields.value(Key::Bands, bands);
    let package_size = fields.read(Key::PackageSize, Reader::positive);
    let free = fields.read(Key::Free, Reader::count);
    let package = mode == Some(TierMode::Package);
    if package && !fields.has(Key::PackageSize) {
        fields.report(Key::PackageSize, ErrorCode::Missing, "packages have a size");
    }
    for &(key, given) in &[(Key::PackageSize, package_size.is_some()), (Key::Free, free.is_some())] {
        if given && mode.is_some() && !package {
            fields.report(key, ErrorCode::Conflict, "only packages have it");
        }
    }
    Tiers { mode: mode.unwrap_or(TierMode::Graduated), bands, package_size: package_size.unwrap_or(1), free: free.unwrap_or(0) }
}

fn bands(reader: &mut Reader, value: Value<'_>) -> Vec<Band> {
    let bands = reader.list(value, band);
    if reader.failed {
        return bands;
    }
    let (mut rising, mut end) = (true, i64::MIN);
    for band in &bands {
        // Without an end is above every end.
        let to = band.to.unwrap_or(i64::MAX);
        rising &= end < to;
        end = to;
    }
    if !rising || end != i64::MAX {
        reader.report(ErrorCode::InvalidBands, "bands rise, and the last one has \"to\": null");
    }
    bands
}

const BAND: [Field; 3] = [may(Key::To), may(Key::UnitAmount), may(Key::FlatAmount)];

fn band(reader: &mut Reader, value: Value<'_>) -> Band {
    let mut fields = reader.object(value, &BAND);
    let to = fields.read(Key::To, Reader::count);
    let unit_amount = fields.value(Key::UnitAmount, Reader::fine_amount);
    let flat_amount = fields.value(Key::FlatAmount, Reader::fine_amount);
    if to.is_none() && fields.has(Key::To) {
        fields.reader.failed = true;
    }
    Band { to, unit_amount, flat_amount }
}

const ADD_ON: [Field; 6] = [must(Key::Id), must(Key::Name), must(Key::Amount), must(Key::Interval), may(Key::Per), may(Key::Tiers)];

fn add_on(reader: &mut Reader, value: Value<'_>) -> AddOn {
    let mut fields = reader.object(value, &ADD_ON);
    let id = fields.value(Key::Id, Reader::name);
    let name = fields.value(Key::Name, Reader::name);
    let amount = fields.value(Key::Amount, Reader::amount);
    let interval = fields.read(Key::Interval, |reader, value| match value.text() {
        Some("once") => AddOnInterval::Once,
        Some("metered") => AddOnInterval::Metered,
        _ => AddOnInterval::Every(reader.interval(value)),
    });
    let interval = interval.unwrap_or(AddOnInterval::Once);
    let per_seat = fields.word(Key::Per, &Words("unit seat", &[false, true]));
    let tiers = fields.read(Key::Tiers, tiers);
    AddOn { id, name, amount, interval, per_seat: per_seat.unwrap_or(false), tiers }
}

const DISCOUNT: [Field; 6] = [must(Key::Id), may(Key::Percent), may(Key::Amount), may(Key::Plans), may(Key::Periods), may(Key::Until)];

fn discount(reader: &mut Reader, value: Value<'_>, plan_ids: &[Option<&str>]) -> Discount {
    let mut fields = reader.object(value, &DISCOUNT);
    let id = fields.value(Key::Id, Reader::name);
    let percent = fields.read(Key::Percent, |reader, value| reader.percent(value, 100));
    let amount = fields.read(Key::Amount, Reader::amount);
    match (percent, amount) {
        (Some(_), Some(_)) => fields.reader.report(ErrorCode::Conflict, "a discount has either a percent or an amount"),
        (None, None) if fields.is_object() && !fields.has(Key::Percent) && !fields.has(Key::Amount) => {
            fields.reader.report(ErrorCode::Missing, "a discount has a percent or an amount");
        }
        _ => {}
    }
    let reduction = percent.map_or(Reduction::Amount(amount.unwrap_or(Decimal::ZERO)), Reduction::Percent);
    let plans = fields.list_with(Key::Plans, &mut |reader, value| {
        let find = |id: &str| plan_ids.iter().position(|known| *known == Some(id));
        // An id that could not be read may be the one that is meant.
        if plan_ids.is_empty() || plan_ids.iter().any(Option::is_none) {
            return find(reader.text(value)).unwrap_or(0);
        }
        reader.known(value, &find, ErrorCode::UnknownPlan, "there is no such plan")
    });
    let periods = fields.read(Key::Periods, Reader::positive);
    let until = fields.read(Key::Until, Reader::timestamp);
    let plans = fields.has(Key::Plans).then_some(plans);
    Discount { id, reduction, plans, periods, until }
}

// ------------------------------------------------------------------------------------------------
// The policy
// ------------------------------------------------------------------------------------------------

const POLICY: [Field; 21] = [
    may(Key::Effective),
    may(Key::Period),
    may(Key::UnusedTime),
    may(Key::UnusedOperations),
    may(Key::Charge),
    may(Key::Collect),
    may(Key::ChangeDay),
    may(Key::Grant),
    may(Key::Rounding),
    may(Key::Preset),
    may(Key::Direction),
    may(Key::Cycle),
    may(Key::Upgrade),
    may(Key::Downgrade),
    may(Key::SeatsAdded),
    may(Key::SeatsRemoved),
    may(Key::Cancel),
    may(Key::Proration),
    may(Key::Credit),
    may(Key::MinimumCharge),
    may(Key::Acknowledge),
];
/// The first of them: what may also be stated for one direction alone.
const TREATMENT: &[Field] = POLICY.split_at(9).0;
const DIRECTIONS: Words<DirectionRule> = Words("rank price", &[DirectionRule::Rank, DirectionRule::Price]);
/// How periods are reckoned.
pub const CYCLES: Words<Cycle> = Words("calendar fixed", &[Cycle::Calendar, Cycle::Fixed]);

/// The names of the presets, in their order.
const PRESET_NAMES: &str = "make stripe paddle chargebee recurly polar lago kill_bill meteroid flexprice autumn restart_with_credit";

fn preset(reader: &mut Reader, value: Value<'_>, currency: Option<Currency>, policy: &mut Policy) {
    let position = reader.choice(value, PRESET_NAMES, ErrorCode::UnknownPreset);
    if let Some(preset) = PRESETS.get(position) {
        *policy = *preset;
    }
    // The least charge of a preset is stated in dollars and known for no other currency.
    if currency.is_some_and(|currency| currency.code() != "USD") {
        policy.minimum_charge = None;
    }
}

fn policy(reader: &mut Reader, value: Value<'_>, currency: Option<Currency>, policy: &mut Policy) {
    if value.text().is_some() {
        return preset(reader, value, currency, policy);
    }
    let mut fields = reader.object(value, &POLICY);
    // Behind an unknown preset, the rest is still read for its own mistakes.
    fields.read_with(Key::Preset, &mut |reader, value| preset(reader, value, currency, policy));
    fields.set(Key::Direction, &DIRECTIONS, &mut policy.direction);
    fields.set(Key::Cycle, &CYCLES, &mut policy.cycle);
    fields.read_with(Key::Proration, &mut |reader, value| proration(reader, value, &mut policy.proration));
    fields.read_with(Key::Credit, &mut |reader, value| credit(reader, value, &mut policy.credit));
    let rounded = fields.read_with(Key::Rounding, &mut |reader, value| rounding(reader, value, &mut policy.rounding));
    // A field at the top holds for every direction, unless the direction says otherwise.
    let mut everywhere = overrides(&mut fields);
    // So does the rounding, which at the top is the policy's own.
    everywhere.rounding = rounded.map(|()| None);
    everywhere.over(&mut policy.upgrade);
    everywhere.over(&mut policy.downgrade);
    everywhere.over(&mut policy.cancel);
    if let Some(treatment) = &mut policy.seats_added {
        everywhere.over(treatment);
    }
    if let Some(treatment) = &mut policy.seats_removed {
        everywhere.over(treatment);
    }
    let own_rounding = policy.rounding;
    let mut own = |key, own: &mut Treatment| fields.read_with(key, &mut |reader, value| treatment(reader, value, own, own_rounding));
    own(Key::Upgrade, &mut policy.upgrade);
    own(Key::Downgrade, &mut policy.downgrade);
    own(Key::Cancel, &mut policy.cancel);
    let (mut added, mut removed) = (*policy.for_seats_added(), *policy.for_seats_removed());
    if own(Key::SeatsAdded, &mut added).is_some() {
        policy.seats_added = Some(added);
    }
    if own(Key::SeatsRemoved, &mut removed).is_some() {
        policy.seats_removed = Some(removed);
    }
    if let Some(minimum) = fields.read(Key::MinimumCharge, Reader::amount) {
        policy.minimum_charge = Some(minimum);
    }
    let mut asked = [false; 4];
    if fields.each(Key::Acknowledge, &mut |reader, value| set_acknowledgement(reader, value, &mut asked)) {
        policy.acknowledge = Acknowledgements(asked);
    }
}

const ACKNOWLEDGEMENTS: Words<Acknowledgement> = Words("downgrade forfeit billing cancel", &Acknowledgement::ALL);

/// One subject of an acknowledgement.
pub fn acknowledgement(reader: &mut Reader, value: Value<'_>) -> Acknowledgement {
    reader.word(value, &ACKNOWLEDGEMENTS, Acknowledgement::Downgrade)
}

fn set_acknowledgement(reader: &mut Reader, value: Value<'_>, asked: &mut [bool; 4]) {
    if let Some(asked) = asked.get_mut(reader.word_position(value, ACKNOWLEDGEMENTS.0)) {
        *asked = true;
    }
}

fn treatment(reader: &mut Reader, value: Value<'_>, own: &mut Treatment, policy_rounding: Rounding) {
    let mut fields = reader.object(value, TREATMENT);
    overrides(&mut fields).over(own);
    let mut own_rounding = own.rounding.unwrap_or(policy_rounding);
    if fields.read_with(Key::Rounding, &mut |reader, value| rounding(reader, value, &mut own_rounding)).is_some() {
        own.rounding = Some(own_rounding);
    }
}

/// At once, or at the end of the period.
pub const EFFECTIVE: Words<Effective> = Words("now period_end", &[Effective::Now, Effective::PeriodEnd]);
const PERIODS: Words<PeriodTreatment> =
    Words("restart keep keep_anchor keep_period", &[PeriodTreatment::Restart, PeriodTreatment::Keep, PeriodTreatment::KeepAnchor, PeriodTreatment::KeepPeriod]);
const UNUSED_TIME: Words<UnusedTime> = Words("credit extend forfeit none", &[UnusedTime::Credit, UnusedTime::Extend, UnusedTime::Forfeit, UnusedTime::None]);
const UNUSED_OPERATIONS: Words<UnusedOperations> =
    Words("credit transfer forfeit", &[UnusedOperations::Credit, UnusedOperations::Transfer, UnusedOperations::Forfeit]);
const CHARGES: Words<Charge> = Words("full remaining difference none", &[Charge::Full, Charge::Remaining, Charge::Difference, Charge::None]);
const COLLECT: Words<Collect> = Words("now next_invoice", &[Collect::Now, Collect::NextInvoice]);
const CHANGE_DAYS: Words<ChangeDay> = Words("unused used", &[ChangeDay::Unused, ChangeDay::Used]);

/// The fields of a treatment that a document states.
struct Overrides {
    effective: Option<Offer<Effective>>,
    period: Option<Offer<PeriodTreatment>>,
    unused_time: Option<UnusedTime>,
    unused_operations: Option<UnusedOperations>,
    charge: Option<Charge>,
    collect: Option<Collect>,
    change_day: Option<ChangeDay>,
    grant: Option<Grant>,
    rounding: Option<Option<Rounding>>,
}

impl Overrides {
    #[inline(never)]
    fn over(&self, treatment: &mut Treatment) {
        fn over<T: Copy>(stated: Option<T>, field: &mut T) {
            if let Some(stated) = stated {
                *field = stated;
            }
        }
        over(self.effective, &mut treatment.effective);
        over(self.period, &mut treatment.period);
        over(self.unused_time, &mut treatment.unused_time);
        over(self.unused_operations, &mut treatment.unused_operations);
        over(self.charge, &mut treatment.charge);
        over(self.collect, &mut treatment.collect);
        over(self.change_day, &mut treatment.change_day);
        over(self.grant, &mut treatment.grant);
        over(self.rounding, &mut treatment.rounding);
    }
}

#[inline(never)]
fn overrides(fields: &mut Fields<'_, '_>) -> Overrides {
    Overrides {
        effective: offer(fields, Key::Effective, &EFFECTIVE),
        period: offer(fields, Key::Period, &PERIODS),
        unused_time: fields.word(Key::UnusedTime, &UNUSED_TIME),
        unused_operations: fields.word(Key::UnusedOperations, &UNUSED_OPERATIONS),
        charge: fields.word(Key::Charge, &CHARGES),
        collect: fields.word(Key::Collect, &COLLECT),
        change_day: fields.word(Key::ChangeDay, &CHANGE_DAYS),
        grant: fields.read(Key::Grant, grant),
        rounding: None,
    }
}

fn offer<T: Copy + PartialEq>(fields: &mut Fields<'_, '_>, key: Key, words: &Words<T>) -> Option<Offer<T>> {
    let mut offered = [usize::MAX; 4];
    fields.read_with(key, &mut |reader, value| positions_of_words(reader, value, words.0, &mut offered))?;
    let mut values = offered.iter().map_while(|position| words.1.get(*position).copied());
    let mut offer = Offer::one(values.next()?);
    values.for_each(|value| offer.add(value));
    Some(offer)
}

/// One word, or several of which the first is the default.
fn positions_of_words(reader: &mut Reader, value: Value<'_>, words: &'static str, offered: &mut [usize; 4]) {
    let mut count = 0_usize;
    let mut next = |reader: &mut Reader, value: Value<'_>| {
        let position = reader.word_position(value, words);
        if let Some(place) = offered.get_mut(count) {
            *place = position;
        }
        count = count.wrapping_add(1);
    };
    if !value.is_list() {
        return next(reader, value);
    }
    reader.each(value, &mut next);
    if reader.failed {
        return;
    }
    if count > each_word(words).count() {
        reader.fail(ErrorCode::TooLarge, "more values than there are words");
    }
    if count == 0 {
        reader.fail(ErrorCode::Empty, "name at least one");
    }
}

const GRANT: [Field; 2] = [must(Key::Digits), must(Key::Rounding)];

fn grant(reader: &mut Reader, value: Value<'_>) -> Grant {
    if value.text().is_some() {
        return reader.word(value, &Words("full", &[Grant::Full]), Grant::Full);
    }
    let mut fields = reader.object(value, &GRANT);
    let digits = fields.value(Key::Digits, Reader::digits);
    let rounding = fields.rounding_mode(Key::Rounding);
    Grant::Prorated { digits, rounding: rounding.unwrap_or(RoundingMode::Down) }
}

const ROUNDING: [Field; 3] = [must(Key::Mode), may(Key::On), may(Key::Digits)];

/// Decodes a rounding over what holds without it.
pub fn rounding(reader: &mut Reader, value: Value<'_>, own: &mut Rounding) {
    let mut fields = reader.object(value, &ROUNDING);
    let mode = fields.rounding_mode(Key::Mode);
    fields.set(Key::On, &Words("line net", &[RoundOn::Line, RoundOn::Net]), &mut own.on);
    own.digits = fields.read(Key::Digits, Reader::digits).or(own.digits);
    own.mode = mode.unwrap_or(own.mode);
}

const PRORATION: [Field; 5] = [may(Key::Basis), may(Key::Total), may(Key::FactorDigits), may(Key::FactorRounding), may(Key::Begun)];
const BASES: Words<Basis> = Words(
    "millisecond second minute hour day day_inclusive month actual_30 thirty_360",
    &[Basis::Millisecond, Basis::Second, Basis::Minute, Basis::Hour, Basis::Day, Basis::DayInclusive, Basis::Month, Basis::Actual30, Basis::Thirty360],
);

/// Decodes a proration over what holds without it.
pub fn proration(reader: &mut Reader, value: Value<'_>, own: &mut Proration) {
    let mut fields = reader.object(value, &PRORATION);
    fields.set(Key::Basis, &BASES, &mut own.basis);
    fields.set(Key::Total, &Words("period plan", &[FactorTotal::Period, FactorTotal::Plan]), &mut own.total);
    own.factor_digits = fields.read(Key::FactorDigits, Reader::digits).or(own.factor_digits);
    own.factor_rounding = fields.rounding_mode(Key::FactorRounding).unwrap_or(own.factor_rounding);
    fields.set(Key::Begun, &Words("used unused", &[true, false]), &mut own.begun_used);
}

const CREDIT: [Field; 5] = [may(Key::Base), may(Key::Earlier), may(Key::Cap), may(Key::Excess), may(Key::FutureGrants)];
/// From what a credit is computed.
pub const CREDIT_BASES: Words<CreditBase> = Words("paid list", &[CreditBase::Paid, CreditBase::List]);

fn credit(reader: &mut Reader, value: Value<'_>, own: &mut CreditPolicy) {
    let mut fields = reader.object(value, &CREDIT);
    fields.set(Key::Base, &CREDIT_BASES, &mut own.base);
    fields.set(Key::Earlier, &Words("cap subtract", &[EarlierCredits::Cap, EarlierCredits::Subtract]), &mut own.earlier);
    fields.set(Key::Cap, &Words("bill total none", &[CreditCap::Bill, CreditCap::Total, CreditCap::None]), &mut own.cap);
    fields.set(Key::Excess, &Words("forfeit balance refund", &[Excess::Forfeit, Excess::Balance, Excess::Refund]), &mut own.excess);
    fields.set(Key::FutureGrants, &Words("forfeit credit", &[false, true]), &mut own.credit_future_grants);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Preset;

    #[test]
    fn presets_are_named_in_their_order() {
        assert!(each_word(PRESET_NAMES).eq(Preset::ALL.map(|(name, _)| name.as_bytes())));
    }
}
