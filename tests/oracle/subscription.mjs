// What a customer has: the document as values, and back to a comparable meaning.

import { ZERO, fraction, sum } from "./fraction.mjs";
import { instant, interval, iso, period, sameInterval } from "./calendar.mjs";
import { planOf } from "./catalog.mjs";

export const customer = (document = {}) => ({
  taxes: document.taxes ?? [],
  discounts: (document.discounts ?? []).map((one) => (typeof one === "string" ? { id: one } : { id: one.id, since: instant(one.since) })),
  balance: fraction(document.balance ?? "0"),
  members: document.members,
  teams: document.teams,
  individual: document.individualSubscription ?? false,
});

export function readSubscription(catalog, document) {
  if (!document?.plan) return customer(document);
  const plan = planOf(catalog, document.plan), step = interval(document.interval);
  const running = period(document.period);
  const who = customer(document);
  return {
    ...who,
    // Where nothing says since when a discount holds, it is since the running period.
    discounts: who.discounts.map((one) => ({ ...one, since: one.since ?? running.start })),
    plan,
    price: plan.prices.find((price) => sameInterval(price.interval, step) && (document.operations === undefined || price.operations === document.operations)),
    seats: document.seats,
    addOns: document.addOns ?? [],
    status: document.status ?? "active",
    period: running,
    anchor: document.anchor === undefined ? running.start : typeof document.anchor === "number" ? document.anchor : instant(document.anchor),
    unused: document.unusedOperations ?? 0,
    extra: document.extraOperations ?? 0,
    paid: !document.paid?.length ? undefined : document.paid.map((span) => ({ ...period(span), amount: fraction(span.amount), credited: fraction(span.credited ?? "0"), received: span.received && fraction(span.received) })),
    scheduled: document.scheduled,
    deferred: (document.deferred ?? []).map((line) => ({ ...line, amount: fraction(line.amount) })),
  };
}

function scheduledMeaning({ cancel, anchor, plan, operations, seats, addOns, discounts }, current) {
  if (cancel) return "cancel";
  return [anchor !== undefined && `day ${anchor}`, plan ?? current.id, operations && `tier ${operations}`, seats !== undefined && `${seats} seats`, addOns && `with ${addOns.filter((one) => one.quantity > 0).map((one) => `${one.id}×${one.quantity}`).sort()}`, discounts && `less ${discounts}`].filter(Boolean).join(" ");
}
const count = (value) => (value ? value : undefined);

/** What a subscription document says, whatever its spelling. */
export function meaning(catalog, subscription) {
  const { money } = catalog, s = subscription;
  const spans = s.paid?.filter((span) => s.period && span.end.ms > s.period.start.ms);
  return {
    plan: s.plan?.id,
    interval: s.price && `${s.price.interval.count} ${s.price.interval.unit}`,
    tier: s.price?.operations,
    seats: s.seats,
    addOns: s.addOns?.filter((one) => one.quantity > 0).map((one) => `${one.id}×${one.quantity}`).sort().join(" "),
    status: s.status,
    start: s.period && iso(s.period.start),
    end: s.period && iso(s.period.end),
    unused: count(s.unused),
    extra: count(s.extra),
    // The value that is left to credit, and what was billed for the running period.
    paid: spans?.length ? money.text(sum(spans.map((span) => span.amount))) : undefined,
    credited: spans?.length ? money.text(sum(spans.map((span) => span.credited))) : undefined,
    received: spans?.some((span) => span.received) ? spans.map((span) => (span.received ? money.text(span.received) : "all")).join(" ") : undefined,
    balance: money.text(s.balance ?? ZERO),
    scheduled: s.scheduled && scheduledMeaning(s.scheduled, s.plan),
    deferred: s.deferred?.length ? money.text(sum(s.deferred.map((line) => line.amount))) : undefined,
    // Since when matters only where a discount holds for so many periods.
    discounts: s.discounts?.map(({ id, since }) => (since && catalog.discounts.get(id).periods !== undefined ? `${id} since ${iso(since)}` : id)).join(" "),
    members: s.members,
    teams: Array.isArray(s.teams) ? s.teams.map((team) => team.id).join(" ") : s.teams,
  };
}
