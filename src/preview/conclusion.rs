//! The bill of an outcome, what becomes of its total, and what follows: the whole answer.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::{After, Checkout, Evaluation, Outcome, PaidAfter, anchor_of, waiting};
use crate::answer::{Deactivation, ENGINE, Loss, Next, Preview, Recurring, Row, SeatsAfter, Warning};
use crate::attention;
use crate::calendar::{Period, Timestamp};
use crate::change::{Direction, Terms};
use crate::error::{ErrorCode, OutOfRange, PricingError, Problem};
use crate::following::{self, Following};
use crate::invoice::{Because, Bill, Line, LineKind, Rounder, waiting_lines};
use crate::money::{self, Amount, minus, plus};
use crate::policy::{Collect, Excess};
use crate::text::Text;
use crate::wire::reader::MAX_COUNT;

/// Where a total goes.
#[derive(Default)]
struct Settled {
    due_now: Decimal,
    balance_used: Decimal,
    deferred: Decimal,
    to_balance: Decimal,
    refund: Decimal,
    forfeited: Decimal,
    balance_after: Decimal,
}

impl Checkout {
    /// Makes the answer of an outcome, and the state after it.
    pub(super) fn conclude(&self, mut outcome: Outcome<'_>) -> Result<Evaluation, PricingError> {
        let rounder = outcome.rounder;
        let bill = self.bill_of(&mut outcome)?;
        let settled = self.settle(bill.total.decimal(), outcome.collect, outcome.refundable)?;
        let lost = all_lost(core::mem::take(&mut outcome.lost), &bill, &settled, rounder);
        let mut after = outcome.after;
        after.paid = paid_for(after.paid, &bill, &lost, outcome.once)?;
        after.deferred = self.still_waiting(&bill, outcome.billed && outcome.collect == Collect::NextInvoice, rounder)?;
        check_stated(&bill, &settled, &after)?;
        let (recurring, next) = self.what_follows(&after, settled.balance_after)?;
        let shown = outcome.shown.as_deref();
        let mut warnings = outcome.warnings;
        if self.customer.individual_subscription && outcome.direction != Direction::Cancel {
            warnings.push(Warning::DuplicateBilling);
        }
        let required = attention::required(&attention::Asked {
            catalog: &self.catalog,
            customer: &self.customer,
            change: &outcome.change,
            direction: outcome.direction,
            target: shown,
            lost: &lost,
            due_now: settled.due_now,
            existing: self.subscription.is_some(),
            rounder,
        })?;
        let preview = Preview {
            engine: ENGINE,
            currency: Text::from(self.catalog.currency.code()),
            digits: self.digits(),
            seats: shown.and_then(|terms| self.seats_after(terms)),
            deactivation: self.deactivation(outcome.direction, shown, outcome.effective_at)?,
            comparison: self.comparison(shown, outcome.period, rounder)?,
            change: outcome.change,
            direction: outcome.direction,
            cause: outcome.cause,
            effective_at: outcome.effective_at,
            period: outcome.period.shown(self.catalog.policy.proration.basis)?,
            lines: following::shown_lines(bill.lines, &self.catalog)?,
            subtotal: bill.subtotal,
            discount: bill.discount,
            tax: bill.tax,
            total: bill.total,
            due_now: rounder.stated(settled.due_now),
            balance_used: rounder.stated(settled.balance_used),
            deferred: rounder.stated(settled.deferred),
            to_balance: rounder.stated(settled.to_balance),
            refund: rounder.stated(settled.refund),
            forfeited: rounder.stated(settled.forfeited),
            balance_after: rounder.stated(settled.balance_after),
            recurring,
            next,
            operations: outcome.operations,
            extension: outcome.extension,
            required,
            warnings,
            lost,
            extra_operations: None,
        };
        Ok(Evaluation { preview, after })
    }

    // --------------------------------------------------------------------------------------------
    // The bill, and where its total goes
    // --------------------------------------------------------------------------------------------

    /// The bill of its lines; a preview of a later change has none.
    fn bill_of(&self, outcome: &mut Outcome<'_>) -> Result<Bill, OutOfRange> {
        let zero = outcome.rounder.zero();
        if !outcome.billed {
            return Ok(Bill {
                lines: Vec::new(),
                subtotal: zero,
                discount: zero,
                tax: zero,
                total: zero,
                shortened: Vec::new(),
                time_above_cap: Decimal::ZERO,
            });
        }
        self.billing(outcome.rounder).bill(core::mem::take(&mut outcome.prices), core::mem::take(&mut outcome.discounts))
    }

    /// Splits a total into what is due and where the rest goes.
    fn settle(&self, total: Decimal, collect: Collect, refundable: Option<Decimal>) -> Result<Settled, PricingError> {
        let balance = self.customer.balance;
        let mut settled = Settled { balance_after: balance, ..Settled::default() };
        let (owed, credit) = (total.max(Decimal::ZERO), minus(Decimal::ZERO, total.min(Decimal::ZERO))?);
        if collect == Collect::NextInvoice {
            // The lines themselves wait, also those of a credit, and the balance is untouched.
            settled.deferred = owed;
            settled.to_balance = credit;
            return Ok(settled);
        }
        settled.balance_used = if owed.is_zero() || balance.is_zero() { Decimal::ZERO } else { balance.min(owed) };
        settled.due_now = minus(owed, settled.balance_used)?;
        self.check_minimum(settled.due_now)?;
        match self.catalog.policy.credit.excess {
            Excess::Refund => {
                settled.refund = refundable.unwrap_or(Decimal::ZERO).min(credit).max(Decimal::ZERO);
                settled.to_balance = minus(credit, settled.refund)?;
            }
            Excess::Forfeit => settled.forfeited = credit,
            Excess::Balance => settled.to_balance = credit,
        }
        settled.balance_after = plus(minus(balance, settled.balance_used)?, settled.to_balance)?;
        Ok(settled)
    }

