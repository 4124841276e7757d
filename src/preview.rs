//! The way of the data: catalog + subscription + change → target → direction → treatment → settle the
//! old period → open the new one → lines → bill → what follows.

mod alteration;
mod conclusion;
pub(crate) mod operations;

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::answer::{ENGINE, Loss, Preview, Warning};
use crate::calendar::{Anchor, Cycle, Period, Stretch, Timestamp, plus_intervals};
use crate::catalog::CatalogData;
use crate::change::{self, AskedPeriod, Cause, Change, Direction, Terms};
use crate::decimal::{Decimal, above_zero, minus, opposite, plus};
use crate::error::{ErrorCode, Operand, OutOfRange, PricingError};
use crate::following::{self, Following, Outlook};
use crate::invoice::{self, Because, Billing, Line, LineKind, Once, Rate, Rounder};
use crate::money::Amount;
use crate::policy::{ChangeDay, Charge, Collect, Effective, Excess, PeriodTreatment, Treatment, UnusedOperations, UnusedTime};
use crate::rules::extra_operations;
use crate::settlement::{OldPeriod, SettledOperations};
use crate::subscription::{Customer, Status, Subscription};
use crate::text::{Text, concat, whole};

/// One customer at the checkout.
#[derive(Clone, Debug)]
pub struct Checkout {
    pub(crate) catalog: Arc<CatalogData>,
    pub(crate) customer: Customer,
    pub(crate) subscription: Option<Subscription>,
}

/// What the paid spans become.
pub(crate) enum PaidAfter {
    /// As they were.
    Same,
    /// A new span, in place of all.
    New { period: Period, amount: Decimal },
    /// Cut at the instant; what remains of them, less what was credited, plus what was charged, is paid for the rest, which
    /// begins the day after where the old plan used the day.
    Cut { at: Timestamp, from: Timestamp, end: Timestamp, change: Decimal, change_day: ChangeDay },
    /// Cut at the instant; nothing is paid for what follows.
    Ended { at: Timestamp, change_day: ChangeDay },
}

/// The subscription after a change, beside what is held.
pub(crate) struct After {
    pub status: Status,
    pub period: Period,
    pub anchor: Option<Anchor>,
    /// Whether this period and all that follow are known to be no stubs.
    pub whole: bool,
    pub unused_operations: i64,
    pub extra_operations: i64,
    pub paid: PaidAfter,
    pub scheduled: Option<Change>,
    pub deferred: Vec<Line>,
}

impl After {
    /// Nothing held.
    const fn nothing(at: Timestamp) -> Self {
        Self {
            status: Status::Active,
            period: Period { start: at, end: at },
            anchor: None,
            whole: false,
            unused_operations: 0,
            extra_operations: 0,
            paid: PaidAfter::Same,
            scheduled: None,
            deferred: Vec::new(),
        }
    }

    /// The running period goes on.
    fn goes_on(&mut self, subscription: &Subscription) {
        self.status = subscription.status;
        self.period = subscription.period;
        self.anchor = subscription.anchor;
        self.unused_operations = subscription.unused_operations;
        self.extra_operations = subscription.extra_operations;
        self.scheduled = subscription.scheduled.clone();
    }
}

/// One preview as it grows: every step adds what it decides, in place.
pub(crate) struct Outcome {
    pub preview: Preview,
    pub after: After,
    /// What the change leads to, `None` where that is nothing.
    pub target: Option<Terms>,
    /// Whether it begins at the period's end only, and what is held goes on until then.
    pub waits: bool,
    prices: Vec<Line>,
    discounts: Vec<Line>,
    collect: Collect,
    rounder: Rounder,
    /// What things billed once come to, net of discount.
    once: Decimal,
    /// Where a negative total may be refunded: received minus the used part, both with tax.
    refundable: Option<Decimal>,
    /// Whether it is a bill at all (a preview of a later change is none).
    billed: bool,
}

impl Outcome {
    pub fn new(checkout: &Checkout, at: Timestamp) -> Self {
        let rounder = checkout.rounder(None);
        let nothing = rounder.zero();
        let preview = Preview {
            engine: ENGINE,
            currency: checkout.catalog.currency,
            digits: checkout.digits(),
            change: Change::at(at),
            direction: Direction::None,
            cause: None,
            effective_at: at,
            period: Period { start: at, end: at },
            lines: Vec::new(),
            subtotal: nothing,
            discount: nothing,
            tax: nothing,
            total: nothing,
            due_now: nothing,
            balance_used: nothing,
            deferred: nothing,
            to_balance: nothing,
            refund: nothing,
            forfeited: nothing,
            balance_after: nothing,
            recurring: None,
            next: None,
            operations: None,
            seats: None,
            deactivation: None,
            extension: None,
            comparison: Vec::new(),
            required: Vec::new(),
            warnings: Vec::new(),
            lost: Vec::new(),
            extra_operations: None,
        };
        Self {
            preview,
            after: After::nothing(at),
            target: None,
            waits: false,
            prices: Vec::new(),
            discounts: Vec::new(),
            collect: Collect::Now,
            rounder,
            once: Decimal::ZERO,
            refundable: None,
            billed: false,
        }
    }

