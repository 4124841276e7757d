//! What the customer asks for: the target that a change resolves to, and its direction.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::calendar::{Anchor, Interval, Timestamp};
use crate::catalog::{CatalogData, Plan, Price};
use crate::error::{ErrorCode, ErrorKind, OutOfRange, PricingError};
use crate::invoice::{ItemKey, Once, each_item, of_base_alone};
use crate::money::Exact;
use crate::policy::{Acknowledgement, DirectionRule, Effective, Policy, Treatment};
use crate::text::{Text, concat, quoted, whole};

/// How many of an add-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOnQuantity {
    /// Of the catalog.
    pub id: Text,
    /// Units.
    pub quantity: i64,
}

/// Answers to required actions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The teams that stay.
    pub keep_teams: Option<Vec<Text>>,
    /// Members who go.
    pub remove_members: Option<i64>,
    /// Subjects that were acknowledged.
    pub acknowledged: Option<Vec<Acknowledgement>>,
}

/// Whether the running period is asked to go on or to begin anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedPeriod {
    /// It goes on.
    Keep,
    /// It begins anew.
    Restart,
}

/// A change as it is asked for. What is left out stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: Timestamp,
    /// To which plan.
    pub plan: Option<Text>,
    /// To which interval.
    pub interval: Option<Interval>,
    /// To which tier.
    pub operations: Option<i64>,
    /// To which price, where plan, interval and operations do not name one.
    pub price: Option<Text>,
    /// To how many seats.
    pub seats: Option<i64>,
    /// To which add-ons, all of them.
    pub add_ons: Option<Vec<AddOnQuantity>>,
    /// To which discounts, all of them.
    pub discounts: Option<Vec<Text>>,
    /// Now or at the period's end.
    pub effective: Option<Effective>,
    /// The period kept or restarted.
    pub period: Option<AskedPeriod>,
    /// End it.
    pub cancel: bool,
    /// Begin anew after its end.
    pub renew: bool,
    /// Take the scheduled change back.
    pub withdraw: bool,
    /// Another billing day.
    pub anchor: Option<Anchor>,
    /// Buy this many operations on top.
    pub extra_operations: Option<i64>,
    /// To required actions.
    pub answers: Option<Answers>,
}

impl Change {
    /// A change of nothing at an instant.
    #[must_use]
    pub const fn at(at: Timestamp) -> Self {
        Self {
            at,
            plan: None,
            interval: None,
            operations: None,
            price: None,
            seats: None,
            add_ons: None,
            discounts: None,
            effective: None,
            period: None,
            cancel: false,
            renew: false,
            withdraw: false,
            anchor: None,
            extra_operations: None,
            answers: None,
        }
    }

    /// Whether it names anything of the target.
    const fn names_a_target(&self) -> bool {
        self.plan.is_some() || self.interval.is_some() || self.operations.is_some() || self.price.is_some() || self.seats.is_some() || self.add_ons.is_some()
    }

    /// Refuses fields that exclude each other.
    ///
    /// # Errors
    /// `conflict` with both fields.
    pub fn check_conflicts(&self) -> Result<(), PricingError> {
        let target = self.names_a_target() || self.discounts.is_some() || self.anchor.is_some();
        let timing = self.effective.is_some() || self.period.is_some();
        // Each flag, and whether what else is asked for clashes with it.
        let flags = [
            ("cancel", self.cancel, target),
            ("renew", self.renew, false),
            ("withdraw", self.withdraw, target || timing),
            ("extraOperations", self.extra_operations.is_some(), target || timing),
        ];
        let mut first = None;
        for (name, _, clashes) in flags.into_iter().filter(|(_, set, _)| *set) {
            match first {
                None => first = Some((name, clashes)),
                Some((first, _)) => return Err(conflict(first, name)),
            }
        }
        match first {
            Some((first, true)) => Err(conflict(first, "another target")),
            _ => Ok(()),
        }
    }
}

#[cold]
#[inline(never)]
fn conflict(first: &str, second: &str) -> PricingError {
    PricingError::change(ErrorCode::Conflict, first, concat(&[first, " cannot be combined with ", second])).operand("with", second)
}

/// A discount that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldDiscount {
    /// Its position in the catalog.
    pub position: usize,
    /// From when; the running period unless told.
    pub since: Option<Timestamp>,
}

