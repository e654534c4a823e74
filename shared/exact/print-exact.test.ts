import fc from "fast-check";
import { expect, test } from "vitest";
import { bigRounded } from "../../bench/fixtures/bigint-fraction.ts";
import { exact } from "./exact.ts";
import { printExact, toNumber } from "./print-exact.ts";
import { anyBig, edgeBig } from "../../bench/fixtures/arbitrary-fraction.ts";

test("prints decimals and says when digits were cut", () => {
  expect(printExact(exact(127, 10))).toEqual({ text: "12.7", complete: true });
  expect(printExact(exact(1, 3))).toEqual({ text: "0.33", complete: false });
  expect(printExact(exact(-1, 200))).toEqual({ text: "-0.01", complete: false });
  expect(printExact(exact(13), 0)).toEqual({ text: "13", complete: true });
  expect(printExact(exact(-1, 10_000))).toEqual({ text: "0", complete: false });
});

test("every digit printed is right, also of what numbers cannot hold", () => {
  fc.assert(
    fc.property(fc.oneof(anyBig, edgeBig), fc.nat({ max: 12 }), ({ n, d }, places) => {
      const { text, complete } = printExact(exact(n, d), places);
      const [whole = "", fraction = ""] = text.split(".");
      const scaled = BigInt(`${whole}${fraction.padEnd(places, "0")}`);
      expect(scaled).toBe(bigRounded({ n: n * 10n ** BigInt(places), d }));
      expect(complete).toBe(scaled * d === n * 10n ** BigInt(places));
      expect(text).not.toMatch(/^-0$|\.\d*0$|\.$/);
    }),
    { numRuns: 1000 },
  );
});

test("a chart's number is the nearest there is to six decimals", () => {
  expect(toNumber(exact(-25, 2))).toBe(-12.5);
  expect(toNumber(exact(1, 3))).toBe(0.333333);
});
