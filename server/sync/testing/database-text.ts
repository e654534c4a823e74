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

type Table = (typeof tables)[number];
type AnyRow = Readonly<Record<string, unknown>>;

/**
 * Everything in a database, table by table and row by row in a fixed order: equal texts, equal databases.
 *
 * @param counts which rows to look at; all when left out.
 */
export async function databaseText(
  store: Store,
  counts: (table: Table, row: AnyRow) => boolean = () => true,
): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows: readonly AnyRow[] = await store.db.selectFrom(table).selectAll().execute();
    const counted = rows.filter((row) => counts(table, row));
    parts.push(table, ...counted.map((row) => JSON.stringify(row)).toSorted());
  }
  return parts.join("\n");
}
