import { expect, type Page, test } from "@playwright/test";
import { changeDatabase, removeAll } from "./fixtures/administrator.ts";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { HttpTablet } from "./fixtures/http-tablet.ts";
import { shoot } from "./fixtures/shots.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { readTables } from "./fixtures/tablet-records.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const JOURNEY = "mass-removal";
const CUSTOMER = "Amara Ramírez";
const KEEP = "Keep them here for now";
const REMOVE = "Remove them";

const customersHere = async (page: Page): Promise<number> =>
  (await readTables(page, ["customer"]))["customer"]?.length ?? 0;

/** R9, from the server's database to the two answers a person may give. */
test("a server that has lost its customers empties no tablet before somebody says so, and no edit that waits", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  const question = page.getByRole("region", { name: /^The server removed/ });
  try {
    let estimate = "";
    let customers = 0;
    await test.step("she has the customers, and an estimate with an edit that is not sent yet", async () => {
      await signIn(page, "Erin Vega");
      await beginEstimate(page);
      estimate = new URL(page.url()).pathname;
      await expect(syncChip(page)).toHaveText("On the server.");
      customers = await customersHere(page);
      expect(customers).toBeGreaterThan(100);
      await loseSignal(page);
      await new AreaPage(page).add("room");
      await expect(syncChip(page)).toHaveText("On this tablet. Not sent yet.");
    });

    let removed = 0;
    await test.step("a script goes wrong on the server: the tablet asks, and everything is still on it", async () => {
      await changeDatabase(stack, (database) => {
        removed = removeAll(database, ["customer", "contact"]);
      });
      await findSignal(page);
      await page.goto(`${stack.url}/sync`);
      await expect(question).toBeVisible();
      await expect(question).toContainText(
        `removed ${new Intl.NumberFormat("en-US").format(removed)} of`,
      );
      await expect(page.getByText("Needs you", { exact: true })).toBeVisible();
      await expect(syncChip(page)).toHaveText("A question for you");
      expect(await customersHere(page)).toBe(customers);
      await shoot(tablet, JOURNEY, "question");
    });

    await test.step("kept for now: said so, still there after a restart, and work goes out all the same", async () => {
      await question.getByRole("button", { name: KEEP }).click();
      await expect(question).toContainText("Kept. You can decide later, here.");
      await shoot(tablet, JOURNEY, "kept");
      await page.goto(stack.url);
      await page.reload();
      await new NewEstimatePage(page).open();
      await new NewEstimatePage(page).search("ramirez");
      await expect(new NewEstimatePage(page).matches.filter({ hasText: CUSTOMER })).toBeVisible();
      await expect.poll(() => areasOnServer(stack)).toBe(1);
      await page.goto(`${stack.url}/sync`);
      await expect(question).toBeVisible();
      expect(await customersHere(page)).toBe(customers);
    });

    await test.step("asked once more before they go; not now is an answer", async () => {
      await question.getByRole("button", { name: REMOVE }).click();
      const sheet = page.getByRole("dialog");
      await expect(sheet).toContainText("What you have not sent yet stays in any case.");
      await shoot(tablet, JOURNEY, "sure");
      await sheet.getByRole("button", { name: "Cancel" }).click();
      await expect(sheet).toBeHidden();
      expect(await customersHere(page)).toBe(customers);
    });

    await test.step("removed: they are gone, the question with them, and her estimate is not", async () => {
      await question.getByRole("button", { name: REMOVE }).click();
      await page.getByRole("dialog").getByRole("button", { name: REMOVE }).click();
      await expect(question).toBeHidden();
      await expect.poll(() => customersHere(page)).toBe(0);
      await expect(page.getByText("Safe to leave")).toBeVisible();
      await shoot(tablet, JOURNEY, "removed");
      await page.goto(stack.url + estimate);
      await expect(page.getByText("Room 1")).toBeVisible();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

async function beginEstimate(page: Page): Promise<void> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose(CUSTOMER);
}

async function areasOnServer(stack: Stack): Promise<number> {
  const witness = await HttpTablet.signIn(stack.url, "marcus.hale@brightcoat.example");
  const records = await witness.pullEverything();
  return records.filter(({ entity, deleted }) => entity === "area" && !deleted).length;
}
