import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bigAdd,
  bigCeiling,
  bigCompare,
  bigDivide,
  bigFloor,
  type BigFraction,
  bigMultiply,
  bigReduced,
  bigRounded,
  bigSubtract,
  bigSum,
} from "../../bench/fixtures/bigint-fraction.ts";
import {
  absolute,
  add,
  ceiling,
  compare,
  denominator,
  divide,
  type Exact,
  exact,
  floor,
  isNegative,
  isWhole,
  isZero,
  multiply,
  negated,
  numerator,
  ONE,
  reduced,
  rounded,
  sign,
  subtract,
  sum,
  wholeNumber,
  ZERO,
} from "./exact.ts";
import { anyBig, edgeBig } from "../../bench/fixtures/arbitrary-fraction.ts";

const ours = ({ n, d }: BigFraction): Exact => exact(n, d);

/** The same value as the reference's, and held as numbers whenever it fits in lowest terms. */
function expectSame(value: Exact, reference: BigFraction): void {
  const { n, d } = bigReduced(reference);
  expect({ n: numerator(value), d: denominator(value) }).toEqual({ n, d });
  const fits = [n, d].every((it) => Number.isSafeInteger(Number(it)));
  const parts = Object.values(value);
  expect(parts).toHaveLength(2);
  for (const part of parts) {
    expect(typeof part).toBe(fits ? "number" : "bigint");
    expect(Object.is(part, -0)).toBe(false);
    if (typeof part === "number") expect(Number.isSafeInteger(part)).toBe(true);
  }
  expect(structuredClone(value)).toEqual(value);
}

/** Held in the terms that arithmetic left it in, not in the lowest: as values are under way. */
const steps = fc.array(fc.tuple(fc.constantFrom("add", "subtract", "multiply", "divide"), anyBig), {
  maxLength: 6,
});

test("every chain of operations comes to what plain bigints come to", () => {
  fc.assert(
    fc.property(anyBig, steps, (start, chain) => {
      let [value, reference] = [ours(start), start];
      for (const [operation, next] of chain) {
        if (operation === "divide" && next.n === 0n) continue;
        const [our, big] = {
          add: [add, bigAdd] as const,
          subtract: [subtract, bigSubtract] as const,
          multiply: [multiply, bigMultiply] as const,
          divide: [divide, bigDivide] as const,
        }[operation];
        [value, reference] = [our(value, ours(next)), big(reference, next)];
        expectSame(value, reference);
      }
    }),
    { numRuns: 2000 },
  );
});

test("so does each operation at the edge of what numbers hold", () => {
  fc.assert(
    fc.property(edgeBig, edgeBig, (one, other) => {
      const [a, b] = [ours(one), ours(other)];
      expectSame(add(a, b), bigAdd(one, other));
      expectSame(subtract(a, b), bigSubtract(one, other));
      expectSame(multiply(a, b), bigMultiply(one, other));
      if (other.n !== 0n) expectSame(divide(a, b), bigDivide(one, other));
      expectSame(negated(a), bigSubtract({ n: 0n, d: 1n }, one));
      expect(compare(a, b)).toBe(bigCompare(one, other));
    }),
    { numRuns: 2000 },
  );
});

test("products and sums around 2^53 are never rounded", () => {
  const edge = 2 ** 53;
  // 2^53 + 1 = 321 × 28059810762433 is the first product that a double cannot hold.
  expectSame(multiply(exact(321), exact(28_059_810_762_433)), { n: 2n ** 53n + 1n, d: 1n });
  expectSame(multiply(exact(2 ** 26), exact(2 ** 27)), { n: 2n ** 53n, d: 1n });
  expectSame(multiply(exact(6361), exact(1_416_003_655_831)), { n: 2n ** 53n - 1n, d: 1n });
  expectSame(add(exact(edge - 1), exact(2)), { n: 2n ** 53n + 1n, d: 1n });
  expectSame(subtract(exact(1 - edge), exact(2)), { n: -(2n ** 53n) - 1n, d: 1n });
  expectSame(add(exact(edge), exact(-1)), { n: 2n ** 53n - 1n, d: 1n });
});

