//! Figures of answers as whole numbers: the tests' own arithmetic.

use serde_json::Value;

/// Decimals that every figure is held with.
const SCALE: usize = 12;

/// An amount as a whole number of 10⁻¹² units.
pub fn units(amount: &Value) -> i128 {
    let text = amount.as_str().unwrap_or_else(|| panic!("{amount} is no amount"));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    assert!(fraction.len() <= SCALE, "{text} is finer than any amount");
    format!("{whole}{fraction:0<SCALE$}").parse().unwrap()
}

/// The smallest unit of a currency.
pub fn minor(digits: u64) -> i128 {
    10_i128.pow(SCALE as u32 - digits as u32)
}

/// The sum of the amounts of the lines that are chosen.
pub fn sum<'a>(lines: impl IntoIterator<Item = &'a Value>, chosen: impl Fn(&str) -> bool) -> i128 {
    lines.into_iter().filter(|line| chosen(line["kind"].as_str().unwrap())).map(|line| units(&line["amount"])).sum()
}
