/**
 * What the page may load and run, the same from any host: the built page states it itself, the server in its headers.
 * Only WebAssembly is compiled from bytes; no script or style stands in the markup.
 */
export const contentSecurityPolicy: Record<string, string[]> = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["lit-html"],
};

export function policyText(directives: Record<string, string[]>): string {
  return Object.entries(directives).map(([name, values]) => `${name} ${values.join(" ")}`).join("; ");
}
