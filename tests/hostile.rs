//! Documents that mean harm, or that only went wrong: every problem at once, each with its code, its path
//! and the offending value; never a panic, never a silent 0.
#![allow(missing_docs, clippy::restriction)] // What a library must not do, a test may.

mod common;

use common::document;
use prorata::error::Operand;
use prorata::wire::rules;
use prorata::{Catalog, Change, Document, ErrorKind, PricingError, SubscriptionDocument};
use serde_json::{Value, json};

/// Every field that a catalog can have.
const CATALOG: &str = r#"{
    "$schema": "https://example.com/catalog.json", "currency": "USD", "unit": "credits", "graceDays": 7, "metadata": { "any": ["thing", 1.5, null] },
    "plans": [
        { "id": "core", "name": "Core", "onSale": true, "teams": 3, "seats": { "min": 2, "max": 20, "included": 1 }, "trial": { "unit": "day", "count": 14 },
          "extraOperations": { "bundle": 1000, "surcharge": "25", "maxPerPeriod": 50000 }, "features": ["one"], "metadata": {},
          "prices": [
              { "id": "core-month", "interval": "month", "amount": "9.00", "per": "seat", "onSale": true, "operations": 10000, "resets": "period", "metadata": {},
                "tiers": { "mode": "package", "bands": [{ "to": 10, "unitAmount": "1.00", "flatAmount": "2.00" }, { "to": null }], "packageSize": 5, "free": 1 } },
              { "id": "core-year", "interval": { "unit": "year", "count": 1 }, "amount": "90.00", "operations": 120000 }
          ] },
        { "id": "pro", "name": "Pro", "prices": [{ "interval": "month", "amount": "16.00" }] }
    ],
    "addOns": [{ "id": "support", "name": "Support", "amount": "5.00", "interval": "month", "per": "unit", "tiers": { "mode": "volume", "bands": [{ "to": null, "unitAmount": "1" }] } }],
    "discounts": [{ "id": "spring", "percent": "10", "plans": ["core"], "periods": 3, "until": "2027-01-01" }, { "id": "fixed", "amount": "1.00" }],
    "policy": {
        "preset": "stripe", "direction": "rank", "cycle": "calendar", "effective": ["now", "period_end"], "period": "keep", "unusedTime": "credit",
        "unusedOperations": "forfeit", "charge": "remaining", "collect": "now", "changeDay": "unused", "grant": { "digits": 0, "rounding": "down" },
        "rounding": { "mode": "half_up", "on": "line", "digits": 2 }, "upgrade": { "effective": "now", "rounding": { "mode": "up" } }, "downgrade": { "period": ["keep", "restart"] },
        "seatsAdded": { "charge": "difference" }, "seatsRemoved": { "collect": "next_invoice" }, "cancel": { "effective": "period_end" },
        "proration": { "basis": "day", "total": "period", "factorDigits": 9, "factorRounding": "half_up", "begun": "used" },
        "credit": { "base": "paid", "earlier": "cap", "cap": "none", "excess": "balance", "futureGrants": "forfeit" },
        "minimumCharge": "0.50", "acknowledge": ["downgrade"]
    }
}"#;

/// Every field that a subscription can have.
const SUBSCRIPTION: &str = r#"{
    "plan": "core", "interval": "month", "operations": 10000, "seats": 3, "price": "core-month", "addOns": [{ "id": "support", "quantity": 2 }],
    "status": "active", "period": { "start": "2026-03-01", "end": "2026-04-01" }, "anchor": 1, "unusedOperations": 500, "extraOperations": 100,
    "paid": [{ "start": "2026-03-01", "end": "2026-04-01", "amount": "18.00", "credited": "1.00", "received": "20.00" }],
    "scheduled": { "at": "2026-03-02", "plan": "core", "seats": 2, "effective": "period_end", "answers": { "acknowledged": ["downgrade"] } },
    "deferred": [{ "kind": "charge", "plan": "core", "amount": "1.00", "quantity": 1, "unitAmount": "1.00", "period": { "start": "2026-03-01", "end": "2026-03-05" } }],
    "taxes": [{ "id": "vat", "name": "VAT", "rate": "19", "inclusive": false }], "discounts": ["fixed", { "id": "spring", "since": "2026-03-01" }],
    "balance": "2.00", "members": 4, "teams": [{ "id": "t1", "name": "One" }], "individualSubscription": false
}"#;

/// Every field that a change can have, whether or not they go together.
const CHANGE: &str = r#"{
    "at": "2026-03-10", "plan": "core", "interval": "month", "operations": 10000, "price": "core-month", "seats": 4, "addOns": [{ "id": "support", "quantity": 1 }],
    "discounts": ["fixed"], "effective": "now", "period": "keep", "anchor": 15,
    "answers": { "keepTeams": ["t1"], "removeMembers": 1, "acknowledged": ["downgrade"] }
}"#;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// `/plans/0/amount` as problems write it: `plans[0].amount`.
fn path_of(pointer: &str) -> String {
    pointer.split('/').skip(1).fold(String::new(), |path, step| match step.parse::<usize>() {
        Ok(index) => format!("{path}[{index}]"),
        Err(_) if path.is_empty() => step.to_owned(),
        Err(_) => format!("{path}.{step}"),
    })
}

/// A document with other values at some places; what is not there yet is added.
fn with(text: &str, edits: &[(&str, Value)]) -> Value {
    let mut edited = parsed(text);
    for (pointer, value) in edits {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match edited.pointer_mut(parent).unwrap() {
            Value::Array(items) if key == "-" => items.push(value.clone()),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            Value::Object(fields) => drop(fields.insert(key.to_owned(), value.clone())),
            _ => panic!("{pointer} leads nowhere"),
        }
    }
    edited
}

fn without(text: &str, pointer: &str) -> Value {
    let mut edited = parsed(text);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    edited.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    edited
}

fn read_catalog(catalog: &Value) -> Result<(), PricingError> {
    Catalog::new(&document(catalog)).map(drop)
}

fn read_subscription(subscription: &Value) -> Result<(), PricingError> {
    Catalog::new(&document(&parsed(CATALOG))).unwrap().checkout(&document(subscription)).map(drop)
}

fn read_change(change: &Value) -> Result<(), PricingError> {
    Change::from_document(&document(change)).map(drop)
}

type Read = fn(&Value) -> Result<(), PricingError>;

/// The documents with the kind of their errors.
const DOCUMENTS: [(&str, Read, ErrorKind); 3] =
    [(CATALOG, read_catalog, ErrorKind::Document), (SUBSCRIPTION, read_subscription, ErrorKind::Document), (CHANGE, read_change, ErrorKind::Change)];

/// Codes and paths, sorted: all problems of a document at once, in whatever order.
fn problems(result: Result<(), PricingError>) -> Vec<(String, String)> {
    let mut problems: Vec<(String, String)> =
        result.err().map_or_else(Vec::new, |error| error.problems.iter().map(|problem| (problem.code.as_str().to_owned(), problem.path.clone())).collect());
    problems.sort();
    problems
}

fn expected(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> = list.iter().map(|(code, path)| ((*code).to_owned(), (*path).to_owned())).collect();
    list.sort();
    list
}

/// Every row puts one value in one place, and gets exactly one problem there.
fn one_problem_each(text: &str, read: Read, rows: &[(&str, Value, &str)]) {
    for (pointer, value, code) in rows {
        let found = problems(read(&with(text, &[(pointer, value.clone())])));
        assert_eq!(found, expected(&[(code, &path_of(pointer))]), "{value} at {pointer}");
    }
}

/// Pointers of every object of a document, but for what is the host's own.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(at.to_owned());
            fields.iter().filter(|(key, _)| *key != "metadata").for_each(|(key, value)| objects(value, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| objects(value, &format!("{at}/{index}"), found)),
        _ => {}
    }
}

// ------------------------------------------------------------------------------------------------
// One thing wrong
// ------------------------------------------------------------------------------------------------

