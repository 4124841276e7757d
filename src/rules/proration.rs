//! Proration: the value of a part of a period by time.
//!
//! value = amount of the full period × remaining ÷ total, in the policy's basis.

use crate::calendar::{Anchor, Cycle, Grid, Interval, Period, Timestamp};
use crate::decimal::decimal_text;
use crate::error::OutOfRange;
use crate::money::{Amount, Exact};
use crate::policy::{ChangeDay, Proration};
use crate::text::{concat, whole};

/// The unit in which a part of a period is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Milliseconds.
    Millisecond,
    /// Whole seconds.
    Second,
    /// Whole minutes.
    Minute,
    /// Whole hours.
    Hour,
    /// Civil dates, the end exclusive.
    Day,
    /// Civil dates, both ends counted: documents name a period's last day. Inside, periods are half open
    /// as everywhere, so that the count is that of [`Basis::Day`].
    DayInclusive,
    /// Whole months; a begun one used or unused by policy.
    Month,
    /// Real days over 30 per month.
    Actual30,
    /// 360 × years + 30 × months + days for both numbers, a 31st counted as the 30th.
    Thirty360,
}

impl Basis {
    /// Whether civil dates decide, so that instants need an offset of their own.
    #[must_use]
    pub const fn counts_days(self) -> bool {
        matches!(self, Self::Day | Self::DayInclusive | Self::Month | Self::Actual30 | Self::Thirty360)
    }

    /// What the numbers of the factor are.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Millisecond => "millisecond",
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day | Self::DayInclusive | Self::Actual30 | Self::Thirty360 => "day",
            Self::Month => "month",
        }
    }
}

/// `remaining ÷ total`, unreduced, between 0 and 1.
#[derive(Clone, Copy, Debug)]
pub struct Factor {
    /// Units that are priced.
    pub remaining: i64,
    /// Units of the whole; above 0.
    pub total: i64,
    /// What they count.
    pub basis: Basis,
    /// Cut to so many digits by the policy.
    cut: Option<Amount>,
}

impl Factor {
    /// All of it.
    pub const WHOLE: Self = Self { remaining: 1, total: 1, basis: Basis::Month, cut: None };

    /// A factor, clamped to 0..1 and cut as the policy says.
    ///
    /// # Errors
    /// A total of zero or less.
    pub fn new(remaining: i64, total: i64, proration: &Proration) -> Result<Self, OutOfRange> {
        if total <= 0 {
            return Err(OutOfRange);
        }
        let remaining = remaining.clamp(0, total);
        let cut = match proration.factor_digits {
            Some(digits) => Some(Amount::padded(Exact::ratio(remaining, total).round(proration.factor_rounding, digits)?, 0)),
            None => None,
        };
        Ok(Self { remaining, total, basis: proration.basis, cut })
    }

    /// Its value.
    #[must_use]
    pub fn value(&self) -> Exact {
        match self.cut {
            Some(cut) => Exact::decimal(cut.decimal()),
            None => Exact::ratio(self.remaining, self.total),
        }
    }

    /// The decimal that the policy cuts it to.
    pub(crate) const fn cut(&self) -> &Option<Amount> {
        &self.cut
    }

    /// As text: `17/31`, or the decimal that it is cut to.
    #[must_use]
    pub fn text(&self) -> alloc::string::String {
        match self.cut {
            Some(cut) => decimal_text(cut.decimal()),
            None => concat(&[&whole(self.remaining), "/", &whole(self.total)]),
        }
    }
}

/// Days by the fixed month: 360 × years + 30 × months + days.
fn thirty_360(at: &Timestamp) -> Result<i64, OutOfRange> {
    let date = at.civil_date()?;
    let years = i64::from(date.year).checked_mul(360).ok_or(OutOfRange)?;
    let months = i64::from(date.month).checked_mul(30).ok_or(OutOfRange)?;
    years.checked_add(months).and_then(|sum| sum.checked_add(i64::from(date.day.min(30)))).ok_or(OutOfRange)
}

