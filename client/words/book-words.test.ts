import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { priceBook as english } from "./en/price-book.ts";
import { priceBook as spanish } from "./es/price-book.ts";

type Entry = string | ((...values: never[]) => string);

/** Says an entry with values that can be found again in the sentence. */
const say = (entry: Entry): string =>
  typeof entry === "string"
    ? entry
    : Reflect.apply(
        entry,
        undefined,
        Array.from({ length: entry.length }, (_, at) => String(71 + at)),
      );

const inSpanish = new Map(Object.entries<Entry>(spanish));

test.each(Object.entries<Entry>(english))("%s loses no value in Spanish", (key, entry) => {
  const other = inSpanish.get(key) ?? "";
  expect(say(entry).trim()).not.toBe("");
  expect(say(other).trim()).not.toBe("");
  const values = typeof entry === "string" ? 0 : entry.length;
  for (let at = 0; at < values; at += 1) {
    expect(say(entry)).toContain(String(71 + at));
    expect(say(other)).toContain(String(71 + at));
  }
});

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
