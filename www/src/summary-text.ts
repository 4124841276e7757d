/** The answer to a change as plain text, in the language in use. */
import type { Preview } from "prorata";
import { inReadingOrder, settledAmounts } from "./bill";
import { customerOf } from "./customer";
import type { Snapshot } from "./components/page-element";
import { date, money } from "./format";
import { because, billedOnce, changeTitle, lineTitle, loss, warning } from "./messages";
import { hasSubscription } from "./state";
import { taxWords } from "./tax-words";
import { text } from "./texts";
import { whatFollows } from "./what-follows";

export function summaryText({ state, view, context }: Snapshot, preview: Preview, link: string | undefined): string {
  const cash = (amount: string): string => money(amount, context.currency, preview.digits);
  const entry = (label: string, value: string): string => text("share-entry", { label, value });
  const from = hasSubscription(state.current) ? context.planName(state.current.plan) : null;
  const blocks = [
    [changeTitle(preview, from, context.planName(preview.change.plan ?? (hasSubscription(state.current) ? state.current.plan : ""))), text("share-at", { date: date(preview.change.at) })],
    [entry(text("summary-due-today"), cash(preview.dueNow)), ...whatFollows(preview, context)],
    preview.lines.length === 0
      ? []
      : [
          ...inReadingOrder(preview.lines).flatMap((line) => [entry(lineTitle(line, context), cash(line.included ?? line.amount)), ...because(line, context).map((reason) => `  ${reason}`)]),
          entry(text("summary-total"), cash(preview.total)),
          ...settledAmounts(preview).map(([label, amount]) => entry(label, cash(amount))),
        ],
    preview.lost.length === 0 ? [] : [text("summary-lost"), ...preview.lost.map((value) => `  ${loss(value, context)}`)],
    preview.warnings.map((value) => warning(value, context)).filter((sentence) => sentence !== undefined),
    preview.deactivation ? [text("deactivation", { date: date(preview.deactivation.at), members: preview.deactivation.members })] : [],
    [
      ...(preview.operations ? [entry(text("units-available"), text("units", { operations: preview.operations.available, unit: context.unit }))] : []),
      ...(preview.next ? [entry(text("summary-next"), text("summary-next-amount", { amount: cash(preview.next.amount), date: date(preview.next.at) }))] : []),
      ...view.later.map((line) => `  ${billedOnce(line, context)}`),
    ],
    [text("share-prices", { tax: taxWords(customerOf(state).taxes) })],
    link === undefined ? [] : [link],
  ];
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}
