import { cacheNames, clientsClaim } from "workbox-core";
import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { AREAS, type Area } from "../shared/cache-budget.ts";
import { noPhotos } from "../shared/shared-photos.ts";
import {
  isMessageToWorker,
  type MessageToWorker,
  type ShellStatus,
} from "../shared/sw-messages.ts";
import { Budget } from "./budget.ts";
import { cacheFirst, seldom } from "./cache-first.ts";
import { WorkerDatabase } from "./database.ts";
import { factsIn } from "./facts.ts";
import { ledgerIn } from "./ledger.ts";
import { isHashedFile, isNoPage, isThumbnail } from "./routes.ts";
import { mendShell } from "./mend-shell.ts";
import { NOT_A_SCREEN, type ShellFile, shellFiles } from "./shell.ts";
import { chargeOfAll, makeShellRoom, ShellScale } from "./shell-room.ts";
import { isShareOfFiles, keptShare, takeShare } from "./share.ts";
import { sharedPhotosIn } from "./shared-photo-store.ts";
import { shellStatus } from "./shell-status.ts";
import { storageReport } from "./storage-report.ts";
import { Who } from "./who.ts";

declare const self: ServiceWorkerGlobalScope;

// Events only. Data is not here: it lives in IndexedDB, and all of /api/ but thumbnails goes to the network untouched.

// The build writes the list of the whole built shell in place of this name.
const files = shellFiles(self.__WB_MANIFEST);
const fileAt = (url: string): ShellFile | undefined =>
  files.find((file) => file.url === new URL(url).pathname);

const RUNTIME: Readonly<Record<Area, string>> = { static: "static", images: "images" };
const open = (area: Area): Promise<Cache> => caches.open(RUNTIME[area]);
const openShell = (): Promise<Cache> => caches.open(cacheNames.precache);
const alone = async <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request("cache-budget", work);

const database = new WorkerDatabase(indexedDB);
const facts = factsIn(database);
const photos = sharedPhotosIn(database);
const budget = new Budget({
  open,
  alone,
  limits: AREAS,
  ledger: ledgerIn(database),
  now: Date.now,
});
const who = new Who(facts, budget);
const parts = {
  budget,
  open,
  limits: AREAS,
  fetch: (request: Request) => fetch(request),
  writeTouches: seldom(
    () => budget.writeTouches(),
    Date.now,
    (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  ),
};

// Every file of the shell is served from the cache first.
const scale = new ShellScale();
const shell = new PrecacheController({
  plugins: [
    {
      // A hotel's page that the browser has cached under this address would fail every installation until it runs out.
      fetchDidSucceed: async ({ request, response }) =>
        isNoPage(response) || !isHashedFile(new URL(request.url))
          ? response
          : fetch(new Request(request, { cache: "reload" })),
      cacheWillUpdate: async ({ request, response }) =>
        (await scale.admits(response, fileAt(request.url))) ? response : null,
    },
  ],
});
shell.addToCacheList([...files]);
const addresses = [...shell.getURLsToCacheKeys().values()];
registerRoute(new PrecacheRoute(shell, { ignoreURLParametersMatching: [/.*/], cleanURLs: false }));
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL("/index.html"), {
    denylist: [...NOT_A_SCREEN],
  }),
);
// A tab of an older build may ask for one of its files when the shell is newer already; a CDN may still have it.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isHashedFile(url),
  cacheFirst(parts, { area: "static", inWhoseName: async () => "anybody", isRight: isNoPage }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isThumbnail(url),
  // Past the browser's own cache: there they would lie a second time, after they were freed too.
  cacheFirst(
    { ...parts, fetch: (request) => fetch(request, { cache: "no-store" }) },
    { area: "images", inWhoseName: () => who.here(), isRight: isNoPage },
  ),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isShareOfFiles(url),
  ({ request }) =>
    takeShare(request, { facts, photos, now: Date.now, newId: () => crypto.randomUUID() }),
  "POST",
);

