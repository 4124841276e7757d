// What a visitor downloads: measured, printed, and held to a budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { setUp } from "./tools.mjs";

/** Most bytes after brotli. Raised only together with a reason in the change log. */
const BUDGET = { WebAssembly: 76_450, JavaScript: 4_050 };

/** All JavaScript of the package, as a page's bundler hands it out. */
async function bundled() {
  // Only now is Vite there.
  const { build } = await import("vite");
  const { output } = await build({
    configFile: false,
    root,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, "pkg/web.js"), preserveEntrySignatures: "strict" },
    },
  });
  return Buffer.from(output.filter(({ type }) => type === "chunk").map(({ code }) => code).join(""));
}

export async function size() {
  const files = { WebAssembly: readFileSync(join(root, "pkg/dist/prorata_bg.wasm")), JavaScript: await bundled() };
  const rows = Object.entries(files).map(([kind, bytes]) =>
    ({ kind, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length, budget: BUDGET[kind] }));
  console.table(Object.fromEntries(rows.map(({ kind, ...row }) => [kind, row])));
  for (const { kind, brotli, budget } of rows) {
    if (brotli > budget) throw new Failure(`${kind}: ${brotli} bytes after brotli, ${brotli - budget} over the budget of ${budget}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await build(await setUp());
    await size();
  });
}
