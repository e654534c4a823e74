/**
 * Story 5. A composite answers 200 although a part of it failed; a collection answers 200 although a row did. Whoever
 * looks at the status alone believes that all is well, and whoever reports the first error blames a bystander.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { acceptEstimate, ESTIMATE } from "../testing/accept-estimate.ts";
import { COMPANY, MINUTE_MS, Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

/** A rule that one line of many does not pass. */
const refuseLine = (): void =>
  story.sandbox.settings.set({
    validationRules: [
      {
        object: "QuoteLineItem",
        field: "Description",
        matches: "^Wallpaper strip 1$",
        message: "No wallpaper.",
      },
    ],
  });

test("one row of many lines fails: nothing is half written, and the row's own words are told", async () => {
  await acceptEstimate(story.store, COMPANY, { items: 3 });
  refuseLine();
  expect(await story.send()).toEqual({ worked: 1, error: null });
  expect(await story.crm()).toMatchObject({ crmState: "refused", crmOpportunityId: null });
  expect((await story.crm())["crmMessage"]).toContain("No wallpaper.");
  expect(await story.tasks()).toMatchObject([
    { kind: "validation", said: "No wallpaper.", fields: ["Description"] },
  ]);
  for (const object of ["Opportunity", "Quote"])
    expect(await story.count(object, `Paintbox_Id__c = '${ESTIMATE}'`)).toBe(0);
});

test("the part that failed is told, not one of those that went down with it", async () => {
  await acceptEstimate(story.store, COMPANY);
  story.sandbox.faults.add({
    match: { scope: "subrequest", path: "sobjects/Quote/" },
    action: { kind: "error", status: 400, errorCode: "STRING_TOO_LONG", message: "Too long." },
  });
  await story.send();
  expect(await story.tasks()).toMatchObject([{ kind: "validation", said: "Too long." }]);
});

test("one object of a round fails: those before it are kept, and the round says that it failed", async () => {
  story.sandbox.faults.add({
    match: { scope: "subrequest", path: "query", object: "FROM.Contact" },
    action: { kind: "error", status: 500, errorCode: "UNKNOWN_EXCEPTION", message: "Oops." },
  });
  expect(await story.mirror()).toMatchObject({ ok: false, error: { code: "busy" } });
  expect(await story.living("customer")).toHaveLength(320);
  expect(await story.living("contact")).toHaveLength(0);
  story.time.now += MINUTE_MS;
  expect((await story.mirror()).ok).toBe(true);
  expect((await story.living("contact")).length).toBeGreaterThan(0);
});
