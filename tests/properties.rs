//! What holds for every catalog, subscription and change: documents as hosts write them, the rulebook's
//! identities as the measure.
//!
//! `PROPTEST_CASES` sets how many cases are tried of each.
#![allow(missing_docs, clippy::restriction)] // What a library must not do, a test may.

mod common;

#[path = "properties/calendar.rs"]
mod calendar;
#[path = "properties/documents.rs"]
mod documents;
#[path = "properties/figures.rs"]
mod figures;
#[path = "properties/found.rs"]
mod found;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestCaseError, TestCaseResult};
use prorata::wire::rules;
use prorata::{Catalog, Change, Checkout, Document, PricingError, SubscriptionDocument};
use serde_json::{Value, json};

use common::document;

use calendar::{Written, seconds_of, text_of};
use documents::{Scenario, any_policy, bend, list, nonsense, scenarios};
use figures::{minor, sum, units};

/// Documents are refused for many reasons, so that more of them are thrown away than usual. What fails is
/// written down as a case of its own, in `found`, rather than as a seed.
fn config() -> Config {
    Config { failure_persistence: None, max_global_rejects: 20_000, ..Config::default() }
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

/// The answer to the first change of a scenario; where it is refused, the case is thrown away.
fn answered(scenario: &Scenario) -> Result<Value, TestCaseError> {
    let refused = |error: PricingError| TestCaseError::reject(error.code().as_str());
    let held = checkout(&scenario.catalog, &scenario.subscription).map_err(refused)?;
    preview(&held, &scenario.change()).map_err(refused)
}

/// A change in a chain: what was held, what was asked for, the answer, and what is held then.
struct Link {
    before: Value,
    preview: Value,
    after: Value,
}

/// Previews and applies the changes of a scenario one after another, each on the document that the former left.
fn chain(scenario: &Scenario) -> Result<Vec<Link>, TestCaseError> {
    let mut held = scenario.subscription.clone();
    let mut earliest = None;
    let mut links: Vec<Link> = Vec::new();
    for step in &scenario.steps {
        let change = step.change(&scenario.catalog, &held, earliest);
        let Ok(checkout) = checkout(&scenario.catalog, &held) else {
            return Err(TestCaseError::fail(format!("{held} is refused\n{}", trace(&links))));
        };
        if let Ok(preview) = preview(&checkout, &change) {
            let after = apply(&checkout, &change).unwrap();
            earliest = Some(seconds_of(change["at"].as_str().unwrap()));
            links.push(Link { before: held, preview, after: after.clone() });
            held = after;
        }
    }
    Ok(links)
}

fn is_accepted(scenario: &Scenario) -> bool {
    checkout(&scenario.catalog, &scenario.subscription).is_ok()
}

fn paid_and_not_credited(subscription: &Value) -> i128 {
    list(subscription, "paid").iter().map(|span| units(&span["amount"]) - amount_or_zero(&span["credited"])).sum()
}

/// Whether the running period was settled before its end and goes on, with payments on record.
fn goes_on(link: &Link) -> bool {
    let Link { before, preview, after } = link;
    let (Some(start), Some(end)) = (before["period"]["start"].as_str(), before["period"]["end"].as_str()) else { return false };
    let at = seconds_of(preview["change"]["at"].as_str().unwrap());
    let within = seconds_of(start) < at && at < seconds_of(end);
    let alters = preview["direction"] == "upgrade" || preview["direction"] == "downgrade";
    let now = alters && within && preview["change"]["effective"] == "now";
    now && before["period"] == after["period"] && !list(before, "paid").is_empty()
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
        identities(&answered(&scenario)?, &scenario.subscription)?;
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
        let links = chain(&scenario)?;
        prop_assume!(!links.is_empty());
        for link in &links {
            identities(&link.preview, &link.before)?;
            conserved(link)?;
        }
        let last = Scenario { subscription: links.last().unwrap().after.clone(), ..scenario };
        prop_assert!(is_accepted(&last), "{}", last.subscription);
    }

    #[test]
    fn a_document_after_a_change_answers_as_the_state_that_it_was_written_from(scenario in scenarios(any_policy, 2)) {
        let held = checkout(&scenario.catalog, &scenario.subscription);
        prop_assume!(held.is_ok());
        let first = Change::from_document(&document(&scenario.change())).unwrap();
        let next = held.unwrap().apply(&first);
        prop_assume!(next.is_ok());
        let next = next.unwrap();
        let written = json_of(&SubscriptionDocument(&next));
        let read = checkout(&scenario.catalog, &written);
        prop_assert!(read.is_ok(), "{read:?} of {written}");
        let read = read.unwrap();
        prop_assert_eq!(&json_of(&SubscriptionDocument(&read)), &written);
        let second = scenario.steps[1].change(&scenario.catalog, &written, None);
        prop_assert_eq!(shown(preview(&read, &second)), shown(preview(&next, &second)));
    }

    #[test]
    fn over_any_chain_nobody_gets_back_more_than_was_billed_for_time((scenario, cap, excess) in billed_by_time()) {
        let Scenario { catalog, subscription, .. } = &scenario;
        prop_assume!(is_accepted(&scenario));
        let billed = paid_and_not_credited(subscription);
        prop_assume!(subscription["plan"].is_null() || !list(subscription, "paid").is_empty());
        let mut links = chain(&scenario)?;
        if let Some(last) = links.last() {
            let cancel = json!({ "at": last.preview["change"]["at"], "cancel": true });
            let held = checkout(catalog, &last.after).unwrap();
            if let Ok(preview) = preview(&held, &cancel) {
                let after = apply(&held, &cancel).unwrap();
                links.push(Link { before: last.after.clone(), preview, after });
            }
        }
        prop_assume!(links.iter().any(|link| !lines(&link.preview).is_empty()));
        let once = |line: &&Value| list(catalog, "addOns").iter().any(|add_on| add_on["id"] == line["addOn"] && add_on["interval"] == "once");
        let mut left = billed;
        for link in &links {
            let of_time = lines(&link.preview).iter().filter(|line| !once(line) && line["kind"] != "extra_operations");
            left += sum(of_time, |_| true) + units(&link.preview["forfeited"]);
            let tolerance = minor(link.preview["digits"].as_u64().unwrap()) * links.iter().map(|link| lines(&link.preview).len() as i128).sum::<i128>();
            prop_assert!(left >= -tolerance, "cap {cap}, excess {excess}: {left} of {billed}\n{}", trace(&links));
        }
    }

    #[test]
    fn value_that_is_credited_or_forfeited_is_gone_from_what_is_paid((scenario, cap, _) in billed_by_time()) {
        prop_assume!(is_accepted(&scenario));
        let links = chain(&scenario)?;
        let once = |line: &&Value| list(&scenario.catalog, "addOns").iter().any(|add_on| add_on["id"] == line["addOn"] && add_on["interval"] == "once");
        let kept = |link: &&Link| goes_on(link) && !lines(&link.preview).iter().any(|line| once(&line));
        prop_assume!(links.iter().any(|link| kept(&link)));
        for link in links.iter().filter(kept) {
            let lines = lines(&link.preview);
            let of_time = sum(lines, |kind| ["charge", "add_on", "unused_time", "credit_excess"].contains(&kind));
            let forfeited: i128 = list(&link.preview, "lost").iter().filter(|loss| ["credit_above_bill", "unused_time"].contains(&loss["kind"].as_str().unwrap())).map(|loss| units(&loss["amount"])).sum();
            let change = of_time - forfeited;
            let spans = |document: &Value| list(document, "paid").iter().map(|span| units(&span["amount"])).sum::<i128>();
            let tolerance = minor(link.preview["digits"].as_u64().unwrap()) * (lines.len() as i128 + list(&link.before, "paid").len() as i128);
            let off = spans(&link.after) - spans(&link.before) - change;
            prop_assert!(off.abs() <= tolerance, "cap {cap}: off by {off}\n{}", trace(core::slice::from_ref(link)));
        }
    }

    #[test]
    fn a_change_and_its_reverse_at_the_same_instant_net_to_zero(scenario in scenarios(reversible_policy, 1)) {
        let scenario = plain(scenario);
        let there = answered(&scenario)?;
        prop_assume!(there["direction"] == "upgrade" || there["direction"] == "downgrade");
        prop_assume!(there["period"] == scenario.subscription["period"] && there["change"]["interval"] == scenario.subscription["interval"]);
        let next = apply(&checkout(&scenario.catalog, &scenario.subscription).unwrap(), &there["change"]).unwrap();
        let mut reverse = json!({ "at": there["change"]["at"], "addOns": list(&scenario.subscription, "addOns") });
        for key in ["plan", "interval", "operations", "price", "seats"] {
            if !scenario.subscription[key].is_null() {
                reverse[key] = scenario.subscription[key].clone();
            }
        }
        let back = preview(&checkout(&scenario.catalog, &next).unwrap(), &reverse);
        prop_assume!(back.is_ok());
        let back = back.unwrap();
        prop_assume!(back["direction"] == "upgrade" || back["direction"] == "downgrade");
        prop_assert_eq!(units(&there["total"]) + units(&back["total"]), 0, "{}\nand back {}", there, back);
    }

    #[test]
    fn a_credit_for_time_never_exceeds_what_was_paid_and_not_yet_credited(scenario in scenarios(crediting, 1)) {
        prop_assume!(!list(&scenario.subscription, "paid").is_empty());
        let preview = answered(&scenario)?;
        let credit = -sum(lines(&preview), |kind| kind == "unused_time");
        prop_assume!(credit > 0);
        let paid = paid_and_not_credited(&scenario.subscription);
        prop_assert!(credit <= paid, "{credit} of {paid}: {preview}");
    }

    #[test]
    fn a_negative_difference_is_a_credit_and_never_exceeds_what_was_paid_either(scenario in scenarios(differences, 1)) {
        prop_assume!(!list(&scenario.subscription, "paid").is_empty());
        let preview = answered(&scenario)?;
        let credit = -lines(&preview).iter().filter(|line| line["kind"] == "difference").map(|line| units(&line["amount"])).filter(|amount| *amount < 0).sum::<i128>();
        prop_assert!(credit <= paid_and_not_credited(&scenario.subscription), "{credit}: {preview} of {}", scenario.subscription);
    }

    #[test]
    fn under_the_cap_by_the_bill_credits_never_exceed_the_charges_after_discount(scenario in scenarios(|digits| capped(digits, "bill"), 1)) {
        let preview = answered(&scenario)?;
        let prices: Vec<i128> = lines(&preview).iter().filter(|line| !["discount", "tax", "credit_excess", "rounding"].contains(&line["kind"].as_str().unwrap())).map(|line| units(&line["amount"])).collect();
        let credits: i128 = -prices.iter().filter(|amount| **amount < 0).sum::<i128>();
        prop_assume!(credits > 0);
        let bill: i128 = prices.iter().filter(|amount| **amount > 0).sum::<i128>() + sum(lines(&preview), |kind| kind == "discount");
        // Rounded once at the end, each shown line may be off by half a unit.
        let tolerance = if lines(&preview).iter().any(|line| line["kind"] == "rounding") { minor(preview["digits"].as_u64().unwrap()) * 4 } else { 0 };
        prop_assert!(credits <= bill + tolerance, "{credits} of {bill}: {preview}");
    }

    #[test]
    fn a_later_change_never_credits_more_time(scenario in scenarios(|digits| capped(digits, "none"), 1), later in 0..=1000_i64) {
        // A trial that goes on settles nothing.
        prop_assume!(scenario.subscription["status"].is_null());
        let held = checkout(&scenario.catalog, &scenario.subscription);
        prop_assume!(held.is_ok());
        let held = held.unwrap();
        let mut step = scenario.steps[0].clone();
        let first = preview(&held, &step.change(&scenario.catalog, &scenario.subscription, None));
        prop_assume!(first.is_ok());
        let first = first.unwrap();
        step.thousandths = step.thousandths.max(later);
        let second = preview(&held, &step.change(&scenario.catalog, &scenario.subscription, None));
        prop_assume!(second.is_ok());
        let second = second.unwrap();
        // A day of one month may be the billing day that there is, and the same of the next another one.
        prop_assume!(first["cause"] == second["cause"]);
        let credit = |preview: &Value| -sum(lines(preview), |kind| kind == "unused_time");
        prop_assume!(credit(&first) > 0 || credit(&second) > 0);
        prop_assert!(credit(&second) <= credit(&first), "{first}\nlater {second}");
    }

    #[test]
    fn the_order_of_keys_add_ons_and_prices_does_not_matter(scenario in scenarios(any_policy, 1), by in 1..5_usize) {
        let change = scenario.change();
        let there = read_in_order(&scenario.catalog, &scenario.subscription, &change, 0);
        prop_assume!(there.is_ok());
        prop_assert_eq!(read_in_order(&scenario.catalog, &scenario.subscription, &change, by), there);
    }

    #[test]
    fn a_period_split_at_any_instant_is_worth_the_whole_within_one_unit((input, split) in spans()) {
        let of = |from: &Value, to: &Value| {
            let mut part = input.clone();
            part["from"] = from.clone();
            part["to"] = to.clone();
            units(&json_of(&rules::prorate(&document(&part)).unwrap())["amount"])
        };
        let (start, end) = (&input["period"]["start"], &input["period"]["end"]);
        let digits = match input["currency"].as_str().unwrap() { "JPY" => 0, "KWD" => 3, _ => 2 };
        prop_assert!((of(start, &split) + of(&split, end) - of(start, end)).abs() <= minor(digits), "{input} at {split}");
        prop_assert_eq!(of(&split, &split), 0);
    }

    #[test]
    fn bent_documents_are_answered_or_refused_with_a_code_and_never_panic(
        scenario in scenarios(any_policy, 1),
        bends in proptest::collection::vec((0..3_usize, any::<Index>(), any::<u8>(), nonsense()), 1..5),
    ) {
        let mut documents = [scenario.catalog.clone(), scenario.subscription.clone(), scenario.change()];
        for (which, place, how, nonsense) in bends {
            bend(&mut documents[which], place, how, nonsense);
        }
        let [catalog, subscription, change] = documents;
        everything(&catalog, &subscription, &change)?;
    }

    #[test]
    fn bent_inputs_of_the_rules_are_answered_or_refused_with_a_code_and_never_panic(
        which in 0..RULES.len(),
        bends in proptest::collection::vec((any::<Index>(), any::<u8>(), nonsense()), 1..4),
    ) {
        let (input, answer) = &RULES[which];
        let mut input: Value = serde_json::from_str(input).unwrap();
        for (place, how, nonsense) in bends {
            bend(&mut input, place, how, nonsense);
        }
        if let Err(error) = answer(&document(&input)) {
            coded(&error)?;
        }
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
        // The end of the period, or where that names the last day that counts, the day after it.
        let wait = seconds_of(preview["effectiveAt"].as_str().unwrap()) - seconds_of(before["period"]["end"].as_str().unwrap());
        prop_assert!(wait == 0 || wait == 86_400, "{} after {}", preview["effectiveAt"], before["period"]["end"]);
    }
    Ok(())
}

