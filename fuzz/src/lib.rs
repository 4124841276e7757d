//! What the fuzz targets share: documents made from the fuzzer's bytes, and what must hold of every answer.
//!
//! An input is JSON where it begins with `{`, so that a seed is a document as hosts write it; else the
//! bytes are choices from which documents are made.

pub mod documents;
pub mod holds;

use serde_json::Value;

/// The input as JSON, where it is any.
pub fn json(input: &[u8]) -> Option<Value> {
    input.starts_with(b"{").then(|| serde_json::from_slice(input).unwrap_or(Value::Null))
}

/// The catalogs that ship, each with a subscription of it.
pub fn shipped() -> [(Value, Value); 3] {
    macro_rules! both {
        ($name:literal) => {
            (
                serde_json::from_str(include_str!(concat!("../../www/catalogs/", $name, ".json"))).unwrap(),
                serde_json::from_str(include_str!(concat!("../../www/catalogs/", $name, ".subscription.json"))).unwrap(),
            )
        };
    }
    [both!("make"), both!("nitro"), both!("anaconda")]
}
