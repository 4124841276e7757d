// A plain file server, as anybody would put the built page on: no compression, no rewriting, from a folder of a site.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
const REPORTS = "/reports";

/**
 * Serves folders by their prefix, `/some/deep/path/` for one. `types` overrides the type of an extension, `headers` go with every file,
 * `before(path, response)` may delay an answer or give it itself. What a browser reports of a policy comes to `reports`.
 */
export async function serveFiles(folders, { types = {}, headers = {}, before = async () => {} } = {}) {
  const reports = [];
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === REPORTS) {
      let body = "";
      for await (const part of request) body += part;
      reports.push(body);
      return response.writeHead(204).end();
    }
    requests.push(pathname);
    try {
      await before(pathname, response);
      if (response.writableEnded) return;
      const prefix = Object.keys(folders).find((prefix) => pathname.startsWith(prefix));
      const name = normalize(decodeURIComponent(pathname.slice(prefix.length))) || ".";
      const file = join(folders[prefix], name === "." ? "index.html" : name);
      const type = { ...TYPES, ...types }[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, ...headers }).end(await readFile(file));
    } catch {
      if (!response.headersSent) response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    reports,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The policy that a built page states in its own head. */
export function policyOf(folder) {
  const [, content] = readFileSync(join(folder, "index.html"), "utf8").match(/<meta http-equiv="content-security-policy" content="([^"]+)"/);
  return content.replaceAll("&#39;", "'");
}

/** A policy whose violations come to `reports`. */
export const reported = (policy) => ({ "content-security-policy": `${policy}; report-uri ${REPORTS}` });