/// What a subscription consists of, apart from time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The position of the plan in the catalog.
    pub plan: usize,
    /// The price, of the catalog or no longer sold.
    pub price: Arc<Price>,
    /// Seats, where the plan has them.
    pub seats: Option<i64>,
    /// Positions in the catalog and quantities, in the catalog's order.
    pub add_ons: Vec<(usize, i64)>,
    /// Discounts that hold.
    pub discounts: Vec<HeldDiscount>,
}

impl Terms {
    /// Seats that are charged.
    #[must_use]
    pub fn charged_seats(&self, plan: &Plan) -> i64 {
        let included = plan.seats.map_or(0, |range| range.included);
        self.seats.unwrap_or(1).saturating_sub(included).max(0)
    }

    /// How often the amount of the price is charged.
    #[must_use]
    pub fn charged_units(&self, plan: &Plan) -> i64 {
        if self.price.per_seat { self.charged_seats(plan) } else { 1 }
    }

    /// Whether a price ends what is paid for: that of a free plan, in place of a paid one.
    #[must_use]
    pub fn ended_by(&self, plan: usize, price: &Price) -> bool {
        plan != self.plan && price.is_free() && !self.price.is_free()
    }

    /// What is left of them on a free plan: the least seats, if any, and no add-ons; discounts are the customer's and stay.
    #[must_use]
    pub fn on_free_plan(&self, catalog: &CatalogData, plan: usize, price: &Arc<Price>) -> Self {
        let least = catalog.plans.get(plan).and_then(|plan| plan.seats).and_then(|range| range.min).unwrap_or(1);
        let seats = price.prices_seats().then_some(least);
        Self { plan, price: Arc::clone(price), seats, add_ons: Vec::new(), discounts: self.discounts.clone() }
    }
}

/// What is wrong with a plan, said after its name.
#[cold]
#[inline(never)]
fn of_plan(plan: &Plan, code: ErrorCode, path: &str, said: &[&str]) -> PricingError {
    PricingError::change(code, path, concat(&[&plan.name, &concat(said)]))
}

/// Finds the price of a plan by what is known of it. Each is `Some` only where it is named.
struct PriceQuery<'a> {
    interval: Option<Interval>,
    operations: Option<i64>,
    id: Option<&'a str>,
}

impl PriceQuery<'_> {
    /// Whether a price has the interval and the id.
    fn fits(&self, price: &Price) -> bool {
        self.interval.is_none_or(|interval| price.interval == interval) && self.id.is_none_or(|id| price.id.as_deref() == Some(id))
    }
}

/// Resolves a change against what is held.
///
/// # Errors
/// Kind `change` for what does not exist, `refusal` for what is not sold.
pub fn resolve(catalog: &CatalogData, current: Option<&Terms>, change: &Change) -> Result<Terms, PricingError> {
    resolve_at(catalog, current, change, change.at, false)
}

/// Resolves a change that was agreed for the period's end, as of that instant. What was agreed stands,
/// also where it is no longer sold.
///
/// # Errors
/// Kind `change` for what does not exist, with paths below `prefix`.
pub fn resolve_scheduled(catalog: &CatalogData, current: &Terms, scheduled: &Change, at: Timestamp, prefix: &str) -> Result<Terms, PricingError> {
    // It takes effect then, and what it brings holds from then on.
    resolve_at(catalog, Some(current), scheduled, at, true).map_err(|error| error.below(prefix))
}

