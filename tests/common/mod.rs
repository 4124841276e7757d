//! Documents in, answers out, as JSON: what every suite speaks.
#![allow(dead_code, clippy::unwrap_used)]

use prorata::{Catalog, Change, Checkout, Document, Preview, PricingError};
use serde_json::Value;

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
