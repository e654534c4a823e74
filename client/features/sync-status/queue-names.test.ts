import { expect, test } from "vitest";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import { edits } from "../../words/edits.ts";
import { en } from "../../words/en.ts";
import { where } from "../../words/where.ts";
import { queuePlace, queueWhat } from "./queue-names.ts";

const t = { ...en, ...edits.en };
type Named = Pick<QueuedEdit, "name" | "operations">;
const subject = {
  estimateId: "e1",
  areaId: "a1",
  customerName: "Amara Ramírez",
  areaName: "Living room",
  substrate: "",
  itemLabel: "Lift",
  itemKind: "cost",
  addOn: "",
  street: "",
  city: "",
  priceBookId: null,
};
const said = (edit: Named) => [
  queuePlace({ ...edit, subject }, t),
  queueWhat({ ...edit, subject }, t, where.en),
];
const set = (entity: "area" | "estimate" | "item", field: string): Named["operations"] => [
  { op: "set", entity, id: "1", field, from: "", to: "8" },
];

test("a field is said with its room, a job's own with the job", () => {
  expect(said({ name: "area.edit", operations: set("area", "height") })).toEqual([
    "Living room",
    "Height",
  ]);
  expect(said({ name: "estimate.edit", operations: set("estimate", "title") })).toEqual([
    "Job",
    "Name of the job",
  ]);
  expect(said({ name: "item.edit", operations: set("item", "quantity") })).toEqual([
    "Lift",
    "Quantity",
  ]);
});

test("what is new or gone is said as that, and the estimate says itself what it is", () => {
  const add = (entity: "area" | "estimate"): Named["operations"] => [
    { op: "add", entity, id: "1", fields: {} },
  ];
  expect(said({ name: "estimate.create", operations: add("estimate") })).toEqual(["", "begun"]);
  expect(said({ name: "area.clone", operations: add("area") })).toEqual(["Living room", "copied"]);
  expect(
    said({
      name: "area.remove",
      operations: [{ op: "remove", entity: "area", id: "1", seen: {} }],
    }),
  ).toEqual(["Living room", "removed"]);
});
