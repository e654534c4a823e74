/**
 * Story 1. A session ends while a hundred calls are under way. Each of them asks for a new token; with rotating refresh
 * tokens the second request already revokes what the first one got (jetstream#1726, airbyte#82783).
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { quickKinds } from "../../store/testing/store-kinds.ts";
import type { Store } from "../../store/store.ts";
import type { SalesforceClient } from "../client.ts";
import { createSharedSession } from "../shared-session.ts";
import { Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const call = (client: SalesforceClient) =>
  client.query({ from: "Organization", select: ["Id"] }, z.object({ Id: z.string() }));
const manyCalls = (...clients: readonly SalesforceClient[]) =>
  Promise.all(clients.flatMap((client) => Array.from({ length: 60 }, () => call(client))));
const logins = () => story.local.requests("/oauth2/token");

test("sixty calls that meet a dead session make one token request", async () => {
  await call(story.client);
  story.sandbox.reset();
  const before = logins();
  const answers = await manyCalls(story.client);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(logins() - before).toBe(1);
});

describe.each(quickKinds)("two server processes on one $name", (kind) => {
  let store: Store;
  let processes: readonly SalesforceClient[];
  beforeEach(async () => {
    store = await kind.fresh();
    processes = [1, 2].map(() =>
      story.local.client(story.clock, createSharedSession(store, story.local.issuer, story.clock)),
    );
  });
  afterEach(() => store.close());

  test("log in once, and once more when the session has ended under all their calls", async () => {
    expect((await manyCalls(...processes)).every(({ ok }) => ok)).toBe(true);
    expect(logins()).toBe(1);
    story.sandbox.reset();
    expect((await manyCalls(...processes)).every(({ ok }) => ok)).toBe(true);
    expect(logins()).toBe(2);
  });

  test("the token does not lie readable in the database", async () => {
    await manyCalls(...processes);
    const rows = await store.db.selectFrom("salesforce_session").selectAll().execute();
    expect(rows).toMatchObject([{ sealed_token: expect.any(String), holder: null }]);
    expect(JSON.stringify(rows)).not.toContain(COMPANY_PART);
  });

  test("one that died while it asked is followed when its lease has run out", async () => {
    const dead = createSharedSession(store, story.local.issuer, story.clock);
    expect(await dead.takeLease()).toBe(true);
    const [living] = processes;
    const waiting = living && call(living);
    story.time.now += 15_000;
    expect((await waiting)?.ok).toBe(true);
    expect(logins()).toBe(1);
  });
});

/** How every access token of the org begins. */
const COMPANY_PART = "00DPb0000000001!";
