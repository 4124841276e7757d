//! What is for sale: plans, prices, add-ons, discounts, and the policy.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::calendar::{Interval, Timestamp};
use crate::decimal::Decimal;
use crate::error::OutOfRange;
use crate::money::{Currency, Exact};
use crate::policy::{Policy, Rounding};
use crate::rules::tiers::Tiers;
use crate::text::Text;

/// One way to buy a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Tells apart prices of one interval and allowance.
    pub id: Option<Text>,
    /// The length of its period.
    pub interval: Interval,
    /// Of a whole period; of one seat where it is per seat.
    pub amount: Decimal,
    /// Whether the amount is that of one seat.
    pub per_seat: bool,
    /// Prices the seats in a second line.
    pub tiers: Option<Tiers>,
    /// Whether it can be bought.
    pub on_sale: bool,
    /// Granted per period, or per month.
    pub operations: Option<i64>,
    /// Whether a longer price grants monthly.
    pub resets_monthly: bool,
}

impl Price {
    /// Operations that a whole period grants: twelve monthly grants in a year.
    ///
    /// # Errors
    /// Beyond 64 bits.
    pub fn period_allowance(&self) -> Result<i64, OutOfRange> {
        let operations = self.operations.unwrap_or(0);
        match self.interval.months() {
            Some(months) if self.resets_monthly => operations.checked_mul(months).ok_or(OutOfRange),
            _ => Ok(operations),
        }
    }

    /// Operations per year, 12 months being 365 days.
    #[must_use]
    pub fn yearly_allowance(&self) -> Exact {
        let grants = if self.resets_monthly { self.interval.months().unwrap_or(1) } else { 1 };
        Exact::integer(self.operations.unwrap_or(0)).mul(&Exact::integer(grants)).mul(&self.interval.per_year())
    }

    /// Whether it grants several times within its period.
    #[must_use]
    pub fn grants_monthly(&self) -> bool {
        self.resets_monthly && self.interval.months().is_some_and(|months| months > 1)
    }

    /// Whether seats change what it costs.
    #[must_use]
    pub const fn prices_seats(&self) -> bool {
        self.per_seat || self.tiers.is_some()
    }

    /// Whether it costs nothing.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.amount.is_zero() && self.tiers.is_none()
    }
}

/// Seats of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatRange {
    /// The least that can be bought.
    pub min: Option<i64>,
    /// The most; for prices that seats do not change, the limit of members.
    pub max: Option<i64>,
    /// Seats that are not charged.
    pub included: i64,
}

/// Operations sold on top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraOperations {
    /// Sold in so many at a time.
    pub bundle: i64,
    /// Percent on top of the price per operation.
    pub surcharge: Decimal,
    /// The most in a period.
    pub max: ExtraLimit,
}

/// The most extra operations in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraLimit {
    /// Any number.
    None,
    /// So many.
    Count(i64),
    /// As many as the plan grants.
    Allowance,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Unique in the catalog.
    pub id: Text,
    /// For people.
    pub name: Text,
    /// At least one.
    pub prices: Vec<Arc<Price>>,
    /// Whether it can be bought online.
    pub on_sale: bool,
    /// The most teams.
    pub teams: Option<i64>,
    /// Seats, where the plan has them.
    pub seats: Option<SeatRange>,
    /// How long it can be tried.
    pub trial: Option<Interval>,
    /// Operations on top.
    pub extra_operations: Option<ExtraOperations>,
    /// Positions of prices, ordered by what they grant, so that finding one takes as long among thousands.
    pub prices_by_operations: Vec<usize>,
}

impl Plan {
    /// Whether seats mean anything at a price: where it counts them, or the plan states how many there can be.
    #[must_use]
    pub const fn has_seats(&self, price: &Price) -> bool {
        self.seats.is_some() || price.prices_seats()
    }

    /// Prices of a tier, or all of them.
    pub fn prices_granting(&self, operations: Option<i64>) -> impl Iterator<Item = &Arc<Price>> {
        let granted = |position: &usize| self.prices.get(*position).and_then(|price| price.operations);
        let first = operations.map_or(0, |_| self.prices_by_operations.partition_point(|position| granted(position) < operations));
        let from_first = self.prices_by_operations.get(first..).unwrap_or_default().iter();
        from_first.filter_map(|position| self.prices.get(*position)).take_while(move |price| operations.is_none() || price.operations == operations)
    }

