//! Settling the old period: what becomes of unused time and of unused operations.

use alloc::vec::Vec;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use crate::answer::Loss;
use crate::calendar::{Anchor, Grid, Interval, MonthlyGrants, Period, Timestamp};
use crate::catalog::CatalogData;
use crate::error::{ErrorCode, OutOfRange, PricingError};
use crate::invoice::{self, Because, Cap, CapKind, Item, ItemKey, Line, LineKind, Once, PaidPart, Pricing, Rate, Rounder};
use crate::money::{Exact, above_zero, minus, plus};
use crate::policy::{ChangeDay, CreditBase, EarlierCredits, FactorTotal, Treatment, UnusedOperations, UnusedTime};
use crate::rules::credit_conversion;
use crate::rules::proration::{self, Factor};
use crate::subscription::{Status, Subscription};

/// The old period, seen from the instant of a change.
pub struct OldPeriod<'a> {
    /// The catalog.
    pub catalog: &'a CatalogData,
    /// The subscription.
    pub subscription: &'a Subscription,
    /// The instant.
    pub at: Timestamp,
    /// Whom the day of the change belongs to.
    pub change_day: ChangeDay,
    /// Items with the discounts that were paid with.
    pub items: Vec<Item>,
}

/// The aligned period that a part of `period` is divided by: the grid's own where `period` is a stub of
/// it, the plan's regular one where the policy says so, else the period itself.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn aligned(catalog: &CatalogData, period: Period, anchor: Option<Anchor>, interval: Interval) -> Result<Period, OutOfRange> {
    let policy = &catalog.policy;
    if policy.proration.total == FactorTotal::Plan {
        let grid = Grid::new(Anchor::At(period.start), period.start, interval, policy.cycle)?;
        return Ok(Period { start: period.start, end: grid.nth(1)? });
    }
    let Some(anchor) = anchor else { return Ok(period) };
    let grid = Grid::new(anchor, period.start, interval, policy.cycle)?;
    match grid.period_ending_at(period.end)? {
        Some(whole) if whole.start.wall() < period.start.wall() => Ok(whole),
        _ => Ok(period),
    }
}

