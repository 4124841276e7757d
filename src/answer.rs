//! The answer: the shape of a preview and of what stands beside it. Field by field the package's types.

use alloc::vec::Vec;

use crate::calendar::{Interval, Period, Timestamp};
use crate::change::{Cause, Change, Direction};
use crate::error::Problem;
use crate::invoice::Line;
use crate::money::{Amount, Currency};
use crate::policy::Acknowledgement;
use crate::rules::proration::Factor;
use crate::subscription::Team;
use crate::text::Text;

/// The version that every preview names.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What a regular period costs from an instant on, tax included.
#[derive(Clone, Copy, Debug)]
pub struct Recurring {
    /// Per interval.
    pub amount: Amount,
    /// The interval.
    pub interval: Interval,
    /// From when.
    pub from: Timestamp,
}

/// The next invoice: what will be charged, after the balance.
#[derive(Clone, Copy, Debug)]
pub struct Next {
    /// When.
    pub at: Timestamp,
    /// How much.
    pub amount: Amount,
}

/// Extra operations still on offer.
#[derive(Clone, Copy, Debug)]
pub struct ExtraOffer {
    /// Sold in so many at a time.
    pub bundle: i64,
    /// Bought in this period.
    pub bought: i64,
    /// Still on offer; `None`: any number.
    pub left: Option<i64>,
    /// The price of one bundle.
    pub amount: Amount,
}

/// Operations after the change.
#[derive(Clone, Copy, Debug)]
pub struct OperationsAfter {
    /// What the price grants.
    pub allowance: i64,
    /// The exact grant of a part of a period.
    pub granted: Option<Amount>,
    /// Moved from the old period.
    pub transferred: i64,
    /// In all.
    pub available: i64,
    /// Turned into money.
    pub converted: i64,
    /// Given back in no form.
    pub forfeited: i64,
    /// When moved and extra operations expire.
    pub expires_at: Option<Timestamp>,
    /// When the allowance is granted anew.
    pub resets_at: Option<Timestamp>,
    /// On top.
    pub extra: Option<ExtraOffer>,
}

/// Seats after the change.
#[derive(Clone, Copy, Debug)]
pub struct SeatsAfter {
    /// The most members; `None`: no limit.
    pub limit: Option<i64>,
    /// Members.
    pub used: i64,
    /// Left.
    pub free: Option<i64>,
    /// Nobody can join.
    pub full: bool,
}

/// When members are deactivated.
#[derive(Clone, Copy, Debug)]
pub struct Deactivation {
    /// After the grace days.
    pub at: Timestamp,
    /// All but the owner.
    pub members: i64,
}

/// Time bought with unused time.
#[derive(Clone, Copy, Debug)]
pub struct Extension {
    /// Whole days, rounded up.
    pub days: i64,
    /// Before rounding up.
    pub exact: Amount,
    /// The value that bought them.
    pub credit: Amount,
    /// Price of a day of the new plan.
    pub daily: Amount,
}

/// A plan by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanName {
    /// Of the catalog.
    pub id: Text,
    /// For people.
    pub name: Text,
}

/// A row of the comparison of current and new.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // `current`, `new`, `changed` throughout.
pub enum Row {
    /// The plan.
    Plan { current: Option<PlanName>, new: Option<PlanName>, changed: bool },
    /// The tier.
    Tier { current: Option<i64>, new: Option<i64>, changed: bool },
    /// The list price per period.
    Amount { current: Option<Amount>, new: Option<Amount>, changed: bool },
    /// The list price per month.
    PerMonth { current: Option<Amount>, new: Option<Amount>, changed: bool },
    /// The list price per year.
    PerYear { current: Option<Amount>, new: Option<Amount>, changed: bool },
    /// The interval.
    Interval { current: Option<Interval>, new: Option<Interval>, changed: bool },
    /// Seats, or the limit of members.
    Seats { current: Option<i64>, new: Option<i64>, changed: bool },
    /// The most teams.
    Teams { current: Option<i64>, new: Option<i64>, changed: bool },
    /// The end of the period.
    PeriodEnd { current: Option<Timestamp>, new: Option<Timestamp>, changed: bool },
}

/// What must be answered before the change may be confirmed.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub enum RequiredAction {
    /// More teams than the target allows.
    ChooseTeams { keep: i64, of: i64, teams: Option<Vec<Team>>, answered: bool },
    /// More members than seats.
    RemoveMembers { remove: i64, members: i64, limit: i64, answered: bool },
    /// Something to acknowledge.
    Acknowledge { subject: Acknowledgement, amount: Option<Amount>, answered: bool },
}

impl RequiredAction {
    /// Whether the change answers it.
    #[must_use]
    pub const fn answered(&self) -> bool {
        match self {
            Self::ChooseTeams { answered, .. } | Self::RemoveMembers { answered, .. } | Self::Acknowledge { answered, .. } => *answered,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::ChooseTeams { .. } => "choose_teams",
            Self::RemoveMembers { .. } => "remove_members",
            Self::Acknowledge { .. } => "acknowledge",
        }
    }
}

