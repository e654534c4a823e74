import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { faultsOf } from "./fixtures/axe.ts";
import { cacheBytes } from "./fixtures/caches.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { signIn } from "./page-models/sign-in.ts";

/** As a system does for an installed app: a form posted to the address of the manifest, as a navigation. */
async function shareWith(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const shared = Object.entries(files).map(([name, bytes]) => [name, bytes.toString("base64")]);
  await Promise.all([
    page.waitForURL(/\/share/),
    page.evaluate((given) => {
      const form = document.createElement("form");
      Object.assign(form, { action: "/share", method: "post", enctype: "multipart/form-data" });
      const input = document.createElement("input");
      Object.assign(input, { type: "file", name: "files", multiple: true });
      const carried = new DataTransfer();
      for (const [name = "", text = ""] of given) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
        carried.items.add(new File([bytes], name));
      }
      input.files = carried.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    }, shared),
  ]);
  await expect(page.getByRole("heading", { name: "From another app", level: 1 })).toBeVisible();
}

test("a workbook that another app shares is kept with no signal, and a manager opens it", async () => {
  test.setTimeout(240_000);
  const stack = await Stack.start();
  const tablet = await Tablet.unpack(stack.url);
  const { page } = tablet;
  try {
    await signIn(page, "Marcus Hale");
    await expect(
      page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await page.goto(`${stack.url}/price-book/excel`);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export to Excel" }).click();
    const workbook = readFileSync(await (await coming).path());
    await stack.network.off();
    const before = await cacheBytes(page);

    await test.step("what is no workbook, or larger than one may be, is refused and not kept", async () => {
      await shareWith(page, { "front.jpg": Buffer.from("jpeg") });
      await expect(page.getByText("front.jpg is not an Excel workbook.")).toBeVisible();
      await shareWith(page, { "all.xlsx": Buffer.alloc(10_000_001) });
      await expect(page.getByText("all.xlsx is larger than 10 MB.")).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
    });

    await test.step("a workbook waits, also over a night", async () => {
      await shareWith(page, { "Prices 2027.xlsx": workbook });
      await expect(page.getByText("Prices 2027.xlsx")).toBeVisible();
      expect(await cacheBytes(page)).toBe(before);
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
      await expect(tablet.page.getByText(/same as|No differences|Nothing is different/i).first()).toBeVisible();
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
    await expect(
      page.getByText("Ready to work with no signal.", { exact: true }),
    ).toBeVisible();
    await shareWith(page, { "a.xlsx": Buffer.from("PK"), "b.xlsx": Buffer.from("PK") });
    await expect(page.getByText("only managers do that. Nothing was changed.")).toBeVisible();
    await expect(page.getByText("One other file was not taken.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open it in the price book" })).toBeHidden();
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
