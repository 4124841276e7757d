//! What the customer asks for: the target that a change resolves to, and its direction.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::calendar::{Anchor, Interval, Timestamp};
use crate::catalog::{CatalogData, Plan, Price};
use crate::error::{ErrorCode, ErrorKind, OutOfRange, PricingError};
use crate::invoice::{ItemKey, Once, each_item};
use crate::money::Exact;
use crate::policy::{Acknowledgement, DirectionRule, Effective};
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
        let flags = [("cancel", self.cancel), ("renew", self.renew), ("withdraw", self.withdraw), ("extraOperations", self.extra_operations.is_some())];
        let mut set = flags.iter().filter(|(_, set)| *set).map(|(name, _)| *name);
        let first = set.next();
        let second = set.next().or(match first {
            Some("cancel") if target => Some("another target"),
            Some("withdraw" | "extraOperations") if target || timing => Some("another target"),
            _ => None,
        });
        match (first, second) {
            (Some(first), Some(second)) => {
                Err(PricingError::change(ErrorCode::Conflict, first, concat(&[first, " cannot be combined with ", second])).operand("with", second))
            }
            _ => Ok(()),
        }
    }
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
    // Each is looked at whatever is wrong with the others, so that all mistakes are told at once.
    let mut wrong = None;
    let seats = gathered(&mut wrong, resolve_seats(plan, current, change));
    let ends = current.is_some_and(|terms| terms.ended_by(position, &price));
    let add_ons = match &change.add_ons {
        // What was agreed stands, also add-ons beside a plan that was not yet paid for then.
        Some(list) if ends && !agreed => gathered(&mut wrong, no_add_ons(catalog, plan, list)),
        Some(list) => gathered(&mut wrong, resolve_add_ons(catalog, list)),
        None if ends => Vec::new(),
        None => current.map(|terms| terms.add_ons.clone()).unwrap_or_default(),
    };
    let discounts = match &change.discounts {
        Some(ids) => gathered(&mut wrong, resolve_discounts(catalog, current, ids, at)),
        None => current.map(|terms| terms.discounts.clone()).unwrap_or_default(),
    };
    if let Some(mut error) = wrong {
        let refused = error.problems.iter().all(|problem| problem.code == ErrorCode::NotOffered);
        error.kind = if refused { ErrorKind::Refusal } else { ErrorKind::Change };
        return Err(error);
    }
    Ok(Terms { plan: position, price, seats, add_ons, discounts })
}

/// What was resolved; a blank where it went wrong.
fn gathered<T: Default>(wrong: &mut Option<PricingError>, result: Result<T, PricingError>) -> T {
    result.unwrap_or_else(|error| {
        error.add_to(wrong);
        T::default()
    })
}

fn resolve_price(plan: &Plan, held: Option<&Terms>, current: Option<&Terms>, change: &Change) -> Result<Arc<Price>, PricingError> {
    // Naming nothing, or only what is held, keeps the price that is held, even one no longer sold.
    if let Some(terms) = held {
        let price = &terms.price;
        let keeps = change.interval.is_none_or(|interval| interval == price.interval)
            && change.operations.is_none_or(|operations| Some(operations) == price.operations)
            && change.price.as_ref().is_none_or(|id| price.id.as_ref() == Some(id));
        if keeps {
            return Ok(Arc::clone(price));
        }
    }
    let interval = match change.interval {
        Some(interval) => Some(interval),
        None if change.price.is_some() => None,
        None => {
            let stays = current.map(|terms| terms.price.interval).filter(|interval| on_sale(plan).any(|price| price.interval == *interval));
            match stays.or_else(|| only(on_sale(plan).map(|price| price.interval))) {
                Some(interval) => Some(interval),
                None => {
                    let said = " is sold in several intervals, and not in the current one: name one";
                    return Err(of_plan(plan, ErrorCode::UnknownInterval, "interval", &[said]));
                }
            }
        }
    };
    let query = PriceQuery { interval, operations: change.operations, id: change.price.as_deref() };
    find_price(plan, &query, current.map(|terms| &*terms.price))
}

fn on_sale(plan: &Plan) -> impl Iterator<Item = &Arc<Price>> {
    plan.prices.iter().filter(|price| price.on_sale)
}

