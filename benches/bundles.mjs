// What an application would ship: each candidate with all that it imports, bundled and minified by Vite.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = (host, name) => join(here, "../target/bench", host, name);

export const candidates = ["prorata", "peer"];
export const entry = (host, name) => join(out(host, name), "index.js");
export const source = (name) => join(here, "load", `${name}.mjs`);
export const folder = (name) => out("browser", name);

async function bundle(host, name) {
  const server = host === "node";
  await build({
    configFile: false,
    root: here,
    base: "./",
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: server,
      outDir: out(host, name),
      emptyOutDir: true,
      target: "es2022",
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: source(name),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "index.js", assetFileNames: "[name][extname]" },
      },
    },
  });
}

export async function bundleAll() {
  for (const host of ["browser", "node"]) for (const name of candidates) await bundle(host, name);
}

/** Bytes of what a browser loads, by kind of file. */
export function bytes(name) {
  const files = readdirSync(folder(name), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map((file) => {
    const content = readFileSync(join(file.parentPath, file.name));
    return { file: file.name, raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content).length };
  });
}
