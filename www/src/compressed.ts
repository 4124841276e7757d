/** Documents as text that an address can hold: JSON, deflated, in the base64 of addresses. */

/** Beyond this, chats and mails break links. */
export const mostLetters = 8_000;
/** What a short text may unfold to. */
const mostBytes = 1_000_000;

/** Nothing where the document is too large for an address. */
export async function compress(document: unknown): Promise<string | undefined> {
  const stream = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  if (bytes.length > mostLetters) return undefined;
  const letters = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return letters.length > mostLetters ? undefined : letters;
}

/** Nothing where the text is no such document: it comes from an address, and anybody can write one. */
export async function decompress(letters: string): Promise<unknown> {
  if (letters.length > mostLetters) return undefined;
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const text = await firstOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads no further than the limit: a few letters can unfold to gigabytes. */
async function firstOf(stream: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, size] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
