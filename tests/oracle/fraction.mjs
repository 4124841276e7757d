// Exact numbers: a BigInt numerator over a positive BigInt denominator.

const gcd = (a, b) => { while (b) [a, b] = [b, a % b]; return a < 0n ? -a : a; };

export class Fraction {
  constructor(numerator, denominator = 1n) {
    if (denominator === 0n) throw new RangeError("division by zero");
    if (denominator < 0n) [numerator, denominator] = [-numerator, -denominator];
    const shared = denominator === 1n ? 1n : gcd(numerator, denominator);
    this.n = numerator / shared;
    this.d = denominator / shared;
  }
  plus(other) { return this.d === other.d ? new Fraction(this.n + other.n, this.d) : new Fraction(this.n * other.d + other.n * this.d, this.d * other.d); }
  minus(other) { return this.plus(other.negated()); }
  times(other) { return new Fraction(this.n * other.n, this.d * other.d); }
  over(other) { return new Fraction(this.n * other.d, this.d * other.n); }
  negated() { return new Fraction(-this.n, this.d); }
  compare(other) { const left = this.n * other.d, right = other.n * this.d; return left < right ? -1 : left > right ? 1 : 0; }
  get sign() { return this.n < 0n ? -1 : this.n > 0n ? 1 : 0; }
  get isZero() { return this.n === 0n; }
}

export const fraction = (value) => {
  if (value instanceof Fraction) return value;
  if (typeof value === "bigint") return new Fraction(value);
  if (typeof value === "number") return new Fraction(BigInt(value));
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  return new Fraction(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
};
export const ZERO = fraction(0);
export const ONE = fraction(1);
export const HUNDRED = fraction(100);
export const sum = (list) => list.reduce((total, one) => total.plus(one), ZERO);
export const least = (a, b) => (a.compare(b) <= 0 ? a : b);
export const most = (a, b) => (a.compare(b) >= 0 ? a : b);

// Rounding modes act on the absolute value: `up` is away from zero, `down` towards it.
const away = {
  half_up: (twice) => twice >= 0,
  half_even: (twice, quotient) => twice > 0 || (twice === 0 && quotient % 2n === 1n),
  down: () => false,
  up: () => true,
};
export function round(value, digits, mode = "half_up") {
  const scale = 10n ** BigInt(digits);
  const scaled = (value.n < 0n ? -value.n : value.n) * scale;
  let quotient = scaled / value.d;
  const rest = scaled % value.d;
  if (rest !== 0n) {
    const doubled = rest * 2n;
    if (away[mode](doubled > value.d ? 1 : doubled < value.d ? -1 : 0, quotient)) quotient += 1n;
  }
  return new Fraction(value.n < 0n ? -quotient : quotient, scale);
}

export function decimal(value, digits) {
  const rounded = round(value, digits, "half_even");
  const units = (rounded.n * 10n ** BigInt(digits)) / rounded.d;
  const text = String(units < 0n ? -units : units).padStart(digits + 1, "0");
  const sign = units < 0n ? "-" : "";
  return digits ? `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}` : sign + text;
}
