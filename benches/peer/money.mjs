// Money: decimal.js, exact enough to round once.
import DecimalJs from "decimal.js";

/** A constructor of its own, so that an application's settings do not reach in here. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });

const DIGITS = { USD: 2, EUR: 2, GBP: 2, CHF: 2, JPY: 0, KWD: 3 };
export const currencies = Object.keys(DIGITS);
export const digitsOf = (currency) => DIGITS[currency];

export const zero = new Decimal(0);
export const sum = (values) => values.reduce((total, value) => total.plus(value), zero);

/** Rounding and formatting for one currency. */
export class Currency {
  constructor(code) {
    this.code = code;
    this.digits = digitsOf(code);
  }

  round(value) {
    return value.toDecimalPlaces(this.digits);
  }

  format(value) {
    return value.toFixed(this.digits);
  }

  /** A value before rounding: at most 12 decimals. */
  formatExact(value) {
    const shown = value.toDecimalPlaces(12, Decimal.ROUND_HALF_EVEN);
    return shown.toFixed(Math.max(this.digits, shown.decimalPlaces()));
  }

  /** The same, where rounding changed it. */
  explain(value) {
    return this.round(value).equals(value) ? undefined : this.formatExact(value);
  }
}
