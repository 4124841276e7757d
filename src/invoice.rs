//! The bill: what terms consist of, its lines, and the order in which they become an amount due.
//!
//! Price lines and credits → discounts → cap → tax → balance → due now.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::calendar::{Anchor, Grid, Interval, Period, Timestamp};
use crate::catalog::{AddOnInterval, CatalogData, Plan, Reduction};
use crate::change::Terms;
use crate::decimal::{Decimal, magnitude, minus, opposite, plus, trimmed};
use crate::error::OutOfRange;
use crate::money::{self, Amount, Exact, RoundingMode};
use crate::policy::{CreditBase, CreditCap, Excess, RoundOn, Rounding};
use crate::rules::proration::Factor;
use crate::rules::tiers::BandUse;
use crate::subscription::{DeferredLine, Tax};
use crate::text::Text;

// ------------------------------------------------------------------------------------------------
// Items: what terms consist of
// ------------------------------------------------------------------------------------------------

/// One priced thing of a subscription. The order is that of the lines: an add-on's tiers stand behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKey {
    /// The amount of the price.
    Base,
    /// Seats priced by tiers.
    Seats,
    /// An add-on, by position.
    AddOn(usize),
    /// The tiers of an add-on.
    AddOnTiers(usize),
}

impl PartialOrd for ItemKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for ItemKey {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl ItemKey {
    const fn place(self) -> (u8, usize, u8) {
        match self {
            Self::Base => (0, 0, 0),
            Self::Seats => (0, 0, 1),
            Self::AddOn(position) => (1, position, 0),
            Self::AddOnTiers(position) => (1, position, 1),
        }
    }

    /// Whether it is not the plan's own.
    #[must_use]
    pub const fn is_add_on(self) -> bool {
        matches!(self, Self::AddOn(_) | Self::AddOnTiers(_))
    }
}

/// An item with its price for a full period.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which.
    pub key: ItemKey,
    /// Its own interval; `None` where it is billed once.
    pub interval: Option<Interval>,
    /// Price of one, where tiers do not make it.
    pub unit: Decimal,
    /// Units.
    pub quantity: i64,
    /// Price of a full period of its own interval.
    pub full: Exact,
    /// The part of that which falls into a period of the terms, where it is not all: on a yearly rhythm, a month is a twelfth.
    pub share: Option<Exact>,
    /// The bands of it.
    pub bands: Vec<BandUse>,
    /// The same less discounts.
    pub net: Exact,
    /// Whether any discount holds.
    pub discounted: bool,
    /// Whether it is charged in full, with discounts on lines of their own.
    pub in_full: bool,
}

impl Item {
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn plain(key: ItemKey, interval: Option<Interval>, unit: Decimal, quantity: i64) -> Self {
        let full = Exact::decimal(unit).times(quantity);
        Self { key, interval, unit, quantity, full, share: None, bands: Vec::new(), net: full, discounted: false, in_full: false }
    }

    fn tiered(key: ItemKey, interval: Option<Interval>, tiers: &crate::rules::tiers::Tiers, quantity: i64) -> Result<Self, OutOfRange> {
        let (full, bands) = tiers.price(&Exact::integer(quantity))?;
        Ok(Self { key, interval, unit: Decimal::ZERO, quantity, full, share: None, bands, net: full, discounted: false, in_full: false })
    }

    /// The price for another length of period.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn rescale(&mut self, share: &Exact) -> Result<(), OutOfRange> {
        self.unit = Exact::decimal(self.unit).mul(share).display(0)?.decimal();
        self.full.multiply(share);
        self.net.multiply(share);
        Ok(())
    }

    /// What a whole period of the terms is billed of a price for its own period.
    fn billed(&self, price: &Exact) -> Exact {
        self.share.map_or(*price, |share| price.mul(&share))
    }

    /// What a whole period of the terms is billed for it, before discounts.
    #[must_use]
    pub fn charge(&self) -> Exact {
        self.billed(&self.full)
    }

    /// The same less discounts.
    #[must_use]
    pub fn net_charge(&self) -> Exact {
        self.billed(&self.net)
    }

    /// Whether it is the same quantity at the same list price: then a kept period has nothing to settle of it.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn is_the_same_as(&self, other: &Self) -> Result<bool, OutOfRange> {
        Ok(self.quantity == other.quantity && self.interval == other.interval && self.full.compare(&other.full)? == Ordering::Equal)
    }
}

/// Which of the things that are billed once stand on a bill.
#[derive(Clone, Copy, Debug)]
pub enum Once<'a> {
    /// All of them: a first purchase.
    All,
    /// Those that were not held before.
    Added(&'a Terms),
    /// None: a renewal, or what was paid already.
    None,
}

/// The items of terms, before discounts. Metered add-ons have none.
///
/// # Errors
/// Beyond the range of exact arithmetic.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn items(catalog: &CatalogData, terms: &Terms, once: Once<'_>) -> Result<Vec<Item>, OutOfRange> {
    let mut list = Vec::with_capacity(2_usize.saturating_add(terms.add_ons.len()));
    each_item(catalog, terms, once, &mut |item| {
        list.push(item);
        Ok(())
    })?;
    Ok(list)
}

/// What a period costs of terms that are their base alone, as most are; `None` of all others.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn of_base_alone(catalog: &CatalogData, terms: &Terms) -> Option<Exact> {
    let price = &*terms.price;
    if price.tiers.is_some() || !terms.add_ons.is_empty() {
        return None;
    }
    Some(Exact::decimal(price.amount).times(terms.charged_units(catalog.plans.get(terms.plan)?)))
}

