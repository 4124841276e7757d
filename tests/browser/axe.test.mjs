// axe-core over every situation that the page starts from.
import { inEnglish, inspectEach } from "./axe.mjs";
import { situations } from "./states.mjs";

inspectEach(inEnglish(situations));
