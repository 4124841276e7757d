// The apps of this folder with the tarball as their dependency, outside the repository, where nothing else can be resolved.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "../../scripts/command.mjs";
import { tarball } from "../../scripts/package.mjs";
import { fingerprint } from "../../scripts/stamp.mjs";

const SOURCE = import.meta.dirname;
const MANIFEST = ["package.json", "package-lock.json"];

const environment = (folder) => ({
  ...process.env,
  PATH: [join(folder, "../node_modules/.bin"), process.env.PATH].join(delimiter),
  NEXT_TELEMETRY_DISABLED: "1",
});

/** Runs a program of an app; what it printed is the result, or the failure. */
export function program(folder, command, ...args) {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd: folder, env: environment(folder) }, (error, stdout, stderr) =>
      error ? reject(new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`)) : resolve(stdout));
  });
}

/** Starts a server of an app; resolves with its port, which it prints, and a way to stop it. */
export function start(folder, command, ...args) {
  const server = spawn(command, args, { cwd: folder, env: environment(folder), stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  const stop = () => {
    server.kill();
    return ended;
  };
  return new Promise((resolve, reject) => {
    // Read to the end: a server whose output is closed falls over.
    server.stdout.setEncoding("utf8").on("data", (text) => {
      const port = text.match(/localhost:(\d+)|"port":(\d+)/);
      if (port) resolve({ port: port[1] ?? port[2], stop });
    });
    ended.then(() => reject(new Error(`${command} ${args.join(" ")} ended before it served`)));
  });
}

/** What the apps are built with takes a quarter of a minute to install: kept in one temporary folder for the next run. */
async function dependencies() {
  const made = fingerprint(MANIFEST.map((name) => `tests/packaging/${name}`), [process.version]);
  const note = join(root, "target/stamps/packaging");
  const [kept, keptMade] = existsSync(note) ? readFileSync(note, "utf8").split("\n") : [];
  if (keptMade === made && existsSync(join(kept, "node_modules"))) return kept;
  if (kept) rmSync(kept, { recursive: true, force: true });

  const folder = realpathSync(mkdtempSync(join(tmpdir(), "prorata-packaging-")));
  for (const name of MANIFEST) cpSync(join(SOURCE, name), join(folder, name));
  // Not `npm ci`: it refuses a lock file without the optional packages of other platforms.
  await program(folder, "npm", "install", "--no-save");
  writeFileSync(note, `${folder}\n${made}`);
  return folder;
}

export async function installApps() {
  const folder = await dependencies();
  for (const name of readdirSync(SOURCE)) {
    if (MANIFEST.includes(name)) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(SOURCE, name), join(folder, name), { recursive: true });
  }
  // npm would keep what is installed of the same version.
  rmSync(join(folder, "node_modules/prorata"), { recursive: true, force: true });
  await program(folder, "npm", "install", "--no-save", tarball);
  return folder;
}
