import { expect, test } from "vitest";
import type { Subject } from "../../local/queries/subject.ts";
import { placeWords, subjectAddress, subjectWords } from "./subject-words.ts";

const walls: Subject = {
  estimateId: "e1",
  areaId: "a1",
  customerName: "Amara Ramírez",
  areaName: "Bedroom",
  substrate: "walls",
  itemLabel: "",
  itemKind: "",
  addOn: "",
  street: "",
  city: "",
  priceBookId: "b1",
};

test("a record is named from the outside in", () => {
  expect(subjectWords(walls, "Walls")).toBe("Amara Ramírez · Bedroom · Walls");
  expect(subjectWords(walls, undefined)).toBe("Amara Ramírez · Bedroom · walls");
  expect(subjectWords({ ...walls, areaName: "", substrate: "" }, undefined)).toBe("Amara Ramírez");
  const dumpster = { ...walls, areaName: "", substrate: "", itemLabel: "Dumpster" };
  expect(subjectWords(dumpster, undefined)).toBe("Amara Ramírez · Dumpster");
  expect(placeWords(walls, "Walls")).toBe("Bedroom · Walls");
});

test("a record opens where it is changed", () => {
  expect(subjectAddress("surface", walls)).toBe("/estimates/e1/areas/a1");
  expect(subjectAddress("area", { ...walls, areaId: null })).toBe("/estimates/e1");
  expect(subjectAddress("estimate", walls)).toBe("/estimates/e1/details");
  expect(subjectAddress("customer", walls)).toBe("/estimates/e1/details");
  expect(subjectAddress("surface", { ...walls, estimateId: null })).toBeNull();
  expect(subjectAddress("bookChange", { ...walls, estimateId: null })).toBe("/price-book");
});
