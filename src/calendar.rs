//! Instants, civil dates, intervals and the grid that periods follow.
//!
//! Period n is computed from the anchor, never from the previous date, so that a day lost to a short
//! month comes back: 31 January → 28 February → 31 March. Dates in, dates out; a time of day and an
//! offset are kept. No time zone database: a timestamp's civil date is that of its own offset.

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU64;

use crate::decimal::Room;
use crate::error::{Operand, OutOfRange};
use crate::money::Exact;
use crate::text::{concat, whole};

/// Seconds of a civil day.
const DAY: i64 = 86_400;
/// Days from the last of February of the year 0 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_469;
/// 0001-01-01 and 9999-12-31, in days since 1970-01-01.
const FIRST_DAY: i64 = -719_162;
const LAST_DAY: i64 = 2_932_896;

/// Whether a day lies in the years 1 to 9999.
const fn check_day(epoch_days: i64) -> Result<(), OutOfRange> {
    if epoch_days < FIRST_DAY || epoch_days > LAST_DAY { Err(OutOfRange) } else { Ok(()) }
}

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CivilDate {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Days of a month.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 => {
            if year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) {
                29
            } else {
                28
            }
        }
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl CivilDate {
    /// A date that exists, in the years 1 to 9999.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month)).then_some(Self { year, month, day })
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn epoch_days(self) -> i64 {
        // Counted in years that begin in March, so that the leap day comes last.
        let from_march = u32::from(self.month).wrapping_add(9) % 12;
        let year = self.year.cast_unsigned().wrapping_sub(u32::from(self.month <= 2));
        let day_of_year = from_march.wrapping_mul(153).wrapping_add(2) / 5;
        let days = year.wrapping_mul(365).wrapping_add(year / 4).wrapping_sub(year / 100).wrapping_add(year / 400);
        i64::from(days.wrapping_add(day_of_year).wrapping_add(self.day.into())).wrapping_sub(DAYS_TO_1970)
    }

    /// The date so many days after 1970-01-01.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn from_epoch_days(days: i64) -> Result<Self, OutOfRange> {
        check_day(days)?;
        // Within the years 1 to 9999, 32 bits hold every number, and none is below zero.
        let days = days.wrapping_add(DAYS_TO_1970).wrapping_sub(1) as u32;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let leap_days = (day_of_era / 1460).wrapping_sub(day_of_era / 36_524).wrapping_add(day_of_era / 146_096);
        let year_of_era = day_of_era.wrapping_sub(leap_days) / 365;
        let before = year_of_era.wrapping_mul(365).wrapping_add(year_of_era / 4).wrapping_sub(year_of_era / 100);
        let day_of_year = day_of_era.wrapping_sub(before);
        let from_march = day_of_year.wrapping_mul(5).wrapping_add(2) / 153;
        let day = day_of_year.wrapping_sub(from_march.wrapping_mul(153).wrapping_add(2) / 5).wrapping_add(1);
        let month = if from_march < 10 { from_march.wrapping_add(3) } else { from_march.wrapping_sub(9) };
        let year = era.wrapping_mul(400).wrapping_add(year_of_era).wrapping_add(u32::from(month <= 2));
        Ok(Self { year: year.cast_signed(), month: month as u8, day: day as u8 })
    }

    /// Months since year 0, for stepping.
    fn months(self) -> i64 {
        i64::from(self.year).wrapping_mul(12).wrapping_add(i64::from(self.month)).wrapping_sub(1)
    }
}

/// How an instant was written, and so how what follows from it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A bare date: midnight UTC.
    Date,
    /// `Z`, or a JavaScript Date.
    Utc,
    /// A numeric offset, in minutes.
    Offset(i16),
}

/// An instant: RFC 3339 with an offset, or a date. Compared by the instant alone.
#[derive(Clone, Copy, Debug)]
pub struct Timestamp {
    /// Since 1970-01-01T00:00:00Z.
    seconds: i64,
    rest: Rest,
}

/// What an instant has beside its seconds, in one machine word: so an instant is two of them, and travels in registers.
#[derive(Clone, Copy, Debug)]
struct Rest(NonZeroU64);

