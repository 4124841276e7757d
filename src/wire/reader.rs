//! Reading a document: a path that follows the reading, and every problem on the way.
//!
//! What cannot be read is reported, and a blank stands in for it, so that reading goes straight on to the next
//! problem; nothing with a blank in it leaves [`Reader::finish`].

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::document::MAX_SAFE;
use super::field::{Field, must};
use super::intake::{Items, Kind, Name, Value};
use super::words::{Key, text_of};
use crate::calendar::{Anchor, Interval, IntervalUnit, Period, Timestamp};
use crate::decimal::{self, Decimal, DecimalError, MAX_DECIMALS, parse_decimal};
use crate::error::{ErrorCode, ErrorKind, Operand, PricingError, Problem};
use crate::money::{Currency, RoundingMode};
use crate::order;
use crate::text::{Text, concat, item_path, whole};

/// The largest count of seats, operations and the like.
pub const MAX_COUNT: i64 = 1_000_000_000_000;
/// Bytes of an id or a name.
const MAX_NAME: usize = 256;
/// Problems that are reported at once.
const MAX_PROBLEMS: usize = 100;
/// Fields of the largest object.
const MAX_FIELDS: usize = 21;

/// Reads documents and collects what is wrong with them.
#[derive(Default)]
pub struct Reader {
    /// Whether the ends of periods name their last day.
    pub ends_are_last_days: bool,
    /// Decimals of amounts.
    pub digits: u32,
    /// Whether what is being read, or something that it must have, could not be read.
    pub failed: bool,
    /// Within how many fields it reads that are missing, which was reported.
    missing: usize,
    path: Vec<Step>,
    problems: Vec<Problem>,
}

#[derive(Clone, Copy)]
enum Step {
    Key(Key),
    Index(usize),
}

/// Words of a document, between spaces, and what each stands for.
pub struct Words<T: 'static>(pub &'static str, pub &'static [T]);

const UNITS: Words<IntervalUnit> = Words("day week month year", &[IntervalUnit::Day, IntervalUnit::Week, IntervalUnit::Month, IntervalUnit::Year]);
const ROUNDING_MODES: Words<RoundingMode> =
    Words("half_up half_even down up", &[RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Down, RoundingMode::Up]);

const PERIOD: [Field; 2] = [must(Key::Start), must(Key::End)];
const INTERVAL: [Field; 2] = [must(Key::Unit), must(Key::Count)];

/// How a part of a document is read.
pub type Read<'a, T> = fn(&mut Reader, Value<'a>) -> T;

/// A message that ends with a list of words.
#[inline(never)]
fn listed(message: &'static str, words: &mut dyn Iterator<Item = &'static str>) -> Cow<'static, str> {
    let mut parts = alloc::vec![message];
    for word in words {
        parts.extend([word, ", "]);
    }
    // No comma behind the last.
    parts.pop();
    Cow::Owned(concat(&parts))
}

