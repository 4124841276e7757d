//! Currencies, exact fractions and the only place where anything is rounded.

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;
use serde::ser::{Serialize, Serializer};

use crate::error::OutOfRange;

/// Most decimals of a stated decimal: finer unit amounts than this are refused.
pub const MAX_DECIMALS: u32 = 12;
/// Most digits before the decimal point of a stated decimal.
pub const MAX_INTEGER_DIGITS: usize = 15;

/// The first amount beyond those digits.
pub const LIMIT: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);

/// A currency of ISO 4217 with its minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    code: [u8; 3],
    digits: u32,
}

/// Codes by decimals of the minor unit (ISO 4217, list one, without funds codes for metals and tests).
const NO_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const TWO_DECIMALS: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";
const THREE_DECIMALS: &str = "BHD IQD JOD KWD LYD OMR TND";
const FOUR_DECIMALS: &str = "CLF UYW";

impl Currency {
    /// The one in which presets state amounts.
    pub const DOLLAR: Self = Self { code: *b"USD", digits: 2 };

    /// The currency of a code in capitals, if ISO 4217 has it.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        [(NO_DECIMALS, 0), (TWO_DECIMALS, 2), (THREE_DECIMALS, 3), (FOUR_DECIMALS, 4)]
            .into_iter()
            .find(|(codes, _)| codes.split(' ').any(|known| known == code))
            .map(|(_, digits)| Self { code: bytes, digits })
    }

    /// Decimals of the minor unit.
    #[must_use]
    pub const fn digits(self) -> u32 {
        self.digits
    }

    /// Three capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.code).unwrap_or_default()
    }
}

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
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (integer, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(integer) || fraction.is_some_and(|part| !plain(part)) || (integer.len() > 1 && integer.starts_with('0')) {
        return Err(DecimalError::Grammar);
    }
    if integer.len() > MAX_INTEGER_DIGITS {
        return Err(DecimalError::Range);
    }
    let fraction = fraction.unwrap_or_default();
    let scale = u32::try_from(fraction.len()).map_err(|_| DecimalError::Decimals)?;
    if scale > max_decimals.min(MAX_DECIMALS) {
        return Err(DecimalError::Decimals);
    }
    let mut mantissa: i128 = 0;
    for byte in integer.bytes().chain(fraction.bytes()) {
        let digit = i128::from(byte.wrapping_sub(b'0'));
        mantissa = mantissa.checked_mul(10).and_then(|value| value.checked_add(digit)).ok_or(DecimalError::Range)?;
    }
    if negative {
        mantissa = mantissa.checked_neg().ok_or(DecimalError::Range)?;
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| DecimalError::Range)
}

/// Writes a decimal with all digits of its scale and no sign on zero.
#[must_use]
pub fn decimal_text(value: Decimal) -> String {
    let mut buffer = DecimalBuffer::new();
    String::from(buffer.write(value))
}

/// Room for the longest decimal: a sign, 29 digits and a point, or a leading zero with 28 decimals.
struct DecimalBuffer {
    bytes: [u8; 40],
}

impl DecimalBuffer {
    const fn new() -> Self {
        Self { bytes: [0; 40] }
    }

    fn write(&mut self, value: Decimal) -> &str {
        let mantissa = value.mantissa();
        let mut magnitude = mantissa.unsigned_abs();
        let scale = value.scale();
        let mut written: u32 = 0;
        let mut from = self.bytes.len();
        let mut put = |byte: u8| {
            from = from.saturating_sub(1);
            if let Some(slot) = self.bytes.get_mut(from) {
                *slot = byte;
            }
        };
        loop {
            // Most amounts fit 64 bits, where division is one instruction.
            let digit = if let Ok(small) = u64::try_from(magnitude) {
                magnitude = u128::from(small / 10);
                (small % 10) as u8
            } else {
                let digit = (magnitude % 10) as u8;
                magnitude /= 10;
                digit
            };
            put(b'0'.wrapping_add(digit));
            written = written.wrapping_add(1);
            if written == scale {
                put(b'.');
            }
            if magnitude == 0 && written > scale {
                break;
            }
        }
        if mantissa < 0 {
            put(b'-');
        }
        self.bytes.get(from..).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Money in an answer: a decimal in major units, padded to the currency's minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Amount(Decimal);

impl Amount {
    /// Pads to at least `digits` decimals.
    #[must_use]
    pub fn padded(value: Decimal, digits: u32) -> Self {
        let Some(missing) = digits.checked_sub(value.scale()).filter(|missing| *missing > 0) else { return Self(value) };
        let scaled = narrow(value).and_then(|mantissa| product(mantissa, power_of_ten(missing).ok()?));
        Self(scaled.map_or_else(
            || {
                let mut padded = value;
                padded.rescale(digits);
                padded
            },
            |mantissa| decimal_of(mantissa, digits),
        ))
    }

    /// As a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(DecimalBuffer::new().write(self.0))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(DecimalBuffer::new().write(self.0))
    }
}

/// How a value between two representable ones is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundingMode {
    /// To the nearest, ties away from zero.
    HalfUp,
    /// To the nearest, ties to the even digit.
    HalfEven,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

impl RoundingMode {
    /// The word for it in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::HalfEven => "half_even",
            Self::Down => "down",
            Self::Up => "up",
        }
    }

    /// Whether what is left over moves a whole number away from zero.
    fn is_away(self, left_over: bool, beyond_half: Ordering, odd: bool) -> bool {
        match (self, beyond_half) {
            (Self::Down, _) => false,
            (Self::Up, _) => left_over,
            (_, Ordering::Less) => false,
            (_, Ordering::Greater) => true,
            (mode, Ordering::Equal) => mode == Self::HalfUp || odd,
        }
    }
}

