import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { isMessageToWorker } from "../shared/sw-messages.ts";
import { NOT_A_SCREEN, shellFiles } from "./shell.ts";
import { shellStatus } from "./shell-status.ts";

declare const self: ServiceWorkerGlobalScope;

// Events only. Data is not here: it lives in IndexedDB, and /api/ goes to the network untouched.

// The build writes the list of the whole built shell in place of this name.
const files = shellFiles(self.__WB_MANIFEST);

// Every file of the shell is served from the cache first, and there is no cache besides this one: the
// server has the files of its own build only.
precacheAndRoute([...files], { ignoreURLParametersMatching: [/.*/], cleanURLs: false });
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [...NOT_A_SCREEN] }),
);

// The page that installed the worker is controlled at once, so that its first visit is enough.
// An update waits instead until the page asks for it: under an old page, a new shell would have
// thrown away the files the old one still wants to load.
clientsClaim();

self.addEventListener("message", (event) => {
  if (!isMessageToWorker(event.data)) return;
  switch (event.data.type) {
    case "SKIP_WAITING":
      event.waitUntil(self.skipWaiting());
      return;
    case "STATUS": {
      const port = event.ports[0];
      event.waitUntil(shellStatus(files).then((status) => port?.postMessage(status)));
      return;
    }
    case "FORGET": {
      const port = event.ports[0];
      event.waitUntil(forgetCaches().then(() => port?.postMessage(null)));
    }
  }
});

async function forgetCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}
