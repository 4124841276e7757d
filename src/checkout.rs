//! What a checkout answers beside one preview: all prices at once, every way of one change, the invoices
//! that follow, later instants, the subscription after it, and the server's check.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::answer::{Entry, EntryOutcome, ExtraInstead, Invoice, Preview, Summary};
use crate::attention;
use crate::calendar::{Period, Timestamp};
use crate::change::{self, AskedPeriod, Cause, Change, Direction};
use crate::decimal::{Decimal, above_zero, can_be_stated, magnitude, minus, order, plus, smaller};
use crate::error::{ErrorCode, ErrorKind, OutOfRange, PricingError, Problem};
use crate::following::Following;
use crate::invoice::{Line, Rounder};
use crate::money::{Amount, Exact};
use crate::policy::{ChangeDay, Effective, PeriodTreatment};
use crate::preview::operations::next_grant;
use crate::preview::{After, Checkout, Outcome, PaidAfter, anchor_of};
use crate::rules::proration;
use crate::subscription::{Customer, DeferredLine, PaidSpan, Status, Subscription, Teams};

/// Most entries of an outlook, most invoices of a schedule.
pub const MAX_LIST: usize = 1200;

/// Ten million. Parts of smaller amounts never leave the range of exact arithmetic, in milliseconds of all years and to the
/// finest digits; nor do all of their sums leave that of a document.
const SURELY_PAID: Decimal = Decimal::new(10_000_000, 0);

/// Previews of one change that was asked for in several ways, those left out that are refused.
#[derive(Default)]
struct Previews {
    list: Vec<Preview>,
    asked: usize,
    refused: Option<PricingError>,
}

