import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { priceBook as english } from "./en/price-book.ts";
import { priceBook as spanish } from "./es/price-book.ts";
import { type Entry, missingIn } from "./testing/missing-in.ts";

const inSpanish = new Map(Object.entries<Entry>(spanish));

test.each(Object.entries<Entry>(english))("%s loses no value in Spanish", (key, entry) =>
  expect(missingIn(entry, inSpanish.get(key))).toEqual([]),
);

test("every sentence is on some screen of the price book", () => {
  const folder = join(import.meta.dirname, "../features/price-book");
  const read = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /(?<!\.test)\.tsx?$/.test(file.name))
      .flatMap((file) =>
        readFileSync(join(file.parentPath, file.name), "utf8").match(/(?<=\bb\.)\w+/g),
      ),
  );
  expect(Object.keys(english).filter((key) => !read.has(key))).toEqual([]);
});
