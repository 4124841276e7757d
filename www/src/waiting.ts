/** What waiting costs: the same change on each later day of the period, beside staying and buying the operations that will be missing. */
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
  /** Due for staying on this day, with the operations bought that are missing from then on; absent where so many are not sold. */
  stay?: { operations: number; due: Amount };
}

export interface Waiting {
  days: WaitingDay[];
  /** What the last day costs more than today; negative where it costs less. */
  difference: Amount;
  /** The first day on which staying costs less than changing. */
  breakEven?: number;
}

/** Longer spans are looked at by the week. */
const mostDays = 92;

/** Nothing where there is no later day: before a first purchase and after the end. */
export function waitingFor(checkout: Checkout, change: Change, state: PageState, view: View, perDay: number): Waiting | undefined {
  if (!hasSubscription(state.current) || view.expired) return undefined;
  const end = lastDay(state, view, String(state.current.period.end));
  const left = daysBetween(state.at, end);
  if (left < 2) return undefined;
  const answers = attempt(() => checkout.outlook(change, { until: end, step: left > mostDays ? "week" : "day", operationsPerDay: perDay }));
  if (!answers) return undefined;
  const balance = state.current.balance ?? "0";
  const days = answers.map((preview): WaitingDay => {
    const { extraOperations: extra } = preview;
    return {
      at: preview.change.at,
      used: perDay * daysBetween(state.at, preview.change.at),
      due: preview.dueNow,
      lost: sum(preview.lost.map(({ amount }) => amount)),
      ...(extra && { stay: { operations: extra.operations, due: lessBalance(extra.amount, balance) } }),
    };
  });
  const breakEven = answers.findIndex(({ extraOperations: extra, total }) => extra !== undefined && compareAmounts(extra.amount, total) < 0);
  return { days, difference: minus(days.at(-1)!.due, days[0]!.due), ...(breakEven >= 0 && { breakEven }) };
}

/** What is granted anew within the period is not used up by what was used before. */
function lastDay(state: PageState, view: View, end: string): string {
  return (currentPrice(state)?.resets === "month" ? view.now?.operations?.resetsAt : undefined) ?? end;
}

/** What is due of an amount once the balance is taken off. */
function lessBalance(amount: Amount, balance: string): Amount {
  const rest = minus(amount, balance);
  return compareAmounts(rest, "0") < 0 ? "0" : rest;
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
