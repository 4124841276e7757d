//! Currencies, exact fractions and the only place where anything is rounded.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use crate::decimal::{self, Decimal, MAX_DECIMALS, Room, halves, minus, order, plus, power_of_ten, product, rescaled, trimmed, whole_of, wide_power_of_ten};
use crate::error::OutOfRange;

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

/// Money in an answer: a decimal in major units, padded to the currency's minor unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
        (decimal::put(self.0, text), decimal::END)
    }

    /// As a decimal.
    #[must_use]
    pub const fn decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&decimal::decimal_text(self.0))
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

/// An exact fraction. Every amount is one until it is rounded, once, by [`Exact::round`].
///
/// Where terms leave 128 bits, even reduced, or something is divided by zero, the fraction has no value, and neither has
/// whatever is computed from it; rounding and comparing such a one is the error `out_of_range`. So a formula reads as it
/// is written in the rulebook, and a figure out of range is never a wrong one.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    /// The lower half of each term as a signed number: mostly all of it.
    numerator: i64,
    /// Above zero; zero where there is no value.
    denominator: i64,
    /// What the upper halves differ in from the sign of the lower ones.
    beyond: [i64; 2],
}

/// The same while it is computed in 128 bits.
#[derive(Clone, Copy)]
struct Wide {
    numerator: i128,
    denominator: i128,
}

/// The product of any two; it cannot overflow.
#[inline(never)]
fn wide(left: i64, right: i64) -> i128 {
    i128::from(left).wrapping_mul(right.into())
}

fn gcd(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left.checked_rem(right).unwrap_or(0));
    }
    left
}

/// The greatest common divisor of two terms.
fn common(left: i128, right: i128) -> Option<i128> {
    i128::try_from(gcd(left.unsigned_abs(), right.unsigned_abs())).ok()
}

impl Wide {
    /// As it is kept.
    #[inline(never)]
    const fn kept(self) -> Exact {
        let ((numerator, above), (denominator, below)) = (halves(self.numerator), halves(self.denominator));
        Exact { numerator, denominator, beyond: [above, below] }
    }

    #[inline(never)]
    fn reduced(self) -> Self {
        match common(self.numerator, self.denominator) {
            Some(divisor) if divisor > 1 => Self {
                numerator: self.numerator.checked_div(divisor).unwrap_or(self.numerator),
                denominator: self.denominator.checked_div(divisor).unwrap_or(self.denominator),
            },
            _ => self,
        }
    }

    /// Reduced where a term is beyond 80 bits: below that, the next multiplication cannot overflow soon.
    fn comfortable(self) -> Self {
        let far = |term: i128| !matches!(term >> 80, 0 | -1);
        if far(self.numerator) || far(self.denominator) { self.reduced() } else { self }
    }

    /// The sum over the least common denominator.
    fn sum_without_common(self, other: Self) -> Option<Self> {
        let common = common(self.denominator, other.denominator)?;
        let (one, another) = (self.denominator.checked_div(common)?, other.denominator.checked_div(common)?);
        let numerator = self.numerator.checked_mul(another)?.checked_add(other.numerator.checked_mul(one)?)?;
        Some(Self { numerator, denominator: self.denominator.checked_mul(another)? })
    }

    /// The product, where each numerator is reduced by the denominator of the other first.
    fn product_without_common(self, other: Self) -> Option<Self> {
        let (left, right) = (common(self.numerator, other.denominator)?, common(other.numerator, self.denominator)?);
        let numerator = self.numerator.checked_div(left)?.checked_mul(other.numerator.checked_div(right)?)?;
        Some(Self { numerator, denominator: self.denominator.checked_div(right)?.checked_mul(other.denominator.checked_div(left)?)? })
    }
}