impl Previews {
    /// Adds one, unless it is refused; what is wrong in a change is wrong in all of its ways.
    #[inline(never)]
    fn ask(&mut self, checkout: &Checkout, asked: &Change) -> Result<Option<&mut Preview>, PricingError> {
        self.asked = self.asked.saturating_add(1);
        match checkout.preview(asked) {
            Ok(preview) => {
                self.list.push(preview);
                Ok(self.list.last_mut())
            }
            Err(error) if error.kind == ErrorKind::Refusal => {
                self.refused.get_or_insert(error);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// A single one.
    #[inline(never)]
    fn only(mut self, checkout: &Checkout, asked: &Change) -> Result<Vec<Preview>, PricingError> {
        self.ask(checkout, asked)?;
        self.known()
    }

    /// Those that there are; where all are refused, the first refusal.
    fn known(self) -> Result<Vec<Preview>, PricingError> {
        match self.refused {
            Some(refused) if self.list.is_empty() => Err(refused),
            _ => Ok(self.list),
        }
    }
}

impl Checkout {
    /// One entry per price on sale; the other fields of the change hold for each.
    ///
    /// # Errors
    /// Kind `change` where the change names what varies here.
    pub fn compare(&self, change: &Change) -> Result<Vec<Entry>, PricingError> {
        for (name, named) in [
            ("cancel", change.cancel),
            ("withdraw", change.withdraw),
            ("extraOperations", change.extra_operations.is_some()),
            ("price", change.price.is_some()),
        ] {
            if named {
                return Err(PricingError::change(ErrorCode::Conflict, name, "a comparison varies plan and price"));
            }
        }
        let current = self.subscription.as_ref().map(|subscription| &subscription.terms);
        let rounder = Rounder::new(self.catalog.policy.rounding, self.catalog.currency.digits());
        let mut asked = change.clone();
        let mut entries = Vec::new();
        for (position, plan) in self.catalog.plans.iter().enumerate().filter(|(_, plan)| plan.on_sale) {
            for price in plan.prices.iter().filter(|price| price.on_sale) {
                asked.plan = Some(plan.id.clone());
                asked.interval = Some(price.interval);
                asked.operations = price.operations;
                asked.price = price.id.clone();
                // Seats mean nothing to a price without them, and add-ons end with a free one; here that is no mistake.
                asked.seats = if plan.has_seats(price) { change.seats } else { None };
                asked.add_ons = if current.is_some_and(|terms| terms.ended_by(position, price)) { None } else { change.add_ons.clone() };
                let outcome = match self.preview(&asked) {
                    Ok(preview) => EntryOutcome::Summary(self.summary(&asked, &preview, rounder)?),
                    Err(mut error) => {
                        // The first alone.
                        error.problems.truncate(1);
                        let Some(problem) = error.problems.pop() else { continue };
                        EntryOutcome::Problem(problem)
                    }
                };
                entries.push(Entry {
                    plan: plan.id.clone(),
                    interval: price.interval,
                    operations: price.operations,
                    price: price.id.clone(),
                    current: current.is_some_and(|terms| terms.plan == position && Arc::ptr_eq(&terms.price, price)),
                    outcome,
                });
            }
        }
        Ok(entries)
    }

    #[inline(never)]
    fn summary(&self, asked: &Change, preview: &Preview, rounder: Rounder) -> Result<Box<Summary>, PricingError> {
        let current = self.subscription.as_ref().map(|subscription| &subscription.terms);
        let terms = change::resolve(&self.catalog, current, asked)?;
        let (per_month, per_year) = attention::per_month_and_year(&self.catalog, &terms, rounder)?;
        let lost = attention::lost_in_all(&preview.lost)?;
        Ok(Box::new(Summary {
            direction: preview.direction,
            effective_at: preview.effective_at,
            due_now: preview.due_now,
            total: preview.total,
            recurring: preview.recurring.map_or_else(|| rounder.zero(), |recurring| recurring.amount),
            per_month,
            per_year,
            next: preview.next,
            available: preview.operations.map(|operations| operations.available),
            lost: rounder.stated(lost),
            required: preview.required.iter().map(crate::answer::RequiredAction::kind).collect(),
        }))
    }

    /// Which way a change goes, and why: as the policy has it by default, or else at the first moment at which it can be made.
    fn direction_of(&self, asked: &mut Change) -> Result<(Direction, Option<Cause>), PricingError> {
        let mut refused = None;
        for effective in [None, Some(Effective::Now), Some(Effective::PeriodEnd)] {
            asked.effective = effective;
            let mut outcome = Outcome::new(self, asked.at);
            match self.decide(asked, &mut outcome) {
                Ok(()) => return Ok((outcome.preview.direction, outcome.preview.cause)),
                Err(error) => {
                    let told = error.kind != ErrorKind::Refusal;
                    refused.get_or_insert(error);
                    if told {
                        break;
                    }
                }
            }
        }
        Err(refused.unwrap_or_else(|| OutOfRange.into()))
    }

    /// The same change in every way that the policy offers and that is not refused: now, at the period's end, restarted.
    ///
    /// # Errors
    /// As [`Checkout::preview`], where no way remains.
    pub fn alternatives(&self, change: &Change) -> Result<Vec<Preview>, PricingError> {
        let mut asked = change.clone();
        asked.period = None;
        let (direction, cause) = self.direction_of(&mut asked)?;
        asked.effective = None;
        let policy = &self.catalog.policy;
        let mut previews = Previews::default();
        let treatment = match (direction, cause) {
            (Direction::Cancel, _) => &policy.cancel,
            // In a trial the other changes are made now, and in one way.
            _ if self.subscription.as_ref().is_some_and(|held| matches!(held.status, Status::Trial(_))) => return previews.only(self, &asked),
            (Direction::Upgrade | Direction::Downgrade, _) | (Direction::None, Some(Cause::BillingDay)) => change::treatment(policy, direction, cause),
            _ => return previews.only(self, &asked),
        };
        for &effective in treatment.effective.values() {
            let restarts = effective == Effective::Now && treatment.period.offers(PeriodTreatment::Restart);
            let keeps = treatment.period.values().iter().any(|value| *value != PeriodTreatment::Restart);
            let periods: &[Option<AskedPeriod>] = match (effective, restarts, keeps, direction) {
                (Effective::Now, true, true, Direction::Upgrade | Direction::Downgrade) => &[Some(AskedPeriod::Keep), Some(AskedPeriod::Restart)],
                _ => &[None],
            };
            asked.effective = Some(effective);
            for period in periods {
                asked.period = *period;
                previews.ask(self, &asked)?;
                // A change of interval restarts either way: once is enough. At the start of a period it is the same period that is
                // kept or restarted, but not always the same bill.
                let told = |way: &Preview| (way.effective_at, way.period, way.due_now);
                if let Some((last, known)) = previews.list.split_last()
                    && known.iter().any(|known| told(known) == told(last))
                {
                    previews.list.pop();
                }
            }
        }
        previews.known()
    }

    /// The invoices that follow a change, whole, at most `count` of them.
    ///
    /// # Errors
    /// As [`Checkout::preview`].
    pub fn schedule(&self, change: &Change, count: usize) -> Result<Vec<Invoice>, PricingError> {
        let mut outcome = Outcome::new(self, change.at);
        self.evaluate(change, &mut outcome)?;
        let deferred = core::mem::take(&mut outcome.after.deferred);
        let Some(terms) = self.held_after(outcome.target.as_ref(), outcome.waits) else { return Ok(Vec::new()) };
        let after = &outcome.after;
        let following = Following {
            terms: Cow::Borrowed(terms),
            period: after.period,
            anchor: anchor_of(after.anchor, after.status, &after.period),
            deferred,
            balance: outcome.preview.balance_after.decimal(),
            scheduled: after.scheduled.as_ref(),
            unbilled: self.is_unbilled(after.status),
        };
        self.outlook().schedule(following, count.min(MAX_LIST))
    }

    /// The same change at later instants, `step` days apart, until an instant or the period's end. So many operations are
    /// used a day; each preview then says what staying and buying the missing ones would cost instead. An instant at which the
    /// change is refused is left out.
    ///
    /// # Errors
    /// As [`Checkout::preview`], where no instant remains.
    pub fn outlook_over(&self, change: &Change, until: Timestamp, step_days: i64, operations_per_day: i64) -> Result<Vec<Preview>, PricingError> {
        let mut previews = Previews::default();
        let unused = self.subscription.as_ref().map_or(0, |subscription| subscription.unused_operations);
        let last = self.subscription.as_ref().map_or(until, |subscription| until.min(subscription.period.end));
        let mut asked = change.clone();
        let mut later = self.clone();
        let mut days: i64 = 0;
        loop {
            let at = change.at.plus_days(days)?;
            // The change itself is asked for also beyond the period: what is wrong with it is told, and a renewal lies there.
            let beyond = if days == 0 { at > until } else { at > last };
            if beyond || previews.asked >= MAX_LIST {
                return previews.known();
            }
            let used = operations_per_day.checked_mul(days).ok_or(OutOfRange)?;
            if let Some(held) = later.subscription.as_mut().filter(|_| used > 0) {
                held.unused_operations = unused.saturating_sub(used).max(0);
            }
            asked.at = at;
            if let Some(preview) = previews.ask(&later, &asked)?
                && operations_per_day > 0
            {
                preview.extra_operations = later.extra_instead(at, operations_per_day)?;
            }
            days = days.checked_add(step_days.max(1)).ok_or(OutOfRange)?;
        }
    }

    /// What it costs to stay, and to buy the operations that will be missing until they are granted anew. `None` where
    /// they are not sold, or not so many.
    fn extra_instead(&self, at: Timestamp, per_day: i64) -> Result<Option<ExtraInstead>, PricingError> {
        const DAY: i64 = 86_400;
        let Some(held) = &self.subscription else { return Ok(None) };
        let plan = self.catalog.plans.get(held.terms.plan).ok_or(OutOfRange)?;
        let Some(bundle) = plan.extra_operations.as_ref().map(|extra| extra.bundle) else { return Ok(None) };
        let until = next_grant(&held.terms.price, &held.period, at)?;
        let seconds = until.epoch_seconds().checked_sub(at.epoch_seconds()).ok_or(OutOfRange)?;
        let needed = per_day.saturating_mul(whole(seconds, DAY));
        let operations = whole(needed.saturating_sub(held.unused_operations).max(0), bundle).saturating_mul(bundle);
        if operations == 0 {
            return Ok(Some(ExtraInstead { operations, amount: Amount::padded(Decimal::ZERO, self.catalog.currency.digits()) }));
        }
        let bought = self.preview(&Change { extra_operations: Some(operations), ..Change::at(at) });
        Ok(bought.ok().map(|bought| ExtraInstead { operations, amount: bought.total }))
    }

    /// The customer after a change, computed again from the change: the only way a subscription changes.
    ///
    /// # Errors
    /// As [`Checkout::preview`].
    pub fn apply(&self, change: &Change) -> Result<Self, PricingError> {
        let mut outcome = Outcome::new(self, change.at);
        self.evaluate(change, &mut outcome)?;
        let mut applied = Self { catalog: Arc::clone(&self.catalog), customer: self.customer.clone(), subscription: None };
        let Outcome { preview, after, target, waits, .. } = &mut outcome;
        // Nothing has no decimals: a document does not state it.
        applied.customer.balance = Some(preview.balance_after.decimal()).filter(|balance| !balance.is_zero()).unwrap_or_default();
        if let Some(answers) = &preview.change.answers {
            answer_members(&mut applied.customer, answers, preview)?;
        }
        let before = self.subscription.as_ref();
        let paid = self.paid_after(after, before)?;
        // Ended with nothing after it: the old terms stay, past their end, to be renewed.
        let (terms, status) = match (self.held_after(target.as_ref(), *waits), before) {
            (Some(terms), _) => (terms, after.status),
            (None, Some(before)) => (&before.terms, Status::Expired),
            (None, None) => return Err(OutOfRange.into()),
        };
        applied.subscription = Some(Subscription {
            terms: terms.clone(),
            status,
            period: after.period,
            anchor: after.anchor,
            unused_operations: after.unused_operations,
            extra_operations: after.extra_operations,
            paid,
            scheduled: after.scheduled.take(),
            deferred: Arc::new(after.deferred.iter().map(deferred_document).collect()),
        });
        Ok(applied)
    }

    /// What can be shown can be applied: where an amount is so large that it might not, what will be paid is computed with the
    /// preview.
    pub(crate) fn check_paid(&self, after: &After) -> Result<(), OutOfRange> {
        let change = match after.paid {
            PaidAfter::Same => return Ok(()),
            PaidAfter::New { amount, .. } | PaidAfter::Cut { change: amount, .. } => amount,
            PaidAfter::Ended { .. } => Decimal::ZERO,
        };
        let small = |amount: Decimal| order(magnitude(amount), SURELY_PAID) == Ordering::Less;
        let before = self.subscription.as_ref();
        let spans = before.map(|subscription| subscription.paid.as_slice()).unwrap_or_default();
        let surely = small(change) && spans.iter().all(|span| span.received.is_none() && small(span.amount) && small(span.credited));
        if surely { Ok(()) } else { self.paid_after(after, before).map(drop) }
    }

    /// Spans as they are paid after a change, which a document can state.
    fn paid_after(&self, after: &After, before: Option<&Subscription>) -> Result<Vec<PaidSpan>, OutOfRange> {
        let spans = self.spans_after(after, before)?;
        let stated = |span: &PaidSpan| [Some(span.amount), Some(span.credited), span.received].into_iter().flatten().all(can_be_stated);
        if spans.iter().all(stated) { Ok(spans) } else { Err(OutOfRange) }
    }

    /// The same spans, however large. What remains at the instant, less what was credited, plus what was charged, is paid for
    /// the rest, so that the sums are conserved.
    fn spans_after(&self, after: &After, before: Option<&Subscription>) -> Result<Vec<PaidSpan>, OutOfRange> {
        let span = |period: Period, amount: Decimal| PaidSpan { period, amount, credited: Decimal::ZERO, received: None };
        let spans = before.map(|subscription| subscription.paid.as_slice()).unwrap_or_default();
        match &after.paid {
            PaidAfter::Same => Ok(spans.to_vec()),
            PaidAfter::New { .. } if matches!(after.status, Status::Trial(_)) => Ok(Vec::new()),
            PaidAfter::New { period, amount } => Ok(alloc::vec![span(*period, *amount)]),
            PaidAfter::Ended { at, change_day } => Ok(self.used_spans(spans, *at, *change_day)?.0),
            PaidAfter::Cut { at, from, end, change, change_day } => {
                // Without a record of payments, none begins in the middle of a period.
                if spans.is_empty() {
                    return Ok(Vec::new());
                }
                let (mut used, unused) = self.used_spans(spans, *at, *change_day)?;
                let rest = above_zero(plus(unused, *change)?);
                if at < end {
                    // What was credited of spans that are gone stays credited of what remains.
                    let mut credited = Decimal::ZERO;
                    for gone in spans.iter().filter(|span| span.period.start >= *at) {
                        credited = plus(credited, gone.credited)?;
                    }
                    let received = self.received_of_rest(spans, &used, *change)?;
                    for span in used.iter_mut().filter(|span| span.period.end == *at) {
                        span.period.end = *from;
                    }
                    used.push(PaidSpan { credited, received, ..span(Period { start: *from, end: *end }, rest) });
                }
                Ok(used)
            }
        }
    }

    /// What was received for the rest, where it is told that not all of it was: what is left of that, and this change with tax.
    fn received_of_rest(&self, spans: &[PaidSpan], used: &[PaidSpan], change: Decimal) -> Result<Option<Decimal>, OutOfRange> {
        if spans.iter().all(|span| span.received.is_none()) {
            return Ok(None);
        }
        let billing = self.billing(self.rounder(None));
        let received = |spans: &[PaidSpan]| {
            let of = |span: &PaidSpan| span.received.map_or_else(|| billing.with_tax(span.amount), Ok);
            spans.iter().try_fold(Decimal::ZERO, |sum, span| plus(sum, of(span)?))
        };
        let left = minus(received(spans)?, received(used)?)?;
        Ok(Some(above_zero(plus(left, billing.with_tax(change)?)?)))
    }

    /// The used parts of spans at an instant, and the value of the unused parts.
    fn used_spans(&self, spans: &[PaidSpan], at: Timestamp, change_day: ChangeDay) -> Result<(Vec<PaidSpan>, Decimal), OutOfRange> {
        let policy = &self.catalog.policy;
        let digits = self.catalog.currency.digits();
        let mut used = Vec::new();
        let mut unused = Decimal::ZERO;
        for span in spans {
            let period = span.period;
            // Of a span that begins here or later, all is unused, however short it is.
            if period.start >= at {
                unused = plus(unused, span.amount)?;
                continue;
            }
            let factor = proration::unused_of_span(&period, at, &policy.proration, change_day)?;
            let value = Exact::decimal(span.amount).mul(&factor.value()).round(policy.rounding.mode, policy.rounding.digits.unwrap_or(digits))?;
            // What was billed may be finer than what is rounded to; no part of it is more than all of it.
            let value = smaller(value, span.amount);
            unused = plus(unused, value)?;
            let amount = minus(span.amount, value)?;
            // What was received is shared as what was billed is.
            let received = match span.received {
                Some(received) if !span.amount.is_zero() => {
                    let part = Exact::decimal(received).mul(&Exact::decimal(amount)).div(&Exact::decimal(span.amount));
                    Some(smaller(part.round(policy.rounding.mode, policy.rounding.digits.unwrap_or(digits))?, received))
                }
                other => other,
            };
            used.push(PaidSpan { period: Period { start: period.start, end: period.end.min(at) }, amount, received, ..*span });
        }
        Ok((used, unused))
    }

    /// Computes a submitted change again and says what stands against it: `stale`, `future`, `unanswered`.
    /// Ages are whole seconds. Nothing but the change is taken from the client.
    ///
    /// # Errors
    /// As [`Checkout::preview`].
    pub fn verify(&self, change: &Change, now: Timestamp, max_age: i64, max_skew: i64) -> Result<(Preview, Vec<Problem>), PricingError> {
        let preview = self.preview(change)?;
        let mut wrong = None;
        if change.at < now.plus_seconds(max_age.checked_neg().ok_or(OutOfRange)?)? {
            let stale = PricingError::change(ErrorCode::Stale, "change.at", "the preview is older than allowed");
            stale.value(change.at).operand("maxAge", max_age).add_to(&mut wrong);
        }
        if change.at > now.plus_seconds(max_skew)? {
            let future = PricingError::change(ErrorCode::Future, "change.at", "the preview lies ahead of the clock");
            future.value(change.at).operand("maxSkew", max_skew).add_to(&mut wrong);
        }
        for (index, action) in preview.required.iter().enumerate().filter(|(_, action)| !action.answered()) {
            let unanswered = PricingError::change(ErrorCode::Unanswered, "required", "a required action is unanswered");
            unanswered.item(index, "").operand("kind", action.kind()).add_to(&mut wrong);
        }
        Ok((preview, wrong.map(PricingError::into_problems).unwrap_or_default()))
    }
}

/// How many of a size hold so many, rounded up.
const fn whole(count: i64, size: i64) -> i64 {
    match count.saturating_add(size.saturating_sub(1)).checked_div_euclid(size) {
        Some(whole) => whole,
        None => 0,
    }
}

fn answer_members(customer: &mut Customer, answers: &change::Answers, preview: &Preview) -> Result<(), OutOfRange> {
    // What waits for the period's end leaves members and teams as they are until then.
    if preview.change.effective == Some(Effective::PeriodEnd) {
        return Ok(());
    }
    for action in &preview.required {
        match action {
            crate::answer::RequiredAction::RemoveMembers { answered: true, members, .. } => {
                customer.members = Some(members.checked_sub(answers.remove_members.unwrap_or(0)).ok_or(OutOfRange)?.max(0));
            }
            crate::answer::RequiredAction::ChooseTeams { answered: true, keep, .. } => {
                let kept = answers.keep_teams.as_deref().unwrap_or_default();
                match &mut customer.teams {
                    Some(Teams::Named(list)) => list.retain(|team| kept.contains(&team.id)),
                    Some(Teams::Count(count)) => *count = *keep,
                    None => {}
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn deferred_document(line: &Line) -> DeferredLine {
    DeferredLine {
        kind: line.kind,
        plan: line.plan.clone(),
        add_on: line.add_on.clone(),
        amount: line.amount.decimal(),
        quantity: line.quantity,
        unit_amount: line.unit_amount,
        period: line.period,
    }
}
