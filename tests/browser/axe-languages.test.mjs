// axe-core over the page in the other languages, from right to left too.
import { inspect, inspectEach } from "./axe.mjs";
import { speak, states } from "./states.mjs";

const names = ["Make, everything open", "a review with teams to choose", "billing details with mistakes", "the receipt"];

inspectEach(Object.fromEntries(names.map((name) => [name, async (customer) => {
  await states[name](customer);
  for (const language of ["de", "ja", "ar"]) {
    await speak(customer, language);
    await inspect(customer, language);
  }
}])));
