import { expect, test } from "vitest";
import type { QueuedEdit } from "../../local/queries/queue.ts";
import { queueGroups } from "./queue-groups.ts";

const subject = {
  estimateId: "e1",
  areaId: "a1",
  customerName: "Amara Ramírez",
  areaName: "Living room",
  substrate: "",
  itemLabel: "",
  priceBookId: null,
};
const edit = (field: string, part: Partial<QueuedEdit> = {}): QueuedEdit => ({
  id: field,
  name: "area.edit",
  operations: [{ op: "set", entity: "area", id: "a1", field, from: "", to: "1" }],
  at: "2026-05-04T08:00:00.000Z",
  estimateId: "e1",
  state: "offered",
  subject,
  ...part,
});
const names = {
  place: ({ subject: { areaName } }: QueuedEdit) => areaName,
  what: ({ operations }: QueuedEdit) =>
    operations[0]?.op === "set" ? operations[0].field : "record",
};

test("edits of one room are one line, each field once", () => {
  const groups = queueGroups([edit("width"), edit("doors"), edit("width")], names);
  expect(groups).toMatchObject([
    {
      kind: "estimate",
      customerName: "Amara Ramírez",
      estimateId: "e1",
      places: [{ place: "Living room", what: ["width", "doors"], count: 3 }],
    },
  ]);
});

test("customers and the price book have groups of their own", () => {
  const customer = edit("name", { name: "customer.edit", estimateId: "" });
  const book = edit("value", { name: "book.edit", estimateId: "draft" });
  expect(queueGroups([customer, book], names).map(({ kind }) => kind)).toEqual([
    "customers",
    "price-book",
  ]);
});

test("a group is as far as its last edit", () => {
  const mixed = [edit("width"), edit("doors", { state: "saved" })];
  expect(queueGroups(mixed, names)[0]?.state).toBe("saved");
  expect(queueGroups([edit("width", { state: "answered" })], names)[0]?.state).toBe("answered");
});
