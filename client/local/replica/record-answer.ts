import type { MutationResult, PushResponse } from "../../../shared/sync/wire.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { OutboxRow } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { forkClient } from "./fork.ts";
import { identityOf } from "./identity.ts";
import type { Batch } from "./offer.ts";

/**
 * - `recorded`: so many edits are on the server's disk now, by its word.
 * - `stale`: the answer belongs to a past of this tablet, or does not fit it any more; nothing was changed.
 * - `epoch`: the server was restored from a backup; pull first.
 * - `forked`: this tablet and the server meant different edits by one number; it goes on as a new client.
 */
export type AnswerOutcome =
  | { readonly outcome: "recorded"; readonly answered: number }
  | { readonly outcome: "stale" | "epoch" | "forked" };

/** Notes what the server said about a batch. The edits stay in the overlay until a pull contains them (R5). */
export const recordAnswer = (
  { database, newId }: Local,
  batch: Batch,
  response: PushResponse,
): Promise<AnswerOutcome> =>
  database.transaction("rw", database.tables, async () => {
    const meta = await readSyncMeta(database);
    if (meta.clientId !== batch.clientId) return { outcome: "stale" };
    if (meta.epoch !== null && meta.epoch !== response.epoch) return { outcome: "epoch" };
    switch (await identityOf(database, meta, response)) {
      case "behind":
        return { outcome: "stale" };
      case "different":
        await forkClient(database, newId, false);
        return { outcome: "forked" };
      case "same":
        // Before the first pull: from now on a restored server is noticed, and these edits sent again.
        if (meta.epoch === null) await database.meta.put({ ...meta, epoch: response.epoch });
        return { outcome: "recorded", answered: await recordResults(database, response) };
    }
  });

async function recordResults(
  database: PaintboxDatabase,
  { lastSeq, results }: PushResponse,
): Promise<number> {
  let answered = 0;
  for (const result of results) {
    const row = await database.outbox.where("id").equals(result.id).first();
    if (!row || row.seq > lastSeq) continue;
    const refused = isRefused(result);
    if (refused) await keepRefused(database, row, result);
    else await database.rejected.delete(row.id);
    if (row.state !== "answered") answered += 1;
    await database.outbox.put({ ...row, state: "answered", refused });
  }
  return answered;
}

/** A duplicate carries the reason for which its first delivery was refused. */
const isRefused = ({ outcome, reason }: MutationResult): boolean =>
  outcome === "rejected" || (outcome === "duplicate" && reason !== null);

/** R8: a refused edit is never dropped. */
async function keepRefused(
  database: PaintboxDatabase,
  { id, name, operations, at, estimateId }: OutboxRow,
  { reason, message }: MutationResult,
): Promise<void> {
  await database.rejected.put({ id, name, operations, at, estimateId, reason, message });
}
