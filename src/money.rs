//! Currencies, exact fractions and the only place where anything is rounded.

use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use crate::decimal::Decimal;
use crate::error::OutOfRange;

/// Most decimals of a stated decimal: finer unit amounts than this are refused.
pub const MAX_DECIMALS: u32 = 12;
/// Most digits before the decimal point of a stated decimal.
pub const MAX_INTEGER_DIGITS: usize = 15;

/// Whether an amount has no more digits before the point than one that is stated may have.
#[must_use]
pub fn can_be_stated(value: Decimal) -> bool {
    match (value.narrow(), power_of_ten(value.scale().saturating_add(MAX_INTEGER_DIGITS as u32))) {
        (Some(mantissa), Some(limit)) => mantissa.unsigned_abs() < limit.unsigned_abs(),
        _ => order(magnitude(value), LIMIT) == Ordering::Less,
    }
}

/// The first amount beyond those digits.
const LIMIT: Decimal = Decimal::new(1_000_000_000_000_000, 0);

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
static BY_DECIMALS: [(&str, u32); 4] = [(NO_DECIMALS, 0), (TWO_DECIMALS, 2), (THREE_DECIMALS, 3), (FOUR_DECIMALS, 4)];

impl Currency {
    /// The one in which presets state amounts.
    pub const DOLLAR: Self = Self { code: *b"USD", digits: 2 };

    /// The currency of a code in capitals, if ISO 4217 has it.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        for (codes, digits) in &BY_DECIMALS {
            if codes.as_bytes().chunks(4).any(|known| known.starts_with(&code)) {
                return Some(Self { code, digits: *digits });
            }
        }
        None
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
const DECIMAL_END: usize = 32;

/// Puts it down as text and says where that begins.
fn put_decimal(value: Decimal, text: &mut Room) -> usize {
    let magnitude = value.digits().unsigned_abs();
    let (mut high, mut middle, mut low) = ((magnitude >> 64) as u32, (magnitude >> 32) as u32, magnitude as u32);
    let mut from = DECIMAL_END;
    let mut put = |byte: u8| {
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
        put(b'0'.wrapping_add(digit as u8));
        if point {
            decimals = decimals.wrapping_sub(1);
            if decimals == 0 {
                put(b'.');
                point = false;
            }
        } else if high | middle | low == 0 {
            break;
        }
    }
    if value.is_negative() {
        put(b'-');
    }
    from
}

fn text_of(value: Decimal, text: &mut Room) -> &str {
    let from = put_decimal(value, text);
    text.get(from..DECIMAL_END).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Money in an answer: a decimal in major units, padded to the currency's minor unit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Amount(Decimal);

impl Amount {
    /// Pads to at least `digits` decimals.
    #[must_use]
    pub fn padded(value: Decimal, digits: u32) -> Self {
        if value.scale() >= digits {
            return Self(value);
        }
        Self(if value.is_zero() { Decimal::new(0, digits) } else { rescaled(value, digits) })
    }

    /// Puts it down as text and says from where to where.
    pub(crate) fn put(self, text: &mut Room) -> (usize, usize) {
        (put_decimal(self.0, text), DECIMAL_END)
    }

    /// As a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        order(self.0, other.0) == Ordering::Equal
    }
}
impl Eq for Amount {}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(text_of(self.0, &mut [0; size_of::<Room>()]))
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

    /// Whether something left over moves a whole number away from zero.
    fn is_away(self, beyond_half: Ordering, odd: bool) -> bool {
        match (self, beyond_half) {
            (Self::Down, _) => false,
            (Self::Up, _) => true,
            (_, Ordering::Less) => false,
            (_, Ordering::Greater) => true,
            (mode, Ordering::Equal) => mode == Self::HalfUp || odd,
        }
    }
}

// What 64 bits hold is computed in them: nearly every amount is, and wider arithmetic takes several times as long.

/// The product, where 64 bits are known to hold it.
fn product(left: i64, right: i64) -> Option<i64> {
    // WebAssembly has no multiplication that tells whether it overflowed.
    if cfg!(target_family = "wasm") {
        let spare = left.unsigned_abs().leading_zeros().wrapping_add(right.unsigned_abs().leading_zeros());
        return (spare > 64).then(|| left.wrapping_mul(right));
    }
    left.checked_mul(right)
}

