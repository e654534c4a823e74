import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { uuid } from "../sync/testing/estimate-fixtures.ts";
import { type Bus, PRESENCE_MS, type Sighting } from "./bus.ts";
import { createPresenceBoard, type PresenceBoard } from "./presence-board.ts";
import { createProcessBus } from "./process-bus.ts";

const COMPANY = "00D000000000001AAA";
const MARIA = "005000000000001AAA";
const SAM = "005000000000002AAA";

let bus: Bus;
let board: PresenceBoard;
let changed: string[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  bus = createProcessBus();
  board = createPresenceBoard(bus);
  changed = [];
  board.watch(COMPANY, (estimateId) => changed.push(estimateId));
});
afterEach(() => {
  board.close();
  vi.useRealTimers();
});

const seen = (userId: string, tab: number, beat: number, estimateId: string | null): Sighting => ({
  userId,
  name: userId === SAM ? "Sam Lee" : "Maria Ortiz",
  tabId: uuid(tab),
  beat,
  estimateId,
  remainingMs: PRESENCE_MS,
});
const names = (estimateId: string): readonly string[] =>
  board.people(COMPANY, estimateId).map(({ name }) => name);

test("people come, move on and leave; only what changed is told", () => {
  board.see(COMPANY, seen(MARIA, 1, 1, "e1"));
  board.see(COMPANY, seen(SAM, 2, 1, "e1"));
  expect(names("e1")).toEqual(["Maria Ortiz", "Sam Lee"]);
  board.see(COMPANY, seen(SAM, 2, 2, "e1"));
  expect(changed).toEqual(["e1", "e1"]);
  board.see(COMPANY, seen(SAM, 2, 3, "e2"));
  expect(changed).toEqual(["e1", "e1", "e1", "e2"]);
  expect([names("e1"), names("e2")]).toEqual([["Maria Ortiz"], ["Sam Lee"]]);
  expect(board.estimates(COMPANY)).toEqual(["e1", "e2"]);
  board.see(COMPANY, seen(SAM, 2, 4, null));
  expect(names("e2")).toEqual([]);
});

test("a person with two tabs is one person until the last is closed", () => {
  board.see(COMPANY, seen(SAM, 1, 1, "e1"));
  board.see(COMPANY, seen(SAM, 2, 1, "e1"));
  board.see(COMPANY, seen(SAM, 1, 2, null));
  expect(names("e1")).toEqual(["Sam Lee"]);
  expect(changed).toEqual(["e1"]);
  board.see(COMPANY, seen(SAM, 2, 2, null));
  expect(names("e1")).toEqual([]);
});

test("whoever is not heard of for 45 s has left, and not earlier", () => {
  board.see(COMPANY, seen(SAM, 1, 1, "e1"));
  vi.advanceTimersByTime(PRESENCE_MS - 1);
  board.see(COMPANY, seen(SAM, 1, 2, "e1"));
  vi.advanceTimersByTime(PRESENCE_MS - 1);
  expect(names("e1")).toEqual(["Sam Lee"]);
  vi.advanceTimersByTime(1);
  expect(names("e1")).toEqual([]);
  expect(changed).toEqual(["e1", "e1"]);
});

test("words that come twice or late change nothing", () => {
  board.see(COMPANY, seen(SAM, 1, 5, "e1"));
  board.see(COMPANY, seen(SAM, 1, 6, null));
  board.see(COMPANY, seen(SAM, 1, 5, "e1"));
  board.see(COMPANY, seen(SAM, 1, 6, "e1"));
  expect(names("e1")).toEqual([]);
  // And a late one does not make anybody stay longer.
  board.see(COMPANY, seen(SAM, 1, 7, "e1"));
  vi.advanceTimersByTime(PRESENCE_MS - 1);
  board.see(COMPANY, seen(SAM, 1, 7, "e1"));
  vi.advanceTimersByTime(1);
  expect(names("e1")).toEqual([]);
});

test("a tab's number in somebody else's mouth is somebody else's tab", () => {
  board.see(COMPANY, seen(SAM, 1, 1, "e1"));
  board.see(COMPANY, seen(MARIA, 1, 9, null));
  expect(names("e1")).toEqual(["Sam Lee"]);
});

test("another company sees nobody", () => {
  const elsewhere: string[] = [];
  board.watch("00D000000000009AAA", (estimateId) => elsewhere.push(estimateId));
  board.see(COMPANY, seen(SAM, 1, 1, "e1"));
  expect(elsewhere).toEqual([]);
  expect(board.people("00D000000000009AAA", "e1")).toEqual([]);
});

test("nobody there and nobody watching: nothing is remembered or listened for", () => {
  const subscribe = vi.spyOn(bus, "subscribe");
  const other = createPresenceBoard(bus);
  const left = vi.fn<() => void>();
  subscribe.mockReturnValueOnce(left);
  const unwatch = other.watch("00D000000000003AAA", () => undefined);
  unwatch();
  expect(left).toHaveBeenCalledOnce();
});
