import { expect, test } from "vitest";
import { decimal, Fraction, percent, sumOf, whole } from "./fraction.ts";

const rounding = (top: bigint, bottom: bigint) => {
  const value = new Fraction(top, bottom);
  return [value.down(), value.nearest(), value.up()];
};

test("whole numbers down, nearest and up, on both sides of zero", () => {
  expect(rounding(5n, 2n)).toEqual([2n, 3n, 3n]);
  expect(rounding(-5n, 2n)).toEqual([-3n, -3n, -2n]);
  expect(rounding(7n, 3n)).toEqual([2n, 2n, 3n]);
  expect(rounding(-7n, 3n)).toEqual([-3n, -2n, -2n]);
  expect(rounding(4n, -1n)).toEqual([-4n, -4n, -4n]);
  expect(rounding(0n, 9n)).toEqual([0n, 0n, 0n]);
});

test("lowest terms, with the sign on top", () => {
  expect(String(new Fraction(6n, -4n))).toBe("-3/2");
  expect(String(new Fraction(0n, -4n))).toBe("0/1");
  expect(() => new Fraction(1n, 0n)).toThrow(RangeError);
});

test("arithmetic", () => {
  expect(String(decimal("0.75").plus(decimal("1.5")))).toBe("9/4");
  expect(String(decimal("12.5").times(percent(whole(20))))).toBe("5/2");
  expect(String(whole(1).over(decimal("0.3")).minus(whole(3)))).toBe("1/3");
  expect(String(sumOf([decimal("0.1"), decimal("0.2")]))).toBe("3/10");
  expect(decimal("0.3").isBelow(new Fraction(1n, 3n))).toBe(true);
  expect(decimal("0.3").isAbove(new Fraction(1n, 3n))).toBe(false);
});
