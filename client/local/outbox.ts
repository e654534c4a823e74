import type { Operation } from "../../shared/sync/operations.ts";
import type { PaintboxDatabase } from "./database.ts";
import type { OutboxRow, Target } from "./rows.ts";
import { readSyncMeta } from "./sync-meta.ts";

export type NewOutboxRow = Omit<OutboxRow, "seq" | "state" | "refused">;
type SetOperation = Extract<Operation, { op: "set" }>;

const onlySet = (operations: readonly Operation[]): SetOperation | undefined => {
  const [operation, ...others] = operations;
  return others.length === 0 && operation?.op === "set" ? operation : undefined;
};

/**
 * The one `set` that two consecutive edits of the same field amount to: first `from`, last `to`.
 * Never once the first was shown to the network: the server may hold it already.
 */
export function coalesce(last: OutboxRow, next: NewOutboxRow): SetOperation | undefined {
  if (last.state !== "saved" || last.name !== next.name) return undefined;
  const before = onlySet(last.operations);
  const after = onlySet(next.operations);
  if (!before || !after) return undefined;
  const same =
    before.entity === after.entity && before.id === after.id && before.field === after.field;
  return same ? { ...after, from: before.from } : undefined;
}

/** The last of the edits that wait, if any. */
export const newestInOutbox = (database: PaintboxDatabase): Promise<OutboxRow | undefined> =>
  database.outbox.orderBy("seq").last();

/**
 * Puts an edit behind the others.
 *
 * A coalesced edit gets the new edit's id: should this tablet be rolled back to before it was offered,
 * the server recognises that the number now means something else (R1), where the old id would have
 * passed for a duplicate and the later keys would be lost.
 *
 * @param last what `newestInOutbox` gave in the same transaction.
 * @returns the records whose edit has cancelled out with the last one: nothing waits for them, and they are to be settled.
 */
export async function appendToOutbox(
  database: PaintboxDatabase,
  entry: NewOutboxRow,
  last: OutboxRow | undefined,
): Promise<readonly Target[]> {
  const merged = last && coalesce(last, entry);
  if (last && merged) {
    if (merged.from === merged.to) {
      await database.outbox.delete(last.seq);
      return [merged];
    }
    await database.outbox.put({ ...last, id: entry.id, at: entry.at, operations: [merged] });
    return [];
  }
  const seq = (last?.seq ?? (await readSyncMeta(database)).ackSeq) + 1;
  await database.outbox.add({ ...entry, seq, state: "saved", refused: false });
  return [];
}
