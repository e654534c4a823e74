import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Local } from "../local.ts";
import { estimateStanding, type Standing } from "./standing.ts";

export interface EstimateListRow {
  readonly estimate: RecordOf<"estimate">;
  /** Empty when the customer was removed. */
  readonly customerName: string;
  readonly standing: Standing;
}

/** The newest estimates first. Reads no more rows than it gives. */
export async function listEstimates(
  local: Local,
  limit: number,
): Promise<readonly EstimateListRow[]> {
  const { database } = local;
  // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's reverse() only turns the cursor round
  const newestFirst = database.estimate.orderBy("createdAt").reverse();
  const estimates = await newestFirst.limit(limit).toArray();
  const customers = await database.customer.bulkGet(estimates.map((row) => row.customerId));
  return Promise.all(
    estimates.map(async (estimate, index) => ({
      estimate,
      customerName: customers[index]?.name ?? "",
      standing: await estimateStanding(local, estimate.id),
    })),
  );
}
