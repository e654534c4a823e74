import { expect, type Locator, type Page, test } from "@playwright/test";
import { cachedWith } from "./fixtures/caches.ts";
import { PORTAL_MARK } from "./fixtures/lies.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const READY = "Ready to work with no signal.";

/** What of the shell comes from the portal: what has a revision, and what has a hash in its name. */
for (const [what, path] of [
  ["the page of the app", /^\/index\.html/],
  ["a screen that was not opened yet", /^\/assets\/excel-route/],
] as const) {
  test(`a portal that answers for ${what} during the installation is not installed`, async () => {
    const stack = await Stack.start();
    stack.network.lie("portal", path);
    const tablet = await Tablet.unpack(stack.url);
    try {
      await signIn(tablet.page, "Erin Vega");
      await expect(tablet.page.getByText("No estimates yet")).toBeVisible();
      await expect.poll(() => stack.network.lied).toBeGreaterThan(0);
      await expect(tablet.page.getByText(READY, { exact: true })).toBeHidden();
      expect(await cachedWith(tablet.page, PORTAL_MARK)).toEqual([]);

      stack.network.lie(null);
      await tablet.page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(tablet.page.getByText(READY, { exact: true })).toBeVisible();
      expect(await cachedWith(tablet.page, PORTAL_MARK)).toEqual([]);
      await stack.network.off();
      await tablet.switchOff();
      await tablet.switchOn("/price-book/excel");
      await expect(
        tablet.page.getByRole("heading", { name: "Excel", level: 1, exact: true }),
      ).toBeVisible();
    } finally {
      await tablet.throwAway();
      await stack.stop();
    }
  });
}

const photosOn = (page: Page): Locator =>
  page.getByRole("list", { name: "Photos" }).getByRole("button");

const drawn = (photos: Locator): Promise<number> =>
  photos
    .getByRole("img")
    .evaluateAll(
      (images) =>
        images.filter((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)
          .length,
    );

test("a portal's page is kept as nobody's photo", async () => {
  const stack = await Stack.start({ withCompanyCam: true });
  const tablet = await Tablet.unpack(stack.url);
  try {
    const { page } = tablet;
    await signIn(page, "Erin Vega");
    await expect(page.getByText(READY, { exact: true })).toBeVisible();
    const chooser = new NewEstimatePage(page);
    await chooser.open();
    await chooser.search("abernathy");
    await chooser.choose("Joyce Abernathy");
    await expect(syncChip(page)).toHaveText("On the server.");
    const photos = `${new URL(page.url()).pathname}/photos`;
    stack.network.lie("portal", /\/bytes\//);
    await page.goto(stack.url + photos);
    await page.getByRole("button", { name: "Look for the project" }).click();
    await expect(photosOn(page)).toHaveCount(5);
    await expect.poll(() => stack.network.lied).toBeGreaterThan(4);
    await expect(photosOn(page).getByText("Needs a signal")).toHaveCount(5);
    expect(await cachedWith(page, PORTAL_MARK)).toEqual([]);

    stack.network.lie(null);
    await page.reload();
    await expect.poll(() => drawn(photosOn(page))).toBe(5);
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
