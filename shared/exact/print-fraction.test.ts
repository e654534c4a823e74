import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBig, edgeBig } from "../../bench/fixtures/arbitrary-fraction.ts";
import { denominator, exact, numerator } from "./exact.ts";
import { printFraction } from "./print-fraction.ts";

test("prints lowest terms, and a whole number without a bottom", () => {
  expect(printFraction(exact(254, 20))).toBe("127/10");
  expect(printFraction(exact(-1, 3))).toBe("-1/3");
  expect(printFraction(exact(26, 2))).toBe("13");
  expect(printFraction(exact(0, 7))).toBe("0");
});

test("what is printed is the value, also where numbers cannot hold it", () => {
  fc.assert(
    fc.property(fc.oneof(anyBig, edgeBig), ({ n, d }) => {
      const value = exact(n, d);
      const [top = "", bottom = "1"] = printFraction(value).split("/");
      expect([BigInt(top), BigInt(bottom)]).toEqual([numerator(value), denominator(value)]);
    }),
  );
});
