import { type PaintboxDatabase, readState } from "../database.ts";
import type { JournalRow, OutboxRow } from "../rows.ts";
import { distinctTargets, ensureShadow } from "../shadow.ts";
import { readSyncMeta } from "../sync-meta.ts";

/**
 * Begins again as a new client: this tablet was rolled back, or the server was, and a number no longer
 * means the same edit to both. The edits keep their ids, so that the server recognises those it has (R2);
 * only their numbers are new. Runs inside the caller's transaction.
 *
 * @param withJournal also sends again what a server that was restored from a backup may have lost.
 */
export async function forkClient(
  database: PaintboxDatabase,
  newId: () => string,
  withJournal: boolean,
): Promise<void> {
  const waiting = await database.outbox.orderBy("seq").toArray();
  const known = new Set(waiting.map(({ id }) => id));
  const sentBefore = withJournal
    ? (await database.journal.orderBy("position").toArray()).filter(({ id }) => !known.has(id))
    : [];
  await keepShadows(database, sentBefore);
  const rows = [...sentBefore.map(asOffered), ...waiting.map(asUnanswered)].map((row, index) => ({
    ...row,
    seq: index + 1,
  }));
  await database.outbox.clear();
  await database.outbox.bulkAdd(rows);
  if (withJournal) await database.journal.clear();
  const meta = await readSyncMeta(database);
  await database.meta.put({ ...meta, clientId: newId(), ackSeq: 0, ackId: null });
}

async function keepShadows(database: PaintboxDatabase, rows: readonly JournalRow[]): Promise<void> {
  for (const target of distinctTargets(rows.flatMap(({ operations }) => operations)))
    await ensureShadow(database, target, await readState(database, target));
}

const asOffered = ({
  id,
  name,
  operations,
  at,
  estimateId,
}: JournalRow): Omit<OutboxRow, "seq"> => ({
  id,
  name,
  operations,
  at,
  estimateId,
  state: "offered",
  refused: false,
});

/** An edit once shown to the network stays closed to coalescing: the server may hold it under its id. */
const asUnanswered = (row: OutboxRow): OutboxRow => ({
  ...row,
  state: row.state === "saved" ? "saved" : "offered",
});
