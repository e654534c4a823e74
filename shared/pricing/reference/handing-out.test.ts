import { expect, test } from "vitest";
import { decimal } from "./fraction.ts";
import { handOut } from "./handing-out.ts";

const handedOut = (parts: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    handOut(Object.entries(parts).map(([id, cents]) => ({ id, exact: decimal(cents) }))),
  );

test("three thirds of a dollar: the missing cent goes to the smallest id, whatever the order", () => {
  const third = "33.333333";
  expect(handedOut({ c: third, a: third, b: third })).toEqual({ a: 34n, b: 33n, c: 33n });
});

test("missing cents go to those that lost most", () => {
  // 3.5 is rounded to 4, of which 2 are there when each is rounded down.
  expect(handedOut({ a: "1.1", b: "1.9", c: "0.5" })).toEqual({ a: 1n, b: 2n, c: 1n });
  expect(handedOut({ a: "2.4", b: "1.3", c: "0.2" })).toEqual({ a: 3n, b: 1n, c: 0n });
});
