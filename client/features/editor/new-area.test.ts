import { expect, test } from "vitest";
import { entities } from "../../../shared/estimate/entities.ts";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { buildArea } from "../../../shared/pricing/testing/build-estimate.ts";
import { newArea } from "./new-area.ts";

test("the first room is as the price book has it", () => {
  const area = newArea("room", "Room 1", examplePriceBook, []);
  expect(area).toMatchObject({ length: "", width: "", height: "", doors: 0, windows: 0 });
  expect(area.access).toBe(examplePriceBook.access[0]?.key);
  const fields = { ...area, estimateId: "e1", order: "V" };
  expect(entities.area.safeParse(fields).success).toBe(true);
});

test("the next room is as high and as hard to get at as the last one, not as the last side", () => {
  const areas = [
    buildArea("a", [], { height: "9'", access: "stairs" }),
    buildArea("b", [], { kind: "side", height: "18'" }),
  ];
  expect(newArea("room", "Room 2", examplePriceBook, areas)).toMatchObject({
    height: "9'",
    access: "stairs",
    length: "",
  });
});
