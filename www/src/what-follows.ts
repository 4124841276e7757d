import type { Preview } from "prorata";
import { isZero, money } from "./format";
import { summary, type Context } from "./messages";

/** What follows the amount of today, in sentences. */
export function whatFollows(preview: Preview, context: Context): string[] {
  const { recurring, effectiveAt } = preview;
  const waits = effectiveAt !== preview.change.at && isZero(preview.dueNow);
  const sentences: string[] = [];
  if (waits) sentences.push(preview.direction === "cancel" ? summary.ends(effectiveAt) : summary.thenUntilChanged(effectiveAt));
  if (recurring && !isZero(recurring.amount)) sentences.push(summary.then(money(recurring.amount, context.currency, preview.digits), recurring.interval, recurring.from));
  return sentences.length > 0 ? sentences : [summary.noFurther];
}
