import { listen } from "../../listen.ts";
import { closeServer } from "../../shutdown.ts";
import { openStore } from "../../store/store.ts";
import { createTestApp } from "./test-app.ts";

/**
 * A server process for tests that kill it: the real app on a real socket over the data directory in its
 * first argument, with the tests' sign-in. Prints its address when it listens.
 */
const store = await openStore({ directory: process.argv[2] ?? "" });
const running = await listen(
  {
    port: 0,
    host: "127.0.0.1",
    dataDirectory: "",
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
