import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";

const tables = [
  "clock",
  "company",
  "user",
  "session",
  "sign_in",
  "client",
  "mutation",
  "record",
  "estimate_touch",
  "outbox",
  "checkpoint",
  "mirror_row",
] as const satisfies readonly (keyof Database)[];

export interface DatabaseRow {
  readonly table: (typeof tables)[number];
  readonly row: Readonly<Record<string, unknown>>;
}

/** Every row of every table. */
export async function databaseRows(store: Store): Promise<readonly DatabaseRow[]> {
  const all: DatabaseRow[] = [];
  for (const table of tables) {
    const rows: readonly DatabaseRow["row"][] = await store.db
      .selectFrom(table)
      .selectAll()
      .execute();
    all.push(...rows.map((row) => ({ table, row })));
  }
  return all;
}

/** Rows as a text, in a fixed order: equal texts, equal rows. */
export const textOf = (rows: readonly DatabaseRow[]): string =>
  rows
    .map(({ table, row }) => `${table} ${JSON.stringify(row)}`)
    .toSorted()
    .join("\n");

/** Everything in a database: equal texts, equal databases. */
export const databaseText = async (store: Store): Promise<string> =>
  textOf(await databaseRows(store));
