import { beforeAll, describe, expect, test } from "vitest";

import { type Api, openApi, queryRecords, testConfig } from "../harness.ts";
import { createSalesforceSandbox } from "../sandbox.ts";
import { parseQuery } from "./parser.ts";

let api: Api;

const accounts = [
  { Name: "Ardent O'Hara", BillingCity: "Golden", Phone: "(303) 555-0101" },
  { Name: "birch % co", BillingCity: "Arvada", Phone: null },
  { Name: "Cedar_1", BillingCity: null, Phone: "(303) 555-0103" },
];

beforeAll(async () => {
  api = await openApi(createSalesforceSandbox(testConfig()));
  for (const account of accounts)
    await api("POST", "sobjects/Account", { ...account, Website: "soql-test" });
});

const names = async (rest: string): Promise<readonly unknown[]> => {
  const records = await queryRecords(
    api,
    `SELECT Name FROM Account WHERE Website = 'soql-test' ${rest}`,
  );
  return records.map((record) => record["Name"]);
};

describe("WHERE", () => {
  test.each([
    ["AND Name = 'ARDENT O\\'HARA'", ["Ardent O'Hara"]],
    ["AND Name LIKE '%\\%%'", ["birch % co"]],
    ["AND Name LIKE 'cedar\\_1'", ["Cedar_1"]],
    ["AND Name LIKE '_edar%'", ["Cedar_1"]],
    ["AND BillingCity IN ('Golden', 'Arvada')", ["Ardent O'Hara", "birch % co"]],
    ["AND BillingCity NOT IN ('Golden')", ["birch % co", "Cedar_1"]],
    ["AND BillingCity = null", ["Cedar_1"]],
    ["AND BillingCity != 'Golden'", ["birch % co", "Cedar_1"]],
    ["AND NOT (Phone = null OR BillingCity = null)", ["Ardent O'Hara"]],
    ["AND CreatedDate >= 2026-11-20T08:00:00-07:00", accounts.map((each) => each.Name)],
    ["AND CreatedDate = TODAY AND IsDeleted = false", accounts.map((each) => each.Name)],
    ["AND CreatedDate < LAST_N_DAYS:3", []],
    ["AND Id NOT IN (SELECT AccountId FROM Contact)", accounts.map((each) => each.Name)],
    ["AND Owner.Profile.Name = 'Paintbox Integration'", accounts.map((each) => each.Name)],
  ])("%s", async (condition, expected) => {
    expect(await names(condition)).toEqual(expected);
  });
});

test("ORDER BY takes several keys, direction and the place of nulls", async () => {
  expect(await names("ORDER BY BillingCity")).toEqual(["Cedar_1", "birch % co", "Ardent O'Hara"]);
  expect(await names("ORDER BY BillingCity DESC NULLS LAST, Name")).toEqual([
    "Ardent O'Hara",
    "birch % co",
    "Cedar_1",
  ]);
});

test("LIMIT and OFFSET cut the ordered result", async () => {
  expect(await names("ORDER BY Name LIMIT 1 OFFSET 1")).toEqual(["birch % co"]);
});

test("parents are nested objects, a missing parent is null, children a result of their own", async () => {
  const [first] = await queryRecords(
    api,
    "SELECT Name, Owner.Name, Owner.Profile.Name, (SELECT LastName FROM Contacts) FROM Account ORDER BY Id LIMIT 1",
  );
  expect(first).toMatchObject({
    attributes: {
      type: "Account",
      url: expect.stringMatching(/^\/services\/data\/v66\.0\/sobjects\/Account\/001/),
    },
    Owner: { attributes: { type: "User" }, Name: "Erin Vega", Profile: { Name: "Standard User" } },
    Contacts: {
      done: true,
      records: [{ attributes: { type: "Contact" }, LastName: expect.any(String) }],
    },
  });
  await api("POST", "sobjects/Contact", { LastName: "Alone" });
  const [alone] = await queryRecords(
    api,
    "SELECT Account.Name FROM Contact WHERE LastName = 'Alone'",
  );
  expect(alone?.["Account"]).toBeNull();
});

test("COUNT() answers the number without records", async () => {
  const { body } = await api(
    "GET",
    `query?q=${encodeURIComponent("SELECT COUNT() FROM Account WHERE Website = 'soql-test'")}`,
  );
  expect(body).toEqual({ totalSize: 3, done: true, records: [] });
});

describe("refusals carry the place of the mistake", () => {
  const refusal = async (soql: string): Promise<unknown> => {
    const { status, body } = await api("GET", `query?q=${encodeURIComponent(soql)}`);
    expect(status).toBe(400);
    return body;
  };

  test("unknown field", async () => {
    expect(await refusal("SELECT Id, Colour FROM Account")).toEqual([
      {
        errorCode: "INVALID_FIELD",
        message: expect.stringMatching(
          /^\nSELECT Id, Colour FROM Account\n {11}\^\nERROR at Row:1:Column:12\nNo such column 'Colour' on entity 'Account'\./,
        ),
      },
    ]);
  });

  test("unknown object", async () => {
    expect(await refusal("SELECT Id FROM Paint")).toMatchObject([
      {
        errorCode: "INVALID_TYPE",
        message: expect.stringContaining("sObject type 'Paint' is not supported."),
      },
    ]);
  });

  test.each([
    ["SELECT Id FROM Account WHERE", "<EOF>"],
    ["SELECT Id FORM Account", "FORM"],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "OR"],
    ["SELECT Id FROM Account LIMIT ten", "ten"],
    ["SELECT Id FROM Account; DROP", ";"],
    ["SELECT Id FROM Account GROUP BY Name", "GROUP"],
  ])("%s", async (soql, token) => {
    expect(await refusal(soql)).toMatchObject([
      {
        errorCode: "MALFORMED_QUERY",
        message: expect.stringContaining(`unexpected token: '${token}'`),
      },
    ]);
  });

  test.each([
    ["SELECT Id FROM Account WHERE Name = 1", "INVALID_FIELD"],
    ["SELECT Id FROM Opportunity WHERE Amount = '1'", "INVALID_FIELD"],
    ["SELECT Id FROM Account WHERE Description = 'long'", "INVALID_FIELD"],
    ["SELECT Id FROM Account WHERE Id = 'abc'", "INVALID_QUERY_FILTER_OPERATOR"],
    ["SELECT Id FROM Account WHERE Name = 'it\\s'", "MALFORMED_QUERY"],
    ["SELECT Id FROM Account OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE"],
  ])("%s", async (soql, errorCode) => {
    expect(await refusal(soql)).toMatchObject([{ errorCode }]);
  });
});

test("the parser tells a date from a number and a number from a sign", () => {
  const { where } = parseQuery(
    "SELECT Id FROM Quote WHERE ExpirationDate > 2026-11-20 AND Tax >= -1.5",
  );
  expect(where).toMatchObject({
    kind: "and",
    parts: [
      { operator: ">", value: { kind: "date", value: "2026-11-20" } },
      { operator: ">=", value: { kind: "number", value: -1.5 } },
    ],
  });
});
