import { expect, test } from "@playwright/test";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { inspect } from "./fixtures/inspect.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { DetailsPage } from "./page-models/details.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

/** Of pictures. */
const FOLDER = "lease";
const DAY_MS = 24 * 60 * 60_000;

let stack: Stack;
let tablet: Tablet;

test.beforeEach(async () => {
  stack = await Stack.start();
  tablet = await Tablet.unpack(stack.url);
});
test.afterEach(async () => {
  await tablet.throwAway();
  await stack.stop();
});

/** Signed in, everything on the tablet, the lease as well; then no signal, and an estimate. @returns its address. */
async function withoutSignal(): Promise<string> {
  const { page } = tablet;
  await signIn(page, "Erin Vega");
  await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("paintbox-kept") ?? ""))
    .toContain('"lease":"ey');
  await stack.network.off();
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  const estimate = new URL(page.url()).pathname;
  await tablet.switchOff();
  return estimate;
}

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

async function estimatesOnServer() {
  const witness = await HttpTablet.signIn(stack.url, "marcus.hale@brightcoat.example");
  const records = await witness.pullEverything();
  return records.flatMap((record) => (record.entity === "estimate" ? [record.fields] : []));
}

test("a tablet without signal: works for two weeks, then shows and sends, then is locked; one contact opens it", async () => {
  const estimate = await withoutSignal();

  // The day before the end: a word about it, and work as always.
  await tablet.switchOn("/", inDays(13));
  await expect(tablet.page.getByText("Connect this tablet once by")).toBeVisible();
  await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
  await inspect(tablet, FOLDER, "ending");
  await tablet.switchOff();

  // Over: everything is there to look at, and nothing to type into.
  await tablet.switchOn(estimate, inDays(15));
  await expect(tablet.page.getByText("Connect once to go on.")).toBeVisible();
  await expect(tablet.page.getByRole("button", { name: "Room", exact: true })).toHaveCount(0);
  await inspect(tablet, FOLDER, "ended");
  await tablet.switchOff();

  // Somebody sets the clock back: it stays over, and is told.
  await tablet.switchOn("/", inDays(2));
  await expect(tablet.page.getByText("This tablet’s clock is behind.")).toBeVisible();
  await expect(tablet.page.getByText("Connect once to go on.")).toBeVisible();
  await expect(tablet.page.getByRole("link", { name: "New estimate" })).toHaveCount(0);
  await tablet.switchOff();

  // Two weeks more: locked, with its unsent work.
  await tablet.switchOn("/", inDays(29));
  await expect(
    tablet.page.getByRole("heading", { name: "Connect this tablet once" }),
  ).toBeVisible();
  await expect(tablet.page.getByText("1 unsent change is safe on it")).toBeVisible();
  await inspect(tablet, FOLDER, "locked");

  // One contact: what waited is sent, and everything goes on.
  await stack.network.on();
  await tablet.page.getByRole("button", { name: "Connect now" }).click();
  await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
  await expect(syncChip(tablet.page)).toContainText("Everything is on the server.");
  expect(await estimatesOnServer()).toHaveLength(1);
  expect(tablet.pageErrors).toEqual([]);
});

test("the lease ends while somebody types: what was typed is kept, the fields close, and one contact sends it", async () => {
  const estimate = await withoutSignal();
  await tablet.switchOn(estimate, inDays(14 - 1 / 24));
  const details = new DetailsPage(tablet.page);
  await details.open();
  const here = new URL(tablet.page.url()).pathname;
  const note = details.field("Note for the crew");
  await note.click();
  await tablet.page.keyboard.type("Dog in the yard");
  // An hour passes with the cursor in the field, and half a word more.
  await tablet.page.clock.fastForward("00:30:00");
  await tablet.page.keyboard.type(": ring f");
  await tablet.page.clock.fastForward("00:45:00");
  await expect(tablet.page.getByText("Connect once to go on.")).toBeVisible();
  // Told first; the field closes a moment later, when everything typed into it is on the disk.
  await expect(note).toHaveCount(0);
  await expect(tablet.page.getByText("Dog in the yard: ring f")).toBeVisible();
  await tablet.page.keyboard.type("irst");
  await expect(tablet.page.getByText("Dog in the yard: ring first")).toHaveCount(0);
  await inspect(tablet, FOLDER, "ended-mid-edit");
  await tablet.switchOff();

  await tablet.switchOn(here, inDays(16));
  await expect(tablet.page.getByText("Dog in the yard: ring f")).toBeVisible();
  await stack.network.on();
  await tablet.page.getByRole("button", { name: "Connect now" }).click();
  await expect(new DetailsPage(tablet.page).field("Note for the crew")).toBeEditable();
  await expect(syncChip(tablet.page)).toContainText("On the server.");
  expect(await estimatesOnServer()).toMatchObject([{ notesForCrew: "Dog in the yard: ring f" }]);
  expect(tablet.pageErrors).toEqual([]);
});