    fn check_minimum(&self, due_now: Decimal) -> Result<(), PricingError> {
        match self.catalog.policy.minimum_charge {
            Some(minimum) if due_now > Decimal::ZERO && due_now < minimum => {
                let stated = |amount: Decimal| money::decimal_text(Amount::padded(amount, self.digits()).decimal());
                Err(Problem::new(ErrorCode::BelowMinimum, "", "the amount due is below the least that can be charged")
                    .operand("amount", stated(due_now))
                    .operand("minimum", stated(minimum))
                    .refusal())
            }
            _ => Ok(()),
        }
    }

    // --------------------------------------------------------------------------------------------
    // What follows
    // --------------------------------------------------------------------------------------------

    /// The lines that wait for the next invoice: those of this bill where it does, and those from before unless it took them along.
    fn still_waiting(&self, bill: &Bill, waits: bool, rounder: Rounder) -> Result<Vec<Line>, OutOfRange> {
        let Some(subscription) = &self.subscription else { return Ok(Vec::new()) };
        if bill.lines.iter().any(|line| matches!(line.because, Because::Deferred)) {
            return Ok(Vec::new());
        }
        let mut lines = waiting(subscription, rounder)?;
        if waits {
            lines.extend(waiting_lines(&bill.lines, rounder)?);
        }
        Ok(lines)
    }

    /// What a regular period costs, and the next invoice.
    fn what_follows(&self, after: &After, balance: Decimal) -> Result<(Option<Recurring>, Option<Next>), PricingError> {
        let Some(terms) = &after.terms else { return Ok((None, None)) };
        self.outlook().next(&Following {
            terms: Cow::Borrowed(terms),
            period: after.period,
            anchor: anchor_of(after.anchor, after.status, after.period),
            deferred: after.deferred.clone(),
            balance,
            scheduled: after.scheduled.as_ref(),
        })
    }

    // --------------------------------------------------------------------------------------------
    // What else an answer says
    // --------------------------------------------------------------------------------------------

    fn seats_after(&self, terms: &Terms) -> Option<SeatsAfter> {
        let plan = self.catalog.plans.get(terms.plan)?;
        let used = self.customer.members.unwrap_or(0);
        let limit = attention::seat_limit(plan, terms);
        (plan.has_seats() || self.customer.members.is_some()).then(|| SeatsAfter {
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

    fn comparison(&self, shown: Option<&Terms>, period: Period, rounder: Rounder) -> Result<Vec<Row>, OutOfRange> {
        let basis = self.catalog.policy.proration.basis;
        let end_of = |period: Period| period.shown(basis).ok().map(|period| period.end);
        let current = self.subscription.as_ref().map(|held| (&held.terms, end_of(held.period)));
        attention::comparison(&self.catalog, current, shown.map(|terms| (terms, end_of(period))), rounder)
    }
}

/// Every value that is given back in no form.
fn all_lost(mut lost: Vec<Loss>, bill: &Bill, settled: &Settled, rounder: Rounder) -> Vec<Loss> {
    lost.extend(bill.shortened.iter().map(|part| Loss::CreditAboveBill { uncapped: part.uncapped, amount: part.above }));
    if !settled.forfeited.is_zero() {
        lost.push(Loss::NegativeTotal { amount: rounder.stated(settled.forfeited) });
    }
    lost
}

/// An answer holds nothing that a document could not state, so that what `apply` gives is read again.
fn check_stated(bill: &Bill, settled: &Settled, after: &After) -> Result<(), OutOfRange> {
    let stated = |amount: Amount| amount.decimal().abs() < money::LIMIT;
    let amounts = bill.lines.iter().all(|line| stated(line.amount)) && stated(bill.subtotal) && stated(bill.total);
    let counts = after.unused_operations.max(after.extra_operations) <= MAX_COUNT;
    if amounts && settled.balance_after < money::LIMIT && counts { Ok(()) } else { Err(OutOfRange) }
}

/// What is paid for the period after a bill; what is billed once pays for none.
fn paid_for(paid: PaidAfter, bill: &Bill, lost: &[Loss], once: Decimal) -> Result<PaidAfter, OutOfRange> {
    let own = || bill.lines.iter().filter(|line| !matches!(line.because, Because::Deferred));
    let sum = |kinds: fn(LineKind) -> bool| own().filter(|line| kinds(line.kind)).try_fold(Decimal::ZERO, |sum, line| plus(sum, line.amount.decimal()));
    Ok(match paid {
        // Net of discount, before tax and before credits.
        PaidAfter::New { period, .. } => {
            let charged = sum(|kind| matches!(kind, LineKind::Charge | LineKind::AddOn | LineKind::Discount))?;
            PaidAfter::New { period, amount: minus(charged, once)?.max(Decimal::ZERO) }
        }
        PaidAfter::Cut { at, end, .. } => {
            let billed = sum(|kind| !matches!(kind, LineKind::Tax | LineKind::Rounding | LineKind::ExtraOperations | LineKind::CreditExcess))?;
            let mut change = minus(minus(billed, once)?, bill.time_above_cap)?;
            // Forfeited time is no longer paid for, though nothing was credited for it.
            for loss in lost.iter().filter(|loss| matches!(loss, Loss::UnusedTime { .. })) {
                change = minus(change, loss.amount().decimal())?;
            }
            PaidAfter::Cut { at, end, change }
        }
        other @ (PaidAfter::Same | PaidAfter::Ended { .. }) => other,
    })
}
