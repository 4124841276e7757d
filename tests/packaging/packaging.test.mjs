import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createServer } from "vite";
import { launchChromium } from "../../scripts/chromium.mjs";
import { installApps, program, start } from "./install.mjs";
import { served } from "./static-server.mjs";

/** What `figure.js` must come to. */
const EXPECTED = "78.56";

let apps;
let browser;
before(async () => {
  [apps, browser] = await Promise.all([installApps(), launchChromium()]);
});
after(() => browser?.close());

/** The figure that a page shows, with no error beside it. */
async function shown(url, selector = "output") {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  try {
    await page.goto(url);
    await page.locator(`${selector}:not(:empty)`).waitFor({ timeout: 10_000 });
    return await page.locator(selector).textContent();
  } catch (error) {
    throw new Error(`${url}: ${[...errors, error.message].join("\n")}`);
  } finally {
    await page.close();
    assert.deepEqual(errors, []);
  }
}

const wasmFiles = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".wasm"));

test("Node imports the package", async () => {
  assert.equal(await program(join(apps, "node"), "node", "import.js"), `${EXPECTED}\n`);
});

test("Node requires the package", async () => {
  assert.equal(await program(join(apps, "node"), "node", "require.cjs"), `${EXPECTED}\n`);
});

test("a page without a bundler loads the package", async () => {
  await served(apps, async (url) => assert.equal(await shown(`${url}script/index.html`), EXPECTED));
});

test("Vite serves the package during development", async () => {
  const server = await createServer({ root: join(apps, "vite"), logLevel: "error", server: { port: 0 } });
  try {
    await server.listen();
    assert.equal(await shown(server.resolvedUrls.local[0]), EXPECTED);
  } finally {
    await server.close();
  }
});

test("Vite builds a page with one .wasm", async () => {
  const folder = join(apps, "vite");
  await program(folder, "vite", "build");
  assert.equal(wasmFiles(join(folder, "dist")).length, 1);
  await served(join(folder, "dist"), async (url) => assert.equal(await shown(url), EXPECTED));
});

test("a server bundle runs where the package is not installed", async (context) => {
  const folder = join(apps, "vite-server");
  await program(folder, "vite", "build");
  const elsewhere = mkdtempSync(join(tmpdir(), "prorata-server-"));
  context.after(() => rmSync(elsewhere, { recursive: true }));
  cpSync(join(folder, "dist"), elsewhere, { recursive: true });
  assert.equal(await program(elsewhere, "node", "main.js"), `${EXPECTED}\n`);
});

test("a worker runs the package", async (context) => {
  const folder = join(apps, "workerd");
  await program(folder, "vite", "build");
  const { port, stop } = await start(folder, "workerd", "serve", "config.capnp", "--control-fd=1");
  context.after(stop);
  assert.equal(await (await fetch(`http://127.0.0.1:${port}`)).text(), EXPECTED);
});

test("webpack builds a page with one .wasm", async () => {
  const folder = join(apps, "webpack");
  await program(folder, "node", "build.js");
  assert.equal(wasmFiles(join(folder, "dist")).length, 1);
  await served(folder, async (url) => assert.equal(await shown(url), EXPECTED));
});

for (const bundler of ["turbopack", "webpack"]) {
  test(`Next.js with ${bundler} renders on the server and in the browser, with one .wasm`, async (context) => {
    const folder = join(apps, "next");
    rmSync(join(folder, ".next"), { recursive: true, force: true });
    await program(folder, "next", "build", `--${bundler}`);
    assert.equal(wasmFiles(join(folder, ".next/static")).length, 1);
    const { port, stop } = await start(folder, "next", "start", "--port", "0");
    context.after(stop);
    const url = `http://localhost:${port}`;
    assert.match(await (await fetch(url)).text(), new RegExp(`<output id="server">${EXPECTED}</output>`));
    assert.equal(await shown(url, "#client"), EXPECTED);
  });
}
