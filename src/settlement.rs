//! Settling the old period: what becomes of unused time and of unused operations.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::answer::Loss;
use crate::calendar::{Anchor, Interval, MonthlyGrants, Period, Timestamp};
use crate::catalog::{CatalogData, Plan};
use crate::decimal::{Decimal, above_zero, minus, plus};
use crate::error::{ErrorCode, OutOfRange, PricingError};
use crate::following;
use crate::invoice::{self, Because, Cap, CapKind, Item, Line, LineKind, Once, PaidPart, Pricing, Rate, Rounder, Share};
use crate::money::{Amount, Exact};
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

impl<'a> OldPeriod<'a> {
    /// The old period with its items.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
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
        let policy = &self.catalog.policy;
        let of = if interval != terms.price.interval || policy.proration.total == FactorTotal::Plan {
            // An item on a longer rhythm is divided by its own regular period.
            following::open(self.catalog, Anchor::At(period.start), period.start, interval)?.of
        } else {
            self.aligned(*anchor)?
        };
        proration::factor(period, self.at, period.end, &of, &policy.proration, self.change_day)
    }

    /// The aligned period that a part of this one is divided by: the grid's own where this is a stub of it, else itself.
    fn aligned(&self, anchor: Option<Anchor>) -> Result<Period, OutOfRange> {
        let Subscription { period, terms, .. } = self.subscription;
        let Some(anchor) = anchor else { return Ok(*period) };
        let grid = following::grid_by_clock(self.catalog, anchor, period.start, period.end, terms.price.interval)?;
        let whole = grid.period_ending_at(period.end)?.filter(|whole| whole.start.compare_wall(&period.start).is_lt());
        Ok(whole.unwrap_or(*period))
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
            let factor = proration::unused_of_span(&span.period, self.at, proration, self.change_day)?;
            value.increase(&Exact::decimal(span.amount).mul(&factor.value()));
            parts.push(PaidPart { amount: Amount::padded(span.amount, digits), factor });
        }
        Ok((value, parts))
    }

    /// Credit lines for the unused time of the chosen items that recur, in their order, positive values turned into credits, limited
    /// by what was billed.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn time_credits(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Vec<Line>, OutOfRange> {
        let mut lines = self.unlimited_credits(chosen, rounder)?;
        self.limit_by_paid(&mut lines.iter_mut(), rounder)?;
        Ok(lines)
    }

    fn unlimited_credits(&self, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<Vec<Line>, OutOfRange> {
        let policy = &self.catalog.policy;
        let trial = matches!(self.subscription.status, Status::Trial(_));
        // In a trial only what was billed is given back.
        let from_paid = trial || (policy.credit.base == CreditBase::Paid && !self.subscription.paid.is_empty());
        let mut whole = Exact::ZERO;
        let mut unused_paid = (Exact::ZERO, Vec::new());
        if from_paid {
            unused_paid = self.unused_paid(rounder.scale())?;
            // What was billed for all is shared in proportion to what each item costs a period.
            for item in self.items.iter().filter(|item| item.interval.is_some()) {
                whole.increase(&item.net_charge());
            }
        }
        let of_all = whole.display(rounder.scale());
        let mut lines = Vec::new();
        let mut left = unused_paid.0;
        for item in &self.items {
            let Some(interval) = item.interval else { continue };
            // Where nothing costs anything, all of it is the first one's.
            let value = if whole.is_zero() { core::mem::replace(&mut left, Exact::ZERO) } else { left };
            if !chosen(item) {
                continue;
            }
            let factor = self.factor(interval)?;
            let pricing = if !from_paid {
                Pricing::UnusedList(factor)
            } else {
                let own = item.net_charge();
                let value = if whole.is_zero() { value } else { value.mul(&own).div(&whole) };
                // Of terms of fractions too long to be written, it cannot be told; the credit holds without it.
                let share = match (own.display(rounder.scale()), of_all) {
                    (Ok(amount), Ok(of)) if !whole.is_zero() && amount != of => Some(Box::new(Share { amount, of })),
                    _ => None,
                };
                Pricing::UnusedPaid { factor, paid: unused_paid.1.clone(), share, value }
            };
            invoice::add_item(&mut lines, self.catalog, &self.subscription.terms, item, pricing, self.rest(), rounder)?;
        }
        Ok(lines)
    }

    /// What earlier credits take off the next ones, where the policy subtracts them.
    fn credited_before(&self) -> Exact {
        match self.catalog.policy.credit.earlier {
            EarlierCredits::Subtract => {
                let mut sum = Exact::ZERO;
                for span in &self.subscription.paid {
                    sum.increase(&Exact::decimal(span.credited));
                }
                sum
            }
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
            let subtracted = to_subtract.min(&credit);
            to_subtract.decrease(&subtracted);
            let allowed = credit.sub(&subtracted).min(&left);
            left.decrease(&allowed);
            if allowed.compare(&credit)? != Ordering::Equal {
                line.shorten(&allowed.negate(), &cap, rounder)?;
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
        for line in self.unlimited_credits(chosen, rounder)? {
            value.decrease(&line.exact);
        }
        match self.creditable()? {
            Some(limit) => Ok(value.sub(&self.credited_before()).above_zero().min(&Exact::decimal(limit))),
            None => Ok(value),
        }
    }

    /// Adds the same as a loss, rounded once, where it is anything.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn forfeit_time(&self, lost: &mut Vec<Loss>, chosen: &dyn Fn(&Item) -> bool, rounder: Rounder) -> Result<(), OutOfRange> {
        let amount = rounder.round(&self.time_value(chosen, rounder)?)?;
        if !amount.decimal().is_zero() {
            lost.push(Loss::UnusedTime { amount, factor: self.factor(self.subscription.terms.price.interval)? });
        }
        Ok(())
    }

    /// Applies a treatment to unused operations and to monthly grants still to come. What they are worth is added to the
    /// lines as a credit, or to what is lost.
    ///
    /// # Errors
    /// `allowance_zero` where operations of a price that grants none are to be valued.
    pub fn operations(
        &self,
        treatment: &Treatment,
        period_ends: bool,
        rounder: Rounder,
        lines: &mut Vec<Line>,
        lost: &mut Vec<Loss>,
    ) -> Result<SettledOperations, PricingError> {
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
        // Nothing is worth more than can be shown, also where nothing is valued.
        let old = ValuedAt { amount: base.net.display(rounder.scale())?, net: base.net, plan, allowance, rounder };
        if unused > 0 {
            match treatment.unused_operations {
                UnusedOperations::Transfer => settled.transferred = unused,
                UnusedOperations::Credit => {
                    if allowance == 0 {
                        let message = "unused operations cannot be valued: the current price grants none";
                        return Err(PricingError::change(ErrorCode::AllowanceZero, "", message).operand("unused", unused));
                    }
                    settled.converted = unused;
                    old.credit(unused, None, lines)?;
                }
                UnusedOperations::Forfeit => {
                    settled.forfeited = unused;
                    if allowance > 0 {
                        lost.push(Loss::UnusedOperations { operations: unused, amount: old.worth(unused)? });
                    }
                }
            }
        }
        // Grants still to come have a value of their own only where time has none.
        let prepaid = price.resets_monthly && period_ends && treatment.unused_time == UnusedTime::None && allowance > 0;
        if prepaid {
            let grants = MonthlyGrants::at(&subscription.period, price.interval, self.at)?.to_come();
            let operations = grants.checked_mul(price.operations.unwrap_or(0)).ok_or(OutOfRange)?;
            if operations > 0 {
                if self.catalog.policy.credit.credit_future_grants {
                    old.credit(operations, Some(grants), lines)?;
                } else {
                    lost.push(Loss::FutureGrants { grants, operations, amount: old.worth(operations)? });
                }
            }
        }
        Ok(settled)
    }
}

/// What operations are valued at.
struct ValuedAt<'a> {
    plan: &'a Plan,
    /// The price of the whole allowance.
    net: Exact,
    /// The same as it is shown.
    amount: Amount,
    allowance: i64,
    rounder: Rounder,
}

impl ValuedAt<'_> {
    /// What operations are worth, rounded.
    fn worth(&self, operations: i64) -> Result<Amount, OutOfRange> {
        self.rounder.round(&credit_conversion::credit(&self.net, operations, self.allowance))
    }

    /// A credit line for unused operations, or for those of grants still to come.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn credit(&self, operations: i64, grants: Option<i64>, lines: &mut Vec<Line>) -> Result<(), OutOfRange> {
        let rate = Rate { amount: self.amount, per: self.allowance };
        let (kind, because) = match grants {
            Some(grants) => (LineKind::FutureGrants, Because::FutureGrants { rate, grants }),
            None => (LineKind::UnusedOperations, Because::UnusedOperations { rate }),
        };
        let value = credit_conversion::credit(&self.net, operations, self.allowance);
        invoice::add_operations(lines, kind, self.plan, operations, value.negate(), because, self.rounder)
    }
}

/// What became of operations.
#[derive(Clone, Copy, Debug, Default)]
pub struct SettledOperations {
    /// Turned into money.
    pub converted: i64,
    /// Moved.
    pub transferred: i64,
    /// Given back in no form.
    pub forfeited: i64,
}
