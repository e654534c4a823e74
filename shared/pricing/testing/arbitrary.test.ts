import fc from "fast-check";
import { expect, test } from "vitest";
import { asRecordOf } from "../../estimate/record.ts";
import { parsePriceBook } from "../parse-price-book.ts";
import { estimateWithBook } from "./arbitrary-estimate.ts";
import { arbitraryPriceBook } from "./arbitrary-price-book.ts";

test("random price books are such as a contractor could publish", () => {
  fc.assert(
    fc.property(arbitraryPriceBook, (book) => {
      expect(parsePriceBook(JSON.stringify(book))).toEqual({ ok: true, value: book });
    }),
    { numRuns: 200 },
  );
});

test("random estimates are made of records that a tablet could write", () => {
  fc.assert(
    fc.property(estimateWithBook, ({ estimate }) => {
      const { id, ...fields } = estimate.estimate;
      expect(asRecordOf("estimate", id, fields)).toEqual(estimate.estimate);
      for (const { area, surfaces } of estimate.areas) {
        const { id: areaId, ...areaFields } = area;
        expect(asRecordOf("area", areaId, areaFields)).toEqual(area);
        for (const { id: surfaceId, ...surface } of surfaces) {
          expect(asRecordOf("surface", surfaceId, surface)).not.toBeNull();
        }
      }
      for (const { id: itemId, ...item } of estimate.items) {
        expect(asRecordOf("item", itemId, item)).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
