import { Dexie } from "dexie";
import { type EntityName, isEntityName } from "../../../shared/estimate/entities.ts";
import { type AnyRecord, asRecordOf } from "../../../shared/estimate/record.ts";
import { MAX_WANTED, type PullResponse } from "../../../shared/sync/wire.ts";
import { entityNames, type PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { SyncMeta, Target, WantedEstimate } from "../rows.ts";
import { settle, targetKey } from "../shadow.ts";
import { readSyncMeta } from "../sync-meta.ts";
import { writeRows } from "../write-rows.ts";
import { acknowledge } from "./acknowledge.ts";
import { forkClient } from "./fork.ts";
import { removalBy } from "./removal-fuse.ts";

/** What a pull was asked with; its answer is checked against it. */
export interface PullPosition {
  readonly clientId: string;
  readonly epoch: number | null;
  readonly cursor: number;
  readonly horizon: number | null;
  /** Estimates from before the horizon that somebody wants to see. */
  readonly want: readonly string[];
}

/**
 * - `applied`: the records stand on this tablet; `more` wait on the server.
 * - `stale`: the answer does not continue from where this tablet is (R4): another tab was faster.
 * - `paused`: it would remove so much that a person has to say yes first (R9); nothing of it was applied.
 * - `unreadable`: the server sent a record this version of the app does not understand; nothing changed.
 */
export type PullOutcome =
  | { readonly outcome: "applied"; readonly more: boolean; readonly records: number }
  | { readonly outcome: "stale" }
  | { readonly outcome: "paused" }
  | { readonly outcome: "unreadable"; readonly entity: EntityName };

export const pullPosition = async ({ database }: Local): Promise<PullPosition> => {
  const { clientId, epoch, cursor, horizon } = await readSyncMeta(database);
  const want = await database.wanted.limit(MAX_WANTED).primaryKeys();
  return { clientId, epoch, cursor, horizon, want };
};

/**
 * Takes over what the server says, in one transaction with its cursor. Edits that the server does not
 * have yet stay on top of it; not even a reset touches the outbox.
 */
export async function applyPull(
  { database, newId }: Local,
  position: PullPosition,
  response: PullResponse,
): Promise<PullOutcome> {
  const unreadable = response.records.find((record) => !isReadable(record));
  if (unreadable) return { outcome: "unreadable", entity: unreadable.entity };
  return database.transaction("rw", database.tables, async (): Promise<PullOutcome> => {
    const meta = await readSyncMeta(database);
    if (!continues(meta, position, response)) return { outcome: "stale" };
    const removal = await removalBy(database, meta, response);
    if (removal.inQuestion) {
      await database.meta.put({ ...meta, removalInQuestion: removal.inQuestion });
      return { outcome: "paused" };
    }
    // A server that has to start over with a tablet it knew was restored from a backup, epoch or not.
    const restored = response.reset && meta.epoch !== null;
    if (restored) await forkClient(database, newId, true);
    const reset = response.reset ? await forgetServerCopies(database) : [];
    const touched = await takeRecords(database, response.records);
    const { epoch, cursor, horizon, backedUpRev, records } = response;
    await database.wanted.bulkDelete(response.wanted);
    const more = response.more || (await database.wanted.count()) > 0;
    await database.meta.put({
      ...(await readSyncMeta(database)),
      epoch,
      cursor,
      horizon,
      backedUpRev,
      removalInQuestion: null,
      removed: more ? removal.removed : 0,
      removalAllowed: more && meta.removalAllowed,
    });
    // A page in the middle may lack records that edits up to `lastSeq` have changed: only the last one acknowledges.
    const acknowledged = more || restored ? [] : await acknowledge(database, newId, response);
    await settle(database, [...reset, ...touched, ...acknowledged]);
    return { outcome: "applied", more, records: records.length };
  });
}

const isReadable = ({ entity, id, fields }: AnyRecord): boolean =>
  asRecordOf(entity, id, fields) !== null;

/** R4: only an answer that goes on from exactly where this tablet stands is ever applied. */
function continues(meta: SyncMeta, position: PullPosition, response: PullResponse): boolean {
  if (position.clientId !== meta.clientId) return false;
  if (response.reset) return position.cursor === meta.cursor && position.epoch === meta.epoch;
  return response.from === meta.cursor && (meta.epoch === null || meta.epoch === response.epoch);
}

/** The server starts over: its records go, ours stay as edits on top of whatever it sends next. */
async function forgetServerCopies(database: PaintboxDatabase): Promise<readonly Target[]> {
  for (const entity of entityNames) await database.rows(entity).clear();
  await database.listed.clear();
  await database.tombstone.clear();
  const shadows = await database.shadow.toArray();
  await database.shadow.bulkPut(shadows.map((shadow) => ({ ...shadow, state: null })));
  await database.wanted.bulkPut(await estimatesWithEdits(database));
  return shadows;
}

/** What lies under edits of ours has to come again, however long ago it was touched. */
async function estimatesWithEdits(database: PaintboxDatabase): Promise<readonly WantedEstimate[]> {
  const ids = await database.outbox.orderBy("estimateId").uniqueKeys();
  return ids.flatMap((estimateId) =>
    typeof estimateId === "string" && estimateId !== "" ? { estimateId } : [],
  );
}

/** Writes records to the view, or to the shadow where edits of ours lie on top; returns the latter. */
async function takeRecords(
  database: PaintboxDatabase,
  records: readonly AnyRecord[],
): Promise<readonly Target[]> {
  const shadowed = new Set((await database.shadow.toArray()).map(targetKey));
  const isShadowed = (record: AnyRecord): boolean => shadowed.has(targetKey(record));
  const underneath = records.filter(isShadowed);
  await database.shadow.bulkPut(
    underneath.map(({ entity, id, fields, deleted }) => ({
      entity,
      id,
      state: { fields, deleted },
    })),
  );
  const byEntity = Object.groupBy(
    records.filter((record) => !isShadowed(record)),
    ({ entity }) => entity,
  );
  for (const [entity, group] of Object.entries(byEntity))
    if (isEntityName(entity)) await writeRecords(database, entity, group);
  return underneath;
}

async function writeRecords(
  database: PaintboxDatabase,
  entity: EntityName,
  records: readonly AnyRecord[],
): Promise<void> {
  const living = records.filter(({ deleted }) => !deleted);
  const removed = records.filter(({ deleted }) => deleted);
  await writeRows(database, entity, { living, gone: removed.map(({ id }) => id) });
  await database.tombstone.bulkDelete(await tombstonesOf(database, entity, living));
  await database.tombstone.bulkPut(removed.map(({ id, fields }) => ({ entity, id, fields })));
}

/** The few records that come back to life, so that a first pull of thousands does not delete as many nothings. */
async function tombstonesOf(
  database: PaintboxDatabase,
  entity: EntityName,
  records: readonly AnyRecord[],
): Promise<[string, string][]> {
  const ids = new Set(records.map(({ id }) => id));
  const keys = await database.tombstone
    .where("[entity+id]")
    .between([entity, Dexie.minKey], [entity, Dexie.maxKey])
    .primaryKeys();
  return keys.filter(([, id]) => ids.has(id));
}
