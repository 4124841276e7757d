// Exact fractions over BigInt: the only numbers that this runner computes with.

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function make(numerator, denominator) {
  if (denominator === 0n) throw new Error("a fraction over zero");
  const sign = denominator < 0n ? -1n : 1n;
  const common = gcd(numerator, denominator) || 1n;
  return { n: (sign * numerator) / common, d: (sign * denominator) / common };
}

function decimal(text) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new Error(`not a number: ${text}`);
  const [, sign, whole, part = ""] = match;
  return make(BigInt(sign + whole + part), 10n ** BigInt(part.length));
}

/** A fraction from `7`, `"7.00"`, `"2/3"` or a fraction. */
export function fraction(value) {
  if (typeof value === "object" && value !== null && "n" in value) return value;
  const [top, bottom] = String(value).split("/");
  return bottom === undefined ? decimal(top) : divide(decimal(top), decimal(bottom));
}

export const isNumeric = (value) =>
  typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?(\/\d+(\.\d+)?)?$/.test(value));

export const zero = make(0n, 1n);
export const one = make(1n, 1n);
export const add = (a, b) => make(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a) => make(-a.n, a.d);
export const subtract = (a, b) => add(a, negate(b));
export const multiply = (a, b) => make(a.n * b.n, a.d * b.d);
export const divide = (a, b) => make(a.n * b.d, a.d * b.n);
export const absolute = (a) => (a.n < 0n ? negate(a) : a);
export const sign = (a) => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const compare = (a, b) => sign(subtract(a, b));
export const equal = (a, b) => a.n === b.n && a.d === b.d;
export const isWhole = (a) => a.d === 1n;
export const sum = (values) => values.map(fraction).reduce(add, zero);
export const clamp = (a, low, high) => (compare(a, low) < 0 ? low : compare(a, high) > 0 ? high : a);

/** Decimals that the value needs, or `undefined` where no number of them is enough. */
export function decimals(value) {
  const { d } = fraction(value);
  for (let digits = 0, power = 1n; digits <= 40; digits += 1, power *= 10n) if (power % d === 0n) return digits;
  return undefined;
}

/** To the nearest of so many digits, ties away from zero. */
export function nearest(value, places) {
  const exact = fraction(value);
  const power = 10n ** BigInt(places);
  const scaled = make((2n * absolute(exact).n * power + exact.d) / (2n * exact.d), power);
  return exact.n < 0n ? negate(scaled) : scaled;
}

/** As a plain decimal, to the nearest of so many digits where it does not end before. */
export function toDecimal(value, digits = 12) {
  const exact = fraction(value);
  const places = decimals(exact) ?? digits;
  const shown = multiply(absolute(nearest(exact, places)), fraction(10n ** BigInt(places)));
  const padded = shown.n.toString().padStart(places + 1, "0");
  const whole = padded.slice(0, padded.length - places);
  return (exact.n < 0n ? "-" : "") + (places === 0 ? whole : `${whole}.${padded.slice(-places)}`);
}

/** For people: the decimal, or the fraction where there is none. */
export const show = (a) => (decimals(a) === undefined ? `${a.n}/${a.d}` : toDecimal(a));
