import { expect, test } from "@playwright/test";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "job-photos";

let stack: Stack;
let tablet: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start({ withCompanyCam: true });
  tablet = await Tablet.unpack(stack.url);
});
test.afterEach(async () => {
  await tablet.throwAway();
  await stack.stop();
});

test("the photos that CompanyCam has of a job: found by its address, looked at one by one, and kept in sight without a signal", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("abernathy");
  await chooser.choose("Joyce Abernathy");
  await expect(syncChip(page)).toHaveText("On the server.");
  await page.goto(`${page.url()}/details`);
  await page.getByRole("link", { name: "Photos" }).click();

  await expect(page.getByRole("heading", { name: "No CompanyCam project yet" })).toBeVisible();
  await inspect(tablet, FOLDER, "no-project");
  await page.getByRole("button", { name: "Look for the project" }).press("Enter");
  const photos = page.getByRole("list", { name: "Photos" }).getByRole("button");
  await expect(photos).toHaveCount(5);
  // The button has gone by its own success; the keyboard's place is with what came.
  await expect(photos.first()).toBeFocused();
  await expect(photos.first().getByRole("img")).toHaveJSProperty("complete", true);
  expect(
    await photos
      .getByRole("img")
      .evaluateAll((images) =>
        images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
      ),
  ).toBe(true);
  await inspect(tablet, FOLDER, "grid");

  await page.keyboard.press("Tab");
  await expect(photos.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("heading", { name: "Photo 2 of 5" })).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Close" })).toBeFocused();
  await viewer.getByRole("button", { name: "Next" }).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByRole("heading", { name: "Photo 5 of 5" })).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Next" })).toBeDisabled();
  await page.keyboard.press("ArrowLeft");
  await viewer.getByRole("button", { name: "Previous" }).click();
  await expect(viewer.getByRole("heading", { name: "Photo 3 of 5" })).toBeVisible();
  await inspect(tablet, FOLDER, "photo");
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  // Where she left off, not where she began.
  await expect(photos.nth(2)).toBeFocused();

  await stack.network.off();
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "Photos" }).click();
  await expect(photos).toHaveCount(5);
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /No signal|from earlier/ })
      .first(),
  ).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});