type Rule = fn(&Document) -> Result<Value, PricingError>;

/// The rules that stand alone, with inputs to bend.
const RULES: [(&str, Rule); 5] = [
    (
        r#"{ "amount": "20.00", "currency": "USD", "period": { "start": "2026-03-01", "end": "2026-04-01" }, "from": "2026-03-15", "to": "2026-03-20",
             "proration": { "basis": "second", "total": "period", "factorDigits": 9 }, "rounding": { "mode": "half_even", "on": "line", "digits": 3 },
             "paid": [{ "start": "2026-03-01", "end": "2026-04-01", "amount": "9.00", "credited": "1.00" }], "base": "paid" }"#,
        |input| rules::prorate(input).map(|answer| json_of(&answer)),
    ),
    (r#"{ "amount": "113.85", "allowance": 150000, "unused": 160000, "currency": "USD", "bill": "100.00", "rounding": { "mode": "up" } }"#, |input| {
        rules::convert_operations(input).map(|answer| json_of(&answer))
    }),
    (r#"{ "unused": 10000, "allowance": 40000, "period": { "start": "2026-03-01", "end": "2026-03-31" }, "resets": "month" }"#, |input| {
        rules::transfer_operations(input).map(|answer| json_of(&answer))
    }),
    (
        r#"{ "tiers": { "mode": "package", "bands": [{ "to": 10, "unitAmount": "1.00" }, { "to": null, "unitAmount": "0.5", "flatAmount": "3" }], "packageSize": 4, "free": 2 },
             "quantity": "7.5", "currency": "KWD", "rounding": { "mode": "down" } }"#,
        |input| rules::price_quantity(input).map(|answer| json_of(&answer)),
    ),
    (
        r#"{ "anchor": 31, "interval": { "unit": "month", "count": 3 }, "from": "2026-01-31T10:00:00+05:30", "count": 4, "until": "2030-01-01", "cycle": "fixed" }"#,
        |input| rules::periods(input).map(|answer| json_of(&answer)),
    ),
];

