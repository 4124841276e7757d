//! Another billing day, from now on or from the period's end. Figures by hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{APRIL, HALF, applied, catalog, checkout, document, held, lines, monthly, plan, preview, refused, two, with};
use prorata::Change;
use serde_json::{Value, json};

const STUB_END: &str = "2024-05-15";

fn policy() -> Value {
    json!({ "upgrade": { "effective": ["now", "period_end"] }, "cancel": { "effective": ["period_end"] } })
}

/// From the period's end the 15th is the day: 14 days to it, of the 30 between 15 April and 15 May.
fn to_the_15th() -> Value {
    json!({ "anchor": 15, "effective": "period_end", "at": HALF })
}

#[test]
fn at_the_period_end_nothing_is_due_now_and_a_stub_leads_to_the_new_day() {
    let catalog = two(&policy(), "30.00", "60.00");
    let shown = preview(&catalog, &held("old"), &to_the_15th());
    assert_eq!((&shown["direction"], &shown["cause"], &shown["effectiveAt"]), (&json!("none"), &json!("billing_day"), &json!(APRIL[1])));
    assert_eq!((&shown["lines"], &shown["total"], &shown["dueNow"]), (&json!([]), &json!("0.00"), &json!("0.00")));
    assert_eq!(shown["period"], json!({ "start": APRIL[1], "end": STUB_END }));
    assert_eq!(shown["next"], json!({ "at": APRIL[1], "amount": "14.00" }));
    assert_eq!(shown["recurring"], json!({ "amount": "30.00", "interval": "month", "from": STUB_END }));
    let change = Change::from_document(&document(&to_the_15th())).unwrap();
    let invoices = checkout(&catalog, &held("old")).schedule(&change, 3).unwrap();
    let billed: Vec<String> = invoices.iter().map(|invoice| format!("{} {}", invoice.at, invoice.amount)).collect();
    assert_eq!(billed, ["2024-05-01 14.00", "2024-05-15 30.00", "2024-06-15 30.00"]);
}

#[test]
fn the_agreed_day_waits_is_taken_back_or_begins_with_the_renewal() {
    let catalog = two(&policy(), "30.00", "60.00");
    let agreed = applied(&catalog, &held("old"), &to_the_15th());
    assert_eq!(agreed, with(held("old"), json!({ "scheduled": to_the_15th() })));
    assert_eq!(applied(&catalog, &agreed, &json!({ "withdraw": true, "at": HALF })), held("old"));
    for renewal in [json!({ "renew": true, "at": APRIL[1] }), json!({ "renew": true, "plan": "old", "at": APRIL[1] })] {
        assert_eq!(lines(&preview(&catalog, &agreed, &renewal)), ["charge 14.00"]);
        let after = applied(&catalog, &agreed, &renewal);
        assert_eq!((&after["period"]["end"], &after["anchor"], &after["scheduled"]), (&json!(STUB_END), &json!(15), &Value::Null));
    }
    // Another plan puts it aside.
    assert_eq!(lines(&preview(&catalog, &agreed, &json!({ "renew": true, "plan": "new", "at": APRIL[1] }))), ["charge 60.00"]);
}

#[test]
fn what_changes_before_the_agreed_day_stays_changed() {
    let catalog = two(&policy(), "30.00", "60.00");
    let agreed = applied(&catalog, &held("old"), &to_the_15th());
    let upgraded = preview(&catalog, &agreed, &json!({ "plan": "new", "at": HALF, "effective": "now" }));
    assert_eq!(upgraded["next"], json!({ "at": APRIL[1], "amount": "28.00" }));
    assert_eq!(upgraded["warnings"], json!([{ "kind": "scheduled_change_stands", "plan": "new", "at": APRIL[1] }]));
}

#[test]
fn a_discount_named_with_the_day_holds_from_it_on() {
    let catalog = with(two(&policy(), "30.00", "60.00"), json!({ "discounts": [{ "id": "half", "percent": "50" }] }));
    let change = with(to_the_15th(), json!({ "discounts": ["half"] }));
    assert_eq!(preview(&catalog, &held("old"), &change)["next"]["amount"], "7.00");
    assert_eq!(applied(&catalog, &held("old"), &change)["scheduled"]["discounts"], json!(["half"]));
}

