/** Sums and differences of amounts as the page needs them beside the engine's: decimal strings in, decimal strings out, never a float. */
import type { Amount } from "prorata";

/** An amount as whole units of its last decimal. */
interface Decimal {
  units: bigint;
  digits: number;
}

function read(amount: string): Decimal {
  const point = amount.indexOf(".");
  return { units: BigInt(amount.replace(".", "")), digits: point < 0 ? 0 : amount.length - point - 1 };
}

function write({ units, digits }: Decimal): Amount {
  if (digits === 0) return units.toString() as Amount;
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  return `${units < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}` as Amount;
}

/** Both amounts in units of the finer one. */
function together(a: string, b: string): { one: bigint; other: bigint; digits: number } {
  const [first, second] = [read(a), read(b)];
  const digits = Math.max(first.digits, second.digits);
  const scaled = ({ units, digits: own }: Decimal): bigint => units * 10n ** BigInt(digits - own);
  return { one: scaled(first), other: scaled(second), digits };
}

export function plus(a: string, b: string): Amount {
  const { one, other, digits } = together(a, b);
  return write({ units: one + other, digits });
}

export function minus(a: string, b: string): Amount {
  const { one, other, digits } = together(a, b);
  return write({ units: one - other, digits });
}

/** A whole number of times an amount. */
export function times(amount: string, by: number): Amount {
  const { units, digits } = read(amount);
  return write({ units: units * BigInt(by), digits });
}

/** Below 0 where the first is less, above where it is more. */
export function compareAmounts(a: string, b: string): number {
  const { one, other } = together(a, b);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What `part` is of `whole`, in whole percent, half up. */
export function percentOf(part: string, whole: string): string {
  const { one, other } = together(part, whole);
  return ((one * 100n + other / 2n) / other).toString();
}

export function sum(amounts: string[]): Amount {
  return amounts.reduce<Amount>(plus, "0");
}
