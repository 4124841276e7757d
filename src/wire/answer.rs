//! How the parts of an answer stand on a tape, field by field in the order of the package's types.

use alloc::vec::Vec;

use super::rules::{Converted, Priced, Prorated, Transferred};
use super::tape::{Shape, Tape, Write};
use super::words::{Key, Word};
use crate::answer::{
    Deactivation, Entry, EntryOutcome, Extension, ExtraInstead, ExtraOffer, Invoice, Loss, Next, OperationsAfter, PlanName, Preview, Recurring, RequiredAction,
    Row, SeatsAfter, Summary, Warning,
};
use crate::calendar::{Anchor, Interval, IntervalUnit, Period, Stretch};
use crate::change::{AddOnQuantity, Answers, AskedPeriod, Cause, Change, Direction};
use crate::error::{ErrorCode, ErrorKind, Operand, PricingError, Problem};
use crate::invoice::{BandPart, Because, Cap, CapKind, Capped, Line, LineKind, PaidPart, Quantity, Rate};
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
            fn write(&self, key: Key, out: &mut Tape) {
                out.word(key, (*self).into());
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.shaped(key, Shape::Period);
        out.ends(self);
        out.end();
    }
}

impl Write for Stretch {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.ends(&self.period);
        self.of.write(Key::Of, out);
        out.end();
    }
}

impl Write for Interval {
    fn write(&self, key: Key, out: &mut Tape) {
        match *self {
            Self::MONTH | Self::YEAR => self.unit().write(key, out),
            _ => {
                out.object(key);
                out.word(Key::Unit, self.unit().into());
                out.whole(Key::Count, self.count());
                out.end();
            }
        }
    }
}

impl Write for Anchor {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::At(at) => out.time(key, at),
            Self::Day(day) => out.whole(key, (*day).into()),
        }
    }
}

impl Write for Factor {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.whole(Key::Remaining, self.remaining);
        out.whole(Key::Total, self.total);
        out.str(Key::Unit, self.basis.unit());
        out.optional_amount(Key::Cut, self.cut());
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// Problems
// ------------------------------------------------------------------------------------------------

impl Write for Operand {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::Null => out.null(key),
            Self::Bool(value) => out.bool(key, *value),
            Self::Integer(value) => out.whole(key, *value),
            Self::Text(value) => out.str(key, value),
        }
    }
}

impl Write for Problem {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.word(Key::Code, self.code.into());
        out.str(Key::Path, &self.path);
        out.str(Key::Message, &self.message);
        out.optional(Key::Value, &self.value);
        if !self.operands.is_empty() {
            out.object(Key::Operands);
            for (name, value) in &self.operands {
                out.named(name, value);
            }
            out.end();
        }
        out.end();
    }
}

impl Write for PricingError {
    fn write(&self, key: Key, out: &mut Tape) {
        out.kind(key, self.kind.into());
        out.list(Key::Problems, &self.problems);
        out.end();
    }
}

// ------------------------------------------------------------------------------------------------
// The change
// ------------------------------------------------------------------------------------------------

impl Write for AddOnQuantity {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.text(Key::Id, &self.id);
        out.whole(Key::Quantity, self.quantity);
        out.end();
    }
}

impl Write for Answers {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.optional_list(Key::KeepTeams, &self.keep_teams);
        out.optional_whole(Key::RemoveMembers, &self.remove_members);
        out.optional_list(Key::Acknowledged, &self.acknowledged);
        out.end();
    }
}

impl Write for Change {
    #[inline(never)]
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.kind(key, self.kind.into());
        out.amount(Key::Limit, &self.limit);
        out.end();
    }
}

impl Write for Quantity {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::Whole(whole) => out.whole(key, *whole),
            Self::Decimal(decimal) => out.amount(key, decimal),
        }
    }
}

impl Write for BandPart {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        self.to.write(Key::To, out);
        self.quantity.write(Key::Quantity, out);
        out.optional_amount(Key::UnitAmount, &self.unit_amount);
        out.optional_amount(Key::FlatAmount, &self.flat_amount);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for PaidPart {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Amount, &self.amount);
        self.factor.write(Key::Factor, out);
        out.end();
    }
}

