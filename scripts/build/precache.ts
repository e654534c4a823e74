import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getManifest, injectManifest, type ManifestEntry } from "workbox-build";
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
  // The pictures are for whoever is asked whether to install; nobody looks at them with no signal.
  globIgnores: ["sw.js", "screenshots/**"],
  // Vite names these by their content: such a file never changes, and needs no revision.
  dontCacheBustURLsMatching: /^assets\//,
  maximumFileSizeToCacheInBytes: SHELL_MAX_FILE_BYTES,
  // The worker can reckon this one and hold what arrives against it; it cannot Workbox's own, which is an MD5.
  manifestTransforms: [
    (manifest: (ManifestEntry & { size: number })[]) => ({
      manifest: manifest.map((entry) =>
        entry.revision === null
          ? entry
          : { ...entry, revision: revisionOf(readFileSync(join(client, entry.url))) },
      ),
    }),
  ],
});

/** Of a file whose name does not say what is in it: the first 32 hexadecimal digits of its SHA-256. */
const revisionOf = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 32);

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
