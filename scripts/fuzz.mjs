// `npm run fuzz -- [--seconds N] [target…]`: the fuzz targets, or the named ones, so many seconds each, from the seeds in
// `fuzz/seeds` on. What is learnt stays in `fuzz/corpus`, an input that fails in `fuzz/artifacts`.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { Failure, ask, main, root, run, step } from "./command.mjs";

const CARGO_FUZZ = "0.13.2";
const FOLDER = join(root, `target/tools/cargo-fuzz-${CARGO_FUZZ}`);
const BUILD = join(root, "target/tools/build-fuzz");
const TARGETS = readdirSync(join(root, "fuzz/fuzz_targets")).map((name) => name.replace(/\.rs$/, ""));

await main(async () => {
  const { values, positionals } = parseArgs({ options: { seconds: { type: "string", default: "60" } }, allowPositionals: true });
  const unknown = positionals.find((name) => !TARGETS.includes(name));
  if (unknown) throw new Failure(`no target is called ${unknown}, only ${TARGETS.join(", ")}`);
  if (!/^[1-9]\d*$/.test(values.seconds)) throw new Failure(`--seconds ${values.seconds} is no number of seconds`);

  const isIt = (program) => ask(program, ["fuzz", "--version"])?.split(" ")[1] === CARGO_FUZZ;
  const env = { PATH: [join(FOLDER, "bin"), process.env.PATH].join(delimiter), CARGO_TARGET_DIR: join(root, "target/fuzz") };
  process.env.PATH = env.PATH;
  if (!isIt("cargo")) {
    await step(`cargo-fuzz ${CARGO_FUZZ}`, "about a minute", () =>
      run("cargo", ["install", "--locked", "--debug", "--root", FOLDER, "--target-dir", BUILD, `cargo-fuzz@${CARGO_FUZZ}`]));
    rmSync(BUILD, { recursive: true, force: true });
  }

  for (const target of positionals.length ? positionals : TARGETS) {
    const corpus = join(root, "fuzz/corpus", target);
    mkdirSync(corpus, { recursive: true });
    // Nothing here is unsafe, and so no sanitizer is needed, and no nightly Rust.
    const options = [`-max_total_time=${values.seconds}`, "-max_len=20000", "-len_control=20", "-timeout=10", "-print_final_stats=1"];
    await run("cargo", ["fuzz", "run", "--sanitizer", "none", target, corpus, join(root, "fuzz/seeds", target), "--", ...options], { env });
  }
});
