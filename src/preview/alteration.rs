//! An upgrade, a downgrade or another billing day: the old period settled, the new one opened and charged.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{Checkout, Outcome, PaidAfter, add_waiting, warn_of_prepaid};
use crate::answer::{Extension, Loss, OperationsAfter, Preview, Warning};
use crate::calendar::{Anchor, Interval, Period, Stretch, Timestamp};
use crate::change::{Cause, Direction, Terms};
use crate::decimal::{Decimal, order};
use crate::error::{ErrorCode, OutOfRange, PricingError};
use crate::following;
use crate::invoice::{self, Item, ItemKey, Line, LineKind, Pricing, Rounder};
use crate::money::Exact;
use crate::policy::{ChangeDay, Charge, Collect, Grant, PeriodTreatment, Treatment, UnusedTime};
use crate::rules::credit_conversion;
use crate::settlement::{OldPeriod, SettledOperations};
use crate::subscription::Subscription;

/// Which period is open after a change.
#[derive(Clone, Copy)]
enum Opening {
    /// The running one.
    Keep,
    /// The running one, finished at the new price; the new interval begins at its end.
    Finish,
    /// A new one.
    New(Stretch, Anchor),
}

/// A change that settles the running period, with what all its steps need.
struct Alteration<'a, 't> {
    checkout: &'a Checkout,
    subscription: &'a Subscription,
    at: Timestamp,
    target: &'t Terms,
    cause: Option<Cause>,
    treatment: &'t Treatment,
    rounder: Rounder,
    old: OldPeriod<'a>,
    opening: Opening,
    /// What the target consists of, net of the discounts that hold now.
    items: Vec<Item>,
    holding: Vec<usize>,
    /// What is credited and charged, where it is not all; the rest goes on as it is paid.
    settling: Option<Vec<ItemKey>>,
}

impl Checkout {
    /// Settles the old period, opens the new one and charges it; change, direction and cause are decided.
    pub(super) fn settled(
        &self,
        subscription: &Subscription,
        at: Timestamp,
        target: &Terms,
        treatment: &Treatment,
        asked: PeriodTreatment,
        outcome: &mut Outcome,
    ) -> Result<(), PricingError> {
        let preview = &mut outcome.preview;
        let (rounder, cause) = (self.rounder(Some(treatment)), preview.cause);
        let old = OldPeriod::new(&self.catalog, subscription, at, treatment.change_day, rounder.scale())?;
        let opening = opening(self, subscription, at, preview.change.anchor, target.price.interval, asked)?;
        let restarts = matches!(opening, Opening::New(..));
        let began = if restarts { at } else { subscription.period.start };
        let (mut items, holding) = following::discounted_items(&self.catalog, target, self.once(subscription), at, began, rounder.scale())?;
        if matches!(opening, Opening::Finish) {
            finish_at_price_of(&mut items, subscription.terms.price.interval, target.price.interval)?;
        }
        let settling = if restarts { None } else { Some(changed(&old.items, &items, is_of_parts(cause))?) };
        let mut alteration = Alteration { checkout: self, subscription, at, target, cause, treatment, rounder, old, opening, items, holding, settling };
        let credits = alteration.unused_time(preview)?;
        let operations = alteration.charges(credits, preview, &mut outcome.prices)?;
        invoice::add_discounts(&mut outcome.discounts, &self.catalog, &alteration.items, &alteration.holding, rounder)?;
        outcome.once = invoice::billed_once(&alteration.items, &outcome.discounts, rounder)?;
        let after = &mut outcome.after;
        let (period, anchor) = alteration.period(preview.extension.as_ref().map(|extension| extension.days))?;
        (after.unused_operations, after.extra_operations) = alteration.operations_after(&mut preview.operations, &operations, &period)?;
        alteration.warn(preview, &operations, &outcome.prices, period.end)?;
        outcome.refundable = self.refundable(&alteration.old, &outcome.prices, rounder)?;
        after.paid = if alteration.restarts() {
            PaidAfter::New { period: Period { start: alteration.paid_from(&period)?, ..period }, amount: Decimal::ZERO }
        } else {
            PaidAfter::Cut {
                at: alteration.old.rest().start,
                from: alteration.paid_from(&period)?,
                end: period.end,
                change: Decimal::ZERO,
                change_day: treatment.change_day,
            }
        };
        after.period = period;
        after.anchor = anchor;
        after.scheduled = subscription.scheduled.clone();
        after.whole = preview.extension.is_none() && matches!(alteration.opening, Opening::New(stretch, anchor) if following::all_are_whole(&stretch, anchor));
        outcome.collect = alteration.collect();
        outcome.rounder = rounder;
        outcome.billed = true;
        outcome.goes(outcome.preview.direction, outcome.preview.cause, at, &period);
        Ok(())
    }
}