/// What meets items, one after the other.
pub type Meet<'a> = &'a mut dyn FnMut(Item) -> Result<(), OutOfRange>;

/// Meets the items of terms in the order of their lines.
///
/// # Errors
/// Beyond the range of exact arithmetic, and those of `meet`.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn each_item(catalog: &CatalogData, terms: &Terms, once: Once<'_>, meet: Meet<'_>) -> Result<(), OutOfRange> {
    let plan = catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
    let price = &*terms.price;
    meet(Item::plain(ItemKey::Base, Some(price.interval), price.amount, terms.charged_units(plan)))?;
    if let Some(tiers) = &price.tiers {
        meet(Item::tiered(ItemKey::Seats, Some(price.interval), tiers, terms.charged_seats(plan))?)?;
    }
    for (position, quantity) in &terms.add_ons {
        let add_on = catalog.add_ons.get(*position).ok_or(OutOfRange)?;
        let units_of = |terms: &Terms, quantity: i64| {
            if add_on.per_seat { quantity.checked_mul(terms.seats.unwrap_or(1)).ok_or(OutOfRange) } else { Ok(quantity) }
        };
        let mut units = units_of(terms, *quantity)?;
        let interval = match (add_on.interval, once) {
            (AddOnInterval::Every(interval), _) => Some(interval),
            (AddOnInterval::Once, Once::All) => None,
            (AddOnInterval::Once, Once::Added(before)) => {
                let had = before.add_ons.iter().find(|(known, _)| known == position).map_or(Ok(0), |(_, had)| units_of(before, *had))?;
                units = units.saturating_sub(had);
                None
            }
            (AddOnInterval::Once, Once::None) | (AddOnInterval::Metered, _) => continue,
        };
        if units <= 0 {
            continue;
        }
        let key = ItemKey::AddOn(*position);
        // Beside tiers, the amount is for the add-on as a whole.
        if add_on.tiers.is_none() || !add_on.amount.is_zero() {
            let quantity = if add_on.tiers.is_none() { units } else { 1 };
            meet(in_rhythm(Item::plain(key, interval, add_on.amount, quantity), price.interval)?)?;
        }
        if let Some(tiers) = &add_on.tiers {
            meet(in_rhythm(Item::tiered(ItemKey::AddOnTiers(*position), interval, tiers, units)?, price.interval)?)?;
        }
    }
    Ok(())
}

/// What recurs more often than the plan is billed with it, so many times: a monthly add-on twelve times a year.
fn in_rhythm(mut item: Item, plan: Interval) -> Result<Item, OutOfRange> {
    if let Some(own) = item.interval.filter(|own| *own != plan) {
        let share = plan.in_terms_of(own);
        if own.compare_length(plan) == Ordering::Less {
            item.rescale(&share)?;
            item.interval = Some(plan);
        } else {
            item.share = Some(share);
        }
    }
    Ok(item)
}

/// The next key of two lists of items, each in order, of which so many were seen: none comes twice.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn next_key(old: &[Item], new: &[Item], seen: &mut (usize, usize)) -> Option<ItemKey> {
    let (one, other) = (old.get(seen.0).map(|item| item.key), new.get(seen.1).map(|item| item.key));
    let next = match (one, other) {
        (Some(one), Some(other)) => one.min(other),
        (one, other) => one.or(other)?,
    };
    seen.0 = seen.0.saturating_add(usize::from(one == Some(next)));
    seen.1 = seen.1.saturating_add(usize::from(other == Some(next)));
    Some(next)
}

/// Positions of the discounts that hold at an instant, in a period that began at `start`.
///
/// # Errors
/// Outside the years 1 to 9999.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn discounts_holding(catalog: &CatalogData, terms: &Terms, at: Timestamp, start: Timestamp) -> Result<Vec<usize>, OutOfRange> {
    let mut holding = Vec::new();
    for held in &terms.discounts {
        let Some(discount) = catalog.discounts.get(held.position) else { continue };
        let for_plan = discount.plans.as_ref().is_none_or(|plans| plans.contains(&terms.plan));
        let begun_before_end = discount.until.is_none_or(|until| at < until);
        let within_periods = match discount.periods {
            None => true,
            Some(periods) => {
                // Written as the period is, so that one clock on the wall counts both.
                let since = held.since.map_or(start, |since| since.beside(start));
                let grid = Grid::new(Anchor::At(since), since, terms.price.interval, catalog.policy.cycle)?;
                // The period in which it begins is the first, however much of it is left.
                let start = start.max(since);
                let whole = grid.index_at(start)?;
                let begun = i64::from(grid.nth(whole)?.compare_wall(&start).is_lt());
                whole.saturating_add(begun) < periods
            }
        };
        if for_plan && begun_before_end && within_periods {
            holding.push(held.position);
        }
    }
    Ok(holding)
}

/// What a reduction takes off each of several prices: a percentage its part of each; a fixed amount is split in
/// proportion, by largest remainder, and takes no more than there is.
fn taken_off(reduction: Reduction, mut prices: Vec<Exact>, digits: u32) -> Result<Vec<Exact>, OutOfRange> {
    match reduction {
        Reduction::Percent(percent) => {
            let part = Exact::decimal(percent).mul(&Exact::ratio(1, 100));
            for price in &mut prices {
                price.multiply(&part);
            }
        }
        Reduction::Amount(amount) if Exact::sum(&mut prices.iter()).compare(&Exact::decimal(amount))? == Ordering::Greater => {
            let parts = money::split(amount, &prices, digits)?;
            for (price, part) in prices.iter_mut().zip(parts) {
                *price = Exact::decimal(part);
            }
        }
        Reduction::Amount(_) => {}
    }
    Ok(prices)
}

