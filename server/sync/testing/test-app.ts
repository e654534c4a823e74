import { Hono, type MiddlewareHandler } from "hono";
import * as z from "zod/mini";
import type { SalesforceReport } from "../../../shared/health.ts";
import type { Mutation } from "../../../shared/sync/mutation.ts";
import {
  PROTOCOL,
  type PullResponse,
  pullResponseSchema,
  type PushRequest,
  type PushResponse,
  pushResponseSchema,
  SCHEMA,
} from "../../../shared/sync/wire.ts";
import { routeTable } from "../../access/route-table.ts";
import { createApp } from "../../app.ts";
import { UpstreamCache } from "../../cache/upstream-cache.ts";
import type { Clock } from "../../clock.ts";
import type { ConnectedCompanyCam } from "../../companycam/connected.ts";
import type { AppEnv, Identity } from "../../identity.ts";
import type { TrustedProxy } from "../../limits/client-address.ts";
import { createLimits, type Limits } from "../../limits/limits.ts";
import { type MemoryWatch, watchMemory } from "../../memory/memory-watch.ts";
import type { Audit } from "../../observe/audit.ts";
import { type Observe, unobserved } from "../../observe/observation.ts";
import type { Bus } from "../../live/bus.ts";
import { createPresenceBoard } from "../../live/presence-board.ts";
import { createProcessBus } from "../../live/process-bus.ts";
import { type Log, silentLog } from "../../observe/log.ts";
import { createKeyRing, type KeyRing } from "../../keys/key-ring.ts";
import type { ReadyTable } from "../../ready/ready-front.ts";
import { readyTable } from "../../ready/ready-table.ts";
import { refuse } from "../../routes/refuse.ts";
import type { SalesforceClient } from "../../salesforce/client.ts";
import { failed } from "../../salesforce/errors.ts";
import type { ClientFiles } from "../../static/client-files.ts";
import { type KeptAssets, nothingKept } from "../../static/kept-assets.ts";
import type { Store } from "../../store/store.ts";
import { createEventStreams } from "../event-streams.ts";
import { createHub } from "../hub.ts";
import { boss, colleague, maria, NOW, pushOf, stranger, TABLET } from "./estimate-fixtures.ts";

/** The real app over a store, where a request says in a header whose it is. */

const people = new Map([maria, colleague, boss, stranger].map((person) => [person.userId, person]));

/** The session's addresses, for what walks all routes; signing in is tested with the real ones. */
const sessionStandIn = (): Hono<AppEnv> => {
  const routes = new Hono<AppEnv>();
  for (const { method, path } of routeTable)
    if (/^\/api\/session(\/|$)/.test(path))
      routes.on(method, path.slice("/api/session".length) || "/", (c) => c.body(null, 204));
  return routes;
};

const authenticateAs =
  (others: readonly Identity[]): MiddlewareHandler<AppEnv> =>
  async (context, next) => {
    const userId = context.req.header("x-test-user") ?? "";
    const identity = people.get(userId) ?? others.find((other) => other.userId === userId);
    if (identity === undefined) return refuse(context, "signed_out");
    const role = context.req.header("x-test-role") === "painter" ? "painter" : identity.role;
    context.set("identity", { ...identity, role });
    return next();
  };

const away = () => Promise.resolve(failed("unreachable", "There is no Salesforce in this test."));

/** For tests that are not about Salesforce. */
const salesforceAway: SalesforceClient = {
  identity: away,
  query: away,
  queryPage: away,
  queryAll: away,
  search: away,
  describe: away,
  composite: away,
  usage: () => null,
  shareUsage: () => Promise.resolve(),
  recordUrl: () => null,
  report: () => ({ name: "salesforce", breaker: "closed", inFlight: 0, waiting: 0 }),
  close: () => undefined,
};

export interface TestApp {
  readonly app: Hono<AppEnv>;
  readonly authenticate: MiddlewareHandler<AppEnv>;
  readonly ready: ReadyTable;
  readonly streams: ReturnType<typeof createEventStreams>;
  post(path: string, body: unknown, as?: Identity): Promise<Response>;
  push(mutations: Mutation[], options?: PushOptions): Promise<PushResponse>;
  pull(cursor?: number, options?: PullOptions): Promise<PullResponse>;
}

