//! What follows: the next invoice after a change, and the ones after that.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::answer::{Invoice, Next, Recurring};
use crate::calendar::{Anchor, Grid, Interval, Period, Stretch, Timestamp};
use crate::catalog::CatalogData;
use crate::change::{self, Change, Terms};
use crate::decimal::{Decimal, above_zero, minus, opposite, plus, smaller};
use crate::error::{OutOfRange, PricingError};
use crate::invoice::{self, Bill, Billing, Item, Line, Once, Pricing, Rounder, Sum};
use crate::policy::{ChangeDay, CreditCap, Excess, FactorTotal, PeriodTreatment};
use crate::rules::proration::{self, Factor};
use crate::subscription::Customer;

/// The period that an anchor opens at an instant: whole, or a stub to the next date strictly after it.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn open(catalog: &CatalogData, anchor: Anchor, start: Timestamp, interval: Interval) -> Result<Stretch, OutOfRange> {
    open_by_clock(catalog, anchor, start, start, interval)
}

/// The grid of an anchor for a period that begins at an instant; a day of the month has the time of day and offset of `clock`.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn grid_by_clock(catalog: &CatalogData, anchor: Anchor, start: Timestamp, clock: Timestamp, interval: Interval) -> Result<Grid, OutOfRange> {
    let read = if matches!(anchor, Anchor::Day(_)) { start.by_clock(clock)? } else { start };
    Grid::new(anchor, read, interval, catalog.policy.cycle)
}

/// The same as [`open`], on such a grid.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn open_by_clock(catalog: &CatalogData, anchor: Anchor, start: Timestamp, clock: Timestamp, interval: Interval) -> Result<Stretch, OutOfRange> {
    let grid = grid_by_clock(catalog, anchor, start, clock, interval)?;
    let mut of = if matches!(anchor, Anchor::At(at) if at == start && at.beside(start).compare_wall(&start).is_eq()) {
        Period { start, end: grid.nth(1)? }
    } else {
        grid.period_at(start)?
    };
    // Where anchor and start are written in offsets far apart, the next date by wall clock can lie behind the start.
    while of.end <= start {
        of = grid.period_at(of.end.plus_days(1)?)?;
    }
    Ok(Stretch { period: Period { start, end: of.end }, of })
}

/// Whether a period is no stub and begins on the very date of its anchor, as then all that follow are whole.
#[must_use]
pub fn all_are_whole(stretch: &Stretch, anchor: Anchor) -> bool {
    let start = stretch.period.start;
    stretch.is_whole() && matches!(anchor, Anchor::At(at) if at == start && at.compare_wall(&start).is_eq())
}

/// The day that terms return to which begin where a period of others ends: the same, but of another interval only where the
/// treatment of such a change keeps it.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn anchor_at_end(catalog: &CatalogData, before: &Terms, anchor: Anchor, terms: &Terms, end: Timestamp) -> Result<Anchor, OutOfRange> {
    if terms.price.interval == before.price.interval {
        return Ok(anchor);
    }
    let (direction, cause) = change::direction(catalog, before, terms)?;
    let treatment = change::treatment(&catalog.policy, direction, cause);
    Ok(if treatment.period.default_value() == PeriodTreatment::KeepAnchor { anchor } else { Anchor::At(end) })
}

/// The factor of a stub for an item: divided by the aligned period, by the plan's regular one where the
/// policy says so, and on a longer rhythm than the plan's by the item's own regular period from the start of the stub.
/// `change_day` says whom its first day belongs to.
///
/// # Errors
/// A period of no length in the policy's unit.
pub fn stub_factor(catalog: &CatalogData, terms: &Terms, own: Interval, stretch: &Stretch, change_day: ChangeDay) -> Result<Factor, OutOfRange> {
    let Period { start, end } = stretch.period;
    let of = if catalog.policy.proration.total == FactorTotal::Plan || own != terms.price.interval {
        open(catalog, Anchor::At(start), start, own)?.of
    } else {
        stretch.of
    };
    proration::factor(&stretch.period, start, end, &of, &catalog.policy.proration, change_day)
}

/// What a period is charged.
pub struct Charges {
    /// One line per item.
    pub prices: Vec<Line>,
    /// On what is charged in full.
    pub discounts: Vec<Line>,
    /// What of it is for things billed once.
    pub once: Decimal,
}

