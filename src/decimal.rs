//! Decimals: digits and a scale, exact. What they are to callers is [`rust_decimal::Decimal`], to and from which they
//! convert; here they are two machine words, so that an amount travels in registers and is moved in two steps.

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::num::NonZeroU64;

use crate::error::OutOfRange;

/// A decimal of at most 96 bits and 28 decimals.
#[derive(Clone, Copy)]
pub struct Decimal {
    /// The lower half of the digits as one signed number.
    low: i64,
    /// What the upper half differs in from the sign of the lower one, mostly nothing; and in the lowest byte the scale behind
    /// a bit that is always set: so what is absent needs no word of its own.
    rest: NonZeroU64,
}

/// Bits below what the upper half differs in.
const SCALE_BITS: u32 = 8;
/// What a scale fits in.
const SCALE_MASK: u64 = 0x1f;
/// Most decimals.
pub(crate) const MAX_SCALE: u32 = 28;
/// The first magnitude beyond 96 bits.
const BEYOND: u128 = 1 << 96;

/// The lower half of a number as one with a sign, and what the upper half differs in from that sign: mostly nothing.
pub(crate) const fn halves(number: i128) -> (i64, i64) {
    let low = number as i64;
    (low, (number >> 64) as i64 ^ (low >> 63))
}

/// The number that they are of.
pub(crate) fn whole_of(low: i64, beyond: i64) -> i128 {
    (i128::from(beyond ^ (low >> 63)) << 64) | i128::from(low.cast_unsigned())
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self::new(0, 0);

    /// So many units of the last of `scale` decimals, of which there are at most 28.
    #[must_use]
    pub const fn new(digits: i64, scale: u32) -> Self {
        Self::of(digits, 0, scale)
    }

    const fn of(low: i64, beyond: i64, scale: u32) -> Self {
        let rest = match NonZeroU64::new((beyond << SCALE_BITS).cast_unsigned() | ((scale as u64 & SCALE_MASK) << 1) | 1) {
            Some(rest) => rest,
            None => NonZeroU64::MIN,
        };
        Self { low, rest }
    }

    /// The same of any digits that have 96 bits.
    const fn of_wide(digits: i128, scale: u32) -> Self {
        let (low, beyond) = halves(digits);
        Self::of(low, beyond, scale)
    }

    /// The same of any digits; `None` beyond 96 bits.
    pub(crate) fn wide(digits: i128, scale: u32) -> Option<Self> {
        (digits.unsigned_abs() < BEYOND && scale <= MAX_SCALE).then(|| Self::of_wide(digits, scale))
    }

    /// Its decimals.
    #[must_use]
    pub const fn scale(self) -> u32 {
        (self.rest.get() as u8 >> 1) as u32
    }

    /// Its digits as a whole number.
    #[must_use]
    pub fn digits(self) -> i128 {
        whole_of(self.low, self.rest.get().cast_signed() >> SCALE_BITS)
    }

    const fn is_narrow(self) -> bool {
        self.rest.get() >> SCALE_BITS == 0
    }

    /// The same where 64 bits hold them, as nearly always.
    pub(crate) fn narrow(self) -> Option<i64> {
        self.is_narrow().then_some(self.low)
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.low == 0 && self.is_narrow()
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.low ^ self.rest.get().cast_signed() < 0
    }
}

impl PartialEq for Decimal {
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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
        Self::of_wide(value.mantissa(), value.scale())
    }
}

impl From<Decimal> for rust_decimal::Decimal {
    fn from(value: Decimal) -> Self {
        let magnitude = value.digits().unsigned_abs();
        Self::from_parts(magnitude as u32, (magnitude >> 32) as u32, (magnitude >> 64) as u32, value.is_negative(), value.scale())
    }
}

// ------------------------------------------------------------------------------------------------
// As texts
// ------------------------------------------------------------------------------------------------