/// Takes discounts off the full-period prices, in order, each on what the former left. A fixed one is
/// split by what a period of the terms is billed for each.
///
/// # Errors
/// Beyond the range of exact arithmetic.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn take_discounts(items: &mut [Item], catalog: &CatalogData, holding: &[usize], digits: u32) -> Result<(), OutOfRange> {
    for position in holding {
        let Some(discount) = catalog.discounts.get(*position) else { continue };
        let parts = taken_off(discount.reduction, items.iter().map(Item::net_charge).collect(), digits)?;
        for (item, part) in items.iter_mut().zip(parts) {
            item.net.decrease(&item.share.map_or(part, |share| part.div(&share)));
            // The odd unit of a split may be more than what a percentage left.
            item.net = item.net.above_zero();
            item.discounted = true;
        }
    }
    Ok(())
}

// ------------------------------------------------------------------------------------------------
// Lines
// ------------------------------------------------------------------------------------------------

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// The price of a plan.
    Charge,
    /// The unused part of the old period.
    UnusedTime,
    /// Unused operations.
    UnusedOperations,
    /// Monthly grants still to come.
    FutureGrants,
    /// New minus old.
    Difference,
    /// The price of an add-on.
    AddOn,
    /// Operations on top.
    ExtraOperations,
    /// Taken off.
    Discount,
    /// A tax.
    Tax,
    /// The part of a credit above the bill that stays the customer's.
    CreditExcess,
    /// Closes the sum where only the total is rounded.
    Rounding,
}

/// What limited a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapKind {
    /// The charges after discount, before tax.
    Bill,
    /// The total with tax.
    Total,
    /// What was paid and not yet credited.
    Paid,
}

/// A limit that a credit met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Which.
    pub kind: CapKind,
    /// How high.
    pub limit: Amount,
}

/// What a credit was before the first limit that shortened it, and the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capped {
    /// Before; positive.
    pub uncapped: Amount,
    /// The limit.
    pub cap: Cap,
}

/// A band's part of a tiered price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandPart {
    /// The last quantity in it.
    pub to: Option<i64>,
    /// Units (or packages) in it.
    pub quantity: Quantity,
    /// Of one.
    pub unit_amount: Option<Amount>,
    /// Once.
    pub flat_amount: Option<Amount>,
    /// Together.
    pub amount: Amount,
}

/// A quantity: a whole number, or a decimal as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// Whole.
    Whole(i64),
    /// With a fraction.
    Decimal(Amount),
}

/// The bands of a price, as an answer shows them.
///
/// # Errors
/// Beyond 96 bits.
pub fn band_parts(bands: &[BandUse], digits: u32) -> Result<Vec<BandPart>, OutOfRange> {
    bands
        .iter()
        .map(|used| {
            let whole = used.quantity.floor()?;
            let quantity = if Exact::integer(whole).compare(&used.quantity)? == Ordering::Equal {
                Quantity::Whole(whole)
            } else {
                Quantity::Decimal(used.quantity.display(0)?)
            };
            let shown = |value: Decimal| (!value.is_zero()).then(|| Amount::padded(value, digits));
            Ok(BandPart {
                to: used.band.to,
                quantity,
                unit_amount: shown(used.band.unit_amount),
                flat_amount: shown(used.band.flat_amount),
                amount: used.amount.display(digits)?,
            })
        })
        .collect()
}

/// What was billed for a span, and the part of it that is unused.
#[derive(Clone, Copy, Debug)]
pub struct PaidPart {
    /// Billed.
    pub amount: Amount,
    /// Unused.
    pub factor: Factor,
}

/// An item's part of what was billed for several: what a period costs of it, of what one costs of all.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// Of the item.
    pub amount: Amount,
    /// Of all.
    pub of: Amount,
}

/// Why a line has its amount: the operands that the line does not show anyway, for a page to word in any language.
#[derive(Clone, Debug)]
#[allow(missing_docs)] // Each field is documented in the package's types, which mirror it.
pub enum Because {
    /// unit amount × quantity.
    FullPeriod { bands: Option<Vec<BandPart>> },
    /// unit amount × quantity × remaining ÷ total.
    RemainingTime { factor: Factor, discounted: Option<Amount>, bands: Option<Vec<BandPart>> },
    /// unit amount × quantity × remaining ÷ total, as credit.
    UnusedTime {
        base: CreditBase,
        factor: Factor,
        discounted: Option<Amount>,
        bands: Option<Vec<BandPart>>,
        paid: Option<Vec<PaidPart>>,
        share: Option<Box<Share>>,
    },
    /// (new − old) × remaining ÷ total.
    Difference { old: Amount, new: Amount, factor: Factor },
    /// amount of the rate × quantity ÷ its units.
    UnusedOperations { rate: Rate },
    /// amount of the rate × quantity ÷ its units.
    FutureGrants { rate: Rate, grants: i64 },
    /// amount of the rate × quantity ÷ its units × (100 + surcharge) ÷ 100.
    ExtraOperations { rate: Rate, surcharge: Amount },
    /// A part, or a fixed amount, of the charges.
    Discount { id: Text, percent: Option<Amount>, amount: Option<Amount>, of: Amount },
    /// rate percent of `of`; `included` is the tax where the prices include it.
    Tax { id: Text, name: Text, rate: Amount, inclusive: bool, of: Amount, included: Option<Amount> },
    /// Above the bill.
    CreditExcess,
    /// Total minus the sum of rounded lines.
    Rounding { mode: RoundingMode },
    /// Agreed earlier.
    Deferred { rate: Option<Rate> },
}

/// The exact operands of a unit amount: `amount` for `per` units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// For all of them.
    pub amount: Amount,
    /// So many units.
    pub per: i64,
}