/// Something that a customer would want to know.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub enum Warning {
    /// Money paid ahead that the change does not give back.
    PrepaidValueLost { amount: Amount },
    /// An individual subscription still runs beside the organisation's.
    DuplicateBilling,
    /// More operations were used in the running period than the new tier grants.
    OperationsAboveLimit { used: i64, limit: i64 },
    /// Moved operations could be credited later at a higher price per operation.
    TierArbitrage { operations: i64, worth_now: Amount, worth_later: Amount },
    /// A year of unused operations meets a shorter bill.
    AnnualToShorter { credit: Amount, bill: Amount },
    /// A scheduled change still stands; without a plan, the end of the subscription.
    ScheduledChangeStands { plan: Option<Text>, at: Timestamp },
    /// A scheduled change is replaced; without a plan, the end of the subscription.
    ScheduledChangeReplaced { plan: Option<Text> },
}

/// Value that the policy gives back in no form.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Documented in the package's types.
pub enum Loss {
    /// A credit above the bill.
    CreditAboveBill { uncapped: Amount, amount: Amount },
    /// Monthly grants still to come.
    FutureGrants { grants: i64, operations: i64, amount: Amount },
    /// Unused operations.
    UnusedOperations { operations: i64, amount: Amount },
    /// Unused time.
    UnusedTime { amount: Amount, factor: Factor },
    /// A negative total.
    NegativeTotal { amount: Amount },
}

impl Loss {
    /// What it is worth.
    #[must_use]
    pub const fn amount(&self) -> Amount {
        match self {
            Self::CreditAboveBill { amount, .. }
            | Self::FutureGrants { amount, .. }
            | Self::UnusedOperations { amount, .. }
            | Self::UnusedTime { amount, .. }
            | Self::NegativeTotal { amount } => *amount,
        }
    }
}

/// The whole answer for one change.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Version of the engine.
    pub engine: &'static str,
    /// ISO 4217.
    pub currency: Currency,
    /// Decimals of the currency.
    pub digits: u32,
    /// The whole target, resolved.
    pub change: Change,
    /// Which way.
    pub direction: Direction,
    /// Decided by what.
    pub cause: Option<Cause>,
    /// When it takes effect.
    pub effective_at: Timestamp,
    /// The period in force from then on.
    pub period: Period,
    /// They sum to the total.
    pub lines: Vec<Line>,
    /// Charges and credits.
    pub subtotal: Amount,
    /// Taken off.
    pub discount: Amount,
    /// Exclusive taxes.
    pub tax: Amount,
    /// Everything.
    pub total: Amount,
    /// Charged on confirmation.
    pub due_now: Amount,
    /// Paid from the balance.
    pub balance_used: Amount,
    /// Waits for the next invoice.
    pub deferred: Amount,
    /// Stays the customer's.
    pub to_balance: Amount,
    /// Goes back as money.
    pub refund: Amount,
    /// Goes nowhere.
    pub forfeited: Amount,
    /// The customer's money afterwards.
    pub balance_after: Amount,
    /// Per interval.
    pub recurring: Option<Recurring>,
    /// The next invoice.
    pub next: Option<Next>,
    /// Operations.
    pub operations: Option<OperationsAfter>,
    /// Seats.
    pub seats: Option<SeatsAfter>,
    /// Members deactivated.
    pub deactivation: Option<Deactivation>,
    /// Days bought with unused time.
    pub extension: Option<Extension>,
    /// Current and new.
    pub comparison: Vec<Row>,
    /// To be answered.
    pub required: Vec<RequiredAction>,
    /// To be known.
    pub warnings: Vec<Warning>,
    /// Lost.
    pub lost: Vec<Loss>,
    /// What staying would cost instead; only in an outlook with operations used per day.
    pub extra_operations: Option<ExtraInstead>,
}

/// Operations to buy on top, instead of a change.
#[derive(Clone, Copy, Debug)]
pub struct ExtraInstead {
    /// Whole bundles of those that will be missing until operations are granted anew.
    pub operations: i64,
    /// Their price, tax included.
    pub amount: Amount,
}

/// One price on sale, in a comparison of all.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Whose price.
    pub plan: Text,
    /// Its interval.
    pub interval: Interval,
    /// Its tier.
    pub operations: Option<i64>,
    /// Its id.
    pub price: Option<Text>,
    /// Whether it is the current one.
    pub current: bool,
    /// What changing to it costs.
    pub outcome: EntryOutcome,
}

/// A summary, or why there is none.
#[derive(Clone, Debug)]
pub enum EntryOutcome {
    /// What changing to it costs.
    Summary(alloc::boxed::Box<Summary>),
    /// Why one cannot.
    Problem(Problem),
}

/// What changing to a price costs, in short.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // As in a preview.
pub struct Summary {
    pub direction: Direction,
    pub effective_at: Timestamp,
    pub due_now: Amount,
    pub total: Amount,
    pub recurring: Amount,
    pub per_month: Amount,
    pub per_year: Amount,
    pub next: Option<Next>,
    pub available: Option<i64>,
    pub lost: Amount,
    pub required: Vec<&'static str>,
}

/// A whole invoice of the future.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // As in a preview.
pub struct Invoice {
    pub at: Timestamp,
    pub period: Period,
    pub lines: Vec<Line>,
    pub subtotal: Amount,
    pub discount: Amount,
    pub tax: Amount,
    pub total: Amount,
    pub balance_used: Amount,
    /// To pay, after the balance.
    pub amount: Amount,
    pub balance_after: Amount,
}
