/**
 * Story 8. A bulk edit puts thousands of rows on one second: a cursor of times alone never ends, or skips them
 * (airbyte#9883, #17148). Rows commit late with an earlier stamp (#27146), clocks differ, locators expire, pages are
 * short, rows change between two pages.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { COMPANY, HOUR_MS, MINUTE_MS, Story } from "../testing/story.ts";
import { mirrorRound } from "../mirror/mirror.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const bulk = async (rows: number): Promise<void> => {
  for (let start = 0; start < rows; start += 200)
    await story.local.call("POST", "composite/sobjects", {
      records: Array.from({ length: Math.min(200, rows - start) }, (_, index) => ({
        attributes: { type: "Account" },
        Name: `Bulk ${start + index}`,
      })),
    });
};
const bulkHere = async () =>
  (await story.living("customer")).filter(({ fields }) =>
    /^Bulk \d+$/.test(String(fields["name"])),
  );

test("5,000 rows with one stamp come each exactly once, in pages of 2,000 and in short ones", async () => {
  await bulk(5000);
  const before = story.local.requests("/composite");
  expect((await story.mirror()).ok).toBe(true);
  expect(await bulkHere()).toHaveLength(5000);
  expect(story.local.requests("/composite") - before).toBeLessThan(10);
});

test("pages shorter than was asked for are not taken for the last one", async () => {
  await bulk(300);
  story.sandbox.settings.set({ pageRows: 70 });
  expect((await story.mirror()).ok).toBe(true);
  expect(await bulkHere()).toHaveLength(300);
});

test("a row that was committed late, with a stamp from before the last round", async () => {
  await story.mirror();
  const began = story.time.now;
  story.time.now = began + 10 * MINUTE_MS;
  await story.mirror();
  story.time.now = began + MINUTE_MS;
  await bulk(1);
  story.time.now = began + 11 * MINUTE_MS;
  await story.mirror();
  expect(await bulkHere()).toHaveLength(1);
});

test.each([-3, 3])("our clock is %s hours off: theirs counts", async (hours) => {
  const ourClock = { now: () => story.time.now + hours * HOUR_MS };
  const round = () =>
    mirrorRound({
      salesforce: story.local.client(story.clock),
      store: story.store,
      hub: story.hub,
      clock: ourClock,
      companyId: COMPANY,
    });
  expect((await round()).ok).toBe(true);
  story.time.now += MINUTE_MS;
  await bulk(1);
  story.time.now += MINUTE_MS;
  await round();
  expect(await bulkHere()).toHaveLength(1);
});

test("no locator is ever used, so none can expire", async () => {
  await bulk(300);
  story.sandbox.settings.set({ pageRows: 70 });
  story.sandbox.faults.add({
    match: { path: "/query/0r8" },
    times: 0,
    action: { kind: "error", status: 400, errorCode: "INVALID_QUERY_LOCATOR" },
  });
  expect((await story.mirror()).ok).toBe(true);
  expect(await bulkHere()).toHaveLength(300);
});

test("rows that change between two pages are neither lost nor doubled", async () => {
  await bulk(300);
  let pages = 0;
  const touching = {
    ...story.client,
    composite: async (...call: Parameters<typeof story.client.composite>) => {
      const answer = await story.client.composite(...call);
      pages += 1;
      if (pages === 2) {
        story.time.now += 1000;
        const [row] = await story.local.rows("SELECT Id FROM Account WHERE Name = 'Bulk 0'");
        await story.local.call("PATCH", `sobjects/Account/${String(row?.["Id"])}`, { Phone: "1" });
        const [last] = await story.local.rows("SELECT Id FROM Account WHERE Name = 'Bulk 299'");
        await story.local.call("PATCH", `sobjects/Account/${String(last?.["Id"])}`, { Phone: "2" });
      }
      return answer;
    },
  };
  expect((await story.mirror({ pageSize: 100, client: touching })).ok).toBe(true);
  await story.mirror();
  const here = await bulkHere();
  expect(new Set(here.map(({ id }) => id)).size).toBe(300);
  const phoneOf = (name: string) =>
    here.find(({ fields }) => fields["name"] === name)?.fields["phone"];
  expect([phoneOf("Bulk 0"), phoneOf("Bulk 299")]).toEqual(["1", "2"]);
});