#[test]
fn documents_that_use_every_field_are_accepted() {
    for (text, read, _) in DOCUMENTS {
        assert_eq!(problems(read(&parsed(text))), []);
    }
}

#[test]
fn a_key_that_no_object_has_is_unknown_at_every_level() {
    for (text, read, kind) in DOCUMENTS {
        let mut places = Vec::new();
        objects(&parsed(text), "", &mut places);
        assert!(places.len() >= 3);
        for place in places {
            let pointer = format!("{place}/surprise");
            let error = read(&with(text, &[(&pointer, json!("boo"))])).unwrap_err();
            assert_eq!(error.kind, kind);
            assert_eq!(problems(Err(error.clone())), expected(&[("unknown_key", &path_of(&pointer))]));
            assert_eq!(serde_json::to_value(&error).unwrap()["problems"][0]["value"], "boo");
        }
    }
}

#[test]
fn a_key_is_known_by_its_exact_letters() {
    for key in ["Plans", "plans ", "add_ons", "addons", "__proto__", "constructor", "", "\u{202e}plans", "plans\u{0}"] {
        let mut catalog = parsed(CATALOG);
        catalog.as_object_mut().unwrap().insert(key.to_owned(), json!([]));
        assert_eq!(problems(read_catalog(&catalog)), expected(&[("unknown_key", key)]), "{key:?}");
    }
}

#[test]
fn a_field_that_must_be_there_is_missed_where_it_belongs() {
    for (read, text, pointers) in [
        (
            read_catalog as Read,
            CATALOG,
            &[
                "/currency",
                "/plans",
                "/policy",
                "/plans/0/id",
                "/plans/0/name",
                "/plans/0/prices",
                "/plans/0/prices/0/interval",
                "/plans/0/prices/0/amount",
                "/plans/0/prices/0/tiers/mode",
                "/plans/0/prices/0/tiers/bands",
                "/plans/0/prices/1/interval/unit",
                "/plans/0/prices/1/interval/count",
                "/plans/0/extraOperations/bundle",
                "/addOns/0/id",
                "/addOns/0/name",
                "/addOns/0/amount",
                "/addOns/0/interval",
                "/discounts/0/id",
                "/policy/rounding/mode",
                "/policy/grant/digits",
                "/policy/grant/rounding",
            ][..],
        ),
        (
            read_subscription,
            SUBSCRIPTION,
            &[
                "/plan",
                "/interval",
                "/period",
                "/period/start",
                "/period/end",
                "/addOns/0/id",
                "/addOns/0/quantity",
                "/paid/0/start",
                "/paid/0/end",
                "/paid/0/amount",
                "/scheduled/at",
                "/deferred/0/kind",
                "/deferred/0/amount",
                "/deferred/0/quantity",
                "/deferred/0/unitAmount",
                "/taxes/0/id",
                "/taxes/0/name",
                "/taxes/0/rate",
                "/discounts/1/id",
                "/discounts/1/since",
                "/teams/0/id",
                "/teams/0/name",
            ],
        ),
        (read_change, CHANGE, &["/at", "/addOns/0/id", "/addOns/0/quantity"]),
    ] {
        for pointer in pointers {
            assert_eq!(problems(read(&without(text, pointer))), expected(&[("missing", &path_of(pointer))]));
            // Nothing is not something.
            assert_eq!(problems(read(&with(text, &[(pointer, Value::Null)]))), expected(&[("missing", &path_of(pointer))]));
        }
    }
}

#[test]
fn what_is_no_plain_decimal_is_no_money() {
    let amounts: [(Read, &str, &[&str]); 2] = [
        (
            read_catalog,
            CATALOG,
            &[
                "/plans/0/prices/0/amount",
                "/plans/0/prices/0/tiers/bands/0/unitAmount",
                "/plans/0/prices/0/tiers/bands/0/flatAmount",
                "/addOns/0/amount",
                "/discounts/1/amount",
                "/discounts/0/percent",
                "/plans/0/extraOperations/surcharge",
                "/policy/minimumCharge",
            ],
        ),
        (read_subscription, SUBSCRIPTION, &["/balance", "/paid/0/amount", "/paid/0/credited", "/paid/0/received", "/deferred/0/unitAmount", "/taxes/0/rate"]),
    ];
    let rows = [
        (json!(9), "wrong_type"),
        (json!(9.5), "wrong_type"),
        (json!(1e308), "wrong_type"),
        (json!(-0.0), "wrong_type"),
        (json!(true), "wrong_type"),
        (json!(["9.00"]), "wrong_type"),
        (json!({ "amount": "9.00" }), "wrong_type"),
        (json!(""), "invalid_amount"),
        (json!(" 9"), "invalid_amount"),
        (json!("9 "), "invalid_amount"),
        (json!("+9"), "invalid_amount"),
        (json!("9."), "invalid_amount"),
        (json!(".9"), "invalid_amount"),
        (json!("09"), "invalid_amount"),
        (json!("9,00"), "invalid_amount"),
        (json!("1_000"), "invalid_amount"),
        (json!("1e2"), "invalid_amount"),
        (json!("1E308"), "invalid_amount"),
        (json!("0x10"), "invalid_amount"),
        (json!("NaN"), "invalid_amount"),
        (json!("Infinity"), "invalid_amount"),
        (json!("-"), "invalid_amount"),
        (json!("--1"), "invalid_amount"),
        (json!("1.2.3"), "invalid_amount"),
        (json!("٩"), "invalid_amount"),
        (json!("９"), "invalid_amount"),
        (json!("9.00\n"), "invalid_amount"),
        (json!("9.00\u{0}"), "invalid_amount"),
        (json!("-1"), "negative"),
        (json!("-0.01"), "negative"),
        (json!("1000000000000000"), "out_of_range"),
        (json!("9".repeat(400)), "out_of_range"),
        (json!(format!("0.{}1", "0".repeat(12))), "too_many_decimals"),
        (json!(format!("0.{}", "9".repeat(400))), "too_many_decimals"),
    ];
    for (read, text, pointers) in amounts {
        for pointer in pointers {
            for (value, code) in &rows {
                let error = read(&with(text, &[(pointer, value.clone())])).unwrap_err();
                assert_eq!(problems(Err(error.clone())), expected(&[(code, &path_of(pointer))]), "{value} at {pointer}");
                if value.is_string() || value.is_i64() {
                    assert_eq!(serde_json::to_value(&error).unwrap()["problems"][0]["value"], *value, "the offending value at {pointer}");
                }
            }
        }
    }
}

#[test]
fn money_is_as_fine_as_its_currency_and_no_finer() {
    for (currency, fits, too_fine) in
        [("USD", "1.25", "1.251"), ("JPY", "125", "125.0"), ("KWD", "1.255", "1.2555"), ("CLF", "1.2555", "1.25555"), ("EUR", "1", "1.005")]
    {
        let catalog = |amount: &str| {
            with(
                r#"{ "currency": "", "policy": "make", "plans": [{ "id": "p", "name": "P", "prices": [{ "interval": "month", "amount": "" }] }] }"#,
                &[("/currency", json!(currency)), ("/plans/0/prices/0/amount", json!(amount))],
            )
        };
        assert_eq!(problems(read_catalog(&catalog(fits))), [], "{currency} {fits}");
        assert_eq!(problems(read_catalog(&catalog(too_fine))), expected(&[("too_many_decimals", "plans[0].prices[0].amount")]), "{currency} {too_fine}");
    }
}

