//! Subscriptions, whole and bent: refused with every problem, or written out and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prorata_fuzz::documents::Source;
use prorata_fuzz::{holds, json, shipped};

fuzz_target!(|input: &[u8]| {
    if let Some(document) = json(input) {
        for (catalog, _) in shipped() {
            holds::catalog(&catalog).and_then(|catalog| holds::checkout(&catalog, &document));
        }
        return;
    }
    let mut source = Source::new(input);
    let catalog = source.catalog();
    let mut subscription = source.subscription(&catalog);
    source.bend(&mut subscription);
    holds::catalog(&catalog).and_then(|catalog| holds::checkout(&catalog, &subscription));
});
