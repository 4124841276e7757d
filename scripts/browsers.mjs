// The browsers that tests drive: each the one that is there, or else the first that can be installed.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure, run, step } from "./command.mjs";

/**
 * `programs`: all that have to be there, each by the names that it has; the first one's place can be named by `variable`.
 * `elsewhere` resolves with places beside PATH. `packages` are Debian's.
 */
export const BROWSERS = {
  chromium: {
    title: "Chromium",
    variable: "PRORATA_CHROMIUM",
    programs: [["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]],
    elsewhere: async () => [(await import("playwright-core")).chromium.executablePath(), "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    packages: ["chromium"],
  },
  firefox: {
    title: "Firefox",
    variable: "PRORATA_FIREFOX",
    programs: [["firefox-esr", "firefox"]],
    elsewhere: async () => ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: ["firefox-esr"],
  },
  webkit: {
    title: "WebKitGTK",
    variable: "PRORATA_WEBKIT_DRIVER",
    // It has no headless mode: it gets a display of its own that nobody sees.
    programs: [["WebKitWebDriver"], ["Xvfb"]],
    elsewhere: async () => [],
    packages: ["webkit2gtk-driver", "xvfb"],
  },
};

/** The paths of a browser's programs, in their order, or `undefined` where one is missing. */
export async function findBrowser(name) {
  const { variable, programs, elsewhere } = BROWSERS[name];
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Failure(`${variable} names no file: ${named}`);
  const folders = process.env.PATH.split(delimiter);
  const beside = await elsewhere();
  const paths = programs.map((names, index) => {
    const onPath = folders.flatMap((folder) => names.map((program) => join(folder, program)));
    return (index === 0 ? [...(named ? [named] : []), ...beside, ...onPath] : onPath).find((path) => existsSync(path));
  });
  return paths.every(Boolean) ? paths : undefined;
}

/** Finds a browser, or installs it where that needs nobody's leave, or names the command. */
export async function setUpBrowser(name, firstTry) {
  if (await findBrowser(name)) return;
  const { title, variable, packages } = BROWSERS[name];
  const debian = existsSync("/etc/debian_version");
  if (firstTry) await attempt(...firstTry);
  if (!(await findBrowser(name)) && debian && process.getuid() === 0) {
    await attempt(`${title} by apt-get`, async () => {
      await run("apt-get", ["update"]);
      await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env: { DEBIAN_FRONTEND: "noninteractive" } });
    });
  }
  if (await findBrowser(name)) return;
  const command = `sudo apt-get install -y ${packages.join(" ")}`;
  throw new Failure(`the tests need ${title}: ${debian ? command : `install it, or name it in ${variable} (on Debian: ${command})`}`);
}

/** Another way may follow. */
function attempt(what, install) {
  return step(what, "about a minute", install).catch((error) => console.log(`✗ ${error.message}`));
}
