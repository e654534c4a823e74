import { expect, type Locator, type Page, test } from "@playwright/test";
import { Stack } from "./fixtures/stack.ts";
import { LANDSCAPE, PORTRAIT, Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

/** A finger on the head of a sheet, moved so far from there; slow enough to be no flick. */
async function pull(page: Page, head: Locator, x: number, y: number): Promise<void> {
  const box = await head.boundingBox();
  if (!box) throw new Error("the sheet has no head");
  const from = { x: box.x + 40, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + x * share, y: from.y + y * share }],
    });
  await touch("touchStart", 0);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await touch("touchMove", share);
    await page.waitForTimeout(60);
  }
  await touch("touchEnd", 1);
  await session.detach();
}

test("a sheet is pulled back to where it came from, and stays when the finger thinks better of it", async () => {
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Erin Vega");
    await page.getByRole("link", { name: "Settings" }).click();
    const opener = page.getByRole("button", { name: "Bring back a rescue file" });
    const sheet = page.getByRole("dialog");
    const head = sheet.getByRole("heading", { level: 2 }).locator("..");
    const open = async (): Promise<void> => {
      await opener.click();
      await expect(sheet).toBeVisible();
      await sheet.evaluate((it) => Promise.all(it.getAnimations().map(({ finished }) => finished)));
    };

    await test.step("upright: down", async () => {
      await tablet.rotate(PORTRAIT);
      await open();
      await pull(page, head, 0, 30);
      await expect(sheet).toBeVisible();
      expect(await sheet.evaluate((it) => getComputedStyle(it).translate)).toBe("none");
      await pull(page, head, 0, -200);
      await expect(sheet).toBeVisible();
      await pull(page, head, 0, 250);
      await expect(sheet).toBeHidden();
    });

    await test.step("lying: to its side", async () => {
      await tablet.rotate(LANDSCAPE);
      await open();
      await pull(page, head, 0, 250);
      await expect(sheet).toBeVisible();
      await pull(page, head, 250, 0);
      await expect(sheet).toBeHidden();
    });

    await test.step("opened again it stands where it should", async () => {
      await open();
      const box = await sheet.boundingBox();
      expect(box && Math.round(box.x + box.width)).toBe(LANDSCAPE.width);
      await sheet.getByRole("button", { name: "Close" }).click();
      await expect(sheet).toBeHidden();
    });
    expect(tablet.pageErrors).toEqual([]);
  } finally {
    await tablet.throwAway();
    await stack.stop();
  }
});
