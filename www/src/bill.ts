/** A preview as a bill: its lines in reading order, and what stands between their total and what is due. */
import type { Amount, Line, Preview } from "prorata";
import { isZero } from "./format";
import { text } from "./texts";

/** What is bought first, then what is credited for it, then what is computed from both. */
const order: Partial<Record<Line["kind"], number>> = { charge: 0, add_on: 0, extra_operations: 0, difference: 0, unused_time: 1, unused_operations: 1, future_grants: 1 };

export function inReadingOrder(lines: Line[]): Line[] {
  return [...lines].sort((a, b) => (order[a.kind] ?? 2) - (order[b.kind] ?? 2));
}

/** What the total is settled with, where it is not simply due. */
export function settledAmounts(preview: Preview): [label: string, amount: Amount][] {
  const all: [string, Amount][] = [
    [text("summary-balance-used"), preview.balanceUsed],
    [text("summary-deferred"), preview.deferred],
    [text("summary-to-balance"), preview.toBalance],
    [text("summary-refund"), preview.refund],
    [text("summary-forfeited"), preview.forfeited],
  ];
  return all.filter(([, amount]) => !isZero(amount));
}
