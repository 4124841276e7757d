// As the tools for workers do: their condition decides the entry, and .wasm stays a module of its own.
const compiledWasm = {
  name: "compiled-wasm",
  enforce: "pre",
  resolveId: (id) => (id.endsWith(".wasm") ? { id: "./prorata_bg.wasm", external: true } : undefined),
};

export default {
  plugins: [compiledWasm],
  build: { ssr: "main.js" },
  ssr: { noExternal: true, target: "webworker", resolve: { conditions: ["workerd"] } },
};
