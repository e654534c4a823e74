import { expect, test } from "vitest";
import type { SyncState } from "../sync/sync-state.ts";
import { createSyncState } from "../sync/sync-state.ts";
import { en } from "../words/en.ts";
import { estimateFace } from "./estimate-face.ts";

const idle: SyncState = createSyncState().get();
const sending: SyncState = { ...idle, phase: "sending", sent: 3, total: 17 };

test("an estimate's way is told step by step", () => {
  expect(estimateFace("on-tablet", idle, en).text).toBe("On this tablet. Not sent yet.");
  expect(estimateFace("on-tablet", sending, en)).toMatchObject({
    state: "sending",
    text: "Sending 3 of 17",
  });
  expect(estimateFace("on-server", sending, en)).toMatchObject({ state: "done" });
  expect(estimateFace("refused", sending, en).state).toBe("held");
});
