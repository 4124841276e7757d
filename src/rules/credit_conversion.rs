//! Credit conversion: unused operations valued in money.
//!
//! credit = amount of the current price × unused operations ÷ its allowance, multiplied before dividing.
//! 113.85 for 150,000 operations and 160,000 unused → 121.44. Operations are not clamped to the
//! allowance, since extra ones count; only the money is capped, by the bill.

use crate::money::Exact;

/// The value of unused operations, exact. Divided by the year's allowance where grants are monthly.
#[must_use]
pub fn credit(amount: &Exact, unused: i64, allowance: i64) -> Exact {
    amount.mul(&Exact::ratio(unused, allowance))
}
