import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readWorkbook } from "../../xlsx/read/read-workbook.ts";
import { writeWorkbook } from "../../xlsx/write/write-workbook.ts";
import { diffBooks } from "../edit/diff-books.ts";
import { examplePriceBook } from "../example-price-book.ts";
import type { PriceBook } from "../price-book.ts";
import { costPlusPriceBook } from "../testing/cost-plus-price-book.ts";
import type { SheetLanguage } from "./column.ts";
import type { ReadBookSheets } from "./conclude-sheets.ts";
import { workbookToPriceBook } from "./workbook-to-price-book.ts";
import { priceBookToSheets } from "./write-sheets.ts";

/**
 * The price book through a spreadsheet program and back. As in shared/xlsx: a CI without LibreOffice fails, a desk
 * without it skips these tests and says so.
 */
const office = [
  ...(process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => [join(folder, "soffice"), join(folder, "libreoffice")]),
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
].find((path) => existsSync(path));
const skipped = office === undefined && (process.env["CI"] ?? "") === "";
if (skipped) {
  process.stderr.write("shared/pricing/sheets: LibreOffice was not found: 5 tests are skipped.\n");
}

let folder = "";
const inFolder = (name: string): string => join(folder, name);

/** Converts files in one run, with a profile of its own; the results stand in `to`. */
async function convert(names: readonly string[], to: string, filter: string): Promise<void> {
  await promisify(execFile)(
    office ?? "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(inFolder("profile")).href}`,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      inFolder(to),
      ...names.map(inFolder),
    ],
    { timeout: 200_000 },
  );
}

function readBack(name: string, base: PriceBook, language: SheetLanguage = "en"): ReadBookSheets {
  const read = readWorkbook(readFileSync(inFolder(name)));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return workbookToPriceBook(read.value, base, language);
}

/** A workbook in LibreOffice's own XML with another value in the first cell of a row that looks like `from`. */
function withCell(xml: string, sheet: string, row: string, from: RegExp, to: string): string {
  const start = xml.indexOf(`<table:table table:name="${sheet}"`);
  const at = xml.indexOf(`<text:p>${row}</text:p>`, start);
  if (start < 0 || at < 0) throw new RangeError(`${sheet} has no ${row}`);
  return xml.slice(0, at) + xml.slice(at).replace(from, to);
}

const exported = (book: PriceBook, language: SheetLanguage): Uint8Array =>
  writeWorkbook(priceBookToSheets({ book, isDraft: false }, language));

beforeAll(async () => {
  if (skipped) return;
  if (office === undefined) throw new Error("There is no LibreOffice here; .ci/run installs one.");
  folder = mkdtempSync(join(tmpdir(), "paintbox-sheets-"));
  writeFileSync(inFolder("example.xlsx"), exported(examplePriceBook, "en"));
  writeFileSync(inFolder("costplus.xlsx"), exported(costPlusPriceBook, "es"));
  await convert(["example.xlsx", "costplus.xlsx"], "back", "xlsx");
  await convert(["example.xlsx"], "flat", "fods");
  // Commas, UTF-8, cells as they show, every sheet a file: the tokens of LibreOffice's own filter.
  await convert(
    ["example.xlsx"],
    "csv",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1",
  );
  const flat = readFileSync(inFolder("flat/example.fods"), "utf8");
  writeFileSync(
    inFolder("edited.fods"),
    withCell(
      withCell(flat, "Rates", "walls", /office:value="180"/, 'office:value="190"'),
      "Cans",
      "interior-standard",
      /office:value="132"/,
      'office:value="139.5"',
    ),
  );
  writeFileSync(
    inFolder("broken.fods"),
    withCell(
      flat,
      "Rates",
      "walls",
      /office:value-type="float" office:value="180" calcext:value-type="float">\s*<text:p>180<\/text:p>/,
      'office:value-type="string" calcext:value-type="string"><text:p>fast</text:p>',
    ),
  );
  await convert(["edited.fods", "broken.fods"], "edited", "xlsx");
}, 400_000);

afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

test.skipIf(skipped)("a book that LibreOffice saved again is the same book", () => {
  expect(readBack("back/example.xlsx", examplePriceBook)).toMatchObject({
    ok: true,
    book: examplePriceBook,
    warnings: [],
    from: { bookId: examplePriceBook.id, isDraft: false },
  });
});

test.skipIf(skipped)("so is one with curves and profits of products, in Spanish", () => {
  const back = readBack("back/costplus.xlsx", costPlusPriceBook, "es");
  expect(back).toMatchObject({ ok: true, book: costPlusPriceBook });
});

test.skipIf(skipped)(
  "LibreOffice shows rates, dollars and percent as a contractor reads them",
  () => {
    const csv = (sheet: string): readonly string[] =>
      readFileSync(inFolder(`csv/example-${sheet}.csv`), "utf8").split("\n");
    expect(csv("Rates")[2]).toMatch(
      /^walls,Walls,Paredes,Inside,sq ft,Units an hour,180,110,79,62,/,
    );
    expect(csv("Cans")[2]).toMatch(/^interior-standard,five-gallon,[^,]+,[^,]+,640,\$132\.00,/);
    expect(csv("Sales tax")[2]).toMatch(/^NY,On the whole price,4\.00%,ny-527/);
    expect(csv("Settings")[1]).toMatch(/^wage,"Wage, paid an hour",\$22\.16,dollars an hour,/);
  },
);

test.skipIf(skipped)(
  "two numbers changed in LibreOffice are two changes, and nothing else is",
  () => {
    const read = readBack("edited/edited.xlsx", examplePriceBook);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    const changes = diffBooks(examplePriceBook, read.book).map(({ path, fields }) => ({
      path,
      fields,
    }));
    expect(changes).toEqual([
      {
        path: "substrates/walls",
        fields: [{ field: "labour.byCoats.0.value", before: "180", after: "190" }],
      },
      {
        path: "products/interior-standard",
        fields: [{ field: "cans.0.cost.cents", before: 13_200, after: 13_950 }],
      },
    ]);
  },
);

test.skipIf(skipped)("a word in place of a rate is refused by its cell", () => {
  expect(readBack("edited/broken.xlsx", examplePriceBook)).toEqual({
    ok: false,
    faults: [
      {
        sheet: "Rates",
        cell: "G3",
        column: "1 coat",
        code: "not_a_number",
        found: "fast",
        expected: "",
      },
    ],
  });
});