// What 64 bits hold is computed in them: nearly every amount is, and wider arithmetic takes several times as long.

/// The digits of a decimal as a whole number, where 64 bits hold it.
fn narrow(value: Decimal) -> Option<i64> {
    let parts = value.unpack();
    let magnitude = i64::try_from((u64::from(parts.mid) << 32) | u64::from(parts.lo)).ok().filter(|_| parts.hi == 0)?;
    Some(if parts.negative { magnitude.wrapping_neg() } else { magnitude })
}

/// The decimal of such digits; at most 28 of them are decimals.
fn decimal_of(mantissa: i64, scale: u32) -> Decimal {
    let magnitude = mantissa.unsigned_abs();
    Decimal::from_parts(magnitude as u32, (magnitude >> 32) as u32, 0, mantissa < 0, scale)
}

/// The product, where 64 bits are known to hold it.
fn product(left: i64, right: i64) -> Option<i64> {
    let spare = left.unsigned_abs().leading_zeros().wrapping_add(right.unsigned_abs().leading_zeros());
    (spare > 64).then(|| left.wrapping_mul(right))
}

/// The product of any two; it cannot overflow.
fn wide(left: i64, right: i64) -> i128 {
    product(left, right).map_or_else(|| i128::from(left).wrapping_mul(i128::from(right)), i128::from)
}

/// The sum of two decimals. Out of line, as is all arithmetic here: inlined, it would be most of the binary.
///
/// # Errors
/// Beyond 96 bits.
#[inline(never)]
pub fn plus(left: Decimal, right: Decimal) -> Result<Decimal, OutOfRange> {
    if left.scale() == right.scale()
        && let (Some(one), Some(other)) = (narrow(left), narrow(right))
        && let Some(sum) = one.checked_add(other)
    {
        return Ok(decimal_of(sum, left.scale()));
    }
    left.checked_add(right).ok_or(OutOfRange)
}

/// The difference of two decimals.
///
/// # Errors
/// Beyond 96 bits.
pub fn minus(left: Decimal, mut right: Decimal) -> Result<Decimal, OutOfRange> {
    right.set_sign_negative(right.is_sign_positive());
    plus(left, right)
}

/// Without trailing zeros.
fn trimmed(value: Decimal) -> Decimal {
    let Some(mut mantissa) = narrow(value) else { return value.normalize() };
    let mut scale = value.scale();
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale = scale.wrapping_sub(1);
    }
    decimal_of(mantissa, scale)
}

/// An exact fraction. Every amount is one until it is rounded, once, by [`Exact::round`].
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: i128,
    /// Above zero.
    denominator: i128,
}

fn gcd(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left.checked_rem(right).unwrap_or(0));
    }
    left
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

fn power_of_ten(exponent: u32) -> Result<i64, OutOfRange> {
    POWERS_OF_TEN.get(exponent as usize).copied().ok_or(OutOfRange)
}

/// The same beyond 64 bits.
fn wide_power_of_ten(exponent: u32) -> Result<i128, OutOfRange> {
    power_of_ten(exponent).map(i128::from).or_else(|_| 10_i128.checked_pow(exponent).ok_or(OutOfRange))
}

