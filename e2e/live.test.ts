import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { LANDSCAPE, PORTRAIT, Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const PHONE = { width: 390, height: 844 };
const SHOTS = join(import.meta.dirname, "../test-results/shots/live");

/** By the whole name, or by the first alone where the line has no room for more. */
const sign = (page: Page, name: string) =>
  page
    .getByRole("banner")
    .getByText(new RegExp(`^${name.replace(" ", "( ")})? is here too$`))
    .filter({ visible: true });

/** Nothing of it is cut off. */
const isWhole = ({ scrollWidth, clientWidth }: Element): boolean => scrollWidth <= clientWidth;

/** Two people in one estimate: what one types the other sees, and both see that they are two. */
test("a change and the person who makes it are seen on another tablet that nobody touches", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const erin = await Tablet.unpack(stack.url);
  const marcus = await Tablet.unpack(stack.url);
  try {
    let path = "";
    await test.step("she begins an estimate, he opens it", async () => {
      await signIn(erin.page, "Erin Vega");
      await signIn(marcus.page, "Marcus Hale");
      const chooser = new NewEstimatePage(erin.page);
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose("Amara Ramírez");
      path = new URL(erin.page.url()).pathname;
      const area = new AreaPage(erin.page);
      await area.add("room");
      await area.nameIt("Bedroom");
      await area.field("Length").click();
      await area.type("12");
      await marcus.page.locator(`a[href="${path}"]`).click();
      await expect(marcus.page.getByText("Bedroom", { exact: true }).first()).toBeVisible();
    });

    await test.step("each is told that the other is there, and where they stand stays where it was", async () => {
      await expect(sign(erin.page, "Marcus Hale")).toBeVisible();
      await expect(sign(marcus.page, "Erin Vega")).toBeVisible();
      await expect(sign(erin.page, "Erin Vega")).toHaveCount(0);
    });

    await test.step("what she types appears on his tablet", async () => {
      await marcus.page.getByText("Bedroom", { exact: true }).first().click();
      const his = new AreaPage(marcus.page);
      await expect(his.field("Length")).toHaveValue("12");
      const hers = new AreaPage(erin.page);
      await hers.next.click();
      await hers.type("17");
      await expect(his.field("Width")).toHaveValue("17");
    });

    await test.step("how the sign looks, in three sizes and themes", async () => {
      mkdirSync(SHOTS, { recursive: true });
      for (const [name, size] of Object.entries({ PHONE, PORTRAIT, LANDSCAPE }))
        for (const theme of ["light", "dark", "sun"]) {
          await marcus.rotate(size);
          await marcus.page.evaluate((chosen) => {
            document.documentElement.dataset["theme"] = chosen;
          }, theme);
          const seen = sign(marcus.page, "Erin Vega");
          await expect(seen).toBeVisible();
          expect(await seen.evaluate(isWhole)).toBe(true);
          const file = `${name.toLowerCase()}-${theme}.png`;
          await marcus.page.screenshot({ path: join(SHOTS, file) });
        }
      await marcus.rotate(PORTRAIT);
    });

    await test.step("the sign comes and goes without moving anything", async () => {
      const header = marcus.page.getByRole("banner");
      const title = header.getByRole("heading", { level: 1 });
      const before = [await header.boundingBox(), await title.boundingBox()];
      await erin.page.goto(`${stack.url}/`);
      // At once where her browser still gets a word out; otherwise the server waits 45 s to hear from her again.
      await expect(sign(marcus.page, "Erin Vega")).toHaveCount(0, { timeout: 60_000 });
      expect([await header.boundingBox(), await title.boundingBox()]).toEqual(before);
      await erin.page.goto(`${stack.url}${path}`);
      await expect(sign(marcus.page, "Erin Vega")).toBeVisible();
    });

    await test.step("closed is gone; and without a connection nobody is shown", async () => {
      await erin.switchOff();
      await expect(sign(marcus.page, "Erin Vega")).toHaveCount(0, { timeout: 60_000 });
      await erin.switchOn(path);
      await expect(sign(marcus.page, "Erin Vega")).toBeVisible();
      await stack.network.off();
      await expect(sign(marcus.page, "Erin Vega")).toHaveCount(0);
    });
    expect([...erin.pageErrors, ...marcus.pageErrors]).toEqual([]);
  } finally {
    await erin.throwAway();
    await marcus.throwAway();
    await stack.stop();
  }
});
