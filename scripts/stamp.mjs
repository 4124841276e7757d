// Work is done again only when what it is made from, or what it made, is no longer the same.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { root } from "./command.mjs";

function* files(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) if (name !== "node_modules") yield* files(join(path, name));
}

/** One hash over the names and bytes of files and folders (relative to the root), and over plain words such as versions. */
export function fingerprint(paths, words = []) {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const path of paths) {
    for (const file of files(join(root, path))) hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Runs `work` unless it ran to its end for the same `made` (a fingerprint) and `results` are all there. */
export async function once(name, made, results, work) {
  const stamp = join(root, "target/stamps", name);
  const done = existsSync(stamp) && readFileSync(stamp, "utf8") === made && results.every((path) => existsSync(resolve(root, path)));
  if (done) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, made);
}
