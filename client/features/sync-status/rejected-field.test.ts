import { expect, test } from "vitest";
import type { Operation } from "../../../shared/sync/operations.ts";
import { edits } from "../../words/edits.ts";
import { en } from "../../words/en.ts";
import { rejectedField } from "./rejected-field.ts";

const set = (field: string, to: string | null): Operation => ({
  op: "set",
  entity: "area",
  id: "a1",
  field,
  from: "",
  to,
});
const of = (...operations: readonly Operation[]) =>
  rejectedField({ operations }, () => undefined, { ...en, ...edits.en });

test("a refused key stroke says where it went and what it was", () => {
  expect(of(set("length", `12'6"`))).toEqual({ label: "Length", value: `12'6"` });
});

test("a removal, many fields at once, or a place in a list has no one field", () => {
  expect(of({ op: "restore", entity: "area", id: "a1" })).toBeNull();
  expect(of(set("length", "1"), set("width", "2"))).toBeNull();
  expect(of(set("order", "a1"))).toBeNull();
  expect(of()).toBeNull();
});
