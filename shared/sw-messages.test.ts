import { expect, test } from "vitest";
import { isMessageToWorker, isShellStatus, isStorageReport } from "./sw-messages.ts";

test("the worker obeys its messages and no other", () => {
  for (const type of [
    "SKIP_WAITING",
    "STATUS",
    "STORAGE",
    "FREE_PHOTOS",
    "FORGET",
    "SHARED",
    "FORGET_SHARED",
    "SHARED_PHOTOS",
  ])
    expect(isMessageToWorker({ type })).toBe(true);
  for (const who of ["erin", null]) expect(isMessageToWorker({ type: "WHO", who })).toBe(true);
  expect(isMessageToWorker({ type: "SHARED_PHOTO", id: "1" })).toBe(true);
  expect(isMessageToWorker({ type: "FORGET_SHARED_PHOTOS", ids: ["1"] })).toBe(true);
  expect(isMessageToWorker({ type: "SHARED_PHOTO" })).toBe(false);
  expect(isMessageToWorker({ type: "FORGET_SHARED_PHOTOS", ids: [1] })).toBe(false);
  const others = [undefined, null, "STATUS", {}, { type: "CACHE_URLS" }, { type: 1 }];
  for (const other of [...others, { type: "WHO" }, { type: "WHO", who: 1 }]) {
    expect(isMessageToWorker(other)).toBe(false);
  }
});

test("what another build says of storage is not half believed", () => {
  const share = { files: 1, bytes: 1024 };
  const report = { type: "STORAGE", capBytes: 1, app: share, update: share, photos: share };
  expect(isStorageReport({ ...report, older: share })).toBe(true);
  expect(isStorageReport(report)).toBe(false);
  expect(isStorageReport({ ...report, older: { files: 1 } })).toBe(false);
});

test("an answer of another build is not taken for a status", () => {
  expect(isShellStatus({ type: "STATUS", complete: true, files: 20, missing: 0 })).toBe(true);
  expect(isShellStatus({ type: "STATUS", complete: "yes", files: 20, missing: 0 })).toBe(false);
  expect(isShellStatus({ type: "STATUS" })).toBe(false);
  expect(isShellStatus(null)).toBe(false);
});
