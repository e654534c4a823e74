import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { examplePriceBook } from "../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../shared/pricing/price-book.ts";
import { workbookToPriceBook } from "../shared/pricing/sheets/workbook-to-price-book.ts";
import { readWorkbook } from "../shared/xlsx/read/read-workbook.ts";
import { Stack } from "./fixtures/stack.ts";
import { Tablet } from "./fixtures/tablet.ts";
import { PriceBookPage } from "./page-models/price-book.ts";
import { signIn } from "./page-models/sign-in.ts";

/** What a tap on export leaves among the downloads. */
async function exported(page: Page): Promise<{ readonly name: string; readonly path: string }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export to Excel" }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Keys another value into a cell, as a spreadsheet program would have saved it. */
function withCell(path: string, sheet: string, cell: string, xml: string): Buffer {
  const parts = unzipSync(readFileSync(path));
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const names = [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
  const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = before.replace(
    new RegExp(`<c r="${cell}"[^>]*>.*?</c>`),
    `<c r="${cell}"${xml}</c>`,
  );
  expect(after).not.toBe(before);
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(after) }));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const coming = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Choose/ }).click();
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await (await coming).setFiles({ name, mimeType, buffer });
}

const readBook = (path: string): PriceBook => {
  const read = readWorkbook(readFileSync(path));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const book = workbookToPriceBook(read.value, examplePriceBook, "en");
  if (!book.ok) throw new Error(JSON.stringify(book.faults));
  return book.book;
};

test("a manager takes the price book to Excel and back with no signal", async () => {
  test.setTimeout(300_000);
  const stack = await Stack.start();
  const manager = await Tablet.unpack(stack.url);
  const { page } = manager;
  const book = new PriceBookPage(page);
  try {
    let path = "";

    await test.step("airplane mode: the whole book is in the file", async () => {
      await signIn(page, "Marcus Hale");
      await expect(page.getByText("Ready to work with no signal.", { exact: true })).toBeVisible();
      await stack.network.off();
      await book.open();
      await page.getByRole("link", { name: /^Excel/ }).click();
      await expect(book.heading("Excel")).toBeVisible();
      const file = await exported(page);
      expect(file.name).toBe("Price book v1.xlsx");
      expect(readBook(file.path)).toEqual(examplePriceBook);
      path = join(manager.profile, "exported.xlsx");
      writeFileSync(path, readFileSync(file.path));
    });

    await test.step("what nobody changed differs in nothing", async () => {
      await choose(page, "same.xlsx", readFileSync(path));
      await expect(page.getByRole("heading", { name: "Nothing differs" })).toBeVisible();
      await expect(page.getByRole("button", { name: /into the draft/ })).toHaveCount(0);
    });

    await test.step("what is no workbook, and what is broken in one, is said", async () => {
      await choose(page, "photo.xlsx", Buffer.from("not a workbook"));
      await expect(page.getByText("This is not an Excel workbook.")).toBeVisible();
      await choose(page, "broken.xlsx", withCell(path, "Rates", "H3", ' t="str"><v>fast</v>'));
      const cell = page.getByRole("listitem").filter({ hasText: "Rates, cell H3, “2 coats”" });
      await expect(cell).toContainText("“fast” is not a number. Write it as 0.75.");
      await expect(page.getByRole("button", { name: /into the draft/ })).toHaveCount(0);
    });

    await test.step("another rate is one difference, and becomes the draft", async () => {
      await choose(page, "Price book v1.xlsx", withCell(path, "Rates", "H3", "><v>95</v>"));
      await expect(page.getByText("1 change", { exact: true })).toBeVisible();
      await expect(page.getByText("2 coats: sq ft an hour")).toBeVisible();
      await expect(page.locator("del", { hasText: "110" })).toBeVisible();
      await expect(page.locator("ins", { hasText: "95" })).toBeVisible();
      await page.getByRole("button", { name: "Put this change into the draft" }).click();
      await expect(book.heading("Review and publish")).toBeVisible();
    });

    await test.step("with a draft, the file is held against that, or against the version it comes from", async () => {
      await page.goto(`${stack.url}/price-book/excel`);
      await expect(page.getByText("Price book v1 draft.xlsx")).toBeVisible();
      await choose(page, "other.xlsx", withCell(path, "Settings", "C12", "><v>400</v>"));
      await expect(page.getByText("2 changes", { exact: true })).toBeVisible();
      await page.getByRole("radio", { name: /^Version 1/ }).check();
      await expect(page.getByText("1 change", { exact: true })).toBeVisible();
      await page.getByRole("button", { name: "Put this change into the draft" }).click();
      await expect(page.getByText("2 coats: sq ft an hour")).toBeVisible();
      await expect(
        page
          .getByText("$400")
          .or(page.getByText("400", { exact: true }))
          .first(),
      ).toBeVisible();
    });

    await test.step("it is published, and the next export says so", async () => {
      await book.publish(2, "From Excel");
      await page.getByRole("link", { name: /^Excel/ }).click();
      const file = await exported(page);
      expect(file.name).toBe("Price book v2.xlsx");
      const published = readBook(file.path);
      expect(published.minimumCharge.cents).toBe(400_00);
      expect(published.substrates[0]?.labour.byCoats[1]).toMatchObject({ value: "95" });
    });

    await test.step("a file from the version before takes nothing back that it does not speak of", async () => {
      await choose(page, "old.xlsx", withCell(path, "Rates", "G3", "><v>200</v>"));
      await expect(
        page.getByText("Only what was changed in the file is taken over."),
      ).toBeVisible();
      await expect(page.getByText("1 change", { exact: true })).toBeVisible();
      await page.getByRole("radio", { name: /^Version 2/ }).check();
      await expect(page.getByText("2 changes", { exact: true })).toBeVisible();
      await page.getByRole("radio", { name: /^Version 1/ }).check();
      await page.getByRole("button", { name: "Put this change into the draft" }).click();
      await expect(page.getByText("1 coat: sq ft an hour")).toBeVisible();
      await expect(page.getByText("2 coats: sq ft an hour")).toHaveCount(0);
    });

    expect(manager.pageErrors).toEqual([]);
  } finally {
    await manager.throwAway();
    await stack.stop();
  }
});

test("an estimator exports the price book and reads nothing back", async () => {
  test.setTimeout(120_000);
  const stack = await Stack.start();
  const estimator = await Tablet.unpack(stack.url);
  const { page } = estimator;
  try {
    await signIn(page, "Erin Vega");
    await page.goto(`${stack.url}/price-book/excel`);
    expect((await exported(page)).name).toBe("Price book v1.xlsx");
    await expect(page.getByText("Only managers read files back.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Choose/ })).toHaveCount(0);
  } finally {
    await estimator.throwAway();
    await stack.stop();
  }
});