impl Rest {
    const DATE: u32 = 1;
    const UTC: u32 = 2;
    /// Added to the minutes of an offset, which are less than half of it.
    const OFFSET: i32 = 0x1_0000;

    const fn new(nanoseconds: u32, form: Form) -> Self {
        let form = match form {
            Form::Date => Self::DATE,
            Form::Utc => Self::UTC,
            Form::Offset(minutes) => Self::OFFSET.wrapping_add(minutes as i32).cast_unsigned(),
        };
        // A form is never zero.
        match NonZeroU64::new(((form as u64) << 32) | nanoseconds as u64) {
            Some(rest) => Self(rest),
            None => Self(NonZeroU64::MIN),
        }
    }

    const fn nanoseconds(self) -> u32 {
        self.0.get() as u32
    }

    const fn form(self) -> Form {
        match (self.0.get() >> 32) as u32 {
            Self::DATE => Form::Date,
            Self::UTC => Form::Utc,
            minutes => Form::Offset(minutes.cast_signed().wrapping_sub(Self::OFFSET) as i16),
        }
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.seconds == other.seconds && self.rest.nanoseconds() == other.rest.nanoseconds()
    }
}
impl Eq for Timestamp {}
impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Timestamp {
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn cmp(&self, other: &Self) -> Ordering {
        (self.seconds, self.rest.nanoseconds()).cmp(&(other.seconds, other.rest.nanoseconds()))
    }
}

/// A text of fixed form, read from its front. Whether it has that form is asked once, at the end.
struct Scan<'a> {
    rest: &'a [u8],
    fits: bool,
}

impl Scan<'_> {
    #[inline(never)]
    fn next(&mut self) -> u8 {
        let (next, rest) = self.rest.split_first().map_or((0, self.rest), |(next, rest)| (*next, rest));
        self.rest = rest;
        next
    }

    /// The letter that stands next, which is one of these.
    #[inline(never)]
    fn letter(&mut self, known: &[u8]) -> u8 {
        let letter = self.next();
        self.fits &= known.contains(&letter);
        letter
    }

    /// A number of so many digits, at most `most`.
    #[inline(never)]
    fn number(&mut self, length: usize, most: u32) -> u32 {
        let mut number = 0_u32;
        for _ in 0..length {
            let digit = u32::from(self.next().wrapping_sub(b'0'));
            self.fits &= digit <= 9;
            number = number.wrapping_mul(10).wrapping_add(digit);
        }
        self.fits &= number <= most;
        number
    }
}

impl Timestamp {
    /// 1970-01-01.
    pub const EPOCH: Self = Self { seconds: 0, rest: Rest::new(0, Form::Date) };

