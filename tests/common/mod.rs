//! Documents in, answers out, as JSON: what every suite speaks.
#![allow(dead_code, clippy::unwrap_used)]

use prorata::{Catalog, Change, Checkout, Document, Preview, PricingError, SubscriptionDocument};
use serde_json::{Value, json};

pub fn document(value: &Value) -> Document {
    serde_json::from_value(value.clone()).unwrap()
}

pub fn checkout(catalog: &Value, subscription: &Value) -> Checkout {
    Catalog::new(&document(catalog)).unwrap().checkout(&document(subscription)).unwrap()
}

pub fn try_preview(catalog: &Value, subscription: &Value, change: &Value) -> Result<Preview, PricingError> {
    Change::from_document(&document(change)).and_then(|change| checkout(catalog, subscription).preview(&change))
}

pub fn preview(catalog: &Value, subscription: &Value, change: &Value) -> Value {
    serde_json::to_value(try_preview(catalog, subscription, change).unwrap()).unwrap()
}

/// The document of the subscription after a change.
pub fn applied(catalog: &Value, subscription: &Value, change: &Value) -> Value {
    let after = checkout(catalog, subscription).apply(&Change::from_document(&document(change)).unwrap()).unwrap();
    serde_json::to_value(SubscriptionDocument(&after)).unwrap()
}

/// Code, path and kind of the first problem.
pub fn refused(catalog: &Value, subscription: &Value, change: &Value) -> (String, String, String) {
    let error = try_preview(catalog, subscription, change).unwrap_err();
    (error.code().as_str().to_owned(), error.path().to_owned(), error.kind.as_str().to_owned())
}

/// `kind amount` of every line.
pub fn lines(preview: &Value) -> Vec<String> {
    let text = |line: &Value| format!("{} {}", line["kind"].as_str().unwrap(), line["amount"].as_str().unwrap());
    preview["lines"].as_array().unwrap().iter().map(text).collect()
}

/// `kind amount` of everything that is lost.
pub fn lost(preview: &Value) -> Vec<String> {
    let text = |loss: &Value| format!("{} {}", loss["kind"].as_str().unwrap(), loss["amount"].as_str().unwrap());
    preview["lost"].as_array().unwrap().iter().map(text).collect()
}

/// April: 30 days, of which the 16th leaves half.
pub const APRIL: [&str; 2] = ["2024-04-01", "2024-05-01"];
pub const HALF: &str = "2024-04-16";

pub fn plan(id: &str, prices: &Value) -> Value {
    json!({ "id": id, "name": id, "prices": prices })
}

pub fn monthly(id: &str, amount: &str) -> Value {
    plan(id, &json!([{ "interval": "month", "amount": amount }]))
}

pub fn catalog(policy: &Value, plans: &Value) -> Value {
    json!({ "currency": "USD", "policy": policy, "plans": plans })
}

pub fn held(plan: &str) -> Value {
    json!({ "plan": plan, "interval": "month", "period": { "start": APRIL[0], "end": APRIL[1] } })
}

pub fn with(mut document: Value, fields: Value) -> Value {
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    document
}

pub fn two(policy: &Value, old: &str, new: &str) -> Value {
    catalog(policy, &json!([monthly("old", old), monthly("new", new)]))
}
