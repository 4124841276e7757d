//! The catalog document.

use alloc::format;
use alloc::sync::Arc;

use rust_decimal::Decimal;

use super::document::Document;
use super::reader::{Fields, Reader};
use crate::calendar::Cycle;
use crate::catalog::{AddOn, AddOnInterval, CatalogData, Discount, ExtraLimit, ExtraOperations, Plan, Price, Reduction, SeatRange};
use crate::error::{ErrorCode, ErrorKind, PricingError};
use crate::money::{Currency, MAX_DECIMALS};
use crate::order;
use crate::policy::{
    Acknowledgement, Acknowledgements, ChangeDay, Charge, Collect, CreditBase, CreditCap, CreditPolicy, DirectionRule, EarlierCredits, Effective, Excess,
    FactorTotal, Grant, Offer, PeriodTreatment, Policy, Preset, Proration, RoundOn, Rounding, Treatment, UnusedOperations, UnusedTime,
};
use crate::rules::proration::Basis;
use crate::rules::tiers::{Band, TierMode, Tiers};

/// Decodes a catalog.
///
/// # Errors
/// Every problem, of kind `document`.
pub fn decode(document: &Document) -> Result<CatalogData, PricingError> {
    let mut reader = Reader::default();
    let catalog = catalog(&mut reader, document);
    reader.finish(catalog, ErrorKind::Document)
}

#[allow(clippy::unnecessary_wraps)] // Metadata is the host's own: anything goes.
const fn anything(_: &mut Reader, _: &Document) -> Option<()> {
    Some(())
}

fn catalog(reader: &mut Reader, document: &Document) -> Option<CatalogData> {
    let fields = reader.object(document, &["$schema", "currency", "unit", "plans", "addOns", "discounts", "policy", "graceDays", "metadata"])?;
    reader.optional(fields, "$schema", |reader, value| reader.text(value).map(drop));
    reader.optional(fields, "unit", |reader, value| reader.name(value).map(drop));
    reader.optional(fields, "metadata", anything);
    let currency = reader.required(fields, "currency", Reader::currency);
    // Without a currency, amounts are still read, as finely as any is.
    let digits = currency.map_or(4, Currency::digits);
    let plans = reader.required(fields, "plans", |reader, value| {
        if matches!(value, Document::List(items) if items.is_empty()) {
            reader.report(ErrorCode::Empty, "there must be something for sale");
        }
        reader.list(value, |reader, value| plan(reader, value, digits))
    });
    let add_ons = reader.optional(fields, "addOns", |reader, value| reader.list(value, |reader, value| add_on(reader, value, digits)));
    let plans = plans.unwrap_or_default();
    let id = |position: usize| plans.get(position).map(|plan| &plan.id);
    let plans_by_id = order::positions(plans.len(), &|left, right| id(left).cmp(&id(right)));
    unique(reader, fields, "plans");
    unique(reader, fields, "addOns");
    unique(reader, fields, "discounts");
    // By id as they are written, so that a mistake elsewhere in a plan does not hide one here.
    let plan_ids = ids_of(fields, "plans");
    let discounts = reader.optional(fields, "discounts", |reader, value| reader.list(value, |reader, value| discount(reader, value, digits, &plan_ids)));
    let policy = reader.required(fields, "policy", |reader, value| policy(reader, value, currency, digits));
    let grace_days = reader.optional(fields, "graceDays", |reader, value| reader.integer(value, 0, 3650));
    Some(CatalogData {
        currency: currency?,
        plans,
        add_ons: add_ons.unwrap_or_default(),
        discounts: discounts.unwrap_or_default(),
        policy: policy?,
        grace_days,
        plans_by_id,
    })
}

/// The ids of a list of objects, as far as they have one.
fn ids_of<'a>(fields: Fields<'a>, key: &str) -> Vec<Option<&'a str>> {
    let Some((_, Document::List(items))) = fields.iter().rev().find(|(name, _)| name == key) else { return Vec::new() };
    let id = |item: &'a Document| match item {
        Document::Map(fields) => fields.iter().rev().find_map(|(name, value)| match value {
            Document::Text(text) if name == "id" && !text.is_empty() => Some(text.as_str()),
            _ => None,
        }),
        // An id alone stands for itself.
        Document::Text(text) => Some(text.as_str()),
        _ => None,
    };
    items.iter().map(id).collect()
}

