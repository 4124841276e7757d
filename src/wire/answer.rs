//! How the parts of an answer stand on a tape, field by field in the order of the package's types.

use alloc::vec::Vec;

use super::rules::{Converted, Priced, Prorated, Transferred};
use super::tape::{Tape, Write};
use super::words::{Key, Word};
use crate::answer::{
    Deactivation, Entry, EntryOutcome, Extension, ExtraInstead, ExtraOffer, Invoice, Loss, Next, OperationsAfter, PlanName, Preview, Recurring, RequiredAction,
    Row, SeatsAfter, Summary, Warning,
};
use crate::calendar::{Anchor, Interval, IntervalUnit, Period, Stretch};
use crate::change::{AddOnQuantity, Answers, AskedPeriod, Cause, Change, Direction};
use crate::error::{ErrorCode, ErrorKind, Operand, PricingError, Problem};
use crate::invoice::{BandPart, Because, Cap, CapKind, Line, LineKind, PaidPart, Quantity, Rate};
use crate::money::Amount;
use crate::policy::{Acknowledgement, Effective};
use crate::rules::proration::Factor;
use crate::subscription::Team;

/// What is written as one word.
macro_rules! words {
    ($($type:ident { $($name:ident => $word:ident,)* })*) => {$(
        impl From<$type> for Word {
            fn from(value: $type) -> Self {
                match value { $($type::$name => Self::$word,)* }
            }
        }
        impl Write for $type {
            fn write(&self, out: &mut Tape) {
                out.put_word((*self).into());
            }
        }
    )*};
}

words! {
    ErrorCode {
        UnknownKey => UnknownKey,
        Missing => Missing,
        WrongType => WrongType,
        UnknownWord => UnknownWord,
        Empty => Empty,
        Conflict => Conflict,
        TooLarge => TooLarge,
        TooDeep => TooDeep,
        InvalidAmount => InvalidAmount,
        TooManyDecimals => TooManyDecimals,
        Negative => Negative,
        OutOfRange => OutOfRange,
        InvalidTimestamp => InvalidTimestamp,
        InvalidInterval => InvalidInterval,
        InvalidBands => InvalidBands,
        DuplicateId => DuplicateId,
        DuplicatePrice => DuplicatePrice,
        AmbiguousPrice => AmbiguousPrice,
        UnknownCurrency => UnknownCurrency,
        UnknownPreset => UnknownPreset,
        UnknownPlan => UnknownPlan,
        UnknownInterval => UnknownInterval,
        UnknownTier => UnknownTier,
        UnknownPrice => UnknownPrice,
        UnknownAddOn => UnknownAddOn,
        UnknownDiscount => UnknownDiscount,
        UnknownTeam => UnknownTeam,
        PeriodReversed => PeriodReversed,
        ZeroLengthPeriod => ZeroLengthPeriod,
        OutsidePeriod => OutsidePeriod,
        OffsetRequired => OffsetRequired,
        AllowanceZero => AllowanceZero,
        SeatsBelowMinimum => SeatsBelowMinimum,
        SeatsAboveMaximum => SeatsAboveMaximum,
        NotForSale => NotForSale,
        NotOffered => NotOffered,
        BelowMinimum => BelowMinimum,
        AboveMaximum => AboveMaximum,
        NotABundle => NotABundle,
        NothingScheduled => NothingScheduled,
        NoSubscription => NoSubscription,
        NotExpired => NotExpired,
        Stale => Stale,
        Future => Future,
        Unanswered => Unanswered,
    }
    ErrorKind {
        Document => Document,
        Change => Change,
        Refusal => Refusal,
    }
    LineKind {
        Charge => Charge,
        UnusedTime => UnusedTime,
        UnusedOperations => UnusedOperations,
        FutureGrants => FutureGrants,
        Difference => Difference,
        AddOn => AddOn,
        ExtraOperations => ExtraOperations,
        Discount => Discount,
        Tax => Tax,
        CreditExcess => CreditExcess,
        Rounding => Rounding,
    }
    CapKind {
        Bill => Bill,
        Total => Total,
        Paid => Paid,
    }
    Direction {
        New => New,
        Upgrade => Upgrade,
        Downgrade => Downgrade,
        Cancel => Cancel,
        Renew => Renew,
        None => None,
    }
    Cause {
        Plan => Plan,
        Tier => Tier,
        Interval => Interval,
        Seats => Seats,
        AddOns => AddOns,
        Price => Price,
        ExtraOperations => ExtraOperations,
        BillingDay => BillingDay,
        Discount => Discount,
        Withdraw => Withdraw,
    }
    Acknowledgement {
        Downgrade => Downgrade,
        Forfeit => Forfeit,
        Billing => Billing,
        Cancel => Cancel,
    }
    Effective {
        Now => Now,
        PeriodEnd => PeriodEnd,
    }
    AskedPeriod {
        Keep => Keep,
        Restart => Restart,
    }
    IntervalUnit {
        Day => Day,
        Week => Week,
        Month => Month,
        Year => Year,
    }
}