impl Write for Rate {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Amount, &self.amount);
        out.whole(Key::Per, self.per);
        out.end();
    }
}

#[inline(never)]
fn bands(out: &mut Tape, bands: &Option<Vec<BandPart>>) {
    out.optional_list(Key::Bands, bands);
}

#[inline(never)]
fn factor(out: &mut Tape, factor: &Factor) {
    factor.write(Key::Factor, out);
}

/// What the full price was counted from.
fn counted(out: &mut Tape, line: &Line) {
    out.amount(Key::Amount, &line.unit_amount);
    out.whole(Key::Quantity, line.quantity);
}

fn rated(out: &mut Tape, rate: &Rate) {
    out.amount(Key::Amount, &rate.amount);
    out.whole(Key::Allowance, rate.per);
}

/// Why a line has its amount: its own operands, those that the line shows as well, and what rounding and limits made of it.
#[inline(never)]
fn because(out: &mut Tape, line: &Line) {
    match &line.because {
        Because::FullPeriod { bands: parts } => {
            out.kind(Key::Because, Word::FullPeriod);
            counted(out, line);
            bands(out, parts);
        }
        Because::RemainingTime { factor: part, discounted, bands: parts } => {
            out.kind(Key::Because, Word::RemainingTime);
            counted(out, line);
            factor(out, part);
            out.optional_amount(Key::Discounted, discounted);
            bands(out, parts);
        }
        Because::UnusedTime { base, factor: part, discounted, bands: parts, paid, share } => {
            out.kind(Key::Because, Word::UnusedTime);
            out.str(Key::Base, base.as_str());
            counted(out, line);
            factor(out, part);
            out.optional_amount(Key::Discounted, discounted);
            bands(out, parts);
            out.optional_list(Key::Paid, paid);
            if let Some(share) = share {
                out.object(Key::Share);
                out.amount(Key::Amount, &share.amount);
                out.amount(Key::Of, &share.of);
                out.end();
            }
        }
        Because::Difference { old, new, factor: part } => {
            out.kind(Key::Because, Word::Difference);
            out.amount(Key::Old, old);
            out.amount(Key::New, new);
            factor(out, part);
        }
        Because::UnusedOperations { rate } => {
            out.kind(Key::Because, Word::UnusedOperations);
            rated(out, rate);
            out.whole(Key::Operations, line.quantity);
        }
        Because::FutureGrants { rate, grants } => {
            out.kind(Key::Because, Word::FutureGrants);
            rated(out, rate);
            out.whole(Key::Grants, *grants);
            out.whole(Key::Operations, line.quantity);
        }
        Because::ExtraOperations { rate, surcharge } => {
            out.kind(Key::Because, Word::ExtraOperations);
            rated(out, rate);
            out.whole(Key::Operations, line.quantity);
            out.amount(Key::Surcharge, surcharge);
        }
        Because::Discount { id, percent, amount, of } => {
            out.kind(Key::Because, Word::Discount);
            out.text(Key::Id, id);
            out.optional_amount(Key::Percent, percent);
            out.optional_amount(Key::Amount, amount);
            out.amount(Key::Of, of);
        }
        Because::Tax { id, name, rate, inclusive, of, .. } => {
            out.kind(Key::Because, Word::Tax);
            out.text(Key::Id, id);
            out.text(Key::Name, name);
            out.amount(Key::Rate, rate);
            out.bool(Key::Inclusive, *inclusive);
            out.amount(Key::Of, of);
        }
        Because::CreditExcess => out.kind(Key::Because, Word::CreditExcess),
        Because::Rounding { .. } => out.kind(Key::Because, Word::Rounding),
        Because::Deferred { .. } => out.kind(Key::Because, Word::Deferred),
    }
    out.optional_amount(Key::Exact, &line.unrounded);
    if let Because::Rounding { mode } = &line.because {
        out.str(Key::Mode, mode.as_str());
    }
    if let Some(Capped { uncapped, cap }) = &line.capped {
        out.amount(Key::Uncapped, uncapped);
        cap.write(Key::Cap, out);
    }
    out.end();
}

