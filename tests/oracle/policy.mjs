// Rulebook 4 and 10: the presets `make` and `stripe`, and what a policy document lays over them.

const PRESETS = {
  make: {
    cycle: "fixed",
    every: { effective: ["now"], period: ["restart"], unusedTime: "none", unusedOperations: "credit", charge: "full", collect: "now" },
    downgrade: { unusedOperations: "transfer" },
    cancel: { effective: ["period_end"], unusedOperations: "forfeit" },
    credit: { base: "paid", cap: "bill", excess: "forfeit", futureGrants: "forfeit" },
  },
  stripe: {
    cycle: "calendar",
    every: { effective: ["now"], period: ["keep", "restart"], unusedTime: "credit", unusedOperations: "forfeit", charge: "remaining", collect: "next_invoice" },
    downgrade: { effective: ["now", "period_end"] },
    cancel: { effective: ["period_end", "now"] },
    credit: { base: "paid", cap: "none", excess: "balance", futureGrants: "forfeit" },
  },
};
const DIRECTIONS = ["upgrade", "downgrade", "cancel", "seatsAdded", "seatsRemoved"];
const FIELDS = ["effective", "period", "unusedTime", "unusedOperations", "charge", "collect"];
const LISTS = new Set(["effective", "period"]);

const fields = (document = {}) => Object.fromEntries(FIELDS.filter((name) => document[name] !== undefined)
  .map((name) => [name, LISTS.has(name) ? [document[name]].flat() : document[name]]));

export function resolvePolicy(document) {
  const own = typeof document === "string" ? { preset: document } : document;
  const preset = PRESETS[own.preset];
  const treatments = Object.fromEntries(DIRECTIONS.map((direction) => {
    // A field at the top holds for every direction that does not itself say otherwise, in the document or else in the preset.
    const base = { ...preset.every, ...preset[direction], ...fields(own), ...fields(own[direction]) };
    return [direction, base];
  }));
  return {
    ...treatments,
    every: { ...preset.every, ...fields(own) },
    hasSeatTreatment: { seatsAdded: !!own.seatsAdded, seatsRemoved: !!own.seatsRemoved },
    cycle: own.cycle ?? preset.cycle,
    credit: { ...preset.credit, ...own.credit },
    mode: own.rounding?.mode ?? "half_up",
    roundOn: own.rounding?.on ?? "line",
    minimumCharge: own.minimumCharge,
    acknowledge: own.acknowledge ?? ["downgrade", "forfeit"],
  };
}
