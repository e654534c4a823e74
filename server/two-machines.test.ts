import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { changeKeys, createKeys } from "./keys/key-folder.ts";
import { rotated } from "./keys/rotation.ts";
import { generateSigningKey } from "./keys/signing-key.ts";
import { hasRedis, theRedis } from "./live/testing/bus-kinds.ts";
import {
  INTEGRATION_USER,
  JWT_CLIENT_ID,
  type LocalSalesforce,
  OIDC_CLIENT_ID,
  privateKeyPem,
  sandboxCredentials,
  serveSalesforce,
} from "./salesforce/testing/local-salesforce.ts";
import { createSalesforceSandbox } from "./sandbox/salesforce/sandbox.ts";
import { TestTablet } from "./session/testing/test-tablet.ts";
import { openStore } from "./store/store.ts";
import { theCluster } from "./store/testing/store-kinds.ts";
import {
  addCustomer,
  colleague,
  maria,
  mutation,
  OTHER_TABLET,
  pushOf,
} from "./sync/testing/estimate-fixtures.ts";
import { type RunningServer, signIn, startMain } from "./testing/start-main.ts";

/**
 * Two machines: two processes of the real server on one Postgres, one Redis and one folder of keys, with one Salesforce
 * behind them. What a person begins at one goes on at the other.
 */