fn resolve_at(catalog: &CatalogData, current: Option<&Terms>, change: &Change, at: Timestamp, agreed: bool) -> Result<Terms, PricingError> {
    let position = match (&change.plan, current) {
        (Some(id), _) => catalog
            .plan_position(id)
            .ok_or_else(|| PricingError::change(ErrorCode::UnknownPlan, "plan", concat(&["there is no plan ", &quoted(id)])).value(&**id))?,
        (None, Some(terms)) => terms.plan,
        (None, None) => return Err(PricingError::change(ErrorCode::Missing, "plan", "a first purchase names its plan")),
    };
    let plan = catalog.plans.get(position).ok_or(OutOfRange)?;
    let held = current.filter(|terms| terms.plan == position);
    let price = resolve_price(plan, held, current, change)?;
    let same_price = held.is_some_and(|terms| Arc::ptr_eq(&terms.price, &price));
    let sold = plan.on_sale && price.on_sale;
    if !(same_price || sold || agreed) {
        return Err(of_plan(plan, ErrorCode::NotForSale, "plan", &[" is not sold online"]).operand("plan", &*plan.id).refused());
    }
    let ends = current.is_some_and(|terms| terms.ended_by(position, &price));
    let mut resolved = Terms { plan: position, price, seats: None, add_ons: Vec::new(), discounts: Vec::new() };
    // Each is looked at whatever is wrong with the others, so that all mistakes are told at once.
    let mut wrong = None;
    let held_seats = held.filter(|_| same_price).and_then(|terms| terms.seats);
    if let Err(error) = resolve_seats((plan, &resolved.price), (current, held_seats), change, &mut resolved.seats) {
        error.add_to(&mut wrong);
    }
    match (&change.add_ons, current) {
        (Some(list), _) => {
            let mut added = resolve_add_ons(catalog, list, &mut resolved.add_ons);
            // What was agreed stands, also add-ons beside a plan that was not yet paid for then.
            if ends && !agreed && added.is_ok() {
                added = no_add_ons(plan, list);
            }
            if let Err(error) = added {
                error.add_to(&mut wrong);
            }
        }
        (None, Some(terms)) if !ends => resolved.add_ons.clone_from(&terms.add_ons),
        _ => {}
    }
    match (&change.discounts, current) {
        (Some(ids), _) => resolve_discounts(catalog, current, ids, at, &mut resolved.discounts, &mut wrong),
        (None, Some(terms)) => resolved.discounts.clone_from(&terms.discounts),
        (None, None) => {}
    }
    let Some(mut error) = wrong else { return Ok(resolved) };
    if error.problems.iter().all(|problem| problem.code == ErrorCode::NotOffered) {
        error.kind = ErrorKind::Refusal;
    } else {
        error.kind = ErrorKind::Change;
    }
    Err(error)
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn resolve_price(plan: &Plan, held: Option<&Terms>, current: Option<&Terms>, change: &Change) -> Result<Arc<Price>, PricingError> {
    let mut query = PriceQuery { interval: change.interval, operations: change.operations, id: change.price.as_deref() };
    // Naming nothing, or only what is held, keeps the price that is held, even one no longer sold.
    if let Some(Terms { price, .. }) = held
        && query.fits(price)
        && (query.operations.is_none() || query.operations == price.operations)
    {
        return Ok(Arc::clone(price));
    }
    if query.interval.is_none() && query.id.is_none() {
        query.interval = Some(interval_kept(plan, current)?);
    }
    find_price(plan, &query, current.map(|terms| &*terms.price))
}

/// The interval where none is named: the current one, or the only one.
fn interval_kept(plan: &Plan, current: Option<&Terms>) -> Result<Interval, PricingError> {
    let mut only = None;
    let mut several = false;
    for price in plan.prices.iter().filter(|price| price.on_sale) {
        let interval = price.interval;
        if current.is_some_and(|terms| terms.price.interval == interval) {
            return Ok(interval);
        }
        several |= *only.get_or_insert(interval) != interval;
    }
    only.filter(|_| !several).ok_or_else(|| {
        let said = " is sold in several intervals, and not in the current one: name one";
        of_plan(plan, ErrorCode::UnknownInterval, "interval", &[said])
    })
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn find_price(plan: &Plan, query: &PriceQuery<'_>, current: Option<&Price>) -> Result<Arc<Price>, PricingError> {
    // The same tier is the same allowance per year: 10,000 a month stays 120,000 a year.
    let yearly = current.filter(|current| query.operations.is_none() && current.operations.is_some()).map(Price::yearly_allowance);
    let mut all = Candidates::default();
    let mut same = Candidates::default();
    for price in plan.prices_granting(query.operations) {
        // What is named in full is found also where it is no longer sold.
        if (price.on_sale || query.operations.is_some() || query.id.is_some()) && query.fits(price) {
            all.meet(price);
            if yearly.is_some_and(|yearly| price.operations.is_some() && price.yearly_allowance().compare(&yearly) == Ok(Ordering::Equal)) {
                same.meet(price);
            }
        }
    }
    let tier_is_open = same.first.is_none() && all.several_tiers;
    let found = if same.first.is_some() { same } else { all };
    match found {
        Candidates { first: Some(_), .. } if tier_is_open => Err(not_found(plan, query)),
        Candidates { first: Some(only), several: false, .. } | Candidates { on_sale: Some(only), several_on_sale: false, .. } => Ok(Arc::clone(only)),
        Candidates { first: Some(_), .. } => {
            let message = concat(&["several prices of ", &plan.name, " fit: name one by its id"]);
            Err(PricingError::change(ErrorCode::AmbiguousPrice, "price", message))
        }
        Candidates { first: None, .. } => Err(not_found(plan, query)),
    }
}

/// What of a query no price of the plan has.
#[cold]
#[inline(never)]
fn not_found(plan: &Plan, query: &PriceQuery<'_>) -> PricingError {
    let none_has = |part: &PriceQuery<'_>| !plan.prices.iter().any(|price| part.fits(price));
    if let Some(id) = query.id
        && none_has(&PriceQuery { interval: None, ..*query })
    {
        return of_plan(plan, ErrorCode::UnknownPrice, "price", &[" has no price ", &quoted(id)]).value(id);
    }
    let error = match (query.interval, query.operations) {
        (Some(interval), _) if none_has(&PriceQuery { id: None, ..*query }) => {
            let error = of_plan(plan, ErrorCode::UnknownInterval, "interval", &[" is not sold by the ", &interval.text()]);
            // A word is told as it was written; an object is no value.
            if matches!(interval, Interval::MONTH | Interval::YEAR) { error.value(interval.text()) } else { error }
        }
        (_, Some(operations)) => of_plan(plan, ErrorCode::UnknownTier, "operations", &[" has no tier of ", &whole(operations)]).value(operations),
        (_, None) => of_plan(plan, ErrorCode::UnknownTier, "operations", &[" has several tiers, and not the current one: name one"]),
    };
    error.operand("plan", &*plan.id)
}

/// Prices that fit, as far as one has to know them to choose.
#[derive(Default)]
struct Candidates<'a> {
    first: Option<&'a Arc<Price>>,
    several: bool,
    several_tiers: bool,
    on_sale: Option<&'a Arc<Price>>,
    several_on_sale: bool,
}

impl<'a> Candidates<'a> {
    fn meet(&mut self, price: &'a Arc<Price>) {
        self.several = self.first.is_some();
        self.several_tiers |= self.first.get_or_insert(price).operations != price.operations;
        if price.on_sale {
            self.several_on_sale = self.on_sale.is_some();
            self.on_sale.get_or_insert(price);
        }
    }
}

/// Finds the price that a subscription names; here a price no longer on sale counts like any other.
///
/// # Errors
/// Kind `change`, to be reported as a document's problem.
pub fn held_price(plan: &Plan, interval: Interval, operations: Option<i64>, id: Option<&str>) -> Result<Arc<Price>, PricingError> {
    if id.is_none() && operations.is_none() {
        let mut prices = plan.prices_of(interval);
        if let (Some(one), None) = (prices.next(), prices.next()) {
            return Ok(Arc::clone(one));
        }
    }
    find_price(plan, &PriceQuery { interval: Some(interval), operations, id }, None)
}

/// Seats of the target; `held` are those that are held at this very price.
fn resolve_seats(
    (plan, price): (&Plan, &Price),
    (current, held): (Option<&Terms>, Option<i64>),
    change: &Change,
    resolved: &mut Option<i64>,
) -> Result<(), PricingError> {
    if !plan.has_seats(price) {
        return match change.seats {
            Some(seats) => Err(of_plan(plan, ErrorCode::NotOffered, "seats", &[" has no seats to choose"]).value(seats).refused()),
            None => Ok(()),
        };
    }
    // What one has is no purchase, also where so many or so few are no longer sold.
    if held.is_some() && (change.seats.is_none() || change.seats == held) {
        *resolved = held;
        return Ok(());
    }
    let range = plan.seats.unwrap_or_default();
    let least = range.min.unwrap_or(1);
    // A limit of members is no purchase: only priced seats, or a stated range, can be counted.
    let seats = match (change.seats, current.and_then(|terms| terms.seats)) {
        (Some(seats), _) => seats,
        (None, Some(seats)) => seats.max(least),
        (None, None) if price.prices_seats() => least,
        (None, None) => return Ok(()),
    };
    *resolved = Some(seats);
    let (code, said, name, limit) = match range.max {
        _ if seats < least => (ErrorCode::SeatsBelowMinimum, " has at least ", "minimum", least),
        Some(most) if seats > most => (ErrorCode::SeatsAboveMaximum, " has at most ", "maximum", most),
        _ => return Ok(()),
    };
    Err(of_plan(plan, code, "seats", &[said, &whole(limit), " seats"]).value(seats).operand(name, limit))
}

/// An item of a list that means nothing, or that stands in it already.
#[cold]
#[inline(never)]
fn refuse_item(wrong: &mut Option<PricingError>, code: ErrorCode, path: (&str, usize, &str), id: &str, said: &[&str]) {
    let (list, index, rest) = path;
    PricingError::change(code, list, concat(said)).item(index, rest).value(id).add_to(wrong);
}

/// Positions and quantities, in the catalog's order; a quantity of 0 removes.
///
/// # Errors
/// `unknown_add_on`, `duplicate_id`.
pub fn resolve_add_ons(catalog: &CatalogData, list: &[AddOnQuantity], resolved: &mut Vec<(usize, i64)>) -> Result<(), PricingError> {
    let mut wrong = None;
    for (index, entry) in list.iter().enumerate() {
        let (path, id) = (("addOns", index, ".id"), &entry.id);
        let Some(position) = catalog.add_on_position(id) else {
            refuse_item(&mut wrong, ErrorCode::UnknownAddOn, path, id, &["there is no add-on ", &quoted(id)]);
            continue;
        };
        if list.iter().take(index).any(|earlier| earlier.id == *id) {
            refuse_item(&mut wrong, ErrorCode::DuplicateId, path, id, &["an add-on stands once, with its quantity"]);
        } else if entry.quantity > 0 {
            resolved.push((position, entry.quantity));
            // Into its place among those before it.
            let mut behind = resolved.as_mut_slice();
            while let [before @ .., last] = behind
                && let Some(neighbour) = before.last_mut().filter(|neighbour| neighbour.0 > last.0)
            {
                core::mem::swap(neighbour, last);
                behind = before;
            }
        }
    }
    wrong.map_or(Ok(()), Err)
}

/// A change of a paid plan to a free one ends the add-ons: none can be had with it.
fn no_add_ons(plan: &Plan, list: &[AddOnQuantity]) -> Result<(), PricingError> {
    let Some(index) = list.iter().position(|entry| entry.quantity > 0) else { return Ok(()) };
    let message = concat(&["a change to ", &plan.name, " ends what is paid for, add-ons included"]);
    Err(PricingError::refusal(ErrorCode::NotOffered, "addOns", message).item(index, ""))
}

fn resolve_discounts(
    catalog: &CatalogData,
    current: Option<&Terms>,
    ids: &[Text],
    at: Timestamp,
    resolved: &mut Vec<HeldDiscount>,
    wrong: &mut Option<PricingError>,
) {
    for (index, id) in ids.iter().enumerate() {
        let path = ("discounts", index, "");
        let Some(position) = catalog.discount_position(id) else {
            refuse_item(wrong, ErrorCode::UnknownDiscount, path, id, &["there is no discount ", &quoted(id)]);
            continue;
        };
        if ids.iter().take(index).any(|earlier| earlier == id) {
            refuse_item(wrong, ErrorCode::DuplicateId, path, id, &["a discount stands once"]);
            continue;
        }
        // One that holds already goes on as it began.
        let held = current.and_then(|terms| terms.discounts.iter().find(|known| known.position == position));
        resolved.push(held.copied().unwrap_or(HeldDiscount { position, since: Some(at) }));
    }
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A first purchase.
    New,
    /// Up.
    Upgrade,
    /// Down.
    Downgrade,
    /// To nothing, or to a plan that costs nothing.
    Cancel,
    /// Anew, after the end.
    Renew,
    /// Neither.
    None,
}

/// What decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The plan.
    Plan,
    /// The allowance per year.
    Tier,
    /// The interval.
    Interval,
    /// The number of seats.
    Seats,
    /// The add-ons.
    AddOns,
    /// The amount per year.
    Price,
    /// Operations bought on top.
    ExtraOperations,
    /// Another billing day.
    BillingDay,
    /// Other discounts.
    Discount,
    /// A scheduled change taken back.
    Withdraw,
}

