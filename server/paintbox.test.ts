import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBackup } from "./backup/backup-file.ts";
import { openStore } from "./store/store.ts";

let folder: string;
let data: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-command-"));
  data = join(folder, "data");
  file = join(folder, "one.sqlite");
  const store = await openStore({ directory: data });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command for somebody who does not listen. */
async function unheard(...args: readonly string[]) {
  const command = join(import.meta.dirname, "paintbox.ts");
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env["PATH"], DATA_DIR: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { stderr, code };
}

test("finishes its work and ends quietly when nobody reads what it says", async () => {
  expect(await unheard("backup", file)).toEqual({ stderr: "", code: 0 });
  expect(readBackup(file).epoch).toBe(1);
  expect(await unheard("restore", file)).toEqual({ stderr: "", code: 0 });
  const store = await openStore({ directory: data });
  const { epoch } = await store.db.selectFrom("clock").select("epoch").executeTakeFirstOrThrow();
  await store.close();
  expect(epoch).toBeGreaterThan(1);
}, 60_000);

test("fails with 1 and its reason all the same", async () => {
  const broken = join(folder, "broken.sqlite");
  writeFileSync(broken, "x".repeat(9000));
  const { stderr, code } = await unheard("restore", broken);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^paintbox: .*broken\.sqlite is not a backup of Paintbox/);
  expect(stderr).not.toContain("    at ");
}, 60_000);
