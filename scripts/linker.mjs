#!/usr/bin/env node
// Rust's own linker for WebAssembly, given the engine without what only words a failure.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { snip } from "./snip.mjs";

const given = process.argv.slice(2);
for (const file of given.filter((name) => name.endsWith(".o"))) writeFileSync(file, snip(readFileSync(file)));
// rustc puts it on the path of every linker.
process.exitCode = spawnSync("rust-lld", given, { stdio: "inherit" }).status ?? 1;
if (!process.exitCode) {
  // Of what is linked, too, the mangled names are still there.
  const formatting = readFileSync(given[given.indexOf("-o") + 1], "latin1").match(/\w*3fmt\w+/);
  if (formatting) {
    console.error(`The engine puts a text together with ${formatting[0]}: the standard library's formatting is larger than src/text.rs`);
    process.exitCode = 1;
  }
}
