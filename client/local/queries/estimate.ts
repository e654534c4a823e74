import { assembleEstimate, type Estimate } from "../../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { type Local, todayOf } from "../local.ts";

export interface EstimateWithCustomer {
  readonly estimate: Estimate;
  readonly customer: RecordOf<"customer"> | null;
}

/** All that an estimate is read from. */
export const estimateTables = ["estimate", "area", "surface", "item", "customer"] as const;

/** One estimate with everything `price()` takes, on the tablet's day, or null when it is not here. */
export async function readEstimate(local: Local, id: string): Promise<EstimateWithCustomer | null> {
  const { database } = local;
  const { estimate, area, surface, item, customer } = database;
  // One transaction: on an old tablet each costs as much as the reading itself.
  const found = await database.transaction("r", estimateTables, async () => {
    const row = await estimate.get(id);
    if (!row) return null;
    const [areas, surfaces, items, its] = await Promise.all([
      area.where("estimateId").equals(id).toArray(),
      surface.where("estimateId").equals(id).toArray(),
      item.where("estimateId").equals(id).toArray(),
      customer.get(row.customerId),
    ]);
    return { row, areas, surfaces, items, customer: its ?? null };
  });
  if (!found) return null;
  const { row, areas, surfaces, items } = found;
  const assembled = assembleEstimate(row, areas, surfaces, items, todayOf(local));
  return { estimate: assembled, customer: found.customer };
}
