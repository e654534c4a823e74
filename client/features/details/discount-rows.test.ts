import { expect, test } from "vitest";
import type { Discount } from "../../../shared/pricing/book/money.ts";
import { createFormats } from "../../words/formats.ts";
import { discountRows, withDiscount } from "./discount-rows.ts";

const english = { language: "en", ...createFormats("en-US") } as const;
const discounts: readonly Discount[] = [
  {
    key: "spring",
    label: { en: "Spring", es: "Primavera" },
    off: { kind: "percent", percent: { value: "7.5", source: "own" } },
    until: "2026-05-31",
  },
  {
    key: "neighbour",
    label: { en: "Neighbor", es: "Vecino" },
    off: { kind: "amount", amount: { cents: 150_00, source: "own" } },
    until: null,
  },
];

test("each says what it takes off and until when, and an ended one that it has", () => {
  expect(discountRows(discounts, "neighbour", "2026-05-31", english)).toEqual([
    {
      key: "spring",
      label: "Spring",
      detail: "7.5 % off the list price, until May 31, 2026",
      given: false,
      ended: false,
    },
    {
      key: "neighbour",
      label: "Neighbor",
      detail: "$150.00 off the list price",
      given: true,
      ended: false,
    },
  ]);
  const [spring] = discountRows(discounts, "", "2026-06-01", english);
  expect(spring).toMatchObject({ ended: true });
  expect(spring?.detail).toContain("ended May 31, 2026");
});

test("one that the book does not have any more can still be taken back", () => {
  const rows = discountRows(discounts, "winter", "2026-06-01", english);
  expect(rows.at(-1)).toMatchObject({ key: "winter", given: true, ended: true });
});

test("the record's text is in alphabetical order, whatever was tapped first", () => {
  expect(withDiscount("spring", "neighbour", true)).toBe("neighbour spring");
  expect(withDiscount("neighbour spring", "neighbour", false)).toBe("spring");
  expect(withDiscount("spring", "spring", true)).toBe("spring");
  expect(withDiscount("spring", "spring", false)).toBe("");
});
