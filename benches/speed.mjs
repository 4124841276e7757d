// Previews through the public interface, plain objects in and out; comparing; growth with the catalog.
import { parseArgs } from "node:util";
import { Catalog, version } from "prorata";
import { comparing, scenarios, tieredCatalog } from "./scenarios.mjs";
import { race, spread, table, times } from "./measure.mjs";
import * as dinero from "./peer/dinero.mjs";
import * as peer from "./peer/index.mjs";

/** The two do not give the same answer: then their times mean nothing. */
class Unequal extends Error {}

function same(what, ours, theirs) {
  const [left, right] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (left === right) return;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  throw new Unequal(`${what}: prorata and the peer differ at byte ${at}\n  prorata …${around(left)}…\n  peer    …${around(right)}…`);
}

const open = ({ catalog, subscription }) => ({
  ours: new Catalog(catalog).checkout(subscription),
  theirs: new peer.Catalog(catalog).checkout(subscription),
});

const result = ({ prorata, peer, ratio }) => [spread(prorata), spread(peer), times(ratio)];
const COLUMNS = ["prorata µs (middle half)", "peer µs (middle half)", "prorata is faster by"];

function previews(options) {
  const rows = scenarios.map((scenario) => {
    const { ours, theirs } = open(scenario);
    const { changes } = scenario;
    for (const change of changes) same(`${scenario.name}, ${JSON.stringify(change)}`, ours.preview(change), theirs.preview(change));
    const change = (index) => changes[index % changes.length];
    return [scenario.name, ...result(race({ prorata: (index) => ours.preview(change(index)), peer: (index) => theirs.preview(change(index)) }, options))];
  });
  table("(a) One preview, plain objects in and out; every answer equal byte for byte", ["scenario", ...COLUMNS], rows);
}

/** The money of two scenarios in dinero.js, against the whole preview of prorata. */
function money(options) {
  const [upgrade, , seats] = scenarios;
  const cases = [
    {
      ...upgrade,
      of({ lines, operations: { converted } }) {
        const [credit, charge] = lines;
        const { allowance } = credit.because;
        const price = dinero.parse(credit.because.amount, "USD");
        return { work: dinero.upgrade, input: { current: price, allowance, unused: converted, target: dinero.parse(charge.because.amount, "USD") } };
      },
    },
    {
      ...seats,
      of({ lines: [credit, charge], currency }) {
        const { remaining, total } = credit.because.factor;
        const [{ percent: discount }, { rate: tax }] = [seats.catalog.discounts[0], seats.subscription.taxes[0]];
        const paid = dinero.parse(credit.because.paid[0].amount, currency);
        const unit = dinero.parse(charge.because.amount, currency);
        return { work: dinero.seatChange, input: { paid, unit, seats: charge.quantity, remaining, total, discount, tax, currency } };
      },
    },
  ];
  const rows = cases.map((scenario) => {
    const { ours } = open(scenario);
    const prepared = scenario.changes.map((change) => {
      const preview = ours.preview(change);
      const { work, input } = scenario.of(preview);
      const [credit, charge] = preview.lines;
      same(`${scenario.name} in dinero.js`, { credit: credit.amount.slice(1), charge: charge.amount, dueNow: preview.dueNow }, work(input));
      return { work, input };
    });
    const { changes } = scenario;
    const taken = race({
      prorata: (index) => ours.preview(changes[index % changes.length]),
      peer: (index) => prepared[index % prepared.length].work(prepared[index % prepared.length].input),
    }, options);
    return [scenario.name, ...result(taken)];
  });
  table("(a′) The same preview, whole, against its money alone in dinero.js: no documents, no time, no answer", ["scenario", ...COLUMNS], rows);
}

function compare(options) {
  const { ours, theirs } = open(comparing);
  const entries = ours.compare(comparing.change);
  same("compare", entries, theirs.compare(comparing.change));
  const taken = race({ prorata: () => ours.compare(comparing.change), peer: () => theirs.compare(comparing.change) }, options);
  const each = ({ median, from, to }) => ({ median: median / entries.length, from: from / entries.length, to: to / entries.length });
  const row = [entries.length, ...result({ ...taken, prorata: each(taken.prorata), peer: each(taken.peer) })];
  table("(b) All prices at once: 5 plans × 9 tiers × 2 intervals, per entry", ["entries", ...COLUMNS], [row]);
}

function growth(options) {
  const rows = [10, 100, 1_000, 10_000].flatMap((prices) => {
    const plans = prices === 10 ? 1 : 10;
    const catalog = tieredCatalog(plans, prices / plans / 2);
    const subscription = { ...comparing.subscription, plan: catalog.plans[0].id, operations: catalog.plans[0].prices[0].operations };
    const { ours, theirs } = open({ catalog, subscription });
    // Tiers all over the catalog, the last plan's last one among them.
    const all = catalog.plans.flatMap((plan) => plan.prices.map(({ interval, operations }) => ({ plan: plan.id, interval, operations, at: "2026-03-10" })));
    const changes = Array.from({ length: 25 }, (_, index) => all[all.length - 1 - Math.floor((index * (all.length - 1)) / 25)]);
    for (const change of changes) same(`${prices} prices`, ours.preview(change), theirs.preview(change));
    const change = (index) => changes[index % changes.length];
    const taken = race({ prorata: (index) => ours.preview(change(index)), peer: (index) => theirs.preview(change(index)) }, options);
    const opened = race({
      prorata() {
        const opened = new Catalog(catalog);
        opened.free();
        return opened;
      },
      peer: () => new peer.Catalog(catalog),
    }, { ...options, rounds: Math.ceil(options.rounds / 4) });
    const shown = prices.toLocaleString("en-US");
    return [[`${shown} prices, preview`, ...result(taken)], [`${shown} prices, open the catalog`, ...result(opened)]];
  });
  table("(d) Growth with the catalog", ["", ...COLUMNS], rows);
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" }, milliseconds: { type: "string", default: "25" } } });
const options = { rounds: Number(values.rounds), milliseconds: Number(values.milliseconds) };

if (version !== peer.ENGINE) throw new Unequal(`prorata is ${version}, the peer names ${peer.ENGINE}: their answers would differ`);
previews(options);
money(options);
compare(options);
growth(options);
