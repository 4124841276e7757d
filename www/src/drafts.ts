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

let reloaded = (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.type === "reload";

/** What was kept, once after a reload: later, and for whoever follows a link, the address says it. The engine has still to take it. */
export function keptOwn(): Own | undefined {
  if (!reloaded) return undefined;
  reloaded = false;
  try {
    const kept = JSON.parse(sessionStorage.getItem(shelf) ?? "null") as Own | null;
    return kept && typeof kept.catalog === "object" && typeof kept.current === "object" && typeof kept.drafts === "object" ? kept : undefined;
  } catch {
    return undefined;
  }
}
