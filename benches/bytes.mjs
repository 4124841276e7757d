// What a visitor downloads.
import { bundleAll, bytes, candidates } from "./bundles.mjs";
import { table, times } from "./measure.mjs";

await bundleAll();
const shown = (value) => value.toLocaleString("en-US");
const totals = {};
const rows = candidates.flatMap((name) => {
  const files = bytes(name);
  const sum = (key) => files.reduce((total, file) => total + file[key], 0);
  totals[name] = { file: "together", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
  const listed = files.length > 1 ? [...files, totals[name]] : files;
  return listed.map(({ file, raw, gzip, brotli }) => [`${name}, ${file}`, shown(raw), shown(gzip), shown(brotli)]);
});
const ratio = (key) => times(totals.prorata[key] / totals.peer[key]);
rows.push(["prorata is larger by", ratio("raw"), ratio("gzip"), ratio("brotli")]);
table("(g) Bytes, bundled and minified by Vite", ["", "raw", "gzip", "brotli"], rows);
