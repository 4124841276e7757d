//! Seats by time: the policy `stripe` collected now, as Nitro and Anaconda use it. Worked by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{lines, lost, preview, refused};
use serde_json::{Value, json};

fn catalog(currency: &str, amount: &str) -> Value {
    json!({ "currency": currency, "graceDays": 5,
        "policy": { "preset": "stripe", "collect": "now", "acknowledge": ["forfeit", "billing", "cancel"] },
        "plans": [
            { "id": "starter", "name": "Starter", "seats": { "min": 1, "max": 5 }, "prices": [{ "interval": "month", "amount": amount, "per": "seat" }] },
            { "id": "business", "name": "Business", "seats": { "min": 3 }, "prices": [
                { "interval": "month", "amount": amount, "per": "seat" },
                { "interval": "year", "amount": "480", "per": "seat" },
            ] },
        ] })
}

fn holding(seats: u32) -> Value {
    json!({ "plan": "business", "interval": "month", "seats": seats, "members": 2, "period": { "start": "2026-04-01", "end": "2026-05-01" } })
}

#[test]
fn added_seats_cost_the_rest_of_the_period() {
    // 3 × 50.00 × 10 ÷ 30 = 50.00.
    let shown = preview(&catalog("USD", "50.00"), &holding(5), &json!({ "seats": 8, "at": "2026-04-21" }));
    assert_eq!((shown["direction"].as_str(), shown["cause"].as_str()), (Some("upgrade"), Some("seats")));
    assert_eq!(lines(&shown), ["unused_time -83.33", "charge 133.33"]);
    assert_eq!(shown["dueNow"], "50.00");
    assert_eq!(shown["lines"][1]["because"]["factor"], json!({ "remaining": 864_000, "total": 2_592_000, "unit": "second" }));
    assert_eq!(shown["recurring"], json!({ "amount": "400.00", "interval": "month", "from": "2026-05-01" }));
    assert_eq!(shown["required"], json!([{ "kind": "acknowledge", "subject": "billing", "amount": "50.00", "answered": false }]));
}

#[test]
fn removed_seats_go_to_the_balance_and_not_back_as_money() {
    let shown = preview(&catalog("USD", "50.00"), &holding(5), &json!({ "seats": 3, "at": "2026-04-21" }));
    assert_eq!((shown["direction"].as_str(), shown["cause"].as_str()), (Some("downgrade"), Some("seats")));
    assert_eq!(shown["total"], "-33.33");
    assert_eq!(
        (&shown["dueNow"], &shown["refund"], &shown["toBalance"], &shown["balanceAfter"]),
        (&json!("0.00"), &json!("0.00"), &json!("33.33"), &json!("33.33"))
    );
    // 3 × 50.00 less the 33.33 that wait.
    assert_eq!(shown["next"], json!({ "at": "2026-05-01", "amount": "116.67" }));
}

#[test]
fn currencies_of_no_and_of_three_decimals_round_to_their_own_minor_unit() {
    // 5 × 1,000 ÷ 3 = 1,666.67, 8 × 1,000 ÷ 3 = 2,666.67.
    let shown = preview(&catalog("JPY", "1000"), &holding(5), &json!({ "seats": 8, "at": "2026-04-21" }));
    assert_eq!(lines(&shown), ["unused_time -1667", "charge 2667"]);
    assert_eq!((&shown["dueNow"], &shown["digits"]), (&json!("1000"), &json!(0)));
    let shown = preview(&catalog("KWD", "10.000"), &holding(5), &json!({ "seats": 8, "at": "2026-04-21" }));
    assert_eq!(lines(&shown), ["unused_time -16.667", "charge 26.667"]);
    assert_eq!(shown["dueNow"], "10.000");
}

#[test]
fn a_half_cent_goes_up() {
    // 61.25 ÷ 2 = 30.625.
    let shown = preview(
        &catalog("USD", "61.25"),
        &json!({ "plan": "business", "interval": "month", "seats": 4, "period": { "start": "2026-04-01", "end": "2026-05-01" } }),
        &json!({ "seats": 3, "at": "2026-04-16" }),
    );
    assert_eq!(lines(&shown), ["unused_time -122.50", "charge 91.88"]);
}

#[test]
fn seats_left_out_rise_to_the_least_and_named_ones_below_it_are_refused() {
    let held = json!({ "plan": "starter", "interval": "month", "seats": 1, "period": { "start": "2026-04-01", "end": "2026-05-01" } });
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "plan": "business", "at": "2026-04-21" }));
    assert_eq!(shown["change"]["seats"], 3);
    assert_eq!(
        refused(&catalog("USD", "50.00"), &held, &json!({ "plan": "business", "seats": 2, "at": "2026-04-21" })),
        ("seats_below_minimum".into(), "seats".into(), "change".into())
    );
    assert_eq!(
        refused(&catalog("USD", "50.00"), &held, &json!({ "seats": 6, "at": "2026-04-21" })),
        ("seats_above_maximum".into(), "seats".into(), "change".into())
    );
}

