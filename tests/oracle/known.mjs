// What is known to disagree, by the id of its finding: which differences of a random case it explains. A class counts only while
// its finding in findings.json is still open, so that what the engine has mended cannot come back unseen.

const MONEY = /^(lines|unitAmounts|subtotal|discount|tax|total|dueNow|balance|toBalance|deferred|required|lost|recurring\.amount|next\.|applied\.(paid|credited|balance|deferred))/;

/** A difference in money, or in whether an amount is under the minimum charge. */
const isMoney = ({ path, engine, oracle }) => MONEY.test(path) || (path === "error" && [engine, oracle].includes("below_minimum") && [engine, oracle].includes(null));
const without = (text, word) => text.split(" | ").filter((one) => one !== word).join(" | ");
/** The discounts that a case has to do with, in order: held, named, agreed. */
const discountLists = ({ document, subscription, change }) => [subscription.discounts, change.discounts, subscription.scheduled?.discounts]
  .map((list) => (list ?? []).map((one) => document.discounts.find(({ id }) => id === (one.id ?? one))));
const addOns = ({ document, subscription, change }) => [subscription.addOns, change.addOns, subscription.scheduled?.addOns].flatMap((list) => list ?? [])
  .map(({ id }) => document.addOns.find((one) => one.id === id));
const isFixed = ({ amount }) => amount !== undefined;

export const KNOWN = {
  "above-limit-unchanged": ({ path, engine, oracle }, one, { flat }) => path === "warnings" && without(engine, "operations_above_limit") === oracle
    && ["plan", "tier", "interval"].every((kind) => !flat[`comparison.${kind}`] || JSON.parse(flat[`comparison.${kind}`]).changed === false),
  "discount-fixed-after-percent": (difference, one) => isMoney(difference) && discountLists(one).some((list) => list.some((discount, at) => isFixed(discount) && list.slice(0, at).some((before) => !isFixed(before)))),
  "addon-longer-fixed": (difference, one) => isMoney(difference) && addOns(one).some(({ interval }) => interval === "year") && discountLists(one).some((list) => list.some(isFixed)),
  "addon-longer-stub": (difference, one) => isMoney(difference) && addOns(one).some(({ interval }) => interval === "year") && (one.change.anchor ?? one.subscription.anchor) !== undefined
    // The two years differ only where one has a 29 February.
    && [one.change.at, one.subscription.period?.start ?? ""].some((date) => /^\d{4}-0[123]/.test(date)),
  "once-changes-paid-cent": ({ path }, one) => path === "applied.paid" && addOns(one).some(({ interval }) => interval === "once") && discountLists(one).some((list) => list.length),
  "anchor-drops-deferred": (difference, { subscription, change }) => isMoney(difference) && change.anchor !== undefined && !!subscription.deferred?.some(({ kind }) => kind === "unused_operations"),
  "teams-at-end": ({ path }, { subscription, change }) => ["applied.teams", "applied.members"].includes(path) && Date.parse(change.at) === Date.parse(subscription.period?.end),
  "forfeit-capped-cent": ({ path }, { subscription }) => path === "lost" && !!subscription.paid?.some(({ credited }) => credited),
  "scheduled-free-later-addons": ({ path }, { document, subscription, change }) => (isMoney({ path }) || /^(recurring\.|comparison\.|applied\.addOns)/.test(path))
    && subscription.scheduled?.addOns === undefined && document.plans.find(({ id }) => id === subscription.scheduled?.plan)?.prices.every(({ amount, tiers }) => Number(amount) === 0 && !tiers) && !!(change.addOns ?? subscription.addOns)?.length,
  // A yearly price in a period that is no year: a stub, or a trial that was paid for.
  "grants-beyond-period": ({ path }, { subscription }, { flat }) => ["lost", "warnings", "required"].includes(path)
    && Date.parse(subscription.period?.end) - Date.parse(subscription.period?.start) < 364 * 86_400_000 && flat?.["comparison.interval"]?.includes("\"current\":\"12 month\""),
};
