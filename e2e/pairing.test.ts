import { expect, test } from "@playwright/test";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { DevicesPage } from "./page-models/devices.ts";
import { syncChip } from "./page-models/header.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "devices";

let stack: Stack;
let hers: Tablet;
let another: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start();
  hers = await Tablet.unpack(stack.url);
  another = await Tablet.unpack(stack.url);
});
test.afterEach(async () => {
  await hers.throwAway();
  await another.throwAway();
  await stack.stop();
});

test("a second tablet is signed in by the code on the first one's screen, without Salesforce", async () => {
  await signIn(hers.page, "Erin Vega");
  await expect(syncChip(hers.page)).toContainText("Everything is on the server.");
  const devices = new DevicesPage(hers.page);
  await devices.open();
  const address = await devices.showCode();
  await inspect(hers, FOLDER, "pairing-code");

  // What its camera does with the picture.
  await another.page.goto(`${stack.url}${address}`);
  await expect(another.page.getByText("This tablet becomes Erin Vega’s Paintbox")).toBeVisible();
  expect(new URL(another.page.url()).hash).toBe("");
  await inspect(another, FOLDER, "pairing-asks");
  // By keyboard: what is asked has the focus, and yes comes next.
  await another.page.keyboard.press("Tab");
  await expect(another.page.getByRole("button", { name: "Yes, sign in here" })).toBeFocused();
  await another.page.keyboard.press("Enter");
  await expect(another.page.getByRole("link", { name: "New estimate" })).toBeVisible();
  await expect(syncChip(another.page)).toContainText("Everything is on the server.");
  await expect(devices.sheet.getByText("Added. The other tablet is signed in.")).toBeVisible();
  await devices.closeSheet();
  await expect(devices.row("Erin Vega")).toHaveCount(2);

  // Once, and no more.
  await another.page.goto(`${stack.url}${address}`);
  await expect(
    another.page.getByText("This code is wrong, over, or was used already."),
  ).toBeVisible();
  expect([...hers.pageErrors, ...another.pageErrors]).toEqual([]);
});
