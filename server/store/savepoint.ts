import { sql, type Transaction } from "kysely";
import type { Database } from "./schema.ts";
import { endsTransaction } from "./store-error.ts";

/** Runs a part of a transaction that is undone alone when it throws. Savepoints nest. */
export async function inSavepoint<T>(
  tx: Transaction<Database>,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const value = await work(tx);
    await sql`release savepoint part`.execute(tx);
    return value;
  } catch (error) {
    // A full disk or a lost connection has ended the whole transaction, and this savepoint with it.
    if (endsTransaction(error)) throw error;
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx);
    throw error;
  }
}
