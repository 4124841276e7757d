import type { Amount, Instant } from "prorata";
import { direction, locale } from "./language";

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make and are kept, one for each language and set of options. */
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([locale(), options]);
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(locale(), options)));
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale(), options]);
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" })));
  return format;
}

/** `digits` come from the preview: the digits that Intl assumes differ from ISO 4217 for some currencies. */
export function money(amount: string, currency: string, digits: number): string {
  const format = numberFormat({ style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  return written(format, amount);
}

/** An amount that may be finer than the currency, as a price of one operation is. */
export function exactMoney(amount: string, currency: string, digits: number): string {
  const format = numberFormat({ style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: 12 });
  return written(format, amount);
}

/** Between words that are read from right to left, a currency such as US$ keeps its own direction. */
function written(format: Intl.NumberFormat, amount: string): string {
  const parts = format.formatToParts(amount as Amount).map(({ type, value }) => (type === "currency" && direction() === "rtl" ? `\u2066${value}\u2069` : value));
  return withMinus(parts.join(""));
}

/** Names one after the other, as the language joins them. */
export function list(names: string[]): string {
  return new Intl.ListFormat(locale(), { type: "disjunction" }).format(names);
}

export function count(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** Not grouped, as it would be typed. */
export function plainCount(value: number): string {
  return numberFormat({ maximumFractionDigits: 0, useGrouping: false }).format(value);
}

/** A decimal with the digits that it has, not grouped, as it would be typed. */
export function decimal(value: string): string {
  return numberFormat({ minimumFractionDigits: value.split(".")[1]?.length ?? 0, maximumFractionDigits: 20, useGrouping: false }).format(value as Amount);
}

export function percent(value: string): string {
  return numberFormat({ style: "percent", maximumFractionDigits: 6 }).format(`${value}e-2` as Amount);
}

/** A hyphen is read as a dash or not at all; the minus sign is read as minus. */
function withMinus(text: string): string {
  return text.replace("-", "−");
}

const longDate: Intl.DateTimeFormatOptions = { dateStyle: "long" };
const shortDate: Intl.DateTimeFormatOptions = { month: "short", day: "numeric" };
const shortDateWithYear: Intl.DateTimeFormatOptions = { dateStyle: "medium" };

/** Instants are shown as the civil date of their own offset. */
export function civilDate(instant: Instant): string {
  return instant.slice(0, 10);
}

export function shortDay(instant: Instant): string {
  return dateFormat(shortDate).format(new Date(civilDate(instant)));
}

/** A month, with its year where one begins. */
export function shortMonth(instant: Instant): string {
  const day = new Date(civilDate(instant));
  return dateFormat({ month: "short", ...(day.getUTCMonth() === 0 && { year: "2-digit" }) }).format(day);
}

export function mediumDate(instant: Instant): string {
  return dateFormat(shortDateWithYear).format(new Date(civilDate(instant)));
}

export function year(instant: Instant): string {
  return dateFormat({ year: "numeric" }).format(new Date(civilDate(instant)));
}

export function date(instant: Instant): string {
  return dateFormat(longDate).format(new Date(civilDate(instant)));
}

/** The ends of a span, short; with their years where it runs over the turn of one. */
export function shortEnds(start: Instant, end: Instant): [string, string] {
  const format = dateFormat(civilDate(start).slice(0, 4) === civilDate(end).slice(0, 4) ? shortDate : shortDateWithYear);
  return [format.format(new Date(civilDate(start))), format.format(new Date(civilDate(end)))];
}

export function dateRange(start: Instant, end: Instant): string {
  return dateFormat(longDate).formatRange(new Date(civilDate(start)), new Date(civilDate(end)));
}

const dayLength = 86_400_000;

export function daysBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(civilDate(to)) - Date.parse(civilDate(from))) / dayLength);
}

export function addDays(from: Instant, days: number): string {
  return new Date(Date.parse(civilDate(from)) + days * dayLength).toISOString().slice(0, 10);
}

/** Whether an amount is zero, however many decimals it has. */
export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

export function isNegative(amount: string): boolean {
  return amount.startsWith("-") && !isZero(amount);
}

/** The amount without its sign. */
export function magnitude(amount: Amount): Amount {
  return amount.replace("-", "") as Amount;
}
