import { type ServerType, serve } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { accessTokenOf, type Api, openApi, origin, queryRecords, testConfig } from "./harness.ts";
import { createSalesforceSandbox } from "./sandbox.ts";

const sandbox = createSalesforceSandbox(testConfig());
let api: Api;

beforeEach(async () => {
  sandbox.reset();
  api = await openApi(sandbox);
});

const control = async (method: string, path: string, body?: unknown) => {
  const response = await sandbox.fetch(
    new Request(`${origin}/__sandbox__/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
};
const create = async (object: string, fields: object, headers = {}) =>
  api("POST", `sobjects/${object}`, fields, headers);
const idOf = ({ body }: { readonly body: unknown }): string =>
  String(Reflect.get(Object(body), "id"));

describe("duplicate rules", () => {
  const fields = ["Name", "Phone"];
  const known = { Name: "Jo Field", Phone: "303 555 0142" };
  const save = { "Sforce-Duplicate-Rule-Header": "allowSave=true" };

  test.each([
    ["alert", "duplicateResut", 201],
    ["block", "duplicateResult", 400],
  ] as const)(
    "%s, in the spelling %s: told with its matches, and %s when it is insisted on",
    async (action, spelling, status) => {
      const first = await create("Account", known);
      sandbox.settings.set({ duplicateRules: [{ object: "Account", fields, action, spelling }] });
      const again = { ...known, Name: "JO FIELD" };
      expect(await create("Account", again)).toMatchObject({
        status: 400,
        body: [
          {
            errorCode: "DUPLICATES_DETECTED",
            [spelling]: {
              allowSave: action === "alert",
              matchResults: [{ matchRecords: [{ record: { Id: idOf(first) } }] }],
            },
          },
        ],
      });
      expect((await create("Account", again, save)).status).toBe(status);
      expect((await create("Account", { ...known, Phone: "1" })).status).toBe(201);
    },
  );
});

test("a validation rule speaks in its own words and names its field", async () => {
  const rule = { object: "Account", field: "Phone", matches: "^$", message: "Phone, please." };
  sandbox.settings.set({ validationRules: [rule] });
  expect(await create("Account", { Name: "No phone" })).toMatchObject({
    status: 400,
    body: [
      {
        errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
        message: "Phone, please.",
        fields: ["Phone"],
      },
    ],
  });
});

test("a value taken out of a picklist is refused anew, kept where it stands, and shown as inactive", async () => {
  const job = { Name: "Job", CloseDate: "2027-01-31", StageName: "Closed Won" };
  const old = idOf(await create("Opportunity", job));
  const removed = { object: "Opportunity", field: "StageName", value: "Closed Won" };
  sandbox.settings.set({ removedPicklistValues: [removed] });
  expect((await create("Opportunity", job)).body).toMatchObject([
    { errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST" },
  ]);
  expect((await api("PATCH", `sobjects/Opportunity/${old}`, { NextStep: "x" })).status).toBe(204);
  expect((await api("GET", "sobjects/Opportunity/describe")).body).toMatchObject({
    fields: expect.arrayContaining([
      expect.objectContaining({
        name: "StageName",
        picklistValues: expect.arrayContaining([
          expect.objectContaining({ value: "Closed Won", active: false }),
        ]),
      }),
    ]),
  });
});

test("without Quotes there are none: not described, not queried, not written", async () => {
  sandbox.settings.set({ quotes: "off" });
  expect((await api("GET", "sobjects/Quote/describe")).status).toBe(404);
  expect((await create("QuoteLineItem", {})).status).toBe(404);
  expect((await api("GET", "query?q=SELECT+Id+FROM+Quote")).body).toMatchObject([
    { errorCode: "INVALID_TYPE" },
  ]);
  const { body } = await api("GET", "sobjects");
  expect(JSON.stringify(body)).not.toContain('"Quote"');
});

test("a merge moves what belonged to the duplicate, which names its master in the recycle bin", async () => {
  const master = idOf(await create("Account", { Name: "Kept" }));
  const duplicate = idOf(await create("Account", { Name: "Lost" }));
  const child = idOf(await create("Contact", { LastName: "Lost", AccountId: duplicate }));
  expect((await control("POST", "merge", { master, duplicate })).status).toBe(204);
  expect(
    await queryRecords(api, `SELECT AccountId FROM Contact WHERE Id = '${child}'`),
  ).toMatchObject([{ AccountId: master }]);
  const soql = `SELECT IsDeleted, MasterRecordId FROM Account WHERE Id = '${duplicate}'`;
  expect((await api("GET", `queryAll?q=${encodeURIComponent(soql)}`)).body).toMatchObject({
    records: [{ IsDeleted: true, MasterRecordId: master }],
  });
  expect((await control("POST", "merge", { master })).status).toBe(400);
});

test("a converted lead names what it has become", async () => {
  const lead = idOf(await create("Lead", { LastName: "Field", Company: "Jo Field" }));
  const { body } = await control("POST", "convert", { lead });
  const accountId = String(Reflect.get(Object(body), "accountId"));
  const soql = `SELECT IsConverted, ConvertedAccountId, ConvertedAccount.Name FROM Lead WHERE Id = '${lead}'`;
  expect(await queryRecords(api, soql)).toMatchObject([
    { IsConverted: true, ConvertedAccountId: accountId, ConvertedAccount: { Name: "Jo Field" } },
  ]);
});

test("the day's calls and those at the same time have one code and two texts", async () => {
  sandbox.settings.set({ dailyApiRequests: 1 });
  const messageOf = ({ body }: { readonly body: unknown }) =>
    Reflect.get(Object(body)[0], "message");
  await api("GET", "limits");
  expect(messageOf(await api("GET", "limits"))).toMatch(/^TotalRequests Limit exceeded/);
  sandbox.settings.set({ dailyApiRequests: 100, concurrentRequests: 0 });
  const refused = await api("GET", "limits");
  expect(refused.status).toBe(403);
  expect(messageOf(refused)).toMatch(/^ConcurrentRequests /);
});

test("siblings written in parallel lock each other out, one after the other they do not", async () => {
  const parent = idOf(await create("Account", { Name: "Parent" }));
  const job = { Name: "Job", CloseDate: "2027-01-31", StageName: "Prospecting", AccountId: parent };
  sandbox.settings.set({ lockMs: 1 });
  const answers = await Promise.all([create("Opportunity", job), create("Opportunity", job)]);
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    201, 400,
  ]);
  expect(JSON.stringify(answers)).toContain("UNABLE_TO_LOCK_ROW");
  expect((await create("Opportunity", job)).status).toBe(201);
});

test("pages may be shorter than was asked for, and still all rows come", async () => {
  sandbox.settings.set({ pageRows: 150 });
  expect((await api("GET", "query?q=SELECT+Id+FROM+Account")).body).toMatchObject({
    done: false,
    totalSize: 320,
    records: { length: 150 },
  });
});

test("an org that moved redirects, and a new token says where it is", async () => {
  sandbox.settings.set({ instanceUrl: "http://elsewhere.test" });
  const token = await accessTokenOf(sandbox);
  const response = await sandbox.fetch(
    new Request(`${origin}/services/data/v66.0/limits`, {
      headers: { Authorization: `Bearer ${token}` },
    }),
  );
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("http://elsewhere.test/services/data/v66.0/limits");
});

test("SOSL finds parts of words, in the objects and fields it names", async () => {
  await create("Account", { Name: "Marigold Bakery" });
  const find = (q: string) => api("GET", `search?q=${encodeURIComponent(q)}`);
  const found = await find(
    "FIND {marigold bak*} IN NAME FIELDS RETURNING Account(Id, Name LIMIT 5), Contact",
  );
  expect(found.body).toMatchObject({
    searchRecords: [{ attributes: { type: "Account" }, Name: "Marigold Bakery" }],
  });
  expect((await find("FIND marigold")).body).toMatchObject([{ errorCode: "MALFORMED_SEARCH" }]);
});

test("the switch over HTTP: what is named changes, nonsense changes nothing, a reset undoes it", async () => {
  expect((await control("PATCH", "org", { quotes: "off" })).status).toBe(200);
  expect((await control("PATCH", "org", { quotes: "maybe" })).status).toBe(400);
  await control("PATCH", "org", { pageRows: 10 });
  expect((await control("GET", "org")).body).toMatchObject({ quotes: "off", pageRows: 10 });
  sandbox.reset();
  expect((await control("GET", "org")).body).toMatchObject({ quotes: "on" });
});

describe("over a socket", () => {
  let server: ServerType;
  let base: string;
  beforeAll(async () => {
    const port = await new Promise<number>((listening) => {
      server = serve({ fetch: sandbox.fetch, hostname: "127.0.0.1", port: 0 }, (info) =>
        listening(info.port),
      );
    });
    base = `http://127.0.0.1:${port}/services/data/`;
  });
  afterAll(() => server.close());

  test("a packed answer breaks off; another begins and hangs", async () => {
    sandbox.faults.add({ action: { kind: "truncate", gzip: true } });
    const cut = await fetch(base);
    expect(cut.headers.get("content-encoding")).toBe("gzip");
    await expect(cut.text()).rejects.toThrow("terminated");
    sandbox.faults.add({ action: { kind: "stall", ms: 5 } });
    const hanging = await fetch(base);
    expect(hanging.status).toBe(200);
    await expect(hanging.text()).rejects.toThrow("terminated");
  });
});