    /// Reads RFC 3339 with an offset, or a date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut scan = Scan { rest: text.as_bytes(), fits: true };
        let year = scan.number(4, 9999);
        scan.letter(b"-");
        let month = scan.number(2, 12);
        scan.letter(b"-");
        let day = scan.number(2, 31);
        let mut form = Form::Date;
        let mut nanoseconds = 0_u32;
        let mut within = 0_u32;
        let mut offset = 0_i32;
        if !scan.rest.is_empty() {
            scan.letter(b"Tt");
            let hour = scan.number(2, 23);
            scan.letter(b":");
            let minute = scan.number(2, 59);
            scan.letter(b":");
            within = hour.wrapping_mul(60).wrapping_add(minute).wrapping_mul(60).wrapping_add(scan.number(2, 59));
            if scan.rest.first() == Some(&b'.') {
                scan.next();
                let length = scan.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                scan.fits &= (1..=9).contains(&length);
                nanoseconds = scan.number(length, 999_999_999);
                for _ in length..9 {
                    nanoseconds = nanoseconds.wrapping_mul(10);
                }
            }
            form = Form::Utc;
            let sign = scan.letter(b"Zz+-");
            if matches!(sign, b'+' | b'-') {
                let hours = scan.number(2, 23);
                scan.letter(b":");
                offset = hours.wrapping_mul(60).wrapping_add(scan.number(2, 59)).cast_signed();
                if sign == b'-' {
                    offset = offset.wrapping_neg();
                }
                // RFC 3339: where it is -00:00 the offset is unknown, so the instant names none of its own.
                if sign == b'+' || offset != 0 {
                    form = Form::Offset(offset as i16);
                }
            }
        }
        if !scan.fits || !scan.rest.is_empty() {
            return None;
        }
        let civil = CivilDate::new(year.cast_signed(), month as u8, day as u8)?;
        let of_day = within.cast_signed().wrapping_sub(offset.wrapping_mul(60));
        Some(Self { seconds: civil.epoch_days().wrapping_mul(DAY).wrapping_add(of_day.into()), rest: Rest::new(nanoseconds, form) })
    }

    const fn form(self) -> Form {
        self.rest.form()
    }

    const fn written_as(self, form: Form) -> Self {
        Self { rest: Rest::new(self.rest.nanoseconds(), form), ..self }
    }

    fn offset_seconds(&self) -> i64 {
        match self.form() {
            Form::Offset(minutes) => i64::from(minutes).wrapping_mul(60),
            Form::Date | Form::Utc => 0,
        }
    }

    /// Whether it names an offset of its own: not `Z`, not a bare date.
    #[must_use]
    pub const fn has_own_offset(self) -> bool {
        matches!(self.form(), Form::Offset(_))
    }

    /// Whether its civil dates are not those of UTC.
    #[must_use]
    pub const fn is_off_utc(self) -> bool {
        matches!(self.form(), Form::Offset(minutes) if minutes != 0)
    }

    /// The same instant as it is written beside `anchor`: with the anchor's offset, unless it names its own.
    #[must_use]
    pub const fn beside(self, anchor: Self) -> Self {
        match (self.form(), anchor.form()) {
            (Form::Utc, Form::Offset(_)) => self.written_as(anchor.form()),
            _ => self,
        }
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    fn local_seconds(&self) -> i64 {
        self.seconds.saturating_add(self.offset_seconds())
    }

    /// What a clock on the wall shows, in its own offset.
    #[must_use]
    pub fn wall(self) -> (i64, u32) {
        (self.local_seconds(), self.rest.nanoseconds())
    }

    /// Which of two is later by what a clock on the wall shows, each in its own offset.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn compare_wall(&self, other: &Self) -> Ordering {
        self.wall().cmp(&other.wall())
    }

    /// Days since 1970-01-01 of its civil date, in its own offset.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn civil_days(&self) -> i64 {
        self.local_seconds().div_euclid(DAY)
    }

    /// The civil date in its own offset.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn civil_date(&self) -> Result<CivilDate, OutOfRange> {
        CivilDate::from_epoch_days(self.civil_days())
    }

    /// The same time of day and offset on another day.
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn on_day(&self, epoch_days: i64) -> Result<Self, OutOfRange> {
        check_day(epoch_days)?;
        let within = self.local_seconds().rem_euclid(DAY);
        let local = epoch_days.checked_mul(DAY).and_then(|midnight| midnight.checked_add(within)).ok_or(OutOfRange)?;
        Ok(Self { seconds: local.checked_sub(self.offset_seconds()).ok_or(OutOfRange)?, ..*self })
    }

    /// The time of day and the offset of another, on the date that this one has there.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn by_clock(self, clock: Self) -> Result<Self, OutOfRange> {
        clock.on_day(self.written_as(clock.form()).civil_days())
    }

    /// So many civil days later, at the same time of day.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn plus_days(&self, days: i64) -> Result<Self, OutOfRange> {
        self.on_day(self.civil_days().checked_add(days).ok_or(OutOfRange)?)
    }

    /// So many seconds later.
    ///
    /// # Errors
    /// Beyond 64 bits.
    pub fn plus_seconds(self, seconds: i64) -> Result<Self, OutOfRange> {
        let form = if self.form() == Form::Date { Form::Utc } else { self.form() };
        Ok(Self { seconds: self.seconds.checked_add(seconds).ok_or(OutOfRange)?, ..self.written_as(form) })
    }

    /// Whole seconds since 1970.
    #[must_use]
    pub const fn epoch_seconds(self) -> i64 {
        self.seconds
    }

    /// Whole milliseconds since 1970.
    ///
    /// # Errors
    /// Beyond 64 bits.
    pub fn epoch_milliseconds(self) -> Result<i64, OutOfRange> {
        let within = i64::from(self.rest.nanoseconds()).div_euclid(1_000_000);
        self.seconds.checked_mul(1000).and_then(|value| value.checked_add(within)).ok_or(OutOfRange)
    }
}

