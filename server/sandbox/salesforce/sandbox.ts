/**
 * A local Salesforce: OAuth and the REST data API of one small painting contractor's org.
 * It keeps to the real wire protocol, errors included, so that the same client code runs against
 * the real thing by configuration alone.
 */
import { Hono, type MiddlewareHandler } from "hono";

import { controlRoutes } from "../common/control-routes.ts";
import { FaultBook } from "../common/faults/fault-book.ts";
import {
  type FaultErrorBody,
  faultHeader,
  faultMiddleware,
  type SandboxEnv,
} from "../common/faults/middleware.ts";
import { type ClientConfig, registerClients } from "./oauth/clients.ts";
import { CodeStore } from "./oauth/codes.ts";
import { GrantStore } from "./oauth/grants.ts";
import { oauthRoutes } from "./oauth/routes.ts";
import { loadSigningKey, type SigningKey } from "./oauth/signing-key.ts";
import { sobjects } from "./objects/registry.ts";
import { addOrgControls } from "./org-controls.ts";
import { OrgSettingsBook } from "./org-settings.ts";
import { dashboardPage } from "./page/dashboard.ts";
import { RequestLog } from "../common/request-log.ts";
import type { RestAnswer, RestCall } from "./rest/call.ts";
import { CursorStore } from "./rest/cursors.ts";
import { dataApiRoutes } from "./rest/http.ts";
import { seedOrg } from "./seed/seed.ts";
import { openDocumentFile } from "../common/store/document-file.ts";
import { RecordStore } from "./store/record-store.ts";
import { RowLocks } from "./store/row-locks.ts";

export type SandboxConfig = ClientConfig & {
  /** A folder for the sandbox's file, or `:memory:`. */
  readonly dataDir: string;
  readonly clock?: (() => Date) | undefined;
  /** Fill an empty org with people, products and customers; true unless said otherwise. */
  readonly seed?: boolean | undefined;
};

export type SalesforceSandbox = {
  readonly app: Hono<SandboxEnv>;
  /**
   * Answers one request. Under Node's server pass its bindings as `env`, so that faults can break
   * the connection; without them a dropped call rejects with ConnectionDroppedError.
   */
  readonly fetch: Hono<SandboxEnv>["fetch"];
  readonly faults: FaultBook;
  readonly settings: OrgSettingsBook;
  readonly log: RequestLog;
  readonly store: RecordStore;
  /** Back to the seed data; signs everybody out and clears faults and log. */
  readonly reset: () => void;
  readonly close: () => void;
};

export function createSalesforceSandbox(config: SandboxConfig): SalesforceSandbox {
  const clock = config.clock ?? (() => new Date());
  const file = openDocumentFile(config.dataDir, "salesforce.sqlite");
  const store = new RecordStore(file);
  const grants = new GrantStore(file, clock);
  const codes = new CodeStore();
  const cursors = new CursorStore();
  const faults = new FaultBook();
  const settings = new OrgSettingsBook();
  const log = new RequestLog();
  const seed = (): void => {
    if (config.seed !== false && store.isEmpty) seedOrg(store, clock());
  };
  seed();

  const reset = (): void => {
    store.clear();
    grants.clear();
    codes.clear();
    cursors.clear();
    faults.clear();
    settings.clear();
    log.clear();
    seed();
  };

  let loadedKey: Promise<SigningKey> | undefined;
  const signingKey = (): Promise<SigningKey> => (loadedKey ??= loadSigningKey(file));

  const app = new Hono<SandboxEnv>();
  app.onError((error) => {
    throw error;
  });
  const state = () => ({ records: countRecords(store) });
  const control = controlRoutes({ faults, log, reset, state });
  addOrgControls(control, { store, settings, clock });
  app.route("/__sandbox__", control);
  app.get("/", (c) => {
    c.header(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
    );
    return c.html(dashboardPage(store, log.list()));
  });
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.use(logMiddleware(log, clock));
  app.use(faultMiddleware(faults, faultBody));
  app.route(
    "/",
    oauthRoutes({
      store,
      clients: registerClients(config),
      codes,
      grants,
      signingKey,
      clock,
      instanceUrl: () => settings.current.instanceUrl,
    }),
  );
  const subrequestFault = (call: RestCall): RestAnswer | undefined =>
    strikeSubrequest(faults, call);
  app.route(
    "/",
    dataApiRoutes({
      store,
      grants,
      cursors,
      settings: () => settings.current,
      locks: new RowLocks(),
      clock,
      subrequestFault,
    }),
  );
  app.notFound((c) =>
    c.json([{ message: "The requested resource does not exist", errorCode: "NOT_FOUND" }], 404),
  );

  return { app, fetch: app.fetch, faults, settings, log, store, reset, close: () => file.close() };
}

/** Live records of each object. */
const countRecords = (store: RecordStore): Record<string, number> =>
  Object.fromEntries(
    sobjects.map((object) => [
      object.name,
      [...store.all(object)].filter((record) => record["IsDeleted"] !== true).length,
    ]),
  );

function logMiddleware(log: RequestLog, clock: () => Date): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const path = pathname.startsWith("/services/data/") ? pathname + search : pathname;
    const entry = { at: clock().toISOString(), method: c.req.method, path };
    try {
      await next();
      log.add({ ...entry, status: c.res.status, fault: c.res.headers.get(faultHeader) });
    } catch (error) {
      log.add({ ...entry, status: 0, fault: "drop" });
      throw error;
    }
  };
}

/** OAuth endpoints answer an object, the data API an array. */
const faultBody: FaultErrorBody = (path, { errorCode, message }) =>
  path.startsWith("/services/oauth2/")
    ? { error: errorCode, error_description: message }
    : [{ message, errorCode }];

function strikeSubrequest(faults: FaultBook, call: RestCall): RestAnswer | undefined {
  const text = `${call.path}?${call.query.toString()}\n${JSON.stringify(call.body ?? null)}`;
  const action = faults.take({ scope: "subrequest", method: call.method, path: call.path, text });
  if (action?.kind !== "error") return undefined;
  const { status, errorCode, message = errorCode } = action;
  return { status, body: [{ message, errorCode }] };
}
