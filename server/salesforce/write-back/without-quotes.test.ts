import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from "../../sandbox/salesforce/sandbox.ts";
import { acceptEstimate, ESTIMATE, newCustomer } from "../testing/accept-estimate.ts";
import { COMPANY, Story } from "../testing/story.ts";

let story: Story<SalesforceSandbox>;
beforeEach(async () => {
  story = await Story.begin(createSalesforceSandbox);
  story.sandbox.settings.set({ quotes: "off" });
});
afterEach(() => story.end());

const FIELDS = "Id, Name, StageName, Amount, Description, HasOpportunityLineItem";
const sold = async () =>
  (
    await story.local.rows(`SELECT ${FIELDS} FROM Opportunity WHERE Paintbox_Id__c = '${ESTIMATE}'`)
  )[0];
const lines = () =>
  story.local.rows(
    `SELECT UnitPrice, Description, Paintbox_Id__c FROM OpportunityLineItem WHERE Opportunity.Paintbox_Id__c = '${ESTIMATE}'`,
  );
const cents = async () =>
  (await lines()).reduce((sum, row) => sum + Math.round(Number(row["UnitPrice"]) * 100), 0);
/** Accepted once more, with other lines, by somebody who is in Salesforce by now. */
const acceptAnew = async (rooms: number) => {
  const { customerId } = await story.crm();
  const customer = await story.record("customer", String(customerId));
  await story.store.db.deleteFrom("record").where("estimate_id", "=", ESTIMATE).execute();
  return acceptEstimate(story.store, COMPANY, {
    rooms,
    items: 1,
    customer: {
      ...newCustomer,
      salesforceAccountId: String(customer?.fields["salesforceAccountId"]),
    },
    estimate: { acceptedAt: "2026-06-05T10:00:00.000Z" },
  });
};
const entryPath = async (): Promise<string> => {
  const [entry] = await story.local.rows(
    "SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-LINE'",
  );
  return `sobjects/PricebookEntry/${String(entry?.["Id"])}`;
};

describe("the lines are the opportunity's own products", () => {
  test("their sum is its amount, to the cent, and the estimate says where it is", async () => {
    expect((await story.setup()).booking.kind).toBe("products");
    const total = await acceptEstimate(story.store, COMPANY);
    expect(await story.send()).toEqual({ worked: 1, error: null });
    expect(await sold()).toMatchObject({
      StageName: "Closed Won",
      Amount: total / 100,
      HasOpportunityLineItem: true,
    });
    expect(await cents()).toBe(total);
    expect(await story.crm()).toMatchObject({ crmState: "sent", crmQuoteId: null });
  });

  test("accepted anew with fewer lines: no stale one is left", async () => {
    await acceptEstimate(story.store, COMPANY, { rooms: 3, items: 4 });
    await story.send();
    const total = await acceptAnew(1);
    await story.send();
    expect(await cents()).toBe(total);
    expect((await sold())?.["Amount"]).toBe(total / 100);
    expect(await story.crm()).toMatchObject({ crmState: "sent" });
  });

  test("products that the office added stay, and the other sum is told", async () => {
    await acceptEstimate(story.store, COMPANY);
    await story.send();
    const [entry] = await story.local.rows(
      "SELECT Id FROM PricebookEntry WHERE Product2.ProductCode = 'PAINTBOX-PAINT'",
    );
    await story.create("OpportunityLineItem", {
      OpportunityId: String((await sold())?.["Id"]),
      PricebookEntryId: String(entry?.["Id"]),
      Quantity: 1,
      UnitPrice: 48,
    });
    await acceptAnew(1);
    await story.send();
    expect(await story.tasks()).toMatchObject([{ kind: "total" }]);
    expect((await lines()).filter((line) => line["Paintbox_Id__c"] === null)).toHaveLength(1);
  });
});

describe("without a price book entry the lines are text", () => {
  beforeEach(async () => {
    await story.local.call("PATCH", await entryPath(), { IsActive: false });
  });

  test("amount and description say it all, once", async () => {
    expect((await story.setup()).booking.kind).toBe("description");
    const total = await acceptEstimate(story.store, COMPANY);
    await story.send();
    const first = await sold();
    expect(first).toMatchObject({ Amount: total / 100, HasOpportunityLineItem: false });
    expect(first?.["Description"]).toMatch(/^Accepted estimate, from Paintbox:\n.*: \d+\.\d\d$/s);
    const again = await acceptAnew(1);
    await story.send();
    const text = String((await sold())?.["Description"]);
    expect(text.split("Accepted estimate, from Paintbox:")).toHaveLength(2);
    const said = [...text.matchAll(/: (-?\d+\.\d\d)$/gm)].map(([, price]) => Number(price));
    expect(Math.round(said.reduce((sum, price) => sum + price, 0) * 100)).toBe(again);
  });

  test("what the office wrote into an opportunity stays above it", async () => {
    const [open] = await story.local.rows(
      "SELECT Id, AccountId FROM Opportunity WHERE IsClosed = false AND HasOpportunityLineItem = false LIMIT 1",
    );
    const opportunityId = String(open?.["Id"]);
    await story.local.call("PATCH", `sobjects/Opportunity/${opportunityId}`, {
      Description: "Dog in the yard.",
    });
    await acceptEstimate(story.store, COMPANY, {
      customerId: String(open?.["AccountId"]),
      customer: { ...newCustomer, salesforceAccountId: String(open?.["AccountId"]) },
      estimate: { opportunityId },
    });
    await story.send();
    expect(String((await sold())?.["Description"])).toMatch(
      /^Dog in the yard\.\n\nAccepted estimate, from Paintbox:\n/,
    );
  });
});
