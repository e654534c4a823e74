import { afterEach, beforeEach, expect, test } from "vitest";
import type { AnyFields } from "../../../shared/estimate/record.ts";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { silentLog } from "../../observe/log.ts";
import { ACCEPTED_ESTIMATE } from "../../outbox/jobs.ts";
import { releaseClaims } from "../../outbox/outbox.ts";
import { createSalesforceSandbox } from "../../sandbox/salesforce/sandbox.ts";
import { ensureCompany } from "../../store/companies.ts";
import { nextRevision, putRecord, readRecord } from "../../store/records.ts";
import { openStore, type Store } from "../../store/store.ts";
import type { SalesforceClient } from "../client.ts";
import { mirrorRound } from "../mirror/mirror.ts";
import { acceptEstimate, CUSTOMER, ESTIMATE, newCustomer } from "../testing/accept-estimate.ts";
import {
  type LocalSalesforce,
  sandboxCredentials,
  serveSalesforce,
} from "../testing/local-salesforce.ts";
import { lookAtOrg, type OrgSetup } from "./org-setup.ts";
import { writeBackRound } from "./worker.ts";

const COMPANY = "00D000000000001AAA";
const HOUR = 3_600_000;
let now: number;
const clock = { now: () => now };
const sandbox = createSalesforceSandbox({ ...sandboxCredentials });
let local: LocalSalesforce;
let store: Store;
let setup: OrgSetup;

beforeEach(async () => {
  now = Date.now();
  sandbox.reset();
  local = await serveSalesforce(sandbox.fetch);
  store = await openStore({ directory: ":memory:" });
  await store.write((tx) => ensureCompany(tx, { id: COMPANY, name: "Test", now }));
  const looked = await lookAtOrg(local.client(clock));
  if (!looked.ok || !looked.value.ready) throw new Error("the local org is not ready");
  setup = looked.value.setup;
});
afterEach(async () => {
  await local.close();
  await store.close();
});

/** A fresh worker each time, as after a restart. */
const round = (through: Store = store, salesforce: SalesforceClient = local.client()) =>
  writeBackRound(
    {
      salesforce,
      store: through,
      hub: { poke: () => undefined },
      clock,
      log: silentLog,
      companyId: COMPANY,
    },
    setup,
  );
const estimate = () => store.read((tx) => readRecord(tx, COMPANY, "estimate", ESTIMATE));
const crm = async () => (await estimate())?.fields;
const jobs = () => store.db.selectFrom("outbox").selectAll().orderBy("id").execute();
const opportunities = () =>
  local.rows(
    `SELECT Id, Name, StageName, CloseDate, Amount, AccountId, Account.Paintbox_Id__c FROM Opportunity WHERE Paintbox_Id__c = '${ESTIMATE}'`,
  );
const quotes = () =>
  local.rows(
    `SELECT Id, Status, GrandTotal, OpportunityId FROM Quote WHERE Paintbox_Id__c = '${ESTIMATE}'`,
  );
const lines = () =>
  local.rows(
    `SELECT Id, UnitPrice, Quantity, Description, Paintbox_Id__c FROM QuoteLineItem WHERE Quote.Paintbox_Id__c = '${ESTIMATE}'`,
  );
const cents = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.reduce((sum, row) => sum + Math.round(Number(row["UnitPrice"]) * 100), 0);
/** Exactly one of everything, and the same total to the cent. */
async function expectOnce(total: number): Promise<void> {
  const found = await opportunities();
  expect(found).toHaveLength(1);
  expect(found[0]?.["Amount"]).toBe(total / 100);
  const quoted = await quotes();
  expect(quoted).toHaveLength(1);
  expect(quoted[0]).toMatchObject({ GrandTotal: total / 100, OpportunityId: found[0]?.["Id"] });
  const all = await lines();
  expect(cents(all)).toBe(total);
  expect(new Set(all.map((row) => row["Paintbox_Id__c"])).size).toBe(all.length);
  expect(
    await local.rows(`SELECT Id FROM Account WHERE Paintbox_Id__c = '${CUSTOMER}'`),
  ).toHaveLength(1);
}
const change = (entity: "estimate" | "customer", id: string, fields: AnyFields) =>
  store.write(async (tx) => {
    const record = await readRecord(tx, COMPANY, entity, id);
    if (!record) throw new Error("nothing to change");
    await putRecord(
      tx,
      COMPANY,
      { ...record, fields: { ...record.fields, ...fields } },
      { rev: await nextRevision(tx), updatedBy: "005estimator", now },
    );
  });