impl Alteration<'_, '_> {
    const fn restarts(&self) -> bool {
        matches!(self.opening, Opening::New(..))
    }

    /// Whether an item that changed is one line, new minus old.
    fn is_by_difference(&self) -> bool {
        self.treatment.charge == Charge::Difference && !self.restarts()
    }

    /// A restarted period is collected now, whatever the treatment says.
    const fn collect(&self) -> Collect {
        if self.restarts() { Collect::Now } else { self.treatment.collect }
    }

    /// Whether the allowance is granted anew. With another billing day only the period is another.
    fn grants(&self) -> bool {
        match self.cause {
            Some(Cause::BillingDay) => false,
            cause => self.restarts() || !is_of_parts(cause),
        }
    }

    // --------------------------------------------------------------------------------------------
    // Unused time, and the charge
    // --------------------------------------------------------------------------------------------

    fn settles(&self, key: ItemKey) -> bool {
        self.settling.as_ref().is_none_or(|keys| keys.contains(&key))
    }

    /// What unused time becomes: credits, in the order of what recurs; or else it is lost, or extends the period.
    fn unused_time(&self, preview: &mut Preview) -> Result<Vec<Line>, PricingError> {
        let settles = |item: &Item| self.settles(item.key);
        match self.treatment.unused_time {
            _ if self.is_by_difference() => {}
            UnusedTime::Credit => return Ok(self.old.time_credits(&settles, self.rounder)?),
            UnusedTime::Forfeit => self.old.forfeit_time(&mut preview.lost, &settles, self.rounder)?,
            UnusedTime::Extend => preview.extension = self.extended()?,
            UnusedTime::None => {}
        }
        Ok(Vec::new())
    }

