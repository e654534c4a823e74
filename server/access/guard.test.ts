import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Store, openStore } from "../store/store.ts";
import type { AppEnv, Identity } from "../identity.ts";
import { boss, maria } from "../sync/testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "../sync/testing/test-app.ts";
import { guard } from "./guard.ts";
import { type GuardedRoute, routeTable } from "./route-table.ts";

let directory: string;
let store: Store;
let tested: TestApp;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "paintbox-guard-"));
  store = await openStore({ directory });
  tested = createTestApp(store);
});
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const nameOf = ({ method, path }: Pick<GuardedRoute, "method" | "path">): string =>
  `${method} ${path}`;

/** What handlers the app really has below /api; what Hono lists under ALL is middleware. */
const handlersOf = (app: Hono<AppEnv>): Set<string> =>
  new Set(
    app.routes
      .filter(({ method, path }) => method !== "ALL" && path !== "*" && path !== "/*")
      .map(({ method, path }) => `${method} ${path}`),
  );

test("the table and the app name the same routes", () => {
  const listed = new Set(routeTable.map(nameOf));
  const handled = handlersOf(tested.app);
  expect([...handled].filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed].filter((name) => !handled.has(name))).toEqual([]);
});

const people: readonly (Identity | null)[] = [null, maria, boss, { ...maria, role: "painter" }];

describe.each(routeTable.map((route) => [nameOf(route), route] as const))("%s", (_, route) => {
  test.each(people.map((person) => [person?.role ?? "nobody", person] as const))(
    "as %s",
    async (_role, person) => {
      // A handler that says whether it was reached; what the real one does is in its own test.
      const reached = new Hono<AppEnv>();
      reached.use("*", guard(routeTable, tested.authenticate));
      reached.all("*", (context) => context.text("reached"));
      const response = await reached.request(route.path.replaceAll(/:\w+/g, "x"), {
        method: route.method,
        headers: person ? { "x-test-user": person.userId, "x-test-role": person.role } : {},
      });
      const allowed = route.access === "anyone" || (person && route.access.includes(person.role));
      expect(response.status).toBe(allowed ? 200 : person ? 403 : 401);
    },
  );
});

test("a handler without an entry is not reached", async () => {
  const app = new Hono<AppEnv>();
  app.use("/api/*", guard([], tested.authenticate));
  app.get("/api/forgotten", (context) => context.text("reached"));
  expect((await app.request("/api/forgotten")).status).toBe(404);
});

test("HEAD is allowed where GET is, and no other method that the table does not name", async () => {
  const head = await tested.app.request("/api/simple-health", { method: "HEAD" });
  expect(head.status).toBe(200);
  const post = await tested.app.request("/api/simple-health", { method: "POST" });
  expect(post.status).toBe(404);
});