impl<'a> OldPeriod<'a> {
    /// The old period with its items.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn new(catalog: &'a CatalogData, subscription: &'a Subscription, at: Timestamp, change_day: ChangeDay, digits: u32) -> Result<Self, OutOfRange> {
        let terms = &subscription.terms;
        let start = subscription.period.start;
        let mut items = invoice::items(catalog, terms, Once::None)?;
        let holding = invoice::discounts_holding(catalog, terms, start, start)?;
        invoice::take_discounts(&mut items, catalog, &holding, digits)?;
        Ok(Self { catalog, subscription, at, change_day, items })
    }

    /// The part of the period that remains, for an item of an interval.
    ///
    /// # Errors
    /// A period of no length in the policy's unit.
    pub fn factor(&self, interval: Interval) -> Result<Factor, OutOfRange> {
        let Subscription { period, anchor, terms, .. } = self.subscription;
        let of = if interval == terms.price.interval {
            aligned(self.catalog, *period, *anchor, interval)?
        } else {
            // An item on a longer rhythm is divided by its own regular period.
            let grid = Grid::new(Anchor::At(period.start), period.start, interval, self.catalog.policy.cycle)?;
            Period { start: period.start, end: grid.nth(1)? }
        };
        proration::factor(*period, self.at, period.end, of, &self.catalog.policy.proration, self.change_day)
    }

    /// What remains of the period, as a span.
    #[must_use]
    pub fn rest(&self) -> Period {
        Period { start: self.at.beside(self.subscription.period.start), end: self.subscription.period.end }
    }

    /// What was billed and not yet credited; `None` where nothing is told of it.
    fn creditable(&self) -> Result<Option<Decimal>, OutOfRange> {
        if self.subscription.paid.is_empty() {
            return Ok(None);
        }
        let mut sum = Decimal::ZERO;
        for span in &self.subscription.paid {
            sum = minus(plus(sum, span.amount)?, span.credited)?;
        }
        Ok(Some(above_zero(sum)))
    }

    /// The unused value of what was billed, each span over its own length.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn unused_paid(&self, digits: u32) -> Result<(Exact, Vec<PaidPart>), OutOfRange> {
        let proration = &self.catalog.policy.proration;
        let mut value = Exact::ZERO;
        let mut parts = Vec::with_capacity(self.subscription.paid.len());
        for span in &self.subscription.paid {
            let factor = proration::unused_of_span(span.period, self.at, proration, self.change_day)?;
            value = value.add(Exact::decimal(span.amount).mul(factor.value()));
            parts.push(PaidPart { amount: crate::money::Amount::padded(span.amount, digits), factor });
        }
        Ok((value, parts))
    }

    /// Credit lines for the unused time of the chosen items, positive values turned into credits, limited
    /// by what was billed.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn time_credits(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Vec<(ItemKey, Line)>, OutOfRange> {
        let mut lines = self.unlimited_credits(chosen, rounder)?;
        self.limit_by_paid(&mut lines.iter_mut().map(|(_, line)| line), rounder)?;
        Ok(lines)
    }

    fn unlimited_credits(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Vec<(ItemKey, Line)>, OutOfRange> {
        let policy = &self.catalog.policy;
        let trial = matches!(self.subscription.status, Status::Trial(_));
        // In a trial only what was billed is given back.
        let from_paid = trial || (policy.credit.base == CreditBase::Paid && !self.subscription.paid.is_empty());
        let recurring = || self.items.iter().filter(|item| item.interval.is_some());
        // What was billed for all is shared in proportion to what each item costs a period.
        let whole = recurring().fold(Exact::ZERO, |sum, item| sum.add(item.net_charge()));
        let (paid_value, paid_parts) = if from_paid { self.unused_paid(rounder.scale())? } else { (Exact::ZERO, Vec::new()) };
        let mut lines = Vec::new();
        for (index, item) in recurring().enumerate().filter(|(_, item)| chosen(item)) {
            let Some(interval) = item.interval else { continue };
            let factor = self.factor(interval)?;
            let pricing = if from_paid {
                let value = match (whole.is_zero(), index) {
                    (false, _) => paid_value.mul(item.net_charge()).div(whole),
                    (true, 0) => paid_value,
                    (true, _) => Exact::ZERO,
                };
                Pricing::UnusedPaid { factor, paid: paid_parts.clone(), value }
            } else {
                Pricing::UnusedList(factor)
            };
            lines.push((item.key, invoice::item_line(self.catalog, &self.subscription.terms, item, pricing, self.rest(), rounder)?));
        }
        Ok(lines)
    }

    /// What earlier credits take off the next ones, where the policy subtracts them.
    fn credited_before(&self) -> Exact {
        match self.catalog.policy.credit.earlier {
            EarlierCredits::Subtract => self.subscription.paid.iter().fold(Exact::ZERO, |sum, span| sum.add(Exact::decimal(span.credited))),
            EarlierCredits::Cap => Exact::ZERO,
        }
    }

    /// Limits credits, in order, by what was billed and not yet credited.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn limit_by_paid(&self, lines: &mut dyn Iterator<Item = &mut Line>, rounder: Rounder) -> Result<(), OutOfRange> {
        let Some(limit) = self.creditable()? else { return Ok(()) };
        let mut to_subtract = self.credited_before();
        let mut left = Exact::decimal(limit);
        let cap = Cap { kind: CapKind::Paid, limit: rounder.stated(limit) };
        for line in lines.filter(|line| line.exact.is_negative()) {
            let credit = Exact::decimal(line.amount.decimal()).negate();
            let subtracted = to_subtract.min(credit);
            to_subtract = to_subtract.sub(subtracted);
            let allowed = credit.sub(subtracted).min(left);
            left = left.sub(allowed);
            if allowed.compare(credit)? != Ordering::Equal {
                let uncapped = rounder.round(credit)?;
                line.exact = allowed.negate();
                line.amount = rounder.round(line.exact)?;
                line.because.shorten(uncapped, cap);
            }
        }
        Ok(())
    }

    /// The value of the unused time of the chosen items, exact and limited by what was billed.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn time_value(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Exact, OutOfRange> {
        let mut value = Exact::ZERO;
        for (_, line) in self.unlimited_credits(chosen, rounder)? {
            value = value.sub(line.exact);
        }
        match self.creditable()? {
            Some(limit) => Ok(value.sub(self.credited_before()).max(Exact::ZERO).min(Exact::decimal(limit))),
            None => Ok(value),
        }
    }

    /// The same as a loss, rounded once; `None` where it is nothing.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn forfeited_time(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Option<Loss>, OutOfRange> {
        let amount = rounder.round(self.time_value(chosen, rounder)?)?;
        if amount.decimal().is_zero() {
            return Ok(None);
        }
        Ok(Some(Loss::UnusedTime { amount, factor: self.factor(self.subscription.terms.price.interval)? }))
    }

    /// Applies a treatment to unused operations and to monthly grants still to come.
    ///
    /// # Errors
    /// `allowance_zero` where operations of a price that grants none are to be valued.
    pub fn operations(&self, treatment: &Treatment, period_ends: bool, rounder: Rounder) -> Result<SettledOperations, PricingError> {
        let mut settled = SettledOperations::default();
        let subscription = self.subscription;
        let price = &*subscription.terms.price;
        let unused = subscription.unused_operations;
        let base = self.items.first().ok_or(OutOfRange)?;
        let plan = self.catalog.plans.get(subscription.terms.plan).ok_or(OutOfRange)?;
        // From a free plan nothing is credited and nothing moves.
        if price.is_free() {
            settled.forfeited = unused;
            return Ok(settled);
        }
        // In a trial nothing was paid for, so nothing is credited or lost; what was granted can move.
        if matches!(subscription.status, Status::Trial(_)) && subscription.paid.is_empty() {
            match treatment.unused_operations {
                UnusedOperations::Transfer => settled.transferred = unused,
                UnusedOperations::Credit | UnusedOperations::Forfeit => settled.forfeited = unused,
            }
            return Ok(settled);
        }
        let allowance = price.period_allowance()?;
        let amount = base.net.display(rounder.scale())?;
        let rate = Rate { amount, per: allowance.max(1) };
        if unused > 0 {
            match treatment.unused_operations {
                UnusedOperations::Transfer => settled.transferred = unused,
                UnusedOperations::Credit => {
                    if allowance == 0 {
                        let message = "unused operations cannot be valued: the current price grants none";
                        return Err(PricingError::change(ErrorCode::AllowanceZero, "", message).operand("unused", unused));
                    }
                    let value = credit_conversion::credit(base.net, unused, allowance);
                    let because = Because::UnusedOperations { amount, allowance, operations: unused, exact: None, uncapped: None, cap: None };
                    settled.lines.push(invoice::operations_line(LineKind::UnusedOperations, plan.id.clone(), unused, rate, value.negate(), because, rounder)?);
                    settled.converted = unused;
                }
                UnusedOperations::Forfeit => {
                    settled.forfeited = unused;
                    if allowance > 0 {
                        let value = rounder.round(credit_conversion::credit(base.net, unused, allowance))?;
                        settled.lost.push(Loss::UnusedOperations { operations: unused, amount: value });
                    }
                }
            }
        }
        // Grants still to come have a value of their own only where time has none.
        let prepaid = price.resets_monthly && period_ends && treatment.unused_time == UnusedTime::None && allowance > 0;
        if prepaid {
            let grants = MonthlyGrants::at(subscription.period, price.interval, self.at)?.to_come();
            let operations = grants.checked_mul(price.operations.unwrap_or(0)).ok_or(OutOfRange)?;
            if operations > 0 {
                let value = credit_conversion::credit(base.net, operations, allowance);
                if self.catalog.policy.credit.credit_future_grants {
                    let because = Because::FutureGrants { amount, allowance, grants, operations, exact: None, uncapped: None, cap: None };
                    settled.lines.push(invoice::operations_line(LineKind::FutureGrants, plan.id.clone(), operations, rate, value.negate(), because, rounder)?);
                } else {
                    settled.lost.push(Loss::FutureGrants { grants, operations, amount: rounder.round(value)? });
                }
            }
        }
        Ok(settled)
    }
}

/// What became of operations.
#[derive(Default)]
pub struct SettledOperations {
    /// Credits.
    pub lines: Vec<Line>,
    /// Lost value.
    pub lost: Vec<Loss>,
    /// Turned into money.
    pub converted: i64,
    /// Moved.
    pub transferred: i64,
    /// Given back in no form.
    pub forfeited: i64,
}