    /// Prices of an interval.
    pub fn prices_of(&self, interval: Interval) -> impl Iterator<Item = &Arc<Price>> {
        self.prices.iter().filter(move |price| price.interval == interval)
    }
}

/// How often an add-on is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddOnInterval {
    /// Every interval.
    Every(Interval),
    /// In full when it is added, never prorated.
    Once,
    /// By usage, outside of previews.
    Metered,
}

/// Something sold beside a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOn {
    /// Unique in the catalog.
    pub id: Text,
    /// For people.
    pub name: Text,
    /// Of one unit or seat.
    pub amount: Decimal,
    /// How often.
    pub interval: AddOnInterval,
    /// Whether the quantity is multiplied by the seats.
    pub per_seat: bool,
    /// Prices the quantity in a second line.
    pub tiers: Option<Tiers>,
}

/// What a discount takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    /// A part, in percent.
    Percent(Decimal),
    /// A fixed amount per period.
    Amount(Decimal),
}

/// A discount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discount {
    /// Unique in the catalog.
    pub id: Text,
    /// What it takes off.
    pub reduction: Reduction,
    /// Positions of the plans that it holds for; `None`: all.
    pub plans: Option<Vec<usize>>,
    /// How many periods it holds.
    pub periods: Option<i64>,
    /// Periods that begin from here on are not discounted.
    pub until: Option<Timestamp>,
}

/// A parsed catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogData {
    /// Of every amount.
    pub currency: Currency,
    /// Lowest first.
    pub plans: Vec<Plan>,
    /// In the order of their lines.
    pub add_ons: Vec<AddOn>,
    /// By id.
    pub discounts: Vec<Discount>,
    /// Which rules hold.
    pub policy: Policy,
    /// Days after the end until members are deactivated.
    pub grace_days: Option<i64>,
    /// Positions of plans, ordered by id.
    pub plans_by_id: Vec<usize>,
}

impl CatalogData {
    /// Decimals of stated amounts: the currency's, or the policy's where it rounds more finely.
    #[must_use]
    pub fn amount_digits(&self) -> u32 {
        let policy = &self.policy;
        let own = [&policy.upgrade, &policy.downgrade, &policy.cancel, policy.for_seats_added(), policy.for_seats_removed()];
        /// With those of one rounding more, where it states any.
        #[inline(never)]
        fn finest(digits: u32, rounding: Option<Rounding>) -> u32 {
            rounding.and_then(|rounding| rounding.digits).unwrap_or(0).max(digits)
        }
        own.into_iter().fold(finest(self.currency.digits(), Some(policy.rounding)), |digits, treatment| finest(digits, treatment.rounding))
    }

    /// The position of a plan.
    #[must_use]
    pub fn plan_position(&self, id: &str) -> Option<usize> {
        let found = self.plans_by_id.binary_search_by(|position| self.plans.get(*position).map_or("", |plan| &plan.id).cmp(id)).ok()?;
        self.plans_by_id.get(found).copied()
    }

    /// The position of an add-on.
    #[must_use]
    pub fn add_on_position(&self, id: &str) -> Option<usize> {
        self.add_ons.iter().position(|add_on| add_on.id == *id)
    }

    /// The position of a discount.
    #[must_use]
    pub fn discount_position(&self, id: &str) -> Option<usize> {
        self.discounts.iter().position(|discount| discount.id == *id)
    }

    /// The lowest plan on sale with a price of nothing, and that price; of several the shortest, then the
    /// one that grants least.
    #[must_use]
    pub fn free_plan(&self) -> Option<(usize, &Arc<Price>)> {
        for (position, plan) in self.plans.iter().enumerate().filter(|(_, plan)| plan.on_sale) {
            let mut least: Option<&Arc<Price>> = None;
            for price in plan.prices.iter().filter(|price| price.on_sale && price.is_free() && !plan.is_paid_beside(price)) {
                let is_less = |least: &Arc<Price>| {
                    let by_length = price.interval.compare_length(least.interval);
                    by_length.then_with(|| (price.operations, &price.id).cmp(&(least.operations, &least.id))).is_lt()
                };
                if least.is_none_or(is_less) {
                    least = Some(price);
                }
            }
            if let Some(price) = least {
                return Some((position, price));
            }
        }
        None
    }
}

impl Plan {
    /// Whether a plan with a free price also has paid ones, so that the free price is no free plan.
    fn is_paid_beside(&self, free: &Arc<Price>) -> bool {
        self.prices.iter().any(|price| !Arc::ptr_eq(price, free) && !price.is_free())
    }
}
