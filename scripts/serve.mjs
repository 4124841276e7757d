// `npm start`: the checkout page with its endpoint, at a local address.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { setUp } from "./tools.mjs";

await main(async () => {
  await build(await setUp());
  // Only now is Vite there.
  const { buildPage, buildServer } = await import("./site.mjs");
  await Promise.all([buildPage(), buildServer()]);
  try {
    await import(pathToFileURL(join(root, "target/server/main.mjs")));
  } catch (error) {
    // A port that moves by itself would leave an open tab on another server.
    if (error.code === "EADDRINUSE") throw new Failure(`port ${error.port} is taken: PORT=${error.port + 1} npm start`);
    throw error;
  }
});
