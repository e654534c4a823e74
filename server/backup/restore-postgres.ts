import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql, type Transaction } from "kysely";
import { LONG_STATEMENT_TIMEOUT_MS } from "../store/postgres-pool.ts";
import { inTurn, openPostgres, openPostgresStore } from "../store/postgres-store.ts";
import type { Database } from "../store/schema.ts";
import { BackupError } from "./backup-error.ts";
import { type BackupContent, columnNames, type Row, tableNames } from "./backup-file.ts";
import { nextEpoch, prepareCopy, type Restored, type RestoreOptions } from "./prepare-copy.ts";
import { openWorkFolder } from "./work-folder.ts";

type Tx = Transaction<Database>;

/** Rows one statement writes: 18 values each at the most, far below Postgres' 65,535. */
const ROWS_PER_STATEMENT = 500;

/**
 * Restores into a Postgres in one transaction. Servers may run on it: their writes wait for the end and
 * then find the new epoch; their reads see the data before or the data after.
 */
export async function restorePostgres(
  databaseUrl: string,
  file: string,
  options: RestoreOptions,
): Promise<Restored> {
  const work = openWorkFolder(tmpdir());
  try {
    const copy = join(work.path, "copy.sqlite");
    const content = await prepareCopy(file, copy);
    // Makes the tables, or brings them up to date.
    const store = await openPostgresStore(databaseUrl, { patienceMs: 5000 });
    await store.close();
    const db = openPostgres(databaseUrl, LONG_STATEMENT_TIMEOUT_MS);
    const source = new DatabaseSync(copy, { readOnly: true });
    try {
      const epoch = await inTurn(db, (tx) => load(tx, source, content, options));
      return { content, epoch, keptAside: null };
    } finally {
      source.close();
      await db.destroy();
    }
  } finally {
    work.close();
  }
}

/** @returns the epoch that begins. */
async function load(
  tx: Tx,
  source: DatabaseSync,
  content: BackupContent,
  { now, replace }: RestoreOptions,
): Promise<number> {
  const tables = tableNames(source).filter((table) => table !== "clock");
  if (!replace) await assertEmpty(tx, tables);
  // Deleted and not truncated: a pull that reads meanwhile keeps its snapshot.
  for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(tx);
  for (const table of tables) await loadTable(tx, source, table);
  return setClock(tx, source, content, now);
}

/** The clock's row stays, for its lock; what it says comes from the backup, but for the epoch. */
async function setClock(
  tx: Tx,
  source: DatabaseSync,
  content: BackupContent,
  now: number,
): Promise<number> {
  const live = await tx.selectFrom("clock").select("epoch").executeTakeFirstOrThrow();
  const epoch = nextEpoch(content.epoch, live.epoch, now);
  const row: Row = {
    ...source.prepare("select * from clock where id = 1").get(),
    epoch,
    backed_up_rev: content.rev,
  };
  const columns = columnNames(source, "clock");
  const set = columns.map((column) => sql`${sql.ref(column)} = ${row[column] ?? null}`);
  await sql`update clock set ${sql.join(set)} where id = ${row["id"] ?? 1}`.execute(tx);
  return epoch;
}

async function assertEmpty(tx: Tx, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0)
      throw new BackupError(
        "The database holds data already. Restore into an empty one, or add --replace to replace it.",
      );
  }
}

async function loadTable(tx: Tx, source: DatabaseSync, table: string): Promise<void> {
  const columns = columnNames(source, table);
  let rows: Row[] = [];
  for (const row of source.prepare(`select * from "${table}"`).iterate()) {
    rows.push(row);
    if (rows.length < ROWS_PER_STATEMENT) continue;
    await insertRows(tx, table, columns, rows);
    rows = [];
  }
  if (rows.length > 0) await insertRows(tx, table, columns, rows);
}

async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`,
  );
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(tx);
}
