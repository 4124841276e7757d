// `init()` of the browser's entry.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launchChromium } from "../../scripts/chromium.mjs";
import { root } from "../../scripts/command.mjs";
import { served } from "./static-server.mjs";

const PACKAGE = join(root, "tests/node_modules/prorata");
const wasm = readFileSync(join(PACKAGE, "dist/prorata_bg.wasm"));

let browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

/** Runs `body` in a page of its own, with a fresh copy of the package. The n-th request for the engine gets the n-th of `answers`, else the file. */
function inPage(body, { argument, answers = [] } = {}) {
  return served(PACKAGE, async (url) => {
    const page = await browser.newPage();
    let requests = 0;
    await page.route("**/*.wasm", (route) => {
      const answer = answers[requests++];
      return answer ? route.fulfill(answer) : route.continue();
    });
    // Any file of the origin will do as a page.
    await page.goto(`${url}package.json`);
    const result = await page.evaluate(body, argument);
    await page.close();
    return { requests, result };
  });
}

test("a call before init() is a host error", async () => {
  const { result } = await inPage(async () => {
    const { prorate, PricingError } = await import("/web.js");
    try {
      return prorate({});
    } catch (error) {
      return [error instanceof PricingError, error.kind, error.code];
    }
  });
  assert.deepEqual(result, [true, "host", "not_initialised"]);
});

test("init() loads once, however often it is called", async () => {
  const { requests } = await inPage(async () => {
    const { default: init } = await import("/web.js");
    await Promise.all([init(), init()]);
    await init();
  });
  assert.equal(requests, 1);
});

for (const kind of ["string", "URL", "Response", "ArrayBuffer", "Uint8Array", "Module"]) {
  test(`init() takes a source of type ${kind}`, async () => {
    const { requests } = await inPage(
      async (kind) => {
        const address = "/dist/prorata_bg.wasm";
        const response = await fetch(address);
        const source = {
          string: () => address,
          URL: () => new URL(address, location.href),
          Response: () => response,
          ArrayBuffer: () => response.arrayBuffer(),
          Uint8Array: async () => new Uint8Array(await response.arrayBuffer()),
          Module: () => WebAssembly.compileStreaming(response),
        }[kind];
        const { default: init } = await import("/web.js");
        await init(await source());
      },
      { argument: kind },
    );
    assert.equal(requests, ["string", "URL"].includes(kind) ? 2 : 1);
  });
}

test("a server that does not know the type of .wasm will do", async () => {
  const { result } = await inPage(
    async () => {
      const { default: init } = await import("/web.js");
      return init().then(() => "loaded", (error) => error.message);
    },
    { answers: [{ contentType: "application/octet-stream", body: wasm }] },
  );
  assert.equal(result, "loaded");
});

test("after a failure init() tries again", async () => {
  const { requests, result } = await inPage(
    async () => {
      const { default: init } = await import("/web.js");
      const outcome = () => init().then(() => "loaded", (error) => [error.kind, error.code, error.message]);
      return [await outcome(), await outcome(), await outcome()];
    },
    { answers: [{ status: 404, body: "" }, { contentType: "application/wasm", body: "<!doctype html>" }] },
  );
  const [notFound, notWasm, loaded] = result;
  assert.deepEqual(notFound.slice(0, 2), ["host", "load_failed"]);
  assert.match(notFound[2], /404/);
  assert.deepEqual(notWasm.slice(0, 2), ["host", "load_failed"]);
  assert.equal(loaded, "loaded");
  assert.equal(requests, 3);
});
