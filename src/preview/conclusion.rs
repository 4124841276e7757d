//! The bill of an outcome, what becomes of its total, and what follows: the whole answer.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{After, Checkout, Outcome, PaidAfter, add_waiting, anchor_of};
use crate::answer::{Deactivation, Loss, Preview, Row, SeatsAfter, Warning};
use crate::attention;
use crate::calendar::{Period, Timestamp};
use crate::change::{Direction, Terms};
use crate::decimal::{Decimal, above_zero, can_be_stated, decimal_text, minus, opposite, order, plus, smaller};
use crate::error::{ErrorCode, OutOfRange, PricingError};
use crate::following::{self, Following};
use crate::invoice::{self, Bill, Line, LineKind, Rounder};
use crate::money::Amount;
use crate::policy::{Collect, Excess};
use crate::wire::reader::MAX_COUNT;

impl Checkout {
    /// Completes the answer and the state after it.
    pub(super) fn conclude(&self, outcome: &mut Outcome) -> Result<(), PricingError> {
        let rounder = outcome.rounder;
        let mut bill = Bill::of(core::mem::take(&mut outcome.prices), rounder);
        // A preview of a later change has no bill.
        if outcome.billed {
            self.billing(rounder).complete(&mut bill, &mut outcome.discounts)?;
        }
        self.settle(bill.total.decimal(), outcome)?;
        add_lost(&mut outcome.preview, &bill);
        let after = &mut outcome.after;
        pay(&mut after.paid, &bill, &outcome.preview.lost, outcome.once)?;
        self.keep_waiting(&mut after.deferred, &bill, outcome.billed && outcome.collect == Collect::NextInvoice, rounder)?;
        let balance = outcome.preview.balance_after.decimal();
        check_stated(&bill, balance, after)?;
        self.check_paid(after)?;
        let preview = &mut outcome.preview;
        let shown = outcome.target.as_ref();
        self.what_follows(preview, after, self.held_after(shown, outcome.waits), balance)?;
        let direction = preview.direction;
        let asked = attention::Asked {
            catalog: &self.catalog,
            customer: &self.customer,
            change: &preview.change,
            direction,
            target: shown,
            lost: &preview.lost,
            due_now: preview.due_now,
            existing: self.subscription.is_some(),
            rounder,
        };
        attention::require(&mut preview.required, &asked)?;
        // As what recurs is rounded, whatever the treatment of this change says.
        self.compare_terms(&mut preview.comparison, shown, &preview.period, self.rounder(None))?;
        preview.seats = shown.and_then(|terms| self.seats_after(terms));
        preview.deactivation = self.deactivation(direction, shown, preview.effective_at)?;
        if self.customer.individual_subscription && direction != Direction::Cancel {
            preview.warnings.push(Warning::DuplicateBilling);
        }
        preview.period = preview.period.shown(self.catalog.policy.proration.basis)?;
        preview.lines = bill.lines;
        following::show_lines(&mut preview.lines, &self.catalog)?;
        preview.subtotal = bill.subtotal;
        preview.discount = bill.discount;
        preview.tax = bill.tax;
        preview.total = bill.total;
        Ok(())
    }

    // --------------------------------------------------------------------------------------------
    // The bill, and where its total goes
    // --------------------------------------------------------------------------------------------

    /// Splits a total into what is due and where the rest goes.
    fn settle(&self, total: Decimal, outcome: &mut Outcome) -> Result<(), PricingError> {
        let Outcome { preview, rounder, .. } = outcome;
        let balance = self.customer.balance;
        let owed = above_zero(total);
        let credit = above_zero(opposite(total));
        if outcome.collect == Collect::NextInvoice {
            // The lines themselves wait, also those of a credit, and the balance is untouched.
            preview.deferred = rounder.stated(owed);
            preview.to_balance = rounder.stated(credit);
            preview.balance_after = rounder.stated(balance);
            return Ok(());
        }
        let (used, due_now) = following::paid_from_balance(balance, owed)?;
        self.check_minimum(due_now)?;
        let mut kept = credit;
        match self.catalog.policy.credit.excess {
            Excess::Refund => {
                let refund = above_zero(smaller(outcome.refundable.unwrap_or(Decimal::ZERO), credit));
                kept = minus(credit, refund)?;
                preview.refund = rounder.stated(refund);
            }
            Excess::Forfeit => {
                kept = Decimal::ZERO;
                preview.forfeited = rounder.stated(credit);
            }
            Excess::Balance => {}
        }
        preview.due_now = rounder.stated(due_now);
        preview.balance_used = rounder.stated(used);
        preview.to_balance = rounder.stated(kept);
        preview.balance_after = rounder.stated(plus(minus(balance, used)?, kept)?);
        Ok(())
    }

    fn check_minimum(&self, due_now: Decimal) -> Result<(), PricingError> {
        match self.catalog.policy.minimum_charge {
            Some(minimum) if !due_now.is_zero() && order(due_now, minimum) == Ordering::Less => {
                let stated = |amount: Decimal| decimal_text(Amount::padded(amount, self.digits()).decimal());
                Err(PricingError::refusal(ErrorCode::BelowMinimum, "", "the amount due is below the least that can be charged")
                    .operand("amount", stated(due_now))
                    .operand("minimum", stated(minimum)))
            }
            _ => Ok(()),
        }
    }

    // --------------------------------------------------------------------------------------------
    // What follows
    // --------------------------------------------------------------------------------------------