/// The product of any two; it cannot overflow.
#[inline(never)]
fn wide(left: i64, right: i64) -> i128 {
    i128::from(left).wrapping_mul(right.into())
}

/// Both at the finer of their scales, as whole numbers; `None` where 64 bits do not hold them.
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
pub fn minus(left: Decimal, right: Decimal) -> Result<Decimal, OutOfRange> {
    plus(left, opposite(right))
}

/// With the sign reversed.
#[must_use]
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
#[inline(never)]
pub fn order(left: Decimal, right: Decimal) -> Ordering {
    if left.scale() == right.scale() {
        return left.digits().cmp(&right.digits());
    }
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
fn rescaled(value: Decimal, digits: u32) -> Decimal {
    let missing = digits.wrapping_sub(value.scale());
    if let Some(mantissa) = value.narrow().and_then(|digits| product(digits, power_of_ten(missing)?)) {
        return Decimal::new(mantissa, digits);
    }
    let scaled = wide_power_of_ten(missing).and_then(|scale| value.digits().checked_mul(scale));
    // What has no room for them stays as it is: it is the same value.
    scaled.and_then(|mantissa| Decimal::wide(mantissa, digits)).unwrap_or(value)
}

/// Without trailing zeros.
pub fn trimmed(value: Decimal) -> Decimal {
    let mut scale = value.scale();
    let Some(mut narrow) = value.narrow() else {
        let mut digits = value.digits();
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale = scale.wrapping_sub(1);
        }
        return Decimal::wide(digits, scale).unwrap_or(value);
    };
    while scale > 0 && narrow % 10 == 0 {
        narrow /= 10;
        scale = scale.wrapping_sub(1);
    }
    Decimal::new(narrow, scale)
}

/// An exact fraction. Every amount is one until it is rounded, once, by [`Exact::round`].
///
/// Where terms leave 128 bits, even reduced, or something is divided by zero, the fraction has no value, and neither has
/// whatever is computed from it; rounding and comparing such a one is the error `out_of_range`. So a formula reads as it
/// is written in the rulebook, and a figure out of range is never a wrong one.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    numerator: i128,
    /// Above zero; zero where there is no value.
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

fn power_of_ten(exponent: u32) -> Option<i64> {
    POWERS_OF_TEN.get(exponent as usize).copied()
}

/// The same beyond 64 bits.
fn wide_power_of_ten(exponent: u32) -> Option<i128> {
    power_of_ten(exponent).map(i128::from).or_else(|| 10_i128.checked_pow(exponent))
}

