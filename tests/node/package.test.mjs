// What is in the tarball, and how Node loads it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import * as prorata from "prorata";

const PACKAGE = join(import.meta.dirname, "../node_modules/prorata");

/** The values that the types promise; types alone are erased. */
function declared() {
  const types = readFileSync(join(PACKAGE, "index.d.ts"), "utf8");
  const names = [...types.matchAll(/^export (?:declare )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  return [...new Set(names), ...(/^export default /m.test(types) ? ["default"] : [])].sort();
}

test("the tarball holds the modules, the types, the engine and nothing else", () => {
  const files = readdirSync(PACKAGE, { recursive: true }).filter((name) => statSync(join(PACKAGE, name)).isFile());
  const modules = readdirSync(join(import.meta.dirname, "../../pkg")).filter((name) => name.endsWith(".js"));
  const engine = ["dist/prorata_bg.js", "dist/prorata_bg.wasm", "dist/prorata_inline.js"];
  assert.deepEqual(files.sort(), ["LICENSE", "README.md", "index.d.ts", "package.json", ...modules, ...engine].sort());
});

test("Node and the browser get exactly what the types declare", async () => {
  assert.deepEqual(Object.keys(prorata).sort(), declared());
  const web = await import("../node_modules/prorata/web.js");
  assert.deepEqual(Object.keys(web).sort(), declared());
});

test("import and require are one module", () => {
  assert.equal(createRequire(import.meta.url)("prorata").Catalog, prorata.Catalog);
});

test("init() may be called again and again", async () => {
  await prorata.default();
  await prorata.default();
});

test("the engine can be had as a file", () => {
  const file = readFileSync(createRequire(import.meta.url).resolve("prorata/prorata.wasm"));
  assert.ok(WebAssembly.validate(file));
});
