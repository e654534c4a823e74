import { expect, test } from "vitest";
import { createFormats } from "../../words/formats.ts";
import { storage } from "../../words/storage.ts";
import { sizeWords } from "./size-words.ts";

const { number } = createFormats("en-US");

test.each([
  [0, "0 MB"],
  [1, "1 KB"],
  [999_999, "1,000 KB"],
  [1_000_000, "1 MB"],
  [12_340_000, "12.3 MB"],
])("%i bytes: %s", (bytes, words) => expect(sizeWords(bytes, number, storage.en)).toBe(words));
