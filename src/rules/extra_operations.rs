//! Extra operations: bought on top in bundles, at the current price per operation plus a surcharge.
//!
//! 1,000 of a 9.00 / 10,000 plan cost 0.90; with 25 percent 1.125, charged 1.13.

use crate::decimal::Decimal;
use crate::money::Exact;
use crate::rules::credit_conversion;

/// The price of extra operations, exact.
#[must_use]
pub fn charge(amount: &Exact, operations: i64, allowance: i64, surcharge: Decimal) -> Exact {
    let plain = credit_conversion::credit(amount, operations, allowance);
    let percent = Exact::integer(100).add(&Exact::decimal(surcharge));
    plain.mul(&percent).mul(&Exact::ratio(1, 100))
}
