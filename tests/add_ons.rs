//! Add-ons of another rhythm than the plan's, those billed once, and those beside a free plan. Figures by hand.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use common::{APRIL, HALF, applied, catalog, checkout, document, held, lines, monthly, preview, refused, with};
use prorata::Change;
use serde_json::{Value, json};

/// A plan of 20.00 a month, and what is sold beside it.
fn beside(policy: &Value, add_on: &Value, discounts: &Value) -> Value {
    let plans = json!([monthly("free", "0.00"), monthly("old", "20.00")]);
    with(catalog(policy, &plans), json!({ "addOns": [add_on], "discounts": discounts }))
}

fn yearly() -> Value {
    json!({ "id": "x", "name": "X", "amount": "1200.00", "interval": "year" })
}

fn one_x() -> Value {
    json!({ "addOns": [{ "id": "x", "quantity": 1 }] })
}

#[test]
fn a_fixed_discount_is_split_by_what_a_yearly_add_on_is_billed_a_month() {
    let catalog = beside(&json!({}), &yearly(), &json!([{ "id": "f", "amount": "11.00" }]));
    let discounted = with(one_x(), json!({ "discounts": ["f"] }));
    let bought = preview(&catalog, &Value::Null, &with(discounted.clone(), json!({ "plan": "old", "at": APRIL[0] })));
    assert_eq!(lines(&bought), ["charge 20.00", "add_on 100.00", "discount -11.00"]);
    // 11.00 over 20.00 and 100.00 are 1.83 and 9.17: 90.83 a month are 1089.96 a year, of which 15 days of 365 are left.
    let removed = preview(&catalog, &with(held("old"), discounted), &json!({ "addOns": [], "at": HALF }));
    assert_eq!(lines(&removed), ["unused_time -44.79"]);
}

#[test]
fn the_part_of_a_yearly_add_on_in_a_stub_is_charged_as_it_is_credited() {
    let catalog = beside(&json!({}), &yearly(), &json!([]));
    // 3 days: of the 28 from 5 February to 5 March, and of the 366 from 2 March 2023 on.
    let bought = preview(&catalog, &Value::Null, &with(one_x(), json!({ "plan": "old", "at": "2023-03-02", "anchor": 5 })));
    assert_eq!(lines(&bought), ["charge 2.14", "add_on 9.84"]);
    let stub = json!({ "plan": "old", "interval": "month", "anchor": 5, "period": { "start": "2023-03-02", "end": "2023-03-05" } });
    let removed = preview(&catalog, &with(stub, one_x()), &json!({ "addOns": [], "at": "2023-03-02" }));
    assert_eq!(lines(&removed), ["unused_time -9.84"]);
}

#[test]
fn what_is_billed_once_pays_for_no_period_whatever_a_discount_rounds() {
    let once = json!({ "id": "x", "name": "X", "amount": "19.95", "interval": "once" });
    let catalog = beside(&json!({ "collect": "now" }), &once, &json!([{ "id": "tenth", "percent": "10" }]));
    let paid = json!({ "discounts": ["tenth"], "paid": [{ "start": APRIL[0], "end": APRIL[1], "amount": "18.00" }] });
    let change = with(one_x(), json!({ "at": HALF }));
    // A tenth of 19.95 is 1.995, off is 2.00.
    assert_eq!(lines(&preview(&catalog, &with(held("old"), paid.clone()), &change)), ["add_on 19.95", "discount -2.00"]);
    let amounts = |document: &Value| document["paid"].as_array().unwrap().iter().map(|span| span["amount"].clone()).collect::<Vec<_>>();
    assert_eq!(amounts(&applied(&catalog, &with(held("old"), paid), &change)), ["9.00", "9.00"]);
}

#[test]
fn beside_a_stub_what_is_billed_once_pays_for_no_period_either() {
    let once = json!({ "id": "x", "name": "X", "amount": "19.95", "interval": "once" });
    let catalog = beside(&json!({}), &once, &json!([{ "id": "tenth", "percent": "10" }]));
    let change = with(one_x(), json!({ "plan": "old", "at": HALF, "anchor": 1, "discounts": ["tenth"] }));
    // 18.00 for 15 days of April's 30.
    assert_eq!(lines(&preview(&catalog, &Value::Null, &change)), ["charge 9.00", "add_on 19.95", "discount -2.00"]);
    assert_eq!(applied(&catalog, &Value::Null, &change)["paid"], json!([{ "start": HALF, "end": APRIL[1], "amount": "9.00" }]));
}

