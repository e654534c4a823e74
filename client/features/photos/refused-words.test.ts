import { expect, test } from "vitest";
import { photos } from "../../words/photos.ts";
import { refusedWords } from "./refused-words.ts";

const w = photos.es;

test("a refusal is told by its code, in the reader's language; CompanyCam's words stay as they are", () => {
  expect(refusedWords("CompanyCam answered 422: Postal code is invalid.", w)).toEqual({
    todo: w.refusedAddress,
    said: "Postal code is invalid",
    isAddress: true,
  });
  expect(refusedWords("CompanyCam answered 409.", w)).toEqual({
    todo: w.refusedConflict,
    said: null,
    isAddress: false,
  });
  expect(refusedWords("CompanyCam answered 404: Not found", w).todo).toBe(w.refusedGone);
});

test("what cannot be read is shown as it was said", () => {
  expect(refusedWords("Something else.", w)).toEqual({
    todo: w.refusedOther,
    said: "Something else.",
    isAddress: false,
  });
  expect(refusedWords(null, w).said).toBeNull();
});