#[test]
fn more_members_than_seats_must_go_before_the_change() {
    let mut held = holding(8);
    held["members"] = json!(7);
    let mut change = json!({ "seats": 4, "at": "2026-04-21" });
    let shown = preview(&catalog("USD", "50.00"), &held, &change);
    assert_eq!(shown["required"][0], json!({ "kind": "remove_members", "remove": 3, "members": 7, "limit": 4, "answered": false }));
    change["answers"] = json!({ "removeMembers": 3 });
    assert_eq!(preview(&catalog("USD", "50.00"), &held, &change)["required"][0]["answered"], true);
}

#[test]
fn a_full_organisation_says_that_nobody_can_join() {
    let mut held = holding(5);
    held["members"] = json!(5);
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "at": "2026-04-21" }));
    assert_eq!(shown["seats"], json!({ "limit": 5, "used": 5, "free": 0, "full": true }));
}

#[test]
fn a_change_of_interval_restarts_with_credit_for_the_rest() {
    // 250.00 × 10 ÷ 30 = 83.33; 5 × 480.00 = 2,400.00.
    let shown = preview(&catalog("USD", "50.00"), &holding(5), &json!({ "interval": "year", "at": "2026-04-21" }));
    assert_eq!(lines(&shown), ["unused_time -83.33", "charge 2400.00"]);
    assert_eq!(shown["dueNow"], "2316.67");
    assert_eq!(shown["period"], json!({ "start": "2026-04-21", "end": "2027-04-21" }));
}

#[test]
fn a_cancellation_waits_for_the_end_and_names_who_is_deactivated_when() {
    let mut held = holding(5);
    held["members"] = json!(4);
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "cancel": true, "at": "2026-04-21" }));
    assert_eq!(shown["dueNow"], "0.00");
    assert_eq!(shown["effectiveAt"], "2026-05-01");
    assert_eq!(shown["deactivation"], json!({ "at": "2026-05-06", "members": 3 }));
    assert_eq!((&shown["next"], &shown["recurring"]), (&Value::Null, &Value::Null));
    assert_eq!(shown["required"], json!([{ "kind": "acknowledge", "subject": "cancel", "answered": false }]));
}

#[test]
fn a_scheduled_cancellation_can_be_taken_back() {
    let mut held = holding(5);
    held["scheduled"] = json!({ "cancel": true, "at": "2026-04-11" });
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "withdraw": true, "at": "2026-04-21" }));
    assert_eq!((shown["direction"].as_str(), shown["cause"].as_str()), (Some("none"), Some("withdraw")));
    assert_eq!(shown["next"], json!({ "at": "2026-05-01", "amount": "250.00" }));
    assert_eq!(shown["change"], json!({ "at": "2026-04-21", "withdraw": true }));
    assert_eq!(refused(&catalog("USD", "50.00"), &holding(5), &json!({ "withdraw": true, "at": "2026-04-21" })).0, "nothing_scheduled");
}

#[test]
fn an_expired_subscription_is_renewed_for_a_full_period_from_now() {
    let mut held = holding(5);
    held["status"] = json!("expired");
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "renew": true, "at": "2026-05-20" }));
    assert_eq!(shown["direction"], "renew");
    assert_eq!(lines(&shown), ["charge 250.00"]);
    assert_eq!(shown["period"], json!({ "start": "2026-05-20", "end": "2026-06-20" }));
    assert_eq!(refused(&catalog("USD", "50.00"), &holding(5), &json!({ "renew": true, "at": "2026-04-20" })).0, "not_expired");
}

#[test]
fn an_individual_subscription_beside_it_warns_of_paying_twice_also_at_purchase() {
    let warned = |subscription: &Value, change: &Value| {
        let shown = preview(&catalog("USD", "50.00"), subscription, change);
        shown["warnings"].as_array().unwrap().contains(&json!({ "kind": "duplicate_billing" }))
    };
    let purchase = json!({ "plan": "business", "interval": "month", "seats": 4, "at": "2026-04-21" });
    assert!(warned(&json!({ "individualSubscription": true }), &purchase));
    assert!(!warned(&json!({}), &purchase));
    let mut held = holding(5);
    held["individualSubscription"] = json!(true);
    assert!(warned(&held, &json!({ "seats": 8, "at": "2026-04-21" })));
}

#[test]
fn a_first_purchase_charges_a_full_period() {
    let shown = preview(&catalog("USD", "50.00"), &Value::Null, &json!({ "plan": "business", "interval": "month", "seats": 4, "at": "2026-01-31" }));
    assert_eq!((shown["direction"].as_str(), shown["dueNow"].as_str()), (Some("new"), Some("200.00")));
    assert_eq!(shown["period"], json!({ "start": "2026-01-31", "end": "2026-02-28" }));
    assert_eq!(lost(&shown), Vec::<String>::new());
    // The day lost in February comes back.
    assert_eq!(shown["next"]["at"], "2026-02-28");
}

#[test]
fn what_was_paid_is_credited_and_not_the_list_price() {
    let mut held = holding(5);
    held["paid"] = json!([{ "start": "2026-04-01", "end": "2026-05-01", "amount": "125.00" }]);
    let shown = preview(&catalog("USD", "50.00"), &held, &json!({ "seats": 8, "at": "2026-04-16" }));
    assert_eq!(lines(&shown), ["unused_time -62.50", "charge 200.00"]);
    assert_eq!(shown["lines"][0]["because"]["base"], "paid");
}