/// A line of a bill. Amounts are signed, quantity and unit amount positive.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// Whose price it is.
    pub plan: Option<Text>,
    /// Whose price it is.
    pub add_on: Option<Text>,
    /// Charges positive, credits negative.
    pub amount: Amount,
    /// Whole, never prorated.
    pub quantity: i64,
    /// Full-period price of one.
    pub unit_amount: Amount,
    /// The span that it is for.
    pub period: Option<Period>,
    /// Why.
    pub because: Because,
    /// Before rounding.
    pub exact: Exact,
    /// The same as it is shown, where rounding changed it.
    pub unrounded: Option<Amount>,
    /// What shortened it, where a limit did.
    pub capped: Option<Capped>,
}

impl Line {
    /// One of something, of no plan and no period.
    fn new(kind: LineKind, amount: Amount, exact: &Exact, because: Because) -> Self {
        Self {
            kind,
            plan: None,
            add_on: None,
            amount,
            quantity: 1,
            unit_amount: Amount::padded(magnitude(amount.decimal()), 0),
            period: None,
            because,
            exact: *exact,
            unrounded: None,
            capped: None,
        }
    }

    /// Adds one of something of a value, which is told as well where rounding changes it.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn add<'a>(lines: &'a mut Vec<Self>, kind: LineKind, exact: &Exact, because: Because, rounder: Rounder) -> Result<&'a mut Self, OutOfRange> {
        let (amount, unrounded) = rounder.explained(exact)?;
        lines.push(Self { unrounded, ..Self::new(kind, amount, exact, because) });
        lines.last_mut().ok_or(OutOfRange)
    }

    /// The exact operands of its unit amount, where that is an amount for many units.
    #[must_use]
    pub const fn rate(&self) -> Option<&Rate> {
        match &self.because {
            Because::UnusedOperations { rate } | Because::FutureGrants { rate, .. } | Because::ExtraOperations { rate, .. } => Some(rate),
            Because::Deferred { rate } => rate.as_ref(),
            _ => None,
        }
    }

    /// The part of an inclusive tax.
    #[must_use]
    pub const fn included(&self) -> Option<&Amount> {
        match &self.because {
            Because::Tax { included, .. } => included.as_ref(),
            _ => None,
        }
    }

    /// Shortens a credit to a value, and records the limit; what it was before the first one stays told.
    pub(crate) fn shorten(&mut self, value: &Exact, by: &Cap, rounder: Rounder) -> Result<(), OutOfRange> {
        let uncapped = match self.capped {
            Some(capped) => capped.uncapped,
            None => Amount::padded(opposite(self.amount.decimal()), 0),
        };
        self.exact = *value;
        self.amount = rounder.round(value)?;
        self.capped = Some(Capped { uncapped, cap: *by });
        Ok(())
    }

    const fn is_price(&self) -> bool {
        matches!(
            self.kind,
            LineKind::Charge
                | LineKind::UnusedTime
                | LineKind::UnusedOperations
                | LineKind::FutureGrants
                | LineKind::Difference
                | LineKind::AddOn
                | LineKind::ExtraOperations
        )
    }

    /// Whether it was agreed earlier, and limited then.
    pub(crate) const fn is_deferred(&self) -> bool {
        matches!(self.because, Because::Deferred { .. })
    }

    fn is_credit(&self) -> bool {
        self.is_price() && self.exact.is_negative() && !self.is_deferred()
    }
}

/// Rounds the amounts of one bill.
#[derive(Clone, Copy, Debug)]
pub struct Rounder {
    mode: RoundingMode,
    on: RoundOn,
    /// Decimals that are rounded to.
    scale: u8,
    /// Decimals that are shown at least.
    digits: u8,
}

impl Rounder {
    /// A rounding for a currency.
    #[must_use]
    pub fn new(rounding: Rounding, digits: u32) -> Self {
        // All in one machine word: nearly every step takes it along.
        Self { mode: rounding.mode, on: rounding.on, scale: rounding.digits.unwrap_or(digits) as u8, digits: digits as u8 }
    }

    /// Decimals that are rounded to.
    #[must_use]
    pub const fn scale(self) -> u32 {
        self.scale as u32
    }

    /// Decimals that are shown at least.
    const fn digits(self) -> u32 {
        self.digits as u32
    }

    /// An amount.
    ///
    /// # Errors
    /// Beyond 96 bits.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn round(self, exact: &Exact) -> Result<Amount, OutOfRange> {
        Ok(Amount::padded(exact.round(self.mode, self.scale())?, self.digits()))
    }

    /// A value as the lines of a bill show it: rounded, where every line is.
    fn shown(self, exact: &Exact) -> Result<Exact, OutOfRange> {
        if self.on == RoundOn::Line { Ok(Exact::decimal(self.round(exact)?.decimal())) } else { Ok(*exact) }
    }

    /// An amount, and its value before rounding where that differs.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn explained(self, exact: &Exact) -> Result<(Amount, Option<Amount>), OutOfRange> {
        let amount = exact.round(self.mode, self.scale())?;
        Ok((self.stated(amount), if exact.is(amount) { None } else { Some(exact.display(self.digits())?) }))
    }

    /// Nothing.
    #[must_use]
    pub fn zero(self) -> Amount {
        Amount::padded(Decimal::ZERO, self.digits())
    }

    /// A stated decimal, padded.
    #[must_use]
    pub fn stated(self, value: Decimal) -> Amount {
        Amount::padded(value, self.digits())
    }
}

