/** The page's state as an address: readable keys for what is chosen, compressed documents for what is the visitor's own. */
import type { CatalogDocument, Interval } from "prorata";
import { compress, decompress } from "./compressed";
import { keptOwn } from "./drafts";
import { accepts } from "./engine";
import { examples, examplesOf } from "./examples";
import { intervalsOf, organisations, planOf, sameInterval, tiersOf, type OrganisationId } from "./organisations";
import { begin, beginOwn, type Choice, type Current, type PageState } from "./state";

/** Reads a value into the state; nothing where it means nothing (any more). */
type Read = (value: string, state: PageState) => PageState | undefined;

interface Field {
  key: string;
  /** Nothing where there is nothing to say. */
  write: (state: PageState) => string | undefined;
  read: Read;
}

const actions: readonly string[] = ["change", "extra_operations", "cancel", "renew", "withdraw"] satisfies Choice["action"][];

const intoChoice = (part: Partial<Choice>, state: PageState): PageState => ({ ...state, choice: { ...state.choice, ...part } });

/** A part of the choice that is one of a few words. */
function word(key: string, part: "action" | "effective" | "period", words: readonly string[]): Field {
  return {
    key,
    write: ({ choice }) => choice[part] ?? undefined,
    read: (value, state) => (words.includes(value) ? intoChoice({ [part]: value }, state) : undefined),
  };
}

/** A part of the choice that is a whole number. */
function number(key: string, part: "seats" | "extraOperations"): Field {
  return {
    key,
    write: ({ choice }) => choice[part]?.toString(),
    read: (value, state) => {
      const found = wholeNumber(value);
      return found === undefined ? undefined : intoChoice({ [part]: found }, state);
    },
  };
}

function wholeNumber(value: string): number | undefined {
  return /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** In the order in which they are written. */
const fields: Field[] = [
  {
    key: "at",
    write: ({ at }) => at,
    read: (value, state) => (isDate(value) ? { ...state, at: value } : undefined),
  },
  word("action", "action", actions),
  {
    key: "plan",
    write: ({ choice }) => choice.plan ?? undefined,
    read: (value, state) => (planOf(state.catalog, value) ? intoChoice({ plan: value }, state) : undefined),
  },
  {
    key: "interval",
    write: ({ choice }) => intervalText(choice.interval),
    read: (value, state) => {
      const interval = intervalsOf(state.catalog).find((candidate) => intervalText(candidate) === value);
      return interval && intoChoice({ interval }, state);
    },
  },
  {
    key: "operations",
    write: ({ choice }) => choice.tier?.toString(),
    read: (value, state) => {
      const tier = tiersOf(state.catalog).find((candidate) => candidate.toString() === value);
      return tier === undefined ? undefined : intoChoice({ tier }, state);
    },
  },
  number("seats", "seats"),
  { ...number("extra", "extraOperations"), write: ({ choice }) => (choice.action === "extra_operations" ? choice.extraOperations.toString() : undefined) },
  {
    key: "addons",
    write: ({ choice }) => choice.addOns ? Object.entries(choice.addOns).map(([id, quantity]) => `${id}:${quantity}`).join(",") : undefined,
    read: (value, state) => {
      const pairs = value.split(",").map((pair) => pair.split(":"));
      const known = pairs.every(([id, quantity = ""]) => state.catalog.addOns?.some((addOn) => addOn.id === id) && wholeNumber(quantity) !== undefined);
      return known ? intoChoice({ addOns: Object.fromEntries(pairs.map(([id, quantity]) => [id, Number(quantity)])) }, state) : undefined;
    },
  },
  {
    key: "code",
    write: ({ choice }) => choice.code ?? undefined,
    read: (value, state) => (state.catalog.discounts?.some(({ id }) => id === value) ? intoChoice({ code: value }, state) : undefined),
  },
  word("effective", "effective", ["now", "period_end"]),
  word("period", "period", ["keep", "restart"]),
  {
    key: "need",
    write: ({ need }) => need.number?.toString(),
    read: (value, state) => {
      const found = wholeNumber(value);
      return found === undefined ? undefined : { ...state, need: { ...state.need, number: found } };
    },
  },
  {
    key: "need-plan",
    write: ({ need }) => need.plan ?? undefined,
    read: (value, state) => (planOf(state.catalog, value) ? { ...state, need: { ...state.need, plan: value } } : undefined),
  },
  {
    key: "per-day",
    write: ({ perDay }) => perDay?.toString(),
    read: (value, state) => {
      const perDay = wholeNumber(value);
      return perDay === undefined ? undefined : { ...state, perDay };
    },
  },
];

const queryKeys = ["shop", "example", ...fields.map(({ key }) => key)];
const documentKeys = ["catalog", "have"];

function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
}

