//! Random documents: catalogs, subscriptions and changes, as JSON. Written from the interface alone.

use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::calendar::{Written, add_days, seconds_of, text_of};

/// The twelve presets of the rulebook.
pub const PRESETS: [&str; 12] =
    ["make", "stripe", "paddle", "chargebee", "recurly", "polar", "lago", "kill_bill", "meteroid", "flexprice", "autumn", "restart_with_credit"];

/// Currencies with their decimals in ISO 4217.
const CURRENCIES: [(&str, u32); 5] = [("USD", 2), ("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)];

/// An object of the fields that are there.
pub fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Object(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

fn merged(mut left: Value, right: Value) -> Value {
    if let (Value::Object(left), Value::Object(right)) = (&mut left, right) {
        left.extend(right);
    }
    left
}

/// Minor units as a decimal in major units.
pub fn amount(minor: u64, digits: u32) -> String {
    let unit = 10_u64.pow(digits);
    match digits {
        0 => minor.to_string(),
        _ => format!("{}.{:0width$}", minor / unit, minor % unit, width = digits as usize),
    }
}

fn amounts(digits: u32) -> BoxedStrategy<Value> {
    prop_oneof![1 => Just(0_u64), 4 => 1..2_000_u64, 6 => 100..60_000_u64, 1 => 1..90_000_000_u64].prop_map(move |minor| json!(amount(minor, digits))).boxed()
}

/// A decimal of up to `decimals` decimals, with fewer where the last ones are zero.
fn fine(decimals: u32) -> BoxedStrategy<Value> {
    (0..200_000_u64).prop_map(move |minor| json!(amount(minor, decimals))).boxed()
}

// ------------------------------------------------------------------------------------------------
// The catalog
// ------------------------------------------------------------------------------------------------

fn interval() -> BoxedStrategy<Value> {
    prop_oneof![
        5 => Just(json!("month")),
        4 => Just(json!("year")),
        1 => Just(json!({ "unit": "month", "count": 3 })),
        1 => Just(json!({ "unit": "week", "count": 2 })),
        1 => Just(json!({ "unit": "day", "count": 10 })),
        1 => Just(json!({ "unit": "year", "count": 2 })),
    ]
    .boxed()
}

fn tiers() -> BoxedStrategy<Value> {
    let band = || (weighted(0.8, fine(4)), weighted(0.4, fine(2)));
    let mode = select(vec!["graduated", "volume", "package"]);
    (mode, proptest::collection::vec(band(), 1..4), 1..12_i64, weighted(0.5, 0..5_i64))
        .prop_map(|(mode, bands, step, free)| {
            let last = bands.len() - 1;
            let bands: Vec<Value> = bands
                .into_iter()
                .enumerate()
                .map(|(index, (unit, flat))| {
                    let to = if index == last { Value::Null } else { json!((index as i64 + 1) * step) };
                    object([("to", Some(to)), ("unitAmount", unit), ("flatAmount", flat)])
                })
                .collect();
            let package = mode == "package";
            object([
                ("mode", Some(json!(mode))),
                ("bands", Some(json!(bands))),
                ("packageSize", package.then(|| json!(step))),
                ("free", free.filter(|_| package).map(|free| json!(free))),
            ])
        })
        .boxed()
}

fn price(digits: u32) -> BoxedStrategy<Value> {
    let operations = prop_oneof![3 => Just(None), 4 => select(vec![1000_i64, 10_000, 40_000, 150_000]).prop_map(Some), 1 => Just(Some(0))];
    (interval(), amounts(digits), any::<bool>(), weighted(0.15, tiers()), operations, any::<bool>(), prop::bool::weighted(0.95))
        .prop_map(|(interval, amount, per_seat, tiers, operations, monthly, on_sale)| {
            let months = interval == "month" || interval == "year" || matches!(interval["unit"].as_str(), Some("month" | "year"));
            object([
                ("interval", Some(interval)),
                ("amount", Some(amount)),
                ("per", per_seat.then(|| json!("seat"))),
                ("tiers", tiers),
                ("operations", operations.map(|operations| json!(operations))),
                ("resets", (monthly && months && operations.is_some()).then(|| json!("month"))),
                ("onSale", (!on_sale).then_some(Value::Bool(false))),
            ])
        })
        .boxed()
}

/// Ids where interval and operations alone do not name a price; else as it falls.
fn with_price_ids(prices: Vec<Value>, always: bool) -> Vec<Value> {
    let offer = |price: &Value| (price["interval"].to_string(), price["operations"].to_string());
    let tiered = prices.iter().any(|price| !price["operations"].is_null());
    let ambiguous = |price: &Value| prices.iter().filter(|other| offer(other) == offer(price)).count() > 1 || (tiered && price["operations"].is_null());
    let ids: Vec<bool> = prices.iter().map(|price| always || ambiguous(price)).collect();
    let with_id = |(index, (price, id))| if id { merged(price, json!({ "id": format!("price {index}") })) } else { price };
    prices.into_iter().zip(ids).enumerate().map(with_id).collect()
}

fn plan(digits: u32) -> BoxedStrategy<Value> {
    let seats = (weighted(0.4, 1..6_i64), weighted(0.3, 6..60_i64), weighted(0.3, 0..4_i64))
        .prop_map(|(min, max, included)| object([("min", min.map(|n| json!(n))), ("max", max.map(|n| json!(n))), ("included", included.map(|n| json!(n)))]));
    let most = prop_oneof![Just(None), Just(Some(json!("allowance"))), (0..50_000_i64).prop_map(|most| Some(json!(most)))];
    let extra = (select(vec![1_i64, 1000, 10_000]), weighted(0.6, fine(2)), most)
        .prop_map(|(bundle, surcharge, most)| object([("bundle", Some(json!(bundle))), ("surcharge", surcharge), ("maxPerPeriod", most)]));
    let free = prop::bool::weighted(0.1);
    (
        proptest::collection::vec(price(digits), 1..5),
        any::<bool>(),
        weighted(0.3, seats),
        weighted(0.2, 1..5_i64),
        weighted(0.12, select(vec![json!({ "unit": "day", "count": 14 }), json!("month")])),
        weighted(0.4, extra),
        (free, prop::bool::weighted(0.95)),
    )
        .prop_map(|(prices, ids, seats, teams, trial, extra, (free, on_sale))| {
            let prices = if free { vec![json!({ "interval": "month", "amount": "0", "operations": 1000 })] } else { with_price_ids(prices, ids) };
            object([
                ("prices", Some(json!(prices))),
                ("seats", seats),
                ("teams", teams.map(|teams| json!(teams))),
                ("trial", trial),
                ("extraOperations", extra),
                ("onSale", (!on_sale).then_some(Value::Bool(false))),
            ])
        })
        .boxed()
}

fn add_on(digits: u32) -> BoxedStrategy<Value> {
    let interval = prop_oneof![6 => interval(), 1 => Just(json!("once")), 1 => Just(json!("metered"))];
    (interval, amounts(digits), prop::bool::weighted(0.2), weighted(0.15, tiers()))
        .prop_map(|(interval, amount, per_seat, tiers)| {
            object([("interval", Some(interval)), ("amount", Some(amount)), ("per", per_seat.then(|| json!("seat"))), ("tiers", tiers)])
        })
        .boxed()
}

fn discount(digits: u32) -> BoxedStrategy<Value> {
    let reduction = prop_oneof![
        3 => (0..=10_000_u64).prop_map(|percent| json!({ "percent": amount(percent, 2) })),
        2 => (1..9_000_u64).prop_map(move |minor| json!({ "amount": amount(minor, digits) })),
    ];
    (reduction, weighted(0.3, 1..4_i64), weighted(0.2, 0..1500_i64))
        .prop_map(|(reduction, periods, until)| {
            let until = until.map(|days| json!(text_of(START + days * 86_400, Written::Date)));
            merged(reduction, object([("periods", periods.map(|periods| json!(periods))), ("until", until)]))
        })
        .boxed()
}

fn rounding(digits: u32) -> BoxedStrategy<Value> {
    let mode = select(vec!["half_up", "half_even", "down", "up"]);
    (mode, weighted(0.4, select(vec!["line", "net"])), weighted(0.15, digits..digits + 3))
        .prop_map(|(mode, on, digits)| object([("mode", Some(json!(mode))), ("on", on.map(|on| json!(on))), ("digits", digits.map(|digits| json!(digits)))]))
        .boxed()
}

fn words<const N: usize>(list: [&'static str; N]) -> BoxedStrategy<Value> {
    select(list.to_vec()).prop_map(|word| json!(word)).boxed()
}

fn several<const N: usize>(list: [&'static str; N]) -> BoxedStrategy<Value> {
    let all = list.to_vec();
    prop_oneof![words(list), proptest::sample::subsequence(all, 1..=N).prop_shuffle().prop_map(|words| json!(words))].boxed()
}

fn treatment(digits: u32, part: f64) -> BoxedStrategy<Value> {
    let grant = prop_oneof![
        Just(json!("full")),
        (0..3_u32, select(vec!["half_up", "down", "up"])).prop_map(|(digits, rounding)| json!({ "digits": digits, "rounding": rounding }))
    ];
    (
        weighted(part, several(["now", "period_end"])),
        weighted(part, several(["restart", "keep", "keep_anchor", "keep_period"])),
        weighted(part, words(["credit", "extend", "forfeit", "none"])),
        weighted(part, words(["credit", "transfer", "forfeit"])),
        weighted(part, words(["full", "remaining", "difference", "none"])),
        weighted(part, words(["now", "next_invoice"])),
        weighted(part, words(["unused", "used"])),
        weighted(part / 2.0, grant),
        weighted(part / 2.0, rounding(digits)),
    )
        .prop_map(|(effective, period, time, operations, charge, collect, day, grant, rounding)| {
            object([
                ("effective", effective),
                ("period", period),
                ("unusedTime", time),
                ("unusedOperations", operations),
                ("charge", charge),
                ("collect", collect),
                ("changeDay", day),
                ("grant", grant),
                ("rounding", rounding),
            ])
        })
        .boxed()
}

fn proration() -> BoxedStrategy<Value> {
    let basis = words(["millisecond", "second", "minute", "hour", "day", "day_inclusive", "month", "actual_30", "thirty_360"]);
    (
        basis,
        weighted(0.2, words(["period", "plan"])),
        weighted(0.2, 0..12_u32),
        weighted(0.2, words(["half_up", "down"])),
        weighted(0.3, words(["used", "unused"])),
    )
        .prop_map(|(basis, total, digits, rounding, begun)| {
            object([
                ("basis", Some(basis)),
                ("total", total),
                ("factorDigits", digits.map(|digits| json!(digits))),
                ("factorRounding", rounding),
                ("begun", begun),
            ])
        })
        .boxed()
}

fn credit() -> BoxedStrategy<Value> {
    (
        weighted(0.5, words(["paid", "list"])),
        weighted(0.3, words(["cap", "subtract"])),
        weighted(0.5, words(["bill", "total", "none"])),
        weighted(0.5, words(["forfeit", "balance", "refund"])),
        weighted(0.3, words(["forfeit", "credit"])),
    )
        .prop_map(|(base, earlier, cap, excess, grants)| {
            object([("base", base), ("earlier", earlier), ("cap", cap), ("excess", excess), ("futureGrants", grants)])
        })
        .boxed()
}

/// The presets as they are.
pub fn preset() -> BoxedStrategy<Value> {
    words(PRESETS).boxed()
}

/// Presets and none, with whatever overrides.
fn overridden(digits: u32) -> BoxedStrategy<Value> {
    let own = (weighted(0.6, preset()), weighted(0.3, words(["rank", "price"])), weighted(0.2, words(["calendar", "fixed"])));
    let directions = (
        weighted(0.4, treatment(digits, 0.4)),
        weighted(0.4, treatment(digits, 0.4)),
        weighted(0.2, treatment(digits, 0.4)),
        weighted(0.2, treatment(digits, 0.4)),
        weighted(0.3, treatment(digits, 0.4)),
    );
    let rest = (weighted(0.5, proration()), weighted(0.3, rounding(digits)), weighted(0.5, credit()), weighted(0.05, amounts(digits)));
    (own, treatment(digits, 0.25), directions, rest)
        .prop_map(|((preset, direction, cycle), everywhere, directions, (proration, rounding, credit, minimum))| {
            let (upgrade, downgrade, added, removed, cancel) = directions;
            let own = object([
                ("preset", preset),
                ("direction", direction),
                ("cycle", cycle),
                ("upgrade", upgrade),
                ("downgrade", downgrade),
                ("seatsAdded", added),
                ("seatsRemoved", removed),
                ("cancel", cancel),
                ("proration", proration),
                ("rounding", rounding),
                ("credit", credit),
                ("minimumCharge", minimum),
            ]);
            merged(everywhere, own)
        })
        .boxed()
}

/// Any policy for a currency of so many decimals.
pub fn any_policy(digits: u32) -> BoxedStrategy<Value> {
    prop_oneof![1 => preset(), 2 => overridden(digits)].boxed()
}

fn numbered(list: Vec<Value>, word: &str) -> Value {
    let named = |(index, item)| merged(item, json!({ "id": format!("{word} {index}"), "name": format!("The {word} {index}") }));
    Value::Array(list.into_iter().enumerate().map(named).collect())
}

fn catalog(currency: &'static str, digits: u32, policy: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    (
        proptest::collection::vec(plan(digits), 1..6),
        proptest::collection::vec(add_on(digits), 0..4),
        proptest::collection::vec(discount(digits), 0..4),
        policy,
        weighted(0.3, 0..30_i64),
    )
        .prop_map(move |(plans, add_ons, discounts, policy, grace)| {
            let mut discounts = numbered(discounts, "discount");
            for discount in discounts.as_array_mut().unwrap() {
                discount.as_object_mut().unwrap().remove("name");
            }
            object([
                ("currency", Some(json!(currency))),
                ("plans", Some(numbered(plans, "plan"))),
                ("addOns", Some(numbered(add_ons, "add-on"))),
                ("discounts", Some(discounts)),
                ("policy", Some(policy)),
                ("graceDays", grace.map(|days| json!(days))),
            ])
        })
        .boxed()
}

// ------------------------------------------------------------------------------------------------
// What the customer has
// ------------------------------------------------------------------------------------------------

/// 2024-01-01, a leap year.
const START: i64 = 1_704_067_200;

/// The list of a key; empty where there is none.
pub fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().map_or(&[], Vec::as_slice)
}

fn ids(list: &[Value]) -> Vec<Value> {
    list.iter().map(|item| item["id"].clone()).collect()
}

/// A choice among what a catalog has, made before the catalog is known.
#[derive(Clone, Debug)]
struct Chosen(Vec<(Index, i64)>);

fn chosen(most: usize) -> BoxedStrategy<Chosen> {
    proptest::collection::vec((any::<Index>(), 0..5_i64), 0..most).prop_map(Chosen).boxed()
}

impl Chosen {
    fn of(&self, items: &[Value]) -> Vec<(Value, i64)> {
        let mut found: Vec<(Value, i64)> = Vec::new();
        for (index, quantity) in &self.0 {
            if let false = items.is_empty()
                && let item = index.get(items)
                && !found.iter().any(|(known, _)| known == item)
            {
                found.push((item.clone(), *quantity));
            }
        }
        found
    }

    fn add_ons(&self, catalog: &Value) -> Value {
        self.of(&ids(list(catalog, "addOns"))).into_iter().map(|(id, quantity)| json!({ "id": id, "quantity": quantity })).collect()
    }

    fn discounts(&self, catalog: &Value) -> Value {
        self.of(&ids(list(catalog, "discounts"))).into_iter().map(|(id, _)| id).collect()
    }
}

/// A price of a catalog by the words that name it.
#[derive(Clone, Debug)]
struct Offer {
    plan: Index,
    price: Index,
    seats: i64,
}

fn offer() -> BoxedStrategy<Offer> {
    (any::<Index>(), any::<Index>(), 0..9_i64).prop_map(|(plan, price, seats)| Offer { plan, price, seats }).boxed()
}

impl Offer {
    fn named(&self, catalog: &Value, seats: bool) -> Value {
        let plan = self.plan.get(list(catalog, "plans"));
        let price = self.price.get(list(plan, "prices"));
        let has_seats = !plan["seats"].is_null() || list(plan, "prices").iter().any(|price| price["per"] == "seat" || !price["tiers"].is_null());
        let least = plan["seats"]["min"].as_i64().unwrap_or(1);
        object([
            ("plan", Some(plan["id"].clone())),
            ("interval", Some(price["interval"].clone())),
            ("operations", Some(price["operations"].clone()).filter(|operations| !operations.is_null())),
            ("price", Some(price["id"].clone()).filter(|id| !id.is_null())),
            ("seats", (seats && has_seats).then(|| json!(least + self.seats))),
        ])
    }
}

fn written() -> BoxedStrategy<Written> {
    prop_oneof![3 => Just(Written::Date), 3 => Just(Written::Utc), 2 => select(vec![-480_i64, -300, 60, 330, 840]).prop_map(Written::Offset)].boxed()
}

fn taxes() -> BoxedStrategy<Value> {
    let tax = (select(vec!["7.7", "19", "0", "8.875", "100", "20"]), prop::bool::weighted(0.3));
    proptest::collection::vec(tax, 0..3)
        .prop_map(|taxes| {
            let document = |(index, (rate, inclusive)): (usize, (&str, bool))| {
                object([
                    ("id", Some(json!(format!("tax {index}")))),
                    ("name", Some(json!("A tax"))),
                    ("rate", Some(json!(rate))),
                    ("inclusive", inclusive.then_some(Value::Bool(true))),
                ])
            };
            taxes.into_iter().enumerate().map(document).collect()
        })
        .boxed()
}

fn customer(digits: u32) -> BoxedStrategy<Value> {
    let teams = prop_oneof![
        (0..6_i64).prop_map(|count| json!(count)),
        (0..4_usize).prop_map(|count| (0..count).map(|n| json!({ "id": format!("t{n}"), "name": "A team" })).collect())
    ];
    (weighted(0.6, taxes()), weighted(0.4, amounts(digits)), weighted(0.4, 1..40_i64), weighted(0.3, teams), any::<bool>())
        .prop_map(|(taxes, balance, members, teams, individual)| {
            object([
                ("taxes", taxes),
                ("balance", balance),
                ("members", members.map(|members| json!(members))),
                ("teams", teams),
                ("individualSubscription", individual.then_some(Value::Bool(true))),
            ])
        })
        .boxed()
}

/// Parts of spans that were billed, in thousandths of the period and of an amount.
type Paid = Vec<(u64, Option<u64>, Option<u64>)>;

fn paid() -> BoxedStrategy<Paid> {
    let whole = (0..90_000_u64, weighted(0.3, 0..50_000_u64), weighted(0.2, 0..90_000_u64)).prop_map(|span| vec![span]);
    prop_oneof![2 => Just(Vec::new()), 4 => whole, 1 => proptest::collection::vec((0..40_000_u64, weighted(0.3, 0..20_000_u64), Just(None)), 2..4)].boxed()
}

fn paid_document(paid: &Paid, digits: u32, start: i64, end: i64, written: Written) -> Option<Value> {
    let spans = paid.len() as i64;
    let bound = |index: i64| written.rounded(start + (end - start) / spans * index);
    let document = |(index, (minor, credited, received)): (usize, &(u64, Option<u64>, Option<u64>))| {
        let index = index as i64;
        let to = if index + 1 == spans { end } else { bound(index + 1) };
        object([
            ("start", Some(json!(text_of(bound(index), written)))),
            ("end", Some(json!(text_of(to, written)))),
            ("amount", Some(json!(amount(*minor, digits)))),
            ("credited", credited.map(|credited| json!(amount(credited.min(*minor), digits)))),
            ("received", received.map(|received| json!(amount(received, digits)))),
        ])
    };
    (spans > 0 && (end - start) / spans >= 86_400).then(|| paid.iter().enumerate().map(document).collect())
}

#[derive(Clone, Debug)]
struct Held {
    offer: Offer,
    add_ons: Option<Chosen>,
    discounts: Option<Chosen>,
    written: Written,
    start: i64,
    days: i64,
    anchor: Option<i64>,
    status: Option<&'static str>,
    operations: (i64, i64),
    paid: Paid,
}

fn held() -> BoxedStrategy<Held> {
    let status = prop_oneof![8 => Just(None), 1 => Just(Some("trial")), 1 => Just(Some("expired"))];
    let operations = (prop_oneof![Just(0_i64), 0..200_000_i64], prop_oneof![3 => Just(0_i64), 1 => 0..5000_i64]);
    let time = (0..900_i64, 0..86_400_i64, prop_oneof![1 => Just(0_i64), 4 => Just(30), 1 => 1..400_i64]);
    (offer(), weighted(0.4, chosen(4)), weighted(0.4, chosen(3)), written(), time, (weighted(0.3, 1..=31_i64), status), operations, paid())
        .prop_map(|(offer, add_ons, discounts, written, (day, second, days), (anchor, status), operations, paid)| {
            let start = written.rounded(START + day * 86_400 + second);
            Held { offer, add_ons, discounts, written, start, days, anchor, status, operations, paid }
        })
        .boxed()
}

impl Held {
    fn document(&self, catalog: &Value, digits: u32) -> Value {
        let named = self.offer.named(catalog, true);
        // Whole periods of months by the calendar; else so many days.
        let months = match named["interval"].as_str() {
            Some("month") => 1,
            Some("year") => 12,
            _ => 0,
        };
        let end =
            if self.days == 0 && months > 0 { super::calendar::add_months(self.start, months, self.written) } else { add_days(self.start, self.days.max(1)) };
        let unused = self.operations.0.max(self.operations.1);
        merged(
            named,
            object([
                ("addOns", self.add_ons.as_ref().map(|chosen| chosen.add_ons(catalog))),
                ("discounts", self.discounts.as_ref().map(|chosen| chosen.discounts(catalog))),
                ("period", Some(json!({ "start": text_of(self.start, self.written), "end": text_of(end, self.written) }))),
                ("anchor", self.anchor.map(|day| json!(day))),
                ("status", self.status.map(|status| json!(status))),
                ("unusedOperations", (unused > 0).then(|| json!(unused))),
                ("extraOperations", (self.operations.1 > 0).then(|| json!(self.operations.1))),
                ("paid", paid_document(&self.paid, digits, self.start, end, self.written)),
            ]),
        )
    }
}

// ------------------------------------------------------------------------------------------------
// What the customer asks for
// ------------------------------------------------------------------------------------------------

#[derive(Clone, Debug)]
enum Wish {
    To(Offer, bool),
    Seats(i64),
    AddOns(Chosen),
    Discounts(Chosen),
    Anchor(Value),
    Extra(i64),
    Flag(&'static str),
    Nothing,
}

/// A change that is asked for so far into whatever period then runs, in thousandths of it.
#[derive(Clone, Debug)]
pub struct Step {
    wish: Wish,
    pub thousandths: i64,
    effective: Option<Value>,
    period: Option<Value>,
    plain_offset: bool,
}

pub fn step() -> BoxedStrategy<Step> {
    let anchor =
        prop_oneof![3 => (1..=31_i64).prop_map(|day| json!(day)), 1 => (0..1500_i64).prop_map(|day| json!(text_of(START + day * 86_400, Written::Date)))];
    let wish = prop_oneof![
        8 => (offer(), any::<bool>()).prop_map(|(offer, seats)| Wish::To(offer, seats)),
        2 => (0..12_i64).prop_map(Wish::Seats),
        2 => chosen(4).prop_map(Wish::AddOns),
        1 => chosen(3).prop_map(Wish::Discounts),
        1 => anchor.prop_map(Wish::Anchor),
        1 => (1..4_i64).prop_map(Wish::Extra),
        2 => select(vec!["cancel", "renew", "withdraw"]).prop_map(Wish::Flag),
        1 => Just(Wish::Nothing),
    ];
    let thousandths = prop_oneof![6 => 0..=1000_i64, 1 => Just(0), 1 => Just(1000)];
    let effective = weighted(0.2, words(["now", "period_end"]));
    (wish, thousandths, effective, weighted(0.1, words(["keep", "restart"])), prop::bool::weighted(0.05))
        .prop_map(|(wish, thousandths, effective, period, plain_offset)| Step { wish, thousandths, effective, period, plain_offset })
        .boxed()
}

impl Step {
    /// The change, against what the customer has now, no earlier than the one before.
    pub fn change(&self, catalog: &Value, subscription: &Value, earliest: Option<i64>) -> Value {
        let (start, end) = (&subscription["period"]["start"], &subscription["period"]["end"]);
        let (from, to, written) = match (start.as_str(), end.as_str()) {
            (Some(start), Some(end)) => (seconds_of(start), seconds_of(end), Written::of(start)),
            _ => (START, START + 86_400 * 900, Written::Utc),
        };
        let renews = matches!(self.wish, Wish::Flag("renew"));
        let at = if renews { to + self.thousandths / 500 * 86_400 } else { from + (to - from) / 1000 * self.thousandths };
        let at = written.rounded(if self.thousandths == 1000 && !renews { to } else { at }.max(earliest.unwrap_or(i64::MIN)));
        let written = if self.plain_offset && matches!(written, Written::Offset(_)) { Written::Utc } else { written };
        let plan = list(catalog, "plans").iter().find(|plan| plan["id"] == subscription["plan"]);
        let wish = match &self.wish {
            Wish::To(offer, seats) => offer.named(catalog, *seats),
            Wish::Seats(seats) => json!({ "seats": seats }),
            Wish::AddOns(chosen) => json!({ "addOns": chosen.add_ons(catalog) }),
            Wish::Discounts(chosen) => json!({ "discounts": chosen.discounts(catalog) }),
            Wish::Anchor(anchor) => json!({ "anchor": anchor }),
            Wish::Extra(bundles) => {
                let bundle = plan.and_then(|plan| plan["extraOperations"]["bundle"].as_i64()).unwrap_or(1);
                json!({ "extraOperations": bundles * bundle })
            }
            Wish::Flag(flag) => json!({ *flag: true }),
            Wish::Nothing => json!({}),
        };
        let timing = matches!(self.wish, Wish::To(..) | Wish::Seats(_) | Wish::AddOns(_) | Wish::Flag("cancel"));
        let own = object([
            ("at", Some(json!(text_of(at, written)))),
            ("effective", self.effective.clone().filter(|_| timing)),
            ("period", self.period.clone().filter(|_| timing)),
        ]);
        merged(wish, own)
    }
}

/// A catalog, what a customer has, and what is asked for in turn.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub catalog: Value,
    pub subscription: Value,
    pub steps: Vec<Step>,
}

impl Scenario {
    /// The first change, as a document.
    pub fn change(&self) -> Value {
        self.steps[0].change(&self.catalog, &self.subscription, None)
    }
}

/// Scenarios under policies of a kind.
pub fn scenarios<P>(policy: P, steps: usize) -> BoxedStrategy<Scenario>
where
    P: Fn(u32) -> BoxedStrategy<Value> + Clone + 'static,
{
    select(CURRENCIES.to_vec())
        .prop_flat_map(move |(currency, digits)| {
            let first = prop_oneof![6 => held().prop_map(Some), 1 => Just(None)];
            let scheduled = weighted(0.1, (offer(), weighted(0.5, chosen(3))));
            let steps = proptest::collection::vec(step(), steps);
            (catalog(currency, digits, policy(digits)), customer(digits), first, scheduled, steps).prop_map(
                move |(catalog, customer, held, scheduled, steps)| {
                    let subscription = match held {
                        None => customer,
                        Some(held) => {
                            let document = merged(held.document(&catalog, digits), customer);
                            let scheduled = scheduled.map(|(offer, discounts)| {
                                let discounts = discounts.map(|chosen| chosen.discounts(&catalog));
                                let own =
                                    [("at", Some(document["period"]["start"].clone())), ("effective", Some(json!("period_end"))), ("discounts", discounts)];
                                merged(offer.named(&catalog, true), object(own))
                            });
                            merged(document, object([("scheduled", scheduled)]))
                        }
                    };
                    Scenario { catalog, subscription, steps }
                },
            )
        })
        .boxed()
}

/// Where a document is bent, and to what.
pub fn nonsense() -> BoxedStrategy<Value> {
    let text = prop_oneof![
        Just(String::new()),
        select(vec![
            "NaN",
            "Infinity",
            "1e308",
            "-1",
            "-0.00",
            "0.001",
            "999999999999999.99",
            "1000000000000000",
            "0001-01-01",
            "9999-12-31",
            "0000-01-01",
            "10000-01-01",
            "2024-02-30",
            "2024-01-01T00:00:00+23:59",
            "9999-12-31T23:59:59.999999999Z",
            "0001-01-01T00:00:00+14:00",
            "month",
            "year",
            "allowance",
            "once",
            "metered",
            "none",
            "full",
            "next_invoice",
            "plan 0",
            "plan 1",
            "price 0",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        select(vec![0_i64, 1, -1, 31, 1200, 1201, 1_000_000_000_000, 1_000_000_000_001, 9_007_199_254_740_991, 9_007_199_254_740_992])
            .prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        text.prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = select(vec!["id", "amount", "unit", "count", "start", "end", "at", "plan", "percent", "__proto__", "mode", "bands"]);
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::vec((key, inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())),
        ]
    })
    .boxed()
}

/// Bends a document at one of its places: replaces, removes or adds.
pub fn bend(document: &mut Value, place: Index, how: u8, nonsense: Value) {
    fn pointers(document: &Value, at: &str, found: &mut Vec<String>) {
        found.push(at.to_owned());
        match document {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
            Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found)),
            _ => {}
        }
    }
    let mut places = Vec::new();
    pointers(document, "", &mut places);
    let place = document.pointer_mut(place.get::<String>(&places)).unwrap();
    match (how % 4, &mut *place) {
        (0, Value::Object(fields)) => drop(fields.insert("surprise".to_owned(), nonsense)),
        (0, Value::Array(items)) => items.push(nonsense),
        (1, Value::Object(fields)) => {
            let first = fields.keys().next().cloned();
            first.map(|key| fields.remove(&key));
        }
        (1, Value::Array(items)) => items.extend(items.clone()),
        (2, Value::Object(fields)) => {
            let last = fields.keys().next_back().cloned();
            last.map(|key| fields.insert(key, nonsense));
        }
        _ => *place = nonsense,
    }
}
