import type { Database } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";

/** A table that is missing here does not compile. */
const byName: Readonly<Record<keyof Database, true>> = {
  clock: true,
  company: true,
  user: true,
  session_family: true,
  seen_proof: true,
  pairing: true,
  audit: true,
  escrow: true,
  sign_in: true,
  client: true,
  mutation: true,
  record: true,
  estimate_touch: true,
  outbox: true,
  checkpoint: true,
  mirror_row: true,
  presence: true,
  companycam_grant: true,
  companycam_project: true,
  companycam_event: true,
  photo_upload: true,
  photo_chunk: true,
  task: true,
  salesforce_session: true,
};
const isTable = (name: string): name is keyof Database => Object.hasOwn(byName, name);
const tables: readonly (keyof Database)[] = Object.keys(byName).filter(isTable);

export interface DatabaseRow {
  readonly table: keyof Database;
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
