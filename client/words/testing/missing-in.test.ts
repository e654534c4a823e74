import { expect, test } from "vitest";
import { missingIn } from "./missing-in.ts";

test("a lost value, an empty sentence and a lost entry are found", () => {
  const both = (areas: string, doors: string) => `${areas} ${doors}`;
  expect(missingIn(both, both)).toEqual([]);
  expect(missingIn(both, (areas: string) => areas)).toEqual(["72"]);
  expect(missingIn("Save", " ")).toEqual(["words"]);
  expect(missingIn("Save", undefined)).toEqual(["the entry"]);
});