/// The words of a list of them, between spaces.
pub fn each_word(words: &'static str) -> impl Iterator<Item = &'static [u8]> {
    words.as_bytes().split(|byte| *byte == b' ')
}

/// A list with room for so many. Room that is asked for afterwards is found by code that all lists share.
#[allow(clippy::reserve_after_initialization)]
#[inline(never)]
fn with_room<T>(count: usize) -> Vec<T> {
    let mut list = Vec::new();
    list.reserve(count);
    list
}

/// Goes one step further down a path.
#[inline(never)]
fn join(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

// What reports stands out of line: it is asked for everywhere, and hardly ever does anything.
impl Reader {
    /// Reports a problem here.
    #[inline(never)]
    pub fn report(&mut self, code: ErrorCode, message: &'static str) {
        self.push(None, code, Cow::Borrowed(message), None);
    }

    /// Reports a problem one step down, at a key.
    #[inline(never)]
    pub fn report_at(&mut self, key: Key, code: ErrorCode, message: &'static str) {
        self.push(Some(key.as_str()), code, Cow::Borrowed(message), None);
    }

    /// Reports why what is here cannot be read.
    #[inline(never)]
    pub fn fail(&mut self, code: ErrorCode, message: &'static str) {
        self.failed = true;
        self.report(code, message);
    }

    /// Reports why a value cannot be read, and the value.
    #[inline(never)]
    pub fn refuse(&mut self, code: ErrorCode, message: &'static str, value: Value<'_>) {
        self.refuse_with(code, Cow::Borrowed(message), value);
    }

    /// The same, in words that are put together.
    #[inline(never)]
    fn refuse_with(&mut self, code: ErrorCode, message: Cow<'static, str>, value: Value<'_>) {
        self.failed = true;
        self.report_value(None, code, message, value);
    }

    #[inline(never)]
    fn report_value(&mut self, at: Option<&str>, code: ErrorCode, message: Cow<'static, str>, value: Value<'_>) {
        let operand = match value.kind() {
            Kind::Null => Some(Operand::Null),
            Kind::Bool(value) => Some(Operand::Bool(value)),
            Kind::Integer(value) => Some(Operand::Integer(value)),
            Kind::Text(text) => Some(Operand::Text(String::from(text))),
            Kind::Fraction | Kind::List | Kind::Map | Kind::TooDeep | Kind::TooLarge => None,
        };
        self.push(at, code, message, operand);
    }

    /// Reports a problem two steps down.
    #[inline(never)]
    pub fn report_within(&mut self, key: Key, inner: Key, code: ErrorCode, message: &'static str) {
        self.path.push(Step::Key(key));
        self.report_at(inner, code, message);
        self.path.pop();
    }

    /// Reports a problem one step down, with the offending value.
    #[inline(never)]
    pub fn report_value_at(&mut self, key: Key, code: ErrorCode, message: &'static str, value: Value<'_>) {
        self.report_value(Some(key.as_str()), code, Cow::Borrowed(message), value);
    }

    #[inline(never)]
    fn push(&mut self, at: Option<&str>, code: ErrorCode, message: Cow<'static, str>, value: Option<Operand>) {
        if self.missing == 0 && self.problems.len() < MAX_PROBLEMS {
            let path = self.path_to(at);
            self.problems.push(Problem { code, path, message, value, operands: Vec::new() });
        }
    }

    #[inline(never)]
    fn path_to(&self, at: Option<&str>) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) => join(&mut path, key.as_str()),
                Step::Index(index) => path.push_str(&item_path("", *index, "")),
            }
        }
        if let Some(at) = at {
            join(&mut path, at);
        }
        path
    }

    /// Takes problems found elsewhere; their paths are relative to this one.
    #[inline(never)]
    pub fn adopt(&mut self, error: PricingError) {
        let mut problems = error.into_problems();
        for problem in &mut problems {
            problem.path = self.path_to(Some(problem.path.as_str()).filter(|path| !path.is_empty()));
        }
        self.problems.append(&mut problems);
        self.problems.truncate(MAX_PROBLEMS);
    }

    /// What was read, or everything that was wrong.
    ///
    /// # Errors
    /// All problems, as those of `kind`.
    pub fn finish<T>(self, value: T, kind: ErrorKind) -> Result<T, PricingError> {
        match self.mistakes(kind) {
            None => Ok(value),
            Some(error) => Err(error),
        }
    }

    /// Everything that was wrong, if anything was.
    #[must_use]
    #[inline(never)]
    pub fn mistakes(self, kind: ErrorKind) -> Option<PricingError> {
        if self.problems.is_empty() { None } else { Some(PricingError::new(kind, self.problems)) }
    }

    /// Whether nothing was wrong so far.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    #[inline(never)]
    fn wrong_type(&mut self, expected: &'static str, value: Value<'_>) {
        if self.missing > 0 {
            self.failed = true;
            return;
        }
        match value.kind() {
            Kind::TooDeep => self.fail(ErrorCode::TooDeep, "nested too deep"),
            Kind::TooLarge => self.fail(ErrorCode::TooLarge, "larger than allowed"),
            _ => self.refuse(ErrorCode::WrongType, expected, value),
        }
    }
}

