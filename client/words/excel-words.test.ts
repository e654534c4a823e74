import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { excel as english } from "./en/excel.ts";
import { excel as spanish } from "./es/excel.ts";

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

test("every sentence is on the screen", () => {
  const folder = join(import.meta.dirname, "../features/price-book/excel");
  const read = new Set(
    readdirSync(folder).flatMap(
      (file) => readFileSync(join(folder, file), "utf8").match(/(?<=\bx\.)\w+/g) ?? [],
    ),
  );
  expect(Object.keys(english).filter((key) => !read.has(key))).toEqual([]);
});
