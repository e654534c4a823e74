import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { afterEach, beforeEach, expect, test } from "vitest";

import {
  accessTokenOf,
  jwtClientId,
  oidcClientId,
  openApi,
  origin,
  publicKeyPem,
  queryRecords,
  signAssertion,
  testConfig,
} from "./harness.ts";
import { createSalesforceSandbox } from "./sandbox.ts";

let dataDir: string;
let children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "salesforce-sandbox-"));
});

afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  children = [];
  await rm(dataDir, { recursive: true, force: true });
});

test("records, totals, counters, sessions and the signing key survive a restart", async () => {
  const first = createSalesforceSandbox(testConfig({ dataDir }));
  const token = await accessTokenOf(first);
  const api = await openApi(first);
  await api("PATCH", "sobjects/Account/Paintbox_Id__c/kept", { Name: "Kept" });
  const keys = await (await first.fetch(new Request(`${origin}/id/keys`))).json();
  first.close();

  const second = createSalesforceSandbox(testConfig({ dataDir }));
  const session = await second.fetch(
    new Request(`${origin}/services/data/v66.0/limits`, {
      headers: { Authorization: `Bearer ${token}` },
    }),
  );
  expect(session.status).toBe(200);
  expect(await (await second.fetch(new Request(`${origin}/id/keys`))).json()).toEqual(keys);
  const again = await openApi(second);
  expect(
    await again("PATCH", "sobjects/Account/Paintbox_Id__c/kept", { Name: "Kept" }),
  ).toMatchObject({
    status: 200,
    body: { created: false },
  });
  const fresh = await again("POST", "sobjects/Account", { Name: "New" });
  expect(fresh.status).toBe(201);
  expect(await queryRecords(again, "SELECT Id FROM Account")).toHaveLength(322);
  second.close();
});

test("what was rolled back is not on disk either", async () => {
  const first = createSalesforceSandbox(testConfig({ dataDir }));
  const api = await openApi(first);
  const records = [{ Name: "Half" }, { Name: null }].map((each) => ({
    ...each,
    attributes: { type: "Account" },
  }));
  await api("POST", "composite/sobjects", { allOrNone: true, records });
  await api("POST", "composite/sobjects", { allOrNone: false, records });
  first.close();
  const second = createSalesforceSandbox(testConfig({ dataDir }));
  const found = await queryRecords(
    await openApi(second),
    "SELECT Id FROM Account WHERE Name = 'Half'",
  );
  expect(found).toHaveLength(1);
  second.close();
});

test("two new sandboxes hold the same data", async () => {
  const read = async () => {
    const api = await openApi(createSalesforceSandbox(testConfig()));
    return queryRecords(
      api,
      "SELECT Id, Name, BillingStreet, BillingCity, Phone, (SELECT Name, Email FROM Contacts), (SELECT Name, StageName, Amount FROM Opportunities) FROM Account",
    );
  };
  const records = await read();
  expect(records).toEqual(await read());
  expect(records.length).toBeGreaterThanOrEqual(300);
  for (const record of records) {
    expect(record).toMatchObject({
      Phone: expect.stringMatching(/^\(\d{3}\) 555-01\d\d$/),
      Contacts: { records: expect.any(Array) },
    });
  }
});

test("the process: one line, what it acknowledged survives SIGKILL, SIGTERM ends it with 0", async () => {
  const keyFile = join(dataDir, "jwt-public.pem");
  await writeFile(keyFile, publicKeyPem);
  const start = async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
      env: {
        ...process.env,
        SANDBOX_PORT: "0",
        SANDBOX_DATA_DIR: dataDir,
        SANDBOX_JWT_CLIENT_ID: jwtClientId,
        SANDBOX_JWT_PUBLIC_KEY_FILE: keyFile,
        SANDBOX_OIDC_CLIENT_ID: oidcClientId,
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    const [line]: unknown[] = await once(createInterface(child.stdout), "line");
    const url = /^salesforce sandbox: (http:\/\/127\.0\.0\.1:\d+)$/.exec(String(line))?.[1];
    if (url === undefined) throw new Error(`Unexpected first line: ${String(line)}`);
    return { child, url };
  };

  const first = await start();
  const assertion = await signAssertion({
    audience: first.url,
    expiresAt: new Date(Date.now() + 60_000),
  });
  const granted = await fetch(`${first.url}/services/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion,
    }),
  });
  const { access_token: token }: { access_token: string } = await granted.json();
  const upsert = (url: string) =>
    fetch(`${url}/services/data/v66.0/sobjects/Account/Paintbox_Id__c/killed`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ Name: "Killed" }),
    });
  expect((await upsert(first.url)).status).toBe(201);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const second = await start();
  expect((await upsert(second.url)).status).toBe(200);
  second.child.kill("SIGTERM");
  const [code]: unknown[] = await once(second.child, "exit");
  expect(code).toBe(0);
}, 30_000);
