// Other programs, run in one way; and failures that one line tells.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** A failure that its message tells whole: shown without a stack trace. */
export class Failure extends Error {}

/** Runs a program, in sight unless told, and resolves with all that it printed. */
export function run(command, args, { env = {}, cwd = root, quiet = false } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const [from, to] of [[child.stdout, process.stdout], [child.stderr, process.stderr]]) {
    from.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (!quiet) to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new Failure(`${command} could not be started`)));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(output);
      reject(Object.assign(new Failure(`${[command, ...args].join(" ")} failed (${signal ?? code})`), { output }));
    });
  });
}

/** What a program prints, or `undefined` where it is missing or fails. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** npm, the one that started this script where there is one: started through Node, since Windows has no executable of that name. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith("npm-cli.js") ? run(process.execPath, [cli, ...args], options) : run("npm", args, options);
}

/** Does a piece of set-up, saying what it is and how long it takes. */
export async function step(what, usual, work) {
  console.log(`→ ${what} (${usual})`);
  const start = performance.now();
  await work();
  console.log(`✓ ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** The body of a script: failures end it with one line. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Failure ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