impl Write for Line {
    #[inline(never)]
    fn write(&self, key: Key, out: &mut Tape) {
        out.kind(key, self.kind.into());
        out.optional_text(Key::Plan, &self.plan);
        out.optional_text(Key::AddOn, &self.add_on);
        out.amount(Key::Amount, &self.amount);
        if let Some(included) = self.included() {
            out.amount(Key::Included, included);
        }
        out.whole(Key::Quantity, self.quantity);
        out.amount(Key::UnitAmount, &self.unit_amount);
        if let Some(rate) = self.rate() {
            rate.write(Key::Rate, out);
        }
        out.optional(Key::Period, &self.period);
        because(out, self);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Amount, &self.amount);
        self.interval.write(Key::Interval, out);
        out.time(Key::From, &self.from);
        out.end();
    }
}

impl Write for Next {
    #[inline(never)]
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.time(Key::At, &self.at);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for ExtraOffer {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.whole(Key::Bundle, self.bundle);
        out.whole(Key::Bought, self.bought);
        self.left.write(Key::Left, out);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for OperationsAfter {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        self.limit.write(Key::Limit, out);
        out.whole(Key::Used, self.used);
        self.free.write(Key::Free, out);
        out.bool(Key::Full, self.full);
        out.end();
    }
}

impl Write for Deactivation {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.time(Key::At, &self.at);
        out.whole(Key::Members, self.members);
        out.end();
    }
}

impl Write for Extension {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.whole(Key::Days, self.days);
        out.amount(Key::Exact, &self.exact);
        out.amount(Key::Credit, &self.credit);
        out.amount(Key::Daily, &self.daily);
        out.end();
    }
}

impl Write for ExtraInstead {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.whole(Key::Operations, self.operations);
        out.amount(Key::Amount, &self.amount);
        out.end();
    }
}

impl Write for PlanName {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.text(Key::Id, &self.id);
        out.text(Key::Name, &self.name);
        out.end();
    }
}

#[inline(never)]
fn row(key: Key, out: &mut Tape, kind: Word, current: &dyn Write, new: &dyn Write, changed: bool) {
    out.shaped(key, Shape::Row);
    out.word(Key::Kind, kind);
    current.write(Key::Current, out);
    new.write(Key::New, out);
    out.bool(Key::Changed, changed);
    out.end();
}

impl Write for Row {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::Plan { current, new, changed } => row(key, out, Word::Plan, current, new, *changed),
            Self::Tier { current, new, changed } => row(key, out, Word::Tier, current, new, *changed),
            Self::Amount { current, new, changed } => row(key, out, Word::Amount, current, new, *changed),
            Self::PerMonth { current, new, changed } => row(key, out, Word::PerMonth, current, new, *changed),
            Self::PerYear { current, new, changed } => row(key, out, Word::PerYear, current, new, *changed),
            Self::Interval { current, new, changed } => row(key, out, Word::Interval, current, new, *changed),
            Self::Seats { current, new, changed } => row(key, out, Word::Seats, current, new, *changed),
            Self::Teams { current, new, changed } => row(key, out, Word::Teams, current, new, *changed),
            Self::PeriodEnd { current, new, changed } => row(key, out, Word::PeriodEnd, current, new, *changed),
        }
    }
}

impl Write for Team {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.text(Key::Id, &self.id);
        out.text(Key::Name, &self.name);
        out.end();
    }
}

impl Write for RequiredAction {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::ChooseTeams { keep, of, teams, .. } => {
                out.kind(key, Word::ChooseTeams);
                out.whole(Key::Keep, *keep);
                out.whole(Key::Of, *of);
                out.optional_list(Key::Teams, teams);
            }
            Self::RemoveMembers { remove, members, limit, .. } => {
                out.kind(key, Word::RemoveMembers);
                out.whole(Key::Remove, *remove);
                out.whole(Key::Members, *members);
                out.whole(Key::Limit, *limit);
            }
            Self::Acknowledge { subject, amount, .. } => {
                out.kind(key, Word::Acknowledge);
                out.word(Key::Subject, (*subject).into());
                out.optional_amount(Key::Amount, amount);
            }
        }
        out.bool(Key::Answered, self.answered());
        out.end();
    }
}