/// An answer as text, or what refuses it.
fn shown(answer: Result<Value, PricingError>) -> String {
    match answer {
        Ok(preview) => preview.to_string(),
        Err(error) => format!("{error:?}"),
    }
}

fn trace(links: &[Link]) -> String {
    let link = |link: &Link| format!("held {}\ngives {}\nthen {}", link.before, link.preview, link.after);
    links.iter().map(link).collect::<Vec<_>>().join("\n\n")
}

/// An error has a kind, and each of its problems a code of its own and a path.
fn coded(error: &PricingError) -> TestCaseResult {
    let shown = json_of(error);
    prop_assert!(["document", "change", "refusal"].contains(&shown["kind"].as_str().unwrap()));
    prop_assert!(!list(&shown, "problems").is_empty());
    for problem in list(&shown, "problems") {
        prop_assert!(problem["code"].as_str().is_some_and(|code| code.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase())));
        prop_assert!(problem["path"].is_string() && problem["message"].as_str().is_some_and(|message| !message.is_empty()));
    }
    Ok(())
}

/// Asks everything that can be asked of three documents.
fn everything(catalog: &Value, subscription: &Value, change: &Value) -> TestCaseResult {
    let held = match checkout(catalog, subscription) {
        Ok(held) => held,
        Err(error) => return coded(&error),
    };
    let change = match Change::from_document(&document(change)) {
        Ok(change) => change,
        Err(error) => return coded(&error),
    };
    match held.preview(&change) {
        Ok(preview) => identities(&json_of(&preview), subscription)?,
        Err(error) => coded(&error)?,
    }
    let until = change.at.plus_days(40).unwrap_or(change.at);
    let answers = [
        held.apply(&change).map(drop),
        held.compare(&change).map(drop),
        held.alternatives(&change).map(drop),
        held.schedule(&change, 14).map(drop),
        held.outlook_over(&change, until, 7, 1_000_000_000_000).map(drop),
        held.verify(&change, until, 900, 60).map(drop),
    ];
    for answer in answers {
        if let Err(error) = answer {
            coded(&error)?;
        }
    }
    Ok(())
}

