import { createServer } from "node:http";
import { systemClock } from "../../clock.ts";
import { silentLog } from "../../observe/log.ts";
import { jwksResource } from "../jwks-resource.ts";
import { startKeys } from "../start-keys.ts";
import { readyFront } from "../../ready/ready-front.ts";

/**
 * A process with the keys of the folder in its first argument, for tests that run two of them: `/jwks`, `/sign` for a
 * token, `/verify?<token>` for what it thinks of one. Prints its address when it listens; SIGHUP makes it look.
 */
const folder = process.argv[2] ?? "";
const keys = await startKeys({
  config: { folder, isFolderChosen: true, rotateDays: 0, secret: null },
  ownsData: false,
  clock: systemClock,
  log: silentLog,
});
const table = new Map([["/jwks", jwksResource(() => keys.ring.jwks())]]);
const answer = async (url: string): Promise<string> => {
  if (url === "/sign") {
    const signed = await keys.ring.sign({ sub: "maria" }, { typ: "JWT", ttlMs: 60_000 });
    return signed.ok ? signed.token : signed.error.code;
  }
  const verified = await keys.ring.verify(url.split("?")[1] ?? "", { typ: "JWT" });
  return verified.ok ? "good" : verified.error.code;
};
const server = createServer(
  readyFront(
    () => table,
    (request, response) => {
      void answer(request.url ?? "").then((text) => response.end(text));
    },
    () => undefined,
  ),
);
// A test on a busy machine may be slow to ask again on a connection.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}\n`);
});
process.on("SIGHUP", () => keys.reload());
process.on("SIGTERM", () => process.exit(0));
