// One fresh process: from asking for a module to its first preview. Prints milliseconds and the preview.
import { example } from "../scenarios.mjs";

const start = performance.now();
const { first } = await import(process.argv[2]);
const preview = await first(example);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, preview }));