#[test]
fn a_count_is_a_whole_number_within_bounds() {
    let counts: [(Read, &str, &[&str]); 3] = [
        (
            read_catalog,
            CATALOG,
            &[
                "/graceDays",
                "/plans/0/teams",
                "/plans/0/seats/min",
                "/plans/0/seats/max",
                "/plans/0/seats/included",
                "/plans/0/extraOperations/bundle",
                "/plans/0/extraOperations/maxPerPeriod",
                "/plans/0/prices/0/operations",
                "/plans/0/prices/0/tiers/bands/0/to",
                "/plans/0/prices/0/tiers/packageSize",
                "/plans/0/prices/0/tiers/free",
                "/discounts/0/periods",
                "/policy/rounding/digits",
                "/policy/proration/factorDigits",
                "/policy/grant/digits",
            ],
        ),
        (
            read_subscription,
            SUBSCRIPTION,
            &["/operations", "/seats", "/unusedOperations", "/extraOperations", "/members", "/addOns/0/quantity", "/deferred/0/quantity"],
        ),
        (read_change, CHANGE, &["/operations", "/seats", "/extraOperations", "/answers/removeMembers", "/addOns/0/quantity"]),
    ];
    for (read, text, pointers) in counts {
        for pointer in pointers {
            for (value, codes) in [
                (json!(-1), &["negative", "out_of_range"][..]),
                (json!(i64::MIN), &["wrong_type"]),
                (json!(u64::MAX), &["wrong_type"]),
                (json!(9_007_199_254_740_991_i64), &["out_of_range"]),
                (json!(9_007_199_254_740_993_i64), &["wrong_type"]),
                (json!(1_000_000_000_001_i64), &["out_of_range"]),
                (json!(1.5), &["wrong_type"]),
                (json!(1e308), &["wrong_type"]),
                (json!("5"), &["wrong_type", "unknown_word"]),
                (json!([5]), &["wrong_type"]),
            ] {
                let found = problems(read(&with(text, &[(pointer, value.clone())])));
                assert!(found.len() == 1 && codes.contains(&found[0].0.as_str()) && found[0].1 == path_of(pointer), "{value} at {pointer}: {found:?}");
            }
        }
    }
}

#[test]
fn an_instant_is_a_date_or_has_an_offset_and_lies_in_the_years_1_to_9999() {
    let instants: [(Read, &str, &[&str]); 3] = [
        (read_catalog, CATALOG, &["/discounts/0/until"]),
        (
            read_subscription,
            SUBSCRIPTION,
            &["/period/start", "/period/end", "/anchor", "/paid/0/start", "/paid/0/end", "/scheduled/at", "/discounts/1/since", "/deferred/0/period/end"],
        ),
        (read_change, CHANGE, &["/at", "/anchor"]),
    ];
    for (read, text, pointers) in instants {
        for pointer in pointers {
            for value in [
                "",
                "now",
                "2026",
                "2026-3-1",
                "2026-02-29",
                "2026-13-01",
                "2026-00-01",
                "2026-01-00",
                "0000-01-01",
                "10000-01-01",
                "-001-01-01",
                "+2026-01-01",
                "2026-01-01T00:00:00",
                "2026-01-01T24:00:00Z",
                "2026-01-01T23:60:00Z",
                "2026-01-01T23:59:60Z",
                "2026-01-01T00:00:00+24:00",
                "2026-01-01T00:00:00+05",
                "2026-01-01T00:00:00.1234567891Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01Z",
                "2026-01-01\n",
                "２０２６-01-01",
                "1767225600",
            ] {
                let found = problems(read(&with(text, &[(pointer, json!(value))])));
                assert_eq!(found, expected(&[("invalid_timestamp", &path_of(pointer))]), "{value:?} at {pointer}");
            }
            let found = problems(read(&with(text, &[(pointer, json!(1.5))])));
            assert_eq!(found, expected(&[("wrong_type", &path_of(pointer))]), "{pointer}");
        }
    }
}

#[test]
fn a_word_is_one_of_those_listed() {
    let words: [(Read, &str, &[&str]); 3] = [
        (
            read_catalog,
            CATALOG,
            &[
                "/plans/0/prices/0/per",
                "/plans/0/prices/0/resets",
                "/plans/0/prices/0/tiers/mode",
                "/plans/0/prices/1/interval/unit",
                "/addOns/0/per",
                "/plans/0/extraOperations/maxPerPeriod",
                "/policy/direction",
                "/policy/cycle",
                "/policy/effective/0",
                "/policy/period",
                "/policy/unusedTime",
                "/policy/unusedOperations",
                "/policy/charge",
                "/policy/collect",
                "/policy/changeDay",
                "/policy/grant",
                "/policy/grant/rounding",
                "/policy/rounding/mode",
                "/policy/rounding/on",
                "/policy/upgrade/effective",
                "/policy/downgrade/period/1",
                "/policy/proration/basis",
                "/policy/proration/total",
                "/policy/proration/factorRounding",
                "/policy/proration/begun",
                "/policy/credit/base",
                "/policy/credit/earlier",
                "/policy/credit/cap",
                "/policy/credit/excess",
                "/policy/credit/futureGrants",
                "/policy/acknowledge/0",
            ],
        ),
        (read_subscription, SUBSCRIPTION, &["/status", "/deferred/0/kind", "/scheduled/effective", "/scheduled/answers/acknowledged/0"]),
        (read_change, CHANGE, &["/effective", "/period", "/answers/acknowledged/0"]),
    ];
    for (read, text, pointers) in words {
        for pointer in pointers {
            let found = problems(read(&with(text, &[(pointer, json!("sometimes"))])));
            assert_eq!(found, expected(&[("unknown_word", &path_of(pointer))]), "{pointer}");
        }
    }
}

#[test]
fn one_wrong_value_in_a_catalog_is_named_by_code_and_path() {
    one_problem_each(
        CATALOG,
        read_catalog,
        &[
            ("/currency", json!("usd"), "unknown_currency"),
            ("/currency", json!("XXX"), "unknown_currency"),
            ("/currency", json!(""), "unknown_currency"),
            ("/currency", json!(840), "wrong_type"),
            ("/unit", json!(""), "empty"),
            ("/plans", json!({}), "wrong_type"),
            ("/plans/0", json!("core"), "wrong_type"),
            ("/plans/0/id", json!(""), "empty"),
            ("/plans/0/name", json!("n".repeat(257)), "too_large"),
            ("/plans/0/prices", json!([]), "empty"),
            ("/plans/0/onSale", json!("true"), "wrong_type"),
            ("/plans/0/onSale", json!(1), "wrong_type"),
            ("/plans/0/features/0", json!(1), "wrong_type"),
            ("/plans/0/trial", json!("fortnight"), "invalid_interval"),
            ("/plans/0/prices/0/interval", json!("Month"), "invalid_interval"),
            ("/plans/0/prices/0/interval", json!(1), "invalid_interval"),
            ("/plans/0/prices/0/interval", json!(["month"]), "invalid_interval"),
            ("/plans/0/prices/1/interval/count", json!(0), "out_of_range"),
            ("/plans/0/prices/1/interval/count", json!(1201), "out_of_range"),
            ("/plans/0/prices/0/tiers/bands", json!([]), "invalid_bands"),
            ("/plans/0/prices/0/tiers/bands", json!([{ "to": 5 }]), "invalid_bands"),
            ("/plans/0/prices/0/tiers/bands", json!([{ "to": 5 }, { "to": 5 }, { "to": null }]), "invalid_bands"),
            ("/plans/0/prices/0/tiers/bands", json!([{ "to": null }, { "to": null }]), "invalid_bands"),
            ("/plans/0/prices/0/tiers/packageSize", json!(0), "out_of_range"),
            ("/plans/1/id", json!("core"), "duplicate_id"),
            ("/discounts/0/percent", json!("100.01"), "out_of_range"),
            ("/discounts/0/plans/0", json!("enterprise"), "unknown_plan"),
            ("/discounts/1/id", json!("spring"), "duplicate_id"),
            ("/addOns/0/interval", json!("twice"), "invalid_interval"),
            ("/policy", json!("strip"), "unknown_preset"),
            ("/policy", json!(1), "wrong_type"),
            ("/policy/preset", json!("strip"), "unknown_preset"),
            ("/policy/effective", json!([]), "empty"),
            ("/policy/effective", json!(["now", "now", "now"]), "too_large"),
            ("/policy/rounding/digits", json!(13), "out_of_range"),
            ("/graceDays", json!(3651), "out_of_range"),
        ],
    );
    for (edit, code, path) in [
        (("/plans/0/seats/min", json!(21)), "conflict", "plans[0].seats"),
        (("/plans/0/prices/0/tiers/mode", json!("volume")), "conflict", "plans[0].prices[0].tiers.packageSize"),
        (("/discounts/0/amount", json!("1.00")), "conflict", "discounts[0]"),
        (("/plans/0/prices/1/id", json!("core-month")), "duplicate_id", "plans[0].prices[1].id"),
        (("/plans/1/prices/-", json!({ "interval": "month", "amount": "17.00" })), "duplicate_price", "plans[1].prices[1]"),
    ] {
        let found = problems(read_catalog(&with(CATALOG, core::slice::from_ref(&edit))));
        assert!(found.contains(&(code.to_owned(), path.to_owned())), "{edit:?}: {found:?}");
    }
    let monthly_of_days = with(CATALOG, &[("/plans/1/prices/0/interval", json!({ "unit": "day", "count": 30 })), ("/plans/1/prices/0/resets", json!("month"))]);
    assert_eq!(problems(read_catalog(&monthly_of_days)), expected(&[("conflict", "plans[1].prices[0].resets")]));
    let neither = without(CATALOG, "/discounts/1/amount");
    assert_eq!(problems(read_catalog(&neither)), expected(&[("missing", "discounts[1]")]));
    assert_eq!(problems(read_catalog(&with(CATALOG, &[("/plans", json!([])), ("/discounts", json!([]))]))), expected(&[("empty", "plans")]));
}

