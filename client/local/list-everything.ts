import type { Transaction } from "dexie";
import { listedRow } from "./listed.ts";
import type { ListedRow, Row } from "./rows.ts";

/** Estimates that are listed at a time: an old tablet is never asked to hold all of them. */
const AT_ONCE = 1000;

/** Gives every estimate of a database from before version 5 its place in the list. Doing it twice is doing it once. */
export async function listEverything(tx: Transaction): Promise<void> {
  const estimates = tx.table<Row<"estimate">, string>("estimate");
  const customers = tx.table<Row<"customer">, string>("customer");
  const listed = tx.table<ListedRow, string>("listed");
  for (let last = ""; ;) {
    const rows = await estimates.where(":id").above(last).limit(AT_ONCE).toArray();
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
    const whose = await customers.bulkGet(rows.map(({ customerId }) => customerId));
    await listed.bulkPut(rows.map((row, index) => listedRow(row, whose[index])));
  }
}