/** Looks again and again; the runner's own deadline ends a wait in vain. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(50);
}

const ORIGIN = "https://paintbox.example";
const tokenSchema = z.object({ access_token: z.string() });
const standingSchema = z.object({ salesforce: z.object({ standing: z.string() }) });
const moment = () => ({ now: Date.now(), generate: generateSigningKey });

describe.skipIf(!hasRedis)("two machines", () => {
  let directory: string;
  let keys: string;
  let salesforce: LocalSalesforce;
  let servers: readonly RunningServer[] = [];
  let cookies: readonly string[];

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "paintbox-machines-"));
    keys = join(directory, "keys");
    await createKeys(keys, moment());
    writeFileSync(join(directory, "salesforce.pem"), privateKeyPem);
    const sandbox = createSalesforceSandbox(sandboxCredentials);
    salesforce = await serveSalesforce(sandbox.fetch);
    const cluster = await theCluster();
    await cluster.run("postgres", "drop schema public cascade; create schema public");
    const databaseUrl = cluster.url("postgres");
    const store = await openStore({ databaseUrl });
    cookies = await signIn(store, [maria, colleague]);
    await store.close();
    const settings = {
      PORT: "0",
      DATABASE_URL: databaseUrl,
      REDIS_URL: (await theRedis()).url,
      KEYS_DIR: keys,
      PUBLIC_URL: ORIGIN,
      TRUST_PROXY: "1",
      SALESFORCE_LOGIN_URL: salesforce.url,
      SALESFORCE_CLIENT_ID: JWT_CLIENT_ID,
      SALESFORCE_PRIVATE_KEY_FILE: join(directory, "salesforce.pem"),
      SALESFORCE_USERNAME: INTEGRATION_USER,
      SALESFORCE_OIDC_CLIENT_ID: OIDC_CLIENT_ID,
    };
    servers = await Promise.all(
      ["one", "other"].map((name) => startMain({ ...settings, DATA_DIR: join(directory, name) })),
    );
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end("SIGKILL")));
    await salesforce.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const at = (machine: 0 | 1): string => servers[machine]?.url ?? "";
  const headers = (person: 0 | 1, address = "192.0.2.1") => ({
    // The session's cookie is a __Host- one where the address is https.
    cookie: `__Host-${cookies[person] ?? ""}`,
    "content-type": "application/json",
    "x-forwarded-for": address,
  });
  const tabletAt = (machine: 0 | 1): TestTablet =>
    new TestTablet(
      { request: (url, init) => fetch(url.replace(ORIGIN, at(machine)), init) },
      ORIGIN,
      Date.now,
    );

  test("both work with one login at Salesforce", async () => {
    for (const machine of [0, 1] as const)
      await until(async () => {
        const answer = await fetch(`${at(machine)}/api/v1/standing`, { headers: headers(0) });
        const standing = z.safeParse(standingSchema, await answer.json());
        return standing.success && standing.data.salesforce.standing === "current";
      });
    expect(salesforce.requests("/services/oauth2/token")).toBe(1);
  }, 60_000);

  test("what is pushed at one pokes the other's tablets, and is pulled there", async () => {
    const listening = new AbortController();
    const stream = await fetch(`${at(1)}/api/sync/events`, {
      headers: headers(1),
      signal: listening.signal,
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const pokes = (): number => heard.split("event: poke").length - 1;
    const hear = async (count: number): Promise<void> => {
      while (pokes() < count) heard += (await reader?.read())?.value ?? "";
    };
    await hear(1);
    const before = pokes();
    const pushed = await fetch(`${at(0)}/api/sync/push`, {
      method: "POST",
      headers: headers(0),
      body: JSON.stringify(pushOf([mutation(1, 1, [{ ...addCustomer, id: "met-at-one" }])])),
    });
    expect(await pushed.json()).toMatchObject({ results: [{ outcome: "applied" }] });
    await hear(before + 1);
    listening.abort();
    const { mutations: _, ...envelope } = pushOf([], OTHER_TABLET);
    const pulled = await fetch(`${at(1)}/api/sync/pull`, {
      method: "POST",
      headers: headers(1),
      body: JSON.stringify({ ...envelope, cursor: 0 }),
    });
    expect(await pulled.text()).toContain("met-at-one");
  }, 60_000);

  test("a session that is refreshed at one is known at the other, and its end there is its end here", async () => {
    const [one, other] = [tabletAt(0), tabletAt(1)];
    one.cookies.set("__Host-paintbox", (cookies[1] ?? "").replace("paintbox=", ""));
    await one.makeKey();
    const refreshed = await one.refresh();
    expect(refreshed).toMatchObject({ session: { userName: colleague.userName } });
    other.cookies = one.cookies;
    other.key = one.key;
    other.sessionId = one.sessionId;
    expect(await other.refresh()).toMatchObject({ sessionId: refreshed?.sessionId });
    expect((await other.go("/api/session/sign-out", { method: "POST" })).status).toBe(204);
    expect(await one.refresh()).toBeNull();
  }, 60_000);

  test("what one signs, anybody verifies with what the other publishes, before and after a rotation", async () => {
    const tablet = tabletAt(0);
    tablet.cookies.set("__Host-paintbox", (cookies[0] ?? "").replace("paintbox=", ""));
    await tablet.makeKey();
    await tablet.refresh();
    const signed = async (): Promise<string> => {
      const answer = await tablet.goProven("/api/session/token", {});
      return z.parse(tokenSchema, await answer.json()).access_token;
    };
    const published = createRemoteJWKSet(new URL(`${at(1)}/.well-known/jwks.json`), {
      cooldownDuration: 0,
    });
    const kidOf = async (token: string): Promise<string | undefined> =>
      (await jwtVerify(token, published, { audience: ORIGIN })).protectedHeader.kid;
    const before = await kidOf(await signed());
    expect(before).toBeDefined();
    await changeKeys(keys, (file) => rotated(file, moment(), { early: true }));
    for (const server of servers) server.process.kill("SIGHUP");
    await until(async () => (await kidOf(await signed())) !== before);
  }, 60_000);

  test("a limit on sign-ins counts at both together", async () => {
    const begin = async (machine: 0 | 1): Promise<number> => {
      const answer = await fetch(`${at(machine)}/api/session/sign-in?moved=1`, {
        redirect: "manual",
        headers: headers(0, "198.51.100.7"),
      });
      await answer.body?.cancel();
      return answer.status;
    };
    const statuses: number[] = [];
    for (let each = 0; each < 40; each += 1) statuses.push(await begin(0), await begin(1));
    // Sixty a minute of one address, wherever it knocks.
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  }, 60_000);
});
