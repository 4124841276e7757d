/** Ways to pay in this demonstration: simulated, and told apart by what happens. No number of a card is asked for anywhere. */
export const methods = ["card_accepted", "card_slow", "card_declined"] as const;
export type Method = (typeof methods)[number];

export function isMethod(value: string): value is Method {
  return (methods as readonly string[]).includes(value);
}
