import fc from "fast-check";
import { expect, test } from "vitest";
import { apportion, type Share } from "./apportion.ts";
import { exact, floor, rounded, sum } from "./exact.ts";

const shares = fc
  // Small denominators too, so that lines often lose exactly the same.
  .array(
    fc.tuple(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.oneof(fc.constantFrom(2, 3), fc.integer({ min: 1, max: 400 })),
    ),
  )
  .map((pairs) => pairs.map(([n, d], id): Share => ({ id: `line-${id}`, exact: exact(n, d) })));

test("cents add up to the rounded sum, and no line is off by a whole cent", () => {
  fc.assert(
    fc.property(shares, (lines) => {
      const cents = apportion(lines);
      const total = [...cents.values()].reduce((one, other) => one + other, 0n);
      expect(total).toBe(rounded(sum(lines.map((line) => line.exact))));
      for (const { id, exact: value } of lines) {
        const up = (cents.get(id) ?? 0n) - floor(value);
        expect(up === 0n || up === 1n).toBe(true);
      }
    }),
  );
});

test("the order of the lines changes no cent", () => {
  fc.assert(
    fc.property(shares, fc.nat(), (lines, turn) => {
      const at = lines.length === 0 ? 0 : turn % lines.length;
      const turned = [...lines.slice(at), ...lines.slice(0, at)].toReversed();
      const cents = apportion(lines);
      for (const [id, value] of apportion(turned)) expect(cents.get(id)).toBe(value);
    }),
  );
});

test("three equal thirds of ten cents: the first id gets the odd cent", () => {
  const third = exact(10, 3);
  const lines = ["c", "a", "b"].map((id) => ({ id, exact: third }));
  expect(Object.fromEntries(apportion(lines))).toEqual({ a: 4n, b: 3n, c: 3n });
});