/// Price and discount lines for a whole period, or for a stub of one.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn charges(
    catalog: &CatalogData,
    terms: &Terms,
    items: &mut [Item],
    stretch: &Stretch,
    holding: &[usize],
    rounder: Rounder,
) -> Result<Charges, OutOfRange> {
    let whole = stretch.is_whole();
    let mut prices = Vec::with_capacity(items.len());
    for item in &mut *items {
        let pricing = match item.interval {
            Some(own) if !whole => Pricing::Part(stub_factor(catalog, terms, own, stretch, ChangeDay::Unused)?),
            _ => {
                item.in_full = true;
                Pricing::Full
            }
        };
        invoice::add_item(&mut prices, catalog, terms, item, pricing, stretch.period, rounder)?;
    }
    let mut discounts = Vec::new();
    invoice::add_discounts(&mut discounts, catalog, items, holding, rounder)?;
    let once = invoice::billed_once(items, &discounts, rounder)?;
    Ok(Charges { prices, discounts, once })
}

/// The items of a bill with the discounts that hold at an instant, in a period that began at `start`.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn discounted_items(
    catalog: &CatalogData,
    terms: &Terms,
    once: Once<'_>,
    at: Timestamp,
    start: Timestamp,
    digits: u32,
) -> Result<(Vec<Item>, Vec<usize>), OutOfRange> {
    let mut items = invoice::items(catalog, terms, once)?;
    let holding = invoice::discounts_holding(catalog, terms, at, start)?;
    invoice::take_discounts(&mut items, catalog, &holding, digits)?;
    Ok((items, holding))
}

/// The state that the next invoice follows from.
pub struct Following<'a> {
    /// What is held.
    pub terms: Cow<'a, Terms>,
    /// The running period.
    pub period: Period,
    /// Its anchor.
    pub anchor: Anchor,
    /// Lines that wait.
    pub deferred: Vec<Line>,
    /// The customer's money.
    pub balance: Decimal,
    /// A change agreed for the period's end.
    pub scheduled: Option<&'a Change>,
    /// Whether what is billed once is still to be billed, all of it: in a trial nothing was.
    pub unbilled: bool,
}

impl Following<'_> {
    /// Of what is billed once, what the next invoice bills: what a trial left, or is agreed to be added at the period's end.
    fn once(&self) -> Once<'_> {
        if self.unbilled {
            Once::All
        } else if self.scheduled.is_some() {
            Once::Added(&self.terms)
        } else {
            Once::None
        }
    }
}

/// An invoice, and the state after it.
pub struct Renewed<'a> {
    /// The invoice.
    pub bill: Bill,
    /// Paid from the balance.
    pub balance_used: Decimal,
    /// To pay.
    pub amount: Decimal,
    /// Whether it is for a whole period, and not for a stub.
    pub whole: bool,
    /// The state after it.
    pub following: Following<'a>,
}

/// Computes what follows for one customer.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    /// The catalog.
    pub catalog: &'a CatalogData,
    /// The customer.
    pub customer: &'a Customer,
    /// Rounding of renewals.
    pub rounder: Rounder,
}