#[test]
fn twelve_months_are_a_year_also_where_prices_are_told_apart() {
    let twice =
        with(CATALOG, &[("/plans/1/prices", json!([{ "interval": "year", "amount": "1" }, { "interval": { "unit": "month", "count": 12 }, "amount": "2" }]))]);
    assert_eq!(problems(read_catalog(&twice)), expected(&[("duplicate_price", "plans[1].prices[1]")]));
}

#[test]
fn one_wrong_value_in_a_subscription_is_named_by_code_and_path() {
    one_problem_each(
        SUBSCRIPTION,
        read_subscription,
        &[
            ("/plan", json!("enterprise"), "unknown_plan"),
            ("/plan", json!(0), "wrong_type"),
            ("/interval", json!("decade"), "invalid_interval"),
            ("/price", json!("core-week"), "unknown_price"),
            ("/price", json!(1), "wrong_type"),
            ("/operations", json!(20_000), "unknown_tier"),
            ("/anchor", json!(0), "out_of_range"),
            ("/anchor", json!(32), "out_of_range"),
            ("/addOns/0/id", json!("nothing"), "unknown_add_on"),
            ("/discounts/0", json!("nothing"), "unknown_discount"),
            ("/discounts/1/id", json!("nothing"), "unknown_discount"),
            ("/taxes/0/rate", json!("1000.1"), "out_of_range"),
            ("/period", json!({ "start": "2026-04-01", "end": "2026-03-01" }), "period_reversed"),
            ("/period", json!({ "start": "2026-04-01", "end": "2026-04-01" }), "zero_length_period"),
            ("/period", json!({ "start": "2026-04-01T00:00:00+02:00", "end": "2026-03-31T22:00:00Z" }), "zero_length_period"),
            ("/paid/0", json!({ "start": "2026-04-01", "end": "2026-03-01", "amount": "1" }), "period_reversed"),
            ("/individualSubscription", json!("no"), "wrong_type"),
            ("/teams", json!(-1), "negative"),
            ("/teams", json!("three"), "wrong_type"),
        ],
    );
    for (edit, code, path) in [
        (("/interval", json!("year")), "unknown_price", "price"),
        (("/trialEnd", json!("2026-03-05")), "conflict", "trialEnd"),
        (("/taxes/-", json!({ "id": "vat", "name": "VAT", "rate": "1" })), "duplicate_id", "taxes[1].id"),
        (("/teams/-", json!({ "id": "t1", "name": "One" })), "duplicate_id", "teams[1].id"),
        (("/addOns/-", json!({ "id": "support", "quantity": 1 })), "duplicate_id", "addOns[1].id"),
        (("/discounts/-", json!("fixed")), "duplicate_id", "discounts[2]"),
        (("/scheduled/plan", json!("enterprise")), "unknown_plan", "scheduled.plan"),
        (("/scheduled/seats", json!(1)), "seats_below_minimum", "scheduled.seats"),
        (("/scheduled/renew", json!(true)), "conflict", "scheduled.renew"),
        (("/scheduled/withdraw", json!(true)), "conflict", "scheduled.withdraw"),
        (("/scheduled/extraOperations", json!(1000)), "conflict", "scheduled.extraOperations"),
        (("/scheduled/cancel", json!(true)), "conflict", "scheduled.cancel"),
        (("/price", json!({ "interval": "year", "amount": "9.00" })), "conflict", "price.interval"),
    ] {
        let found = problems(read_subscription(&with(SUBSCRIPTION, core::slice::from_ref(&edit))));
        if edit.0 == "/interval" {
            assert_eq!(found.len(), 1, "no price of core by the year is called core-month: {found:?}");
        } else {
            assert_eq!(found, expected(&[(code, path)]), "{edit:?}");
        }
    }
    let trial = with(SUBSCRIPTION, &[("/status", json!("trial")), ("/trialEnd", json!("2026-02-28"))]);
    assert_eq!(problems(read_subscription(&trial)), expected(&[("period_reversed", "trialEnd")]));
}

#[test]
fn one_wrong_value_in_a_change_is_named_by_code_and_path() {
    one_problem_each(
        CHANGE,
        read_change,
        &[
            ("/plan", json!(""), "empty"),
            ("/plan", json!("p".repeat(257)), "too_large"),
            ("/interval", json!("decade"), "invalid_interval"),
            ("/cancel", json!(false), "wrong_type"),
            ("/cancel", json!("true"), "wrong_type"),
            ("/renew", json!(1), "wrong_type"),
            ("/withdraw", json!([]), "wrong_type"),
            ("/extraOperations", json!(0), "out_of_range"),
            ("/anchor", json!(32), "out_of_range"),
            ("/discounts", json!("fixed"), "wrong_type"),
            ("/discounts/0", json!({ "percent": "100" }), "wrong_type"),
            ("/addOns", json!({}), "wrong_type"),
            ("/answers", json!(true), "wrong_type"),
        ],
    );
    for document in [json!(null), json!([]), json!("2026-03-10"), json!(5), json!(true)] {
        assert_eq!(problems(read_change(&document)), expected(&[("wrong_type", "")]), "{document}");
        if !document.is_null() {
            assert_eq!(problems(read_subscription(&document)), expected(&[("wrong_type", "")]), "{document}");
        }
        assert_eq!(problems(read_catalog(&document)), expected(&[("wrong_type", "")]), "{document}");
    }
}

// ------------------------------------------------------------------------------------------------
// Several things wrong
// ------------------------------------------------------------------------------------------------

