import { defineConfig } from "vite";
import { writeTextTypes } from "../scripts/texts.mjs";

// For the editor; the build itself reads no types.
writeTextTypes();

// `prorata` is the package of this workspace, as it is published: the page takes no other way to the engine than its users do.
export default defineConfig({
  base: "./",
  build: { outDir: "dist", emptyOutDir: true, target: "es2022" },
});
