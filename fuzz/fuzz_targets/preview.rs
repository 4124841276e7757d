//! Whole previews: a catalog, a subscription of it, and changes one after another, each on the document
//! that the former left. As JSON: `{ catalog, subscription, change }`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prorata_fuzz::documents::Source;
use prorata_fuzz::{holds, json};

fuzz_target!(|input: &[u8]| {
    if let Some(document) = json(input) {
        let Some(catalog) = holds::catalog(&document["catalog"]) else { return };
        let Some(held) = holds::checkout(&catalog, &document["subscription"]) else { return };
        let Some(change) = holds::change(&document["change"]) else { return };
        holds::preview(&catalog, &held, &change);
        return;
    }
    let mut source = Source::new(input);
    let catalog_document = source.catalog();
    let Some(catalog) = holds::catalog(&catalog_document) else { return };
    let mut held = source.subscription(&catalog_document);
    for _ in 0..3 {
        let Some(checkout) = holds::checkout(&catalog, &held) else { return };
        let document = source.change(&catalog_document, &held);
        let Some(change) = holds::change(&document) else { return };
        if std::env::var_os("PRORATA_FUZZ_SHOW").is_some() {
            eprintln!("{}", serde_json::json!({ "catalog": catalog_document, "subscription": held, "change": document }));
        }
        if let Some(next) = holds::preview(&catalog, &checkout, &change) {
            held = next;
        }
    }
});