/// The only value of an iterator, if all are the same.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn find_price(plan: &Plan, query: &PriceQuery<'_>, current: Option<&Price>) -> Result<Arc<Price>, PricingError> {
    if let Some(id) = query.id
        && !plan.prices.iter().any(|price| price.id.as_deref() == Some(id))
    {
        return Err(of_plan(plan, ErrorCode::UnknownPrice, "price", &[" has no price ", &quoted(id)]).value(id));
    }
    if let Some(interval) = query.interval
        && plan.prices_of(interval).next().is_none()
    {
        return Err(of_plan(plan, ErrorCode::UnknownInterval, "interval", &[" is not sold by the ", &interval.text()]).operand("plan", &*plan.id));
    }
    let fits =
        |price: &&Arc<Price>| query.interval.is_none_or(|interval| price.interval == interval) && query.id.is_none_or(|id| price.id.as_deref() == Some(id));
    let unknown_tier = || {
        let unknown = |said: &[&str]| of_plan(plan, ErrorCode::UnknownTier, "operations", said).operand("plan", &*plan.id);
        match query.operations {
            Some(operations) => unknown(&[" has no tier of ", &whole(operations)]).value(operations),
            None => unknown(&[" has several tiers, and not the current one: name one"]),
        }
    };
    let found = match query.operations {
        Some(operations) => Candidates::of(plan.prices_granting(operations).filter(fits)),
        None => {
            let sold = || plan.prices.iter().filter(fits).filter(|price| price.on_sale || query.id.is_some());
            // The same tier is the same allowance per year: 10,000 a month stays 120,000 a year.
            let yearly = current.filter(|current| current.operations.is_some()).map(Price::yearly_allowance);
            let is_same =
                |price: &Price| yearly.is_some_and(|yearly| price.operations.is_some() && price.yearly_allowance().compare(yearly) == Ok(Ordering::Equal));
            let same = Candidates::of(sold().filter(|price| is_same(price)));
            if same.first.is_some() {
                same
            } else if only(sold().map(|price| price.operations)).is_some() {
                Candidates::of(sold())
            } else {
                return Err(unknown_tier());
            }
        }
    };
    match found {
        Candidates { first: None, .. } => Err(unknown_tier()),
        Candidates { first: Some(only), several: false, .. } | Candidates { on_sale: Some(only), several_on_sale: false, .. } => Ok(Arc::clone(only)),
        _ => Err(PricingError::change(ErrorCode::AmbiguousPrice, "price", concat(&["several prices of ", &plan.name, " fit: name one by its id"]))),
    }
}

/// Prices that fit, as far as one has to know them to choose.
#[derive(Default)]
struct Candidates<'a> {
    first: Option<&'a Arc<Price>>,
    several: bool,
    on_sale: Option<&'a Arc<Price>>,
    several_on_sale: bool,
}