fn of_item(catalog: &CatalogData, terms: &Terms, key: ItemKey) -> (Option<Text>, Option<Text>) {
    match key {
        ItemKey::Base | ItemKey::Seats => (catalog.plans.get(terms.plan).map(|plan| plan.id.clone()), None),
        ItemKey::AddOn(position) | ItemKey::AddOnTiers(position) => (None, catalog.add_ons.get(position).map(|add_on| add_on.id.clone())),
    }
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn unit_amount(item: &Item, rounder: Rounder) -> Result<Amount, OutOfRange> {
    if item.bands.is_empty() || item.quantity == 0 {
        return Ok(rounder.stated(item.unit));
    }
    item.full.div(&Exact::integer(item.quantity)).display(rounder.digits())
}

fn bands_of(item: &Item, rounder: Rounder) -> Result<Option<Vec<BandPart>>, OutOfRange> {
    if item.bands.is_empty() { Ok(None) } else { band_parts(&item.bands, rounder.digits()).map(Some) }
}

fn discounted(item: &Item, rounder: Rounder) -> Result<Option<Amount>, OutOfRange> {
    if item.discounted { item.net.display(rounder.digits()).map(Some) } else { Ok(None) }
}

/// How an item is charged or credited.
#[derive(Clone, Debug)]
pub enum Pricing {
    /// A whole period, the discount on lines of its own.
    Full,
    /// A part, net of discount.
    Part(Factor),
    /// The unused part, given back: from the list price.
    UnusedList(Factor),
    /// The unused part, given back: from what was billed.
    UnusedPaid {
        /// Of the period, for display.
        factor: Factor,
        /// What was billed.
        paid: Vec<PaidPart>,
        /// The part of it that is the item's, where it was billed for several.
        share: Option<Box<Share>>,
        /// The value.
        value: Exact,
    },
}

/// Adds a line for an item.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn add_item(
    lines: &mut Vec<Line>,
    catalog: &CatalogData,
    terms: &Terms,
    item: &Item,
    pricing: Pricing,
    period: Period,
    rounder: Rounder,
) -> Result<(), OutOfRange> {
    let charge_kind = if item.key.is_add_on() { LineKind::AddOn } else { LineKind::Charge };
    let mut unit_amount = unit_amount(item, rounder)?;
    let quantity = item.quantity;
    let bands = bands_of(item, rounder)?;
    let (kind, exact, because) = match pricing {
        Pricing::Full => {
            let exact = item.charge();
            if item.share.is_some() && quantity != 0 {
                unit_amount = exact.div(&Exact::integer(quantity)).display(rounder.digits())?;
            }
            (charge_kind, exact, Because::FullPeriod { bands })
        }
        Pricing::Part(factor) => (charge_kind, item.net.mul(&factor.value()), Because::RemainingTime { factor, discounted: discounted(item, rounder)?, bands }),
        Pricing::UnusedList(factor) => {
            let because = Because::UnusedTime { base: CreditBase::List, factor, discounted: discounted(item, rounder)?, bands, paid: None, share: None };
            (LineKind::UnusedTime, item.net.mul(&factor.value()).negate(), because)
        }
        Pricing::UnusedPaid { factor, paid, share, value } => {
            (LineKind::UnusedTime, value.negate(), Because::UnusedTime { base: CreditBase::Paid, factor, discounted: None, bands, paid: Some(paid), share })
        }
    };
    let line = Line::add(lines, kind, &exact, because, rounder)?;
    (line.plan, line.add_on) = of_item(catalog, terms, item.key);
    line.quantity = quantity;
    line.unit_amount = unit_amount;
    line.period = Some(period);
    Ok(())
}

/// Adds one line for an item that changed: new minus old, for a part of the period.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn add_difference(
    lines: &mut Vec<Line>,
    catalog: &CatalogData,
    terms: &Terms,
    (old, new): (Option<&Item>, Option<&Item>),
    factor: Factor,
    period: Period,
    rounder: Rounder,
) -> Result<(), OutOfRange> {
    let Some(item) = new.or(old) else { return Ok(()) };
    let net = |item: Option<&Item>| item.map_or(Exact::ZERO, |item| item.net);
    let quantity = new.map_or(0, |item| item.quantity).abs_diff(old.map_or(0, |item| item.quantity));
    let exact = net(new).sub(&net(old)).mul(&factor.value());
    let because = Because::Difference { old: net(old).display(rounder.digits())?, new: net(new).display(rounder.digits())?, factor };
    let line = Line::add(lines, LineKind::Difference, &exact, because, rounder)?;
    (line.plan, line.add_on) = of_item(catalog, terms, item.key);
    // A change of price alone is one thing; a change of quantity counts what was added or removed.
    line.quantity = i64::try_from(quantity).map_err(|_| OutOfRange)?.max(1);
    line.unit_amount = unit_amount(item, rounder)?;
    line.period = Some(period);
    Ok(())
}

/// Adds a line that values operations at the price of a plan, by the rate of its reason; `exact` is signed.
///
/// # Errors
/// Beyond the range of exact arithmetic.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn add_operations(
    lines: &mut Vec<Line>,
    kind: LineKind,
    plan: &Plan,
    operations: i64,
    exact: Exact,
    because: Because,
    rounder: Rounder,
) -> Result<(), OutOfRange> {
    let line = Line::add(lines, kind, &exact, because, rounder)?;
    line.plan = Some(plan.id.clone());
    line.quantity = operations;
    if let Some(rate) = line.rate() {
        line.unit_amount = Exact::decimal(rate.amount.decimal()).div(&Exact::integer(rate.per)).display(rounder.digits())?;
    }
    Ok(())
}

