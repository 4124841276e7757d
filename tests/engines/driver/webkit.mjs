// WebKitGTK's small browser by WebDriver, on a display of its own that nobody sees.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Builder, Capabilities, Key } from "selenium-webdriver";
import { findBrowser } from "../../../scripts/browsers.mjs";

/** How long a session may take to begin: now and then one never does. */
const PATIENCE = 20_000;

export async function openWebKit() {
  const [driverPath, screenPath] = await findBrowser("webkit");
  const screen = spawn(screenPath, ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [display] = await once(screen.stdio[3], "data");
  const env = { ...process.env, DISPLAY: `:${String(display).trim()}`, GDK_BACKEND: "x11", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", LANGUAGE: "en_US" };
  const begin = () => beginSession(driverPath, env);
  const close = () => ended(screen);
  try {
    const first = await begin();
    const version = (await first.session.getCapabilities()).getBrowserVersion();
    await first.end();
    return { version, open: async (size) => hands(await begin(), size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ended(child) {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** A driver of its own for each session, so that nothing is kept from one to the next, and one that hangs is given up. */
async function beginSession(driverPath, env, attempts = 3) {
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], { stdio: "ignore", env });
  const deadline = new AbortController();
  try {
    const session = await Promise.race([connect(`http://127.0.0.1:${port}`), late(deadline.signal)]);
    const end = async () => {
      await session.quit();
      await ended(driver);
    };
    return { session, end };
  } catch (error) {
    await ended(driver);
    if (attempts === 1) throw error;
    return beginSession(driverPath, env, attempts - 1);
  } finally {
    deadline.abort();
  }
}

async function late(signal) {
  await wait(PATIENCE, undefined, { signal });
  throw new Error(`WebKitGTK did not start within ${PATIENCE / 1000} s`);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The driver takes a moment until it listens. */
async function connect(server) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Builder().disableEnvironmentOverrides().usingServer(server).withCapabilities(new Capabilities({ browserName: "MiniBrowser" })).build();
    } catch (error) {
      if (attempt === 20) throw error;
      await wait(100);
    }
  }
}

async function hands({ session, end }, { width, height }) {
  const resize = async (width, height) => {
    await session.manage().window().setRect({ x: 0, y: 0, width, height });
    // The window has a frame; the page gets what was asked for.
    const [wide, high] = await session.executeScript("return [innerWidth, innerHeight]");
    await session.manage().window().setRect({ x: 0, y: 0, width: 2 * width - wide, height: 2 * height - high });
  };
  await resize(width, height);
  const run = (work, ...given) => session.executeScript(work, ...given);
  return {
    goto: (address) => session.get(address),
    run,
    element: run,
    click: (element) => element.click(),
    type: (element, text) => element.sendKeys(text),
    press: (key) => session.actions().sendKeys(KEYS[key] ?? key).perform(),
    resize,
    picture: async () => Buffer.from(await session.takeScreenshot(), "base64"),
    close: end,
  };
}

const KEYS = { Tab: Key.TAB, Enter: Key.ENTER, Space: Key.SPACE, Escape: Key.ESCAPE, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT };
