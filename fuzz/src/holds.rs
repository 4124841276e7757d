//! What holds of everything that leaves the engine. A target that finds it broken panics.

use prorata::money::Amount;
use prorata::{Catalog, Change, Checkout, Document, Preview, PricingError, SubscriptionDocument};
use serde::Serialize;
use serde_json::Value;

/// A document as it is read from JSON.
pub fn document(value: &Value) -> Document {
    serde_json::from_value(value.clone()).expect("every JSON is a document")
}

/// An answer as JSON.
pub fn shown(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).expect("an answer is JSON")
}

/// What was answered; a refusal has a kind, and a code and a message for each of its problems.
pub fn answered<T>(answer: Result<T, PricingError>) -> Option<T> {
    match answer {
        Ok(answer) => Some(answer),
        Err(error) => {
            assert!(!error.problems.is_empty(), "a refusal without a problem");
            for problem in shown(&error)["problems"].as_array().expect("problems are a list") {
                let has_text = |key: &str| problem[key].as_str().is_some_and(|text| !text.is_empty());
                assert!(has_text("code") && has_text("message") && problem["path"].is_string(), "{problem}");
            }
            None
        }
    }
}

/// A catalog, if it is one: it can be asked for all of its prices.
pub fn catalog(value: &Value) -> Option<Catalog> {
    answered(Catalog::new(&document(value)))
}

/// A checkout, if the subscription is one of the catalog: written out, it is read again as the same.
pub fn checkout(catalog: &Catalog, value: &Value) -> Option<Checkout> {
    let checkout = answered(catalog.checkout(&document(value)))?;
    read_again(catalog, &checkout);
    Some(checkout)
}

/// The document of a checkout, which reads as the same checkout.
fn read_again(catalog: &Catalog, checkout: &Checkout) -> Value {
    let written = shown(&SubscriptionDocument(checkout));
    match catalog.checkout(&document(&written)) {
        Ok(again) => assert_eq!(shown(&SubscriptionDocument(&again)), written, "read and written, it is another document"),
        Err(error) => panic!("its own document is refused: {error:?}\nof {written}"),
    }
    written
}

/// A change, if it is one: written out, it is read again as the same.
pub fn change(value: &Value) -> Option<Change> {
    let change = answered(Change::from_document(&document(value)))?;
    let written = shown(&change);
    match Change::from_document(&document(&written)) {
        Ok(again) => assert_eq!(shown(&again), written, "read and written, it is another change"),
        Err(error) => panic!("its own document is refused: {error:?}\nof {written}"),
    }
    Some(change)
}

/// Asks for a preview, for all that stands beside one, and for the subscription after it, whose document it gives.
pub fn preview(catalog: &Catalog, held: &Checkout, change: &Change) -> Option<Value> {
    let until = change.at.plus_days(9).unwrap_or(change.at);
    answered(held.compare(change));
    answered(held.alternatives(change));
    answered(held.schedule(change, 5));
    answered(held.outlook_over(change, until, 4, 1_000_000));
    let preview = answered(held.preview(change))?;
    identities(&preview);
    match held.preview(&preview.change) {
        Ok(again) => assert_eq!(shown(&again), shown(&preview), "the resolved change gives another preview"),
        Err(error) => panic!("the resolved change is refused: {error:?}\nof {}", shown(&preview.change)),
    }
    answered(held.verify(change, until, 900, 60));
    match held.apply(change) {
        Ok(next) => Some(read_again(catalog, &next)),
        Err(error) => panic!("previewed and not applied: {error:?}"),
    }
}

/// An amount in units of 10⁻¹²: the test's own arithmetic. `None` where that is beyond 128 bits.
fn units(amount: Amount) -> Option<i128> {
    let decimal = amount.decimal();
    decimal.digits().checked_mul(10_i128.checked_pow(12_u32.checked_sub(decimal.scale())?)?)
}

/// Lines sum to the total, and every part of the total is accounted for, none of it negative.
pub fn identities(preview: &Preview) {
    let all = |amounts: &[Amount]| amounts.iter().map(|amount| units(*amount)).collect::<Option<Vec<_>>>();
    let Preview { subtotal, discount, tax, total, due_now, balance_used, deferred, to_balance, refund, forfeited, balance_after, .. } = *preview;
    let lines: Vec<Amount> = preview.lines.iter().map(|line| line.amount).collect();
    let (Some(lines), Some(sums)) = (all(&lines), all(&[subtotal, discount, tax, total])) else { return };
    let Some(parts) = all(&[due_now, balance_used, deferred, to_balance, refund, forfeited, balance_after]) else { return };
    let total = sums[3];
    assert_eq!(lines.iter().sum::<i128>(), total, "the lines do not sum to the total: {}", shown(preview));
    assert_eq!(sums[0] - sums[1] + sums[2], total, "subtotal − discount + tax is not the total: {}", shown(preview));
    assert_eq!(parts[0] + parts[1] + parts[2] - parts[3] - parts[4] - parts[5], total, "the parts do not make the total: {}", shown(preview));
    assert!(parts.iter().all(|part| *part >= 0), "a part is negative: {}", shown(preview));
    for line in &preview.lines {
        assert!(line.quantity >= 0 && !line.unit_amount.decimal().is_negative(), "quantity and unit amount are positive: {}", shown(line));
    }
    for loss in &preview.lost {
        assert!(!loss.amount().decimal().is_negative(), "a negative loss: {}", shown(loss));
    }
}
