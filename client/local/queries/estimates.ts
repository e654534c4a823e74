import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PaintboxDatabase } from "../database.ts";
import { estimateIdOf } from "../listed.ts";
import type { Local } from "../local.ts";
import { type Standing, standingOf } from "./standing.ts";

export interface EstimateListRow {
  readonly estimate: RecordOf<"estimate">;
  /** Empty when the customer was removed. */
  readonly customerName: string;
  readonly standing: Standing;
  /** Conflicts of it that wait for a person. */
  readonly toSettle: number;
}

/** The newest estimates first. Reads no more estimates than it gives. @param after the key of the last one before. */
export async function listEstimates(
  local: Local,
  limit: number,
  after = "",
): Promise<readonly EstimateListRow[]> {
  return inOneReading(local, async () => {
    const keys = await local.database.listed.where(":id").above(after).limit(limit).primaryKeys();
    return estimateRows(local, keys.map(estimateIdOf));
  });
}

/** All that a list asks for, of one moment; to open a transaction for each question costs a tablet more than the answers. */
export const inOneReading = <T>({ database }: Local, read: () => Promise<T>): Promise<T> =>
  database.transaction(
    "r",
    [
      database.listed,
      database.estimate,
      database.customer,
      database.outbox,
      database.rejected,
      database.conflict,
    ],
    // Async in itself: by that Dexie knows that awaits follow.
    async () => read(),
  );

/** What the list shows of the given estimates, in their order. */
export async function estimateRows(
  { database }: Local,
  ids: readonly string[],
): Promise<readonly EstimateListRow[]> {
  const [rows, onTheWay, refused, toSettle] = await Promise.all([
    database.estimate.bulkGet([...ids]),
    database.outbox.orderBy("estimateId").uniqueKeys(),
    database.rejected.orderBy("estimateId").uniqueKeys(),
    countOpen(database, ids),
  ]);
  const estimates = rows.filter((row) => row !== undefined);
  const customers = await database.customer.bulkGet(estimates.map((row) => row.customerId));
  const unsettled = new Set(onTheWay);
  const inTray = new Set(refused);
  return estimates.map((estimate, index) => ({
    estimate,
    customerName: customers[index]?.name ?? "",
    standing: standingOf({
      refused: inTray.has(estimate.id),
      onTheWay: unsettled.has(estimate.id),
      crmState: estimate.crmState,
    }),
    toSettle: toSettle.get(estimate.id) ?? 0,
  }));
}

/** Open conflicts of the shown estimates. Most tablets have none, and then none is looked for estimate by estimate. */
async function countOpen(
  database: PaintboxDatabase,
  estimateIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if ((await database.conflict.count()) === 0) return counts;
  await database.conflict
    .where("estimateId")
    .anyOf(estimateIds)
    .each(({ estimateId, state }) => {
      if (estimateId !== null && state === "open")
        counts.set(estimateId, (counts.get(estimateId) ?? 0) + 1);
    });
  return counts;
}
