import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { type Kysely, sql, type Transaction } from "kysely";
import { migrate } from "../store/migrations.ts";
import { openPostgres, snapshot } from "../store/postgres-store.ts";
import { LONG_STATEMENT_TIMEOUT_MS } from "../store/postgres-pool.ts";
import type { Database } from "../store/schema.ts";
import { openWriter } from "../store/sqlite-store.ts";
import { BackupError } from "./backup-error.ts";
import { columnNames, type Row, tableNames, withDatabase } from "./backup-file.ts";

type Tx = Transaction<Database>;

/** Rows fetched at once: some 500 KB of documents. */
const ROWS_AT_ONCE = 500;

/** Copies every table of a Postgres, as they are at one moment, into a new SQLite file. */
export async function copyPostgres(databaseUrl: string, to: string): Promise<void> {
  await createTables(to);
  const db = openPostgres(databaseUrl, LONG_STATEMENT_TIMEOUT_MS);
  try {
    await snapshot(db, async (tx) => {
      await assertSameTables(tx, to);
      const target = new DatabaseSync(to);
      try {
        // Until it is whole nobody looks at the file, and one that is not whole is thrown away.
        target.exec("pragma journal_mode = off; pragma synchronous = off; begin");
        for (const table of tableNames(target)) await copyTable(tx, target, table);
        target.exec("commit");
      } finally {
        target.close();
      }
    });
  } finally {
    await db.destroy();
  }
}

async function createTables(file: string): Promise<void> {
  const db = openWriter(file);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
  withDatabase(file, (database) =>
    database.exec("pragma journal_mode = delete; delete from clock"),
  );
}

const readMigrations = async (db: Kysely<Database>): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows
    .map((row) => row.name)
    .toSorted()
    .join(" ");
};

async function assertSameTables(tx: Tx, file: string): Promise<void> {
  const live = await readMigrations(tx).catch(() => "");
  const ours = withDatabase(file, (database) =>
    database
      .prepare("select name from kysely_migration")
      .all()
      .map((row) => String(row["name"]))
      .toSorted()
      .join(" "),
  );
  if (live === ours) return;
  throw new BackupError(
    live === ""
      ? "There are no tables of Paintbox in that database: nothing to back up."
      : "The database was migrated by another version of Paintbox. Back it up with that version.",
  );
}

async function copyTable(tx: Tx, target: DatabaseSync, table: string): Promise<void> {
  const columns = columnNames(target, table);
  const list = columns.map((column) => `"${column}"`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  const insert = target.prepare(`insert into "${table}" (${list}) values (${marks})`);
  await sql`declare backup_rows no scroll cursor for select * from ${sql.table(table)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Row>`
      fetch forward ${sql.lit(ROWS_AT_ONCE)} from backup_rows`.execute(tx);
    for (const row of rows)
      insert.run(...columns.map((column): SQLInputValue => row[column] ?? null));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close backup_rows`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(tx);
  const copied = target.prepare(`select count(*) as count from "${table}"`).get()?.["count"];
  if (copied !== rows[0]?.count)
    throw new BackupError(
      `The copy of ${table} has ${String(copied)} rows, not ${String(rows[0]?.count)}.`,
    );
}
