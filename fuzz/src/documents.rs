//! Catalogs, subscriptions and changes as JSON, from the fuzzer's bytes. Written from the interface, with
//! every field and word of it; most are what a host may write, some are bent.

use arbitrary::Unstructured;
use prorata::calendar::Timestamp;
use serde_json::{Map, Value, json};

/// Choices. Where the bytes have run out, each is the first and simplest.
pub struct Source<'a>(Unstructured<'a>);

type Fields<const N: usize> = [(&'static str, Option<Value>); N];

fn object<const N: usize>(fields: Fields<N>) -> Value {
    Value::Object(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

const PRESETS: [&str; 12] =
    ["make", "stripe", "paddle", "chargebee", "recurly", "polar", "lago", "kill_bill", "meteroid", "flexprice", "autumn", "restart_with_credit"];
const MODES: [&str; 4] = ["half_up", "half_even", "down", "up"];

impl<'a> Source<'a> {
    pub fn new(input: &'a [u8]) -> Self {
        Self(Unstructured::new(input))
    }

    fn up_to(&mut self, most: i64) -> i64 {
        self.0.int_in_range(0..=most).unwrap_or(0)
    }

    fn one_in(&mut self, count: i64) -> bool {
        self.up_to(count - 1) == count - 1
    }

    /// One of several.
    pub fn one_of<'b, T>(&mut self, from: &'b [T]) -> &'b T {
        &from[self.up_to(from.len() as i64 - 1) as usize]
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        self.one_of(from).clone()
    }

    fn word(&mut self, words: &[&str]) -> Value {
        json!(self.pick(words))
    }

    fn sometimes(&mut self, one_in: i64, make: impl FnOnce(&mut Self) -> Value) -> Option<Value> {
        self.one_in(one_in).then(|| make(self))
    }

    fn many(&mut self, least: i64, most: i64, mut make: impl FnMut(&mut Self, i64) -> Value) -> Value {
        let count = least + self.up_to(most - least);
        (0..count).map(|index| make(self, index)).collect()
    }

    // --------------------------------------------------------------------------------------------
    // Values
    // --------------------------------------------------------------------------------------------

    /// A decimal that is not negative, of at most so many decimals; now and then as large as any may be.
    fn amount(&mut self, decimals: u32) -> Value {
        let unit = 10_i64.pow(decimals);
        let (whole, part) = match self.up_to(9) {
            0 => (0, 0),
            1..=4 => (self.up_to(99), self.up_to(unit - 1)),
            5..=7 => (self.up_to(9999), self.up_to(unit - 1)),
            8 => (0, self.up_to(unit - 1)),
            _ => (self.up_to(999_999_999_999_999), unit - 1),
        };
        json!(if decimals == 0 { whole.to_string() } else { format!("{whole}.{part:0width$}", width = decimals as usize) })
    }

    fn count(&mut self) -> Value {
        json!(match self.up_to(9) {
            0 => 0,
            1..=5 => self.up_to(20),
            6..=8 => self.up_to(200_000),
            _ => self.up_to(1_000_000_000_000),
        })
    }

    fn operations(&mut self) -> Value {
        json!(self.pick(&[1000_i64, 10_000, 40_000, 120_000, 150_000, 0, 1, 7]))
    }

    fn interval(&mut self) -> Value {
        match self.up_to(6) {
            0..=2 => json!("month"),
            3..=4 => json!("year"),
            5 => json!({ "unit": self.word(&["month", "year", "week", "day"]), "count": 1 + self.up_to(23) }),
            _ => json!({ "unit": self.word(&["month", "year", "week", "day"]), "count": 1 + self.up_to(1199) }),
        }
    }

    /// An instant, written as `like` is.
    fn instant(&mut self, like: &str) -> String {
        let days = match self.up_to(9) {
            0..=7 => self.up_to(800),
            8 => -self.up_to(800),
            _ => self.up_to(2_900_000),
        };
        let seconds = self.up_to(86_399);
        later(like, days, seconds).unwrap_or_else(|| like.to_owned())
    }

    fn origin(&mut self) -> &'static str {
        self.pick(&[
            "2024-01-31",
            "2024-01-31T00:00:00Z",
            "2024-01-31T10:30:00+05:30",
            "2024-02-29T23:59:59-08:00",
            "2023-12-30T12:00:00.500Z",
            "2026-03-01T00:00:00+01:00",
            "0001-01-01",
            "9998-11-30T00:00:00Z",
            "9999-12-30T00:00:00+14:00",
        ])
    }

    fn anchor(&mut self) -> Value {
        if self.one_in(3) {
            let origin = self.origin();
            return json!(self.instant(origin));
        }
        json!(1 + self.up_to(30))
    }

    // --------------------------------------------------------------------------------------------
    // The catalog
    // --------------------------------------------------------------------------------------------

    pub fn catalog(&mut self) -> Value {
        let (currency, digits) = self.pick(&[("USD", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)]);
        let plans = self.many(1, 4, |source, index| {
            let mut plan = source.plan(digits);
            plan["id"] = json!(format!("p{index}"));
            plan
        });
        let add_ons = self.many(0, 3, |source, index| {
            json!({
                "id": format!("a{index}"), "name": "a", "amount": source.amount(digits),
                "interval": if source.one_in(3) { source.word(&["once", "metered"]) } else { source.interval() },
                "per": source.word(&["unit", "seat"]), "tiers": source.sometimes(4, Self::tiers),
            })
        });
        let discounts = self.many(0, 3, |source, index| source.discount(digits, index));
        object([
            ("currency", Some(json!(currency))),
            ("plans", Some(plans)),
            ("addOns", Some(add_ons)),
            ("discounts", Some(discounts)),
            ("policy", Some(self.policy(digits))),
            ("graceDays", self.sometimes(4, |source| json!(source.up_to(3650)))),
        ])
    }

    fn plan(&mut self, digits: u32) -> Value {
        let ids = self.one_in(3);
        let prices = self.many(1, 4, |source, index| {
            let mut price = source.price(digits);
            if ids {
                price["id"] = json!(format!("r{index}"));
            }
            price
        });
        let seats = self.sometimes(3, |source| {
            object([
                ("min", source.sometimes(2, |source| json!(source.up_to(5)))),
                ("max", source.sometimes(2, |source| json!(5 + source.up_to(50)))),
                ("included", source.sometimes(3, |source| json!(source.up_to(4)))),
            ])
        });
        let extra = self.sometimes(3, |source| {
            object([
                ("bundle", Some(json!(source.pick(&[1000_i64, 1, 7, 1_000_000_000_000])))),
                ("surcharge", source.sometimes(2, |source| source.amount(2)).filter(|surcharge| surcharge.as_str().is_some_and(|text| text.len() < 7))),
                ("maxPerPeriod", source.sometimes(2, |source| if source.one_in(2) { json!("allowance") } else { source.count() })),
            ])
        });
        object([
            ("name", Some(json!("p"))),
            ("prices", Some(prices)),
            ("seats", seats),
            ("teams", self.sometimes(4, |source| json!(1 + source.up_to(4)))),
            ("trial", self.sometimes(6, Self::interval)),
            ("extraOperations", extra),
            ("onSale", self.sometimes(8, |_| json!(false))),
        ])
    }

    fn price(&mut self, digits: u32) -> Value {
        let interval = self.interval();
        let months = matches!(interval["unit"].as_str().or(interval.as_str()), Some("month" | "year"));
        let operations = self.sometimes(2, Self::operations);
        object([
            ("amount", Some(self.amount(digits))),
            ("per", self.sometimes(3, |_| json!("seat"))),
            ("tiers", self.sometimes(6, Self::tiers)),
            ("resets", self.sometimes(2, |_| json!("month")).filter(|_| months && operations.is_some())),
            ("operations", operations),
            ("interval", Some(interval)),
            ("onSale", self.sometimes(10, |_| json!(false))),
        ])
    }

    fn tiers(&mut self) -> Value {
        let mode = self.pick(&["graduated", "volume", "package"]);
        let mut to = 0;
        let mut bands = self.many(0, 3, |source, _| {
            to += 1 + source.up_to(20);
            source.band(json!(to))
        });
        let last = self.band(Value::Null);
        bands.as_array_mut().unwrap().push(last);
        let package = mode == "package";
        object([
            ("mode", Some(json!(mode))),
            ("bands", Some(bands)),
            ("packageSize", package.then(|| json!(1 + self.up_to(12)))),
            ("free", self.sometimes(2, |source| json!(source.up_to(9))).filter(|_| package)),
        ])
    }

    fn band(&mut self, to: Value) -> Value {
        let decimals = self.pick(&[2, 4, 12]);
        object([
            ("to", Some(to)),
            ("unitAmount", self.sometimes(2, |source| source.amount(decimals))),
            ("flatAmount", self.sometimes(3, |source| source.amount(2))),
        ])
    }

    fn discount(&mut self, digits: u32, index: i64) -> Value {
        let fixed = self.one_in(2);
        let percent = format!("{}.{:02}", self.up_to(99), self.up_to(99));
        let origin = self.origin();
        object([
            ("id", Some(json!(format!("d{index}")))),
            ("amount", fixed.then(|| self.amount(digits))),
            ("percent", (!fixed).then(|| json!(if percent == "0.99" { "100" } else { &percent }))),
            ("plans", self.sometimes(6, |_| json!(["p0"]))),
            ("periods", self.sometimes(3, |source| json!(1 + source.up_to(4)))),
            ("until", self.sometimes(4, |source| json!(source.instant(origin)))),
        ])
    }

    fn policy(&mut self, digits: u32) -> Value {
        let preset = self.word(&PRESETS);
        if self.one_in(4) {
            return preset;
        }
        let proration = self.sometimes(2, |source| {
            object([
                (
                    "basis",
                    source.sometimes(2, |source| {
                        source.word(&["day", "second", "millisecond", "minute", "hour", "day_inclusive", "month", "actual_30", "thirty_360"])
                    }),
                ),
                ("total", source.sometimes(4, |source| source.word(&["plan", "period"]))),
                ("factorDigits", source.sometimes(4, |source| json!(source.up_to(12)))),
                ("factorRounding", source.sometimes(4, |source| source.word(&MODES))),
                ("begun", source.sometimes(4, |source| source.word(&["unused", "used"]))),
            ])
        });
        let credit = self.sometimes(2, |source| {
            object([
                ("base", source.sometimes(2, |source| source.word(&["list", "paid"]))),
                ("earlier", source.sometimes(3, |source| source.word(&["subtract", "cap"]))),
                ("cap", source.sometimes(2, |source| source.word(&["bill", "total", "none"]))),
                ("excess", source.sometimes(2, |source| source.word(&["refund", "forfeit", "balance"]))),
                ("futureGrants", source.sometimes(3, |source| source.word(&["credit", "forfeit"]))),
            ])
        });
        let Value::Object(mut policy) = self.treatment(digits) else { return preset };
        let own = object([
            ("preset", self.one_in(3).then_some(preset)),
            ("direction", self.sometimes(4, |_| json!("price"))),
            ("cycle", self.sometimes(4, |_| json!("fixed"))),
            ("upgrade", self.sometimes(3, |source| source.treatment(digits))),
            ("downgrade", self.sometimes(3, |source| source.treatment(digits))),
            ("seatsAdded", self.sometimes(6, |source| source.treatment(digits))),
            ("seatsRemoved", self.sometimes(6, |source| source.treatment(digits))),
            ("cancel", self.sometimes(4, |source| source.treatment(digits))),
            ("proration", proration),
            ("credit", credit),
            ("minimumCharge", self.sometimes(10, |_| json!("1"))),
            ("acknowledge", self.sometimes(6, |_| json!(["downgrade", "forfeit", "billing", "cancel"]))),
        ]);
        if let Value::Object(own) = own {
            policy.extend(own);
        }
        Value::Object(policy)
    }

    fn offer(&mut self, words: &[&str]) -> Value {
        let first = self.pick(words);
        let second = self.pick(words);
        if first == second { json!(first) } else { json!([first, second]) }
    }

    fn treatment(&mut self, digits: u32) -> Value {
        object([
            ("effective", self.sometimes(3, |source| source.offer(&["now", "period_end"]))),
            ("period", self.sometimes(2, |source| source.offer(&["restart", "keep", "keep_anchor", "keep_period"]))),
            ("unusedTime", self.sometimes(2, |source| source.word(&["extend", "forfeit", "none", "credit"]))),
            ("unusedOperations", self.sometimes(2, |source| source.word(&["credit", "transfer", "forfeit"]))),
            ("charge", self.sometimes(2, |source| source.word(&["full", "difference", "none", "remaining"]))),
            ("collect", self.sometimes(3, |source| source.word(&["next_invoice", "now"]))),
            ("changeDay", self.sometimes(4, |source| source.word(&["used", "unused"]))),
            ("grant", self.sometimes(5, |source| json!({ "digits": source.up_to(3), "rounding": source.word(&MODES) }))),
            (
                "rounding",
                self.sometimes(4, |source| {
                    object([
                        ("mode", Some(source.word(&MODES))),
                        ("on", source.sometimes(2, |_| json!("net"))),
                        ("digits", source.sometimes(4, |source| json!(source.up_to(3) as u32 + digits))),
                    ])
                }),
            ),
        ])
    }

    // --------------------------------------------------------------------------------------------
    // What the customer has
    // --------------------------------------------------------------------------------------------

    fn offered(&mut self, catalog: &Value) -> Value {
        let plan = self.pick_of(list(catalog, "plans"));
        let price = self.pick_of(list(&plan, "prices"));
        let seats = !plan["seats"].is_null() || list(&plan, "prices").iter().any(|price| price["per"] == "seat" || !price["tiers"].is_null());
        object([
            ("plan", Some(plan["id"].clone())),
            ("interval", Some(price["interval"].clone())),
            ("operations", price.get("operations").cloned()),
            ("price", price.get("id").cloned()),
            ("seats", (seats && !self.one_in(3)).then(|| json!(if self.one_in(8) { self.count() } else { json!(3 + self.up_to(5)) }))),
        ])
    }

    fn pick_of(&mut self, from: &[Value]) -> Value {
        if from.is_empty() { Value::Null } else { self.pick(from) }
    }

    fn add_ons(&mut self, catalog: &Value) -> Value {
        let known = list(catalog, "addOns");
        known
            .iter()
            .filter_map(|add_on| {
                (!self.one_in(3)).then(|| json!({ "id": add_on["id"], "quantity": if self.one_in(6) { self.count() } else { json!(self.up_to(3)) } }))
            })
            .collect()
    }

    fn discounts(&mut self, catalog: &Value) -> Value {
        let known = list(catalog, "discounts");
        known.iter().filter_map(|discount| (!self.one_in(2)).then(|| discount["id"].clone())).collect()
    }

    fn customer(&mut self, catalog: &Value, digits: u32) -> Value {
        object([
            (
                "taxes",
                self.sometimes(3, |source| {
                    source.many(1, 3, |source, index| {
                        json!({ "id": format!("t{index}"), "name": "t", "rate": source.pick(&["19", "8.875", "0", "1000"]), "inclusive": source.one_in(3) })
                    })
                }),
            ),
            ("discounts", self.sometimes(2, |source| source.discounts(catalog))),
            ("balance", self.sometimes(3, |source| source.amount(digits))),
            ("members", self.sometimes(4, Self::count)),
            (
                "teams",
                self.sometimes(
                    5,
                    |source| if source.one_in(2) { json!(source.up_to(6)) } else { json!([{ "id": "x", "name": "x" }, { "id": "y", "name": "y" }]) },
                ),
            ),
            ("individualSubscription", self.sometimes(8, |_| json!(true))),
        ])
    }

    pub fn subscription(&mut self, catalog: &Value) -> Value {
        let digits = digits_of(catalog);
        let customer = self.customer(catalog, digits);
        if self.one_in(8) {
            return if self.one_in(2) { Value::Null } else { customer };
        }
        let origin = self.origin();
        let start = self.instant(origin);
        let (days, seconds) = self.pick(&[(30, 0), (31, 0), (28, 0), (365, 0), (366, 0), (1, 0), (0, 1), (14, 0), (400_000, 0), (29, 3600)]);
        let end = later(&start, days, seconds).filter(|end| *end != start).or_else(|| later(&start, 1, 0)).unwrap_or_else(|| start.clone());
        let paid = self.sometimes(2, |source| source.paid(&start, &end, digits));
        let status = self.sometimes(5, |source| source.word(&["trial", "expired"]));
        let extra = self.sometimes(4, |source| json!(source.up_to(3) * 1000));
        let scheduled = self.sometimes(6, |source| {
            if source.one_in(3) {
                return json!({ "cancel": true, "at": start, "effective": "period_end" });
            }
            let mut change = source.offered(catalog);
            change["at"] = json!(start);
            change["effective"] = json!("period_end");
            change
        });
        let deferred = self.sometimes(6, |source| {
            source.many(1, 3, |source, _| {
                let kind =
                    source.pick(&["charge", "unused_time", "discount", "difference", "add_on", "unused_operations", "extra_operations", "future_grants"]);
                let amount = source.amount(digits);
                let signed = if source.one_in(2) { format!("-{}", amount.as_str().unwrap_or("0")) } else { amount.as_str().unwrap_or("0").to_owned() };
                json!({ "kind": kind, "plan": "p0", "amount": signed, "quantity": source.up_to(3), "unitAmount": amount })
            })
        });
        let own = object([
            ("period", Some(json!({ "start": start, "end": end }))),
            ("addOns", self.sometimes(2, |source| source.add_ons(catalog))),
            ("anchor", self.sometimes(3, Self::anchor)),
            ("status", status),
            ("unusedOperations", self.sometimes(2, Self::count)),
            ("extraOperations", extra),
            ("paid", paid),
            ("scheduled", scheduled),
            ("deferred", deferred),
        ]);
        let mut document = self.offered(catalog);
        for part in [customer, own] {
            if let (Value::Object(document), Value::Object(part)) = (&mut document, part) {
                document.extend(part);
            }
        }
        document
    }

    fn paid(&mut self, start: &str, end: &str, digits: u32) -> Value {
        let middle = later(start, 9, 0).filter(|middle| Timestamp::parse(middle) < Timestamp::parse(end));
        let spans = match middle {
            Some(middle) if self.one_in(2) => vec![(start.to_owned(), middle.clone()), (middle, end.to_owned())],
            _ => vec![(start.to_owned(), end.to_owned())],
        };
        let span = |(start, end): (String, String)| {
            object([
                ("start", Some(json!(start))),
                ("end", Some(json!(end))),
                ("amount", Some(self.amount(digits))),
                ("credited", self.sometimes(3, |source| source.amount(digits))),
                ("received", self.sometimes(4, |source| source.amount(digits))),
            ])
        };
        spans.into_iter().map(span).collect()
    }

    // --------------------------------------------------------------------------------------------
    // What the customer asks for
    // --------------------------------------------------------------------------------------------

    /// A change against what the customer has now.
    pub fn change(&mut self, catalog: &Value, held: &Value) -> Value {
        let origin = self.origin();
        let (start, end) = (held["period"]["start"].as_str(), held["period"]["end"].as_str());
        let inside = |source: &mut Self| match (start.and_then(Timestamp::parse), end.and_then(Timestamp::parse)) {
            (Some(from), Some(to)) => {
                let length = to.epoch_seconds().saturating_sub(from.epoch_seconds()).max(0);
                let gone = match source.up_to(9) {
                    0 => 0,
                    1 => length,
                    2 => length.saturating_add(86_400 * source.up_to(9)),
                    _ => source.up_to(length),
                };
                // Whole days where the period is one of dates, and mostly else.
                let start = start.unwrap_or(origin);
                let plain = start.len() > 10 && source.one_in(3);
                let days = gone / 86_400;
                later(start, days, if plain { gone % 86_400 } else { 0 }).unwrap_or_else(|| start.to_owned())
            }
            _ => source.instant(origin),
        };
        let at = inside(self);
        let mut change = match self.up_to(11) {
            0..=4 => self.offered(catalog),
            5 => json!({ "seats": if self.one_in(4) { self.count() } else { json!(self.up_to(12)) } }),
            6 => json!({ "addOns": self.add_ons(catalog) }),
            7 => json!({ "discounts": self.discounts(catalog) }),
            8 => json!({ "anchor": self.anchor() }),
            9 => json!({ "extraOperations": self.pick(&[1000_i64, 1, 7, 21_000, 1_000_000_000_000]) }),
            10 => json!({ self.pick(&["cancel", "renew", "withdraw"]): true }),
            _ => json!({}),
        };
        change["at"] = json!(at);
        for (key, value) in [
            ("effective", self.sometimes(5, |source| source.word(&["now", "period_end"]))),
            ("period", self.sometimes(6, |source| source.word(&["keep", "restart"]))),
            ("anchor", self.sometimes(12, Self::anchor)),
            ("answers", self.sometimes(8, |source| json!({ "keepTeams": ["x"], "removeMembers": source.count(), "acknowledged": ["forfeit", "downgrade"] }))),
        ] {
            if let Some(value) = value {
                change[key] = value;
            }
        }
        change
    }

    // --------------------------------------------------------------------------------------------
    // What nobody should write
    // --------------------------------------------------------------------------------------------

    /// Bends a document at none to three of its places.
    pub fn bend(&mut self, document: &mut Value) {
        for _ in 0..self.up_to(3) {
            self.bend_once(document);
        }
    }

    fn bend_once(&mut self, document: &mut Value) {
        fn places(document: &Value, at: &str, found: &mut Vec<String>) {
            found.push(at.to_owned());
            match document {
                Value::Object(fields) => fields.iter().for_each(|(key, value)| places(value, &format!("{at}/{key}"), found)),
                Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| places(value, &format!("{at}/{index}"), found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        places(document, "", &mut found);
        let place = self.pick(&found);
        let nonsense = self.nonsense(2);
        let Some(place) = document.pointer_mut(&place) else { return };
        match (self.up_to(3), place) {
            (0, place) => *place = nonsense,
            (1, Value::Object(fields)) => {
                let key = fields.keys().next().cloned().unwrap_or_default();
                fields.remove(&key);
            }
            (2, Value::Object(fields)) => drop(fields.insert("surprise".to_owned(), nonsense)),
            (1, Value::Array(items)) => drop(items.pop()),
            (2, Value::Array(items)) => items.push(nonsense),
            (_, Value::Array(items)) => items.extend_from_within(..),
            (_, place) => *place = nonsense,
        }
    }

    fn nonsense(&mut self, depth: i64) -> Value {
        match self.up_to(if depth > 0 { 8 } else { 5 }) {
            0 => Value::Null,
            1 => json!(self.one_in(2)),
            2 => json!(self.0.arbitrary::<i64>().unwrap_or(-1)),
            3 => json!(self.0.arbitrary::<f64>().unwrap_or(0.5)),
            4 => json!(self.pick(&[
                "",
                "NaN",
                "1e9",
                "-1",
                "-0.00",
                "0.0001",
                "999999999999999.99",
                "1000000000000000",
                "9999-12-31",
                "0001-01-01",
                "2024-02-30",
                "month",
                "now"
            ])),
            5 => json!(self.0.arbitrary::<String>().unwrap_or_default()),
            6 => self.many(0, 3, |source, _| source.nonsense(depth - 1)),
            _ => {
                let mut fields = Map::new();
                for _ in 0..self.up_to(3) {
                    let key = self.pick(&["id", "amount", "unit", "count", "start", "end", "at", "plan", "mode", "bands", "to"]);
                    let value = self.nonsense(depth - 1);
                    fields.insert(key.to_owned(), value);
                }
                Value::Object(fields)
            }
        }
    }
}

fn digits_of(catalog: &Value) -> u32 {
    match catalog["currency"].as_str() {
        Some("JPY") => 0,
        Some("KWD") => 3,
        Some("CLF") => 4,
        _ => 2,
    }
}

/// So much later, written in the same way; `None` outside the calendar.
fn later(text: &str, days: i64, seconds: i64) -> Option<String> {
    let at = Timestamp::parse(text)?.plus_days(days).ok()?;
    let at = if text.len() > 10 { at.plus_seconds(seconds).ok()? } else { at };
    at.civil_date().ok()?;
    Some(at.to_string())
}
