import { expect, test } from "vitest";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import { buildArea, buildEstimate } from "../../../shared/pricing/testing/build-estimate.ts";
import { fixesFor } from "./problem-fixes.ts";

const sourced = (value: string) => ({ value, source: "starting" });
const priceBook: PriceBook = {
  ...examplePriceBook,
  primers: [
    {
      key: "stain-block",
      label: { en: "Stain blocker", es: "Bloqueador de manchas" },
      product: "interior-premium",
      sheen: "matte",
      percent: sourced("100"),
      labour: sourced("90"),
    },
  ],
};
const estimate = buildEstimate(
  [buildArea("a", [{ substrate: "walls" }, { substrate: "crown", painted: false }])],
  [],
  { discounts: "neighbour spring" },
);
const opened = { estimate, priceBook };
const hint = { blocking: false, areaId: "a" };

test("what nobody decided is added, or said to stay as it is", () => {
  const fixes = fixesFor({ code: "undecided", typed: "ceiling", ...hint }, opened, "en");
  expect(fixes.map(({ label }) => label)).toEqual(["Add Ceiling", "Not painted"]);
  expect(fixes[0]?.fix).toEqual({
    kind: "add-surface",
    areaId: "a",
    substrate: "ceiling",
    painted: true,
  });
});

test("a companion that stands there unpainted is ticked, one that does not is added", () => {
  const crown = fixesFor({ code: "companion_missing", typed: "crown", ...hint }, opened, "en");
  expect(crown).toEqual([
    { label: "Paint Crown molding", fix: { kind: "paint", surfaceId: "a-1" } },
  ]);
  const [doors] = fixesFor({ code: "companion_missing", typed: "doors", ...hint }, opened, "es");
  expect(doors?.fix).toMatchObject({ kind: "add-surface", substrate: "doors" });
});

test("a primer is the book's first, and none is offered where it has none", () => {
  const problem = { code: "primer_missing", surfaceId: "a-0", ...hint } as const;
  expect(fixesFor(problem, opened, "en")).toEqual([
    {
      label: "Add: Stain blocker",
      fix: { kind: "primer", surfaceId: "a-0", primer: "stain-block" },
    },
  ]);
  expect(fixesFor(problem, { estimate, priceBook: { ...priceBook, primers: [] } }, "en")).toEqual(
    [],
  );
});

test("a discount that is over is taken out and the others stay", () => {
  const [fix] = fixesFor({ code: "discount_ended", typed: "spring", ...hint }, opened, "en");
  expect(fix?.fix).toEqual({ kind: "discounts", discounts: "neighbour" });
});

test("what a person has to look at has no button", () => {
  expect(fixesFor({ code: "dimension_missing", ...hint }, opened, "en")).toEqual([]);
});
