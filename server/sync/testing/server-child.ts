import { listen } from "../../listen.ts";
import { closeServer } from "../../shutdown.ts";
import { openStore } from "../../store/store.ts";
import { createTestApp } from "./test-app.ts";

/**
 * A server process for tests that kill it: the real app on a real socket over the data directory or the
 * Postgres in its first argument, with the tests' sign-in. Prints its address when it listens.
 */
const [, , place = ""] = process.argv;
const store = await openStore(
  place.startsWith("postgres:") ? { databaseUrl: place } : { directory: place },
);
const running = await listen(
  {
    port: 0,
    host: "127.0.0.1",
    dataDirectory: "",
    databaseUrl: null,
    backups: null,
    publicUrl: "http://127.0.0.1:0",
    salesforce: { loginUrl: "", clientId: "", privateKey: "", username: "", oidcClientId: "" },
  },
  () => createTestApp(store),
);
process.stdout.write(`${running.config.publicUrl}\n`);
process.on("SIGTERM", () => {
  void closeServer(running.server, () => running.streams.close())
    .then(() => store.close())
    .then(() => process.exit(0));
});
