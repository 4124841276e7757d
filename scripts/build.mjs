// `npm run build`: the package (pkg/dist: the engine as WebAssembly, and the JavaScript that talks to it) and the checkout
// page (www/dist), or with `package` the package alone.
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure, ask, main, root, run, step } from "./command.mjs";
import { named } from "./order.mjs";
import { fingerprint, once } from "./stamp.mjs";
import { setUp } from "./tools.mjs";

const WASM = "pkg/dist/prorata_bg.wasm";
/** What the engine imports, and its functions and classes. */
const GLUE = "pkg/dist/prorata_bg.js";
/** The same bytes as a module, for hosts that read no files. */
const INLINE = "pkg/dist/prorata_inline.js";

/** Takes out what only words a failure. */
const LINKER = join(root, "scripts/linker.mjs");

/** The lowest kilobyte of the memory is the end of the stack: no address lies there. A function with one caller stays one. */
const SMALLEST = ["-Oz", "--converge", "--low-memory-unused", "-ocimfs", "0", "--skip-pass=local-cse", "--strip-producers"];
const ORDERED = ["--reorder-functions-by-name", "--strip-target-features"];

/** So that large functions stay apart, though each may have one caller only: in one, nearly every place on the stack is too
 * far from its end for one byte. An instruction counts four times as much as it does otherwise, a call twice. */
const APART = ["-Cllvm-args=-inline-instr-cost=20", "-Cllvm-args=-inline-call-penalty=60"];

export async function build(env) {
  checkVersion();
  copyFileSync(join(root, "LICENSE"), join(root, "pkg/LICENSE"));
  const made = fingerprint(["src", "wasm", "Cargo.toml", "Cargo.lock", "scripts/build.mjs", "scripts/linker.mjs", "scripts/order.mjs", "scripts/sections.mjs", "scripts/snip.mjs", "scripts/tools.mjs"], [ask("rustc", ["--version"])]);
  await once("wasm", made, [GLUE, WASM, INLINE], () =>
    step("WebAssembly", "3 to 30 s", async () => {
      // Built aside and put in place whole, so that whoever uses the package meanwhile has the old one or the new one.
      const aside = `target/package-${process.pid}`;
      await run("wasm-pack", ["build", "wasm", "--target", "bundler", "--release", "--mode", "no-install", "--no-pack", "--no-gitignore",
        "--no-typescript", "--out-dir", `../${aside}`, "--out-name", "prorata"], { env: { ...env, CARGO_ENCODED_RUSTFLAGS: [...APART, ...hidePaths()].join("\x1f"), CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: LINKER } });
      const file = join(root, aside, basename(WASM));
      await run("wasm-opt", [...SMALLEST, file, "-o", file], { env });
      writeFileSync(file, named(readFileSync(file)));
      await run("wasm-opt", [...ORDERED, file, "-o", file], { env });
      const wasm = readFileSync(file);
      await check(wasm);
      writeFileSync(join(root, aside, basename(INLINE)), `export default "${wasm.toString("base64")}";\n`);
      // It would load the engine as one kind of bundlers do; each entry of a host loads it in the host's own way.
      rmSync(join(root, aside, "prorata.js"));
      rmSync(join(root, "pkg/dist"), { recursive: true, force: true });
      renameSync(join(root, aside), join(root, "pkg/dist"));
    }));
}

/** The package is of the engine's version. */
function checkVersion() {
  const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
  for (const manifest of ["Cargo.toml", "wasm/Cargo.toml"]) {
    const engine = readFileSync(join(root, manifest), "utf8").match(/^version = "(.+)"/m)[1];
    if (engine !== version) throw new Failure(`${manifest} has version ${engine}, pkg/package.json ${version}: make them the same`);
  }
}

/** Folders of this machine whose names must not end up in what is published. */
function localPaths() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  return { project: root.replace(/\/$/, ""), cargo, rust: ask("rustc", ["--print", "sysroot"]) };
}

function hidePaths() {
  return Object.entries(localPaths()).map(([name, path]) => `--remap-path-prefix=${path}=/${name}`);
}

async function check(wasm) {
  // Only wasm-opt drops the section of names.
  if (WebAssembly.Module.customSections(await WebAssembly.compile(wasm), "name").length) throw new Failure("wasm-opt did not run on the WebAssembly");
  for (const path of [...Object.values(localPaths()), homedir()]) if (wasm.includes(path)) throw new Failure(`the WebAssembly names a folder of this machine: ${path}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await build(await setUp());
    if (process.argv[2] === "package") return;
    // Only now is Vite there.
    const { buildPage } = await import("./site.mjs");
    await buildPage();
    console.log("pkg is the package, www/dist the page: any file server will do, from any folder.");
  });
}