// ------------------------------------------------------------------------------------------------
// Time
// ------------------------------------------------------------------------------------------------

impl Tape {
    /// The two fields of a span, in an object that has more.
    pub(super) fn ends(&mut self, period: &Period) {
        self.time(Key::Start, &period.start);
        self.time(Key::End, &period.end);
    }
}

impl Write for Period {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.ends(self);
        out.end();
    }
}

impl Write for Stretch {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.ends(&self.period);
        out.period(Key::Of, &self.of);
        out.end();
    }
}

impl Write for Interval {
    fn write(&self, out: &mut Tape) {
        match *self {
            Self::MONTH | Self::YEAR => self.unit().write(out),
            _ => {
                out.put_object();
                out.word(Key::Unit, self.unit().into());
                out.whole(Key::Count, self.count());
                out.end();
            }
        }
    }
}

impl Write for Anchor {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::At(at) => out.put_time(at),
            Self::Day(day) => out.put_whole((*day).into()),
        }
    }
}

impl Write for Factor {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Remaining, self.remaining);
        out.whole(Key::Total, self.total);
        out.str(Key::Unit, self.unit);
        out.optional_amount(Key::Cut, self.cut());
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// Problems
// ------------------------------------------------------------------------------------------------

impl Write for Operand {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::Null => out.put_null(),
            Self::Bool(value) => out.put_bool(*value),
            Self::Integer(value) => out.put_whole(*value),
            Self::Text(value) => out.put_text(value),
        }
    }
}

impl Write for Problem {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.word(Key::Code, self.code.into());
        out.str(Key::Path, &self.path);
        out.str(Key::Message, &self.message);
        out.optional(Key::Value, &self.value);
        if !self.operands.is_empty() {
            out.object(Key::Operands);
            for (name, value) in &self.operands {
                out.put_text(name);
                value.write(out);
            }
            out.end();
        }
        out.end();
    }
}

impl Write for PricingError {
    fn write(&self, out: &mut Tape) {
        out.put_kind(self.kind.into());
        out.list(Key::Problems, &self.problems);
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// The change
// ------------------------------------------------------------------------------------------------

impl Write for AddOnQuantity {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.text(Key::Id, &self.id);
        out.whole(Key::Quantity, self.quantity);
        out.end();
    }
}

impl Write for Answers {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.optional_list(Key::KeepTeams, &self.keep_teams);
        out.optional_whole(Key::RemoveMembers, &self.remove_members);
        out.optional_list(Key::Acknowledged, &self.acknowledged);
        out.end();
    }
}

impl Write for Change {
    #[inline(never)]
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.time(Key::At, &self.at);
        out.optional_text(Key::Plan, &self.plan);
        out.optional(Key::Interval, &self.interval);
        out.optional_whole(Key::Operations, &self.operations);
        out.optional_text(Key::Price, &self.price);
        out.optional_whole(Key::Seats, &self.seats);
        out.optional_list(Key::AddOns, &self.add_ons);
        out.optional_list(Key::Discounts, &self.discounts);
        out.optional(Key::Effective, &self.effective);
        out.optional(Key::Period, &self.period);
        out.only_true(Key::Cancel, self.cancel);
        out.only_true(Key::Renew, self.renew);
        out.only_true(Key::Withdraw, self.withdraw);
        out.optional(Key::Anchor, &self.anchor);
        out.optional_whole(Key::ExtraOperations, &self.extra_operations);
        out.optional(Key::Answers, &self.answers);
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// Lines
// ------------------------------------------------------------------------------------------------

impl Write for Cap {
    fn write(&self, out: &mut Tape) {
        out.put_kind(self.kind.into());
        out.amount(Key::Limit, &self.limit);
        out.end();
    }
}

impl Write for Quantity {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::Whole(whole) => out.put_whole(*whole),
            Self::Decimal(decimal) => out.put_amount(decimal),
        }
    }
}

