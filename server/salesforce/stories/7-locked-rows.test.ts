/**
 * Story 7. Siblings that are written in parallel below one parent lock each other out (jsforce#1018): one after the
 * other they do not. Locks of others pass; one that does not is told.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { acceptEstimate, ESTIMATE, newCustomer } from "../testing/accept-estimate.ts";
import { aPart, COMPANY, MINUTE_MS, Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const estimateId = (number: number): string => `01890000-0000-7000-8000-0000000001${number}0`;

test("four estimates of one customer, accepted together, all go in without one lock error", async () => {
  const account = await story.create("Account", { Name: newCustomer.name });
  const numbers = [1, 2, 3, 4];
  for (const number of numbers)
    await acceptEstimate(story.store, COMPANY, {
      id: estimateId(number),
      customerId: account,
      customer: { ...newCustomer, salesforceAccountId: account },
    });
  const setup = await story.setup();
  story.sandbox.settings.set({ lockMs: 2 });
  expect(await story.send(setup)).toEqual({ worked: 4, error: null });
  for (const number of numbers)
    expect(await story.crm(estimateId(number))).toMatchObject({ crmState: "sent" });
});

test("others' locks pass: it is tried again until they have", async () => {
  await acceptEstimate(story.store, COMPANY);
  const action = { kind: "error", status: 400, errorCode: "UNABLE_TO_LOCK_ROW" } as const;
  story.sandbox.faults.add({ match: aPart, times: 5, action });
  const setup = await story.setup();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(await story.send(setup)).toMatchObject({ error: { code: "row_locked" } });
    story.time.now += MINUTE_MS;
  }
  expect(await story.send(setup)).toEqual({ worked: 1, error: null });
  expect(await story.crm()).toMatchObject({ crmState: "sent" });
});

test("a lock that does not end is told after twenty attempts, and sent by hand when it has", async () => {
  await acceptEstimate(story.store, COMPANY);
  const action = { kind: "error", status: 400, errorCode: "UNABLE_TO_LOCK_ROW" } as const;
  story.sandbox.faults.add({ match: aPart, times: 0, action });
  const setup = await story.setup();
  let attempts = 0;
  for (; (await story.tasks()).length === 0 && attempts < 100; attempts += 1) {
    await story.send(setup);
    story.time.now += MINUTE_MS;
  }
  expect(attempts).toBe(20);
  expect(await story.tasks()).toMatchObject([{ kind: "locked", estimateId: ESTIMATE }]);
  story.sandbox.faults.clear();
  await story.settle({ choice: "retry" });
  await story.send(setup);
  expect(await story.crm()).toMatchObject({ crmState: "sent" });
});
