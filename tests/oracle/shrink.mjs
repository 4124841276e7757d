// The smallest case that still disagrees on the same paths.

const clone = (value) => JSON.parse(JSON.stringify(value));

/** Every place from which something can be left out. */
function* places(value, path = []) {
  if (Array.isArray(value)) for (let i = value.length - 1; i >= 0; i -= 1) { yield [...path, i]; yield* places(value[i], [...path, i]); }
  else if (value && typeof value === "object") for (const key of Object.keys(value)) { yield [...path, key]; yield* places(value[key], [...path, key]); }
}
function without(value, path) {
  const copy = clone(value);
  const last = path[path.length - 1];
  const parent = path.slice(0, -1).reduce((one, key) => one?.[key], copy);
  if (Array.isArray(parent)) parent.splice(last, 1); else delete parent[last];
  return copy;
}

export function smallest(example, find) {
  const wanted = (found) => found.map((one) => (one.path === "error" ? `error ${one.engine} ${one.oracle}` : one.path)).join(" ");
  let best = clone(example);
  const goal = wanted(find(best));
  if (!goal) return best;
  for (let changed = true, rounds = 0; changed && rounds < 6; rounds += 1) {
    changed = false;
    for (const path of [...places(best)]) {
      let candidate;
      try { candidate = without(best, path); } catch { continue; }
      if (JSON.stringify(candidate).length >= JSON.stringify(best).length) continue;
      if (wanted(find(candidate)) === goal) { best = candidate; changed = true; break; }
    }
    if (changed) rounds -= 1;
    if (JSON.stringify(best).length < 200) break;
  }
  return best;
}
