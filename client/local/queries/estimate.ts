import {
  type AreaWithSurfaces,
  assembleEstimate,
  type Estimate,
} from "../../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { inOrder } from "../in-order.ts";
import { type Local, todayOf } from "../local.ts";

export interface EstimateWithCustomer {
  readonly estimate: Estimate;
  readonly customer: RecordOf<"customer"> | null;
}

/** One estimate with everything `price()` takes, on the tablet's day, or null when it is not here. */
export async function readEstimate(local: Local, id: string): Promise<EstimateWithCustomer | null> {
  const { database } = local;
  const row = await database.estimate.get(id);
  if (!row) return null;
  const [areas, surfaces, items, customer] = await Promise.all([
    database.area.where("estimateId").equals(id).toArray(),
    database.surface.where("estimateId").equals(id).toArray(),
    database.item.where("estimateId").equals(id).toArray(),
    database.customer.get(row.customerId),
  ]);
  const estimate = assembleEstimate(row, areas, surfaces, items, todayOf(local));
  return { estimate, customer: customer ?? null };
}

/** One area with its surfaces in order, or null when it is not here. */
export async function readArea({ database }: Local, id: string): Promise<AreaWithSurfaces | null> {
  const area = await database.area.get(id);
  if (!area) return null;
  return { area, surfaces: inOrder(await database.surface.where("areaId").equals(id).toArray()) };
}
