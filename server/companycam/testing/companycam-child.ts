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
const address = { port: 0, host: "127.0.0.1", publicUrl: "http://127.0.0.1:0" };
const running = await listen(address, ({ publicUrl }) => {
  const companyCam = startCompanyCam(
    {
      api: "v2",
      apiUrl: url,
      oauthUrl: url,
      access: { by: "token", token: TOKEN },
      webhooks: true,
    },
    { store, cache, redis: null, clock: systemClock, log: silentLog, publicUrl },
  );
  const { connected } = companyCam;
  const tested = createTestApp(store, { cache, clock: systemClock, companyCam: connected });
  const loadApp = () => Promise.resolve(tested.app);
  return { ready: tested.ready, loadApp, companyCam, streams: tested.streams };
});
process.stdout.write(`${running.config.publicUrl}\n`);
process.on("SIGTERM", () => {
  void Promise.all([
    closeServer(running.server, () => running.streams.close()),
    running.companyCam.stop(),
  ])
    .then(() => store.close())
    .then(() => process.exit(0));
});
