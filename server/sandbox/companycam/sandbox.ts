/**
 * A local CompanyCam: both of its APIs over one account, its OAuth, its pictures and its webhooks. It keeps to the
 * wire, quirks included, so that the same client code runs against the real thing by configuration alone.
 */
import { Hono, type MiddlewareHandler } from "hono";
import * as z from "zod/mini";
import { controlRoutes } from "../common/control-routes.ts";
import { FaultBook } from "../common/faults/fault-book.ts";
import {
  type FaultErrorBody,
  faultHeader,
  faultMiddleware,
  type SandboxEnv,
} from "../common/faults/middleware.ts";
import { RequestLog } from "../common/request-log.ts";
import { openDocumentFile } from "../common/store/document-file.ts";
import { Account } from "./account.ts";
import { GrantStore } from "./oauth/grants.ts";
import { type OauthClient, oauthRoutes } from "./oauth/routes.ts";
import { dashboardPage } from "./page/dashboard.ts";
import { staticRoutes } from "./pictures/static-routes.ts";
import { Processing } from "./processing.ts";
import { mergeProjects } from "./projects.ts";
import { RateLimit } from "./rate-limit.ts";
import { seedAccount } from "./seed.ts";
import * as v1 from "./v1/wire.ts";
import { v1Routes } from "./v1/routes.ts";
import * as v2 from "./v2/wire.ts";
import { v2Routes } from "./v2/routes.ts";
import { Dispatcher } from "./webhooks/dispatcher.ts";

export type SandboxConfig = {
  /** A folder for the sandbox's file, or `:memory:`. */
  readonly dataDir: string;
  /** A token that a person made for a program. */
  readonly personalToken: string;
  readonly oauthClient?: OauthClient | undefined;
  readonly clock?: (() => Date) | undefined;
  /** Before a webhook is tried a second time. */
  readonly firstPauseMs?: number | undefined;
};

export type CompanyCamSandbox = {
  /**
   * Answers one request. Under Node's server pass its bindings as `env`, so that faults can break the connection.
   */
  readonly fetch: Hono<SandboxEnv>["fetch"];
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly account: Account;
  readonly grants: GrantStore;
  readonly rateLimit: RateLimit;
  readonly processing: Processing;
  readonly dispatcher: Dispatcher;
  /** Seconds until the search finds what is new. */
  searchLag: number;
  /** Back to the seed data; ends grants, faults and the log. */
  readonly reset: () => void;
  readonly close: () => void;
};

const unnamedClient: OauthClient = { id: "paintbox", secret: "paintbox-secret" };
const mergeSchema = z.object({ from: z.string(), into: z.string() });

export function createCompanyCamSandbox(config: SandboxConfig): CompanyCamSandbox {
  const clock = config.clock ?? (() => new Date());
  const file = openDocumentFile(config.dataDir, "companycam.sqlite");
  const account = new Account(file, clock);
  const grants = new GrantStore(file, () => account.now());
  const rateLimit = new RateLimit(() => account.now());
  const processing = new Processing(account);
  const faults = new FaultBook();
  const log = new RequestLog();
  const dispatcher = new Dispatcher({
    account,
    word: (event, api) => (api === "v2" ? v2 : v1).eventObjectOf(account, origin, event),
    firstPauseMs: config.firstPauseMs ?? 1000,
  });
  account.onEvents = (events) => dispatcher.dispatch(events);
  /** How we were called last: where webhooks say that pages and pictures are. */
  let origin = "";
  const seed = (): void => {
    if (account.projects.size === 0) seedAccount(account, clock());
  };
  seed();
  processing.wake();

  const reset = (): void => {
    account.clear();
    grants.clear();
    rateLimit.clear();
    faults.clear();
    log.clear();
    rateLimit.isOn = true;
    processing.isPaused = false;
    sandbox.searchLag = 0;
    seed();
  };

  const app = new Hono<SandboxEnv>();
  app.onError((error) => {
    throw error;
  });
  app.use(async (c, next) => {
    origin = new URL(c.req.url).origin;
    return next();
  });
  const control = controlRoutes({ faults, log, reset, state: () => countsOf(account) });
  control.post("/grants", (c) => c.json(grants.issue(), 201));
  control.post("/merge", async (c) => {
    const { from, into } = z.parse(mergeSchema, await c.req.json());
    account.transact(() => mergeProjects(account, from, into));
    return c.body(null, 204);
  });
  control.post("/rate-limit/:state{on|off}", (c) => {
    rateLimit.isOn = c.req.param("state") === "on";
    return c.body(null, 204);
  });
  app.route("/__sandbox__", control);
  app.get("/", (c) => {
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
    );
    return c.html(dashboardPage(account, log.list()));
  });
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.use(logMiddleware(log, clock));
  app.use(faultMiddleware(faults, faultBody));
  app.route("/static", staticRoutes(account));
  const client = config.oauthClient ?? unnamedClient;
  app.route(
    "/oauth",
    oauthRoutes(grants, client, () => account.now()),
  );
  const { personalToken } = config;
  const searchLag = (): number => sandbox.searchLag;
  const parts = { account, grants, rateLimit, processing, personalToken, searchLag };
  app.route("/v2", v2Routes(parts));
  app.route("/public_api/v1", v1Routes(parts));
  app.get("/users/sign_in", (c) => c.html("<!doctype html><title>Sign in</title><h1>Sign in</h1>"));
  // What is not there is behind a sign-in, as far as an anonymous caller is told.
  app.notFound((c) => c.redirect("/users/sign_in", 302));

  const sandbox: CompanyCamSandbox = {
    fetch: app.fetch,
    faults,
    log,
    account,
    grants,
    rateLimit,
    processing,
    dispatcher,
    searchLag: 0,
    reset,
    close() {
      processing.close();
      dispatcher.close();
      file.close();
    },
  };
  return sandbox;
}

const countsOf = ({ projects, photos, webhooks, deliveries }: Account) => ({
  projects: projects.all().filter(({ status }) => status === "active").length,
  photos: photos.all().filter(({ status }) => status === "active").length,
  webhooks: webhooks.size,
  deliveries: deliveries.size,
});

const faultBody: FaultErrorBody = (path, { errorCode, message }) => {
  if (path.startsWith("/oauth/")) return { error: errorCode, error_description: message };
  return path.startsWith("/v2/")
    ? { errors: [message] }
    : { data: null, errors: [{ code: errorCode, message }], meta: {} };
};

/** The path alone: a search has an address in its query. Pictures on our own page are nobody's calls. */
function logMiddleware(log: RequestLog, clock: () => Date): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    if (c.req.header("Sec-Fetch-Dest") === "image") return next();
    const entry = {
      at: clock().toISOString(),
      method: c.req.method,
      path: new URL(c.req.url).pathname,
    };
    try {
      await next();
      log.add({ ...entry, status: c.res.status, fault: c.res.headers.get(faultHeader) });
    } catch (error) {
      log.add({ ...entry, status: 0, fault: "drop" });
      throw error;
    }
  };
}
