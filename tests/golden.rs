//! Whole answers, byte by byte: the same files are held against the package in Node. They are written
//! anew only with PRORATA_BLESS=1, so that the difference is the review.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use std::fs;
use std::path::Path;

use serde_json::Value;

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_request_has_the_answer_that_was_reviewed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut requests: Vec<_> = fs::read_dir(root.join("tests/golden")).unwrap().map(|entry| entry.unwrap().path()).collect();
    requests.retain(|path| path.to_string_lossy().ends_with(".request.json"));
    requests.sort();
    assert!(requests.len() >= 16, "the requests are missing");
    for path in requests {
        let request = json(&path);
        let catalog = json(&root.join("www/catalogs").join(format!("{}.json", request["catalog"].as_str().unwrap())));
        let answer = match common::try_preview(&catalog, &request["subscription"], &request["change"]) {
            Ok(preview) => serde_json::to_string_pretty(&preview).unwrap(),
            Err(error) => serde_json::to_string_pretty(&error).unwrap(),
        };
        let expected = path.with_file_name(path.file_name().unwrap().to_string_lossy().replace(".request.", ".answer."));
        if std::env::var_os("PRORATA_BLESS").is_some() {
            fs::write(&expected, answer + "\n").unwrap();
            continue;
        }
        let reviewed = fs::read_to_string(&expected).unwrap_or_default();
        assert_eq!(answer, reviewed.trim_end(), "{}: if the change is meant, run npm run bless and review the difference", path.display());
    }
}
