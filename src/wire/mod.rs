//! Documents ↔ domain. What comes in is read where it stands, by hand, so that every problem is reported at
//! once, with its path; what goes out is written onto a flat tape.

pub mod catalog;
pub mod change;
pub mod document;
pub mod intake;
pub mod key;
pub mod reader;
pub mod rules;
pub mod subscription;
pub mod tape;

pub use document::Document;