fn item<'a>(fields: Fields<'a>, key: &str, index: usize) -> Option<&'a Document> {
    match fields.iter().rev().find(|(name, _)| name == key) {
        Some((_, Document::List(items))) => items.get(index),
        _ => None,
    }
}

/// Reports ids that stand twice in a list of objects, wherever else those objects are wrong.
pub fn unique(reader: &mut Reader, fields: Fields<'_>, key: &str) {
    let ids = ids_of(fields, key);
    let id = |position: usize| ids.get(position).copied().flatten();
    for (_, again) in order::repeated(ids.len(), &|left, right| id(left).cmp(&id(right))) {
        if let Some(id) = id(again) {
            let alone = matches!(item(fields, key, again), Some(Document::Text(_)));
            reader.at_key(key, |reader| reader.at_index(again, |reader| if alone { reader.taken_here(id) } else { reader.taken("id", id) }));
        }
    }
}

fn plan(reader: &mut Reader, document: &Document, digits: u32) -> Option<Plan> {
    let fields = reader.object(document, &["id", "name", "prices", "onSale", "teams", "seats", "trial", "extraOperations", "features", "metadata"])?;
    let id = reader.required(fields, "id", Reader::name);
    let name = reader.required(fields, "name", Reader::name);
    let prices = reader.required(fields, "prices", |reader, value| {
        let prices = reader.list(value, |reader, value| price(reader, value, digits).map(Arc::new))?;
        if prices.is_empty() {
            reader.report(ErrorCode::Empty, "a plan has at least one price");
        }
        distinct_prices(reader, &prices);
        Some(prices)
    });
    unique(reader, fields, "prices");
    let on_sale = reader.optional(fields, "onSale", Reader::boolean).unwrap_or(true);
    let teams = reader.optional(fields, "teams", Reader::positive);
    let seats = reader.optional(fields, "seats", seat_range);
    let trial = reader.optional(fields, "trial", Reader::interval);
    let extra_operations = reader.optional(fields, "extraOperations", extra_operations);
    reader.optional(fields, "features", |reader, value| reader.list(value, |reader, value| reader.text(value).map(drop)));
    reader.optional(fields, "metadata", anything);
    let prices = prices?;
    let granted = |position: usize| prices.get(position).map(|price| price.operations);
    let prices_by_operations = order::positions(prices.len(), &|left, right| granted(left).cmp(&granted(right)));
    let prices_seats = prices.iter().any(|price| price.prices_seats());
    Some(Plan { id: id?, name: name?, prices, on_sale, teams, seats, trial, extra_operations, prices_by_operations, prices_seats })
}

/// Two prices of one interval and allowance need ids to be told apart.
fn distinct_prices(reader: &mut Reader, prices: &[Arc<Price>]) {
    let at = |position: usize| prices.get(position);
    let offer = |position: usize| at(position).map(|price| (price.interval.fixed_days(), price.interval.years(), price.operations));
    for (first, again) in order::repeated(prices.len(), &|left, right| offer(left).cmp(&offer(right))) {
        if [first, again].into_iter().any(|position| at(position).is_some_and(|price| price.id.is_none())) {
            let message = format!("interval and operations are those of prices[{first}]: both need an id");
            reader.at_index(again, |reader| reader.report(ErrorCode::DuplicatePrice, message));
        }
    }
}

fn seat_range(reader: &mut Reader, document: &Document) -> Option<SeatRange> {
    let fields = reader.object(document, &["min", "max", "included"])?;
    let min = reader.optional(fields, "min", Reader::count);
    let max = reader.optional(fields, "max", Reader::count);
    let included = reader.optional(fields, "included", Reader::count).unwrap_or(0);
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        reader.report(ErrorCode::Conflict, "the least is above the most");
    }
    Some(SeatRange { min, max, included })
}

