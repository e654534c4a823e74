import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nextRevision, putRecords } from "../store/records.ts";
import { openStore, type Store, type StoreLocation } from "../store/store.ts";
import { storeKinds } from "../store/testing/store-kinds.ts";
import {
  addCustomer,
  customerFields,
  mutation,
  NOW,
  uuid,
} from "../sync/testing/estimate-fixtures.ts";
import { createTestApp } from "../sync/testing/test-app.ts";
import { BackupError } from "./backup-error.ts";
import { withDatabase } from "./backup-file.ts";
import { liveFile } from "./copy-sqlite.ts";
import { makeBackup } from "./make-backup.ts";
import { restore } from "./restore.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-backup-"));
  file = join(folder, "one.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clockOf = (store: Store) =>
  store.db.selectFrom("clock").selectAll().executeTakeFirstOrThrow();

/** Everything tablets and Salesforce depend on. */
const everything = (store: Store): Promise<unknown> =>
  store.read(async (tx) => ({
    records: await tx.selectFrom("record").selectAll().orderBy("rev").orderBy("id").execute(),
    log: await tx.selectFrom("mutation").selectAll().orderBy("seq").execute(),
    clients: await tx.selectFrom("client").selectAll().execute(),
    outbox: await tx.selectFrom("outbox").selectAll().execute(),
    checkpoints: await tx.selectFrom("checkpoint").selectAll().execute(),
  }));

async function fill(store: Store): Promise<void> {
  await createTestApp(store).push([mutation(1, 1, [addCustomer]), mutation(2, 2, [addCustomer])]);
  await store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
    const records = Array.from({ length: 1200 }, (_, index) => ({
      entity: "customer" as const,
      id: `n${index}`,
      fields: { ...customerFields, name: `Añil "${index}" 😀` },
      deleted: index % 7 === 0,
    }));
    await putRecords(tx, "ours", records, stamp);
    await tx
      .insertInto("checkpoint")
      .values({ company_id: "ours", name: "mirror", value: "{}" })
      .execute();
  });
}

const change = (statement: string) => (path: string) =>
  withDatabase(path, (database) => database.exec(statement));

/** Makes a file so many bytes longer, or shorter. */
const cut = (path: string, bytes: number): void => truncateSync(path, statSync(path).size + bytes);

const options = { now: NOW, replace: false };

describe.each(storeKinds)("a backup of $name", { timeout: 60_000 }, (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await kind.fresh();
    await fill(store);
  });
  afterEach(() => store.close());

  test("is one file, verified, and the store then says how far its log is backed up", async () => {
    const { rev } = await clockOf(store);
    const content = await makeBackup(kind.location(), file);
    expect(content).toMatchObject({ rev, epoch: 1 });
    expect(content.rows.get("record")).toBe(1201);
    expect(readdirSync(folder)).toEqual(["one.sqlite"]);
    expect(await clockOf(store)).toMatchObject({ rev, epoch: 1, backed_up_rev: rev });
  });

  test("restored into an empty SQLite is the same data in a new epoch", async () => {
    const before = await everything(store);
    const { rev } = await makeBackup(kind.location(), file);
    const location = { directory: join(folder, "restored") };
    const restored = await restore(location, file, options);
    expect(restored).toMatchObject({ epoch: Math.floor(NOW / 1000), keptAside: null });
    const copy = await openStore(location);
    expect(await everything(copy)).toEqual(before);
    expect(await clockOf(copy)).toMatchObject({ rev, epoch: restored.epoch, backed_up_rev: rev });
    await copy.close();
  });

  test("is made of one moment while tablets write", async () => {
    const over = new AbortController();
    const writing = (async () => {
      for (let index = 0; !over.signal.aborted; index += 1)
        await store.write(async (tx) => {
          const stamp = { rev: await nextRevision(tx), updatedBy: "test", now: NOW };
          const one = { entity: "customer" as const, fields: customerFields, deleted: false };
          await putRecords(tx, "a", [{ ...one, id: `w${index}` }], stamp);
          await putRecords(tx, "b", [{ ...one, id: `w${index}` }], stamp);
        });
    })();
    const { rev } = await makeBackup(kind.location(), file);
    over.abort();
    await writing;
    const [highest, odd] = withDatabase(file, (database) => [
      database.prepare("select max(rev) as rev from record").get()?.["rev"],
      database
        .prepare(
          "select rev from record where company_id in ('a', 'b') group by rev having count(*) <> 2",
        )
        .all(),
    ]);
    expect(highest).toBe(rev);
    expect(odd).toEqual([]);
    expect((await clockOf(store)).backed_up_rev).toBe(rev);
  });

  test("is refused over a file that is there and into a folder that is not; nothing moves", async () => {
    writeFileSync(file, "mine");
    await expect(makeBackup(kind.location(), file)).rejects.toThrow("exists already");
    const nowhere = join(folder, "no", "such.sqlite");
    await expect(makeBackup(kind.location(), nowhere)).rejects.toThrow("does not exist");
    expect(readdirSync(folder)).toEqual(["one.sqlite"]);
    expect((await clockOf(store)).backed_up_rev).toBe(0);
  });

  test("that is older does not take back what a newer one promised", async () => {
    await makeBackup(kind.location(), file);
    const { rev } = await store.write((tx) =>
      tx
        .updateTable("clock")
        .set({ backed_up_rev: 5000 })
        .returning("backed_up_rev as rev")
        .executeTakeFirstOrThrow(),
    );
    await makeBackup(kind.location(), join(folder, "two.sqlite"));
    expect((await clockOf(store)).backed_up_rev).toBe(rev);
  });
});

