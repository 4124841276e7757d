//! Reading a document: a path that follows the reading, and every problem on the way.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use rust_decimal::Decimal;

use super::document::{Document, MAX_SAFE};
use crate::calendar::{Anchor, Interval, IntervalUnit, Period, Timestamp};
use crate::error::{ErrorCode, ErrorKind, Operand, PricingError, Problem};
use crate::money::{Currency, DecimalError, MAX_DECIMALS, RoundingMode, parse_decimal};
use crate::text::Text;

/// Fields of an object, in their order.
pub type Fields<'a> = &'a [(String, Document)];

/// The largest count of seats, operations and the like.
pub const MAX_COUNT: i64 = 1_000_000_000_000;
/// Bytes of an id or a name.
const MAX_NAME: usize = 256;
/// Problems that are reported at once.
const MAX_PROBLEMS: usize = 100;

/// Reads documents and collects what is wrong with them.
#[derive(Default)]
pub struct Reader {
    /// Whether the ends of periods name their last day.
    pub ends_are_last_days: bool,
    path: String,
    problems: Vec<Problem>,
}

fn operand(document: &Document) -> Option<Operand> {
    match document {
        Document::Null => Some(Operand::Null),
        Document::Bool(value) => Some(Operand::Bool(*value)),
        Document::Integer(value) => Some(Operand::Integer(*value)),
        Document::Text(text) => Some(Operand::Text(text.clone())),
        Document::Fraction | Document::List(_) | Document::Map(_) | Document::TooDeep | Document::TooLarge => None,
    }
}

impl Reader {
    /// Reports a problem here.
    pub fn report(&mut self, code: ErrorCode, message: impl Into<Cow<'static, str>>) {
        self.report_at(code, message.into(), None);
    }

    #[inline(never)]
    fn report_at(&mut self, code: ErrorCode, message: Cow<'static, str>, value: Option<Operand>) {
        let mut problem = Problem::new(code, self.path.clone(), message);
        problem.value = value;
        self.push(problem);
    }

    /// Reports a problem here, with the offending value.
    pub fn report_value(&mut self, code: ErrorCode, message: impl Into<Cow<'static, str>>, document: &Document) {
        self.report_at(code, message.into(), operand(document));
    }

    /// Takes a problem found elsewhere; its path is relative to this one.
    pub fn adopt(&mut self, problem: Problem) {
        let path = match (self.path.as_str(), problem.path.as_str()) {
            ("", path) => String::from(path),
            (path, "") => String::from(path),
            (path, rest) => format!("{path}.{rest}"),
        };
        self.push(Problem { path, ..problem });
    }

