// The same previews as a front-end team would write them: decimal.js for money, luxon for time, valibot for documents.
// It covers what the benchmark's documents ask for (two policies, upgrades, downgrades, seats, percentages off, taxes
// on top, a balance) and refuses the rest.
import { chargeLine, discountLines, listAmount, makeBill, regularAmount, remainingTimeLine, settle, unusedOperationsLine, unusedTimeLine } from "./bill.mjs";
import { PricingError, currentTerms, directionOf, isPerSeat, periodAllowance, targetTerms, yearlyAllowance } from "./change.mjs";
import { parseCatalog, parseChange, parseSubscription } from "./documents.mjs";
import { Currency, sum } from "./money.mjs";
import { format, formatPeriod, periodFrom, plus, secondsLeft } from "./time.mjs";

export const ENGINE = "0.1.0";

export class Catalog {
  constructor(document) {
    this.document = parseCatalog(document);
    this.currency = new Currency(this.document.currency);
    this.policy = this.document.policy === "make" ? { byOperations: true, cycle: "fixed" } : { byOperations: false, cycle: "calendar" };
  }

  checkout(document) {
    return new Checkout(this, parseSubscription(document));
  }
}

class Checkout {
  constructor({ document, currency, policy }, subscription) {
    this.catalog = document;
    this.currency = currency;
    this.policy = policy;
    this.subscription = subscription;
    this.current = currentTerms(document, subscription);
    if (periodAllowance(this.current.price) !== (this.current.price.operations ?? 0)) {
      throw new PricingError("not_offered", "grants still to come are not covered here");
    }
    this.discounts = subscription.discounts.map((id) => {
      const discount = document.discounts.find((candidate) => candidate.id === id);
      if (!discount) throw new PricingError("unknown_discount", `there is no discount ${id}`);
      return discount;
    });
  }

  preview(document) {
    return this.#preview(parseChange(document));
  }

  /** One entry per price on sale. */
  compare(document) {
    const change = parseChange(document);
    const { plans } = this.catalog;
    return plans.filter((plan) => plan.onSale).flatMap((plan) =>
      plan.prices.filter((price) => price.onSale).map((price) => this.#entry(change, plan, price)));
  }

  #entry(change, plan, price) {
    const { interval, operations } = price;
    const entry = { plan: plan.id, interval, operations, current: price === this.current.price };
    try {
      const seats = isPerSeat(plan) ? change.seats : undefined;
      const preview = this.#preview({ ...change, plan: plan.id, interval, operations, seats });
      const row = (kind) => preview.comparison.find((candidate) => candidate.kind === kind).new;
      return {
        ...entry,
        direction: preview.direction,
        effectiveAt: preview.effectiveAt,
        dueNow: preview.dueNow,
        total: preview.total,
        recurring: preview.recurring.amount,
        perMonth: row("per_month"),
        perYear: row("per_year"),
        next: preview.next,
        available: preview.operations?.available,
        lost: this.currency.format(sum(preview.lost.map(({ amount }) => amount))),
        required: preview.required.map(({ kind }) => kind),
      };
    } catch (error) {
      if (!(error instanceof PricingError)) throw error;
      return { ...entry, problem: { code: error.code, message: error.message } };
    }
  }

  #preview(change) {
    const { catalog, currency, policy, subscription, current, discounts } = this;
    const { at } = change;
    if (at.at < subscription.period.start.at || at.at > subscription.period.end.at) {
      throw new PricingError("outside_period", "the instant lies outside the running period");
    }
    const target = targetTerms(catalog, current, change);
    const { direction, cause } = directionOf(catalog, current, target);
    const changes = direction !== "none";
    const restarts = changes && (policy.byOperations || target.price.interval !== current.price.interval);
    const period = restarts ? periodFrom(at, target.price.interval, policy.cycle) : subscription.period;

    const prices = changes ? this.#priceLines(target, direction, at, period, restarts) : [];
    const discountsShown = restarts ? discountLines(currency, target, discounts) : [];
    const bill = makeBill(currency, prices, discountsShown, { taxes: subscription.taxes, capped: policy.byOperations });
    const settled = settle(bill.total, subscription.balance);

    const regular = regularAmount(currency, target, discounts, subscription.taxes, period);
    const nextAmount = regular.lessThan(settled.balanceAfter) ? currency.round(regular.times(0)) : regular.minus(settled.balanceAfter);
    const nextAt = format(period.end);
    const operations = this.#operations(target, direction, at, period);

    return {
      engine: ENGINE,
      currency: currency.code,
      digits: currency.digits,
      change: {
        at: format(at),
        plan: target.plan.id,
        interval: target.price.interval,
        operations: target.price.operations,
        seats: target.seats,
        effective: changes ? "now" : undefined,
        answers: change.answers,
      },
      direction,
      cause,
      effectiveAt: format(at),
      period: formatPeriod(period),
      lines: bill.lines.map(({ shown }) => shown),
      subtotal: currency.format(bill.subtotal),
      discount: currency.format(bill.discount),
      tax: currency.format(bill.tax),
      total: currency.format(bill.total),
      dueNow: currency.format(settled.dueNow),
      balanceUsed: currency.format(settled.balanceUsed),
      deferred: currency.format(sum([])),
      toBalance: currency.format(settled.toBalance),
      refund: currency.format(sum([])),
      forfeited: currency.format(sum([])),
      balanceAfter: currency.format(settled.balanceAfter),
      recurring: { amount: currency.format(regular), interval: target.price.interval, from: nextAt },
      next: { at: nextAt, amount: currency.format(nextAmount) },
      operations,
      seats: this.#seats(target),
      comparison: this.#comparison(target, period),
      required: this.#required(target, direction, change.answers, bill.lost),
      warnings: changes ? this.#warnings(target, direction) : [],
      lost: bill.lost.map(({ kind, uncapped, value }) => ({ kind, uncapped, amount: currency.format(value) })),
    };
  }

