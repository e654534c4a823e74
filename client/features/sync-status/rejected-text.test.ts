import { expect, test } from "vitest";
import type { Operation } from "../../../shared/sync/operations.ts";
import { edits } from "../../words/edits.ts";
import { en } from "../../words/en.ts";
import { rejectedText } from "./rejected-text.ts";

const text = (operations: readonly Operation[], told: readonly string[]) =>
  rejectedText({ id: "m1", operations }, told, "May 4, 2026, 8:00 AM", () => undefined, {
    ...en,
    ...edits.en,
  }).split("\n");

test("what was typed leaves the tablet in words, with what it is about first", () => {
  const set = { op: "set", entity: "area", id: "a1", field: "length", from: "", to: "12" } as const;
  expect(text([set], ["Area: Length", ""])).toEqual([
    "Area: Length",
    "Length: 12",
    "May 4, 2026, 8:00 AM",
    "m1",
  ]);
});

test("a whole room leaves whole, also fields without a word", () => {
  const fields = { name: "Hall", length: "12", kind: "room" };
  expect(text([{ op: "add", entity: "area", id: "a1", fields }], [])).toEqual([
    "Area",
    "  Name: Hall",
    "  Length: 12",
    "  kind: room",
    "May 4, 2026, 8:00 AM",
    "m1",
  ]);
});

test("a settling is told without the fields of its conflict", () => {
  const closed = {
    op: "set",
    entity: "conflict",
    id: "k1",
    field: "state",
    from: "open",
    to: "resolved",
  } as const;
  expect(text([closed], ["Wanted here: 14"])).toEqual([
    "Wanted here: 14",
    "May 4, 2026, 8:00 AM",
    "m1",
  ]);
});
