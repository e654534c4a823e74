import { join } from "node:path";
import { getManifest, injectManifest } from "workbox-build";

/** Of the 25 MB the worker may ever hold, each of two builds side by side gets this much. */
export const PRECACHE_MAX_BYTES = 3_000_000;
/** One file that fails to arrive fails the whole installation, so none may be large. */
export const PRECACHE_MAX_FILE_BYTES = 500_000;

export interface Precache {
  readonly files: number;
  /** Decoded: what the browser keeps, not what the network carries. */
  readonly bytes: number;
}

/** Every file the app needs with no network. */
const shellIn = (client: string) => ({
  globDirectory: client,
  globPatterns: ["**/*.{html,js,css,woff2,png,svg,webmanifest}"],
  globIgnores: ["sw.js"],
  // Vite names these by their content: such a file never changes, and needs no revision.
  dontCacheBustURLsMatching: /^assets\//,
  maximumFileSizeToCacheInBytes: PRECACHE_MAX_FILE_BYTES,
});

/** How much of the tablet the built shell takes. */
export async function measureShell(client: string): Promise<Precache> {
  const { count, size } = await getManifest(shellIn(client));
  return { files: count, bytes: size };
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
  if (size > PRECACHE_MAX_BYTES)
    throw new Error(`The offline shell has ${size} bytes; the cap is ${PRECACHE_MAX_BYTES}`);
  return { files: count, bytes: size };
}
