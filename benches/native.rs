//! The crate alone, without a binding: the scenarios of `scenarios.mjs`, parsed changes in and previews out, then with
//! JSON on both sides. `npm run bench -- native` writes the documents and runs it.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use prorata::{Catalog, Change, Document};
use serde_json::Value;

const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/bench/documents.json");

fn document(value: &Value) -> Document {
    serde_json::from_value(value.clone()).unwrap()
}

fn previews(criterion: &mut Criterion) {
    let Ok(text) = std::fs::read_to_string(DOCUMENTS) else {
        eprintln!("{DOCUMENTS} is missing: npm run bench -- native");
        return;
    };
    let scenarios: Vec<Value> = serde_json::from_str(&text).unwrap();
    for scenario in &scenarios {
        let name = scenario["name"].as_str().unwrap();
        let checkout = Catalog::new(&document(&scenario["catalog"])).unwrap().checkout(&document(&scenario["subscription"])).unwrap();
        let asked: Vec<&Value> = scenario["changes"].as_array().unwrap().iter().collect();
        let changes: Vec<Change> = asked.iter().map(|change| Change::from_document(&document(change)).unwrap()).collect();
        let texts: Vec<String> = asked.iter().map(ToString::to_string).collect();
        let mut group = criterion.benchmark_group(name);
        let mut next = changes.iter().cycle();
        group.bench_function("preview", |bencher| bencher.iter(|| checkout.preview(black_box(next.next().unwrap())).unwrap()));
        let mut next = texts.iter().cycle();
        group.bench_function("from JSON to JSON", |bencher| {
            bencher.iter(|| {
                let document: Document = serde_json::from_str(black_box(next.next().unwrap())).unwrap();
                serde_json::to_string(&checkout.preview(&Change::from_document(&document).unwrap()).unwrap()).unwrap()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, previews);
criterion_main!(benches);
