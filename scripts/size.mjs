// What a visitor downloads: measured, printed, and held to a budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { setUp } from "./tools.mjs";

/** Most bytes after brotli. Raised only together with a reason in the change log. */
const BUDGET = { WebAssembly: 128_000, JavaScript: 8_200 };

function files() {
  const shared = readdirSync(join(root, "pkg")).filter((name) => name.endsWith(".js") && !["node.js", "workerd.js"].includes(name));
  return { WebAssembly: ["dist/prorata_bg.wasm"], JavaScript: [...shared, "dist/prorata.js"] };
}

export function size() {
  const rows = Object.entries(files()).map(([kind, names]) => {
    const bytes = Buffer.concat(names.map((name) => readFileSync(join(root, "pkg", name))));
    return { kind, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length, budget: BUDGET[kind] };
  });
  console.table(Object.fromEntries(rows.map(({ kind, ...row }) => [kind, row])));
  for (const { kind, brotli, budget } of rows) {
    if (brotli > budget) throw new Failure(`${kind}: ${brotli} bytes after brotli, ${brotli - budget} over the budget of ${budget}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await build(await setUp());
    size();
  });
}
