import { randomUUID } from "node:crypto";
import { Hono, type MiddlewareHandler } from "hono";
import type { SalesforceReport } from "../shared/health.ts";
import { guard } from "./access/guard.ts";
import { routeTable } from "./access/route-table.ts";
import type { UpstreamCache } from "./cache/upstream-cache.ts";
import type { Clock } from "./clock.ts";
import type { ConnectedCompanyCam } from "./companycam/connected.ts";
import type { Config } from "./config.ts";
import type { AppEnv } from "./identity.ts";
import type { PresenceBoard } from "./live/presence-board.ts";
import { errorFields, type Log } from "./observe/log.ts";
import type { ReadyTable } from "./ready/ready-front.ts";
import { readyHandler } from "./ready/ready-handler.ts";
import { archiveRoutes } from "./routes/archive.ts";
import { calculationRoutes } from "./routes/calculations.ts";
import { companyCamRoutes } from "./routes/companycam.ts";
import { companyCamBytesRoutes } from "./routes/companycam-bytes.ts";
import { companyCamProjectRoutes } from "./routes/companycam-project.ts";
import { companyCamUploadRoutes } from "./routes/companycam-uploads.ts";
import { companyCamWebhookRoutes } from "./routes/companycam-webhook.ts";
import { eventRoutes } from "./routes/events.ts";
import { incomingPhotoRoutes } from "./routes/incoming-photo.ts";
import { presenceRoutes } from "./routes/presence.ts";
import { refuse } from "./routes/refuse.ts";
import { sameOriginWrites } from "./routes/same-origin.ts";
import { salesforceRoutes } from "./routes/salesforce.ts";
import { schemaRoutes } from "./routes/schemas.ts";
import { standingRoutes } from "./routes/standing.ts";
import { syncRoutes } from "./routes/sync.ts";
import { taskRoutes } from "./routes/tasks.ts";
import type { SalesforceClient } from "./salesforce/client.ts";
import { createSalesforceReads } from "./salesforce/reads/salesforce-reads.ts";
import type { ClientFiles } from "./static/client-files.ts";
import { serveClient } from "./static/serve-client.ts";
import { isAway, StoreError } from "./store/store-error.ts";
import type { Store } from "./store/store.ts";
import type { EventStreams } from "./sync/event-streams.ts";
import type { Hub } from "./sync/hub.ts";

export interface AppDependencies {
  readonly config: Pick<Config, "publicUrl">;
  readonly store: Store;
  readonly hub: Hub;
  readonly streams: EventStreams;
  readonly board: PresenceBoard;
  readonly clock: Clock;
  readonly log: Log;
  /** Mounted at `/api/session`. */
  readonly session: Hono;
  /** Sets `identity` or answers 401. */
  readonly authenticate: MiddlewareHandler<AppEnv>;
  readonly salesforce: SalesforceClient;
  readonly salesforceState: () => SalesforceReport;
  /** What is answered from memory, here as at the socket. */
  readonly ready: ReadyTable;
  readonly client: ClientFiles;
  /** For what outside systems are asked. */
  readonly cache: UpstreamCache;
  /** Null: none is configured. */
  readonly companyCam: ConnectedCompanyCam | null;
}

/** The whole server as one function from request to response; `main.ts` gives it a socket. */
export function createApp(dependencies: AppDependencies): Hono<AppEnv> {
  const { config, log, client, authenticate, ready } = dependencies;
  const app = new Hono<AppEnv>();
  for (const guarded of ["/api/*", "/.well-known/*"])
    app.use(
      guarded,
      requestLog(dependencies),
      sameOriginWrites(config.publicUrl),
      guard(routeTable, authenticate),
    );
  for (const [path, resource] of ready) {
    app.get(path, readyHandler(resource));
    if (resource.isForAllOrigins) app.options(path, readyHandler(resource));
  }
  app.route("/api/session", dependencies.session);
  app.route("/api/sync", syncRoutes(dependencies));
  app.route("/api/sync", eventRoutes(dependencies));
  app.route("/api/sync", archiveRoutes(dependencies));
  app.route("/api/sync", presenceRoutes(dependencies));
  app.route("/api/v1", standingRoutes(dependencies));
  app.route("/api/v1", calculationRoutes(dependencies));
  app.route("/api/v1", schemaRoutes(config.publicUrl));
  app.route(
    "/api/v1",
    salesforceRoutes({ ...dependencies, reads: createSalesforceReads(dependencies) }),
  );
  app.route("/api/v1", taskRoutes(dependencies));
  app.route("/api/v1/companycam", companyCamRoutes(dependencies));
  app.route("/api/v1/companycam", companyCamBytesRoutes(dependencies.companyCam));
  app.route("/api/v1/companycam", companyCamUploadRoutes(dependencies));
  app.route("/api/v1", companyCamProjectRoutes(dependencies));
  app.route("/api/v1", incomingPhotoRoutes(dependencies));
  app.route("/api/v1", companyCamWebhookRoutes(dependencies));
  app.get("*", serveClient(client, config.publicUrl));
  app.notFound((context) => refuse(context, "not_found"));
  app.onError((error, context) => {
    if (error instanceof StoreError && error.code === "storage_full") {
      log.error("store.full", { requestId: context.var.requestId });
      return refuse(context, "storage_full");
    }
    if (isAway(error)) {
      log.error("store.away", { requestId: context.var.requestId, ...errorFields(error) });
      return refuse(context, "unavailable");
    }
    log.error("request.failed", { requestId: context.var.requestId, ...errorFields(error) });
    return refuse(context, "internal");
  });
  return app;
}

/** The path without what opens something by itself: the address that CompanyCam fetches a photo from. */
const loggedPath = (path: string): string => path.replace(/(\/photos\/incoming\/).+/, "$1(token)");

/** Numbers each request and says afterwards how it went; the path without its query, which holds secrets. */
const requestLog =
  ({ clock, log }: { clock: Clock; log: Log }): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const requestId = randomUUID();
    const begun = clock.now();
    context.set("requestId", requestId);
    await next();
    context.header("x-request-id", requestId);
    context.header("x-content-type-options", "nosniff");
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
    const { method, path } = context.req;
    log.info("request", {
      requestId,
      method,
      path: loggedPath(path),
      status: context.res.status,
      ms: clock.now() - begun,
    });
  };
