import { expect, test } from "vitest";
import type { Operation } from "../../../shared/sync/operations.ts";
import { edits } from "../../words/edits.ts";
import { en } from "../../words/en.ts";
import { where } from "../../words/where.ts";
import { refusedSettling } from "./refused-settling.ts";

const closing = (keep: string): readonly Operation[] => [
  { op: "set", entity: "conflict", id: "k1", field: "state", from: "open", to: "resolved" },
  { op: "set", entity: "conflict", id: "k1", field: "resolution", from: null, to: keep },
];
const width = { entity: "area", field: "width", theirs: '"11"', resolvedBy: "Marcus Hale" };
const told = (operations: readonly Operation[], conflict = width, deleted = false) =>
  refusedSettling(
    { operations },
    conflict,
    { fields: { width: "11" }, deleted },
    () => undefined,
    { ...en, ...edits.en },
    where.en,
  );

test("a lost race says which field, what was wanted, what stands and who was first", () => {
  const set = {
    op: "set",
    entity: "area",
    id: "a1",
    field: "width",
    from: "11",
    to: "14",
  } as const;
  expect(told([...closing("mine"), set])).toEqual({
    label: "Width",
    wanted: "Wanted here: 14",
    now: "Stands now: 11",
    settledBy: "Marcus Hale",
  });
  expect(told(closing("theirs"))).toMatchObject({ wanted: "Wanted here: 11" });
});

test("of a whole record, whether it was to stay, to come back or to go", () => {
  const whole = { ...width, field: "*" };
  const remove = { op: "remove", entity: "area", id: "a1", seen: {} } as const;
  expect(told([...closing("mine"), remove], whole)).toMatchObject({
    label: "Area",
    wanted: "Wanted here: remove it",
    now: "It is there.",
  });
  const restore = { op: "restore", entity: "area", id: "a1" } as const;
  expect(told([...closing("mine"), restore], whole, true)).toMatchObject({
    wanted: "Wanted here: bring it back",
    now: "It is removed.",
  });
});

test("no settling, no words", () => {
  expect(told([])).toBeNull();
});
