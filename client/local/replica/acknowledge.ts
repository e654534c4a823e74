import type { PullResponse } from "../../../shared/sync/wire.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { OutboxRow, Target } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { forkClient } from "./fork.ts";
import { identityOf } from "./identity.ts";

/**
 * Lets the edits go that a pull contains: from the outbox into the journal, where they stay until a backup
 * holds them (R10). An edit whose own answer was lost stays and is offered again: only that answer can
 * say that it was refused.
 *
 * @returns the records whose edits went.
 */
export async function acknowledge(
  database: PaintboxDatabase,
  newId: () => string,
  response: PullResponse,
): Promise<readonly Target[]> {
  const meta = await readSyncMeta(database);
  switch (await identityOf(database, meta, response)) {
    case "behind":
      return [];
    case "different":
      await forkClient(database, newId, false);
      return [];
    case "same":
      break;
  }
  const contained = await database.outbox.where("seq").belowOrEqual(response.lastSeq).toArray();
  const unanswered = contained.findIndex(({ state }) => state !== "answered");
  const done = unanswered === -1 ? contained : contained.slice(0, unanswered);
  const last = done.at(-1);
  if (last) {
    await database.outbox.bulkDelete(done.map(({ seq }) => seq));
    await addToJournal(database, done, response.cursor);
    await database.meta.put({ ...meta, ackSeq: last.seq, ackId: last.id });
  }
  await database.journal.where("rev").belowOrEqual(response.backedUpRev).delete();
  return done.flatMap(({ operations }) => operations);
}

async function addToJournal(
  database: PaintboxDatabase,
  rows: readonly OutboxRow[],
  rev: number,
): Promise<void> {
  const start = (await database.journal.orderBy("position").last())?.position ?? 0;
  await database.journal.bulkPut(
    rows
      .filter(({ refused }) => !refused)
      .map(({ id, name, operations, at, estimateId }, index) => ({
        id,
        name,
        operations,
        at,
        estimateId,
        rev,
        position: start + index + 1,
      })),
  );
}