#[test]
fn a_day_named_with_another_plan_for_the_period_end_begins_with_it() {
    let catalog = two(&policy(), "30.00", "60.00");
    let shown = preview(&catalog, &held("old"), &with(to_the_15th(), json!({ "plan": "new" })));
    assert_eq!((&shown["cause"], &shown["period"]["end"], &shown["next"]["amount"]), (&json!("plan"), &json!(STUB_END), &json!("28.00")));
}

#[test]
fn the_policy_says_when_a_day_can_move_and_where_none_does() {
    let ask = |policy: Value, held: &Value| refused(&two(&policy, "30.00", "60.00"), held, &to_the_15th());
    assert_eq!(ask(json!({}), &held("old")), ("not_offered".into(), "effective".into(), "refusal".into()));
    assert_eq!(ask(json!({ "effective": ["now", "period_end"], "unusedTime": "none" }), &held("old")).1, "anchor");
    assert_eq!(ask(policy(), &with(held("old"), json!({ "status": "trial" }))).1, "anchor");
    // Where the end is the only moment, it needs no naming.
    let at_end = two(&json!({ "upgrade": { "effective": "period_end" } }), "30.00", "60.00");
    assert_eq!(preview(&at_end, &held("old"), &json!({ "anchor": 15, "at": HALF }))["effectiveAt"], APRIL[1]);
    let both = checkout(&two(&policy(), "30.00", "60.00"), &held("old"));
    let ways = both.alternatives(&Change::from_document(&document(&json!({ "anchor": 15, "at": HALF }))).unwrap()).unwrap();
    assert_eq!(ways.iter().map(|way| way.effective_at.to_string()).collect::<Vec<_>>(), [HALF, APRIL[1]]);
}

#[test]
fn moved_now_the_day_settles_time_and_leaves_operations_alone() {
    let prices = json!([{ "interval": "month", "amount": "30.00", "operations": 3000 }]);
    let held = with(held("old"), json!({ "unusedOperations": 1200, "extraOperations": 500 }));
    let catalog = catalog(&json!({ "unusedOperations": "credit" }), &json!([plan("old", &prices)]));
    // On the 16th half of 30.00 is left; to the 20th are 4 of the 31 days since 20 March.
    let change = json!({ "anchor": 20, "at": HALF });
    let shown = preview(&catalog, &held, &change);
    assert_eq!(lines(&shown), ["unused_time -15.00", "charge 3.87"]);
    assert_eq!(shown["change"]["effective"], "now");
    assert_eq!((&shown["operations"]["available"], &shown["operations"]["resetsAt"]), (&json!(1200), &json!("2024-04-20")));
    let after = applied(&catalog, &held, &change);
    assert_eq!((&after["unusedOperations"], &after["extraOperations"]), (&json!(1200), &json!(500)));
}

#[test]
fn operations_that_no_price_grants_stay_where_only_seats_or_the_day_change() {
    let team = plan("team", &json!([{ "interval": "month", "amount": "10.00", "per": "seat" }]));
    let held = with(held("team"), json!({ "seats": 2, "unusedOperations": 7 }));
    let catalog = catalog(&json!({}), &json!([team, monthly("new", "20.00")]));
    for change in [json!({ "seats": 3, "at": HALF }), json!({ "anchor": 20, "at": HALF })] {
        assert_eq!(applied(&catalog, &held, &change)["unusedOperations"], 7, "{change}");
    }
}

/// By days, where the day of the change is the old plan's.
fn used_days() -> Value {
    json!({ "preset": "stripe", "collect": "now", "proration": { "basis": "day" }, "changeDay": "used", "period": ["keep_anchor", "restart"] })
}

#[test]
fn a_day_that_the_old_plan_used_is_not_billed_again_by_the_stub_of_another_interval() {
    let prices = json!([{ "interval": "month", "amount": "100" }, { "interval": "year", "amount": "1000" }]);
    let catalog = catalog(&used_days(), &json!([plan("a", &prices)]));
    let held = json!({ "plan": "a", "interval": "year", "period": { "start": "2022-01-01", "end": "2023-01-01" } });
    // 355 of 365 days are left, and 21 of the 31 of January.
    let shown = preview(&catalog, &held, &json!({ "interval": "month", "at": "2022-01-10" }));
    assert_eq!(lines(&shown), ["unused_time -972.60", "charge 67.74"]);
    assert_eq!(shown["lines"][1]["because"]["factor"], json!({ "remaining": 21, "total": 31, "unit": "day" }));
    assert_eq!((&shown["total"], &shown["next"]), (&json!("-904.86"), &json!({ "at": "2022-02-01", "amount": "0.00" })));
}

