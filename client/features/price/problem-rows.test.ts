import { expect, test } from "vitest";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { problemAddress, saidOnce } from "./problem-rows.ts";

const problem = (about: Partial<Problem>): Problem => ({
  code: "dimension_missing",
  blocking: true,
  ...about,
});

test("a problem leads to the field where it is put right", () => {
  expect(problemAddress("e", problem({ areaId: "a", dimension: "width", surfaceId: "s" }))).toBe(
    "/estimates/e/areas/a#field=width",
  );
  expect(problemAddress("e", problem({ areaId: "a", surfaceId: "s" }))).toBe(
    "/estimates/e/areas/a#surface=s",
  );
  expect(problemAddress("e", problem({ areaId: "a" }))).toBe("/estimates/e/areas/a");
  expect(problemAddress("e", problem({ itemId: "i" }))).toBe("/estimates/e/items/i");
  expect(problemAddress("e", problem({ code: "lead_undecided" }))).toBe("/estimates/e/details");
  expect(problemAddress("e", problem({ code: "nothing_to_price" }))).toBeNull();
});

test("the same sentence about the same area is said once", () => {
  const problems = [
    problem({ areaId: "a", surfaceId: "walls" }),
    problem({ areaId: "a", surfaceId: "ceiling" }),
    problem({ areaId: "b", surfaceId: "walls" }),
  ];
  const rows = saidOnce(problems, () => "Length is missing.");
  expect(rows.map((row) => row.problem.areaId)).toEqual(["a", "b"]);
});