/** The write, not the read before it. */
const theWrite = { path: "/composite$", object: 'allOrNone":true' };
const aPart = { scope: "subrequest", path: "sobjects/Quote/" } as const;
/** Salesforce, where something happens between its answer to a write and our noting it. */
function meanwhile(happens: () => Promise<void>): SalesforceClient {
  const salesforce = local.client();
  return {
    ...salesforce,
    composite: async (subrequests, options) => {
      const answer = await salesforce.composite(subrequests, options);
      if (options.allOrNone) await happens();
      return answer;
    },
  };
}

test("a job that nobody named makes an opportunity with the customer's name, once", async () => {
  await acceptEstimate(store, COMPANY);
  await change("estimate", ESTIMATE, { title: "Jo Ann Field" });
  await round();
  expect(await opportunities()).toMatchObject([{ Name: "Jo Ann Field" }]);
});

test("a new customer's accepted estimate arrives whole, and the estimate says where", async () => {
  const total = await acceptEstimate(store, COMPANY);
  expect(await round()).toEqual({ worked: 1, error: null });
  await expectOnce(total);
  const [opportunity] = await opportunities();
  expect(opportunity).toMatchObject({
    Name: "Jo Ann Field - Upstairs",
    StageName: "Closed Won",
    CloseDate: "2026-06-02",
    Account: { Paintbox_Id__c: CUSTOMER },
  });
  expect((await quotes())[0]?.["Status"]).toBe("Accepted");
  expect(await crm()).toMatchObject({
    crmState: "sent",
    crmMessage: null,
    crmOpportunityId: opportunity?.["Id"],
  });
  const customer = await store.read((tx) => readRecord(tx, COMPANY, "customer", CUSTOMER));
  expect(customer?.fields["salesforceAccountId"]).toBe(opportunity?.["AccountId"]);
  const contacts = await local.rows(
    "SELECT FirstName, LastName, Email, Account.Paintbox_Id__c FROM Contact WHERE Email = 'jo@example.com'",
  );
  expect(contacts).toMatchObject([{ FirstName: "Jo Ann", LastName: "Field" }]);
  expect((await jobs())[0]?.state).toBe("sent");
});

test("a slip in an e-mail address holds nothing up; a job nobody named says its customer once", async () => {
  const customer = { ...newCustomer, email: "jo at example" };
  const title = newCustomer.name;
  const total = await acceptEstimate(store, COMPANY, { customer, estimate: { title } });
  await round();
  await expectOnce(total);
  expect((await opportunities())[0]?.["Name"]).toBe(title);
  const [contact] = await local.rows("SELECT Email FROM Contact WHERE LastName = 'Field'");
  expect(contact).toMatchObject({ Email: null });
});

test("the mirror then meets the new account and changes nothing but what differs", async () => {
  await acceptEstimate(store, COMPANY);
  await round();
  await change("customer", CUSTOMER, { phone: "720 555 0177" });
  const parts = { salesforce: local.client(clock), store, hub: { poke: () => undefined }, clock };
  await mirrorRound({ ...parts, companyId: COMPANY });
  const customer = await store.read((tx) => readRecord(tx, COMPANY, "customer", CUSTOMER));
  expect(customer?.fields).toMatchObject({ phone: "720 555 0177", email: "jo@example.com" });
});

test.each([
  ["the answer is lost after the commit", { kind: "drop", when: "after-commit" }],
  ["the answer breaks off", { kind: "truncate" }],
  ["the connection breaks before the commit", { kind: "drop", when: "before-commit" }],
  ["a row is locked", { kind: "error", status: 400, errorCode: "UNABLE_TO_LOCK_ROW" }],
  ["Salesforce is in maintenance", { kind: "maintenance", status: 503 }],
  [
    "the day's calls are used up",
    {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "TotalRequests Limit exceeded.",
    },
  ],
  ["two upserts meet", { kind: "error", status: 400, errorCode: "DUPLICATE_VALUE" }],
] as const)("when %s, sending again makes one of each", async (_name, action) => {
  const total = await acceptEstimate(store, COMPANY);
  sandbox.faults.add({ match: theWrite, times: 1, action });
  const failed = await round();
  expect(failed.error).not.toBeNull();
  expect((await crm())?.["crmState"]).toBe("waiting");
  expect((await jobs())[0]).toMatchObject({ state: "waiting", leased_until: null });
  now += HOUR;
  expect(await round()).toEqual({ worked: 1, error: null });
  await expectOnce(total);
  expect((await crm())?.["crmState"]).toBe("sent");
});

