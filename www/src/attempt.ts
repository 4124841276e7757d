import { PricingError } from "prorata";

/** What was computed; nothing where the engine refuses, which is an answer, too. */
export function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (PricingError.is(error)) return undefined;
    throw error;
  }
}
