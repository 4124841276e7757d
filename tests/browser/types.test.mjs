// The page against the types of the package that it uses.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { writeTextTypes } from "../../scripts/texts.mjs";

for (const project of ["www", "www/server"]) test(`${project} compiles against the published types, and says only what its texts hold`, () => {
  writeTextTypes();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const compiler = fileURLToPath(import.meta.resolve("typescript/package.json").replace("package.json", "bin/tsc"));
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", `${project}/tsconfig.json`], { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