fn extra_operations(reader: &mut Reader, document: &Document) -> Option<ExtraOperations> {
    let fields = reader.object(document, &["bundle", "surcharge", "maxPerPeriod"])?;
    let bundle = reader.required(fields, "bundle", Reader::positive);
    let surcharge = reader.optional(fields, "surcharge", |reader, value| reader.percent(value, 10_000)).unwrap_or(Decimal::ZERO);
    let max = reader.optional(fields, "maxPerPeriod", |reader, value| match value {
        Document::Text(_) => reader.word(value, &[("allowance", ExtraLimit::Allowance)]),
        _ => reader.count(value).map(ExtraLimit::Count),
    });
    Some(ExtraOperations { bundle: bundle?, surcharge, max: max.unwrap_or(ExtraLimit::None) })
}

/// Decodes a price; also that of a subscription whose price is no longer sold.
pub fn price(reader: &mut Reader, document: &Document, digits: u32) -> Option<Price> {
    let fields = reader.object(document, &["id", "interval", "amount", "per", "tiers", "onSale", "operations", "resets", "metadata"])?;
    let id = reader.optional(fields, "id", Reader::name);
    let interval = reader.required(fields, "interval", Reader::interval);
    let amount = reader.required(fields, "amount", |reader, value| reader.decimal(value, digits));
    let per_seat = reader.optional(fields, "per", |reader, value| reader.word(value, &[("subscription", false), ("seat", true)]));
    let tiers = reader.optional(fields, "tiers", tiers);
    let on_sale = reader.optional(fields, "onSale", Reader::boolean).unwrap_or(true);
    let operations = reader.optional(fields, "operations", Reader::count);
    let resets = reader.optional(fields, "resets", |reader, value| reader.word(value, &[("period", false), ("month", true)]));
    reader.optional(fields, "metadata", anything);
    if resets == Some(true) && interval.is_some_and(|interval| interval.months().is_none()) {
        reader.at_key("resets", |reader| reader.report(ErrorCode::Conflict, "monthly grants need an interval of months or years"));
    }
    Some(Price {
        id,
        interval: interval?,
        amount: amount?,
        per_seat: per_seat.unwrap_or(false),
        tiers,
        on_sale,
        operations,
        resets_monthly: resets.unwrap_or(false),
    })
}

/// Decodes a tiered price.
pub fn tiers(reader: &mut Reader, document: &Document) -> Option<Tiers> {
    const MODES: [(&str, TierMode); 3] = [("graduated", TierMode::Graduated), ("volume", TierMode::Volume), ("package", TierMode::Package)];
    let fields = reader.object(document, &["mode", "bands", "packageSize", "free"])?;
    let mode = reader.required(fields, "mode", |reader, value| reader.word(value, &MODES));
    let bands = reader.required(fields, "bands", |reader, value| {
        let bands = reader.list(value, band)?;
        let rising = bands.windows(2).all(|pair| {
            matches!(pair, [left, right] if match (left.to, right.to) {
                (Some(left), Some(right)) => left < right,
                (Some(_), None) => true,
                (None, _) => false,
            })
        });
        if bands.is_empty() || !rising || bands.last().is_some_and(|last| last.to.is_some()) {
            reader.report(ErrorCode::InvalidBands, "bands rise, and the last one has \"to\": null");
        }
        Some(bands)
    });
    let package_size = reader.optional(fields, "packageSize", Reader::positive);
    let free = reader.optional(fields, "free", Reader::count);
    let package = mode == Some(TierMode::Package);
    let size_given = fields.iter().any(|(key, value)| key == "packageSize" && *value != Document::Null);
    if package && !size_given {
        reader.at_key("packageSize", |reader| reader.report(ErrorCode::Missing, "packages have a size"));
    }
    for (key, given) in [("packageSize", package_size.is_some()), ("free", free.is_some())] {
        if given && mode.is_some() && !package {
            reader.at_key(key, |reader| reader.report(ErrorCode::Conflict, "only packages have it"));
        }
    }
    Some(Tiers { mode: mode?, bands: bands?, package_size: package_size.unwrap_or(1), free: free.unwrap_or(0) })
}

fn band(reader: &mut Reader, document: &Document) -> Option<Band> {
    let fields = reader.object(document, &["to", "unitAmount", "flatAmount"])?;
    let to = reader.optional(fields, "to", Reader::count);
    let open = !fields.iter().any(|(key, value)| key == "to" && *value != Document::Null);
    let amount = |reader: &mut Reader, value: &Document| reader.decimal(value, MAX_DECIMALS);
    let unit_amount = reader.optional(fields, "unitAmount", amount);
    let flat_amount = reader.optional(fields, "flatAmount", amount);
    (open || to.is_some()).then_some(())?;
    Some(Band { to, unit_amount: unit_amount.unwrap_or(Decimal::ZERO), flat_amount: flat_amount.unwrap_or(Decimal::ZERO) })
}

