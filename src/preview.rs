//! The way of the data: catalog + subscription + change → target → direction → treatment → settle the
//! old period → open the new one → lines → bill → what follows.

mod alteration;
mod conclusion;
pub(crate) mod operations;

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::answer::{Extension, Loss, OperationsAfter, Preview, Warning};
use crate::calendar::{Anchor, Period, Stretch, Timestamp, plus_intervals};
use crate::catalog::CatalogData;
use crate::change::{self, AskedPeriod, Cause, Change, Direction, Terms};
use crate::error::{ErrorCode, OutOfRange, PricingError, Problem};
use crate::following::{self, Following, Outlook};
use crate::invoice::{self, Because, Billing, Line, LineKind, Once, Rate, Rounder};
use crate::money::{Amount, minus, plus};
use crate::policy::{Charge, Collect, Effective, Excess, PeriodTreatment, Treatment, UnusedOperations, UnusedTime};
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

/// A preview, and the state after it.
pub(crate) struct Evaluation {
    pub preview: Preview,
    pub after: After,
}

/// What the paid spans become.
pub(crate) enum PaidAfter {
    /// As they were.
    Same,
    /// A new span, in place of all.
    New { period: Period, amount: Decimal },
    /// Cut at the instant; what remains of them, less what was credited, plus what was charged, is paid for the rest.
    Cut { at: Timestamp, end: Timestamp, change: Decimal },
    /// Cut at the instant; nothing is paid for what follows.
    Ended { at: Timestamp },
}

/// The subscription after a change; `terms` is `None` where it ended.
pub(crate) struct After {
    pub terms: Option<Terms>,
    pub status: Status,
    pub period: Period,
    pub anchor: Option<Anchor>,
    pub unused_operations: i64,
    pub extra_operations: i64,
    pub paid: PaidAfter,
    pub scheduled: Option<Change>,
    pub deferred: Vec<Line>,
}

