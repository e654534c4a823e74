import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkFolder, takeAwayUnfinished } from "./work-folder.ts";

const module = join(import.meta.dirname, "work-folder.ts");

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "paintbox-work-"));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** A process that opens a folder, says so, and stays. */
async function another() {
  const script = `
    import { writeFileSync } from "node:fs";
    const { openWorkFolder } = await import(${JSON.stringify(module)});
    const { path } = openWorkFolder(${JSON.stringify(parent)});
    writeFileSync(path + "/copy.sqlite", "half");
    console.log(path);
    process.on("SIGTERM", () => process.exit(1));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await once(child, "exit");
  };
  return { path: String(line), end };
}

test("is gone with all that is in it when it is closed", () => {
  const { path, close } = openWorkFolder(parent);
  writeFileSync(join(path, "copy.sqlite"), "half");
  close();
  expect(readdirSync(parent)).toEqual([]);
});

test("of a killed process is taken away; of a living one it stays, however old it looks", async () => {
  const mine = openWorkFolder(parent);
  const living = await another();
  const dead = await another();
  await dead.end("SIGKILL");
  expect(existsSync(dead.path)).toBe(true);
  utimesSync(living.path, 0, 0);
  takeAwayUnfinished(parent);
  const names = readdirSync(parent).map((name) => join(parent, name));
  expect(names.toSorted()).toEqual([mine.path, living.path].toSorted());
  expect(existsSync(join(living.path, "copy.sqlite"))).toBe(true);
  await living.end("SIGTERM");
  expect(existsSync(living.path)).toBe(false);
  mine.close();
});

test("what was killed before its lock, or is dated in the future, goes too; nothing else does", () => {
  const far = Date.now() / 1000 + 1e8;
  for (const name of ["paintbox-unfinished-early", "paintbox-unfinished-late", "other"])
    mkdirSync(join(parent, name));
  utimesSync(join(parent, "paintbox-unfinished-late"), far, far);
  writeFileSync(join(parent, "paintbox-20260101T000000Z.sqlite"), "a backup");
  writeFileSync(join(parent, "paintbox-unfinished-notes.txt"), "mine");
  symlinkSync(join(parent, "other"), join(parent, "paintbox-unfinished-link"));
  takeAwayUnfinished(parent);
  expect(readdirSync(parent)).toEqual([
    "other",
    "paintbox-20260101T000000Z.sqlite",
    "paintbox-unfinished-link",
    "paintbox-unfinished-notes.txt",
  ]);
  expect(readdirSync(join(parent, "other"))).toEqual([]);
});

test("nobody who cleans takes away one that was just made", async () => {
  const cleaner = new Worker(
    `const { workerData } = require("node:worker_threads");
     import(workerData.module).then(({ takeAwayUnfinished }) => {
       const moment = new Int32Array(new SharedArrayBuffer(4));
       for (;;) {
         takeAwayUnfinished(workerData.parent);
         Atomics.wait(moment, 0, 0, 0.2);
       }
     });`,
    { eval: true, workerData: { module, parent } },
  );
  await once(cleaner, "online");
  const until = performance.now() + 1500;
  let lost = 0;
  while (performance.now() < until) {
    const { path, close } = openWorkFolder(parent);
    await pause(1);
    if (!existsSync(join(path, "in-use.lock"))) lost += 1;
    close();
  }
  await cleaner.terminate();
  expect(lost).toBe(0);
}, 30_000);

test("a place that cannot be written is named", () => {
  const nowhere = join(parent, "nowhere");
  expect(() => openWorkFolder(nowhere)).toThrow(`${nowhere} (ENOENT)`);
  expect(() => takeAwayUnfinished(nowhere)).not.toThrow();
});
