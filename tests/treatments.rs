//! What a treatment can say, field by field. Figures by hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{APRIL, HALF, applied, catalog, checkout, document, held, lines, lost, monthly, plan, preview, try_preview, two, with};
use prorata::{Change, Preview};
use serde_json::{Value, json};

fn to_new() -> Value {
    json!({ "plan": "new", "at": HALF })
}

/// `old` for 30.00 to `new` for 60.00, half of April left.
fn upgraded(policy: &Value) -> Value {
    preview(&two(policy, "30.00", "60.00"), &held("old"), &to_new())
}

#[test]
fn only_a_moment_and_a_period_that_are_offered_can_be_asked_for() {
    let asked = |policy: Value, change: Value| {
        let shown = try_preview(&two(&policy, "30.00", "60.00"), &held("old"), &with(to_new(), change));
        shown.map(|shown| shown.period.end.to_string()).map_err(|error| format!("{:?}", error.problems[0].value))
    };
    let both = json!({ "period": ["keep", "restart"] });
    assert_eq!(asked(both.clone(), json!({})).unwrap(), APRIL[1]);
    assert_eq!(asked(both.clone(), json!({ "period": "keep" })).unwrap(), APRIL[1]);
    assert_eq!(asked(both, json!({ "period": "restart" })).unwrap(), "2024-05-16");
    for (policy, change, named) in [
        (json!({ "period": "keep" }), json!({ "period": "restart" }), "restart"),
        (json!({ "period": "restart" }), json!({ "period": "keep" }), "keep"),
        (json!({ "effective": "now" }), json!({ "effective": "period_end" }), "period_end"),
        (json!({ "effective": "period_end" }), json!({ "effective": "now" }), "now"),
    ] {
        assert_eq!(asked(policy, change).unwrap_err(), format!("Some(Text({named:?}))"));
    }
}

#[test]
fn unused_time_buys_days_of_the_new_plan_rounded_up() {
    // 15.00 are left, a day of the new plan costs 60.00 ÷ 30.
    let shown = upgraded(&json!({ "unusedTime": "extend", "charge": "remaining", "period": "keep" }));
    assert_eq!(shown["extension"], json!({ "days": 8, "exact": "7.5", "credit": "15.00", "daily": "2.00" }));
    assert_eq!((&shown["lines"], &shown["period"]), (&json!([]), &json!({ "start": HALF, "end": "2024-04-24" })));
    // Beside a full charge they come after what was bought, or run from the change where the period goes on.
    let restarted = upgraded(&json!({ "unusedTime": "extend", "charge": "full", "period": "restart" }));
    assert_eq!((lines(&restarted), &restarted["period"]["end"]), (vec!["charge 60.00".to_owned()], &json!("2024-05-24")));
    let kept = upgraded(&json!({ "unusedTime": "extend", "charge": "full", "period": "keep" }));
    assert_eq!((lines(&kept), &kept["period"]["end"]), (vec!["charge 60.00".to_owned()], &json!("2024-04-24")));
    // What is worth nothing buys nothing, and what costs nothing is not for days.
    let nothing = preview(&two(&json!({ "unusedTime": "extend" }), "0.00", "60.00"), &held("old"), &to_new());
    assert_eq!((lines(&nothing), &nothing["extension"]), (vec!["charge 30.00".to_owned()], &Value::Null));
}

#[test]
fn a_longer_rhythm_is_extended_by_its_own_days() {
    let prices = json!([{ "interval": "month", "amount": "30.00" }, { "interval": "year", "amount": "730.00" }]);
    let catalog = catalog(&json!({ "unusedTime": "extend", "charge": "remaining" }), &json!([plan("old", &prices)]));
    let shown = preview(&catalog, &held("old"), &json!({ "interval": "year", "at": HALF }));
    // 15.00 at 730.00 ÷ 365.
    assert_eq!(shown["extension"], json!({ "days": 8, "exact": "7.5", "credit": "15.00", "daily": "2.00" }));
}

