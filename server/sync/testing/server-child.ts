import { systemClock } from "../../clock.ts";
import { listen } from "../../listen.ts";
import { unlimited } from "../../limits/limits.ts";
import { openBus } from "../../live/open-bus.ts";
import { silentLog } from "../../observe/log.ts";
import { closeServer } from "../../shutdown.ts";
import { openStore } from "../../store/store.ts";
import { createTestApp } from "./test-app.ts";

/**
 * A server process for tests that kill it: the real app on a real socket over the data directory or the
 * Postgres in its first argument, and the Redis in its second, with the tests' sign-in. Prints its address when it listens.
 */
const [, , place = "", redisUrl = ""] = process.argv;
const store = await openStore(
  place.startsWith("postgres:") ? { databaseUrl: place } : { directory: place },
);
const bus = await openBus({ store, clock: systemClock, log: silentLog, redisUrl });
// Its five hundred tablets are one person.
const tested = createTestApp(store, { bus, limits: unlimited });
const address = { port: 0, host: "127.0.0.1", publicUrl: "http://127.0.0.1:0" };
const running = await listen(address, () => ({
  ready: tested.ready,
  loadApp: () => Promise.resolve(tested.app),
}));
process.stdout.write(`${running.config.publicUrl}\n`);
process.on("SIGTERM", () => {
  void closeServer(running.server, () => tested.streams.close())
    .then(() => bus.close())
    .then(() => store.close())
    .then(() => process.exit(0));
});
