//! Operations after a change: what is granted, moved and on offer, and until when.

use super::Checkout;
use crate::answer::{ExtraOffer, OperationsAfter};
use crate::calendar::{MonthlyGrants, Period, Timestamp};
use crate::catalog::{ExtraLimit, Price};
use crate::change::Terms;
use crate::error::OutOfRange;
use crate::invoice::Rounder;
use crate::money::{Amount, Exact};
use crate::policy::Grant;
use crate::rules::{extra_operations, operations_transfer, proration};
use crate::settlement::SettledOperations;

impl Checkout {
    /// Tells the operations in a period that a price newly grants, and says how many are available.
    #[allow(clippy::too_many_arguments)]
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    pub(super) fn operations_after(
        &self,
        after: &mut Option<OperationsAfter>,
        terms: &Terms,
        period: &Period,
        settled: &SettledOperations,
        bought: i64,
        grant: Option<(proration::Factor, Grant)>,
        at: Timestamp,
        rounder: Rounder,
    ) -> Result<i64, OutOfRange> {
        let price = &*terms.price;
        let touched = settled.converted != 0 || settled.transferred != 0 || settled.forfeited != 0;
        if price.operations.is_none() && !touched {
            return Ok(0);
        }
        let full = price.operations.unwrap_or(0);
        let (allowance, granted) = match grant {
            Some((factor, Grant::Prorated { digits, rounding })) => {
                let part = Exact::integer(full).mul(&factor.value()).round(rounding, digits)?;
                // Whole operations can be used; the exact grant is shown beside them.
                (Exact::decimal(part).floor()?, Some(Amount::padded(part, 0)))
            }
            _ => (full, None),
        };
        let moved = operations_transfer::transfer(settled.transferred, allowance, period, at.max(period.start), price.grants_monthly())?;
        let reset = next_grant(price, period, at)?;
        *after = Some(OperationsAfter {
            allowance,
            granted,
            transferred: settled.transferred,
            available: moved.available,
            converted: settled.converted,
            forfeited: settled.forfeited,
            expires_at: (settled.transferred > 0).then_some(moved.expires_at),
            resets_at: price.operations.is_some().then_some(reset),
            extra: self.extra_offer(terms, bought, rounder)?,
        });
        Ok(moved.available)
    }

    /// Tells the operations where the running period's grant goes on: those unused, and those bought on top.
    pub(super) fn operations_unchanged(
        &self,
        after: &mut Option<OperationsAfter>,
        terms: &Terms,
        period: &Period,
        (unused, extra): (i64, i64),
        at: Timestamp,
        rounder: Rounder,
    ) -> Result<(), OutOfRange> {
        let price = &*terms.price;
        let Some(allowance) = price.operations else { return Ok(()) };
        let reset = next_grant(price, period, at)?;
        *after = Some(OperationsAfter {
            allowance,
            granted: None,
            transferred: 0,
            available: unused,
            converted: 0,
            forfeited: 0,
            expires_at: (extra > 0).then_some(reset),
            resets_at: Some(reset),
            extra: self.extra_offer(terms, extra, rounder)?,
        });
        Ok(())
    }

    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn extra_offer(&self, terms: &Terms, bought: i64, rounder: Rounder) -> Result<Option<ExtraOffer>, OutOfRange> {
        let plan = self.catalog.plans.get(terms.plan).ok_or(OutOfRange)?;
        let allowance = terms.price.period_allowance()?;
        let Some(extra) = plan.extra_operations.as_ref().filter(|_| allowance > 0) else { return Ok(None) };
        // Whole bundles only, also where the limit is none.
        let left = match most_extra(extra.max, terms.price.operations) {
            Some(most) => {
                let rest = most.saturating_sub(bought).max(0);
                Some(rest.saturating_sub(rest.checked_rem(extra.bundle).unwrap_or(0)))
            }
            None => None,
        };
        let amount = Exact::decimal(terms.price.amount);
        let amount = rounder.round(&extra_operations::charge(&amount, extra.bundle, allowance, extra.surcharge))?;
        Ok(Some(ExtraOffer { bundle: extra.bundle, bought, left, amount }))
    }
}

/// When a period's allowance is granted anew: at its end, or at the next monthly grant within it.
pub(crate) fn next_grant(price: &Price, period: &Period, at: Timestamp) -> Result<Timestamp, OutOfRange> {
    if price.grants_monthly() { Ok(MonthlyGrants::at(period, price.interval, at)?.next) } else { Ok(period.end) }
}

pub(super) fn most_extra(limit: ExtraLimit, operations: Option<i64>) -> Option<i64> {
    match limit {
        ExtraLimit::None => None,
        ExtraLimit::Count(count) => Some(count),
        ExtraLimit::Allowance => operations,
    }
}