#[test]
fn what_waited_is_taken_along_where_this_change_is_collected_now() {
    let waiting = json!([{ "kind": "charge", "plan": "old", "amount": "7.00", "quantity": 1, "unitAmount": "7.00" }]);
    let held = with(held("old"), json!({ "deferred": waiting }));
    let asked = |collect: &str| {
        let catalog = two(&json!({ "collect": collect }), "30.00", "60.00");
        let after = applied(&catalog, &held, &to_new());
        (lines(&preview(&catalog, &held, &to_new())), after["deferred"].as_array().map_or(0, Vec::len))
    };
    assert_eq!(asked("now"), (["charge 7.00", "unused_time -15.00", "charge 30.00"].map(str::to_owned).to_vec(), 0));
    assert_eq!(asked("next_invoice"), (["unused_time -15.00", "charge 30.00"].map(str::to_owned).to_vec(), 3));

    // 100 of 1,000 operations for 30.00: the credits of this change stand together, behind what waited.
    let plans = json!([granting("old", "month", 1000), granting("new", "month", 1000)]);
    let catalog = catalog(&json!({ "collect": "now", "unusedOperations": "credit" }), &plans);
    let shown = preview(&catalog, &with(held, json!({ "unusedOperations": 100 })), &to_new());
    assert_eq!(lines(&shown), ["charge 7.00", "unused_time -15.00", "unused_operations -3.00", "charge 15.00"]);
}

#[test]
fn what_waits_above_the_next_invoice_goes_the_same_way_as_shown_and_as_billed() {
    // 30.00 back and 5.00 charged wait, and 10.00 follow: 15.00 are above it.
    let credit = |excess: &str| json!({ "collect": "next_invoice", "credit": { "base": "list", "cap": "none", "excess": excess } });
    for (excess, next, left) in [("balance", ["0.00", "0.00"], "15.00"), ("forfeit", ["0.00", "10.00"], "0.00")] {
        let (catalog, held) = (two(&credit(excess), "10.00", "60.00"), held("new"));
        let change = json!({ "plan": "old", "at": HALF });
        let invoices = checkout(&catalog, &held).schedule(&Change::from_document(&document(&change)).unwrap(), 2).unwrap();
        assert_eq!([0, 1].map(|at| invoices[at].amount.to_string()), next, "{excess}");
        assert_eq!(invoices[0].balance_after.to_string(), left, "{excess}");
        let renewal = preview(&catalog, &applied(&catalog, &held, &change), &json!({ "renew": true, "at": APRIL[1] }));
        assert_eq!(renewal["balanceAfter"], left, "{excess}");
    }
}

#[test]
fn a_negative_difference_gives_back_no_more_than_was_paid() {
    let paid = json!([{ "start": APRIL[0], "end": APRIL[1], "amount": "60.00", "credited": "55.00" }]);
    let catalog = two(&json!({ "charge": "difference" }), "30.00", "60.00");
    let shown = preview(&catalog, &with(held("new"), json!({ "paid": paid })), &json!({ "plan": "old", "at": HALF }));
    assert_eq!(lines(&shown), ["difference -5.00"]);
}

#[test]
fn a_charge_of_nothing_leaves_the_credit_alone() {
    assert_eq!(lines(&upgraded(&json!({ "charge": "none" }))), ["unused_time -15.00"]);
    assert_eq!(lines(&upgraded(&json!({ "charge": "full" }))), ["unused_time -15.00", "charge 60.00"]);
}

#[test]
fn the_running_year_is_finished_at_the_new_price_of_twelve_months() {
    let yearly = json!([{ "interval": "year", "amount": "366.00" }]);
    let biennial = json!({ "id": "x", "name": "X", "amount": "731.00", "interval": { "unit": "year", "count": 2 } });
    let catalog = with(catalog(&json!({ "period": "keep_period" }), &json!([plan("old", &yearly), monthly("new", "61.00")])), json!({ "addOns": [biennial] }));
    let held = json!({ "plan": "old", "interval": "year", "period": { "start": "2024-01-01", "end": "2025-01-01" } });
    let change = json!({ "plan": "new", "at": "2024-07-02", "addOns": [{ "id": "x", "quantity": 1 }] });
    // 183 of the year's 366 days, and of the 731 of two.
    let shown = preview(&catalog, &held, &change);
    assert_eq!(lines(&shown), ["unused_time -183.00", "charge 366.00", "add_on 183.00"]);
    assert_eq!((&shown["period"]["end"], &shown["recurring"]["interval"]), (&json!("2025-01-01"), &json!("month")));
    assert_eq!(applied(&catalog, &held, &change)["anchor"], "2025-01-01");
}

