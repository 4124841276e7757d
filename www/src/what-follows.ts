import type { Preview } from "prorata";
import { date, isZero } from "./format";
import { recurringText, type Context } from "./messages";
import { text } from "./texts";

/** What follows the amount of today, in sentences. */
export function whatFollows(preview: Preview, context: Context): string[] {
  const { recurring, effectiveAt } = preview;
  const waits = effectiveAt !== preview.change.at && isZero(preview.dueNow);
  const sentences: string[] = [];
  if (waits) sentences.push(preview.direction === "cancel" ? text("summary-ends", { date: date(effectiveAt) }) : text("summary-waits", { date: date(effectiveAt) }));
  if (recurring && !isZero(recurring.amount)) sentences.push(recurringText(recurring, context));
  return sentences.length > 0 ? sentences : [text("summary-nothing-further")];
}
