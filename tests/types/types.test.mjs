// The types, as each way of resolving the package sees them. The page is held to them in tests/browser.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/command.mjs";

for (const project of ["tests/types/tsconfig.json", "tests/types/tsconfig.node16.json", "tests/types/tsconfig.nodenext.json"]) {
  test(`${project} compiles`, async () => {
    const problems = await new Promise((resolve) => {
      execFile(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "--project", project], { cwd: root }, (error, stdout) =>
        resolve(error && (stdout || error.message)));
    });
    assert.equal(problems, null);
  });
}