fn put(text: &mut Room, at: usize, byte: u8) {
    if let Some(slot) = text.get_mut(at) {
        *slot = byte;
    }
}

/// Puts two digits of a number below 100.
#[inline(never)]
fn put_pair(text: &mut Room, at: usize, value: u32) {
    put(text, at, b'0'.wrapping_add((value / 10) as u8));
    put(text, at.wrapping_add(1), b'0'.wrapping_add((value % 10) as u8));
}

impl Timestamp {
    /// Puts it down as text, in its own offset, and says how long that is.
    pub(crate) fn put(&self, text: &mut Room) -> usize {
        if let Some(form) = text.first_chunk_mut() {
            *form = *b"0000-00-00T00:00:00             ";
        }
        let local = self.local_seconds();
        let days = local.div_euclid(DAY);
        let date = CivilDate::from_epoch_days(days).unwrap_or(CivilDate { year: 1, month: 1, day: 1 });
        let year = date.year.cast_unsigned();
        put_pair(text, 0, year / 100);
        put_pair(text, 2, year % 100);
        put_pair(text, 5, date.month.into());
        put_pair(text, 8, date.day.into());
        let mut length = 10_usize;
        if self.form() != Form::Date {
            let within = local.wrapping_sub(days.wrapping_mul(DAY)) as u32;
            put_pair(text, 11, within / 3600);
            put_pair(text, 14, within / 60 % 60);
            put_pair(text, 17, within % 60);
            length = 19;
            let mut rest = self.rest.nanoseconds();
            if rest != 0 {
                put(text, length, b'.');
                length = length.wrapping_add(1);
                // Groups of three digits, as few as hold the fraction.
                while rest != 0 {
                    put_pair(text, length, rest / 10_000_000);
                    put_pair(text, length.wrapping_add(1), rest / 1_000_000 % 100);
                    length = length.wrapping_add(3);
                    rest = (rest % 1_000_000).wrapping_mul(1000);
                }
            }
            if let Form::Offset(minutes) = self.form() {
                put(text, length, if minutes < 0 { b'-' } else { b'+' });
                let minutes = u32::from(minutes.unsigned_abs());
                put_pair(text, length.wrapping_add(1), minutes / 60);
                put(text, length.wrapping_add(3), b':');
                put_pair(text, length.wrapping_add(4), minutes % 60);
                length = length.wrapping_add(6);
            } else {
                put(text, length, b'Z');
                length = length.wrapping_add(1);
            }
        }
        length
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.written(|text| out.write_str(text))
    }
}

impl Timestamp {
    fn written<T>(self, take: impl FnOnce(&str) -> T) -> T {
        let mut text = [0; size_of::<Room>()];
        let length = self.put(&mut text);
        take(text.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default())
    }
}

impl From<Timestamp> for Operand {
    fn from(instant: Timestamp) -> Self {
        instant.written(|text| Self::from(text))
    }
}

/// A half-open span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Belongs to it.
    pub start: Timestamp,
    /// Does not.
    pub end: Timestamp,
}

/// Units of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntervalUnit {
    /// Civil days.
    Day,
    /// Seven civil days.
    Week,
    /// Calendar months, or 30 days in fixed cycles.
    Month,
    /// Twelve months, or 365 days in fixed cycles.
    Year,
}

/// How long a period lasts. 12 months and 1 year are the same; answers say years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    unit: IntervalUnit,
    count: u16,
}

/// One that has a 29 February.
const LEAP_YEAR: i32 = 2000;

/// The largest count of an interval.
pub const MAX_INTERVAL_COUNT: u16 = 1200;

