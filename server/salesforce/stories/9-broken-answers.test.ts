/**
 * Story 9. Maintenance answers HTML, with 200, 302 or 503; an answer breaks off in its packing; a server begins to
 * answer and hangs; the connection is reset after the commit; the org is moved to another address. None of it is taken
 * for data, and nothing waits for ever.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { exchangeJson } from "../http.ts";
import { acceptEstimate, ESTIMATE } from "../testing/accept-estimate.ts";
import { COMPANY, MINUTE_MS, Story, theWrite } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

test.each([
  [200, "maintenance"],
  [302, "moved"],
  [503, "maintenance"],
])(
  "a page with status %s is no answer: %s, nothing changes, and it comes back",
  async (status, code) => {
    await story.mirror();
    const before = await story.living("customer");
    const action = { kind: "maintenance", status } as const;
    story.sandbox.faults.add({ match: { path: "/composite$" }, times: 0, action });
    expect(await story.mirror()).toMatchObject({ ok: false, error: { code } });
    expect(await story.living("customer")).toEqual(before);
    story.sandbox.faults.clear();
    story.time.now += MINUTE_MS;
    expect((await story.mirror()).ok).toBe(true);
  },
);

test.each([
  ["breaks off", { kind: "truncate" }],
  ["breaks off in its packing", { kind: "truncate", gzip: true }],
  ["begins and hangs up", { kind: "stall", ms: 5 }],
  ["never begins", { kind: "drop", when: "before-commit" }],
] as const)(
  "an answer that %s is asked for again at once when that does no harm",
  async (_how, action) => {
    story.sandbox.faults.add({ match: { path: "/composite$" }, times: 2, action });
    expect((await story.mirror()).ok).toBe(true);
    expect(await story.living("customer")).toHaveLength(320);
  },
);

test("a body that drips is cut off by the time-out, not by its end", async () => {
  const action = { kind: "stall", ms: 60_000 } as const;
  story.sandbox.faults.add({ match: { path: "/services/data$" }, action });
  const answer = await exchangeJson({
    url: new URL("/services/data", story.local.url),
    method: "GET",
    timeoutMs: 20,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: "timeout" } });
});

test("reset after the commit: the write is not repeated blindly, and ends in one record", async () => {
  await acceptEstimate(story.store, COMPANY);
  story.sandbox.faults.add({ match: theWrite, action: { kind: "drop", when: "after-commit" } });
  const before = story.local.requests("/composite");
  expect(await story.send()).toMatchObject({ error: { code: "unreachable" } });
  // The look before it and the write, once.
  expect(story.local.requests("/composite") - before).toBe(2);
  story.time.now += MINUTE_MS;
  await story.send();
  expect(await story.count("Opportunity", `Paintbox_Id__c = '${ESTIMATE}'`)).toBe(1);
});

test("the org moves: the next token says where it is, and work goes on there", async () => {
  expect((await story.mirror()).ok).toBe(true);
  const moved = story.local.url.replace("127.0.0.1", "localhost");
  story.sandbox.settings.set({ instanceUrl: moved });
  expect((await story.mirror()).ok).toBe(true);
  expect(story.client.recordUrl("001")).toBe(`${moved}/001`);
});