/// Everything that decides the figures of one preview, before they are put together.
struct Outcome<'a> {
    change: Change,
    direction: Direction,
    cause: Option<Cause>,
    effective_at: Timestamp,
    /// Shown: the period in force from `effective_at` on.
    period: Period,
    /// The new terms, as compared with the current ones; `None` where nothing is held.
    shown: Option<Cow<'a, Terms>>,
    prices: Vec<Line>,
    discounts: Vec<Line>,
    collect: Collect,
    rounder: Rounder,
    lost: Vec<Loss>,
    warnings: Vec<Warning>,
    operations: Option<OperationsAfter>,
    extension: Option<Extension>,
    /// What things billed once come to, net of discount.
    once: Decimal,
    /// Where a negative total may be refunded: received minus the used part, both with tax.
    refundable: Option<Decimal>,
    /// Whether it is a bill at all (a preview of a later change is none).
    billed: bool,
    after: After,
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
        self.evaluate(change).map(|evaluation| evaluation.preview)
    }

    pub(crate) fn evaluate(&self, change: &Change) -> Result<Evaluation, PricingError> {
        let outcome = self.decide(change)?;
        self.conclude(outcome)
    }

    fn digits(&self) -> u32 {
        self.catalog.currency.digits()
    }

    pub(crate) fn rounder(&self, treatment: Option<&Treatment>) -> Rounder {
        let rounding = treatment.and_then(|treatment| treatment.rounding).unwrap_or(self.catalog.policy.rounding);
        Rounder::new(rounding, self.digits())
    }

    pub(crate) fn outlook(&self) -> Outlook<'_> {
        Outlook { catalog: &self.catalog, customer: &self.customer, rounder: self.rounder(None) }
    }

    // --------------------------------------------------------------------------------------------
    // What is asked for
    // --------------------------------------------------------------------------------------------

    fn decide<'a>(&'a self, change: &Change) -> Result<Outcome<'a>, PricingError> {
        change.check_conflicts()?;
        let Some(subscription) = &self.subscription else { return self.purchase(change) };
        let at = self.checked_instant(subscription, change)?;
        if change.renew {
            return self.renewal(subscription, change, at);
        }
        if subscription.status == Status::Expired {
            return Err(Problem::new(ErrorCode::NotOffered, "", "an expired subscription can only be renewed").refusal());
        }
        if at < subscription.period.start || at > subscription.period.end {
            let Period { start, end } = subscription.period;
            return Err(Problem::new(ErrorCode::OutsidePeriod, "at", "the instant lies outside the running period")
                .value(change.at)
                .operand("start", start)
                .operand("end", end)
                .change());
        }
        if change.withdraw {
            return self.withdrawal(subscription, change, at);
        }
        if change.cancel {
            return self.cancellation(subscription, change, at, None);
        }
        if let Some(count) = change.extra_operations {
            return self.extra_operations(subscription, change, at, count);
        }
        let target = change::resolve(&self.catalog, Some(&subscription.terms), change)?;
        if subscription.terms.ended_by(target.plan, &target.price) {
            return self.cancellation(subscription, change, at, Some(target));
        }
        match change::direction(&self.catalog, &subscription.terms, &target)? {
            (Direction::None, _) if change.anchor.is_some() => self.billing_day(subscription, change, at, target),
            (Direction::None, _) => self.nothing(subscription, change, at, target),
            (direction, Some(cause)) => self.alteration(subscription, change, at, target, direction, cause),
            (_, None) => self.nothing(subscription, change, at, target),
        }
    }

    /// The instant beside the period; one without an offset of its own is refused where days are counted.
    fn checked_instant(&self, subscription: &Subscription, change: &Change) -> Result<Timestamp, PricingError> {
        let start = subscription.period.start;
        if self.catalog.policy.counts_civil_days() && start.is_off_utc() && !change.at.has_own_offset() {
            return Err(Problem::new(ErrorCode::OffsetRequired, "at", "days are counted in the period's offset: give the instant one of its own")
                .value(change.at)
                .change());
        }
        let at = change.at.beside(start);
        at.civil_date()?;
        Ok(at)
    }

    fn plan_id(&self, position: usize) -> Text {
        self.catalog.plans.get(position).map_or_else(|| Text::from(""), |plan| plan.id.clone())
    }

    /// The change with its whole target, enough to compute the same preview again.
    fn resolved(&self, change: &Change, terms: &Terms) -> Change {
        let held = self.subscription.as_ref().is_some_and(|subscription| !subscription.terms.add_ons.is_empty());
        let add_ons = (change.add_ons.is_some() || held || !terms.add_ons.is_empty()).then(|| {
            let quantity = |(position, quantity): &(usize, i64)| {
                let id = self.catalog.add_ons.get(*position).map_or_else(|| Text::from(""), |add_on| add_on.id.clone());
                change::AddOnQuantity { id, quantity: *quantity }
            };
            terms.add_ons.iter().map(quantity).collect()
        });
        Change {
            at: change.at,
            plan: Some(self.plan_id(terms.plan)),
            interval: Some(terms.price.interval),
            operations: terms.price.operations,
            price: terms.price.id.clone(),
            seats: terms.seats,
            add_ons,
            discounts: change.discounts.clone(),
            effective: None,
            period: change.period,
            cancel: false,
            renew: change.renew,
            withdraw: false,
            anchor: change.anchor,
            extra_operations: None,
            answers: change.answers.clone(),
        }
    }

    /// A change that names nothing but itself.
    fn bare(change: &Change) -> Change {
        Change { answers: change.answers.clone(), ..Change::at(change.at) }
    }

    // --------------------------------------------------------------------------------------------
    // A first purchase, a renewal
    // --------------------------------------------------------------------------------------------

    fn purchase<'a>(&'a self, change: &Change) -> Result<Outcome<'a>, PricingError> {
        if change.cancel || change.renew || change.withdraw || change.extra_operations.is_some() {
            return Err(Problem::new(ErrorCode::NoSubscription, "", "there is no subscription yet").refusal());
        }
        if change.effective == Some(Effective::PeriodEnd) || change.period == Some(AskedPeriod::Keep) {
            return Err(Problem::new(ErrorCode::NotOffered, "effective", "a first purchase takes effect now").refusal());
        }
        let at = change.at;
        let mut terms = change::resolve(&self.catalog, None, change)?;
        if change.discounts.is_none() {
            terms.discounts = self.customer.discounts.iter().map(|held| change::HeldDiscount { since: held.since.or(Some(at)), ..*held }).collect();
        }
        let plan = self.catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
        let resolved = self.resolved(change, &terms);
        let rounder = self.rounder(None);
        if let Some(trial) = plan.trial {
            let end = plus_intervals(at, trial, 1, self.catalog.policy.cycle)?;
            let period = Period { start: at, end };
            return self.opened(resolved, Direction::New, terms, Stretch { period, of: period }, change.anchor, Status::Trial(end), rounder, None);
        }
        let anchor = change.anchor.unwrap_or(Anchor::At(at));
        let stretch = following::open(&self.catalog, anchor, at, terms.price.interval)?;
        self.opened(resolved, Direction::New, terms, stretch, Some(anchor), Status::Active, rounder, None)
    }

    fn renewal<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp) -> Result<Outcome<'a>, PricingError> {
        if subscription.status != Status::Expired && at < subscription.period.end {
            return Err(Problem::new(ErrorCode::NotExpired, "renew", "the period has not ended: nothing is to be renewed yet")
                .operand("end", subscription.period.end)
                .refusal());
        }
        if at < subscription.period.start {
            return Err(Problem::new(ErrorCode::OutsidePeriod, "at", "a renewal lies after the end").value(at).change());
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
        let mut resolved = self.resolved(change, &terms);
        if resolved.discounts.is_none() {
            resolved.discounts = scheduled.and_then(|scheduled| scheduled.discounts.clone());
        }
        let rounder = self.rounder(None);
        let same_interval = terms.price.interval == subscription.terms.price.interval;
        let anchor = match (change.anchor.or_else(|| scheduled?.anchor), subscription.anchor) {
            (Some(anchor), _) => anchor,
            // On time, the old grid goes on.
            (None, anchor) if at == subscription.period.end && subscription.status == Status::Active && same_interval => {
                anchor.unwrap_or(Anchor::At(subscription.period.start))
            }
            _ => Anchor::At(at),
        };
        let stretch = following::open(&self.catalog, anchor, at, terms.price.interval)?;
        self.opened(resolved, Direction::Renew, terms, stretch, Some(anchor), Status::Active, rounder, Some(subscription))
    }

    /// A period opened with nothing to settle before it.
    #[allow(clippy::too_many_arguments)] // One caller more than one would want an own type for.
    fn opened<'a>(
        &'a self,
        change: Change,
        direction: Direction,
        terms: Terms,
        stretch: Stretch,
        anchor: Option<Anchor>,
        status: Status,
        rounder: Rounder,
        before: Option<&Subscription>,
    ) -> Result<Outcome<'a>, PricingError> {
        let at = change.at;
        let start = stretch.period.start;
        let (prices, discounts, once) = if matches!(status, Status::Trial(_)) {
            (Vec::new(), Vec::new(), Decimal::ZERO)
        } else {
            let once = before.map_or(Once::All, |before| Once::Added(&before.terms));
            let (items, holding) = following::discounted_items(&self.catalog, &terms, once, start, start, rounder.scale())?;
            let charges = following::charges(&self.catalog, &terms, &items, stretch, &holding, rounder)?;
            let mut prices = before.map_or(Ok(Vec::new()), |before| waiting(before, rounder))?;
            prices.extend(charges.prices);
            (prices, charges.discounts, charges.once)
        };
        let operations = self.operations_after(&terms, stretch.period, &SettledOperations::default(), 0, None, start, rounder)?;
        let available = operations.as_ref().map_or(0, |operations| operations.available);
        Ok(Outcome {
            change,
            direction,
            cause: Some(Cause::Plan),
            effective_at: at,
            period: stretch.period,
            shown: Some(Cow::Owned(terms.clone())),
            prices,
            discounts,
            collect: Collect::Now,
            rounder,
            lost: Vec::new(),
            warnings: Vec::new(),
            operations,
            extension: None,
            once,
            refundable: None,
            billed: true,
            after: After {
                terms: Some(terms),
                status,
                period: stretch.period,
                anchor,
                unused_operations: available,
                extra_operations: 0,
                paid: PaidAfter::New { period: stretch.period, amount: Decimal::ZERO },
                scheduled: None,
                deferred: Vec::new(),
            },
        })
    }

    // --------------------------------------------------------------------------------------------
    // An upgrade or a downgrade
    // --------------------------------------------------------------------------------------------

    fn treatment(&self, direction: Direction, cause: Cause) -> &Treatment {
        let policy = &self.catalog.policy;
        match (direction, cause) {
            (Direction::Downgrade, Cause::Seats) => policy.for_seats_removed(),
            (_, Cause::Seats) => policy.for_seats_added(),
            (Direction::Downgrade, _) => &policy.downgrade,
            _ => &policy.upgrade,
        }
    }

    fn alteration<'a>(
        &'a self,
        subscription: &'a Subscription,
        change: &Change,
        at: Timestamp,
        target: Terms,
        direction: Direction,
        cause: Cause,
    ) -> Result<Outcome<'a>, PricingError> {
        let treatment = self.treatment(direction, cause);
        if let Status::Trial(_) = subscription.status {
            return self.in_trial(subscription, change, at, target, direction, cause, treatment);
        }
        let effective = asked_effective(change, treatment)?;
        let mut resolved = self.resolved(change, &target);
        resolved.effective = Some(effective);
        if effective == Effective::PeriodEnd {
            // Seats and add-ons that were not asked for stay open until then.
            if change.seats.is_none() && target.seats == subscription.terms.seats {
                resolved.seats = None;
            }
            if change.add_ons.is_none() {
                resolved.add_ons = None;
            }
            return self.at_period_end(subscription, resolved, Some(target), direction, cause);
        }
        let asked = asked_period(change, treatment)?;
        self.check_allowances(subscription, &target, treatment)?;
        self.settled(subscription, resolved, at, target, (direction, cause), *treatment, asked)
    }

    /// Some providers refuse time proration for prices with an allowance.
    fn check_allowances(&self, subscription: &Subscription, target: &Terms, treatment: &Treatment) -> Result<(), PricingError> {
        let by_time = treatment.unused_time == UnusedTime::Credit || matches!(treatment.charge, Charge::Remaining | Charge::Difference);
        let allowance = [&subscription.terms, target].iter().any(|terms| terms.price.operations.is_some());
        if self.catalog.policy.refuses_allowances && by_time && allowance {
            return Err(Problem::new(ErrorCode::NotOffered, "plan", "the provider prorates no price with an allowance").refusal());
        }
        Ok(())
    }

    /// A change in a trial: only what was billed is credited; the target's trial counts from the running one's start.
    #[allow(clippy::too_many_arguments)]
    fn in_trial<'a>(
        &'a self,
        subscription: &'a Subscription,
        change: &Change,
        at: Timestamp,
        target: Terms,
        direction: Direction,
        cause: Cause,
        treatment: &Treatment,
    ) -> Result<Outcome<'a>, PricingError> {
        if change.effective == Some(Effective::PeriodEnd) {
            return Err(Problem::new(ErrorCode::NotOffered, "effective", "a change in a trial takes effect now").refusal());
        }
        let plan = self.catalog.plans.get(target.plan).ok_or(OutOfRange)?;
        let start = subscription.period.start;
        let end = match (subscription.status, plan.trial) {
            (Status::Trial(end), _) if target.plan == subscription.terms.plan => Some(end),
            (_, Some(trial)) => Some(plus_intervals(start, trial, 1, self.catalog.policy.cycle)?),
            (_, None) => None,
        };
        let mut resolved = self.resolved(change, &target);
        resolved.effective = Some(Effective::Now);
        match end {
            Some(end) if end > at => {
                let stretch = Stretch { period: Period { start, end }, of: Period { start, end } };
                let mut outcome = self.opened(resolved, direction, target, stretch, None, Status::Trial(end), self.rounder(Some(treatment)), None)?;
                outcome.cause = Some(cause);
                let shown = outcome.shown.as_deref().unwrap_or(&subscription.terms);
                outcome.warnings = self.scheduled_stands(subscription, shown);
                outcome.after.scheduled.clone_from(&subscription.scheduled);
                outcome.after.paid = PaidAfter::Same;
                // A trial was not paid for, so its operations are worth nothing; what was granted stays, where it is not granted anew.
                if matches!(cause, Cause::Seats | Cause::AddOns) {
                    outcome.operations = self.operations_unchanged(shown, stretch.period, subscription, at, outcome.rounder)?;
                    outcome.after.unused_operations = subscription.unused_operations;
                    outcome.after.extra_operations = subscription.extra_operations;
                    return Ok(outcome);
                }
                let mut settled = SettledOperations::default();
                match treatment.unused_operations {
                    UnusedOperations::Transfer => settled.transferred = subscription.unused_operations,
                    UnusedOperations::Credit | UnusedOperations::Forfeit => settled.forfeited = subscription.unused_operations,
                }
                outcome.operations = self.operations_after(shown, stretch.period, &settled, 0, None, at, outcome.rounder)?;
                outcome.after.unused_operations = outcome.operations.as_ref().map_or(0, |operations| operations.available);
                Ok(outcome)
            }
            _ => {
                let full = Treatment { charge: Charge::Full, unused_time: UnusedTime::Credit, ..*treatment };
                self.settled(subscription, resolved, at, target, (direction, cause), full, PeriodTreatment::Restart)
            }
        }
    }

    /// A change that waits for the period's end: nothing is due now.
    fn at_period_end<'a>(
        &'a self,
        subscription: &'a Subscription,
        change: Change,
        target: Option<Terms>,
        direction: Direction,
        cause: Cause,
    ) -> Result<Outcome<'a>, PricingError> {
        let running = subscription.period;
        let rounder = self.rounder(None);
        let following = self.following_of(subscription, Some(&change))?;
        let begins = self.outlook().beginning(&following)?.map(|(_, stretch, _)| stretch);
        let operations = match (&target, begins) {
            (Some(target), Some(stretch)) => {
                self.operations_after(target, stretch.period, &SettledOperations::default(), 0, None, stretch.period.start, rounder)?
            }
            _ => None,
        };
        let mut warnings = Vec::new();
        if let Some(scheduled) = &subscription.scheduled {
            warnings.push(Warning::ScheduledChangeReplaced { plan: scheduled.plan.clone().unwrap_or_else(|| self.plan_id(subscription.terms.plan)) });
        }
        Ok(Outcome {
            direction,
            cause: Some(cause),
            effective_at: running.end,
            period: begins.map_or(running, |stretch| stretch.period),
            shown: target.map(Cow::Owned),
            prices: Vec::new(),
            discounts: Vec::new(),
            collect: Collect::Now,
            rounder,
            lost: Vec::new(),
            warnings,
            operations,
            extension: None,
            once: Decimal::ZERO,
            refundable: None,
            billed: false,
            after: After { scheduled: Some(change.clone()), ..unchanged(subscription, subscription.terms.clone()) },
            change,
        })
    }

    // --------------------------------------------------------------------------------------------
    // A cancellation
    // --------------------------------------------------------------------------------------------

    fn cancellation<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp, free: Option<Terms>) -> Result<Outcome<'a>, PricingError> {
        let treatment = &self.catalog.policy.cancel;
        let effective = asked_effective(change, treatment)?;
        let target = free.or_else(|| {
            let (plan, price) = self.catalog.free_plan()?;
            Some(subscription.terms.on_free_plan(&self.catalog, plan, price))
        });
        // To the free plan by name, or by cancelling: the same change, written as it was asked for.
        let mut resolved = match (&target, change.cancel) {
            (Some(target), false) => self.resolved(change, target),
            _ => Change { cancel: true, ..Self::bare(change) },
        };
        resolved.effective = Some(effective);
        if effective == Effective::PeriodEnd {
            return self.at_period_end(subscription, resolved, target, Direction::Cancel, Cause::Plan);
        }
        let rounder = self.rounder(Some(treatment));
        let old = OldPeriod::new(&self.catalog, subscription, at, treatment.change_day, rounder.scale())?;
        let mut lost = Vec::new();
        let mut prices = waiting(subscription, rounder)?;
        match treatment.unused_time {
            UnusedTime::Credit => prices.extend(old.time_credits(&|_| true, rounder)?.into_iter().map(|(_, line)| line)),
            UnusedTime::Forfeit | UnusedTime::Extend => lost.extend(old.forfeited_time(&|_| true, rounder)?),
            UnusedTime::None => {}
        }
        // There is no new period to move operations into.
        let unused_operations = match treatment.unused_operations {
            UnusedOperations::Transfer => UnusedOperations::Forfeit,
            other => other,
        };
        let mut operations = old.operations(&Treatment { unused_operations, ..*treatment }, true, rounder)?;
        prices.append(&mut operations.lines);
        lost.append(&mut operations.lost);
        let warnings = prepaid_lost(&lost, rounder)?;
        let refundable = self.refundable(&old, &prices, rounder)?;
        let stretch = match &target {
            Some(target) => Some(following::open(&self.catalog, Anchor::At(at), at, target.price.interval)?),
            None => None,
        };
        let ended = Period { start: subscription.period.start, end: if at > subscription.period.start { at } else { subscription.period.end } };
        let period = stretch.map_or(ended, |stretch| stretch.period);
        let operations_after = match (&target, stretch) {
            (Some(target), Some(stretch)) => self.operations_after(target, stretch.period, &operations, 0, None, at, rounder)?,
            _ => None,
        };
        let unused_operations = operations_after.as_ref().map_or(0, |operations| operations.available);
        Ok(Outcome {
            change: resolved,
            direction: Direction::Cancel,
            cause: Some(Cause::Plan),
            effective_at: at,
            period,
            shown: target.clone().map(Cow::Owned),
            prices,
            discounts: Vec::new(),
            collect: Collect::Now,
            rounder,
            lost,
            warnings,
            operations: operations_after,
            extension: None,
            once: Decimal::ZERO,
            refundable,
            billed: true,
            after: After {
                status: if target.is_some() { Status::Active } else { Status::Expired },
                period,
                anchor: target.as_ref().map(|_| Anchor::At(at)),
                terms: target,
                unused_operations,
                extra_operations: 0,
                paid: PaidAfter::Ended { at },
                scheduled: None,
                deferred: Vec::new(),
            },
        })
    }

    // --------------------------------------------------------------------------------------------
    // Changes without a direction
    // --------------------------------------------------------------------------------------------

    /// Nothing differs, or only discounts do: no lines, nothing due.
    fn nothing<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp, mut target: Terms) -> Result<Outcome<'a>, PricingError> {
        // Nothing is billed now, so a new discount begins with the next period.
        for held in target.discounts.iter_mut().filter(|held| !subscription.terms.discounts.contains(held)) {
            held.since = Some(subscription.period.end);
        }
        let cause = (target.discounts != subscription.terms.discounts).then_some(Cause::Discount);
        let mut resolved = self.resolved(change, &target);
        resolved.period = None;
        self.standing(subscription, resolved, at, target, cause)
    }

    fn withdrawal<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp) -> Result<Outcome<'a>, PricingError> {
        if subscription.scheduled.is_none() {
            return Err(Problem::new(ErrorCode::NothingScheduled, "withdraw", "there is no scheduled change to take back").refusal());
        }
        let resolved = Change { withdraw: true, ..Self::bare(change) };
        let mut outcome = self.standing(subscription, resolved, at, subscription.terms.clone(), Some(Cause::Withdraw))?;
        outcome.after.scheduled = None;
        outcome.warnings.clear();
        Ok(outcome)
    }

    /// The period goes on with nothing to bill.
    fn standing<'a>(
        &'a self,
        subscription: &'a Subscription,
        change: Change,
        at: Timestamp,
        terms: Terms,
        cause: Option<Cause>,
    ) -> Result<Outcome<'a>, PricingError> {
        let rounder = self.rounder(None);
        let operations = self.operations_unchanged(&terms, subscription.period, subscription, at, rounder)?;
        let warnings = self.scheduled_stands(subscription, &terms);
        Ok(Outcome {
            change,
            direction: Direction::None,
            cause,
            effective_at: at,
            period: subscription.period,
            shown: Some(Cow::Owned(terms.clone())),
            prices: Vec::new(),
            discounts: Vec::new(),
            collect: Collect::Now,
            rounder,
            lost: Vec::new(),
            warnings,
            operations,
            extension: None,
            once: Decimal::ZERO,
            refundable: None,
            billed: false,
            after: unchanged(subscription, terms),
        })
    }

    fn extra_operations<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp, count: i64) -> Result<Outcome<'a>, PricingError> {
        let terms = &subscription.terms;
        let plan = self.catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
        let allowance = terms.price.period_allowance()?;
        let not_offered = || Problem::new(ErrorCode::NotOffered, "extraOperations", concat(&[&plan.name, " sells no extra operations"])).refusal();
        let extra = plan.extra_operations.as_ref().filter(|_| allowance > 0).ok_or_else(not_offered)?;
        if count.checked_rem(extra.bundle).is_none_or(|rest| rest != 0) || count == 0 {
            return Err(Problem::new(ErrorCode::NotABundle, "extraOperations", concat(&["extra operations are sold in bundles of ", &whole(extra.bundle)]))
                .value(count)
                .operand("bundle", extra.bundle)
                .refusal());
        }
        let bought = subscription.extra_operations.checked_add(count).ok_or(OutOfRange)?;
        if let Some(most) = operations::most_extra(extra.max, terms.price.operations)
            && bought > most
        {
            let left = most.saturating_sub(subscription.extra_operations).max(0);
            return Err(Problem::new(ErrorCode::AboveMaximum, "extraOperations", concat(&["at most ", &whole(left), " more can be bought in this period"]))
                .value(count)
                .operand("left", left)
                .operand("maximum", most)
                .refusal());
        }
        let rounder = self.rounder(Some(&self.catalog.policy.upgrade));
        let base = invoice::items(&self.catalog, terms, Once::None)?.into_iter().next().ok_or(OutOfRange)?;
        let exact = extra_operations::charge(base.full, count, allowance, extra.surcharge)?;
        let amount = base.full.display(rounder.scale())?;
        let because = Because::ExtraOperations { amount, allowance, operations: count, surcharge: Amount::padded(extra.surcharge, 0), exact: None };
        let line = invoice::operations_line(LineKind::ExtraOperations, plan.id.clone(), count, Rate { amount, per: allowance }, exact, because, rounder)?;
        let after = Subscription {
            unused_operations: subscription.unused_operations.checked_add(count).ok_or(OutOfRange)?,
            extra_operations: bought,
            ..subscription.clone()
        };
        let resolved = Change { extra_operations: Some(count), ..Self::bare(change) };
        let mut outcome = self.standing(subscription, resolved, at, terms.clone(), Some(Cause::ExtraOperations))?;
        outcome.operations = self.operations_unchanged(terms, subscription.period, &after, at, rounder)?;
        outcome.prices = alloc::vec![line];
        outcome.rounder = rounder;
        outcome.collect = self.catalog.policy.upgrade.collect;
        outcome.billed = true;
        outcome.after.unused_operations = after.unused_operations;
        outcome.after.extra_operations = bought;
        Ok(outcome)
    }

    /// Another billing day: a stub leads to it, from now on and the rest of the period settled, or from the period's end.
    fn billing_day<'a>(&'a self, subscription: &'a Subscription, change: &Change, at: Timestamp, target: Terms) -> Result<Outcome<'a>, PricingError> {
        let treatment = &self.catalog.policy.upgrade;
        if treatment.unused_time == UnusedTime::None || matches!(subscription.status, Status::Trial(_)) {
            return Err(Problem::new(ErrorCode::NotOffered, "anchor", "the policy moves no billing day, or not in a trial").refusal());
        }
        let effective = asked_effective(change, treatment)?;
        if effective == Effective::PeriodEnd {
            // Only the day is agreed: what else changes until then stays changed.
            let agreed = Change { anchor: change.anchor, discounts: change.discounts.clone(), effective: Some(effective), ..Self::bare(change) };
            return self.at_period_end(subscription, agreed, Some(target), Direction::None, Cause::BillingDay);
        }
        let resolved = Change { effective: Some(effective), ..self.resolved(change, &target) };
        self.settled(subscription, resolved, at, target, (Direction::None, Cause::BillingDay), *treatment, PeriodTreatment::Restart)
    }

    // --------------------------------------------------------------------------------------------
    // Parts of an answer
    // --------------------------------------------------------------------------------------------

    /// What was agreed still stands, beside what is held now.
    fn scheduled_stands(&self, subscription: &Subscription, now: &Terms) -> Vec<Warning> {
        let stands = |scheduled: &Change| {
            let plan = if scheduled.cancel { self.catalog.free_plan().map(|(plan, _)| self.plan_id(plan)) } else { scheduled.plan.clone() };
            let plan = plan.unwrap_or_else(|| self.plan_id(now.plan));
            Warning::ScheduledChangeStands { plan, at: subscription.period.end }
        };
        subscription.scheduled.iter().map(stands).collect()
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
        for line in prices.iter().filter(|line| line.kind == LineKind::UnusedTime && !matches!(line.because, Because::Deferred)) {
            let credit = line.because.uncapped().map_or(minus(Decimal::ZERO, line.amount.decimal())?, |uncapped| uncapped.decimal());
            unused = plus(unused, credit)?;
        }
        let used = billing.with_tax(minus(billed, unused)?.max(Decimal::ZERO))?;
        Ok(Some(minus(received, used)?))
    }

    pub(crate) fn billing(&self, rounder: Rounder) -> Billing<'_> {
        let credit = self.catalog.policy.credit;
        Billing { taxes: &self.customer.taxes, rounder, cap: credit.cap, excess: credit.excess }
    }

    /// The state that the next invoice follows from, with no change but perhaps a scheduled one.
    fn following_of<'a>(&self, subscription: &'a Subscription, scheduled: Option<&'a Change>) -> Result<Following<'a>, OutOfRange> {
        let rounder = self.rounder(None);
        Ok(Following {
            terms: Cow::Borrowed(&subscription.terms),
            period: subscription.period,
            anchor: anchor_of(subscription.anchor, subscription.status, subscription.period),
            deferred: waiting(subscription, rounder)?,
            balance: self.customer.balance,
            scheduled,
        })
    }
}

