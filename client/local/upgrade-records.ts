import type { Transaction } from "dexie";
import {
  grownEntities,
  missingFields,
  withLaterFields,
} from "../../shared/estimate/later-fields.ts";
import { upcastOperations } from "../../shared/sync/upcast-operations.ts";
import type {
  AnyRow,
  HistoryRow,
  HistoryStep,
  JournalRow,
  OutboxRow,
  ShadowRow,
  SyncMeta,
  TombstoneRow,
} from "./rows.ts";
import { newProgress } from "./sync-meta.ts";

/**
 * Brings a tablet's database from any earlier schema of records to today's: everything that holds a record gets the
 * fields that came later. Edits keep their ids and numbers, so that the server recognises those it has already.
 * Doing it twice is doing it once.
 */
export async function upgradeRecords(tx: Transaction): Promise<void> {
  for (const entity of grownEntities)
    await rewrite<AnyRow>(tx, entity, (row) => ({ ...row, ...missingFields(entity, row) }));
  await rewrite<TombstoneRow>(tx, "tombstone", (row) => ({
    ...row,
    fields: withLaterFields(row.entity, row.fields),
  }));
  await rewrite<ShadowRow>(tx, "shadow", (row) =>
    row.state === null
      ? row
      : { ...row, state: { ...row.state, fields: withLaterFields(row.entity, row.state.fields) } },
  );
  await rewrite<OutboxRow>(tx, "outbox", withOperationsOfToday);
  await rewrite<JournalRow>(tx, "journal", withOperationsOfToday);
  await rewrite<HistoryRow>(tx, "history", (row) => ({
    ...row,
    steps: row.steps.map(stepOfToday),
  }));
  await showAcceptanceDays(tx);
  await pullAnew(tx);
}

async function rewrite<R>(tx: Transaction, name: string, change: (row: R) => R): Promise<void> {
  const table = tx.table<R>(name);
  await table.bulkPut((await table.toArray()).map(change));
}

const withOperationsOfToday = <R extends OutboxRow | JournalRow>(row: R): R => ({
  ...row,
  operations: upcastOperations(row.name, row.operations),
});

const stepOfToday = (step: HistoryStep): HistoryStep =>
  step.op === "remove" ? { ...step, expect: withLaterFields(step.entity, step.expect) } : step;

/** The view is the server's copy with the outbox on top: an acceptance that waits has a day now. */
async function showAcceptanceDays(tx: Transaction): Promise<void> {
  const waiting = await tx.table<OutboxRow>("outbox").orderBy("seq").toArray();
  for (const operation of waiting.flatMap(({ operations }) => operations))
    if (operation.op === "set" && operation.field === "acceptedOn")
      await tx.table<AnyRow>("estimate").update(operation.id, { acceptedOn: operation.to });
}

/**
 * The server has left out what the earlier schema did not know: fields set elsewhere, newer price books. It sends every
 * estimate that this tablet holds, the dormant ones too (horizon 0): they may have changed since it asked last.
 */
async function pullAnew(tx: Transaction): Promise<void> {
  await rewrite<SyncMeta>(tx, "meta", (meta) => ({
    ...newProgress,
    ...meta,
    cursor: 0,
    horizon: 0,
  }));
}