// What PgBouncer changes for a restore it changes for every write: store.test.ts runs behind it.
describe.each(storeKinds.slice(0, 2))("a restore into $name", { timeout: 60_000 }, (kind) => {
  let location: StoreLocation;
  /** A backup of an embedded store with a customer in it. */
  async function aBackup(): Promise<unknown> {
    const from = { directory: join(folder, "from") };
    const source = await openStore(from);
    await fill(source);
    await makeBackup(from, file);
    const content = await everything(source);
    await source.close();
    return content;
  }
  /** A live store with other data, and nobody running on it. */
  async function live(): Promise<void> {
    const store = await kind.fresh();
    location = kind.location();
    await createTestApp(store).push([mutation(9, 1, [{ ...addCustomer, id: "live" }])]);
    await store.write((tx) => tx.updateTable("clock").set({ epoch: 2_000_000_000 }).execute());
    await store.close();
  }
  const idsNow = async (): Promise<string[]> => {
    const store = await openStore(location);
    const rows = await store.db.selectFrom("mutation").select("id").orderBy("seq").execute();
    await store.close();
    return rows.map(({ id }) => id);
  };

  test("that is empty, and begins an epoch in which tablets start anew", async () => {
    const content = await aBackup();
    const store = await kind.fresh();
    await store.close();
    const restored = await restore(kind.location(), file, options);
    const opened = await openStore(kind.location());
    expect(await everything(opened)).toEqual(content);
    const pulled = await createTestApp(opened).pull(1);
    expect(pulled).toMatchObject({ reset: true, epoch: restored.epoch });
    await opened.close();
  });

  test("replaces what is there whole, above its epoch", async () => {
    const content = await aBackup();
    await live();
    const restored = await restore(location, file, { ...options, replace: true });
    expect(restored.epoch).toBe(2_000_000_001);
    const opened = await openStore(location);
    expect(await everything(opened)).toEqual(content);
    await opened.close();
    if (kind.name !== "SQLite") return;
    const aside = new DatabaseSync(restored.keptAside ?? "", { readOnly: true });
    expect(aside.prepare("select id from mutation").all()).toEqual([{ id: uuid(9) }]);
    aside.close();
  });

  test.each<[string, (file: string) => void, string]>([
    ["no database", (path) => writeFileSync(path, "x".repeat(9000)), "not a backup"],
    [
      "one with a damaged page",
      (path) =>
        withDatabase(path, (database) => {
          database.enableDefensive(false);
          database.exec("pragma writable_schema = on");
          database.exec("update sqlite_master set rootpage = 2 where name = 'record_by_rev'");
        }),
      "damaged",
    ],
    ["one without its last byte", (path) => cut(path, -1), "cut off"],
    ["one without its last page", (path) => cut(path, -4096), "cut off"],
    ["one with more behind it", (path) => cut(path, 1), "longer than it was"],
    ["one without a clock", change("delete from clock"), "clock has 0 rows"],
    [
      "one with two clocks",
      change("insert into clock select 2, rev, epoch, backed_up_rev, horizon_rev from clock"),
      "clock has 2 rows",
    ],
    ["one with a broken clock", change("update clock set rev = 'x'"), "clock has no rev"],
    ["one with half a revision", change("update clock set rev = rev + 0.5"), "clock has no rev"],
    ["one with a clock from below", change("update clock set epoch = -1"), "clock has no epoch"],
    ["one with another's clock", change("update clock set id = 7"), "not the one a server writes"],
    ["one whose clock is behind", change("update clock set rev = 1"), "behind its records"],
    ["one of no version", change("delete from kysely_migration"), "of which version"],
    [
      "one with a version left out",
      change("delete from kysely_migration where name like '0002%'"),
      "of which version",
    ],
    [
      "one of a newer version",
      change("insert into kysely_migration values ('9999-later', '')"),
      "newer Paintbox",
    ],
    [
      "one with a garbled record",
      change("update record set fields = replace(fields, '{', '[')"),
      "cannot be read",
    ],
    [
      "one without a table",
      change("drop table session_family"),
      "session_family.browser is missing",
    ],
    ["one without a column", change("alter table user drop column name"), "user.name is missing"],
    ["one without a table that is worked on", change("drop table outbox"), "outbox"],
    ["no file", (path) => rmSync(path), "no file"],
  ])("of %s is refused and changes nothing", async (_what, spoil, reason) => {
    await aBackup();
    spoil(file);
    await live();
    const refusal = restore(location, file, { ...options, replace: true });
    await expect(refusal).rejects.toThrow(BackupError);
    await expect(refusal).rejects.toThrow(reason);
    expect(await idsNow()).toEqual([uuid(9)]);
  });

  test("is refused while it would take data away unasked", async () => {
    await aBackup();
    await live();
    const store = await openStore(location);
    await expect(restore(location, file, options)).rejects.toThrow(
      kind.name === "SQLite" ? "server is running" : "--replace",
    );
    await store.close();
    expect(await idsNow()).toEqual([uuid(9)]);
  });
});

