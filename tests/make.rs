//! Make: an upgrade turns unused operations into credit, a downgrade moves them. The figures are worked
//! from the help page (113.85 for 150,000 operations) and by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{checkout, document, lines, lost, preview, refused, with};
use prorata::Change;
use serde_json::{Value, json};

fn catalog() -> Value {
    let teams = json!({ "id": "teams", "name": "Teams", "prices": [
        { "interval": "month", "amount": "34.12", "operations": 10000 },
        { "interval": "month", "amount": "240.00", "operations": 150_000 },
    ] });
    json!({ "currency": "USD", "policy": "make", "plans": [
        { "id": "free", "name": "Free", "teams": 1, "prices": [{ "interval": "month", "amount": "0.00", "operations": 1000 }] },
        { "id": "core", "name": "Core", "teams": 1, "prices": [
            { "interval": "month", "amount": "10.59", "operations": 10000 },
            { "interval": "month", "amount": "113.85", "operations": 150_000 },
            { "interval": "year", "amount": "108.00", "operations": 10000, "resets": "month" },
        ], "extraOperations": { "bundle": 1000, "surcharge": "25", "maxPerPeriod": "allowance" } },
        { "id": "pro", "name": "Pro", "teams": 1, "prices": [
            { "interval": "month", "amount": "100.00", "operations": 10000 },
            { "interval": "month", "amount": "30.00", "operations": 20000 },
            { "interval": "month", "amount": "58.00", "operations": 40000 },
            { "interval": "month", "amount": "200.00", "operations": 150_000 },
            { "interval": "year", "amount": "192.00", "operations": 120_000 },
            { "interval": "year", "amount": "306.00", "operations": 240_000 },
        ] },
        teams,
        { "id": "enterprise", "name": "Enterprise", "onSale": false, "prices": [{ "interval": "year", "amount": "5000.00" }] },
    ] })
}

fn holding(plan: &str, interval: &str, operations: u32, unused: u32) -> Value {
    let end = if interval == "year" { "2027-03-01" } else { "2026-03-31" };
    json!({ "plan": plan, "interval": interval, "operations": operations, "unusedOperations": unused,
        "period": { "start": "2026-03-01", "end": end } })
}

