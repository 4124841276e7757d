import { preview } from "vite";

/** Serves the files of a folder as they are; calls `use` with the address. */
export async function served(folder, use) {
  const server = await preview({ root: folder, configFile: false, appType: "mpa", logLevel: "error", build: { outDir: "." }, preview: { port: 0 } });
  try {
    return await use(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}