fn add_on(reader: &mut Reader, document: &Document, digits: u32) -> Option<AddOn> {
    let fields = reader.object(document, &["id", "name", "amount", "interval", "per", "tiers"])?;
    let id = reader.required(fields, "id", Reader::name);
    let name = reader.required(fields, "name", Reader::name);
    let amount = reader.required(fields, "amount", |reader, value| reader.decimal(value, digits));
    let interval = reader.required(fields, "interval", |reader, value| match value {
        Document::Text(word) if word == "once" => Some(AddOnInterval::Once),
        Document::Text(word) if word == "metered" => Some(AddOnInterval::Metered),
        _ => reader.interval(value).map(AddOnInterval::Every),
    });
    let per_seat = reader.optional(fields, "per", |reader, value| reader.word(value, &[("unit", false), ("seat", true)]));
    let tiers = reader.optional(fields, "tiers", tiers);
    Some(AddOn { id: id?, name: name?, amount: amount?, interval: interval?, per_seat: per_seat.unwrap_or(false), tiers })
}

fn discount(reader: &mut Reader, document: &Document, digits: u32, plan_ids: &[Option<&str>]) -> Option<Discount> {
    let fields = reader.object(document, &["id", "percent", "amount", "plans", "periods", "until"])?;
    let id = reader.required(fields, "id", Reader::name);
    let percent = reader.optional(fields, "percent", |reader, value| reader.percent(value, 100));
    let amount = reader.optional(fields, "amount", |reader, value| reader.decimal(value, digits));
    let given = |key: &str| fields.iter().any(|(name, value)| name == key && *value != Document::Null);
    let reduction = match (percent, amount) {
        (Some(percent), None) => Some(Reduction::Percent(percent)),
        (None, Some(amount)) => Some(Reduction::Amount(amount)),
        (Some(_), Some(_)) => {
            reader.report(ErrorCode::Conflict, "a discount has either a percent or an amount");
            None
        }
        (None, None) => {
            if !given("percent") && !given("amount") {
                reader.report(ErrorCode::Missing, "a discount has a percent or an amount");
            }
            None
        }
    };
    let plans = reader.optional(fields, "plans", |reader, value| {
        reader.list(value, |reader, value| {
            let id = reader.text(value)?;
            let position = plan_ids.iter().position(|known| *known == Some(id));
            // An id that could not be read may be the one that is meant.
            let all_known = !plan_ids.is_empty() && plan_ids.iter().all(Option::is_some);
            if position.is_none() && all_known {
                reader.report_value(ErrorCode::UnknownPlan, "there is no such plan", value);
            }
            position
        })
    });
    let periods = reader.optional(fields, "periods", Reader::positive);
    let until = reader.optional(fields, "until", Reader::timestamp);
    Some(Discount { id: id?, reduction: reduction?, plans, periods, until })
}

// ------------------------------------------------------------------------------------------------
// The policy
// ------------------------------------------------------------------------------------------------

const TREATMENT_KEYS: [&str; 9] = ["effective", "period", "unusedTime", "unusedOperations", "charge", "collect", "changeDay", "grant", "rounding"];
const POLICY_KEYS: [&str; 21] = [
    "effective",
    "period",
    "unusedTime",
    "unusedOperations",
    "charge",
    "collect",
    "changeDay",
    "grant",
    "rounding",
    "preset",
    "direction",
    "cycle",
    "upgrade",
    "downgrade",
    "seatsAdded",
    "seatsRemoved",
    "cancel",
    "proration",
    "credit",
    "minimumCharge",
    "acknowledge",
];

