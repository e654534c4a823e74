import { UpstreamCache } from "../../cache/upstream-cache.ts";
import { systemClock } from "../../clock.ts";
import { listen } from "../../listen.ts";
import { silentLog } from "../../observe/log.ts";
import { closeServer } from "../../shutdown.ts";
import { openStore } from "../../store/store.ts";
import { createTestApp } from "../../sync/testing/test-app.ts";
import { startCompanyCam } from "../start.ts";
import { TOKEN } from "./local-companycam.ts";

/**
 * A server process for tests that kill it: the real app and the real service over the data directory, or the Postgres, in
 * its first argument, and the CompanyCam in its second. Prints its address when it listens.
 */
const [, , place = "", url = ""] = process.argv;
const store = await openStore(
  place.startsWith("postgres:") ? { databaseUrl: place } : { directory: place },
);
const cache = new UpstreamCache({ clock: systemClock, log: silentLog, redis: null });
const running = await listen(
  {
    port: 0,
    host: "127.0.0.1",
    dataDirectory: "",
    databaseUrl: null,
    backups: null,
    redisUrl: "",
    publicUrl: "http://127.0.0.1:0",
    salesforce: { loginUrl: "", clientId: "", privateKey: "", username: "", oidcClientId: "" },
    companyCam: {
      api: "v2",
      apiUrl: url,
      oauthUrl: url,
      access: { by: "token", token: TOKEN },
      webhooks: true,
    },
  },
  ({ companyCam: config, publicUrl }) => {
    const parts = { store, cache, redis: null, clock: systemClock, log: silentLog, publicUrl };
    const companyCam = config && startCompanyCam(config, parts);
    const connected = companyCam?.connected;
    const app = createTestApp(store, {
      cache,
      clock: systemClock,
      ...(connected && { companyCam: connected }),
    });
    return { ...app, companyCam };
  },
);
process.stdout.write(`${running.config.publicUrl}\n`);
process.on("SIGTERM", () => {
  void Promise.all([
    closeServer(running.server, () => running.streams.close()),
    running.companyCam?.stop(),
  ])
    .then(() => store.close())
    .then(() => process.exit(0));
});
