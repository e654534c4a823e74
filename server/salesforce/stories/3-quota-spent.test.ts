/**
 * Story 3. The day's calls are used up in the middle of a load, and the client tries again at once, for hours
 * (airbyte#8690). Too many long requests at the same moment have the same error code and are over in seconds.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { openStore, type Store } from "../../store/store.ts";
import { createSharedSession } from "../shared-session.ts";
import { acceptEstimate } from "../testing/accept-estimate.ts";
import { COMPANY, MINUTE_MS, Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const calls = () => story.local.requests("/composite");

test("gone in the middle of a load: the pages stay, nothing is sent, and later it goes on from there", async () => {
  // The last header said that there is plenty; Salesforce's own word counts.
  story.sandbox.faults.add({
    match: { path: "/composite$" },
    after: 2,
    times: 0,
    action: {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "TotalRequests Limit exceeded.",
    },
  });
  expect(await story.mirror({ pageSize: 100 })).toMatchObject({
    ok: false,
    error: { code: "quota_spent" },
  });
  const held = (await story.living("customer")).length;
  expect(held).toBeGreaterThan(0);
  const before = calls();
  for (let minute = 0; minute < 14; minute += 1) {
    story.time.now += MINUTE_MS;
    expect((await story.mirror({ pageSize: 100 })).ok).toBe(false);
  }
  expect(calls()).toBe(before);
  expect(await story.living("customer")).toHaveLength(held);
  story.sandbox.faults.clear();
  story.time.now += MINUTE_MS;
  expect((await story.mirror({ pageSize: 100 })).ok).toBe(true);
  expect(await story.living("customer")).toHaveLength(320);
});

test("what is left of the day is for accepted estimates", async () => {
  await story.mirror();
  await acceptEstimate(story.store, COMPANY);
  await spendDayTo(0.85);
  expect(await story.mirror()).toMatchObject({ ok: false, error: { code: "quota_spent" } });
  // Also what the org looks like is asked for from that share: a server may have been started just now.
  expect(await story.send()).toEqual({ worked: 1, error: null });
  expect(await story.crm()).toMatchObject({ crmState: "sent" });
});

test("an accepted estimate waits for a spent day, and is sent when it is over", async () => {
  await acceptEstimate(story.store, COMPANY);
  const setup = await story.setup();
  story.sandbox.settings.set({ dailyApiRequests: 0 });
  expect(await story.send(setup)).toMatchObject({ error: { code: "quota_spent" } });
  expect(await story.crm()).toMatchObject({ crmState: "waiting" });
  const before = calls();
  story.time.now += MINUTE_MS;
  await story.send(setup);
  expect(calls()).toBe(before);
  story.sandbox.settings.set({ dailyApiRequests: 100_000 });
  story.time.now += 60 * MINUTE_MS;
  expect(await story.send(setup)).toEqual({ worked: 1, error: null });
});

test("too many at the same moment is over in a moment: the same call is made again at once", async () => {
  story.sandbox.faults.add({
    match: { path: "/composite$" },
    action: {
      kind: "error",
      status: 403,
      errorCode: "REQUEST_LIMIT_EXCEEDED",
      message: "ConcurrentRequests (Concurrent API Requests) Limit exceeded.",
    },
  });
  expect((await story.mirror()).ok).toBe(true);
});

test("what one process hears of the day, the other one heeds", async () => {
  const store: Store = await openStore({ directory: ":memory:" });
  const inProcess = () =>
    story.local.client(story.clock, createSharedSession(store, story.local.issuer, story.clock));
  const [one, other] = [inProcess(), inProcess()];
  await story.mirror({ client: one });
  await spendDayTo(0.9, one);
  await one.shareUsage();
  expect(other.usage()).toBeNull();
  await other.shareUsage();
  expect(await story.mirror({ client: other })).toMatchObject({
    ok: false,
    error: { code: "quota_spent" },
  });
  await store.close();
});

/** Lets our client hear that so much of the day is used. */
async function spendDayTo(share: number, client = story.client): Promise<void> {
  story.sandbox.settings.set({ dailyApiRequests: 10_000, otherApiRequests: share * 10_000 });
  await client.describe("Account");
}
