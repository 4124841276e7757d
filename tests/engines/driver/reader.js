// In the page: finds what somebody reads or hears, by its role and its name.
import { computeAccessibleName, getRole, isInaccessible } from "dom-accessibility-api";

/** Marks that keep a placeable's direction, and the kinds of space, are not told apart by a reader. */
export const plain = (text) => text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, "").replace(/\s+/g, " ").trim();

/** Every element of the role, and where it is asked for, of the very name or of one that begins with it. */
function all(role, name, { within, begins = false } = {}) {
  const fits = (element) => {
    const called = plain(computeAccessibleName(element));
    return begins ? called.startsWith(plain(name)) : called === plain(name);
  };
  return [...(within ?? document).querySelectorAll("*")].filter((element) => getRole(element) === role && !isInaccessible(element) && (name === undefined || fits(element)));
}

globalThis.reader = { all, plain };
