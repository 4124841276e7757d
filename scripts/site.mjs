// The checkout page and its server, built: `www/dist` and `target/server`.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { root } from "./command.mjs";

const www = join(root, "www");

export async function buildPage() {
  await build({ root: www, logLevel: "warn" });
  const folder = join(www, "dist/assets");
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|wasm)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
}

/** One module for Node; packages stay where they are installed. */
export async function buildServer() {
  await build({
    root: www,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { external: ["prorata"] },
    build: { ssr: "server/main.ts", outDir: join(root, "target/server"), emptyOutDir: true, target: "node20", rolldownOptions: { output: { entryFileNames: "main.mjs" } } },
  });
}
