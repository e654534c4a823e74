/** What runs in a page to fill the worker's caches and to read them. Each has only what is in itself and its argument. */

/** One entry of a cache, read through. */
export interface CachedBody {
  readonly cache: string;
  /** Path and query. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** Until the worker serves this page, and knows whose pictures it may keep. */
export async function arrive(): Promise<void> {
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  const told = new Promise((resolve) => channel.port1.addEventListener("message", resolve));
  channel.port1.start();
  active?.postMessage({ type: "WHO", who: "budget" }, [channel.port2]);
  await told;
}

/** Asks for all of these, three at a time. Returns at once: `answers` tells how far it is. */
export function askForAll(paths: readonly string[]): void {
  const left = [...paths];
  const progress = { answered: 0, failed: 0 };
  Object.assign(globalThis, { progress });
  const askOn = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const isRight = await fetch(path).then(
        async (answer) => answer.ok && (await answer.arrayBuffer()).byteLength > 0,
        () => false,
      );
      progress.answered += 1;
      if (!isRight) progress.failed += 1;
    }
  };
  for (let one = 0; one < 3; one += 1) void askOn();
}

/** How many answers have come since `askForAll`, and how many of them were none. */
export function answers(): { readonly answered: number; readonly failed: number } {
  const progress: unknown = Reflect.get(globalThis, "progress");
  return JSON.parse(JSON.stringify(progress ?? { answered: 0, failed: 0 }));
}

/**
 * Bytes of every body in every cache, with what an entry counts for besides, by cache.
 *
 * @param isAlone with the worker's lock held, so that nothing is written meanwhile; else one sees its steps.
 */
export async function weigh({
  overhead,
  isAlone,
}: {
  readonly overhead: number;
  readonly isAlone: boolean;
}): Promise<Readonly<Record<string, number>>> {
  const read = async (): Promise<Record<string, number>> => {
    const bytes: Record<string, number> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const key = name.includes("precache") ? "shell" : name;
      for (const request of await cache.keys()) {
        const found = await cache.match(request, { ignoreVary: true });
        if (found)
          bytes[key] = (bytes[key] ?? 0) + (await found.arrayBuffer()).byteLength + overhead;
      }
    }
    return bytes;
  };
  return isAlone ? navigator.locks.request("cache-budget", read) : read();
}

/** Every body in every cache, while nothing is written. */
export function readAll(): Promise<CachedBody[]> {
  return navigator.locks.request("cache-budget", async () => {
    const bodies: CachedBody[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const found = await cache.match(request, { ignoreVary: true });
        if (!found) continue;
        const body = await found.arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
        const { pathname, search } = new URL(request.url);
        bodies.push({
          cache: name,
          path: pathname + search,
          bytes: body.byteLength,
          digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join(""),
        });
      }
    }
    return bodies;
  });
}

/** Has the newer build fetched. Resolves when it is there as a whole and waits. */
export async function fetchUpdate(): Promise<boolean> {
  const known = await navigator.serviceWorker.getRegistration();
  await known?.update();
  const arriving = known?.installing;
  if (arriving)
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (arriving.state !== "installing") resolve();
      };
      arriving.addEventListener("statechange", look);
      look();
    });
  return Boolean(known?.waiting);
}

/** The build that waits takes over. */
export async function takeOver(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  const taken = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
  );
  known?.waiting?.postMessage({ type: "SKIP_WAITING" });
  await taken;
}

/** The lengths of what these paths are answered with, or null for one that is not. */
export function lengthsOf(paths: readonly string[]): Promise<(number | null)[]> {
  return Promise.all(
    paths.map((path) =>
      fetch(path).then(
        async (answer) => (await answer.arrayBuffer()).byteLength,
        () => null,
      ),
    ),
  );
}