    /// Which way it goes and why, from when on, and the period in force from then on.
    fn goes(&mut self, direction: Direction, cause: Option<Cause>, effective_at: Timestamp, period: &Period) {
        self.preview.direction = direction;
        self.preview.cause = cause;
        self.preview.effective_at = effective_at;
        self.preview.period = *period;
    }
}

impl Checkout {
    /// The catalog.
    #[must_use]
    pub fn catalog(&self) -> &CatalogData {
        &self.catalog
    }

    /// The whole answer for one change.
    ///
    /// # Errors
    /// Kind `change` for what is wrong in it, `refusal` for what is not on offer.
    pub fn preview(&self, change: &Change) -> Result<Preview, PricingError> {
        let mut outcome = Outcome::new(self, change.at);
        self.evaluate(change, &mut outcome)?;
        Ok(outcome.preview)
    }

    /// The answer, and the state after it.
    pub(crate) fn evaluate(&self, change: &Change, outcome: &mut Outcome) -> Result<(), PricingError> {
        self.decide(change, outcome)?;
        self.conclude(outcome)
    }

    fn digits(&self) -> u32 {
        self.catalog.currency.digits()
    }

    pub(crate) fn rounder(&self, treatment: Option<&Treatment>) -> Rounder {
        let rounding = treatment.and_then(|treatment| treatment.rounding).unwrap_or(self.catalog.policy.rounding);
        Rounder::new(rounding, self.digits())
    }

    /// What is held after a change: what it leads to, or what was held where that waits.
    pub(crate) fn held_after<'a>(&'a self, target: Option<&'a Terms>, waits: bool) -> Option<&'a Terms> {
        if waits { self.subscription.as_ref().map(|before| &before.terms) } else { target }
    }