fn preset(reader: &mut Reader, document: &Document, currency: Option<Currency>) -> Option<Policy> {
    let name = reader.text(document)?;
    let Some((_, preset)) = Preset::ALL.into_iter().find(|(word, _)| *word == name) else {
        reader.unknown_word(ErrorCode::UnknownPreset, &mut Preset::ALL.iter().map(|(word, _)| *word), document);
        return None;
    };
    let mut policy = Policy::preset(preset);
    // The least charge of a preset is stated in dollars and known for no other currency.
    if currency.is_some_and(|currency| currency.code() != "USD") {
        policy.minimum_charge = None;
    }
    Some(policy)
}

fn policy(reader: &mut Reader, document: &Document, currency: Option<Currency>, digits: u32) -> Option<Policy> {
    if matches!(document, Document::Text(_)) {
        return preset(reader, document, currency);
    }
    let fields = reader.object(document, &POLICY_KEYS)?;
    let has_preset = fields.iter().any(|(key, value)| key == "preset" && *value != Document::Null);
    let base = reader.optional(fields, "preset", |reader, value| preset(reader, value, currency));
    // Behind an unknown preset, the rest is still read for its own mistakes.
    let known = base.is_some() || !has_preset;
    let mut policy = base.unwrap_or(Policy::BASE);
    const DIRECTIONS: [(&str, DirectionRule); 2] = [("rank", DirectionRule::Rank), ("price", DirectionRule::Price)];
    const CYCLES: [(&str, Cycle); 2] = [("calendar", Cycle::Calendar), ("fixed", Cycle::Fixed)];
    set(&mut policy.direction, reader.optional(fields, "direction", |reader, value| reader.word(value, &DIRECTIONS)));
    set(&mut policy.cycle, reader.optional(fields, "cycle", |reader, value| reader.word(value, &CYCLES)));
    let (base_proration, base_credit, base_rounding) = (policy.proration, policy.credit, policy.rounding);
    set(&mut policy.proration, reader.optional(fields, "proration", |reader, value| proration(reader, value, base_proration)));
    set(&mut policy.credit, reader.optional(fields, "credit", |reader, value| credit(reader, value, base_credit)));
    let rounded = reader.optional(fields, "rounding", |reader, value| rounding(reader, value, base_rounding));
    set(&mut policy.rounding, rounded);
    // A field at the top holds for every direction, unless the direction says otherwise.
    let everywhere = overrides(reader, fields);
    let treatments = [&mut policy.upgrade, &mut policy.downgrade, &mut policy.cancel];
    for treatment in treatments.into_iter().chain(&mut policy.seats_added).chain(&mut policy.seats_removed) {
        *treatment = everywhere.over(*treatment);
        // So does the rounding, which at the top is the policy's own.
        if rounded.is_some() {
            treatment.rounding = None;
        }
    }
    let own_rounding = policy.rounding;
    let mut own = |key: &str, base: Treatment| reader.optional(fields, key, |reader, value| treatment(reader, value, base, own_rounding));
    let upgrade = own("upgrade", policy.upgrade);
    let downgrade = own("downgrade", policy.downgrade);
    let cancel = own("cancel", policy.cancel);
    set(&mut policy.upgrade, upgrade);
    set(&mut policy.downgrade, downgrade);
    set(&mut policy.cancel, cancel);
    let (added, removed) = (*policy.for_seats_added(), *policy.for_seats_removed());
    policy.seats_added = own("seatsAdded", added).or(policy.seats_added);
    policy.seats_removed = own("seatsRemoved", removed).or(policy.seats_removed);
    if let Some(minimum) = reader.optional(fields, "minimumCharge", |reader, value| reader.decimal(value, digits)) {
        policy.minimum_charge = Some(minimum);
    }
    if let Some(subjects) = reader.optional(fields, "acknowledge", |reader, value| reader.list(value, acknowledgement)) {
        policy.acknowledge = Acknowledgements(Acknowledgement::ALL.map(|subject| subjects.contains(&subject)));
    }
    known.then_some(policy)
}

/// One subject of an acknowledgement.
pub fn acknowledgement(reader: &mut Reader, document: &Document) -> Option<Acknowledgement> {
    reader.word(document, &Acknowledgement::ALL.map(|subject| (subject.as_str(), subject)))
}

fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

