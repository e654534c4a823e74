import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PaintboxDatabase } from "../database.ts";
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

/** The newest estimates first. Reads no more estimates than it gives. */
export async function listEstimates(
  { database }: Local,
  limit: number,
): Promise<readonly EstimateListRow[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's reverse() only turns the cursor round
  const newestFirst = database.estimate.orderBy("createdAt").reverse();
  const [estimates, onTheWay, refused] = await Promise.all([
    newestFirst.limit(limit).toArray(),
    database.outbox.orderBy("estimateId").uniqueKeys(),
    database.rejected.orderBy("estimateId").uniqueKeys(),
  ]);
  const [customers, toSettle] = await Promise.all([
    database.customer.bulkGet(estimates.map((row) => row.customerId)),
    countOpen(
      database,
      estimates.map(({ id }) => id),
    ),
  ]);
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

/** Open conflicts of the shown estimates; the index leads to theirs alone, of which there are few. */
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
