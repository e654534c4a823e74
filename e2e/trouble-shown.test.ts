import { expect, type Locator, type Page, test } from "@playwright/test";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { shoot } from "./fixtures/shots.ts";
import { Stack } from "./fixtures/stack.ts";
import { LANDSCAPE, PORTRAIT, Tablet } from "./fixtures/tablet.ts";
import { troubleScenes } from "./fixtures/trouble-scenes.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { signIn } from "./page-models/sign-in.ts";

const JOURNEY = "trouble-shown";
const CUSTOMER = "Grace Lindqvist";
const PHONE = { width: 390, height: 844 };
const PAINTERS = "You can look at everything. Estimators and managers make the changes.";
const SENT = "On the server.";

/** What is not as it should be is said where one looks, and leads to where it can be mended. */
test("disagreements, removals and silence are said where one looks; a painter's screens are for looking", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const erin = await Tablet.unpack(stack.url);
  const marcus = await Tablet.unpack(stack.url);
  const luz = await Tablet.unpack(stack.url);
  try {
    let estimate = "";
    await test.step("two people do not agree about a room and its walls", async () => {
      await signIn(erin.page, "Erin Vega");
      const scenes = await troubleScenes(erin.page, marcus, stack.url);
      estimate = stack.url + (scenes.find(({ name }) => name === "conflict-strip")?.path ?? "");
      await loseSignal(erin.page);
      await measureWalls(marcus.page, estimate, "300");
      await expect(syncChip(marcus.page)).toHaveText(SENT);
      await measureWalls(erin.page, estimate, "320");
      await findSignal(erin.page);
      await expect(erin.page.getByRole("link", { name: "Quantity: Settle" })).toBeVisible();
    });

    await test.step("the list of estimates says so, and leads to settling", async () => {
      await erin.page.goto(stack.url);
      const mark = erin.page.getByRole("link", {
        name: `${CUSTOMER}: 4 things were changed by two people`,
      });
      await expect(mark).toBeVisible();
      await shoot(erin, JOURNEY, "home");
      await mark.click();
      await expect(erin.page.getByRole("heading", { name: "To settle", level: 1 })).toBeVisible();
      await expect(erin.page).toHaveURL(`${estimate}/conflicts`);
    });

    await test.step("so does the field, and its mark leads to its own card, with units", async () => {
      await erin.page.goto(estimate);
      const row = erin.page.getByRole("link", { name: /^Living room/ });
      await expect(row).toContainText("3 things were changed by two people");
      await row.click();
      const mark = erin.page.getByRole("link", { name: "Width: Settle" });
      await shoot(erin, JOURNEY, "field", mark);
      await expect(erin.page.getByRole("link", { name: "Length: Settle" })).toHaveCount(0);
      await erin.page
        .getByRole("link", { name: "Two people changed the same thing: Quantity: Settle" })
        .click();
      const heading = erin.page.getByRole("heading", { name: "Living room · Walls · Quantity" });
      await expect(heading).toBeFocused();
      const card = erin.page.getByRole("article").filter({ has: heading });
      await expect(card).toContainText("300 sq ft");
      await expect(card).toContainText("320 sq ft");
      await shoot(erin, JOURNEY, "card", heading);
    });

    await test.step("who else is here is never cut, however long the chip beside it", async () => {
      await erin.page.goto(estimate);
      await marcus.page.goto(estimate);
      for (const size of [PORTRAIT, LANDSCAPE, PHONE]) {
        await erin.rotate(size);
        await expect.poll(() => isWhole(sign(erin.page))).toBe(true);
      }
      await erin.rotate(PORTRAIT);
      await syncChip(erin.page).evaluate((chip) => {
        chip.style.width = "260px";
      });
      await expect.poll(() => isWhole(sign(erin.page))).toBe(true);
    });

    await test.step("with text at 200 % on a phone the list still has its room", async () => {
      await erin.rotate(PHONE);
      await erin.page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await expect(erin.page.getByRole("link", { name: /Settle$/ }).first()).toBeVisible();
      const { height } = (await erin.page.getByRole("main").boundingBox()) ?? { height: 0 };
      expect(height).toBeGreaterThan(350);
      await erin.page.getByRole("link", { name: "See the price" }).scrollIntoViewIfNeeded();
      await expect(erin.page.getByRole("link", { name: "See the price" })).toBeInViewport();
      await erin.rotate(PORTRAIT);
    });

    await test.step("what was removed says who did it and when", async () => {
      await erin.page.goto(`${estimate}/history`);
      const hall = erin.page.getByRole("list", { name: "Removed" }).getByText("Removed by");
      await expect(hall).toHaveText(/^Removed by Marcus Hale, \w+ \d+, \d{4}, \d+:\d\d [AP]M$/);
      await marcus.page.goto(`${stack.url}/estimates/older`);
      await expect(marcus.page.getByText(/^Removed by Erin Vega, \w+ \d+/)).toBeVisible();
      await loseSignal(marcus.page);
      await marcus.page.reload();
      await expect(marcus.page.getByText("Who removed it: that needs a signal.")).toBeVisible({
        timeout: 30_000,
      });
      await findSignal(marcus.page);
    });

    await test.step("with no signal the queue speaks of rooms, and asking is answered", async () => {
      const { page } = erin;
      await loseSignal(page);
      await page.goto(estimate);
      await new AreaPage(page).add("room");
      await page.goto(`${stack.url}/sync`);
      const waiting = page.getByRole("list", { name: "Waiting on this tablet" });
      await expect(waiting).toContainText(`Estimate · ${CUSTOMER}`);
      await expect(waiting).toContainText("7793 Monaco Pkwy, Thornton");
      await expect(waiting).toContainText(/Room \d: added/);
      await page.getByRole("button", { name: "Send now" }).click();
      const answer = page
        .getByRole("status")
        .filter({ hasText: "No signal. Paintbox tries again" });
      await expect(answer).toBeVisible();
      await shoot(erin, JOURNEY, "sync");
      await findSignal(page);
    });

    await test.step("a painter looks at everything and is offered no change", async () => {
      const { page } = luz;
      await page.getByRole("link", { name: "Sign in with Salesforce" }).click();
      await page.getByRole("button", { name: "Sign in as Luz Ortega" }).click();
      await page.getByText(CUSTOMER).click();
      for (const [name, path] of [
        ["painter-list", ""],
        ["painter-details", "/details"],
        ["painter-conflicts", "/conflicts"],
      ] as const) {
        await page.goto(estimate + path);
        await expect(page.getByText(PAINTERS).filter({ visible: true })).toBeVisible();
        await shoot(luz, JOURNEY, name);
        await expectNothingToChange(page);
      }
      await page.goto(estimate);
      await page.getByRole("link", { name: /^Living room/ }).click();
      await expect(page.getByText(PAINTERS).filter({ visible: true })).toBeVisible();
      await expect(page.getByText("Walls", { exact: true })).toBeVisible();
      await expectNothingToChange(page);
      await page.goto(`${estimate}/price`);
      await expect(page.getByRole("button", { name: /^Good \$\d/ })).toBeVisible();
      await expect(page.getByRole("button", { name: "Mark as accepted" })).toHaveCount(0);
      await page.goto(`${estimate}/history`);
      await expect(page.getByText("Removed by Marcus Hale")).toBeVisible();
      await expect(page.getByRole("button", { name: /Bring back/ })).toHaveCount(0);
    });
    expect([...erin.pageErrors, ...marcus.pageErrors, ...luz.pageErrors]).toEqual([]);
  } finally {
    for (const tablet of [erin, marcus, luz]) await tablet.throwAway();
    await stack.stop();
  }
});

async function measureWalls(page: Page, estimate: string, quantity: string): Promise<void> {
  await page.goto(estimate);
  await page.getByRole("link", { name: /^Living room/ }).click();
  await page.getByRole("button", { name: "Coats, prep and color: Walls" }).click();
  const field = new AreaPage(page).field("Own quantity, sq ft");
  await field.click();
  await page.keyboard.type(quantity);
  await expect(field).toHaveValue(quantity);
  await expect(new AreaPage(page).savedMark).toBeVisible();
}

const sign = (page: Page): Locator =>
  page
    .getByRole("banner")
    .getByText(/here too$/)
    .filter({ visible: true });

/** Nothing of it is cut off. */
const isWhole = (text: Locator): Promise<boolean> =>
  text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);

/** No field, no answer to tap, no button but those that lead somewhere. */
async function expectNothingToChange(page: Page): Promise<void> {
  await expect(page.getByRole("main").locator("input, textarea, select")).toHaveCount(0);
  await expect(
    page.getByRole("button", {
      name: /Add|Copy|Remove|Undo|Redo|Change|Keep|Type|Choose|Bring back|Take over|Settle/,
    }),
  ).toHaveCount(0);
}
