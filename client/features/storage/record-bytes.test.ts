import { expect, test } from "vitest";
import { recordBytes } from "./record-bytes.ts";

test("what the browser says of databases goes before its whole figure", () =>
  expect(recordBytes({ usage: 900, usageDetails: { indexedDB: 250, caches: 600 } }, 100)).toBe(
    250,
  ));

test("else the caches come off the whole, which is never less than nothing", () => {
  expect(recordBytes({ usage: 900, usageDetails: {} }, 100)).toBe(800);
  expect(recordBytes({ usage: 900 }, 1000)).toBe(0);
});

test("a browser that says nothing is not put words in its mouth", () =>
  expect(recordBytes({}, 100)).toBeNull());