/// The position of an instant on the basis's scale, for every basis that is one count minus another.
fn position(basis: Basis, at: &Timestamp) -> Result<i64, OutOfRange> {
    Ok(match basis {
        Basis::Millisecond => at.epoch_milliseconds()?,
        Basis::Second => at.epoch_seconds(),
        Basis::Minute => at.epoch_seconds().div_euclid(60),
        Basis::Hour => at.epoch_seconds().div_euclid(3600),
        Basis::Day | Basis::DayInclusive | Basis::Actual30 | Basis::Month => at.civil_days(),
        Basis::Thirty360 => thirty_360(at)?,
    })
}

/// Months of a period: whole ones up to an instant, and whether another has begun.
fn months_until(period: &Period, at: &Timestamp) -> Result<(i64, bool), OutOfRange> {
    let months = Grid::new(Anchor::At(period.start), period.start, Interval::MONTH, Cycle::Calendar)?;
    let whole = months.index_at(*at)?;
    // By the wall clock, as the grid counts: where daylight saving moves the offset, midnight is still midnight.
    Ok((whole, months.nth(whole)?.compare_wall(at).is_lt()))
}

impl Period {
    /// As documents name it: with its last day, where the basis counts both ends.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn shown(&self, basis: Basis) -> Result<Self, OutOfRange> {
        Ok(if basis == Basis::DayInclusive { Self { end: self.end.plus_days(-1)?, ..*self } } else { *self })
    }
}

/// Units of a whole period.
///
/// # Errors
/// Outside the years 1 to 9999.
fn total_units(period: &Period, proration: &Proration) -> Result<i64, OutOfRange> {
    let basis = proration.basis;
    if matches!(basis, Basis::Month | Basis::Actual30) {
        let (whole, begun) = months_until(period, &period.end)?;
        if basis == Basis::Month {
            return whole.checked_add(i64::from(begun)).ok_or(OutOfRange);
        }
        if whole > 0 && !begun {
            return whole.checked_mul(30).ok_or(OutOfRange);
        }
    }
    position(basis, &period.end)?.checked_sub(position(basis, &period.start)?).ok_or(OutOfRange)
}

/// Units between two instants within a period, both clamped to it.
fn units_between(period: &Period, at: &Timestamp, to: &Timestamp, proration: &Proration, change_day: ChangeDay) -> Result<i64, OutOfRange> {
    let to = to.min(&period.end);
    if proration.basis == Basis::Month {
        let total = total_units(period, proration)?;
        let remaining = |at: &Timestamp| -> Result<i64, OutOfRange> {
            let (whole, begun) = months_until(period, at)?;
            let used = whole.checked_add(i64::from(begun && proration.begun_used)).ok_or(OutOfRange)?;
            total.checked_sub(used.min(total)).ok_or(OutOfRange)
        };
        return remaining(at.max(&period.start))?.checked_sub(remaining(to)?).ok_or(OutOfRange);
    }
    let used_day = i64::from(change_day == ChangeDay::Used && proration.basis.counts_days());
    // The day of the change is used only where the period has begun: before it, nothing of it is.
    let begins = position(proration.basis, at)?.checked_add(used_day).ok_or(OutOfRange)?;
    let first = begins.max(position(proration.basis, &period.start)?);
    position(proration.basis, to)?.checked_sub(first).ok_or(OutOfRange)
}

/// The part of a paid span that is unused at an instant. A span of no length in the policy's unit has no
/// part that is.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn unused_of_span(span: &Period, at: Timestamp, proration: &Proration, change_day: ChangeDay) -> Result<Factor, OutOfRange> {
    if total_units(span, proration)? <= 0 {
        return Factor::new(0, 1, proration);
    }
    factor(span, at, span.end, span, proration, change_day)
}

