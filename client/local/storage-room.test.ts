import { afterEach, expect, test, vi } from "vitest";
import { storageHints, storageRoom, type StorageHints } from "./storage-room.ts";

const GB = 1_000_000_000;
const tablet: StorageHints = {
  usage: 20_000_000,
  quota: 9 * GB,
  persisted: false,
  filesRefused: false,
  heapLimit: 2 * GB,
};

afterEach(() => vi.unstubAllGlobals());

test("a browser with no StorageManager says nothing, and that is no error", async () => {
  vi.stubGlobal("navigator", {});
  expect(storageRoom(await storageHints())).toBe("kept");
});

test.each<[string, Partial<StorageHints>, ReturnType<typeof storageRoom>]>([
  ["an ordinary tablet", {}, "kept"],
  ["a browser that says nothing", { usage: null, quota: null, heapLimit: null }, "kept"],
  ["less than 50 MB left", { usage: 9 * GB - 49_000_000 }, "low"],
  ["more than four fifths used", { usage: 7.3 * GB }, "low"],
  ["a small disk, nearly empty", { quota: 300_000_000, heapLimit: null }, "kept"],
  ["a private window of Chromium, by its quota", { quota: 1.2 * GB }, "ephemeral"],
  ["the same quota where the browser has promised", { quota: 1.2 * GB, persisted: true }, "kept"],
  ["a private window of Safari or Firefox", { filesRefused: true }, "ephemeral"],
])("%s", (_what, hints, room) => {
  expect(storageRoom({ ...tablet, ...hints })).toBe(room);
});
