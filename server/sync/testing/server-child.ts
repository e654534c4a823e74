import { systemClock } from "../../clock.ts";
import { listen } from "../../listen.ts";
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
const running = await listen(
  {
    port: 0,
    host: "127.0.0.1",
    dataDirectory: "",
    databaseUrl: null,
    backups: null,
    redisUrl: "",
    companyCam: null,
    publicUrl: "http://127.0.0.1:0",
    salesforce: { loginUrl: "", clientId: "", privateKey: "", username: "", oidcClientId: "" },
  },
  () => createTestApp(store, { bus }),
);
process.stdout.write(`${running.config.publicUrl}\n`);
process.on("SIGTERM", () => {
  void closeServer(running.server, () => running.streams.close())
    .then(() => bus.close())
    .then(() => store.close())
    .then(() => process.exit(0));
});
