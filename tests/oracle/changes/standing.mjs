// Rulebook 3: nothing differs, or only what was scheduled.

import { refuse } from "../refusal.mjs";
import { known } from "../charges.mjs";
import { goingOn } from "../operations.mjs";
import { answer, stands } from "../answer.mjs";

export function nothing(catalog, current, change, at, { cause, discounts }) {
  // Nothing is billed now, so the first period that a newly named discount holds for is the next.
  const state = { ...current, discounts: known(discounts, current.period.end) };
  return answer(catalog, current, change, { direction: "none", cause, effectiveAt: at, state, operations: goingOn(catalog, state, at), warnings: stands(current, state) });
}

export function withdrawal(catalog, current, change, at) {
  if (!current.scheduled) refuse("nothing_scheduled");
  const state = { ...current, scheduled: undefined };
  return answer(catalog, current, change, { direction: "none", cause: "withdraw", effectiveAt: at, state, operations: goingOn(catalog, state, at) });
}
