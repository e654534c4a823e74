import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanTyped } from "./typed-text.ts";

test.each([
  [`12'6"`, `12'6"`],
  ["12′ 6½″", `12' 6 1/2"`],
  ["12’6”", `12'6"`],
  ["12'6''", `12'6"`],
  ["  3.810 m\r\n", "3.810 m"],
  ["3,81m", "3.81m"],
  ["12-6 1/2", "12-6 1/2"],
  ["½", "1/2"],
  ["12 FT 6 IN", "12 ft 6 in"],
  [`12'6";<b>`, `12'6"`],
])("a length typed as %j becomes %j", (raw, text) => {
  expect(cleanTyped(raw, "length").trimEnd()).toBe(text);
});

test("a count takes digits only, a decimal a point as well", () => {
  expect(cleanTyped("4 doors", "count")).toBe("4");
  expect(cleanTyped("2,5 h", "decimal")).toBe("2.5");
});

test("cleaning what is clean changes nothing", () => {
  fc.assert(
    fc.property(fc.string(), (raw) => {
      const once = cleanTyped(raw, "length");
      expect(cleanTyped(once, "length")).toBe(once);
    }),
  );
});
