//! Changes in a trial: nothing was paid for it, and the target's own trial counts from the running one's start. By hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{applied, catalog, lines, monthly, plan, preview, refused, with};
use serde_json::{Value, json};

fn tried(id: &str, amount: &str, days: i64) -> Value {
    with(monthly(id, amount), json!({ "trial": { "unit": "day", "count": days } }))
}

fn plans(policy: &Value) -> Value {
    let list = json!([tried("week", "10.00", 7), tried("fortnight", "20.00", 14), tried("month", "30.00", 30), monthly("none", "60.00")]);
    with(catalog(policy, &list), json!({ "addOns": [{ "id": "x", "name": "X", "amount": "5.00", "interval": "month" }] }))
}

/// A trial of two weeks that was made longer.
fn trying() -> Value {
    json!({ "plan": "fortnight", "interval": "month", "status": "trial", "trialEnd": "2024-04-20", "period": { "start": "2024-04-01", "end": "2024-04-20" } })
}

fn period(start: &str, end: &str) -> Value {
    json!({ "start": start, "end": end })
}

#[test]
fn a_longer_trial_runs_on_and_nothing_is_due() {
    let shown = preview(&plans(&json!({})), &trying(), &json!({ "plan": "month", "at": "2024-04-10" }));
    assert_eq!((&shown["direction"], &shown["lines"], &shown["dueNow"]), (&json!("upgrade"), &json!([]), &json!("0.00")));
    // 30 days from 1 April.
    assert_eq!((&shown["period"], &shown["next"]), (&period("2024-04-01", "2024-05-01"), &json!({ "at": "2024-05-01", "amount": "30.00" })));
}

#[test]
fn a_trial_that_is_over_or_none_opens_a_full_period_now() {
    let catalog = plans(&json!({ "unusedTime": "none", "charge": "none" }));
    let bought = |plan: &str, at: &str| {
        let shown = preview(&catalog, &trying(), &json!({ "plan": plan, "at": at }));
        (lines(&shown), shown["period"].clone())
    };
    // The week ended on 8 April.
    assert_eq!(bought("week", "2024-04-07"), (Vec::new(), period("2024-04-01", "2024-04-08")));
    assert_eq!(bought("week", "2024-04-08"), (vec!["charge 10.00".to_owned()], period("2024-04-08", "2024-05-08")));
    assert_eq!(bought("none", "2024-04-10"), (vec!["charge 60.00".to_owned()], period("2024-04-10", "2024-05-10")));
}

#[test]
fn the_same_plan_keeps_its_end_whatever_is_added() {
    let shown = preview(&plans(&json!({})), &trying(), &json!({ "addOns": [{ "id": "x", "quantity": 1 }], "at": "2024-04-10" }));
    assert_eq!((&shown["cause"], &shown["period"]), (&json!("add_ons"), &period("2024-04-01", "2024-04-20")));
    assert_eq!(shown["next"]["amount"], "25.00");
}

#[test]
fn what_was_paid_for_a_trial_is_credited_whatever_the_policy_says_of_time() {
    let paid = with(trying(), json!({ "paid": [{ "start": "2024-04-01", "end": "2024-04-11", "amount": "5.00" }] }));
    let shown = preview(&plans(&json!({ "unusedTime": "none" })), &paid, &json!({ "plan": "none", "at": "2024-04-05" }));
    // 6 of 10 days.
    assert_eq!(lines(&shown), ["unused_time -3.00", "charge 60.00"]);
}

#[test]
fn a_change_in_a_trial_waits_for_no_period_end() {
    let change = json!({ "plan": "month", "at": "2024-04-10", "effective": "period_end" });
    let catalog = plans(&json!({ "effective": ["now", "period_end"] }));
    assert_eq!(refused(&catalog, &trying(), &change), ("not_offered".into(), "effective".into(), "refusal".into()));
    // What was agreed before still stands, and begins where the other plan's trial ends: 30 days from 1 April.
    let agreed = json!({ "at": "2024-04-02", "plan": "week", "effective": "period_end" });
    let held = with(trying(), json!({ "scheduled": agreed }));
    let change = json!({ "plan": "month", "at": "2024-04-10" });
    assert_eq!(preview(&catalog, &held, &change)["warnings"], json!([{ "kind": "scheduled_change_stands", "plan": "week", "at": "2024-05-01" }]));
    assert_eq!(applied(&catalog, &held, &change)["scheduled"], agreed);
}

