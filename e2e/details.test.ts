import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { DetailsPage } from "./page-models/details.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

const CUSTOMER = "Amara Ramírez";
const FOR_THE_CUSTOMER = "We bring our own ladders.";
const FOR_THE_CREW = "Dog in the yard: ring first.";

test("notes typed with no signal outlive a killed browser and reach the second tablet", async () => {
  test.setTimeout(180_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const manager = await Tablet.unpack(stack.url);
  try {
    await signIn(tablet.page, "Erin Vega");
    await expect(
      tablet.page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await signIn(manager.page, "Marcus Hale");
    await stack.network.off();
    // Signed in some time ago: Chromium writes a new cookie to the disk half a minute later, or when it is closed.
    await tablet.switchOff();
    await tablet.switchOn();

    const chooser = new NewEstimatePage(tablet.page);
    await chooser.open();
    await chooser.search("ramirez");
    await chooser.choose(CUSTOMER);
    const details = new DetailsPage(tablet.page);
    await details.open();
    await details.type("Note for the customer", FOR_THE_CUSTOMER);
    await details.type("Note for the crew", FOR_THE_CREW);
    await details.type("Year built", "1965");
    await expect(tablet.page.getByText("Built before 1978")).toBeVisible();
    const here = new URL(tablet.page.url()).pathname;

    await tablet.die();
    await tablet.switchOn(here);
    const after = new DetailsPage(tablet.page);
    await expect(after.field("Note for the customer")).toHaveValue(FOR_THE_CUSTOMER);
    await expect(after.field("Note for the crew")).toHaveValue(FOR_THE_CREW);
    await expect(after.field("Year built")).toHaveValue("1965");

    await stack.network.on();
    await tablet.page.goto(`${stack.url}/sync`);
    await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
    await expect(tablet.page.getByText("Nothing waits here.")).toBeVisible();
    await manager.page.goto(`${stack.url}/`);
    await expect(manager.page.getByText(CUSTOMER)).toBeVisible();
    await manager.page.getByText(CUSTOMER).click();
    const there = new DetailsPage(manager.page);
    await there.open();
    await expect(there.field("Note for the customer")).toHaveValue(FOR_THE_CUSTOMER);
    await expect(there.field("Note for the crew")).toHaveValue(FOR_THE_CREW);
    expect([...tablet.pageErrors, ...manager.pageErrors]).toEqual([]);
  } finally {
    await tablet.throwAway();
    await manager.throwAway();
    await stack.stop();
  }
});

test("an estimate is removed, comes back with Undo, and stays once it is accepted", async () => {
  test.setTimeout(180_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Erin Vega");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.search("ramirez");
    // Twice, as people in gloves tap: it is one estimate all the same.
    await chooser.matches.filter({ hasText: CUSTOMER }).dblclick();
    const area = new AreaPage(page);
    await area.add("room");
    await area.nameIt("Bedroom");
    await area.field("Length").click();
    for (const measure of ["10", "10", "8"]) {
      await area.tap(measure);
      await area.next.click();
    }
    await page.getByRole("link", { name: "Back" }).click();

    await test.step("removed and brought back, with its room", async () => {
      const details = new DetailsPage(page);
      await details.open();
      await details.remove();
      await expect(page.getByText("No estimates yet")).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByRole("link", { name: CUSTOMER }).click();
      await expect(page.getByRole("link", { name: "Bedroom" })).toBeVisible();
    });

    await test.step("accepted: to be read, not to be changed or removed", async () => {
      const price = new PricePage(page);
      await price.open();
      await price.accept("Good");
      await page.getByRole("link", { name: "Back" }).click();
      const details = new DetailsPage(page);
      await details.open();
      await expect(page.getByText("Accepted: Good")).toBeVisible();
      await expect(page.getByText("it cannot be removed")).toBeVisible();
      await expect(page.getByRole("textbox")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Remove estimate" })).toHaveCount(0);
      await page.getByRole("button", { name: "Reopen" }).click();
      await expect(page.getByRole("button", { name: "Remove estimate" })).toBeVisible();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
