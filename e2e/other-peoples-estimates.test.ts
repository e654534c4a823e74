import { expect, type Page, test } from "@playwright/test";
import { changeDatabase, touchedLast } from "./fixtures/administrator.ts";
import { Network } from "./fixtures/network.ts";
import { shoot } from "./fixtures/shots.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { waitingIds } from "./fixtures/tablet-records.ts";
import { AreaPage } from "./page-models/area.ts";
import { DetailsPage } from "./page-models/details.ts";
import { NewEstimatePage } from "./page-models/new-estimate.ts";
import { signIn } from "./page-models/sign-in.ts";

const JOURNEY = "other-peoples-estimates";
const CUSTOMER = "Amara Ramírez";
const LONG_AGO = new Date(Date.now() - 100 * 86_400_000);

const estimator = (page: Page) => page.getByRole("definition").filter({ hasText: /Vega|Hale/ });

/** Erin's estimate of long ago: found, brought and opened with no signal by a colleague, who then takes it over. */
test("an older estimate of somebody else is brought to a new tablet, opened offline, and taken over", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const air = await Network.around();
  const erin = await Tablet.unpack(stack.url);
  let marcus: Tablet | null = null;
  try {
    let path = "";
    await test.step("she measures, and then nobody touches it for a hundred days", async () => {
      await signIn(erin.page, "Erin Vega");
      const chooser = new NewEstimatePage(erin.page);
      await chooser.open();
      await chooser.search("ramirez");
      await chooser.choose(CUSTOMER);
      path = new URL(erin.page.url()).pathname;
      const area = new AreaPage(erin.page);
      await area.add("room");
      await area.nameIt("Bedroom");
      await area.field("Length").click();
      await area.type("12");
      await expect(area.savedMark).toBeVisible();
      await expect.poll(() => waitingIds(erin.page)).toEqual([]);
      const id = path.split("/").at(-1) ?? "";
      await changeDatabase(stack, (database) => touchedLast(database, LONG_AGO, [id]));
    });

    marcus = await Tablet.unpack(stack.url, air);
    await test.step("his new tablet does not have it, and finds it among the older ones", async () => {
      if (!marcus) return;
      const { page } = marcus;
      await signIn(page, "Marcus Hale");
      await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
      await expect(page.getByText("No estimates yet")).toBeVisible();
      await page.getByRole("link", { name: "Older and removed estimates" }).click();
      // It is the only one there, searched for or not.
      const answered = page.waitForResponse((answer) =>
        (answer.request().postData() ?? "").includes("ramirez"),
      );
      await page.getByRole("searchbox").fill("ramirez");
      await answered;
      const found = page.getByRole("list", { name: "On the server" }).getByRole("listitem");
      await expect(found).toHaveCount(1);
      await expect(found).toContainText("Erin Vega");
      const day = LONG_AGO.toLocaleDateString("en-US", {
        year: "numeric",
        timeZone: "America/Denver",
      });
      await expect(found).toContainText(day);
      await shoot(marcus, JOURNEY, "older");
    });

    await test.step("with no signal it says that it comes later; with one it comes and opens", async () => {
      if (!marcus) return;
      const { page } = marcus;
      await air.off();
      await page.getByRole("button", { name: `Bring to this tablet: ${CUSTOMER}` }).click();
      await expect(page.getByText("It comes with the next signal.")).toBeVisible();
      await shoot(marcus, JOURNEY, "waits");
      await air.on();
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(page).toHaveURL(stack.url + path);
      await expect(page.getByText("Bedroom", { exact: true }).first()).toBeVisible();
    });

    await test.step("it is his to open with no signal, from a cold start", async () => {
      if (!marcus) return;
      await air.off();
      await marcus.switchOff();
      await marcus.switchOn();
      await marcus.page.getByText(CUSTOMER).click();
      await marcus.page.getByText("Bedroom", { exact: true }).first().click();
      await expect(new AreaPage(marcus.page).field("Length")).toHaveValue("12");
      await marcus.page.goto(stack.url + path);
    });

    await test.step("he takes it over, and changes his mind twice", async () => {
      if (!marcus) return;
      const { page } = marcus;
      await new DetailsPage(page).open();
      await expect(estimator(page)).toHaveText("Erin Vega");
      await shoot(marcus, JOURNEY, "hers", estimator(page));
      const takeOver = page.getByRole("button", { name: "Take over" });
      const sheet = page.getByRole("dialog", { name: "Take over this estimate?" });
      await takeOver.click();
      await expect(sheet).toContainText("Erin Vega sees your name on it with the next signal");
      await shoot(marcus, JOURNEY, "sure");
      await sheet.getByRole("button", { name: "Cancel" }).click();
      await expect(estimator(page)).toHaveText("Erin Vega");
      await takeOver.click();
      await sheet.getByRole("button", { name: "Take over" }).click();
      const line = page.getByRole("status").filter({ hasText: "You took it over from Erin Vega." });
      await expect(estimator(page)).toHaveText("Marcus Hale (you)");
      await expect(line).toBeVisible();
      await shoot(marcus, JOURNEY, "his", estimator(page));
      await line.getByRole("button", { name: "Undo" }).click();
      await expect(estimator(page)).toHaveText("Erin Vega");
      await takeOver.click();
      await sheet.getByRole("button", { name: "Take over" }).click();
      await expect(estimator(page)).toHaveText("Marcus Hale (you)");
      await expect(takeOver).toBeHidden();
    });

    await test.step("she is told with the next signal, and can take it back", async () => {
      await air.on();
      await marcus?.page.evaluate(() => dispatchEvent(new Event("online")));
      await erin.page.goto(stack.url + path);
      await new DetailsPage(erin.page).open();
      await expect(estimator(erin.page)).toHaveText("Marcus Hale");
      await expect(erin.page.getByRole("button", { name: "Take over" })).toBeVisible();
    });
    expect([...erin.pageErrors, ...(marcus?.pageErrors ?? [])]).toEqual([]);
  } finally {
    await erin.throwAway();
    await marcus?.throwAway();
    await air.off();
    await stack.stop();
  }
});
