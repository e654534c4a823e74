import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { faultsOf } from "./fixtures/axe.ts";
import { cachedFiles } from "./fixtures/caches.ts";
import { pictures } from "./fixtures/pictures.ts";
import { shareWith } from "./fixtures/share-with.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

test("a workbook that another app shares is kept with no signal, and a manager opens it", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Marcus Hale");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    await page.goto(`${stack.url}/price-book/excel`);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export to Excel" }).click();
    const workbook = readFileSync(await (await coming).path());
    await stack.network.off();
    const before = await cachedFiles(page);

    await test.step("what is no workbook, or larger than one may be, is refused and not kept", async () => {
      await shareWith(page, { "front.jpg": Buffer.from("jpeg") });
      await expect(page.getByText("neither a photo")).toBeVisible();
      await shareWith(page, { "all.xlsx": Buffer.alloc(10_000_001) });
      await expect(page.getByText("all.xlsx is larger than 10 MB.")).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

    await test.step("a workbook waits, also over a night", async () => {
      await shareWith(page, { "Prices 2027.xlsx": workbook });
      await expect(page.getByText("Prices 2027.xlsx")).toBeVisible();
      expect(await cachedFiles(page)).toBe(before);
      await tablet.switchOff();
      await tablet.switchOn("/share");
      await expect(tablet.page.getByText("Prices 2027.xlsx")).toBeVisible();
      expect(await faultsOf(tablet.page)).toEqual([]);
    });

    await test.step("it leads where an opened workbook leads, and is taken once", async () => {
      await tablet.page.getByRole("link", { name: "Open it in the price book" }).click();
      await expect(
        tablet.page.getByRole("heading", { name: "Prices 2027.xlsx", level: 2 }),
      ).toBeVisible();
      await expect(tablet.page.getByText("Nothing differs", { exact: true })).toBeVisible();
      await tablet.page.goto(`${stack.url}/share`);
      await expect(tablet.page.getByText("Nothing has been shared")).toBeVisible();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});

test("an estimator is told who can use it, and it goes when somebody else signs in", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Erin Vega");
    await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
    await shareWith(page, { "a.xlsx": Buffer.from("PK"), "b.xlsx": Buffer.from("PK") });
    await expect(page.getByText("only managers do that. Nothing was changed.")).toBeVisible();
    await expect(page.getByText("One other workbook was not taken.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open it in the price book" })).toBeHidden();
    await shareWith(page, await pictures(page, ["teal"]));
    await expect(page.getByRole("heading", { name: "1 photo" })).toBeVisible();
    await page.goto(`${stack.url}/settings`);
    await page.getByRole("button", { name: "Sign out" }).click();
    await signIn(page, "Marcus Hale");
    await page.goto(`${stack.url}/share`);
    await expect(page.getByText("Nothing has been shared")).toBeVisible();
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
