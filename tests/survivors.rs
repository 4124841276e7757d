//! Rules that no other case holds still: each was found by changing the engine and seeing every test
//! pass. Figures by hand from the rulebook.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{APRIL, HALF, applied, catalog, document, held, lines, lost, monthly, plan, preview, refused, two, with};
use prorata::calendar::Timestamp;
use prorata::decimal::{decimal_text, parse_decimal};
use prorata::money::Exact;
use prorata::wire::rules;
use prorata::{Catalog, Change};
use rust_decimal::Decimal;
use serde_json::{Value, json};

// ------------------------------------------------------------------------------------------------
// Tiers
// ------------------------------------------------------------------------------------------------

fn priced(tiers: &Value, quantity: &Value) -> Value {
    serde_json::to_value(rules::price_quantity(&document(&json!({ "tiers": tiers, "quantity": quantity, "currency": "USD" }))).unwrap()).unwrap()
}

#[test]
fn a_graduated_band_reaches_up_to_its_end_and_its_fee_falls_due_on_entering_the_first_always() {
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": 10, "unitAmount": "5.00", "flatAmount": "2.00" }, { "to": null, "unitAmount": "3.00", "flatAmount": "1.00" }] });
    // 2; 10 × 5 + 2; and 1 × 3 + 1 more.
    for (quantity, amount, bands) in
        [(json!(0), "2.00", 1), (json!(10), "52.00", 1), (json!(11), "56.00", 2), (json!("10.5"), "54.50", 2), (json!(-11), "-56.00", 2)]
    {
        let shown = priced(&tiers, &quantity);
        assert_eq!((shown["amount"].as_str().unwrap(), shown["bands"].as_array().unwrap().len()), (amount, bands), "{quantity}");
    }
    let shown = priced(&tiers, &json!("10.5"));
    assert_eq!(shown["bands"][0], json!({ "to": 10, "quantity": 10, "unitAmount": "5.00", "flatAmount": "2.00", "amount": "52.00" }));
    assert_eq!(shown["bands"][1]["quantity"], "0.5");
}

#[test]
fn volume_prices_all_units_at_the_band_of_the_quantity() {
    let tiers = json!({ "mode": "volume", "bands": [{ "to": 10, "unitAmount": "5.00" }, { "to": null, "unitAmount": "3.00", "flatAmount": "1.00" }] });
    for (quantity, amount) in [(0, "0.00"), (10, "50.00"), (11, "34.00")] {
        assert_eq!(priced(&tiers, &json!(quantity))["amount"], amount, "{quantity}");
    }
    // What a band does not cost is not shown of it.
    assert_eq!(priced(&tiers, &json!(10))["bands"], json!([{ "to": 10, "quantity": 10, "unitAmount": "5.00", "amount": "50.00" }]));
}

#[test]
fn packages_are_whole_after_the_free_units_and_priced_at_the_band_of_the_rounded_units() {
    let tiers = json!({ "mode": "package", "packageSize": 4, "free": 2, "bands": [{ "to": 8, "unitAmount": "10.00" }, { "to": null, "unitAmount": "9.00" }] });
    // 10 − 2 are 2 packages; 11 − 2 are 3, which is 12 units.
    for (quantity, amount) in [(2, "0.00"), (10, "20.00"), (11, "27.00"), (-11, "-27.00")] {
        assert_eq!(priced(&tiers, &json!(quantity))["amount"], amount, "{quantity}");
    }
}

// ------------------------------------------------------------------------------------------------
// Time
// ------------------------------------------------------------------------------------------------

#[test]
fn the_day_of_the_change_is_used_only_where_days_are_counted() {
    let policy = |basis: &str| json!({ "proration": { "basis": basis }, "changeDay": "used" });
    let change = json!({ "plan": "new", "at": "2024-04-21" });
    // 10 days remain, one of which is used; by the second all 10 do.
    assert_eq!(lines(&preview(&two(&policy("day"), "30.00", "60.00"), &held("old"), &change)), ["unused_time -9.00", "charge 18.00"]);
    assert_eq!(lines(&preview(&two(&policy("second"), "30.00", "60.00"), &held("old"), &change)), ["unused_time -10.00", "charge 20.00"]);
}

#[test]
fn where_both_ends_count_periods_name_their_last_day() {
    let march = json!({ "plan": "old", "interval": "month", "period": { "start": "2024-03-01", "end": "2024-03-31" } });
    let shown = preview(&two(&json!({ "proration": { "basis": "day_inclusive" } }), "31.00", "62.00"), &march, &json!({ "plan": "new", "at": "2024-03-15" }));
    assert_eq!(lines(&shown), ["unused_time -17.00", "charge 34.00"]);
    assert_eq!(shown["period"], march["period"]);
    assert_eq!(shown["lines"][1]["period"], json!({ "start": "2024-03-15", "end": "2024-03-31" }));
    assert_eq!(shown["next"], json!({ "at": "2024-04-01", "amount": "62.00" }));
}

#[test]
fn days_of_another_offset_than_utc_need_an_instant_with_its_own() {
    let abroad = json!({ "plan": "old", "interval": "month", "period": { "start": "2024-04-01T00:00:00+02:00", "end": "2024-05-01T00:00:00+02:00" } });
    let at = |basis: &str, at: &str| {
        let catalog = two(&json!({ "proration": { "basis": basis } }), "30.00", "60.00");
        common::try_preview(&catalog, &abroad, &json!({ "plan": "new", "at": at })).map_err(|error| error.code().as_str())
    };
    assert_eq!(at("day", "2024-04-16T00:00:00Z").unwrap_err(), "offset_required");
    assert!(at("day", "2024-04-16T00:00:00+02:00").is_ok());
    assert!(at("second", "2024-04-16T00:00:00Z").is_ok());
}

#[test]
fn a_stub_is_divided_by_the_aligned_period_that_ends_with_it() {
    let stub = json!({ "plan": "old", "interval": "month", "anchor": 1, "period": { "start": "2024-01-16", "end": "2024-02-01" } });
    // 8 days of January, not of the 16 that the stub has.
    let shown = preview(&two(&json!({}), "31.00", "62.00"), &stub, &json!({ "plan": "new", "at": "2024-01-24" }));
    assert_eq!(lines(&shown), ["unused_time -8.00", "charge 16.00"]);
    // A period longer than the grid's is its own measure: 30 of 60 days.
    let long = json!({ "plan": "old", "interval": "month", "anchor": 1, "period": { "start": "2024-04-02", "end": "2024-06-01" } });
    let shown = preview(&two(&json!({}), "31.00", "62.00"), &long, &json!({ "plan": "new", "at": "2024-05-02" }));
    assert_eq!(lines(&shown), ["unused_time -15.50", "charge 31.00"]);
}

// ------------------------------------------------------------------------------------------------
// Credits
// ------------------------------------------------------------------------------------------------

#[test]
fn earlier_credits_limit_a_new_one_or_are_subtracted_from_it() {
    let paid = |credited: &str| with(held("old"), json!({ "paid": [{ "start": APRIL[0], "end": APRIL[1], "amount": "10.00", "credited": credited }] }));
    let change = json!({ "plan": "new", "at": HALF });
    let capped = preview(&two(&json!({}), "10.00", "20.00"), &paid("8.00"), &change);
    // Half is 5.00, of which 10.00 − 8.00 are left.
    assert_eq!(lines(&capped), ["unused_time -2.00", "charge 10.00"]);
    assert_eq!(capped["lines"][0]["because"]["uncapped"], "5.00");
    assert_eq!(capped["lines"][0]["because"]["cap"], json!({ "kind": "paid", "limit": "2.00" }));
    assert_eq!(lines(&preview(&two(&json!({}), "10.00", "20.00"), &paid("1.00"), &change)), ["unused_time -5.00", "charge 10.00"]);
    let subtracting = two(&json!({ "credit": { "earlier": "subtract" } }), "10.00", "20.00");
    assert_eq!(lines(&preview(&subtracting, &paid("1.00"), &change)), ["unused_time -4.00", "charge 10.00"]);
}

