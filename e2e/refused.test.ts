import { expect, test } from "@playwright/test";
import { findSignal, loseSignal } from "./fixtures/air.ts";
import { shoot } from "./fixtures/shots.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { AreaPage } from "./page-models/area.ts";
import { syncChip } from "./page-models/header.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { PricePage } from "./page-models/price.ts";
import { signIn } from "./page-models/sign-in.ts";

const JOURNEY = "refused";

/** R8: what the server does not take is never lost, and can be carried elsewhere. */
test("an edit of what was accepted meanwhile lies in the tray, and can be copied as text", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const erin = await Tablet.unpack(stack.url);
  const marcus = await Tablet.unpack(stack.url);
  const { page } = erin;
  try {
    let bedroom = "";
    await test.step("an estimate that both have", async () => {
      await signIn(page, "Erin Vega");
      await signIn(marcus.page, "Marcus Hale");
      const chooser = new NewEstimatePage(page);
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose("Amara Ramírez");
      const area = new AreaPage(page);
      await area.add("room");
      await area.nameIt("Bedroom");
      bedroom = new URL(page.url()).pathname;
      await area.field("Length").click();
      for (const measure of ["12", "10", "8"]) {
        await area.tap(measure);
        await area.next.click();
      }
      await expect(syncChip(page)).toHaveText("On the server.");
    });

    await test.step("she types with no signal while he accepts it", async () => {
      await loseSignal(page);
      const area = new AreaPage(page);
      await area.field("Length").click();
      await page.keyboard.press("Control+A");
      // One key: of two, the first may be on its way already when the second is typed, and both would be refused.
      await area.type("9");
      await expect(area.savedMark).toBeVisible();
      await marcus.page.getByText("Amara Ramírez").click();
      const price = new PricePage(marcus.page);
      await price.open();
      await price.accept("Better");
      await expect(syncChip(marcus.page)).toHaveText("In Salesforce", { timeout: 60_000 });
      await findSignal(page);
    });

    const tray = page.getByRole("region", { name: "Not accepted" });
    await test.step("the tray says what, where, which value and why", async () => {
      await page.goto(`${stack.url}/sync`);
      await expect(tray).toContainText("Bedroom");
      await expect(tray).toContainText("Typed: 9");
      await shoot(erin, JOURNEY, "tray");
    });

    await test.step("copied: all of it is on the clipboard", async () => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await tray.getByRole("button", { name: "Copy as text" }).click();
      await expect(page.getByText("Copied.")).toBeVisible();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const reason = await tray
        .getByText(/accepted/)
        .last()
        .innerText();
      expect(text.split("\n")).toEqual(expect.arrayContaining(["Typed: 9", reason, "Length: 9"]));
      expect(text).toContain("Amara Ramírez");
      await shoot(erin, JOURNEY, "copied");
    });

    await test.step("where the browser keeps its clipboard to itself, the text is shown to be marked by hand", async () => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () =>
          Promise.reject(new DOMException("no", "NotAllowedError"));
      });
      await page.getByRole("button", { name: "Close" }).click();
      await tray.getByRole("button", { name: "Copy as text" }).click();
      const byHand = tray.getByRole("textbox", { name: /copy it by hand/ });
      await expect(byHand).toHaveValue(/Typed: 9/);
      await expect(byHand).toBeFocused();
      await shoot(erin, JOURNEY, "by-hand", byHand);
    });

    await test.step("thrown away by a person's hand, and back while they think better of it; the accepted estimate stands", async () => {
      await page.reload();
      await tray.getByRole("button", { name: "Throw away" }).click();
      await expect(tray).toBeHidden();
      const toast = page.getByRole("status").filter({ hasText: "Thrown away." });
      await toast.getByRole("button", { name: "Undo" }).click();
      await expect(tray).toContainText("Typed: 9");
      await tray.getByRole("button", { name: "Throw away" }).click();
      await expect(tray).toBeHidden();
      await expect(page.getByText("Safe to leave")).toBeVisible();
      await page.goto(stack.url + bedroom);
      await expect(new AreaPage(page).surface("Walls")).toContainText("352 sq ft");
    });
    expect([...erin.pageErrors, ...marcus.pageErrors]).toEqual([]);
  } finally {
    await erin.throwAway();
    await marcus.throwAway();
    await stack.stop();
  }
});
