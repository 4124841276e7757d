import { billingFields } from "../src/host/billing";
import { methods } from "../src/host/methods";

/** The shapes of what the page sends. Documents inside are checked by the engine, which names every mistake. */
const opaque = { type: "string", pattern: "^[A-Za-z0-9_-]{8,64}$" };
const exactly = (properties: Record<string, object>, required = Object.keys(properties)): object => ({ type: "object", additionalProperties: false, required, properties });
const orNull = (schema: object): object => ({ anyOf: [schema, { type: "null" }] });

export const openBody = exactly({});

export const arrangeBody = exactly(
  {
    version: { type: "integer" },
    at: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    current: { type: "object" },
    role: { type: "string", enum: ["owner", "admin", "member"] },
    restart: { type: "boolean", const: true },
  },
  ["version"],
);

export const usageBody = exactly({ operations: { type: "integer", minimum: 1, maximum: 1_000_000_000 } });

const billing = exactly(Object.fromEntries(billingFields.map((field) => [field, { type: "string", maxLength: 200 }])));

export const confirmBody = exactly({
  snapshot: opaque,
  key: opaque,
  preview: { type: "object", required: ["change"], properties: { change: { type: "object" } } },
  billing: orNull(billing),
  method: orNull({ type: "string", enum: [...methods] }),
  removed: { type: "array", maxItems: 1_000, items: { type: "string", maxLength: 100 } },
});