/// Values to put in places.
type Edits<'a> = &'a [(&'a str, Value)];
/// Codes and paths.
type Problems<'a> = &'a [(&'a str, &'a str)];

#[test]
fn a_catalog_with_five_mistakes_reports_all_five() {
    let catalog = with(
        CATALOG,
        &[
            ("/currency", json!("DOLLAR")),
            ("/plans/0/prices/1/amount", json!("ninety")),
            ("/plans/1/surprise", json!(1)),
            ("/addOns/0/amount", json!("-5")),
            ("/policy/charge", json!("everything")),
        ],
    );
    let five = [
        ("unknown_currency", "currency"),
        ("invalid_amount", "plans[0].prices[1].amount"),
        ("unknown_key", "plans[1].surprise"),
        ("negative", "addOns[0].amount"),
        ("unknown_word", "policy.charge"),
    ];
    assert_eq!(problems(read_catalog(&catalog)), expected(&five));
}

/// What one mistake must not hide: the same check finds it where the document has no other mistake.
#[test]
fn no_mistake_of_a_catalog_hides_another() {
    let rows: [(Edits, Problems); 6] = [
        (&[("/currency", json!("XYZ")), ("/plans", json!([])), ("/discounts", json!([]))], &[("unknown_currency", "currency"), ("empty", "plans")]),
        (
            &[("/plans/1/name", json!("")), ("/plans/0/prices/0/tiers", json!({ "mode": "package", "bands": [{ "to": null }] }))],
            &[("empty", "plans[1].name"), ("missing", "plans[0].prices[0].tiers.packageSize")],
        ),
        (
            &[("/plans/0/prices/0/amount", json!("9.001")), ("/plans/0/prices/1/id", json!("core-month"))],
            &[("too_many_decimals", "plans[0].prices[0].amount"), ("duplicate_id", "plans[0].prices[1].id")],
        ),
        (
            &[("/plans/1/prices/0/amount", json!(16)), ("/discounts/0/plans/0", json!("enterprise"))],
            &[("wrong_type", "plans[1].prices[0].amount"), ("unknown_plan", "discounts[0].plans[0]")],
        ),
        (&[("/plans/1/id", json!("core")), ("/plans/1/name", json!(""))], &[("duplicate_id", "plans[1].id"), ("empty", "plans[1].name")]),
        (
            &[("/policy/preset", json!("strip")), ("/policy/cycle", json!("lunar")), ("/policy/upgrade/effective", json!("soon"))],
            &[("unknown_preset", "policy.preset"), ("unknown_word", "policy.cycle"), ("unknown_word", "policy.upgrade.effective")],
        ),
    ];
    for (edits, list) in rows {
        assert_eq!(problems(read_catalog(&with(CATALOG, edits))), expected(list));
    }
}

#[test]
fn no_mistake_of_a_subscription_hides_another() {
    let rows: [(Edits, Problems); 5] = [
        (
            &[("/addOns", json!([{ "id": "x", "quantity": 1 }, { "id": "y", "quantity": -1 }, { "id": "z", "quantity": 1 }]))],
            &[("unknown_add_on", "addOns[0].id"), ("unknown_add_on", "addOns[1].id"), ("negative", "addOns[1].quantity"), ("unknown_add_on", "addOns[2].id")],
        ),
        (&[("/taxes/-", json!({ "id": "vat", "name": "VAT", "rate": "-1" }))], &[("duplicate_id", "taxes[1].id"), ("negative", "taxes[1].rate")]),
        (&[("/discounts", json!(["fixed", "nothing", "fixed"]))], &[("unknown_discount", "discounts[1]"), ("duplicate_id", "discounts[2]")]),
        (
            &[("/plan", json!("enterprise")), ("/interval", json!("decade")), ("/balance", json!(2)), ("/members", json!(1.5))],
            &[("unknown_plan", "plan"), ("invalid_interval", "interval"), ("wrong_type", "balance"), ("wrong_type", "members")],
        ),
        (
            &[("/period", json!({ "start": "2026-02-30", "end": "soon" })), ("/paid/0/amount", json!("1.001")), ("/scheduled/plan", json!("enterprise"))],
            &[
                ("invalid_timestamp", "period.start"),
                ("invalid_timestamp", "period.end"),
                ("too_many_decimals", "paid[0].amount"),
                ("unknown_plan", "scheduled.plan"),
            ],
        ),
    ];
    for (edits, list) in rows {
        assert_eq!(problems(read_subscription(&with(SUBSCRIPTION, edits))), expected(list));
    }
}

#[test]
fn no_mistake_of_a_change_hides_another() {
    let change = with(
        CHANGE,
        &[("/at", json!("soon")), ("/seats", json!(-1)), ("/effective", json!("later")), ("/surprise", json!(1)), ("/answers/removeMembers", json!("all"))],
    );
    let list = [
        ("invalid_timestamp", "at"),
        ("negative", "seats"),
        ("unknown_word", "effective"),
        ("unknown_key", "surprise"),
        ("wrong_type", "answers.removeMembers"),
    ];
    assert_eq!(problems(read_change(&change)), expected(&list));
    // What a change names, and nothing has, is found against the catalog: all of it.
    let checkout = Catalog::new(&document(&parsed(CATALOG))).unwrap().checkout(&document(&parsed(SUBSCRIPTION))).unwrap();
    let change = json!({ "at": "2026-03-10", "seats": 1, "addOns": [{ "id": "x", "quantity": 1 }, { "id": "y", "quantity": 1 }], "discounts": ["nothing"] });
    let refused = checkout.preview(&Change::from_document(&document(&change)).unwrap()).map(drop);
    let list = [("seats_below_minimum", "seats"), ("unknown_add_on", "addOns[0].id"), ("unknown_add_on", "addOns[1].id"), ("unknown_discount", "discounts[0]")];
    assert_eq!(problems(refused), expected(&list));
}

#[test]
fn of_very_many_problems_a_bounded_number_is_reported() {
    let prices: Vec<Value> = (0..20_000).map(|_| json!({ "interval": "month", "amount": 1 })).collect();
    let found = problems(read_catalog(&with(CATALOG, &[("/plans/0/prices", json!(prices))])));
    assert!((50..=1000).contains(&found.len()), "{}", found.len());
    assert!(found.iter().all(|(code, _)| code == "wrong_type"));
}

// ------------------------------------------------------------------------------------------------
// Sizes
// ------------------------------------------------------------------------------------------------

#[test]
fn what_is_nested_deeper_than_any_document_is_refused() {
    let nested = |depth: usize| (0..depth).fold(json!("x"), |inner, _| json!([inner]));
    let found = problems(read_catalog(&with(CATALOG, &[("/plans", nested(60))])));
    assert_eq!(found, expected(&[("wrong_type", "plans[0]")]));
    for wrong in [nested(60), (0..60).fold(json!("x"), |inner, _| json!({ "plans": inner }))] {
        assert!(!problems(read_catalog(&wrong)).is_empty());
        assert!(!problems(read_change(&wrong)).is_empty());
    }
    // What is the host's own may be nested as it likes.
    assert_eq!(problems(read_catalog(&with(CATALOG, &[("/metadata", nested(60))]))), []);
    // JSON text beyond what its reader takes is an error of the reader, and no overflow of the stack.
    assert!(serde_json::from_str::<Document>(&"[".repeat(200_000)).is_err());
    assert!(serde_json::from_str::<Document>(&r#"{"metadata":"#.repeat(200_000)).is_err());
}

#[test]
fn ten_thousand_prices_are_taken_and_three_hundred_thousand_values_are_not() {
    let price = |index: usize| json!({ "id": index.to_string(), "interval": "month", "amount": "9.00", "per": "seat", "onSale": true, "operations": index, "resets": "period" });
    let many: Vec<Value> = (0..10_000).map(price).collect();
    assert_eq!(problems(read_catalog(&with(CATALOG, &[("/plans/1/prices", json!(many))]))), []);
    let values = vec![json!(0); 300_000];
    for pointer in ["/plans", "/metadata", "/plans/0/features", "/addOns"] {
        let found = problems(read_catalog(&with(CATALOG, &[(pointer, json!(values))])));
        assert!(found.iter().any(|(code, _)| code == "too_large"), "{pointer}: {found:?}");
    }
}

#[test]
fn a_text_longer_than_any_is_refused_as_a_value_and_as_a_key() {
    let long = "x".repeat(1_000_000);
    for pointer in ["/currency", "/plans/0/id", "/plans/0/name", "/plans/0/prices/0/amount", "/discounts/0/until", "/policy", "/plans/0/features/0"] {
        assert_eq!(problems(read_catalog(&with(CATALOG, &[(pointer, json!(long))]))), expected(&[("too_large", &path_of(pointer))]), "{pointer}");
    }
    let mut catalog = parsed(CATALOG);
    catalog["plans"][0].as_object_mut().unwrap().insert(long, json!(1));
    let error = read_catalog(&catalog).unwrap_err();
    assert!(["unknown_key", "too_large"].contains(&error.code().as_str()), "{error:?}");
    // The path names the place and does not repeat the key without end.
    assert!(error.path().starts_with("plans[0]") && error.path().len() < 1000);
}

#[test]
fn ids_may_be_any_text_and_come_back_as_they_were() {
    for id in ["\"", "\\", "\u{0}", "ᛈ𝓟🙂", "a/b.c[0]", " ", "null", "__proto__", "\u{202e}gnp.exe", "'; DROP TABLE plans; --"] {
        let catalog =
            json!({ "currency": "USD", "policy": "stripe", "plans": [{ "id": id, "name": "P", "prices": [{ "interval": "month", "amount": "5" }] }] });
        let checkout = Catalog::new(&document(&catalog)).unwrap().checkout(&Document::Null).unwrap();
        let change = Change::from_document(&document(&json!({ "at": "2026-03-10", "plan": id }))).unwrap();
        let preview = serde_json::to_value(checkout.preview(&change).unwrap()).unwrap();
        assert_eq!((&preview["change"]["plan"], &preview["lines"][0]["plan"]), (&json!(id), &json!(id)));
    }
}

// ------------------------------------------------------------------------------------------------
// The edge of what can be computed
// ------------------------------------------------------------------------------------------------

const PRESETS: [&str; 12] =
    ["make", "stripe", "paddle", "chargebee", "recurly", "polar", "lago", "kill_bill", "meteroid", "flexprice", "autumn", "restart_with_credit"];

/// Everything that can be asked, of documents that are accepted: an answer that adds up, or a code.
fn answered(catalog: &Value, subscription: &Value, change: &Value) -> Result<Value, PricingError> {
    let checkout = Catalog::new(&document(catalog))?.checkout(&document(subscription))?;
    let change = Change::from_document(&document(change))?;
    let _ = (checkout.compare(&change), checkout.alternatives(&change), checkout.schedule(&change, 30), checkout.verify(&change, change.at, 900, 60));
    let preview = confirmable(catalog, subscription, &change)?;
    let sum: i128 = preview["lines"].as_array().unwrap().iter().map(|line| cents(&line["amount"])).sum();
    assert_eq!(sum, cents(&preview["total"]), "{preview}");
    Ok(preview)
}

/// A preview. What is shown can be applied, what cannot be shown cannot, and the document after it is read again as the same.
fn confirmable(catalog: &Value, subscription: &Value, change: &Change) -> Result<Value, PricingError> {
    let catalog = Catalog::new(&document(catalog))?;
    let checkout = catalog.checkout(&document(subscription))?;
    let applied = checkout.apply(change);
    let preview = match checkout.preview(change) {
        Ok(preview) => serde_json::to_value(preview).unwrap(),
        Err(refused) => {
            assert_eq!(applied.map(drop).unwrap_err().problems, refused.problems);
            return Err(refused);
        }
    };
    let next = serde_json::to_value(SubscriptionDocument(&applied.unwrap())).unwrap();
    let again = catalog.checkout(&document(&next)).unwrap();
    assert_eq!(serde_json::to_value(SubscriptionDocument(&again)).unwrap(), next);
    Ok(preview)
}

fn cents(amount: &Value) -> i128 {
    let text = amount.as_str().unwrap();
    let (whole, fraction) = text.split_once('.').unwrap();
    assert_eq!(fraction.len(), 2, "{text}");
    format!("{whole}{fraction}").parse().unwrap()
}

#[test]
fn the_largest_amount_is_charged_to_the_cent() {
    let catalog = json!({ "currency": "USD", "policy": "chargebee", "plans": [
        { "id": "s", "name": "S", "prices": [{ "interval": "month", "amount": "0.01" }] },
        { "id": "l", "name": "L", "prices": [{ "interval": "month", "amount": "999999999999999.99" }] },
    ] });
    let preview = answered(&catalog, &Value::Null, &json!({ "at": "2026-03-10", "plan": "l" })).unwrap();
    assert_eq!(preview["dueNow"], "999999999999999.99");
    // 17 of 31 days: 99,999,999,999,999,999 cents × 17 ÷ 31 = 54,838,709,677,419,354.29…
    let held = json!({ "plan": "s", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-04-01" } });
    let preview = answered(&catalog, &held, &json!({ "at": "2026-03-15", "plan": "l" })).unwrap();
    assert_eq!(preview["lines"].as_array().unwrap().last().unwrap()["amount"], "548387096774193.54");
}

#[test]
fn amounts_taxes_discounts_and_periods_at_the_edge_are_answered_or_refused_with_a_code() {
    let discounts: Vec<Value> = (0..100).map(|index| json!({ "id": format!("d{index}"), "percent": format!("0.{index:02}7") })).collect();
    let held: Vec<String> = (0..100).map(|index| format!("d{index}")).collect();
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": 3, "unitAmount": "999999999999999.999999999999", "flatAmount": "999999999999999.999999999999" }, { "to": null, "unitAmount": "0.000000000001" }] });
    let mut refused = 0;
    let mut accepted = 0;
    for preset in PRESETS {
        for basis in ["millisecond", "second", "day", "day_inclusive", "month", "actual_30", "thirty_360"] {
            for (start, end, at) in [
                ("2026-03-01", "2026-04-01", "2026-03-15"),
                ("0001-01-01", "9999-12-31", "4000-06-15"),
                ("0001-01-01T00:00:00.001+14:00", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.998+00:01"),
                ("9999-12-30", "9999-12-31", "9999-12-31"),
            ] {
                for (amount, seats) in [("999999999999999.99", 1_i64), ("0.01", 1_000_000_000_000), ("999999999999999.99", 1_000_000_000_000)] {
                    let catalog = json!({
                        "currency": "USD", "discounts": discounts, "policy": { "preset": preset, "proration": { "basis": basis } },
                        "plans": [
                            { "id": "s", "name": "S", "prices": [{ "interval": "month", "amount": amount, "per": "seat", "operations": 1_000_000_000_000_i64 }] },
                            { "id": "l", "name": "L", "extraOperations": { "bundle": 1, "surcharge": "9999.999999999999" },
                              "prices": [{ "interval": { "unit": "year", "count": 1200 }, "amount": amount, "per": "seat", "tiers": tiers, "operations": 1_000_000_000_000_i64, "resets": "month" }] },
                        ],
                    });
                    let subscription = json!({
                        "plan": "s", "interval": "month", "seats": seats, "period": { "start": start, "end": end }, "discounts": held,
                        "unusedOperations": 1_000_000_000_000_i64, "extraOperations": 1_000_000_000_000_i64,
                        "taxes": [{ "id": "t", "name": "T", "rate": "1000" }, { "id": "i", "name": "I", "rate": "999.999999999999", "inclusive": true }],
                        "balance": "999999999999999.99", "paid": [{ "start": start, "end": end, "amount": "999999999999999.99" }],
                    });
                    for change in [
                        json!({ "at": at, "plan": "l" }),
                        json!({ "at": at, "cancel": true }),
                        json!({ "at": at, "seats": 1 }),
                        json!({ "at": at, "discounts": [] }),
                    ] {
                        match answered(&catalog, &subscription, &change) {
                            Ok(_) => accepted += 1,
                            Err(error) => {
                                refused += 1;
                                assert!(!error.problems.is_empty());
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(refused > 100 && accepted > 100, "{refused} refused, {accepted} accepted");
}

#[test]
fn a_free_change_of_the_largest_subscription_costs_nothing() {
    let catalog = with(CATALOG, &[("/policy", json!("stripe"))]);
    let held = with(
        SUBSCRIPTION,
        &[("/seats", json!(20)), ("/unusedOperations", json!(1_000_000_000_000_i64)), ("/balance", json!("999999999999999.99")), ("/deferred", json!([]))],
    );
    let preview = answered(&catalog, &held, &json!({ "at": "2026-03-10" })).unwrap();
    assert_eq!((&preview["direction"], &preview["total"], &preview["balanceAfter"]), (&json!("none"), &json!("0.00"), &json!("999999999999999.99")));
}

#[test]
fn what_could_not_be_applied_is_not_shown_either() {
    const LARGEST: &str = "999999999999999.9999";
    let catalog = |policy: Value| {
        json!({ "currency": "CLF", "policy": policy, "plans": [
            { "id": "s", "name": "S", "prices": [{ "interval": "month", "amount": "1.0000" }] },
            { "id": "l", "name": "L", "prices": [{ "interval": "month", "amount": "500000000000000.0000" }] },
        ], "addOns": [{ "id": "support", "name": "Support", "amount": "600000000000000.0000", "interval": "month" }] })
    };
    let free = catalog(json!({ "preset": "stripe", "unusedTime": "none", "charge": "none", "period": "keep", "cancel": { "effective": "now" } }));
    let restarted = catalog(json!({ "preset": "stripe", "unusedTime": "credit", "charge": "full", "period": "restart", "credit": { "cap": "none" } }));
    let upgrade = json!({ "plan": "l" });
    let with_support = json!({ "plan": "l", "addOns": [{ "id": "support", "quantity": 1 }] });
    let cancel = json!({ "cancel": true });
    // Of the month, and where there are two, of either half of its 30 days: what was billed and what was received.
    for (catalog, change, paid, shown) in [
        // What was received is shared as what was billed is, by a product of 38 digits: too long where the two have nothing in
        // common.
        (&free, &upgrade, &[(LARGEST, Some(LARGEST))][..], true),
        (&free, &cancel, &[(LARGEST, Some(LARGEST))], true),
        (&free, &cancel, &[(LARGEST, Some("999999999999999.9998"))], false),
        (&free, &upgrade, &[(LARGEST, None)], true),
        (&free, &cancel, &[(LARGEST, None)], true),
        // 14/15 of 600 million million are unused, and all of the other half: more than an amount may be, or not.
        (&free, &upgrade, &[("600000000000000.0000", None), ("600000000000000.0000", None)], false),
        (&free, &upgrade, &[("600000000000000.0000", None), ("400000000000000.0000", None)], true),
        (&free, &upgrade, &[("1.0000", Some(LARGEST)), ("1.0000", Some(LARGEST))], false),
        (&free, &upgrade, &[("1.0000", Some(LARGEST)), ("1.0000", Some("1.0000"))], true),
        // Both together are paid for the new period, though the credit leaves less to be paid.
        (&restarted, &upgrade, &[("600000000000000.0000", None)], true),
        (&restarted, &with_support, &[("600000000000000.0000", None)], false),
    ] {
        let ends: &[&str] = if paid.len() == 1 { &["2026-04-01", "2026-05-01"] } else { &["2026-04-01", "2026-04-16", "2026-05-01"] };
        let spans: Vec<Value> = paid
            .iter()
            .zip(ends.windows(2))
            .map(|((amount, received), span)| match received {
                Some(received) => json!({ "start": span[0], "end": span[1], "amount": amount, "received": received }),
                None => json!({ "start": span[0], "end": span[1], "amount": amount }),
            })
            .collect();
        let held = json!({ "plan": "s", "interval": "month", "period": { "start": "2026-04-01", "end": "2026-05-01" }, "paid": spans });
        let mut change = change.clone();
        change["at"] = json!("2026-04-02");
        let preview = confirmable(catalog, &held, &Change::from_document(&document(&change)).unwrap());
        assert_eq!(preview.map(drop).map_err(|error| error.code().as_str()), if shown { Ok(()) } else { Err("out_of_range") }, "{change} of {held}");
    }
}

#[test]
fn rules_that_stand_alone_refuse_what_no_rule_takes() {
    let prorate = r#"{ "amount": "20.00", "currency": "USD", "period": { "start": "2026-03-01", "end": "2026-04-01" } }"#;
    let convert = r#"{ "amount": "9.00", "allowance": 10000, "unused": 10, "currency": "USD" }"#;
    let move_on = r#"{ "unused": 10, "allowance": 10, "period": { "start": "2026-03-01", "end": "2026-04-01" } }"#;
    let price = r#"{ "tiers": { "mode": "volume", "bands": [{ "to": null, "unitAmount": "1" }] }, "quantity": 3, "currency": "USD" }"#;
    let periods = r#"{ "anchor": "2026-01-31", "interval": "month" }"#;
    let read = |name: &str, input: &Value| {
        let input = document(input);
        match name {
            "prorate" => rules::prorate(&input).map(drop),
            "convert" => rules::convert_operations(&input).map(drop),
            "move" => rules::transfer_operations(&input).map(drop),
            "price" => rules::price_quantity(&input).map(drop),
            _ => rules::periods(&input).map(drop),
        }
    };
    for (name, text) in [("prorate", prorate), ("convert", convert), ("move", move_on), ("price", price), ("periods", periods)] {
        assert_eq!(problems(read(name, &parsed(text))), [], "{name}");
        assert_eq!(problems(read(name, &with(text, &[("/surprise", json!(1))]))), expected(&[("unknown_key", "surprise")]), "{name}");
        assert_eq!(problems(read(name, &json!([]))), expected(&[("wrong_type", "")]), "{name}");
    }
    for (name, text, pointer, value, code) in [
        ("prorate", prorate, "/amount", json!(20), "wrong_type"),
        ("prorate", prorate, "/amount", json!("2e1"), "invalid_amount"),
        ("prorate", prorate, "/currency", json!("EURO"), "unknown_currency"),
        ("prorate", prorate, "/period", json!({ "start": "2026-03-01", "end": "2026-03-01" }), "zero_length_period"),
        ("prorate", prorate, "/period", json!({ "start": "2026-03-01", "end": "2026-02-01" }), "period_reversed"),
        ("prorate", prorate, "/from", json!("soon"), "invalid_timestamp"),
        ("convert", convert, "/allowance", json!(0), "allowance_zero"),
        ("convert", convert, "/unused", json!(-1), "negative"),
        ("convert", convert, "/unused", json!(1.5), "wrong_type"),
        ("convert", convert, "/bill", json!("-1"), "negative"),
        ("move", move_on, "/unused", json!(1_000_000_000_001_i64), "out_of_range"),
        ("move", move_on, "/resets", json!("week"), "unknown_word"),
        ("price", price, "/quantity", json!("1e3"), "invalid_amount"),
        ("price", price, "/quantity", json!(0.5), "wrong_type"),
        ("price", price, "/tiers/bands", json!([]), "invalid_bands"),
        ("periods", periods, "/anchor", json!(0), "out_of_range"),
        ("periods", periods, "/count", json!(1201), "out_of_range"),
        ("periods", periods, "/interval", json!("fortnight"), "invalid_interval"),
    ] {
        assert_eq!(problems(read(name, &with(text, &[(pointer, value.clone())]))), expected(&[(code, &path_of(pointer))]), "{name} {pointer} {value}");
    }
    // A basis in which the period has no length divides by nothing.
    let nothing =
        with(prorate, &[("/period", json!({ "start": "2026-03-01T00:00:00Z", "end": "2026-03-01T00:00:59Z" })), ("/proration", json!({ "basis": "minute" }))]);
    assert!(read("prorate", &nothing).is_err());
    // Beyond the year 9999 there is no date.
    let beyond = with(periods, &[("/anchor", json!("9999-06-30")), ("/count", json!(1200))]);
    assert_eq!(read("periods", &beyond).unwrap_err().code().as_str(), "out_of_range");
}

#[test]
fn a_change_outside_the_period_or_of_what_is_not_there_is_refused_with_its_code() {
    let held = with(SUBSCRIPTION, &[("/scheduled", Value::Null)]);
    let checkout = Catalog::new(&document(&parsed(CATALOG))).unwrap().checkout(&document(&held)).unwrap();
    for (change, kind, code, path) in [
        (json!({ "at": "2026-02-28", "plan": "pro" }), "change", "outside_period", "at"),
        (json!({ "at": "2026-04-01T00:00:00.000000001Z", "plan": "pro" }), "change", "outside_period", "at"),
        (json!({ "at": "0001-01-01" }), "change", "outside_period", "at"),
        (json!({ "at": "9999-12-31", "cancel": true }), "change", "outside_period", "at"),
        (json!({ "at": "2026-03-10", "plan": "enterprise" }), "change", "unknown_plan", "plan"),
        (json!({ "at": "2026-03-10", "operations": 5 }), "change", "unknown_tier", "operations"),
        (json!({ "at": "2026-03-10", "interval": { "unit": "week", "count": 1 } }), "change", "unknown_interval", "interval"),
        (json!({ "at": "2026-03-10", "price": "core-week" }), "change", "unknown_price", "price"),
        (json!({ "at": "2026-03-10", "seats": 1 }), "change", "seats_below_minimum", "seats"),
        (json!({ "at": "2026-03-10", "seats": 21 }), "change", "seats_above_maximum", "seats"),
        (json!({ "at": "2026-03-10", "cancel": true, "plan": "pro" }), "change", "conflict", "cancel"),
        (json!({ "at": "2026-03-10", "withdraw": true }), "refusal", "nothing_scheduled", "withdraw"),
        (json!({ "at": "2026-03-10", "renew": true }), "refusal", "not_expired", "renew"),
        (json!({ "at": "2026-03-10", "extraOperations": 1500 }), "refusal", "not_a_bundle", "extraOperations"),
        (json!({ "at": "2026-03-10", "extraOperations": 50_000 }), "refusal", "above_maximum", "extraOperations"),
        (json!({ "at": "2026-03-10", "seats": 4, "period": "restart" }), "refusal", "not_offered", "period"),
    ] {
        let error = checkout.preview(&Change::from_document(&document(&change)).unwrap()).unwrap_err();
        assert_eq!((error.kind.as_str(), error.code().as_str(), error.path()), (kind, code, path), "{change}");
    }
}

#[test]
fn where_days_are_counted_an_instant_without_an_offset_of_its_own_is_refused_beside_one() {
    let held =
        with(SUBSCRIPTION, &[("/scheduled", Value::Null), ("/period", json!({ "start": "2026-03-01T00:00:00-05:00", "end": "2026-04-01T00:00:00-05:00" }))]);
    let checkout = Catalog::new(&document(&parsed(CATALOG))).unwrap().checkout(&document(&held)).unwrap();
    for (at, accepted) in [("2026-03-10", false), ("2026-03-10T00:00:00Z", false), ("2026-03-10T00:00:00-05:00", true), ("2026-03-10T00:00:00+00:00", true)] {
        let change = Change::from_document(&document(&json!({ "at": at }))).unwrap();
        match checkout.preview(&change) {
            Ok(_) => assert!(accepted, "{at}"),
            Err(error) => assert_eq!((accepted, error.code().as_str(), error.path()), (false, "offset_required", "at"), "{at}"),
        }
    }
}

#[test]
fn a_price_of_one_that_could_not_be_read_again_does_not_wait() {
    let catalog = |collect: &str| {
        json!({ "currency": "JPY", "policy": { "preset": "stripe", "collect": collect, "proration": { "basis": "day" } },
            "plans": [{ "id": "s", "name": "S", "prices": [{ "interval": "year", "amount": "1" }] }],
            "addOns": [{ "id": "a", "name": "A", "amount": "500000000000000", "interval": "month" }] })
    };
    let held = json!({ "plan": "s", "interval": "year", "period": { "start": "2026-01-01", "end": "2027-01-01" } });
    let change = Change::from_document(&document(&json!({ "addOns": [{ "id": "a", "quantity": 1 }], "at": "2026-12-31" }))).unwrap();
    // Twelve months of 500 million million have 16 digits; one day of 365 of them has 14.
    let shown = confirmable(&catalog("now"), &held, &change).unwrap();
    assert_eq!(shown["total"], json!("16438356164384"));
    assert_eq!(confirmable(&catalog("next_invoice"), &held, &change).unwrap_err().code(), prorata::ErrorCode::OutOfRange);
}

#[test]
fn what_was_billed_more_finely_than_is_rounded_is_used_up_and_not_more() {
    let catalog = json!({ "currency": "KWD", "policy": { "preset": "stripe", "collect": "now", "proration": { "basis": "day" }, "rounding": { "mode": "up", "digits": 2 } },
        "plans": [{ "id": "s", "name": "S", "prices": [{ "interval": "month", "amount": "1.000" }] }, { "id": "l", "name": "L", "prices": [{ "interval": "month", "amount": "2.000" }] }] });
    let paid = |received: Option<&str>| {
        let span = json!({ "start": "2026-04-01", "end": "2026-05-01", "amount": "0.028" });
        json!([received.map_or(span.clone(), |received| {
            let mut span = span;
            span["received"] = json!(received);
            span
        })])
    };
    let change = Change::from_document(&document(&json!({ "plan": "l", "at": "2026-04-02" }))).unwrap();
    // 29/30 of 0.028 are 0.0271, rounded up 0.03: more than was billed.
    for received in [None, Some("0.028")] {
        let held = json!({ "plan": "s", "interval": "month", "period": { "start": "2026-04-01", "end": "2026-05-01" }, "paid": paid(received) });
        confirmable(&catalog, &held, &change).unwrap();
        let applied = Catalog::new(&document(&catalog)).unwrap().checkout(&document(&held)).unwrap().apply(&change).unwrap();
        let after = serde_json::to_value(SubscriptionDocument(&applied)).unwrap();
        assert_eq!(after["paid"][0]["amount"], json!("0.000"));
    }
}

#[test]
fn a_problem_tells_the_value_that_was_written_where_it_is_one() {
    let held = with(SUBSCRIPTION, &[("/scheduled", Value::Null)]);
    let checkout = Catalog::new(&document(&parsed(CATALOG))).unwrap().checkout(&document(&held)).unwrap();
    let told = |change: Value| checkout.preview(&Change::from_document(&document(&change)).unwrap()).unwrap_err().into_problems().remove(0).value;
    for interval in ["month", "year"] {
        let catalog = json!({ "currency": "USD", "policy": "make", "plans": [{ "id": "a", "name": "A", "prices": [{ "interval": { "unit": "week", "count": 1 }, "amount": "1" }] }] });
        let change = Change::from_document(&document(&json!({ "plan": "a", "interval": interval, "at": "2026-03-10" }))).unwrap();
        let error = Catalog::new(&document(&catalog)).unwrap().checkout(&document(&Value::Null)).unwrap().preview(&change).unwrap_err();
        assert_eq!((error.code().as_str(), error.into_problems().remove(0).value), ("unknown_interval", Some(Operand::from(interval))));
    }
    // An object is no value.
    assert_eq!(told(json!({ "at": "2026-03-10", "interval": { "unit": "week", "count": 1 } })), None);
    assert_eq!(told(json!({ "at": "2026-03-10", "withdraw": true })), Some(Operand::Bool(true)));
    assert_eq!(told(json!({ "at": "2026-03-10", "renew": true })), Some(Operand::Bool(true)));
    let alone =
        |read: Result<String, PricingError>| read.unwrap_err().into_problems().into_iter().map(|problem| (problem.path, problem.value)).collect::<Vec<_>>();
    let converted = rules::convert_operations(&document(&json!({ "amount": "1", "allowance": 0, "unused": 1, "currency": "USD" })));
    assert_eq!(alone(converted.map(|made| made.unit_amount.to_string())), [("allowance".to_owned(), Some(Operand::Integer(0)))]);
    let period = json!({ "start": "2026-03-01T00:00:00+02:00", "end": "2026-04-01T00:00:00+02:00" });
    let asked = json!({ "amount": "1", "currency": "USD", "period": period, "from": "2026-03-10", "proration": { "basis": "day" } });
    assert_eq!(alone(rules::prorate(&document(&asked)).map(|made| made.factor)), [("from".to_owned(), Some(Operand::from("2026-03-10")))]);
}
