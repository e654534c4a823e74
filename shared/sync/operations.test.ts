import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scalar } from "../estimate/entities.ts";
import {
  applyOperation,
  type Operation,
  overlayOperation,
  type RecordState,
} from "./operations.ts";

const id = "018f0000-0000-7000-8000-000000000001";
const value = fc.constantFrom<Scalar>("a", "b", "c", 1, null);
const field = fc.constantFrom("name", "note");
const target = { entity: "area", id } as const;

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({ name: value, note: value })
    .map((fields) => ({ op: "add" as const, ...target, fields })),
  fc
    .tuple(field, value, value)
    .map(([name, from, to]) => ({ op: "set" as const, ...target, field: name, from, to })),
  fc
    .record({ name: value, note: value })
    .map((seen) => ({ op: "remove" as const, ...target, seen })),
  fc.constant({ op: "restore" as const, ...target }),
);
const state: fc.Arbitrary<RecordState | undefined> = fc.option(
  fc.record({ fields: fc.record({ name: value, note: value }), deleted: fc.boolean() }),
  { nil: undefined },
);

test("a value is replaced only by an author who had seen it", () => {
  fc.assert(
    fc.property(state, operation, (before, change) => {
      const result = applyOperation(before, change);
      if (result.outcome !== "applied" || before === undefined) return;
      for (const [name, theirs] of Object.entries(before.fields)) {
        if (result.state.fields[name] === theirs) continue;
        expect(change).toMatchObject({ op: "set", field: name, from: theirs });
      }
    }),
  );
});

test("a record dies only under an author who had seen all of it", () => {
  fc.assert(
    fc.property(state, operation, (before, change) => {
      const result = applyOperation(before, change);
      if (result.outcome !== "applied" || before === undefined) return;
      if (result.state.deleted && !before.deleted)
        expect(change).toMatchObject({ op: "remove", seen: before.fields });
    }),
  );
});

test("the second delivery of an operation changes nothing", () => {
  fc.assert(
    fc.property(state, operation, (before, change) => {
      const first = applyOperation(before, change);
      if (first.outcome !== "applied") return;
      expect(applyOperation(first.state, change).outcome).toBe("noop");
    }),
  );
});

test("what does not apply is a clash that keeps both values, or a rejection", () => {
  expect(
    applyOperation(
      { fields: { name: "Kitchen" }, deleted: false },
      { op: "set", ...target, field: "name", from: "Room 1", to: "Hall" },
    ),
  ).toEqual({
    outcome: "clash",
    clash: { ...target, field: "name", base: "Room 1", theirs: "Kitchen", mine: "Hall" },
  });
  expect(applyOperation(undefined, { op: "restore", ...target })).toEqual({
    outcome: "rejected",
    reason: "missing_record",
  });
});

test("an edit of a record that was deleted meanwhile is kept as a clash", () => {
  const result = applyOperation(
    { fields: { name: "Kitchen" }, deleted: true },
    { op: "set", ...target, field: "name", from: "Kitchen", to: "Hall" },
  );
  expect(result).toMatchObject({ outcome: "clash", clash: { field: "*", mine: { name: "Hall" } } });
});

test("a removal need not have seen what only the server writes", () => {
  const removal = { op: "remove", ...target, seen: { name: "a", crm: "none" } } as const;
  const standing = { fields: { name: "a", crm: "sent" }, deleted: false };
  expect(applyOperation(standing, removal).outcome).toBe("clash");
  expect(applyOperation(standing, removal, new Set(["crm"])).outcome).toBe("applied");
});

test("the tablet shows its own author's wish, whatever the server would say", () => {
  fc.assert(
    fc.property(state, field, value, value, (before, name, from, to) => {
      fc.pre(before !== undefined);
      const shown = overlayOperation(before, { op: "set", ...target, field: name, from, to });
      expect(shown?.fields[name]).toBe(to);
    }),
  );
});
