import type { Transaction } from "kysely";
import type { Database } from "./schema.ts";

/** The server's clock inside one transaction that makes many revisions, written once at its end. */
export interface Revisions {
  next(): number;
  /** Call it before the transaction ends; nothing else may advance the clock meanwhile. */
  save(): Promise<void>;
}

/** Goes on from the clock row, which `Store.write` has locked: no other writer can advance it before the commit. */
export async function openRevisions(tx: Transaction<Database>): Promise<Revisions> {
  const { rev: start } = await tx
    .selectFrom("clock")
    .select("rev")
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  let rev = start;
  return {
    next: () => (rev += 1),
    save: async () => {
      if (rev > start) await tx.updateTable("clock").set({ rev }).where("id", "=", 1).execute();
    },
  };
}
