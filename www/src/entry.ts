/** Numbers as they are typed: in the digits and with the separators of the language in use, and in plain digits everywhere. */
import type { Amount } from "prorata";
import { locale } from "./language";

/** The first of ten digits that follow each other: Arabic-Indic, Eastern Arabic-Indic. Full-width ones are made narrow before. */
const zeros = [0x0660, 0x06f0];

/** Marks of direction that come along when a number is pasted. */
const marks = /[\u061c\u200e\u200f\u2066-\u2069]/g;

interface Separators {
  /** Spaces of any width and the underscore separate groups in every language. */
  group: RegExp;
  point: RegExp;
}

const known = new Map<string, Separators>();

function separators(): Separators {
  const found = known.get(locale());
  if (found) return found;
  const parts = new Intl.NumberFormat(locale()).formatToParts(1234567.8);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? "";
  const [group, point] = [part("group"), part("decimal")];
  // A keyboard without the Arabic separators has the Latin ones.
  const latin = point === "٫" ? { group: ",", point: "." } : { group: "", point: "" };
  const made = { group: new RegExp(`[${group}${latin.group}\\s_]`, "g"), point: new RegExp(`[${point}${latin.point}]`) };
  known.set(locale(), made);
  return made;
}

/** In ASCII digits, without what only surrounds the number. */
function plain(text: string): string {
  return text.replace(marks, "").normalize("NFKC").trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.codePointAt(0)!;
    return String(code - zeros.findLast((zero) => zero <= code)!);
  });
}

/** The digits of a whole number; nothing where groups are not of three, since a separator may be meant as a point. */
function ungrouped(text: string): string | undefined {
  const spaced = text.replace(separators().group, " ");
  return /^(\d+|\d{1,3}( \d{3})+)$/.test(spaced) ? spaced.replaceAll(" ", "") : undefined;
}

/** A whole number that was typed. Digits beyond what a number holds would be shown as another number. */
export function readCount(text: string): number | undefined {
  const digits = ungrouped(plain(text));
  const value = Number(digits);
  return digits !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

/** An amount that was typed, as a document states it. */
export function readAmount(text: string): Amount | undefined {
  const [, sign = "", unsigned = ""] = /^([-−]?)(.*)$/su.exec(plain(text)) ?? [];
  const [whole = "", decimals, ...more] = unsigned.split(separators().point);
  const digits = ungrouped(whole);
  if (digits === undefined || more.length > 0 || (decimals !== undefined && !/^\d+$/.test(decimals))) return undefined;
  return `${sign === "" ? "" : "-"}${digits}${decimals === undefined ? "" : `.${decimals}`}` as Amount;
}
