import { defineConfig } from "vite";
import { writeTextTypes } from "../scripts/texts.mjs";
import { contentSecurityPolicy, policyText } from "./content-security-policy.ts";

// For the editor; the build itself reads no types.
writeTextTypes();

/** First in the head, so that it holds for everything after it. The development server needs more than it allows. */
const statePolicy = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [{ tag: "meta", attrs: { "http-equiv": "content-security-policy", content: policyText(contentSecurityPolicy) }, injectTo: "head-prepend" }],
};

// `prorata` is the package of this workspace, as it is published: the page takes no other way to the engine than its users do.
export default defineConfig({
  // Relative addresses: the page works from any folder of any file server.
  base: "./",
  plugins: [statePolicy],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022" },
});
