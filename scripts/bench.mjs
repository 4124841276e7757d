// `npm run bench`: sets up, builds, and measures, each part in its own process. `npm run bench -- PART…` runs only the
// named parts; `--rounds` and `--millions` (of previews, for memory) say how long. benches/README.md says what is compared.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figure, table } from "../benches/measure.mjs";
import { scenarios } from "../benches/scenarios.mjs";
import { build } from "./build.mjs";
import { Failure, ask, main, root, run } from "./command.mjs";
import { setUp } from "./tools.mjs";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "40" }, millions: { type: "string", default: "0.2" } },
  allowPositionals: true,
});

const node = (part, ...args) => run(process.execPath, ["--expose-gc", `benches/${part}.mjs`, ...args]);

const PARTS = {
  speed: () => node("speed", "--rounds", values.rounds),
  load: () => node("load", "--rounds", String(Math.max(5, Math.ceil(Number(values.rounds) / 2)))),
  memory: () => node("memory", "--millions", values.millions),
  native,
  bytes: () => node("bytes"),
};

/** The crate alone, compiled as a server would; cargo's own profiles of benches unwind, so what a panic does is a flag. */
async function measured(panic) {
  const options = ["--output-format", "bencher", "--warm-up-time", "1", "--measurement-time", "3"];
  const env = { CARGO_PROFILE_BENCH_OPT_LEVEL: "3", CARGO_TARGET_DIR: join(root, "target", `bench-${panic}`), RUSTFLAGS: `-Cpanic=${panic}` };
  const output = await run("cargo", ["bench", "--bench", "native", "--", ...options], { quiet: true, env });
  const results = [...output.matchAll(/^test (.+)\/(.+?) \.\.\. bench: +([\d,]+) ns/gm)];
  if (results.length !== 2 * scenarios.length) throw new Failure(`criterion printed ${results.length} results, not ${2 * scenarios.length}`);
  return Object.fromEntries(results.map(([, scenario, what, nanoseconds]) => [`${scenario} ${what}`, Number(nanoseconds.replaceAll(",", "")) / 1000]));
}

async function native() {
  mkdirSync(join(root, "target/bench"), { recursive: true });
  writeFileSync(join(root, "target/bench/documents.json"), JSON.stringify(scenarios));
  const unwinding = await measured("unwind");
  const aborting = await measured("abort");
  const rows = scenarios.map(({ name }) => [name, ...["preview", "from JSON to JSON"].flatMap((what) => [unwinding, aborting].map((of) => figure(of[`${name} ${what}`])))]);
  table("(f) The crate alone, native, by criterion: unwinding, and with panic = \"abort\"", ["scenario", "preview µs", "aborting µs", "from JSON to JSON µs", "aborting µs"], rows);
}

await main(async () => {
  const unknown = positionals.find((name) => !(name in PARTS));
  if (unknown) throw new Failure(`no part is called ${unknown}, only ${Object.keys(PARTS).join(", ")}`);
  await build(await setUp());
  const load = loadavg()[0];
  console.log(`\n${new Date().toISOString().slice(0, 10)} · ${availableParallelism()} cores, ${cpus()[0].model} · Node ${process.versions.node}, V8 ${process.versions.v8} · ${ask("rustc", ["--version"])}`);
  if (load > availableParallelism() / 2) console.log(`The machine is busy (load ${load.toFixed(1)}): of what follows, trust the ratios more than the times.`);
  for (const [name, work] of Object.entries(PARTS)) if (!positionals.length || positionals.includes(name)) await work();
});