test("a death between Salesforce's commit and ours, twenty times, leaves one of each", async () => {
  const total = await acceptEstimate(store, COMPANY);
  const dying: Store = {
    ...store,
    write: (work) =>
      store.write(async (tx) => {
        const value = await work(tx);
        const { rev } = await tx.selectFrom("clock").select("rev").executeTakeFirstOrThrow();
        // The claim takes no revision; noting the outcome does.
        if (rev > before) throw new Error("killed");
        return value;
      }),
  };
  const before = (await store.db.selectFrom("clock").select("rev").executeTakeFirstOrThrow()).rev;
  for (let death = 0; death < 20; death += 1) {
    await expect(round(dying)).rejects.toThrow("killed");
    await releaseClaims(store, [ACCEPTED_ESTIMATE]);
  }
  await expectOnce(total);
  expect(await round()).toEqual({ worked: 1, error: null });
  await expectOnce(total);
});

test("accepted again with fewer lines, the same quote shows the new total and no stale line", async () => {
  await acceptEstimate(store, COMPANY, { rooms: 3, items: 4 });
  await round();
  const [before] = await quotes();
  const [sold] = await opportunities();
  await local.call("PATCH", `sobjects/Opportunity/${String(sold?.["Id"])}`, {
    Name: "By the office",
  });
  await store.write(async (tx) => {
    await tx.deleteFrom("record").where("estimate_id", "=", ESTIMATE).execute();
  });
  const total = await acceptEstimate(store, COMPANY, {
    rooms: 1,
    items: 1,
    customer: { ...newCustomer, salesforceAccountId: await accountId() },
    estimate: { acceptedAt: "2026-06-05T10:00:00.000Z" },
  });
  await round();
  await expectOnce(total);
  expect((await quotes())[0]?.["Id"]).toBe(before?.["Id"]);
  expect((await opportunities())[0]?.["Name"]).toBe("By the office");
});
const accountId = async (): Promise<string> =>
  String(
    (await local.rows(`SELECT Id FROM Account WHERE Paintbox_Id__c = '${CUSTOMER}'`))[0]?.["Id"],
  );

test.each([
  ["arrives", []],
  ["is refused", ["FIELD_CUSTOM_VALIDATION_EXCEPTION"]],
  ["is in vain", ["UNABLE_TO_LOCK_ROW"]],
])(
  "accepted anew while the first acceptance is on its way, which %s: the last total stands",
  async (_how, errorCodes) => {
    await acceptEstimate(store, COMPANY, { rooms: 2 });
    for (const errorCode of errorCodes)
      sandbox.faults.add({
        match: aPart,
        times: 1,
        action: { kind: "error", status: 400, errorCode },
      });
    let total = 0;
    const again = { rooms: 3, estimate: { acceptedAt: "2026-06-05T10:00:00.000Z" } };
    await round(
      store,
      meanwhile(async () => {
        total = await acceptEstimate(store, COMPANY, again);
      }),
    );
    expect(await crm()).toMatchObject({ crmState: "waiting", crmMessage: null, crmSentAt: null });
    for (let count = 0; count < 2; count += 1) {
      now += HOUR;
      await round();
    }
    await expectOnce(total);
    expect(await crm()).toMatchObject({ crmState: "sent", crmMessage: null });
  },
);

test("a stale view after a long outage is looked at again, not refused", async () => {
  const total = await acceptEstimate(store, COMPANY);
  const outage = { kind: "maintenance", status: 503 } as const;
  sandbox.faults.add({ match: theWrite, times: 9, action: outage });
  for (let count = 0; count < 9; count += 1) {
    await round();
    now += HOUR;
  }
  const errorCode = "INVALID_FIELD_FOR_INSERT_UPDATE";
  sandbox.faults.add({
    match: aPart,
    times: 1,
    action: { kind: "error", status: 400, errorCode },
  });
  await round();
  expect((await jobs())[0]).toMatchObject({ state: "waiting", last_error: "stale_view" });
  now += HOUR;
  await round();
  await expectOnce(total);
});

