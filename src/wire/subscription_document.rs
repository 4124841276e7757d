//! The subscription as a document: what `apply` gives back to whoever stores subscriptions.

use super::tape::{Tape, Write};
use super::words::{Key, Word};
use crate::calendar::Period;
use crate::catalog::Price;
use crate::change::{self, HeldDiscount, Terms};
use crate::decimal::{Decimal, trimmed};
use crate::money::Amount;
use crate::preview::Checkout;
use crate::rules::tiers::{Band, TierMode, Tiers};
use crate::subscription::{DeferredLine, PaidSpan, Status, Tax, Teams};

/// The document of a checkout.
pub struct SubscriptionDocument<'a>(pub &'a Checkout);

impl Write for SubscriptionDocument<'_> {
    fn write(&self, key: Key, out: &mut Tape) {
        out.object(key);
        Document { checkout: self.0, digits: self.0.catalog.currency.digits(), out }.write();
    }
}

/// A document on its way out.
struct Document<'a, 'b> {
    checkout: &'a Checkout,
    digits: u32,
    out: &'b mut Tape,
}

impl Document<'_, '_> {
    fn write(&mut self) {
        let checkout = self.checkout;
        if let Some(subscription) = &checkout.subscription {
            self.terms(&subscription.terms);
            match &subscription.status {
                Status::Active => {}
                Status::Expired => self.out.word(Key::Status, Word::Expired),
                Status::Trial(end) => {
                    self.out.word(Key::Status, Word::Trial);
                    self.out.time(Key::TrialEnd, end);
                }
            }
            self.shown(&subscription.period).write(Key::Period, self.out);
            self.out.optional(Key::Anchor, &subscription.anchor);
            self.above_zero(Key::UnusedOperations, subscription.unused_operations);
            self.above_zero(Key::ExtraOperations, subscription.extra_operations);
            self.each(Key::Paid, &subscription.paid, Self::paid);
            self.out.optional(Key::Scheduled, &subscription.scheduled);
            self.each(Key::Deferred, &subscription.deferred, Self::deferred);
        }
        self.customer();
        self.out.end();
    }

    /// A period as documents name it.
    fn shown(&self, period: &Period) -> Period {
        period.shown(self.checkout.catalog.policy.proration.basis).unwrap_or(*period)
    }

    #[inline(never)]
    fn amount(&mut self, key: Key, amount: Decimal) {
        self.out.amount(key, &Amount::padded(amount, self.digits));
    }

    #[inline(never)]
    fn amount_unless_zero(&mut self, key: Key, amount: Decimal) {
        if !amount.is_zero() {
            self.amount(key, amount);
        }
    }

    #[inline(never)]
    fn above_zero(&mut self, key: Key, count: i64) {
        if count > 0 {
            self.out.whole(key, count);
        }
    }

    /// Values in a row, left out where there are none.
    fn each<T>(&mut self, key: Key, list: &[T], write: fn(&mut Self, &T)) {
        if list.is_empty() {
            return;
        }
        self.out.open_list(key);
        for value in list {
            write(self, value);
        }
        self.out.end();
    }

    fn terms(&mut self, terms: &Terms) {
        let plan = self.checkout.catalog.plans.get(terms.plan);
        self.out.str(Key::Plan, plan.map_or("", |plan| &*plan.id));
        terms.price.interval.write(Key::Interval, self.out);
        self.out.optional_whole(Key::Operations, &terms.price.operations);
        self.out.optional_whole(Key::Seats, &terms.seats);
        // Whether plan, interval and operations find this very price again.
        let named =
            plan.is_some_and(|plan| change::held_price(plan, terms.price.interval, terms.price.operations, None).is_ok_and(|price| *price == *terms.price));
        if !named {
            let sold = plan.is_some_and(|plan| plan.prices.contains(&terms.price));
            match &terms.price.id {
                Some(id) if sold => self.out.text(Key::Price, id),
                _ => self.price(&terms.price),
            }
        }
        self.each(Key::AddOns, &terms.add_ons, Self::add_on);
    }

    fn add_on(&mut self, (position, quantity): &(usize, i64)) {
        if let Some(add_on) = self.checkout.catalog.add_ons.get(*position) {
            self.out.object(Key::Item);
            self.out.text(Key::Id, &add_on.id);
            self.out.whole(Key::Quantity, *quantity);
            self.out.end();
        }
    }

