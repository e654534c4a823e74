import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { makeNextBuild, NEXT_BUILD } from "./fixtures/next-build.ts";
import { serverLog } from "./fixtures/server-log.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { waitingIds } from "./fixtures/tablet-records.ts";
import { DetailsPage } from "./page-models/details.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const READY = "Ready to work with no signal.";
const OFFERED = "A new version is here.";
const ALL_SENT = /^(Everything is on the server|On the server)\.$/;
/** What a server of some months ago did not answer yet. */
const YOUNGER = /^\/api\/(version|vitals|v1\/companycam|sync\/(presence|who|events))/;

let next: string;
let stack: Stack;
let tablet: Tablet;

test.beforeAll(async () => {
  next = await makeNextBuild();
});
test.afterAll(() => rmSync(dirname(next), { recursive: true, force: true }));
test.beforeEach(async () => {
  stack = await Stack.start();
});
test.afterEach(async () => {
  await tablet.throwAway();
  await stack.stop();
});

async function beginEstimate(page: Page): Promise<void> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.choose("Amara Ramírez");
}

const isNext = (page: Page): Promise<boolean> =>
  page.evaluate((name) => document.querySelector(`meta[name=${name}]`) !== null, NEXT_BUILD);

/** Which build shows, which worker waits, and who keeps the windows from being loaded again. */
const standing = async (page: Page): Promise<unknown> => {
  try {
    const isNextShown = await isNext(page);
    const rest = await page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      const { held = [] } = await navigator.locks.query();
      const names = held.map(({ name }) => name).filter((name) => name === "paintbox-unsaved");
      return { waiting: known?.waiting?.state ?? null, held: names };
    });
    return { isNext: isNextShown, ...rest };
  } catch {
    return "between two pages";
  }
};

const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });

/** What waits is sent, and the server has applied each of them once. */
async function expectSentOnce(page: Page, ids: readonly string[]): Promise<void> {
  expect(ids.length).toBeGreaterThan(0);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(syncChip(page)).toHaveText(ALL_SENT);
  const log = serverLog(stack).filter(({ id }) => ids.includes(id));
  expect(log.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
    ids.map((id) => `${id} applied`),
  );
}

test("an old window on a new server: every screen still opens, work is sent, the update is offered and waits", async () => {
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: "New estimate" })).toBeVisible();

  await stack.network.off();
  await beginEstimate(page);
  const details = new DetailsPage(page);
  await details.open();
  await details.type("Note for the crew", "Dog in the yard");
  const ids = await waitingIds(page);
  await stack.deploy(next);
  await stack.network.on();
  await expectSentOnce(page, ids);

  await lookAgain(page);
  // Not forced: the window is the one that was open, with what was typed.
  await expect(details.field("Note for the crew")).toHaveValue("Dog in the yard");
  expect(await isNext(page)).toBe(false);
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page.getByText(OFFERED)).toBeVisible();

  // Screens that this window has not loaded yet, with no signal either.
  await stack.network.off();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Storage" }).click();
  await expect(page.getByRole("heading", { name: "Storage", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("link", { name: "Back" }).click();
  await stack.network.on();
  await page.getByRole("link", { name: "Older and removed estimates" }).click();
  await expect(page.getByRole("heading", { name: "Older and removed" })).toBeVisible();
  expect(await isNext(page)).toBe(false);
  await page.getByRole("link", { name: "Back" }).click();

  await page.getByRole("button", { name: "Update now" }).click();
  // What it waits for is in the failure's message.
  await expect.poll(() => standing(page)).toEqual({ isNext: true, waiting: null, held: [] });
  await expect(page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  await expect(syncChip(page)).toHaveText(ALL_SENT);
  await stack.network.off();
  await tablet.switchOff();
  await tablet.switchOn("/settings/storage");
  await expect(tablet.page.getByRole("heading", { name: "Storage", level: 1 })).toBeVisible();
  expect(await isNext(tablet.page)).toBe(true);
  expect(tablet.pageErrors).toEqual([]);
});

test("two windows: what is typed in one is kept, and both come back as the new version", async () => {
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  await beginEstimate(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  const typed = new DetailsPage(other);
  await typed.open();
  await stack.deploy(next);
  await page.getByRole("link", { name: "Back" }).click();
  await lookAgain(page);
  await expect(page.getByText(OFFERED)).toBeVisible();

  await typed.field("Note for the crew").pressSequentially("Dog in the yard");
  await page.getByRole("button", { name: "Update now" }).click();
  for (const one of [page, other])
    await expect.poll(() => standing(one)).toEqual({ isNext: true, waiting: null, held: [] });
  await expect(typed.field("Note for the crew")).toHaveValue("Dog in the yard");
  await expect(page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});

test("an old window without a worker on a new server gets the screens of its own build", async () => {
  stack.network.refuse(/^\/sw\.js$/);
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await stack.deploy(next);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Devices" }).click();
  await expect(page.getByRole("heading", { name: "Devices", level: 1 })).toBeVisible();
  expect(await isNext(page)).toBe(false);
  expect(await page.evaluate(() => navigator.serviceWorker.controller === null)).toBe(true);
  expect(tablet.pageErrors).toEqual([]);
});

test("a new tablet on an older server works, sends, and starts with no signal", async () => {
  await stack.deploy(next);
  tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText(READY, { exact: true })).toBeVisible();
  await tablet.switchOff();

  // Rolled back, to one that knows less.
  await stack.deploy();
  stack.network.lie("older-server", YOUNGER);
  await tablet.switchOn();
  await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
  expect(await isNext(tablet.page)).toBe(true);
  await stack.network.off();
  await beginEstimate(tablet.page);
  const ids = await waitingIds(tablet.page);
  await stack.network.on();
  await expectSentOnce(tablet.page, ids);
  await expect.poll(() => stack.network.lied).toBeGreaterThan(0);
  for (const [path, heading] of [
    ["/settings/devices", "Devices"],
    ["/pipeline", "Pipeline and win rate"],
    ["/sync", "Where your work is"],
  ] as const) {
    await tablet.page.goto(stack.url + path);
    await expect(tablet.page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  }
  await stack.network.off();
  await tablet.switchOff();
  await tablet.switchOn();
  await expect(tablet.page.getByRole("link", { name: /Amara Ramírez/ })).toBeVisible();
  expect(tablet.pageErrors).toEqual([]);
});
