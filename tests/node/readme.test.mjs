// The examples of both READMEs, run as they stand; what they print is what their comments say.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

for (const readme of ["README.md", "pkg/README.md"]) {
  test(`the example of ${readme}`, () => {
    const root = join(import.meta.dirname, "../..");
    const [, example] = readFileSync(join(root, readme), "utf8").match(/```js\n([\s\S]*?)```/);
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", example], { cwd: join(root, "tests"), encoding: "utf8" });
    assert.equal(status, 0, stderr);
    const promised = [...example.matchAll(/^console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text.replace(/^"(.*)"$/, "$1"));
    assert.ok(promised.length > 0);
    assert.deepEqual(stdout.trimEnd().split("\n"), promised);
  });
}
