/** The data API over HTTP: who is calling, which version, what body; then one dispatch. */
import { setTimeout as delay } from "node:timers/promises";

import { type Context, Hono } from "hono";

import type { GrantStore } from "../oauth/grants.ts";
import type { OrgSettings } from "../org-settings.ts";
import { notFound, SalesforceError } from "../salesforce-error.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { RowLocks } from "../store/row-locks.ts";
import type { RestAnswer, RestCall } from "./call.ts";
import type { CursorStore } from "./cursors.ts";
import { limitHeader } from "./limits.ts";
import { dispatch } from "./resources.ts";
import { apiVersions } from "./versions.ts";

export type DataApiDependencies = {
  readonly store: RecordStore;
  readonly grants: GrantStore;
  readonly cursors: CursorStore;
  readonly settings: () => OrgSettings;
  readonly locks: RowLocks;
  readonly clock: () => Date;
  readonly subrequestFault: (call: RestCall) => RestAnswer | undefined;
};

export function dataApiRoutes(dependencies: DataApiDependencies): Hono {
  const { store, grants, cursors, locks, clock, subrequestFault } = dependencies;
  const app = new Hono();
  let apiUsage = 0;
  let underWay = 0;

  app.get("/services/data", (c) => c.json(apiVersions));
  app.get("/services/data/", (c) => c.json(apiVersions));

  app.all("/services/data/:version/*", async (c) => {
    const settings = dependencies.settings();
    const { origin, pathname, search } = new URL(c.req.url);
    if (settings.instanceUrl !== null && settings.instanceUrl !== origin)
      return c.redirect(settings.instanceUrl + pathname + search, 302);
    const holder = Symbol("request");
    underWay += 1;
    try {
      const answer = await refusalsAsAnswers(async () => {
        const grant = grants.findByAccessToken(readToken(c));
        if (!grant)
          throw new SalesforceError("INVALID_SESSION_ID", "Session expired or invalid", 401);
        if (underWay > settings.concurrentRequests)
          throw tooMany("ConcurrentRequests (Concurrent API Requests)");
        if (apiUsage + settings.otherApiRequests >= settings.dailyApiRequests)
          throw tooMany("TotalRequests");
        const call = await readCall(c);
        apiUsage += 1;
        const environment = {
          store,
          cursors,
          settings,
          lock: (id: string) => settings.lockMs > 0 && locks.take(id, holder),
          userId: grant.userId,
          origin,
          now: clock(),
          apiUsage: apiUsage + settings.otherApiRequests,
          subrequestFault,
        };
        const done = store.transact(() => dispatch(environment, call));
        const limits = { "Sforce-Limit-Info": limitHeader(environment) };
        return { ...done, headers: { ...done.headers, ...limits } };
      });
      if (settings.lockMs > 0 && c.req.method !== "GET") await delay(settings.lockMs);
      return toResponse(answer);
    } finally {
      underWay -= 1;
      locks.release(holder);
    }
  });

  return app;
}

/** One code for two limits: only the text tells which. */
const tooMany = (what: string): SalesforceError =>
  new SalesforceError("REQUEST_LIMIT_EXCEEDED", `${what} Limit exceeded.`, 403);

async function refusalsAsAnswers(answer: () => Promise<RestAnswer>): Promise<RestAnswer> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { status: error.status, body: [error.toBody()] };
  }
}

const readToken = (c: Context): string =>
  /^(?:Bearer|OAuth) (.+)$/i.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";

async function readCall(c: Context): Promise<RestCall> {
  const url = new URL(c.req.url);
  const [, , , version = "", ...rest] = url.pathname.split("/");
  if (!apiVersions.some((each) => `v${each.version}` === version)) throw notFound();
  return {
    method: c.req.method,
    version,
    path: rest.join("/"),
    query: url.searchParams,
    body: await readBody(c),
    header: (name) => c.req.header(name),
  };
}

async function readBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === "") return undefined;
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type)) {
    throw new SalesforceError("UNSUPPORTED_MEDIA_TYPE", `Unsupported Media Type: '${type}'`, 415);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    throw new SalesforceError("JSON_PARSER_ERROR", `${reason} at [line:1, column:1]`);
  }
}

/** 204 and 304 have no body at all; everything else is JSON. */
function toResponse({ status, body, headers = {} }: RestAnswer): Response {
  const all = status === 401 ? { ...headers, "WWW-Authenticate": "Token" } : headers;
  if (body === undefined) return new Response(null, { status, headers: all });
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...all, "Content-Type": "application/json;charset=UTF-8" },
  });
}
