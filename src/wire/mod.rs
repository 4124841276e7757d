//! Documents ↔ domain. What comes in is read where it stands, by hand, so that every problem is reported at
//! once, with its path; what goes out is written onto a flat tape.

pub mod answer;
pub mod catalog;
pub mod change;
pub mod document;
pub mod field;
pub mod intake;
pub mod reader;
mod replay;
pub mod rules;
pub mod subscription;
pub mod subscription_document;
pub mod tape;
pub mod words;

pub use document::Document;