#[test]
fn an_upgrade_credits_unused_operations_at_the_current_price() {
    let shown = preview(&catalog(), &holding("core", "month", 150_000, 160_000), &json!({ "plan": "pro", "operations": 150_000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "upgrade");
    assert_eq!(shown["cause"], "plan");
    assert_eq!(lines(&shown), ["unused_operations -121.44", "charge 200.00"]);
    assert_eq!(shown["lines"][0]["unitAmount"], "0.000759");
    assert_eq!(shown["dueNow"], "78.56");
    assert_eq!(shown["lost"], json!([]));
    assert_eq!(shown["required"], json!([]));
    // 30 days from the change, not a calendar month.
    assert_eq!(shown["period"], json!({ "start": "2026-03-10", "end": "2026-04-09" }));
    assert_eq!(shown["next"], json!({ "at": "2026-04-09", "amount": "200.00" }));
    assert_eq!(shown["operations"]["available"], 150_000);
    assert_eq!(shown["operations"]["converted"], 160_000);
}

#[test]
fn a_credit_above_the_bill_is_cut_to_it_and_the_rest_is_listed_as_lost() {
    let shown = preview(&catalog(), &holding("core", "month", 150_000, 160_000), &json!({ "plan": "pro", "operations": 10000, "at": "2026-03-10" }));
    assert_eq!(lines(&shown), ["unused_operations -100.00", "charge 100.00"]);
    assert_eq!(shown["lines"][0]["because"]["uncapped"], "-121.44".trim_start_matches('-'));
    assert_eq!(shown["lines"][0]["because"]["cap"], json!({ "kind": "bill", "limit": "100.00" }));
    assert_eq!(shown["dueNow"], "0.00");
    assert_eq!(shown["total"], "0.00");
    assert_eq!(lost(&shown), ["credit_above_bill 21.44"]);
    assert_eq!(shown["required"], json!([{ "kind": "acknowledge", "subject": "forfeit", "amount": "21.44", "answered": false }]));
}

#[test]
fn an_annual_upgrade_runs_365_days() {
    let shown = preview(
        &catalog(),
        &holding("core", "month", 10000, 0),
        &json!({ "plan": "pro", "interval": "year", "operations": 120_000, "at": "2027-03-10" .replace("2027", "2026") }),
    );
    assert_eq!(shown["period"], json!({ "start": "2026-03-10", "end": "2027-03-10" }));
    let leap = json!({ "plan": "core", "interval": "month", "operations": 10000, "period": { "start": "2027-12-20", "end": "2028-01-19" } });
    let shown = preview(&catalog(), &leap, &json!({ "plan": "pro", "interval": "year", "operations": 120_000, "at": "2028-01-01" }));
    // 2028 has 366 days.
    assert_eq!(shown["period"]["end"], "2028-12-31");
}

#[test]
fn monthly_grants_still_to_come_are_listed_as_lost_and_not_credited() {
    // 108.00 a year for 120,000: 5,000 unused are worth 4.50. At day 9, eleven grants of 9.00 are to come.
    let shown =
        preview(&catalog(), &holding("core", "year", 10000, 5000), &json!({ "plan": "pro", "interval": "month", "operations": 150_000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "upgrade");
    assert_eq!(lines(&shown), ["unused_operations -4.50", "charge 200.00"]);
    assert_eq!(lost(&shown), ["future_grants 99.00"]);
    assert_eq!(shown["lost"][0]["grants"], 11);
    assert_eq!(shown["warnings"][0], json!({ "kind": "prepaid_value_lost", "amount": "99.00" }));
    // On the anniversary itself the next grant has been given.
    let shown =
        preview(&catalog(), &holding("core", "year", 10000, 5000), &json!({ "plan": "pro", "interval": "month", "operations": 150_000, "at": "2026-04-01" }));
    assert_eq!(lost(&shown), ["future_grants 90.00"]);
}

#[test]
fn direction_goes_by_plan_then_allowance_then_interval() {
    for (from, to, direction, cause) in [
        (("core", "month", 150_000), ("teams", "month", 10000), "upgrade", "plan"),
        (("teams", "month", 10000), ("core", "month", 150_000), "downgrade", "plan"),
        (("pro", "month", 10000), ("pro", "month", 150_000), "upgrade", "tier"),
        (("pro", "month", 150_000), ("pro", "month", 10000), "downgrade", "tier"),
        (("pro", "month", 10000), ("pro", "year", 120_000), "upgrade", "interval"),
        (("pro", "year", 240_000), ("pro", "month", 20000), "downgrade", "interval"),
        (("pro", "year", 120_000), ("pro", "month", 150_000), "upgrade", "tier"),
        (("pro", "month", 150_000), ("pro", "year", 120_000), "downgrade", "tier"),
    ] {
        let change = json!({ "plan": to.0, "interval": to.1, "operations": to.2, "at": "2026-03-10" });
        let shown = preview(&catalog(), &holding(from.0, from.1, from.2, 0), &change);
        assert_eq!((shown["direction"].as_str(), shown["cause"].as_str()), (Some(direction), Some(cause)), "{from:?} → {to:?}");
    }
}

#[test]
fn the_same_price_again_costs_nothing_and_restarts_nothing() {
    let held = holding("pro", "month", 20000, 500);
    let shown = preview(&catalog(), &held, &json!({ "plan": "pro", "interval": "month", "operations": 20000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "none");
    assert_eq!(shown["cause"], Value::Null);
    assert_eq!(shown["lines"], json!([]));
    assert_eq!(shown["dueNow"], "0.00");
    assert_eq!(shown["period"], held["period"]);
    assert_eq!(shown["operations"]["available"], 500);
}

#[test]
fn a_downgrade_moves_operations_and_credits_no_money() {
    let shown = preview(&catalog(), &holding("pro", "month", 150_000, 10000), &json!({ "operations": 40000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "downgrade");
    assert_eq!(lines(&shown), ["charge 58.00"]);
    assert_eq!(shown["dueNow"], "58.00");
    assert_eq!(shown["operations"]["allowance"], 40000);
    assert_eq!(shown["operations"]["transferred"], 10000);
    assert_eq!(shown["operations"]["available"], 50000);
    assert_eq!(shown["operations"]["expiresAt"], "2026-04-09");
    assert_eq!(shown["required"], json!([{ "kind": "acknowledge", "subject": "downgrade", "answered": false }]));
}

#[test]
fn operations_moved_to_monthly_grants_expire_at_the_first_reset() {
    let shown = preview(&catalog(), &holding("pro", "year", 240_000, 7000), &json!({ "plan": "core", "interval": "year", "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "downgrade");
    assert_eq!(shown["operations"]["available"], 17000);
    assert_eq!(shown["operations"]["expiresAt"], "2026-04-10");
    assert_eq!(shown["operations"]["resetsAt"], "2026-04-10");
    assert_eq!(shown["period"]["end"], "2027-03-10");
}

#[test]
fn a_downgrade_to_one_team_waits_for_the_team_to_keep() {
    let mut held = holding("teams", "month", 10000, 0);
    held["teams"] = json!([{ "id": "a", "name": "Ada" }, { "id": "b", "name": "Bo" }, { "id": "c", "name": "Cy" }]);
    let mut change = json!({ "plan": "core", "operations": 150_000, "at": "2026-03-10" });
    let shown = preview(&catalog(), &held, &change);
    assert_eq!(shown["required"][0]["kind"], "choose_teams");
    assert_eq!((&shown["required"][0]["keep"], &shown["required"][0]["of"]), (&json!(1), &json!(3)));
    assert_eq!(shown["required"][0]["answered"], false);
    change["answers"] = json!({ "keepTeams": ["a", "b"], "acknowledged": ["downgrade"] });
    let shown = preview(&catalog(), &held, &change);
    assert_eq!((&shown["required"][0]["answered"], &shown["required"][1]["answered"]), (&json!(false), &json!(true)));
    change["answers"] = json!({ "keepTeams": ["b"], "acknowledged": ["downgrade"] });
    assert_eq!(preview(&catalog(), &held, &change)["required"][0]["answered"], true);
    change["answers"] = json!({ "keepTeams": ["zz"] });
    assert_eq!(refused(&catalog(), &held, &change), ("unknown_team".into(), "answers.keepTeams[0]".into(), "change".into()));
}

#[test]
fn to_free_nothing_is_due_and_nothing_moves_and_it_waits_for_the_end() {
    for change in [json!({ "plan": "free", "at": "2026-03-10" }), json!({ "cancel": true, "at": "2026-03-10" })] {
        let shown = preview(&catalog(), &holding("pro", "month", 150_000, 9000), &change);
        assert_eq!(shown["direction"], "cancel");
        assert_eq!(shown["dueNow"], "0.00");
        assert_eq!(shown["lines"], json!([]));
        assert_eq!(shown["effectiveAt"], "2026-03-31");
        assert_eq!(shown["operations"]["transferred"], 0);
        assert_eq!(shown["operations"]["available"], 1000);
        assert_eq!(shown["recurring"]["amount"], "0.00");
        assert_eq!(shown["next"], Value::Null);
        assert_eq!(shown["lost"], json!([]));
    }
}

#[test]
fn from_free_nothing_is_credited_and_nothing_moves() {
    let shown = preview(&catalog(), &holding("free", "month", 1000, 700), &json!({ "plan": "core", "operations": 10000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "upgrade");
    assert_eq!(lines(&shown), ["charge 10.59"]);
    assert_eq!(shown["operations"]["available"], 10000);
    assert_eq!(shown["operations"]["forfeited"], 700);
    assert_eq!(shown["lost"], json!([]));
}

#[test]
fn extra_operations_cost_the_price_per_operation_plus_the_surcharge() {
    // 9.00 × 1,000 ÷ 10,000 × 1.25 = 1.125, charged 1.13. The year's allowance divides 108.00.
    let shown = preview(&catalog(), &holding("core", "year", 10000, 200), &json!({ "extraOperations": 1000, "at": "2026-03-10" }));
    assert_eq!((shown["direction"].as_str(), shown["cause"].as_str()), (Some("none"), Some("extra_operations")));
    assert_eq!(lines(&shown), ["extra_operations 1.13"]);
    assert_eq!(shown["lines"][0]["because"]["exact"], "1.125");
    assert_eq!(shown["operations"]["available"], 1200);
    assert_eq!(shown["operations"]["extra"], json!({ "bundle": 1000, "bought": 1000, "left": 9000, "amount": "1.13" }));
    assert_eq!(refused(&catalog(), &holding("core", "year", 10000, 0), &json!({ "extraOperations": 1500, "at": "2026-03-10" })).0, "not_a_bundle");
    // The allowance is the most, and may be bought whole.
    let most = preview(&catalog(), &holding("core", "year", 10000, 0), &json!({ "extraOperations": 10000, "at": "2026-03-10" }));
    assert_eq!(most["operations"]["extra"]["left"], 0);
    assert_eq!(refused(&catalog(), &holding("core", "year", 10000, 0), &json!({ "extraOperations": 11000, "at": "2026-03-10" })).0, "above_maximum");
    assert_eq!(refused(&catalog(), &holding("pro", "month", 20000, 0), &json!({ "extraOperations": 1000, "at": "2026-03-10" })).0, "not_offered");
}

#[test]
fn what_is_not_sold_online_is_refused_as_a_state_and_not_as_a_mistake() {
    let held = holding("pro", "month", 20000, 0);
    assert_eq!(
        refused(&catalog(), &held, &json!({ "plan": "enterprise", "interval": "year", "at": "2026-03-10" })),
        ("not_for_sale".into(), "plan".into(), "refusal".into())
    );
    assert_eq!(refused(&catalog(), &held, &json!({ "plan": "gold", "at": "2026-03-10" })), ("unknown_plan".into(), "plan".into(), "change".into()));
    assert_eq!(refused(&catalog(), &held, &json!({ "operations": 12345, "at": "2026-03-10" })), ("unknown_tier".into(), "operations".into(), "change".into()));
    assert_eq!(refused(&catalog(), &held, &json!({ "seat": 8, "at": "2026-03-10" })), ("unknown_key".into(), "seat".into(), "change".into()));
    assert_eq!(refused(&catalog(), &held, &json!({ "operations": 40000, "at": "2026-04-10" })), ("outside_period".into(), "at".into(), "change".into()));
}

#[test]
fn moving_operations_down_warns_where_they_would_be_worth_more_later() {
    // 150,000 at 113.85 are 0.000759 each; in the small tier each would count 0.001059.
    let shown = preview(&catalog(), &holding("core", "month", 150_000, 150_000), &json!({ "operations": 10000, "at": "2026-03-10" }));
    let warning = shown["warnings"].as_array().unwrap().iter().find(|warning| warning["kind"] == "tier_arbitrage").unwrap().clone();
    assert_eq!(warning, json!({ "kind": "tier_arbitrage", "operations": 150_000, "worthNow": "113.85", "worthLater": "158.85" }));
}

#[test]
fn a_year_of_operations_meets_a_shorter_bill_with_a_warning() {
    // 306.00 for 240,000: 200,000 unused are worth 255.00, the bill is 200.00.
    let shown = preview(&catalog(), &holding("pro", "year", 240_000, 200_000), &json!({ "interval": "month", "operations": 150_000, "at": "2026-03-10" }));
    assert_eq!(shown["direction"], "upgrade");
    assert_eq!(shown["dueNow"], "0.00");
    assert_eq!(lost(&shown), ["credit_above_bill 55.00"]);
    assert_eq!(shown["warnings"][0], json!({ "kind": "annual_to_shorter", "credit": "255.00", "bill": "200.00" }));
}

#[test]
fn a_free_plan_has_no_invoices_to_come_as_it_has_no_next_one() {
    let invoices = |subscription: &Value, change: &Value| -> Vec<String> {
        let change = Change::from_document(&document(change)).unwrap();
        checkout(&catalog(), subscription).schedule(&change, 3).unwrap().iter().map(|invoice| format!("{} {}", invoice.at, invoice.amount)).collect()
    };
    let held = holding("core", "month", 10_000, 700);
    let to_free = json!({ "plan": "free", "at": "2026-03-10" });
    assert_eq!(preview(&catalog(), &held, &to_free)["next"], Value::Null);
    assert_eq!(invoices(&held, &to_free), Vec::<String>::new());
    // What waits from before is billed, and nothing after it.
    let waiting = json!([{ "kind": "charge", "plan": "core", "amount": "5.00", "quantity": 1, "unitAmount": "9.00" }]);
    let held = with(held, json!({ "deferred": waiting }));
    let next = preview(&catalog(), &held, &to_free)["next"].clone();
    assert_eq!(next["amount"], "5.00");
    assert_eq!(invoices(&held, &to_free), [format!("{} 5.00", next["at"].as_str().unwrap())]);
}