#[test]
fn what_is_agreed_to_be_added_and_billed_once_is_on_the_next_invoice_and_on_no_other() {
    let once = json!({ "id": "x", "name": "X", "amount": "19.95", "interval": "once" });
    let catalog = beside(&json!({ "effective": "period_end" }), &once, &json!([]));
    let change = with(one_x(), json!({ "at": HALF }));
    let agreed = preview(&catalog, &held("old"), &change);
    assert_eq!((&agreed["next"]["amount"], &agreed["recurring"]["amount"]), (&json!("39.95"), &json!("20.00")));
    let asked = Change::from_document(&document(&change)).unwrap();
    let invoices = checkout(&catalog, &held("old")).schedule(&asked, 2).unwrap();
    assert_eq!(invoices.iter().map(|invoice| invoice.total.to_string()).collect::<Vec<_>>(), ["39.95", "20.00"]);
    let renewed = preview(&catalog, &applied(&catalog, &held("old"), &change), &json!({ "renew": true, "at": APRIL[1] }));
    assert_eq!((lines(&renewed), &renewed["next"]["amount"]), (vec!["charge 20.00".to_owned(), "add_on 19.95".to_owned()], &json!("20.00")));
}

// ------------------------------------------------------------------------------------------------
// A free plan in place of a paid one
// ------------------------------------------------------------------------------------------------

fn with_free() -> Value {
    let policy = json!({ "collect": "now", "cancel": { "effective": ["period_end", "now"] } });
    beside(&policy, &json!({ "id": "x", "name": "X", "amount": "49.50", "interval": "month" }), &json!([]))
}

#[test]
fn add_ons_bought_after_a_change_to_a_free_plan_was_agreed_end_with_the_paid_plan() {
    let catalog = with_free();
    let agreed = applied(&catalog, &held("old"), &json!({ "plan": "free", "at": APRIL[0] }));
    let bought = preview(&catalog, &agreed, &with(one_x(), json!({ "at": HALF })));
    assert_eq!(lines(&bought), ["add_on 24.75"]);
    assert_eq!((&bought["recurring"]["amount"], &bought["next"]), (&json!("0.00"), &Value::Null));
}

#[test]
fn an_add_on_named_with_a_change_to_a_free_plan_is_refused_and_not_dropped() {
    let catalog = with_free();
    for effective in ["now", "period_end"] {
        let change = with(one_x(), json!({ "plan": "free", "at": HALF, "effective": effective }));
        assert_eq!(refused(&catalog, &held("old"), &change), ("not_offered".into(), "addOns[0]".into(), "refusal".into()));
    }
    let none = json!({ "plan": "free", "at": HALF, "addOns": [{ "id": "x", "quantity": 0 }] });
    assert_eq!(preview(&catalog, &held("old"), &none)["direction"], "cancel");
    // On a free plan it can be had.
    let bought = preview(&catalog, &held("free"), &with(one_x(), json!({ "at": HALF })));
    assert_eq!(lines(&bought), ["add_on 24.75"]);
    // A comparison shows what each plan would cost, and the free one without.
    let change = Change::from_document(&document(&with(one_x(), json!({ "at": HALF })))).unwrap();
    let cards = serde_json::to_value(checkout(&catalog, &held("old")).compare(&change).unwrap()).unwrap();
    assert_eq!((&cards[0]["plan"], &cards[0]["direction"], &cards[1]["dueNow"]), (&json!("free"), &json!("cancel"), &json!("24.75")));
}

#[test]
fn renewed_to_a_free_plan_add_ons_end_as_they_do_with_a_change_to_it() {
    let catalog = with_free();
    let renewed = json!({ "renew": true, "plan": "free", "at": APRIL[1] });
    let shown = preview(&catalog, &with(held("old"), one_x()), &renewed);
    assert_eq!((lines(&shown), &shown["recurring"]["amount"]), (vec!["charge 0.00".to_owned()], &json!("0.00")));
    assert_eq!(applied(&catalog, &with(held("old"), one_x()), &renewed)["addOns"], Value::Null);
    assert_eq!(refused(&catalog, &held("old"), &with(one_x(), renewed)).1, "addOns[0]");
}
