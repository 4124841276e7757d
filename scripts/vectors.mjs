// `npm run vectors -- [file…]`: the vector runner against the packed package, on the named files or on all of tests/vectors.
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { main, run } from "./command.mjs";
import { installTarball } from "./package.mjs";
import { setUp } from "./tools.mjs";

export const runVectors = (files = []) =>
  run(process.execPath, ["tests/vectors/run.mjs", ...files], { env: { PRORATA_PACKAGE: "tests/node_modules/prorata/node.js" } });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await build(await setUp());
    await installTarball();
    await runVectors(process.argv.slice(2));
  });
}
