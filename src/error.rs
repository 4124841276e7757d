//! One error for everything: what kind, which code, where, with which value.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use core::ops::{Deref, DerefMut};

use crate::text::{concat, item_path};

/// Who has to act on an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A catalog or a subscription is wrong.
    Document,
    /// A change is wrong.
    Change,
    /// The change is understood and not on offer: an expected outcome, shown as a state.
    Refusal,
}

impl ErrorKind {
    /// The word for it in documents.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Change => "change",
            Self::Refusal => "refusal",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A stable code. Codes are added, never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }
        impl ErrorCode {
            /// The word for it in documents.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

codes! {
    /// A key that the document does not have.
    UnknownKey = "unknown_key",
    /// A key that the document must have.
    Missing = "missing",
    /// Another type was expected.
    WrongType = "wrong_type",
    /// Not one of the listed words.
    UnknownWord = "unknown_word",
    /// A list or a text that must not be empty.
    Empty = "empty",
    /// Two fields that exclude each other.
    Conflict = "conflict",
    /// Beyond the stated size limits.
    TooLarge = "too_large",
    /// Nested beyond the stated limit.
    TooDeep = "too_deep",
    /// Not a plain decimal.
    InvalidAmount = "invalid_amount",
    /// Finer than the currency.
    TooManyDecimals = "too_many_decimals",
    /// Below zero where that has no meaning.
    Negative = "negative",
    /// Beyond the range of exact arithmetic.
    OutOfRange = "out_of_range",
    /// Not an RFC 3339 timestamp or a date.
    InvalidTimestamp = "invalid_timestamp",
    /// Not an interval.
    InvalidInterval = "invalid_interval",
    /// Bands that do not rise or do not end open.
    InvalidBands = "invalid_bands",
    /// An id that is taken.
    DuplicateId = "duplicate_id",
    /// Two prices that nothing tells apart.
    DuplicatePrice = "duplicate_price",
    /// Several prices fit.
    AmbiguousPrice = "ambiguous_price",
    /// Not in ISO 4217.
    UnknownCurrency = "unknown_currency",
    /// Not a preset.
    UnknownPreset = "unknown_preset",
    /// Not in the catalog.
    UnknownPlan = "unknown_plan",
    /// Not an interval of the plan.
    UnknownInterval = "unknown_interval",
    /// Not a tier of the plan.
    UnknownTier = "unknown_tier",
    /// Not a price of the plan.
    UnknownPrice = "unknown_price",
    /// Not in the catalog.
    UnknownAddOn = "unknown_add_on",
    /// Not in the catalog.
    UnknownDiscount = "unknown_discount",
    /// Not a team of the customer.
    UnknownTeam = "unknown_team",
    /// Ends before it starts.
    PeriodReversed = "period_reversed",
    /// Ends where it starts.
    ZeroLengthPeriod = "zero_length_period",
    /// An instant that the period does not contain.
    OutsidePeriod = "outside_period",
    /// A rule counts civil days, and the instant names no offset of its own.
    OffsetRequired = "offset_required",
    /// Unused operations of a price that grants none cannot be valued.
    AllowanceZero = "allowance_zero",
    /// Fewer seats than the plan's least.
    SeatsBelowMinimum = "seats_below_minimum",
    /// More seats than the plan's most.
    SeatsAboveMaximum = "seats_above_maximum",
    /// The plan or price is not sold online.
    NotForSale = "not_for_sale",
    /// The policy does not offer this.
    NotOffered = "not_offered",
    /// Below the least amount that can be charged.
    BelowMinimum = "below_minimum",
    /// Above the most that may be bought.
    AboveMaximum = "above_maximum",
    /// Extra operations are sold in bundles.
    NotABundle = "not_a_bundle",
    /// There is no scheduled change to take back.
    NothingScheduled = "nothing_scheduled",
    /// There is no subscription yet.
    NoSubscription = "no_subscription",
    /// Only a subscription past its end can be renewed.
    NotExpired = "not_expired",
    /// The preview is older than allowed.
    Stale = "stale",
    /// The preview lies ahead of the clock.
    Future = "future",
    /// A required action is unanswered.
    Unanswered = "unanswered",
}

/// An operand or an offending value, as it stood in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// No value.
    Null,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text, or a number as text where it is not whole.
    Text(String),
}