impl Write for Warning {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::PrepaidValueLost { amount } => {
                out.kind(key, Word::PrepaidValueLost);
                out.amount(Key::Amount, amount);
            }
            Self::DuplicateBilling => out.kind(key, Word::DuplicateBilling),
            Self::OperationsAboveLimit { used, limit } => {
                out.kind(key, Word::OperationsAboveLimit);
                out.whole(Key::Used, *used);
                out.whole(Key::Limit, *limit);
            }
            Self::TierArbitrage { operations, worth_now, worth_later } => {
                out.kind(key, Word::TierArbitrage);
                out.whole(Key::Operations, *operations);
                out.amount(Key::WorthNow, worth_now);
                out.amount(Key::WorthLater, worth_later);
            }
            Self::AnnualToShorter { credit, bill } => {
                out.kind(key, Word::AnnualToShorter);
                out.amount(Key::Credit, credit);
                out.amount(Key::Bill, bill);
            }
            Self::ScheduledChangeStands { plan, at } => {
                out.kind(key, Word::ScheduledChangeStands);
                out.optional_text(Key::Plan, plan);
                out.time(Key::At, at);
            }
            Self::ScheduledChangeReplaced { plan } => {
                out.kind(key, Word::ScheduledChangeReplaced);
                out.optional_text(Key::Plan, plan);
            }
        }
        out.end();
    }
}

impl Write for Loss {
    fn write(&self, key: Key, out: &mut Tape) {
        match self {
            Self::CreditAboveBill { uncapped, amount } => {
                out.kind(key, Word::CreditAboveBill);
                out.amount(Key::Uncapped, uncapped);
                out.amount(Key::Amount, amount);
            }
            Self::FutureGrants { grants, operations, amount } => {
                out.kind(key, Word::FutureGrants);
                out.whole(Key::Grants, *grants);
                out.whole(Key::Operations, *operations);
                out.amount(Key::Amount, amount);
            }
            Self::UnusedOperations { operations, amount } => {
                out.kind(key, Word::UnusedOperations);
                out.whole(Key::Operations, *operations);
                out.amount(Key::Amount, amount);
            }
            Self::UnusedTime { amount, factor: part } => {
                out.kind(key, Word::UnusedTime);
                out.amount(Key::Amount, amount);
                factor(out, part);
            }
            Self::NegativeTotal { amount } => {
                out.kind(key, Word::NegativeTotal);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.shaped(key, Shape::Preview);
        out.str(Key::Engine, self.engine);
        out.str(Key::Currency, self.currency.code());
        out.whole(Key::Digits, self.digits.into());
        self.change.write(Key::Change, out);
        out.word(Key::Direction, self.direction.into());
        self.cause.write(Key::Cause, out);
        out.time(Key::EffectiveAt, &self.effective_at);
        self.period.write(Key::Period, out);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.text(Key::Plan, &self.plan);
        self.interval.write(Key::Interval, out);
        out.optional_whole(Key::Operations, &self.operations);
        out.optional_text(Key::Price, &self.price);
        out.bool(Key::Current, self.current);
        match &self.outcome {
            EntryOutcome::Problem(problem) => problem.write(Key::Problem, out),
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.time(Key::At, &self.at);
        self.period.write(Key::Period, out);
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
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Amount, &self.amount);
        out.str(Key::Factor, &self.factor);
        out.str(Key::Unit, self.unit);
        out.whole(Key::Remaining, self.remaining);
        out.whole(Key::Total, self.total);
        out.end();
    }
}

impl Write for Converted {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Credit, &self.credit);
        out.amount(Key::UnitAmount, &self.unit_amount);
        self.rate.write(Key::Rate, out);
        out.amount(Key::Forfeited, &self.forfeited);
        out.end();
    }
}

impl Write for Transferred {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.whole(Key::Available, self.available);
        out.whole(Key::Transferred, self.transferred);
        out.time(Key::ExpiresAt, &self.expires_at);
        out.end();
    }
}

impl Write for Priced {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        out.amount(Key::Amount, &self.amount);
        out.amount(Key::Exact, &self.exact);
        out.list(Key::Bands, &self.bands);
        out.end();
    }
}
