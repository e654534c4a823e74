import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppEnv } from "../identity.ts";
import { silentLog } from "../observe/log.ts";
import {
  INTEGRATION_USER,
  JWT_CLIENT_ID,
  type LocalSalesforce,
  OIDC_CLIENT_ID,
  privateKeyPem,
  sandboxCredentials,
  serveSalesforce,
} from "../salesforce/testing/local-salesforce.ts";
import { createSalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import { openStore, type Store } from "../store/store.ts";
import { routeTable } from "../access/route-table.ts";
import { guard } from "../access/guard.ts";
import { authenticate } from "./authenticate.ts";
import { sessionRoutes } from "./routes.ts";
import { createTestSigner, type TestSigner } from "./testing/test-signer.ts";
import { type GoOptions, TestTablet } from "./testing/test-tablet.ts";

const DAY = 24 * 3_600_000;
const LOCAL = "http://127.0.0.1:18170";
let now: number;
const clock = { now: () => now };
const sandbox = createSalesforceSandbox({
  ...sandboxCredentials,
  redirectUris: ["https://paint.example.com/api/session/callback"],
});
let local: LocalSalesforce;
let store: Store;
let signer: TestSigner;

beforeEach(async () => {
  now = Date.now();
  signer = await createTestSigner(clock);
  sandbox.reset();
  local = await serveSalesforce(sandbox.fetch);
  store = await openStore({ directory: ":memory:" });
});
afterEach(async () => {
  await local.close();
  await store.close();
});

function appAt(publicUrl = LOCAL): Hono<AppEnv> {
  const config = {
    port: 18170,
    host: "127.0.0.1",
    dataDirectory: "",
    redisUrl: "",
    databaseUrl: null,
    backups: null,
    keys: { folder: "", isFolderChosen: false, rotateDays: 0, secret: null },
    companyCam: null,
    trustedProxy: null,
    memoryLimitMb: null,
    metricsPort: null,
    drainSeconds: 0,
    tracing: null,
    publicUrl,
    leaseDays: 14,
    killServiceWorker: false,
    salesforce: {
      loginUrl: local.url,
      clientId: JWT_CLIENT_ID,
      privateKey: privateKeyPem,
      username: INTEGRATION_USER,
      oidcClientId: OIDC_CLIENT_ID,
    },
  };
  const parts = { config, store, clock, log: silentLog, salesforce: local.client(), signer };
  const app = new Hono<AppEnv>();
  app.use("/api/session/*", guard(routeTable, signedIn(publicUrl)));
  app.route("/api/session", sessionRoutes(parts));
  app.use("/api/sync/*", signedIn(publicUrl));
  app.get("/api/sync/who", (c) => c.json(c.var.identity));
  return app;
}

const signedIn = (publicUrl: string) =>
  authenticate({ store, clock, log: silentLog, signer, publicUrl });

class Browser extends TestTablet {
  constructor(origin = LOCAL) {
    super(appAt(origin), origin, clock.now);
  }

  /** Sets out and chooses a person at Salesforce. @returns the callback with its code. */
  async atSalesforce(username: string, returnTo = "/estimates/7"): Promise<URL> {
    const begun = await this.go(`/api/session/sign-in?return=${encodeURIComponent(returnTo)}`);
    const chosen = await fetch(String(begun.headers.get("location")), {
      method: "POST",
      body: new URLSearchParams({ username }),
      redirect: "manual",
    });
    return new URL(String(chosen.headers.get("location")));
  }

  async signIn(username: string, returnTo?: string, options?: GoOptions): Promise<Response> {
    const callback = await this.atSalesforce(username, returnTo);
    return this.go(callback.pathname + callback.search, options);
  }
}

const ERIN = "erin.vega@brightcoat.example";

test("signs in through Salesforce and comes back to where it started", async () => {
  const browser = new Browser();
  const done = await browser.signIn(ERIN);
  expect(done.status).toBe(302);
  expect(done.headers.get("location")).toBe("/estimates/7");
  const session: unknown = await (await browser.go("/api/session")).json();
  expect(session).toMatchObject({
    companyId: expect.stringMatching(/^00D/),
    userName: "Erin Vega",
    email: ERIN,
    role: "estimator",
  });
  expect(await (await browser.go("/api/sync/who")).json()).toMatchObject({ userName: "Erin Vega" });
});

test.each([
  ["marcus.hale@brightcoat.example", "manager"],
  ["luz.ortega@brightcoat.example", "painter"],
])("%s is a %s", async (username, role) => {
  const browser = new Browser();
  await browser.signIn(username);
  expect(await (await browser.go("/api/session")).json()).toMatchObject({ role });
});

test("the cookie on loopback, the cookie on https", async () => {
  const http = (await new Browser().signIn(ERIN)).headers.getSetCookie().join("\n");
  expect(http).toMatch(
    /^paintbox=[\w-]{22}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/m,
  );
  const https = await new Browser("https://paint.example.com").signIn(ERIN);
  expect(https.headers.getSetCookie().join("\n")).toMatch(
    /^__Host-paintbox=[\w-]{22}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
  );
});

test("the store holds no cookie, and no token of Salesforce", async () => {
  const browser = new Browser();
  await browser.signIn(ERIN);
  const rows = JSON.stringify([
    await store.db.selectFrom("session_family").selectAll().execute(),
    await store.db.selectFrom("user").selectAll().execute(),
    await store.db.selectFrom("sign_in").selectAll().execute(),
  ]);
  const [, secret = "none"] = browser.cookies.get("paintbox")?.split(".") ?? [];
  expect(rows).not.toContain(secret);
  expect(rows).not.toContain("00D0");
  expect(rows).not.toMatch(/00D\w{12,15}!/);
});

test("without a session: an empty answer, which is no error", async () => {
  const response = await new Browser().go("/api/session");
  expect(response.status).toBe(204);
});

test("a callback that another browser began is refused", async () => {
  const callback = await new Browser().atSalesforce(ERIN);
  const victim = new Browser();
  const response = await victim.go(callback.pathname + callback.search);
  expect(response.status).toBe(400);
  expect(victim.cookies.has("paintbox")).toBe(false);
});

test("of two tabs that set out, the later one comes in, in whatever order they return", async () => {
  const browser = new Browser();
  const earlier = await browser.atSalesforce(ERIN);
  const later = await browser.atSalesforce(ERIN, "/estimates/8");
  expect((await browser.go(earlier.pathname + earlier.search)).status).toBe(400);
  const done = await browser.go(later.pathname + later.search);
  expect(done.headers.get("location")).toBe("/estimates/8");
});

test("a forged state is refused and uses up nothing of Salesforce", async () => {
  const browser = new Browser();
  const callback = await browser.atSalesforce(ERIN);
  callback.searchParams.set("state", "forged");
  const response = await browser.go(callback.pathname + callback.search);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Everything on this tablet is still here");
  expect(browser.cookies.has("paintbox")).toBe(false);
});

test("a callback works once", async () => {
  const browser = new Browser();
  const callback = await browser.atSalesforce(ERIN);
  const state = browser.cookies.get("paintbox-sign-in") ?? "";
  await browser.go(callback.pathname + callback.search);
  browser.cookies.set("paintbox-sign-in", state);
  expect((await browser.go(callback.pathname + callback.search)).status).toBe(400);
});

test("a callback after a quarter of an hour is too late", async () => {
  const browser = new Browser();
  const callback = await browser.atSalesforce(ERIN);
  now += 16 * 60_000;
  expect((await browser.go(callback.pathname + callback.search)).status).toBe(400);
});

test.each([["nonce"], ["code_verifier"]] as const)("a wrong %s is refused", async (column) => {
  const browser = new Browser();
  const callback = await browser.atSalesforce(ERIN);
  await store.write((tx) =>
    tx
      .updateTable("sign_in")
      .set({ [column]: "x".repeat(43) })
      .execute(),
  );
  const response = await browser.go(callback.pathname + callback.search);
  expect(response.status).toBe(400);
  expect(browser.cookies.has("paintbox")).toBe(false);
});

test("somebody of another organisation is refused on a page that says so", async () => {
  const browser = new Browser();
  const other = "00D900000000009AAA";
  await store.write((tx) =>
    tx.insertInto("company").values({ id: other, name: "Other" }).execute(),
  );
  sandbox.faults.add({
    match: { path: "/oauth2/token$", object: "bearer" },
    times: 0,
    action: { kind: "error", status: 400, errorCode: "invalid_grant" },
  });
  const response = await browser.signIn(ERIN);
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("different Salesforce organisation");
  expect(browser.cookies.has("paintbox")).toBe(false);
});

test("when Salesforce cannot say the role, people get in as what they were", async () => {
  const luz = "luz.ortega@brightcoat.example";
  await new Browser().signIn(luz);
  sandbox.faults.add({
    match: { path: "/query$" },
    times: 0,
    action: { kind: "error", status: 403, errorCode: "INSUFFICIENT_ACCESS" },
  });
  for (const [username, role] of [
    [luz, "painter"],
    ["marcus.hale@brightcoat.example", "estimator"],
  ] as const) {
    const browser = new Browser();
    await browser.signIn(username);
    expect(await (await browser.go("/api/session")).json()).toMatchObject({ role });
  }
});

test("no answer from Salesforce is a page with a way to try again, in Spanish where asked", async () => {
  const browser = new Browser();
  await local.close();
  const response = await browser.go("/api/session/sign-in?return=/estimates/7", {
    headers: { "accept-language": "es-MX,es;q=0.9" },
  });
  expect(response.status).toBe(503);
  const page = await response.text();
  expect(page).toContain("Salesforce no respondió");
  expect(page).toContain("/api/session/sign-in?return=%2Festimates%2F7");
  local = await serveSalesforce(sandbox.fetch);
});

test("a sign-in at another address of ours moves to the public one first", async () => {
  const app = appAt();
  const response = await app.request("http://localhost:18170/api/session/sign-in?return=/a");
  const location = response.headers.get("location") ?? "";
  expect(location).toBe(`${LOCAL}/api/session/sign-in?return=%2Fa&moved=1`);
  expect(response.headers.getSetCookie()).toHaveLength(0);
});

test("behind a proxy that hides the browser's address, sign-in does not go round in circles", async () => {
  const moved = "http://upstream:9000/api/session/sign-in?return=%2Fa&moved=1";
  const response = await appAt().request(moved);
  expect(response.headers.get("location")).toContain("/services/oauth2/authorize?");
  expect(response.headers.getSetCookie()).toHaveLength(1);
});

test("signing out ends the session on the server and leaves the tablet's data alone", async () => {
  const browser = new Browser();
  await browser.signIn(ERIN);
  const secret = browser.cookies.get("paintbox") ?? "";
  const response = await browser.go("/api/session/sign-out", { method: "POST" });
  expect(response.headers.get("clear-site-data")).toBeNull();
  expect([...browser.cookies.keys()]).toEqual(["paintbox-device"]);
  browser.cookies.set("paintbox", secret);
  expect((await browser.go("/api/session")).status).toBe(204);
});

test("a session in use ends after 90 days, one unused after 30", async () => {
  const browser = new Browser();
  await browser.signIn(ERIN);
  for (let week = 1; week <= 12; week += 1) {
    now += 7 * DAY;
    const response = await browser.go("/api/session");
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toMatch(/^paintbox=/);
  }
  now += 6 * DAY;
  expect((await browser.go("/api/session")).status).toBe(204);
  await browser.signIn(ERIN);
  now += 31 * DAY;
  expect((await browser.go("/api/session")).status).toBe(204);
});

test("the table of routes and the session's own handlers are the same", () => {
  const handled = appAt()
    .routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/session"))
    .map(({ method, path }) => `${method} ${path}`);
  const listed = routeTable
    .filter(({ path }) => /^\/api\/session(\/|$)/.test(path))
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(handled)).toEqual(new Set(listed));
});

test("a device keeps its name through sign-outs and people, and hears what the server has of it", async () => {
  const browser = new Browser();
  await browser.signIn(ERIN);
  const name = browser.cookies.get("paintbox-device");
  expect(name).toMatch(/^[0-9a-f-]{36}$/);
  const session: unknown = await (await browser.go("/api/session")).json();
  expect(session).toMatchObject({ userName: "Erin Vega", device: { clients: [] } });
  await browser.go("/api/session/sign-out", { method: "POST" });
  await browser.signIn(ERIN);
  expect(browser.cookies.get("paintbox-device")).toBe(name);
});