fn treatment(reader: &mut Reader, document: &Document, base: Treatment, policy_rounding: Rounding) -> Option<Treatment> {
    let fields = reader.object(document, &TREATMENT_KEYS)?;
    let mut treatment = overrides(reader, fields).over(base);
    let base_rounding = treatment.rounding.unwrap_or(policy_rounding);
    treatment.rounding = reader.optional(fields, "rounding", |reader, value| rounding(reader, value, base_rounding)).or(treatment.rounding);
    Some(treatment)
}

/// One word, or several of which the first is the default.
fn offer<T: Copy + PartialEq>(reader: &mut Reader, document: &Document, words: &[(&'static str, T)]) -> Option<Offer<T>> {
    if !matches!(document, Document::List(_)) {
        return reader.word(document, words).map(Offer::one);
    }
    let values = reader.list(document, |reader, value| reader.word(value, words))?;
    if values.len() > words.len() {
        reader.report(ErrorCode::TooLarge, "more values than there are words");
        return None;
    }
    let offer = Offer::from_slice(&values);
    if offer.is_none() {
        reader.report(ErrorCode::Empty, "name at least one");
    }
    offer
}

/// The fields of a treatment that a document states.
#[derive(Clone, Copy)]
struct Overrides {
    effective: Option<Offer<Effective>>,
    period: Option<Offer<PeriodTreatment>>,
    unused_time: Option<UnusedTime>,
    unused_operations: Option<UnusedOperations>,
    charge: Option<Charge>,
    collect: Option<Collect>,
    change_day: Option<ChangeDay>,
    grant: Option<Grant>,
}

impl Overrides {
    fn over(self, base: Treatment) -> Treatment {
        Treatment {
            effective: self.effective.unwrap_or(base.effective),
            period: self.period.unwrap_or(base.period),
            unused_time: self.unused_time.unwrap_or(base.unused_time),
            unused_operations: self.unused_operations.unwrap_or(base.unused_operations),
            charge: self.charge.unwrap_or(base.charge),
            collect: self.collect.unwrap_or(base.collect),
            change_day: self.change_day.unwrap_or(base.change_day),
            grant: self.grant.unwrap_or(base.grant),
            rounding: base.rounding,
        }
    }
}

fn overrides(reader: &mut Reader, fields: Fields<'_>) -> Overrides {
    const EFFECTIVE: [(&str, Effective); 2] = [("now", Effective::Now), ("period_end", Effective::PeriodEnd)];
    const PERIOD: [(&str, PeriodTreatment); 4] = [
        ("restart", PeriodTreatment::Restart),
        ("keep", PeriodTreatment::Keep),
        ("keep_anchor", PeriodTreatment::KeepAnchor),
        ("keep_period", PeriodTreatment::KeepPeriod),
    ];
    const UNUSED_TIME: [(&str, UnusedTime); 4] =
        [("credit", UnusedTime::Credit), ("extend", UnusedTime::Extend), ("forfeit", UnusedTime::Forfeit), ("none", UnusedTime::None)];
    const UNUSED_OPERATIONS: [(&str, UnusedOperations); 3] =
        [("credit", UnusedOperations::Credit), ("transfer", UnusedOperations::Transfer), ("forfeit", UnusedOperations::Forfeit)];
    const CHARGE: [(&str, Charge); 4] = [("full", Charge::Full), ("remaining", Charge::Remaining), ("difference", Charge::Difference), ("none", Charge::None)];
    const COLLECT: [(&str, Collect); 2] = [("now", Collect::Now), ("next_invoice", Collect::NextInvoice)];
    const CHANGE_DAY: [(&str, ChangeDay); 2] = [("unused", ChangeDay::Unused), ("used", ChangeDay::Used)];
    Overrides {
        effective: reader.optional(fields, "effective", |reader, value| offer(reader, value, &EFFECTIVE)),
        period: reader.optional(fields, "period", |reader, value| offer(reader, value, &PERIOD)),
        unused_time: reader.optional(fields, "unusedTime", |reader, value| reader.word(value, &UNUSED_TIME)),
        unused_operations: reader.optional(fields, "unusedOperations", |reader, value| reader.word(value, &UNUSED_OPERATIONS)),
        charge: reader.optional(fields, "charge", |reader, value| reader.word(value, &CHARGE)),
        collect: reader.optional(fields, "collect", |reader, value| reader.word(value, &COLLECT)),
        change_day: reader.optional(fields, "changeDay", |reader, value| reader.word(value, &CHANGE_DAY)),
        grant: reader.optional(fields, "grant", grant),
    }
}

fn grant(reader: &mut Reader, document: &Document) -> Option<Grant> {
    if matches!(document, Document::Text(_)) {
        return reader.word(document, &[("full", Grant::Full)]);
    }
    let fields = reader.object(document, &["digits", "rounding"])?;
    let digits = reader.required(fields, "digits", Reader::digits);
    let rounding = reader.required(fields, "rounding", Reader::rounding_mode);
    Some(Grant::Prorated { digits: digits?, rounding: rounding? })
}

/// Decodes a rounding over its base.
pub fn rounding(reader: &mut Reader, document: &Document, base: Rounding) -> Option<Rounding> {
    let fields = reader.object(document, &["mode", "on", "digits"])?;
    let mode = reader.required(fields, "mode", Reader::rounding_mode);
    let on = reader.optional(fields, "on", |reader, value| reader.word(value, &[("line", RoundOn::Line), ("net", RoundOn::Net)]));
    let digits = reader.optional(fields, "digits", Reader::digits);
    Some(Rounding { mode: mode?, on: on.unwrap_or(base.on), digits: digits.or(base.digits) })
}

/// Decodes a proration over its base.
pub fn proration(reader: &mut Reader, document: &Document, base: Proration) -> Option<Proration> {
    const BASES: [(&str, Basis); 9] = [
        ("millisecond", Basis::Millisecond),
        ("second", Basis::Second),
        ("minute", Basis::Minute),
        ("hour", Basis::Hour),
        ("day", Basis::Day),
        ("day_inclusive", Basis::DayInclusive),
        ("month", Basis::Month),
        ("actual_30", Basis::Actual30),
        ("thirty_360", Basis::Thirty360),
    ];
    const TOTALS: [(&str, FactorTotal); 2] = [("period", FactorTotal::Period), ("plan", FactorTotal::Plan)];
    let fields = reader.object(document, &["basis", "total", "factorDigits", "factorRounding", "begun"])?;
    let mut own = base;
    set(&mut own.basis, reader.optional(fields, "basis", |reader, value| reader.word(value, &BASES)));
    set(&mut own.total, reader.optional(fields, "total", |reader, value| reader.word(value, &TOTALS)));
    if let Some(digits) = reader.optional(fields, "factorDigits", Reader::digits) {
        own.factor_digits = Some(digits);
    }
    set(&mut own.factor_rounding, reader.optional(fields, "factorRounding", Reader::rounding_mode));
    set(&mut own.begun_used, reader.optional(fields, "begun", |reader, value| reader.word(value, &[("used", true), ("unused", false)])));
    Some(own)
}

fn credit(reader: &mut Reader, document: &Document, base: CreditPolicy) -> Option<CreditPolicy> {
    const BASES: [(&str, CreditBase); 2] = [("paid", CreditBase::Paid), ("list", CreditBase::List)];
    const EARLIER: [(&str, EarlierCredits); 2] = [("cap", EarlierCredits::Cap), ("subtract", EarlierCredits::Subtract)];
    const CAPS: [(&str, CreditCap); 3] = [("bill", CreditCap::Bill), ("total", CreditCap::Total), ("none", CreditCap::None)];
    const EXCESS: [(&str, Excess); 3] = [("forfeit", Excess::Forfeit), ("balance", Excess::Balance), ("refund", Excess::Refund)];
    let fields = reader.object(document, &["base", "earlier", "cap", "excess", "futureGrants"])?;
    let mut own = base;
    set(&mut own.base, reader.optional(fields, "base", |reader, value| reader.word(value, &BASES)));
    set(&mut own.earlier, reader.optional(fields, "earlier", |reader, value| reader.word(value, &EARLIER)));
    set(&mut own.cap, reader.optional(fields, "cap", |reader, value| reader.word(value, &CAPS)));
    set(&mut own.excess, reader.optional(fields, "excess", |reader, value| reader.word(value, &EXCESS)));
    let grants = reader.optional(fields, "futureGrants", |reader, value| reader.word(value, &[("forfeit", false), ("credit", true)]));
    set(&mut own.credit_future_grants, grants);
    Some(own)
}
