import { expect, test } from "vitest";
import type { HistoryEntry } from "../../../shared/sync/archive.ts";
import type { OwnEdit } from "../../local/queries/own-edits.ts";
import { toldEdits as toldTo } from "./told-edits.ts";

const set = (from: string, to: string, field = "width") =>
  ({ op: "set", entity: "area", id: "a1", field, from, to }) as const;
const entry = (id: string, part: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id,
  name: "area.edit",
  userName: "Sam Lee",
  at: `2026-05-04T08:0${id}:00.000Z`,
  atServer: `2026-05-04T08:0${id}:00.000Z`,
  outcome: "applied",
  reason: null,
  operations: [set("", id, `f${id}`)],
  ...part,
});
const own = (id: string, state: OwnEdit["state"]): OwnEdit => ({
  id,
  name: "area.edit",
  at: `2026-05-04T08:0${id}:00.000Z`,
  operations: [set("", id, `f${id}`)],
  state,
});
const toldEdits = (
  edits: readonly OwnEdit[],
  entries: readonly HistoryEntry[] | null,
  isComplete: boolean,
) => toldTo(edits, "Sam Lee", entries, isComplete);
const ids = (edits: readonly { readonly id: string }[]) => edits.map(({ id }) => id);

test("with no answer, what this tablet knows, with its state", () => {
  const told = toldEdits([own("3", "saved"), own("2", "answered")], null, true);
  expect(told.map(({ userName, standing }) => [userName, standing])).toEqual([
    ["Sam Lee", "here"],
    ["Sam Lee", "sent"],
  ]);
});

test("what the server tells is told once, after what it has not heard of", () => {
  const told = toldEdits([own("3", "saved"), own("2", "answered")], [entry("2"), entry("1")], true);
  expect(ids(told)).toEqual(["3", "2", "1"]);
  expect(told[1]).toMatchObject({ userName: "Sam Lee", standing: "on-server" });
});

test("a person is called the same before and after an edit was sent", () => {
  const names = [null, [entry("2")]].map((entries) =>
    toldEdits([own("2", "answered")], entries, true).map(({ userName }) => userName),
  );
  expect(names).toEqual([["Sam Lee"], ["Sam Lee"]]);
});

test("own edits from before the oldest page wait for their page", () => {
  const told = toldEdits([own("1", "answered")], [entry("3"), entry("2")], false);
  expect(ids(told)).toEqual(["3", "2"]);
});

test("keys of one field are one change", () => {
  const keys = [
    entry("3", { operations: [set("12", `12'6"`)] }),
    entry("2", { operations: [set("1", "12")] }),
    entry("1", { operations: [set("", "1")] }),
  ];
  expect(toldEdits([], keys, true)).toMatchObject([{ operations: [set("", `12'6"`)] }]);
});

test("of two people, or where another value stood between, nothing is joined", () => {
  const others = [
    entry("3", { operations: [set("12", "13")] }),
    entry("2", { operations: [set("11", "12")], userName: "Erin Vega" }),
    entry("1", { operations: [set("9", "10")], userName: "Erin Vega" }),
  ];
  expect(toldEdits([], others, true)).toHaveLength(3);
});