/// Most decimals of a stated decimal: finer unit amounts than this are refused.
pub const MAX_DECIMALS: u32 = 12;
/// Most digits before the decimal point of a stated decimal.
pub const MAX_INTEGER_DIGITS: usize = 15;

/// Whether an amount has no more digits before the point than one that is stated may have.
#[must_use]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn can_be_stated(value: Decimal) -> bool {
    match (value.narrow(), power_of_ten(value.scale().saturating_add(MAX_INTEGER_DIGITS as u32))) {
        (Some(mantissa), Some(limit)) => mantissa.unsigned_abs() < limit.unsigned_abs(),
        _ => order(magnitude(value), LIMIT) == Ordering::Less,
    }
}

/// The first amount beyond those digits.
const LIMIT: Decimal = Decimal::new(1_000_000_000_000_000, 0);

/// Why a text is not a decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not digits with at most one point.
    Grammar,
    /// More decimals than allowed.
    Decimals,
    /// More digits before the point than allowed.
    Range,
}

/// Reads a plain decimal: digits, at most one point with digits on both sides, a leading minus.
/// No exponent, no plus, no separators, no spaces, no leading zeros.
///
/// # Errors
/// What is wrong with the text.
pub fn parse_decimal(text: &str, max_decimals: u32) -> Result<Decimal, DecimalError> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mut places, mut decimals, mut point) = (0_u32, 0_u32, false);
    // The longest decimal has 27 digits; of a longer text, what is read makes no difference.
    let mut mantissa = 0_i128;
    for byte in unsigned.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            let count = if point { &mut decimals } else { &mut places };
            *count = count.wrapping_add(1);
            mantissa = mantissa.wrapping_mul(10).wrapping_add(digit.into());
        } else if byte == b'.' && !point {
            point = true;
        } else {
            return Err(DecimalError::Grammar);
        }
    }
    if places == 0 || point != (decimals > 0) || (places > 1 && unsigned.starts_with('0')) {
        return Err(DecimalError::Grammar);
    }
    if places > MAX_INTEGER_DIGITS as u32 {
        return Err(DecimalError::Range);
    }
    if decimals > max_decimals.min(MAX_DECIMALS) {
        return Err(DecimalError::Decimals);
    }
    let signed = if unsigned.len() < text.len() { mantissa.wrapping_neg() } else { mantissa };
    Decimal::wide(signed, decimals).ok_or(DecimalError::Range)
}

/// Writes a decimal with all digits of its scale and no sign on zero.
#[must_use]
pub fn decimal_text(value: Decimal) -> String {
    String::from(text_of(value, &mut [0; size_of::<Room>()]))
}

/// Room in which an amount or an instant is put down as text.
pub(crate) type Room = [u8; 64];

/// Where a decimal ends in it. The longest has a sign, 29 digits and a point, or a leading zero and 28 decimals.
pub(crate) const END: usize = 32;

/// Puts it down as text and says where that begins.
pub(crate) fn put(value: Decimal, text: &mut Room) -> usize {
    let magnitude = value.digits().unsigned_abs();
    let (mut high, mut middle, mut low) = ((magnitude >> 64) as u32, (magnitude >> 32) as u32, magnitude as u32);
    let mut from = END;
    let mut put_byte = |byte: u8| {
        from = from.wrapping_sub(1);
        if let Some(slot) = text.get_mut(from) {
            *slot = byte;
        }
    };
    let mut decimals = value.scale();
    let mut point = decimals > 0;
    loop {
        // Most amounts fit 32 bits; what does not is divided by ten as on paper, 32 bits being a digit.
        let digit = if high | middle == 0 {
            let digit = low % 10;
            low /= 10;
            digit
        } else {
            [&mut high, &mut middle, &mut low].into_iter().fold(0, |left, part| {
                let rest = (u64::from(left) << 32) | u64::from(*part);
                *part = (rest / 10) as u32;
                (rest % 10) as u32
            })
        };
        put_byte(b'0'.wrapping_add(digit as u8));
        if point {
            decimals = decimals.wrapping_sub(1);
            if decimals == 0 {
                put_byte(b'.');
                point = false;
            }
        } else if high | middle | low == 0 {
            break;
        }
    }
    if value.is_negative() {
        put_byte(b'-');
    }
    from
}

