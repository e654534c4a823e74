import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BackupFile, CLOCK_SKEW_MS, finishedBackups } from "./finished-backups.ts";

const NOW = Date.parse("2026-03-04T05:06:07Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-finished-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make = (name: string, at: number): void => {
  writeFileSync(join(folder, name), "rows");
  utimesSync(join(folder, name), at / 1000, at / 1000);
};
const names = (files: readonly BackupFile[]): string[] => files.map(({ path }) => basename(path));

test("are those of the server, the newest first; what is dated later than now, empty, a folder or a loop is none", () => {
  make("paintbox-20260101T000001Z.sqlite", NOW - 2000);
  make("paintbox-20260101T000002Z.sqlite", NOW - 1000);
  make("paintbox-20260101T000003Z.sqlite", NOW + CLOCK_SKEW_MS);
  make("paintbox-20260101T000004Z.sqlite", NOW + CLOCK_SKEW_MS + 1000);
  make("paintbox-unfinished-x", NOW);
  make("mine.sqlite", NOW);
  make("paintbox-before-season-2026.sqlite", NOW);
  writeFileSync(join(folder, "paintbox-20260101T000005Z.sqlite"), "");
  mkdirSync(join(folder, "paintbox-20260101T000006Z.sqlite"));
  symlinkSync("paintbox-20260101T000007Z.sqlite", join(folder, "paintbox-20260101T000007Z.sqlite"));
  const { made, fromTheFuture } = finishedBackups(folder, NOW);
  expect(names(made)).toEqual([
    "paintbox-20260101T000003Z.sqlite",
    "paintbox-20260101T000002Z.sqlite",
    "paintbox-20260101T000001Z.sqlite",
  ]);
  expect(made[1]?.at).toBe(NOW - 1000);
  expect(names(fromTheFuture)).toEqual(["paintbox-20260101T000004Z.sqlite"]);
});

test("are none where no folder is", () => {
  expect(finishedBackups(join(folder, "none"), NOW)).toEqual({ made: [], fromTheFuture: [] });
});
