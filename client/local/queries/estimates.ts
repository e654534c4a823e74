import type { PaintboxDatabase } from "../database.ts";
import { estimateIdOf, listKey } from "../listed.ts";
import type { Local } from "../local.ts";
import type { ListedFields, ListedRow } from "../rows.ts";
import { type Standing, standingOf } from "./standing.ts";

export interface EstimateListRow {
  readonly estimate: ListedFields & { readonly id: string };
  /** Empty when the customer was removed. */
  readonly customerName: string;
  readonly standing: Standing;
  /** Conflicts of it that wait for a person. */
  readonly toSettle: number;
}

/** The newest estimates first. Reads no more estimates than it gives. @param after the key of the last one before. */
export const listEstimates = (
  local: Local,
  limit: number,
  after = "",
): Promise<readonly EstimateListRow[]> =>
  inOneReading(local, () =>
    shownRows(local, local.database.listed.where(":id").above(after).limit(limit).toArray()),
  );

/** The given estimates, in their order. */
export const estimateRows = (
  local: Local,
  ids: readonly string[],
): Promise<readonly EstimateListRow[]> =>
  inOneReading(local, async () => {
    const estimates = await local.database.estimate.bulkGet([...ids]);
    return listedRows(
      local,
      estimates.flatMap((row) => (row ? listKey(row) : [])),
    );
  });

/** What stands at these places of the list. To be called in one reading. */
export const listedRows = (
  local: Local,
  keys: readonly string[],
): Promise<readonly EstimateListRow[]> =>
  shownRows(local, local.database.listed.bulkGet([...keys]));

/** All that a list asks for. */
export const listTables = ["listed", "estimate", "outbox", "rejected", "conflict"] as const;

/** Of one moment; to open a transaction for each question costs a tablet more than the answers. */
export const inOneReading = <T>({ database }: Local, read: () => Promise<T>): Promise<T> =>
  // Async in itself: by that Dexie knows that awaits follow.
  database.transaction("r", listTables, async () => read());

/** @param reading of the rows: what else there is to know of them is asked for beside it, and not after it. */
async function shownRows(
  { database }: Local,
  reading: PromiseLike<readonly (ListedRow | undefined)[]>,
): Promise<readonly EstimateListRow[]> {
  const [listed, onTheWay, refused, conflicts] = await Promise.all([
    reading,
    database.outbox.orderBy("estimateId").uniqueKeys(),
    database.rejected.orderBy("estimateId").uniqueKeys(),
    database.conflict.count(),
  ]);
  const rows = listed.filter((row) => row !== undefined);
  const ids = rows.map(({ key }) => estimateIdOf(key));
  const toSettle = conflicts === 0 ? null : await countOpen(database, ids);
  const unsettled = new Set(onTheWay);
  const inTray = new Set(refused);
  return rows.map(({ key, words: _words, customerName, ...shown }) => {
    const id = estimateIdOf(key);
    return {
      estimate: { id, ...shown },
      customerName,
      standing: standingOf({
        refused: inTray.has(id),
        onTheWay: unsettled.has(id),
        crmState: shown.crmState,
      }),
      toSettle: toSettle?.get(id) ?? 0,
    };
  });
}

/** Open conflicts of the shown estimates. */
async function countOpen(
  database: PaintboxDatabase,
  estimateIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await database.conflict
    .where("estimateId")
    .anyOf(estimateIds)
    .each(({ estimateId, state }) => {
      if (estimateId !== null && state === "open")
        counts.set(estimateId, (counts.get(estimateId) ?? 0) + 1);
    });
  return counts;
}