  #priceLines(target, direction, at, period, restarts) {
    const { currency, policy, subscription, current, discounts } = this;
    if (policy.byOperations) {
      const credited = direction === "upgrade" && subscription.unusedOperations > 0;
      const credits = credited ? [unusedOperationsLine(currency, current, periodAllowance(current.price), subscription.unusedOperations)] : [];
      return [...credits, chargeLine(currency, target, period)];
    }
    const factor = secondsLeft(subscription.period, at);
    const rest = { start: at, end: subscription.period.end };
    const paid = subscription.paid?.map((span) => ({ amount: span.amount, factor: secondsLeft(span, at) }));
    const charge = restarts ? chargeLine(currency, target, period) : remainingTimeLine(currency, target, discounts, factor, rest);
    return [unusedTimeLine(currency, current, discounts, factor, paid, rest), charge];
  }

  #operations(target, direction, at, period) {
    const { operations: allowance } = target.price;
    if (allowance === undefined) return undefined;
    const { unusedOperations, extraOperations } = this.subscription;
    const monthly = target.price.resets === "month" && target.price.interval === "year";
    const reset = format(monthly ? plus(period.start, { months: 1 }) : period.end);
    if (direction === "none") {
      const expiresAt = extraOperations > 0 ? reset : undefined;
      const extra = this.#extraOffer(target, extraOperations);
      return { allowance, transferred: 0, available: unusedOperations, converted: 0, forfeited: 0, expiresAt, resetsAt: reset, extra };
    }
    const converted = direction === "upgrade" ? unusedOperations : 0;
    const transferred = unusedOperations - converted;
    return {
      allowance,
      transferred,
      available: allowance + transferred,
      converted,
      forfeited: 0,
      expiresAt: transferred > 0 ? reset : undefined,
      resetsAt: reset,
      extra: this.#extraOffer(target, 0),
    };
  }

  #extraOffer({ plan, price }, bought) {
    const offer = plan.extraOperations;
    if (!offer) return undefined;
    const { bundle, surcharge, maxPerPeriod } = offer;
    const most = maxPerPeriod === "allowance" ? price.operations : maxPerPeriod;
    const rest = Math.max((most ?? 0) - bought, 0);
    const amount = price.amount.times(bundle).times(surcharge.plus(100)).div(periodAllowance(price)).div(100);
    return { bundle, bought, left: most === undefined ? null : rest - (rest % bundle), amount: this.currency.format(amount) };
  }

  #seats(target) {
    const { members } = this.subscription;
    if (!target.plan.seats && members === undefined) return undefined;
    const limit = this.#seatLimit(target);
    const used = members ?? 0;
    return { limit, used, free: limit === null ? null : Math.max(limit - used, 0), full: limit !== null && used >= limit };
  }

  #seatLimit({ plan, price, seats }) {
    return (price.per === "seat" ? seats : plan.seats?.max) ?? null;
  }

  #comparison(target, period) {
    const { currency, current, subscription } = this;
    const amounts = (terms) => {
      const amount = listAmount(terms);
      const year = terms.price.interval === "month" ? amount.times(12) : amount;
      return { amount: currency.format(amount), month: currency.format(year.div(12)), year: currency.format(year) };
    };
    const row = (kind, before, after) => ({ kind, current: before ?? null, new: after ?? null, changed: before !== after });
    const [old, now] = [amounts(current), amounts(target)];
    const name = ({ plan: { id, name } }) => ({ id, name });
    const seats = (terms) => terms.seats ?? this.#seatLimit(terms) ?? undefined;
    return [
      { kind: "plan", current: name(current), new: name(target), changed: current.plan !== target.plan },
      row("tier", current.price.operations, target.price.operations),
      row("amount", old.amount, now.amount),
      row("per_month", old.month, now.month),
      row("per_year", old.year, now.year),
      row("interval", current.price.interval, target.price.interval),
      row("seats", seats(current), seats(target)),
      row("teams", current.plan.teams, target.plan.teams),
      row("period_end", format(subscription.period.end), format(period.end)),
    ].filter((entry) => entry.current !== null || entry.new !== null);
  }

  #required(target, direction, answers = {}, lost) {
    const { members, teams } = this.subscription;
    const required = [];
    const keep = target.plan.teams;
    if (direction !== "none" && keep !== undefined && teams > keep) {
      required.push({ kind: "choose_teams", keep, of: teams, answered: new Set(answers.keepTeams).size === keep });
    }
    const limit = this.#seatLimit(target);
    if (direction !== "none" && limit !== null && members > limit) {
      const remove = members - limit;
      required.push({ kind: "remove_members", remove, members, limit, answered: (answers.removeMembers ?? 0) >= remove });
    }
    const answered = (subject) => answers.acknowledged?.includes(subject) ?? false;
    if (direction === "downgrade") required.push({ kind: "acknowledge", subject: "downgrade", answered: answered("downgrade") });
    if (lost.length) {
      const amount = this.currency.format(sum(lost.map(({ value }) => value)));
      required.push({ kind: "acknowledge", subject: "forfeit", amount, answered: answered("forfeit") });
    }
    return required;
  }

  #warnings(target, direction) {
    const { currency, current, subscription } = this;
    const { unusedOperations, extraOperations } = subscription;
    const [old, now] = [current.price, target.price];
    const warnings = [];
    if (old.operations !== undefined && now.operations !== undefined) {
      const used = old.operations + extraOperations - unusedOperations;
      if (used > now.operations && yearlyAllowance(now) < yearlyAllowance(old)) {
        warnings.push({ kind: "operations_above_limit", used, limit: now.operations });
      }
    }
    const moved = direction === "downgrade" && unusedOperations > 0 && periodAllowance(old) > 0 && periodAllowance(now) > 0;
    if (moved) {
      const worth = (price) => currency.round(price.amount.times(unusedOperations).div(periodAllowance(price)));
      const [worthNow, worthLater] = [worth(old), worth(now)];
      if (worthLater.greaterThan(worthNow)) {
        warnings.push({ kind: "tier_arbitrage", operations: unusedOperations, worthNow: currency.format(worthNow), worthLater: currency.format(worthLater) });
      }
    }
    return warnings;
  }
}