#[test]
fn periods_of_a_discount_are_counted_by_the_clock_of_the_period() {
    // Three months from midnight on 1 March in Helsinki, told in UTC: the third begins on 1 May.
    let mut catalog = catalog(&json!({}), &json!([monthly("pro", "100.00")]));
    catalog["discounts"] = json!([{ "id": "spring", "percent": "20", "periods": 3 }]);
    let held = json!({
        "plan": "pro", "interval": "month", "period": { "start": "2024-04-01T00:00:00+02:00", "end": "2024-05-01T00:00:00+02:00" },
        "discounts": [{ "id": "spring", "since": "2024-02-29T22:00:00Z" }]
    });
    let shown = preview(&catalog, &held, &json!({ "at": "2024-04-10T00:00:00+02:00" }));
    assert_eq!(shown["next"], json!({ "at": "2024-05-01T00:00:00+02:00", "amount": "80.00" }));
}

#[test]
fn what_was_paid_is_shared_by_what_each_item_costs_a_period() {
    let mut catalog = two(&json!({}), "10.00", "20.00");
    catalog["addOns"] = json!([{ "id": "backup", "name": "Backup", "amount": "120.00", "interval": "year" }]);
    let held = with(held("old"), json!({ "addOns": [{ "id": "backup", "quantity": 1 }], "paid": [{ "start": APRIL[0], "end": APRIL[1], "amount": "20.00" }] }));
    // 120.00 a year are 10.00 a month, as much as the plan: half of the half of 20.00.
    let shown = preview(&catalog, &held, &json!({ "plan": "new", "at": HALF }));
    assert_eq!(lines(&shown)[0], "unused_time -5.00");
    // So it says: 20.00 × 15 ÷ 30 × 10.00 ÷ 20.00.
    let because = &shown["lines"][0]["because"];
    assert_eq!((&because["paid"][0]["amount"], &because["share"]), (&json!("20.00"), &json!({ "amount": "10.00", "of": "20.00" })));
    // What was paid for one item alone is all its own.
    let alone = with(held.clone(), json!({ "addOns": [] }));
    assert_eq!(preview(&catalog, &alone, &json!({ "plan": "new", "at": HALF }))["lines"][0]["because"]["share"], Value::Null);
}

#[test]
fn a_cancellation_leaves_the_days_paid_that_it_says_are_used() {
    // By days, 15 of April's 30 are before the 16th; a cancellation uses that day too, an upgrade would not.
    let policy = json!({ "proration": { "basis": "day" }, "cancel": { "effective": "now", "unusedTime": "credit", "changeDay": "used" } });
    let paid = with(held("old"), json!({ "paid": [{ "start": APRIL[0], "end": APRIL[1], "amount": "30.00" }] }));
    let (catalog, change) = (two(&policy, "30.00", "60.00"), json!({ "cancel": true, "at": HALF }));
    assert_eq!(lines(&preview(&catalog, &paid, &change)), ["unused_time -14.00"]);
    assert_eq!(applied(&catalog, &paid, &change)["paid"][0]["amount"], "16.00");
}

#[test]
fn credits_are_limited_as_they_are_shown_one_after_the_other() {
    let policy = json!({ "period": "restart", "charge": "full", "credit": { "cap": "bill", "excess": "forfeit" } });
    let mut catalog = two(&policy, "6.67", "6.67");
    catalog["addOns"] = json!([{ "id": "backup", "name": "Backup", "amount": "6.67", "interval": "month" }]);
    let held = with(held("old"), json!({ "addOns": [{ "id": "backup", "quantity": 1 }] }));
    // Twice 3.335 are shown as 3.34; the bill of 6.67 leaves 3.33 to the second.
    let shown = preview(&catalog, &held, &json!({ "plan": "new", "addOns": [], "at": HALF }));
    assert_eq!(lines(&shown), ["unused_time -3.34", "charge 6.67", "unused_time -3.33"]);
    assert_eq!((shown["total"].as_str().unwrap(), lost(&shown)), ("0.00", vec!["credit_above_bill 0.01".to_owned()]));
}

#[test]
fn a_refund_is_what_was_received_less_the_used_part_both_with_tax() {
    let policy = json!({ "cancel": { "effective": "now" }, "credit": { "excess": "refund" } });
    let taxed = |received: &Value| {
        let paid = json!([{ "start": APRIL[0], "end": APRIL[1], "amount": "30.00", "received": received }]);
        with(held("old"), json!({ "taxes": [{ "id": "vat", "name": "VAT", "rate": "20" }], "paid": paid }))
    };
    let catalog = two(&policy, "30.00", "60.00");
    let change = json!({ "cancel": true, "at": HALF });
    let shown = preview(&catalog, &taxed(&Value::Null), &change);
    assert_eq!(lines(&shown), ["unused_time -15.00", "tax -3.00"]);
    assert_eq!((&shown["refund"], &shown["toBalance"]), (&json!("18.00"), &json!("0.00")));
    // Of 20.00 received, 15.00 with 3.00 tax were used.
    let shown = preview(&catalog, &taxed(&json!("20.00")), &change);
    assert_eq!((&shown["refund"], &shown["toBalance"]), (&json!("2.00"), &json!("16.00")));
    // Credits of before make the used part no smaller: 15.00 with their tax stay used, and 10.00 are left to credit.
    let paid = |received: &str| {
        let paid = json!([{ "start": APRIL[0], "end": APRIL[1], "amount": "30.00", "credited": "20.00", "received": received }]);
        with(held("old"), json!({ "taxes": [{ "id": "vat", "name": "VAT", "rate": "20" }], "paid": paid }))
    };
    let shown = preview(&catalog, &paid("20.00"), &change);
    assert_eq!((&shown["refund"], &shown["toBalance"]), (&json!("2.00"), &json!("10.00")));
    // And money that never came never goes back, though the list price is worth more than what was billed.
    let listed = two(&with(policy, json!({ "credit": { "base": "list", "excess": "refund" } })), "90.00", "120.00");
    let shown = preview(&listed, &paid("0.00"), &change);
    assert_eq!((&shown["refund"], &shown["toBalance"]), (&json!("0.00"), &json!("12.00")));
}

#[test]
fn what_was_not_received_is_not_received_by_a_change_of_the_period_either() {
    let policy = json!({ "collect": "now", "cancel": { "effective": "now" }, "credit": { "excess": "refund" } });
    let catalog = two(&policy, "30.00", "60.00");
    let paid = json!([{ "start": APRIL[0], "end": APRIL[1], "amount": "30.00", "received": "18.00" }]);
    let held = with(held("old"), json!({ "paid": paid, "taxes": [{ "id": "vat", "name": "VAT", "rate": "20" }] }));
    // Half of 36.00 was received. 15.00 more are charged for the other half, 18.00 with tax.
    let after = applied(&catalog, &held, &json!({ "plan": "new", "at": HALF }));
    let spans: Vec<_> = after["paid"].as_array().unwrap().iter().map(|span| (span["amount"].clone(), span["received"].clone())).collect();
    assert_eq!(spans, [(json!("15.00"), json!("9.00")), (json!("30.00"), json!("27.00"))]);
    // Of 36.00 received, 18.00 were used.
    let shown = preview(&catalog, &after, &json!({ "cancel": true, "at": HALF }));
    assert_eq!((&shown["total"], &shown["refund"], &shown["toBalance"]), (&json!("-36.00"), &json!("18.00"), &json!("18.00")));
}

#[test]
fn a_credit_that_waited_is_no_unused_part_of_what_was_received() {
    let policy = json!({ "cancel": { "effective": "now" }, "credit": { "excess": "refund" } });
    let waiting = json!([{ "kind": "unused_time", "plan": "old", "amount": "-5.00", "quantity": 1, "unitAmount": "30.00" }]);
    let held = with(held("old"), json!({ "paid": [{ "start": APRIL[0], "end": APRIL[1], "amount": "30.00" }], "deferred": waiting }));
    // Half of 30.00 received is used: 15.00 go back as money, and the 5.00 that waited to the balance.
    let shown = preview(&two(&policy, "30.00", "60.00"), &held, &json!({ "cancel": true, "at": HALF }));
    assert_eq!((&shown["total"], &shown["refund"], &shown["toBalance"]), (&json!("-20.00"), &json!("15.00"), &json!("5.00")));
}

