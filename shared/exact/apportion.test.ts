import fc from "fast-check";
import { expect, test } from "vitest";
import { bigApportion } from "../../bench/fixtures/bigint-fraction.ts";
import { apportion, type Share } from "./apportion.ts";
import { compare, exact, floor, rounded, subtract, sum } from "./exact.ts";
import { anyBig, edgeBig, type Parts } from "../../bench/fixtures/arbitrary-fraction.ts";

const withIds = (values: readonly Parts[]) =>
  values.map((value, at) => ({ id: `line-${at}`, value }));

/** Small denominators too, so that lines often lose exactly the same. */
const lines = fc
  .array(
    fc.oneof(
      fc.record({ n: fc.bigInt(-100_000n, 100_000n), d: fc.constantFrom(2n, 3n, 400n) }),
      fc.record({ n: fc.bigInt(-100_000n, 100_000n), d: fc.bigInt(1n, 400n) }),
      anyBig,
      edgeBig,
    ),
    { maxLength: 60 },
  )
  .map(withIds);

const sharesOf = (all: ReturnType<typeof withIds>): readonly Share[] =>
  all.map(({ id, value }) => ({ id, exact: exact(value.n, value.d) }));

const sorted = (cents: ReadonlyMap<string, number | bigint>) =>
  [...cents]
    .map(([id, whole]) => [id, BigInt(whole)] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

test("gives every line the cent that plain bigints give it", () => {
  fc.assert(
    fc.property(lines, (all) => {
      const expected = bigApportion(all.map(({ id, value }) => [id, value]));
      expect(sorted(apportion(sharesOf(all)))).toEqual(sorted(expected));
    }),
    { numRuns: 1000 },
  );
});

test("cents add up to the rounded sum, and no line is off by a whole cent", () => {
  fc.assert(
    fc.property(lines, (all) => {
      const shares = sharesOf(all);
      const cents = apportion(shares);
      const total = sum([...cents.values()].map((whole) => exact(whole)));
      const target = rounded(sum(shares.map((share) => share.exact)));
      expect(compare(total, exact(target))).toBe(0);
      for (const { id, exact: value } of shares) {
        const up = subtract(exact(cents.get(id) ?? 0), exact(floor(value)));
        expect([0, 1]).toContain(rounded(up));
      }
    }),
  );
});

test("the order of the lines changes no cent", () => {
  fc.assert(
    fc.property(lines, fc.nat(), (all, turn) => {
      const at = all.length === 0 ? 0 : turn % all.length;
      const turned = [...all.slice(at), ...all.slice(0, at)].toReversed();
      expect(sorted(apportion(sharesOf(turned)))).toEqual(sorted(apportion(sharesOf(all))));
    }),
  );
});

test("lines that lose almost the same are told apart, though no double tells them", () => {
  const close = withIds([
    { n: 2n ** 80n / 3n, d: 2n ** 80n },
    { n: 1n, d: 3n },
    { n: 2n ** 80n / 3n + 1n, d: 2n ** 80n },
  ]);
  // 1/3 and a hair more; the three together are still rounded to one cent.
  expect(Object.fromEntries(apportion(sharesOf(close)))).toEqual({
    "line-0": 0,
    "line-1": 0,
    "line-2": 1,
  });
});

test("a sum that is half a cent to a hair is rounded by the hair", () => {
  const hair = 2n ** 70n;
  const halves = (n: bigint) =>
    withIds([
      { n: 1n, d: 4n },
      { n, d: 4n * hair },
    ]);
  expect(sorted(apportion(sharesOf(halves(hair - 1n)))).map(([, cents]) => cents)).toEqual([
    0n,
    0n,
  ]);
  expect(sorted(apportion(sharesOf(halves(hair)))).map(([, cents]) => cents)).toEqual([1n, 0n]);
  expect(sorted(apportion(sharesOf(halves(hair + 1n)))).map(([, cents]) => cents)).toEqual([
    0n,
    1n,
  ]);
  // A credit of half a cent is rounded away from zero: down.
  const credit = apportion([{ id: "credit", exact: exact(-1, 2) }]);
  expect(credit.get("credit")).toBe(-1);
});

test("three equal thirds of ten cents: the first id gets the odd cent", () => {
  const third = exact(10, 3);
  const shares = ["c", "a", "b"].map((id) => ({ id, exact: third }));
  expect(Object.fromEntries(apportion(shares))).toEqual({ a: 4, b: 3, c: 3 });
});
