import fc from "fast-check";
import { expect, test } from "vitest";

import { makeRecordId, parseRecordId, toLongId } from "./record-id.ts";

test("the checksum agrees with an id from the Salesforce documentation", () => {
  expect(toLongId("001R00000033I6A")).toBe("001R00000033I6AIAU");
});

test("both lengths name the same record, and lost case is restored", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 62 ** 6 }), (count) => {
      const id = makeRecordId("006", count);
      expect(id).toHaveLength(18);
      expect(parseRecordId(id)).toBe(id);
      expect(parseRecordId(id.slice(0, 15))).toBe(id);
      expect(parseRecordId(id.toLowerCase())).toBe(id);
    }),
  );
});

test.each(["", "001", "001Pb0000000001!", "001Pb0000000001AAAA", "001Pb0000000001AAZ"])(
  "%s is no id",
  (text) => {
    expect(parseRecordId(text)).toBeUndefined();
  },
);