#[test]
fn rounded_on_the_net_what_credits_are_above_the_bill_is_rounded_once_too() {
    let policy = json!({ "period": "restart", "unusedOperations": "credit", "credit": { "cap": "bill", "excess": "balance" }, "rounding": { "mode": "half_up", "on": "net" } });
    let granting = |id: &str, amount: &str| plan(id, &json!([{ "interval": "month", "amount": amount, "operations": 3 }]));
    let catalog = catalog(&policy, &json!([granting("old", "10.00"), granting("new", "1.00")]));
    let held = with(held("old"), json!({ "unusedOperations": 1 }));
    // 10 of 30 days and 1 of 3 operations are 3.333… each; above 1.00 they are 2.333… and 3.333…, together 5.67.
    let shown = preview(&catalog, &held, &json!({ "plan": "new", "at": "2024-04-21" }));
    assert_eq!(lines(&shown), ["unused_time -1.00", "charge 1.00", "rounding -0.01", "credit_excess -2.33", "credit_excess -3.33"]);
    assert_eq!((&shown["total"], &shown["toBalance"]), (&json!("-5.67"), &json!("5.67")));
}

#[test]
fn what_waits_leaves_the_balance_and_what_is_due_is_paid_from_it_first() {
    let money = |collect: &str| {
        let catalog = two(&json!({ "collect": collect }), "30.00", "60.00");
        let shown = preview(&catalog, &with(held("old"), json!({ "balance": "5.00" })), &json!({ "plan": "new", "at": HALF }));
        ["dueNow", "balanceUsed", "deferred", "balanceAfter"].map(|key| shown[key].as_str().unwrap().to_owned())
    };
    assert_eq!(money("now"), ["10.00", "5.00", "0.00", "0.00"]);
    assert_eq!(money("next_invoice"), ["0.00", "0.00", "15.00", "5.00"]);
}

#[test]
fn nothing_is_written_alike_before_a_document_is_read_again_and_after() {
    let prices = json!([{ "interval": "month", "amount": "0" }]);
    let policy = json!({ "rounding": { "mode": "half_up", "digits": 1 } });
    let catalog = json!({ "currency": "JPY", "policy": policy, "plans": [plan("old", &prices)] });
    let change = |document: Value| Change::from_document(&common::document(&document)).unwrap();
    let bought = common::checkout(&catalog, &Value::Null).apply(&change(json!({ "plan": "old", "at": HALF }))).unwrap();
    let read = common::checkout(&catalog, &serde_json::to_value(prorata::SubscriptionDocument(&bought)).unwrap());
    let money = |checkout: &prorata::Checkout| {
        let shown = serde_json::to_value(checkout.preview(&change(json!({ "at": HALF }))).unwrap()).unwrap();
        ["dueNow", "balanceUsed", "balanceAfter"].map(|key| shown[key].as_str().unwrap().to_owned())
    };
    assert_eq!(money(&bought), money(&read));
    assert_eq!(money(&read), ["0", "0", "0"]);
}

#[test]
fn what_is_finer_than_the_currency_is_written_alike_before_a_document_is_read_again_and_after() {
    let finer = json!({ "mode": "half_up", "digits": 3 });
    let seated = json!([{ "interval": "month", "amount": "0.01", "per": "seat" }]);
    let policy = json!({ "rounding": finer, "downgrade": { "collect": "next_invoice", "rounding": finer } });
    let catalog = catalog(&policy, &json!([plan("old", &seated)]));
    let written_twice = |held: Value, change: Value, renewed: Value| {
        let change_of = |document: &Value| Change::from_document(&common::document(document)).unwrap();
        let after = common::checkout(&catalog, &held).apply(&change_of(&change)).unwrap();
        let read = common::checkout(&catalog, &serde_json::to_value(prorata::SubscriptionDocument(&after)).unwrap());
        let shown = |checkout: &prorata::Checkout| serde_json::to_value(checkout.preview(&change_of(&renewed)).unwrap()).unwrap();
        assert_eq!(shown(&after), shown(&read));
        shown(&read)
    };
    let renewed = || json!({ "renew": true, "at": APRIL[1] });
    // A balance that is used up to the last decimal, and the price of one in a line that waits.
    let used_up = written_twice(with(held("old"), json!({ "seats": 5, "balance": "0.050" })), renewed(), json!({ "at": APRIL[1] }));
    assert_eq!(used_up["balanceAfter"], "0.00");
    let waiting = written_twice(with(held("old"), json!({ "seats": 5 })), json!({ "seats": 1, "at": APRIL[0] }), renewed());
    assert_eq!(waiting["lines"][0]["unitAmount"], "0.01");
}

#[test]
fn less_than_can_be_charged_is_refused_and_nothing_and_the_least_are_not() {
    let asked = |minimum: &str, balance: &str| {
        let catalog = two(&json!({ "collect": "now", "minimumCharge": minimum }), "30.00", "60.00");
        common::try_preview(&catalog, &with(held("old"), json!({ "balance": balance })), &json!({ "plan": "new", "at": HALF }))
    };
    let error = asked("15.01", "0").unwrap_err();
    assert_eq!((error.code().as_str(), error.kind.as_str()), ("below_minimum", "refusal"));
    let operands = serde_json::to_value(&error).unwrap()["problems"][0]["operands"].clone();
    assert_eq!(operands, json!({ "amount": "15.00", "minimum": "15.01" }));
    assert_eq!(asked("15.00", "0").unwrap().due_now.to_string(), "15.00");
    assert_eq!(asked("15.01", "15.00").unwrap().due_now.to_string(), "0.00");
}

#[test]
fn less_than_a_cent_above_the_bill_is_no_loss() {
    let policy = json!({ "cancel": { "effective": "now" }, "credit": { "cap": "bill", "excess": "forfeit" }, "rounding": { "mode": "half_up", "on": "net" }, "acknowledge": ["forfeit"] });
    let lost_of = |amount: &str| {
        let shown = preview(&two(&policy, amount, "60.00"), &held("old"), &json!({ "cancel": true, "at": "2024-04-21" }));
        (lost(&shown), shown["required"].as_array().unwrap().len())
    };
    // A third of 0.01, and of 0.03.
    assert_eq!(lost_of("0.01"), (Vec::new(), 0));
    assert_eq!(lost_of("0.03"), (vec!["credit_above_bill 0.01".to_owned()], 1));
}

#[test]
fn under_a_cap_by_the_total_credits_come_after_tax() {
    let policy = json!({ "credit": { "cap": "total", "excess": "forfeit" } });
    let held = with(held("old"), json!({ "taxes": [{ "id": "vat", "name": "VAT", "rate": "20" }] }));
    let shown = preview(&two(&policy, "30.00", "200.00"), &held, &json!({ "plan": "new", "at": HALF }));
    assert_eq!(lines(&shown), ["charge 100.00", "tax 20.00", "unused_time -15.00"]);
    assert_eq!(shown["dueNow"], "105.00");
}

// ------------------------------------------------------------------------------------------------
// Operations
// ------------------------------------------------------------------------------------------------

#[test]
fn forfeited_operations_are_listed_with_their_value_where_they_have_one() {
    let prices = json!([{ "interval": "month", "amount": "10.00", "operations": 1000 }]);
    let plans = json!([plan("old", &prices), monthly("plain", "5.00"), monthly("new", "20.00")]);
    let catalog = catalog(&json!({ "unusedOperations": "forfeit" }), &plans);
    let shown = preview(&catalog, &with(held("old"), json!({ "unusedOperations": 500 })), &json!({ "plan": "new", "at": HALF }));
    assert_eq!((lost(&shown), &shown["operations"]["forfeited"]), (vec!["unused_operations 5.00".to_owned()], &json!(500)));
    let shown = preview(&catalog, &with(held("plain"), json!({ "unusedOperations": 500 })), &json!({ "plan": "new", "at": HALF }));
    assert_eq!((lost(&shown), &shown["operations"]["forfeited"]), (Vec::new(), &json!(500)));
}

#[test]
fn a_price_without_an_allowance_can_be_left_where_no_operations_are_to_be_valued() {
    let catalog = two(&json!("make"), "10.00", "20.00");
    assert_eq!(lines(&preview(&catalog, &held("old"), &json!({ "plan": "new", "at": HALF }))), ["charge 20.00"]);
    let refusal = refused(&catalog, &with(held("old"), json!({ "unusedOperations": 5 })), &json!({ "plan": "new", "at": HALF }));
    assert_eq!(refusal.0, "allowance_zero");
}

