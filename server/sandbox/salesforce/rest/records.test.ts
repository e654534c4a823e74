import { beforeEach, describe, expect, test } from "vitest";

import { accessTokenOf, type Api, openApi, origin, queryRecords, testConfig } from "../harness.ts";
import { isJsonObject, type JsonObject } from "../json-value.ts";
import { createSalesforceSandbox, type SalesforceSandbox } from "../sandbox.ts";

let sandbox: SalesforceSandbox;
let api: Api;

beforeEach(async () => {
  sandbox = createSalesforceSandbox(testConfig({ seed: true }));
  api = await openApi(sandbox);
});

const idOf = (body: unknown): string => (isJsonObject(body) ? String(body["id"]) : "");

async function create(object: string, fields: JsonObject): Promise<string> {
  const { status, body } = await api("POST", `sobjects/${object}`, fields);
  expect(status).toBe(201);
  return idOf(body);
}

const state = async (): Promise<unknown> =>
  (await sandbox.fetch(new Request(`${origin}/__sandbox__/state`))).json();

const job = { Name: "Hall", StageName: "Prospecting", CloseDate: "2026-12-24" };

async function priceBook(): Promise<{ book: string; line: string }> {
  const [entry] = await queryRecords(
    api,
    "SELECT Id, Pricebook2Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-LINE'",
  );
  return { book: String(entry?.["Pricebook2Id"]), line: String(entry?.["Id"]) };
}

describe("one record", () => {
  test("create, read, change, delete", async () => {
    const id = await create("Account", { Name: "  Peña  ", Phone: "" });
    expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
    const { body } = await api(
      "GET",
      `sobjects/Account/${id.slice(0, 15)}?fields=Id,Name,Phone,CreatedDate`,
    );
    expect(body).toMatchObject({
      Id: id,
      Name: "Peña",
      Phone: null,
      CreatedDate: "2026-11-20T15:00:00.000+0000",
    });
    expect(await api("PATCH", `sobjects/Account/${id}`, { Phone: "1" })).toMatchObject({
      status: 204,
    });
    expect(await api("DELETE", `sobjects/Account/${id}`)).toMatchObject({ status: 204 });
    expect(await api("GET", `sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: "NOT_FOUND" }],
    });
    expect(await api("DELETE", `sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: "ENTITY_IS_DELETED", message: "entity is deleted" }],
    });
  });

  test("upsert by external id creates once, whatever the case, and frees the id when deleted", async () => {
    const path = "sobjects/Account/Paintbox_Id__c/AbC-1";
    const first = await api("PATCH", path, { Name: "One" });
    expect(first).toMatchObject({
      status: 201,
      body: { created: true, success: true, errors: [] },
    });
    const second = await api("PATCH", path.replace("AbC", "aBc"), { Name: "Two" });
    expect(second).toMatchObject({ status: 200, body: { created: false, id: idOf(first.body) } });
    await api("DELETE", `sobjects/Account/${idOf(first.body)}`);
    expect(await api("PATCH", path, { Name: "Three" })).toMatchObject({ status: 201 });
  });

  test("a parent can be named by its external id", async () => {
    await api("PATCH", "sobjects/Account/Paintbox_Id__c/a1", { Name: "Parent" });
    await api("PATCH", "sobjects/Opportunity/Paintbox_Id__c/o1", {
      ...job,
      Account: { Paintbox_Id__c: "a1" },
    });
    const found = await queryRecords(
      api,
      "SELECT Account.Name FROM Opportunity WHERE Paintbox_Id__c = 'o1'",
    );
    expect(found).toMatchObject([{ Account: { Name: "Parent" } }]);
  });

  test("If-Unmodified-Since refuses to overwrite a younger record", async () => {
    const id = await create("Opportunity", job);
    const since = { "If-Unmodified-Since": "Thu, 19 Nov 2026 00:00:00 GMT" };
    expect(await api("PATCH", `sobjects/Opportunity/${id}`, { Name: "x" }, since)).toMatchObject({
      status: 412,
    });
  });
});

