import { expect, test } from "vitest";
import { createSyncState, type SyncState } from "../sync/sync-state.ts";
import { en } from "../words/en.ts";
import { syncFace } from "./sync-face.ts";

const counted: SyncState = { ...createSyncState().get(), waiting: 0, photos: 0 };

test("says nothing before it knows: unsent work may be there", () => {
  expect(syncFace(createSyncState().get(), 0, en)).toBeNull();
  expect(syncFace(counted, undefined, en)).toBeNull();
});

test.each([
  ["a refused edit before everything else", { waiting: 3, phase: "sending", total: 3 }, 1, "held"],
  ["unsent work, also while offline", { waiting: 1, phase: "offline" }, 0, "saved"],
  [
    "how far a longer sending has come",
    { waiting: 2, phase: "sending", sent: 1, total: 3 },
    0,
    "sending",
  ],
  ["offline with everything sent, as any other day", { phase: "offline" }, 0, "done"],
  ["a sign-in that has run out", { phase: "signed-out" }, 0, "held"],
  ["a fault that waiting does not help", { phase: "fault", fault: "refused" }, 0, "held"],
] as const)("names %s", (_what, part, rejected, state) => {
  expect(syncFace({ ...counted, ...part }, rejected, en)).toMatchObject({ state });
});

test("a photo that is here only is unsent work, and one that cannot be sent needs a person", () => {
  expect(syncFace({ ...counted, photos: null }, 0, en)).toBeNull();
  const waits = { ...counted, phase: "offline", photos: 2 } as const;
  expect(syncFace(waits, 0, en)).toEqual({ state: "saved", text: en.syncLocal });
  expect(syncFace({ ...waits, stuck: 1 }, 1, en)).toEqual({
    state: "held",
    text: en.syncHeld(2),
  });
});

test("a question is no failure", () => {
  const asked = { ...counted, phase: "fault", fault: "removal" } as const;
  expect(syncFace(asked, 0, en)).toEqual({ state: "held", text: "A question for you" });
});

test("tells the share that has been sent", () => {
  const sending = { ...counted, waiting: 2, phase: "sending", sent: 1, total: 4 } as const;
  expect(syncFace(sending, 0, en)).toEqual({
    state: "sending",
    text: en.syncSent(1, 4),
    progress: 0.25,
  });
});

test("does not call safe what a private window throws away", () => {
  const waiting = { ...counted, waiting: 2 };
  expect(syncFace(waiting, 0, en)).toEqual({ state: "saved", text: en.syncLocal });
  expect(syncFace(waiting, 0, en, false)).toEqual({ state: "held", text: en.syncInWindow });
});
