import { expect, type Page, test } from "@playwright/test";
import { cachedFiles } from "./fixtures/caches.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const READY = "Ready to work with no signal.";
const ALL_SENT = "Everything is on the server.";

let stack: Stack;
let tablet: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start();
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.choose("Amara Ramírez");
  await page.getByRole("link", { name: "Back" }).click();
  await expect(syncChip(page)).toHaveText(ALL_SENT);
});
test.afterEach(async () => {
  await tablet.throwAway();
  await stack.stop();
});

/** What a browser short of space does to an app that is not open. */
async function evict(...storageTypes: readonly ("cache_storage" | "indexeddb")[]): Promise<void> {
  await tablet.page.goto("about:blank");
  const browser = await tablet.page.context().newCDPSession(tablet.page);
  await browser.send("Storage.clearDataForOrigin", {
    origin: stack.url,
    storageTypes: storageTypes.join(","),
  });
  await tablet.switchOff();
}

/** The tablet's key went with its records: to the server it is another tablet until somebody has signed in on it. */
async function signInAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Connect now" }).click();
  await page.getByRole("button", { name: "Sign in as Erin Vega" }).click();
  await expect(page.getByRole("link", { name: "New estimate" })).toBeVisible();
  await expect(page.getByText("Connect once to go on.")).toBeHidden();
}

test("records and app thrown away: with no signal the browser says so, and one start with a signal brings all of it back", async () => {
  await evict("cache_storage", "indexeddb");
  await stack.network.off();
  await expect(tablet.switchOn()).rejects.toThrow("ERR_");
  await tablet.switchOff();

  await stack.network.on();
  await tablet.switchOn();
  await expect(tablet.page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  await signInAgain(tablet.page);
  await expect(tablet.page.getByText(READY, { exact: true })).toBeVisible();
  await stack.network.off();
  await tablet.switchOff();
  await tablet.switchOn("/settings/storage");
  await expect(
    tablet.page.getByRole("heading", { name: "Storage", level: 1, exact: true }),
  ).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});

test("only the records thrown away: with no signal the tablet says so, and they come back with it", async () => {
  await evict("indexeddb");
  await stack.network.off();
  await tablet.switchOn();
  await expect(tablet.page.getByText("Nothing has been received yet")).toBeVisible();
  await expect(tablet.page.getByText("Connect once to go on.")).toBeVisible();
  await expect(syncChip(tablet.page)).not.toHaveText(ALL_SENT);

  await stack.network.on();
  await tablet.page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(tablet.page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  await expect(syncChip(tablet.page)).toHaveText(ALL_SENT);
  await signInAgain(tablet.page);
  expect(tablet.pageErrors).toEqual([]);
});

test("only the app thrown away: one start with a signal puts every file back, and it starts with none again", async () => {
  const whole = await cachedFiles(tablet.page);
  expect(whole).toBeGreaterThan(100);
  await evict("cache_storage");
  await tablet.switchOn();
  await expect(tablet.page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  await expect.poll(() => cachedFiles(tablet.page)).toBe(whole);

  await stack.network.off();
  await tablet.switchOff();
  await tablet.switchOn("/price-book/excel");
  await expect(
    tablet.page.getByRole("heading", { name: "Excel", level: 1, exact: true }),
  ).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});
