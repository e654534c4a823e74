import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type Config, listeningOn } from "./config.ts";
import type { AppEnv } from "./identity.ts";
import { type OnReadyAnswer, readyFront, type ReadyTable } from "./ready/ready-front.ts";

type Address = Pick<Config, "host" | "port" | "publicUrl">;

/** What a server answers with. */
export interface Listening {
  readonly app: Hono<AppEnv>;
  /** What is answered before the app is asked. */
  readonly ready: ReadyTable;
  readonly onReadyAnswer?: OnReadyAnswer;
}

/**
 * Starts to listen, then builds the app: with `PORT=0` only a listening server knows its own address, and
 * no request is read before `build` has returned.
 *
 * @throws the system's error when the address is taken or not ours.
 */
export async function listen<C extends Address, E extends Listening>(
  config: C,
  build: (config: C) => E,
): Promise<E & { readonly server: Server; readonly config: C }> {
  const late: { built?: E } = {};
  const app = getRequestListener(
    (request, env) =>
      late.built?.app.fetch(request, env) ?? new Response("starting", { status: 503 }),
    // Requests of HTTP/1.0 need not say whom they ask.
    { hostname: config.host },
  );
  const front = readyFront(
    () => late.built?.ready ?? null,
    (request, response) => void app(request, response),
    (path, status) => late.built?.onReadyAnswer?.(path, status),
  );
  const server = createServer(front);
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
  late.built = built;
  return { ...built, server, config: listening };
}
