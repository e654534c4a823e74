import { expect, test } from "vitest";
import type { Fields } from "../estimate/entities.ts";
import { examplePriceBook } from "./example-price-book.ts";
import { price } from "./price.ts";
import type { Problem } from "./problem.ts";
import { buildArea, buildEstimate, buildItem, type SurfaceWish } from "./testing/build-estimate.ts";

/** Without its hints, which have a test of their own. */
const plainBook = { ...examplePriceBook, hints: [] };

/** The problems of one room with these surfaces, without those that concern one option alone. */
function problemsOf(
  surfaces: readonly SurfaceWish[],
  fields: Partial<Fields<"area">> = {},
): readonly Problem[] {
  const estimate = buildEstimate([buildArea("room", surfaces, fields)]);
  return price(estimate, plainBook).problems.filter((problem) => problem.option === undefined);
}

const walls = { substrate: "walls" } as const;

test("a clean room has none", () => {
  expect(problemsOf([walls, { substrate: "ceiling" }])).toEqual([]);
});

test("a missing dimension is named once for its room, however many surfaces need it", () => {
  const surfaces = [walls, { substrate: "ceiling" }, { substrate: "baseboard" }];
  expect(problemsOf(surfaces, { length: "" })).toEqual([
    { code: "dimension_missing", blocking: true, areaId: "room", dimension: "length", typed: "" },
  ]);
});

test("nobody asks for the dimensions of what is typed or not painted", () => {
  const typed = { ...walls, quantity: "324" };
  const plan = { length: "", width: "" };
  expect(problemsOf([typed, { substrate: "ceiling", painted: false }], plan)).toEqual([]);
});

test("without a height a typed wall is priced at the lowest band, with a word about it", () => {
  expect(problemsOf([{ ...walls, quantity: "324" }], { height: "" })).toMatchObject([
    { code: "dimension_missing", blocking: false, dimension: "height" },
  ]);
});

test.each([
  [{ length: "wide" }, "dimension_not_a_length", true],
  [{ length: "12 60" }, "dimension_not_a_length", true],
  [{ length: "4000" }, "dimension_too_long", true],
  [{ length: "126" }, "dimension_suspicious", false],
  [{ height: "22" }, "height_suspicious", false],
  [{ doors: 40 }, "openings_exceed_wall", true],
  [{ access: "by-boat" }, "unknown_access", true],
  [{ occupancy: "haunted" }, "unknown_occupancy", true],
] as const)("walls with %o: %s", (fields, code, blocking) => {
  expect(problemsOf([walls], fields)).toMatchObject([{ code, blocking, areaId: "room" }]);
});

test.each([
  [{ substrate: "moat" }, "unknown_substrate"],
  [{ substrate: "siding-lap" }, "substrate_not_here"],
  [{ substrate: "railing" }, "quantity_missing"],
  [{ ...walls, quantity: "many" }, "quantity_not_a_number"],
  [{ ...walls, quantity: "1000001" }, "quantity_too_large"],
  [{ ...walls, quantity: "0" }, "priced_zero"],
] as const)("a surface %o: %s", (wish, code) => {
  expect(problemsOf([wish])).toMatchObject([{ code, blocking: true, surfaceId: "room-0" }]);
});

test("a room without windows has no windows to paint: no line, no problem", () => {
  expect(problemsOf([walls, { substrate: "windows" }], { windows: 0 })).toEqual([]);
});

test("a problem blocks acceptance, while the rest is priced all the same", () => {
  const estimate = buildEstimate([buildArea("room", [walls, { substrate: "moat" }])]);
  for (const option of price(estimate, plainBook).options) {
    expect(option.acceptable).toBe(false);
    expect(option.lines.filter((line) => line.kind === "surface")).toHaveLength(1);
    expect(option.totalCents).toBeGreaterThan(0);
  }
});

test("an unknown prep level and missing rates name their option", () => {
  const [substrate, ...others] = plainBook.substrates;
  if (substrate?.labour.kind !== "units-per-hour") throw new Error("walls come first");
  const [oneCoat] = substrate.labour.byCoats;
  const labour = { kind: "units-per-hour" as const, byCoats: oneCoat ? [oneCoat] : [] };
  const book = { ...plainBook, substrates: [{ ...substrate, labour }, ...others] };
  const estimate = buildEstimate([buildArea("room", [walls, { ...walls, prep: "sandblast" }])]);
  const { problems } = price(estimate, book);
  expect(problems).toContainEqual({
    code: "no_rate_for_coats",
    blocking: true,
    areaId: "room",
    surfaceId: "room-0",
    typed: "2",
    option: "better",
  });
  expect(problems.filter(({ code }) => code === "unknown_prep").map((it) => it.option)).toEqual([
    "good",
  ]);
});

test("nothing, less than nothing and too much are no offers", () => {
  const codes = (unitCost: number | null) =>
    price(
      buildEstimate([], unitCost === null ? [] : [buildItem("item", { unitCost })]),
      plainBook,
    ).problems.map((problem) => problem.code);
  const each = <T>(value: T) => [value, value, value];
  expect(codes(null)).toEqual(each("nothing_to_price"));
  expect(codes(-1_00)).toEqual(each("total_negative"));
  expect(codes(100_000_000_000)).toEqual(["quantity_too_large", ...each("nothing_to_price")]);
});

test("an item needs a quantity", () => {
  const { problems } = price(buildEstimate([], [buildItem("item", { quantity: "" })]), plainBook);
  expect(problems[0]).toMatchObject({ code: "quantity_missing", blocking: true, itemId: "item" });
});