// ------------------------------------------------------------------------------------------------
// Objects and lists
// ------------------------------------------------------------------------------------------------

/// The fields of an object, each read when it is asked for.
pub struct Fields<'r, 'a> {
    /// Who reads.
    pub reader: &'r mut Reader,
    object: Value<'a>,
    known: &'static [Field],
    /// Where the known ones stand; 0 where they do not.
    places: [u32; MAX_FIELDS],
    /// Which is probably asked for next.
    next: usize,
    /// Whether something had failed before the field that is being read, and whether the object fails with it.
    failed: bool,
    required: bool,
    /// Whether the field that is being read is missing.
    missing: bool,
}

impl Reader {
    /// An object with none but these fields; of what is no object, it has none.
    #[inline(never)]
    pub fn object<'r, 'a>(&'r mut self, object: Value<'a>, known: &'static [Field]) -> Fields<'r, 'a> {
        let mut fields = Fields { reader: self, object, known, places: [0; MAX_FIELDS], next: 0, failed: false, required: false, missing: false };
        if !object.is_map() {
            fields.reader.wrong_type("expected an object", object);
            fields.known = &[];
        }
        for (name, value) in object.entries() {
            let place = match name {
                Name::Known(number) => known.iter().zip(&mut fields.places).find(|(field, _)| field.key.place() == number),
                Name::Other(_) => None,
            };
            match place {
                Some((_, place)) => *place = if value.is_null() { 0 } else { value.position() as u32 },
                None => fields.reader.unknown_key(name, known, value),
            }
        }
        fields
    }

    #[cold]
    #[inline(never)]
    fn unknown_key(&mut self, name: Name<'_>, known: &'static [Field], value: Value<'_>) {
        if self.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let name = match name {
            Name::Known(number) => text_of(number),
            Name::Other(name) => name,
        };
        // Of a long one, the first 60 letters: up to where the next begins, with a byte that goes on none.
        let mut left = 60_u32;
        let is_end = |byte: u8| {
            let begins = byte & 0xc0 != 0x80;
            let is_end = begins && left == 0;
            left = left.saturating_sub(begins.into());
            is_end
        };
        let end = name.bytes().position(is_end).unwrap_or(name.len());
        let message = listed("there is no such field; known are ", &mut known.iter().map(|field| field.key.as_str()));
        self.report_value(name.get(..end), ErrorCode::UnknownKey, message, value);
    }

    /// Reads every item of a list, even where one is wrong.
    #[inline(never)]
    pub fn each<'a>(&mut self, list: Value<'a>, read: &mut dyn FnMut(&mut Self, Value<'a>)) {
        if !list.is_list() {
            self.wrong_type("expected a list", list);
        }
        let mut failed = self.failed;
        for (index, item) in list.items().enumerate() {
            self.enter(Step::Index(index));
            read(self, item);
            failed |= self.leave();
        }
        self.failed = failed;
    }

    /// A list.
    pub fn list<'a, T>(&mut self, list: Value<'a>, read: Read<'a, T>) -> Vec<T> {
        let mut items = with_room(list.count());
        self.each(list, &mut |reader, item| items.push(read(reader, item)));
        items
    }

    /// Reads what stands one step down, at a key.
    pub fn below<'a, T>(&mut self, key: Key, value: Value<'a>, read: Read<'a, T>) -> T {
        self.enter(Step::Key(key));
        let read = read(self, value);
        self.leave();
        read
    }

    #[inline(never)]
    fn enter(&mut self, step: Step) {
        self.path.push(step);
        self.failed = false;
    }

    /// Whether what was one step down could not be read.
    #[inline(never)]
    fn leave(&mut self) -> bool {
        self.path.pop();
        self.failed
    }

    /// Reports a problem one step down, at a position.
    pub fn report_at_index(&mut self, index: usize, code: ErrorCode, message: String) {
        self.path.push(Step::Index(index));
        self.push(None, code, Cow::Owned(message), None);
        self.path.pop();
    }
}