impl Write for BandPart {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.nullable_whole(Key::To, &self.to);
        out.value(Key::Quantity, &self.quantity);
        out.optional_amount(Key::UnitAmount, &self.unit_amount);
        out.optional_amount(Key::FlatAmount, &self.flat_amount);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for PaidPart {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Amount, &self.amount);
        out.value(Key::Factor, &self.factor);
        out.end();
    }
}

impl Write for Rate {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Amount, &self.amount);
        out.whole(Key::Per, self.per);
        out.end();
    }
}

/// What the full price was counted from, and over how long.
fn counted(out: &mut Tape, amount: &Amount, quantity: i64) {
    out.amount(Key::Amount, amount);
    out.whole(Key::Quantity, quantity);
}

/// A credit before its limits.
#[inline(never)]
fn limited(out: &mut Tape, exact: &Option<Amount>, uncapped: &Option<Amount>, cap: &Option<Cap>) {
    out.optional_amount(Key::Exact, exact);
    out.optional_amount(Key::Uncapped, uncapped);
    out.optional(Key::Cap, cap);
}

#[inline(never)]
fn bands(out: &mut Tape, bands: &Option<Vec<BandPart>>) {
    out.optional_list(Key::Bands, bands);
}

#[inline(never)]
fn factor(out: &mut Tape, factor: &Factor) {
    out.value(Key::Factor, factor);
}

impl Write for Because {
    #[inline(never)]
    fn write(&self, out: &mut Tape) {
        match self {
            Self::FullPeriod { amount, quantity, bands: parts, exact } => {
                out.put_kind(Word::FullPeriod);
                counted(out, amount, *quantity);
                bands(out, parts);
                out.optional_amount(Key::Exact, exact);
            }
            Self::RemainingTime { amount, quantity, factor: part, discounted, bands: parts, exact } => {
                out.put_kind(Word::RemainingTime);
                counted(out, amount, *quantity);
                factor(out, part);
                out.optional_amount(Key::Discounted, discounted);
                bands(out, parts);
                out.optional_amount(Key::Exact, exact);
            }
            Self::UnusedTime { base, amount, quantity, factor: part, discounted, bands: parts, paid, exact, uncapped, cap } => {
                out.put_kind(Word::UnusedTime);
                out.str(Key::Base, base);
                counted(out, amount, *quantity);
                factor(out, part);
                out.optional_amount(Key::Discounted, discounted);
                bands(out, parts);
                out.optional_list(Key::Paid, paid);
                limited(out, exact, uncapped, cap);
            }
            Self::Difference { old, new, factor: part, exact, uncapped, cap } => {
                out.put_kind(Word::Difference);
                out.amount(Key::Old, old);
                out.amount(Key::New, new);
                factor(out, part);
                limited(out, exact, uncapped, cap);
            }
            Self::UnusedOperations { amount, allowance, operations, exact, uncapped, cap } => {
                out.put_kind(Word::UnusedOperations);
                out.amount(Key::Amount, amount);
                out.whole(Key::Allowance, *allowance);
                out.whole(Key::Operations, *operations);
                limited(out, exact, uncapped, cap);
            }
            Self::FutureGrants { amount, allowance, grants, operations, exact, uncapped, cap } => {
                out.put_kind(Word::FutureGrants);
                out.amount(Key::Amount, amount);
                out.whole(Key::Allowance, *allowance);
                out.whole(Key::Grants, *grants);
                out.whole(Key::Operations, *operations);
                limited(out, exact, uncapped, cap);
            }
            Self::ExtraOperations { amount, allowance, operations, surcharge, exact } => {
                out.put_kind(Word::ExtraOperations);
                out.amount(Key::Amount, amount);
                out.whole(Key::Allowance, *allowance);
                out.whole(Key::Operations, *operations);
                out.amount(Key::Surcharge, surcharge);
                out.optional_amount(Key::Exact, exact);
            }
            Self::Discount { id, percent, amount, of, exact } => {
                out.put_kind(Word::Discount);
                out.text(Key::Id, id);
                out.optional_amount(Key::Percent, percent);
                out.optional_amount(Key::Amount, amount);
                out.amount(Key::Of, of);
                out.optional_amount(Key::Exact, exact);
            }
            Self::Tax { id, name, rate, inclusive, of, exact } => {
                out.put_kind(Word::Tax);
                out.text(Key::Id, id);
                out.text(Key::Name, name);
                out.amount(Key::Rate, rate);
                out.bool(Key::Inclusive, *inclusive);
                out.amount(Key::Of, of);
                out.optional_amount(Key::Exact, exact);
            }
            Self::CreditExcess { uncapped, cap } => {
                out.put_kind(Word::CreditExcess);
                out.amount(Key::Uncapped, uncapped);
                out.value(Key::Cap, cap);
            }
            Self::Rounding { exact, mode } => {
                out.put_kind(Word::Rounding);
                out.amount(Key::Exact, exact);
                out.str(Key::Mode, mode);
            }
            Self::Deferred => out.put_kind(Word::Deferred),
        }
        out.end();
    }
}

