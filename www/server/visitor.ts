import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../src/host/desk";
import { opaqueId } from "../src/host/opaque";

const year = 31_536_000;

/** Who is visiting, by a cookie that no script reads. A host of customers has its session here. */
export function visitorOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies["visitor"];
  if (known !== undefined && /^[A-Za-z0-9_-]{32}$/.test(known)) return known;
  const visitor = opaqueId();
  reply.setCookie("visitor", visitor, { httpOnly: true, sameSite: "strict", secure: request.protocol === "https", path: "/", maxAge: year });
  return visitor;
}

/** Writes come from this page alone. Browsers say where a request is from; what is no browser carries no cookie to abuse. */
export async function refuseForeignOrigins(request: FastifyRequest): Promise<void> {
  if (request.method === "GET" || request.method === "HEAD") return;
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign = (site !== undefined && site !== "same-origin") || (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host));
  if (foreign) refuse("foreign_origin", { message: "requests from other sites are refused" });
}
