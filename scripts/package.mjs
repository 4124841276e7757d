// The tarball that would be published, installed where every test finds it as `prorata`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { npm, root } from "./command.mjs";
import { fingerprint, once } from "./stamp.mjs";

const FOLDER = "target/package";
const { name, version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
export const tarball = join(root, FOLDER, `${name}-${version}.tgz`);

export function installTarball() {
  return once("package", fingerprint(["pkg"]), [`${FOLDER}/${name}-${version}.tgz`, "tests/node_modules/prorata/package.json"], async () => {
    // npm would keep what is installed of the same version.
    for (const folder of [FOLDER, "tests/node_modules"]) rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, FOLDER), { recursive: true });
    await npm(["pack", "./pkg", "--ignore-scripts", "--pack-destination", FOLDER]);
    await npm(["install", "--prefix", "tests", "--no-save", "--no-package-lock", tarball]);
  });
}
