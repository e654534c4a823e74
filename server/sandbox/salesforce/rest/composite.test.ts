import { beforeEach, describe, expect, test } from "vitest";

import { type Api, openApi, queryRecords, testConfig } from "../harness.ts";
import { createSalesforceSandbox } from "../sandbox.ts";

let api: Api;

beforeEach(async () => {
  api = await openApi(createSalesforceSandbox(testConfig()));
});

const base = "/services/data/v66.0";
const job = { Name: "Hall", StageName: "Prospecting", CloseDate: "2026-12-24" };

const compose = (allOrNone: boolean, ...compositeRequest: readonly object[]) =>
  api("POST", "composite", { allOrNone, compositeRequest });

const createAccount = (referenceId: string, fields: object) => ({
  method: "POST",
  url: `${base}/sobjects/Account`,
  referenceId,
  body: fields,
});

const countAccounts = async (name: string): Promise<number> =>
  (await queryRecords(api, `SELECT Id FROM Account WHERE Name = '${name}'`)).length;

describe("composite", () => {
  test("later parts use what earlier ones answered, in URL and body", async () => {
    const { status, body } = await compose(
      true,
      createAccount("customer", { Name: "Chain" }),
      {
        method: "POST",
        url: `${base}/sobjects/Opportunity`,
        referenceId: "job",
        body: { ...job, AccountId: "@{customer.id}" },
      },
      {
        method: "GET",
        url: `${base}/query?q=SELECT+Id,Name+FROM+Opportunity+WHERE+Id='@{job.id}'`,
        referenceId: "found",
      },
      {
        method: "GET",
        url: `${base}/sobjects/Opportunity/@{found.records[0].Id}?fields=Name`,
        referenceId: "again",
      },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        {
          httpStatusCode: 201,
          referenceId: "customer",
          httpHeaders: { Location: expect.any(String) },
        },
        { httpStatusCode: 201, referenceId: "job" },
        { httpStatusCode: 200, body: { totalSize: 1 } },
        { httpStatusCode: 200, body: { Name: "Hall" } },
      ],
    });
  });

  test("all or none: one failure undoes everything, and the top level is still 200", async () => {
    const { status, body } = await compose(
      true,
      createAccount("first", { Name: "Undone" }),
      createAccount("second", {}),
      createAccount("third", { Name: "Undone" }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }], referenceId: "first" },
        {
          httpStatusCode: 400,
          body: [{ errorCode: "REQUIRED_FIELD_MISSING" }],
          referenceId: "second",
        },
        { httpStatusCode: 400, body: [{ errorCode: "PROCESSING_HALTED" }], referenceId: "third" },
      ],
    });
    expect(await countAccounts("Undone")).toBe(0);
  });

  test("without it the rest is done, except what depends on the failure", async () => {
    const { body } = await compose(
      false,
      createAccount("bad", {}),
      createAccount("good", { Name: "Kept" }),
      {
        method: "POST",
        url: `${base}/sobjects/Contact`,
        referenceId: "child",
        body: { LastName: "x", AccountId: "@{bad.id}" },
      },
    );
    expect(body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 400 },
        { httpStatusCode: 201 },
        { body: [{ errorCode: "PROCESSING_HALTED" }] },
      ],
    });
    expect(await countAccounts("Kept")).toBe(1);
  });

  test("an all-or-none composite overrides the flag of a collection inside", async () => {
    const records = [
      { attributes: { type: "Account" }, Name: "Inner" },
      { attributes: { type: "Account" }, Name: null },
    ];
    const { body } = await compose(true, createAccount("outer", { Name: "Inner" }), {
      method: "POST",
      url: `${base}/composite/sobjects`,
      referenceId: "rows",
      body: { allOrNone: false, records },
    });
    expect(body).toMatchObject({
      compositeResponse: [
        { body: [{ errorCode: "PROCESSING_HALTED" }] },
        {
          body: [
            { success: false, errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK" }] },
            {
              success: false,
              errors: [{ statusCode: "REQUIRED_FIELD_MISSING", fields: ["Name"] }],
            },
          ],
        },
      ],
    });
    expect(await countAccounts("Inner")).toBe(0);
  });

  test("a failure also takes totals back that it changed on the way", async () => {
    const [entry] = await queryRecords(api, "SELECT Id, Pricebook2Id FROM PricebookEntry LIMIT 1");
    await api("PATCH", "sobjects/Opportunity/Paintbox_Id__c/o", job);
    const Opportunity = { Paintbox_Id__c: "o" };
    await api("PATCH", "sobjects/Quote/Paintbox_Id__c/q", {
      Name: "Q",
      Opportunity,
      Pricebook2Id: entry?.["Pricebook2Id"],
    });
    const line = {
      PricebookEntryId: entry?.["Id"],
      Quantity: 1,
      UnitPrice: 7,
      Quote: { Paintbox_Id__c: "q" },
    };
    const put = (id: string, body: object) => ({
      method: "PATCH",
      url: `${base}/sobjects/QuoteLineItem/Paintbox_Id__c/${id}`,
      referenceId: id,
      body,
    });
    await compose(true, put("l1", line), put("l2", { ...line, Quantity: null }));
    expect(await queryRecords(api, "SELECT GrandTotal, LineItemCount FROM Quote")).toMatchObject([
      { GrandTotal: 0, LineItemCount: 0 },
    ]);
    await compose(true, put("l1", line), put("l2", line));
    expect(await queryRecords(api, "SELECT GrandTotal FROM Quote")).toMatchObject([
      { GrandTotal: 14 },
    ]);
  });

  test("more than 25 parts, or more than 5 queries, are refused inside a 200", async () => {
    const many = Array.from({ length: 26 }, (_unused, index) =>
      createAccount(`a${index}`, { Name: "Many" }),
    );
    const refused = {
      compositeResponse: [
        { httpStatusCode: 400, referenceId: null, body: [{ errorCode: "LIMIT_EXCEEDED" }] },
      ],
    };
    expect(await compose(false, ...many)).toMatchObject({ status: 200, body: refused });
    const query = (index: number) => ({
      method: "GET",
      url: `${base}/query?q=SELECT+Id+FROM+User`,
      referenceId: `q${index}`,
    });
    expect(await compose(false, ...[1, 2, 3, 4, 5, 6].map(query))).toMatchObject({
      status: 200,
      body: refused,
    });
    expect(await countAccounts("Many")).toBe(0);
  });
});