function intervalText(interval: Interval): string {
  if (sameInterval(interval, "month")) return "month";
  if (sameInterval(interval, "year")) return "year";
  const { unit, count } = interval as Exclude<Interval, string>;
  return `${count}-${unit}`;
}

/** Both parts of an address; what is in it for others (the language) stays. */
export interface Address {
  search: string;
  hash: string;
  /** The state's documents are all in it. */
  whole: boolean;
}

const compressed = new WeakMap<object, string | undefined>();

async function compressOnce(document: object): Promise<string | undefined> {
  if (!compressed.has(document)) compressed.set(document, await compress(document));
  return compressed.get(document);
}

/** The address of a state, beside whatever else the present one holds. */
export async function addressOf(state: PageState, present: Pick<Location, "search">): Promise<Address> {
  const query = new URLSearchParams(present.search);
  for (const key of queryKeys) query.delete(key);
  query.set("shop", state.organisation);
  if (state.organisation !== "own") query.set("example", state.example);
  for (const { key, write } of fields) {
    const value = write(state);
    if (value !== undefined) query.set(key, value);
  }
  const documents = new URLSearchParams();
  let whole = true;
  for (const [key, document] of ownDocuments(state)) {
    const letters = await compressOnce(document);
    if (letters === undefined) whole = false;
    else documents.set(key, letters);
  }
  return { search: `?${query}`, hash: documents.size > 0 ? `#${documents}` : "", whole };
}

/** What of a state is in no example and no shop. */
function ownDocuments(state: PageState): [string, object][] {
  const example = examples.find(({ id }) => id === state.example);
  return [
    ...(state.organisation === "own" ? [["catalog", state.catalog] satisfies [string, object]] : []),
    ...(state.organisation === "own" || example?.current !== state.current ? [["have", state.current] satisfies [string, object]] : []),
  ];
}

/** Whether the address says anything about the state. */
export function speaks({ search, hash }: Pick<Location, "search" | "hash">): boolean {
  const query = new URLSearchParams(search);
  return queryKeys.some((key) => query.has(key)) || documentKeys.some((key) => new URLSearchParams(hash.slice(1)).has(key));
}

/** The state that an address stands for, and the keys in it that mean nothing (any more). Asks the engine whether documents hold. */
export async function stateAt({ search, hash }: Pick<Location, "search" | "hash">, present: PageState): Promise<{ state: PageState; ignored: string[] }> {
  const query = new URLSearchParams(search);
  const documents = new URLSearchParams(hash.slice(1));
  const ignored: string[] = [];
  let state = await start(query, documents, present, ignored);
  for (const { key, read } of fields) {
    const value = query.get(key);
    if (value === null) continue;
    const next = read(value, state);
    if (next) state = next;
    else ignored.push(key);
  }
  return { state, ignored };
}

async function start(query: URLSearchParams, documents: URLSearchParams, present: PageState, ignored: string[]): Promise<PageState> {
  const have = documents.has("have") ? await documentIn(documents, "have") : undefined;
  if (query.get("shop") === "own") {
    const kept = keptOwn();
    if (kept && accepts(kept.catalog, kept.current)) return beginOwn(present, kept);
    const catalog = (await documentIn(documents, "catalog")) as CatalogDocument | undefined;
    if (!catalog || !accepts(catalog, {})) {
      ignored.push("catalog");
      return begin(present, examples[0]!);
    }
    const holds = have !== undefined && accepts(catalog, have as Current);
    if (!holds && documents.has("have")) ignored.push("have");
    return beginOwn(present, { catalog, current: holds ? (have as Current) : {}, drafts: { catalog: null, current: null } });
  }
  const state = begin(present, exampleIn(query, ignored));
  if (!documents.has("have")) return state;
  if (have && accepts(state.catalog, have as Current)) return { ...state, current: have as Current };
  ignored.push("have");
  return state;
}

function exampleIn(query: URLSearchParams, ignored: string[]): (typeof examples)[number] {
  const shop = query.get("shop");
  if (shop !== null && !organisations.includes(shop as OrganisationId)) {
    ignored.push("shop");
    return examples[0]!;
  }
  const choices = shop === null ? examples : examplesOf(shop as OrganisationId);
  const example = choices.find(({ id }) => id === query.get("example"));
  if (!example && query.has("example")) ignored.push("example");
  return example ?? choices[0]!;
}

async function documentIn(documents: URLSearchParams, key: string): Promise<object | undefined> {
  const found = await decompress(documents.get(key) ?? "");
  return typeof found === "object" && found !== null ? found : undefined;
}
