import type { FastifyError } from "fastify";
import { HostRefusal, type RefusalCode } from "../src/host/host";

const status: Record<RefusalCode, number> = {
  amount_changed: 409,
  snapshot_expired: 409,
  catalog_changed: 409,
  subscription_changed: 409,
  already_confirmed: 409,
  in_progress: 409,
  role: 403,
  foreign_origin: 403,
  unanswered: 422,
  not_possible: 422,
  billing: 422,
  payment_declined: 402,
  malformed: 400,
  not_found: 404,
  too_large: 413,
  too_many: 429,
  unreachable: 503,
  failed: 500,
};

const keywords: Record<string, string> = { required: "missing", additionalProperties: "unknown_key", type: "wrong_type" };

export function statusOf({ code }: HostRefusal): number {
  return status[code];
}

/** Whatever went wrong, as a refusal; what nobody foresaw says nothing of the inside. */
export function refusalFor(error: FastifyError | HostRefusal): HostRefusal {
  if (error instanceof HostRefusal) return error;
  if (error.validation) {
    const problems = error.validation.map(({ instancePath, keyword, params, message }) => {
      const key = params["missingProperty"] ?? params["additionalProperty"];
      const path = [...instancePath.split("/").slice(1), ...(key === undefined ? [] : [String(key)])].join(".");
      return { path, code: keywords[keyword] ?? "invalid", message: message ?? keyword };
    });
    return new HostRefusal("malformed", { message: "the request is not understood", problems });
  }
  if (error.statusCode === 413) return new HostRefusal("too_large", { message: "the request is too large" });
  if (error.statusCode === 429) return new HostRefusal("too_many", { message: "too many requests; try again in a minute" });
  if (error.statusCode === 404) return new HostRefusal("not_found", { message: "there is nothing here" });
  if (error.statusCode !== undefined && error.statusCode < 500) return new HostRefusal("malformed", { message: "the request is not understood" });
  return new HostRefusal("failed", { message: "something went wrong here; nothing was changed" });
}
