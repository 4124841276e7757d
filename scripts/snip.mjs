// Takes out of WebAssembly what is never called: closures for JavaScript, and what only words a failure. Such code ends in a trap with or without its words, which nobody
// reads: no message of a panic leaves the engine, and serde-wasm-bindgen, which would name a value of a wrong type with
// all of float formatting, is given bytes and nothing else.
import binaryen from "binaryen";

const WORDING = [
  /^core(\[\w+\])?::panicking::/,
  /^core(\[\w+\])?::(option|result)::(unwrap|expect)_failed/,
  /^core(\[\w+\])?::(slice::index::slice_index_fail|str::slice_error_fail|cell::panic_already)/,
  /^alloc(\[\w+\])?::(raw_vec::(handle_error|capacity_overflow)|alloc::handle_alloc_error)/,
  /^std(\[\w+\])?::panicking::/,
  /^<f(32|64) as core(\[\w+\])?::fmt::/,
  /^<serde_core(\[\w+\])?::de::(Unexpected|WithDecimalPoint) as /,
  /^<T as serde_core(\[\w+\])?::de::Expected>::fmt/,
  /^<wasm_bindgen(\[\w+\])?::JsValue as core(\[\w+\])?::fmt::Debug>/,
];
/** None is made, but their addresses are taken. */
const CLOSURES = [/^wasm_bindgen(\[\w+\])?::convert::closures::/, /^js_sys(\[\w+\])?::futures::/];

/** The same module, with names, where the bodies of such functions are a trap. */
export function snip(wasm) {
  const module = binaryen.readBinary(wasm);
  const names = Array.from({ length: module.getNumFunctions() }, (_, index) => binaryen.getFunctionInfo(module.getFunctionByIndex(index)).name);
  const wording = names.filter((name) => WORDING.some((pattern) => pattern.test(name)));
  // The names are those of one compiler: another may have others.
  if (wording.length < 10) throw new Error(`only ${wording.length} functions that word a failure were found by name`);
  const closures = names.filter((name) => CLOSURES.some((pattern) => pattern.test(name)));
  for (const name of [...wording, ...closures]) binaryen.Function(module.getFunction(name)).setBody(module.unreachable());
  binaryen.setDebugInfo(true);
  return module.emitBinary();
}
