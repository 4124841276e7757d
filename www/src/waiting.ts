/** What waiting costs: the same change on each later day of the period, beside staying and buying the operations that are missing. */
import type { Amount, Change, Checkout, Instant } from "prorata";
import { compareAmounts, minus, sum } from "./amounts";
import { attempt } from "./attempt";
import { daysBetween } from "./format";
import { currentPrice, type View } from "./view";
import { hasSubscription, type PageState } from "./state";

export interface WaitingDay {
  at: Instant;
  /** Operations used from today until then. */
  used: number;
  /** Due for the change on this day. */
  due: Amount;
  /** What the change gives back in no form on this day. */
  lost: Amount;
  /** Due for all operations that are missing until then; absent where so many are not sold. */
  extra?: Amount;
}

export interface Waiting {
  days: WaitingDay[];
  /** What the last day costs more than today; negative where it costs less. */
  difference: Amount;
  /** The first day on which what is missing costs as much as changing today. */
  breakEven?: number;
}

/** Longer spans are looked at by the week. */
const mostDays = 92;

/** Nothing where there is no later day: before a first purchase and after the end. */
export function waitingFor(checkout: Checkout, change: Change, state: PageState, view: View, perDay: number): Waiting | undefined {
  if (!hasSubscription(state.current) || view.expired) return undefined;
  // What is granted anew is not used up by what was used before.
  const renewed = currentPrice(state)?.resets === "month" ? view.now?.operations?.resetsAt : undefined;
  const end = renewed ?? String(state.current.period.end);
  const left = daysBetween(state.at, end);
  if (left < 2) return undefined;
  const counted = view.now?.operations !== undefined;
  const answers = attempt(() => checkout.outlook(change, { until: end, step: left > mostDays ? "week" : "day", ...(counted && { operationsPerDay: perDay }) }));
  if (!answers) return undefined;
  const days = answers.map((preview): WaitingDay => {
    const used = counted ? perDay * daysBetween(state.at, preview.change.at) : 0;
    const extra = counted ? extraFor(checkout, state, view, used) : undefined;
    return { at: preview.change.at, used, due: preview.dueNow, lost: sum(preview.lost.map(({ amount }) => amount)), ...(extra !== undefined && { extra }) };
  });
  const [first, last] = [days[0]!, days.at(-1)!];
  const breakEven = days.findIndex(({ extra }) => extra !== undefined && compareAmounts(extra, "0") > 0 && compareAmounts(extra, first.due) >= 0);
  return { days, difference: minus(last.due, first.due), ...(breakEven >= 0 && { breakEven }) };
}

/** What the engine asks for the operations that are missing; nothing where it refuses. */
function extraFor(checkout: Checkout, state: PageState, view: View, used: number): Amount | undefined {
  const { extra, available } = view.now?.operations ?? {};
  if (!extra || available === undefined) return undefined;
  const missing = used - available;
  if (missing <= 0) return "0";
  const extraOperations = Math.ceil(missing / extra.bundle) * extra.bundle;
  return attempt(() => checkout.preview({ at: state.at, extraOperations }).dueNow);
}

/** So many operations a day as were used since the allowance was granted. */
export function usedPerDay(state: PageState, view: View): number {
  const { current, at } = state;
  const operations = view.now?.operations;
  if (!hasSubscription(current) || !operations) return 0;
  const granted = operations.allowance + (current.extraOperations ?? 0);
  const resets = currentPrice(state)?.resets === "month" && operations.resetsAt !== undefined;
  const days = resets ? 30 - daysBetween(at, operations.resetsAt!) : daysBetween(String(current.period.start), at);
  return Math.max(0, Math.round((granted - operations.available) / Math.max(1, days)));
}