impl<'a> Candidates<'a> {
    fn of(prices: impl Iterator<Item = &'a Arc<Price>>) -> Self {
        let mut found = Self::default();
        for price in prices {
            found.several = found.first.is_some();
            found.first.get_or_insert(price);
            if price.on_sale {
                found.several_on_sale = found.on_sale.is_some();
                found.on_sale.get_or_insert(price);
            }
        }
        found
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

fn resolve_seats(plan: &Plan, current: Option<&Terms>, change: &Change) -> Result<Option<i64>, PricingError> {
    if !plan.has_seats() {
        return match change.seats {
            Some(seats) => Err(of_plan(plan, ErrorCode::NotOffered, "seats", &[" has no seats to choose"]).value(seats).refused()),
            None => Ok(None),
        };
    }
    let range = plan.seats.unwrap_or_default();
    let least = range.min.unwrap_or(1);
    // A limit of members is no purchase: only priced seats, or a stated range, can be counted.
    let seats = match change.seats {
        Some(seats) => seats,
        None => match current.and_then(|terms| terms.seats) {
            Some(seats) => seats.max(least),
            None if plan.prices_seats => least,
            None => return Ok(None),
        },
    };
    if seats < least {
        let said = [" has at least ", &whole(least), " seats"];
        return Err(of_plan(plan, ErrorCode::SeatsBelowMinimum, "seats", &said).value(seats).operand("minimum", least));
    }
    if let Some(most) = range.max
        && seats > most
    {
        let said = [" has at most ", &whole(most), " seats"];
        return Err(of_plan(plan, ErrorCode::SeatsAboveMaximum, "seats", &said).value(seats).operand("maximum", most));
    }
    Ok(Some(seats))
}

/// Positions and quantities, in the catalog's order; a quantity of 0 removes.
///
/// # Errors
/// `unknown_add_on`, `duplicate_id`.
pub fn resolve_add_ons(catalog: &CatalogData, list: &[AddOnQuantity]) -> Result<Vec<(usize, i64)>, PricingError> {
    let mut wrong = None;
    let mut resolved: Vec<(usize, i64)> = Vec::with_capacity(list.len());
    for (index, entry) in list.iter().enumerate() {
        let mut refuse = |code, message| PricingError::change(code, "addOns", message).item(index, ".id").value(&*entry.id).add_to(&mut wrong);
        match catalog.add_on_position(&entry.id) {
            None => refuse(ErrorCode::UnknownAddOn, concat(&["there is no add-on ", &quoted(&entry.id)])),
            Some(position) if resolved.iter().any(|(known, _)| *known == position) => {
                refuse(ErrorCode::DuplicateId, String::from("an add-on stands once, with its quantity"));
            }
            Some(position) => resolved.push((position, entry.quantity)),
        }
    }
    if let Some(error) = wrong {
        return Err(error);
    }
    let order = crate::order::positions(resolved.len(), &|left, right| resolved.get(left).cmp(&resolved.get(right)));
    Ok(order.into_iter().filter_map(|position| resolved.get(position).copied()).filter(|(_, quantity)| *quantity > 0).collect())
}

/// A change of a paid plan to a free one ends the add-ons: none can be had with it.
fn no_add_ons(catalog: &CatalogData, plan: &Plan, list: &[AddOnQuantity]) -> Result<Vec<(usize, i64)>, PricingError> {
    let named = resolve_add_ons(catalog, list)?;
    let Some(index) = list.iter().position(|entry| entry.quantity > 0) else { return Ok(named) };
    let message = concat(&["a change to ", &plan.name, " ends what is paid for, add-ons included"]);
    Err(PricingError::refusal(ErrorCode::NotOffered, "addOns", message).item(index, ""))
}

fn resolve_discounts(catalog: &CatalogData, current: Option<&Terms>, ids: &[Text], at: Timestamp) -> Result<Vec<HeldDiscount>, PricingError> {
    let mut wrong = None;
    let mut resolved: Vec<HeldDiscount> = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let mut refuse = |code, message| PricingError::change(code, "discounts", message).item(index, "").value(&**id).add_to(&mut wrong);
        match catalog.discount_position(id) {
            None => refuse(ErrorCode::UnknownDiscount, concat(&["there is no discount ", &quoted(id)])),
            Some(position) if resolved.iter().any(|known| known.position == position) => {
                refuse(ErrorCode::DuplicateId, String::from("a discount stands once"));
            }
            Some(position) => {
                // One that holds already goes on as it began.
                let held = current.and_then(|terms| terms.discounts.iter().find(|known| known.position == position));
                resolved.push(held.copied().unwrap_or(HeldDiscount { position, since: Some(at) }));
            }
        }
    }
    if let Some(error) = wrong {
        return Err(error);
    }
    Ok(resolved)
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

/// The list price of all terms per year, before discounts.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn yearly_amount(catalog: &CatalogData, terms: &Terms) -> Result<Exact, OutOfRange> {
    yearly_sum(catalog, terms, &|_| true)
}

fn yearly_sum(catalog: &CatalogData, terms: &Terms, counts: &dyn Fn(ItemKey) -> bool) -> Result<Exact, OutOfRange> {
    let mut sum = Exact::ZERO;
    each_item(catalog, terms, Once::None, &mut |item| {
        if let Some(interval) = item.interval.filter(|_| counts(item.key)) {
            sum = sum.add(item.full.mul(interval.per_year()));
        }
    })?;
    Ok(sum)
}

fn add_ons_per_year(catalog: &CatalogData, terms: &Terms) -> Result<(Exact, i64), OutOfRange> {
    let sum = yearly_sum(catalog, terms, &ItemKey::is_add_on)?;
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
    let ordering = yearly_amount(catalog, to)?.compare(yearly_amount(catalog, from)?)?;
    let direction = if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade };
    let cause = if matches!(cause, Cause::Seats | Cause::AddOns) { cause } else { Cause::Price };
    Ok((direction, Some(cause)))
}

fn first_difference(catalog: &CatalogData, from: &Terms, to: &Terms) -> Result<Option<(Cause, Direction)>, OutOfRange> {
    if from.plan != to.plan {
        return Ok(Some((Cause::Plan, of_order(to.plan.cmp(&from.plan)))));
    }
    if !Arc::ptr_eq(&from.price, &to.price) {
        if from.price.operations.is_some() || to.price.operations.is_some() {
            let ordering = to.price.yearly_allowance().compare(from.price.yearly_allowance())?;
            if ordering != Ordering::Equal {
                return Ok(Some((Cause::Tier, of_order(ordering))));
            }
        }
        let ordering = to.price.interval.compare_length(from.price.interval);
        if ordering != Ordering::Equal {
            return Ok(Some((Cause::Interval, of_order(ordering))));
        }
    }
    if from.seats != to.seats {
        return Ok(Some((Cause::Seats, of_order(to.seats.cmp(&from.seats)))));
    }
    if from.add_ons != to.add_ons {
        let ((old, old_units), (new, new_units)) = (add_ons_per_year(catalog, from)?, add_ons_per_year(catalog, to)?);
        let ordering = new.compare(old)?.then(new_units.cmp(&old_units));
        return Ok(Some((Cause::AddOns, if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade })));
    }
    if !Arc::ptr_eq(&from.price, &to.price) && from.price != to.price {
        let ordering = yearly_amount(catalog, to)?.compare(yearly_amount(catalog, from)?)?;
        return Ok(Some((Cause::Price, if ordering == Ordering::Less { Direction::Downgrade } else { Direction::Upgrade })));
    }
    Ok(None)
}
