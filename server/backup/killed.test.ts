import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextRevision, putRecords } from "../store/records.ts";
import { openStore, type Store, type StoreLocation } from "../store/store.ts";
import { storeKinds } from "../store/testing/store-kinds.ts";
import { customerFields, NOW } from "../sync/testing/estimate-fixtures.ts";
import { readBackup } from "./backup-file.ts";
import { makeBackup } from "./make-backup.ts";

/** Enough that copying takes longer than the kill does. */
const ROWS = 6000;
/** After the first sign of work; from its beginning to about its end. Milliseconds. */
const KILLED_AFTER = [0, 20, 60, 150];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-killed-"));
  mkdirSync(temporaryFolder());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Where the command puts what it works on, apart from those of other tests. */
const temporaryFolder = (): string => join(folder, "tmp");

/** What somebody works on, or was killed at. */
const unfinished = (place: string): readonly string[] =>
  readdirSync(place).filter((name) => name.startsWith("paintbox-unfinished-"));

const fill = (store: Store, company: string): Promise<void> =>
  store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
    const records = Array.from({ length: ROWS }, (_, index) => ({
      entity: "customer" as const,
      id: `n${index}`,
      fields: customerFields,
      deleted: false,
    }));
    await putRecords(tx, company, records, stamp);
  });

const companiesIn = async (store: Store): Promise<unknown> =>
  (
    await store.db
      .selectFrom("record")
      .select(["company_id", (column) => column.fn.countAll().as("count")])
      .groupBy("company_id")
      .execute()
  ).map((row) => [row.company_id, Number(row.count)]);

/** Runs the command and kills it some time after `begun` first says so. */
async function killed(
  location: StoreLocation,
  args: readonly string[],
  begun: () => boolean,
  after: number,
): Promise<void> {
  const env =
    "directory" in location
      ? { DATA_DIR: location.directory }
      : { DATABASE_URL: location.databaseUrl };
  const command = join(import.meta.dirname, "../paintbox.ts");
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...env, TMPDIR: temporaryFolder() },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  while (!begun() && child.exitCode === null) await pause(2);
  await pause(after);
  child.kill("SIGKILL");
  await exited;
}

describe.each(storeKinds.slice(0, 2))("on $name", (kind) => {
  test("a backup that is killed has no name, or is whole; the store promises no more than is there", async () => {
    const store = await kind.fresh();
    await fill(store, "live");
    for (const [index, after] of KILLED_AFTER.entries()) {
      const file = join(folder, `${index}.sqlite`);
      const left = unfinished(folder);
      const begun = () => unfinished(folder).some((name) => !left.includes(name));
      await killed(kind.location(), ["backup", file], begun, after);
      const rows = existsSync(file) ? readBackup(file).rows.get("record") : ROWS;
      expect(rows).toBe(ROWS);
      const clock = await store.db.selectFrom("clock").selectAll().executeTakeFirstOrThrow();
      const names = readdirSync(folder).filter((name) => name.endsWith(".sqlite"));
      expect(clock.backed_up_rev).toBeLessThanOrEqual(names.length === 0 ? 0 : clock.rev);
    }
    await makeBackup(kind.location(), join(folder, "last.sqlite"));
    expect(unfinished(folder)).toEqual([]);
    expect(await companiesIn(store)).toEqual([["live", ROWS]]);
    await store.close();
  }, 60_000);

  test("a restore that is killed has changed everything or nothing", async () => {
    const from = { directory: join(folder, "from") };
    const source = await openStore(from);
    await fill(source, "backup");
    const file = join(folder, "one.sqlite");
    await makeBackup(from, file);
    await source.close();
    const temporary = (): boolean => {
      const location = kind.location();
      return "directory" in location
        ? existsSync(join(location.directory, "paintbox.sqlite.restoring"))
        : unfinished(temporaryFolder()).some((name) => !left.includes(name));
    };
    let left: readonly string[] = [];
    let live = await kind.fresh();
    await fill(live, "live");
    for (const after of KILLED_AFTER) {
      await live.close();
      left = unfinished(temporaryFolder());
      await killed(kind.location(), ["restore", file, "--replace"], temporary, after);
      expect(unfinished(temporaryFolder()).length).toBeLessThanOrEqual(1);
      live = await openStore(kind.location());
      const [[company, count] = []] = [await companiesIn(live)].flatMap((rows) =>
        Array.isArray(rows) && rows.length === 1 ? rows : [],
      );
      expect(["live", "backup"]).toContain(company);
      expect(count).toBe(ROWS);
    }
    await live.close();
  }, 60_000);
});
