//! The same change at later instants, and when buying operations on top breaks even with it. Figures by hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{catalog, checkout, document, held, plan, two, with};
use prorata::Change;
use prorata::calendar::Timestamp;
use serde_json::{Value, json};

/// 30.00 for 1,000, or 60.00 for 10,000; 500 on top are 15.00 and a quarter more.
fn prices(extra: &Value) -> Value {
    let old = with(plan("old", &json!([{ "interval": "month", "amount": "30.00", "operations": 1000 }])), json!({ "extraOperations": extra }));
    catalog(&json!("make"), &json!([old, plan("new", &json!([{ "interval": "month", "amount": "60.00", "operations": 10_000 }]))]))
}

/// Of every day from 11 April on: the total of the change, and what staying costs instead.
fn outlook(catalog: &Value, subscription: &Value, at: &str, per_day: i64) -> Vec<(String, Option<(i64, String)>)> {
    let change = Change::from_document(&document(&json!({ "plan": "new", "at": at }))).unwrap();
    let previews = checkout(catalog, subscription).outlook_over(&change, Timestamp::parse("2024-05-01").unwrap(), 1, per_day).unwrap();
    let instead = |preview: &prorata::Preview| preview.extra_operations.map(|extra| (extra.operations, extra.amount.to_string()));
    previews.iter().map(|preview| (preview.total.to_string(), instead(preview))).collect()
}

fn both(total: &str, operations: i64, amount: &str) -> (String, Option<(i64, String)>) {
    (total.to_owned(), Some((operations, amount.to_owned())))
}

#[test]
fn staying_costs_the_bundles_that_will_be_missing_and_breaks_even_where_that_is_less() {
    let held = with(held("old"), json!({ "unusedOperations": 500 }));
    let days = outlook(&prices(&json!({ "bundle": 500, "surcharge": "25" })), &held, "2024-04-11", 100);
    assert_eq!(days.len(), 21);
    // 20 days need 2,000, of which 500 are there; each day later needs 100 less and has 100 less to credit, 3.00.
    assert_eq!(days[0], both("45.00", 1500, "56.25"));
    assert_eq!(days[3], both("54.00", 1500, "56.25"));
    // From 15 April on staying is cheaper.
    assert_eq!(days[4], both("57.00", 1500, "56.25"));
    assert_eq!(days[10], both("60.00", 1000, "37.50"));
    assert_eq!(days[19], both("60.00", 500, "18.75"));
    assert_eq!(days[20], both("60.00", 0, "0.00"));
}

#[test]
fn a_begun_day_needs_a_whole_one_and_taxes_are_included() {
    let taxes = json!([{ "id": "vat", "name": "VAT", "rate": "20" }]);
    let held = with(held("old"), json!({ "unusedOperations": 500, "taxes": taxes }));
    let catalog = prices(&json!({ "bundle": 500, "surcharge": "25" }));
    // 19 days and a half: 2,000.
    assert_eq!(outlook(&catalog, &held, "2024-04-11T12:00:00Z", 100)[0], both("54.00", 1500, "67.50"));
    assert_eq!(outlook(&catalog, &held, "2024-04-11T12:00:00Z", 103)[0], both("54.00", 2000, "90.00"));
}

#[test]
fn where_so_many_are_not_sold_there_is_nothing_to_compare_with() {
    let held = with(held("old"), json!({ "unusedOperations": 500 }));
    let at_most = outlook(&prices(&json!({ "bundle": 500, "maxPerPeriod": "allowance" })), &held, "2024-04-11", 100);
    assert_eq!((&at_most[9].1, &at_most[10]), (&None, &both("60.00", 1000, "30.00")));
    let bundles = json!({ "bundle": 500 });
    assert_eq!(outlook(&prices(&bundles), &held, "2024-04-11", 0)[0], ("45.00".to_owned(), None));
    assert_eq!(outlook(&prices(&bundles), &held, "2024-04-11", 1_000_000_000_000)[0], ("45.00".to_owned(), None));
    assert_eq!(outlook(&prices(&Value::Null), &held, "2024-04-11", 100)[0].1, None);
    assert_eq!(outlook(&prices(&bundles), &Value::Null, "2024-04-11", 100)[0].1, None);
}

#[test]
fn with_monthly_grants_only_what_is_missing_until_the_next_one_is_bought() {
    let yearly = json!([{ "interval": "year", "amount": "360.00", "operations": 1000, "resets": "month" }]);
    let old = with(plan("old", &yearly), json!({ "extraOperations": { "bundle": 500 } }));
    let catalog = catalog(&json!("make"), &json!([old, plan("new", &json!([{ "interval": "year", "amount": "720.00", "operations": 120_000 }]))]));
    let held = json!({ "plan": "old", "interval": "year", "unusedOperations": 500, "period": { "start": "2024-04-01", "end": "2025-04-01" } });
    // 2,000 to 1 May less 500; a year's 12,000 are 360.00, so 500 are 15.00.
    assert_eq!(outlook(&catalog, &held, "2024-04-11", 100)[0].1, Some((1500, "45.00".to_owned())));
}

#[test]
fn an_instant_at_which_the_change_is_refused_is_left_out() {
    // Of 30.00 more, two thirtieths, one, and none are left.
    let totals = |minimum: &str, until: &str| {
        let policy = json!({ "preset": "stripe", "collect": "now", "minimumCharge": minimum });
        let change = Change::from_document(&document(&json!({ "plan": "new", "at": "2024-04-29" }))).unwrap();
        let days = checkout(&two(&policy, "30.00", "60.00"), &held("old")).outlook_over(&change, Timestamp::parse(until).unwrap(), 1, 0);
        days.map(|days| days.iter().map(|day| format!("{} {}", day.effective_at, day.total)).collect::<Vec<_>>()).map_err(|error| error.code())
    };
    assert_eq!(totals("1.50", "2024-05-01").unwrap(), ["2024-04-29 2.00", "2024-05-01 0.00"]);
    assert_eq!(totals("2.50", "2024-04-30").unwrap_err().as_str(), "below_minimum");
}

#[test]
fn what_is_asked_for_beyond_the_period_is_answered_as_a_preview_answers_it() {
    let until = Timestamp::parse("2024-06-01").unwrap();
    let beyond = |change: Value| {
        let change = Change::from_document(&document(&with(change, json!({ "at": "2024-05-02" })))).unwrap();
        let days = checkout(&two(&json!("stripe"), "30.00", "60.00"), &held("old")).outlook_over(&change, until, 1, 0);
        days.map(|days| days.iter().map(|day| day.period.end.to_string()).collect::<Vec<_>>()).map_err(|error| error.code())
    };
    assert_eq!(beyond(json!({ "plan": "new" })).unwrap_err().as_str(), "outside_period");
    // A renewal lies there; later ones are other periods.
    assert_eq!(beyond(json!({ "renew": true })).unwrap(), ["2024-06-02"]);
}