// ------------------------------------------------------------------------------------------------
// Policies and documents of single properties
// ------------------------------------------------------------------------------------------------

/// Any policy, but changes take effect now and credit unused time.
fn crediting(digits: u32) -> BoxedStrategy<Value> {
    any_policy(digits)
        .prop_map(|policy| {
            let mut policy = if policy.is_string() { json!({ "preset": policy }) } else { policy };
            for direction in ["upgrade", "downgrade", "seatsAdded", "seatsRemoved"] {
                if !policy[direction].is_null() {
                    policy[direction]["effective"] = json!("now");
                    policy[direction]["unusedTime"] = json!("credit");
                }
            }
            policy["effective"] = json!("now");
            policy["unusedTime"] = json!("credit");
            policy
        })
        .boxed()
}

/// The same with a cap of its own.
fn capped(digits: u32, cap: &'static str) -> BoxedStrategy<Value> {
    crediting(digits)
        .prop_map(move |mut policy| {
            policy["credit"]["cap"] = json!(cap);
            policy
        })
        .boxed()
}

/// Time proration from the list price, both ways alike.
fn reversible_policy(_: u32) -> BoxedStrategy<Value> {
    let basis = select(vec!["millisecond", "second", "minute", "hour", "day", "day_inclusive", "month", "actual_30", "thirty_360"]);
    let charge = select(vec!["remaining", "difference"]);
    let mode = select(vec!["half_up", "half_even", "down", "up"]);
    (basis, charge, mode, select(vec!["unused", "used"]), select(vec!["rank", "price"]))
        .prop_map(|(basis, charge, mode, day, direction)| {
            json!({
                "direction": direction, "effective": "now", "period": "keep", "unusedTime": "credit", "unusedOperations": "forfeit", "charge": charge,
                "changeDay": day, "collect": "now", "proration": { "basis": basis }, "rounding": { "mode": mode, "on": "line" },
                "credit": { "base": "list", "cap": "none", "excess": "balance" },
            })
        })
        .boxed()
}

