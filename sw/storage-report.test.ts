import { expect, test } from "vitest";
import { chargeOf } from "../shared/cache-budget.ts";
import { isStorageReport } from "../shared/sw-messages.ts";
import { entryKey } from "./ledger.ts";
import { storageReport } from "./storage-report.ts";
import { smallCache } from "./testing/small-cache.ts";

const MINE = "https://tablet/mine.js";
const entry = (area: "images" | "static", bytes: number) => ({
  key: entryKey(area, "x"),
  area,
  url: "x",
  bytes,
  usedAt: 0,
});
const shell = smallCache({ [MINE]: 100, "https://tablet/next.js": 50, "https://tablet/n.css": 7 });

test("each byte is said of what it is for", async () => {
  const entries = async () => [entry("images", 10), entry("images", 20), entry("static", 5)];
  const report = await storageReport({ shell, addresses: [MINE], entries });
  expect(report).toEqual({
    type: "STORAGE",
    capBytes: 25_000_000,
    app: { files: 1, bytes: chargeOf(100) },
    update: { files: 2, bytes: chargeOf(50) + chargeOf(7) },
    photos: { files: 2, bytes: 30 },
    older: { files: 1, bytes: 5 },
  });
  expect(isStorageReport(report)).toBe(true);
});

test("where the worker can have no database the app is told of all the same", async () => {
  const entries = () => Promise.reject(new Error("no databases here"));
  const { app, photos } = await storageReport({ shell, addresses: [MINE], entries });
  expect([app.files, photos.files]).toEqual([1, 0]);
});