#[test]
fn forfeited_time_is_limited_by_what_was_paid_and_rounded_once_on_its_sum() {
    let add_on = |id: &str, amount: &str| json!({ "id": id, "name": id, "amount": amount, "interval": "month" });
    let catalog = with(
        catalog(&json!({ "unusedTime": "forfeit", "period": "restart" }), &json!([monthly("old", "10.00")])),
        json!({ "addOns": [add_on("x", "30.00"), add_on("y", "302.50")] }),
    );
    let period = json!({ "start": "2027-02-28", "end": "2027-03-28" });
    let paid = json!([{ "start": "2027-02-28", "end": "2027-03-28", "amount": "342.50", "credited": "205.50" }]);
    let both = json!([{ "id": "x", "quantity": 1 }, { "id": "y", "quantity": 1 }]);
    let held = json!({ "plan": "old", "interval": "month", "addOns": both, "period": period, "paid": paid });
    // 12 of 28 days are 146.79, of which 137.00 were not given back before.
    assert_eq!(lost(&preview(&catalog, &held, &json!({ "addOns": [], "at": "2027-03-16" }))), ["unused_time 137.00"]);
}

#[test]
fn grants_of_a_year_that_lie_beyond_a_stub_of_it_are_neither_to_come_nor_lost() {
    let prices = json!([{ "interval": "year", "amount": "1200.00", "operations": 1500, "resets": "month" }]);
    let catalog = catalog(&json!("make"), &json!([plan("old", &prices), monthly("new", "5000.00")]));
    let lost_of = |end: &str| {
        let held = json!({ "plan": "old", "interval": "year", "anchor": end, "period": { "start": "2026-03-01", "end": end } });
        let shown = preview(&catalog, &held, &json!({ "plan": "new", "at": "2026-03-11" }));
        (lost(&shown), preview(&catalog, &held, &json!({ "at": "2026-03-11" }))["operations"]["resetsAt"].clone())
    };
    assert_eq!(lost_of("2026-03-30"), (Vec::new(), json!("2026-03-30")));
    // April's and May's, 3,000 of the 18,000 that 1200.00 buys.
    assert_eq!(lost_of("2026-05-02"), (vec!["future_grants 200.00".to_owned()], json!("2026-04-01")));
    assert_eq!(lost_of("2026-05-01"), (vec!["future_grants 100.00".to_owned()], json!("2026-04-01")));
}

#[test]
fn a_price_that_seats_included_make_nothing_of_is_no_free_plan() {
    let price = json!([{ "interval": "month", "amount": "10.00", "per": "seat", "operations": 100 }]);
    let team = with(plan("team", &price), json!({ "seats": { "included": 3 } }));
    let plans = json!([monthly("free", "0.00"), plan("solo", &json!([{ "interval": "month", "amount": "5.00", "operations": 100 }])), team]);
    let catalog = catalog(&json!("make"), &plans);
    let direction = |from: &Value, to: &str| preview(&catalog, from, &json!({ "plan": to, "at": HALF }))["direction"].clone();
    let held_team = with(held("team"), json!({ "seats": 2, "unusedOperations": 40 }));
    assert_eq!([direction(&held("solo"), "team"), direction(&held_team, "solo"), direction(&held_team, "free")], ["upgrade", "downgrade", "cancel"]);
    assert_eq!(preview(&catalog, &held_team, &json!({ "plan": "solo", "at": HALF }))["operations"]["transferred"], 40);
}

// ------------------------------------------------------------------------------------------------
// Items and lines
// ------------------------------------------------------------------------------------------------

fn seated(prices: &Value) -> Value {
    catalog(&json!({}), &json!([plan("team", prices)]))
}

#[test]
fn a_change_of_seats_settles_the_seats_alone() {
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": null, "unitAmount": "4.00" }] });
    let catalog = seated(&json!([{ "interval": "month", "amount": "20.00", "tiers": tiers }]));
    let shown = preview(&catalog, &with(held("team"), json!({ "seats": 2 })), &json!({ "seats": 5, "at": HALF }));
    assert_eq!(lines(&shown), ["unused_time -4.00", "charge 10.00"]);
    assert_eq!((&shown["lines"][1]["unitAmount"], &shown["lines"][1]["quantity"]), (&json!("4.00"), &json!(5)));
    assert_eq!(shown["lines"][1]["because"]["bands"], json!([{ "to": null, "quantity": 5, "unitAmount": "4.00", "amount": "20.00" }]));
}

#[test]
fn seats_of_one_flat_band_are_settled_although_they_cost_the_same() {
    let tiers = json!({ "mode": "volume", "bands": [{ "to": 10, "flatAmount": "50.00" }, { "to": null, "unitAmount": "4.00" }] });
    let catalog = seated(&json!([{ "interval": "month", "amount": "0.00", "tiers": tiers }]));
    let shown = preview(&catalog, &with(held("team"), json!({ "seats": 2 })), &json!({ "seats": 5, "at": HALF }));
    assert_eq!(lines(&shown), ["unused_time -25.00", "charge 25.00"]);
    // 50.00 for 5.
    assert_eq!(shown["lines"][1]["unitAmount"], "10.00");
}

#[test]
fn another_price_beside_other_seats_is_settled_too() {
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": null, "unitAmount": "4.00" }] });
    let price = |id: &str, amount: &str| json!({ "id": id, "interval": "month", "amount": amount, "tiers": tiers });
    let catalog = seated(&json!([price("plain", "20.00"), price("better", "24.00")]));
    let shown = preview(&catalog, &with(held("team"), json!({ "seats": 2, "price": "plain" })), &json!({ "price": "better", "seats": 5, "at": HALF }));
    assert_eq!(lines(&shown), ["unused_time -10.00", "charge 12.00", "unused_time -4.00", "charge 10.00"]);
}

#[test]
fn the_difference_is_one_line_rounded_once_and_a_negative_one_is_a_credit() {
    let policy = json!({ "charge": "difference" });
    // 6.01 ÷ 2 = 3.005, and the same back.
    let up = preview(&two(&policy, "10.00", "16.01"), &held("old"), &json!({ "plan": "new", "at": HALF }));
    assert_eq!(lines(&up), ["difference 3.01"]);
    assert_eq!(up["lines"][0]["because"]["exact"], "3.005");
    let down = preview(&two(&policy, "10.00", "16.01"), &held("new"), &json!({ "plan": "old", "at": HALF }));
    assert_eq!((lines(&down), &down["toBalance"]), (vec!["difference -3.01".to_owned()], &json!("3.01")));
}

#[test]
fn an_add_on_with_a_base_amount_and_tiers_is_two_lines_in_its_own_rhythm() {
    let mut catalog = two(&json!({}), "10.00", "20.00");
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": null, "unitAmount": "2.00" }] });
    catalog["addOns"] = json!([
        { "id": "disks", "name": "Disks", "amount": "5.00", "interval": "month", "tiers": tiers },
        { "id": "tapes", "name": "Tapes", "amount": "0.00", "interval": "month", "tiers": tiers },
        { "id": "backup", "name": "Backup", "amount": "120.00", "interval": "year" },
    ]);
    catalog["discounts"] = json!([{ "id": "half", "percent": "50" }]);
    let add_ons = json!([{ "id": "disks", "quantity": 3 }, { "id": "tapes", "quantity": 4 }, { "id": "backup", "quantity": 1 }]);
    let mut change = json!({ "plan": "old", "interval": "month", "addOns": add_ons, "at": HALF });
    // A year's 120.00 are 10.00 in a month.
    let shown = preview(&catalog, &Value::Null, &change);
    assert_eq!(lines(&shown), ["charge 10.00", "add_on 5.00", "add_on 6.00", "add_on 8.00", "add_on 10.00"]);
    change["discounts"] = json!(["half"]);
    assert_eq!(preview(&catalog, &Value::Null, &change)["discount"], "19.50");
}

#[test]
fn lines_of_nothing_are_not_shown_but_what_is_sold_keeps_one() {
    let shown = preview(&two(&json!({}), "0.00", "20.00"), &Value::Null, &json!({ "plan": "old", "at": HALF }));
    assert_eq!(lines(&shown), ["charge 0.00"]);
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": null, "unitAmount": "4.00" }] });
    let catalog = seated(&json!([{ "interval": "month", "amount": "0.00", "tiers": tiers }]));
    let purchase = |seats: u32| lines(&preview(&catalog, &Value::Null, &json!({ "plan": "team", "seats": seats, "at": HALF })));
    assert_eq!(purchase(2), ["charge 8.00"]);
    let mut free = catalog.clone();
    free["plans"][0]["prices"][0]["tiers"]["bands"][0]["unitAmount"] = json!("0");
    assert_eq!(lines(&preview(&free, &Value::Null, &json!({ "plan": "team", "seats": 2, "at": HALF }))), ["charge 0.00"]);
}

