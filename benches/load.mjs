// From bytes to the first preview: in a fresh Node process, and in a fresh page of each browser that is there.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { launchChromium, setUpChromium } from "../scripts/chromium.mjs";
import { run } from "../scripts/command.mjs";
import { bundleAll, candidates, entry, folder, source } from "./bundles.mjs";
import { median, spread, summary, table, times } from "./measure.mjs";
import { example } from "./scenarios.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const rounds = Number(values.rounds);
const ONCE = fileURLToPath(new URL("load/once.mjs", import.meta.url));

/** Runs both in turn; `work(name)` resolves with milliseconds and the preview. */
async function race(what, work) {
  const taken = { prorata: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    const previews = {};
    for (const name of round % 2 ? candidates : candidates.toReversed()) {
      const { milliseconds, preview } = await work(name);
      taken[name].push(milliseconds);
      previews[name] = JSON.stringify(preview);
    }
    if (previews.prorata !== previews.peer) throw new Error(`${what}: the first previews differ`);
  }
  const ratio = median(taken.prorata.map((value, round) => taken.peer[round] / value));
  return [what, spread(summary(taken.prorata)), spread(summary(taken.peer)), times(ratio)];
}

const node = (what, find) => race(what, async (name) => JSON.parse(await run(process.execPath, [ONCE, find(name)], { quiet: true })));

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Serves the bundles compressed, as a host would. */
async function serve() {
  const known = new Map();
  const server = createServer(async (request, response) => {
    try {
      const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
      if (path === "/") return response.setHeader("content-type", "text/html").end("<!doctype html><title>prorata</title>");
      const [, name, ...rest] = path.split("/");
      const accepted = request.headers["accept-encoding"] ?? "";
      const encoding = accepted.includes("br") ? "br" : "gzip";
      const key = `${encoding} ${path}`;
      if (!known.has(key)) {
        const content = await readFile(join(folder(name), ...rest));
        known.set(key, encoding === "br" ? brotliCompressSync(content) : gzipSync(content, { level: 9 }));
      }
      response.writeHead(200, { "content-type": TYPES[extname(path)], "content-encoding": encoding, "cache-control": "no-store" });
      response.end(known.get(key));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://localhost:${server.address().port}` };
}

/** In the page. */
async function first({ name, example }) {
  const start = performance.now();
  const candidate = await import(`/${name}/index.js`);
  const preview = await candidate.first(example);
  return { milliseconds: performance.now() - start, preview };
}

async function inBrowser(what, browser, address, slower) {
  return race(slower ? `${what}, processor slowed ${slower} ×` : what, async (name) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    if (slower) {
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    }
    const result = await page.evaluate(first, { name, example });
    await context.close();
    return result;
  });
}

async function otherBrowser(kind) {
  const playwright = await import("playwright-core");
  return existsSync(playwright[kind].executablePath()) ? playwright[kind].launch() : undefined;
}

await bundleAll();
const rows = [
  await node("Node, from node_modules", source),
  await node("Node, one bundled file", (name) => entry("node", name)),
];
const absent = [];
const { server, address } = await serve();
try {
  await setUpChromium();
  for (const [name, open] of [["Chromium", launchChromium], ["Firefox", () => otherBrowser("firefox")], ["WebKit", () => otherBrowser("webkit")]]) {
    const browser = await open();
    if (!browser) {
      absent.push(name);
      continue;
    }
    const shown = `${name} ${browser.version()}`;
    rows.push(await inBrowser(shown, browser, address));
    if (name === "Chromium") rows.push(await inBrowser(shown, browser, address, 4));
    await browser.close();
  }
} finally {
  server.close();
}
table("(c) From asking for the module to the first preview, each time in a fresh process or page; nothing cached, no network between",
  ["host", "prorata ms (middle half)", "peer ms (middle half)", "prorata is faster by"], rows);
for (const name of absent) console.log(`  ${name}: not measured, Playwright's build of it is not on this machine`);
