//! Decimals: digits and a scale, exact. What they are to callers is [`rust_decimal::Decimal`], to and from which they
//! convert; here they are two machine words, so that an amount travels in registers and is moved in two steps.

use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU64;

use crate::money::{decimal_text, order};

/// A decimal of at most 96 bits and 28 decimals.
#[derive(Clone, Copy)]
pub struct Decimal {
    /// The lower half of the digits as one signed number.
    low: u64,
    /// The upper half, and in the lowest byte the scale behind a bit that is always set: so what is absent needs no word of
    /// its own.
    rest: NonZeroU64,
}

/// Bits below the upper half.
const SCALE_BITS: u32 = 8;
/// What a scale fits in.
const SCALE_MASK: u64 = 0x1f;
/// Most decimals.
pub(crate) const MAX_SCALE: u32 = 28;
/// The first magnitude beyond 96 bits.
const BEYOND: u128 = 1 << 96;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self::new(0, 0);

    /// So many units of the last of `scale` decimals, of which there are at most 28.
    #[must_use]
    pub const fn new(digits: i64, scale: u32) -> Self {
        Self::of(digits.cast_unsigned(), digits >> 63, scale)
    }

    const fn of(low: u64, high: i64, scale: u32) -> Self {
        let rest = match NonZeroU64::new((high << SCALE_BITS).cast_unsigned() | ((scale as u64 & SCALE_MASK) << 1) | 1) {
            Some(rest) => rest,
            None => NonZeroU64::MIN,
        };
        Self { low, rest }
    }

    /// The same of any digits; `None` beyond 96 bits.
    pub(crate) fn wide(digits: i128, scale: u32) -> Option<Self> {
        (digits.unsigned_abs() < BEYOND && scale <= MAX_SCALE).then(|| Self::of(digits as u64, (digits >> 64) as i64, scale))
    }

    /// Its decimals.
    #[must_use]
    pub const fn scale(self) -> u32 {
        (self.rest.get() as u8 >> 1) as u32
    }

    const fn high(self) -> i64 {
        self.rest.get().cast_signed() >> SCALE_BITS
    }

    /// Its digits as a whole number.
    #[must_use]
    pub fn digits(self) -> i128 {
        (i128::from(self.high()) << 64) | i128::from(self.low)
    }

    /// The same where 64 bits hold them, as nearly always.
    pub(crate) fn narrow(self) -> Option<i64> {
        let digits = self.low.cast_signed();
        (self.high() == digits >> 63).then_some(digits)
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.low == 0 && self.high() == 0
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.high() < 0
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        (self.low == other.low && self.rest == other.rest) || order(*self, *other) == Ordering::Equal
    }
}
impl Eq for Decimal {}

impl Default for Decimal {
    fn default() -> Self {
        Self::ZERO
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&decimal_text(*self))
    }
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        let digits = value.mantissa();
        Self::of(digits as u64, (digits >> 64) as i64, value.scale())
    }
}

impl From<Decimal> for rust_decimal::Decimal {
    fn from(value: Decimal) -> Self {
        let magnitude = value.digits().unsigned_abs();
        Self::from_parts(magnitude as u32, (magnitude >> 32) as u32, (magnitude >> 64) as u32, value.is_negative(), value.scale())
    }
}
