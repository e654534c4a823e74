import { beforeEach, describe, expect, test } from "vitest";

import { type Api, openApi, origin, testConfig } from "../harness.ts";
import { isJsonObject } from "../json-value.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox.ts";

let sandbox: SalesforceSandbox;
let api: Api;

beforeEach(async () => {
  sandbox = createSalesforceSandbox(testConfig());
  api = await openApi(sandbox);
  await api("PATCH", "sobjects/Account/Paintbox_Id__c/zelda", {
    Name: "Zelda Quist",
    BillingCity: "Golden",
  });
});

test("the versions on offer need no session, the resources of a version do", async () => {
  const versions = await sandbox.fetch(new Request(`${origin}/services/data`));
  expect(await versions.json()).toContainEqual({
    label: "Spring '26",
    url: "/services/data/v66.0",
    version: "66.0",
  });
  expect((await sandbox.fetch(new Request(`${origin}/services/data/v66.0`))).status).toBe(401);
  expect((await api("GET", "")).body).toMatchObject({
    query: "/services/data/v66.0/query",
    identity: expect.stringContaining(`${origin}/id/00D`),
  });
});

describe("parameterizedSearch", () => {
  test("finds every word in any text field", async () => {
    const found = await api(
      "GET",
      "parameterizedSearch?q=zelda+gold&sobject=Account&Account.fields=Id,Name",
    );
    expect(found.body).toMatchObject({
      searchRecords: [{ attributes: { type: "Account" }, Name: "Zelda Quist" }],
    });
  });

  test("one letter is too short", async () => {
    expect(await api("GET", "parameterizedSearch?q=z&sobject=Account")).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_SEARCH" }],
    });
  });
});

describe("updated and deleted", () => {
  const span = (start: string, end: string) =>
    `?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`;

  test("the end is not included, and both ends lose their seconds", async () => {
    const { body } = await api(
      "GET",
      `sobjects/Account/updated${span("2026-11-20T15:00:59+00:00", "2026-11-20T15:01:00Z")}`,
    );
    expect(body).toMatchObject({
      ids: [expect.any(String)],
      latestDateCovered: "2026-11-20T15:01:00.000+0000",
    });
    const before = await api(
      "GET",
      `sobjects/Account/updated${span("2026-11-20T14:00:00Z", "2026-11-20T15:00:00Z")}`,
    );
    expect(before.body).toMatchObject({ ids: [] });
  });

  test.each([
    ["updated", "2026-11-20T15:00:00Z", "2026-11-20T15:00:30Z"],
    ["updated", "2026-10-01T00:00:00Z", "2026-11-20T00:00:00Z"],
    ["deleted", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z"],
    ["deleted", "yesterday", "2026-11-20T00:00:00Z"],
  ])("%s from %s to %s is refused", async (log, start, end) => {
    expect(await api("GET", `sobjects/Account/${log}${span(start, end)}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_REPLICATION_DATE" }],
    });
  });
});

test("If-Modified-Since answers 304 for what has not changed", async () => {
  const path = "sobjects/Account/Paintbox_Id__c/zelda";
  const since = { "If-Modified-Since": "Fri, 20 Nov 2026 15:00:00 GMT" };
  expect((await api("GET", path, undefined, since)).status).toBe(304);
  expect((await api("GET", path)).status).toBe(200);
});

test("the sandbox's page shows an opportunity with its quote, and escapes what it shows", async () => {
  const created = await api("POST", "sobjects/Opportunity", {
    Name: "<b>Porch</b>",
    StageName: "Prospecting",
    CloseDate: "2026-12-24",
  });
  const OpportunityId = isJsonObject(created.body) ? created.body["id"] : "";
  await api("POST", "sobjects/Quote", { Name: "Best option", OpportunityId });
  const response = await sandbox.fetch(new Request(`${origin}/`));
  const page = await response.text();
  expect(page).toContain("Local Salesforce sandbox – not the real thing");
  expect(page).toContain("&lt;b&gt;Porch&lt;/b&gt;");
  expect(page).toMatch(/Quote 00000001 · Best option · Draft/);
  expect(page).not.toContain("Bearer");
});
