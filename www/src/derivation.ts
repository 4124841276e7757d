/** How a line comes to its amount, operand by operand, as the engine answers them. */
import type { Amount, BandUse, Because, Cap, Factor, Line, RoundingMode } from "prorata";
import { count, exactMoney, isZero, magnitude, money, percent } from "./format";
import { part, type Context } from "./messages";
import { text } from "./texts";

/** An operand and its name. */
export type Step = [name: string, value: string];

/** Nothing where a line has one operand only: its amount. */
export function derivation(line: Line, context: Context): Step[] {
  const reason = line.because;
  const cash = (amount: Amount): string => money(magnitude(amount), context.currency, context.digits);
  const steps = [...operands(line, reason, context), ...bandsOf(reason, context), ...exactOf(reason, context), ...capOf(reason, context)];
  const result = line.included ?? line.amount;
  return steps.length < 2 ? [] : [...steps, [text("derive-result"), cash(result)]];
}

function operands(line: Line, reason: Because, context: Context): Step[] {
  const exact = (amount: Amount): string => exactMoney(magnitude(amount), context.currency, context.digits);
  const { unit } = context;
  const factor = (name: string, value: Factor): Step[] => [[name, text("part", part(value))], ...(value.cut === undefined ? [] : [[text("derive-share"), value.cut] satisfies Step])];
  const times = (quantity: number): Step[] => (quantity === 1 ? [] : [[text("derive-quantity"), count(quantity)]]);
  const discounted = (amount: Amount | undefined): Step[] => (amount === undefined ? [] : [[text("derive-discounted"), exact(amount)]]);
  const perUnit = (): Step[] => (line.rate ? [[text("derive-each"), exact(line.unitAmount)]] : []);
  switch (reason.kind) {
    case "full_period":
      return [[text("derive-price"), exact(reason.amount)], ...times(reason.quantity)];
    case "remaining_time":
      return [[text("derive-price"), exact(reason.amount)], ...discounted(reason.discounted), ...times(reason.quantity), ...factor(text("derive-remaining"), reason.factor)];
    case "unused_time":
      if (reason.paid && reason.paid.length > 0) {
        const spans = reason.paid.flatMap((span): Step[] => [[text("derive-paid"), exact(span.amount)], ...factor(text("derive-unused"), span.factor)]);
        return reason.share ? [...spans, [text("derive-share"), `${exact(reason.share.amount)} ÷ ${exact(reason.share.of)}`]] : spans;
      }
      return [[text("derive-price"), exact(reason.amount)], ...discounted(reason.discounted), ...times(reason.quantity), ...factor(text("derive-unused"), reason.factor)];
    case "difference":
      return [[text("derive-new"), exact(reason.new)], [text("derive-old"), exact(reason.old)], ...factor(text("derive-remaining"), reason.factor)];
    case "unused_operations":
      return [[text("derive-price"), text("derive-for-units", { amount: exact(reason.amount), operations: reason.allowance, unit })], ...perUnit(), [text("derive-unused"), text("units", { operations: reason.operations, unit })]];
    case "future_grants":
      return [
        [text("derive-price"), text("derive-for-units", { amount: exact(reason.amount), operations: reason.allowance, unit })],
        ...perUnit(),
        [text("derive-future"), text("units", { operations: reason.operations, unit })],
      ];
    case "extra_operations":
      return [
        [text("derive-price"), text("derive-for-units", { amount: exact(reason.amount), operations: reason.allowance, unit })],
        ...perUnit(),
        [text("derive-bought"), text("units", { operations: reason.operations, unit })],
        ...(isZero(reason.surcharge) ? [] : [[text("derive-surcharge"), percent(reason.surcharge)] satisfies Step]),
      ];
    case "discount":
      return [[text("derive-of"), exact(reason.of)], reason.percent === undefined ? [text("derive-discount"), exact(reason.amount ?? line.amount)] : [text("derive-discount"), percent(reason.percent)]];
    case "tax":
      return [[text("derive-of"), exact(reason.of)], [reason.inclusive ? text("derive-rate-included") : text("derive-rate"), percent(reason.rate)]];
    case "rounding":
      return [[text("derive-exact"), exact(reason.exact)], [text("derive-mode"), modeName(reason.mode)]];
    case "credit_excess":
      return [[text("derive-worth"), exact(reason.uncapped)], [capName(reason.cap.kind), exact(reason.cap.limit)]];
    default:
      return [];
  }
}

function bandsOf(reason: Because, context: Context): Step[] {
  const bands: BandUse[] = "bands" in reason && reason.bands ? reason.bands : [];
  const exact = (amount: Amount): string => exactMoney(amount, context.currency, context.digits);
  return bands.flatMap(({ quantity, unitAmount, flatAmount }): Step[] => [
    ...(unitAmount === undefined ? [] : [[text("derive-band"), text("because-several", { quantity, amount: exact(unitAmount) })] satisfies Step]),
    ...(flatAmount === undefined ? [] : [[text("derive-flat"), exact(flatAmount)] satisfies Step]),
  ]);
}

function exactOf(reason: Because, context: Context): Step[] {
  if (!("exact" in reason) || reason.exact === undefined || reason.kind === "rounding") return [];
  return [[text("derive-exact"), exactMoney(magnitude(reason.exact), context.currency, context.digits)]];
}

function capOf(reason: Because, context: Context): Step[] {
  if (!("cap" in reason) || !reason.cap || reason.kind === "credit_excess" || reason.uncapped === undefined) return [];
  const cash = (amount: Amount): string => money(magnitude(amount), context.currency, context.digits);
  return [[text("derive-worth"), cash(reason.uncapped)], [capName(reason.cap.kind), cash(reason.cap.limit)]];
}

function capName(kind: Cap["kind"]): string {
  const names: Record<Cap["kind"], () => string> = { bill: () => text("derive-cap-bill"), total: () => text("derive-cap-total"), paid: () => text("derive-cap-paid") };
  return (Object.hasOwn(names, kind) ? names[kind] : names.bill)();
}

function modeName(mode: RoundingMode): string {
  const names: Record<RoundingMode, () => string> = {
    half_up: () => text("derive-half-up"),
    half_even: () => text("derive-half-even"),
    down: () => text("derive-down"),
    up: () => text("derive-up"),
  };
  return (Object.hasOwn(names, mode) ? names[mode] : names.half_up)();
}
