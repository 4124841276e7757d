//! What the customer has now.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::calendar::{Anchor, Period, Timestamp};
use crate::change::{Change, HeldDiscount, Terms};
use crate::decimal::Decimal;
use crate::invoice::LineKind;
use crate::money::Amount;
use crate::text::Text;

/// A named tax rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tax {
    /// Unique among the customer's.
    pub id: Text,
    /// For people.
    pub name: Text,
    /// Percent.
    pub rate: Decimal,
    /// Contained in prices rather than added.
    pub inclusive: bool,
}

/// A team by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Unique among the customer's.
    pub id: Text,
    /// For people.
    pub name: Text,
}

/// Teams, by name or by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Teams {
    /// So many.
    Count(i64),
    /// These.
    Named(Vec<Team>),
}

impl Teams {
    /// How many.
    #[must_use]
    pub fn count(&self) -> i64 {
        match self {
            Self::Count(count) => *count,
            Self::Named(teams) => i64::try_from(teams.len()).unwrap_or(i64::MAX),
        }
    }
}

/// The customer, with or without a subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customer {
    /// Rates that hold.
    pub taxes: Vec<Tax>,
    /// Discounts for a first purchase; those of a subscription stand in its terms.
    pub discounts: Vec<HeldDiscount>,
    /// Money that belongs to the customer.
    pub balance: Decimal,
    /// Members of the organisation, the owner included.
    pub members: Option<i64>,
    /// Teams.
    pub teams: Option<Teams>,
    /// An individual subscription runs beside it.
    pub individual_subscription: bool,
}

/// Whether it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Paid.
    Active,
    /// Tried, until the instant.
    Trial(Timestamp),
    /// Past its end.
    Expired,
}

/// A span that was billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidSpan {
    /// Which.
    pub period: Period,
    /// Net of discount, before tax.
    pub amount: Decimal,
    /// Credited of it since.
    pub credited: Decimal,
    /// Received for it, with tax; all of it unless told.
    pub received: Option<Decimal>,
}

/// A line that waits for the next invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeferredLine {
    /// As it was agreed.
    pub kind: LineKind,
    /// As it was agreed.
    pub plan: Option<Text>,
    /// As it was agreed.
    pub add_on: Option<Text>,
    /// Signed.
    pub amount: Decimal,
    /// As it was agreed.
    pub quantity: i64,
    /// As it was agreed.
    pub unit_amount: Amount,
    /// As it was agreed.
    pub period: Option<Period>,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Plan, price, seats, add-ons and discounts.
    pub terms: Terms,
    /// Whether it runs.
    pub status: Status,
    /// The running period.
    pub period: Period,
    /// The day that periods return to; the period's start unless told.
    pub anchor: Option<Anchor>,
    /// All unused operations, extra ones included.
    pub unused_operations: i64,
    /// Bought on top in this period.
    pub extra_operations: i64,
    /// What was billed.
    pub paid: Vec<PaidSpan>,
    /// A change agreed for the period's end.
    pub scheduled: Option<Change>,
    /// Lines that wait for the next invoice.
    pub deferred: Arc<Vec<DeferredLine>>,
}

impl Subscription {
    /// Unused operations, and those bought on top.
    #[must_use]
    pub const fn operations_left(&self) -> (i64, i64) {
        (self.unused_operations, self.extra_operations)
    }
}
