// Every place at which what was shown differs from what was computed, in the order of what was computed.
export function drift(shown, computed, path = "", found = []) {
  if (Object.is(shown, computed)) return found;
  if (!isObject(shown) || !isObject(computed) || Array.isArray(shown) !== Array.isArray(computed)) {
    found.push({ path, shown: isObject(shown) ? plainly(shown) : shown, computed });
    return found;
  }
  const keys = new Set([...Object.keys(computed), ...Object.keys(shown)]);
  for (const key of keys) {
    const step = Array.isArray(computed) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    drift(own(shown, key), own(computed, key), step, found);
  }
  return found;
}

const isObject = (value) => typeof value === "object" && value !== null;
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const plainly = (value) => (Array.isArray(value) ? [...value] : { ...value });