self.addEventListener("install", (event) => {
  event.waitUntil(install(event));
});

async function install(event: ExtendableEvent): Promise<void> {
  const isUpdate = self.registration.active !== null;
  scale.bytes = await makeShellRoom({ cache: await openShell(), facts, addresses, isUpdate });
  await shell.install(event);
  // A build that took over meanwhile has tidied up, and did not know of this one.
  if (!(await status()).complete) throw new Error("The shell is not whole");
  await facts.note({ name: "installed", addresses }).catch(() => undefined);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(activate(event));
});

/** Nothing of other builds stays: neither their files nor caches that only they had. */
async function activate(event: ExtendableEvent): Promise<void> {
  await shell.activate(event);
  const ours = new Set([cacheNames.precache, ...Object.values(RUNTIME)]);
  for (const name of await caches.keys()) if (!ours.has(name)) await caches.delete(name);
  await budget.empty("static").catch(() => undefined);
  await noteActive().catch(() => undefined);
}

async function noteActive(): Promise<void> {
  await facts.note({ name: "active", addresses });
  const installed = await facts.read("installed");
  if (installed?.name === "installed" && isSame(installed.addresses, addresses))
    await facts.forget("installed");
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((address, index) => address === other[index]);

// The page that installed the worker is controlled at once, so that its first visit is enough.
// An update waits instead until the page asks for it: under an old page, a new shell would have
// thrown away the files the old one still wants to load.
clientsClaim();

self.addEventListener("message", (event) => {
  const { data } = event;
  if (!isMessageToWorker(data)) return;
  const port = event.ports[0];
  event.waitUntil(carryOut(data).then((answer) => port?.postMessage(answer)));
});

/** @returns what is answered. */
async function carryOut(message: MessageToWorker): Promise<unknown> {
  switch (message.type) {
    case "SKIP_WAITING":
      return self.skipWaiting();
    case "STATUS":
      // Asked of the worker that serves: what it noted when it took over may have been lost.
      if ((await facts.read("active").catch(() => null)) === undefined) await noteActive();
      return wholeAgain();
    case "STORAGE":
      return storageReport({
        shell: await openShell(),
        addresses,
        entries: () => budget.entries(),
      });
    case "FREE_PHOTOS":
      await budget.empty("images");
      return null;
    case "WHO":
      await becomeSomebody(message.who);
      return null;
    case "SHARED":
      return keptShare(facts);
    case "FORGET_SHARED":
      await facts.forget("shared");
      return null;
    case "SHARED_PHOTOS":
      return photos.list().catch(() => noPhotos);
    case "SHARED_PHOTO":
      return photos.bytes(message.id).catch(() => null);
    case "FORGET_SHARED_PHOTOS":
      await photos.forget(message.ids);
      return null;
    case "FORGET":
      await alone(forgetCaches);
      return null;
  }
}

/** What was shared is for whoever was here, or for whoever signs in to look at it. */
async function becomeSomebody(next: string | null): Promise<void> {
  const before = await who.here();
  if (before !== null && before !== next) {
    await facts.forget("shared");
    await photos.forgetAll();
  }
  await who.become(next);
}

let mending: Promise<void> | null = null;

/** The standing of the shell, after what is missing of it was looked for. */
async function wholeAgain(): Promise<ShellStatus> {
  const before = await status();
  if (before.complete) return before;
  // Once for all windows that ask.
  mending ??= mend().finally(() => (mending = null));
  await mending;
  return status();
}

async function mend(): Promise<void> {
  const cache = await openShell();
  scale.bytes = await chargeOfAll(cache, addresses);
  await mendShell({
    files,
    cache,
    keyOf: (url) => shell.getCacheKeyForURL(url),
    fetch: (request) => fetch(request),
    admits: (response, file) => scale.admits(response, file),
  });
}

const status = () => shellStatus(files, (url) => shell.matchPrecache(url));

async function forgetCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  // After the caches: with no books they are read through before anything is written.
  await database.forget().catch(() => undefined);
}
