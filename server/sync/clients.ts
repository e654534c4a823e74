import type { Transaction } from "kysely";
import type { Identity } from "../identity.ts";
import { prepared, type SlotOf } from "../store/prepared.ts";
import type { ClientRow, Database } from "../store/schema.ts";

type Tx = Transaction<Database>;

/** How far a tablet's mutations have come: the number and the identity of the last one on disk. */
export interface Progress {
  readonly lastSeq: number;
  readonly lastId: string | null;
}

export type ClientResult =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly error: "forbidden" };

const clientById = prepared((db, slot: SlotOf<"clientId">) =>
  db
    .selectFrom("client")
    .select(["user_id", "company_id", "last_seq", "last_mutation_id"])
    .where("id", "=", slot<string>("clientId")),
);

/** Reads a tablet's progress. A tablet's id belongs to the user who used it first. */
export async function readClient(
  tx: Tx,
  identity: Identity,
  clientId: string,
): Promise<ClientResult> {
  const [row] = await clientById(tx, { clientId });
  if (row === undefined) return { ok: true, progress: { lastSeq: 0, lastId: null } };
  if (row.user_id !== identity.userId || row.company_id !== identity.companyId)
    return { ok: false, error: "forbidden" };
  return { ok: true, progress: { lastSeq: row.last_seq, lastId: row.last_mutation_id } };
}

export async function writeClient(tx: Tx, client: Omit<ClientRow, "device_id">): Promise<void> {
  const { last_seq, last_mutation_id, schema, build, seen_at } = client;
  const changing = { last_seq, last_mutation_id, schema, build, seen_at };
  await tx
    .insertInto("client")
    .values(client)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(changing))
    .execute();
}