fn text_of(value: Decimal, text: &mut Room) -> &str {
    let from = put(value, text);
    text.get(from..END).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
}

// ------------------------------------------------------------------------------------------------
// Sums and order
// ------------------------------------------------------------------------------------------------

// What 64 bits hold is computed in them: nearly every amount is, and wider arithmetic takes several times as long.

/// The product, where 64 bits are known to hold it.
pub(crate) fn product(left: i64, right: i64) -> Option<i64> {
    // WebAssembly has no multiplication that tells whether it overflowed.
    if cfg!(target_family = "wasm") {
        let spare = left.unsigned_abs().leading_zeros().wrapping_add(right.unsigned_abs().leading_zeros());
        return (spare > 64).then(|| left.wrapping_mul(right));
    }
    left.checked_mul(right)
}

/// Both at the finer of their scales, as whole numbers; `None` where 64 bits do not hold them.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn narrow_at_one_scale(left: Decimal, right: Decimal) -> Option<(i64, i64, u32)> {
    let (one, other) = (left.narrow()?, right.narrow()?);
    let (scale, finer) = (left.scale(), right.scale());
    if scale == finer {
        return Some((one, other, scale));
    }
    let factor = power_of_ten(scale.abs_diff(finer))?;
    if scale < finer { Some((product(one, factor)?, other, finer)) } else { Some((one, product(other, factor)?, scale)) }
}

/// The same in 128 bits.
fn at_one_scale(left: Decimal, right: Decimal) -> Option<(i128, i128, u32)> {
    let scale = left.scale().max(right.scale());
    let scaled = |value: Decimal| value.digits().checked_mul(wide_power_of_ten(scale.wrapping_sub(value.scale()))?);
    Some((scaled(left)?, scaled(right)?, scale))
}

/// The sum of two decimals.
///
/// # Errors
/// Beyond 96 bits.
#[cfg_attr(target_family = "wasm", inline(never))]
pub fn plus(left: Decimal, right: Decimal) -> Result<Decimal, OutOfRange> {
    // Nothing is what is added most often.
    if right.is_zero() && right.scale() <= left.scale() {
        return Ok(left);
    }
    if let Some((one, other, scale)) = narrow_at_one_scale(left, right)
        && let Some(sum) = one.checked_add(other)
    {
        return Ok(Decimal::new(sum, scale));
    }
    wide_sum(left, right)
}

#[inline(never)]
fn wide_sum(left: Decimal, right: Decimal) -> Result<Decimal, OutOfRange> {
    let (one, other, scale) = at_one_scale(left, right).ok_or(OutOfRange)?;
    one.checked_add(other).and_then(|sum| Decimal::wide(sum, scale)).ok_or(OutOfRange)
}

/// The difference of two decimals.
///
/// # Errors
/// Beyond 96 bits.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn minus(left: Decimal, right: Decimal) -> Result<Decimal, OutOfRange> {
    plus(left, opposite(right))
}

/// With the sign reversed.
#[must_use]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn opposite(value: Decimal) -> Decimal {
    match value.narrow().and_then(i64::checked_neg) {
        Some(digits) => Decimal::new(digits, value.scale()),
        // The range is symmetric.
        None => Decimal::wide(value.digits().wrapping_neg(), value.scale()).unwrap_or(value),
    }
}

/// Without its sign.
#[must_use]
pub fn magnitude(value: Decimal) -> Decimal {
    if value.is_negative() { opposite(value) } else { value }
}

