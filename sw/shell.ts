import type { PrecacheEntry } from "workbox-precaching/_types";

/** One file of the built shell: its address and, unless its name says it, what is in it. */
export interface ShellFile {
  readonly url: string;
  readonly revision: string | null;
}

/** Addresses that are answered by the server, never by the shell. */
export const NOT_A_SCREEN: readonly RegExp[] = [/^\/api\//, /^\/__/, /^\/\.well-known\//];

/** The build's list, with every address from the root of the site. */
export function shellFiles(list: readonly (PrecacheEntry | string)[]): readonly ShellFile[] {
  return list.map((entry) => {
    const { url, revision } = typeof entry === "string" ? { url: entry } : entry;
    return { url: new URL(url, "https://shell/").pathname, revision: revision ?? null };
  });
}
