//! Seats by time: the policy `stripe` collected now, as Nitro and Anaconda use it. Worked by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{applied, checkout, document, lines, lost, preview, refused, with};
use prorata::Change;
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

/// By the month for all, by the year for each seat; `seats` is what the plan says of them.
fn mixed(policy: &Value, seats: &Value) -> Value {
    let prices = json!([{ "interval": "month", "amount": "10" }, { "interval": "year", "amount": "100", "per": "seat" }]);
    let mut plan = json!({ "id": "a", "name": "A", "prices": prices });
    if !seats.is_null() {
        plan["seats"] = seats.clone();
    }
    json!({ "currency": "USD", "plans": [plan], "policy": policy, "discounts": [{ "id": "ten", "percent": "10" }] })
}

fn by_the_month() -> Value {
    json!({ "plan": "a", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-03-31" } })
}

#[test]
fn nothing_asked_of_a_price_without_seats_changes_nothing_beside_a_price_per_seat() {
    // By the year 100.00 for each of the least seats.
    for (seats, yearly) in [(Value::Null, "100.00"), (json!({ "min": 3 }), "300.00"), (json!({ "max": 5 }), "100.00")] {
        let catalog = mixed(&json!("make"), &seats);
        let shown = preview(&catalog, &by_the_month(), &json!({ "at": "2026-03-10" }));
        assert_eq!((&shown["direction"], &shown["cause"], &shown["lines"]), (&json!("none"), &Value::Null, &json!([])), "{seats}");
        assert_eq!((&shown["dueNow"], &shown["period"]["end"]), (&json!("0.00"), &json!("2026-03-31")));
        let discounted = preview(&catalog, &by_the_month(), &json!({ "at": "2026-03-10", "discounts": ["ten"] }));
        assert_eq!((&discounted["direction"], &discounted["cause"], &discounted["lines"]), (&json!("none"), &json!("discount"), &json!([])));
        let entries = checkout(&catalog, &by_the_month()).compare(&Change::from_document(&document(&json!({ "at": "2026-03-10" }))).unwrap());
        let entries = serde_json::to_value(entries.unwrap()).unwrap();
        assert_eq!((&entries[0]["current"], &entries[0]["direction"]), (&json!(true), &json!("none")));
        assert_eq!((&entries[1]["direction"], &entries[1]["dueNow"]), (&json!("upgrade"), &json!(yearly)));
    }
}

#[test]
fn a_scheduled_cancellation_stands_where_nothing_is_asked() {
    let policy = json!({ "preset": "stripe", "collect": "now", "upgrade": { "effective": ["period_end", "now"] } });
    let held = with(by_the_month(), json!({ "scheduled": { "at": "2026-03-02", "cancel": true, "effective": "period_end" } }));
    let catalog = mixed(&policy, &Value::Null);
    let change = json!({ "at": "2026-03-10", "effective": "period_end" });
    assert_eq!(preview(&catalog, &held, &change)["warnings"][0]["kind"], "scheduled_change_stands");
    assert_eq!(applied(&catalog, &held, &change)["scheduled"]["cancel"], true);
}

#[test]
fn between_a_price_per_seat_and_one_without_seats_begin_with_the_least_and_end() {
    let policy = json!({ "preset": "stripe", "collect": "now" });
    let by_the_year = json!({ "plan": "a", "interval": "year", "seats": 5, "period": { "start": "2026-01-01", "end": "2027-01-01" } });
    let catalog = mixed(&policy, &Value::Null);
    let to_the_year = preview(&catalog, &by_the_month(), &json!({ "interval": "year", "at": "2026-03-01" }));
    assert_eq!((&to_the_year["change"]["seats"], &to_the_year["recurring"]["amount"]), (&json!(1), &json!("100.00")));
    let to_the_month = json!({ "interval": "month", "at": "2026-01-01" });
    // All of 5 × 100.00 comes back, and 10.00 is charged.
    assert_eq!(lines(&preview(&catalog, &by_the_year, &to_the_month)), ["unused_time -500.00", "charge 10.00"]);
    assert_eq!(applied(&catalog, &by_the_year, &to_the_month)["seats"], Value::Null);
    assert_eq!(refused(&catalog, &by_the_year, &with(to_the_month, json!({ "seats": 5 }))).0, "not_offered");
    // A stated range counts them at any price.
    let ranged = mixed(&policy, &json!({ "min": 3 }));
    assert_eq!(preview(&ranged, &by_the_month(), &json!({ "interval": "year", "at": "2026-03-01" }))["change"]["seats"], 3);
    assert_eq!(preview(&ranged, &by_the_year, &json!({ "interval": "month", "at": "2026-01-01" }))["change"]["seats"], 5);
}

#[test]
fn of_two_prices_for_a_month_only_the_amount_says_which_way_where_one_counts_no_seats() {
    let prices = json!([{ "id": "each", "interval": "month", "amount": "10", "per": "seat" }, { "id": "all", "interval": "month", "amount": "30" }]);
    let catalog = json!({ "currency": "USD", "plans": [{ "id": "a", "name": "A", "prices": prices }], "policy": { "preset": "stripe", "collect": "now" } });
    let held = with(by_the_month(), json!({ "price": "each", "seats": 2 }));
    let shown = preview(&catalog, &held, &json!({ "price": "all", "at": "2026-03-16" }));
    assert_eq!((&shown["direction"], &shown["cause"]), (&json!("upgrade"), &json!("price")));
    assert_eq!(lines(&shown), ["unused_time -10.00", "charge 15.00"]);
}

#[test]
fn seats_that_are_held_stay_where_the_plan_now_begins_or_ends_elsewhere() {
    let catalog = catalog("USD", "50.00");
    for change in [json!({}), json!({ "seats": 2 })] {
        let shown = preview(&catalog, &holding(2), &with(json!({ "at": "2026-04-21" }), change));
        assert_eq!((&shown["direction"], &shown["lines"], &shown["dueNow"]), (&json!("none"), &json!([]), &json!("0.00")));
        assert_eq!((&shown["change"]["seats"], &shown["recurring"]["amount"]), (&json!(2), &json!("100.00")));
    }
    assert_eq!(refused(&catalog, &holding(2), &json!({ "seats": 1, "at": "2026-04-21" })).0, "seats_below_minimum");
    // Another price is sold from 3 on: 3 × 480.00.
    let yearly = preview(&catalog, &holding(2), &json!({ "interval": "year", "at": "2026-04-21" }));
    assert_eq!((&yearly["change"]["seats"], &yearly["recurring"]["amount"]), (&json!(3), &json!("1440.00")));
    let above = json!({ "plan": "starter", "interval": "month", "seats": 6, "period": holding(6)["period"] });
    assert_eq!(preview(&catalog, &above, &json!({ "at": "2026-04-21" }))["direction"], "none");
}

#[test]
fn a_price_per_seat_that_is_no_longer_sold_counts_its_seats() {
    let plan = json!({ "id": "a", "name": "A", "prices": [{ "interval": "month", "amount": "30" }] });
    let catalog = json!({ "currency": "USD", "plans": [plan], "policy": { "preset": "stripe", "collect": "now" } });
    let held = with(by_the_month(), json!({ "price": { "interval": "month", "amount": "5", "per": "seat" }, "seats": 4 }));
    assert_eq!(preview(&catalog, &held, &json!({ "at": "2026-03-10" }))["recurring"]["amount"], "20.00");
}

#[test]
fn an_add_on_per_seat_counts_one_beside_a_price_without_seats() {
    let add_on = json!([{ "id": "x", "name": "X", "amount": "2", "interval": "month", "per": "seat" }]);
    let catalog = with(mixed(&json!("make"), &Value::Null), json!({ "addOns": add_on }));
    let held = with(by_the_month(), json!({ "seats": 5, "addOns": [{ "id": "x", "quantity": 1 }] }));
    // 10.00 and 2.00, as in a plan that has no price per seat.
    assert_eq!(preview(&catalog, &held, &json!({ "at": "2026-03-10" }))["recurring"]["amount"], "12.00");
}
