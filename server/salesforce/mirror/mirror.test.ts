import { afterEach, beforeEach, expect, test } from "vitest";
import { createSalesforceSandbox } from "../../sandbox/salesforce/sandbox.ts";
import { nextRevision, putRecord, readRecord, recordsSince } from "../../store/records.ts";
import { openStore, type Store } from "../../store/store.ts";
import {
  type LocalSalesforce,
  sandboxCredentials,
  serveSalesforce,
} from "../testing/local-salesforce.ts";
import { mirrorRound } from "./mirror.ts";

const MINUTE = 60_000;
const COMPANY = "00D000000000001AAA";
let now: number;
const clock = { now: () => now };
let sandbox: ReturnType<typeof createSalesforceSandbox>;
let local: LocalSalesforce;
let store: Store;
let pokes: number;

beforeEach(async () => {
  now = Date.now();
  sandbox = createSalesforceSandbox({ ...sandboxCredentials, clock: () => new Date(now) });
  local = await serveSalesforce(sandbox.fetch, clock);
  store = await openStore({ directory: ":memory:" });
  pokes = 0;
});
afterEach(async () => {
  await local.close();
  await store.close();
});

const round = (pageSize?: number) =>
  mirrorRound({
    salesforce: local.client(clock),
    store,
    hub: { poke: () => (pokes += 1) },
    clock,
    companyId: COMPANY,
    pageSize,
  });
const everything = async () => {
  const { records } = await store.read((tx) => recordsSince(tx, COMPANY, 0, 100_000));
  return records;
};
const living = async (entity: string) =>
  (await everything()).filter((record) => record.entity === entity && !record.deleted);
const customer = (id: string) => store.read((tx) => readRecord(tx, COMPANY, "customer", id));
const createdId = (body: unknown): string => {
  if (typeof body === "object" && body !== null && "id" in body) return String(body.id);
  throw new Error("nothing was created");
};
const newAccount = async (fields: Record<string, unknown>): Promise<string> =>
  createdId(await local.call("POST", "sobjects/Account", fields));
/** What a tablet's mutation leaves in the store. */
const editOnTablet = (id: string, fields: Record<string, string | null>) =>
  store.write(async (tx) => {
    const record = await readRecord(tx, COMPANY, "customer", id);
    const rev = await nextRevision(tx);
    await putRecord(
      tx,
      COMPANY,
      { entity: "customer", id, deleted: false, fields: { ...record?.fields, ...fields } },
      { rev, updatedBy: "005tablet", now },
    );
  });

test("a first load brings every account and contact, and the open opportunities", async () => {
  const loaded = await round();
  expect(loaded.ok).toBe(true);
  const open = await local.rows("SELECT Id FROM Opportunity WHERE IsClosed = false");
  expect(await living("customer")).toHaveLength(320);
  expect(await living("contact")).toHaveLength((await local.rows("SELECT Id FROM Contact")).length);
  expect(await living("opportunity")).toHaveLength(open.length);
  const ids = new Set((await living("customer")).map(({ id }) => id));
  for (const { fields } of [...(await living("contact")), ...(await living("opportunity"))])
    expect(ids).toContain(fields["customerId"]);
});

test("a second round is one call, changes nothing and tells nobody", async () => {
  await round();
  const before = await everything();
  const told = pokes;
  const calls = local.requests("/composite");
  await round();
  expect(await everything()).toEqual(before);
  expect(pokes).toBe(told);
  expect(local.requests("/composite") - calls).toBe(1);
});

test("pages by key: hundreds of rows with one stamp come each exactly once", async () => {
  // All at one frozen instant, and a page far smaller than that.
  for (let count = 0; count < 130; count += 1) await newAccount({ Name: `Bulk ${count}` });
  const loaded = await round(50);
  expect(loaded.ok).toBe(true);
  const bulk = (await living("customer")).filter(({ fields }) =>
    String(fields["name"]).startsWith("Bulk "),
  );
  expect(new Set(bulk.map(({ id }) => id)).size).toBe(130);
});

test("a row that became visible late, with a stamp from before the last round, is not lost", async () => {
  await round();
  const began = now;
  now = began + 2 * MINUTE;
  await round();
  // Committed now, stamped a minute before the last round.
  now = began + MINUTE;
  const id = await newAccount({ Name: "Late Larry" });
  now = began + 3 * MINUTE;
  await round();
  expect((await customer(id))?.fields["name"]).toBe("Late Larry");
});

