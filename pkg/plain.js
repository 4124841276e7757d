// What crosses into the engine is plain data, read once: dates become text, getters are called here and not in
// the middle of the engine, and a value that refers to itself ends at a depth that the engine refuses.
const DEEPER_THAN_ANY_DOCUMENT = 40;

export function plain(value, depth = 0) {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (depth > DEEPER_THAN_ANY_DOCUMENT) return null;
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, depth + 1));
  const copy = Object.create(null);
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined) copy[key] = plain(value[key], depth + 1);
  }
  return copy;
}

/** The value that a path such as `plans[2].prices[0].amount` leads to, if it leads anywhere. */
export function valueAt(document, path) {
  let value = document;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}