impl Interval {
    /// One month.
    pub const MONTH: Self = Self { unit: IntervalUnit::Month, count: 1 };
    /// One year.
    pub const YEAR: Self = Self { unit: IntervalUnit::Year, count: 1 };

    /// So many units; `None` for a count outside 1..=1200.
    #[must_use]
    pub fn new(unit: IntervalUnit, count: i64) -> Option<Self> {
        let count = u16::try_from(count).ok().filter(|count| (1..=MAX_INTERVAL_COUNT).contains(count))?;
        if unit == IntervalUnit::Month && count.is_multiple_of(12) {
            return Some(Self { unit: IntervalUnit::Year, count: count.checked_div(12)? });
        }
        Some(Self { unit, count })
    }

    /// Its unit.
    pub(crate) const fn unit(self) -> IntervalUnit {
        self.unit
    }

    /// How many of them.
    pub(crate) const fn count(self) -> i64 {
        self.count as i64
    }

    /// Months, where it is made of them.
    #[must_use]
    pub fn months(self) -> Option<i64> {
        match self.unit {
            IntervalUnit::Month => Some(self.count.into()),
            IntervalUnit::Year => Some(i64::from(self.count).wrapping_mul(12)),
            IntervalUnit::Day | IntervalUnit::Week => None,
        }
    }

    /// Days by the fixed reckoning: a month is 30, a year 365.
    #[must_use]
    pub fn fixed_days(self) -> i64 {
        let days = match self.unit {
            IntervalUnit::Day => 1,
            IntervalUnit::Week => 7,
            IntervalUnit::Month => 30,
            IntervalUnit::Year => 365,
        };
        i64::from(self.count).wrapping_mul(days)
    }

    /// The part of a year that it is; 12 months are 365 days.
    #[must_use]
    pub fn years(self) -> (i64, i64) {
        match self.months() {
            Some(months) => (months, 12),
            None => (self.fixed_days(), 365),
        }
    }

    /// How many of it make a year, as a fraction.
    #[must_use]
    pub fn per_year(self) -> Exact {
        let (part, whole) = self.years();
        Exact::ratio(whole, part)
    }

    /// How many of `other` it lasts, as a fraction.
    #[must_use]
    pub fn in_terms_of(self, other: Self) -> Exact {
        let ((part, whole), (other_part, other_whole)) = (self.years(), other.years());
        if whole == other_whole {
            return Exact::ratio(part, other_part);
        }
        Exact::ratio(part.wrapping_mul(other_whole), whole.wrapping_mul(other_part))
    }

    /// Which of two lasts longer.
    #[must_use]
    pub fn compare_length(self, other: Self) -> Ordering {
        let ((left, left_whole), (right, right_whole)) = (self.years(), other.years());
        left.wrapping_mul(right_whole).cmp(&right.wrapping_mul(left_whole))
    }
}

impl Interval {
    /// In words: `month`, `3 months`.
    #[must_use]
    pub fn text(self) -> String {
        let word = match self.unit {
            IntervalUnit::Day => "day",
            IntervalUnit::Week => "week",
            IntervalUnit::Month => "month",
            IntervalUnit::Year => "year",
        };
        if self.count == 1 { String::from(word) } else { concat(&[&whole(self.count.into()), " ", word, "s"]) }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text())
    }
}

/// How months and years are reckoned when a period opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// By the calendar.
    Calendar,
    /// A month is 30 days, a year 365.
    Fixed,
}

/// The day that periods return to after a shorter month: a date, or a day read in the month of the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A date, with its time of day.
    At(Timestamp),
    /// A day of the month, 1 to 31.
    Day(u8),
}

/// The dates that periods begin and end on, both ways from an anchor.
#[derive(Clone, Copy, Debug)]
pub struct Grid {
    /// Supplies the time of day, the offset and the base month.
    base: Timestamp,
    /// The day that months are clamped from.
    day: u8,
    /// Months since year 0 of the base.
    month: i64,
    interval: Interval,
    cycle: Cycle,
}

