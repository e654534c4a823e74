/**
 * What our client relies on, held against the sandbox and, where SALESFORCE_TEST_… names one, against a real org: where
 * the two differ, every other test of ours is worth less. It needs the org of README, "Against a real Salesforce"; what
 * it makes there it takes away again.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createSalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import { DATA_PATH } from "./api-version.ts";
import { createSalesforceClient, pageOf, queryPath, type SalesforceClient } from "./client.ts";
import { partAs, type Subrequest } from "./composite.ts";
import { clock, sandboxCredentials, serveSalesforce } from "./testing/local-salesforce.ts";
import { realOrgIssuer } from "./testing/real-org.ts";

interface Org {
  readonly name: string;
  open(): Promise<{ readonly client: SalesforceClient; close(): Promise<void> }>;
}

const local: Org = {
  name: "the sandbox",
  async open() {
    const served = await serveSalesforce(createSalesforceSandbox({ ...sandboxCredentials }).fetch);
    return { client: served.client(), close: () => served.close() };
  },
};
const issuer = realOrgIssuer();
const real: readonly Org[] = issuer
  ? [
      {
        name: "a real org",
        open: () => {
          const client = createSalesforceClient({ issuer, clock });
          return Promise.resolve({ client, close: () => Promise.resolve(client.close()) });
        },
      },
    ]
  : [];

const named = z.object({ Id: z.string(), Name: z.string() });

describe.each([local, ...real])("$name", (kind) => {
  const made: string[] = [];
  let org: Awaited<ReturnType<Org["open"]>>;
  beforeAll(async () => {
    org = await kind.open();
  });
  afterAll(async () => {
    const parts = made.map((id, index) => ({
      method: "DELETE" as const,
      url: `${DATA_PATH}/sobjects/Account/Paintbox_Id__c/${id}`,
      referenceId: `gone${index}`,
    }));
    if (parts.length > 0) await write(parts, false);
    await org.close();
  });

  const write = (subrequests: readonly Subrequest[], allOrNone = true) =>
    org.client.composite(subrequests, { allOrNone, purpose: "write", repeatable: false });
  const newId = (): string => {
    const id = randomUUID();
    made.push(id);
    return id;
  };
  const account = (id: string, body: object, referenceId = "account"): Subrequest => ({
    method: "PATCH",
    url: `${DATA_PATH}/sobjects/Account/Paintbox_Id__c/${id}`,
    referenceId,
    body,
  });
  const found = async (id: string) => {
    const rows = await org.client.query(
      {
        from: "Account",
        select: ["Id", "Name"],
        where: { field: "Paintbox_Id__c", is: "=", value: id },
      },
      named,
    );
    if (!rows.ok) throw new Error(rows.error.message);
    return rows.value;
  };
  /** Names that no duplicate rule of the org takes for one another. */
  const name = (id: string): string => `Paintbox contract ${id}`;

  test("we know who we are, and where people look at a record", async () => {
    const identity = await org.client.identity();
    expect(identity).toMatchObject({
      ok: true,
      value: { organizationId: expect.stringMatching(/^00D\w{15}$/) },
    });
    expect(org.client.recordUrl("001")).toMatch(/^https?:\/\/.+\/001$/);
  });

  test("an answer says how much of the day is used", async () => {
    await org.client.describe("Account");
    expect(org.client.usage()?.allowed).toBeGreaterThan(0);
  });

  test("the field that everything hangs on is there, unique, and an external id", async () => {
    const described = await org.client.describe("Account");
    expect(described.ok && described.value.fields).toContainEqual(
      expect.objectContaining({ name: "Paintbox_Id__c", externalId: true, unique: true }),
    );
  });

  test("an object that is not there is not found, which is how we tell an org without quotes", async () => {
    expect(await org.client.describe("NoSuchThing__c")).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  });

  test("a field that is not there has its own reason, and is not tried again", async () => {
    const answer = await org.client.query({ from: "Account", select: ["Nope__c"] }, named);
    expect(answer).toMatchObject({
      ok: false,
      error: { code: "rejected", reason: "INVALID_FIELD" },
    });
  });

  test("upsert by our id twice is one record, with the last word", async () => {
    const id = newId();
    expect((await write([account(id, { Name: name(id) })])).ok).toBe(true);
    expect((await write([account(id, { Name: `${name(id)} again` })])).ok).toBe(true);
    expect(await found(id)).toMatchObject([{ Name: `${name(id)} again` }]);
  });

  test("a child finds its parent by our id in the same call, and its answer can be read back", async () => {
    const id = newId();
    const contact = randomUUID();
    const answer = await write([
      account(id, { Name: name(id) }),
      {
        method: "PATCH",
        url: `${DATA_PATH}/sobjects/Contact/Paintbox_Id__c/${contact}`,
        referenceId: "contact",
        body: { LastName: name(contact), Account: { Paintbox_Id__c: id } },
      },
      {
        method: "GET",
        url: `${DATA_PATH}/sobjects/Contact/Paintbox_Id__c/${contact}?fields=Id,AccountId`,
        referenceId: "after",
      },
    ]);
    if (!answer.ok) throw new Error(answer.error.message);
    const after = partAs(answer.value, "after", z.object({ AccountId: z.string() }));
    expect(after).toMatchObject({ ok: true, value: { AccountId: (await found(id))[0]?.Id } });
  });

  test("all or none: a part that fails takes the others back, and is the one that is told", async () => {
    const id = newId();
    const answer = await write([
      account(id, { Name: name(id) }),
      account(randomUUID(), { Name: "" }, "nameless"),
    ]);
    expect(answer).toMatchObject({ ok: false, error: { reason: "REQUIRED_FIELD_MISSING" } });
    expect(await found(id)).toEqual([]);
  });

  test("several queries are one call, each with its own page", async () => {
    const part = (from: string): Subrequest => ({
      method: "GET",
      url: queryPath({ from, select: ["Id"], orderBy: ["SystemModstamp", "Id"], limit: 2 }),
      referenceId: `page${from}`,
    });
    const answer = await org.client.composite([part("Account"), part("Contact")], {
      allOrNone: false,
      purpose: "read",
      repeatable: true,
    });
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.value.date).toBeTypeOf("number");
    for (const from of ["Account", "Contact"])
      expect(
        partAs(answer.value, `page${from}`, pageOf(z.object({ Id: z.string() }))),
      ).toMatchObject({ ok: true });
  });

  test("the recycle bin is seen by those who ask for it", async () => {
    const id = newId();
    await write([account(id, { Name: name(id) })]);
    const [row] = await found(id);
    await write([
      {
        method: "DELETE",
        url: `${DATA_PATH}/sobjects/Account/${row?.Id}`,
        referenceId: "gone",
      },
    ]);
    expect(await found(id)).toEqual([]);
    const bin = await org.client.queryAll(
      {
        from: "Account",
        select: ["Id", "Name", "MasterRecordId"],
        where: { field: "Id", is: "=", value: row?.Id ?? "" },
      },
      z.object({ Id: z.string(), MasterRecordId: z.nullable(z.string()) }),
    );
    expect(bin).toMatchObject({ ok: true, value: [{ Id: row?.Id, MasterRecordId: null }] });
  });
});
