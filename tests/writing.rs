//! What answers are written from: decimals of every size, instants of every form, texts of any characters.
#![allow(clippy::arithmetic_side_effects, missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod common;

use proptest::prelude::*;
use prorata::calendar::Timestamp;
use prorata::decimal::{decimal_text, magnitude, minus, opposite, order, plus};
use rust_decimal::Decimal;
use serde_json::json;

proptest! {
    #[test]
    fn decimals_are_written_with_all_their_digits(low: u32, middle: u32, high: u32, negative: bool, scale in 0_u32..=28, parts in 1_usize..=3) {
        let (middle, high) = (if parts > 1 { middle } else { 0 }, if parts > 2 { high } else { 0 });
        let value = Decimal::from_parts(low, middle, high, negative, scale);
        prop_assert_eq!(decimal_text(value.into()), value.to_string());
        prop_assert_eq!(Decimal::from(prorata::Decimal::from(value)).to_string(), value.to_string());
    }

    #[test]
    fn decimals_add_up_and_compare_as_in_rust_decimal(
        one in (any::<u64>(), any::<bool>(), 0_u32..=12), other in (any::<u64>(), any::<bool>(), 0_u32..=12), wide in 0_u32..4,
    ) {
        // Digits below and above what one word holds.
        let decimal = |(digits, negative, scale): (u64, bool, u32), wide: bool| {
            Decimal::from_parts(digits as u32, (digits >> 32) as u32, if wide { digits as u32 % 1000 } else { 0 }, negative, scale)
        };
        let (one, other) = (decimal(one, wide & 1 == 1), decimal(other, wide & 2 == 2));
        let (left, right) = (prorata::Decimal::from(one), prorata::Decimal::from(other));
        prop_assert_eq!(order(left, right), one.cmp(&other));
        prop_assert_eq!(Decimal::from(opposite(left)), -one);
        prop_assert_eq!(Decimal::from(magnitude(right)), other.abs());
        // Where a digit would be lost, rust_decimal rounds, and here there is no sum.
        if let Ok(sum) = plus(left, right) { prop_assert_eq!(Decimal::from(sum), one + other); }
        if let Ok(difference) = minus(left, right) { prop_assert_eq!(Decimal::from(difference), one - other); }
        if wide == 0 { prop_assert!(plus(left, right).is_ok() || one.scale() != other.scale()); }
    }
}

#[test]
fn zero_has_no_sign_and_keeps_its_decimals() {
    assert_eq!(decimal_text(Decimal::from_parts(0, 0, 0, true, 2).into()), "0.00");
    assert_eq!(decimal_text(Decimal::from_parts(0, 0, 0, false, 28).into()), "0.0000000000000000000000000000");
    assert_eq!(decimal_text(Decimal::MIN.into()), "-79228162514264337593543950335");
}

#[test]
fn instants_are_written_as_they_were_read() {
    // Fractions in groups of three digits, as few as hold them.
    for (read, written) in [
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ("2024-02-29T00:00:00.1+00:01", "2024-02-29T00:00:00.100+00:01"),
        ("2026-03-01T08:30:05.0204Z", "2026-03-01T08:30:05.020400Z"),
        ("2026-03-01T08:30:05.000000001-11:45", "2026-03-01T08:30:05.000000001-11:45"),
    ] {
        assert_eq!(Timestamp::parse(read).unwrap().to_string(), written);
    }
}

#[test]
fn texts_of_any_characters_come_back_one_by_one() {
    let names = ["", "Größe", "😀", "é", "計画\u{10ffff}x", "a\"b\\\n\u{1}"];
    let teams: Vec<_> = names.iter().enumerate().map(|(index, name)| json!({ "id": format!("team {index} 😀"), "name": format!("t{name}t") })).collect();
    let catalog = json!({ "currency": "USD", "policy": "make", "plans": [
        { "id": "core", "name": "Core", "prices": [{ "interval": "month", "amount": "9.00", "operations": 10_000 }] }
    ] });
    let held = json!({ "plan": "core", "interval": "month", "operations": 10_000, "teams": teams, "period": { "start": "2026-03-01", "end": "2026-03-31" } });
    let checkout = common::checkout(&catalog, &held);
    let document = serde_json::to_value(prorata::SubscriptionDocument(&checkout)).unwrap();
    assert_eq!(document["teams"], json!(teams));
    assert_eq!(document["plan"], "core");
}