    fn push(&mut self, problem: Problem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
        }
    }

    /// What was read, or everything that was wrong.
    ///
    /// # Errors
    /// All problems, as those of `kind`.
    pub fn finish<T>(self, value: Option<T>, kind: ErrorKind) -> Result<T, PricingError> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => {
                let mut problems = self.problems;
                if problems.is_empty() {
                    problems.push(Problem::new(ErrorCode::WrongType, "", "not a document"));
                }
                Err(PricingError { kind, problems })
            }
        }
    }

    /// Reads something one step down, at a key.
    pub fn at_key<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.enter_key(key);
        let value = read(self);
        self.leave(length);
        value
    }

    // What follows the path stands out of line: the readers around it are many, and small without it.

    #[inline(never)]
    fn enter_key(&mut self, key: &str) -> usize {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        length
    }

    #[inline(never)]
    fn enter_index(&mut self, index: usize) -> usize {
        let length = self.path.len();
        // Writing to a string cannot fail.
        let _ = write!(self.path, "[{index}]");
        length
    }

    #[inline(never)]
    fn leave(&mut self, length: usize) {
        self.path.truncate(length);
    }

    #[inline(never)]
    fn find<'a>(fields: Fields<'a>, key: &str) -> Option<&'a Document> {
        match fields.iter().rev().find(|(name, _)| name == key) {
            None | Some((_, Document::Null)) => None,
            Some((_, value)) => Some(value),
        }
    }

    #[inline(never)]
    fn missing(&mut self, key: &str) {
        let length = self.enter_key(key);
        self.report(ErrorCode::Missing, "must be given");
        self.leave(length);
    }

    /// Reads something one step down, at a position.
    pub fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.enter_index(index);
        let value = read(self);
        self.leave(length);
        value
    }

    #[inline(never)]
    fn wrong_type(&mut self, expected: &'static str, document: &Document) {
        match document {
            Document::TooDeep => self.report(ErrorCode::TooDeep, "nested too deep"),
            Document::TooLarge => self.report(ErrorCode::TooLarge, "larger than allowed"),
            _ => self.report_value(ErrorCode::WrongType, expected, document),
        }
    }

    // --------------------------------------------------------------------------------------------
    // Objects
    // --------------------------------------------------------------------------------------------

    /// An object with none but these keys.
    pub fn object<'a>(&mut self, document: &'a Document, keys: &[&str]) -> Option<Fields<'a>> {
        let Document::Map(fields) = document else {
            self.wrong_type("expected an object", document);
            return None;
        };
        for (key, value) in fields {
            if !keys.contains(&key.as_str()) {
                let known = keys.join(", ");
                let shown: String = key.chars().take(60).collect();
                self.at_key(&shown, |reader| reader.report_value(ErrorCode::UnknownKey, format!("there is no such field; known are {known}"), value));
            }
        }
        Some(fields)
    }

    /// A field that may be absent.
    pub fn optional<'a, T>(&mut self, fields: Fields<'a>, key: &str, read: impl FnOnce(&mut Self, &'a Document) -> Option<T>) -> Option<T> {
        let value = Self::find(fields, key)?;
        self.at_key(key, |reader| read(reader, value))
    }

    /// A field that must be there.
    pub fn required<'a, T>(&mut self, fields: Fields<'a>, key: &str, read: impl FnOnce(&mut Self, &'a Document) -> Option<T>) -> Option<T> {
        match Self::find(fields, key) {
            None => {
                self.missing(key);
                None
            }
            Some(value) => self.at_key(key, |reader| read(reader, value)),
        }
    }

    /// A list, every item of which is read even where one is wrong.
    pub fn list<'a, T>(&mut self, document: &'a Document, mut read: impl FnMut(&mut Self, &'a Document) -> Option<T>) -> Option<Vec<T>> {
        let Document::List(items) = document else {
            self.wrong_type("expected a list", document);
            return None;
        };
        let read: Vec<Option<T>> = items.iter().enumerate().map(|(index, item)| self.at_index(index, |reader| read(reader, item))).collect();
        read.into_iter().collect()
    }

    // --------------------------------------------------------------------------------------------
    // Values
    // --------------------------------------------------------------------------------------------

    /// Text.
    pub fn text<'a>(&mut self, document: &'a Document) -> Option<&'a str> {
        match document {
            Document::Text(text) => Some(text),
            other => {
                self.wrong_type("expected text", other);
                None
            }
        }
    }

    /// An id or a name: text that is not empty.
    pub fn name(&mut self, document: &Document) -> Option<Text> {
        let text = self.text(document)?;
        if text.is_empty() {
            self.report(ErrorCode::Empty, "must not be empty");
            return None;
        }
        if text.len() > MAX_NAME {
            self.report(ErrorCode::TooLarge, "longer than 256 bytes");
            return None;
        }
        Some(Text::from(text))
    }

    /// A truth value.
    pub fn boolean(&mut self, document: &Document) -> Option<bool> {
        match document {
            Document::Bool(value) => Some(*value),
            other => {
                self.wrong_type("expected true or false", other);
                None
            }
        }
    }

    /// `true`, the only value of a flag.
    pub fn flag(&mut self, document: &Document) -> Option<bool> {
        match document {
            Document::Bool(true) => Some(true),
            other => {
                self.wrong_type("expected true, or leave it out", other);
                None
            }
        }
    }

    /// A whole number within bounds.
    pub fn integer(&mut self, document: &Document, least: i64, most: i64) -> Option<i64> {
        match document {
            Document::Integer(value) if (least..=most).contains(value) => Some(*value),
            Document::Integer(value) if *value < 0 && least >= 0 => {
                self.report_value(ErrorCode::Negative, "must not be negative", document);
                None
            }
            Document::Integer(_) => {
                self.report_value(ErrorCode::OutOfRange, format!("must lie between {least} and {most}"), document);
                None
            }
            other => {
                self.wrong_type("expected a whole number", other);
                None
            }
        }
    }

    /// How many of something.
    pub fn count(&mut self, document: &Document) -> Option<i64> {
        self.integer(document, 0, MAX_COUNT)
    }

    /// How many of something that one needs at least one of.
    pub fn positive(&mut self, document: &Document) -> Option<i64> {
        self.integer(document, 1, MAX_COUNT)
    }

    /// One of a list of words.
    pub fn word<T: Copy>(&mut self, document: &Document, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(document)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown_word(ErrorCode::UnknownWord, &mut words.iter().map(|(word, _)| *word), document);
        }
        found
    }

    /// Reports a word that is not one of those known.
    #[inline(never)]
    pub fn unknown_word(&mut self, code: ErrorCode, known: &mut dyn Iterator<Item = &'static str>, document: &Document) {
        let mut message = String::from("expected one of ");
        for (index, word) in known.enumerate() {
            if index > 0 {
                message.push_str(", ");
            }
            message.push_str(word);
        }
        self.report_value(code, message, document);
    }

    /// A plain decimal that may be negative, with at most so many decimals.
    pub fn signed_decimal(&mut self, document: &Document, decimals: u32) -> Option<Decimal> {
        let Document::Text(text) = document else {
            self.wrong_type("expected a decimal as text, such as \"9.00\"", document);
            return None;
        };
        match parse_decimal(text, decimals) {
            Ok(value) => Some(value),
            Err(DecimalError::Grammar) => {
                self.report_value(ErrorCode::InvalidAmount, "expected plain digits with at most one point, such as \"9.00\"", document);
                None
            }
            Err(DecimalError::Decimals) => {
                self.report_value(ErrorCode::TooManyDecimals, format!("at most {decimals} decimals"), document);
                None
            }
            Err(DecimalError::Range) => {
                self.report_value(ErrorCode::OutOfRange, "more than 15 digits before the point", document);
                None
            }
        }
    }

    /// A plain decimal that is not negative.
    pub fn decimal(&mut self, document: &Document, decimals: u32) -> Option<Decimal> {
        let value = self.signed_decimal(document, decimals)?;
        if value.is_sign_negative() && !value.is_zero() {
            self.report_value(ErrorCode::Negative, "must not be negative", document);
            return None;
        }
        Some(value)
    }

    /// A percentage: not negative, at most `most`.
    pub fn percent(&mut self, document: &Document, most: i64) -> Option<Decimal> {
        let value = self.decimal(document, MAX_DECIMALS)?;
        if value > Decimal::from(most) {
            self.report_value(ErrorCode::OutOfRange, format!("at most {most} percent"), document);
            return None;
        }
        Some(value)
    }

    /// A currency code.
    pub fn currency(&mut self, document: &Document) -> Option<Currency> {
        let code = self.text(document)?;
        let currency = Currency::new(code);
        if currency.is_none() {
            self.report_value(ErrorCode::UnknownCurrency, "expected a currency code of ISO 4217 in capitals", document);
        }
        currency
    }

    /// An instant.
    pub fn timestamp(&mut self, document: &Document) -> Option<Timestamp> {
        let text = self.text(document)?;
        let at = Timestamp::parse(text);
        if at.is_none() {
            self.report_value(ErrorCode::InvalidTimestamp, "expected an RFC 3339 timestamp with an offset, or a date", document);
        }
        at
    }

    /// A day that periods return to.
    pub fn anchor(&mut self, document: &Document) -> Option<Anchor> {
        match document {
            Document::Integer(_) => self.integer(document, 1, 31).and_then(|day| u8::try_from(day).ok()).map(Anchor::Day),
            _ => self.timestamp(document).map(Anchor::At),
        }
    }

    /// A span that ends after it starts.
    pub fn period_of(&mut self, start: Timestamp, end: Timestamp) -> Option<Period> {
        let end = if self.ends_are_last_days { end.plus_days(1).unwrap_or(end) } else { end };
        if end < start {
            self.report(ErrorCode::PeriodReversed, "ends before it starts");
            return None;
        }
        if end == start {
            self.report(ErrorCode::ZeroLengthPeriod, "ends where it starts");
            return None;
        }
        Some(Period { start, end })
    }

    /// A period.
    pub fn period(&mut self, document: &Document) -> Option<Period> {
        let fields = self.object(document, &["start", "end"])?;
        let start = self.required(fields, "start", Self::timestamp);
        let end = self.required(fields, "end", Self::timestamp);
        self.period_of(start?, end?)
    }

    /// An interval.
    pub fn interval(&mut self, document: &Document) -> Option<Interval> {
        const UNITS: [(&str, IntervalUnit); 4] =
            [("day", IntervalUnit::Day), ("week", IntervalUnit::Week), ("month", IntervalUnit::Month), ("year", IntervalUnit::Year)];
        match document {
            Document::Text(word) if word == "month" => Some(Interval::MONTH),
            Document::Text(word) if word == "year" => Some(Interval::YEAR),
            Document::Map(_) => {
                let fields = self.object(document, &["unit", "count"])?;
                let unit = self.required(fields, "unit", |reader, value| reader.word(value, &UNITS));
                let count = self.required(fields, "count", |reader, value| reader.integer(value, 1, crate::calendar::MAX_INTERVAL_COUNT.into()));
                Interval::new(unit?, count?)
            }
            other => {
                self.report_value(ErrorCode::InvalidInterval, "expected \"month\", \"year\" or { unit, count }", other);
                None
            }
        }
    }

    /// A rounding mode.
    pub fn rounding_mode(&mut self, document: &Document) -> Option<RoundingMode> {
        const MODES: [(&str, RoundingMode); 4] =
            [("half_up", RoundingMode::HalfUp), ("half_even", RoundingMode::HalfEven), ("down", RoundingMode::Down), ("up", RoundingMode::Up)];
        self.word(document, &MODES)
    }

    /// Decimals of a rounding.
    pub fn digits(&mut self, document: &Document) -> Option<u32> {
        self.integer(document, 0, MAX_DECIMALS.into()).and_then(|digits| u32::try_from(digits).ok())
    }

    /// A quantity: a whole number, or a decimal as text.
    pub fn quantity(&mut self, document: &Document) -> Option<Decimal> {
        match document {
            Document::Integer(_) => self.integer(document, MAX_COUNT.checked_neg()?, MAX_COUNT).map(Decimal::from),
            Document::Text(_) => self.signed_decimal(document, MAX_DECIMALS),
            other => {
                self.wrong_type("expected a whole number, or a decimal as text", other);
                None
            }
        }
    }

    /// The text of an id where it is taken already.
    pub fn taken(&mut self, key: &str, id: &str) {
        self.at_key(key, |reader| reader.taken_here(id));
    }

    /// The same, where the id stands alone.
    pub fn taken_here(&mut self, id: &str) {
        self.report_value(ErrorCode::DuplicateId, "stands twice", &Document::Text(id.to_string()));
    }
}

const _: () = assert!(MAX_COUNT < MAX_SAFE, "counts are whole numbers that JavaScript holds exactly");
