import type { Mutation } from "../../../shared/sync/mutation.ts";
import { MAX_MUTATIONS } from "../../../shared/sync/wire.ts";
import type { Local } from "../local.ts";
import { waitingIn } from "../queries/waiting.ts";
import type { OutboxRow } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";

/** Less than a minute of a two-bar connection; what is longer, a price book, goes alone. */
const MAX_BATCH_CHARACTERS = 500_000;

export interface Batch {
  readonly clientId: string;
  readonly epoch: number | null;
  /** In their order; empty when the server has answered for every edit. */
  readonly mutations: readonly Mutation[];
}

/**
 * The next edits for the server, marked as offered before the first byte leaves: from then on no other
 * edit is coalesced into them, also when the answer never comes.
 */
export const offerBatch = ({ database, isSample }: Local): Promise<Batch> =>
  database.transaction("rw", database.outbox, database.meta, async () => {
    const { clientId, epoch } = await readSyncMeta(database);
    // No engine is ever started over a sample; should one be, it finds nothing to send.
    const waiting = isSample ? [] : await waitingIn(database).primaryKeys();
    const first = Math.min(...waiting);
    const rows =
      waiting.length === 0
        ? []
        : await database.outbox.where("seq").aboveOrEqual(first).limit(MAX_MUTATIONS).toArray();
    const batch = fitting(rows);
    const saved = batch.filter(({ state }) => state === "saved");
    await database.outbox.bulkPut(saved.map((row) => ({ ...row, state: "offered" as const })));
    return { clientId, epoch, mutations: batch.map(toMutation) };
  });

function fitting(rows: readonly OutboxRow[]): readonly OutboxRow[] {
  let characters = 0;
  const tooMany = rows.findIndex((row, index) => {
    characters += JSON.stringify(toMutation(row)).length;
    return index > 0 && characters > MAX_BATCH_CHARACTERS;
  });
  return tooMany === -1 ? rows : rows.slice(0, tooMany);
}

const toMutation = ({ id, seq, name, operations, at }: OutboxRow): Mutation => ({
  id,
  seq,
  name,
  version: 1,
  operations: [...operations],
  at,
});