#[allow(clippy::should_implement_trait)] // Not the operators: what they give always has a value.
impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// All of it.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };
    /// Without a value.
    const OUT_OF_RANGE: Self = Self { numerator: 0, denominator: 0 };

    /// `numerator / denominator`; without a value where that is divided by zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Self {
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        let sign = denominator.signum();
        Self { numerator: numerator.wrapping_mul(sign), denominator: denominator.wrapping_mul(sign) }
    }

    /// A whole number.
    #[must_use]
    pub fn integer(value: i64) -> Self {
        Self { numerator: value.into(), denominator: 1 }
    }

    /// A decimal, exactly.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn decimal(value: Decimal) -> Self {
        let numerator = value.digits();
        // The scale of a decimal is at most 28, which 128 bits hold.
        Self { numerator, denominator: wide_power_of_ten(value.scale()).unwrap_or(0) }
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator == 0 && self.denominator != 0
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
    #[inline(never)]
    fn retried(self, other: Self, operation: fn(Self, Self) -> Option<Self>) -> Self {
        operation(self, other).or_else(|| operation(self.reduced(), other.reduced())).map_or(Self::OUT_OF_RANGE, Self::comfortable)
    }

    // A denominator of zero makes that of every sum and product zero, so that nothing has to look for it.

    /// The sum.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn add(self, other: Self) -> Self {
        // Sums begin with nothing.
        if self.numerator == 0 && self.denominator == 1 {
            return other;
        }
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            if of == parts {
                return Self { numerator: i128::from(one).wrapping_add(another.into()), denominator: self.denominator };
            }
            if let (Some(one), Some(another), Some(of)) = (product(one, parts), product(another, of), product(of, parts)) {
                return Self { numerator: i128::from(one).wrapping_add(another.into()), denominator: of.into() };
            }
            let numerator = wide(one, parts).wrapping_add(wide(another, of));
            return Self { numerator, denominator: wide(of, parts) }.comfortable();
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
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn sub(self, other: Self) -> Self {
        self.add(other.negate())
    }

    /// The product.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn mul(self, other: Self) -> Self {
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            if let (Some(numerator), Some(denominator)) = (product(one, another), product(of, parts)) {
                return Self { numerator: numerator.into(), denominator: denominator.into() };
            }
            return Self { numerator: wide(one, another), denominator: wide(of, parts) }.comfortable();
        }
        self.retried(other, |left, right| {
            Some(Self { numerator: left.numerator.checked_mul(right.numerator)?, denominator: left.denominator.checked_mul(right.denominator)? })
        })
    }

    /// So many of it.
    #[must_use]
    pub fn times(self, count: i64) -> Self {
        if count == 1 { self } else { self.mul(Self::integer(count)) }
    }

    /// The quotient; without a value where that is divided by zero.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn div(self, other: Self) -> Self {
        if other.denominator == 0 {
            return other;
        }
        let flipped = Self { numerator: other.denominator, denominator: other.numerator };
        self.mul(if other.numerator < 0 {
            Self { numerator: flipped.numerator.saturating_neg(), denominator: flipped.denominator.saturating_neg() }
        } else {
            flipped
        })
    }

    /// With the sign reversed.
    #[must_use]
    pub const fn negate(self) -> Self {
        // The range is symmetric: parsed decimals and their products never reach the one value without a counterpart.
        Self { numerator: self.numerator.saturating_neg(), denominator: self.denominator }
    }

    /// What is above zero of it.
    #[must_use]
    pub fn above_zero(self) -> Self {
        if self.is_negative() { Self::ZERO } else { self }
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        match other.compare(self) {
            Ok(Ordering::Less) => other,
            Ok(_) => self,
            Err(OutOfRange) => Self::OUT_OF_RANGE,
        }
    }

    /// Which is larger.
    ///
    /// # Errors
    /// Where one has no value.
    #[inline(never)]
    pub fn compare(self, other: Self) -> Result<Ordering, OutOfRange> {
        let difference = self.sub(other);
        if difference.denominator == 0 { Err(OutOfRange) } else { Ok(difference.numerator.cmp(&0)) }
    }

    /// The one rounding: to `digits` decimals in a named mode.
    ///
    /// # Errors
    /// Beyond 96 bits, or without a value.
    #[inline(never)]
    pub fn round(self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        if let Some((top, bottom)) = self.narrow()
            && let Some(scaled) = power_of_ten(digits).and_then(|scale| product(top, scale))
            && let (Some(quotient), Some(remainder)) = (scaled.checked_div(bottom), scaled.checked_rem(bottom))
        {
            if remainder == 0 {
                return Ok(Decimal::new(quotient, digits));
            }
            let beyond_half = remainder.unsigned_abs().wrapping_mul(2).cmp(&bottom.unsigned_abs());
            let step = i64::from(mode.is_away(beyond_half, quotient & 1 == 1)).wrapping_mul(top.signum());
            return Ok(Decimal::new(quotient.wrapping_add(step), digits));
        }
        self.round_wide(mode, digits)
    }

    #[inline(never)]
    fn round_wide(self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        let scale = wide_power_of_ten(digits).ok_or(OutOfRange)?;
        let (top, bottom) = match self.numerator.checked_mul(scale) {
            Some(scaled) => (scaled, self.denominator),
            None => {
                let reduced = self.reduced();
                (reduced.numerator.checked_mul(scale).ok_or(OutOfRange)?, reduced.denominator)
            }
        };
        let (quotient, remainder) = divide(top, bottom)?;
        let beyond_half = remainder.unsigned_abs().checked_mul(2).ok_or(OutOfRange)?.cmp(&bottom.unsigned_abs());
        let step = i128::from(remainder != 0 && mode.is_away(beyond_half, quotient & 1 == 1)).wrapping_mul(top.signum());
        let value = quotient.checked_add(step).and_then(|value| Decimal::wide(value, digits));
        value.ok_or(OutOfRange)
    }

    /// The least whole number that is not below it.
    ///
    /// # Errors
    /// Beyond 64 bits, or without a value.
    pub fn ceiling(self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.numerator, self.denominator)?;
        let whole = if remainder > 0 { quotient.checked_add(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// The greatest whole number that is not above it.
    ///
    /// # Errors
    /// Beyond 64 bits, or without a value.
    pub fn floor(self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.numerator, self.denominator)?;
        let whole = if remainder < 0 { quotient.checked_sub(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// For display beside an amount: the value at 12 digits, half even, with no trailing zeros beyond `digits`.
    ///
    /// # Errors
    /// Beyond 96 bits, or without a value.
    #[inline(never)]
    pub fn display(self, digits: u32) -> Result<Amount, OutOfRange> {
        match self.divided_out(digits) {
            Some(value) => Ok(Amount(value)),
            None => Ok(Amount::padded(trimmed(self.round(RoundingMode::HalfEven, MAX_DECIMALS)?), digits)),
        }
    }

    /// The same a few digits at a time, as on paper, until nothing is left; `None` where 64 bits do not hold it.
    fn divided_out(self, digits: u32) -> Option<Decimal> {
        const AT_A_TIME: u32 = 4;
        let (top, bottom) = self.narrow()?;
        let mut rest = product(top, power_of_ten(digits)?)?;
        let (mut quotient, mut scale) = (rest.checked_div(bottom)?, digits);
        rest = rest.checked_rem(bottom)?;
        while rest != 0 && scale < MAX_DECIMALS {
            let step = AT_A_TIME.min(MAX_DECIMALS.wrapping_sub(scale));
            let next = product(rest, power_of_ten(step)?)?;
            quotient = product(quotient, power_of_ten(step)?)?.checked_add(next.checked_div(bottom)?)?;
            rest = next.checked_rem(bottom)?;
            scale = scale.wrapping_add(step);
        }
        let beyond_half = rest.unsigned_abs().wrapping_mul(2).cmp(&bottom.unsigned_abs());
        if rest != 0 && RoundingMode::HalfEven.is_away(beyond_half, quotient & 1 == 1) {
            quotient = quotient.checked_add(top.signum())?;
        }
        while scale > digits && quotient % 10 == 0 {
            quotient /= 10;
            scale = scale.wrapping_sub(1);
        }
        Some(Decimal::new(quotient, scale))
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
pub fn split(total: Decimal, weights: &[Exact], digits: u32) -> Result<Vec<Decimal>, OutOfRange> {
    let sum = weights.iter().fold(Exact::ZERO, |sum, weight| sum.add(*weight));
    let mut left = Exact::decimal(total).round(RoundingMode::HalfUp, digits)?;
    let mut parts = Vec::with_capacity(weights.len());
    if sum.is_zero() {
        parts.resize(weights.len(), Decimal::ZERO);
        return Ok(parts);
    }
    let whole = Exact::decimal(left);
    let mut remainders = Vec::with_capacity(weights.len());
    for weight in weights {
        let share = whole.mul(*weight).div(sum);
        let part = share.round(RoundingMode::Down, digits)?;
        remainders.push(Some(share.sub(Exact::decimal(part))));
        left = minus(left, part)?;
        parts.push(part);
    }
    let unit = Decimal::new(1, digits);
    while order(left, unit) != Ordering::Less {
        let mut largest: Option<(usize, Exact)> = None;
        for (index, remainder) in remainders.iter().enumerate() {
            if let Some(remainder) = *remainder
                && largest.is_none_or(|(_, best)| remainder.compare(best) == Ok(Ordering::Greater))
            {
                largest = Some((index, remainder));
            }
        }
        let Some((index, _)) = largest else { break };
        if let (Some(part), Some(taken)) = (parts.get_mut(index), remainders.get_mut(index)) {
            *part = plus(*part, unit)?;
            *taken = None;
        }
        left = minus(left, unit)?;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn exact(numerator: i64, denominator: i64) -> Exact {
        Exact::ratio(numerator, denominator)
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
        assert!(large.mul(large).round(RoundingMode::Down, 0).is_err());
        let reducible = Exact { numerator: i128::MAX / 4 * 2, denominator: 2 };
        assert!(reducible.mul(exact(3, 6)).compare(Exact::ZERO).is_ok());
    }
}