    pub(crate) fn outlook(&self) -> Outlook<'_> {
        Outlook { catalog: &self.catalog, customer: &self.customer, rounder: self.rounder(None) }
    }

    // --------------------------------------------------------------------------------------------
    // What is asked for
    // --------------------------------------------------------------------------------------------

    pub(crate) fn decide(&self, change: &Change, outcome: &mut Outcome) -> Result<(), PricingError> {
        change.check_conflicts()?;
        let Some(subscription) = &self.subscription else { return self.purchase(change, outcome) };
        let at = self.checked_instant(subscription, change)?;
        if change.renew {
            return self.renewal(subscription, change, at, outcome);
        }
        if subscription.status == Status::Expired {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "", "an expired subscription can only be renewed"));
        }
        if at < subscription.period.start || at > subscription.period.end {
            let Period { start, end } = subscription.period;
            return Err(PricingError::change(ErrorCode::OutsidePeriod, "at", "the instant lies outside the running period")
                .value(change.at)
                .operand("start", start)
                .operand("end", end));
        }
        if change.withdraw {
            return self.withdrawal(subscription, change, at, outcome);
        }
        if change.cancel {
            let free = self.catalog.free_plan().map(|(plan, price)| subscription.terms.on_free_plan(&self.catalog, plan, price));
            self.cancellation(subscription, change, at, free.as_ref(), outcome)?;
            outcome.target = free;
            return Ok(());
        }
        if let Some(count) = change.extra_operations {
            return self.extra_operations(subscription, change, at, count, outcome);
        }
        let mut target = change::resolve(&self.catalog, Some(&subscription.terms), change)?;
        if subscription.terms.ended_by(target.plan, &target.price) {
            self.cancellation(subscription, change, at, Some(&target), outcome)?;
        } else {
            match change::direction(&self.catalog, &subscription.terms, &target)? {
                (Direction::None, _) | (_, None) => match change.anchor {
                    Some(anchor) if !self.bills_on(subscription, at, anchor)? => self.billing_day(subscription, change, at, &target, outcome)?,
                    _ => self.nothing(subscription, change, at, &mut target, outcome)?,
                },
                (direction, Some(cause)) => self.alteration(subscription, change, at, &target, (direction, cause), outcome)?,
            }
        }
        outcome.target = Some(target);
        Ok(())
    }

    /// The instant beside the period; one without an offset of its own is refused where days are counted.
    fn checked_instant(&self, subscription: &Subscription, change: &Change) -> Result<Timestamp, PricingError> {
        let start = subscription.period.start;
        if self.catalog.policy.counts_civil_days() && start.is_off_utc() && !change.at.has_own_offset() {
            return Err(PricingError::change(ErrorCode::OffsetRequired, "at", "days are counted in the period's offset: give the instant one of its own")
                .value(change.at));
        }
        let at = change.at.beside(start);
        at.civil_date()?;
        Ok(at)
    }

    fn plan_id(&self, position: usize) -> Text {
        self.catalog.plans.get(position).map_or_else(|| Text::from(""), |plan| plan.id.clone())
    }

    /// Names the whole target in a change, enough to compute the same preview again.
    fn name_target(&self, resolved: &mut Change, change: &Change, terms: &Terms) {
        let held = self.subscription.as_ref().is_some_and(|subscription| !subscription.terms.add_ons.is_empty());
        if change.add_ons.is_some() || held || !terms.add_ons.is_empty() {
            let quantity = |(position, quantity): &(usize, i64)| {
                let id = self.catalog.add_ons.get(*position).map_or_else(|| Text::from(""), |add_on| add_on.id.clone());
                change::AddOnQuantity { id, quantity: *quantity }
            };
            resolved.add_ons = Some(terms.add_ons.iter().map(quantity).collect());
        }
        resolved.plan = Some(self.plan_id(terms.plan));
        resolved.interval = Some(terms.price.interval);
        resolved.operations = terms.price.operations;
        resolved.price = terms.price.id.clone();
        resolved.seats = terms.seats;
        resolved.discounts = change.discounts.clone();
        resolved.period = change.period;
        resolved.renew = change.renew;
        resolved.anchor = change.anchor;
        resolved.answers = change.answers.clone();
    }

    // --------------------------------------------------------------------------------------------
    // A first purchase, a renewal
    // --------------------------------------------------------------------------------------------

    fn purchase(&self, change: &Change, outcome: &mut Outcome) -> Result<(), PricingError> {
        if change.cancel || change.renew || change.withdraw || change.extra_operations.is_some() {
            return Err(PricingError::refusal(ErrorCode::NoSubscription, "", "there is no subscription yet"));
        }
        if change.effective == Some(Effective::PeriodEnd) || change.period == Some(AskedPeriod::Keep) {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "effective", "a first purchase takes effect now"));
        }
        let at = change.at;
        let mut terms = change::resolve(&self.catalog, None, change)?;
        if change.discounts.is_none() {
            terms.discounts = self.customer.discounts.iter().map(|held| change::HeldDiscount { since: held.since.or(Some(at)), ..*held }).collect();
        }
        let plan = self.catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
        self.name_target(&mut outcome.preview.change, change, &terms);
        outcome.preview.direction = Direction::New;
        outcome.after.anchor = change.anchor;
        let stretch = match plan.trial {
            Some(trial) => {
                let end = plus_intervals(at, trial, 1, self.catalog.policy.cycle)?;
                outcome.after.status = Status::Trial(end);
                let period = Period { start: at, end };
                Stretch { period, of: period }
            }
            None => {
                let anchor = change.anchor.unwrap_or(Anchor::At(at));
                outcome.after.anchor = Some(anchor);
                following::open(&self.catalog, anchor, at, terms.price.interval)?
            }
        };
        self.opened(terms, &stretch, None, outcome)
    }

    fn renewal(&self, subscription: &Subscription, change: &Change, at: Timestamp, outcome: &mut Outcome) -> Result<(), PricingError> {
        if subscription.status != Status::Expired && at < subscription.period.end {
            return Err(PricingError::refusal(ErrorCode::NotExpired, "renew", "the period has not ended: nothing is to be renewed yet")
                .value(Operand::Bool(true))
                .operand("end", subscription.period.end));
        }
        if at < subscription.period.start {
            return Err(PricingError::change(ErrorCode::OutsidePeriod, "at", "a renewal lies after the end").value(at));
        }
        // What was agreed is the base, unless another plan is named.
        let plan_of = |scheduled: &Change| scheduled.plan.clone().unwrap_or_else(|| self.plan_id(subscription.terms.plan));
        let agreed = |scheduled: &&Change| !scheduled.cancel && change.plan.as_ref().is_none_or(|plan| plan_of(scheduled) == *plan);
        let scheduled = subscription.scheduled.as_ref().filter(agreed);
        let base = match scheduled {
            Some(scheduled) => Cow::Owned(change::resolve_scheduled(&self.catalog, &subscription.terms, scheduled, at, "scheduled")?),
            None => Cow::Borrowed(&subscription.terms),
        };
        let terms = change::resolve(&self.catalog, Some(&base), change)?;
        let resolved = &mut outcome.preview.change;
        self.name_target(resolved, change, &terms);
        if resolved.discounts.is_none() {
            resolved.discounts = scheduled.and_then(|scheduled| scheduled.discounts.clone());
        }
        let Subscription { period, status, .. } = *subscription;
        let anchor = match change.anchor.or_else(|| scheduled?.anchor) {
            Some(anchor) => anchor,
            // On time, the old grid goes on.
            None if at == period.end && status != Status::Expired => {
                following::anchor_at_end(&self.catalog, &subscription.terms, anchor_of(subscription.anchor, status, &period), &terms, at)?
            }
            None => Anchor::At(at),
        };
        outcome.preview.direction = Direction::Renew;
        outcome.after.anchor = Some(anchor);
        let stretch = following::open(&self.catalog, anchor, at, terms.price.interval)?;
        self.opened(terms, &stretch, Some(subscription), outcome)
    }

    /// A period opened with nothing to settle before it; change, direction, anchor and status are decided.
    fn opened(&self, terms: Terms, stretch: &Stretch, before: Option<&Subscription>, outcome: &mut Outcome) -> Result<(), PricingError> {
        let at = outcome.preview.change.at;
        let start = stretch.period.start;
        let rounder = outcome.rounder;
        if !matches!(outcome.after.status, Status::Trial(_)) {
            let once = before.map_or(Once::All, |before| self.once(before));
            let (mut items, holding) = following::discounted_items(&self.catalog, &terms, once, start, start, rounder.scale())?;
            let mut charges = following::charges(&self.catalog, &terms, &mut items, stretch, &holding, rounder)?;
            if let Some(before) = before {
                add_waiting(&mut outcome.prices, before, rounder);
            }
            outcome.prices.append(&mut charges.prices);
            outcome.discounts = charges.discounts;
            outcome.once = charges.once;
            outcome.after.whole = outcome.after.anchor.is_some_and(|anchor| following::all_are_whole(stretch, anchor));
        }
        let operations = &mut outcome.preview.operations;
        outcome.after.unused_operations = self.operations_after(operations, &terms, &stretch.period, &SettledOperations::default(), 0, None, start, rounder)?;
        outcome.goes(outcome.preview.direction, Some(Cause::Plan), at, &stretch.period);
        outcome.after.period = stretch.period;
        outcome.after.paid = PaidAfter::New { period: stretch.period, amount: Decimal::ZERO };
        outcome.target = Some(terms);
        outcome.billed = true;
        Ok(())
    }

    // --------------------------------------------------------------------------------------------
    // An upgrade or a downgrade
    // --------------------------------------------------------------------------------------------

    fn alteration(
        &self,
        subscription: &Subscription,
        change: &Change,
        at: Timestamp,
        target: &Terms,
        (direction, cause): (Direction, Cause),
        outcome: &mut Outcome,
    ) -> Result<(), PricingError> {
        let treatment = change::treatment(&self.catalog.policy, direction, Some(cause));
        outcome.preview.direction = direction;
        outcome.preview.cause = Some(cause);
        if let Status::Trial(_) = subscription.status {
            return self.in_trial(subscription, change, at, target, treatment, outcome);
        }
        let effective = asked_effective(change, treatment)?;
        let resolved = &mut outcome.preview.change;
        self.name_target(resolved, change, target);
        resolved.effective = Some(effective);
        if effective == Effective::PeriodEnd {
            // Seats and add-ons that were not asked for stay open until then.
            if change.seats.is_none() && target.seats == subscription.terms.seats {
                resolved.seats = None;
            }
            if change.add_ons.is_none() {
                resolved.add_ons = None;
            }
            return self.at_period_end(subscription, Some(target), outcome);
        }
        let asked = asked_period(change, treatment)?;
        self.check_allowances(subscription, target, treatment)?;
        self.settled(subscription, at, target, treatment, asked, outcome)
    }

    /// Some providers refuse time proration for prices with an allowance.
    fn check_allowances(&self, subscription: &Subscription, target: &Terms, treatment: &Treatment) -> Result<(), PricingError> {
        let by_time = treatment.unused_time == UnusedTime::Credit || matches!(treatment.charge, Charge::Remaining | Charge::Difference);
        let allowance = [&subscription.terms, target].iter().any(|terms| terms.price.operations.is_some());
        if self.catalog.policy.refuses_allowances && by_time && allowance {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "plan", "the provider prorates no price with an allowance"));
        }
        Ok(())
    }

    /// A change in a trial: only what was billed is credited; the target's trial counts from the running one's start.
    fn in_trial(
        &self,
        subscription: &Subscription,
        change: &Change,
        at: Timestamp,
        target: &Terms,
        treatment: &Treatment,
        outcome: &mut Outcome,
    ) -> Result<(), PricingError> {
        if change.effective == Some(Effective::PeriodEnd) {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "effective", "a change in a trial takes effect now").value("period_end"));
        }
        let plan = self.catalog.plans.get(target.plan).ok_or(OutOfRange)?;
        let start = subscription.period.start;
        let end = match (subscription.status, plan.trial) {
            (Status::Trial(end), _) if target.plan == subscription.terms.plan => Some(end),
            (_, Some(trial)) => Some(plus_intervals(start, trial, 1, self.catalog.policy.cycle)?),
            (_, None) => None,
        };
        self.name_target(&mut outcome.preview.change, change, target);
        outcome.preview.change.effective = Some(Effective::Now);
        let Some(end) = end.filter(|end| *end > at) else {
            let full = Treatment { charge: Charge::Full, unused_time: UnusedTime::Credit, ..*treatment };
            return self.settled(subscription, at, target, &full, PeriodTreatment::Restart, outcome);
        };
        let period = Period { start, end };
        let rounder = self.rounder(Some(treatment));
        outcome.rounder = rounder;
        outcome.goes(outcome.preview.direction, outcome.preview.cause, change.at, &period);
        self.warn_of_scheduled(&mut outcome.preview.warnings, subscription, target, end);
        // A trial was not paid for, so its operations are worth nothing; what was granted stays, where it is not granted anew.
        let operations = &mut outcome.preview.operations;
        if matches!(outcome.preview.cause, Some(Cause::Seats | Cause::AddOns)) {
            outcome.after.unused_operations = subscription.unused_operations;
            outcome.after.extra_operations = subscription.extra_operations;
            self.operations_unchanged(operations, target, &period, subscription.operations_left(), at, rounder)?;
        } else {
            let unused = subscription.unused_operations;
            let settled = match treatment.unused_operations {
                UnusedOperations::Transfer => SettledOperations { transferred: unused, ..SettledOperations::default() },
                UnusedOperations::Credit | UnusedOperations::Forfeit => SettledOperations { forfeited: unused, ..SettledOperations::default() },
            };
            outcome.after.unused_operations = self.operations_after(operations, target, &period, &settled, 0, None, at, rounder)?;
        }
        outcome.after.status = Status::Trial(end);
        outcome.after.period = period;
        outcome.after.scheduled = subscription.scheduled.clone();
        outcome.billed = true;
        Ok(())
    }

    /// A change that waits for the period's end: nothing is due now. Change, direction and cause are decided.
    fn at_period_end(&self, subscription: &Subscription, target: Option<&Terms>, outcome: &mut Outcome) -> Result<(), PricingError> {
        let running = subscription.period;
        let rounder = outcome.rounder;
        let following = self.following_of(subscription, Some(&outcome.preview.change));
        let begins = self.outlook().beginning(&following)?.map(|(_, stretch, _)| stretch.period);
        if let (Some(target), Some(period)) = (target, begins) {
            let operations = &mut outcome.preview.operations;
            self.operations_after(operations, target, &period, &SettledOperations::default(), 0, None, period.start, rounder)?;
        }
        if let Some(scheduled) = &subscription.scheduled {
            let plan = self.scheduled_plan(scheduled, &subscription.terms);
            outcome.preview.warnings.push(Warning::ScheduledChangeReplaced { plan });
        }
        outcome.goes(outcome.preview.direction, outcome.preview.cause, running.end, &begins.unwrap_or(running));
        outcome.after.goes_on(subscription);
        outcome.after.scheduled = Some(outcome.preview.change.clone());
        outcome.waits = true;
        Ok(())
    }

    // --------------------------------------------------------------------------------------------
    // A cancellation
    // --------------------------------------------------------------------------------------------

    /// To the free plan that is the target, or to nothing.
    fn cancellation(
        &self,
        subscription: &Subscription,
        change: &Change,
        at: Timestamp,
        target: Option<&Terms>,
        outcome: &mut Outcome,
    ) -> Result<(), PricingError> {
        let treatment = &self.catalog.policy.cancel;
        let effective = asked_effective(change, treatment)?;
        // To the free plan by name, or by cancelling: the same change, written as it was asked for.
        let resolved = &mut outcome.preview.change;
        match (target, change.cancel) {
            (Some(target), false) => self.name_target(resolved, change, target),
            _ => {
                resolved.answers = change.answers.clone();
                resolved.cancel = true;
            }
        }
        resolved.effective = Some(effective);
        outcome.preview.direction = Direction::Cancel;
        outcome.preview.cause = Some(Cause::Plan);
        if effective == Effective::PeriodEnd {
            return self.at_period_end(subscription, target, outcome);
        }
        let rounder = self.rounder(Some(treatment));
        outcome.rounder = rounder;
        let old = OldPeriod::new(&self.catalog, subscription, at, treatment.change_day, rounder.scale())?;
        let prices = &mut outcome.prices;
        add_waiting(prices, subscription, rounder);
        match treatment.unused_time {
            UnusedTime::Credit => prices.append(&mut old.time_credits(&|_| true, rounder)?),
            UnusedTime::Forfeit | UnusedTime::Extend => old.forfeit_time(&mut outcome.preview.lost, &|_| true, rounder)?,
            UnusedTime::None => {}
        }
        // There is no new period to move operations into.
        let unused_operations = match treatment.unused_operations {
            UnusedOperations::Transfer => UnusedOperations::Forfeit,
            other => other,
        };
        let operations = old.operations(&Treatment { unused_operations, ..*treatment }, true, rounder, prices, &mut outcome.preview.lost)?;
        warn_of_prepaid(&mut outcome.preview.warnings, &outcome.preview.lost, rounder)?;
        outcome.refundable = self.refundable(&old, prices, rounder)?;
        let mut period = Period { start: subscription.period.start, end: if at > subscription.period.start { at } else { subscription.period.end } };
        outcome.after.status = Status::Expired;
        if let Some(target) = target {
            period = following::open(&self.catalog, Anchor::At(at), at, target.price.interval)?.period;
            let after = &mut outcome.preview.operations;
            outcome.after.unused_operations = self.operations_after(after, target, &period, &operations, 0, None, at, rounder)?;
            outcome.after.status = Status::Active;
            outcome.after.anchor = Some(Anchor::At(at));
        }
        outcome.goes(Direction::Cancel, Some(Cause::Plan), at, &period);
        outcome.after.period = period;
        outcome.after.paid = PaidAfter::Ended { at, change_day: treatment.change_day };
        outcome.billed = true;
        Ok(())
    }

    // --------------------------------------------------------------------------------------------
    // Changes without a direction
    // --------------------------------------------------------------------------------------------

    /// Nothing differs, or only discounts do: no lines, nothing due.
    fn nothing(&self, subscription: &Subscription, change: &Change, at: Timestamp, target: &mut Terms, outcome: &mut Outcome) -> Result<(), PricingError> {
        // Nothing is billed now, so a new discount begins with the next period.
        for held in target.discounts.iter_mut().filter(|held| !subscription.terms.discounts.contains(held)) {
            held.since = Some(subscription.period.end);
        }
        let cause = (target.discounts != subscription.terms.discounts).then_some(Cause::Discount);
        self.name_target(&mut outcome.preview.change, change, target);
        outcome.preview.change.period = None;
        self.standing(subscription, at, target, cause, outcome)
    }

    fn withdrawal(&self, subscription: &Subscription, change: &Change, at: Timestamp, outcome: &mut Outcome) -> Result<(), PricingError> {
        if subscription.scheduled.is_none() {
            return Err(PricingError::refusal(ErrorCode::NothingScheduled, "withdraw", "there is no scheduled change to take back").value(Operand::Bool(true)));
        }
        outcome.preview.change.answers = change.answers.clone();
        outcome.preview.change.withdraw = true;
        self.standing(subscription, at, &subscription.terms, Some(Cause::Withdraw), outcome)?;
        outcome.target = Some(subscription.terms.clone());
        outcome.after.scheduled = None;
        outcome.preview.warnings.clear();
        Ok(())
    }

    /// The period goes on with nothing to bill; the change is decided.
    fn standing(&self, subscription: &Subscription, at: Timestamp, terms: &Terms, cause: Option<Cause>, outcome: &mut Outcome) -> Result<(), PricingError> {
        let preview = &mut outcome.preview;
        self.operations_unchanged(&mut preview.operations, terms, &subscription.period, subscription.operations_left(), at, outcome.rounder)?;
        self.warn_of_scheduled(&mut preview.warnings, subscription, terms, subscription.period.end);
        outcome.goes(Direction::None, cause, at, &subscription.period);
        outcome.after.goes_on(subscription);
        Ok(())
    }

    fn extra_operations(&self, subscription: &Subscription, change: &Change, at: Timestamp, count: i64, outcome: &mut Outcome) -> Result<(), PricingError> {
        let terms = &subscription.terms;
        let plan = self.catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
        let allowance = terms.price.period_allowance()?;
        let not_offered = || PricingError::refusal(ErrorCode::NotOffered, "extraOperations", concat(&[&plan.name, " sells no extra operations"])).value(count);
        let extra = plan.extra_operations.as_ref().filter(|_| allowance > 0).ok_or_else(not_offered)?;
        if count.checked_rem(extra.bundle).is_none_or(|rest| rest != 0) || count == 0 {
            return Err(PricingError::refusal(
                ErrorCode::NotABundle,
                "extraOperations",
                concat(&["extra operations are sold in bundles of ", &whole(extra.bundle)]),
            )
            .value(count)
            .operand("bundle", extra.bundle));
        }
        let bought = subscription.extra_operations.checked_add(count).ok_or(OutOfRange)?;
        if let Some(most) = operations::most_extra(extra.max, terms.price.operations)
            && bought > most
        {
            let left = most.saturating_sub(subscription.extra_operations).max(0);
            return Err(PricingError::refusal(
                ErrorCode::AboveMaximum,
                "extraOperations",
                concat(&["at most ", &whole(left), " more can be bought in this period"]),
            )
            .value(count)
            .operand("left", left)
            .operand("maximum", most));
        }
        let rounder = self.rounder(Some(&self.catalog.policy.upgrade));
        let base = invoice::items(&self.catalog, terms, Once::None)?.into_iter().next().ok_or(OutOfRange)?;
        let exact = extra_operations::charge(&base.full, count, allowance, extra.surcharge);
        let amount = base.full.display(rounder.scale())?;
        let because = Because::ExtraOperations { rate: Rate { amount, per: allowance }, surcharge: Amount::padded(extra.surcharge, 0) };
        let mut lines = Vec::new();
        invoice::add_operations(&mut lines, LineKind::ExtraOperations, plan, count, exact, because, rounder)?;
        let unused = subscription.unused_operations.checked_add(count).ok_or(OutOfRange)?;
        outcome.preview.change.answers = change.answers.clone();
        outcome.preview.change.extra_operations = Some(count);
        self.standing(subscription, at, terms, Some(Cause::ExtraOperations), outcome)?;
        outcome.target = Some(terms.clone());
        self.operations_unchanged(&mut outcome.preview.operations, terms, &subscription.period, (unused, bought), at, rounder)?;
        outcome.prices = lines;
        outcome.rounder = rounder;
        outcome.collect = self.catalog.policy.upgrade.collect;
        outcome.billed = true;
        outcome.after.unused_operations = unused;
        outcome.after.extra_operations = bought;
        Ok(())
    }

    /// Whether periods end on the dates of an anchor already; a day is read in the month of the instant.
    fn bills_on(&self, subscription: &Subscription, at: Timestamp, anchor: Anchor) -> Result<bool, OutOfRange> {
        let Subscription { period, ref terms, .. } = *subscription;
        let held = anchor_of(subscription.anchor, subscription.status, &period);
        // In cycles of days, a day of the month is another one each month.
        let by_months = self.catalog.policy.cycle == Cycle::Calendar && terms.price.interval.months().is_some();
        let is_day = |anchor: Anchor| matches!(anchor, Anchor::Day(_));
        if held == anchor || (!by_months && (is_day(held) || is_day(anchor))) {
            return Ok(held == anchor);
        }
        let grid = |anchor: Anchor, start: Timestamp| following::grid_by_clock(&self.catalog, anchor, start, period.end, terms.price.interval);
        let asked = grid(anchor, at)?;
        Ok(asked.period_ending_at(period.end)?.is_some() && asked.has_dates_of(&grid(held, period.start)?)?)
    }

    /// Another billing day: a stub leads to it, from now on and the rest of the period settled, or from the period's end.
    fn billing_day(&self, subscription: &Subscription, change: &Change, at: Timestamp, target: &Terms, outcome: &mut Outcome) -> Result<(), PricingError> {
        let treatment = &self.catalog.policy.upgrade;
        if treatment.unused_time == UnusedTime::None || matches!(subscription.status, Status::Trial(_)) {
            return Err(PricingError::refusal(ErrorCode::NotOffered, "anchor", "the policy moves no billing day, or not in a trial"));
        }
        let effective = asked_effective(change, treatment)?;
        outcome.preview.cause = Some(Cause::BillingDay);
        let resolved = &mut outcome.preview.change;
        if effective == Effective::PeriodEnd {
            // Only the day is agreed: what else changes until then stays changed.
            resolved.answers = change.answers.clone();
            resolved.anchor = change.anchor;
            resolved.discounts = change.discounts.clone();
            resolved.effective = Some(effective);
            return self.at_period_end(subscription, Some(target), outcome);
        }
        self.name_target(resolved, change, target);
        resolved.effective = Some(effective);
        self.settled(subscription, at, target, treatment, PeriodTreatment::Restart, outcome)
    }

    // --------------------------------------------------------------------------------------------
    // Parts of an answer
    // --------------------------------------------------------------------------------------------

    /// What was agreed still stands, beside what is held now, and begins where the period ends.
    fn warn_of_scheduled(&self, warnings: &mut Vec<Warning>, subscription: &Subscription, now: &Terms, ends: Timestamp) {
        let Some(scheduled) = &subscription.scheduled else { return };
        warnings.push(Warning::ScheduledChangeStands { plan: self.scheduled_plan(scheduled, now), at: ends });
    }

    /// The plan that begins with what was agreed; none where the subscription ends.
    fn scheduled_plan(&self, scheduled: &Change, now: &Terms) -> Option<Text> {
        if scheduled.cancel {
            return self.catalog.free_plan().map(|(plan, _)| self.plan_id(plan));
        }
        Some(scheduled.plan.clone().unwrap_or_else(|| self.plan_id(now.plan)))
    }

    /// Received minus the used part, both with tax: the most that can go back as money.
    fn refundable(&self, old: &OldPeriod<'_>, prices: &[Line], rounder: Rounder) -> Result<Option<Decimal>, OutOfRange> {
        if self.catalog.policy.credit.excess != Excess::Refund {
            return Ok(None);
        }
        let billing = self.billing(rounder);
        let mut billed = Decimal::ZERO;
        let mut received = Decimal::ZERO;
        for span in &old.subscription.paid {
            billed = plus(billed, span.amount)?;
            let with_tax = match span.received {
                Some(received) => received,
                None => billing.with_tax(span.amount)?,
            };
            received = plus(received, with_tax)?;
        }
        // What was credited before, and what limits the credit now, makes the used part no smaller.
        let mut unused = Decimal::ZERO;
        for line in prices.iter().filter(|line| line.kind == LineKind::UnusedTime && !line.is_deferred()) {
            let credit = line.capped.map_or_else(|| opposite(line.amount.decimal()), |capped| capped.uncapped.decimal());
            unused = plus(unused, credit)?;
        }
        let used = billing.with_tax(above_zero(minus(billed, unused)?))?;
        Ok(Some(minus(received, used)?))
    }

    pub(crate) fn billing(&self, rounder: Rounder) -> Billing<'_> {
        let credit = self.catalog.policy.credit;
        Billing { taxes: &self.customer.taxes, rounder, cap: credit.cap, excess: credit.excess }
    }

    /// The state that the next invoice follows from, with no change but perhaps a scheduled one.
    fn following_of<'a>(&self, subscription: &'a Subscription, scheduled: Option<&'a Change>) -> Following<'a> {
        let mut deferred = Vec::new();
        add_waiting(&mut deferred, subscription, self.rounder(None));
        Following {
            terms: Cow::Borrowed(&subscription.terms),
            period: subscription.period,
            anchor: anchor_of(subscription.anchor, subscription.status, &subscription.period),
            deferred,
            balance: self.customer.balance,
            scheduled,
            unbilled: self.is_unbilled(subscription.status),
        }
    }

    /// Whether what is billed once is still to be billed: a trial bills nothing but what is paid.
    pub(crate) fn is_unbilled(&self, status: Status) -> bool {
        matches!(status, Status::Trial(_)) && self.subscription.as_ref().is_none_or(|held| held.paid.is_empty())
    }

    /// Of what is billed once, what a change of what is held bills.
    fn once<'a>(&self, before: &'a Subscription) -> Once<'a> {
        if self.is_unbilled(before.status) { Once::All } else { Once::Added(&before.terms) }
    }
}

