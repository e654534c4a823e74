import { expect, test } from "vitest";
import { en } from "../../words/en.ts";
import { es } from "../../words/es.ts";
import { entityWords, fieldWords } from "./field-words.ts";

test("a field is called as where it is typed, in both languages", () => {
  expect(fieldWords("area", "length", en)).toBe("Length");
  expect(fieldWords("area", "length", es)).toBe(es.areaLength);
  expect(fieldWords("estimate", "notesForCrew", en)).toBe("Note for the crew");
  expect(fieldWords("customer", "postalCode", en)).toBe("ZIP");
});

test("what nobody types has no name of its own", () => {
  expect(fieldWords("area", "estimateId", en)).toBeNull();
  expect(fieldWords("priceBook", "document", en)).toBeNull();
  expect(fieldWords("area", "toString", en)).toBeNull();
});

test("every record is some thing", () => {
  expect(entityWords("surface", en)).toBe("Surface");
  expect(entityWords("of a later version", en)).toBe("Estimate");
});