impl<'a> Outlook<'a> {
    /// A bill on which nothing is capped.
    fn billing(&self) -> Billing<'a> {
        Billing { taxes: &self.customer.taxes, rounder: self.rounder, cap: CreditCap::None, excess: Excess::Balance }
    }

    /// The terms and anchor that hold where the running period ends; `None` where nothing does.
    ///
    /// # Errors
    /// Those of resolving the scheduled change.
    fn agreed(&self, following: &Following<'a>) -> Result<Option<(Cow<'a, Terms>, Anchor)>, PricingError> {
        let Following { period, anchor: held, .. } = *following;
        let Some(scheduled) = following.scheduled else { return Ok(Some((following.terms.clone(), held))) };
        let terms = if scheduled.cancel {
            let Some((plan, price)) = self.catalog.free_plan() else { return Ok(None) };
            following.terms.on_free_plan(self.catalog, plan, price)
        } else {
            change::resolve_scheduled(self.catalog, &following.terms, scheduled, period.end, "scheduled")?
        };
        let anchor = match scheduled.anchor {
            Some(agreed) => agreed,
            None => anchor_at_end(self.catalog, &following.terms, held, &terms, period.end)?,
        };
        Ok(Some((Cow::Owned(terms), anchor)))
    }

    /// The terms, period and anchor that begin where the running period ends; `None` where nothing does.
    ///
    /// # Errors
    /// Those of resolving the scheduled change.
    pub fn beginning(&self, following: &Following<'a>) -> Result<Option<(Cow<'a, Terms>, Stretch, Anchor)>, PricingError> {
        let Some((terms, anchor)) = self.agreed(following)? else { return Ok(None) };
        let stretch = open(self.catalog, anchor, following.period.end, terms.price.interval)?;
        Ok(Some((terms, stretch, anchor)))
    }

    /// The invoice at the end of the running period, and the state after it; `None` where nothing is billed.
    ///
    /// # Errors
    /// Those of resolving the scheduled change; beyond the range of exact arithmetic.
    pub fn renew(&self, following: Following<'a>) -> Result<Option<Renewed<'a>>, PricingError> {
        let Some((terms, stretch, anchor)) = self.beginning(&following)? else { return self.last(following) };
        if is_of_nothing(&terms, &following.deferred) {
            return Ok(None);
        }
        let start = stretch.period.start;
        let (mut items, holding) = discounted_items(self.catalog, &terms, following.once(), start, start, self.rounder.scale())?;
        let Charges { prices: mut renewal, mut discounts, .. } = charges(self.catalog, &terms, &mut items, &stretch, &holding, self.rounder)?;
        let mut prices = following.deferred;
        prices.append(&mut renewal);
        let after = Following { terms, period: stretch.period, anchor, deferred: Vec::new(), balance: following.balance, scheduled: None, unbilled: false };
        let mut bill = Bill::of(prices, self.rounder);
        self.billing().complete(&mut bill, &mut discounts)?;
        self.paid(bill, stretch.is_whole(), after)
    }

    /// Where nothing follows, a last invoice bills what still waits.
    fn last(&self, mut following: Following<'a>) -> Result<Option<Renewed<'a>>, PricingError> {
        let waiting = core::mem::take(&mut following.deferred);
        if waiting.is_empty() {
            return Ok(None);
        }
        let mut bill = Bill::of(waiting, self.rounder);
        self.billing().complete(&mut bill, &mut Vec::new())?;
        self.paid(bill, true, following)
    }

    /// Pays a bill from the balance first; a credit goes to it, unless what is above a bill is forfeited.
    fn paid(&self, bill: Bill, whole: bool, mut following: Following<'a>) -> Result<Option<Renewed<'a>>, PricingError> {
        let total = bill.total.decimal();
        let (balance_used, amount) = paid_from_balance(following.balance, above_zero(total))?;
        let credit = match self.catalog.policy.credit.excess {
            Excess::Forfeit => Decimal::ZERO,
            Excess::Balance | Excess::Refund => above_zero(opposite(total)),
        };
        following.balance = plus(minus(following.balance, balance_used)?, credit)?;
        Ok(Some(Renewed { bill, balance_used, amount, whole, following }))
    }

    /// Tells what a regular period costs, and the next invoice. Neither where nothing follows, and no invoice where it is one
    /// of nothing for a free plan. The same as [`Outlook::renew`] bills with these lines waiting, without the lines of its own.
    /// `whole` says that the period which follows is no stub.
    ///
    /// # Errors
    /// As [`Outlook::renew`].
    pub fn next(
        &self,
        following: &Following<'a>,
        deferred: &[Line],
        whole: bool,
        recurring: &mut Option<Recurring>,
        next: &mut Option<Next>,
    ) -> Result<(), PricingError> {
        let at = following.period.end;
        let billing = self.billing();
        let owed = |net: &Sum| billing.total(net).map(above_zero);
        let mut sum = Sum::nothing(self.rounder);
        let mut due = Decimal::ZERO;
        if let Some((terms, anchor)) = self.agreed(following)? {
            let interval = terms.price.interval;
            let stub_from = |start: Timestamp| open(self.catalog, anchor, start, interval).map(|stretch| Some(stretch).filter(|stretch| !stretch.is_whole()));
            let stub = if whole { None } else { stub_from(at)? };
            let once = following.once();
            self.net(&terms, at, stub.as_ref(), once, &mut sum)?;
            due = owed(&sum)?;
            // After a stub, the regular amount is that of the period that follows it; what is billed once is no part of it.
            let mut regular = due;
            let from = stub.map_or(at, |stub| stub.period.end);
            if stub.is_some() || !matches!(once, Once::None) {
                let mut alone = Sum::nothing(self.rounder);
                let stub_after = if stub.is_some() { stub_from(from)? } else { None };
                self.net(&terms, from, stub_after.as_ref(), Once::None, &mut alone)?;
                regular = owed(&alone)?;
            }
            *recurring = Some(Recurring { amount: self.rounder.stated(regular), interval, from });
            if is_of_nothing(&terms, deferred) {
                return Ok(());
            }
        } else if deferred.is_empty() {
            return Ok(());
        }
        if !deferred.is_empty() {
            sum.take_lines(deferred, |_| true, self.rounder)?;
            due = owed(&sum)?;
        }
        let (_, amount) = paid_from_balance(following.balance, due)?;
        *next = Some(Next { at, amount: self.rounder.stated(amount) });
        Ok(())
    }

    /// What a period that begins is charged, before taxes.
    fn net(&self, terms: &Terms, start: Timestamp, stub: Option<&Stretch>, once: Once<'_>, sum: &mut Sum) -> Result<(), OutOfRange> {
        let holding = invoice::discounts_holding(self.catalog, terms, start, start)?;
        if holding.is_empty()
            && stub.is_none()
            && let Some(amount) = invoice::of_base_alone(self.catalog, terms)
        {
            return sum.take_rounded(&amount, self.rounder);
        }
        let mut items = invoice::items(self.catalog, terms, once)?;
        invoice::take_discounts(&mut items, self.catalog, &holding, self.rounder.scale())?;
        for item in &mut items {
            let exact = match (item.interval, stub) {
                (Some(own), Some(stub)) => item.net.mul(&stub_factor(self.catalog, terms, own, stub, ChangeDay::Unused)?.value()),
                _ => {
                    item.in_full = true;
                    item.charge()
                }
            };
            sum.take_rounded(&exact, self.rounder)?;
        }
        let mut discounts = Vec::new();
        invoice::add_discounts(&mut discounts, self.catalog, &items, &holding, self.rounder)?;
        sum.take_lines(&discounts, |_| true, self.rounder)
    }

    /// The invoices that follow, whole.
    ///
    /// # Errors
    /// As [`Outlook::renew`].
    pub fn schedule(&self, following: Following<'a>, count: usize) -> Result<Vec<Invoice>, PricingError> {
        let mut invoices = Vec::new();
        let mut state = following;
        while invoices.len() < count {
            let at = state.period.end;
            let Some(renewed) = self.renew(state)? else { break };
            let Renewed { mut bill, balance_used, amount, following, .. } = renewed;
            show_lines(&mut bill.lines, self.catalog)?;
            invoices.push(Invoice {
                at,
                period: following.period.shown(self.catalog.policy.proration.basis)?,
                lines: bill.lines,
                subtotal: bill.subtotal,
                discount: bill.discount,
                tax: bill.tax,
                total: bill.total,
                balance_used: self.rounder.stated(balance_used),
                amount: self.rounder.stated(amount),
                balance_after: self.rounder.stated(following.balance),
            });
            state = following;
        }
        Ok(invoices)
    }
}

/// What of an amount that is owed the balance pays, and what is left to pay.
///
/// # Errors
/// Beyond 96 bits.
pub fn paid_from_balance(balance: Decimal, owed: Decimal) -> Result<(Decimal, Decimal), OutOfRange> {
    let used = if balance.is_zero() { Decimal::ZERO } else { smaller(balance, owed) };
    Ok((used, minus(owed, used)?))
}

/// Whether an invoice would be one of nothing: for a free plan alone, with nothing that waits.
fn is_of_nothing(terms: &Terms, deferred: &[Line]) -> bool {
    terms.price.is_free() && terms.add_ons.is_empty() && deferred.is_empty()
}

/// Names the periods of lines as documents do.
///
/// # Errors
/// Outside the years 1 to 9999.
pub fn show_lines(lines: &mut [Line], catalog: &CatalogData) -> Result<(), OutOfRange> {
    for period in lines.iter_mut().filter_map(|line| line.period.as_mut()) {
        *period = period.shown(catalog.policy.proration.basis)?;
    }
    Ok(())
}