test("a database with its log beside it is restored with what only the log holds, and can be written to", async () => {
  const from = { directory: join(folder, "from") };
  const source = await openStore(from);
  await createTestApp(source).push([mutation(1, 1, [addCustomer])]);
  const whole = liveFile(from.directory);
  expect(statSync(`${whole}-wal`).size).toBeGreaterThan(0);
  for (const suffix of ["", "-wal"]) copyFileSync(`${whole}${suffix}`, `${file}${suffix}`);
  await source.close();
  chmodSync(file, 0o444);
  const location = { directory: join(folder, "live") };
  await restore(location, file, options);
  expect(statSync(liveFile(location.directory)).mode & 0o200).toBe(0o200);
  const restored = await openStore(location);
  const rows = await restored.db.selectFrom("mutation").select("id").execute();
  expect(rows).toEqual([{ id: uuid(1) }]);
  await restored.close();
});

test("a second restore within a second keeps its own copy of what was there", async () => {
  const location = { directory: join(folder, "live") };
  const ids: string[] = [];
  const kept: (string | null)[] = [];
  for (const number of [1, 2, 3]) {
    const store = await openStore(location);
    await createTestApp(store).push([mutation(number, 1, [{ ...addCustomer, id: `c${number}` }])], {
      tablet: uuid(100 + number),
    });
    await store.close();
    if (number === 1) await makeBackup(location, file);
    kept.push((await restore(location, file, options)).keptAside);
  }
  for (const aside of kept)
    withDatabase(aside ?? "", (database) => {
      const rows = database.prepare("select id from mutation order by id").all();
      ids.push(rows.map((row) => String(row["id"])).join(" "));
    });
  expect(ids).toEqual([uuid(1), `${uuid(1)} ${uuid(2)}`, `${uuid(1)} ${uuid(3)}`]);
});

test.each(["backup", "restore"])("a %s takes away what killed ones left", async (command) => {
  const temporary = join(folder, "tmp");
  const location = { directory: join(folder, "live") };
  const store = await openStore(location);
  await store.close();
  await makeBackup(location, file);
  const left = [temporary, folder].map((place) => join(place, "paintbox-unfinished-killed"));
  for (const path of left) {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "copy.sqlite"), "half");
  }
  vi.stubEnv("TMPDIR", temporary);
  if (command === "backup") await makeBackup(location, join(folder, "two.sqlite"));
  else await restore(location, file, options);
  vi.unstubAllEnvs();
  expect(left.filter((path) => existsSync(path))).toEqual(command === "backup" ? [] : [left[1]]);
  expect(existsSync(file)).toBe(true);
});

test("there is nothing to back up where no data is", async () => {
  const location = { directory: join(folder, "nothing") };
  await expect(makeBackup(location, file)).rejects.toThrow("no data");
  expect(existsSync(location.directory)).toBe(false);
});
