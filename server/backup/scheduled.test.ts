import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog } from "../observe/log.ts";
import { KEPT, type ScheduledBackups, startScheduledBackups } from "./scheduled.ts";

const HOUR_MS = 60 * 60_000;

let folder: string;
let backups: string;
let lines: string[];
let running: ScheduledBackups | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-scheduled-"));
  backups = join(folder, "backups");
  mkdirSync(backups);
  lines = [];
  running = null;
});
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A backup that lies in the folder already. */
const lay = (name: string, at: number): void => {
  writeFileSync(join(backups, name), "rows");
  utimesSync(join(backups, name), at / 1000, at / 1000);
};

/** Stands for the command: it writes the file it is asked for. */
function start(): ScheduledBackups {
  const command = join(folder, "command.mjs");
  writeFileSync(
    command,
    `import { writeFileSync } from "node:fs";\nwriteFileSync(process.argv[3], process.argv[2]);`,
  );
  const output = { write: (line: string) => lines.push(line) };
  running = startScheduledBackups({
    directory: backups,
    everyHours: 24,
    clock: { now: Date.now },
    log: createLog({ info: output, error: output }, Date.now),
    command,
  });
  return running;
}
const events = (): string[] => lines.map((line) => JSON.parse(line).event);

test("a backup from an hour ago is recent; none is made", async () => {
  const at = Math.floor(Date.now() / 1000) * 1000 - HOUR_MS;
  lay("paintbox-20260101T000000Z.sqlite", at);
  const scheduled = start();
  expect(scheduled.report()).toEqual({ lastVerifiedAt: at, problem: null });
  await scheduled.stop();
  expect(readdirSync(backups)).toEqual(["paintbox-20260101T000000Z.sqlite"]);
  expect(lines).toEqual([]);
});

test("files dated in the future hold up no backup, are told once, and take nobody's place", async () => {
  const soon = Array.from(
    { length: KEPT },
    (_, index) => `paintbox-20990101T0000${10 + index}Z.sqlite`,
  );
  for (const name of soon) lay(name, Date.now() + 1000 * HOUR_MS);
  const scheduled = start();
  expect(scheduled.report().lastVerifiedAt).toBeNull();
  await expect.poll(events, { timeout: 20_000 }).toContain("backup.made");
  const told = lines.filter((line) => line.includes("backup.dated_in_future"));
  expect(told.length).toBe(KEPT);
  expect(told[0]).toContain('"level":"error"');
  expect(scheduled.report().lastVerifiedAt).toBeGreaterThan(Date.now() - HOUR_MS);
  expect(readdirSync(backups).length).toBe(KEPT + 1);
}, 30_000);

test("the newest stay, the oldest goes", async () => {
  const old = Array.from(
    { length: KEPT },
    (_, index) => `paintbox-20250101T0000${10 + index}Z.sqlite`,
  );
  for (const [index, name] of old.entries()) lay(name, Date.now() - (100 + index) * HOUR_MS);
  start();
  await expect.poll(events, { timeout: 20_000 }).toEqual(["backup.made"]);
  await expect.poll(() => readdirSync(backups).length).toBe(KEPT);
  expect(readdirSync(backups)).not.toContain(old.at(-1));
}, 30_000);

test("what a killed backup left is gone at the start, though none is due", async () => {
  lay("paintbox-20260101T000000Z.sqlite", Date.now() - HOUR_MS);
  mkdirSync(join(backups, "paintbox-unfinished-killed"));
  writeFileSync(join(backups, "paintbox-unfinished-killed", "copy.sqlite"), "half");
  await start().stop();
  expect(readdirSync(backups)).toEqual(["paintbox-20260101T000000Z.sqlite"]);
});

test("a folder that has gone, or cannot be read, is told and not made anew", async () => {
  rmSync(backups, { recursive: true });
  writeFileSync(backups, "no folder");
  const scheduled = start();
  expect(scheduled.report().lastVerifiedAt).toBeNull();
  await expect.poll(events).toContain("backup.failed");
  expect(scheduled.report().problem).not.toBeNull();
  await scheduled.stop();
  rmSync(backups);
  lines = [];
  mkdirSync(backups);
  lay("paintbox-20260101T000000Z.sqlite", Date.now() - HOUR_MS);
  await start().stop();
  expect(lines).toEqual([]);
});

test("a person's own backups beside those of the server are never taken away", async () => {
  const own = "paintbox-before-season-2026.sqlite";
  lay(own, Date.now() - 10_000 * HOUR_MS);
  for (let index = 10; index < 10 + KEPT; index += 1)
    lay(`paintbox-20250101T0000${index}Z.sqlite`, Date.now() - (100 + index) * HOUR_MS);
  start();
  await expect.poll(events, { timeout: 20_000 }).toEqual(["backup.made"]);
  await expect.poll(() => readdirSync(backups).length).toBe(KEPT + 1);
  expect(readdirSync(backups)).toContain(own);
}, 30_000);
