/** Keeps the address bar and the page's state in step: a discrete choice is a step of its own, sliding and typing are not. */
import { addressOf, speaks, stateAt } from "./address";
import { keepOwn } from "./drafts";
import type { PageState } from "./state";
import { store } from "./store";

/** Long enough that a slider is at rest; browsers allow a hundred writes in half a minute. */
const settled = 300;

/** The state that the address stands for. */
let written: PageState = store.state;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether what waits to be written is a step to which Back returns. */
let step = false;
/** The address is still to be read, so nothing is written over it. */
let waiting = false;
/** The last of the addresses that are being read; an older one comes too late. */
let reading = 0;

/** Begins with the state of the address, and writes every later one into it. */
export function followAddress(): void {
  if (speaks(location)) readOnceReady();
  store.subscribe(() => {
    keep(store.state.own);
    if (waiting || isSame(written, store.state)) return;
    step ||= isStep(written, store.state);
    clearTimeout(timer);
    timer = setTimeout(() => void write(), step ? 0 : settled);
  });
  addEventListener("popstate", () => void read());
}

let kept = store.state.own;

function keep(own: PageState["own"]): void {
  if (own === kept) return;
  kept = own;
  keepOwn(own);
}

/** Documents in the address are checked by the engine, so it has to be there. */
function readOnceReady(): void {
  waiting = true;
  const unsubscribe = store.subscribe(() => {
    if (store.state.engine !== "ready") return;
    unsubscribe();
    void read();
  });
}

async function read(): Promise<void> {
  clearTimeout(timer);
  const turn = (reading += 1);
  const { state, ignored } = await stateAt(location, store.state);
  if (turn !== reading) return;
  written = { ...state, ignored, engine: store.state.engine };
  [step, waiting] = [false, false];
  store.update(() => written);
}

async function write(): Promise<void> {
  const { state } = store;
  const { search, hash } = await addressOf(state, location);
  if (state !== store.state) return;
  const address = `${location.pathname}${search}${hash}`;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  written = state;
  step = false;
}

/** What an address does not say makes no difference to it. */
function isSame(a: PageState, b: PageState): boolean {
  return a.organisation === b.organisation && a.example === b.example && a.catalog === b.catalog && a.current === b.current && a.at === b.at && a.choice === b.choice && a.need === b.need && a.perDay === b.perDay;
}

/** A purchase is no step: Back does not undo it. */
function isStep(before: PageState, after: PageState): boolean {
  if (after.confirmed && !before.confirmed) return false;
  if (before.organisation !== after.organisation || before.example !== after.example) return true;
  const [one, other] = [before.choice, after.choice];
  return (["action", "plan", "interval", "tier", "effective", "period"] as const).some((part) => one[part] !== other[part]);
}
