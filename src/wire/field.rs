//! A field of a document: under which key it stands, and whether it must be there.

use super::words::Key;

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Under which key it stands.
    pub key: Key,
    /// Whether it must be there.
    pub required: bool,
}

/// A field that must be there.
#[must_use]
pub const fn must(key: Key) -> Field {
    Field { key, required: true }
}

/// A field that may be left out.
#[must_use]
pub const fn may(key: Key) -> Field {
    Field { key, required: false }
}
