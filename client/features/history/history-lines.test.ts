import { expect, test } from "vitest";
import type { AnyFields } from "../../../shared/estimate/record.ts";
import type { Operation } from "../../../shared/sync/operations.ts";
import { edits } from "../../words/edits.ts";
import { en } from "../../words/en.ts";
import { history } from "../../words/history.ts";
import { historyLines } from "./history-lines.ts";

const parts: Readonly<Record<string, AnyFields>> = {
  a1: { name: "Living room" },
  s1: { areaId: "a1", substrate: "walls" },
};
const speech = {
  t: { ...en, ...edits.en },
  w: history.en,
  valueWords: (field: string, value: string | number) =>
    field === "substrate" && value === "walls" ? "Walls" : undefined,
  fieldsOf: (id: string) => parts[id],
};
const width: Operation = {
  op: "set",
  entity: "area",
  id: "a1",
  field: "width",
  from: "12'",
  to: `12'6"`,
};

test("a measure: where, which, before and after", () => {
  expect(historyLines({ name: "area.edit", operations: [width] }, speech)).toEqual([
    { place: "Living room", what: "Width", from: "12'", to: `12'6"` },
  ]);
});

test("a room comes and goes in one line, whatever is in it", () => {
  const room: Operation = { op: "add", entity: "area", id: "a2", fields: { name: "Hall" } };
  const ceiling: Operation = {
    op: "add",
    entity: "surface",
    id: "s2",
    fields: { areaId: "a2", substrate: "ceiling" },
  };
  expect(historyLines({ name: "area.add", operations: [room, ceiling] }, speech)).toEqual([
    { place: "Hall", what: "Added", from: null, to: null },
  ]);
  const gone: Operation = { op: "remove", entity: "area", id: "a1", seen: {} };
  const walls: Operation = { op: "remove", entity: "surface", id: "s1", seen: {} };
  expect(historyLines({ name: "area.remove", operations: [walls, gone] }, speech)).toEqual([
    { place: "Living room", what: "Removed", from: null, to: null },
  ]);
});

test("a surface alone has a line of its own", () => {
  const walls: Operation = { op: "remove", entity: "surface", id: "s1", seen: {} };
  expect(historyLines({ name: "surface.remove", operations: [walls] }, speech)).toMatchObject([
    { place: "Living room · Walls", what: "Removed" },
  ]);
});

test("settling says so, and what became of the field", () => {
  const closed: Operation = {
    op: "set",
    entity: "conflict",
    id: "c1",
    field: "state",
    from: "open",
    to: "resolved",
  };
  const lines = historyLines({ name: "conflict.resolve", operations: [closed, width] }, speech);
  expect(lines.map(({ what }) => what)).toEqual([history.en.historySettled, "Width"]);
});

test("who took an estimate over", () => {
  const operations: Operation[] = [
    { op: "set", entity: "estimate", id: "e", field: "estimatorName", from: "Erin", to: "Sam" },
  ];
  expect(historyLines({ name: "estimate.assign", operations }, speech)).toMatchObject([
    { what: history.en.historyTookOver, to: "Sam" },
  ]);
});

test("a take-over that is undone names both, and shows no ids", () => {
  const set = (field: string, from: string, to: string): Operation => ({
    op: "set",
    entity: "estimate",
    id: "e",
    field,
    from,
    to,
  });
  const operations = [
    set("estimatorId", "005Pb1", "005Pb2"),
    set("estimatorName", "Sam Lee", "Erin Vega"),
  ];
  expect(historyLines({ name: "edit.undo", operations }, speech)).toEqual([
    { place: "", what: "Estimator", from: "Sam Lee", to: "Erin Vega" },
  ]);
});

test("an estimate that went or came back is named, also by undo", () => {
  const gone: Operation[] = [{ op: "remove", entity: "estimate", id: "e", seen: {} }];
  expect(historyLines({ name: "estimate.remove", operations: gone }, speech)).toMatchObject([
    { place: "", what: "Removed the estimate" },
  ]);
  const back: Operation[] = [{ op: "restore", entity: "estimate", id: "e" }];
  expect(historyLines({ name: "edit.undo", operations: back }, speech)).toMatchObject([
    { place: "", what: "Brought the estimate back" },
  ]);
});

test("what nobody sees leaves no line", () => {
  const operations: Operation[] = [
    { op: "set", entity: "estimate", id: "e", field: "createdAt", from: "", to: "now" },
  ];
  expect(historyLines({ name: "estimate.edit", operations }, speech)).toEqual([]);
});
