//! What a customer has to answer, and the comparison of current and new.

use alloc::vec::Vec;

use crate::answer::{Loss, PlanName, RequiredAction, Row};
use crate::calendar::{Interval, Timestamp};
use crate::catalog::{CatalogData, Plan};
use crate::change::{Answers, Change, Direction, Terms, list_amount};
use crate::decimal::{Decimal, plus};
use crate::error::{ErrorCode, OutOfRange, PricingError};
use crate::invoice::Rounder;
use crate::money::{Amount, Exact};
use crate::policy::Acknowledgement;
use crate::subscription::{Customer, Teams};

/// The most members: seats that were bought, or the plan's limit.
#[must_use]
pub fn seat_limit(plan: &Plan, terms: &Terms) -> Option<i64> {
    if terms.price.prices_seats() {
        return terms.seats;
    }
    plan.seats.and_then(|range| range.max)
}

/// What required actions depend on.
pub struct Asked<'a> {
    /// The catalog.
    pub catalog: &'a CatalogData,
    /// The customer.
    pub customer: &'a Customer,
    /// The change with its answers.
    pub change: &'a Change,
    /// Which way it goes.
    pub direction: Direction,
    /// The new terms.
    pub target: Option<&'a Terms>,
    /// What is lost.
    pub lost: &'a [Loss],
    /// What is charged.
    pub due_now: Amount,
    /// Whether there is a subscription already.
    pub existing: bool,
    /// For amounts.
    pub rounder: Rounder,
}

/// Adds what must be answered before the change may be confirmed.
///
/// # Errors
/// `unknown_team` for a team that the customer does not have.
pub fn require(actions: &mut Vec<RequiredAction>, asked: &Asked<'_>) -> Result<(), PricingError> {
    let none = Answers::default();
    let answers = asked.change.answers.as_ref().unwrap_or(&none);
    let target = asked.target.and_then(|terms| asked.catalog.plans.get(terms.plan).map(|plan| (plan, terms)));
    if let (Some(keep), Some(teams)) = (target.and_then(|(plan, _)| plan.teams), &asked.customer.teams)
        && asked.direction != Direction::None
    {
        let of = teams.count();
        if of > keep {
            actions.push(choose_teams(keep, of, teams, answers)?);
        }
    }
    if let (Some(limit), Some(members)) = (target.and_then(|(plan, terms)| seat_limit(plan, terms)), asked.customer.members)
        && asked.direction != Direction::None
        && members > limit
    {
        let remove = members.saturating_sub(limit);
        let answered = answers.remove_members.is_some_and(|removed| removed >= remove);
        actions.push(RequiredAction::RemoveMembers { remove, members, limit, answered });
    }
    let lost = lost_in_all(asked.lost)?;
    for subject in Acknowledgement::ALL {
        let (applies, amount) = match subject {
            Acknowledgement::Downgrade => (asked.direction == Direction::Downgrade, None),
            Acknowledgement::Forfeit => (!asked.lost.is_empty(), Some(asked.rounder.stated(lost))),
            Acknowledgement::Billing => (asked.existing && !asked.due_now.decimal().is_zero(), Some(asked.due_now)),
            Acknowledgement::Cancel => (asked.direction == Direction::Cancel, None),
        };
        if applies && asked.catalog.policy.acknowledge.contains(subject) {
            let answered = answers.acknowledged.as_ref().is_some_and(|list| list.contains(&subject));
            actions.push(RequiredAction::Acknowledge { subject, amount, answered });
        }
    }
    Ok(())
}

/// What is lost, in one amount.
///
/// # Errors
/// Beyond 96 bits.
#[inline(never)]
pub fn lost_in_all(lost: &[Loss]) -> Result<Decimal, OutOfRange> {
    lost.iter().try_fold(Decimal::ZERO, |sum, loss| plus(sum, loss.amount().decimal()))
}

fn choose_teams(keep: i64, of: i64, teams: &Teams, answers: &Answers) -> Result<RequiredAction, PricingError> {
    let chosen = answers.keep_teams.as_deref().unwrap_or_default();
    let named = match teams {
        Teams::Named(list) => {
            for (index, id) in chosen.iter().enumerate() {
                if !list.iter().any(|team| team.id == *id) {
                    let unknown = PricingError::change(ErrorCode::UnknownTeam, "answers.keepTeams", "the customer has no such team");
                    return Err(unknown.item(index, "").value(&**id));
                }
            }
            Some(list.clone())
        }
        Teams::Count(_) => None,
    };
    let distinct = chosen.iter().enumerate().all(|(index, id)| chosen.iter().take(index).all(|other| other != id));
    let answered = distinct && i64::try_from(chosen.len()) == Ok(keep);
    Ok(RequiredAction::ChooseTeams { keep, of, teams: named, answered })
}

