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
  itemKind: "",
  addOn: "",
  street: "412 Alder St",
  city: "Dayton",
  priceBookId: "b1",
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

test("a job is known by its address, and its surfaces stand apart", () => {
  const walls = edit("coats", { subject: { ...subject, substrate: "walls" } });
  expect(queueGroups([edit("width"), walls], names)).toMatchObject([
    {
      street: "412 Alder St",
      city: "Dayton",
      priceBookId: "b1",
      places: [
        { place: "Living room", substrate: "", what: ["width"] },
        { place: "Living room", substrate: "walls", what: ["coats"] },
      ],
    },
  ]);
  const customer = edit("name", { name: "customer.edit", estimateId: "" });
  expect(queueGroups([customer], names)[0]).toMatchObject({ street: "", city: "" });
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
