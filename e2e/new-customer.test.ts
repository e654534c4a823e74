import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

test("a customer met in a driveway with no signal becomes one Account with a Contact", async () => {
  test.setTimeout(180_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Erin Vega");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await stack.network.off();
    // She looks something up in another app and comes back: the server is asked again who is here, and is silent.
    await tablet.page.evaluate(() =>
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
    );

    const chooser = new NewEstimatePage(tablet.page);
    await chooser.open();
    await chooser.search("Zoë Quiñones");
    await expect(tablet.page.getByText("Nobody matches")).toBeVisible();
    await chooser.createCustomer({
      Phone: "(303) 555-0147",
      Street: "9 Juniper Lane",
      City: "Denver",
    });

    const area = new AreaPage(tablet.page);
    await area.add("room");
    await area.field("Length").click();
    for (const measure of ["10", "10", "8"]) {
      await area.tap(measure);
      await area.next.click();
    }
    const price = new PricePage(tablet.page);
    await price.open();
    const total = await price.total("Good");
    await price.accept("Good");
    await expect(syncChip(tablet.page)).toHaveText("On this tablet. Not sent yet.");

    await stack.network.on();
    await tablet.page.getByRole("banner").getByRole("status").click();
    await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
    await expect.poll(() => stack.salesforce.opportunities(), { timeout: 60_000 }).toHaveLength(1);
    const [sold] = await stack.salesforce.opportunities();
    expect(sold).toMatchObject({ Account: { Name: "Zoë Quiñones" }, Amount: total / 100 });
    expect(await stack.salesforce.people("Quiñones")).toMatchObject([
      { LastName: "Quiñones", Account: { Name: "Zoë Quiñones", Phone: "(303) 555-0147" } },
    ]);

    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
