import { expect, test } from "vitest";
import { createSyncState, type SyncState } from "../../sync/sync-state.ts";
import { where } from "../../words/where.ts";
import { checkedWords } from "./checked-words.ts";

const w = where.en;
const offline: SyncState = { ...createSyncState().get(), phase: "offline" };

test("nobody has asked: nothing is said", () => {
  expect(checkedWords(null, offline, w)).toBeNull();
});

test("until the attempt has ended it is said that one is made", () => {
  expect(checkedWords(offline, offline, w)).toBe(w.whereChecking);
  expect(checkedWords(offline, { ...offline, phase: "receiving" }, w)).toBe(w.whereChecking);
});

test("with no signal, as before the tap, it is said all the same", () => {
  expect(checkedWords(offline, { ...offline }, w)).toBe(w.whereCheckedNoSignal);
  expect(checkedWords(offline, { ...offline, phase: "server-away" }, w)).toBe(
    w.whereCheckedNoServer,
  );
  expect(checkedWords(offline, { ...offline, phase: "idle" }, w)).toBe(w.whereChecked);
});