const fn of_order(ordering: Ordering) -> Direction {
    match ordering {
        Ordering::Less => Direction::Downgrade,
        Ordering::Equal => Direction::None,
        Ordering::Greater => Direction::Upgrade,
    }
}

/// The list price of all terms for another interval, before discounts.
#[must_use]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn list_amount(catalog: &CatalogData, terms: &Terms, per: Interval) -> Exact {
    match of_base_alone(catalog, terms) {
        Some(amount) => in_another(&amount, terms.price.interval, per),
        None => listed(catalog, terms, per, &|_| true),
    }
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn in_another(amount: &Exact, own: Interval, per: Interval) -> Exact {
    if own == per { *amount } else { amount.mul(&per.in_terms_of(own)) }
}

fn yearly_amount(catalog: &CatalogData, terms: &Terms) -> Exact {
    list_amount(catalog, terms, Interval::YEAR)
}

fn listed(catalog: &CatalogData, terms: &Terms, per: Interval, counts: &dyn Fn(ItemKey) -> bool) -> Exact {
    let mut sum = Exact::ZERO;
    let met = each_item(catalog, terms, Once::None, &mut |item| {
        if let Some(own) = item.interval.filter(|_| counts(item.key)) {
            sum.increase(&in_another(&item.full, own, per));
        }
        Ok(())
    });
    met.map_or(Exact::OUT_OF_RANGE, |()| sum)
}