    /// Days of the new plan that unused time buys: credit ÷ its daily amount, rounded up.
    fn extended(&self) -> Result<Option<Extension>, PricingError> {
        let value = self.old.time_value(&|item| self.settles(item.key), self.rounder)?;
        // Nothing buys no days: then the new price is charged as it is without.
        if value.is_zero() {
            return Ok(None);
        }
        let mut price = Exact::ZERO;
        for item in self.items.iter().filter(|item| item.interval.is_some()) {
            price.increase(&item.net);
        }
        let interval = self.target.price.interval;
        let of = if interval == self.subscription.terms.price.interval {
            self.subscription.period
        } else {
            following::open(&self.checkout.catalog, Anchor::At(self.at), self.at, interval)?.period
        };
        let days_of_period = of.end.civil_days().checked_sub(of.start.civil_days()).ok_or(OutOfRange)?;
        let daily = price.mul(&Exact::ratio(1, days_of_period));
        if daily.is_zero() {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "plan", "a plan that costs nothing cannot be extended"));
        }
        let exact = value.div(&daily);
        let days = exact.ceiling()?;
        let daily = daily.display(self.checkout.digits())?;
        Ok(Some(Extension { days, exact: exact.display(0)?, credit: self.rounder.round(&value)?, daily }))
    }

    /// Item by item, the credit before the charge; credits for operations stand before all that is charged.
    fn charges(&mut self, credits: Vec<Line>, preview: &mut Preview, prices: &mut Vec<Line>) -> Result<SettledOperations, PricingError> {
        // With a credit for operations and the lines that the bill adds, as a rule this is all.
        let count = [1, credits.len(), self.items.len(), self.holding.len(), self.checkout.customer.taxes.len()];
        prices.reserve_exact(count.iter().fold(0, |sum, part| sum.saturating_add(*part)));
        if self.collect() == Collect::Now {
            add_waiting(prices, self.subscription, self.rounder);
        }
        let mut operations = None;
        let mut credits = credits.into_iter();
        let mut seen = (0, 0);
        while let Some(key) = invoice::next_key(&self.old.items, &self.items, &mut seen) {
            if !self.settles(key) {
                continue;
            }
            let (before, after) = (item_of(&self.old.items, key), item_of(&self.items, key));
            if self.is_by_difference()
                && let Some(interval) = after.or(before).and_then(|item| item.interval)
            {
                let terms = if after.is_some() { self.target } else { &self.subscription.terms };
                let factor = self.old.factor(interval)?;
                invoice::add_difference(prices, &self.checkout.catalog, terms, (before, after), factor, self.old.rest(), self.rounder)?;
                continue;
            }
            if before.is_some_and(|item| item.interval.is_some()) {
                prices.extend(credits.next());
            }
            let Some(item) = after else { continue };
            let Some(pricing) = self.pricing(item, preview.extension.is_some())? else { continue };
            let in_full = matches!(pricing, Pricing::Full);
            if operations.is_none() {
                operations = Some(self.operations(prices, &mut preview.lost)?);
            }
            invoice::add_item(prices, &self.checkout.catalog, self.target, item, pricing, self.span(item), self.rounder)?;
            if let Some(item) = self.items.iter_mut().find(|item| item.key == key) {
                item.in_full = in_full;
            }
        }
        let operations = match operations {
            Some(operations) => operations,
            None => self.operations(prices, &mut preview.lost)?,
        };
        if self.is_by_difference() {
            self.old.limit_by_paid(&mut prices.iter_mut().filter(|line| line.kind == LineKind::Difference), self.rounder)?;
        }
        Ok(operations)
    }

    /// The span that an item of the target is charged for.
    fn span(&self, item: &Item) -> Period {
        match self.opening {
            Opening::New(stretch, _) => stretch.period,
            _ if item.interval.is_none() || self.treatment.charge == Charge::Full => self.subscription.period,
            _ => self.old.rest(),
        }
    }

    /// How an item of the target is charged; `None` where it is not.
    fn pricing(&self, item: &Item, extended: bool) -> Result<Option<Pricing>, OutOfRange> {
        let Some(own) = item.interval else { return Ok(Some(Pricing::Full)) };
        // Days that unused time bought need no other payment for the rest.
        if self.treatment.charge == Charge::None || (extended && self.treatment.charge == Charge::Remaining) {
            return Ok(None);
        }
        Ok(Some(match self.opening {
            Opening::New(stretch, _) if stretch.is_whole() => Pricing::Full,
            Opening::New(stretch, _) => Pricing::Part(following::stub_factor(&self.checkout.catalog, self.target, own, &stretch, self.first_day())?),
            Opening::Keep | Opening::Finish if self.treatment.charge == Charge::Full => Pricing::Full,
            Opening::Finish if own == self.target.price.interval => Pricing::Part(self.old.factor(self.subscription.terms.price.interval)?),
            Opening::Keep | Opening::Finish => Pricing::Part(self.old.factor(own)?),
        }))
    }

    /// Whom the first day of a new period belongs to: to the old one only where that has such a day.
    fn first_day(&self) -> ChangeDay {
        let rest = self.old.rest();
        if rest.start.civil_days() < rest.end.civil_days() { self.treatment.change_day } else { ChangeDay::Unused }
    }

    /// When what is charged begins: the day after where the old plan used the day, unless a whole period is charged.
    fn paid_from(&self, period: &Period) -> Result<Timestamp, OutOfRange> {
        let begins = if self.restarts() { period.start } else { self.old.rest().start };
        let whole = matches!(self.opening, Opening::New(stretch, _) if stretch.is_whole());
        if whole || self.first_day() == ChangeDay::Unused || !self.checkout.catalog.policy.proration.basis.counts_days() {
            return Ok(begins);
        }
        let next = begins.plus_days(1)?;
        Ok(if next < period.end { next } else { begins })
    }

    // --------------------------------------------------------------------------------------------
    // Operations, and the period after it
    // --------------------------------------------------------------------------------------------

    /// What becomes of the old grant: a credit, a loss, or it moves.
    fn operations(&self, prices: &mut Vec<Line>, lost: &mut Vec<Loss>) -> Result<SettledOperations, PricingError> {
        if !self.grants() {
            return Ok(SettledOperations::default());
        }
        let given_up = self.restarts() || matches!(self.treatment.charge, Charge::Full | Charge::Remaining);
        self.old.operations(self.treatment, given_up, self.rounder, prices, lost)
    }

    /// The period in force from the change on, and the day that it returns to; `extension` is the days that were bought.
    fn period(&self, extension: Option<i64>) -> Result<(Period, Option<Anchor>), OutOfRange> {
        let running = self.subscription.period;
        Ok(match (self.opening, extension) {
            (opening, Some(days)) => {
                let from = match opening {
                    Opening::New(stretch, _) if self.treatment.charge == Charge::Full => stretch.period.end,
                    _ => self.at,
                };
                let end = from.plus_days(days)?;
                (Period { start: self.at, end }, Some(Anchor::At(end)))
            }
            (Opening::New(stretch, anchor), None) => (stretch.period, Some(anchor)),
            (Opening::Finish, None) => (running, Some(Anchor::At(running.end))),
            (Opening::Keep, None) => (running, self.subscription.anchor),
        })
    }

    /// Tells the operations after it, and says how many are available and how many of them are extra ones.
    fn operations_after(&self, after: &mut Option<OperationsAfter>, settled: &SettledOperations, period: &Period) -> Result<(i64, i64), OutOfRange> {
        if !self.grants() {
            let left = self.subscription.operations_left();
            self.checkout.operations_unchanged(after, self.target, period, left, self.at, self.rounder)?;
            return Ok(left);
        }
        let grant = match self.treatment.grant {
            grant @ Grant::Prorated { .. } if !self.restarts() => Some((self.old.factor(self.subscription.terms.price.interval)?, grant)),
            _ => None,
        };
        let bought = if self.restarts() { 0 } else { self.subscription.extra_operations };
        let available = self.checkout.operations_after(after, self.target, period, settled, bought, grant, self.at, self.rounder)?;
        Ok((available, bought))
    }

    // --------------------------------------------------------------------------------------------
    // Warnings
    // --------------------------------------------------------------------------------------------

    fn warn(&self, preview: &mut Preview, operations: &SettledOperations, prices: &[Line], ends: Timestamp) -> Result<(), OutOfRange> {
        let warnings = &mut preview.warnings;
        warn_of_prepaid(warnings, &preview.lost, self.rounder)?;
        self.warn_above_limit(warnings)?;
        self.warn_of_arbitrage(warnings, operations.transferred)?;
        self.warn_of_shorter(warnings, preview.direction, operations.converted, prices)?;
        self.checkout.warn_of_scheduled(warnings, self.subscription, self.target, ends);
        Ok(())
    }

    /// More was used in the running period than the new tier grants.
    fn warn_above_limit(&self, warnings: &mut Vec<Warning>) -> Result<(), OutOfRange> {
        let (old, new) = (&*self.subscription.terms.price, &*self.target.price);
        let (Some(granted), Some(limit)) = (old.operations, new.operations) else { return Ok(()) };
        let used = granted.saturating_add(self.subscription.extra_operations).saturating_sub(self.subscription.unused_operations);
        let another = self.target.plan != self.subscription.terms.plan || old != new;
        if used <= limit || !another {
            return Ok(());
        }
        // Across intervals the numbers cannot be compared, but a lower tier is lower.
        if new.interval == old.interval || new.yearly_allowance().compare(&old.yearly_allowance())? == Ordering::Less {
            warnings.push(Warning::OperationsAboveLimit { used, limit });
        }
        Ok(())
    }

    /// Moved operations would be credited at a higher unit price later.
    fn warn_of_arbitrage(&self, warnings: &mut Vec<Warning>, operations: i64) -> Result<(), OutOfRange> {
        let (old, new) = (&*self.subscription.terms.price, &*self.target.price);
        let (old_allowance, new_allowance) = (old.period_allowance()?, new.period_allowance()?);
        if operations == 0 || old_allowance == 0 || new_allowance == 0 {
            return Ok(());
        }
        let worth = |amount: Decimal, allowance: i64| self.rounder.round(&credit_conversion::credit(&Exact::decimal(amount), operations, allowance));
        let (worth_now, worth_later) = (worth(old.amount, old_allowance)?, worth(new.amount, new_allowance)?);
        if order(worth_later.decimal(), worth_now.decimal()) == Ordering::Greater {
            warnings.push(Warning::TierArbitrage { operations, worth_now, worth_later });
        }
        Ok(())
    }

    /// A year of unused operations meets a shorter bill.
    fn warn_of_shorter(&self, warnings: &mut Vec<Warning>, direction: Direction, converted: i64, prices: &[Line]) -> Result<(), OutOfRange> {
        let (old, new) = (self.subscription.terms.price.interval, self.target.price.interval);
        let annual = old.compare_length(Interval::YEAR) != Ordering::Less;
        if direction != Direction::Upgrade || !annual || new.compare_length(old) != Ordering::Less || converted == 0 {
            return Ok(());
        }
        let mut credit = Exact::ZERO;
        let mut bill = Exact::ZERO;
        for line in prices {
            match line.kind {
                LineKind::UnusedOperations => credit.decrease(&line.exact),
                LineKind::Charge | LineKind::AddOn => bill.increase(&line.exact),
                _ => {}
            }
        }
        warnings.push(Warning::AnnualToShorter { credit: self.rounder.round(&credit)?, bill: self.rounder.round(&bill)? });
        Ok(())
    }
}