/// The day that periods return to: the start of the running one unless told, and the end of a trial.
pub(crate) fn anchor_of(anchor: Option<Anchor>, status: Status, period: Period) -> Anchor {
    anchor.unwrap_or(match status {
        Status::Trial(end) => Anchor::At(end),
        Status::Active | Status::Expired => Anchor::At(period.start),
    })
}

fn unchanged(subscription: &Subscription, terms: Terms) -> After {
    After {
        terms: Some(terms),
        status: subscription.status,
        period: subscription.period,
        anchor: subscription.anchor,
        unused_operations: subscription.unused_operations,
        extra_operations: subscription.extra_operations,
        paid: PaidAfter::Same,
        scheduled: subscription.scheduled.clone(),
        deferred: Vec::new(),
    }
}

fn waiting(subscription: &Subscription, rounder: Rounder) -> Result<Vec<Line>, OutOfRange> {
    subscription.deferred.iter().map(|line| invoice::deferred_line(line, rounder)).collect()
}

fn asked_effective(change: &Change, treatment: &Treatment) -> Result<Effective, PricingError> {
    match change.effective {
        None => Ok(treatment.effective.default_value()),
        Some(asked) if treatment.effective.offers(asked) => Ok(asked),
        Some(asked) => {
            let word = if asked == Effective::Now { "now" } else { "period_end" };
            Err(Problem::new(ErrorCode::NotOffered, "effective", "the policy does not offer this moment").value(word).refusal())
        }
    }
}

fn asked_period(change: &Change, treatment: &Treatment) -> Result<PeriodTreatment, PricingError> {
    let not_offered = |word: &str| Problem::new(ErrorCode::NotOffered, "period", "the policy does not offer this period").value(word).refusal();
    match change.period {
        None => Ok(treatment.period.default_value()),
        Some(AskedPeriod::Restart) if treatment.period.offers(PeriodTreatment::Restart) => Ok(PeriodTreatment::Restart),
        Some(AskedPeriod::Restart) => Err(not_offered("restart")),
        Some(AskedPeriod::Keep) => treatment.period.values().find(|value| *value != PeriodTreatment::Restart).ok_or_else(|| not_offered("keep")),
    }
}

fn prepaid_lost(lost: &[Loss], rounder: Rounder) -> Result<Vec<Warning>, OutOfRange> {
    let mut sum = Decimal::ZERO;
    for loss in lost.iter().filter(|loss| matches!(loss, Loss::FutureGrants { .. } | Loss::UnusedTime { .. })) {
        sum = plus(sum, loss.amount().decimal())?;
    }
    Ok(if sum.is_zero() { Vec::new() } else { alloc::vec![Warning::PrepaidValueLost { amount: rounder.stated(sum) }] })
}
