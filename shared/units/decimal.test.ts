import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, exact } from "../exact/exact.ts";
import { parseQuantity } from "./decimal.ts";

test.each([
  ["324", 324, 1],
  ["18.5", 37, 2],
  ["18,5", 37, 2],
  ["5,080", 5080, 1],
  ["1,234,567.5", 2_469_135, 2],
  ["0,125", 1, 8],
  ["2½", 5, 2],
  [".5", 1, 2],
  ["5.", 5, 1],
  [" 1 200 ", 1200, 1],
])("%s is read exactly", (typed, n, d) => {
  const parsed = parseQuantity(typed);
  expect(parsed.ok && compare(parsed.value, exact(n, d))).toBe(0);
});

test.each([
  ["", "empty"],
  [" ", "empty"],
  ["abc", "not_a_number"],
  ["-2", "not_a_number"],
  ["1.2.3", "not_a_number"],
  ["1,2,3", "not_a_number"],
  ["1e9", "not_a_number"],
  [".", "not_a_number"],
])("%s is refused", (typed, code) => {
  expect(parseQuantity(typed)).toEqual({ ok: false, error: { code } });
});

test("any decimal is read without loss, no text makes it throw", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 999_999 }), (whole, fraction) => {
      const parsed = parseQuantity(`${whole}.${String(fraction).padStart(6, "0")}`);
      const expected = exact(BigInt(whole) * 1_000_000n + BigInt(fraction), 1_000_000);
      expect(parsed.ok && compare(parsed.value, expected)).toBe(0);
    }),
  );
  fc.assert(fc.property(fc.string(), (typed) => typeof parseQuantity(typed).ok === "boolean"));
});
