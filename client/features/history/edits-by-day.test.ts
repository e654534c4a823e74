import { expect, test } from "vitest";
import { editsByDay } from "./edits-by-day.ts";
import type { ToldEdit } from "../../chrome/edit-history/told-edits.ts";

const edit = (id: string, at: Date): ToldEdit => ({
  id,
  name: "area.edit",
  operations: [],
  at: at.toISOString(),
  userName: "Sam Lee",
  standing: "here",
});

test("edits stand under their day, by the tablet's own midnight", () => {
  const days = editsByDay([
    edit("3", new Date(2026, 4, 5, 0, 10)),
    edit("2", new Date(2026, 4, 4, 23, 50)),
    edit("1", new Date(2026, 4, 4, 8)),
  ]);
  expect(days.map(({ day, edits }) => [new Date(day).getDate(), edits.length])).toEqual([
    [5, 1],
    [4, 2],
  ]);
});
