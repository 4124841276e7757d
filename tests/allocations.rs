//! How often a preview asks for memory, exactly: what asks more often than it did is slower everywhere, and in a browser
//! most of all. A lower figure is to be written here, a higher one needs a reason.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use allocation_counter::measure;
use prorata::Change;
use serde_json::{Value, json};

fn operations() -> (Value, Value) {
    let price = |amount: &str, operations: i64| json!({ "interval": "month", "amount": amount, "operations": operations });
    let catalog = json!({ "currency": "USD", "policy": "make", "plans": [
        { "id": "core", "name": "Core", "prices": [price("9.00", 10_000), price("113.85", 150_000)] },
        { "id": "pro", "name": "Pro", "prices": [price("16.00", 10_000), price("200.00", 150_000)] }
    ] });
    let held = json!({ "plan": "core", "interval": "month", "operations": 150_000, "unusedOperations": 60_000,
        "period": { "start": "2026-03-01", "end": "2026-03-31" } });
    (catalog, held)
}

fn seats() -> (Value, Value) {
    let per_seat = |interval: &str, amount: &str| json!({ "interval": interval, "amount": amount, "per": "seat" });
    let catalog = json!({ "currency": "EUR", "policy": { "preset": "stripe", "collect": "now" },
        "plans": [{ "id": "business", "name": "Business", "seats": { "min": 5 }, "prices": [per_seat("month", "29.00"), per_seat("year", "290.00")] }],
        "discounts": [{ "id": "partner", "percent": "12.5" }] });
    let period = json!({ "start": "2026-03-01T08:30:00Z", "end": "2026-04-01T08:30:00Z" });
    let held = json!({ "plan": "business", "interval": "month", "seats": 10, "period": period, "discounts": ["partner"],
        "paid": [{ "start": period["start"], "end": period["end"], "amount": "253.75" }],
        "taxes": [{ "id": "vat", "name": "VAT", "rate": "19" }] });
    (catalog, held)
}

/// Those of one preview, and those that are left once it is dropped.
fn allocations((catalog, held): &(Value, Value), change: &Value) -> (u64, i64) {
    let checkout = common::checkout(catalog, held);
    let change = Change::from_document(&common::document(change)).unwrap();
    let counted = measure(|| drop(checkout.preview(&change).unwrap()));
    (counted.count_total, counted.count_current)
}

#[test]
fn a_preview_asks_for_memory_so_often_and_gives_all_of_it_back() {
    let counted = [
        allocations(&operations(), &json!({ "plan": "pro", "at": "2026-03-10" })),
        allocations(&operations(), &json!({ "operations": 10_000, "at": "2026-03-10" })),
        allocations(&seats(), &json!({ "seats": 12, "at": "2026-03-10T09:15:07Z" })),
        allocations(&seats(), &json!({ "interval": "year", "at": "2026-03-10T09:15:07Z" })),
    ];
    assert_eq!(counted, [(4, 0), (6, 0), (20, 0), (22, 0)], "upgrade, downgrade, seats added, annual switch");
}
