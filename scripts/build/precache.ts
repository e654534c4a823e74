import { join } from "node:path";
import { getManifest, injectManifest } from "workbox-build";
import {
  ENTRY_OVERHEAD_BYTES,
  SHELL_MAX_BYTES,
  SHELL_MAX_FILE_BYTES,
} from "../../shared/cache-budget.ts";

export interface Precache {
  readonly files: number;
  /** Decoded: what the browser keeps, not what the network carries. */
  readonly bytes: number;
  /** The same with what the browser keeps beside each file: what counts. */
  readonly charged: number;
}

const precacheOf = (files: number, bytes: number): Precache => ({
  files,
  bytes,
  charged: bytes + files * ENTRY_OVERHEAD_BYTES,
});

/** Every file the app needs with no network. */
const shellIn = (client: string) => ({
  globDirectory: client,
  globPatterns: ["**/*.{html,js,css,woff2,png,svg,webmanifest}"],
  globIgnores: ["sw.js"],
  // Vite names these by their content: such a file never changes, and needs no revision.
  dontCacheBustURLsMatching: /^assets\//,
  maximumFileSizeToCacheInBytes: SHELL_MAX_FILE_BYTES,
});

/** How much of the tablet the built shell takes. */
export async function measureShell(client: string): Promise<Precache> {
  const { count, size } = await getManifest(shellIn(client));
  return precacheOf(count, size);
}

/**
 * Writes the list of the built shell into the service worker, as `client/sw.js`.
 *
 * @param source the bundled worker, outside `client`, which names `self.__WB_MANIFEST` once
 * @throws when a file or the whole is over its cap: Workbox alone would warn and leave the file out, and the app
 *   would not start with no signal
 */
export async function injectPrecache(source: string, client: string): Promise<Precache> {
  const { count, size, warnings } = await injectManifest({
    ...shellIn(client),
    swSrc: source,
    swDest: join(client, "sw.js"),
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  const precache = precacheOf(count, size);
  const { charged } = precache;
  if (charged > SHELL_MAX_BYTES)
    throw new Error(`The offline shell takes ${charged} bytes; the cap is ${SHELL_MAX_BYTES}`);
  return precache;
}