/// A line agreed earlier.
#[must_use]
pub fn deferred_line(deferred: &DeferredLine, rounder: Rounder) -> Line {
    Line {
        plan: deferred.plan.clone(),
        add_on: deferred.add_on.clone(),
        quantity: deferred.quantity,
        // As it is written in a document, however finely it was computed.
        unit_amount: rounder.stated(trimmed(deferred.unit_amount.decimal(), 0)),
        period: deferred.period,
        ..Line::new(deferred.kind, rounder.stated(deferred.amount), &Exact::decimal(deferred.amount), Because::Deferred { rate: None })
    }
}

/// Adds the lines of a bill as they wait for the next invoice, which is taxed as one. Where only the result is rounded, they
/// sum to the rounded net that was previewed.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn add_waiting(lines: &mut Vec<Line>, bill: &Bill, rounder: Rounder) -> Result<(), OutOfRange> {
    let mut net = Sum::nothing(rounder);
    net.take_lines(&bill.lines, is_untaxed, rounder)?;
    net.take(Decimal::ZERO, &bill.unshown, rounder)?;
    let gap = minus(rounder.round(&net.value(rounder))?.decimal(), net.amount)?;
    for line in bill.lines.iter().filter(|line| is_untaxed(line) && !line.amount.decimal().is_zero()) {
        let mut waits = Line::new(line.kind, line.amount, &Exact::decimal(line.amount.decimal()), Because::Deferred { rate: line.rate().copied() });
        waits.plan = line.plan.clone();
        waits.add_on = line.add_on.clone();
        waits.quantity = line.quantity;
        waits.unit_amount = line.unit_amount;
        waits.period = line.period;
        lines.push(waits);
    }
    if !gap.is_zero() {
        lines.push(closing_line(gap, Because::Deferred { rate: None }, rounder));
    }
    Ok(())
}

/// What rounding only the result leaves between it and the lines.
fn closing_line(gap: Decimal, because: Because, rounder: Rounder) -> Line {
    Line::new(LineKind::Rounding, rounder.stated(gap), &Exact::decimal(gap), because)
}

/// Adds the lines of discounts on those items that are charged in full, one per discount that holds. Each comes off what the
/// former left of all prices, as it is shown, so that discounts never take more than there is.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn add_discounts(lines: &mut Vec<Line>, catalog: &CatalogData, items: &[Item], holding: &[usize], rounder: Rounder) -> Result<(), OutOfRange> {
    if holding.is_empty() || !items.iter().any(|item| item.in_full) {
        return Ok(());
    }
    let of_charged = |values: &[Exact]| Exact::sum(&mut values.iter().zip(items).filter(|(_, item)| item.in_full).map(|(value, _)| value));
    let mut prices = Vec::with_capacity(items.len());
    for item in items {
        prices.push(rounder.shown(&item.charge())?);
    }
    for position in holding {
        let Some(discount) = catalog.discounts.get(*position) else { continue };
        let parts = taken_off(discount.reduction, prices.clone(), rounder.scale())?;
        let (left, taken) = (of_charged(&prices), of_charged(&parts));
        let (mut amount, shown) = rounder.explained(&taken.negate())?;
        if Exact::decimal(amount.decimal()).add(&left).is_negative() {
            amount = rounder.round(&left.negate())?;
        }
        let exact = if rounder.on == RoundOn::Line { Exact::decimal(amount.decimal()) } else { taken.negate() };
        // What rounding took more or less of the sum is borne in proportion.
        let borne = if taken.is_zero() { Exact::ZERO } else { exact.negate().div(&taken) };
        for ((price, part), item) in prices.iter_mut().zip(parts).zip(items) {
            price.decrease(&if item.in_full { part.mul(&borne) } else { part });
        }
        let (percent, fixed) = match discount.reduction {
            Reduction::Percent(percent) => (Some(Amount::padded(percent, 0)), None),
            Reduction::Amount(amount) => (None, Some(rounder.stated(amount))),
        };
        let because = Because::Discount { id: discount.id.clone(), percent, amount: fixed, of: left.display(rounder.digits())? };
        lines.push(Line { unrounded: shown, ..Line::new(LineKind::Discount, amount, &exact, because) });
    }
    Ok(())
}

/// What things billed once come to on a bill, net of discount: no period is paid by it. Where nothing else is charged in
/// full, that is their lines and all discounts; else their own net price, rounded.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn billed_once(items: &[Item], discounts: &[Line], rounder: Rounder) -> Result<Decimal, OutOfRange> {
    let once = || items.iter().filter(|item| item.interval.is_none());
    if once().next().is_none() {
        return Ok(Decimal::ZERO);
    }
    if items.iter().any(|item| item.interval.is_some() && item.in_full) {
        return Ok(rounder.round(&Exact::sum(&mut once().map(|item| &item.net)))?.decimal());
    }
    let charged = once().try_fold(Decimal::ZERO, |sum, item| plus(sum, rounder.round(&item.full)?.decimal()))?;
    discounts.iter().try_fold(charged, |sum, line| plus(sum, line.amount.decimal()))
}

// ------------------------------------------------------------------------------------------------
// The bill
// ------------------------------------------------------------------------------------------------

/// A credit that the cap shortened.
#[derive(Clone, Copy, Debug)]
pub struct Shortened {
    /// Before.
    pub uncapped: Amount,
    /// The part above.
    pub above: Amount,
}

/// Lines with their sums, before the balance.
#[derive(Clone, Debug)]
pub struct Bill {
    /// In order; they sum to the total.
    pub lines: Vec<Line>,
    /// Charges and credits.
    pub subtotal: Amount,
    /// Taken off; positive.
    pub discount: Amount,
    /// Exclusive taxes.
    pub tax: Amount,
    /// Everything.
    pub total: Amount,
    /// Credits above the cap that are lost.
    pub shortened: Vec<Shortened>,
    /// Credits for time above the cap, lost or kept elsewhere: either way they were given.
    pub time_above_cap: Decimal,
    /// What prices, credits and discounts that are not shown, being nothing as rounded, come to before it.
    pub unshown: Exact,
}

