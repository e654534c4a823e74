import { expect, type Page, test } from "@playwright/test";
import { publishHigherWage } from "./fixtures/newer-book.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { DetailsPage } from "./page-models/details.ts";
import { ItemsPage } from "./page-models/items.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { centsIn, PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

async function measureBedroom(page: Page): Promise<string> {
  const chooser = new NewEstimatePage(page);
  await chooser.open();
  await chooser.search("ramirez");
  await chooser.choose("Amara Ramírez");
  const { pathname } = new URL(page.url());
  const area = new AreaPage(page);
  await area.add("room");
  await area.nameIt("Bedroom");
  await area.field("Length").click();
  for (const text of [`12'6"`, "10", "8", "1", "1"]) {
    await area.tap(text);
    await area.next.click();
  }
  await expect(area.surface("Walls")).toContainText("324 sq ft");
  await page.getByRole("link", { name: "Back" }).click();
  return pathname;
}

test("everything a price is made of: other work, offers, discounts, lead, hints and a newer price book", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Erin Vega");
    const estimate = `${stack.url}${await measureBedroom(page)}`;
    const items = new ItemsPage(page);
    const price = new PricePage(page);
    const openPrice = async () => {
      await page.goto(`${estimate}/price`);
      await expect(price.option("Better")).toBeVisible();
    };

    await test.step("days of the crew say what they are for a square foot", async () => {
      await items.add("Days of the crew");
      await expect(items.field("Painters")).toBeFocused();
      await items.tap("Painters", "2");
      await items.tap("Days", "1.5");
      await page.getByRole("button", { name: "Put the keypad away" }).click();
      await expect(page.getByText("This is 24 h.")).toBeVisible();
      await items.covers("Bedroom");
      await expect(
        page.getByText(/This is 24 h, [\d.]+ sq ft an hour, \$\d+\.\d\d a sq ft\./),
      ).toBeVisible();
      await items.done();
      await expect(items.row("2 painters × 1.5 days")).toContainText("$");
    });

    await test.step("an add-on of the price book that the customer may take or leave", async () => {
      await items.add("From the price book", "Remove wallpaper");
      await items.tap("Quantity, sq ft", "324");
      await page.getByRole("button", { name: "Put the keypad away" }).click();
      await items.makeOptional();
      await items.done();
      await expect(items.row("Remove wallpaper")).toContainText("not in the price");

      await openPrice();
      const before = await price.total("Better");
      const offer = page.getByRole("checkbox", { name: "Remove wallpaper" });
      const cents = centsIn(
        await page.getByRole("list", { name: "Can be added" }).getByRole("listitem").innerText(),
      );
      expect(cents).toBeGreaterThan(0);
      await offer.click();
      await expect.poll(() => price.total("Better")).toBe(before + cents);
      await offer.click();
      await expect.poll(() => price.total("Better")).toBe(before);
    });

    await test.step("a discount with a name comes off the list price", async () => {
      const list = await price.total("Better");
      await page.goto(`${estimate}/details`);
      await page.getByRole("checkbox", { name: "Neighbor referral" }).click();
      await expect(page.getByRole("checkbox", { name: "Neighbor referral" })).toBeChecked();
      await openPrice();
      const off = Math.round(list * 0.05);
      await expect.poll(() => price.total("Better")).toBe(list - off);
      await expect(page.getByRole("button", { name: /^Neighbor referral/ })).toBeVisible();
    });

    await test.step("an old house raises the question of lead; one tap answers it", async () => {
      const before = await price.total("Better");
      await page.goto(`${estimate}/details`);
      await new DetailsPage(page).field("Year built").fill("1965");
      await expect(page.getByRole("radio", { name: "Not decided" })).toBeChecked();
      await openPrice();
      const question = page.getByText("Built before 1978: is this lead-safe work?");
      await expect(question).toBeVisible();
      await page.getByRole("button", { name: "Lead-safe", exact: true }).click();
      await expect(question).toBeHidden();
      await expect.poll(() => price.total("Better")).toBeGreaterThan(before);
    });

    await test.step("a ceiling that nobody decided about is added with a tap", async () => {
      const before = await price.total("Better");
      await page.goto(estimate);
      await page.getByRole("link", { name: /^Bedroom/ }).click();
      await page.getByRole("button", { name: "Coats, prep and color: Ceiling" }).click();
      await page.getByRole("button", { name: "Take Ceiling off the list" }).click();
      await expect(
        page.getByRole("button", { name: "Coats, prep and color: Ceiling" }),
      ).toBeHidden();
      await openPrice();
      const hint = page.getByText("Ceiling: nobody has said whether it is painted.");
      await expect(hint).toBeVisible();
      expect(await price.total("Better")).toBeLessThan(before);
      await page.getByRole("button", { name: "Add Ceiling" }).click();
      await expect(hint).toBeHidden();
      await expect.poll(() => price.total("Better")).toBe(before);
    });

    await test.step("a line that is removed comes back with Undo", async () => {
      await page.goto(estimate);
      await items.row("Remove wallpaper").getByRole("link").click();
      await page.getByRole("button", { name: "Remove this line" }).click();
      await expect(items.row("Remove wallpaper")).toHaveCount(0);
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await expect(items.row("Remove wallpaper")).toBeVisible();
    });

    await test.step("the whole calculation can be printed", async () => {
      await openPrice();
      const total = await price.option("Better").getByRole("button").first().innerText();
      // The offer itself goes to the customer: what it costs and earns does not, and nothing is there to tap.
      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(price.option("Best")).toBeVisible();
      await expect(page.getByText("Only for you: cost and margin")).toBeHidden();
      await expect(page.getByRole("button", { name: "Choose Best" })).toBeHidden();
      await page.emulateMedia({ media: null });
      await expect(page.getByText("Only for you: cost and margin")).toBeVisible();
      await page.getByRole("link", { name: "Print the calculation" }).click();
      await expect(
        page.getByRole("heading", { name: "From the lines to the total" }),
      ).toBeVisible();
      await expect(page.getByText(`Better: ${/\$[\d,.]+/.exec(total)?.[0]}`)).toBeVisible();
      await expect(page.getByText(/Typed for Bedroom: 12'\s?6"/).first()).toBeVisible();
      await expect(page.getByRole("button", { name: "Print", exact: true })).toBeVisible();
    });

    await test.step("a newer price book changes nothing until somebody has seen what it would", async () => {
      await openPrice();
      const before = await price.total("Good");
      expect(await publishHigherWage(stack.url)).toEqual(["applied"]);
      await page.getByRole("button", { name: "See what version 2 would change" }).click();
      const sheet = page.getByRole("dialog", { name: "What version 2 would change" });
      await expect(sheet.getByRole("heading", { name: "Good" })).toBeVisible();
      await sheet
        .getByText(/\d+ lines change/)
        .first()
        .click();
      await expect(sheet.getByText("Bedroom: Walls").first()).toBeVisible();
      expect(await price.total("Good")).toBe(before);
      await sheet.getByRole("button", { name: "Price with version 2" }).click();
      await expect.poll(() => price.total("Good")).toBeGreaterThan(before);
      await expect(page.getByText("Price book version 2 is out.")).toBeHidden();
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => price.total("Good")).toBe(before);
    });

    await test.step("accepted: the price stands, and is not priced again", async () => {
      await price.accept("Good");
      await expect(page.getByText("Price book version 2 is out.")).toBeHidden();
      await expect(page.getByRole("checkbox")).toHaveCount(0);
    });

    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
