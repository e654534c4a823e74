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

/** Everything in a database, table by table and row by row in a fixed order: equal texts, equal databases. */
export async function databaseText(store: Store): Promise<string> {
  const parts: string[] = [];
  for (const table of tables) {
    const rows = await store.db.selectFrom(table).selectAll().execute();
    parts.push(table, ...rows.map((row) => JSON.stringify(row)).toSorted());
  }
  return parts.join("\n");
}
