import { expect, test } from "@playwright/test";
import { faultsOf } from "./fixtures/axe.ts";
import { pushSeason } from "./fixtures/season.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

test("a manager sees with no signal what is open and what was won, an estimator does not", async () => {
  const stack = await Stack.start();
  const { made, accepted } = await pushSeason(stack.url);
  const manager = await Tablet.unpack(stack.url);
  const estimator = await Tablet.unpack(stack.url);
  try {
    const { page } = manager;
    await signIn(page, "Marcus Hale");
    await page.getByText("Ready to work with no signal.", { exact: true }).waitFor();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(made);
    await stack.network.off();
    await page.goto(`${stack.url}/settings`);
    await page.getByRole("link", { name: "Pipeline and win rate" }).click();
    await expect(page.getByRole("heading", { name: "Open estimates" })).toBeVisible();
    await expect(
      page.getByText(`${accepted} of ${made} estimates of the last 6 months were accepted`),
    ).toBeVisible();
    // Every open one has been priced.
    await expect(page.getByText("In the option most customers take, with tax.")).toBeVisible();
    const youngest = page.getByRole("main").locator("dl > div").first();
    await expect(youngest).toContainText("2 estimates");
    await expect(youngest).not.toContainText("$0");
    const who = page.getByRole("table", { name: "The last six months" });
    await expect(who.getByRole("row", { name: /Erin Vega/ })).toContainText("4 of 7");
    expect(await faultsOf(page)).toEqual([]);
    expect(manager.pageErrors).toEqual([]);

    await stack.network.on();
    await estimator.page.reload();
    await signIn(estimator.page, "Erin Vega");
    await estimator.page.goto(`${stack.url}/pipeline`);
    await expect(
      estimator.page.getByRole("heading", { name: "This is for managers" }),
    ).toBeVisible();
  } finally {
    await manager.throwAway();
    await estimator.throwAway();
    await stack.stop();
  }
});