/// The list price of terms per year, per month and per period.
struct ListAmounts {
    amount: Amount,
    per_month: Amount,
    per_year: Amount,
}

/// The list price of terms per month and per year, seats and add-ons included, before discount and tax.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn per_month_and_year(catalog: &CatalogData, terms: &Terms, rounder: Rounder) -> Result<(Amount, Amount), OutOfRange> {
    let ListAmounts { per_month, per_year, .. } = list_amounts(catalog, terms, rounder)?;
    Ok((per_month, per_year))
}

#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn list_amounts(catalog: &CatalogData, terms: &Terms, rounder: Rounder) -> Result<ListAmounts, OutOfRange> {
    let interval = terms.price.interval;
    let of_period = list_amount(catalog, terms, interval);
    let amount = rounder.round(&of_period)?;
    let per_month = per(Interval::MONTH, &of_period, amount, interval, rounder)?;
    let per_year = per(Interval::YEAR, &of_period, amount, interval, rounder)?;
    Ok(ListAmounts { amount, per_month, per_year })
}

/// An amount of one interval for another; `rounded` is what it is for its own.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
fn per(other: Interval, exact: &Exact, rounded: Amount, own: Interval, rounder: Rounder) -> Result<Amount, OutOfRange> {
    if other == own { Ok(rounded) } else { rounder.round(&exact.mul(&other.in_terms_of(own))) }
}

/// Adds current and new, row by row; rows that apply to neither are left out.
///
/// # Errors
/// Beyond the range of exact arithmetic.
pub fn compare(
    rows: &mut Vec<Row>,
    catalog: &CatalogData,
    current: Option<(&Terms, Option<Timestamp>)>,
    new: Option<(&Terms, Option<Timestamp>)>,
    rounder: Rounder,
) -> Result<(), OutOfRange> {
    let plan = |terms: Option<(&Terms, Option<Timestamp>)>| {
        let plan = catalog.plans.get(terms?.0.plan)?;
        Some(PlanName { id: plan.id.clone(), name: plan.name.clone() })
    };
    let amounts = |terms: Option<(&Terms, Option<Timestamp>)>| terms.map(|(terms, _)| list_amounts(catalog, terms, rounder)).transpose();
    let seats = |terms: Option<(&Terms, Option<Timestamp>)>| {
        let (terms, _) = terms?;
        terms.seats.or_else(|| seat_limit(catalog.plans.get(terms.plan)?, terms))
    };
    let teams = |terms: Option<(&Terms, Option<Timestamp>)>| catalog.plans.get(terms?.0.plan)?.teams;
    let (old_amounts, new_amounts) = (amounts(current)?, amounts(new)?);
    rows.reserve_exact(9);
    macro_rules! row {
        ($kind:ident, $current:expr, $new:expr) => {
            let (current, new) = ($current, $new);
            if current.is_some() || new.is_some() {
                rows.push(Row::$kind { changed: current != new, current, new });
            }
        };
    }
    row!(Plan, plan(current), plan(new));
    row!(Tier, current.and_then(|(terms, _)| terms.price.operations), new.and_then(|(terms, _)| terms.price.operations));
    row!(Amount, old_amounts.as_ref().map(|list| list.amount), new_amounts.as_ref().map(|list| list.amount));
    row!(PerMonth, old_amounts.as_ref().map(|list| list.per_month), new_amounts.as_ref().map(|list| list.per_month));
    row!(PerYear, old_amounts.as_ref().map(|list| list.per_year), new_amounts.as_ref().map(|list| list.per_year));
    row!(Interval, current.map(|(terms, _)| terms.price.interval), new.map(|(terms, _)| terms.price.interval));
    row!(Seats, seats(current), seats(new));
    row!(Teams, teams(current), teams(new));
    row!(PeriodEnd, current.and_then(|(_, end)| end), new.and_then(|(_, end)| end));
    Ok(())
}
