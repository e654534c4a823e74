/**
 * What `/sw.js` becomes when the operator takes the service worker away: it throws out what the worker kept and goes.
 * Records are not in its caches and stay. No page is loaded again under somebody's hands; the next start of the app
 * comes from the network.
 */
export const KILL_WORKER = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const leave = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(leave());
});
`;
