import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { PriceBookPage } from "./page-models/price-book.ts";
import { signIn } from "./page-models/sign-in.ts";

const CUSTOMER = "Amara Ramírez";

/** The 12'6" by 10 bedroom for a customer; resolves with the address of the estimate. */
async function measureBedroom(tablet: Tablet): Promise<string> {
  const chooser = new NewEstimatePage(tablet.page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose(CUSTOMER);
  const { pathname } = new URL(tablet.page.url());
  const area = new AreaPage(tablet.page);
  await area.add("room");
  await area.nameIt("Bedroom");
  await area.field("Length").click();
  for (const text of [`12'6"`, "10", "8", "1", "1"]) {
    await area.tap(text);
    await area.next.click();
  }
  await expect(area.surface("Walls")).toContainText("324 sq ft");
  await expect(area.savedMark).toBeVisible();
  return pathname;
}

const totalOf = async (tablet: Tablet, address: string): Promise<number> => {
  await tablet.page.goto(`${address}/price`);
  const price = new PricePage(tablet.page);
  await expect(price.option("Better")).toBeVisible();
  return price.total("Better");
};

test("a manager changes a rate with no signal, publishes it, and takes it back", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const estimator = await Tablet.unpack(stack.url);
  const manager = await Tablet.unpack(stack.url);
  const book = new PriceBookPage(manager.page);
  const read = new PriceBookPage(estimator.page);
  try {
    let oldEstimate = "";
    let oldTotal = 0;
    let newTotal = 0;

    await test.step("an estimate is there before, on both tablets", async () => {
      await signIn(estimator.page, "Erin Vega");
      oldEstimate = `${stack.url}${await measureBedroom(estimator)}`;
      oldTotal = await totalOf(estimator, oldEstimate);
      await signIn(manager.page, "Marcus Hale");
      await expect(manager.page.getByText(CUSTOMER)).toBeVisible();
      await expect(
        manager.page.getByText("Ready to work with no signal.", { exact: true }),
      ).toBeVisible();
    });

    await test.step("airplane mode: the example says what it is, and a rate is changed both ways", async () => {
      await stack.network.off();
      await book.open();
      await expect(
        manager.page.getByText("Example rates: check them before you bid."),
      ).toBeVisible();
      await book.openEntry("Rates", "Walls");
      await expect(book.field("2 coats", "sq ft an hour")).toHaveValue("110");
      await book.typeOver("2 coats", "sq ft an hour", "95");
      await expect(book.field("2 coats", "Hours for 100 sq ft")).toHaveValue("1.053");
      await expect(book.part("2 coats").getByText("was 110")).toBeVisible();
      await book.typeOver("2 coats", "Hours for 100 sq ft", "1.25");
      await expect(book.field("2 coats", "sq ft an hour")).toHaveValue("80");
    });

    await test.step("undo takes one visit back, and the draft outlives a restart", async () => {
      await manager.page.getByRole("button", { name: /^Undo/ }).click();
      await expect(book.field("2 coats", "sq ft an hour")).toHaveValue("95");
      await manager.page.getByRole("button", { name: /^Redo/ }).click();
      await expect(book.field("2 coats", "sq ft an hour")).toHaveValue("80");
      await manager.switchOff();
      await manager.switchOn("/price-book");
    });

    await test.step("the review says what changes and what it does to estimates", async () => {
      const again = new PriceBookPage(manager.page);
      await again.review();
      await expect(manager.page.getByText("2 coats: sq ft an hour")).toBeVisible();
      await expect(manager.page.getByText("0 unchanged, 1 up, 0 down")).toBeVisible();
      const { before, after } = await again.compared(CUSTOMER);
      expect(before).toBe(oldTotal);
      expect(after).toBeGreaterThan(before);
      newTotal = after;
      await again.publish(2, "Our walls take longer");
      await expect(manager.page.getByText("On this tablet. Not sent yet.").first()).toBeVisible();
    });

    await test.step("with a signal the second tablet gets it; its estimate keeps its own version", async () => {
      await stack.network.on();
      await expect(syncChip(manager.page)).toContainText("Everything is on the server", {
        timeout: 60_000,
      });
      await estimator.page.goto(`${stack.url}/`);
      await read.open();
      await expect(read.version(2)).toBeVisible({ timeout: 60_000 });
      await expect(estimator.page.getByText("Our walls take longer")).toBeVisible();
      expect(await totalOf(estimator, oldEstimate)).toBe(oldTotal);
      await estimator.page.goto(`${stack.url}/`);
      const next = await measureBedroom(estimator);
      expect(await totalOf(estimator, `${stack.url}${next}`)).toBe(newTotal);
    });

    await test.step("an estimator reads it and changes nothing", async () => {
      await estimator.page.goto(`${stack.url}/price-book`);
      await expect(estimator.page.getByText("Only managers change prices.")).toBeVisible();
      await read.openEntry("Rates", "Walls");
      await expect(read.part("2 coats").getByText("80", { exact: true })).toBeVisible();
      await expect(estimator.page.getByRole("textbox")).toHaveCount(0);
      await expect(estimator.page.getByRole("button", { name: "Remove" })).toHaveCount(0);
    });

    await test.step("the first version comes back as the third", async () => {
      const again = new PriceBookPage(manager.page);
      await manager.page.goto(`${stack.url}/price-book/versions`);
      await expect(manager.page.getByText("Marcus Hale")).toBeVisible();
      await manager.page.getByRole("link", { name: /^Version 1/ }).click();
      await manager.page.getByRole("button", { name: "Publish this again" }).click();
      await manager.page
        .getByRole("dialog")
        .getByRole("button", { name: "Review and publish" })
        .click();
      await expect(manager.page.getByText("2 coats: sq ft an hour")).toBeVisible();
      await again.publish(3, "");
      await estimator.page.goto(`${stack.url}/price-book`);
      await expect(read.version(3)).toBeVisible({ timeout: 60_000 });
      await read.openEntry("Rates", "Walls");
      await expect(read.part("2 coats").getByText("110", { exact: true })).toBeVisible();
    });

    expect(manager.pageErrors).toEqual([]);
    expect(estimator.pageErrors).toEqual([]);
  } finally {
    await manager.throwAway();
    await estimator.throwAway();
    await stack.stop();
  }
});