/// Which of two decimals is larger.
#[must_use]
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn order(left: Decimal, right: Decimal) -> Ordering {
    if let Some((one, other, _)) = narrow_at_one_scale(left, right) {
        return one.cmp(&other);
    }
    match at_one_scale(left, right) {
        Some((one, other, _)) => one.cmp(&other),
        // The coarser one left the range when it was scaled, so it lies far beyond any 96 bits: its sign decides.
        None if left.scale() < right.scale() => left.digits().cmp(&0),
        None => 0.cmp(&right.digits()),
    }
}

/// The smaller of two decimals.
#[must_use]
pub fn smaller(left: Decimal, right: Decimal) -> Decimal {
    if order(left, right) == Ordering::Greater { right } else { left }
}

/// What is above zero of it. Nothing has no decimals, so that it is written alike wherever it comes from.
#[must_use]
pub fn above_zero(value: Decimal) -> Decimal {
    if value.is_negative() || value.is_zero() { Decimal::ZERO } else { value }
}

/// With more decimals.
#[inline(never)]
pub(crate) fn rescaled(value: Decimal, digits: u32) -> Decimal {
    let missing = digits.wrapping_sub(value.scale());
    if let Some(mantissa) = value.narrow().and_then(|digits| product(digits, power_of_ten(missing)?)) {
        return Decimal::new(mantissa, digits);
    }
    let scaled = wide_power_of_ten(missing).and_then(|scale| value.digits().checked_mul(scale));
    // What has no room for them stays as it is: it is the same value.
    scaled.and_then(|mantissa| Decimal::wide(mantissa, digits)).unwrap_or(value)
}

/// Without trailing zeros beyond so many decimals.
pub fn trimmed(value: Decimal, least: u32) -> Decimal {
    let mut scale = value.scale();
    let Some(mut narrow) = value.narrow() else {
        let mut digits = value.digits();
        while scale > least && digits % 10 == 0 {
            digits /= 10;
            scale = scale.wrapping_sub(1);
        }
        return Decimal::wide(digits, scale).unwrap_or(value);
    };
    while scale > least && narrow % 10 == 0 {
        narrow /= 10;
        scale = scale.wrapping_sub(1);
    }
    Decimal::new(narrow, scale)
}

/// Those that 64 bits hold.
const POWERS_OF_TEN: [i64; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];

pub(crate) fn power_of_ten(exponent: u32) -> Option<i64> {
    POWERS_OF_TEN.get(exponent as usize).copied()
}

/// The same beyond 64 bits.
pub(crate) fn wide_power_of_ten(exponent: u32) -> Option<i128> {
    power_of_ten(exponent).map(i128::from).or_else(|| 10_i128.checked_pow(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn only_plain_decimals_are_money() {
        for (text, error) in [
            ("3e1", DecimalError::Grammar),
            ("1_000", DecimalError::Grammar),
            ("+5", DecimalError::Grammar),
            (".5", DecimalError::Grammar),
            ("5.", DecimalError::Grammar),
            ("05", DecimalError::Grammar),
            ("", DecimalError::Grammar),
            ("-", DecimalError::Grammar),
            (" 5", DecimalError::Grammar),
            ("NaN", DecimalError::Grammar),
            ("1.2.3", DecimalError::Grammar),
            ("30.005", DecimalError::Decimals),
            ("1000000000000000", DecimalError::Range),
        ] {
            assert_eq!(parse_decimal(text, 2), Err(error), "{text}");
        }
        for (text, shown) in [("9", "9.00"), ("0.5", "0.50"), ("113.85", "113.85"), ("-0", "0.00"), ("-7.5", "-7.50")] {
            assert_eq!(crate::money::Amount::padded(parse_decimal(text, 2).unwrap(), 2).to_string(), shown);
        }
    }

    #[test]
    fn the_limit_is_the_first_amount_that_cannot_be_stated() {
        assert_eq!(decimal_text(LIMIT), "1000000000000000");
        assert_eq!(parse_decimal(&decimal_text(LIMIT), 2), Err(DecimalError::Range));
    }
}
