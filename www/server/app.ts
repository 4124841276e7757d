import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import serveStatic from "@fastify/static";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import { contentSecurityPolicy } from "../content-security-policy";
import { isExampleId } from "../src/host/account";
import { refuse } from "../src/host/desk";
import { HostRefusal, type Arrangement, type Confirmation } from "../src/host/host";
import type { ExampleId } from "../src/examples";
import type { HostConfiguration } from "../src/host/configuration";
import type { CheckoutDesk } from "./checkout";
import { refusalFor, statusOf } from "./refusals";
import { arrangeBody, confirmBody, openBody, usageBody } from "./requests";
import { refuseForeignOrigins, visitorOf } from "./visitor";

export interface AppSettings {
  desk: CheckoutDesk;
  configuration: HostConfiguration;
  /** The built page. */
  folder: string;
  /** Behind a proxy that ends TLS and says so. */
  trustProxy: boolean;
  requestsPerMinute: number;
}

const mostBytes = 131_072;
/** Names that change with their content are never asked for again. */
const hashed = "public, max-age=31536000, immutable";

/** The page and its endpoint, under one origin. */
export async function buildApp({ desk, configuration, folder, trustProxy, requestsPerMinute }: AppSettings): Promise<FastifyInstance> {
  const app = Fastify({ trustProxy, bodyLimit: mostBytes, ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } } });
  // Only JSON is understood: a form of another site can send nothing else without being asked first.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler((error: FastifyError | HostRefusal, _request, reply) => {
    const refusal = refusalFor(error);
    if (refusal.code === "failed") console.error(error);
    return reply.code(statusOf(refusal)).send({ code: refusal.code, ...refusal.details });
  });
  app.setNotFoundHandler(() => refuse("not_found", { message: "there is nothing here" }));

  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: { ...contentSecurityPolicy, "frame-ancestors": ["'none'"] } }, crossOriginEmbedderPolicy: false, referrerPolicy: { policy: "no-referrer" } });
  await app.register(cookie);
  await app.register(serveStatic, { root: folder, preCompressed: true, cacheControl: false, setHeaders: (reply, path) => void reply.header("cache-control", /[\\/]assets[\\/]/.test(path) ? hashed : "no-cache") });
  app.get("/host.json", { preHandler: fresh }, () => configuration);
  await app.register((api) => addRoutes(api, desk, requestsPerMinute), { prefix: "/api" });
  return app;
}

async function fresh(_request: FastifyRequest, reply: { header: (name: string, value: string) => unknown }): Promise<void> {
  reply.header("cache-control", "no-store");
}

async function addRoutes(api: FastifyInstance, desk: CheckoutDesk, requestsPerMinute: number): Promise<void> {
  await api.register(rateLimit, { max: requestsPerMinute, timeWindow: "1 minute" });
  api.addHook("onRequest", refuseForeignOrigins);
  api.addHook("preHandler", fresh);

  api.post<{ Params: { account: string } }>("/accounts/:account/open", { schema: { body: openBody } }, (request, reply) =>
    desk.open(visitorOf(request, reply), accountOf(request)));
  api.post<{ Params: { account: string } }>("/accounts/:account/arrange", { schema: { body: arrangeBody } }, (request, reply) =>
    desk.arrange(visitorOf(request, reply), accountOf(request), request.body as Arrangement));
  api.post<{ Params: { account: string } }>("/accounts/:account/usage", { schema: { body: usageBody } }, (request, reply) =>
    desk.use(visitorOf(request, reply), accountOf(request), (request.body as { operations: number }).operations));
  api.post("/confirm", { schema: { body: confirmBody } }, (request, reply) => desk.confirm(visitorOf(request, reply), request.body as Confirmation));
}

function accountOf({ params }: FastifyRequest<{ Params: { account: string } }>): ExampleId {
  return isExampleId(params.account) ? params.account : refuse("not_found", { message: "there is no such account" });
}
