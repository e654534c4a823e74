import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod/mini";
import { acceptEstimate, ESTIMATE, newCustomer } from "../salesforce/testing/accept-estimate.ts";
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
import { openStore } from "../store/store.ts";
import { addEstimate, maria, mutation, pushOf } from "../sync/testing/estimate-fixtures.ts";
import {
  type Ground,
  prepareGround,
  type RunningServer,
  startMain,
} from "../testing/start-main.ts";

/** A whole day of a server, from its first load of customers to an accepted estimate, and what its log tells of it. */

let local: LocalSalesforce;
let ground: Ground;
let server: RunningServer;
const sandbox = createSalesforceSandbox({ ...sandboxCredentials });
const keyOf = (place: Ground): string => place.settings["SALESFORCE_PRIVATE_KEY_FILE"] ?? "";

beforeAll(async () => {
  local = await serveSalesforce(sandbox.fetch);
  const client = local.client();
  const own = await client.identity();
  if (!own.ok) throw new Error(own.error.message);
  const companyId = own.value.organizationId;
  ground = await prepareGround({ ...maria, companyId, userName: "Maria Guadalupe Ortega" });
  writeFileSync(keyOf(ground), privateKeyPem);
  const store = await openStore({ directory: ground.dataDirectory });
  await acceptEstimate(store, companyId);
  await store.close();
  server = await startMain({
    ...ground.settings,
    SALESFORCE_LOGIN_URL: local.url,
    SALESFORCE_CLIENT_ID: JWT_CLIENT_ID,
    SALESFORCE_USERNAME: INTEGRATION_USER,
    SALESFORCE_OIDC_CLIENT_ID: OIDC_CLIENT_ID,
  });
});
afterAll(async () => {
  await server?.end("SIGKILL");
  await local?.close();
  ground?.remove();
});

const cookie = (): string => ground.cookies[0] ?? "";
const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { cookie: cookie(), "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = (path: string) =>
  fetch(`${server.url}${path}`, { headers: { cookie: cookie() }, redirect: "manual" });

async function signIn(username: string): Promise<number> {
  const begun = await get("/api/session/sign-in?return=/customers/jo-ann-field");
  const state = begun.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const chosen = await fetch(String(begun.headers.get("location")), {
    method: "POST",
    body: new URLSearchParams({ username }),
    redirect: "manual",
  });
  const back = await fetch(String(chosen.headers.get("location")), {
    headers: { cookie: state },
    redirect: "manual",
  });
  return back.status;
}

const peopleSchema = z.array(z.record(z.string(), z.unknown()));
const personalIn = async (soql: string): Promise<readonly string[]> =>
  peopleSchema
    .parse(await local.rows(soql))
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === "string" && value.length > 5);

test("no line names a person, an address, a telephone number or a secret", async () => {
  const users = await personalIn("SELECT Username, Name, Email FROM User");
  const someone = users.find((text) => text.startsWith("erin")) ?? "";
  expect(await signIn(someone)).toBe(302);
  await expect
    .poll(() => server.events().some(({ event }) => event === "mirror.loaded"), { timeout: 30_000 })
    .toBe(true);
  await expect
    .poll(async () => (await local.rows("SELECT Id FROM Quote")).length, { timeout: 30_000 })
    .toBeGreaterThan(0);

  const named = { ...mutation(1, 1, [addEstimate]), label: "estimate.create" };
  await send("/api/sync/push", pushOf([named]));
  await send("/api/sync/push", `{"name":"${newCustomer.name}"`);
  await send("/api/sync/push", { customer: newCustomer });
  await send("/api/sync/archive", { text: newCustomer.name, before: null });
  await send("/api/sync/presence", { estimateId: newCustomer.email });
  await send("/api/v1/calculations", { estimate: { title: newCustomer.street } });
  await get(`/api/sync/history/${encodeURIComponent(newCustomer.email ?? "")}`);
  await get(`/api/nothing/${encodeURIComponent(newCustomer.name)}?phone=303%20555%200142`);
  await get(`/api/session/callback?code=secret-code&state=secret-state`);
  await get(`/api/sync/history/${ESTIMATE}`);
  await send("/api/session/sign-out", "", { "sec-fetch-site": "cross-site" });
  expect(await server.end()).toBe(0);

  const said = server.said();
  const personal = [
    ...users,
    ...(await personalIn("SELECT Name, Email, Phone FROM Contact")),
    ...(await personalIn("SELECT Name FROM Account")),
    ...(await personalIn("SELECT Name FROM Opportunity")),
    ...Object.values(newCustomer).filter((value) => typeof value === "string" && value.length > 4),
    "jo-ann-field",
    "Maria Guadalupe",
    encodeURIComponent(newCustomer.email ?? ""),
    "secret-code",
    "secret-state",
    cookie().replace("paintbox=", ""),
  ].filter((text) => text !== newCustomer.postalCode);
  expect(personal.length).toBeGreaterThan(100);
  expect(server.events().length).toBeGreaterThan(15);
  expect(personal.filter((text) => text !== null && said.includes(text))).toEqual([]);
}, 90_000);
