import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { type Config, listeningOn } from "./config.ts";
import type { AppEnv } from "./identity.ts";

/**
 * Starts to listen, then builds the app: with `PORT=0` only a listening server knows its own address, and
 * no request is read before `build` has returned.
 *
 * @throws the system's error when the address is taken or not ours.
 */
export async function listen<E extends { readonly app: Hono<AppEnv> }>(
  config: Config,
  build: (config: Config) => E,
): Promise<E & { readonly server: Server; readonly config: Config }> {
  const late: { fetch?: Hono<AppEnv>["fetch"] } = {};
  const server = createAdaptorServer({
    fetch: (request, env) =>
      late.fetch?.(request, env) ?? new Response("starting", { status: 503 }),
  });
  if (!("closeIdleConnections" in server)) throw new TypeError("an HTTP/1.1 server was asked for");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  const listening = listeningOn(config, port);
  const built = build(listening);
  late.fetch = built.app.fetch;
  return { ...built, server, config: listening };
}