/// What makes a bill of lines.
pub struct Billing<'a> {
    /// Rates that hold.
    pub taxes: &'a [Tax],
    /// How amounts are rounded.
    pub rounder: Rounder,
    /// The limit of credits.
    pub cap: CreditCap,
    /// What is above it.
    pub excess: Excess,
}

/// Amounts added up, and their values before rounding where only the result is rounded.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    amount: Decimal,
    exact: Exact,
}

impl Sum {
    /// Of nothing.
    #[must_use]
    pub fn nothing(rounder: Rounder) -> Self {
        Self { amount: rounder.zero().decimal(), exact: Exact::ZERO }
    }

    /// Takes one amount more.
    ///
    /// # Errors
    /// Beyond 96 bits.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn take(&mut self, amount: Decimal, exact: &Exact, rounder: Rounder) -> Result<(), OutOfRange> {
        self.amount = plus(self.amount, amount)?;
        if rounder.on == RoundOn::Net {
            self.exact.increase(exact);
        }
        Ok(())
    }

    /// Takes a value, rounded.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn take_rounded(&mut self, exact: &Exact, rounder: Rounder) -> Result<(), OutOfRange> {
        self.take(rounder.round(exact)?.decimal(), exact, rounder)
    }

    /// Takes all of another.
    ///
    /// # Errors
    /// Beyond 96 bits.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn take_all(&mut self, other: &Self, rounder: Rounder) -> Result<(), OutOfRange> {
        self.take(other.amount, &other.exact, rounder)
    }

    /// Takes those lines that count.
    ///
    /// # Errors
    /// Beyond 96 bits.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(crate) fn take_lines(&mut self, lines: &[Line], counts: fn(&Line) -> bool, rounder: Rounder) -> Result<(), OutOfRange> {
        for line in lines.iter().filter(|line| counts(line)) {
            self.take(line.amount.decimal(), &line.exact, rounder)?;
        }
        Ok(())
    }

    /// What taxes are taken of, and what limits a credit.
    fn value(&self, rounder: Rounder) -> Exact {
        if rounder.on == RoundOn::Line { Exact::decimal(self.amount) } else { self.exact }
    }
}

impl Bill {
    /// Of lines that are not yet summed.
    #[must_use]
    pub fn of(lines: Vec<Line>, rounder: Rounder) -> Self {
        let nothing = rounder.zero();
        Self {
            lines,
            subtotal: nothing,
            discount: nothing,
            tax: nothing,
            total: nothing,
            shortened: Vec::new(),
            time_above_cap: Decimal::ZERO,
            unshown: Exact::ZERO,
        }
    }
}

