import type { Context } from "../messages";
import { initialState, type PageState } from "../state";
import { computeView, type View } from "../view";
import { DocumentElement } from "./document-element";

/** What every component is given: the state as it is and what follows from it. */
export interface Snapshot {
  state: PageState;
  view: View;
  context: Context;
}

/** A component that is given the whole page. */
export class PageElement extends DocumentElement {
  static override properties = { page: { attribute: false } };
  declare page: Snapshot;
}

export function snapshotOf(state: PageState): Snapshot {
  const view = computeView(state);
  const digits = view.preview?.digits ?? view.now?.digits ?? 2;
  const { currency, unit = "operations", plans, addOns = [] } = view.catalog;
  return { state, view, context: { currency, digits, unit, planName: (id) => plans.find((plan) => plan.id === id)?.name ?? id, addOnName: (id) => addOns.find((addOn) => addOn.id === id)?.name ?? id } };
}

export const firstSnapshot = (): Snapshot => snapshotOf(initialState());
