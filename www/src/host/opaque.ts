/** An id that nobody guesses, where pages have no `randomUUID`, too. */
export function opaqueId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}