/// The day that periods return to: the start of the running one unless told, and the end of a trial.
pub(crate) fn anchor_of(anchor: Option<Anchor>, status: Status, period: &Period) -> Anchor {
    anchor.unwrap_or(match status {
        Status::Trial(end) => Anchor::At(end),
        Status::Active | Status::Expired => Anchor::At(period.start),
    })
}

/// Adds the lines that wait for the next invoice.
fn add_waiting(lines: &mut Vec<Line>, subscription: &Subscription, rounder: Rounder) {
    lines.extend(subscription.deferred.iter().map(|line| invoice::deferred_line(line, rounder)));
}

fn asked_effective(change: &Change, treatment: &Treatment) -> Result<Effective, PricingError> {
    match change.effective {
        None => Ok(treatment.effective.default_value()),
        Some(asked) if treatment.effective.offers(asked) => Ok(asked),
        Some(asked) => {
            let word = if asked == Effective::Now { "now" } else { "period_end" };
            Err(PricingError::refusal(ErrorCode::NotOffered, "effective", "the policy does not offer this moment").value(word))
        }
    }
}

fn asked_period(change: &Change, treatment: &Treatment) -> Result<PeriodTreatment, PricingError> {
    let not_offered = |word: &str| PricingError::refusal(ErrorCode::NotOffered, "period", "the policy does not offer this period").value(word);
    match change.period {
        None => Ok(treatment.period.default_value()),
        Some(AskedPeriod::Restart) if treatment.period.offers(PeriodTreatment::Restart) => Ok(PeriodTreatment::Restart),
        Some(AskedPeriod::Restart) => Err(not_offered("restart")),
        Some(AskedPeriod::Keep) => {
            treatment.period.values().iter().copied().find(|value| *value != PeriodTreatment::Restart).ok_or_else(|| not_offered("keep"))
        }
    }
}

fn warn_of_prepaid(warnings: &mut Vec<Warning>, lost: &[Loss], rounder: Rounder) -> Result<(), OutOfRange> {
    let mut sum = Decimal::ZERO;
    for loss in lost.iter().filter(|loss| matches!(loss, Loss::FutureGrants { .. } | Loss::UnusedTime { .. })) {
        sum = plus(sum, loss.amount().decimal())?;
    }
    if !sum.is_zero() {
        warnings.push(Warning::PrepaidValueLost { amount: rounder.stated(sum) });
    }
    Ok(())
}
