import { expect, test } from "@playwright/test";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

const JOURNEY = "crm-tasks";

test("a customer made in a driveway is one that Salesforce has already: compared, and used", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const erin = await Tablet.unpack(stack.url);
  const { page } = erin;
  try {
    await stack.salesforce.setUp({
      duplicateRules: [{ object: "Account", fields: ["Name"], action: "alert" }],
    });

    await test.step("accepted for somebody with the name of a customer of old", async () => {
      await signIn(page, "Erin Vega");
      const chooser = new NewEstimatePage(page);
      await chooser.open();
      await chooser.search("Amara Ramírez");
      await chooser.createCustomer({
        Phone: "(303) 555-0199",
        Street: "9 Juniper Lane",
        City: "Denver",
      });
      const area = new AreaPage(page);
      await area.add("room");
      await area.field("Length").click();
      for (const measure of ["12", "10", "8"]) {
        await area.tap(measure);
        await area.next.click();
      }
      const price = new PricePage(page);
      await price.open();
      await price.accept("Better");
    });

    await test.step("the estimate says that Salesforce did not take it, and leads to what can be done", async () => {
      const settle = page.getByRole("link", { name: "Settle it" });
      await expect(settle).toBeVisible({ timeout: 60_000 });
      await inspect(erin, JOURNEY, "refused");
      await settle.click();
      const ours = page.getByRole("region", { name: "Ours" });
      const theirs = page.getByRole("region", { name: "In Salesforce" });
      await expect(ours).toContainText("9 Juniper Lane");
      await expect(theirs.getByRole("heading", { name: "Amara Ramírez" })).toBeVisible();
      await expect(ours).toContainText("9 Juniper Lane, Denver differs");
      await expect(theirs.getByText("differs").first()).toBeVisible();
      await inspect(erin, JOURNEY, "compare");
    });

    await test.step("without a signal nothing can be chosen, and it says so", async () => {
      await loseSignal(page);
      // She looks something up in another app and comes back: the server is asked for news, in vain.
      await page.evaluate(() =>
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
      );
      await expect(page.getByText("Settling this needs a signal.")).toBeVisible();
      await expect(page.getByRole("button", { name: /Use this customer/ })).toHaveCount(0);
      await inspect(erin, JOURNEY, "offline");
      await findSignal(page);
    });

    await test.step("closing it asks once more; one may think better of it", async () => {
      await page.getByRole("button", { name: "Close without sending" }).click();
      await expect(page.getByRole("dialog")).toContainText("Close this without sending it?");
      await inspect(erin, JOURNEY, "closing");
      await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    });

    await test.step("the screen about the work counts it", async () => {
      await page.goto(`${stack.url}/sync`);
      const row = page.getByRole("link", { name: /Salesforce did not take 1 estimate/ });
      await expect(row).toBeVisible();
      await inspect(erin, JOURNEY, "sync", row);
      await row.click();
    });

    await test.step("use this customer: it goes in for the one of old, and nobody is made twice", async () => {
      await page.getByRole("button", { name: "Use this customer: Amara Ramírez" }).click();
      await expect(page.getByText("On its way to Salesforce again.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Nothing to settle" })).toBeVisible();
      await inspect(erin, JOURNEY, "settled");
      await expect
        .poll(() => stack.salesforce.opportunities(), { timeout: 60_000 })
        .toHaveLength(1);
      const [sold] = await stack.salesforce.opportunities();
      expect(sold).toMatchObject({ StageName: "Closed Won", Account: { Name: "Amara Ramírez" } });
      await page.goto(stack.url);
      await page.getByText("Amara Ramírez").first().click();
      await expect(syncChip(page)).toHaveText("In Salesforce", { timeout: 60_000 });
    });

    expect(erin.pageErrors).toEqual([]);
  } finally {
    await erin.throwAway();
    await stack.stop();
  }
});
