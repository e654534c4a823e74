import { expect, test } from "@playwright/test";
import { Keyboard } from "./fixtures/keyboard.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";

test("from the sign-in to the accepted price with nothing but keys", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  const keys = new Keyboard(page);
  try {
    await test.step("sign in", async () => {
      await keys.press(page.getByRole("link", { name: "Sign in with Salesforce" }));
      // Salesforce's page is not ours to hold to this.
      await page.getByRole("button", { name: "Sign in as Erin Vega" }).press("Enter");
      await expect(page.getByRole("link", { name: "New estimate" })).toBeVisible();
    });

    await test.step("a customer", async () => {
      await keys.press(page.getByRole("link", { name: "New estimate" }));
      await expect(page.getByRole("heading", { name: "Who is it for?" })).toBeVisible();
      await keys.type(page.getByRole("searchbox"), "ramirez");
      await keys.press(
        new NewEstimatePage(page).matches.filter({ hasText: "Amara Ramírez" }).first(),
      );
      const newJob = page.getByRole("button", { name: "A new job" });
      const nothingYet = page.getByRole("heading", { name: "Nothing measured yet" });
      await expect(newJob.or(nothingYet)).toBeVisible();
      if (await newJob.isVisible()) await keys.press(newJob);
      await expect(nothingYet).toBeVisible();
    });

    const area = new AreaPage(page);
    await test.step("a room: measures one after the other", async () => {
      await keys.press(page.getByRole("button", { name: "Add room" }));
      await keys.press(page.getByRole("button", { name: "Bedroom", exact: true }));
      await expect(page.getByRole("heading", { name: "Bedroom", level: 1 })).toBeVisible();
      await keys.type(area.field("Length"), `12'6"`);
      await page.keyboard.press("Enter");
      await expect(area.field("Width")).toBeFocused();
      await page.keyboard.type("10");
      await page.keyboard.press("Enter");
      await expect(area.field("Height")).toBeFocused();
      await page.keyboard.type("8");
      await page.keyboard.press("Enter");
      await expect(area.surface("Ceiling")).toContainText("125 sq ft");
      await expect(area.savedMark).toBeVisible();
    });

    await test.step("undo and redo", async () => {
      await keys.press(page.getByRole("button", { name: /^Undo/ }));
      await expect(area.field("Height")).toHaveValue("");
      await keys.press(page.getByRole("button", { name: /^Redo/ }));
      await expect(area.field("Height")).toHaveValue("8");
    });

    await test.step("one coat on the walls", async () => {
      await keys.press(page.getByRole("button", { name: "Coats, prep and color: Walls" }));
      const coats = page.getByRole("group", { name: "Coats" });
      await keys.press(coats.getByRole("radio", { name: "By option" }), "ArrowRight");
      await expect(coats.getByRole("radio", { name: "1", exact: true })).toBeChecked();
      await expect(area.savedMark).toBeVisible();
    });

    const price = new PricePage(page);
    await test.step("the price, how it came about, and yes", async () => {
      await keys.press(page.getByRole("link", { name: "Back" }));
      await keys.press(page.getByRole("link", { name: "See the price" }));
      await expect(price.option("Good")).toBeVisible();
      const figure = price.option("Better").getByRole("button", { name: /^Better \$/ });
      await keys.press(figure, "Space");
      const sheet = page.getByRole("dialog");
      await expect(sheet).toContainText("$");
      // The focus stays within, and comes back to where it was.
      await page.keyboard.press("Tab");
      expect(await sheet.evaluate((it) => it.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await expect(figure).toBeFocused();

      const choose = price.option("Better").getByRole("button", { name: "Choose Better" });
      if (await choose.isVisible()) await keys.press(choose);
      await keys.press(page.getByRole("button", { name: "Mark as accepted" }));
      await keys.press(page.getByRole("button", { name: "Yes, accept Better" }));
      await expect(page.getByText("Accepted: Better")).toBeVisible();
      await expect(syncChip(page)).toHaveText("In Salesforce", { timeout: 60_000 });
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
