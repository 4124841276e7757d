// Starts the engine of one name.
import { join } from "node:path";
import { build } from "vite";
import { BROWSERS } from "../../../scripts/browsers.mjs";
import { Page } from "./page.mjs";
import { openPuppet } from "./puppet.mjs";
import { openWebKit } from "./webkit.mjs";

const DESK = { width: 1280, height: 900 };

/** What finds elements in the page, as one expression. */
async function bundleReader() {
  const { output } = (await build({
    configFile: false,
    logLevel: "warn",
    build: { write: false, lib: { entry: join(import.meta.dirname, "reader.js"), formats: ["iife"], name: "readerModule" } },
  }))[0];
  return output[0].code;
}

/** `open` gives a page in which nothing is kept from another one. */
export async function openEngine(name) {
  const [reader, engine] = await Promise.all([bundleReader(), name === "webkit" ? openWebKit() : openPuppet(name)]);
  return {
    title: `${BROWSERS[name].title} ${engine.version}`,
    open: async (size = DESK) => new Page(await engine.open(size), reader),
    close: engine.close,
  };
}
