import { expect, test } from "@playwright/test";
import { es } from "../client/words/es.ts";
import { ADDRESSES } from "./fixtures/addresses.ts";
import { englishLeft } from "./fixtures/english-left.ts";
import { bookHere, jobFromElsewhere } from "./fixtures/every-address.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { syncChip } from "./page-models/header.ts";

/** What somebody has called the room of the job from elsewhere; it is a quick name of ours as well. */
const TYPED = ["Bedroom"];

test("somebody who reads Spanish: the main job with no signal, and no English on any screen", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const ids = await jobFromElsewhere(stack.url, "marcus.hale@brightcoat.example");
  const tablet = await Tablet.unpack(stack.url, undefined, [], "es-US");
  const { page } = tablet;
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const title = (name: string) => page.getByRole("heading", { name, level: 1, exact: true });
  const expectSpanish = async (where: string): Promise<void> =>
    expect.soft(await englishLeft(page, TYPED), where).toEqual([]);
  try {
    await test.step("sign in", async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
      await expectSpanish("sign-in");
      await page.getByRole("link", { name: es.signInWithSalesforce }).click();
      await page.getByRole("button", { name: "Sign in as Marcus Hale" }).click();
      await expect(page.getByText(es.offlineReady, { exact: true })).toBeVisible();
      await expectSpanish("home");
    });

    await test.step("a customer and a room", async () => {
      await stack.network.off();
      await page.getByRole("link", { name: es.homeNew }).click();
      await expect(page.getByRole("heading", { name: es.customerTitle })).toBeVisible();
      await page.getByRole("searchbox", { name: es.customerSearch }).fill("ramirez");
      await page
        .getByRole("list", { name: es.customerTitle })
        .getByRole("button")
        .filter({ hasText: "Amara Ramírez" })
        .first()
        .click();
      const nothingYet = page.getByRole("heading", { name: es.areasEmptyTitle });
      await expect(button(es.opportunityNew).or(nothingYet)).toBeVisible();
      if (await button(es.opportunityNew).isVisible()) await button(es.opportunityNew).click();
      await button(es.areasAddRoom).click();
      await button(es.editorBedroom).click();
      await expect(title(es.editorBedroom)).toBeVisible();
      await page.getByRole("textbox", { name: es.areaLength, exact: true }).click();
      for (const measure of ["12", "10", "8"]) {
        for (const digit of measure) await button(digit).click();
        await button(es.keypadNext).click();
      }
      const painted = page.getByRole("list", { name: es.areaSurfaces });
      await expect(painted.getByRole("listitem").filter({ hasText: "Paredes" })).toContainText(
        `352 pies²`,
      );
      await button(es.editorMoreAbout("Paredes")).click();
      await expectSpanish("room");
    });

    await test.step("the price, how it came about, and yes", async () => {
      await page.getByRole("link", { name: es.back }).click();
      await page.getByRole("link", { name: es.editorPrice }).click();
      const better = page.getByRole("article", { name: "Mejor" });
      await better.getByRole("button", { name: /^Mejor \$/ }).click();
      await expect(page.getByRole("dialog")).toContainText("$");
      await expectSpanish("a figure");
      await page.getByRole("dialog").getByRole("button", { name: es.close }).click();
      const choose = better.getByRole("button", { name: es.priceChoose("Mejor") });
      if (await choose.isVisible()) await choose.click();
      await button(es.priceMarkAccepted).click();
      await expectSpanish("the question");
      await button(es.priceAcceptYes("Mejor")).click();
      await expect(page.getByText(/^Aceptado: Mejor/)).toBeVisible();
      await stack.network.on();
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await expect(syncChip(page)).toHaveText(es.stateSent, { timeout: 60_000 });
    });

    const versionId = await bookHere(page);
    for (const [pattern, { path }] of Object.entries(ADDRESSES))
      await test.step(pattern, async () => {
        await page.goto(stack.url + path({ ...ids, versionId }));
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
        await expectSpanish(pattern);
      });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