#[test]
fn an_inclusive_tax_is_a_line_of_nothing_that_says_what_it_contains() {
    let customer = json!({ "taxes": [{ "id": "vat", "name": "VAT", "rate": "20", "inclusive": true }] });
    let shown = preview(&two(&json!({}), "100.00", "200.00"), &customer, &json!({ "plan": "old", "at": HALF }));
    // 100.00 × 20 ÷ 120.
    assert_eq!(lines(&shown), ["charge 100.00", "tax 0.00"]);
    assert_eq!((&shown["lines"][1]["included"], &shown["total"]), (&json!("16.67"), &json!("100.00")));
}

#[test]
fn rounded_on_the_net_the_total_is_rounded_once_and_a_line_closes_the_sum() {
    let customer = json!({ "taxes": [{ "id": "state", "name": "State", "rate": "8.875" }, { "id": "city", "name": "City", "rate": "8.875" }] });
    let change = json!({ "plan": "old", "at": HALF });
    let bought = |rounding: Value, amount: &str| preview(&two(&json!({ "rounding": rounding }), amount, "20.00"), &customer, &change);
    // 9.99 × 1.1775 = 11.763225; each tax is 0.8866125.
    let net = bought(json!({ "mode": "half_up", "on": "net" }), "9.99");
    assert_eq!(lines(&net), ["charge 9.99", "tax 0.89", "tax 0.89", "rounding -0.01"]);
    assert_eq!((&net["total"], &net["lines"][3]["because"]["mode"]), (&json!("11.76"), &json!("half_up")));
    assert_eq!(bought(json!({ "mode": "half_even", "on": "net" }), "9.99")["lines"][3]["because"]["mode"], "half_even");
    assert_eq!(bought(json!({ "mode": "half_up" }), "9.99")["total"], "11.77");
    // 8.00 × 0.08875 = 0.71: nothing to close.
    assert_eq!(lines(&bought(json!({ "mode": "half_up", "on": "net" }), "8.00")), ["charge 8.00", "tax 0.71", "tax 0.71"]);
    // Twice 0.8866125 down are 1.76 of 1.773225; twice 0.8804 up are 1.78 of 1.7608.
    for (mode, amount, gap) in [("down", "9.99", "0.01"), ("up", "9.92", "-0.01")] {
        let closing = &bought(json!({ "mode": mode, "on": "net" }), amount)["lines"][3];
        assert_eq!((&closing["amount"], &closing["because"]["mode"]), (&json!(gap), &json!(mode)));
    }
}

#[test]
fn what_waits_is_the_rounded_net_that_was_previewed() {
    let policy = json!({ "collect": "next_invoice", "rounding": { "mode": "half_up", "on": "net" } });
    let catalog = two(&policy, "10.01", "20.04");
    let change = json!({ "plan": "new", "at": HALF });
    // 10.02 − 5.005 = 5.015.
    let agreed = preview(&catalog, &held("old"), &change);
    assert_eq!(lines(&agreed), ["unused_time -5.01", "charge 10.02", "rounding 0.01"]);
    let waiting = applied(&catalog, &held("old"), &change);
    let renewed = preview(&catalog, &waiting, &json!({ "renew": true, "at": APRIL[1] }));
    assert_eq!((&agreed["total"], &renewed["total"]), (&json!("5.02"), &json!("25.06")));
}

#[test]
fn what_waits_is_the_net_that_was_previewed_also_where_a_credit_of_less_than_a_cent_is_not_shown() {
    let policy = json!({ "collect": "next_invoice", "rounding": { "mode": "half_up", "on": "net" } });
    let catalog = two(&policy, "0.01", "113.85");
    // One of 30 days: 3.795 − 0.00033… = 3.79466….
    let change = json!({ "plan": "new", "at": "2024-04-30" });
    let agreed = preview(&catalog, &held("old"), &change);
    assert_eq!(lines(&agreed), ["charge 3.80", "rounding -0.01"]);
    let renewed = preview(&catalog, &applied(&catalog, &held("old"), &change), &json!({ "renew": true, "at": APRIL[1] }));
    assert_eq!((&agreed["deferred"], &agreed["next"]["amount"], &renewed["total"]), (&json!("3.79"), &json!("117.64"), &json!("117.64")));
}

// ------------------------------------------------------------------------------------------------
// Discounts
// ------------------------------------------------------------------------------------------------

fn discounted(discounts: &Value) -> Value {
    with(two(&json!({}), "100.00", "200.00"), json!({ "discounts": discounts }))
}

#[test]
fn a_discount_holds_for_its_periods_its_plans_and_until_its_end() {
    let bought = |discount: Value, at: &str| {
        let shown = preview(&discounted(&json!([discount])), &Value::Null, &json!({ "plan": "old", "discounts": ["half"], "at": at }));
        (shown["dueNow"].as_str().unwrap().to_owned(), shown["next"]["amount"].as_str().unwrap().to_owned())
    };
    let amounts = |due: &str, next: &str| (due.to_owned(), next.to_owned());
    assert_eq!(bought(json!({ "id": "half", "percent": "50" }), HALF), amounts("50.00", "50.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "periods": 1 }), HALF), amounts("50.00", "100.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "periods": 2 }), HALF), amounts("50.00", "50.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "plans": ["new"] }), HALF), amounts("100.00", "100.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "plans": ["old"] }), HALF), amounts("50.00", "50.00"));
    // A period that begins at the end is not discounted.
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "until": "2024-04-16" }), HALF), amounts("100.00", "100.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "until": "2024-04-17" }), HALF), amounts("50.00", "100.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "until": "2024-04-17", "plans": ["new"] }), HALF), amounts("100.00", "100.00"));
    assert_eq!(bought(json!({ "id": "half", "percent": "50", "periods": 3, "until": "2024-04-16" }), HALF), amounts("100.00", "100.00"));
}

#[test]
fn several_discounts_apply_in_order_each_on_what_the_former_left_and_never_below_nothing() {
    let catalog = discounted(&json!([{ "id": "half", "percent": "50" }, { "id": "twenty", "amount": "20.00" }, { "id": "much", "amount": "500.00" }]));
    let bought = |ids: &[&str]| lines(&preview(&catalog, &Value::Null, &json!({ "plan": "old", "discounts": ids, "at": HALF })));
    assert_eq!(bought(&["half", "twenty"]), ["charge 100.00", "discount -50.00", "discount -20.00"]);
    assert_eq!(bought(&["twenty", "half"]), ["charge 100.00", "discount -20.00", "discount -40.00"]);
    assert_eq!(bought(&["half", "much"]), ["charge 100.00", "discount -50.00", "discount -50.00"]);
}

#[test]
fn a_fixed_discount_is_split_in_proportion_before_time_is_prorated() {
    let mut catalog = two(&json!({}), "5.00", "20.00");
    catalog["addOns"] = json!([{ "id": "backup", "name": "Backup", "amount": "10.00", "interval": "month" }]);
    catalog["discounts"] = json!([{ "id": "one", "amount": "1.00" }]);
    let add_ons = json!([{ "id": "backup", "quantity": 1 }]);
    // 1.00 over 20.00 and 10.00 is 0.67 and 0.33, the odd cent to the larger remainder: 19.33 ÷ 2 and 9.67 ÷ 2.
    let change = json!({ "plan": "new", "addOns": add_ons, "discounts": ["one"], "at": HALF });
    let shown = preview(&catalog, &held("old"), &change);
    assert_eq!(lines(&shown), ["unused_time -2.50", "charge 9.67", "add_on 4.84"]);
    assert_eq!(shown["lines"][1]["because"]["discounted"], "19.33");
}