fn add_ons_per_year(catalog: &CatalogData, terms: &Terms) -> Result<(Exact, i64), OutOfRange> {
    let sum = listed(catalog, terms, Interval::YEAR, &ItemKey::is_add_on);
    let units = terms.add_ons.iter().try_fold(0_i64, |units, (_, quantity)| units.checked_add(*quantity)).ok_or(OutOfRange)?;
    Ok((sum, units))
}

/// The direction from one to another, with the first difference that decides it.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn direction(catalog: &CatalogData, from: &Terms, to: &Terms) -> Result<(Direction, Option<Cause>), OutOfRange> {
    let cause = first_difference(catalog, from, to)?;
    let Some((cause, by_rank)) = cause else { return Ok((Direction::None, None)) };
    if catalog.policy.direction == DirectionRule::Rank {
        return Ok((by_rank, Some(cause)));
    }
    // By price, seats and add-ons still name what changed; the amounts say which way, equal being up.
    let ordering = yearly_amount(catalog, to).compare(&yearly_amount(catalog, from))?;
    let direction = if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade };
    let cause = if matches!(cause, Cause::Seats | Cause::AddOns) { cause } else { Cause::Price };
    Ok((direction, Some(cause)))
}

/// How a policy treats a change of terms, by its direction and what decided that.
#[must_use]
pub fn treatment(policy: &Policy, direction: Direction, cause: Option<Cause>) -> &Treatment {
    match (direction, cause) {
        (Direction::Downgrade, Some(Cause::Seats)) => policy.for_seats_removed(),
        (_, Some(Cause::Seats)) => policy.for_seats_added(),
        (Direction::Downgrade, _) => &policy.downgrade,
        _ => &policy.upgrade,
    }
}