#[test]
fn grants_to_come_are_lost_in_a_kept_period_only_where_the_old_price_is_given_up() {
    let granting = |id: &str, amount: &str| plan(id, &json!([{ "interval": "year", "amount": amount, "operations": 1000, "resets": "month" }]));
    let lost_by = |charge: &str| {
        let policy = json!({ "unusedTime": "none", "unusedOperations": "transfer", "charge": charge, "period": "keep" });
        let catalog = catalog(&policy, &json!([granting("old", "120.00"), granting("new", "240.00")]));
        let held = json!({ "plan": "old", "interval": "year", "period": { "start": "2024-01-01", "end": "2025-01-01" } });
        lost(&preview(&catalog, &held, &json!({ "plan": "new", "at": "2024-07-02" })))
    };
    // August's to December's, 10.00 each.
    assert_eq!(lost_by("remaining"), ["future_grants 50.00"]);
    assert_eq!(lost_by("full"), ["future_grants 50.00"]);
    assert_eq!(lost_by("difference"), Vec::<String>::new());
}

#[test]
fn a_part_of_a_period_grants_its_part_and_keeps_what_was_bought() {
    let granting = |id: &str, amount: &str| plan(id, &json!([{ "interval": "month", "amount": amount, "operations": 1001 }]));
    let asked = |period: &str| {
        let policy = json!({ "period": period, "grant": { "digits": 1, "rounding": "down" }, "unusedOperations": "forfeit" });
        let catalog = catalog(&policy, &json!([granting("old", "30.00"), granting("new", "60.00")]));
        let held = with(held("old"), json!({ "unusedOperations": 40, "extraOperations": 100 }));
        let of = preview(&catalog, &held, &to_new())["operations"].clone();
        (of["granted"].clone(), of["available"].clone(), applied(&catalog, &held, &to_new())["extraOperations"].clone())
    };
    assert_eq!(asked("keep"), (json!("500.5"), json!(500), json!(100)));
    assert_eq!(asked("restart"), (Value::Null, json!(1001), Value::Null));
}

// ------------------------------------------------------------------------------------------------
// What a kept period settles, and what it warns of
// ------------------------------------------------------------------------------------------------

#[test]
fn another_plan_settles_the_plan_and_of_the_add_ons_only_what_costs_otherwise_now() {
    let discounts = json!([{ "id": "of-new", "percent": "50", "plans": ["new"] }]);
    let add_ons = json!([{ "id": "x", "name": "X", "amount": "10.00", "interval": "month" }]);
    let catalog = with(two(&json!({}), "30.00", "30.00"), json!({ "addOns": add_ons, "discounts": discounts }));
    let shown = |discounts: Value, quantity: i64| {
        let held = with(held("old"), json!({ "addOns": [{ "id": "x", "quantity": 1 }], "discounts": discounts }));
        lines(&preview(&catalog, &held, &with(to_new(), json!({ "addOns": [{ "id": "x", "quantity": quantity }] }))))
    };
    // A plan of the same amount is another plan.
    assert_eq!(shown(json!([]), 1), ["unused_time -15.00", "charge 15.00"]);
    assert_eq!(shown(json!([]), 2), ["unused_time -15.00", "charge 15.00", "unused_time -5.00", "add_on 10.00"]);
    assert_eq!(shown(json!(["of-new"]), 1), ["unused_time -15.00", "charge 7.50", "unused_time -5.00", "add_on 2.50"]);
}

fn granting(id: &str, interval: &str, operations: i64) -> Value {
    plan(id, &json!([{ "interval": interval, "amount": "30.00", "operations": operations }]))
}