    /// The lines that wait for the next invoice: those of this bill where it does, and those from before unless it took them along.
    fn keep_waiting(&self, lines: &mut Vec<Line>, bill: &Bill, waits: bool, rounder: Rounder) -> Result<(), OutOfRange> {
        let Some(subscription) = &self.subscription else { return Ok(()) };
        if bill.lines.iter().any(Line::is_deferred) {
            return Ok(());
        }
        add_waiting(lines, subscription, rounder);
        if waits {
            invoice::add_waiting(lines, bill, rounder)?;
        }
        Ok(())
    }

    /// Tells what a regular period costs, and the next invoice.
    fn what_follows(&self, preview: &mut Preview, after: &After, held: Option<&Terms>, balance: Decimal) -> Result<(), PricingError> {
        let Some(terms) = held else { return Ok(()) };
        let following = Following {
            terms: Cow::Borrowed(terms),
            period: after.period,
            anchor: anchor_of(after.anchor, after.status, &after.period),
            deferred: Vec::new(),
            balance,
            scheduled: after.scheduled.as_ref(),
            unbilled: self.is_unbilled(after.status),
        };
        let whole = after.whole && after.scheduled.is_none();
        self.outlook().next(&following, &after.deferred, whole, &mut preview.recurring, &mut preview.next)
    }

    // --------------------------------------------------------------------------------------------
    // What else an answer says
    // --------------------------------------------------------------------------------------------

    fn seats_after(&self, terms: &Terms) -> Option<SeatsAfter> {
        let plan = self.catalog.plans.get(terms.plan)?;
        let used = self.customer.members.unwrap_or(0);
        let limit = attention::seat_limit(plan, terms);
        (plan.has_seats(&terms.price) || self.customer.members.is_some()).then(|| SeatsAfter {
            limit,
            used,
            free: limit.map(|limit| limit.saturating_sub(used).max(0)),
            full: limit.is_some_and(|limit| used >= limit),
        })
    }

    /// All members but the owner, where nothing is held any more.
    fn deactivation(&self, direction: Direction, shown: Option<&Terms>, ends: Timestamp) -> Result<Option<Deactivation>, OutOfRange> {
        let members = self.customer.members.unwrap_or(0).saturating_sub(1);
        match (direction, shown, self.catalog.grace_days) {
            (Direction::Cancel, None, Some(days)) if members > 0 => Ok(Some(Deactivation { at: ends.plus_days(days)?, members })),
            _ => Ok(None),
        }
    }

    fn compare_terms(&self, rows: &mut Vec<Row>, shown: Option<&Terms>, period: &Period, rounder: Rounder) -> Result<(), OutOfRange> {
        let basis = self.catalog.policy.proration.basis;
        let end_of = |period: &Period| period.shown(basis).ok().map(|period| period.end);
        let current = self.subscription.as_ref().map(|held| (&held.terms, end_of(&held.period)));
        attention::compare(rows, &self.catalog, current, shown.map(|terms| (terms, end_of(period))), rounder)
    }
}

/// Every value that is given back in no form.
fn add_lost(preview: &mut Preview, bill: &Bill) {
    preview.lost.extend(bill.shortened.iter().map(|part| Loss::CreditAboveBill { uncapped: part.uncapped, amount: part.above }));
    if !preview.forfeited.decimal().is_zero() {
        preview.lost.push(Loss::NegativeTotal { amount: preview.forfeited });
    }
}

/// An answer holds nothing that a document could not state, so that what `apply` gives is read again.
fn check_stated(bill: &Bill, balance: Decimal, after: &After) -> Result<(), OutOfRange> {
    let totals = can_be_stated(bill.subtotal.decimal()) && can_be_stated(bill.total.decimal()) && can_be_stated(balance);
    // What waits is written with the price of one, which may be far above what a part of a period comes to.
    let units = after.deferred.iter().all(|line| can_be_stated(line.unit_amount.decimal()));
    let amounts = totals && units && bill.lines.iter().all(|line| can_be_stated(line.amount.decimal()));
    let counts = after.unused_operations.max(after.extra_operations) <= MAX_COUNT;
    if amounts && counts { Ok(()) } else { Err(OutOfRange) }
}

/// What is paid for the period after a bill; what is billed once pays for none.
fn pay(paid: &mut PaidAfter, bill: &Bill, lost: &[Loss], once: Decimal) -> Result<(), OutOfRange> {
    let sum = |kinds: fn(LineKind) -> bool| {
        let mut own = bill.lines.iter().filter(|line| kinds(line.kind) && !line.is_deferred());
        own.try_fold(Decimal::ZERO, |sum, line| plus(sum, line.amount.decimal()))
    };
    match paid {
        // Net of discount, before tax and before credits.
        PaidAfter::New { amount, .. } => {
            let charged = sum(|kind| matches!(kind, LineKind::Charge | LineKind::AddOn | LineKind::Discount))?;
            *amount = above_zero(minus(charged, once)?);
        }
        PaidAfter::Cut { change, .. } => {
            let billed = sum(|kind| !matches!(kind, LineKind::Tax | LineKind::Rounding | LineKind::ExtraOperations | LineKind::CreditExcess))?;
            *change = minus(minus(billed, once)?, bill.time_above_cap)?;
            // Forfeited time is no longer paid for, though nothing was credited for it.
            for loss in lost.iter().filter(|loss| matches!(loss, Loss::UnusedTime { .. })) {
                *change = minus(*change, loss.amount().decimal())?;
            }
        }
        PaidAfter::Same | PaidAfter::Ended { .. } => {}
    }
    Ok(())
}