export interface PushOptions {
  readonly as?: Identity;
  readonly tablet?: string;
  /** Of the records that the tablet knows. */
  readonly schema?: number;
}
interface PullOptions extends PushOptions {
  readonly epoch?: number | null;
  readonly horizon?: number | null;
  readonly want?: readonly string[];
}

interface TestParts {
  readonly client?: ClientFiles;
  readonly kept?: KeptAssets;
  readonly killSw?: boolean;
  readonly log?: Log;
  readonly bus?: Bus;
  readonly keys?: KeyRing;
  readonly cache?: UpstreamCache;
  readonly companyCam?: ConnectedCompanyCam;
  readonly clock?: Clock;
  readonly salesforce?: SalesforceClient;
  /** Besides those of the fixtures. */
  readonly people?: readonly Identity[];
  readonly limits?: Limits;
  readonly observe?: Observe;
  readonly memory?: MemoryWatch;
  readonly audit?: Audit;
  readonly trustedProxy?: TrustedProxy;
  readonly metricsText?: () => Promise<string | null>;
}

export function createTestApp(store: Store, parts: TestParts = {}): TestApp {
  const bus = parts.bus ?? createProcessBus();
  const authenticate = authenticateAs(parts.people ?? []);
  const board = createPresenceBoard(bus);
  const hub = createHub(bus);
  const streams = createEventStreams({ bus, board });
  const clock = parts.clock ?? { now: () => NOW };
  const log = parts.log ?? silentLog;
  const observe = parts.observe ?? unobserved;
  const memory =
    parts.memory ?? watchMemory({ limitBytes: Number.POSITIVE_INFINITY, log: silentLog, observe });
  const client = parts.client ?? { files: () => new Map(), build: "none" };
  const salesforceState = (): SalesforceReport => ({
    standing: "current",
    lastAnsweredAt: 0,
    setupProblem: null,
    summary: "Up to date.",
  });
  const ready = readyTable({
    store,
    clock,
    log,
    keys: parts.keys ?? createKeyRing({ clock }),
    keyReport: () => ({ standing: "none", signer: null }),
    salesforceState,
    backupState: () => null,
    liveReport: () => bus.report(),
    memory: () => ({ rssBytes: 1, limitBytes: 2 }),
    isDraining: () => false,
    build: client.build,
    killSw: parts.killSw ?? false,
  });
  const app = createApp({
    config: {
      publicUrl: "http://127.0.0.1:8080",
      trustedProxy: parts.trustedProxy ?? null,
      killServiceWorker: parts.killSw ?? false,
    },
    store,
    hub,
    streams,
    board,
    clock,
    log,
    session: sessionStandIn(),
    authenticate,
    salesforce: parts.salesforce ?? salesforceAway,
    salesforceState,
    ready,
    client,
    kept: parts.kept ?? nothingKept,
    cache: parts.cache ?? new UpstreamCache({ clock, log: silentLog, redis: null }),
    companyCam: parts.companyCam ?? null,
    observe,
    limits: parts.limits ?? createLimits({ clock }),
    memory,
    audit: parts.audit ?? (async () => undefined),
    begin: () => () => undefined,
    metricsText: parts.metricsText ?? (async () => null),
  });
  const post = async (path: string, body: unknown, as: Identity = maria): Promise<Response> =>
    app.request(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-test-user": as.userId,
        "x-test-role": as.role,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    app,
    authenticate,
    ready,
    streams,
    post,
    push: async (mutations, { as = maria, tablet = TABLET, schema = SCHEMA } = {}) => {
      const request: PushRequest = { ...pushOf(mutations, tablet), schema };
      return z.parse(pushResponseSchema, await (await post("/api/sync/push", request, as)).json());
    },
    pull: async (
      cursor = 0,
      { as = maria, tablet = TABLET, epoch = 1, schema = SCHEMA, ...scope } = {},
    ) => {
      const envelope = { protocol: PROTOCOL, schema, build: "test", clientId: tablet };
      const response = await post("/api/sync/pull", { ...envelope, epoch, cursor, ...scope }, as);
      return z.parse(pullResponseSchema, await response.json());
    },
  };
}
