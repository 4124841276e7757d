import type { Account, Opened, Opening } from "./host";

/** What somebody sees of an account: all of it, or only whom to ask. */
export function openingOf(account: Account, version: number, open: (role: Opened["role"]) => Opened): Opening {
  const { role, people } = account;
  if (role !== "member") return open(role);
  return { role, version, administrators: people.filter((person) => person.role !== "member").map(({ name }) => name) };
}
