import { expect, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { LANDSCAPE, PORTRAIT, Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

const CUSTOMER = "Amara Ramírez";

/** The main job of Paintbox, step by step as docs and README promise it. */
test("an estimate made in airplane mode reaches Salesforce exactly once", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const manager = await Tablet.unpack(stack.url);
  try {
    let estimatePath = "";
    let total = 0;

    await test.step("sign in; the app offers to install and says it is ready for offline", async () => {
      await signIn(tablet.page, "Erin Vega");
      await expect(
        tablet.page.getByText("Ready to work with no signal.", { exact: true }),
      ).toBeVisible();
      await expect(tablet.page.getByText("Put Paintbox on your home screen")).toBeVisible();
      await signIn(manager.page, "Marcus Hale");
      await expect(
        manager.page.getByText("Ready to work with no signal.", { exact: true }),
      ).toBeVisible();
    });

    await test.step("airplane mode: the app starts from nothing and she is still signed in", async () => {
      await stack.network.off();
      await tablet.switchOff();
      await tablet.switchOn();
      await expect(tablet.page.getByRole("link", { name: "New estimate" })).toBeVisible();
      await tablet.page.goto(`${stack.url}/settings`);
      await expect(tablet.page.getByText("Signed in as Erin Vega")).toBeVisible();
      await tablet.page.goto(`${stack.url}/`);
    });

    await test.step("a customer is found by phone, by street and by a name without its accents", async () => {
      const chooser = new NewEstimatePage(tablet.page);
      await chooser.open();
      await chooser.search("ramirez");
      const row = chooser.matches.filter({ hasText: CUSTOMER });
      await expect(row).toBeVisible();
      const [, street = "", phone = ""] =
        /(\d+ [^,\n]+),[^(]*\((\d{3}\) \d{3}-\d{4})/.exec(await row.innerText()) ?? [];
      expect(street).not.toBe("");
      await chooser.search(phone.slice(-8));
      await expect(row).toBeVisible();
      await chooser.search(street);
      await expect(row).toBeVisible();
      await chooser.choose(CUSTOMER);
      estimatePath = new URL(tablet.page.url()).pathname;
    });

    await test.step("two rooms: 12'6\" and 10 by 8 on the keypad, and its copy", async () => {
      const area = new AreaPage(tablet.page);
      await area.add("room");
      await area.nameIt("Bedroom");
      await area.field("Length").click();
      await area.tap(`12'6"`);
      await expect(tablet.page.getByText("12 ft 6 in = 12.5 ft").first()).toBeVisible();
      await area.next.click();
      await area.type("120in");
      await area.next.click();
      await area.tap("8");

      await tablet.rotate(LANDSCAPE);
      await expect(area.field("Height")).toHaveValue("8");
      await expect(area.field("Height")).toBeFocused();
      await tablet.rotate(PORTRAIT);

      await area.next.click();
      await area.tap("1");
      await area.next.click();
      await area.tap("1");
      await area.next.click();
      await expect(area.surface("Walls")).toContainText("324 sq ft");
      await expect(area.surface("Ceiling")).toContainText("125 sq ft");
      await expect(area.surface("Baseboard")).toContainText("45 ft");
      await expect(area.savedMark).toBeVisible();

      await tablet.page.getByRole("contentinfo").getByRole("button", { name: "Copy area" }).click();
      await expect(tablet.page.getByRole("heading", { name: "Bedroom 2", level: 1 })).toBeVisible();
      await expect(area.field("Length")).toHaveValue(/12'\s?6"/);
    });

    await test.step("undo and redo, also after the battery went flat", async () => {
      const area = new AreaPage(tablet.page);
      await area.field("Width").click();
      await tablet.page.keyboard.press("Control+A");
      await area.type("12 6");
      await expect(area.field("Width")).toHaveValue("12 6");
      await expect(area.surface("Ceiling")).toContainText("156.3 sq ft");
      await expect(area.savedMark).toBeVisible();
      const here = new URL(tablet.page.url()).pathname;
      await tablet.die();
      await tablet.switchOn(here);
      const width = new AreaPage(tablet.page).field("Width");
      await expect(width).toHaveValue("12 6");
      await tablet.page.getByRole("button", { name: /^Undo/ }).click();
      await expect(width).toHaveValue("120in");
      await tablet.page.getByRole("button", { name: /^Redo/ }).click();
      await expect(width).toHaveValue("12 6");
      await tablet.page.goto(`${stack.url}${estimatePath}`);
    });

    await test.step("one side of the house", async () => {
      const area = new AreaPage(tablet.page);
      await area.add("side");
      await area.nameIt("Front");
      await area.field("Length").click();
      await area.tap("40");
      await area.next.click();
      await area.tap("12.5");
      await area.next.click();
      await expect(area.surface("Lap siding")).toContainText("500 sq ft");
      await expect(area.savedMark).toBeVisible();
    });

    await test.step("good, better and best, each figure opening into how it came about", async () => {
      const price = new PricePage(tablet.page);
      await price.open();
      total = await price.total("Better");
      expect(await price.total("Good")).toBeLessThan(total);
      expect(await price.total("Best")).toBeGreaterThan(total);
      const better = price.option("Better");
      await expect(better.getByText(/\d h$/).first()).toBeVisible();
      await expect(better.getByText(/gal · \d+ cans?$/).first()).toBeVisible();
      const why = await price.why("Better", /^Better \$/);
      await expect(why).toContainText("$");
      await why.getByRole("button", { name: "Close" }).click();
      const hours = await price.why("Better", /^Labor/);
      await expect(hours).toContainText(/[\d.]+ h \+ [\d.]+ h = [\d.]+ h/);
      await hours.getByRole("button", { name: "Close" }).click();
    });

    await test.step("accepted: on this tablet, and not yet on the server", async () => {
      const price = new PricePage(tablet.page);
      await price.accept("Better");
      await expect(syncChip(tablet.page)).toHaveText("On this tablet. Not sent yet.");
      expect(await stack.salesforce.opportunities()).toEqual([]);
    });

    await test.step("network back, answers lost, server killed: one Opportunity, one Quote, the same total", async () => {
      stack.network.loseAnswers("/api/sync/push", 1);
      await stack.network.on();
      await tablet.page.getByRole("banner").getByRole("status").click();
      await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
      await expect.poll(() => stack.network.lost).toBe(1);
      await stack.killServer();
      await stack.startServer();
      await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
      await tablet.page.goto(`${stack.url}${estimatePath}/price`);
      await expect(syncChip(tablet.page)).toHaveText("In Salesforce", { timeout: 60_000 });

      await expectSoldOnce(stack, total);
    });

    await test.step("sending again changes nothing", async () => {
      await tablet.page.goto(`${stack.url}/sync`);
      await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
      await stack.killServer();
      await stack.startServer();
      await tablet.page.getByRole("button", { name: /^(Send|Check) now$/ }).click();
      await expect(tablet.page.getByText("Nothing waits here.")).toBeVisible();
      await expectSoldOnce(stack, total);
    });

    await test.step("the manager's tablet has it, and keeps it with no signal", async () => {
      // A device hears of a returning network from its radio; this one has none, and would wait out its backoff.
      await manager.page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(manager.page.getByText(CUSTOMER)).toBeVisible();
      await stack.network.off();
      await manager.switchOff();
      await manager.switchOn();
      await manager.page.getByText(CUSTOMER).click();
      await expect(manager.page.getByText("Bedroom 2")).toBeVisible();
      const price = new PricePage(manager.page);
      await price.open();
      expect(await price.total("Better")).toBe(total);
    });

    expect([...tablet.pageErrors, ...manager.pageErrors]).toEqual([]);
  } finally {
    await tablet.throwAway();
    await manager.throwAway();
    await stack.stop();
  }
});

async function expectSoldOnce(stack: Stack, cents: number): Promise<void> {
  const opportunities = await stack.salesforce.opportunities();
  expect(opportunities).toHaveLength(1);
  expect(opportunities[0]).toMatchObject({ Account: { Name: CUSTOMER }, Amount: cents / 100 });
  const quotes = await stack.salesforce.quotes();
  expect(quotes).toHaveLength(1);
  expect(quotes[0]).toMatchObject({
    GrandTotal: cents / 100,
    OpportunityId: opportunities[0]?.Id,
  });
  const lines = await stack.salesforce.lines();
  expect(lines.length).toBeGreaterThan(5);
  const sum = lines.reduce(
    (all, line) => all + Math.round(line.UnitPrice * line.Quantity * 100),
    0,
  );
  expect(sum).toBe(cents);
}
