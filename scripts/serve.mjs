// `npm start`: the checkout page at a local address.
import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, main, root } from "./command.mjs";
import { setUp } from "./tools.mjs";

await main(async () => {
  await build(await setUp());
  const { createServer } = await import("vite");
  const port = Number(process.env.PORT ?? 5173);
  // A port that moves by itself would leave an open tab on another server.
  const server = await createServer({ root: join(root, "www"), server: { port, strictPort: true } });
  try {
    await server.listen();
  } catch (error) {
    await server.close();
    throw error.message.includes("already in use") ? new Failure(`port ${port} is taken: PORT=${port + 1} npm start`) : error;
  }
  server.printUrls();
});
