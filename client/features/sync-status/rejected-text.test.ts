import { expect, test } from "vitest";
import type { RejectedEdit } from "../../local/rows.ts";
import { rejectedText } from "./rejected-text.ts";

const edit: RejectedEdit = {
  id: "m1",
  name: "area.edit",
  operations: [{ op: "set", entity: "area", id: "a1", field: "length", from: "", to: "12" }],
  at: "2026-05-04T08:00:00.000Z",
  estimateId: "e1",
  reason: "invalid_field",
  message: null,
};

test("what was typed leaves the tablet whole, with the words first", () => {
  const text = rejectedText(edit, ["Area: Length", "", "Typed: 12"]);
  expect(text.split("\n").slice(0, 4)).toEqual([
    "Area: Length",
    "Typed: 12",
    "2026-05-04T08:00:00.000Z",
    "m1",
  ]);
  const json: unknown = JSON.parse(text.slice(text.indexOf("[")));
  expect(json).toEqual(edit.operations);
});