test.each(["INVALID_FIELD_FOR_INSERT_UPDATE", "DUPLICATE_VALUE"])(
  "%s that does not pass is refused in the end, not tried for ever",
  async (errorCode) => {
    await acceptEstimate(store, COMPANY);
    const action = { kind: "error", status: 400, errorCode, message: "Not so." } as const;
    sandbox.faults.add({ match: aPart, times: 50, action });
    for (let count = 0; count < 10; count += 1) {
      await round();
      now += HOUR;
    }
    expect(await crm()).toMatchObject({ crmState: "refused" });
    expect((await crm())?.["crmMessage"]).toMatch(/Not so/);
    expect((await jobs())[0]?.state).toBe("refused");
  },
);

test("450 lines go in collections of 200", async () => {
  const total = await acceptEstimate(store, COMPANY, { rooms: 1, items: 450 });
  await round();
  await expectOnce(total);
  expect((await lines()).length).toBeGreaterThan(450);
});

test("an existing open opportunity is filled, and no second one made", async () => {
  const [open] = await local.rows(
    "SELECT Id, AccountId, Name FROM Opportunity WHERE IsClosed = false AND HasOpportunityLineItem = false LIMIT 1",
  );
  const opportunityId = String(open?.["Id"]);
  const salesforceAccountId = String(open?.["AccountId"]);
  const count = (await local.rows("SELECT Id FROM Opportunity")).length;
  const total = await acceptEstimate(store, COMPANY, {
    customerId: salesforceAccountId,
    customer: { ...newCustomer, salesforceAccountId },
    estimate: { opportunityId },
  });
  await round();
  expect(await opportunities()).toMatchObject([
    { Id: opportunityId, Name: open?.["Name"], Amount: total / 100, StageName: "Closed Won" },
  ]);
  expect((await local.rows("SELECT Id FROM Opportunity")).length).toBe(count);
  expect((await crm())?.["crmState"]).toBe("sent");
});

test("an opportunity that another estimate fills is refused in words, and left alone", async () => {
  const [open] = await local.rows("SELECT Id FROM Opportunity WHERE IsClosed = false LIMIT 1");
  const opportunityId = String(open?.["Id"]);
  await local.call("PATCH", `sobjects/Opportunity/${opportunityId}`, {
    Paintbox_Id__c: "01890000-0000-7000-8000-0000000000ff",
  });
  await acceptEstimate(store, COMPANY, { estimate: { opportunityId } });
  await round();
  expect(await crm()).toMatchObject({ crmState: "refused" });
  expect((await crm())?.["crmMessage"]).toMatch(/already holds another Paintbox estimate/);
  expect(await quotes()).toHaveLength(0);
});

test("a validation rule's words reach the estimator, nothing is half written", async () => {
  await acceptEstimate(store, COMPANY);
  sandbox.faults.add({
    match: aPart,
    times: 1,
    action: {
      kind: "error",
      status: 400,
      errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
      message: "A quote needs a crew.",
    },
  });
  expect(await round()).toEqual({ worked: 1, error: null });
  expect(await crm()).toMatchObject({ crmState: "refused" });
  expect((await crm())?.["crmMessage"]).toMatch(/A quote needs a crew/);
  expect(await opportunities()).toHaveLength(0);
  expect((await jobs())[0]?.state).toBe("refused");
});

test("another total in Salesforce is refused, never passed off as sent", async () => {
  await acceptEstimate(store, COMPANY);
  await round();
  const [quote] = await quotes();
  await local.call("PATCH", `sobjects/Quote/${String(quote?.["Id"])}`, { ShippingHandling: 12.34 });
  await change("estimate", ESTIMATE, { crmState: "waiting" });
  await store.write((tx) => tx.updateTable("outbox").set({ state: "waiting" }).execute());
  await round();
  expect(await crm()).toMatchObject({ crmState: "refused" });
  expect((await crm())?.["crmMessage"]).toMatch(/The quote in Salesforce says \$[\d,.]+, but/);
});

