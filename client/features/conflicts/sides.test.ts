import { expect, test } from "vitest";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { changesSeen, isNamed, sidesOf } from "./sides.ts";

const conflict: RecordOf<"conflict"> = {
  id: "m1-0",
  estimateId: "e1",
  entity: "area",
  entityId: "a1",
  field: "width",
  base: `"11"`,
  theirs: `"12"`,
  mine: `"13"`,
  mutationId: "m1",
  authorName: "Erin Vega",
  state: "open",
  authorAt: "2026-05-04T08:00:00.000Z",
  theirsName: "Sam Lee",
  theirsAt: "2026-05-04T07:00:00.000Z",
  values: `["13"]`,
  resolution: null,
  resolvedBy: "",
  resolvedAt: null,
};
const standing = (width: string) => ({ fields: { width }, deleted: false });

test("both values with who and when", () => {
  const sides = sidesOf(conflict, standing("12"));
  expect(sides[0]).toMatchObject({ keep: "theirs", name: "Sam Lee", json: `"12"`, moved: false });
  expect(sides[1]).toMatchObject({ keep: "mine", name: "Erin Vega", json: `"13"` });
  expect(sides.map((side) => isNamed(side, sides))).toEqual([true, true]);
});

test("what was changed again since then is shown as it stands, and is nobody's by name", () => {
  const sides = sidesOf(conflict, standing("14"));
  expect(sides[0]).toMatchObject({ name: "", at: null, json: `"14"`, moved: true });
  expect(isNamed(sides[0], sides)).toBe(false);
});

test("two tablets of one person are not told apart by name", () => {
  const sides = sidesOf({ ...conflict, theirsName: "Erin Vega" }, standing("12"));
  expect(sides.map((side) => isNamed(side, sides))).toEqual([false, false]);
});

test("of a record that was changed under a removal, what was not seen", () => {
  const now = { fields: { width: "12", length: "10" }, deleted: false };
  expect(changesSeen(`{"width":"11","length":"10"}`, now)).toBe(`{"width":"12"}`);
});
