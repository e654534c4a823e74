import { isEntityName } from "../../../shared/estimate/entities.ts";
import { countedEntities } from "../../../shared/sync/counted-entities.ts";
import type { PullResponse } from "../../../shared/sync/wire.ts";
import type { PaintboxDatabase } from "../database.ts";
import type { Local } from "../local.ts";
import type { RemovalInQuestion, SyncMeta } from "../rows.ts";
import { readSyncMeta } from "../sync-meta.ts";

/**
 * R9: a server that has lost its data, or a script gone wrong, would empty every tablet within a second. A pull that
 * removes more than this waits for a person.
 */
const MORE_THAN_ROWS = 50;
const MORE_THAN_SHARE = 0.2;

export interface Removal {
  /** Living records that the pages of this pull have removed so far, this one included. */
  readonly removed: number;
  readonly inQuestion: RemovalInQuestion | null;
}

/** What a page of a pull would remove from this tablet. Reads only. */
export async function removalBy(
  database: PaintboxDatabase,
  meta: SyncMeta,
  response: PullResponse,
): Promise<Removal> {
  const going = await livingAmong(database, response);
  const removed = response.reset ? 0 : meta.removed + going;
  if (meta.removalAllowed || (going === 0 && !response.reset)) return { removed, inQuestion: null };
  const here = await countHere(database);
  const before = response.reset ? here : here + meta.removed;
  const removing = response.living === null ? removed : here - response.living;
  const tooMuch = removing > MORE_THAN_ROWS && removing > before * MORE_THAN_SHARE;
  return { removed, inQuestion: tooMuch ? { removing, of: before } : null };
}

async function livingAmong(
  database: PaintboxDatabase,
  { records, reset }: PullResponse,
): Promise<number> {
  if (reset) return 0;
  const byEntity = Object.groupBy(
    records.filter(({ deleted }) => deleted),
    ({ entity }) => entity,
  );
  let living = 0;
  for (const [entity, group] of Object.entries(byEntity))
    if (isEntityName(entity) && countedEntities.includes(entity))
      living += await database
        .rows(entity)
        .where("id")
        .anyOf(group.map(({ id }) => id))
        .count();
  return living;
}

async function countHere(database: PaintboxDatabase): Promise<number> {
  const counts = await Promise.all(countedEntities.map((entity) => database.rows(entity).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** A person has said that what the server removed may go. */
export const allowRemoval = ({ database }: Local): Promise<void> =>
  database.transaction("rw", database.meta, async () => {
    const meta = await readSyncMeta(database);
    await database.meta.put({ ...meta, removalInQuestion: null, removalAllowed: true });
  });