/// Any policy that charges new minus old.
fn differences(digits: u32) -> BoxedStrategy<Value> {
    capped(digits, "none")
        .prop_map(|mut policy| {
            policy["charge"] = json!("difference");
            policy
        })
        .boxed()
}

/// A scenario without what is never given back, nor what limits or lowers a price.
fn plain(mut scenario: Scenario) -> Scenario {
    for add_on in scenario.catalog["addOns"].as_array_mut().unwrap() {
        if add_on["interval"] == "once" {
            add_on["interval"] = json!("month");
        }
    }
    let held = scenario.subscription.as_object_mut().unwrap();
    for key in ["paid", "discounts", "scheduled", "status", "balance"] {
        held.remove(key);
    }
    scenario.catalog["discounts"] = json!([]);
    scenario
}

/// Chains under policies that credit time from what was paid, and no operations; no taxes, no discounts.
fn billed_by_time() -> impl Strategy<Value = (Scenario, &'static str, &'static str)> {
    let cap = select(vec!["bill", "total", "none"]);
    let excess = select(vec!["forfeit", "balance", "refund"]);
    (cap, excess).prop_flat_map(|(cap, excess)| {
        let policy = move |_| {
            let period = select(vec!["keep", "restart", "keep_anchor", "keep_period"]);
            let charge = select(vec!["remaining", "full"]);
            let basis = select(vec!["second", "day", "hour", "millisecond"]);
            (period, charge, basis, any::<bool>())
                .prop_map(move |(period, charge, basis, transfer)| {
                    json!({
                        "effective": "now", "period": period, "unusedTime": "credit", "unusedOperations": if transfer { "transfer" } else { "forfeit" },
                        "charge": charge, "collect": "now", "proration": { "basis": basis },
                        "credit": { "base": "paid", "cap": cap, "excess": excess, "futureGrants": "forfeit" },
                    })
                })
                .boxed()
        };
        scenarios(policy, 4).prop_map(move |mut scenario| {
            let held = scenario.subscription.as_object_mut().unwrap();
            for key in ["taxes", "scheduled", "discounts"] {
                held.remove(key);
            }
            scenario.catalog["discounts"] = json!([]);
            (scenario, cap, excess)
        })
    })
}