test("rounding, signs and whole numbers are those of plain bigints", () => {
  fc.assert(
    fc.property(fc.oneof(anyBig, edgeBig), (reference) => {
      const value = ours(reference);
      const same = [
        [floor(value), bigFloor(reference)],
        [ceiling(value), bigCeiling(reference)],
        [rounded(value), bigRounded(reference)],
      ] as const;
      for (const [whole, expected] of same) {
        expect(BigInt(whole)).toBe(expected);
        expect(Object.is(whole, -0)).toBe(false);
        expect(typeof whole).toBe(Number.isSafeInteger(Number(expected)) ? "number" : "bigint");
      }
      expect(sign(value)).toBe(bigCompare(reference, { n: 0n, d: 1n }));
      expect(isZero(value)).toBe(reference.n === 0n);
      expect(isNegative(value)).toBe(reference.n < 0n);
      expect(isWhole(value)).toBe(reference.n % reference.d === 0n);
      expect(sign(absolute(value))).toBe(Math.abs(sign(value)));
    }),
    { numRuns: 3000 },
  );
});

test("the laws of arithmetic hold", () => {
  const any = fc.oneof(anyBig, edgeBig).map(ours);
  const same = (one: Exact, other: Exact) => expect(compare(one, other)).toBe(0);
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      same(add(a, b), add(b, a));
      same(multiply(a, b), multiply(b, a));
      same(add(add(a, b), c), add(a, add(b, c)));
      same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)));
      same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
      same(subtract(add(a, b), b), a);
      same(add(a, ZERO), a);
      same(multiply(a, ONE), a);
      if (!isZero(b)) same(divide(multiply(a, b), b), a);
      expect(compare(a, b)).toBe(-compare(b, a) + 0);
    }),
    { numRuns: 500 },
  );
});

test("a sum is exact, does not depend on the order, and is in lowest terms", () => {
  const values = fc.array(fc.oneof(anyBig, edgeBig), { maxLength: 40 });
  fc.assert(
    fc.property(values, (references) => {
      const terms = references.map(ours);
      const forward = sum(terms);
      expectSame(forward, bigSum(references));
      expect(sum(terms.toReversed())).toEqual(forward);
      expect(sum(terms.toSorted(compare))).toEqual(forward);
      expect(reduced(forward)).toEqual(forward);
    }),
    { numRuns: 500 },
  );
});

test("a sum too long to be reduced is exact all the same, in any order", () => {
  // 200 denominators of 50 bits without a common divisor to speak of.
  const terms = Array.from({ length: 200 }, (_, at): BigFraction => ({
    n: BigInt(at) - 100n,
    d: 2n ** 50n + 2n * BigInt(at) + 1n,
  }));
  const forward = sum(terms.map(ours));
  expect(sum(terms.toReversed().map(ours))).toEqual(forward);
  const reference = terms.reduce(bigAdd);
  expect([numerator(forward), denominator(forward)]).toEqual(Object.values(bigReduced(reference)));
  expect(compare(sum([forward, negated(forward)]), ZERO)).toBe(0);
});

test("cents are rounded half away from zero", () => {
  const values = [exact(5, 2), exact(-5, 2), exact(249, 100), exact(-249, 100), exact(-1, 3)];
  expect(values.map(rounded)).toEqual([3, -3, 2, -2, 0]);
});

test("only a whole value is a whole number", () => {
  expect(wholeNumber(divide(exact(300), exact(100)))).toBe(3);
  expect(wholeNumber(exact(-0))).toBe(0);
  expect(() => wholeNumber(exact(1, 2))).toThrow(RangeError);
  expect(() => wholeNumber(exact(2n ** 53n))).toThrow(RangeError);
});

test("division by zero and numbers that are not whole are the caller's mistake", () => {
  expect(() => divide(exact(1), exact(0))).toThrow(RangeError);
  expect(() => divide(exact(2n ** 60n), exact(0))).toThrow(RangeError);
  expect(() => exact(1, 0)).toThrow(RangeError);
  expect(() => exact(0.5)).toThrow(RangeError);
  expect(() => exact(NaN)).toThrow(RangeError);
});
