import { HostRefusal, type Confirmed, type Host, type Opening, type RefusalCode, type RefusalDetails } from "./host";

/** The host behind an endpoint. */
export function remoteHost(endpoint: string): Host {
  const base = new URL(endpoint, document.baseURI);

  async function ask<T>(path: string, body: object): Promise<T> {
    const response = await fetch(new URL(path, base), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => undefined);
    const answer: unknown = await response?.json().catch(() => undefined);
    if (response?.ok && answer !== undefined) return answer as T;
    if (isRefusal(answer)) throw new HostRefusal(answer.code, answer);
    // Whether it was carried out is not known: the same key asks again.
    throw new HostRefusal("unreachable", { message: "the server does not answer" });
  }

  return {
    open: (account) => ask<Opening>(`accounts/${account}/open`, {}),
    arrange: (account, arrangement) => ask<Opening>(`accounts/${account}/arrange`, arrangement),
    confirm: (confirmation) => ask<Confirmed>("confirm", confirmation),
  };
}

function isRefusal(answer: unknown): answer is RefusalDetails & { code: RefusalCode } {
  return typeof answer === "object" && answer !== null && "code" in answer && "message" in answer;
}