/// Inputs of `prorate` by every basis whose units add up, and an instant within.
fn spans() -> impl Strategy<Value = (Value, Value)> {
    let basis = select(vec!["millisecond", "second", "minute", "hour", "day", "month", "thirty_360"]);
    let money = (select(vec!["USD", "JPY", "KWD"]), 0..100_000_000_u64, select(vec!["half_up", "half_even", "down", "up"]), any::<bool>());
    (basis, money, 0..2_000_000_000_i64, 1..900_i64, 0..=1000_i64, select(vec![0_i64, -480, 345])).prop_map(
        |(basis, (currency, minor, mode, begun), start, days, part, offset)| {
            let written = if offset == 0 { Written::Utc } else { Written::Offset(offset) };
            let end = start + days * 86_400;
            let split = start + (end - start) / 1000 * part;
            let input = json!({
                "amount": documents::amount(minor, 3), "currency": currency, "period": { "start": text_of(start, written), "end": text_of(end, written) },
                "proration": { "basis": basis, "begun": if begun { "used" } else { "unused" } }, "rounding": { "mode": mode },
            });
            (input, json!(text_of(split, written)))
        },
    )
}

/// The answer to documents whose keys, add-ons and prices stand in another order.
fn read_in_order(catalog: &Value, subscription: &Value, change: &Value, by: usize) -> Result<String, PricingError> {
    let turned = |value: &Value| -> Document { serde_json::from_str(&text_in_order(value, by)).unwrap() };
    let checkout = Catalog::new(&turned(catalog))?.checkout(&turned(subscription))?;
    checkout.preview(&Change::from_document(&turned(change))?).map(|preview| serde_json::to_string(&preview).unwrap())
}

