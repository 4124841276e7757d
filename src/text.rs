//! Text that is shared rather than copied: ids and names pass from a catalog into every answer. And what
//! messages are put together with: the standard library's formatting, which knows widths, signs and
//! floats, is larger than all of them.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::ops::Deref;

/// Shared text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Arc<str>);

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Arc::from(text))
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, out)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
/// Parts, one after the other.
#[must_use]
#[inline(never)]
pub fn concat(parts: &[&str]) -> String {
    let mut whole = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        whole.push_str(part);
    }
    whole
}

/// A whole number in digits.
#[must_use]
#[inline(never)]
pub fn whole(number: i64) -> String {
    let mut digits = [0_u8; 20];
    let mut rest = number.unsigned_abs();
    let mut first = digits.len();
    for (at, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0'.wrapping_add((rest % 10) as u8);
        rest /= 10;
        first = at;
        if rest == 0 {
            break;
        }
    }
    let sign = if number < 0 { "-" } else { "" };
    concat(&[sign, digits.get(first..).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or_default()])
}

/// The place of an item in a list that a path leads to: `addOns[2]`, and what follows it.
#[must_use]
#[inline(never)]
pub fn item_path(list: &str, index: usize, rest: &str) -> String {
    concat(&[list, "[", &whole(i64::try_from(index).unwrap_or(i64::MAX)), "]", rest])
}

/// Text in quotation marks, on one line: as Rust shows it, but for letters that have no shape of their own.
#[must_use]
#[inline(never)]
pub fn quoted(text: &str) -> String {
    let mut shown = String::from("\"");
    for letter in text.chars() {
        let escaped = match letter {
            '"' | '\\' => letter,
            '\0' => '0',
            '\t' => 't',
            '\n' => 'n',
            '\r' => 'r',
            '\u{1}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                shown.push_str("\\u{");
                for shift in [4, 0] {
                    let digit = (u32::from(letter) >> shift) & 15;
                    // The first of two digits is left out where it is zero.
                    if digit > 0 || shift == 0 {
                        shown.extend(char::from_digit(digit, 16));
                    }
                }
                shown.push('}');
                continue;
            }
            _ => {
                shown.push(letter);
                continue;
            }
        };
        shown.push('\\');
        shown.push(escaped);
    }
    shown.push('"');
    shown
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn numbers_are_written_as_rust_writes_them() {
        for number in [0, 7, 10, -1, 160_000, i64::MAX, i64::MIN] {
            assert_eq!(whole(number), number.to_string());
        }
        assert_eq!(item_path("addOns", 12, ".id"), "addOns[12].id");
    }

    #[test]
    fn text_is_quoted_as_rust_quotes_it() {
        for text in ["", "core", "say \"hi\"", "back\\slash", "it's", "tab\t, line\r\n", "Größe 漢字 🙂"] {
            assert_eq!(quoted(text), format!("{text:?}"));
        }
        for code in (0..0xa0_u32).filter_map(char::from_u32) {
            assert_eq!(quoted(&code.to_string()), format!("{:?}", code.to_string()));
        }
    }
}
