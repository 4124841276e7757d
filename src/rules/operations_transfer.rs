//! Operations transfer: unused operations moved into the new period, 1:1, no money.
//!
//! 10,000 left and a tier of 40,000 → 50,000 in the first period. Usable until the end of the new
//! period; where the allowance resets monthly within a year, until the first monthly reset.

use crate::calendar::{Interval, MonthlyGrants, Period, Timestamp};
use crate::error::OutOfRange;

/// What is available in the first period, and until when the moved part of it is.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    /// New allowance and moved operations.
    pub available: i64,
    /// When moved operations expire.
    pub expires_at: Timestamp,
}

/// Moves unused operations, at an instant, into a period.
///
/// # Errors
/// Beyond 64 bits, or outside the years 1 to 9999.
pub fn transfer(unused: i64, allowance: i64, period: &Period, at: Timestamp, resets_monthly: bool) -> Result<Transfer, OutOfRange> {
    let available = allowance.checked_add(unused).ok_or(OutOfRange)?;
    let expires_at = if resets_monthly { MonthlyGrants::at(period, Interval::YEAR, at)?.next } else { period.end };
    Ok(Transfer { available, expires_at })
}