/// JSON with the keys of every object, and the lists that mean sets, turned so far.
fn text_in_order(value: &Value, by: usize) -> String {
    match value {
        Value::Object(fields) => {
            let mut parts: Vec<String> = fields
                .iter()
                .map(|(key, value)| {
                    let is_set = key == "prices" || (key == "addOns" && value[0]["quantity"].is_i64());
                    let value = match value {
                        Value::Array(items) if is_set && !items.is_empty() => {
                            let mut items = items.clone();
                            let length = items.len();
                            items.rotate_left(by % length);
                            text_in_order(&Value::Array(items), by)
                        }
                        other => text_in_order(other, by),
                    };
                    format!("{}:{value}", json!(key))
                })
                .collect();
            if !parts.is_empty() {
                let length = parts.len();
                parts.rotate_left(by % length);
            }
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(|item| text_in_order(item, by)).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

/// What a change leaves behind is what its preview said.
fn conserved(link: &Link) -> TestCaseResult {
    let Link { before, preview, after } = link;
    prop_assert_eq!(amount_or_zero(&after["balance"]), units(&preview["balanceAfter"]));
    let (waited, waits) = (list(before, "deferred"), list(after, "deferred"));
    let is_deferred = |line: &&Value| line["because"]["kind"] == "deferred";
    let collected = lines(preview).iter().filter(is_deferred).count();
    let to_collect = waited.iter().filter(|line| units(&line["amount"]) != 0).count();
    let fresh = lines(preview).iter().filter(|line| line["because"]["kind"] != "deferred");
    let money = amount_or_zero(&before["balance"]) - units(&preview["balanceUsed"]);
    if waits.len() > waited.len() {
        // It waits for the next invoice: with its lines, the balance untouched.
        prop_assert!(same_lines(&waits[..waited.len()], waited), "{}", after);
        let waiting = &waits[waited.len()..];
        prop_assert_eq!(sum(waiting, |kind| kind != "rounding"), sum(fresh, |kind| kind != "tax" && kind != "rounding"), "{}", preview);
        if units(&preview["tax"]) == 0 {
            // Where only the result is rounded, a tax of less than the smallest unit can move it by one, though it is shown as nothing.
            let untaxed = list(before, "taxes").iter().all(|tax| tax["inclusive"] == true);
            let gap = sum(waiting, |_| true) - units(&preview["total"]);
            let least = minor(preview["digits"].as_u64().unwrap());
            prop_assert!(gap == 0 || (!untaxed && gap.abs() <= least), "{gap}: {}", preview);
        }
        prop_assert_eq!(units(&preview["balanceAfter"]), amount_or_zero(&before["balance"]), "{}", preview);
        for key in ["dueNow", "refund", "forfeited"] {
            prop_assert_eq!(units(&preview[key]), 0, "{} although everything waits: {}", key, preview);
        }
    } else {
        prop_assert!(same_lines(waits, waited) || (waits.is_empty() && collected >= to_collect), "what waited is lost: {}", preview);
        prop_assert_eq!(units(&preview["balanceAfter"]), money + units(&preview["toBalance"]), "{}", preview);
    }
    operations_conserved(link)
}

fn same_lines(left: &[Value], right: &[Value]) -> bool {
    let said = |line: &Value| (line["kind"].clone(), line["quantity"].clone(), units(&line["amount"]), line["period"].clone());
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| said(left) == said(right))
}

fn operations_conserved(link: &Link) -> TestCaseResult {
    let Link { before, preview, after } = link;
    let count = |document: &Value, key: &str| document[key].as_i64().unwrap_or(0);
    let operations = &preview["operations"];
    let unused = count(before, "unusedOperations");
    let settled = count(operations, "converted") + count(operations, "transferred") + count(operations, "forfeited");
    let of_plan = ["plan", "tier", "interval", "price"].contains(&preview["cause"].as_str().unwrap_or_default());
    let alters = ["upgrade", "downgrade"].contains(&preview["direction"].as_str().unwrap()) && of_plan;
    let now = preview["change"]["effective"] != "period_end";
    if settled > 0 || (alters && now && before["status"] != "trial") {
        prop_assert_eq!(settled, unused, "{}", preview);
    }
    if settled > 0 {
        let granted = operations["granted"].as_str().map_or(count(operations, "allowance"), |granted| granted.split('.').next().unwrap().parse().unwrap());
        prop_assert_eq!(count(operations, "available"), granted + count(operations, "transferred"), "{}", preview);
    }
    if !operations.is_null() && now && preview["direction"] != "cancel" {
        prop_assert_eq!(count(after, "unusedOperations"), count(operations, "available"), "{}", preview);
    }
    Ok(())
}
