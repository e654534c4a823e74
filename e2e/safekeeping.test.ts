import { statSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { arrive } from "./fixtures/arrive.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { DevicesPage } from "./page-models/devices.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";

const PASSPHRASE = "two coats of eggshell";

let stack: Stack;
let shared: Tablet;
let office: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start();
  [shared, office] = await Promise.all([Tablet.unpack(stack.url), Tablet.unpack(stack.url)]);
});
test.afterEach(async () => {
  await shared.throwAway();
  await office.throwAway();
  await stack.stop();
});

test("work that was left on a cleared tablet: a manager saves it as a file, its author brings it back with one tap", async () => {
  const { page } = shared;
  await arrive(shared, stack.url, "Erin Vega");
  await expect(syncChip(page)).toContainText("Everything is on the server.");
  stack.network.refuse(/sync\/push/);
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  await page.goto(stack.url);
  await expect(syncChip(page)).toContainText("On this tablet. Not sent yet.");
  // What is known of her by whoever comes next is noted a moment after the start.
  await page.waitForFunction(() =>
    localStorage.getItem("paintbox-people")?.includes('"waiting":1'),
  );
  // Somebody else takes the tablet along; only she could send what is on it.
  await page.context().clearCookies({ name: "paintbox" });
  stack.network.refuse(null);
  await arrive(shared, stack.url, "Noah Brandt");
  await expect(page.getByText("1 change of Erin Vega is not sent.")).toBeVisible();

  await arrive(office, stack.url, "Marcus Hale");
  const devices = new DevicesPage(office.page);
  await devices.open();
  await devices.clear("Noah Brandt");
  await devices.closeSheet();
  await page.reload();
  await expect(page.getByRole("heading", { name: "This tablet is cleared" })).toBeVisible({
    timeout: 60_000,
  });

  await office.page.reload();
  await expect(devices.row("Noah Brandt")).toContainText("in safekeeping: 1");
  await devices.row("Noah Brandt").click();
  await expect(devices.sheet).toContainText("Only Erin Vega can bring the file back");
  await devices.sheet.getByLabel("Passphrase").fill(PASSPHRASE);
  const downloading = office.page.waitForEvent("download");
  await devices.sheet.getByRole("button", { name: "Save as a rescue file" }).click();
  expect(statSync(await (await downloading).path()).size).toBeGreaterThan(100);
  await expect(devices.sheet.getByText("The file is saved.")).toBeVisible();

  await page.getByRole("button", { name: "Start again" }).click();
  await arrive(shared, stack.url, "Erin Vega");
  await expect(page.getByText("No estimates yet")).toBeVisible();
  const hers = new DevicesPage(page);
  await hers.open();
  await hers.row("Noah Brandt").click();
  await hers.sheet.getByRole("button", { name: "Bring it to this tablet" }).click();
  await expect(hers.sheet.getByText("It is on this tablet now")).toBeVisible();
  await hers.closeSheet();
  await page.goto(stack.url);
  await expect(page.getByText("Amara Ramírez")).toBeVisible();
  await expect(syncChip(page)).toContainText("Everything is on the server.");
  expect([...shared.pageErrors, ...office.pageErrors]).toEqual([]);
});