impl<'a> Fields<'_, 'a> {
    fn place(&self, key: Key) -> usize {
        self.known.iter().zip(self.places).find(|(field, _)| field.key == key).map_or(0, |(_, place)| place as usize)
    }

    /// Whether it is there.
    #[must_use]
    pub fn has(&self, key: Key) -> bool {
        self.place(key) != 0
    }

    /// Whether it is the object that was expected.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.object.is_map()
    }

    /// One step down to a field, and where it stands; 0 where it does not. Where it must, that is reported.
    #[inline(never)]
    fn enter(&mut self, key: Key) -> usize {
        if self.known.get(self.next).is_none_or(|field| field.key != key) {
            let Some(next) = self.known.iter().position(|field| field.key == key) else { return 0 };
            self.next = next;
        }
        let place = self.places.get(self.next).map_or(0, |place| *place as usize);
        self.required = self.known.get(self.next).is_some_and(|field| field.required);
        self.next = self.next.wrapping_add(1);
        if place != 0 {
            self.failed = self.reader.failed;
            self.reader.enter(Step::Key(key));
        } else if self.required {
            self.reader.failed = true;
            self.reader.report_at(key, ErrorCode::Missing, "must be given");
        }
        place
    }

    /// The same, and what stands there.
    #[inline(always)]
    fn given(&mut self, key: Key) -> Option<Value<'a>> {
        match self.enter(key) {
            0 => None,
            place => Some(self.object.there(place)),
        }
    }

    /// One step down also where it is missing, with nothing to read: what is read of that stands in for it.
    #[inline(never)]
    fn enter_anyway(&mut self, key: Key) -> usize {
        let place = self.enter(key);
        self.missing = place == 0;
        if place != 0 {
            return place;
        }
        self.failed = self.reader.failed;
        self.reader.enter(Step::Key(key));
        self.reader.missing = self.reader.missing.wrapping_add(1);
        usize::MAX
    }

    #[inline(never)]
    fn leave_anyway(&mut self) {
        self.leave();
        self.reader.missing = self.reader.missing.wrapping_sub(self.missing.into());
    }

    /// Whether the field was read; the object fails with a field that it must have.
    #[inline(never)]
    fn leave(&mut self) -> bool {
        let failed = self.reader.leave();
        self.reader.failed = self.failed || (failed && self.required);
        !failed
    }

    /// A field.
    #[inline(never)]
    pub fn read<T>(&mut self, key: Key, read: Read<'a, T>) -> Option<T> {
        let value = self.given(key)?;
        let read = read(self.reader, value);
        self.leave().then_some(read)
    }

    /// A field; where it is missing or cannot be read, what is read of nothing.
    #[inline(never)]
    pub fn value<T>(&mut self, key: Key, read: Read<'a, T>) -> T {
        let place = self.enter_anyway(key);
        let read = read(self.reader, self.object.there(place));
        self.leave_anyway();
        read
    }

    /// A field that is read beside something else.
    pub fn read_with<T>(&mut self, key: Key, read: &mut dyn FnMut(&mut Reader, Value<'a>) -> T) -> Option<T> {
        let value = self.given(key)?;
        let read = read(self.reader, value);
        self.leave().then_some(read)
    }

    /// Reads every item of a field that is a list, and says whether that could be done.
    #[inline(never)]
    pub fn each(&mut self, key: Key, read: &mut dyn FnMut(&mut Reader, Value<'a>)) -> bool {
        let Some(value) = self.given(key) else { return false };
        self.reader.each(value, read);
        self.leave()
    }

    /// A field that is a list of what is read beside something else; an empty one where it is missing or cannot be read.
    pub fn list_with<T>(&mut self, key: Key, read: &mut dyn FnMut(&mut Reader, Value<'a>) -> T) -> Vec<T> {
        let mut list = with_room(self.count(key));
        if self.each(key, &mut |reader, item| list.push(read(reader, item))) { list } else { Vec::new() }
    }

    /// Whether such an object may have it.
    #[must_use]
    pub fn knows(&self, key: Key) -> bool {
        self.known.iter().any(|field| field.key == key)
    }

    /// A field that is one of some words.
    pub fn word<T: Copy>(&mut self, key: Key, words: &Words<T>) -> Option<T> {
        words.1.get(self.word_position(key, words.0)).copied()
    }

    /// The same, in place of what holds without it.
    pub fn set<T: Copy>(&mut self, key: Key, words: &Words<T>, field: &mut T) {
        if let Some(value) = self.word(key, words) {
            *field = value;
        }
    }

    #[inline(never)]
    fn word_position(&mut self, key: Key, words: &'static str) -> usize {
        let Some(value) = self.given(key) else { return usize::MAX };
        let position = self.reader.word_position(value, words);
        self.leave();
        position
    }

    /// Reports a problem at one of the fields.
    pub fn report(&mut self, key: Key, code: ErrorCode, message: &'static str) {
        self.reader.report_at(key, code, message);
    }

    /// Reports a problem at one of the fields, and what stands there.
    pub fn report_value(&mut self, key: Key, code: ErrorCode, message: &'static str) {
        self.reader.report_value_at(key, code, message, self.object.there(self.place(key)));
    }

    /// Reports ids that stand twice in a list of objects, wherever else those objects are wrong.
    #[inline(never)]
    pub fn unique(&mut self, key: Key) {
        let ids = self.ids(key);
        let id = |position: usize| ids.get(position).copied().flatten();
        let repeated = order::repeated(ids.len(), &|left, right| id(left).cmp(&id(right)));
        // Those without an id are alike, too, and may be thousands.
        for &(_, again) in repeated.iter().filter(|(_, again)| id(*again).is_some()) {
            let Some(item) = self.items(key).nth(again) else { return };
            let Some((value, _)) = id_of(item) else { return };
            self.reader.path.push(Step::Key(key));
            self.reader.path.push(Step::Index(again));
            self.reader.report_value(item.is_map().then_some("id"), ErrorCode::DuplicateId, Cow::Borrowed("stands twice"), value);
            self.reader.path.pop();
            self.reader.path.pop();
        }
    }

    /// The ids of a list of objects, as far as they have one.
    #[must_use]
    #[inline(never)]
    pub fn ids(&self, key: Key) -> Vec<Option<&'a str>> {
        self.items(key).map(|item| id_of(item).map(|(_, id)| id)).collect()
    }

    /// How many items a field that is a list can have at most.
    #[inline(never)]
    fn count(&self, key: Key) -> usize {
        self.object.there(self.place(key)).count()
    }

    /// What stands in a field that is a list.
    #[inline(never)]
    fn items(&self, key: Key) -> Items<'a> {
        self.object.there(self.place(key)).items()
    }
}