#[test]
fn what_was_used_is_above_a_lower_limit_and_across_rhythms_only_of_a_lower_tier() {
    let warned = |old: &Value, new: &Value, counts: Value| {
        let catalog = catalog(&json!({}), &json!([old, new]));
        let interval = old["prices"][0]["interval"].clone();
        let end = if interval == "year" { "2025-04-01" } else { APRIL[1] };
        let held = with(json!({ "plan": "old", "interval": interval, "period": { "start": APRIL[0], "end": end } }), counts);
        let shown = preview(&catalog, &held, &to_new());
        shown["warnings"].as_array().unwrap().iter().find(|warning| warning["kind"] == "operations_above_limit").map(|warning| warning["used"].clone())
    };
    let month = granting("old", "month", 1000);
    assert_eq!(warned(&month, &granting("new", "month", 999), json!({})), Some(json!(1000)));
    assert_eq!(warned(&month, &granting("new", "month", 1000), json!({})), None);
    assert_eq!(warned(&month, &granting("new", "month", 2000), json!({ "extraOperations": 2000, "unusedOperations": 500 })), Some(json!(2500)));
    let year = granting("old", "year", 120_000);
    assert_eq!(warned(&year, &granting("new", "month", 20_000), json!({})), None);
    assert_eq!(warned(&year, &granting("new", "month", 10_000), json!({})), None);
    assert_eq!(warned(&year, &granting("new", "month", 5000), json!({})), Some(json!(120_000)));
}

#[test]
fn operations_can_move_to_a_price_that_grants_none() {
    let catalog = catalog(&json!({ "unusedOperations": "transfer" }), &json!([granting("old", "month", 1000), monthly("new", "60.00")]));
    let shown = preview(&catalog, &with(held("old"), json!({ "unusedOperations": 40 })), &to_new());
    assert_eq!((&shown["operations"]["transferred"], &shown["operations"]["available"], &shown["warnings"]), (&json!(40), &json!(40), &json!([])));
}

#[test]
fn a_cancellation_has_no_period_to_move_operations_into() {
    let policy = json!({ "unusedOperations": "transfer", "cancel": { "effective": "now" } });
    let catalog = catalog(&policy, &json!([granting("old", "month", 1000)]));
    // 30.00 × 100 ÷ 1,000.
    let shown = preview(&catalog, &with(held("old"), json!({ "unusedOperations": 100 })), &json!({ "cancel": true, "at": HALF }));
    assert_eq!(lost(&shown), ["unused_operations 3.00"]);
}

#[test]
fn a_discount_that_holds_goes_on_beside_one_that_begins_with_the_next_period() {
    let discounts = json!([{ "id": "held", "percent": "10", "periods": 3 }, { "id": "added", "percent": "20", "periods": 3 }]);
    let catalog = with(catalog(&json!({}), &json!([monthly("old", "30.00")])), json!({ "discounts": discounts }));
    let held = with(held("old"), json!({ "discounts": [{ "id": "held", "since": APRIL[0] }] }));
    let after = applied(&catalog, &held, &json!({ "discounts": ["held", "added"], "at": HALF }));
    assert_eq!(after["discounts"], json!([{ "id": "held", "since": APRIL[0] }, { "id": "added", "since": APRIL[1] }]));
}

#[test]
fn a_purchase_says_since_when_the_customer_s_discounts_hold() {
    let discounts = json!([{ "id": "held", "percent": "10", "periods": 3 }]);
    let catalog = with(catalog(&json!({}), &json!([monthly("old", "30.00")])), json!({ "discounts": discounts }));
    let after = applied(&catalog, &json!({ "discounts": ["held"] }), &json!({ "plan": "old", "at": HALF }));
    assert_eq!(after["discounts"], json!([{ "id": "held", "since": HALF }]));
}