test("a changed account changes its one record under a new revision", async () => {
  await round();
  const [{ id } = { id: "" }] = await living("customer");
  const before = await everything();
  now += MINUTE;
  await local.call("PATCH", `sobjects/Account/${id}`, { Phone: "(303) 555-0100" });
  await round();
  const changed = (await everything()).filter(
    (record) => before.find((old) => old.id === record.id)?.rev !== record.rev,
  );
  expect(changed).toHaveLength(1);
  expect(changed[0]).toMatchObject({ id, updatedBy: "salesforce" });
  expect(changed[0]?.fields["phone"]).toBe("(303) 555-0100");
});

test("reading a row again does not undo what was edited on a tablet", async () => {
  await round();
  const [{ id } = { id: "" }] = await living("customer");
  await local.call("PATCH", `sobjects/Account/${id}`, { BillingCity: "Golden" });
  await round();
  await editOnTablet(id, { phone: "720 555 0111", email: "jo@example.com" });
  now += MINUTE;
  await local.call("PATCH", `sobjects/Account/${id}`, { BillingCity: "Boulder" });
  await round();
  expect((await customer(id))?.fields).toMatchObject({
    phone: "720 555 0111",
    email: "jo@example.com",
    city: "Boulder",
  });
  expect(await living("conflict")).toHaveLength(0);
});

test("a field changed in both places takes Salesforce's value and keeps the tablet's in a conflict", async () => {
  await round();
  const [{ id } = { id: "" }] = await living("customer");
  await editOnTablet(id, { phone: "720 555 0111" });
  now += MINUTE;
  await local.call("PATCH", `sobjects/Account/${id}`, { Phone: "303 555 0199" });
  await round();
  expect((await customer(id))?.fields["phone"]).toBe("303 555 0199");
  const [conflict] = await living("conflict");
  expect(conflict?.fields).toMatchObject({
    entityId: id,
    field: "phone",
    mine: JSON.stringify("720 555 0111"),
    theirs: JSON.stringify("303 555 0199"),
  });
});

test("a deleted account, an opportunity that closed: tombstones; an undone deletion comes back", async () => {
  await round();
  const gone = (await living("customer"))[0]?.id ?? "";
  const closed = (await living("opportunity")).find(
    ({ fields }) => fields["customerId"] !== gone,
  )?.id;
  now += MINUTE;
  await local.call("DELETE", `sobjects/Account/${gone}`);
  await local.call("PATCH", `sobjects/Opportunity/${closed}`, { StageName: "Closed Lost" });
  now += 2 * MINUTE;
  await round();
  expect((await customer(gone))?.deleted).toBe(true);
  expect((await customer(gone))?.fields["name"]).not.toBe("");
  expect((await living("opportunity")).map(({ id }) => id)).not.toContain(closed);
  expect(
    (await living("contact")).filter(({ fields }) => fields["customerId"] === gone),
  ).toHaveLength(0);
  await local.call("PATCH", `sobjects/Opportunity/${closed}`, { StageName: "Prospecting" });
  await round();
  expect((await living("opportunity")).map(({ id }) => id)).toContain(closed);
});

test("after weeks away the deletion log does not reach; all ids are compared instead", async () => {
  await round();
  const gone = (await living("customer"))[0]?.id ?? "";
  now += MINUTE;
  await local.call("DELETE", `sobjects/Account/${gone}`);
  now += 20 * 24 * 60 * MINUTE;
  const later = await round();
  expect(later.ok).toBe(true);
  expect((await customer(gone))?.deleted).toBe(true);
  expect(await living("customer")).toHaveLength(319);
});

test("a customer born on a tablet keeps its id when its account is met", async () => {
  const born = "01890000-0000-7000-8000-00000000c001";
  await editOnTablet(born, { name: "Jo Field", phone: "1", salesforceAccountId: null });
  await local.call("PATCH", `sobjects/Account/Paintbox_Id__c/${born}`, {
    Name: "Jo Field",
    BillingCity: "Erie",
  });
  await round();
  const record = await customer(born);
  expect(record?.fields).toMatchObject({ name: "Jo Field", phone: "1", city: "Erie" });
  expect(String(record?.fields["salesforceAccountId"])).toMatch(/^001/);
  expect(await living("customer")).toHaveLength(321);
});

test("a load that is cut off goes on from the page it had reached", async () => {
  sandbox.faults.add({
    match: { path: "/composite$" },
    after: 2,
    times: 1,
    action: {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "TotalRequests Limit exceeded.",
    },
  });
  const first = await round(100);
  expect(first).toMatchObject({ ok: false, error: { code: "quota_spent" } });
  expect(await living("customer")).toHaveLength(200);
  const calls = local.requests("/composite");
  expect((await round(100)).ok).toBe(true);
  expect(await living("customer")).toHaveLength(320);
  // 120 accounts, and what is left of the contacts: not the first pages again.
  expect(local.requests("/composite") - calls).toBeLessThan(6);
});