#[test]
fn a_day_that_the_old_period_used_is_not_billed_again_by_the_stub_to_another_billing_day() {
    let catalog = catalog(&used_days(), &json!([monthly("a", "31")]));
    let held = json!({ "plan": "a", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-04-01" } });
    // 21 of 31 days are left; from the 11th to the 15th are 4 of the 28 since 15 February.
    assert_eq!(lines(&preview(&catalog, &held, &json!({ "anchor": 15, "at": "2026-03-10" }))), ["unused_time -21.00", "charge 4.43"]);
    // The day of the end is no day of the old period: 14 of the 31 days since 15 March.
    let at_the_end = preview(&catalog, &held, &json!({ "anchor": 15, "at": "2026-04-01" }));
    assert_eq!(lines(&at_the_end), ["charge 14.00"]);
    // No plan had the day of a first purchase, or of a renewal.
    let purchase = json!({ "plan": "a", "anchor": 15, "at": "2026-04-01" });
    assert_eq!(lines(&preview(&catalog, &Value::Null, &purchase)), ["charge 14.00"]);
    let renewal = json!({ "renew": true, "anchor": 15, "at": "2026-04-01" });
    assert_eq!(lines(&preview(&catalog, &held, &renewal)), ["charge 14.00"]);
}

#[test]
fn the_day_that_periods_end_on_already_is_no_change() {
    let catalog = two(&json!({ "preset": "stripe", "collect": "now" }), "31", "62");
    let march = json!({ "plan": "old", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-04-01" } });
    for (held, anchor) in [(json!({}), json!(1)), (json!({ "anchor": 1 }), json!(1)), (json!({ "anchor": 1 }), json!("2025-12-01"))] {
        let held = with(march.clone(), held);
        let change = json!({ "anchor": anchor, "at": "2026-03-10T09:15:07Z" });
        let shown = preview(&catalog, &held, &change);
        assert_eq!((&shown["direction"], &shown["cause"], &shown["lines"]), (&json!("none"), &Value::Null, &json!([])), "{anchor}");
        assert_eq!((&shown["period"], &applied(&catalog, &held, &change)), (&march["period"], &held));
        // Nor with another plan: the period goes on, as it does where no day is named.
        let change = json!({ "plan": "new", "anchor": anchor, "at": "2026-03-11" });
        assert_eq!(applied(&catalog, &held, &change)["period"], march["period"]);
    }
    // The policy moves no day, and need not.
    let fixed = two(&json!("make"), "31", "62");
    let begun = with(march, json!({ "period": { "start": "2026-03-01", "end": "2026-03-31" } }));
    assert_eq!(preview(&fixed, &begun, &json!({ "anchor": "2026-03-01", "at": "2026-03-10" }))["cause"], Value::Null);
    // Every 30 days the first is no day to return to.
    assert_eq!(refused(&fixed, &begun, &json!({ "anchor": 1, "at": "2026-03-10" })).0, "not_offered");
    // A day that only this month is too short for is another one.
    let february = json!({ "plan": "old", "interval": "month", "anchor": 30, "period": { "start": "2026-01-30", "end": "2026-02-28" } });
    assert_eq!(preview(&catalog, &february, &json!({ "anchor": 31, "at": "2026-02-10" }))["cause"], "billing_day");
    // In whole years from a leap February there is none after the 29th.
    let yearly = catalog_of_years();
    let leap = json!({ "plan": "a", "interval": "year", "period": { "start": "2024-02-29", "end": "2025-02-28" } });
    assert_eq!(preview(&yearly, &leap, &json!({ "anchor": 31, "at": "2025-02-10" }))["cause"], Value::Null);
    // On the 10th of March the first is the first of March.
    let new_year = json!({ "plan": "a", "interval": "year", "period": { "start": "2026-01-01", "end": "2027-01-01" } });
    let moved = preview(&yearly, &new_year, &json!({ "anchor": 1, "at": "2026-03-10" }));
    assert_eq!((&moved["cause"], &moved["period"]["end"]), (&json!("billing_day"), &json!("2027-03-01")));
}

fn catalog_of_years() -> Value {
    catalog(&json!({ "preset": "stripe", "collect": "now" }), &json!([plan("a", &json!([{ "interval": "year", "amount": "365" }]))]))
}

#[test]
fn another_day_keeps_the_time_of_day_and_the_offset_of_the_periods() {
    let catalog = two(&json!({ "preset": "stripe", "collect": "now", "proration": { "basis": "day" } }), "31", "62");
    let ends = |start: &str, end: &str, at: &str| {
        let held = json!({ "plan": "old", "interval": "month", "period": { "start": start, "end": end } });
        let change = json!({ "anchor": 15, "at": at });
        let shown = preview(&catalog, &held, &change);
        // 22 of 31 days are left; from the 10th to the 15th are 5 of 28.
        assert_eq!(lines(&shown), ["unused_time -22.00", "charge 5.54"]);
        // The stub is divided by the same 28 days again: with none of it used, all of it comes back.
        let (unpaid, again) = (with(applied(&catalog, &held, &change), json!({ "paid": [] })), json!({ "plan": "new", "at": at }));
        assert_eq!(lines(&preview(&catalog, &unpaid, &again))[0], "unused_time -5.54");
        shown["period"]["end"].as_str().unwrap().to_owned()
    };
    assert_eq!(ends("2026-03-01", "2026-04-01", "2026-03-10T15:27:11.5Z"), "2026-03-15");
    assert_eq!(ends("2026-03-01T08:30:00Z", "2026-04-01T08:30:00Z", "2026-03-10"), "2026-03-15T08:30:00Z");
    // Asked for elsewhere, at 15:27 there.
    assert_eq!(ends("2026-03-01T00:00:00+02:00", "2026-04-01T00:00:00+02:00", "2026-03-10T08:27:11-05:00"), "2026-03-15T00:00:00+02:00");
}

#[test]
fn what_is_paid_for_the_days_after_the_change_is_paid_for_these_alone() {
    let paid = |held: Value, amount: &str| with(held.clone(), json!({ "paid": [with(held["period"].clone(), json!({ "amount": amount }))] }));
    let march = json!({ "plan": "old", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-04-01" } });
    let plans = two(&with(used_days(), json!({ "period": "keep" })), "31", "62");
    let after = applied(&plans, &paid(march, "31.00"), &json!({ "plan": "new", "at": "2026-03-10" }));
    // Ten days at 1.00, and from the 11th on 21 at 2.00.
    assert_eq!(
        after["paid"],
        json!([{ "start": "2026-03-01", "end": "2026-03-11", "amount": "10.00" }, { "start": "2026-03-11", "end": "2026-04-01", "amount": "42.00" }])
    );
    assert_eq!(lines(&preview(&plans, &after, &json!({ "plan": "old", "at": "2026-03-20" }))), ["unused_time -22.00", "charge 11.00"]);
    // 67.74 for 21 days, of which 10 are left.
    let prices = json!([{ "interval": "month", "amount": "100" }, { "interval": "year", "amount": "1000" }]);
    let intervals = catalog(&used_days(), &json!([plan("a", &prices)]));
    let yearly = paid(json!({ "plan": "a", "interval": "year", "period": { "start": "2022-01-01", "end": "2023-01-01" } }), "1000.00");
    let after = applied(&intervals, &yearly, &json!({ "interval": "month", "at": "2022-01-10" }));
    assert_eq!(after["paid"], json!([{ "start": "2022-01-11", "end": "2022-02-01", "amount": "67.74" }]));
    let again = preview(&intervals, &after, &json!({ "interval": "year", "at": "2022-01-21", "period": "restart" }));
    assert_eq!(lines(&again), ["unused_time -32.26", "charge 1000.00"]);
    // Of a whole period every day is paid for.
    let restarted = json!({ "interval": "month", "at": "2022-01-10", "period": "restart" });
    assert_eq!(applied(&intervals, &yearly, &restarted)["paid"][0]["start"], "2022-01-10");
}
