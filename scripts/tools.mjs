// Set-up: everything that building needs beside cargo and Node. Only `node:` imports, since nothing is installed yet.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, ask, npm, root, run, step } from "./command.mjs";
import { fingerprint, once } from "./stamp.mjs";

const WASM_PACK = "0.15.1";
const WASM = "wasm32-unknown-unknown";
/** Where both tools are compiled, so that what they share is compiled once. */
const BUILD = join(root, "target/tools/build");
const GET_RUST = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y";

/** Resolves with the environment in which the tools are found. */
export async function setUp() {
  checkNode();
  checkRust();
  await installPackages();
  await addToRust("target", WASM, existsSync(ask("rustc", ["--print", "target-libdir", "--target", WASM]) ?? ""));
  const folders = [
    // The tool must be of the very version that the crate is locked to.
    await installTool("wasm-bindgen-cli", "wasm-bindgen", lockedVersion("wasm-bindgen")),
    await installTool("wasm-pack", "wasm-pack", WASM_PACK),
  ];
  rmSync(BUILD, { recursive: true, force: true });
  return { PATH: [...folders, join(root, "node_modules/.bin"), process.env.PATH].join(delimiter) };
}

/** What `cargo fmt` and `cargo clippy` need, which a minimal toolchain leaves out. */
export async function setUpLints() {
  await addToRust("component", "rustfmt", ask("cargo", ["fmt", "--version"]));
  await addToRust("component", "clippy", ask("cargo", ["clippy", "--version"]));
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  // From these on `require()` loads modules, and Vite runs.
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Failure(`Node ${process.versions.node} is too old (20.19 or 22.12 is the least): nvm install 22`);
}

function checkRust() {
  const found = ask("rustc", ["--version"])?.match(/\d+\.\d+/)?.[0];
  if (!found || !ask("cargo", ["--version"])) throw new Failure(`cargo is missing: ${GET_RUST}`);
  const least = readFileSync(join(root, "Cargo.toml"), "utf8").match(/^rust-version = "(\d+\.\d+)"/m)[1];
  if (Number(found.split(".")[1]) < Number(least.split(".")[1])) throw new Failure(`Rust ${found} is too old (${least} is the least): rustup update stable`);
  if (process.platform === "linux" && !ask("cc", ["--version"])) throw new Failure("Rust has no C linker: sudo apt-get install -y gcc libc6-dev");
}

function installPackages() {
  return once("npm", fingerprint(["package.json", "package-lock.json"]), ["node_modules/.package-lock.json"], () =>
    step("npm packages", "about 10 s", () => npm(["ci"])));
}

async function addToRust(kind, name, present) {
  if (present) return;
  if (!ask("rustup", ["--version"])) throw new Failure(`this Rust has no ${kind} ${name}, and no rustup to add it: ${GET_RUST}`);
  await step(`Rust ${kind} ${name}`, "about 10 s", () => run("rustup", [kind, "add", name]));
}

function lockedVersion(name) {
  return readFileSync(join(root, "Cargo.lock"), "utf8").match(new RegExp(`name = "${name}"\\nversion = "(.+?)"`))[1];
}

/** Builds a tool unless one of this very version is there; resolves with the folder to look in first. */
async function installTool(crate, program, version) {
  const folder = join(root, `target/tools/${crate}-${version}`);
  const isIt = (path) => ask(path, ["--version"])?.split(" ")[1] === version;
  if (!isIt(join(folder, "bin", program)) && !isIt(program)) {
    // `--debug` builds four times as fast, and the tool works as fast.
    await step(`${crate} ${version}`, "about a minute", () =>
      run("cargo", ["install", "--locked", "--debug", "--root", folder, "--target-dir", BUILD, `${crate}@${version}`]));
  }
  return join(folder, "bin");
}