impl Write for Line {
    #[inline(never)]
    fn write(&self, out: &mut Tape) {
        out.put_kind(self.kind.into());
        out.optional_text(Key::Plan, &self.plan);
        out.optional_text(Key::AddOn, &self.add_on);
        out.amount(Key::Amount, &self.amount);
        out.optional_amount(Key::Included, &self.included);
        out.whole(Key::Quantity, self.quantity);
        out.amount(Key::UnitAmount, &self.unit_amount);
        out.optional(Key::Rate, &self.rate);
        out.optional(Key::Period, &self.period);
        out.value(Key::Because, &self.because);
        out.end();
    }
}

#[inline(never)]
fn lines(out: &mut Tape, lines: &[Line]) {
    out.list(Key::Lines, lines);
}

// ------------------------------------------------------------------------------------------------
// What stands beside them
// ------------------------------------------------------------------------------------------------

impl Write for Recurring {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Amount, &self.amount);
        out.value(Key::Interval, &self.interval);
        out.time(Key::From, &self.from);
        out.end();
    }
}

impl Write for Next {
    #[inline(never)]
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.time(Key::At, &self.at);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for ExtraOffer {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Bundle, self.bundle);
        out.whole(Key::Bought, self.bought);
        out.nullable_whole(Key::Left, &self.left);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for OperationsAfter {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Allowance, self.allowance);
        out.optional_amount(Key::Granted, &self.granted);
        out.whole(Key::Transferred, self.transferred);
        out.whole(Key::Available, self.available);
        out.whole(Key::Converted, self.converted);
        out.whole(Key::Forfeited, self.forfeited);
        out.optional_time(Key::ExpiresAt, &self.expires_at);
        out.optional_time(Key::ResetsAt, &self.resets_at);
        out.optional(Key::Extra, &self.extra);
        out.end();
    }
}

impl Write for SeatsAfter {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.nullable_whole(Key::Limit, &self.limit);
        out.whole(Key::Used, self.used);
        out.nullable_whole(Key::Free, &self.free);
        out.bool(Key::Full, self.full);
        out.end();
    }
}

impl Write for Deactivation {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.time(Key::At, &self.at);
        out.whole(Key::Members, self.members);
        out.end();
    }
}

impl Write for Extension {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Days, self.days);
        out.amount(Key::Exact, &self.exact);
        out.amount(Key::Credit, &self.credit);
        out.amount(Key::Daily, &self.daily);
        out.end();
    }
}

impl Write for ExtraInstead {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Operations, self.operations);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for PlanName {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.text(Key::Id, &self.id);
        out.text(Key::Name, &self.name);
        out.end();
    }
}

#[inline(never)]
fn row(out: &mut Tape, kind: Word, current: &dyn Write, new: &dyn Write, changed: bool) {
    out.put_kind(kind);
    out.key(Key::Current);
    current.write(out);
    out.key(Key::New);
    new.write(out);
    out.bool(Key::Changed, changed);
    out.end();
}

