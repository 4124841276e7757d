//! What a change of a subscription costs, computed exactly.
//!
//! The core knows nothing of JavaScript, reads no clock and touches no float: time is an input, money a
//! decimal, a ratio a pair of whole numbers. The way of the data is [`preview`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing))]

extern crate alloc;

pub mod answer;
pub mod attention;
pub mod calendar;
pub mod catalog;
pub mod change;
pub mod checkout;
pub mod decimal;
pub mod error;
pub mod following;
pub mod invoice;
pub mod money;
mod order;
pub mod policy;
pub mod preview;
pub mod rules;
pub mod settlement;
pub mod subscription;
pub mod text;
pub mod wire;

use alloc::sync::Arc;

pub use answer::{Entry, Invoice, Preview};
pub use change::Change;
pub use decimal::Decimal;
pub use error::{ErrorCode, ErrorKind, PricingError, Problem};
pub use preview::Checkout;
pub use wire::Document;
use wire::intake::Written;
pub use wire::subscription_document::SubscriptionDocument;

/// A parsed and validated catalog.
///
/// ```
/// use prorata::{Catalog, Document};
///
/// let document: Document = serde_json::from_str(r#"{
///     "currency": "USD", "policy": "make",
///     "plans": [{ "id": "core", "name": "Core", "prices": [{ "interval": "month", "amount": "9.00", "operations": 10000 }] }]
/// }"#).unwrap();
/// let catalog = Catalog::new(&document).unwrap();
/// ```
#[derive(Clone, Debug)]
pub struct Catalog(Arc<catalog::CatalogData>);

impl Catalog {
    /// Parses a catalog.
    ///
    /// # Errors
    /// Every problem of the document, of kind `document`.
    pub fn new(document: &Document) -> Result<Self, PricingError> {
        wire::catalog::decode(document).map(Self)
    }

    /// Parses a catalog as a host wrote it.
    ///
    /// # Errors
    /// As [`Catalog::new`].
    pub fn read(document: Written) -> Result<Self, PricingError> {
        wire::catalog::decode(document).map(Self)
    }

    /// What the customer has now; a customer alone, or `Document::Null`, for a first purchase.
    ///
    /// # Errors
    /// Every problem of the document, of kind `document`.
    pub fn checkout(&self, document: &Document) -> Result<Checkout, PricingError> {
        wire::subscription::decode(&self.0, document)
    }

    /// What the customer has now, as a host wrote it.
    ///
    /// # Errors
    /// As [`Catalog::checkout`].
    pub fn read_checkout(&self, document: Written) -> Result<Checkout, PricingError> {
        wire::subscription::decode(&self.0, document)
    }
}

impl Change {
    /// Parses a change.
    ///
    /// # Errors
    /// Every problem of the document, of kind `change`.
    pub fn from_document(document: &Document) -> Result<Self, PricingError> {
        wire::change::decode(document)
    }
}

/// The examples of the README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
