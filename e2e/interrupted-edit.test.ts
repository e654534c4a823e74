import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { DetailsPage } from "./page-models/details.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

test("a reload and a restart in the middle of a measure lead back to its text, its field and its place, with no signal", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    await stack.network.off();
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.choose("Amara Ramírez");
    const area = new AreaPage(page);
    await area.add("room");
    await area.nameIt("Bedroom");
    await area.field("Length").click();
    await area.tap("12'");
    await area.next.click();
    // Half of a measure, and the keypad stays open.
    await area.tap("10'6");
    await expect(area.field("Width")).toHaveValue(/10.*6/);
    const half = await area.field("Width").inputValue();
    await expect(area.savedMark).toBeVisible();
    const address = new URL(page.url());
    expect(address.hash).toBe("#field=width");

    await page.reload();
    await expect(page.getByRole("heading", { name: "Bedroom", level: 1 })).toBeVisible();
    await expect(area.field("Width")).toBeFocused();
    await expect(area.field("Width")).toHaveValue(half);
    await expect(area.next).toBeVisible();

    await tablet.switchOff();
    await tablet.switchOn(address.pathname + address.hash);
    const again = new AreaPage(tablet.page);
    await expect(again.field("Width")).toBeFocused();
    await expect(again.field("Width")).toHaveValue(half);
    // What is typed now replaces it, as always when a field is opened: nothing is glued to the half.
    await again.tap("11");
    await expect(again.field("Width")).toHaveValue("11");
    await expect(again.field("Length")).toHaveValue(/12/);
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

test("a note that was told to be on the tablet is there after a reload under the cursor, with no signal", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    await stack.network.off();
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.choose("Amara Ramírez");
    const details = new DetailsPage(page);
    await details.open();
    await details.type("Note for the crew", "Dog in the yard");
    await expect(details.field("Note for the crew")).toBeFocused();
    await page.reload();
    await expect(details.field("Note for the crew")).toHaveValue("Dog in the yard");
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
