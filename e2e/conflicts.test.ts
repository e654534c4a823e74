import { expect, type Page, test } from "@playwright/test";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { ConflictsPage } from "./page-models/conflicts.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

const CUSTOMER = "Amara Ramírez";
const SENT = "On the server.";

/** Two people, one estimate: nothing is overwritten, both decide, and what was removed comes back. */
test("what two people change at once is settled by a person, and removed things come back", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const erin = await Tablet.unpack(stack.url);
  const marcus = await Tablet.unpack(stack.url);
  try {
    let estimate = "";
    let bedroom = "";

    await test.step("Erin measures a bedroom; Marcus has it too", async () => {
      await signIn(erin.page, "Erin Vega");
      await signIn(marcus.page, "Marcus Hale");
      const chooser = new NewEstimatePage(erin.page);
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose(CUSTOMER);
      estimate = new URL(erin.page.url()).pathname;
      const area = new AreaPage(erin.page);
      await area.add("room");
      await area.nameIt("Bedroom");
      bedroom = new URL(erin.page.url()).pathname;
      await area.field("Length").click();
      for (const measure of ["12", "10", "8"]) {
        await area.tap(measure);
        await area.next.click();
      }
      await expect(syncChip(erin.page)).toHaveText(SENT);
      await hear(marcus.page);
      await expect(marcus.page.getByText(CUSTOMER)).toBeVisible();
    });

    await test.step("both type another width with no signal", async () => {
      await loseSignal(erin.page);
      await loseSignal(marcus.page);
      await typeWidth(marcus.page, stack.url + bedroom, "11");
      await typeWidth(erin.page, stack.url + bedroom, "14");
      await findSignal(marcus.page);
      await expect(syncChip(marcus.page)).toHaveText(SENT);
      await findSignal(erin.page);
    });

    await test.step("both see both values, with who and when", async () => {
      for (const { page } of [erin, marcus]) {
        await hear(page);
        const conflicts = new ConflictsPage(page);
        await conflicts.open();
        const now = conflicts.side("Bedroom · Width", "Stands now");
        await expect(now).toContainText("11");
        await expect(now).toContainText(/Marcus Hale\s*Entered \w+ \d+, \d{4}, \d+:\d\d [AP]M/);
        const later = conflicts.side("Bedroom · Width", "Set aside");
        await expect(later).toContainText("14");
        await expect(later).toContainText(/Erin Vega\s*Entered \w+ \d+, \d{4}, \d+:\d\d [AP]M/);
      }
      await expect(syncChip(marcus.page)).toHaveText(SENT);
    });

    await test.step("nobody can accept while it is open; the sheet leads to the cards", async () => {
      await erin.page.goto(`${stack.url}${estimate}/price`);
      await erin.page.getByRole("button", { name: "Mark as accepted" }).click();
      const sheet = erin.page.getByRole("dialog");
      await expect(sheet.getByRole("button", { name: "Yes, accept Better" })).toBeDisabled();
      await sheet.getByRole("link", { name: "Settle" }).click();
    });

    await test.step("Erin keeps hers; the card is gone on both tablets and the width is hers", async () => {
      await new ConflictsPage(erin.page).keep("Bedroom · Width", "Keep mine");
      await expect(erin.page.getByRole("heading", { name: "Bedroom · Width" })).toBeFocused();
      await expect(erin.page.getByText("Kept Erin Vega’s.")).toBeVisible();
      await expect(erin.page.getByRole("heading", { name: "All settled" })).toBeVisible();
      await expect(syncChip(erin.page)).toHaveText(SENT);
      await hear(marcus.page);
      await expect(marcus.page.getByText("Kept Erin Vega’s.")).toBeVisible();
      await marcus.page.goto(`${stack.url}${bedroom}`);
      await expect(new AreaPage(marcus.page).field("Width")).toHaveValue("14");
      await expect(new ConflictsPage(marcus.page).strip).toHaveCount(0);
    });

    await test.step("a third value can be typed", async () => {
      await loseSignal(erin.page);
      await typeWidth(marcus.page, stack.url + bedroom, "15");
      await expect(syncChip(marcus.page)).toHaveText(SENT);
      await typeWidth(erin.page, stack.url + bedroom, "16");
      await findSignal(erin.page);
      const conflicts = new ConflictsPage(erin.page);
      await conflicts.open();
      await conflicts.keep("Bedroom · Width", "Type another");
      const area = new AreaPage(erin.page);
      await area.tap("13");
      await erin.page.getByRole("button", { name: "Use it" }).click();
      await expect(erin.page.getByText("Another value was typed.")).toBeVisible();
      await expect(syncChip(erin.page)).toHaveText(SENT);
      await hear(marcus.page);
      await expect(new AreaPage(marcus.page).field("Width")).toHaveValue("13");
    });

    await test.step("what is being typed stays when somebody settles it meanwhile", async () => {
      await disagree(erin.page, marcus.page, stack.url + bedroom, ["17", "18"]);
      const conflicts = new ConflictsPage(erin.page);
      await conflicts.open();
      await conflicts.keep("Bedroom · Width", "Type another");
      const sheet = erin.page.getByRole("dialog");
      await erin.page.keyboard.type("19");
      await expect(sheet.getByRole("textbox", { name: "Width" })).toHaveValue("19");
      await hear(marcus.page);
      const theirs = new ConflictsPage(marcus.page);
      await theirs.open();
      await theirs.keep("Bedroom · Width", "Keep mine");
      await expect(syncChip(marcus.page)).toHaveText(SENT);
      await hear(erin.page);
      await expect(sheet).toContainText("Marcus Hale has settled this meanwhile.");
      await expect(sheet.getByRole("textbox", { name: "Width" })).toHaveValue("19");
      await sheet.getByRole("button", { name: "Use it" }).click();
      await expect(sheet).toHaveCount(0);
      await expect(conflicts.card("Bedroom · Width").first()).toContainText("Now: 19");
      await expect(syncChip(erin.page)).toHaveText(SENT);
    });

    await test.step("a text is typed at once, spaces and all", async () => {
      await loseSignal(erin.page);
      await nameJob(marcus.page, `${stack.url}${estimate}/details`, "Inside");
      await expect(syncChip(marcus.page)).toHaveText(SENT);
      await nameJob(erin.page, `${stack.url}${estimate}/details`, "Rooms");
      await findSignal(erin.page);
      const conflicts = new ConflictsPage(erin.page);
      await conflicts.open();
      await conflicts.keep("Name of the job", "Type another");
      const sheet = erin.page.getByRole("dialog");
      await expect(sheet.getByRole("textbox", { name: "Name of the job" })).toBeFocused();
      await erin.page.keyboard.press("Control+A");
      await erin.page.keyboard.type("One bedroom");
      await erin.page.keyboard.press("Enter");
      await expect(conflicts.card("Name of the job")).toContainText("Now: One bedroom");
      await expect(syncChip(erin.page)).toHaveText(SENT);
    });

    await test.step("an estimate that was removed under an edit comes back with it", async () => {
      await loseSignal(erin.page);
      await erin.page.goto(`${stack.url}${estimate}/details`);
      await erin.page.getByRole("textbox", { name: "Name of the job" }).click();
      await erin.page.keyboard.type("Upstairs");
      await expect(syncChip(erin.page)).toHaveText("On this tablet. Not sent yet.");
      await marcus.page.goto(`${stack.url}${estimate}/details`);
      await marcus.page.getByRole("button", { name: "Remove estimate" }).click();
      await expect(syncChip(marcus.page)).toHaveText("Everything is on the server.");
      await findSignal(erin.page);
      await expect(syncChip(erin.page)).toHaveText("1 change needs you");
      await erin.page.goto(`${stack.url}/sync`);
      await erin.page.getByRole("link", { name: /1 thing, changed by two people/ }).click();
      const card = erin.page.getByRole("article", { name: "Estimate" });
      await expect(card).toContainText("Marcus Hale removed it");
      await expect(card).toContainText("Upstairs");
      await card.getByRole("button", { name: "Bring it back, with the change" }).click();
      await expect(erin.page.getByText("Brought back.")).toBeVisible();
      await erin.page.goto(`${stack.url}/`);
      await erin.page.getByText(CUSTOMER).click();
      await expect(erin.page.getByText("Bedroom")).toBeVisible();
    });

    await test.step("a removed room comes back from the history, which names both", async () => {
      await erin.page.goto(`${stack.url}${bedroom}`);
      await erin.page
        .getByRole("button", { name: /^Remove/ })
        .last()
        .click();
      // It says so when it is on the disk, and not before.
      await expect(erin.page.getByText("Bedroom removed")).toBeVisible();
      await erin.page.goto(`${stack.url}${estimate}/history`);
      await erin.page.getByRole("button", { name: "Bring back: Bedroom" }).click();
      await expect(erin.page.getByText("Bedroom is back.")).toBeVisible();
      await expect(syncChip(erin.page)).toHaveText(SENT);
      await expect(erin.page.getByText("Marcus Hale").first()).toBeVisible();
      await expect(erin.page.getByText("Erin Vega").first()).toBeVisible();
      await expect(erin.page.getByText("Bedroom · Width").first()).toBeVisible();
      await erin.page.goto(`${stack.url}${bedroom}`);
      await expect(new AreaPage(erin.page).surface("Walls")).toContainText("sq ft");
    });

    await test.step("settled, it can be accepted", async () => {
      await erin.page.goto(`${stack.url}${estimate}`);
      const price = new PricePage(erin.page);
      await price.open();
      await price.accept("Better");
    });

    expect([...erin.pageErrors, ...marcus.pageErrors]).toEqual([]);
  } finally {
    await erin.throwAway();
    await marcus.throwAway();
    await stack.stop();
  }
});

/** A tablet in a browser has no radio to tell it of a change while it waits out its beat. */
const hear = (page: Page): Promise<boolean> =>
  page.evaluate(() => dispatchEvent(new Event("online")));

/** Each types a width that the other does not know of: first the one that stands, then the one beside it. */
async function disagree(
  late: Page,
  early: Page,
  address: string,
  [stands, aside]: readonly [string, string],
): Promise<void> {
  await loseSignal(late);
  await typeWidth(early, address, stands);
  await expect(syncChip(early)).toHaveText(SENT);
  await typeWidth(late, address, aside);
  await findSignal(late);
}

async function nameJob(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("textbox", { name: "Name of the job" }).fill(name);
  await page.getByRole("textbox", { name: "Name of the job" }).blur();
}

async function typeWidth(page: Page, address: string, width: string): Promise<void> {
  await page.goto(address);
  const area = new AreaPage(page);
  await area.field("Width").click();
  await page.keyboard.press("Control+A");
  await area.type(width);
  await expect(area.field("Width")).toHaveValue(width);
  await expect(area.savedMark).toBeVisible();
}