fn first_difference(catalog: &CatalogData, from: &Terms, to: &Terms) -> Result<Option<(Cause, Direction)>, OutOfRange> {
    if from.plan != to.plan {
        return Ok(Some((Cause::Plan, of_order(to.plan.cmp(&from.plan)))));
    }
    if !Arc::ptr_eq(&from.price, &to.price) {
        if from.price.operations.is_some() || to.price.operations.is_some() {
            let ordering = to.price.yearly_allowance().compare(&from.price.yearly_allowance())?;
            if ordering != Ordering::Equal {
                return Ok(Some((Cause::Tier, of_order(ordering))));
            }
        }
        let ordering = to.price.interval.compare_length(from.price.interval);
        if ordering != Ordering::Equal {
            return Ok(Some((Cause::Interval, of_order(ordering))));
        }
    }
    // A price that counts no seats has neither more nor fewer of them.
    let comparable = Arc::ptr_eq(&from.price, &to.price) || (from.seats.is_some() && to.seats.is_some());
    if from.seats != to.seats && comparable {
        return Ok(Some((Cause::Seats, of_order(to.seats.cmp(&from.seats)))));
    }
    if from.add_ons != to.add_ons {
        let ((old, old_units), (new, new_units)) = (add_ons_per_year(catalog, from)?, add_ons_per_year(catalog, to)?);
        let ordering = new.compare(&old)?.then(new_units.cmp(&old_units));
        return Ok(Some((Cause::AddOns, if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade })));
    }
    if !Arc::ptr_eq(&from.price, &to.price) && from.price != to.price {
        let ordering = yearly_amount(catalog, to).compare(&yearly_amount(catalog, from))?;
        return Ok(Some((Cause::Price, if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade })));
    }
    Ok(None)
}