impl Grid {
    /// The grid of an anchor; a day of the month is read in the month of `start`.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn new(anchor: Anchor, start: Timestamp, interval: Interval, cycle: Cycle) -> Result<Self, OutOfRange> {
        let (base, day) = match anchor {
            Anchor::At(at) => (at.beside(start), None),
            Anchor::Day(day) => (start, Some(day)),
        };
        let date = base.civil_date()?;
        let mut grid = Self { base, day: day.unwrap_or(date.day), month: date.months(), interval, cycle };
        // In days, a nominal day has to be an actual one.
        if day.is_some() && grid.step_months().is_none() {
            grid.base = grid.in_month(grid.month)?;
        }
        Ok(grid)
    }

    fn step_months(&self) -> Option<i64> {
        match self.cycle {
            Cycle::Calendar => self.interval.months(),
            Cycle::Fixed => None,
        }
    }

    /// The anchor's day in a month, clamped to its length.
    fn in_month(&self, months: i64) -> Result<Timestamp, OutOfRange> {
        let year = i32::try_from(months.div_euclid(12)).map_err(|_| OutOfRange)?;
        let month = u8::try_from(months.rem_euclid(12).wrapping_add(1)).map_err(|_| OutOfRange)?;
        let date = CivilDate::new(year, month, self.day.min(days_in_month(year, month))).ok_or(OutOfRange)?;
        self.base.on_day(date.epoch_days())
    }

    /// The nth date; the anchor is the 0th.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn nth(&self, n: i64) -> Result<Timestamp, OutOfRange> {
        match self.step_months() {
            Some(step) => self.in_month(step.checked_mul(n).and_then(|months| self.month.checked_add(months)).ok_or(OutOfRange)?),
            None => self.base.plus_days(self.interval.fixed_days().checked_mul(n).ok_or(OutOfRange)?),
        }
    }

    /// Whether another grid of the same interval has the same dates, by wall clock.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn has_dates_of(&self, other: &Self) -> Result<bool, OutOfRange> {
        let apart = |left: i64, right: i64, step: i64| left.checked_sub(right).and_then(|apart| apart.checked_rem(step)).ok_or(OutOfRange);
        if self.base.by_clock(other.base)?.compare_wall(&self.base).is_ne() {
            return Ok(false);
        }
        let Some(step) = self.step_months() else {
            return Ok(apart(self.base.civil_days(), other.base.civil_days(), self.interval.fixed_days())? == 0);
        };
        // In whole years only one month counts: there a day that it never has is its last.
        let last = if step.rem_euclid(12) == 0 { days_in_month(LEAP_YEAR, u8::try_from(self.month.rem_euclid(12)).unwrap_or(0).saturating_add(1)) } else { 31 };
        Ok(apart(self.month, other.month, step)? == 0 && self.day.min(last) == other.day.min(last))
    }

    /// The last n whose date is not after the instant, by wall clock: where daylight saving moves the
    /// offset, midnight is still midnight.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn index_at(&self, at: Timestamp) -> Result<i64, OutOfRange> {
        self.around(at).map(|(n, _)| n)
    }

    /// The same, with the date and the one after it.
    fn around(&self, at: Timestamp) -> Result<(i64, Period), OutOfRange> {
        let at = at.beside(self.base);
        let days = at.civil_days().checked_sub(self.base.civil_days()).ok_or(OutOfRange)?;
        let mut n = match self.step_months() {
            // A month has at most 31 days and at least 28, so the guess is near for any distance.
            Some(step) => {
                let months = at.civil_date()?.months().checked_sub(self.month).ok_or(OutOfRange)?;
                months.div_euclid(step)
            }
            None => days.checked_div_euclid(self.interval.fixed_days()).ok_or(OutOfRange)?,
        };
        let mut start = self.nth(n)?;
        while start.compare_wall(&at).is_gt() {
            n = n.checked_sub(1).ok_or(OutOfRange)?;
            start = self.nth(n)?;
        }
        loop {
            let next = n.checked_add(1).ok_or(OutOfRange)?;
            let end = self.nth(next)?;
            if end.compare_wall(&at).is_gt() {
                return Ok((n, Period { start, end }));
            }
            (n, start) = (next, end);
        }
    }

    /// The aligned period that contains the instant.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn period_at(&self, at: Timestamp) -> Result<Period, OutOfRange> {
        let (_, Period { start, end }) = self.around(at)?;
        // On a date of the grid, the instant is that date, offset and all.
        Ok(Period { start: if start.compare_wall(&at.beside(start)).is_eq() { at } else { start }, end })
    }

    /// The aligned period that ends at the instant, if one does.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn period_ending_at(&self, end: Timestamp) -> Result<Option<Period>, OutOfRange> {
        let (n, Period { start: last, .. }) = self.around(end)?;
        if last.compare_wall(&end.beside(self.base)).is_ne() {
            return Ok(None);
        }
        Ok(Some(Period { start: self.nth(n.checked_sub(1).ok_or(OutOfRange)?)?, end }))
    }
}

