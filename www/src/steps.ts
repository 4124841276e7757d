import type { Preview } from "prorata";
import type { Step } from "./checkout-state";
import { isZero } from "./format";

/** The steps that a change takes: nobody is asked for a card where nothing is charged. */
export function needed(preview: Preview): Step[] {
  const pays = !isZero(preview.dueNow);
  const bills = pays || preview.direction === "new";
  return ["review", ...(bills ? (["billing"] as const) : []), ...(pays ? (["payment"] as const) : []), ...(bills ? (["confirm"] as const) : [])];
}
