import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Local } from "../local.ts";

/** What became of an estimate, without what is in it. */
export type PipelineEstimate = Pick<
  RecordOf<"estimate">,
  "id" | "createdAt" | "estimatorName" | "status" | "acceptedTotal"
>;

/**
 * The estimates on this tablet that were made since an instant, the newest first.
 *
 * @param since as the records keep it: `2026-05-31T22:00:00.000Z`.
 */
export async function readPipeline(
  { database }: Local,
  since: string,
): Promise<readonly PipelineEstimate[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- Dexie's reverse() only turns the cursor round
  const rows = await database.estimate.where("createdAt").aboveOrEqual(since).reverse().toArray();
  return rows.map(({ id, createdAt, estimatorName, status, acceptedTotal }) => ({
    id,
    createdAt,
    estimatorName,
    status,
    acceptedTotal,
  }));
}