/// The factor of the span `from..to` of a period, divided by `of` (the period itself, its aligned
/// period where it is a stub, or the plan's regular one).
///
/// # Errors
/// A whole of zero units, or outside the years 1 to 9999.
pub fn factor(period: &Period, from: Timestamp, to: Timestamp, of: &Period, proration: &Proration, change_day: ChangeDay) -> Result<Factor, OutOfRange> {
    let remaining = units_between(period, &from, &to, proration, change_day)?;
    Factor::new(remaining, total_units(of, proration)?, proration)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::RoundingMode;
    use crate::policy::{FactorTotal, Policy};

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn text(basis: Basis, start: &str, end: &str, from: &str) -> alloc::string::String {
        let period = Period { start: at(start), end: at(end) };
        let proration = Proration { basis, total: FactorTotal::Period, ..Policy::BASE.proration };
        factor(&period, at(from), period.end, &period, &proration, ChangeDay::Unused).unwrap().text()
    }

    #[test]
    fn one_span_by_every_basis() {
        // March 15 of March: 17 days of 31 remain.
        assert_eq!(text(Basis::Day, "2024-03-01", "2024-04-01", "2024-03-15"), "17/31");
        assert_eq!(text(Basis::DayInclusive, "2024-03-01", "2024-04-01", "2024-03-15"), "17/31");
        assert_eq!(text(Basis::Second, "2024-03-01", "2024-04-01", "2024-03-15"), "1468800/2678400");
        assert_eq!(text(Basis::Minute, "2024-03-01", "2024-04-01", "2024-03-15"), "24480/44640");
        assert_eq!(text(Basis::Hour, "2024-03-01", "2024-04-01", "2024-03-15"), "408/744");
        assert_eq!(text(Basis::Millisecond, "2024-03-01", "2024-04-01", "2024-03-15"), "1468800000/2678400000");
        // Real days over 30; by the fixed month, the 15th to the 1st is 16 of 30.
        assert_eq!(text(Basis::Actual30, "2024-03-01", "2024-04-01", "2024-03-15"), "17/30");
        assert_eq!(text(Basis::Thirty360, "2024-03-01", "2024-04-01", "2024-03-15"), "16/30");
        // Half of the fourth month of a year is used: it is begun, so eight whole ones remain.
        assert_eq!(text(Basis::Month, "2024-01-01", "2025-01-01", "2024-04-15"), "8/12");
    }

    #[test]
    fn instants_outside_are_clamped_and_nothing_of_nothing_is_an_error() {
        assert_eq!(text(Basis::Day, "2024-03-01", "2024-04-01", "2023-01-01"), "31/31");
        assert_eq!(text(Basis::Day, "2024-03-01", "2024-04-01", "2024-05-01"), "0/31");
        let day = Period { start: at("2024-03-01"), end: at("2024-03-01") };
        assert!(factor(&day, day.start, day.end, &day, &Policy::BASE.proration, ChangeDay::Unused).is_err());
    }

    #[test]
    fn months_go_by_the_wall_clock() {
        // Auckland: the first half of the year is over on 1 July, which is an hour further from UTC then.
        let used = |basis| text(basis, "2025-01-01T00:00:00+13:00", "2026-01-01T00:00:00+13:00", "2025-07-01T00:00:00+12:00");
        assert_eq!(used(Basis::Month), "6/12");
        // São Paulo's clocks went back within February 2019, which is a whole month all the same.
        assert_eq!(text(Basis::Actual30, "2019-02-01T00:00:00-02:00", "2019-03-01T00:00:00-03:00", "2019-02-15T00:00:00-02:00"), "14/30");
    }

    #[test]
    fn a_policy_cuts_the_factor() {
        let proration = Proration { factor_digits: Some(4), factor_rounding: RoundingMode::Down, ..Policy::BASE.proration };
        assert_eq!(Factor::new(2, 3, &proration).unwrap().text(), "0.6666");
    }
}