#[test]
fn the_resolved_change_says_what_ends_with_it_and_what_was_answered() {
    let plans = json!([monthly("free", "0"), monthly("old", "30.00")]);
    let catalog = with(catalog(&json!({}), &plans), json!({ "addOns": [{ "id": "x", "name": "x", "amount": "5.00", "interval": "month" }] }));
    let held = with(held("old"), json!({ "addOns": [{ "id": "x", "quantity": 1 }] }));
    let answers = json!({ "acknowledged": ["cancel"] });
    let to_free = preview(&catalog, &held, &json!({ "plan": "free", "at": HALF, "answers": answers }));
    assert_eq!((&to_free["change"]["addOns"], &to_free["change"]["answers"]), (&json!([]), &answers));
    let cancelled = preview(&catalog, &held, &json!({ "cancel": true, "at": HALF, "answers": answers }));
    assert_eq!(cancelled["change"]["answers"], answers);
}

/// When the ways of a change take effect, and what is due for each.
fn ways(catalog: &Value, held: &Value, change: &Value) -> Result<Vec<String>, String> {
    let ways = checkout(catalog, held).alternatives(&Change::from_document(&document(change)).unwrap());
    let told = |way: &Preview| format!("{} {}", way.effective_at, way.due_now);
    ways.map(|ways| ways.iter().map(told).collect()).map_err(|error| error.code().as_str().to_owned())
}

#[test]
fn in_a_trial_a_change_has_the_one_way_that_there_is_and_a_cancellation_its_own() {
    let held = with(held("old"), json!({ "status": "trial", "trialEnd": APRIL[1] }));
    for policy in [json!("polar"), json!("recurly"), json!("meteroid"), json!({ "preset": "stripe", "effective": ["period_end", "now"] })] {
        let catalog = two(&policy, "30.00", "60.00");
        // A trial was not paid for: a full period now.
        assert_eq!(ways(&catalog, &held, &json!({ "plan": "new", "at": HALF })), Ok(vec![format!("{HALF} 60.00")]), "{policy}");
    }
    let catalog = two(&json!({ "preset": "stripe", "cancel": { "effective": ["period_end", "now"] } }), "30.00", "60.00");
    assert_eq!(ways(&catalog, &held, &json!({ "cancel": true, "at": HALF })), Ok(vec![format!("{} 0.00", APRIL[1]), format!("{HALF} 0.00")]));
}

#[test]
fn a_way_that_is_refused_is_left_out_and_where_none_remains_the_refusal_is_told() {
    // Six hours before the end 1/120 is left: -0.25 and 0.50.
    let late = json!({ "plan": "new", "at": "2024-04-30T18:00:00Z" });
    let policy = |upgrade: Value| json!({ "preset": "stripe", "collect": "now", "minimumCharge": "0.50", "upgrade": upgrade });
    let moments = json!(["now", "period_end"]);
    let both = two(&policy(json!({ "effective": moments, "period": "keep" })), "30.00", "60.00");
    assert_eq!(ways(&both, &held("old"), &late), Ok(vec!["2024-05-01 0.00".to_owned()]));
    let restarted = two(&policy(json!({ "effective": moments, "period": ["keep", "restart"] })), "30.00", "60.00");
    assert_eq!(ways(&restarted, &held("old"), &late), Ok(vec!["2024-04-30T18:00:00Z 59.75".to_owned(), "2024-05-01 0.00".to_owned()]));
    let now = two(&policy(json!({ "effective": "now", "period": "keep" })), "30.00", "60.00");
    assert_eq!(ways(&now, &held("old"), &late), Err("below_minimum".to_owned()));
    // No allowance is prorated, but at the end there is nothing to prorate.
    let granting = |id: &str, amount: &str| plan(id, &json!([{ "interval": "month", "amount": amount, "operations": 100 }]));
    let allowances = catalog(&json!({ "preset": "paddle", "effective": moments }), &json!([granting("old", "30.00"), granting("new", "60.00")]));
    assert_eq!(ways(&allowances, &held("old"), &json!({ "plan": "new", "at": HALF })), Ok(vec!["2024-05-01 0.00".to_owned()]));
    // What is wrong in the change itself is told.
    assert_eq!(ways(&both, &held("old"), &json!({ "plan": "none", "at": HALF })), Err("unknown_plan".to_owned()));
}

