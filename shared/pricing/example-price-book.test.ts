import { expect, test } from "vitest";
import { compare, divide, exact } from "../exact/exact.ts";
import { decimalToExact } from "../units/decimal.ts";
import { defaultCircumstances, defaultSurfaces } from "./default-surfaces.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { price } from "./price.ts";
import { buildArea, buildEstimate } from "./testing/build-estimate.ts";

const bornArea = (id: string, kind: "room" | "side") =>
  buildArea(id, defaultSurfaces(examplePriceBook, kind), {
    kind,
    ...defaultCircumstances(examplePriceBook),
  });

const paidByHour = examplePriceBook.substrates.flatMap(({ key, labour }) =>
  labour.kind === "piece" ? [] : [{ key, labour }],
);

test.each(paidByHour)("more coats of $key never take fewer hours", ({ labour }) => {
  const hours = labour.byCoats.map(({ value }) =>
    labour.kind === "units-per-hour"
      ? divide(exact(1), decimalToExact(value))
      : decimalToExact(value),
  );
  expect(hours).toHaveLength(4);
  for (const [index, one] of hours.entries()) {
    const before = hours[index - 1];
    if (before !== undefined) expect(compare(one, before)).toBe(1);
  }
});

test("a room is born with walls, ceiling, baseboard and doors painted; a side with siding and boards", () => {
  const painted = (kind: "room" | "side") =>
    defaultSurfaces(examplePriceBook, kind)
      .filter((surface) => surface.painted)
      .map((surface) => surface.substrate);
  expect(painted("room")).toEqual(["walls", "ceiling", "baseboard", "doors"]);
  expect(painted("side")).toEqual(["siding-lap", "soffit", "fascia", "doors-exterior"]);
});

test("a new room and a new side are priced without a problem, better dearer than good", () => {
  const estimate = buildEstimate([bornArea("room", "room"), bornArea("side", "side")]);
  const { options, problems } = price(estimate, examplePriceBook);
  expect(problems).toEqual([]);
  const totals = options.map((option) => option.totalCents);
  expect(totals).toEqual(totals.toSorted((one, other) => one - other));
  expect(new Set(totals).size).toBe(3);
  expect(options.every((option) => option.acceptable)).toBe(true);
});

test.each(examplePriceBook.substrates)("$key can be priced in every option", (substrate) => {
  const [kind] = substrate.appliesTo;
  const wish = { substrate: substrate.key, quantity: "10" };
  const estimate = buildEstimate([buildArea("area", [wish], kind ? { kind } : {})]);
  expect(price(estimate, examplePriceBook).problems).toEqual([]);
});

test("labels stand in both languages", () => {
  const missing = JSON.stringify(examplePriceBook).match(/"(en|es)":""/g);
  expect(missing).toBeNull();
});
