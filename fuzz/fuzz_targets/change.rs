//! Changes, whole and bent: refused with every problem, or written out and read again as the same, and
//! answered for the subscriptions that ship.
#![no_main]

use libfuzzer_sys::fuzz_target;
use prorata_fuzz::documents::Source;
use prorata_fuzz::{holds, json, shipped};

fuzz_target!(|input: &[u8]| {
    let shipped = shipped();
    let document = json(input).unwrap_or_else(|| {
        let mut source = Source::new(input);
        let (catalog, held) = source.one_of(&shipped);
        let mut change = source.change(catalog, held);
        source.bend(&mut change);
        change
    });
    let Some(change) = holds::change(&document) else { return };
    for (catalog, held) in &shipped {
        let Some(catalog) = holds::catalog(catalog) else { continue };
        let Some(held) = holds::checkout(&catalog, held) else { continue };
        holds::preview(&catalog, &held, &change);
    }
});
