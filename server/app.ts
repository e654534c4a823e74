import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { SalesforceReport } from "../shared/health.ts";
import { guard } from "./access/guard.ts";
import { routeMatcher } from "./access/match-route.ts";
import { routeTable } from "./access/route-table.ts";
import type { UpstreamCache } from "./cache/upstream-cache.ts";
import type { Clock } from "./clock.ts";
import type { ConnectedCompanyCam } from "./companycam/connected.ts";
import type { Config } from "./config.ts";
import type { AppEnv } from "./identity.ts";
import { clientAddress } from "./limits/client-address.ts";
import type { Limits } from "./limits/limits.ts";
import { limitByAddress, limitByPerson } from "./limits/rate-limits.ts";
import type { PresenceBoard } from "./live/presence-board.ts";
import { createBodyBudget } from "./memory/body-budget.ts";
import { boundBodies } from "./memory/bound-bodies.ts";
import type { MemoryWatch } from "./memory/memory-watch.ts";
import { turnAwayWhenFull } from "./memory/turn-away.ts";
import type { Audit } from "./observe/audit.ts";
import { errorFields, type Log } from "./observe/log.ts";
import type { Observe } from "./observe/observation.ts";
import { requestLog } from "./observe/request-log.ts";
import { traceRequests } from "./observe/trace-requests.ts";
import type { ReadyTable } from "./ready/ready-front.ts";
import { readyHandler } from "./ready/ready-handler.ts";
import { archiveRoutes } from "./routes/archive.ts";
import { calculationRoutes } from "./routes/calculations.ts";
import { companyCamRoutes } from "./routes/companycam.ts";
import { companyCamBytesRoutes } from "./routes/companycam-bytes.ts";
import { companyCamProjectRoutes } from "./routes/companycam-project.ts";
import { companyCamUploadRoutes } from "./routes/companycam-uploads.ts";
import { companyCamWebhookRoutes } from "./routes/companycam-webhook.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { eventRoutes } from "./routes/events.ts";
import { incomingPhotoRoutes } from "./routes/incoming-photo.ts";
import { memoryRoutes } from "./routes/memory.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { presenceRoutes } from "./routes/presence.ts";
import { refuse } from "./routes/refuse.ts";
import { sameOriginWrites } from "./routes/same-origin.ts";
import { salesforceRoutes } from "./routes/salesforce.ts";
import { schemaRoutes } from "./routes/schemas.ts";
import { standingRoutes } from "./routes/standing.ts";
import { syncRoutes } from "./routes/sync.ts";
import { vitalsRoutes } from "./routes/vitals.ts";
import { cookiesFor } from "./session/cookies.ts";
import { taskRoutes } from "./routes/tasks.ts";
import type { SalesforceClient } from "./salesforce/client.ts";
import { createSalesforceReads } from "./salesforce/reads/salesforce-reads.ts";
import type { ClientFiles } from "./static/client-files.ts";
import type { KeptAssets } from "./static/kept-assets.ts";
import { SHARE_ADDRESS } from "../shared/shared-file.ts";
import { notShared } from "./static/not-shared.ts";
import { serveClient } from "./static/serve-client.ts";
import { isAway, StoreError } from "./store/store-error.ts";
import type { Store } from "./store/store.ts";
import type { EventStreams } from "./sync/event-streams.ts";
import type { Hub } from "./sync/hub.ts";

export interface AppDependencies {
  readonly config: Pick<Config, "publicUrl" | "trustedProxy" | "killServiceWorker">;
  readonly store: Store;
  readonly hub: Hub;
  readonly streams: EventStreams;
  readonly board: PresenceBoard;
  readonly clock: Clock;
  readonly log: Log;
  /** Mounted at `/api/session`. */
  readonly session: Hono<AppEnv>;
  /** Sets `identity` or answers 401. */
  readonly authenticate: MiddlewareHandler<AppEnv>;
  readonly salesforce: SalesforceClient;
  readonly salesforceState: () => SalesforceReport;
  /** What is answered from memory, here as at the socket. */
  readonly ready: ReadyTable;
  readonly client: ClientFiles;
  readonly kept: KeptAssets;
  /** For what outside systems are asked. */
  readonly cache: UpstreamCache;
  /** Null: none is configured. */
  readonly companyCam: ConnectedCompanyCam | null;
  readonly observe: Observe;
  readonly limits: Limits;
  readonly memory: MemoryWatch;
  readonly audit: Audit;
  /** Told of each request that begins; calls the answer when it has ended. */
  readonly begin: () => () => void;
  /** In Prometheus' text format; null while nobody counts yet. */
  readonly metricsText: () => Promise<string | null>;
}

/** The whole server as one function from request to response; `main.ts` gives it a socket. */
export function createApp(dependencies: AppDependencies): Hono<AppEnv> {
  const { config, log, client, kept, authenticate, ready, memory } = dependencies;
  const { publicUrl, trustedProxy } = config;
  const { device } = cookiesFor(publicUrl);
  const limiting = {
    ...dependencies,
    addressOf: (context: Context<AppEnv>) =>
      clientAddress({ header: (name) => context.req.header(name), env: context.env }, trustedProxy),
    deviceOf: (context: Context<AppEnv>) => device.read(context),
  };
  const rails = [
    requestLog({
      ...dependencies,
      publicUrl,
      match: routeMatcher(routeTable),
      isProxyTrusted: trustedProxy !== null,
    }),
    traceRequests(trustedProxy !== null),
    turnAwayWhenFull({ ...dependencies, level: () => memory.level() }),
    limitByAddress(limiting),
    sameOriginWrites(publicUrl),
    guard(routeTable, authenticate),
    limitByPerson(limiting),
    boundBodies({ ...limiting, budget: createBodyBudget(memory) }),
  ] as const;
  const app = new Hono<AppEnv>();
  for (const guarded of ["/api/*", "/.well-known/*"]) app.use(guarded, ...rails);
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
  app.route("/api/v1", deviceRoutes(dependencies));
  app.route("/api/v1", schemaRoutes(publicUrl));
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
  app.route("/api", memoryRoutes(dependencies));
  app.route("/api", metricsRoutes(dependencies));
  app.route("/api", vitalsRoutes(dependencies));
  app.post(SHARE_ADDRESS, notShared);
  app.get("*", serveClient(client, { publicUrl, kept, killSw: config.killServiceWorker }));
  app.notFound((context) => refuse(context, "not_found"));
  app.onError((error, context) => {
    const asked = { requestId: context.var.requestId, route: context.var.route?.path };
    if (error instanceof StoreError && error.code === "storage_full") {
      log.error("store.full", asked);
      return refuse(context, "storage_full");
    }
    if (isAway(error)) {
      log.error("store.away", { ...asked, ...errorFields(error) });
      return refuse(context, "unavailable");
    }
    log.error("request.failed", { ...asked, ...errorFields(error) });
    return refuse(context, "internal");
  });
  return app;
}