#[test]
fn a_fixed_discount_takes_no_more_of_a_price_than_there_is_of_it() {
    let mut catalog = two(&json!({ "rounding": { "mode": "up" } }), "0.01", "20.00");
    catalog["addOns"] = json!([{ "id": "backup", "name": "Backup", "amount": "100.00", "interval": "month" }]);
    catalog["discounts"] = json!([{ "id": "p", "percent": "33" }, { "id": "f", "amount": "60.00" }]);
    let add_ons = json!([{ "id": "backup", "quantity": 1 }]);
    let held = with(held("old"), json!({ "addOns": add_ons, "discounts": ["p", "f"] }));
    let shown = preview(&catalog, &held, &json!({ "plan": "new", "discounts": [], "at": HALF }));
    // 60.00 over 0.0067 and 67.00: the odd cent is the former's, of which only 0.0067 are left; 67.00 less 59.99 is 7.01.
    assert_eq!(lines(&shown), ["charge 10.00", "unused_time -3.51", "add_on 50.00"]);
}

#[test]
fn a_fixed_discount_takes_no_less_than_what_a_percentage_left_as_it_is_shown() {
    let discounts = json!([{ "id": "p", "percent": "25" }, { "id": "f", "amount": "6.00" }]);
    let policy = json!({ "rounding": { "mode": "down" }, "collect": "now" });
    let catalog =
        with(two(&policy, "0.05", "20.00"), json!({ "discounts": discounts, "addOns": [{ "id": "o", "name": "O", "amount": "40.00", "interval": "once" }] }));
    let bought = |plan: &str| preview(&catalog, &Value::Null, &json!({ "plan": plan, "at": APRIL[0], "discounts": ["p", "f"] }));
    // A quarter of 0.05 is 0.0125: 0.01 off, 0.04 left, and all of that goes.
    assert_eq!(lines(&bought("old")), ["charge 0.05", "discount -0.01", "discount -0.04"]);
    assert_eq!(lines(&bought("new")), ["charge 20.00", "discount -5.00", "discount -6.00"]);
    // Alone on a bill, what is billed once bears its part: 30.00 of 45.00.
    let held = with(held("new"), json!({ "discounts": ["p", "f"] }));
    let once = preview(&catalog, &held, &json!({ "addOns": [{ "id": "o", "quantity": 1 }], "at": HALF }));
    assert_eq!(lines(&once), ["add_on 40.00", "discount -10.00", "discount -4.00"]);
}

// ------------------------------------------------------------------------------------------------
// Numbers
// ------------------------------------------------------------------------------------------------

#[test]
fn whole_numbers_above_and_below_a_fraction() {
    let exact = |numerator, denominator| Exact::ratio(numerator, denominator);
    for (value, ceiling, floor) in
        [(exact(7, 2), 4, 3), (exact(-7, 2), -3, -4), (exact(4, 2), 2, 2), (exact(-4, 2), -2, -2), (Exact::ZERO, 0, 0), (exact(7, -2), -3, -4)]
    {
        assert_eq!((value.ceiling().unwrap(), value.floor().unwrap()), (ceiling, floor), "{value:?}");
    }
    assert!(!Exact::ZERO.is_negative() && exact(-1, 2).is_negative());
}

#[test]
fn nothing_is_divided_by_nothing() {
    assert!(Exact::ratio(1, 0).compare(&Exact::ZERO).is_err());
    assert!(Exact::ONE.div(&Exact::ZERO).compare(&Exact::ZERO).is_err());
}

#[test]
fn the_longest_decimals_are_read_and_written_whole() {
    assert_eq!(decimal_text(parse_decimal("999999999999999.999999999999", 12).unwrap()), "999999999999999.999999999999");
    assert_eq!(decimal_text(Decimal::MAX.into()), "79228162514264337593543950335");
    assert_eq!(decimal_text(Decimal::MIN.into()), "-79228162514264337593543950335");
}

#[test]
fn fractions_beyond_128_bits_are_summed_on_reduced_terms() {
    // A thousand thirds, each in other terms: 1 ÷ 3, 2 ÷ 6, 3 ÷ 9 …
    let mut sum = Exact::ZERO;
    for part in 1..=1000_i64 {
        sum = sum.add(&Exact::ratio(part, 3 * part));
    }
    assert_eq!(sum.compare(&Exact::ratio(1000, 3)).unwrap(), core::cmp::Ordering::Equal);
}

#[test]
fn what_follows_a_change_is_the_same_invoice_after_invoice() {
    let catalog = Catalog::new(&document(&two(&json!({}), "10.00", "20.00"))).unwrap();
    let checkout = catalog.checkout(&document(&held("old"))).unwrap();
    let change = Change::from_document(&document(&json!({ "plan": "new", "at": HALF }))).unwrap();
    let invoices = serde_json::to_value(checkout.schedule(&change, 3).unwrap()).unwrap();
    let shown: Vec<_> = invoices.as_array().unwrap().iter().map(|invoice| (invoice["at"].as_str().unwrap(), invoice["amount"].as_str().unwrap())).collect();
    assert_eq!(shown, [("2024-05-01", "20.00"), ("2024-06-01", "20.00"), ("2024-07-01", "20.00")]);
}

// ------------------------------------------------------------------------------------------------
// The calendar
// ------------------------------------------------------------------------------------------------

fn prorated(proration: Value, from: &str) -> String {
    let year = json!({ "start": "2024-01-01", "end": "2025-01-01" });
    let input = json!({ "amount": "12.00", "currency": "USD", "period": year, "from": from, "proration": proration });
    rules::prorate(&document(&input)).unwrap().factor
}

#[test]
fn by_months_a_begun_one_is_used_or_not_and_none_is_begun_on_its_first_day() {
    for (begun, from, factor) in
        [("used", "2024-04-01", "9/12"), ("used", "2024-04-02", "8/12"), ("unused", "2024-04-01", "9/12"), ("unused", "2024-04-15", "9/12")]
    {
        assert_eq!(prorated(json!({ "basis": "month", "begun": begun }), from), factor, "{begun} {from}");
    }
}

