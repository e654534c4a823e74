import { expect, test } from "vitest";
import { memoryStorage } from "../local/testing/memory-storage.ts";
import { forgetUnsaved, keepUnsaved, keptUnsaved } from "./unsaved-texts.ts";

const unsaved = { database: "paintbox-co-u1", path: "/estimates/7", texts: ["12' 6\""] };

test("texts that could not be saved are there after the next start, for their owner, until put away", () => {
  const storage = memoryStorage();
  expect(keepUnsaved(unsaved, storage)).toBe(true);
  expect(keptUnsaved("paintbox-co-u1", storage)).toEqual(unsaved);
  expect(keptUnsaved("paintbox-co-u2", storage)).toBeNull();
  forgetUnsaved(storage);
  expect(keptUnsaved("paintbox-co-u1", storage)).toBeNull();
});

test("a browser that keeps nothing says so", () => {
  const full = memoryStorage();
  full.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(keepUnsaved(unsaved, full)).toBe(false);
});
