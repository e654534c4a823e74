import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Of the 25 MB the worker may ever hold, each of two builds side by side gets this much. */
export const PRECACHE_MAX_BYTES = 3_000_000;
/** One file that fails to arrive fails the whole installation, so none may be large. */
export const PRECACHE_MAX_FILE_BYTES = 500_000;

const SHELL = "**/*.{html,js,css,woff2,png,svg,webmanifest}";
/** Vite names what is in here by its content: such a file never changes, and needs no revision. */
const HASHED = "assets/";
const PLACE = "self.__WB_MANIFEST";

/** One file of the shell as workbox-precaching wants it listed. */
export interface ShellEntry {
  readonly url: string;
  readonly revision: string | null;
  /** Decoded: what the browser keeps, not what the network carries. */
  readonly bytes: number;
}

export interface Precache {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes the list of the built shell into the service worker, as `client/sw.js`. This is the one
 * thing we would use workbox-build for, and it would bring 240 packages with it.
 * @param source the bundled worker, outside `client`
 * @throws when a file or the whole is over its cap
 */
export function injectPrecache(source: string, client: string): Precache {
  const entries = listShell(client);
  checkCaps(entries);
  const list = entries.map(({ url, revision }) => ({ url, revision }));
  const parts = readFileSync(source, "utf8").split(PLACE);
  const [before, after] = parts;
  if (before === undefined || after === undefined || parts.length !== 2) {
    throw new Error(`The worker names ${PLACE} ${parts.length - 1} times; once is right`);
  }
  writeFileSync(join(client, "sw.js"), before + JSON.stringify(list) + after);
  return { files: entries.length, bytes: total(entries) };
}

/** Every file the app needs with no network, in a stable order. */
export function listShell(client: string): readonly ShellEntry[] {
  return globSync(SHELL, { cwd: client })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path !== "sw.js")
    .toSorted()
    .map((url) => {
      const content = readFileSync(join(client, url));
      const revision = createHash("sha256").update(content).digest("hex").slice(0, 16);
      return { url, revision: url.startsWith(HASHED) ? null : revision, bytes: content.length };
    });
}

/** Throws, naming the file or the sum, when the shell is larger than a tablet should have to keep. */
export function checkCaps(entries: readonly ShellEntry[]): void {
  for (const { url, bytes } of entries) {
    if (bytes <= PRECACHE_MAX_FILE_BYTES) continue;
    throw new Error(`${url} has ${bytes} bytes; the cap for a file is ${PRECACHE_MAX_FILE_BYTES}`);
  }
  const bytes = total(entries);
  if (bytes <= PRECACHE_MAX_BYTES) return;
  throw new Error(`The offline shell has ${bytes} bytes; the cap is ${PRECACHE_MAX_BYTES}`);
}

function total(entries: readonly ShellEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}