impl Billing<'_> {
    /// Completes a bill of price lines by these discount lines, its taxes and sums.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn complete(&self, bill: &mut Bill, discounts: &mut Vec<Line>) -> Result<(), OutOfRange> {
        let rounder = self.rounder;
        // What stays the customer's of credits above a cap.
        let mut excess = Vec::new();
        let mut discount = Sum::nothing(rounder);
        discount.take_lines(discounts, |_| true, rounder)?;
        if self.cap == CreditCap::Bill {
            // The bill of this change: what waited from earlier ones neither raises nor lowers it.
            let mut limit = discount;
            limit.take_lines(&bill.lines, |line| !line.is_credit() && !line.is_deferred(), rounder)?;
            self.shorten(bill, &limit.value(rounder), CapKind::Bill, &mut excess)?;
        }
        // Under the cap by the total, credits are applied after tax, like a balance.
        let after_tax = self.cap == CreditCap::Total;
        let mut subtotal = Sum::nothing(rounder);
        subtotal.take_lines(&bill.lines, if after_tax { |line| !line.is_credit() } else { |_| true }, rounder)?;
        let mut net = subtotal;
        net.take_all(&discount, rounder)?;
        let mut tax_lines = Vec::new();
        self.add_taxes(&mut tax_lines, &net.value(rounder))?;
        let mut tax = Sum::nothing(rounder);
        tax.take_lines(&tax_lines, |_| true, rounder)?;
        let mut credits_after_tax = Vec::new();
        if after_tax {
            self.shorten(bill, &net.value(rounder).add(&tax.value(rounder)), CapKind::Total, &mut excess)?;
            subtotal = Sum::nothing(rounder);
            subtotal.take_lines(&bill.lines, |_| true, rounder)?;
            (credits_after_tax, bill.lines) = core::mem::take(&mut bill.lines).into_iter().partition(Line::is_credit);
        }
        let lines = &mut bill.lines;
        lines.append(discounts);
        lines.append(&mut tax_lines);
        lines.append(&mut credits_after_tax);
        // What is neither discount nor tax is subtotal, the closing lines included, so that the three sum to the total.
        subtotal.take_lines(&excess, |_| true, rounder)?;
        let mut all = subtotal;
        all.take_all(&discount, rounder)?;
        all.take_all(&tax, rounder)?;
        let mut total = all.amount;
        if rounder.on == RoundOn::Net {
            total = rounder.round(&all.exact)?.decimal();
            let gap = minus(total, all.amount)?;
            if !gap.is_zero() {
                let mut line = closing_line(gap, Because::Rounding { mode: rounder.mode }, rounder);
                line.unrounded = Some(all.exact.display(rounder.digits())?);
                lines.push(line);
                subtotal.amount = plus(subtotal.amount, gap)?;
            }
        }
        lines.append(&mut excess);
        bill.unshown = drop_zero_lines(lines, rounder);
        bill.subtotal = rounder.stated(subtotal.amount);
        bill.discount = rounder.stated(opposite(discount.amount));
        bill.tax = rounder.stated(tax.amount);
        bill.total = rounder.stated(total);
        Ok(())
    }

    /// What a bill comes to where nothing is capped, of the sum of its prices and discounts.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub fn total(&self, net: &Sum) -> Result<Decimal, OutOfRange> {
        let mut sum = *net;
        for tax in self.taxes.iter().filter(|tax| !tax.inclusive) {
            sum.take_rounded(&self.tax(tax, &net.value(self.rounder)), self.rounder)?;
        }
        if self.rounder.on == RoundOn::Net { Ok(self.rounder.round(&sum.exact)?.decimal()) } else { Ok(sum.amount) }
    }

    /// Shortens credits, in order, to what is left of the limit.
    fn shorten(&self, bill: &mut Bill, limit: &Exact, kind: CapKind, all_excess: &mut Vec<Line>) -> Result<(), OutOfRange> {
        let rounder = self.rounder;
        let mut left = limit.above_zero();
        for line in bill.lines.iter_mut().filter(|line| line.is_credit()) {
            let credit = if rounder.on == RoundOn::Line { Exact::decimal(line.amount.decimal()) } else { line.exact }.negate();
            let rest = left.sub(&credit);
            if !rest.is_negative() {
                left = rest;
                continue;
            }
            let (used, above) = (left, rest.negate());
            left = Exact::ZERO;
            let uncapped = rounder.round(&credit)?;
            let cap = Cap { kind, limit: limit.display(rounder.digits())? };
            let before = line.amount;
            line.shorten(&used.negate(), &cap, rounder)?;
            if matches!(line.kind, LineKind::UnusedTime | LineKind::Difference) {
                bill.time_above_cap = plus(bill.time_above_cap, minus(line.amount.decimal(), before.decimal())?)?;
            }
            let above_amount = rounder.round(&above)?;
            if self.excess == Excess::Forfeit {
                // On the net, less than the smallest unit can be above: that is nothing to list.
                if !above_amount.decimal().is_zero() {
                    bill.shortened.push(Shortened { uncapped, above: above_amount });
                }
            } else {
                let mut excess = Line::new(LineKind::CreditExcess, rounder.round(&above.negate())?, &above.negate(), Because::CreditExcess);
                excess.capped = Some(Capped { uncapped, cap });
                excess.plan.clone_from(&line.plan);
                excess.add_on.clone_from(&line.add_on);
                excess.unit_amount = above_amount;
                all_excess.push(excess);
            }
        }
        Ok(())
    }

    /// A tax on the net of an invoice, or the part of it that is one.
    fn tax(&self, tax: &Tax, net: &Exact) -> Exact {
        let mut divisor = Exact::integer(100);
        if tax.inclusive {
            for tax in self.taxes.iter().filter(|tax| tax.inclusive) {
                divisor.increase(&Exact::decimal(tax.rate));
            }
        }
        net.mul(&Exact::decimal(tax.rate)).div(&divisor)
    }

    fn add_taxes(&self, lines: &mut Vec<Line>, net: &Exact) -> Result<(), OutOfRange> {
        let rounder = self.rounder;
        lines.reserve_exact(self.taxes.len());
        for tax in self.taxes {
            let exact = self.tax(tax, net);
            let because = Because::Tax {
                id: tax.id.clone(),
                name: tax.name.clone(),
                rate: Amount::padded(tax.rate, 0),
                inclusive: tax.inclusive,
                of: net.display(rounder.digits())?,
                included: None,
            };
            let line = Line::add(lines, LineKind::Tax, &exact, because, rounder)?;
            if let Because::Tax { included, inclusive: true, .. } = &mut line.because {
                *included = Some(line.amount);
                line.amount = rounder.zero();
                line.exact = Exact::ZERO;
            }
        }
        Ok(())
    }

    /// An amount with its exclusive taxes, each rounded.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn with_tax(&self, net: Decimal) -> Result<Decimal, OutOfRange> {
        let mut sum = net;
        for tax in self.taxes.iter().filter(|tax| !tax.inclusive) {
            sum = plus(sum, self.rounder.round(&self.tax(tax, &Exact::decimal(net)))?.decimal())?;
        }
        Ok(sum)
    }
}

/// Lines of nothing are not shown, but what is sold keeps its first line. Says what they come to before rounding, where only
/// the result is rounded.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn drop_zero_lines(lines: &mut Vec<Line>, rounder: Rounder) -> Exact {
    let mut unshown = Exact::ZERO;
    let sold = |line: &Line| matches!(line.kind, LineKind::Charge | LineKind::AddOn | LineKind::ExtraOperations) && !line.is_deferred();
    let zero = |line: &Line| line.amount.decimal().is_zero() && line.included().is_none_or(|part| part.decimal().is_zero());
    let any_charge = lines.iter().any(|line| sold(line) && !zero(line));
    let mut kept = any_charge;
    lines.retain(|line| {
        if !zero(line) {
            return true;
        }
        let keep = sold(line) && !kept;
        kept |= keep;
        if !keep && rounder.on == RoundOn::Net && is_untaxed(line) {
            unshown.increase(&line.exact);
        }
        keep
    });
    unshown
}

/// Whether a line is of what is sold, and not of what is added to it.
const fn is_untaxed(line: &Line) -> bool {
    !matches!(line.kind, LineKind::Tax | LineKind::Rounding)
}