describe("collections", () => {
  const row = (Name: string | null) => ({ attributes: { type: "Account" }, Name });

  test("rows fail for themselves unless all or none is asked", async () => {
    const send = (allOrNone: boolean) =>
      api("POST", "composite/sobjects", { allOrNone, records: [row("Row"), row(null)] });
    expect(await send(true)).toMatchObject({
      status: 200,
      body: [
        { success: false, errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK" }] },
        { success: false, errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }] },
      ],
    });
    expect(await countAccounts("Row")).toBe(0);
    expect(await send(false)).toMatchObject({
      body: [{ success: true, errors: [] }, { success: false }],
    });
    expect(await countAccounts("Row")).toBe(1);
  });

  test("an unknown column fails the request, not the row", async () => {
    const records = [row("Fine"), { ...row("Bad"), Colour: "red" }];
    expect(await api("POST", "composite/sobjects", { records })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_FIELD" }],
    });
    expect(await countAccounts("Fine")).toBe(0);
  });

  test("201 rows are too many", async () => {
    const records = Array.from({ length: 201 }, () => row("Crowd"));
    expect(await api("POST", "composite/sobjects", { records })).toMatchObject({
      status: 400,
      body: [{ errorCode: "EXCEEDED_ID_LIMIT" }],
    });
  });

  test("upsert, retrieve with gaps, delete", async () => {
    const records = ["r1", "r2"].map((Paintbox_Id__c) => ({ ...row("Batch"), Paintbox_Id__c }));
    const upsert = () => api("PATCH", "composite/sobjects/Account/Paintbox_Id__c", { records });
    expect(await upsert()).toMatchObject({ body: [{ created: true }, { created: true }] });
    expect(await upsert()).toMatchObject({ body: [{ created: false }, { created: false }] });
    const ids = (await queryRecords(api, "SELECT Id FROM Account WHERE Name = 'Batch'")).map(
      (each) => each["Id"],
    );
    const asked = { ids: [ids[1], "001Pb0zzzzzzzzz", ids[0]], fields: ["Paintbox_Id__c"] };
    expect(await api("POST", "composite/sobjects/Account", asked)).toMatchObject({
      body: [{ Paintbox_Id__c: "r2" }, null, { Paintbox_Id__c: "r1" }],
    });
    expect(
      await api("DELETE", `composite/sobjects?ids=${ids.join(",")}&allOrNone=true`),
    ).toMatchObject({
      body: [{ success: true }, { success: true }],
    });
    expect(await countAccounts("Batch")).toBe(0);
  });
});
