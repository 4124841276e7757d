/** Keeps what the visitor typed over a reload, within the tab: an address holds neither mistakes nor large documents. */
import type { Own } from "./state";

const shelf = "prorata-own";

export function keepOwn(own: Own | null): void {
  try {
    if (own) sessionStorage.setItem(shelf, JSON.stringify(own));
  } catch {
    // A browser that keeps nothing, or not as much, still shows everything.
  }
}

/** What was kept; the engine has still to say whether it holds. */
export function keptOwn(): Own | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(shelf) ?? "null") as Own | null;
    return kept && typeof kept.catalog === "object" && typeof kept.current === "object" && typeof kept.drafts === "object" ? kept : undefined;
  } catch {
    return undefined;
  }
}
