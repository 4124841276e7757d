//! Civil dates by the days-from-civil algorithm: the tests' own, to be no copy of the engine's.

/// How an instant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Date,
    Utc,
    /// Minutes east of UTC.
    Offset(i64),
}

const DAY: i64 = 86_400;

impl Written {
    /// As another instant is written.
    pub fn of(text: &str) -> Self {
        match text.get(19..) {
            None => Self::Date,
            Some(zone) if zone.ends_with('Z') => Self::Utc,
            Some(zone) => {
                let zone = &zone[zone.len() - 6..];
                let minutes = zone[1..3].parse::<i64>().unwrap() * 60 + zone[4..].parse::<i64>().unwrap();
                Self::Offset(if zone.starts_with('-') { -minutes } else { minutes })
            }
        }
    }

    const fn offset(self) -> i64 {
        match self {
            Self::Offset(minutes) => minutes * 60,
            Self::Date | Self::Utc => 0,
        }
    }

    /// An instant that can be written so: a date is a midnight.
    pub const fn rounded(self, seconds: i64) -> i64 {
        match self {
            Self::Date => seconds.div_euclid(DAY) * DAY,
            Self::Utc | Self::Offset(_) => seconds,
        }
    }
}

fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_year - (153 * from_march + 2) / 5 + 1)
}

fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

/// An instant as text.
pub fn text_of(seconds: i64, written: Written) -> String {
    let local = seconds + written.offset();
    let (year, month, day) = civil(local.div_euclid(DAY));
    let within = local.rem_euclid(DAY);
    let clock = format!("T{:02}:{:02}:{:02}", within / 3600, within / 60 % 60, within % 60);
    let date = format!("{year:04}-{month:02}-{day:02}");
    match written {
        Written::Date => date,
        Written::Utc => format!("{date}{clock}Z"),
        Written::Offset(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{date}{clock}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

/// Seconds since 1970 of an instant without a fraction.
pub fn seconds_of(text: &str) -> i64 {
    let number = |range: core::ops::Range<usize>| text[range].parse::<i64>().unwrap();
    let midnight = days_of(number(0..4), number(5..7), number(8..10)) * DAY;
    let within = if text.len() > 10 { number(11..13) * 3600 + number(14..16) * 60 + number(17..19) } else { 0 };
    midnight + within - Written::of(text).offset()
}

/// So many days of 24 hours later.
pub const fn add_days(seconds: i64, days: i64) -> i64 {
    seconds + days * DAY
}

/// So many calendar months later, the day clamped to the month.
pub fn add_months(seconds: i64, months: i64, written: Written) -> i64 {
    let local = seconds + written.offset();
    let (year, month, day) = civil(local.div_euclid(DAY));
    let month = year * 12 + month - 1 + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let length = days_of(year, month, 1).abs_diff(days_of(year + month / 12, month % 12 + 1, 1)) as i64;
    days_of(year, month, day.min(length)) * DAY + local.rem_euclid(DAY) - written.offset()
}