#[allow(clippy::should_implement_trait)] // The operators of the traits cannot fail; these can.
impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// All of it.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// `numerator / denominator`.
    ///
    /// # Errors
    /// A denominator of zero has no value.
    pub fn ratio(numerator: i64, denominator: i64) -> Result<Self, OutOfRange> {
        match denominator {
            0 => Err(OutOfRange),
            1.. => Ok(Self { numerator: numerator.into(), denominator: denominator.into() }),
            _ => Ok(Self {
                numerator: i128::from(numerator).checked_neg().ok_or(OutOfRange)?,
                denominator: i128::from(denominator).checked_neg().ok_or(OutOfRange)?,
            }),
        }
    }

    /// A whole number.
    #[must_use]
    pub fn integer(value: i64) -> Self {
        Self { numerator: value.into(), denominator: 1 }
    }

    /// A decimal, exactly.
    ///
    /// # Errors
    /// Never for a decimal of this crate, whose scale is at most 28.
    #[inline(never)]
    pub fn decimal(value: Decimal) -> Result<Self, OutOfRange> {
        let numerator = narrow(value).map_or_else(|| value.mantissa(), i128::from);
        Ok(Self { numerator, denominator: wide_power_of_ten(value.scale())? })
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    #[inline(never)]
    fn reduced(self) -> Self {
        let divisor = gcd(self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        match i128::try_from(divisor) {
            Ok(divisor) if divisor > 1 => Self {
                numerator: self.numerator.checked_div(divisor).unwrap_or(self.numerator),
                denominator: self.denominator.checked_div(divisor).unwrap_or(self.denominator),
            },
            _ => self,
        }
    }

    /// Both terms, where 64 bits hold them.
    fn narrow(self) -> Option<(i64, i64)> {
        Some((i64::try_from(self.numerator).ok()?, i64::try_from(self.denominator).ok()?))
    }

    /// Reduced where a term is beyond 80 bits: below that, the next multiplication cannot overflow soon.
    fn comfortable(self) -> Self {
        let far = |term: i128| !matches!(term >> 80, 0 | -1);
        if far(self.numerator) || far(self.denominator) { self.reduced() } else { self }
    }

    /// Runs an operation, and once more on reduced terms where it overflows.
    fn retried(self, other: Self, operation: fn(Self, Self) -> Option<Self>) -> Result<Self, OutOfRange> {
        operation(self, other).or_else(|| operation(self.reduced(), other.reduced())).map(Self::comfortable).ok_or(OutOfRange)
    }

    /// The sum.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    #[inline(never)]
    pub fn add(self, other: Self) -> Result<Self, OutOfRange> {
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            if of == parts {
                return Ok(Self { numerator: i128::from(one).wrapping_add(another.into()), denominator: self.denominator });
            }
            let numerator = wide(one, parts).wrapping_add(wide(another, of));
            return Ok(Self { numerator, denominator: wide(of, parts) }.comfortable());
        }
        self.retried(other, |left, right| {
            if left.denominator == right.denominator {
                return Some(Self { numerator: left.numerator.checked_add(right.numerator)?, denominator: left.denominator });
            }
            let numerator = left.numerator.checked_mul(right.denominator)?.checked_add(right.numerator.checked_mul(left.denominator)?)?;
            Some(Self { numerator, denominator: left.denominator.checked_mul(right.denominator)? })
        })
    }

    /// The difference.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    #[inline(never)]
    pub fn sub(self, other: Self) -> Result<Self, OutOfRange> {
        self.add(other.negate())
    }

    /// The product.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    #[inline(never)]
    pub fn mul(self, other: Self) -> Result<Self, OutOfRange> {
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            return Ok(Self { numerator: wide(one, another), denominator: wide(of, parts) }.comfortable());
        }
        self.retried(other, |left, right| {
            Some(Self { numerator: left.numerator.checked_mul(right.numerator)?, denominator: left.denominator.checked_mul(right.denominator)? })
        })
    }

    /// The quotient.
    ///
    /// # Errors
    /// Division by zero, or beyond 128 bits even on reduced terms.
    pub fn div(self, other: Self) -> Result<Self, OutOfRange> {
        match other.numerator {
            0 => Err(OutOfRange),
            1.. => self.mul(Self { numerator: other.denominator, denominator: other.numerator }),
            _ => self.mul(Self { numerator: other.denominator, denominator: other.numerator.checked_neg().ok_or(OutOfRange)? }.negate()),
        }
    }

    /// With the sign reversed.
    #[must_use]
    pub const fn negate(self) -> Self {
        // The range is symmetric: parsed decimals and their products never reach the one value without a counterpart.
        Self { numerator: self.numerator.saturating_neg(), denominator: self.denominator }
    }

    /// The smaller of two.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    pub fn min(self, other: Self) -> Result<Self, OutOfRange> {
        Ok(if other.compare(self)? == Ordering::Less { other } else { self })
    }

    /// The larger of two.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    pub fn max(self, other: Self) -> Result<Self, OutOfRange> {
        Ok(if other.compare(self)? == Ordering::Greater { other } else { self })
    }

    /// Which is larger.
    ///
    /// # Errors
    /// Beyond 128 bits even on reduced terms.
    #[inline(never)]
    pub fn compare(self, other: Self) -> Result<Ordering, OutOfRange> {
        Ok(self.sub(other)?.numerator.cmp(&0))
    }

    /// The one rounding: to `digits` decimals in a named mode.
    ///
    /// # Errors
    /// Beyond 96 bits.
    #[inline(never)]
    pub fn round(self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        if let Some((top, bottom)) = self.narrow()
            && let Some(scaled) = power_of_ten(digits).ok().and_then(|scale| product(top, scale))
            && let (Some(quotient), Some(remainder)) = (scaled.checked_div(bottom), scaled.checked_rem(bottom))
        {
            let beyond_half = remainder.unsigned_abs().wrapping_mul(2).cmp(&bottom.unsigned_abs());
            let step = i64::from(mode.is_away(remainder != 0, beyond_half, quotient & 1 == 1)).wrapping_mul(top.signum());
            return Ok(decimal_of(quotient.wrapping_add(step), digits));
        }
        self.round_wide(mode, digits)
    }

    fn round_wide(self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        let scale = wide_power_of_ten(digits)?;
        let (top, bottom) = match self.numerator.checked_mul(scale) {
            Some(scaled) => (scaled, self.denominator),
            None => {
                let reduced = self.reduced();
                (reduced.numerator.checked_mul(scale).ok_or(OutOfRange)?, reduced.denominator)
            }
        };
        let (quotient, remainder) = divide(top, bottom)?;
        let beyond_half = remainder.unsigned_abs().checked_mul(2).ok_or(OutOfRange)?.cmp(&bottom.unsigned_abs());
        let step = i128::from(mode.is_away(remainder != 0, beyond_half, quotient & 1 == 1)).wrapping_mul(top.signum());
        Decimal::try_from_i128_with_scale(quotient.checked_add(step).ok_or(OutOfRange)?, digits).map_err(|_| OutOfRange)
    }

    /// The least whole number that is not below it.
    ///
    /// # Errors
    /// Beyond 64 bits.
    pub fn ceiling(self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.numerator, self.denominator)?;
        let whole = if remainder > 0 { quotient.checked_add(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// The greatest whole number that is not above it, for values that are not negative.
    ///
    /// # Errors
    /// Beyond 64 bits.
    pub fn floor(self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.numerator, self.denominator)?;
        let whole = if remainder < 0 { quotient.checked_sub(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// For display beside an amount: the value at 12 digits, half even, with no trailing zeros beyond `digits`.
    ///
    /// # Errors
    /// Beyond 96 bits.
    pub fn display(self, digits: u32) -> Result<Amount, OutOfRange> {
        Ok(Amount::padded(trimmed(self.round(RoundingMode::HalfEven, MAX_DECIMALS)?), digits))
    }
}

/// Quotient and remainder; in 64 bits where the terms fit, since 128-bit division is slow.
#[inline(never)]
fn divide(numerator: i128, denominator: i128) -> Result<(i128, i128), OutOfRange> {
    if let (Ok(top), Ok(bottom)) = (i64::try_from(numerator), i64::try_from(denominator)) {
        let quotient = top.checked_div(bottom).ok_or(OutOfRange)?;
        let remainder = top.checked_rem(bottom).ok_or(OutOfRange)?;
        return Ok((quotient.into(), remainder.into()));
    }
    Ok((numerator.checked_div(denominator).ok_or(OutOfRange)?, numerator.checked_rem(denominator).ok_or(OutOfRange)?))
}

/// Splits `total` (rounded half up where it is finer than the smallest unit) over `weights` by largest remainder: every part is
/// the exact share rounded down, and the units left over go to the largest remainders, earlier ones first.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn split(total: Decimal, weights: &[Exact], digits: u32) -> Result<alloc::vec::Vec<Decimal>, OutOfRange> {
    let mut sum = Exact::ZERO;
    for weight in weights {
        sum = sum.add(*weight)?;
    }
    let mut parts = alloc::vec::Vec::with_capacity(weights.len());
    let total = Exact::decimal(total)?.round(RoundingMode::HalfUp, digits)?;
    if sum.is_zero() {
        parts.resize(weights.len(), Decimal::ZERO);
        return Ok(parts);
    }
    let mut remainders = alloc::vec::Vec::with_capacity(weights.len());
    let mut left = total;
    for (index, weight) in weights.iter().enumerate() {
        let share = Exact::decimal(total)?.mul(*weight)?.div(sum)?;
        let part = share.round(RoundingMode::Down, digits)?;
        remainders.push((index, share.sub(Exact::decimal(part)?)?));
        left = left.checked_sub(part).ok_or(OutOfRange)?;
        parts.push(part);
    }
    let unit = Decimal::try_from_i128_with_scale(1, digits).map_err(|_| OutOfRange)?;
    while left >= unit {
        let mut largest: Option<(usize, Exact)> = None;
        for (index, remainder) in &remainders {
            let larger = match largest {
                None => true,
                Some((_, best)) => remainder.compare(best)? == Ordering::Greater,
            };
            if larger {
                largest = Some((*index, *remainder));
            }
        }
        let Some((index, _)) = largest else { break };
        remainders.retain(|(taken, _)| *taken != index);
        if let Some(part) = parts.get_mut(index) {
            *part = part.checked_add(unit).ok_or(OutOfRange)?;
        }
        left = left.checked_sub(unit).ok_or(OutOfRange)?;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn exact(numerator: i64, denominator: i64) -> Exact {
        Exact::ratio(numerator, denominator).unwrap()
    }

    #[test]
    fn a_half_goes_away_from_zero_to_even_down_or_up_as_the_mode_says() {
        let modes = [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Down, RoundingMode::Up];
        for (value, expected) in [
            (exact(30_625, 1000), ["30.63", "30.62", "30.62", "30.63"]),
            (exact(-30_625, 1000), ["-30.63", "-30.62", "-30.62", "-30.63"]),
            (exact(30_635, 1000), ["30.64", "30.64", "30.63", "30.64"]),
            (exact(98, 3), ["32.67", "32.67", "32.66", "32.67"]),
            (exact(-1, 1000), ["0.00", "0.00", "0.00", "-0.01"]),
        ] {
            for (mode, text) in modes.into_iter().zip(expected) {
                assert_eq!(decimal_text(value.round(mode, 2).unwrap()), text, "{value:?} {mode:?}");
            }
        }
    }

    #[test]
    fn minor_units_follow_iso_4217() {
        for (code, digits) in [("JPY", 0), ("KRW", 0), ("VND", 0), ("CLP", 0), ("USD", 2), ("HUF", 2), ("KWD", 3), ("IQD", 3), ("CLF", 4)] {
            assert_eq!(Currency::new(code).unwrap().digits(), digits, "{code}");
        }
        for code in ["usd", "US", "USDD", "XXX", "ABC", "D U", ""] {
            assert_eq!(Currency::new(code), None, "{code}");
        }
    }

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
            assert_eq!(Amount::padded(parse_decimal(text, 2).unwrap(), 2).to_string(), shown);
        }
    }

    #[test]
    fn the_limit_is_the_first_amount_that_cannot_be_stated() {
        assert_eq!(decimal_text(LIMIT), "1000000000000000");
        assert_eq!(parse_decimal(&decimal_text(LIMIT), 2), Err(DecimalError::Range));
    }

    #[test]
    fn a_split_loses_nothing_and_gives_what_is_left_to_the_largest_remainders() {
        let weights = [exact(1, 1), exact(1, 1), exact(1, 1)];
        let parts = split(parse_decimal("0.05", 2).unwrap(), &weights, 2).unwrap();
        assert_eq!(parts.iter().map(|part| decimal_text(*part)).collect::<alloc::vec::Vec<_>>(), ["0.02", "0.02", "0.01"]);
        let parts = split(parse_decimal("90", 2).unwrap(), &[exact(300, 1), exact(200, 1)], 2).unwrap();
        assert_eq!(parts.iter().map(|part| decimal_text(*part)).collect::<alloc::vec::Vec<_>>(), ["54.00", "36.00"]);
    }

    #[test]
    fn overflow_is_an_error_and_never_a_wrong_figure() {
        let large = Exact { numerator: i128::MAX / 3, denominator: 7 };
        assert!(large.mul(large).is_err());
        let reducible = Exact { numerator: i128::MAX / 4 * 2, denominator: 2 };
        assert!(reducible.mul(exact(3, 6)).is_ok());
    }
}