impl Write for Row {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::Plan { current, new, changed } => row(out, Word::Plan, current, new, *changed),
            Self::Tier { current, new, changed } => row(out, Word::Tier, current, new, *changed),
            Self::Amount { current, new, changed } => row(out, Word::Amount, current, new, *changed),
            Self::PerMonth { current, new, changed } => row(out, Word::PerMonth, current, new, *changed),
            Self::PerYear { current, new, changed } => row(out, Word::PerYear, current, new, *changed),
            Self::Interval { current, new, changed } => row(out, Word::Interval, current, new, *changed),
            Self::Seats { current, new, changed } => row(out, Word::Seats, current, new, *changed),
            Self::Teams { current, new, changed } => row(out, Word::Teams, current, new, *changed),
            Self::PeriodEnd { current, new, changed } => row(out, Word::PeriodEnd, current, new, *changed),
        }
    }
}

impl Write for Team {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.text(Key::Id, &self.id);
        out.text(Key::Name, &self.name);
        out.end();
    }
}

impl Write for RequiredAction {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::ChooseTeams { keep, of, teams, .. } => {
                out.put_kind(Word::ChooseTeams);
                out.whole(Key::Keep, *keep);
                out.whole(Key::Of, *of);
                out.optional_list(Key::Teams, teams);
            }
            Self::RemoveMembers { remove, members, limit, .. } => {
                out.put_kind(Word::RemoveMembers);
                out.whole(Key::Remove, *remove);
                out.whole(Key::Members, *members);
                out.whole(Key::Limit, *limit);
            }
            Self::Acknowledge { subject, amount, .. } => {
                out.put_kind(Word::Acknowledge);
                out.word(Key::Subject, (*subject).into());
                out.optional_amount(Key::Amount, amount);
            }
        }
        out.bool(Key::Answered, self.answered());
        out.end();
    }
}

impl Write for Warning {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::PrepaidValueLost { amount } => {
                out.put_kind(Word::PrepaidValueLost);
                out.amount(Key::Amount, amount);
            }
            Self::DuplicateBilling => out.put_kind(Word::DuplicateBilling),
            Self::OperationsAboveLimit { used, limit } => {
                out.put_kind(Word::OperationsAboveLimit);
                out.whole(Key::Used, *used);
                out.whole(Key::Limit, *limit);
            }
            Self::TierArbitrage { operations, worth_now, worth_later } => {
                out.put_kind(Word::TierArbitrage);
                out.whole(Key::Operations, *operations);
                out.amount(Key::WorthNow, worth_now);
                out.amount(Key::WorthLater, worth_later);
            }
            Self::AnnualToShorter { credit, bill } => {
                out.put_kind(Word::AnnualToShorter);
                out.amount(Key::Credit, credit);
                out.amount(Key::Bill, bill);
            }
            Self::ScheduledChangeStands { plan, at } => {
                out.put_kind(Word::ScheduledChangeStands);
                out.text(Key::Plan, plan);
                out.time(Key::At, at);
            }
            Self::ScheduledChangeReplaced { plan } => {
                out.put_kind(Word::ScheduledChangeReplaced);
                out.text(Key::Plan, plan);
            }
        }
        out.end();
    }
}

