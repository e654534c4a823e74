import { expect, test } from "vitest";
import { isMessageToWorker, isShellStatus } from "./sw-messages.ts";

test("the worker obeys its two messages and no other", () => {
  expect(isMessageToWorker({ type: "SKIP_WAITING" })).toBe(true);
  expect(isMessageToWorker({ type: "STATUS" })).toBe(true);
  for (const other of [undefined, null, "STATUS", {}, { type: "CACHE_URLS" }, { type: 1 }]) {
    expect(isMessageToWorker(other)).toBe(false);
  }
});

test("an answer of another build is not taken for a status", () => {
  expect(isShellStatus({ type: "STATUS", complete: true, files: 20, missing: 0 })).toBe(true);
  expect(isShellStatus({ type: "STATUS", complete: "yes", files: 20, missing: 0 })).toBe(false);
  expect(isShellStatus({ type: "STATUS" })).toBe(false);
  expect(isShellStatus(null)).toBe(false);
});
