/**
 * Story 4. Salesforce has made the Opportunity, the answer got lost, and trying again makes a second one. Here every
 * record carries our id, and what is repeated finds it.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { acceptEstimate, CUSTOMER, ESTIMATE } from "../testing/accept-estimate.ts";
import { COMPANY, HOUR_MS, Story, theWrite } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
});
afterEach(() => story.end());

const losses = [
  ["the connection breaks after the commit", { kind: "drop", when: "after-commit" }],
  ["the answer breaks off", { kind: "truncate" }],
  ["the packed answer breaks off", { kind: "truncate", gzip: true }],
  ["the answer begins and hangs", { kind: "stall", ms: 5 }],
] as const;

describe.each(["on", "off"] as const)("quotes %s", (quotes) => {
  test.each(losses)("when %s, three times over, there is one of each", async (_how, action) => {
    story.sandbox.settings.set({ quotes });
    const total = await acceptEstimate(story.store, COMPANY);
    story.sandbox.faults.add({ match: theWrite, times: 3, action });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await story.send()).error).not.toBeNull();
      story.time.now += HOUR_MS;
    }
    expect(await story.send()).toEqual({ worked: 1, error: null });
    const ours = `Paintbox_Id__c = '${ESTIMATE}'`;
    expect(await story.local.rows(`SELECT Amount FROM Opportunity WHERE ${ours}`)).toMatchObject([
      { Amount: total / 100 },
    ]);
    expect(await story.count("Account", `Paintbox_Id__c = '${CUSTOMER}'`)).toBe(1);
    if (quotes === "on") expect(await story.count("Quote", ours)).toBe(1);
    const lines =
      quotes === "on"
        ? await story.local.rows(
            `SELECT Paintbox_Id__c FROM QuoteLineItem WHERE Quote.Paintbox_Id__c = '${ESTIMATE}'`,
          )
        : await story.local.rows(
            `SELECT Paintbox_Id__c FROM OpportunityLineItem WHERE Opportunity.Paintbox_Id__c = '${ESTIMATE}'`,
          );
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map((line) => line["Paintbox_Id__c"])).size).toBe(lines.length);
  });
});