test("an estimate reopened before it was sent is not sent", async () => {
  await acceptEstimate(store, COMPANY);
  await change("estimate", ESTIMATE, {
    status: "draft",
    acceptedOption: null,
    acceptedTotal: null,
    acceptedAt: null,
    acceptedOn: null,
    crmState: "none",
  });
  await round();
  expect(await opportunities()).toHaveLength(0);
  expect((await crm())?.["crmState"]).toBe("none");
  expect((await jobs())[0]?.state).toBe("withdrawn");
});

test("an estimate whose lines are not the accepted total is not sent", async () => {
  await acceptEstimate(store, COMPANY, { estimate: { acceptedTotal: 1 } });
  await round();
  expect(await crm()).toMatchObject({ crmState: "refused" });
  expect(await opportunities()).toHaveLength(0);
});

/** A contractor who lists at net / 0.8, gives discounts and charges Colorado's sales tax. */
const at = (value: string) => ({ value, source: "trade" });
const generousBook: PriceBook = {
  ...examplePriceBook,
  id: "01a21526-e400-7000-8000-0000000000b2",
  version: 2,
  isExample: false,
  sources: { ...examplePriceBook.sources, trade: "For this test." },
  listDiscount: at("20"),
  discounts: [
    {
      key: "neighbour",
      label: { en: "Neighbour", es: "Vecino" },
      off: { kind: "amount", amount: { cents: 5_001, source: "trade" } },
      until: null,
    },
    {
      key: "spring",
      label: { en: "Spring", es: "Primavera" },
      off: { kind: "percent", percent: at("12.5") },
      // The day of the acceptance; it is long over when it is sent.
      until: "2026-06-02",
    },
  ],
  salesTax: {
    states: [{ state: "CO", rule: { kind: "total", percent: at("8.81") } }],
    otherwise: { kind: "none", source: "trade" },
  },
};
const taxed = { book: generousBook, offers: 2, estimate: { discounts: "neighbour spring" } };
const quoteTotals = async () =>
  (
    await local.rows(
      `SELECT Tax, TotalPrice, GrandTotal FROM Quote WHERE Paintbox_Id__c = '${ESTIMATE}'`,
    )
  )[0];

test("discounts are lines below zero, tax is the quote's own, and the total is to the cent", async () => {
  const total = await acceptEstimate(store, COMPANY, taxed);
  await round();
  const all = await lines();
  const described = (text: string) => all.filter((row) => row["Description"] === text);
  expect(described("Neighbour")).toMatchObject([{ UnitPrice: -50.01 }]);
  expect(Number(described("Spring")[0]?.["UnitPrice"])).toBeLessThan(0);
  expect(Number(described("List price")[0]?.["UnitPrice"])).toBeGreaterThan(0);
  expect(described("Wallpaper strip 1")).toEqual([]);
  const quote = await quoteTotals();
  const tax = Math.round(Number(quote?.["Tax"]) * 100);
  expect(tax).toBeGreaterThan(0);
  expect(cents(all) + tax).toBe(total);
  expect(quote?.["GrandTotal"]).toBe(total / 100);
  expect((await opportunities())[0]?.["Amount"]).toBe(total / 100);
  expect(await crm()).toMatchObject({ crmState: "sent" });
});

test("where the org does not let us write a quote's tax, it is a line", async () => {
  const total = await acceptEstimate(store, COMPANY, taxed);
  if (setup.booking.kind !== "quote") throw new Error("the local org has quotes");
  setup = { ...setup, booking: { ...setup.booking, takesTax: false } };
  await round();
  await expectOnce(total);
  expect((await lines()).filter((row) => row["Description"] === "Sales tax")).toHaveLength(1);
  expect((await quoteTotals())?.["Tax"]).toBeNull();
});

test("accepted anew without tax and discounts, nothing of them is left", async () => {
  await acceptEstimate(store, COMPANY, taxed);
  await round();
  await store.write(async (tx) => {
    await tx.deleteFrom("record").where("estimate_id", "=", ESTIMATE).execute();
  });
  const total = await acceptEstimate(store, COMPANY, {
    customer: { ...newCustomer, salesforceAccountId: await accountId() },
    estimate: { state: "OR", acceptedAt: "2026-06-05T10:00:00.000Z", acceptedOn: "2026-06-05" },
  });
  await round();
  await expectOnce(total);
  expect((await quoteTotals())?.["Tax"]).toBeNull();
});