#[test]
fn at_the_start_of_a_period_keeping_and_restarting_it_are_two_ways_where_the_bills_differ() {
    let to_new = json!({ "plan": "new", "at": APRIL[0] });
    // Kept, the difference waits for the next invoice; restarted, it is collected.
    assert_eq!(ways(&two(&json!("stripe"), "30.00", "60.00"), &held("old"), &to_new), Ok(vec![format!("{} 0.00", APRIL[0]), format!("{} 30.00", APRIL[0])]));
    let collected = two(&json!({ "preset": "stripe", "collect": "now" }), "30.00", "60.00");
    assert_eq!(ways(&collected, &held("old"), &to_new), Ok(vec![format!("{} 30.00", APRIL[0])]));
}

#[test]
fn a_scheduled_end_stands_and_is_replaced_as_an_end_and_not_as_a_plan() {
    let policy = json!({ "preset": "stripe", "collect": "now", "effective": ["now", "period_end"] });
    let ended = |catalog: &Value| applied(catalog, &held("old"), &json!({ "cancel": true, "effective": "period_end", "at": APRIL[0] }));
    let warned = |catalog: &Value, change: Value| preview(catalog, &ended(catalog), &with(change, json!({ "plan": "new", "at": HALF })))["warnings"].clone();
    let alone = two(&policy, "30.00", "60.00");
    assert_eq!(warned(&alone, json!({})), json!([{ "kind": "scheduled_change_stands", "at": APRIL[1] }]));
    assert_eq!(warned(&alone, json!({ "effective": "period_end" })), json!([{ "kind": "scheduled_change_replaced" }]));
    // Where there is a free plan, that is what begins.
    let with_free = catalog(&policy, &json!([monthly("free", "0.00"), monthly("old", "30.00"), monthly("new", "60.00")]));
    assert_eq!(warned(&with_free, json!({})), json!([{ "kind": "scheduled_change_stands", "plan": "free", "at": APRIL[1] }]));
    assert_eq!(warned(&with_free, json!({ "effective": "period_end" })), json!([{ "kind": "scheduled_change_replaced", "plan": "free" }]));
}

#[test]
fn what_stands_for_the_end_of_the_period_begins_where_the_change_puts_that_end() {
    let policy = json!({ "preset": "stripe", "collect": "now", "period": ["keep", "restart"] });
    let catalog = catalog(&policy, &json!([monthly("a", "31"), monthly("b", "62"), monthly("c", "93")]));
    let scheduled = json!({ "plan": "a", "effective": "period_end", "at": "2026-03-02" });
    let held = json!({ "plan": "b", "interval": "month", "period": { "start": "2026-03-01", "end": "2026-04-01" }, "scheduled": scheduled });
    for (change, ends) in [
        (json!({ "plan": "c", "period": "restart", "at": "2026-03-11" }), "2026-04-11"),
        (json!({ "plan": "c", "at": "2026-03-11" }), "2026-04-01"),
        (json!({ "anchor": 15, "at": "2026-03-11" }), "2026-03-15"),
        (json!({ "discounts": [], "at": "2026-03-11" }), "2026-04-01"),
    ] {
        let shown = preview(&catalog, &held, &change);
        assert_eq!(shown["warnings"], json!([{ "kind": "scheduled_change_stands", "plan": "a", "at": ends }]), "{change}");
        assert_eq!(shown["next"]["at"], ends, "{change}");
    }
}

#[test]
fn amounts_a_month_are_rounded_as_renewals_are_whatever_the_treatment_rounds() {
    // A twelfth of 49.50 is 4.125.
    let yearly = |id: &str, amount: &str| plan(id, &json!([{ "interval": "year", "amount": amount }]));
    let catalog = catalog(&json!({ "preset": "polar" }), &json!([yearly("old", "49.50"), yearly("new", "49.50")]));
    let held = json!({ "plan": "old", "interval": "year", "period": { "start": "2024-04-01", "end": "2025-04-01" } });
    let shown = preview(&catalog, &held, &json!({ "plan": "new", "at": "2024-04-01" }));
    let row = shown["comparison"].as_array().unwrap().iter().find(|row| row["kind"] == "per_month").unwrap().clone();
    assert_eq!((&row["current"], &row["new"]), (&json!("4.13"), &json!("4.13")));
}
