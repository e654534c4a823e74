import { join } from "node:path";
import type { Hono } from "hono";
import type { BackupReport, SalesforceReport } from "../shared/health.ts";
import { createApp } from "./app.ts";
import { auditInStore } from "./audit/audit.ts";
import { startScheduledBackups } from "./backup/scheduled.ts";
import { UpstreamCache } from "./cache/upstream-cache.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { AppEnv } from "./identity.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { createLimits } from "./limits/limits.ts";
import type { SharedCounts } from "./limits/shared-counts.ts";
import type { LiveReport } from "./live/bus.ts";
import { openBus } from "./live/open-bus.ts";
import { createPresenceBoard } from "./live/presence-board.ts";
import { upstreamCacheHolder } from "./memory/cache-holders.ts";
import type { MemoryWatch } from "./memory/memory-watch.ts";
import { eventStreamsHolder } from "./memory/server-holders.ts";
import { createInFlight } from "./observe/in-flight.ts";
import type { Log } from "./observe/log.ts";
import { cacheReads } from "./observe/metrics/cache-reads.ts";
import type { MetricSources } from "./observe/metrics/sources.ts";
import { type Observe, upstreamObserver } from "./observe/observation.ts";
import type { ReadyTable } from "./ready/ready-front.ts";
import { openRedis, type Redis } from "./redis/redis.ts";
import { rsaPrivateKey } from "./salesforce/assertion.ts";
import { createSalesforceClient } from "./salesforce/client.ts";
import { currentOrganisation } from "./salesforce/own-organisation.ts";
import { startSalesforce } from "./salesforce/service.ts";
import { createSharedSession } from "./salesforce/shared-session.ts";
import { authenticate } from "./session/authenticate.ts";
import { sessionRoutes } from "./session/routes.ts";
import type { ClientFiles } from "./static/client-files.ts";
import { keepAssets, nothingKept, soonKept } from "./static/kept-assets.ts";
import { ensureKnownCompanies } from "./store/companies.ts";
import type { Store } from "./store/store.ts";
import { createEventStreams } from "./sync/event-streams.ts";
import { createHub } from "./sync/hub.ts";
import { startHousekeeping } from "./housekeeping.ts";

export interface ServingParts {
  /** With the address that the server listens on. */
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly client: ClientFiles;
  /** The built client's folder. */
  readonly clientFolder: string;
  readonly ready: ReadyTable;
  readonly observe: Observe;
  readonly memory: MemoryWatch;
  readonly metricsText: () => Promise<string | null>;
  readonly keys: KeyRing;
}

export interface Serving {
  readonly app: Hono<AppEnv>;
  readonly figures: () => Pick<
    MetricSources,
    "inFlight" | "streams" | "budgets" | "windows" | "upstreams" | "caches"
  >;
  readonly salesforceState: () => SalesforceReport;
  readonly backupState: () => BackupReport | null;
  readonly liveReport: () => LiveReport;
  /** Ends the answers that would never end by themselves. */
  readonly endStreams: () => void;
  /** Ends what goes on without being asked, within seconds. */
  readonly stopWork: () => Promise<void>;
  /** Once the last request has been answered. */
  readonly close: () => Promise<void>;
}

/**
 * The app and all that works behind it: most of what a server loads, which is why the ready answers come before it
 * (`main.ts`).
 */
export async function serveApp(parts: ServingParts): Promise<Serving> {
  const { config, store, clock, log, client, observe, memory, keys } = parts;
  await ensureKnownCompanies(store, clock.now());
  const redis = config.redisUrl === "" ? null : await openRedis(config.redisUrl, log);
  const cache = new UpstreamCache({ clock, log, redis });
  const bus = await openBus({ store, clock, log, redisUrl: config.redisUrl });
  const board = createPresenceBoard(bus);
  const hub = createHub(bus);
  const streams = createEventStreams({ bus, board });
  const inFlight = createInFlight();
  memory.register(eventStreamsHolder(streams));
  memory.register(upstreamCacheHolder(cache));
  const issuer = {
    ...config.salesforce,
    privateKey: rsaPrivateKey(config.salesforce.privateKey),
  };
  const observer = upstreamObserver(observe);
  const session = store.isShared ? createSharedSession(store, issuer, clock) : undefined;
  const salesforce = createSalesforceClient({ issuer, clock, shared: session, observer });
  const command = commandFile(import.meta.dirname);
  const backups =
    config.backups && startScheduledBackups({ ...config.backups, clock, log, command });
  const service = startSalesforce({ salesforce, store, hub, clock, log });
  const housekeeping = startHousekeeping({ store, clock, log });
  // Loaded only where it is used.
  const companyCam =
    config.companyCam &&
    (await import("./companycam/start.ts")).startCompanyCam(config.companyCam, {
      store,
      cache,
      redis,
      clock,
      log,
      observer,
      publicUrl: config.publicUrl,
      organisation: () => currentOrganisation({ store, salesforce, clock }),
    });
  if (companyCam) memory.register(companyCam.connected.pictures.holder);
  const salesforceState = (): SalesforceReport => service.state();
  const shared = await sharedCountsOf(redis, parts);
  const kept = keepAssets(
    join(config.dataDirectory, "assets"),
    join(parts.clientFolder, "assets"),
    clock.now(),
  ).catch((error: unknown) => {
    log.error("assets.not-kept", { why: error instanceof Error ? error.message : String(error) });
    return nothingKept;
  });
  const app = createApp({
    ...parts,
    kept: soonKept(kept),
    hub,
    streams,
    board,
    session: sessionRoutes({ config, store, clock, log, salesforce, signer: keys }),
    authenticate: authenticate({ store, clock, log, signer: keys, publicUrl: config.publicUrl }),
    salesforce,
    salesforceState,
    client,
    cache,
    companyCam: companyCam?.connected ?? null,
    limits: createLimits({ clock, shared }),
    audit: auditInStore({ store, clock, log }),
    begin: inFlight.begin,
  });
  return {
    app,
    figures: () => ({
      inFlight: inFlight.count,
      streams: () => streams.count(),
      caches: () => cacheReads(cache.report()),
      upstreams: () => [
        salesforce.report(),
        ...(companyCam ? [companyCam.connection.report()] : []),
      ],
      async windows() {
        const used = (await companyCam?.connection.usage()) ?? [];
        return used.map(({ kind, ...usage }) => ({ upstream: `companycam ${kind}`, ...usage }));
      },
      budgets() {
        const usage = salesforce.usage();
        return usage === null ? [] : [{ upstream: "salesforce", ...usage }];
      },
    }),
    salesforceState,
    backupState: () => backups?.report() ?? null,
    liveReport: () => bus.report(),
    endStreams: () => streams.close(),
    async stopWork() {
      await Promise.all([service.stop(), companyCam?.stop(), housekeeping.stop(), backups?.stop()]);
    },
    async close() {
      board.close();
      await bus.close();
      redis?.close();
    },
  };
}

/** Several processes count together, those of a shared database; a server alone knows everything itself. */
const sharedCountsOf = async (
  redis: Redis | null,
  { store, clock, log }: ServingParts,
): Promise<SharedCounts | null> =>
  redis !== null && store.isShared
    ? (await import("./limits/shared-counts.ts")).createSharedCounts({ redis, clock, log })
    : null;

/**
 * The command `paintbox`: in the source beside this file. In the bundle this file lies in `parts/`, and the command one
 * folder up.
 */
const commandFile = (directory: string): string =>
  import.meta.filename.endsWith(".ts")
    ? join(directory, "paintbox.ts")
    : join(directory, "..", "paintbox.js");