/// The id of an object; of a text, which is an id alone, itself.
fn id_of(item: Value<'_>) -> Option<(Value<'_>, &str)> {
    let value = if item.is_map() { item.field(Key::Id)? } else { item };
    value.text().filter(|id| !id.is_empty() || !item.is_map()).map(|id| (value, id))
}

// ------------------------------------------------------------------------------------------------
// Values
// ------------------------------------------------------------------------------------------------

impl Reader {
    /// Text.
    #[inline(never)]
    pub fn text<'a>(&mut self, value: Value<'a>) -> &'a str {
        let text = value.text();
        if text.is_none() {
            self.wrong_type("expected text", value);
        }
        text.unwrap_or_default()
    }

    /// An id or a name: text that is not empty.
    pub fn name(&mut self, value: Value<'_>) -> Text {
        let text = self.text(value);
        if text.is_empty() && !self.failed {
            self.fail(ErrorCode::Empty, "must not be empty");
        }
        if text.len() > MAX_NAME {
            self.fail(ErrorCode::TooLarge, "longer than 256 bytes");
        }
        Text::from(text)
    }

    /// A truth value.
    pub fn boolean(&mut self, value: Value<'_>) -> bool {
        let Kind::Bool(value) = value.kind() else {
            self.wrong_type("expected true or false", value);
            return false;
        };
        value
    }

    /// `true`, the only value of a flag.
    pub fn flag(&mut self, value: Value<'_>) -> bool {
        let set = value.kind() == Kind::Bool(true);
        if !set {
            self.wrong_type("expected true, or leave it out", value);
        }
        set
    }

    /// A whole number within bounds.
    #[inline(never)]
    pub fn integer(&mut self, value: Value<'_>, least: i64, most: i64) -> i64 {
        let Kind::Integer(number) = value.kind() else {
            self.wrong_type("expected a whole number", value);
            return 0;
        };
        if number < 0 && least >= 0 {
            self.refuse(ErrorCode::Negative, "must not be negative", value);
        } else if number < least || number > most {
            self.refuse_with(ErrorCode::OutOfRange, Cow::Owned(concat(&["must lie between ", &whole(least), " and ", &whole(most)])), value);
        }
        number
    }

    /// How many of something.
    pub fn count(&mut self, value: Value<'_>) -> i64 {
        self.integer(value, 0, MAX_COUNT)
    }

    /// How many of something that one needs at least one of.
    pub fn positive(&mut self, value: Value<'_>) -> i64 {
        self.integer(value, 1, MAX_COUNT)
    }

    /// One of some words; of none of them, the first.
    pub fn word<T: Copy>(&mut self, value: Value<'_>, words: &Words<T>, blank: T) -> T {
        words.1.get(self.word_position(value, words.0)).copied().unwrap_or(blank)
    }

    /// Which of some words it is.
    #[inline(never)]
    pub fn word_position(&mut self, value: Value<'_>, words: &'static str) -> usize {
        self.choice(value, words, ErrorCode::UnknownWord)
    }

    /// The same, where what is none of them has a code of its own.
    #[inline(never)]
    pub fn choice(&mut self, value: Value<'_>, words: &'static str, unknown: ErrorCode) -> usize {
        let text = self.text(value);
        if self.failed {
            return usize::MAX;
        }
        let position = each_word(words).position(|word| word == text.as_bytes());
        if position.is_none() {
            self.refuse_with(unknown, listed("expected one of ", &mut each_word(words).map(|word| core::str::from_utf8(word).unwrap_or_default())), value);
        }
        position.unwrap_or(usize::MAX)
    }

    #[inline(never)]
    fn decimal(&mut self, value: Value<'_>, decimals: u32, signed: bool) -> Decimal {
        let Some(text) = value.text() else {
            self.wrong_type("expected a decimal as text, such as \"9.00\"", value);
            return Decimal::ZERO;
        };
        let (code, message) = match parse_decimal(text, decimals) {
            Ok(decimal) if signed || !decimal.is_negative() => return decimal,
            Ok(_) => (ErrorCode::Negative, "must not be negative"),
            Err(DecimalError::Grammar) => (ErrorCode::InvalidAmount, "expected plain digits with at most one point, such as \"9.00\""),
            Err(DecimalError::Decimals) => {
                self.refuse_with(ErrorCode::TooManyDecimals, Cow::Owned(concat(&["at most ", &whole(decimals.into()), " decimals"])), value);
                return Decimal::ZERO;
            }
            Err(DecimalError::Range) => (ErrorCode::OutOfRange, "more than 15 digits before the point"),
        };
        self.refuse(code, message, value);
        Decimal::ZERO
    }

    /// An amount.
    pub fn amount(&mut self, value: Value<'_>) -> Decimal {
        self.decimal(value, self.digits, false)
    }

    /// An amount that may be negative.
    pub fn signed_amount(&mut self, value: Value<'_>) -> Decimal {
        self.decimal(value, self.digits, true)
    }

    /// An amount as fine as any.
    pub fn fine_amount(&mut self, value: Value<'_>) -> Decimal {
        self.decimal(value, MAX_DECIMALS, false)
    }

    /// A percentage: not negative, at most `most`.
    #[inline(never)]
    pub fn percent(&mut self, value: Value<'_>, most: i64) -> Decimal {
        let percent = self.fine_amount(value);
        if decimal::order(percent, Decimal::new(most, 0)).is_gt() {
            self.refuse_with(ErrorCode::OutOfRange, Cow::Owned(concat(&["at most ", &whole(most), " percent"])), value);
        }
        percent
    }

    /// Where the thing stands whose id this is.
    #[inline(never)]
    pub fn known(&mut self, value: Value<'_>, find: &dyn Fn(&str) -> Option<usize>, unknown: ErrorCode, message: &'static str) -> usize {
        let position = find(self.text(value));
        if position.is_none() && !self.failed {
            self.refuse(unknown, message, value);
        }
        position.unwrap_or(0)
    }

    /// A currency code.
    pub fn currency(&mut self, value: Value<'_>) -> Currency {
        let code = self.text(value);
        let currency = Currency::new(code);
        if currency.is_none() && !self.failed {
            self.refuse(ErrorCode::UnknownCurrency, "expected a currency code of ISO 4217 in capitals", value);
        }
        currency.unwrap_or(Currency::DOLLAR)
    }

    /// An instant.
    pub fn timestamp(&mut self, value: Value<'_>) -> Timestamp {
        let text = self.text(value);
        let at = Timestamp::parse(text);
        if at.is_none() && !self.failed {
            self.refuse(ErrorCode::InvalidTimestamp, "expected an RFC 3339 timestamp with an offset, or a date", value);
        }
        at.unwrap_or(Timestamp::EPOCH)
    }

    /// A day that periods return to.
    pub fn anchor(&mut self, value: Value<'_>) -> Anchor {
        match value.kind() {
            Kind::Integer(_) => Anchor::Day(self.integer(value, 1, 31) as u8),
            _ => Anchor::At(self.timestamp(value)),
        }
    }

    /// A period.
    pub fn period(&mut self, value: Value<'_>) -> Period {
        self.object(value, &PERIOD).period()
    }

    /// An interval.
    pub fn interval(&mut self, value: Value<'_>) -> Interval {
        match value.text() {
            Some("month") => return Interval::MONTH,
            Some("year") => return Interval::YEAR,
            _ if value.is_map() => {}
            _ => {
                self.refuse(ErrorCode::InvalidInterval, "expected \"month\", \"year\" or { unit, count }", value);
                return Interval::MONTH;
            }
        }
        let mut fields = self.object(value, &INTERVAL);
        let unit = fields.word(Key::Unit, &UNITS);
        let count = fields.value(Key::Count, |reader, value| reader.integer(value, 1, crate::calendar::MAX_INTERVAL_COUNT.into()));
        unit.and_then(|unit| Interval::new(unit, count)).unwrap_or(Interval::MONTH)
    }

    /// Decimals of a rounding.
    pub fn digits(&mut self, value: Value<'_>) -> u32 {
        self.integer(value, 0, MAX_DECIMALS.into()) as u32
    }

    /// A quantity: a whole number, or a decimal as text.
    pub fn quantity(&mut self, value: Value<'_>) -> Decimal {
        match value.kind() {
            Kind::Integer(_) => Decimal::new(self.integer(value, -MAX_COUNT, MAX_COUNT), 0),
            Kind::Text(_) => self.decimal(value, MAX_DECIMALS, true),
            _ => {
                self.wrong_type("expected a whole number, or a decimal as text", value);
                Decimal::ZERO
            }
        }
    }
}

impl Fields<'_, '_> {
    /// The span between `start` and `end`, which ends after it starts.
    #[inline(never)]
    pub fn period(&mut self) -> Period {
        let start = self.value(Key::Start, Reader::timestamp);
        let mut end = self.value(Key::End, Reader::timestamp);
        if self.reader.failed {
            return Period { start, end };
        }
        if self.reader.ends_are_last_days {
            end = end.plus_days(1).unwrap_or(end);
        }
        if end < start {
            self.reader.fail(ErrorCode::PeriodReversed, "ends before it starts");
        } else if end == start {
            self.reader.fail(ErrorCode::ZeroLengthPeriod, "ends where it starts");
        }
        Period { start, end }
    }

    /// A field that is a rounding mode.
    pub fn rounding_mode(&mut self, key: Key) -> Option<RoundingMode> {
        self.word(key, &ROUNDING_MODES)
    }
}

const _: () = assert!(MAX_COUNT < MAX_SAFE, "counts are whole numbers that JavaScript holds exactly");
