using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = (
    compatibilityDate = "2026-01-01",
    modules = [
      (name = "main.js", esModule = embed "dist/main.js"),
      (name = "prorata_bg.wasm", wasm = embed "../node_modules/prorata/dist/prorata_bg.wasm"),
    ],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
