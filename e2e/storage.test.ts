import { expect, type Locator, type Page, test } from "@playwright/test";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { SettingsPage } from "./page-models/settings.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "storage";
const READY = "Ready to work with no signal.";

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

const photosOn = (page: Page): Locator =>
  page.getByRole("list", { name: "Photos" }).getByRole("button");

/** Whether each of the pictures that are shown is there, pixel for pixel. */
const areDrawn = (photos: Locator): Promise<boolean> =>
  photos
    .getByRole("img")
    .evaluateAll(
      (images) =>
        images.length > 0 &&
        images.every((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
    );

/** An estimate whose job CompanyCam has five photos of, all of them seen. @returns the address of the photos. */
async function lookAtPhotos(page: Page): Promise<string> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("abernathy");
  await chooser.choose("Joyce Abernathy");
  await expect(syncChip(page)).toHaveText("On the server.");
  const path = `${new URL(page.url()).pathname}/photos`;
  await page.goto(stack.url + path);
  await page.getByRole("button", { name: "Look for the project" }).click();
  await expect(photosOn(page)).toHaveCount(5);
  await expect.poll(() => areDrawn(photosOn(page))).toBe(true);
  return path;
}

/** They are kept after the page has them: until the worker says that it has all five. */
async function expectKept(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto(`${stack.url}/settings/storage`);
    await expect(page.getByText("5 small pictures")).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("photos seen once are there after a restart with no signal, until they are freed", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  const path = await lookAtPhotos(page);
  await expectKept(page);

  await stack.network.off();
  await tablet.switchOff();
  await tablet.switchOn(path);
  const photos = photosOn(tablet.page);
  await expect(photos).toHaveCount(5);
  await expect.poll(() => areDrawn(photos)).toBe(true);
  // The large picture was never here: what is here of it stands in for it.
  await photos.first().click();
  const viewer = tablet.page.getByRole("dialog");
  await expect(viewer.getByRole("heading", { name: "Photo 1 of 5" })).toBeVisible();
  await expect.poll(() => areDrawn(viewer)).toBe(true);
  await inspect(tablet, FOLDER, "photo-offline");
  await tablet.page.keyboard.press("Escape");
  await inspect(tablet, FOLDER, "photos-offline");

  await tablet.page.goto(`${stack.url}/`);
  await new SettingsPage(tablet.page).open();
  await tablet.page.getByRole("link", { name: "Storage" }).click();
  await expect(tablet.page.getByRole("heading", { name: /of 25 MB used/ })).toBeVisible();
  await expect(tablet.page.getByText("5 small pictures")).toBeVisible();
  await inspect(tablet, FOLDER, "storage");
  await tablet.page.getByRole("button", { name: "Free up photos" }).click();
  const told = tablet.page.getByText(/Photos are off this tablet: \d+ KB freed/);
  await expect(told).toBeFocused();
  await expect(tablet.page.getByText("None yet.")).toBeVisible();
  await expect(tablet.page.getByRole("button", { name: "Free up photos" })).toBeHidden();
  await inspect(tablet, FOLDER, "freed");

  await tablet.page.goto(stack.url + path);
  await expect(photos).toHaveCount(5);
  await expect(photos.getByText("Needs a signal")).toHaveCount(5);

  await stack.network.on();
  await tablet.page.reload();
  await expect.poll(() => areDrawn(photos)).toBe(true);
  await expectKept(tablet.page);
  expect(tablet.pageErrors).toEqual([]);
});

test("whoever signs out leaves no photos, neither for nobody nor for the next person", async () => {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  await lookAtPhotos(page);
  const [address = ""] = await photosOn(page)
    .getByRole("img")
    .evaluateAll((images) => images.map((image) => image.getAttribute("src")));
  await expectKept(page);
  // The worker keeps the one, the browser's own cache the other.
  const both = [address ?? "", (address ?? "").replace("/thumbnail", "/web")];
  // As somebody would who has noted the addresses.
  const ask = (): Promise<readonly (number | "cut off")[]> =>
    page.evaluate(
      (paths) =>
        Promise.all(
          paths.map((path) =>
            fetch(path).then(
              ({ status }) => status,
              () => "cut off" as const,
            ),
          ),
        ),
      both,
    );
  expect(await ask()).toEqual([200, 200]);

  await page.goto(`${stack.url}/settings`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in with Salesforce" })).toBeVisible();
  expect(await ask()).toEqual([401, 401]);
  await stack.network.off();
  expect(await ask()).toEqual(["cut off", "cut off"]);
  await stack.network.on();

  await page.goto(stack.url);
  await signIn(page, "Noah Brandt");
  await page.goto(`${stack.url}/settings/storage`);
  await expect(page.getByText("None yet.")).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});
