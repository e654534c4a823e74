import { createServer, type RequestListener, type Server } from "node:http";
import type { Hono } from "hono";
import { type Config, listeningOn } from "./config.ts";
import { type HttpLimits, httpLimits, limitConnections, serverOptions } from "./http-limits.ts";
import type { AppEnv } from "./identity.ts";
import {
  type LimitReadyAnswers,
  type OnReadyAnswer,
  readyFront,
  type ReadyTable,
} from "./ready/ready-front.ts";

type Address = Pick<Config, "host" | "port" | "publicUrl">;

/** What a server answers with. */
export interface Listening {
  /** What is answered before the app is asked, and before it is there. */
  readonly ready: ReadyTable;
  readonly onReadyAnswer?: OnReadyAnswer;
  readonly limitReadyAnswers?: LimitReadyAnswers;
  /** Called once, by the first request that needs the app; that request and those after it wait. */
  readonly loadApp: () => Promise<Hono<AppEnv>>;
}

interface Running {
  readonly server: Server;
  /** The app, which is loaded now if it was not. */
  readonly app: () => Promise<Hono<AppEnv>>;
}

interface Loaded {
  readonly app: Hono<AppEnv>;
  readonly behind: RequestListener;
}

/**
 * Starts to listen, then builds what is answered: with `PORT=0` only a listening server knows its own address, and
 * no request is read before `build` has returned.
 *
 * @throws the system's error when the address is taken or not ours.
 */
export async function listen<C extends Address, E extends Listening>(
  config: C,
  build: (config: C) => E,
  limits: HttpLimits = httpLimits,
): Promise<E & Running & { readonly config: C }> {
  const late: { built?: E; loading?: Promise<Loaded>; behind?: RequestListener } = {};
  const load = async (): Promise<Loaded> => {
    if (late.built === undefined) throw new TypeError("no request is read before there is an app");
    // Not before it is needed: it reads undici and HTTP/2 in, some 40 ms of a start (bench `cold-start`).
    const adapter = import("@hono/node-server");
    const app = await late.built.loadApp();
    const { getRequestListener } = await adapter;
    // Requests of HTTP/1.0 need not say whom they ask.
    const listener = getRequestListener(app.fetch, { hostname: config.host });
    late.behind = (request, response) => void listener(request, response);
    return { app, behind: late.behind };
  };
  const loadOnce = (): Promise<Loaded> => (late.loading ??= load());
  const server = createServer(
    serverOptions(limits),
    readyFront(
      () => late.built?.ready ?? null,
      (request, response) => {
        if (late.behind) return late.behind(request, response);
        loadOnce().then(
          ({ behind }) => behind(request, response),
          // Whoever starts the server hears why; it ends.
          () => response.writeHead(503, { "retry-after": "5", "cache-control": "no-store" }).end(),
        );
      },
      (path, status) => late.built?.onReadyAnswer?.(path, status),
      (request) => late.built?.limitReadyAnswers?.(request) ?? null,
    ),
  );
  limitConnections(server, limits);
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
  return { ...built, server, app: async () => (await loadOnce()).app, config: listening };
}