    fn discount(&mut self, held: &HeldDiscount) {
        let Some(discount) = self.checkout.catalog.discounts.get(held.position) else { return };
        match &held.since {
            Some(since) if discount.periods.is_some() => {
                self.out.object(Key::Item);
                self.out.text(Key::Id, &discount.id);
                self.out.time(Key::Since, since);
                self.out.end();
            }
            _ => self.out.text(Key::Item, &discount.id),
        }
    }

    fn price(&mut self, price: &Price) {
        self.out.object(Key::Price);
        self.out.optional_text(Key::Id, &price.id);
        price.interval.write(Key::Interval, self.out);
        self.amount(Key::Amount, price.amount);
        if price.per_seat {
            self.out.word(Key::Per, Word::Seat);
        }
        if let Some(tiers) = &price.tiers {
            self.tiers(tiers);
        }
        if !price.on_sale {
            self.out.bool(Key::OnSale, false);
        }
        self.out.optional_whole(Key::Operations, &price.operations);
        if price.resets_monthly {
            self.out.word(Key::Resets, Word::Month);
        }
        self.out.end();
    }

    fn tiers(&mut self, tiers: &Tiers) {
        self.out.object(Key::Tiers);
        let mode = match tiers.mode {
            TierMode::Graduated => Word::Graduated,
            TierMode::Volume => Word::Volume,
            TierMode::Package => Word::Package,
        };
        self.out.word(Key::Mode, mode);
        self.each(Key::Bands, &tiers.bands, Self::band);
        if tiers.mode == TierMode::Package {
            self.out.whole(Key::PackageSize, tiers.package_size);
            self.above_zero(Key::Free, tiers.free);
        }
        self.out.end();
    }

    fn band(&mut self, band: &Band) {
        self.out.object(Key::Item);
        band.to.write(Key::To, self.out);
        self.amount_unless_zero(Key::UnitAmount, band.unit_amount);
        self.amount_unless_zero(Key::FlatAmount, band.flat_amount);
        self.out.end();
    }

    fn paid(&mut self, span: &PaidSpan) {
        self.out.object(Key::Item);
        self.out.ends(&self.shown(&span.period));
        self.amount(Key::Amount, span.amount);
        self.amount_unless_zero(Key::Credited, span.credited);
        if let Some(received) = span.received {
            self.amount(Key::Received, received);
        }
        self.out.end();
    }

    fn deferred(&mut self, line: &DeferredLine) {
        self.out.kind(Key::Item, line.kind.into());
        self.out.optional_text(Key::Plan, &line.plan);
        self.out.optional_text(Key::AddOn, &line.add_on);
        self.amount(Key::Amount, line.amount);
        self.out.whole(Key::Quantity, line.quantity);
        self.amount(Key::UnitAmount, trimmed(line.unit_amount.decimal(), 0));
        if let Some(period) = line.period {
            self.shown(&period).write(Key::Period, self.out);
        }
        self.out.end();
    }

    fn customer(&mut self) {
        let checkout = self.checkout;
        let customer = &checkout.customer;
        self.each(Key::Taxes, &customer.taxes, Self::tax);
        let discounts = checkout.subscription.as_ref().map_or(&customer.discounts, |subscription| &subscription.terms.discounts);
        self.each(Key::Discounts, discounts, Self::discount);
        self.amount_unless_zero(Key::Balance, customer.balance);
        self.out.optional_whole(Key::Members, &customer.members);
        match &customer.teams {
            Some(Teams::Count(count)) => self.out.whole(Key::Teams, *count),
            Some(Teams::Named(teams)) => self.out.list(Key::Teams, teams),
            None => {}
        }
        self.out.only_true(Key::IndividualSubscription, customer.individual_subscription);
    }

    fn tax(&mut self, tax: &Tax) {
        self.out.object(Key::Item);
        self.out.text(Key::Id, &tax.id);
        self.out.text(Key::Name, &tax.name);
        self.out.amount(Key::Rate, &Amount::padded(tax.rate, 0));
        self.out.only_true(Key::Inclusive, tax.inclusive);
        self.out.end();
    }
}
