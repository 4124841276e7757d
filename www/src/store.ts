import { initialState, type PageState } from "./state";

/** The page's state: one plain object, replaced as a whole by pure functions. */
class Store {
  #state: PageState = initialState();
  #listeners = new Set<() => void>();

  get state(): PageState {
    return this.#state;
  }

  update(action: (state: PageState) => PageState): void {
    const next = action(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /** Returns what ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const store = new Store();
