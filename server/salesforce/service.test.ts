import { afterEach, beforeEach, expect, test } from "vitest";
import { type Log, silentLog } from "../observe/log.ts";
import { createSalesforceSandbox } from "../sandbox/salesforce/sandbox.ts";
import { readRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import { createHub, type Hub } from "../sync/hub.ts";
import { type SalesforceService, startSalesforce } from "./service.ts";
import { acceptEstimate, CUSTOMER, ESTIMATE } from "./testing/accept-estimate.ts";
import {
  clock,
  type LocalSalesforce,
  sandboxCredentials,
  serveSalesforce,
} from "./testing/local-salesforce.ts";

const sandbox = createSalesforceSandbox({ ...sandboxCredentials });
let local: LocalSalesforce;
let store: Store;
let hub: Hub;
let service: SalesforceService | undefined;

beforeEach(async () => {
  sandbox.reset();
  local = await serveSalesforce(sandbox.fetch);
  store = await openStore({ directory: ":memory:" });
  hub = createHub();
});
afterEach(async () => {
  await service?.stop();
  await local.close();
  await store.close();
});

/** Starts the service and lets a test wait for what it logs. */
function start(): { readonly logged: (event: string) => Promise<void> } {
  const seen = new Set<string>();
  const waiting = new Map<string, () => void>();
  const note = (event: string): void => {
    seen.add(event);
    waiting.get(event)?.();
  };
  const log: Log = { ...silentLog, info: note, error: note };
  service = startSalesforce({ salesforce: local.client(), store, hub, clock, log });
  return {
    logged: (event) =>
      seen.has(event)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(event, resolve);
          }),
  };
}
const company = async (): Promise<string> =>
  (await store.db.selectFrom("company").select("id").executeTakeFirstOrThrow()).id;
const crmState = async (companyId: string) => {
  const record = await store.read((tx) => readRecord(tx, companyId, "estimate", ESTIMATE));
  return record?.fields["crmState"];
};

test("loads the customers at the start, then sends what is accepted as soon as it is poked", async () => {
  const { logged } = start();
  await logged("mirror.loaded");
  expect(service?.state().summary).toMatch(/^Up to date with Salesforce at /);
  const companyId = await company();
  await acceptEstimate(store, companyId);
  hub.poke(companyId, 1);
  await logged("write-back.sent");
  expect(await crmState(companyId)).toBe("sent");
  expect(
    await local.rows(`SELECT Id FROM Account WHERE Paintbox_Id__c = '${CUSTOMER}'`),
  ).toHaveLength(1);
});

test("says since when Salesforce has not answered, and comes back by itself", async () => {
  sandbox.faults.add({
    match: { path: "/token$" },
    times: 1,
    action: { kind: "drop", when: "before-commit" },
  });
  const { logged } = start();
  await logged("salesforce.away");
  expect(service?.state().summary).toBe("Salesforce has not answered yet.");
  await logged("mirror.loaded");
  expect(service?.state().summary).toMatch(/^Up to date/);
});

test("an org without our product holds acceptances back and says what to create", async () => {
  const [entry] = await local.rows(
    "SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-LINE'",
  );
  await local.call("PATCH", `sobjects/PricebookEntry/${String(entry?.["Id"])}`, {
    IsActive: false,
  });
  const { logged } = start();
  await logged("write-back.org-not-ready");
  expect(service?.state().summary).toContain("no product with the code PAINTBOX-LINE");
});

test("an entry switched off since we looked: the org is looked at again, nobody is asked to settle it", async () => {
  const { logged } = start();
  await logged("mirror.loaded");
  const companyId = await company();
  await acceptEstimate(store, companyId);
  hub.poke(companyId, 1);
  await logged("write-back.sent");
  const [entry] = await local.rows(
    "SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-LINE'",
  );
  await local.call("PATCH", `sobjects/PricebookEntry/${String(entry?.["Id"])}`, {
    IsActive: false,
  });
  const id = "01890000-0000-7000-8000-0000000000e2";
  await acceptEstimate(store, companyId, { id, customerId: `${id.slice(0, -1)}c` });
  hub.poke(companyId, 2);
  await logged("write-back.org-not-ready");
  expect(service?.state().setupProblem).toContain("PAINTBOX-LINE");
  const record = await store.read((tx) => readRecord(tx, companyId, "estimate", id));
  expect(record?.fields["crmState"]).toBe("waiting");
});

test("after a stop nothing is asked any more", async () => {
  const { logged } = start();
  await logged("mirror.loaded");
  await service?.stop();
  const before = local.requests("/composite");
  service?.wake();
  await service?.stop();
  expect(local.requests("/composite")).toBe(before);
});