impl From<&str> for Operand {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}
impl From<String> for Operand {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Operand {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// For programs.
    pub code: ErrorCode,
    /// Where: `plans[2].prices[0].amount`; empty for the document itself.
    pub path: String,
    /// For people; may change between versions.
    pub message: Cow<'static, str>,
    /// The offending value.
    pub value: Option<Operand>,
    /// What a page needs to word it.
    pub operands: Vec<(&'static str, Operand)>,
}

/// What an error says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Who has to act.
    pub kind: ErrorKind,
    /// In the order in which they were met.
    pub problems: Vec<Problem>,
}

/// Everything that is wrong, at once. Never empty. One pointer to a [`Report`], since nearly every step may hand one on
/// and hardly one ever does; for the same reason, what makes one is out of line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricingError(Box<Report>);

impl Deref for PricingError {
    type Target = Report;
    fn deref(&self) -> &Report {
        &self.0
    }
}

impl DerefMut for PricingError {
    fn deref_mut(&mut self) -> &mut Report {
        &mut self.0
    }
}

impl PricingError {
    /// Several problems.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn new(kind: ErrorKind, problems: Vec<Problem>) -> Self {
        Self(Box::new(Report { kind, problems }))
    }

    /// One problem of a change.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn change(code: ErrorCode, path: &str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::one(code, path, message.into())
    }

    #[inline(never)]
    fn one(code: ErrorCode, path: &str, message: Cow<'static, str>) -> Self {
        let problem = Problem { code, path: String::from(path), message, value: None, operands: Vec::new() };
        Self::new(ErrorKind::Change, alloc::vec![problem])
    }

    /// A refusal.
    #[must_use]
    pub fn refusal(code: ErrorCode, path: &str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::change(code, path, message).refused()
    }

    /// As a refusal.
    #[must_use]
    pub fn refused(mut self) -> Self {
        self.kind = ErrorKind::Refusal;
        self
    }

    /// With the offending value.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn value(mut self, value: impl Into<Operand>) -> Self {
        self.set_value(value.into());
        self
    }

    #[inline(never)]
    fn set_value(&mut self, value: Operand) {
        if let Some(problem) = self.problems.last_mut() {
            problem.value = Some(value);
        }
    }

    /// With one more operand.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn operand(mut self, name: &'static str, value: impl Into<Operand>) -> Self {
        self.add_operand(name, value.into());
        self
    }

    #[inline(never)]
    fn add_operand(&mut self, name: &'static str, value: Operand) {
        if let Some(problem) = self.problems.last_mut() {
            problem.operands.push((name, value));
        }
    }

    /// At an item of the list that its path leads to, and what follows it.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn item(mut self, index: usize, rest: &str) -> Self {
        if let Some(problem) = self.problems.last_mut() {
            problem.path = item_path(&problem.path, index, rest);
        }
        self
    }

    /// With its places below another one.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        for problem in &mut self.problems {
            if !prefix.is_empty() && !problem.path.is_empty() {
                problem.path = concat(&[prefix, ".", &problem.path]);
            }
        }
        self
    }

    /// Adds it to what was wrong before.
    #[cold]
    #[inline(never)]
    pub fn add_to(self, before: &mut Option<Self>) {
        match before {
            Some(before) => before.problems.extend(self.into_problems()),
            None => *before = Some(self),
        }
    }

    /// The problems alone.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.0.problems
    }

    /// The code of the first problem.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.problems.first().map_or(ErrorCode::OutOfRange, |problem| problem.code)
    }

    /// The path of the first problem.
    #[must_use]
    pub fn path(&self) -> &str {
        self.problems.first().map_or("", |problem| problem.path.as_str())
    }
}

impl fmt::Display for PricingError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            if index > 0 {
                out.write_str("; ")?;
            }
            if !problem.path.is_empty() {
                out.write_str(&problem.path)?;
                out.write_str(": ")?;
            }
            out.write_str(&problem.message)?;
        }
        Ok(())
    }
}

impl core::error::Error for PricingError {}

/// A number left the range in which arithmetic is exact. Becomes `out_of_range`, never a wrong figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange;

impl From<OutOfRange> for PricingError {
    // Out of line: nearly every step may leave the range, and hardly one ever does.
    #[cold]
    #[inline(never)]
    fn from(_: OutOfRange) -> Self {
        Self::change(ErrorCode::OutOfRange, "", "a number is beyond the range of exact arithmetic")
    }
}
