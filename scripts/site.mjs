// The checkout page and its server, built: `www/dist` and `target/server`.
import { join } from "node:path";
import { build } from "vite";
import { root } from "./command.mjs";

const www = join(root, "www");

export async function buildPage() {
  await build({ root: www, logLevel: "warn" });
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
