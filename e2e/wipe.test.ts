import { expect, type Page, test } from "@playwright/test";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { serverLog } from "./fixtures/server-log.ts";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { DevicesPage } from "./page-models/devices.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "devices";

let stack: Stack;
let hers: Tablet;
let office: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start();
  [hers, office] = await Promise.all([Tablet.unpack(stack.url), Tablet.unpack(stack.url)]);
});
test.afterEach(async () => {
  await hers.throwAway();
  await office.throwAway();
  await stack.stop();
});

/** One edit: an estimate for a customer of the office. */
async function startEstimate(page: Page): Promise<void> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  await page.getByRole("link", { name: "Back" }).click();
}

/** All that a browser can keep of us. */
const leftOn = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    storage: Object.keys(localStorage),
    cookies: document.cookie,
  }));

const everything = { databases: [], caches: [], workers: 0, storage: [], cookies: "" };

test("a lost tablet with unsent work: cleared from the office, it sends everything first, then forgets everything", async () => {
  await signIn(hers.page, "Erin Vega");
  await expect(syncChip(hers.page)).toContainText("Everything is on the server.");
  await expect(hers.page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await loseSignal(hers.page);
  await startEstimate(hers.page);
  await expect(syncChip(hers.page)).toContainText("On this tablet. Not sent yet.");

  await signIn(office.page, "Marcus Hale");
  const devices = new DevicesPage(office.page);
  await devices.open();
  await expect(devices.row("Erin Vega")).toBeVisible();
  await inspect(office, FOLDER, "devices");
  await devices.clear("Erin Vega");
  await inspect(office, FOLDER, "device-to-be-cleared");
  await devices.closeSheet();

  await findSignal(hers.page);
  await expect(hers.page.getByRole("heading", { name: "This tablet is cleared" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(hers.page.getByText("All unsent work has arrived")).toBeVisible();
  await inspect(hers, FOLDER, "cleared");
  expect(serverLog(stack).filter(({ author }) => author === "Erin Vega")).toHaveLength(1);
  expect(await leftOn(hers.page)).toEqual(everything);
  expect(
    (await hers.page.context().cookies()).filter(({ domain }) => domain === "127.0.0.1"),
  ).toEqual([]);

  await office.page.reload();
  await expect(devices.row("Erin Vega")).toContainText(
    /Cleared .*Edits sent: 1, in safekeeping: 0/,
  );
  await hers.page.getByRole("button", { name: "Start again" }).click();
  await expect(hers.page.getByRole("link", { name: "Sign in with Salesforce" })).toBeVisible();
  expect([...hers.pageErrors, ...office.pageErrors]).toEqual([]);
});
