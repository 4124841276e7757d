// From bytes to the first preview: in a fresh Node process, and in a fresh page of each browser that is there.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { BROWSERS, findBrowser } from "../scripts/browsers.mjs";
import { launchChromium } from "../scripts/chromium.mjs";
import { run } from "../scripts/command.mjs";
import { installDrivers, wantedEngines } from "../scripts/engines.mjs";
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
      if (path === "/") return response.setHeader("content-type", "text/html").end("<!doctype html><title>prorata</title><link rel=icon href=data:,>");
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

/** In the page. The preview goes out as text: a driver may put its fields in another order. */
async function first({ name, example }) {
  const start = performance.now();
  const candidate = await import(`/${name}/index.js`);
  const preview = await candidate.first(example);
  const milliseconds = performance.now() - start;
  return { milliseconds, preview: JSON.stringify(preview) };
}

async function inEngine(name, address) {
  const { openEngine } = await import("../tests/engines/driver/index.mjs");
  const engine = await openEngine(name);
  try {
    return await race(engine.title, async (candidate) => {
      const page = await engine.open();
      try {
        await page.goto(address);
        return await page.evaluate(first, { name: candidate, example });
      } finally {
        await page.close();
      }
    });
  } finally {
    await engine.close();
  }
}

/** As on a phone: only Chromium can be slowed down. */
async function inSlowChromium(address, slower) {
  const browser = await launchChromium();
  try {
    return await race(`Chromium, processor slowed ${slower} ×`, async (name) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address);
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      const result = await page.evaluate(first, { name, example });
      await context.close();
      return result;
    });
  } finally {
    await browser.close();
  }
}

await bundleAll();
const rows = [
  await node("Node, from node_modules", source),
  await node("Node, one bundled file", (name) => entry("node", name)),
];
await installDrivers();
const absent = [];
const { server, address } = await serve();
try {
  for (const name of wantedEngines()) {
    if (!(await findBrowser(name))) {
      absent.push(name);
      continue;
    }
    rows.push(await inEngine(name, address));
    if (name === "chromium") rows.push(await inSlowChromium(address, 4));
  }
} finally {
  server.close();
}
table("(c) From asking for the module to the first preview, each time in a fresh process or page; nothing cached, no network between",
  ["host", "prorata ms (middle half)", "peer ms (middle half)", "prorata is faster by"], rows);
for (const name of absent) console.log(`  ${BROWSERS[name].title}: not on this machine (sudo apt-get install -y ${BROWSERS[name].packages.join(" ")})`);