/// `start` plus so many intervals, clamped to the month, on the start's own day.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn plus_intervals(start: Timestamp, interval: Interval, count: i64, cycle: Cycle) -> Result<Timestamp, OutOfRange> {
    Grid::new(Anchor::At(start), start, interval, cycle)?.nth(count)
}

/// Where within a year of monthly grants an instant falls: the 12 (or so) monthly anniversaries of the
/// start, by calendar in both cycles.
#[derive(Clone, Copy, Debug)]
pub struct MonthlyGrants {
    /// Grants in the whole period.
    pub total: i64,
    /// Grants given so far, the one at the start included.
    pub given: i64,
    /// When the next grant replaces this one.
    pub next: Timestamp,
}

impl MonthlyGrants {
    /// The grants of a period of an interval made of months, as of an instant in it: those of a stub lie within it.
    ///
    /// # Errors
    /// Outside the years 1 to 9999.
    pub fn at(period: &Period, interval: Interval, at: Timestamp) -> Result<Self, OutOfRange> {
        let months = Grid::new(Anchor::At(period.start), period.start, Interval::MONTH, Cycle::Calendar)?;
        let whole = months.index_at(period.end)?;
        let begun = i64::from(months.nth(whole)? < period.end);
        let total = whole.saturating_add(begun).min(interval.months().unwrap_or(1)).max(1);
        let given = months.index_at(at.max(period.start))?.checked_add(1).ok_or(OutOfRange)?.min(total);
        let next = months.nth(given)?.min(period.end);
        Ok(Self { total, given, next: if given == total { period.end } else { next } })
    }

    /// Grants still to come.
    #[must_use]
    pub const fn to_come(self) -> i64 {
        self.total.saturating_sub(self.given)
    }
}

/// One of consecutive periods; `of` is the aligned period that a stub is divided by.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// The period itself.
    pub period: Period,
    /// The aligned period; the same where the period is whole.
    pub of: Period,
}

impl Stretch {
    /// Whether it is no stub.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.period == self.of
    }
}

