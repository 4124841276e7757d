import webpack from "webpack";

const context = import.meta.dirname;
// The size has a budget of its own.
webpack({ context, mode: "production", performance: { hints: false }, entry: "./main.js", output: { path: `${context}/dist` } }, (error, stats) => {
  console.log(error ?? stats.toString());
  process.exitCode = error || stats.hasErrors() || stats.hasWarnings() ? 1 : 0;
});