describe("refusals", () => {
  test.each([
    ["unknown column", "Account", { Name: "x", Colour: "red" }, "INVALID_FIELD"],
    ["missing fields", "Opportunity", { Name: "x" }, "REQUIRED_FIELD_MISSING"],
    ["too long", "Account", { Name: "x".repeat(256) }, "STRING_TOO_LONG"],
    [
      "unknown stage",
      "Opportunity",
      { ...job, StageName: "Painted" },
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    ],
    [
      "unknown parent",
      "Opportunity",
      { ...job, AccountId: "001Pb0zzzzzzzzz" },
      "INVALID_CROSS_REFERENCE_KEY",
    ],
    [
      "parent of another kind",
      "Opportunity",
      { ...job, AccountId: "003Pb0000000001" },
      "MALFORMED_ID",
    ],
    [
      "unknown external parent",
      "Opportunity",
      { ...job, Account: { Paintbox_Id__c: "no" } },
      "INVALID_FIELD",
    ],
    ["read-only field", "Quote", { Name: "x", GrandTotal: 1 }, "INVALID_FIELD_FOR_INSERT_UPDATE"],
    ["no date", "Opportunity", { ...job, CloseDate: "24.12.2026" }, "JSON_PARSER_ERROR"],
    ["no such day", "Opportunity", { ...job, CloseDate: "2026-02-30" }, "JSON_PARSER_ERROR"],
    ["no number", "Opportunity", { ...job, Amount: "much" }, "JSON_PARSER_ERROR"],
    ["number too large", "Opportunity", { ...job, Amount: 1e17 }, "NUMBER_OUTSIDE_VALID_RANGE"],
    ["no e-mail", "Contact", { LastName: "x", Email: "nobody" }, "INVALID_EMAIL_ADDRESS"],
  ])("%s", async (_title, object, fields, errorCode) => {
    const before = await state();
    const { status, body } = await api("POST", `sobjects/${object}`, fields);
    expect({ status, body }).toMatchObject({
      status: 400,
      body: [{ errorCode, message: expect.any(String) }],
    });
    expect(await state()).toEqual(before);
  });

  test("the whole shape of a refusal", async () => {
    const { body } = await api("POST", "sobjects/Opportunity", { Name: "x" });
    expect(body).toEqual([
      {
        message: "Required fields are missing: [StageName, CloseDate]",
        errorCode: "REQUIRED_FIELD_MISSING",
        fields: ["StageName", "CloseDate"],
      },
    ]);
  });

  test("a unique value twice", async () => {
    await create("Account", { Name: "A", Paintbox_Id__c: "same" });
    const { body } = await api("POST", "sobjects/Account", { Name: "B", Paintbox_Id__c: "SAME" });
    expect(body).toMatchObject([{ errorCode: "DUPLICATE_VALUE" }]);
  });

  test("the external id in the body of its own upsert", async () => {
    const { body } = await api("PATCH", "sobjects/Account/Paintbox_Id__c/a", {
      Name: "A",
      Paintbox_Id__c: "a",
    });
    expect(body).toEqual([
      {
        message: "The Paintbox_Id__c field should not be specified in the sobject data.",
        errorCode: "INVALID_FIELD",
      },
    ]);
  });

  test("a create-only parent on an upsert that updates", async () => {
    const opportunity = await create("Opportunity", job);
    const path = "sobjects/Quote/Paintbox_Id__c/q";
    expect(await api("PATCH", path, { Name: "Q", OpportunityId: opportunity })).toMatchObject({
      status: 201,
    });
    expect(await api("PATCH", path, { Name: "Q", OpportunityId: opportunity })).toMatchObject({
      body: [{ errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE", fields: ["OpportunityId"] }],
    });
  });

  test.each([
    ["GET", "sobjects/Paint", 404, "NOT_FOUND"],
    ["GET", "sobjects/Account/001Pb0000000zzz", 404, "NOT_FOUND"],
    ["GET", "sobjects/Account/nothing", 404, "NOT_FOUND"],
    ["GET", "sobjects/Account/003Pb0000000001", 400, "MALFORMED_ID"],
    ["PUT", "sobjects/Account", 405, "METHOD_NOT_ALLOWED"],
    ["GET", "sobjects/Account/Website/x", 404, "NOT_FOUND"],
    ["GET", "query/0r8Pb0000000009-200", 400, "INVALID_QUERY_LOCATOR"],
    ["GET", "nonsense", 404, "NOT_FOUND"],
  ])("%s %s", async (method, path, status, errorCode) => {
    expect(await api(method, path)).toMatchObject({ status, body: [{ errorCode }] });
  });

  test("broken JSON, a body that is not JSON, a call without a session", async () => {
    const path = `${origin}/services/data/v66.0/sobjects/Account`;
    const { headers } = await api("GET", "limits");
    expect(headers.get("Sforce-Limit-Info")).toBe("api-usage=1/100000");
    expect(
      await api("POST", "sobjects/Account", { Name: "x" }, { "Content-Type": "text/plain" }),
    ).toMatchObject({
      status: 415,
      body: [{ errorCode: "UNSUPPORTED_MEDIA_TYPE" }],
    });
    const Authorization = `Bearer ${await accessTokenOf(sandbox)}`;
    const headersOfJson = { Authorization, "Content-Type": "application/json" };
    const broken = await sandbox.fetch(
      new Request(path, { method: "POST", body: "{", headers: headersOfJson }),
    );
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject([{ errorCode: "JSON_PARSER_ERROR" }]);
    const unsigned = await sandbox.fetch(new Request(path, { method: "POST", body: "{" }));
    expect(unsigned.status).toBe(401);
    expect(await unsigned.json()).toEqual([
      { message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" },
    ]);
  });
});

describe("what Salesforce works out itself", () => {
  test("quote lines, quote and discount to the cent", async () => {
    const { book, line } = await priceBook();
    const OpportunityId = await create("Opportunity", job);
    const QuoteId = await create("Quote", {
      Name: "Q",
      OpportunityId,
      Pricebook2Id: book,
      Tax: 10.005,
    });
    const lineFields = { QuoteId, PricebookEntryId: line, Quantity: 3, UnitPrice: 33.335 };
    const first = await create("QuoteLineItem", lineFields);
    await create("QuoteLineItem", { ...lineFields, Quantity: 1, UnitPrice: 0.1, Discount: 50 });
    const [quote] = await queryRecords(
      api,
      "SELECT QuoteNumber, LineItemCount, Subtotal, TotalPrice, Tax, GrandTotal, Status FROM Quote",
    );
    // 33.335 is kept as 33.34; three of it are 100.02.
    expect(quote).toMatchObject({
      QuoteNumber: "00000001",
      LineItemCount: 2,
      Subtotal: 100.12,
      TotalPrice: 100.07,
      Tax: 10.01,
      GrandTotal: 110.08,
      Status: "Draft",
    });
    await api("DELETE", `sobjects/QuoteLineItem/${first}`);
    expect(await queryRecords(api, "SELECT GrandTotal FROM Quote")).toMatchObject([
      { GrandTotal: 10.06 },
    ]);
  });

  test("a quote without the price book of its line is refused", async () => {
    const { line } = await priceBook();
    const OpportunityId = await create("Opportunity", job);
    const QuoteId = await create("Quote", { Name: "Q", OpportunityId });
    expect(
      await api("POST", "sobjects/QuoteLineItem", {
        QuoteId,
        PricebookEntryId: line,
        Quantity: 1,
        UnitPrice: 1,
      }),
    ).toMatchObject({
      body: [{ errorCode: "FIELD_INTEGRITY_EXCEPTION", fields: ["PricebookEntryId"] }],
    });
  });

  test("an opportunity with products has the sum of them and ignores another Amount", async () => {
    const { line } = await priceBook();
    const OpportunityId = await create("Opportunity", { ...job, Amount: 5 });
    await create("OpportunityLineItem", {
      OpportunityId,
      PricebookEntryId: line,
      Quantity: 2,
      UnitPrice: 12.5,
    });
    await api("PATCH", `sobjects/Opportunity/${OpportunityId}`, {
      Amount: 99,
      StageName: "Closed Won",
    });
    expect((await api("GET", `sobjects/Opportunity/${OpportunityId}`)).body).toMatchObject({
      Amount: 25,
      HasOpportunityLineItem: true,
      IsClosed: true,
      IsWon: true,
      Probability: 100,
    });
  });

  test("deleting an account takes its contacts and opportunities along", async () => {
    const AccountId = await create("Account", { Name: "Gone" });
    await create("Contact", { LastName: "Gone", AccountId });
    await create("Opportunity", { ...job, AccountId });
    await api("DELETE", `sobjects/Account/${AccountId}`);
    expect(
      await queryRecords(api, `SELECT Id FROM Contact WHERE AccountId = '${AccountId}'`),
    ).toEqual([]);
    const all = await api(
      "GET",
      `queryAll?q=SELECT+IsDeleted+FROM+Opportunity+WHERE+AccountId='${AccountId}'`,
    );
    expect(all.body).toMatchObject({ totalSize: 1, records: [{ IsDeleted: true }] });
  });
});
