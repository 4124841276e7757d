//! What holds for every catalog, subscription and change: documents as hosts write them, the rulebook's
//! identities as the measure.
//!
//! `PROPTEST_CASES` sets how many cases are tried of each.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::indexing_slicing
)]

#[path = "properties/calendar.rs"]
mod calendar;
#[path = "properties/documents.rs"]
mod documents;
#[path = "properties/figures.rs"]
mod figures;

use prorata::wire::rules;
use prorata::{Catalog, Change, Checkout, Document, PricingError, SubscriptionDocument};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseResult};
use serde_json::{Value, json};

use calendar::{Written, seconds_of, text_of};
use documents::{Scenario, any_policy, bend, list, nonsense, scenarios};
use figures::{minor, sum, units};

/// Documents are refused for many reasons, so that more of them are thrown away than usual.
fn config() -> Config {
    Config {
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/properties/regressions.txt"))),
        max_global_rejects: 20_000,
        ..Config::default()
    }
}

fn document(value: &Value) -> Document {
    serde_json::from_value(value.clone()).unwrap()
}

/// Something of the engine as the JSON that leaves it.
fn json_of(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

fn checkout(catalog: &Value, subscription: &Value) -> Result<Checkout, PricingError> {
    Catalog::new(&document(catalog))?.checkout(&document(subscription))
}

fn preview(checkout: &Checkout, change: &Value) -> Result<Value, PricingError> {
    checkout.preview(&Change::from_document(&document(change))?).map(|preview| json_of(&preview))
}

fn apply(checkout: &Checkout, change: &Value) -> Result<Value, PricingError> {
    checkout.apply(&Change::from_document(&document(change))?).map(|next| json_of(&SubscriptionDocument(&next)))
}

/// A change in a chain: what was held, what was asked for, the answer, and what is held then.
struct Link {
    before: Value,
    preview: Value,
    after: Value,
}

/// Previews and applies the changes of a scenario one after another, each on the document that the former left.
fn chain(scenario: &Scenario) -> Vec<Link> {
    let mut held = scenario.subscription.clone();
    let mut earliest = None;
    let mut links = Vec::new();
    for step in &scenario.steps {
        let change = step.change(&scenario.catalog, &held, earliest);
        let checkout = checkout(&scenario.catalog, &held).unwrap_or_else(|error| panic!("{error:?}\nof {held}"));
        if let Ok(preview) = preview(&checkout, &change) {
            let after = apply(&checkout, &change).unwrap();
            earliest = Some(seconds_of(change["at"].as_str().unwrap()));
            links.push(Link { before: held, preview, after: after.clone() });
            held = after;
        }
    }
    links
}

fn is_accepted(scenario: &Scenario) -> bool {
    checkout(&scenario.catalog, &scenario.subscription).is_ok()
}

fn lines(preview: &Value) -> &[Value] {
    list(preview, "lines")
}

fn amount_or_zero(amount: &Value) -> i128 {
    if amount.is_null() { 0 } else { units(amount) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn lines_sum_to_the_total_and_every_part_of_it_is_accounted_for(scenario in scenarios(any_policy, 1)) {
        let held = checkout(&scenario.catalog, &scenario.subscription);
        prop_assume!(held.is_ok());
        let preview = preview(&held.unwrap(), &scenario.change());
        prop_assume!(preview.is_ok());
        identities(&preview.unwrap(), &scenario.subscription)?;
    }

    #[test]
    fn the_resolved_change_of_a_preview_gives_the_same_bytes_again(scenario in scenarios(any_policy, 1)) {
        let held = checkout(&scenario.catalog, &scenario.subscription);
        prop_assume!(held.is_ok());
        let held = held.unwrap();
        let first = preview(&held, &scenario.change());
        prop_assume!(first.is_ok());
        let first = first.unwrap();
        let again = preview(&held, &first["change"]);
        prop_assert!(again.is_ok(), "{again:?} of {}", first["change"]);
        prop_assert_eq!(again.unwrap().to_string(), first.to_string());
    }

    #[test]
    fn documents_after_a_change_parse_and_balance_and_operations_are_conserved(scenario in scenarios(any_policy, 5)) {
        prop_assume!(is_accepted(&scenario));
        let links = chain(&scenario);
        prop_assume!(!links.is_empty());
        for link in &links {
            identities(&link.preview, &link.before)?;
            conserved(link)?;
        }
        prop_assert!(is_accepted(&Scenario { subscription: links.last().unwrap().after.clone(), ..scenario }));
    }
}

/// The identities of the interface, from the strings of a preview alone.
fn identities(preview: &Value, before: &Value) -> TestCaseResult {
    let part = |key: &str| units(&preview[key]);
    let lines = lines(preview);
    prop_assert_eq!(sum(lines, |_| true), part("total"), "the lines of {}", preview);
    prop_assert_eq!(part("subtotal") - part("discount") + part("tax"), part("total"), "the sums of {}", preview);
    let parts = part("dueNow") + part("balanceUsed") + part("deferred") - part("toBalance") - part("refund") - part("forfeited");
    prop_assert_eq!(parts, part("total"), "the parts of {}", preview);
    for key in ["dueNow", "balanceUsed", "deferred", "toBalance", "refund", "forfeited", "balanceAfter"] {
        prop_assert!(part(key) >= 0, "{} of {}", key, preview);
    }
    let is_deferred = |line: &&Value| line["because"]["kind"] == "deferred";
    let fresh = lines.iter().filter(|line| !is_deferred(line));
    prop_assert_eq!(sum(fresh.clone(), |kind| kind == "tax"), part("tax"));
    prop_assert_eq!(-sum(fresh, |kind| kind == "discount"), part("discount"), "the discount of {}", preview);
    let digits = preview["digits"].as_u64().unwrap() as usize;
    for line in lines {
        prop_assert!(line["quantity"].as_i64().unwrap() >= 0 && units(&line["unitAmount"]) >= 0, "{}", line);
        let decimals = line["amount"].as_str().unwrap().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        prop_assert!(decimals >= digits, "{}", line);
    }
    for loss in list(preview, "lost") {
        prop_assert!(units(&loss["amount"]) >= 0, "{}", loss);
    }
    if preview["change"]["effective"] == "period_end" {
        prop_assert_eq!(part("dueNow"), 0);
        prop_assert_eq!(&preview["effectiveAt"], &before["period"]["end"]);
    }
    let used = part("balanceUsed");
    let given = if part("deferred") == 0 && part("toBalance") > 0 && waits(preview, before) { 0 } else { part("toBalance") };
    prop_assert_eq!(part("balanceAfter"), amount_or_zero(&before["balance"]) - used + given, "the balance of {}", preview);
    Ok(())
}