impl Write for Loss {
    fn write(&self, out: &mut Tape) {
        match self {
            Self::CreditAboveBill { uncapped, amount } => {
                out.put_kind(Word::CreditAboveBill);
                out.amount(Key::Uncapped, uncapped);
                out.amount(Key::Amount, amount);
            }
            Self::FutureGrants { grants, operations, amount } => {
                out.put_kind(Word::FutureGrants);
                out.whole(Key::Grants, *grants);
                out.whole(Key::Operations, *operations);
                out.amount(Key::Amount, amount);
            }
            Self::UnusedOperations { operations, amount } => {
                out.put_kind(Word::UnusedOperations);
                out.whole(Key::Operations, *operations);
                out.amount(Key::Amount, amount);
            }
            Self::UnusedTime { amount, factor: part } => {
                out.put_kind(Word::UnusedTime);
                out.amount(Key::Amount, amount);
                factor(out, part);
            }
            Self::NegativeTotal { amount } => {
                out.put_kind(Word::NegativeTotal);
                out.amount(Key::Amount, amount);
            }
        }
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// Whole answers
// ------------------------------------------------------------------------------------------------

/// The sums of a bill.
#[inline(never)]
fn sums(out: &mut Tape, subtotal: &Amount, discount: &Amount, tax: &Amount, total: &Amount) {
    out.amount(Key::Subtotal, subtotal);
    out.amount(Key::Discount, discount);
    out.amount(Key::Tax, tax);
    out.amount(Key::Total, total);
}

impl Write for Preview {
    #[inline(never)]
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.str(Key::Engine, self.engine);
        out.text(Key::Currency, &self.currency);
        out.whole(Key::Digits, self.digits.into());
        out.value(Key::Change, &self.change);
        out.word(Key::Direction, self.direction.into());
        out.value(Key::Cause, &self.cause);
        out.time(Key::EffectiveAt, &self.effective_at);
        out.period(Key::Period, &self.period);
        lines(out, &self.lines);
        sums(out, &self.subtotal, &self.discount, &self.tax, &self.total);
        out.amount(Key::DueNow, &self.due_now);
        out.amount(Key::BalanceUsed, &self.balance_used);
        out.amount(Key::Deferred, &self.deferred);
        out.amount(Key::ToBalance, &self.to_balance);
        out.amount(Key::Refund, &self.refund);
        out.amount(Key::Forfeited, &self.forfeited);
        out.amount(Key::BalanceAfter, &self.balance_after);
        out.optional(Key::Recurring, &self.recurring);
        out.optional(Key::Next, &self.next);
        out.optional(Key::Operations, &self.operations);
        out.optional(Key::Seats, &self.seats);
        out.optional(Key::Deactivation, &self.deactivation);
        out.optional(Key::Extension, &self.extension);
        out.list(Key::Comparison, &self.comparison);
        out.list(Key::Required, &self.required);
        out.list(Key::Warnings, &self.warnings);
        out.list(Key::Lost, &self.lost);
        out.optional(Key::ExtraOperations, &self.extra_operations);
        out.end();
    }
}

impl Write for Entry {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.text(Key::Plan, &self.plan);
        out.value(Key::Interval, &self.interval);
        out.optional_whole(Key::Operations, &self.operations);
        out.optional_text(Key::Price, &self.price);
        out.bool(Key::Current, self.current);
        match &self.outcome {
            EntryOutcome::Problem(problem) => out.value(Key::Problem, problem),
            EntryOutcome::Summary(summary) => summarised(out, summary),
        }
        out.end();
    }
}

fn summarised(out: &mut Tape, summary: &Summary) {
    out.word(Key::Direction, summary.direction.into());
    out.time(Key::EffectiveAt, &summary.effective_at);
    out.amount(Key::DueNow, &summary.due_now);
    out.amount(Key::Total, &summary.total);
    out.amount(Key::Recurring, &summary.recurring);
    out.amount(Key::PerMonth, &summary.per_month);
    out.amount(Key::PerYear, &summary.per_year);
    out.optional(Key::Next, &summary.next);
    out.optional_whole(Key::Available, &summary.available);
    out.amount(Key::Lost, &summary.lost);
    out.list(Key::Required, &summary.required);
}

impl Write for Invoice {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.time(Key::At, &self.at);
        out.period(Key::Period, &self.period);
        lines(out, &self.lines);
        sums(out, &self.subtotal, &self.discount, &self.tax, &self.total);
        out.amount(Key::BalanceUsed, &self.balance_used);
        out.amount(Key::Amount, &self.amount);
        out.amount(Key::BalanceAfter, &self.balance_after);
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// The rules alone
// ------------------------------------------------------------------------------------------------

impl Write for Prorated {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Amount, &self.amount);
        out.str(Key::Factor, &self.factor);
        out.str(Key::Unit, self.unit);
        out.whole(Key::Remaining, self.remaining);
        out.whole(Key::Total, self.total);
        out.end();
    }
}

impl Write for Converted {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Credit, &self.credit);
        out.amount(Key::UnitAmount, &self.unit_amount);
        out.value(Key::Rate, &self.rate);
        out.amount(Key::Forfeited, &self.forfeited);
        out.end();
    }
}

impl Write for Transferred {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.whole(Key::Available, self.available);
        out.whole(Key::Transferred, self.transferred);
        out.time(Key::ExpiresAt, &self.expires_at);
        out.end();
    }
}

impl Write for Priced {
    fn write(&self, out: &mut Tape) {
        out.put_object();
        out.amount(Key::Amount, &self.amount);
        out.amount(Key::Exact, &self.exact);
        out.list(Key::Bands, &self.bands);
        out.end();
    }
}