/// Whether only seats or add-ons are other ones.
const fn is_of_parts(cause: Option<Cause>) -> bool {
    matches!(cause, Some(Cause::Seats | Cause::AddOns))
}

/// Which period is open after a change to an interval.
fn opening(
    checkout: &Checkout,
    subscription: &Subscription,
    at: Timestamp,
    anchor: Option<Anchor>,
    interval: Interval,
    asked: PeriodTreatment,
) -> Result<Opening, OutOfRange> {
    let kept = asked != PeriodTreatment::Restart && interval == subscription.terms.price.interval;
    let another = match anchor {
        Some(anchor) if kept && checkout.bills_on(subscription, at, anchor)? => None,
        another => another,
    };
    let anchor = match (another, asked) {
        (Some(anchor), _) => anchor,
        (None, PeriodTreatment::Restart) => Anchor::At(at),
        _ if interval == subscription.terms.price.interval => return Ok(Opening::Keep),
        (None, PeriodTreatment::Keep) => Anchor::At(at),
        (None, PeriodTreatment::KeepAnchor) => subscription.anchor.unwrap_or(Anchor::At(subscription.period.start)),
        (None, PeriodTreatment::KeepPeriod) => return Ok(Opening::Finish),
    };
    // A day has the time of day that the running period ends at.
    Ok(Opening::New(following::open_by_clock(&checkout.catalog, anchor, at, subscription.period.end, interval)?, anchor))
}

