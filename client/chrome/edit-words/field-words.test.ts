import { expect, test } from "vitest";
import { fieldNames } from "../../../shared/estimate/entities.ts";
import { en as words } from "../../words/en.ts";
import { edits } from "../../words/edits.ts";
import { es as spanish } from "../../words/es.ts";
import { entityWords, fieldWords } from "./field-words.ts";

const en = { ...words, ...edits.en };
const es = { ...spanish, ...edits.es };

test("a field is called as where it is typed, in both languages", () => {
  expect(fieldWords("area", "length", en)).toBe("Length");
  expect(fieldWords("area", "length", es)).toBe(es.areaLength);
  expect(fieldWords("estimate", "notesForCrew", en)).toBe("Note for the crew");
  expect(fieldWords("customer", "postalCode", en)).toBe("ZIP");
  expect(fieldWords("surface", "prepHours", en)).toBe("Hours of prep");
  expect(fieldWords("item", "margin", es)).toBe("Margen propio, %");
});

test("what nobody types has no name of its own", () => {
  expect(fieldWords("area", "estimateId", en)).toBeNull();
  expect(fieldWords("priceBook", "document", en)).toBeNull();
  expect(fieldWords("area", "toString", en)).toBeNull();
});

/** Fields that no person writes, or that never change on their own. */
const UNSEEN = new Set([
  "estimateId",
  "areaId",
  "customerId",
  "opportunityId",
  "substrate",
  "kind",
  "order",
  "createdAt",
  "acceptedOn",
]);

test("every field that a person can change has a name when it meets another edit", () => {
  for (const entity of ["estimate", "area", "surface", "item"] as const) {
    const written = fieldNames(entity).filter(
      (field) => !UNSEEN.has(field) && !field.startsWith("crm"),
    );
    expect(written.filter((field) => fieldWords(entity, field, en) === null)).toEqual([]);
  }
});

test("every record is some thing", () => {
  expect(entityWords("surface", en)).toBe("Surface");
  expect(entityWords("bookChange", en)).toBe("Price book entry");
  expect(entityWords("of a later version", en)).toBe("Estimate");
});