#[test]
fn operations_of_a_trial_move_or_are_gone_and_stay_where_no_other_price_grants() {
    let granting = |id: &str, operations: i64| {
        let prices = json!([{ "interval": "month", "amount": "10.00", "operations": operations, "per": "seat" }]);
        with(plan(id, &prices), json!({ "trial": { "unit": "day", "count": 30 } }))
    };
    let operations = |policy: &str, change: Value| {
        let catalog = catalog(&json!({ "unusedOperations": policy }), &json!([granting("old", 100), granting("new", 500)]));
        let held = json!({ "plan": "old", "interval": "month", "seats": 1, "status": "trial", "unusedOperations": 40, "extraOperations": 20,
            "period": { "start": "2024-04-01", "end": "2024-05-01" } });
        let change = with(json!({ "at": "2024-04-10" }), change);
        let shown = preview(&catalog, &held, &change);
        assert_eq!((&shown["lines"], &shown["lost"]), (&json!([]), &json!([])), "a trial was not paid for");
        let after = applied(&catalog, &held, &change);
        let of = &shown["operations"];
        [&of["transferred"], &of["forfeited"], &after["unusedOperations"], &after["extraOperations"]].map(Value::clone)
    };
    assert_eq!(operations("transfer", json!({ "plan": "new" })), [json!(40), json!(0), json!(540), Value::Null]);
    assert_eq!(operations("credit", json!({ "plan": "new" })), [json!(0), json!(40), json!(500), Value::Null]);
    assert_eq!(operations("credit", json!({ "seats": 2 })), [json!(0), json!(0), json!(40), json!(20)]);
}

#[test]
fn after_a_trial_the_billing_day_is_the_one_that_was_bought() {
    let catalog = plans(&json!({}));
    let bought = json!({ "plan": "month", "anchor": 20, "at": "2026-02-13" });
    let trial = preview(&catalog, &Value::Null, &bought);
    // Until 15 March; then 5 days of the 28 from 20 February to 20 March.
    assert_eq!(trial["next"], json!({ "at": "2026-03-15", "amount": "5.36" }));
    let renewed = preview(&catalog, &applied(&catalog, &Value::Null, &bought), &json!({ "renew": true, "at": "2026-03-15" }));
    assert_eq!((&renewed["dueNow"], &renewed["period"]["end"]), (&json!("5.36"), &json!("2026-03-20")));
}

#[test]
fn what_is_billed_once_is_billed_with_the_first_period_after_the_trial() {
    let fee = json!({ "addOns": [{ "id": "fee", "name": "Fee", "amount": "99.00", "interval": "once" }] });
    let catalog = with(plans(&json!({})), fee);
    let bought = json!({ "plan": "fortnight", "addOns": [{ "id": "fee", "quantity": 1 }], "at": "2026-03-01" });
    let trial = preview(&catalog, &Value::Null, &bought);
    let amounts = |shown: &Value| (shown["dueNow"].clone(), shown["next"]["amount"].clone(), shown["recurring"]["amount"].clone());
    assert_eq!(amounts(&trial), (json!("0.00"), json!("119.00"), json!("20.00")));
    let held = applied(&catalog, &Value::Null, &bought);
    // At its end; and at once with a plan without one.
    let renewed = preview(&catalog, &held, &json!({ "renew": true, "at": "2026-03-15" }));
    assert_eq!((lines(&renewed), amounts(&renewed).1), (vec!["charge 20.00".to_owned(), "add_on 99.00".to_owned()], json!("20.00")));
    let changed = preview(&catalog, &held, &json!({ "plan": "none", "at": "2026-03-05" }));
    assert_eq!((lines(&changed), amounts(&changed).1), (vec!["charge 60.00".to_owned(), "add_on 99.00".to_owned()], json!("60.00")));
    // What was paid for a trial was billed.
    let paid = with(held, json!({ "paid": [{ "start": "2026-03-01", "end": "2026-03-15", "amount": "99.00" }] }));
    assert_eq!(lines(&preview(&catalog, &paid, &json!({ "renew": true, "at": "2026-03-15" }))), ["charge 20.00"]);
}