/// A running period is finished at the price of a target that is billed in another interval.
fn finish_at_price_of(items: &mut [Item], running: Interval, own: Interval) -> Result<(), OutOfRange> {
    for item in items.iter_mut().filter(|item| item.interval == Some(own)) {
        item.rescale(&running.in_terms_of(own))?;
    }
    Ok(())
}

/// What a kept period has to settle. With another price that is the plan, and all that costs otherwise now; with other
/// seats or add-ons only these, and not the shares of a discount that move with them.
fn changed(before: &[Item], after: &[Item], only_parts: bool) -> Result<Vec<ItemKey>, OutOfRange> {
    let mut settling = Vec::new();
    let mut seen = (0, 0);
    while let Some(key) = invoice::next_key(before, after, &mut seen) {
        let settles = match (item_of(before, key), item_of(after, key)) {
            (Some(before), Some(after)) if only_parts => !before.is_the_same_as(after)?,
            (Some(before), Some(after)) if key.is_add_on() => !before.is_the_same_as(after)? || before.net.compare(&after.net)? != Ordering::Equal,
            _ => true,
        };
        if settles {
            settling.push(key);
        }
    }
    Ok(settling)
}

fn item_of(items: &[Item], key: ItemKey) -> Option<&Item> {
    items.iter().find(|item| item.key == key)
}