#[test]
fn instants_have_nine_decimals_and_offsets_below_a_day_at_most() {
    let read = |text: &str| Timestamp::parse(text).map(|at| at.to_string());
    for text in ["2026-01-01T00:00:00.123456789Z", "2026-01-01T00:00:00+23:59", "2026-01-01T00:00:00-23:59", "2026-01-01T23:59:59Z"] {
        assert_eq!(read(text).as_deref(), Some(text));
    }
    for text in ["2026-01-01T00:00:00+24:00", "2026-01-01T00:00:00+00:60", "2026-01-01T00:00:00+99:99", "2026-01-01T00:00:60Z"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn seconds_later_a_date_is_an_instant_and_an_offset_stays() {
    let later = |text: &str| Timestamp::parse(text).unwrap().plus_seconds(90).unwrap().to_string();
    assert_eq!(later("2026-01-01"), "2026-01-01T00:01:30Z");
    assert_eq!(later("2026-01-01T23:59:00+02:00"), "2026-01-02T00:00:30+02:00");
}

#[test]
fn a_preview_is_fresh_for_its_age_and_no_further_ahead_than_clocks_differ() {
    let checkout = common::checkout(&two(&json!({}), "10.00", "20.00"), &held("old"));
    let change = Change::from_document(&document(&json!({ "plan": "new", "at": "2024-04-16T12:00:00Z", "answers": { "acknowledged": ["billing"] } }))).unwrap();
    let against = |now: &str| {
        let (_, problems) = checkout.verify(&change, Timestamp::parse(now).unwrap(), 900, 60).unwrap();
        problems.iter().map(|problem| problem.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(against("2024-04-16T12:15:00Z"), Vec::<&str>::new());
    assert_eq!(against("2024-04-16T12:15:01Z"), ["stale"]);
    assert_eq!(against("2024-04-16T11:59:00Z"), Vec::<&str>::new());
    assert_eq!(against("2024-04-16T11:58:59Z"), ["future"]);
}

#[test]
fn what_is_not_sold_by_an_interval_is_refused_with_the_interval_in_words() {
    let message = |interval: Value| {
        let change = json!({ "plan": "new", "interval": interval, "at": HALF });
        common::try_preview(&two(&json!({}), "10.00", "20.00"), &held("old"), &change).unwrap_err().problems[0].message.to_string()
    };
    assert_eq!(message(json!("year")), "new is not sold by the year");
    assert_eq!(message(json!({ "unit": "day", "count": 1 })), "new is not sold by the day");
    assert_eq!(message(json!({ "unit": "week", "count": 2 })), "new is not sold by the 2 weeks");
}

#[test]
fn periods_of_an_anchor_run_on_to_an_end_which_cuts_the_last() {
    let list = |input: Value| serde_json::to_value(rules::periods(&document(&input)).unwrap()).unwrap();
    let shown = list(json!({ "anchor": "2024-01-31", "interval": "month", "from": "2024-02-10", "until": "2024-03-20" }));
    assert_eq!(
        shown,
        json!([
            { "start": "2024-02-10", "end": "2024-02-29", "of": { "start": "2024-01-31", "end": "2024-02-29" } },
            { "start": "2024-02-29", "end": "2024-03-20", "of": { "start": "2024-02-29", "end": "2024-03-31" } },
        ])
    );
    assert_eq!(list(json!({ "anchor": "2024-01-31", "interval": "month", "until": "2024-02-29" })).as_array().unwrap().len(), 1);
    assert_eq!(list(json!({ "anchor": "2024-01-31", "interval": "month", "count": 0 })), json!([]));
}

#[test]
fn a_monthly_grant_is_replaced_on_its_anniversary_and_the_last_one_at_the_end() {
    let prices = json!([{ "interval": "year", "amount": "120.00", "operations": 1000, "resets": "month" }]);
    let catalog = catalog(&json!({}), &json!([plan("old", &prices)]));
    let resets = |at: &str| {
        let held = json!({ "plan": "old", "interval": "year", "period": { "start": "2024-01-31", "end": "2025-01-31" } });
        preview(&catalog, &held, &json!({ "at": at }))["operations"]["resetsAt"].clone()
    };
    for (at, next) in
        [("2024-01-31", "2024-02-29"), ("2024-02-28", "2024-02-29"), ("2024-02-29", "2024-03-31"), ("2024-12-31", "2025-01-31"), ("2025-01-31", "2025-01-31")]
    {
        assert_eq!(resets(at), next, "{at}");
    }
}

// ------------------------------------------------------------------------------------------------
// What is asked for
// ------------------------------------------------------------------------------------------------

#[test]
fn in_the_last_month_of_a_year_no_grant_is_to_come_and_none_is_lost() {
    let prices = json!([{ "interval": "year", "amount": "120.00", "operations": 1000, "resets": "month" }]);
    let catalog = catalog(&json!("make"), &json!([plan("old", &prices), monthly("new", "200.00")]));
    let held = json!({ "plan": "old", "interval": "year", "period": { "start": "2024-01-01", "end": "2024-12-31" } });
    let lost_at = |at: &str| lost(&preview(&catalog, &held, &json!({ "plan": "new", "at": at })));
    assert_eq!(lost_at("2024-11-30"), ["future_grants 10.00"]);
    assert_eq!(lost_at("2024-12-01"), Vec::<String>::new());
}

#[test]
fn seats_that_are_all_included_still_owe_the_fee_of_the_first_band() {
    let tiers = json!({ "mode": "graduated", "bands": [{ "to": null, "unitAmount": "4.00", "flatAmount": "10.00" }] });
    let mut catalog = seated(&json!([{ "interval": "month", "amount": "0.00", "tiers": tiers }]));
    catalog["plans"][0]["seats"] = json!({ "included": 3 });
    assert_eq!(lines(&preview(&catalog, &Value::Null, &json!({ "plan": "team", "seats": 2, "at": HALF }))), ["charge 10.00"]);
}

#[test]
fn a_discount_that_waited_lowers_the_tax_and_is_no_credit() {
    let waiting = json!([
        { "kind": "charge", "plan": "old", "amount": "50.00", "quantity": 1, "unitAmount": "50.00" },
        { "kind": "discount", "amount": "-10.00", "quantity": 1, "unitAmount": "10.00" },
    ]);
    let held = with(held("old"), json!({ "deferred": waiting, "taxes": [{ "id": "vat", "name": "VAT", "rate": "20" }] }));
    let policy = json!({ "credit": { "cap": "total", "excess": "forfeit" } });
    // 50.00 − 10.00 + 20.00, and a fifth of it.
    let shown = preview(&two(&policy, "20.00", "30.00"), &held, &json!({ "renew": true, "at": APRIL[1] }));
    assert_eq!((&shown["tax"], &shown["total"]), (&json!("12.00"), &json!("72.00")));
}

#[test]
fn seats_added_and_removed_have_treatments_of_their_own() {
    let policy = json!({ "seatsAdded": { "collect": "next_invoice" }, "seatsRemoved": { "effective": "period_end" } });
    let price = json!([{ "interval": "month", "amount": "10.00", "per": "seat" }]);
    let catalog = catalog(&policy, &json!([plan("team", &price)]));
    let asked = |seats: u32| preview(&catalog, &with(held("team"), json!({ "seats": 4 })), &json!({ "seats": seats, "at": HALF }));
    let added = asked(6);
    assert_eq!((&added["deferred"], &added["dueNow"], &added["effectiveAt"]), (&json!("10.00"), &json!("0.00"), &json!(HALF)));
    let removed = asked(2);
    assert_eq!((&removed["lines"], &removed["effectiveAt"]), (&json!([]), &json!(APRIL[1])));
}

#[test]
fn a_provider_that_prorates_no_allowance_refuses_to() {
    let prices = |amount: &str| json!([{ "interval": "month", "amount": amount, "operations": 1000 }]);
    let change = json!({ "plan": "new", "at": HALF });
    let granting = catalog(&json!("paddle"), &json!([plan("old", &prices("10.00")), plan("new", &prices("20.00"))]));
    assert_eq!(refused(&granting, &held("old"), &change), ("not_offered".into(), "plan".into(), "refusal".into()));
    assert!(common::try_preview(&two(&json!("paddle"), "10.00", "20.00"), &held("old"), &change).is_ok());
    for upgrade in [json!({ "charge": "full" }), json!({ "unusedTime": "none" })] {
        let granting = with(granting.clone(), json!({ "policy": { "preset": "paddle", "upgrade": upgrade } }));
        assert_eq!(refused(&granting, &held("old"), &change).1, "plan");
    }
}

#[test]
fn a_first_purchase_is_now_and_there_is_nothing_else_to_change() {
    let catalog = two(&json!({}), "10.00", "20.00");
    let code = |change: Value| refused(&catalog, &Value::Null, &with(json!({ "at": HALF }), change)).0;
    for change in [json!({ "cancel": true }), json!({ "renew": true }), json!({ "withdraw": true }), json!({ "extraOperations": 1 })] {
        assert_eq!(code(change.clone()), "no_subscription", "{change}");
    }
    for change in [json!({ "plan": "old", "effective": "period_end" }), json!({ "plan": "old", "period": "keep" })] {
        assert_eq!(code(change.clone()), "not_offered", "{change}");
    }
}

#[test]
fn renewed_on_time_the_old_days_go_on_and_later_they_begin_anew() {
    let catalog = two(&json!({}), "10.00", "20.00");
    let march = json!({ "plan": "old", "interval": "month", "anchor": "2024-01-31", "period": { "start": "2024-02-29", "end": "2024-03-31" } });
    let renewed = |status: &str, change: Value| {
        let held = with(march.clone(), json!({ "status": status }));
        preview(&catalog, &held, &with(json!({ "renew": true }), change))["period"]["end"].clone()
    };
    // To 30 April, the 31st that it has not; ten days late, for a month from then.
    assert_eq!(renewed("active", json!({ "at": "2024-03-31" })), "2024-04-30");
    assert_eq!(renewed("active", json!({ "at": "2024-04-10" })), "2024-05-10");
    assert_eq!(renewed("expired", json!({ "at": "2024-04-10" })), "2024-05-10");
    assert_eq!(renewed("active", json!({ "at": "2024-03-31", "anchor": 15 })), "2024-04-15");
    assert_eq!(refused(&catalog, &march, &json!({ "renew": true, "at": "2024-03-30" })).0, "not_expired");
    // From a short month back to the 31st; but another rhythm has no day to return to.
    let prices = json!([{ "interval": "month", "amount": "10.00" }, { "interval": "year", "amount": "100.00" }]);
    let both = common::catalog(&json!({}), &json!([plan("old", &prices)]));
    let february = json!({ "plan": "old", "interval": "month", "period": { "start": "2024-01-31", "end": "2024-02-29" } });
    let end = |change: Value| preview(&both, &february, &with(json!({ "renew": true, "at": "2024-02-29" }), change))["period"]["end"].clone();
    assert_eq!((end(json!({})), end(json!({ "interval": "year" }))), (json!("2024-03-31"), json!("2025-02-28")));
    let expired = with(february.clone(), json!({ "status": "expired" }));
    assert_eq!(refused(&both, &expired, &json!({ "renew": true, "at": "2024-01-30" })).0, "outside_period");
    assert_eq!(lines(&preview(&both, &expired, &json!({ "renew": true, "at": "2024-02-10" }))), ["charge 10.00"]);
}

#[test]
fn what_is_agreed_for_the_period_end_returns_to_the_same_day_unless_its_rhythm_is_another() {
    let prices = json!([{ "interval": "month", "amount": "30.00" }, { "interval": "year", "amount": "365.00" }]);
    let shown = |period: &str, held: Value, change: Value| {
        let policy = json!({ "period": period, "effective": "period_end" });
        let catalog = catalog(&policy, &json!([plan("old", &prices), monthly("new", "60.00")]));
        let shown = preview(&catalog, &held, &with(json!({ "at": HALF }), change));
        (shown["period"]["end"].clone(), shown["next"]["amount"].clone())
    };
    let april = || json!({ "plan": "old", "interval": "month", "anchor": 31, "period": { "start": "2024-03-31", "end": "2024-04-30" } });
    assert_eq!(shown("keep", april(), json!({ "plan": "new" })), (json!("2024-05-31"), json!("60.00")));
    assert_eq!(shown("keep", held("old"), json!({ "interval": "year" })), (json!("2025-05-01"), json!("365.00")));
    // On the old day, 335 of the 365 days since 1 April.
    assert_eq!(shown("keep_anchor", held("old"), json!({ "interval": "year" })), (json!("2025-04-01"), json!("335.00")));
}

#[test]
fn a_renewal_begins_another_rhythm_on_the_day_that_was_shown_when_it_was_agreed() {
    // A year of 300.00 beside 30.00 a month is a downgrade by price.
    let prices = json!([{ "interval": "month", "amount": "30.00" }, { "interval": "year", "amount": "300.00" }]);
    let to_a_year = |upgrade: &str, downgrade: &str| {
        let policy = json!({ "direction": "price", "effective": "period_end", "upgrade": { "period": upgrade }, "downgrade": { "period": downgrade } });
        let catalog = catalog(&policy, &json!([plan("old", &prices)]));
        let change = json!({ "interval": "year", "at": HALF });
        let agreed = preview(&catalog, &held("old"), &change);
        let renewed = preview(&catalog, &applied(&catalog, &held("old"), &change), &json!({ "renew": true, "at": APRIL[1] }));
        assert_eq!((&renewed["dueNow"], &renewed["period"]), (&agreed["next"]["amount"], &agreed["period"]));
        (renewed["dueNow"].clone(), renewed["period"]["end"].clone())
    };
    // 335 of the 365 days since 1 April, where the treatment of a downgrade keeps the day.
    assert_eq!(to_a_year("keep", "keep_anchor"), (json!("275.34"), json!("2025-04-01")));
    assert_eq!(to_a_year("keep_anchor", "keep"), (json!("300.00"), json!("2025-05-01")));
}

#[test]
fn what_waits_is_billed_last_where_nothing_follows() {
    let waiting = json!([{ "kind": "charge", "plan": "old", "amount": "7.00", "quantity": 1, "unitAmount": "10.00" }]);
    let catalog = two(&json!({ "cancel": { "effective": "period_end" } }), "10.00", "20.00");
    let held = with(held("old"), json!({ "deferred": waiting, "balance": "2.00" }));
    let cancel = json!({ "cancel": true, "at": HALF });
    assert_eq!(preview(&catalog, &held, &cancel)["next"], json!({ "at": APRIL[1], "amount": "5.00" }));
    let invoices = common::checkout(&catalog, &held).schedule(&Change::from_document(&document(&cancel)).unwrap(), 3).unwrap();
    assert_eq!(invoices.iter().map(|invoice| invoice.amount.to_string()).collect::<Vec<_>>(), ["5.00"]);
}

#[test]
fn seats_named_for_the_period_end_are_agreed_and_those_left_out_are_not() {
    let team = |id: &str, min: i64| with(plan(id, &json!([{ "interval": "month", "amount": "10.00", "per": "seat" }])), json!({ "seats": { "min": min } }));
    let catalog = catalog(&json!({ "effective": "period_end" }), &json!([team("old", 1), team("new", 1), team("big", 5)]));
    let held = with(held("old"), json!({ "seats": 3 }));
    let agreed = |change: Value| applied(&catalog, &held, &with(json!({ "at": HALF }), change))["scheduled"]["seats"].clone();
    assert_eq!(agreed(json!({ "plan": "new" })), Value::Null);
    assert_eq!(agreed(json!({ "plan": "new", "seats": 3 })), 3);
    // Raised to the least of the target, they are named.
    assert_eq!(agreed(json!({ "plan": "big" })), 5);
}

#[test]
fn ended_at_once_the_period_is_what_was_used_of_it() {
    let catalog = two(&json!({ "cancel": { "effective": "now" } }), "10.00", "20.00");
    let ended = |at: &str| preview(&catalog, &held("old"), &json!({ "cancel": true, "at": at }))["period"].clone();
    assert_eq!(ended(HALF), json!({ "start": APRIL[0], "end": HALF }));
    // Nothing of it: then the period stays, since none is of no length.
    assert_eq!(ended(APRIL[0]), json!({ "start": APRIL[0], "end": APRIL[1] }));
}

#[test]
fn a_renewal_takes_the_scheduled_plan_unless_another_is_named() {
    let plans = json!([monthly("old", "10.00"), monthly("new", "20.00"), monthly("top", "30.00")]);
    let catalog = catalog(&json!({}), &plans);
    let scheduled = |change: Value| with(held("old"), json!({ "scheduled": with(json!({ "at": HALF, "effective": "period_end" }), change) }));
    let due = |held: &Value, change: Value| preview(&catalog, held, &with(json!({ "renew": true, "at": APRIL[1] }), change))["dueNow"].clone();
    let to_new = scheduled(json!({ "plan": "new" }));
    assert_eq!(due(&to_new, json!({})), "20.00");
    assert_eq!(due(&to_new, json!({ "plan": "top" })), "30.00");
    // A cancellation that was agreed is what a renewal takes back.
    assert_eq!(due(&scheduled(json!({ "cancel": true })), json!({})), "10.00");
}

#[test]
fn above_the_limit_is_what_was_used_of_another_price_and_not_of_the_same() {
    let prices = |amount: &str| json!([{ "interval": "month", "amount": amount, "operations": 3 }]);
    let catalog = catalog(&json!({}), &json!([plan("old", &prices("10.00")), plan("like", &prices("10.00")), plan("new", &prices("20.00"))]));
    let held = with(held("old"), json!({ "extraOperations": 1, "unusedOperations": 0 }));
    let warned = |change: Value| preview(&catalog, &held, &with(json!({ "at": HALF }), change))["warnings"].clone();
    assert_eq!(warned(json!({ "anchor": 20 })), json!([]));
    for plan in ["like", "new"] {
        assert_eq!(warned(json!({ "plan": plan })), json!([{ "kind": "operations_above_limit", "used": 4, "limit": 3 }]));
    }
}

#[test]
fn teams_stay_until_a_scheduled_change_begins_also_where_it_is_agreed_at_the_very_end() {
    let policy = json!({ "downgrade": { "effective": ["period_end", "now"] } });
    let one_team = with(monthly("one", "10.00"), json!({ "teams": 1 }));
    let catalog = catalog(&policy, &json!([one_team, monthly("any", "20.00")]));
    let held = with(held("any"), json!({ "teams": [{ "id": "t1", "name": "A" }, { "id": "t2", "name": "B" }] }));
    let teams = |effective: &str| {
        let change = json!({ "plan": "one", "at": APRIL[1], "effective": effective, "answers": { "keepTeams": ["t1"] } });
        applied(&catalog, &held, &change)["teams"].as_array().unwrap().len()
    };
    assert_eq!((teams("period_end"), teams("now")), (2, 1));
}
