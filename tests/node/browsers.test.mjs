// What a machine without a browser is told.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const scripts = new URL("../../scripts/browsers.mjs", import.meta.url).href;

/** Sets a browser up where no program is found, not even the one that could install it. */
const setUp = (name, env = {}) =>
  spawnSync(process.execPath, ["--input-type=module", "-e", `import { setUpBrowser } from ${JSON.stringify(scripts)}; await setUpBrowser("${name}").catch((error) => console.log(error.message));`], { encoding: "utf8", env: { PATH: "/nowhere", ...env } }).stdout;

test("a browser that is missing is named, with the command that installs it", { skip: process.platform !== "linux" }, () => {
  assert.match(setUp("firefox"), /^the tests need Firefox: .*sudo apt-get install -y firefox-esr/m);
  assert.match(setUp("webkit"), /^the tests need WebKitGTK: .*sudo apt-get install -y webkit2gtk-driver xvfb/m);
});

test("a named browser that is not there is no other one", () => {
  assert.match(setUp("firefox", { PRORATA_FIREFOX: "/nowhere/firefox" }), /^PRORATA_FIREFOX names no file: \/nowhere\/firefox/m);
});
