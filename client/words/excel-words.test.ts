import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { excel as english } from "./en/excel.ts";
import { excel as spanish } from "./es/excel.ts";
import { type Entry, missingIn } from "./testing/missing-in.ts";

const inSpanish = new Map(Object.entries<Entry>(spanish));

test.each(Object.entries<Entry>(english))("%s loses no value in Spanish", (key, entry) =>
  expect(missingIn(entry, inSpanish.get(key))).toEqual([]),
);

test("every sentence is on the screen", () => {
  const folder = join(import.meta.dirname, "../features/price-book/excel");
  const read = new Set(
    readdirSync(folder).flatMap(
      (file) => readFileSync(join(folder, file), "utf8").match(/(?<=\bx\.)\w+/g) ?? [],
    ),
  );
  expect(Object.keys(english).filter((key) => !read.has(key))).toEqual([]);
});