/// Consecutive periods from `from`, at most `count`, none beginning at or after `until`, the last cut there.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn periods(grid: &Grid, from: Timestamp, count: usize, until: Option<Timestamp>) -> Result<alloc::vec::Vec<Stretch>, OutOfRange> {
    let mut list = alloc::vec::Vec::new();
    let mut start = from;
    let mut n = grid.index_at(from)?;
    while list.len() < count && until.is_none_or(|until| start < until) {
        let next = n.checked_add(1).ok_or(OutOfRange)?;
        let of = Period { start: grid.nth(n)?, end: grid.nth(next)? };
        let end = until.map_or(of.end, |until| of.end.min(until));
        list.push(Stretch { period: Period { start, end }, of });
        start = of.end;
        n = next;
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn dates(anchor: &str, interval: Interval, cycle: Cycle, count: i64) -> Vec<String> {
        let grid = Grid::new(Anchor::At(at(anchor)), at(anchor), interval, cycle).unwrap();
        (1..=count).map(|n| grid.nth(n).unwrap().to_string()).collect()
    }

    #[test]
    fn a_day_lost_to_a_short_month_comes_back() {
        assert_eq!(dates("2023-01-31", Interval::MONTH, Cycle::Calendar, 3), ["2023-02-28", "2023-03-31", "2023-04-30"]);
        assert_eq!(dates("2024-02-29", Interval::YEAR, Cycle::Calendar, 4), ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
    }

    #[test]
    fn fixed_cycles_are_30_and_365_days() {
        assert_eq!(dates("2026-01-31", Interval::MONTH, Cycle::Fixed, 2), ["2026-03-02", "2026-04-01"]);
        assert_eq!(dates("2024-01-01", Interval::YEAR, Cycle::Fixed, 1), ["2024-12-31"]);
    }

    #[test]
    fn the_grid_runs_backwards_and_finds_the_period_of_an_instant() {
        let grid = Grid::new(Anchor::At(at("2025-04-30T12:00:00Z")), at("2025-04-30T12:00:00Z"), Interval::MONTH, Cycle::Calendar).unwrap();
        let period = grid.period_at(at("2025-02-15T12:00:00Z")).unwrap();
        assert_eq!((period.start.to_string().as_str(), period.end.to_string().as_str()), ("2025-01-30T12:00:00Z", "2025-02-28T12:00:00Z"));
    }

    #[test]
    fn a_day_of_the_month_is_read_in_the_month_of_the_start() {
        let start = at("2012-01-31");
        let grid = Grid::new(Anchor::Day(30), start, Interval::MONTH, Cycle::Calendar).unwrap();
        let stub = periods(&grid, start, 2, None).unwrap();
        let shown: Vec<String> = stub.iter().map(|stretch| stretch.period.end.to_string()).collect();
        assert_eq!(shown, ["2012-02-29", "2012-03-30"]);
        assert_eq!(stub[0].of.start.to_string(), "2012-01-30");
    }

    #[test]
    fn instants_are_written_as_they_were_given() {
        for text in [
            "2026-03-01",
            "2026-03-01T10:30:00Z",
            "2026-03-01T10:30:00+05:30",
            "2026-03-01T10:30:00-08:00",
            "2026-03-01T10:30:00.500Z",
            "2026-03-01T10:30:00.000001+00:00",
            "0001-01-01",
            "9999-12-31T23:59:59Z",
        ] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("2026-03-01T10:30:00+05:30"), at("2026-03-01T05:00:00Z"));
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2026",
            "2026-3-1",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-01T00:00:00",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.1234567890Z",
            "2026-01-01T00:00:00+0100",
            "2026-01-01 00:00:00Z",
            "0000-01-01",
            "+2026-01-01",
            "2026-01-01T00:00Z",
            "2026-01-01Z",
            "２026-01-01",
        ] {
            assert!(Timestamp::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn civil_days_are_those_of_the_offset() {
        assert_eq!(at("2024-08-03T01:00:00-07:00").civil_days() - at("2024-08-01T23:00:00-07:00").civil_days(), 2);
        // Daylight saving makes the day 23 hours long; it is one day.
        assert_eq!(at("2024-03-11T00:00:00-04:00").civil_days() - at("2024-03-10T00:00:00-05:00").civil_days(), 1);
    }

    #[test]
    fn every_day_of_nine_thousand_years_is_itself_again() {
        let first = CivilDate::new(1, 1, 1).unwrap().epoch_days();
        let last = CivilDate::new(9999, 12, 31).unwrap().epoch_days();
        let mut previous = None;
        for days in first..=last {
            let date = CivilDate::from_epoch_days(days).unwrap();
            assert_eq!(date.epoch_days(), days);
            assert!(previous < Some(date));
            previous = Some(date);
        }
        assert!(CivilDate::from_epoch_days(last + 1).is_err());
    }

    #[test]
    fn twelve_months_are_a_year() {
        assert_eq!(Interval::new(IntervalUnit::Month, 12), Some(Interval::YEAR));
        assert_eq!(Interval::new(IntervalUnit::Month, 0), None);
        assert_eq!(Interval::YEAR.compare_length(Interval::new(IntervalUnit::Day, 365).unwrap()), Ordering::Equal);
    }
}
