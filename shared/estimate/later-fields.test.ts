import { describe, expect, test } from "vitest";
import { firstRecords } from "../sync/testing/schema-1.ts";
import { fieldNames, fieldProblem, isEntityName } from "./entities.ts";
import { asKnownTo, grownEntities, missingFields, withLaterFields } from "./later-fields.ts";
import { type AnyRecord, asRecordOf } from "./record.ts";

const firstOf = new Map(firstRecords.map((record) => [record.entity, record]));
const asRecord = (record: (typeof firstRecords)[number]): AnyRecord => ({
  ...record,
  rev: 1,
  updatedBy: "somebody",
});

test("a later field is born with a value that its schema allows", () => {
  for (const entity of grownEntities)
    for (const [field, value] of Object.entries(missingFields(entity, {})))
      expect(fieldProblem(entity, field, value)).toBeNull();
});

test("a field without a place in the table would make every record of before unreadable", () => {
  for (const [entity, { fields }] of firstOf) {
    const later = Object.keys(missingFields(entity, {}));
    expect([...Object.keys(fields), ...later].toSorted()).toEqual(fieldNames(entity).toSorted());
  }
});

describe("a record of schema 1", () => {
  test.each(firstRecords.map((record) => [`${record.entity} ${record.id}`, record] as const))(
    "%s is a whole record of today",
    (_name, { entity, id, fields }) => {
      expect(
        isEntityName(entity) && asRecordOf(entity, id, withLaterFields(entity, fields)),
      ).toEqual({ id, ...fields, ...missingFields(entity, {}) });
    },
  );

  test.each(firstRecords.map((record) => [`${record.entity} ${record.id}`, record] as const))(
    "%s goes back to a tablet of schema 1 as it knew it",
    (_name, record) => {
      const today = { ...record, fields: withLaterFields(record.entity, record.fields) };
      expect(asKnownTo(1, asRecord(today))).toEqual(asRecord(record));
      expect(asKnownTo(3, asRecord(today))).toEqual(asRecord(today));
    },
  );
});

test("what somebody has set since stays", () => {
  expect(withLaterFields("surface", { product: "premium" })).toMatchObject({
    product: "premium",
    sheen: "",
  });
});

test("a tablet of schema 1 hears nothing of drafts", () => {
  for (const entity of ["bookDraft", "bookChange"] as const)
    expect(
      asKnownTo(1, { entity, id: "x", fields: {}, deleted: false, rev: 1, updatedBy: "" }),
    ).toBeNull();
});