#[allow(clippy::should_implement_trait)] // Not the operators: what they give always has a value.
impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self::of(0, 1);
    /// All of it.
    pub const ONE: Self = Self::of(1, 1);
    /// Without a value.
    pub(crate) const OUT_OF_RANGE: Self = Self::of(0, 0);

    /// Of terms that need nothing done.
    const fn of(numerator: i64, denominator: i64) -> Self {
        Self { numerator, denominator, beyond: [0, 0] }
    }

    /// `numerator / denominator`; without a value where that is divided by zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Self {
        if denominator < 0 { Self::integer(numerator).div(&Self::integer(denominator)) } else { Self::of(numerator, denominator) }
    }

    /// A whole number.
    #[must_use]
    pub const fn integer(value: i64) -> Self {
        Self::of(value, 1)
    }

    /// A decimal, exactly.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn decimal(value: Decimal) -> Self {
        if let (Some(digits), Some(scale)) = (value.narrow(), power_of_ten(value.scale())) {
            return Self::of(digits, scale);
        }
        Self::wide_decimal(value)
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn wide_decimal(value: Decimal) -> Self {
        // The scale of a decimal is at most 28, which 128 bits hold.
        Wide { numerator: value.digits(), denominator: wide_power_of_ten(value.scale()).unwrap_or(0) }.kept()
    }

    const fn has_value(&self) -> bool {
        self.denominator | self.beyond[1] != 0
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.numerator | self.beyond[0] == 0 && self.has_value()
    }

    /// Whether it is below zero.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.numerator ^ self.beyond[0] < 0
    }

    /// Both terms, where 64 bits hold them.
    fn narrow(&self) -> Option<(i64, i64)> {
        (self.beyond[0] | self.beyond[1] == 0).then_some((self.numerator, self.denominator))
    }

    /// The same, put together from its parts: what only rare steps take along by its address stays in registers otherwise.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    const fn anew(&self) -> Self {
        let Self { numerator, denominator, beyond: [above, below] } = *self;
        Self { numerator, denominator, beyond: [above, below] }
    }

    fn wide(&self) -> Wide {
        let [above, below] = self.beyond;
        Wide { numerator: whole_of(self.numerator, above), denominator: whole_of(self.denominator, below) }
    }

    /// Runs an operation, and where it overflows, the same on reduced terms, without what they have in common.
    #[inline(never)]
    fn retried(&self, other: &Self, operation: fn(Wide, Wide) -> Option<Wide>, without_common: fn(Wide, Wide) -> Option<Wide>) -> Self {
        let (one, another) = (self.wide(), other.wide());
        let found = operation(one, another).or_else(|| without_common(one.reduced(), another.reduced()));
        found.map_or(Self::OUT_OF_RANGE, |found| found.comfortable().kept())
    }

    // A denominator of zero makes that of every sum and product zero, so that nothing has to look for it.

    /// The sum.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn add(&self, other: &Self) -> Self {
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            // Sums begin with nothing.
            if one == 0 && of == 1 {
                return *other;
            }
            let terms = if of == parts { Some((one, another, of)) } else { crossed(one, of, another, parts) };
            if let Some((one, another, of)) = terms
                && let Some(sum) = one.checked_add(another)
            {
                return Self::of(sum, of);
            }
            return Self::sum_of_narrow(one, of, another, parts);
        }
        self.anew().wide_sum(&other.anew())
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn sum_of_narrow(one: i64, of: i64, another: i64, parts: i64) -> Self {
        let numerator = wide(one, parts).wrapping_add(wide(another, of));
        Wide { numerator, denominator: wide(of, parts) }.comfortable().kept()
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn wide_sum(&self, other: &Self) -> Self {
        let plain = |left: Wide, right: Wide| {
            if left.denominator == right.denominator {
                return Some(Wide { numerator: left.numerator.checked_add(right.numerator)?, denominator: left.denominator });
            }
            let numerator = left.numerator.checked_mul(right.denominator)?.checked_add(right.numerator.checked_mul(left.denominator)?)?;
            Some(Wide { numerator, denominator: left.denominator.checked_mul(right.denominator)? })
        };
        self.retried(other, plain, Wide::sum_without_common)
    }

    /// The difference.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn sub(&self, other: &Self) -> Self {
        self.add(&other.negate())
    }

    /// The product.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn mul(&self, other: &Self) -> Self {
        if let (Some((one, of)), Some((another, parts))) = (self.narrow(), other.narrow()) {
            if let (Some(numerator), Some(denominator)) = (product(one, another), product(of, parts)) {
                return Self::of(numerator, denominator);
            }
            return Self::product_of_narrow(one, of, another, parts);
        }
        self.anew().wide_product(&other.anew())
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn product_of_narrow(one: i64, of: i64, another: i64, parts: i64) -> Self {
        Wide { numerator: wide(one, another), denominator: wide(of, parts) }.comfortable().kept()
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn wide_product(&self, other: &Self) -> Self {
        let plain = |left: Wide, right: Wide| {
            Some(Wide { numerator: left.numerator.checked_mul(right.numerator)?, denominator: left.denominator.checked_mul(right.denominator)? })
        };
        self.retried(other, plain, Wide::product_without_common)
    }

    /// The sum of several.
    #[must_use]
    #[inline(never)]
    pub fn sum(values: &mut dyn Iterator<Item = &Self>) -> Self {
        let mut sum = Self::ZERO;
        for value in values {
            sum.increase(value);
        }
        sum
    }

    // The same in place: what is added up is not moved each time.

    /// Adds to it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn increase(&mut self, by: &Self) {
        *self = self.add(by);
    }

    /// Takes from it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn decrease(&mut self, by: &Self) {
        *self = self.sub(by);
    }

    /// Multiplies it.
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub fn multiply(&mut self, by: &Self) {
        *self = self.mul(by);
    }

    /// So many of it.
    #[must_use]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn times(&self, count: i64) -> Self {
        if count == 1 { *self } else { self.mul(&Self::integer(count)) }
    }

    /// The quotient; without a value where that is divided by zero.
    #[must_use]
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn div(&self, other: &Self) -> Self {
        if !other.has_value() {
            return *other;
        }
        self.mul(&match other.narrow() {
            Some((numerator, denominator)) if numerator >= 0 => Self::of(denominator, numerator),
            _ => other.anew().wide_reciprocal(),
        })
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn wide_reciprocal(&self) -> Self {
        let Wide { numerator, denominator } = self.wide();
        let sign = numerator.signum();
        Wide { numerator: denominator.saturating_mul(sign), denominator: numerator.saturating_mul(sign) }.kept()
    }

    /// With the sign reversed.
    #[must_use]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn negate(&self) -> Self {
        match self.narrow().map(|(numerator, _)| numerator.checked_neg()) {
            Some(Some(numerator)) => Self::of(numerator, self.denominator),
            _ => self.anew().wide_negative(),
        }
    }

    #[cfg_attr(not(target_family = "wasm"), inline(never))]
    fn wide_negative(&self) -> Self {
        // The range is symmetric: parsed decimals and their products never reach the one value without a counterpart.
        let Wide { numerator, denominator } = self.wide();
        Wide { numerator: numerator.saturating_neg(), denominator }.kept()
    }

    /// What is above zero of it.
    #[must_use]
    pub fn above_zero(&self) -> Self {
        if self.is_negative() { Self::ZERO } else { *self }
    }

    /// The smaller of two.
    #[must_use]
    pub fn min(&self, other: &Self) -> Self {
        match other.compare(self) {
            Ok(Ordering::Less) => *other,
            Ok(_) => *self,
            Err(OutOfRange) => Self::OUT_OF_RANGE,
        }
    }

    /// Whether it is this decimal.
    #[must_use]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn is(&self, value: Decimal) -> bool {
        if let (Some((top, bottom)), Some(digits), Some(scale)) = (self.narrow(), value.narrow(), power_of_ten(value.scale()))
            && let (Some(one), Some(other)) = (product(top, scale), product(digits, bottom))
        {
            return one == other && bottom != 0;
        }
        Self::decimal(value).sub(self).is_zero()
    }

    /// Which is larger.
    ///
    /// # Errors
    /// Where one has no value.
    #[inline(never)]
    pub fn compare(&self, other: &Self) -> Result<Ordering, OutOfRange> {
        let difference = self.sub(other);
        if difference.has_value() { Ok(difference.wide().numerator.cmp(&0)) } else { Err(OutOfRange) }
    }

    /// The one rounding: to `digits` decimals in a named mode.
    ///
    /// # Errors
    /// Beyond 96 bits, or without a value.
    #[cfg_attr(target_family = "wasm", inline(never))]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn round(&self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        if let Some((top, bottom)) = self.narrow()
            && let Some(scale) = power_of_ten(digits)
        {
            // Most prices have as many decimals already.
            if bottom == scale {
                return Ok(Decimal::new(top, digits));
            }
            let Some(scaled) = product(top, scale) else { return self.round_wide(mode, digits) };
            let (Some(quotient), Some(remainder)) = (scaled.checked_div(bottom), scaled.checked_rem(bottom)) else { return Err(OutOfRange) };
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
    fn round_wide(&self, mode: RoundingMode, digits: u32) -> Result<Decimal, OutOfRange> {
        let scale = wide_power_of_ten(digits).ok_or(OutOfRange)?;
        let exact = self.wide();
        let (top, bottom) = match exact.numerator.checked_mul(scale) {
            Some(scaled) => (scaled, exact.denominator),
            None => {
                let reduced = exact.reduced();
                (reduced.numerator.checked_mul(scale).ok_or(OutOfRange)?, reduced.denominator)
            }
        };
        let (quotient, remainder) = divide(Wide { numerator: top, denominator: bottom })?;
        let beyond_half = remainder.unsigned_abs().checked_mul(2).ok_or(OutOfRange)?.cmp(&bottom.unsigned_abs());
        let step = i128::from(remainder != 0 && mode.is_away(beyond_half, quotient & 1 == 1)).wrapping_mul(top.signum());
        let value = quotient.checked_add(step).and_then(|value| Decimal::wide(value, digits));
        value.ok_or(OutOfRange)
    }

    /// The least whole number that is not below it.
    ///
    /// # Errors
    /// Beyond 64 bits, or without a value.
    pub fn ceiling(&self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.wide())?;
        let whole = if remainder > 0 { quotient.checked_add(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// The greatest whole number that is not above it.
    ///
    /// # Errors
    /// Beyond 64 bits, or without a value.
    pub fn floor(&self) -> Result<i64, OutOfRange> {
        let (quotient, remainder) = divide(self.wide())?;
        let whole = if remainder < 0 { quotient.checked_sub(1).ok_or(OutOfRange)? } else { quotient };
        i64::try_from(whole).map_err(|_| OutOfRange)
    }

    /// For display beside an amount: the value at 12 digits, half even, with no trailing zeros beyond `digits`.
    ///
    /// # Errors
    /// Beyond 96 bits, or without a value.
    #[inline(never)]
    pub fn display(&self, digits: u32) -> Result<Amount, OutOfRange> {
        let value = match self.divided_out(digits) {
            Some(value) => value,
            None => self.round(RoundingMode::HalfEven, MAX_DECIMALS)?,
        };
        Ok(Amount(trimmed(value, digits)))
    }

    /// The same a few digits at a time, as on paper, until nothing is left; `None` where 64 bits do not hold it.
    fn divided_out(&self, digits: u32) -> Option<Decimal> {
        const AT_A_TIME: u32 = 4;
        let (top, bottom) = self.narrow()?;
        let scale = power_of_ten(digits)?;
        if bottom == scale {
            return Some(Decimal::new(top, digits));
        }
        let mut rest = product(top, scale)?;
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
        Some(Decimal::new(quotient, scale))
    }
}

/// Two terms at one denominator, and that, where 64 bits hold them.
fn crossed(one: i64, of: i64, another: i64, parts: i64) -> Option<(i64, i64, i64)> {
    Some((product(one, parts)?, product(another, of)?, product(of, parts)?))
}

/// Quotient and remainder; in 64 bits where the terms fit, since 128-bit division is slow.
#[inline(never)]
fn divide(Wide { numerator, denominator }: Wide) -> Result<(i128, i128), OutOfRange> {
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
    let sum = Exact::sum(&mut weights.iter());
    let mut left = Exact::decimal(total).round(RoundingMode::HalfUp, digits)?;
    let mut parts = Vec::with_capacity(weights.len());
    if sum.is_zero() {
        parts.resize(weights.len(), Decimal::ZERO);
        return Ok(parts);
    }
    let whole = Exact::decimal(left);
    let mut remainders = Vec::with_capacity(weights.len());
    for weight in weights {
        let share = whole.mul(weight).div(&sum);
        let part = share.round(RoundingMode::Down, digits)?;
        remainders.push(Some(share.sub(&Exact::decimal(part))));
        left = minus(left, part)?;
        parts.push(part);
    }
    let unit = Decimal::new(1, digits);
    while order(left, unit) != Ordering::Less {
        let mut largest: Option<(usize, Exact)> = None;
        for (index, remainder) in remainders.iter().enumerate() {
            if let Some(remainder) = *remainder
                && largest.is_none_or(|(_, best)| remainder.compare(&best) == Ok(Ordering::Greater))
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
    use crate::decimal::{decimal_text, parse_decimal};

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
    fn a_split_loses_nothing_and_gives_what_is_left_to_the_largest_remainders() {
        let weights = [exact(1, 1), exact(1, 1), exact(1, 1)];
        let parts = split(parse_decimal("0.05", 2).unwrap(), &weights, 2).unwrap();
        assert_eq!(parts.iter().map(|part| decimal_text(*part)).collect::<alloc::vec::Vec<_>>(), ["0.02", "0.02", "0.01"]);
        let parts = split(parse_decimal("90", 2).unwrap(), &[exact(300, 1), exact(200, 1)], 2).unwrap();
        assert_eq!(parts.iter().map(|part| decimal_text(*part)).collect::<alloc::vec::Vec<_>>(), ["54.00", "36.00"]);
    }

    #[test]
    fn overflow_is_an_error_and_never_a_wrong_figure() {
        let large = Wide { numerator: i128::MAX / 3, denominator: 7 }.kept();
        assert!(large.mul(&large).round(RoundingMode::Down, 0).is_err());
        let reducible = Wide { numerator: i128::MAX / 4 * 2, denominator: 2 }.kept();
        assert!(reducible.mul(&exact(3, 6)).compare(&Exact::ZERO).is_ok());
        // What terms have in common does not count: 1/(3p) + 1/(5p) = 8/(15p), and 3p/q × q/(5p) = 3/5.
        let (p, q) = (2_i128.pow(100), 7_i128.pow(20));
        let sum = Wide { numerator: 1, denominator: 3 * p }.kept().add(&Wide { numerator: 1, denominator: 5 * p }.kept());
        assert_eq!(sum.compare(&Wide { numerator: 8, denominator: 15 * p }.kept()), Ok(Ordering::Equal));
        let product = Wide { numerator: 3 * p, denominator: q }.kept().mul(&Wide { numerator: q, denominator: 5 * p }.kept());
        assert_eq!(product.compare(&exact(3, 5)), Ok(Ordering::Equal));
    }
}
