// axe-core over what the page answers: mistakes, refusals, every step up to the receipt, and a page without its engine.
import { inEnglish, inspectEach } from "./axe.mjs";
import { answers, hindered } from "./states.mjs";

inspectEach(inEnglish({ ...answers, ...Object.fromEntries(Object.keys(hindered).map((name) => [name, () => {}])) }), hindered);
