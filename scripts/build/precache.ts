import { injectManifest } from "workbox-build";

/** Of the 25 MB the worker may ever hold, each of two builds side by side gets this much. */
export const PRECACHE_MAX_BYTES = 3_000_000;
/** One file that fails to arrive fails the whole installation, so none may be large. */
export const PRECACHE_MAX_FILE_BYTES = 500_000;

export interface Precache {
  readonly files: number;
  /** Decoded: what the browser keeps is not what the network carried. */
  readonly bytes: number;
}

/**
 * Writes the list of the built shell into the service worker. Throws when a file or the whole is
 * over its cap: workbox alone would leave such a file out, and the app would be broken offline.
 * @param source the bundled worker, outside `client`
 * @param client the built client; the worker is written there as sw.js
 */
export async function injectPrecache(source: string, client: string): Promise<Precache> {
  const { count, size, warnings } = await injectManifest({
    swSrc: source,
    swDest: `${client}/sw.js`,
    globDirectory: client,
    globPatterns: ["**/*.{html,js,css,woff2,png,svg,webmanifest}"],
    globIgnores: ["sw.js"],
    // Their names carry a hash of what is in them: no revision needed.
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: PRECACHE_MAX_FILE_BYTES,
  });
  if (warnings.length > 0) throw new Error(`precache: ${warnings.join("\n")}`);
  if (size > PRECACHE_MAX_BYTES) {
    throw new Error(`precache: ${size} bytes in ${count} files, the cap is ${PRECACHE_MAX_BYTES}`);
  }
  return { files: count, bytes: size };
}
