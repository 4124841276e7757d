//! Catalogs, whole and bent: refused with every problem, or all of their prices can be asked for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prorata::Change;
use prorata::calendar::Timestamp;
use prorata_fuzz::documents::Source;
use prorata_fuzz::{holds, json};
use serde_json::Value;

fuzz_target!(|input: &[u8]| {
    let document = json(input).unwrap_or_else(|| {
        let mut source = Source::new(input);
        let mut catalog = source.catalog();
        source.bend(&mut catalog);
        catalog
    });
    let Some(catalog) = holds::catalog(&document) else { return };
    let Some(checkout) = holds::checkout(&catalog, &Value::Null) else { return };
    let Some(at) = Timestamp::parse("2024-01-31") else { return };
    holds::answered(checkout.compare(&Change::at(at)));
});
